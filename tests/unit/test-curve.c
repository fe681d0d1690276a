/* Curves: which values are in one, in which unit and when. */
#include "follow-case.h"

#define DAY ((int64_t)CC_MINUTES_A_DAY)

static const struct cc_curve *
curve_of(const struct test_follow *f, const char *id)
{
	return f->follow->curves.of[test_follow_fact(f, id)->index];
}

/* The numbers of a curve as it shows them, "4 5.5 6". */
static char *
numbers_of(const struct cc_curve *curve)
{
	GString *text = g_string_new(NULL);

	for (size_t i = 0; i < curve->count; i++)
		g_string_append_printf(text, i > 0 ? " %g" : "%g",
		    curve->reading[i].shown->number);
	return g_string_free(text, FALSE);
}

static void
assert_numbers(const struct cc_curve *curve, const char *numbers)
{
	g_autofree char *text = numbers_of(curve);

	g_assert_cmpstr(text, ==, numbers);
}

static const struct cc_curve *
curve_of_value(const struct test_follow *f, const char *panel, size_t value)
{
	return f->follow->curves
	    .of_value[test_follow_fact(f, panel)->index][value];
}

static void
test_patients(void)
{
	struct test_follow f;

	test_follow_open(&f, "><patient id='mother'/><patient id='child'/>"
			     "<series id='m' code='platelets' for='mother'>"
			     "<value time='2014-05-02'>310</value></series>"
			     "<series id='c' code='platelets' for='child'>"
			     "<value time='2014-05-03'>41</value></series>"
			     "<series id='c2' code='platelets' for='child'>"
			     "<value time='2014-05-05'>88</value></series>"
			     "<panel id='p' time='2014-05-04' for='child'>"
			     "<value code='platelets'>60</value></panel>"
			     "<panel id='q' time='2014-05-01' for='mother'>"
			     "<value code='crp'>4</value></panel>");
	g_assert_cmpuint(f.follow->curves.count, ==, 2);
	assert_numbers(curve_of(&f, "m"), "310");
	assert_numbers(curve_of(&f, "c"), "41 60 88");
	g_assert_true(curve_of(&f, "c2") == curve_of(&f, "c"));
	g_assert_true(curve_of_value(&f, "p", 0) == curve_of(&f, "c"));
	g_assert_null(curve_of_value(&f, "q", 0));
	test_follow_close(&f);
}

/* 9.2 g/dL are 92 g/L; what nothing converts stays where it is, and so does
 * what has no date. */
static void
test_units(void)
{
	struct test_follow f;

	test_follow_open(&f,
	    "><series id='hb' code='haemoglobin' unit='g/L'>"
	    "<value time='2014-06'>104</value></series>"
	    "<panel id='p' time='2014-05-04'>"
	    "<value code='haemoglobin' unit='g/dL'>9.2</value>"
	    "<value code='haemoglobin' unit='furlong'>7</value></panel>"
	    "<panel id='u' after='p'>"
	    "<value code='haemoglobin'>99</value></panel>");
	assert_numbers(curve_of(&f, "hb"), "92 104");
	g_assert_cmpstr(curve_of(&f, "hb")->unit, ==, "g/L");
	g_assert_true(curve_of_value(&f, "p", 0) == curve_of(&f, "hb"));
	g_assert_null(curve_of_value(&f, "p", 1));
	g_assert_null(curve_of_value(&f, "u", 0));
	/* The first value, as it would be on an axis in g/dL. */
	g_assert_cmpfloat(cc_reading_in(&f.test.arena, curve_of(&f, "hb"),
			      &curve_of(&f, "hb")->reading[1], "g/dL")
			      ->number,
	    ==, 10.4);
	g_assert_null(cc_reading_in(&f.test.arena, curve_of(&f, "hb"),
	    &curve_of(&f, "hb")->reading[1], "furlong"));
	test_follow_close(&f);
}

/* What has a name of its own is a curve of its own. */
static void
test_apart(void)
{
	struct test_follow f;

	test_follow_open(&f,
	    "><series id='a' code='crp'><value time='2014-07'>8</value>"
	    "<value time='2014-02'>3</value></series>"
	    "<series id='b' code='crp'><label>CRP at home</label>"
	    "<value time='2014-03'>5</value></series>"
	    "<series id='c' unit='1'><label>steps</label>"
	    "<value time='2014-05'>900</value></series>"
	    "<series id='d' code='crp'><value time='2014-04'>6</value>"
	    "</series>");
	g_assert_cmpuint(f.follow->curves.count, ==, 3);
	assert_numbers(curve_of(&f, "a"), "3 6 8");
	assert_numbers(curve_of(&f, "b"), "5");
	assert_numbers(curve_of(&f, "c"), "900");
	test_follow_close(&f);
}

/* Of 2.25, 3 and 3.75 weeks all are meant to the hundredth: three quarters of
 * a week apart. */
static void
test_precision(void)
{
	struct test_follow f;
	const struct cc_curve *curve;
	int64_t at[3];

	test_follow_open(&f,
	    "clock='week'><series id='a' code='crp'>"
	    "<value time='2.25'>8</value><value time='3'>9</value>"
	    "<value time='3.75'>3</value></series>"
	    "<series id='b' code='ldh'><value time='1'>200</value>"
	    "<value time='5~'>210</value></series>"
	    "<series id='c' code='lactate' with='a'><value time='3'>2</value>"
	    "<value time='4'>1</value></series>");
	curve = curve_of(&f, "a");
	for (int i = 0; i < 3; i++) {
		const struct cc_span *span = &curve->reading[i].span;

		g_assert_true(curve->reading[i].exact);
		at[i] =
		    (span->earliest_start.minute + span->latest_end.minute) / 2;
	}
	g_assert_cmpint(at[1] - at[0], ==, 7 * DAY * 3 / 4);
	g_assert_cmpint(at[2] - at[1], ==, 7 * DAY * 3 / 4);
	/* One in its row stands where it does. */
	curve = curve_of(&f, "c");
	g_assert_cmpint((curve->reading[0].span.earliest_start.minute +
			    curve->reading[0].span.latest_end.minute) /
			    2,
	    ==, at[1]);
	/* Another curve is none the wiser. */
	curve = curve_of(&f, "b");
	g_assert_cmpint(curve->reading[0].span.latest_end.minute -
			    curve->reading[0].span.earliest_start.minute,
	    ==, 7 * DAY);
	test_follow_close(&f);
}

/* Under dates a month stays one, beside days. */
static void
test_dates(void)
{
	struct test_follow f;
	const struct cc_curve *curve;

	test_follow_open(&f,
	    "><series id='a' code='crp'><value time='2014-03-28'>8</value>"
	    "<value time='2014-03'>9</value></series>");
	curve = curve_of(&f, "a");
	assert_numbers(curve, "9 8");
	g_assert_false(curve->reading[0].exact);
	g_assert_true(curve->reading[1].exact);
	g_assert_cmpint(curve->reading[0].span.latest_end.minute -
			    curve->reading[0].span.earliest_start.minute,
	    ==, 31 * DAY);
	test_follow_close(&f);
}

static const struct cc_reading *
ordered_of(const struct cc_curve *curve, size_t i)
{
	g_assert_cmpuint(i, <, curve->ordered);
	return &curve->reading[curve->count + i];
}

static void
assert_place(const struct cc_reading *reading, double number, int64_t from,
    int64_t to, double share)
{
	const struct cc_span *span = &reading->place->span;

	g_assert_cmpint(reading->place->kind, ==, CC_ORDERED_BETWEEN);
	g_assert_cmpfloat(reading->shown->number, ==, number);
	g_assert_cmpint(span->earliest_start.minute, ==, from);
	g_assert_cmpint(span->latest_end.minute, ==, to);
	g_assert_cmpfloat_with_epsilon(reading->place->share, share, 1e-9);
	g_assert_false(reading->exact);
}

/* Without a date: from what a value comes after to the last contact, in the
 * order of the file; in the step of what has none itself. */
static void
test_ordered(void)
{
	struct test_follow f;
	const struct cc_curve *curve;
	const int64_t biopsy = cc_instant_from_date(2021, 4, 6).minute + 720;
	const int64_t over = cc_instant_from_date(2022, 2, 3).minute;

	test_follow_open(&f,
	    "><procedure id='b' code='biopsy' time='2021-04-06'/>"
	    "<series id='ldh' code='ldh'>"
	    "<value time='2021-01-04'>900</value>"
	    "<value after='b'>410</value>"
	    "<value time='2021-08-04'>220</value>"
	    "<value after='b'>380</value>"
	    "<value after='late'>700</value></series>"
	    "<procedure id='ct' code='ct' time='2022-02-02'/>"
	    "<procedure id='late' code='mri' after='ct'/>");
	curve = curve_of(&f, "ldh");
	assert_numbers(curve, "900 220");
	g_assert_cmpuint(curve->ordered, ==, 3);
	g_assert_false(curve->lost);
	assert_place(ordered_of(curve, 0), 410, biopsy, over, 1.0 / 3);
	assert_place(ordered_of(curve, 1), 380, biopsy, over, 2.0 / 3);
	g_assert_cmpint(ordered_of(curve, 2)->place->kind, ==, CC_ORDERED_STEP);
	g_assert_cmpint(
	    ordered_of(curve, 2)->span.earliest_start.minute, ==, CC_STEP_BASE);
	test_follow_close(&f);
}

/* A size of a lesion was taken while that was there, so far as that may be. */
static void
test_part_of_lesion(void)
{
	struct test_follow f;
	const struct cc_fact *lesion;
	struct cc_ordered place;

	test_follow_open(&f,
	    "><procedure id='b' code='biopsy' time='2021-04-06'/>"
	    "<lesion id='l' site='liver' unit='mm' "
	    "time='2021-05-10/2021-09-03'>"
	    "<value after='b'>31</value></lesion>"
	    "<lesion id='k' site='bone' unit='mm' time='2021-01-10/2021-03-03'>"
	    "<value after='b'>8</value></lesion>"
	    "<outcome code='alive' time='2022-02-02'/>");
	lesion = test_follow_fact(&f, "l");
	place = cc_order_part(f.follow, lesion, &lesion->values[0].when);
	g_assert_true(place.closed);
	g_assert_cmpint(place.span.earliest_start.minute, ==,
	    cc_instant_from_date(2021, 5, 10).minute);
	g_assert_cmpint(place.span.latest_end.minute, ==,
	    cc_instant_from_date(2021, 9, 4).minute);
	lesion = test_follow_fact(&f, "k");
	place = cc_order_part(f.follow, lesion, &lesion->values[0].when);
	g_assert_false(place.closed);
	g_assert_cmpint(place.span.latest_end.minute, ==,
	    cc_instant_from_date(2022, 2, 3).minute);
	test_follow_close(&f);
}

/* One unit, one axis; by a code as well as by an id. */
static void
test_company(void)
{
	struct test_follow f;

	test_follow_open(&f,
	    "><patient id='mother'/><patient id='child'/>"
	    "<series id='b' code='alt' for='child'>2014-05 20</series>"
	    "<series id='m' code='alt' for='mother'>2014-05 20</series>"
	    "<series id='ast' code='ast' for='mother' with='alt'>2014-05 30"
	    "</series>"
	    "<series id='crp' code='crp' for='mother' with='m'>2014-05 9"
	    "</series>");
	g_assert_null(curve_of(&f, "m")->with);
	g_assert_true(curve_of(&f, "ast")->with == curve_of(&f, "m"));
	g_assert_false(cc_curve_is_right(curve_of(&f, "ast")));
	g_assert_true(curve_of(&f, "crp")->with == curve_of(&f, "m"));
	g_assert_true(cc_curve_is_right(curve_of(&f, "crp")));
	test_follow_close(&f);
}

static void
assert_piece(const struct cc_dose_piece *piece, double first, double last,
    double days, bool sure)
{
	g_assert_cmpfloat(piece->first, ==, first);
	g_assert_cmpfloat(piece->last, ==, last);
	g_assert_cmpfloat(
	    (double)(piece->to.minute - piece->from.minute) / DAY, ==, days);
	g_assert_true(piece->sure == sure);
}

/* A step on a day, a taper, a pause, an end in a month. */
static void
test_area(void)
{
	struct test_follow f;
	const struct cc_dose_area *area;

	test_follow_open(&f,
	    "><treatment id='p' code='prednisone' time='2014-05-01/2014-08'"
	    " dose='60 mg/d'><dose time='2014-05-11/2014-05-20' to='20'>60"
	    "</dose><dose time='2014-05-21'>0</dose>"
	    "<dose time='2014-05-26'>10</dose></treatment>"
	    "<series id='s' code='crp' area='p'>2014-05 20</series>"
	    "<series id='t' code='ldh' area='prednisone'>2014-05 20</series>");
	area = curve_of(&f, "s")->area;
	g_assert_cmpfloat(area->most, ==, 60);
	g_assert_cmpstr(area->unit, ==, "mg/d");
	g_assert_cmpuint(area->count, ==, 4);
	assert_piece(&area->piece[0], 60, 60, 10, true);
	assert_piece(&area->piece[1], 60, 20, 10, true);
	assert_piece(&area->piece[2], 10, 10, 67, true);
	assert_piece(&area->piece[3], 10, 0, 31, false);
	g_assert_cmpuint(curve_of(&f, "t")->area->count, ==, 4);
	test_follow_close(&f);
}

/* A drug of regimens; doses of two units have no one axis. */
static void
test_area_drugs(void)
{
	struct test_follow f;
	const struct cc_dose_area *area;

	test_follow_open(&f,
	    "><treatment id='a' code='VRd' time='2014-05-01/2014-05-31'>"
	    "<drug code='dexamethasone' dose='40 mg'/></treatment>"
	    "<treatment code='dexamethasone' time='2014-07-01/2014-07-10'"
	    " dose='20 mg'/>"
	    "<treatment code='dexamethasone' time='2014-08-01/2014-08-10'"
	    " status='planned' dose='1 g'/>"
	    "<series id='s' code='crp' area='dexamethasone'>2014-05 20</series>"
	    "<series id='t' code='ldh' area='a'>2014-05 20</series>");
	area = curve_of(&f, "s")->area;
	g_assert_true(area->alike);
	g_assert_cmpuint(area->count, ==, 2);
	assert_piece(&area->piece[0], 40, 40, 31, true);
	assert_piece(&area->piece[1], 20, 20, 10, true);
	g_assert_cmpuint(curve_of(&f, "t")->area->count, ==, 0);
	test_follow_close(&f);
}

/* One unit that is spelled in two ways is one: of doses, of a drug's stretches,
 * of two curves that share a row. */
static void
test_spelled(void)
{
	struct test_follow f;
	const struct cc_dose_area *area;

	test_follow_open(&f,
	    "><treatment code='prednisone' time='2014-05-01/2014-05-31'"
	    " dose='60 mg/day'><dose time='2014-05-11'>40 mg/d</dose>"
	    "</treatment>"
	    "<treatment code='prednisone' time='2014-07-01/2014-07-10'"
	    " dose='20 mg/24 h'/>"
	    "<series id='s' code='urine-protein' unit='g/day'"
	    " area='prednisone'>2014-05 2</series>"
	    "<series id='t' code='urine-albumin' unit='g/24h' with='s'>"
	    "2014-05 1</series>"
	    "<series code='urine-protein' unit='mg/24h'>2014-09 900</series>");
	/* The last one goes on, though it says nothing of the area. */
	g_assert_cmpuint(curve_of(&f, "s")->count, ==, 2);
	area = curve_of(&f, "s")->area;
	g_assert_true(area->alike);
	g_assert_cmpuint(area->count, ==, 3);
	assert_piece(&area->piece[0], 60, 60, 10, true);
	assert_piece(&area->piece[1], 40, 40, 21, true);
	assert_piece(&area->piece[2], 20, 20, 10, true);
	g_assert_nonnull(curve_of(&f, "t")->with);
	g_assert_false(cc_curve_is_right(curve_of(&f, "t")));
	test_follow_close(&f);
}

/* Whose curve a fact was given for; NULL: none. */
static const struct cc_curve *
served_by(const struct test_follow *f, const char *id)
{
	return f->follow->curves.served[test_follow_fact(f, id)->index];
}

/* The first of its tests that has values; a line of therapy, a course, what was
 * not done and what found something serve none. */
static void
test_served(void)
{
	struct test_follow f;

	test_follow_open(&f,
	    "clock='day'><diagnosis code='aml' time='0'/>"
	    "<line><treatment id='line' code='7+3' time='1/7'/></line>"
	    "<procedure id='red' code='red-cell-transfusion' time='3'/>"
	    "<procedure id='tc' code='platelet-transfusion' time='3'/>"
	    "<procedure id='told' code='red-cell-transfusion' time='4' "
	    "result='fever'/>"
	    "<procedure id='planned' code='red-cell-transfusion' time='5' "
	    "status='planned'/>"
	    "<treatment id='once' code='pegfilgrastim' time='9' "
	    "intent='supportive'/>"
	    "<treatment id='course' code='G-CSF' time='9/16' "
	    "intent='supportive'/>"
	    "<treatment id='week' code='G-CSF' time='9' freq='daily x 7' "
	    "intent='supportive'/>"
	    "<series id='hct' code='haematocrit' unit='%'>"
	    "<value time='2'>21</value></series>"
	    "<series id='wbc' code='wbc'><value time='2'>0.4</value></series>");
	g_assert_true(served_by(&f, "red") == curve_of(&f, "hct"));
	g_assert_true(served_by(&f, "once") == curve_of(&f, "wbc"));
	g_assert_null(served_by(&f, "tc"));
	g_assert_null(served_by(&f, "told"));
	g_assert_null(served_by(&f, "planned"));
	g_assert_null(served_by(&f, "course"));
	g_assert_null(served_by(&f, "week"));
	g_assert_null(served_by(&f, "line"));
	test_follow_close(&f);
}

int
main(int argc, char **argv)
{
	int result;

	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/curve/patients", test_patients);
	g_test_add_func("/curve/units", test_units);
	g_test_add_func("/curve/apart", test_apart);
	g_test_add_func("/curve/precision", test_precision);
	g_test_add_func("/curve/dates", test_dates);
	g_test_add_func("/curve/ordered", test_ordered);
	g_test_add_func("/curve/part-of-lesion", test_part_of_lesion);
	g_test_add_func("/curve/company", test_company);
	g_test_add_func("/curve/area", test_area);
	g_test_add_func("/curve/served", test_served);
	g_test_add_func("/curve/area/drugs", test_area_drugs);
	g_test_add_func("/curve/area/spelled", test_spelled);
	result = g_test_run();
	test_follow_finish();
	return result;
}
