/* What follows from a course: each patient's own, and nothing that did not
 * happen. */
#include "follow-case.h"

/* A mother and her child: neither ends what is the other's. */
static void
test_patients(void)
{
	struct test_follow f;
	const struct cc_patient_course *mother, *child;

	test_follow_open(&f,
	    "><patient id='m' sex='female' age='33'/>"
	    "<patient id='c' sex='male' age='0'/>"
	    "<diagnosis id='dx' code='multiple-myeloma' time='2020-03-01'/>"
	    "<diagnosis id='nb' code='neuroblastoma' for='c'"
	    " time='2020-09-01'/>"
	    "<event time='2022-05-04'>"
	    "<label>Delivered of a second child</label></event>"
	    "<outcome id='dead' code='death' for='c' time='2021-02-03'/>");
	mother = &f.follow->patients[0];
	child = &f.follow->patients[1];
	g_assert_true(mother->diagnosis == test_follow_fact(&f, "dx"));
	g_assert_true(child->diagnosis == test_follow_fact(&f, "nb"));
	g_assert_null(mother->death);
	g_assert_true(child->death == test_follow_fact(&f, "dead"));
	g_assert_cmpint(
	    mother->over.minute, ==, cc_instant_from_date(2022, 5, 5).minute);
	g_assert_cmpint(
	    child->over.minute, ==, cc_instant_from_date(2021, 2, 4).minute);
	test_follow_close(&f);
}

static int64_t
day(int year, int month, int date)
{
	return cc_instant_from_date(year, month, date).minute;
}

static void
assert_contact(const char *body, int64_t earliest, int64_t latest)
{
	struct test_follow f;
	const struct cc_patient_course *patient;

	test_follow_open(&f, body);
	patient = &f.follow->patients[0];
	g_assert_true(patient->contact.dated);
	g_assert_cmpint(patient->contact.earliest_end.minute, ==, earliest);
	g_assert_cmpint(patient->contact.latest_end.minute, ==, latest);
	g_assert_cmpint(patient->over.minute, ==, latest);
	test_follow_close(&f);
}

/* "Then or later" was seen then at least, "then or earlier" then at most; a
 * death is the last of it, whatever could have been later. */
static void
test_contact(void)
{
	assert_contact("><event code='rash' time='2020-05-04'/>"
		       "<event code='rash' time='[2020-08..]'/>",
	    day(2020, 8, 1), day(2020, 9, 1));
	assert_contact("><event code='rash' time='2020-05-04'/>"
		       "<event code='rash' time='[2021..]'/>",
	    day(2021, 1, 1), day(2022, 1, 1));
	assert_contact(" clock='month'><event code='rash' time='3'/>"
		       "<event code='rash' time='2/[7..]'/>",
	    7 * cc_precision_minutes(CC_PRECISION_MONTH),
	    8 * cc_precision_minutes(CC_PRECISION_MONTH));
	assert_contact("><event code='rash' time='2020-05-04'/>"
		       "<event code='rash' time='[..2020-08-02]'/>",
	    day(2020, 5, 4), day(2020, 8, 3));
	assert_contact("><outcome code='death' time='2020-06'/>"
		       "<event code='rash' time='2020-01/[2020-05..2020-12]'/>"
		       "<procedure code='autopsy' time='2020-08-01'/>"
		       "<procedure code='ct' time='2020-06-10'/>",
	    day(2020, 6, 10), day(2020, 7, 1));
}

static void
assert_lasts(const char *body, bool interval, int64_t earliest, int64_t latest)
{
	struct test_follow f;
	struct cc_extent extent;

	test_follow_open(&f, body);
	extent = cc_extent_of(f.follow, &f.follow->course->facts[0], NULL);
	g_assert_cmpint(extent.span.interval, ==, interval);
	g_assert_cmpint(extent.span.earliest_end.minute, ==, earliest);
	g_assert_cmpint(extent.span.latest_end.minute, ==, latest);
	test_follow_close(&f);
}

#define SEEN "<outcome code='alive' time='2023-09-01'/>"

/* The day of the first and how often, how far apart: until the last, which is
 * 21 days after the first of four weekly doses. Not beyond the last contact; a
 * month that holds them all says no more than that; what has an end has one. */
static void
test_repeated(void)
{
	assert_lasts("><treatment code='rituximab' time='2023-02-10' "
		     "freq='weekly x 4'/>" SEEN,
	    true, day(2023, 3, 3), day(2023, 3, 4));
	assert_lasts("><treatment code='VCd' time='2023-02-10' cycles='4' "
		     "every='21d'/>" SEEN,
	    true, day(2023, 4, 14), day(2023, 4, 15));
	assert_lasts("><procedure code='plasma-exchange' time='2023-02-10' "
		     "count='5' every='2d'/>" SEEN,
	    true, day(2023, 2, 18), day(2023, 2, 19));
	assert_lasts(
	    "><treatment code='R-CHOP' time='2023-02-10'>"
	    "<drug code='rituximab' freq='weekly x 4'/></treatment>" SEEN,
	    true, day(2023, 3, 3), day(2023, 3, 4));
	assert_lasts("><treatment code='rituximab' time='2023-02-10' "
		     "freq='weekly x 4'/>"
		     "<outcome code='death' time='2023-02-20'/>",
	    true, day(2023, 2, 20), day(2023, 2, 21));
	assert_lasts("><treatment code='rituximab' time='2023-01' "
		     "freq='weekly x 4'/>" SEEN,
	    false, day(2023, 1, 1), day(2023, 2, 1));
	assert_lasts(
	    "><treatment code='rituximab' time='2023-02-10/2023-02-28' "
	    "freq='weekly x 4'/>" SEEN,
	    true, day(2023, 2, 28), day(2023, 3, 1));
	assert_lasts("><treatment code='rituximab' time='2023-02-10' "
		     "freq='weekly'/>" SEEN,
	    false, day(2023, 2, 10), day(2023, 2, 11));
}

/* What was running already was last seen when it ended, as finely as that is
 * known: its beginning is no contact at all. */
static void
test_contact_unbegun(void)
{
	struct test_follow f;
	const struct cc_span *contact;

	test_follow_open(&f, "><event code='rash' time='2020-05-04'/>"
			     "<treatment code='G-CSF' "
			     "time='../2020-08-02T04:13'/>");
	contact = &f.follow->patients[0].contact;
	g_assert_cmpint(contact->start_precision, ==, CC_PRECISION_MINUTE);
	g_assert_cmpint(contact->earliest_start.minute, ==,
	    day(2020, 8, 2) + 4 * 60 + 13);
	test_follow_close(&f);
}

/* Nobody knows of the first day of the only fact that there is. */
static void
test_no_contact(void)
{
	struct test_follow f;

	test_follow_open(&f, "><event code='rash' time='[..2020-08-02]'/>");
	g_assert_false(f.follow->patients[0].contact.dated);
	test_follow_close(&f);
}

/* What is drawn ends where the last can have been: with a death, unless a
 * later thing is known. */
static void
test_last(void)
{
	struct test_follow f;

	test_follow_open(&f,
	    "><event code='rash' time='[2020-04..2023-02]'/>"
	    "<outcome code='death' time='2021-03-04'/>");
	g_assert_cmpint(f.follow->last.minute, ==, day(2021, 3, 5));
	test_follow_close(&f);
	test_follow_open(&f,
	    "><event code='rash' time='[2020-04..2023-02]'/>"
	    "<outcome code='death' time='2021-03-04'/>"
	    "<genetics time='2021-06-07'><finding>TP53</finding></genetics>");
	g_assert_cmpint(f.follow->last.minute, ==, day(2021, 6, 8));
	test_follow_close(&f);
}

/* In the order of time; one without a date stands last. */
static void
test_turns(void)
{
	struct test_follow f;
	const enum cc_turn_kind kinds[] = {CC_TURN_DIAGNOSIS,
	    CC_TURN_PROGRESSION, CC_TURN_RELAPSE, CC_TURN_DEATH};
	const struct cc_turns *turns;

	test_follow_open(&f,
	    "><outcome id='dead' code='death' after='rel'/>"
	    "<relapse id='rel' time='2021-06'/>"
	    "<diagnosis id='dx' code='multiple-myeloma' time='2020-01'/>"
	    "<treatment code='VRd' time='2020-02/2020-08'/>"
	    "<response id='vgpr' code='VGPR' time='2020-06'/>"
	    "<response id='pd' code='PD' time='2020-11'/>");
	turns = &f.follow->turns;
	g_assert_cmpuint(turns->count, ==, G_N_ELEMENTS(kinds));
	for (size_t i = 0; i < turns->count; i++)
		g_assert_cmpint(turns->item[i].kind, ==, kinds[i]);
	g_assert_true(turns->item[0].index);
	g_assert_false(turns->item[1].index);
	g_assert_null(turns->of[test_follow_fact(&f, "vgpr")->index]);
	g_assert_true(
	    cc_turn_is_back(turns->of[test_follow_fact(&f, "pd")->index]));
	g_assert_true(
	    cc_turn_is_death(turns->of[test_follow_fact(&f, "dead")->index]));
	test_follow_close(&f);
}

/* Codes are looked up once, by the scheme in force. */
static void
test_resolved(void)
{
	struct test_follow f;
	const struct cc_fact *fact;

	test_follow_open(&f,
	    "><diagnosis code='multiple-myeloma' time='2020-01'/>"
	    "<treatment id='t' code='VRd' time='2020-02/2020-08' best='VGPR'/>"
	    "<procedure id='p' code='auto-sct' status='planned'"
	    " time='2020-09'/>"
	    "<response id='r' code='CR' criteria='lugano-2014'"
	    " time='2020-10'/>");
	fact = test_follow_fact(&f, "t");
	g_assert_cmpstr(fact->term->code, ==, "VRd");
	g_assert_cmpstr(fact->scheme, ==, "imwg-2016");
	g_assert_cmpstr(fact->best_term->code, ==, "VGPR");
	g_assert_true(fact->happened);
	g_assert_false(test_follow_fact(&f, "p")->happened);
	fact = test_follow_fact(&f, "r");
	g_assert_cmpstr(fact->scheme, ==, "lugano-2014");
	g_assert_cmpstr(fact->term->scheme, ==, "lugano-2014");
	test_follow_close(&f);
}

static struct cc_extent
extent_of(const struct test_follow *f, const char *id)
{
	return cc_extent_of(f->follow, test_follow_fact(f, id), NULL);
}

/* What goes on was seen to do so at the patient's own last contact, and not
 * beyond a death; plans are no contact. */
static void
test_goes_on(void)
{
	struct test_follow f;
	struct cc_extent extent;

	test_follow_open(&f,
	    "><patient id='m' sex='female' age='33'/>"
	    "<patient id='c' sex='male' age='0'/>"
	    "<treatment id='a' code='aspirin' time='2020-02-01/..'/>"
	    "<treatment id='b' code='aspirin' for='c' time='2020-03-01/..'/>"
	    "<procedure code='auto-sct' status='planned' time='2025-01-01'/>"
	    "<outcome code='alive' time='2022-06-30'/>"
	    "<outcome id='dead' code='death' for='c' time='2021-02-03'/>");
	extent = extent_of(&f, "a");
	g_assert_cmpint(extent.end, ==, CC_END_GOES_ON);
	g_assert_cmpint(
	    extent.span.latest_end.minute, ==, day(2022, 7, 1));
	extent = extent_of(&f, "b");
	g_assert_cmpint(extent.end, ==, CC_END_DEATH);
	g_assert_true(extent.ended_by == test_follow_fact(&f, "dead"));
	g_assert_cmpint(
	    extent.span.earliest_end.minute, ==, day(2021, 2, 3));
	g_assert_cmpint(
	    extent.span.latest_end.minute, ==, day(2021, 2, 4));
	test_follow_close(&f);
}

static int64_t
latest_of(const struct test_follow *f, const char *id)
{
	return cc_follow_span(f->follow, test_follow_fact(f, id))
	    ->latest_end.minute;
}

/* What may lie on both sides of a death lies before it, of that patient and
 * of what happened; what is found in tissue may come later. */
static void
test_in_life(void)
{
	struct test_follow f;

	test_follow_open(&f,
	    "><patient id='m' sex='female' age='33'/>"
	    "<patient id='c' sex='male' age='0'/>"
	    "<event id='fever' code='fever' time='[2020-12..2021-06]'/>"
	    "<event id='other' code='fever' for='c'"
	    " time='[2020-12..2021-06]'/>"
	    "<event id='open' code='rash' time='[2021-02..]'/>"
	    "<event id='long' code='rash' time='2020-12/[2021-02..2021-08]'/>"
	    "<event id='before' code='rash' time='[2020-12..2021-02]'/>"
	    "<procedure id='plan' code='ct' status='planned'"
	    " time='[2021-02..2021-08]'/>"
	    "<procedure id='tissue' code='biopsy' time='[2021-02..2021-08]'/>"
	    "<response code='PR' criteria='recist-1.1'"
	    " time='[2021-01..2021-09]'/>"
	    "<outcome code='death' time='2021-04'/>");
	g_assert_cmpint(latest_of(&f, "fever"), ==, day(2021, 5, 1));
	g_assert_cmpint(latest_of(&f, "open"), ==, day(2021, 5, 1));
	g_assert_cmpint(latest_of(&f, "long"), ==, day(2021, 5, 1));
	g_assert_cmpint(latest_of(&f, "other"), ==, day(2021, 7, 1));
	g_assert_cmpint(latest_of(&f, "before"), ==, day(2021, 3, 1));
	g_assert_cmpint(latest_of(&f, "plan"), ==, day(2021, 9, 1));
	g_assert_cmpint(latest_of(&f, "tissue"), ==, day(2021, 9, 1));
	g_assert_cmpint(f.follow->states.of[0].item[0].from.latest_end.minute,
	    ==, day(2021, 5, 1));
	test_follow_close(&f);
}

/* A treatment without a date comes before a death on the same day, or one of
 * which nobody knows that it was later: it is behind no axis. */
static void
test_before_death(void)
{
	const struct cc_ordered *place;
	struct test_follow f;

	test_follow_open(&f,
	    ">"
	    "<response id='pr' code='PR' criteria='recist-1.1'"
	    " time='2020-06-01'/>"
	    "<treatment id='given' code='VRd' after='pr'/>"
	    "<procedure id='plan' code='ct' status='planned' after='pr'/>"
	    "<outcome code='death' time='[2019..2021]'/>");
	place = &f.follow->order.of[test_follow_fact(&f, "given")->index];
	g_assert_cmpint(place->kind, ==, CC_ORDERED_BETWEEN);
	g_assert_cmpint(place->span.latest_end.minute, ==, day(2022, 1, 1));
	place = &f.follow->order.of[test_follow_fact(&f, "plan")->index];
	g_assert_cmpint(place->kind, ==, CC_ORDERED_STEP);
	test_follow_close(&f);
}

/* An end that nobody stated is no later than the death. */
static void
test_ends_by_death(void)
{
	struct test_follow f;
	struct cc_extent extent;

	test_follow_open(&f,
	    ">"
	    "<event id='rash' code='rash' time='2020-12-10/'/>"
	    "<lesion id='liver' site='liver' time='[2020..2023]/'/>"
	    "<outcome id='dead' code='death' time='2021-02-03'/>");
	extent = extent_of(&f, "rash");
	g_assert_cmpint(extent.end, ==, CC_END_NOT_STATED);
	g_assert_true(extent.ended_by == test_follow_fact(&f, "dead"));
	g_assert_cmpint(extent.span.latest_end.minute, ==, day(2021, 2, 4));
	extent = extent_of(&f, "liver");
	g_assert_cmpint(extent.span.latest_start.minute, ==, day(2021, 2, 4));
	g_assert_cmpint(extent.span.latest_end.minute, ==, day(2021, 2, 4));
	test_follow_close(&f);
}

/* What is told of a thing later on was there until then, whoever states no end:
 * its doses, grades and sizes, each as far as its own time is sure. */
static void
test_last_told(void)
{
	static const struct {
		const char *fact;
		int sure[3], told[3];
	} rows[] = {
	    {"<treatment id='x' code='prednisone' unit='mg' time='2020-02-01/'>"
	     "<dose>60</dose><dose time='2020-03-10'>20</dose></treatment>",
		{2020, 3, 10}, {2020, 3, 11}},
	    {"<event id='x' code='rash' time='2020-02-01/'>"
	     "<grade time='[2020-03-05..2020-05-20]'>2</grade></event>",
		{2020, 3, 5}, {2020, 5, 21}},
	    {"<lesion id='x' site='skin' time='2020-02-01/'>"
	     "<value time='2020-04' unit='mm'>9</value></lesion>",
		{2020, 4, 1}, {2020, 5, 1}},
	    {"<treatment id='x' time='2020-02-01/'><label>trial</label>"
	     "<drug code='rituximab' time='2020-02-01/2020-06-30'/>"
	     "</treatment>",
		{2020, 6, 30}, {2020, 7, 1}},
	    /* After the death nothing of it was. */
	    {"<event id='x' code='rash' time='2020-02-01/'>"
	     "<grade time='[2020-03..]'>2</grade></event>",
		{2020, 3, 1}, {2021, 2, 4}},
	    {"<event id='x' code='rash' time='2020-02-01/'/>", {2020, 2, 1},
		{2020, 2, 2}},
	};

	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_autofree char *xml = g_strconcat(">", rows[i].fact,
		    "<outcome code='death' time='2021-02-03'/>", NULL);
		const int *sure = rows[i].sure, *told = rows[i].told;
		struct cc_extent extent;
		struct test_follow f;

		test_follow_open(&f, xml);
		extent = extent_of(&f, "x");
		g_assert_cmpint(extent.end, ==, CC_END_NOT_STATED);
		g_assert_cmpint(extent.span.earliest_end.minute, ==,
		    day(sure[0], sure[1], sure[2]));
		g_assert_cmpint(
		    extent.told.minute, ==, day(told[0], told[1], told[2]));
		g_assert_cmpint(
		    extent.span.latest_end.minute, ==, day(2021, 2, 4));
		test_follow_close(&f);
	}
}

/* Of what nobody states the start: it had begun by the first of its sizes,
 * doses and grades. */
static void
test_first_told(void)
{
	static const struct {
		const char *fact;
		int begun[3];
	} rows[] = {
	    {"<lesion id='x' site='skin' time='/2020-09'>"
	     "<value time='2020-05' unit='mm'>9</value>"
	     "<value time='2020-07-03' unit='mm'>5</value></lesion>",
		{2020, 6, 1}},
	    {"<event id='x' code='rash' time='/2020-09-10'>"
	     "<grade time='2020-04-02'>2</grade></event>",
		{2020, 4, 3}},
	    /* "by April" is said of the start itself. */
	    {"<lesion id='x' site='skin' time='[..2020-04-01]/2020-09-10'>"
	     "<value time='2020-05-02' unit='mm'>9</value></lesion>",
		{2020, 4, 2}},
	    {"<lesion id='x' site='skin' time='/2020-09-10'/>", {2020, 9, 11}},
	};

	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_autofree char *xml = g_strconcat(">", rows[i].fact,
		    "<outcome code='alive' time='2021-02-03'/>", NULL);
		const int *begun = rows[i].begun;
		struct cc_extent extent;
		struct test_follow f;

		test_follow_open(&f, xml);
		extent = extent_of(&f, "x");
		g_assert_cmpint(extent.start, ==, CC_START_NOT_STATED);
		g_assert_cmpint(extent.span.latest_start.minute, ==,
		    day(begun[0], begun[1], begun[2]));
		test_follow_close(&f);
	}
}

/* What comes after something that may have been on both sides of a death, or
 * after the middle of what it comes after, was none the less in its life and
 * before what came after it. */
static void
test_between_bounds(void)
{
	const struct cc_ordered *place;
	struct test_follow f;

	test_follow_open(&f,
	    "><diagnosis id='dx' code='sepsis' time='[2018..2023]'/>"
	    "<treatment id='t' code='meropenem' after='dx'/>"
	    "<outcome code='death' time='2019-03-05'/>");
	place = &f.follow->order.of[test_follow_fact(&f, "t")->index];
	g_assert_cmpint(place->kind, ==, CC_ORDERED_BETWEEN);
	g_assert_cmpint(place->span.earliest_start.minute, <, day(2019, 3, 6));
	g_assert_cmpint(place->span.latest_end.minute, ==, day(2019, 3, 6));
	test_follow_close(&f);
	test_follow_open(&f,
	    "><diagnosis id='dx' code='dlbcl' time='2010'/>"
	    "<procedure id='p' code='ct' after='dx'/>"
	    "<treatment code='R-CHOP' time='2010-05-27/2010-07' after='p'/>"
	    "<outcome code='alive' time='2011-01-01'/>");
	place = &f.follow->order.of[test_follow_fact(&f, "p")->index];
	g_assert_cmpint(
	    place->span.earliest_start.minute, <=, day(2010, 5, 28));
	g_assert_cmpint(place->span.latest_end.minute, ==, day(2010, 5, 28));
	test_follow_close(&f);
	/* Dated, and after what is not: no earlier than that can have been. */
	test_follow_open(&f,
	    "><diagnosis id='dx' code='dlbcl' time='2010-01-04'/>"
	    "<procedure id='p' code='ct' after='dx'/>"
	    "<event id='e' code='rash' time='[..2010-06-01]' after='p'/>"
	    "<outcome code='alive' time='2011-01-01'/>");
	place = &f.follow->order.of[test_follow_fact(&f, "e")->index];
	g_assert_cmpint(place->span.earliest_start.minute, >=, day(2010, 1, 4));
	test_follow_close(&f);
}

/* Of "[a..]/" neither end has a bound: both lie within what is known. */
static void
test_unbounded(void)
{
	struct test_follow f;
	struct cc_extent extent;

	test_follow_open(&f,
	    "><treatment id='a' code='aspirin' time='[2020-02-01..]/'/>"
	    "<outcome code='alive' time='2020-03-01'/>");
	extent = extent_of(&f, "a");
	g_assert_cmpint(
	    extent.span.latest_start.minute, ==, day(2020, 3, 2));
	g_assert_cmpint(
	    extent.span.latest_end.minute, ==, day(2020, 3, 2));
	test_follow_close(&f);
}

/* An end that nobody stated: in a line what comes next limits it, of the same
 * patient and only where it happened. */
static void
test_not_stated(void)
{
	struct test_follow f;
	struct cc_extent extent;

	test_follow_open(&f,
	    "><patient id='m' sex='female' age='33'/>"
	    "<patient id='c' sex='male' age='0'/>"
	    "<line n='1'>"
	    "<treatment id='a' code='VRd' time='2020-02-01/'/>"
	    "<treatment code='lenalidomide' time='2020-06-01/2020-09-01'/>"
	    "</line>"
	    "<line n='2'><treatment code='KPd' status='not-done'"
	    " time='2020-10-01/2020-12-01'/></line>"
	    "<relapse for='c' time='2020-11-01'/>"
	    "<response id='pd' code='PD' criteria='imwg-2016'"
	    " time='2021-04-05'/>"
	    "<treatment id='atg' code='ATG' time='2021-05-01/'/>"
	    "<outcome code='alive' time='2022-06-30'/>");
	extent = extent_of(&f, "a");
	g_assert_cmpint(extent.end, ==, CC_END_LIMIT);
	g_assert_true(extent.ended_by == test_follow_fact(&f, "pd"));
	g_assert_cmpint(
	    extent.span.earliest_end.minute, ==, day(2020, 2, 1));
	g_assert_cmpint(
	    extent.span.latest_end.minute, ==, day(2021, 4, 6));
	extent = extent_of(&f, "atg");
	g_assert_cmpint(extent.end, ==, CC_END_NOT_STATED);
	g_assert_cmpint(
	    extent.span.latest_end.minute, ==, day(2022, 7, 1));
	test_follow_close(&f);
}

static void
test_starts(void)
{
	struct test_follow f;

	test_follow_open(&f,
	    "><diagnosis code='multiple-myeloma' time='2020-03-10'/>"
	    "<treatment id='o' code='aspirin' time='../2021-06-15'/>"
	    "<treatment id='e' code='aspirin' time='/2021-06-15'/>"
	    "<treatment id='u' code='aspirin' time='[..2020-03-10]/2021-06'/>"
	    "<treatment id='s' code='aspirin' time='2020-04/2021-06'/>");
	g_assert_cmpint(extent_of(&f, "o").start, ==, CC_START_BEFORE);
	g_assert_cmpint(extent_of(&f, "e").start, ==, CC_START_NOT_STATED);
	g_assert_cmpint(extent_of(&f, "u").start, ==, CC_START_NOT_STATED);
	g_assert_cmpint(extent_of(&f, "s").start, ==, CC_START_STATED);
	test_follow_close(&f);
}

static const struct cc_ordered *
ordered_of(const struct test_follow *f, const char *id)
{
	return &f->follow->order.of[test_follow_fact(f, id)->index];
}

/* Before the last dated fact a thing without a date lies between what it comes
 * after and what comes after it; behind it stand steps, the death last. */
static void
test_order(void)
{
	struct test_follow f;
	const struct cc_ordered *ordered;

	test_follow_open(&f,
	    "><diagnosis id='dx' code='aml' time='2020-01-10'/>"
	    "<outcome id='dead' code='death' after='mri'/>"
	    "<procedure id='mri' code='mri' after='aza'/>"
	    "<treatment id='ind' code='7+3' after='dx'/>"
	    "<procedure id='sct' code='allo-sct' after='ind'"
	    " time='2020-06-02'/>"
	    "<treatment id='hu' code='hydroxycarbamide' after='dx'/>"
	    "<relapse id='rel' time='2021-03-04'/>"
	    "<treatment id='aza' code='azacitidine' after='rel'/>");
	ordered = ordered_of(&f, "ind");
	g_assert_cmpint(ordered->kind, ==, CC_ORDERED_BETWEEN);
	g_assert_true(ordered->closed);
	g_assert_cmpint(ordered->span.earliest_start.minute, ==,
	    day(2020, 1, 10) + 720);
	g_assert_cmpint(
	    ordered->span.latest_end.minute, ==, day(2020, 6, 3));
	ordered = ordered_of(&f, "hu");
	g_assert_cmpint(ordered->kind, ==, CC_ORDERED_BETWEEN);
	g_assert_false(ordered->closed);
	g_assert_cmpint(
	    ordered->span.latest_end.minute, ==, day(2021, 3, 5));
	g_assert_cmpint(ordered_of(&f, "sct")->kind, ==, CC_ORDERED_DATED);
	g_assert_cmpuint(f.follow->order.steps, ==, 3);
	g_assert_true(f.follow->order.after == test_follow_fact(&f, "rel"));
	ordered = ordered_of(&f, "aza");
	g_assert_cmpint(ordered->kind, ==, CC_ORDERED_STEP);
	g_assert_cmpint(
	    ordered->span.earliest_start.minute, ==, CC_STEP_BASE);
	ordered = ordered_of(&f, "mri");
	g_assert_cmpint(ordered->span.earliest_start.minute, ==,
	    CC_STEP_BASE + CC_MINUTES_A_DAY);
	ordered = ordered_of(&f, "dead");
	g_assert_cmpint(ordered->span.earliest_start.minute, ==,
	    CC_STEP_BASE + 2 * CC_MINUTES_A_DAY);
	test_follow_close(&f);
}

/* Counted from a thing without a date: in the order of the offsets. */
static void
test_order_since(void)
{
	struct test_follow f;

	test_follow_open(&f,
	    "><diagnosis id='dx' code='aml' time='2020-01-10'/>"
	    "<treatment id='aza' code='azacitidine' after='dx'/>"
	    "<outcome id='dead' code='death' since='aza' time='14m'/>"
	    "<relapse id='rel' since='aza' time='11m'/>"
	    "<response id='cr' code='CR' since='aza' time='4m'/>");
	g_assert_cmpuint(f.follow->order.steps, ==, 4);
	for (size_t i = 0; i < 4; i++) {
		static const char *const ids[] = {"aza", "cr", "rel", "dead"};

		g_assert_cmpint(
		    ordered_of(&f, ids[i])->span.earliest_start.minute, ==,
		    CC_STEP_BASE + (int64_t)i * CC_MINUTES_A_DAY);
	}
	test_follow_close(&f);
}

/* An outcome without a word of its date was after everything else, and what
 * comes after it can be told. */
static void
test_order_end(void)
{
	static const char *const ids[] = {"rel", "ida", "end", "late"};
	struct test_follow f;

	test_follow_open(&f,
	    "><outcome id='end' code='lost-to-follow-up'/>"
	    "<diagnosis id='dx' code='aml' time='2020-01-10'/>"
	    "<comment id='late' after='end'><label>a letter</label></comment>"
	    "<treatment id='ida' code='idarubicin' after='rel'/>"
	    "<relapse id='rel' after='sct'/>"
	    "<procedure id='sct' code='allo-sct' time='2020-06-02'/>");
	g_assert_cmpuint(f.follow->order.steps, ==, 4);
	for (size_t i = 0; i < 2; i++)
		g_assert_cmpint(
		    ordered_of(&f, ids[i])->span.earliest_start.minute, ==,
		    CC_STEP_BASE + (int64_t)i * CC_MINUTES_A_DAY);
	g_assert_cmpint(ordered_of(&f, "end")->kind, ==, CC_ORDERED_STEP);
	g_assert_cmpint(ordered_of(&f, "late")->kind, ==, CC_ORDERED_STEP);
	g_assert_cmpint(ordered_of(&f, "end")->span.earliest_start.minute, <,
	    ordered_of(&f, "late")->span.earliest_start.minute);
	test_follow_close(&f);
}

/* Two of one span stand one behind the other, in their order. */
static void
test_order_shares(void)
{
	struct test_follow f;

	test_follow_open(&f,
	    "><diagnosis id='dx' code='aml' time='2020-01-10'/>"
	    "<event id='b' code='rash' after='a'/>"
	    "<event id='a' code='fever' after='dx'/>"
	    "<event id='c' code='nausea' after='dx'/>"
	    "<outcome code='alive' time='2021-03-04'/>");
	g_assert_cmpfloat_with_epsilon(
	    ordered_of(&f, "a")->share, 1.0 / 4, 1e-9);
	g_assert_cmpfloat_with_epsilon(
	    ordered_of(&f, "b")->share, 2.0 / 4, 1e-9);
	/* Only of the second is it known that another came before. */
	g_assert_cmpuint(ordered_of(&f, "a")->depth, ==, 0);
	g_assert_cmpuint(ordered_of(&f, "b")->depth, ==, 1);
	g_assert_cmpuint(ordered_of(&f, "c")->depth, ==, 0);
	g_assert_cmpuint(ordered_of(&f, "c")->depths, ==, 2);
	test_follow_close(&f);
}

/* A response without a date has its row: that of its patient and scheme, also
 * where nothing else is in it. */
static void
test_undated_responses(void)
{
	struct test_follow f;
	const struct cc_states *states;

	test_follow_open(&f,
	    "><diagnosis id='dx' code='multiple-myeloma' time='2020-01-10'/>"
	    "<treatment id='a' code='VRd' time='2020-02-01/2020-08-01'/>"
	    "<response code='PR' time='2020-09-01'/>"
	    "<response id='cr' code='CR' after='a'/>"
	    "<procedure id='p' code='auto-sct' after='cr' best='sCR'/>"
	    "<response id='pmr' code='PMR' criteria='lugano-2014'"
	    " after='cr'/>");
	states = &f.follow->states;
	g_assert_cmpuint(states->count, ==, 2);
	g_assert_cmpuint(states->of[0].count, ==, 1);
	g_assert_cmpuint(states->of[0].undated_count, ==, 2);
	g_assert_true(
	    states->of[0].undated[0] == test_follow_fact(&f, "cr"));
	g_assert_true(
	    states->of[0].undated[1] == test_follow_fact(&f, "p"));
	g_assert_cmpuint(states->of[1].count, ==, 0);
	g_assert_cmpstr(states->of[1].scheme, ==, "lugano-2014");
	g_assert_true(
	    states->of[1].undated[0] == test_follow_fact(&f, "pmr"));
	test_follow_close(&f);
}

/* What an event is to the reader, and its worst grade wherever it stands. */
static void
test_harms(void)
{
	struct test_follow f;
	const struct cc_harm *harm;

	test_follow_open(&f,
	    "><procedure id='cart' code='car-t' time='2020-03-01'/>"
	    "<event id='crs' code='crs' grade='1' time='2020-03-03/2020-03-09'>"
	    "<grade time='2020-03-03'>1</grade>"
	    "<grade time='2020-03-05'>3</grade></event>"
	    "<event id='cmv' code='pneumonia' time='2020-05-01'/>"
	    "<event id='birth' time='2021-05-01'><label>Birth</label></event>"
	    "<treatment id='t' code='tocilizumab' because='crs'"
	    " time='2020-03-05'/>");
	harm = f.follow->harms.of[test_follow_fact(&f, "crs")->index];
	g_assert_cmpint(harm->group, ==, CC_HARM_ADVERSE);
	g_assert_cmpint(harm->worst, ==, 3);
	g_assert_cmpstr(harm->grade, ==, "3");
	g_assert_true(harm->of_cells);
	harm = f.follow->harms.of[test_follow_fact(&f, "cmv")->index];
	g_assert_cmpint(harm->group, ==, CC_HARM_INFECTION);
	g_assert_false(harm->of_cells);
	g_assert_false(
	    cc_harm_is(&f.follow->harms, test_follow_fact(&f, "birth")));
	g_assert_true(f.follow->exposures.item[0].beside);
	test_follow_close(&f);
}

/* What is no line by itself, by the order of the file. */
static void
test_accompanies(void)
{
	static const struct {
		const char *inside, *accompanies;
	} cases[] = {
	    /* A drug that came with a regimen; maintenance after it. */
	    {"><line n='1'><treatment code='VRd' time='2020-01-06/2020-05-01'/>"
	     "<treatment code='daratumumab' time='2020-02-03/2020-05-01'/>"
	     "<treatment code='lenalidomide' time='2020-06-01/..'/></line>",
		"-+-"},
	    /* A line of drugs given together, and one of drugs in turn. */
	    {"><line n='1'>"
	     "<treatment code='prednisolone' time='2020-01-06/2020-09-01'/>"
	     "<treatment code='azathioprine' time='2020-02-03/2020-12-01'/>"
	     "</line><line n='2'>"
	     "<treatment code='MMF' time='2021-01-06/2021-02-01'/>"
	     "<treatment code='rituximab' time='2021-03-06'/></line>",
		"++--"},
	    /* Months in which both lie are no proof. */
	    {"><line n='1'><treatment code='MMF' time='2020-01/2020-06'/>"
	     "<treatment code='azathioprine' time='2020-06/2020-12'/></line>",
		"--"},
	    /* Beside the lines, and in a course without any. */
	    {"><line n='1'><treatment code='VRd' time='2020-01-06/2020-05-01'/>"
	     "</line><treatment code='VCd' time='2021'/>"
	     "<treatment code='aciclovir' time='2020-01-06/..'/>",
		"-++"},
	    {"><treatment code='VRd' time='2020-01-06/2020-05-01'/>"
	     "<treatment code='lenalidomide' time='2020-06-01/..'/>",
		"-+"},
	};

	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		struct test_follow f;
		const struct cc_exposures *exposures;

		test_follow_open(&f, cases[i].inside);
		exposures = &f.follow->exposures;
		g_assert_cmpuint(
		    exposures->count, ==, strlen(cases[i].accompanies));
		for (size_t k = 0; k < exposures->count; k++)
			g_assert_cmpint(exposures->item[k].accompanies, ==,
			    cases[i].accompanies[k] == '+');
		test_follow_close(&f);
	}
}

/* Home first, intensive care last; over some time alone. */
static void
test_stays(void)
{
	struct test_follow f;
	const struct cc_stays *stays;

	test_follow_open(&f,
	    "><event code='nicu' time='2020-03-01/2020-03-09'/>"
	    "<event code='ward' time='2020-03-01/2020-04-09'/>"
	    "<event code='icu' time='2020-04-11'/>"
	    "<event code='ward' status='planned' time='2021-04-11/2021-05'/>"
	    "<event code='home' time='2020-04-10/..'/>");
	stays = &f.follow->stays;
	g_assert_cmpuint(stays->count, ==, 3);
	g_assert_cmpint(stays->item[0].place, ==, CC_STAY_HOME);
	g_assert_cmpint(stays->item[1].place, ==, CC_STAY_WARD);
	g_assert_cmpint(stays->item[2].place, ==, CC_STAY_INTENSIVE);
	test_follow_close(&f);
}

static enum cc_story_part
part_of(const struct test_follow *f, const char *id)
{
	return f->follow->story.of[test_follow_fact(f, id)->index];
}

/* What each fact is to the story, and what an act is. */
static void
test_story(void)
{
	struct test_follow f;
	const struct cc_turn *turn;

	test_follow_open(&f,
	    "><diagnosis id='mds' code='mds' time='2018-05-02'/>"
	    "<relapse id='back' time='2019-07-09'/>"
	    "<diagnosis id='aml' code='aml' evolved-from='mds'"
	    " time='2019-07-09'/>"
	    "<event id='flu' time='2018-06-01'><label>flu</label></event>"
	    "<event id='sepsis' code='sepsis' time='2019-08-01/2019-08-20'/>"
	    "<event id='trip' time='2019-09-01'><label>trip</label></event>"
	    "<event id='move' status='planned' time='2019-09-02'>"
	    "<label>move</label></event>"
	    "<event id='rash' code='rash' time='2019-09-03'/>"
	    "<treatment id='aza' code='azacitidine' time='2018-06/2018-09'/>"
	    "<procedure id='sct' code='allo-sct' status='not-done'"
	    " because='flu sepsis' time='2019-09-01'/>"
	    "<procedure id='second' code='allo-sct' status='not-done'"
	    " because='sepsis' time='2019-10-01'/>"
	    "<comment id='said' time='2019-03/2019-04'>"
	    "<label>abroad</label></comment>");
	g_assert_cmpint(part_of(&f, "mds"), ==, CC_STORY_TURN);
	g_assert_cmpint(part_of(&f, "trip"), ==, CC_STORY_EVENT);
	g_assert_cmpint(part_of(&f, "move"), ==, CC_STORY_HARM);
	g_assert_cmpint(part_of(&f, "rash"), ==, CC_STORY_HARM);
	g_assert_cmpint(part_of(&f, "aza"), ==, CC_STORY_CARE);
	g_assert_cmpint(part_of(&f, "said"), ==, CC_STORY_REMARK);
	g_assert_cmpint(part_of(&f, "flu"), ==, CC_STORY_REASON);
	/* It lasted: its bar says more than the act's reason does. */
	g_assert_cmpint(part_of(&f, "sepsis"), ==, CC_STORY_HARM);
	g_assert_cmpuint(f.follow->story.act_count, ==, 2);
	g_assert_cmpint(
	    f.follow->story.act[0].look, ==, CC_ACT_TRANSPLANT);
	turn = f.follow->turns.of[test_follow_fact(&f, "back")->index];
	g_assert_true(turn->with == test_follow_fact(&f, "aml"));
	turn = f.follow->turns.of[test_follow_fact(&f, "aml")->index];
	g_assert_true(turn->with == test_follow_fact(&f, "back"));
	turn = f.follow->turns.of[test_follow_fact(&f, "mds")->index];
	g_assert_null(turn->with);
	test_follow_close(&f);
}

static int64_t
exact_of(const char *body)
{
	struct test_follow f;
	int64_t exact;

	test_follow_open(&f, body);
	exact = f.follow->exact;
	test_follow_close(&f);
	return exact;
}

/* What is exact: a day under dates, an hour where the course is told in
 * hours, the unit of a clock that counts or what half of the case is told in,
 * where that is finer. */
static void
test_exact(void)
{
	g_assert_cmpint(exact_of("><diagnosis code='aml' time='2020-01-04'/>"
				 "<outcome code='alive' time='2020-06'/>"),
	    ==, 1440);
	g_assert_cmpint(exact_of("><diagnosis code='aml' time='2020-01-04'/>"
				 "<event time='2020-01-04T16:20'>"
				 "<label>Seizure</label></event>"
				 "<event time='2020-01-05T02:00'>"
				 "<label>Intubated</label></event>"),
	    ==, 60);
	/* One time of day among months makes no day uncertain. */
	g_assert_cmpint(exact_of("><diagnosis code='aml' time='2020-01-04'/>"
				 "<event time='2020-05-04T16:20'>"
				 "<label>Seizure</label></event>"
				 "<outcome code='alive' time='2021-06'/>"),
	    ==, 1440);
	g_assert_cmpint(
	    exact_of("clock='week'><diagnosis code='aml' time='3'/>"), ==,
	    7 * 1440);
	/* A newborn's course, in which "4m" and "1" are not days. */
	g_assert_cmpint(
	    exact_of("clock='age'><diagnosis code='aml' time='12d'/>"
		     "<treatment id='t' code='cytarabine' time='14d/30d'/>"
		     "<event since='t' time='21d'><label>home</label></event>"
		     "<event time='4m'><label>seen</label></event>"
		     "<outcome code='alive' time='1'/>"),
	    ==, 1440);
	/* Whole years, and one age in months. */
	g_assert_cmpint(
	    exact_of("clock='age'><diagnosis code='aml' time='8m'/>"
		     "<treatment code='cytarabine' time='1/3'/>"
		     "<outcome code='alive' time='12'/>"),
	    ==, 525960);
	/* Decimals of a month: a tenth. */
	g_assert_cmpint(
	    exact_of("clock='month'><diagnosis code='aml' time='0'/>"
		     "<treatment code='cytarabine' time='0.5/6.2'/>"
		     "<outcome code='alive' time='9.7'/>"),
	    ==, 4383);
}

static enum cc_precision
usual_of(const char *body, int from, int to)
{
	struct test_follow f;
	enum cc_precision usual;

	test_follow_open(&f, body);
	usual = cc_precision_usual(f.follow->course,
	    cc_instant_from_date(from, 1, 1), cc_instant_from_date(to, 1, 1));
	test_follow_close(&f);
	return usual;
}

/* The median of all that is dated, each end of an interval and each value of a
 * series for itself; of two middle ones the finer. */
static void
test_usual(void)
{
	static const char body[] =
	    "><diagnosis code='aml' time='2019'/>"
	    "<treatment code='VRd' time='2020-02-03/2020-08'/>"
	    "<event time='2020-05-04T16:20'><label>Seizure</label></event>"
	    "<series code='platelets'><value time='2021-03'>40</value>"
	    "<value time='2021-05'>90</value></series>";

	/* year, day, month, minute, month, month */
	g_assert_cmpint(usual_of(body, 2000, 2030), ==, CC_PRECISION_MONTH);
	/* day, month, minute */
	g_assert_cmpint(usual_of(body, 2020, 2021), ==, CC_PRECISION_DAY);
	g_assert_cmpint(usual_of(body, 2030, 2031), ==, CC_PRECISION_NONE);
	g_assert_cmpint(usual_of("><diagnosis code='aml' time='2019'/>"
				 "<outcome code='alive' time='2020-06-01'/>",
			    2000, 2030),
	    ==, CC_PRECISION_DAY);
}

static void
test_ends(void)
{
	struct test_follow f;
	const struct cc_span *span;

	test_follow_open(&f,
	    "><treatment id='d' code='VRd' time='2020-02-03/2020-08'/>"
	    "<treatment id='o' code='VRd' time='../[2020-08-03..2020-08-09]'/>"
	    "<event id='e' since='d' time='12d'><label>Rash</label></event>"
	    "<event id='f' since='m' time='12d'><label>Fall</label></event>"
	    "<event id='m' time='2020-03'><label>Scan</label></event>");
	span = &test_follow_fact(&f, "d")->when.span;
	g_assert_true(cc_start_is_exact(span, f.follow->exact));
	g_assert_false(cc_end_is_exact(span, f.follow->exact));
	span = &test_follow_fact(&f, "o")->when.span;
	g_assert_false(cc_start_is_exact(span, f.follow->exact));
	g_assert_false(cc_end_is_exact(span, f.follow->exact));
	/* Days after a day are a day, after a month they are not. */
	span = &test_follow_fact(&f, "e")->when.span;
	g_assert_true(cc_start_is_exact(span, f.follow->exact));
	span = &test_follow_fact(&f, "f")->when.span;
	g_assert_false(cc_start_is_exact(span, f.follow->exact));
	test_follow_close(&f);
}

/* What confirms a progression has no turn of its own: that began with what it
 * confirms, as progression-free time ended then. */
static void
test_confirmed(void)
{
	struct test_follow f;
	const struct cc_turn *turn;

	test_follow_open(&f,
	    "><diagnosis code='melanoma' time='2019-11-20'/>"
	    "<line n='1'><treatment code='nivolumab' time='2020-01-07/'/>"
	    "<response id='back' code='iUPD' time='2020-03-31'/>"
	    "<response code='iSD' time='2020-05-12'/>"
	    "<response id='a' code='iUPD' time='2020-08-04'/>"
	    "<response id='b' code='iCPD' time='2020-09-08'/>"
	    "<response id='c' code='iCPD' time='2020-12-08'/></line>");
	turn = f.follow->turns.of[test_follow_fact(&f, "a")->index];
	g_assert_true(cc_turn_is_back(turn));
	g_assert_true(turn->confirmed == test_follow_fact(&f, "b"));
	g_assert_null(f.follow->turns.of[turn->confirmed->index]);
	g_assert_null(
	    f.follow->turns.of[test_follow_fact(&f, "back")->index]);
	g_assert_nonnull(f.follow->turns.of[test_follow_fact(&f, "c")->index]);
	test_follow_close(&f);
}

int
main(int argc, char **argv)
{
	int failed;

	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/follow/patients", test_patients);
	g_test_add_func("/follow/contact", test_contact);
	g_test_add_func("/follow/repeated", test_repeated);
	g_test_add_func("/follow/contact-unbegun", test_contact_unbegun);
	g_test_add_func("/follow/no-contact", test_no_contact);
	g_test_add_func("/follow/last", test_last);
	g_test_add_func("/follow/turns", test_turns);
	g_test_add_func("/follow/confirmed", test_confirmed);
	g_test_add_func("/follow/resolved", test_resolved);
	g_test_add_func("/follow/exact", test_exact);
	g_test_add_func("/follow/usual", test_usual);
	g_test_add_func("/follow/ends", test_ends);
	g_test_add_func("/follow/goes-on", test_goes_on);
	g_test_add_func("/follow/in-life", test_in_life);
	g_test_add_func("/follow/before-death", test_before_death);
	g_test_add_func("/follow/ends-by-death", test_ends_by_death);
	g_test_add_func("/follow/last-told", test_last_told);
	g_test_add_func("/follow/first-told", test_first_told);
	g_test_add_func("/follow/between-bounds", test_between_bounds);
	g_test_add_func("/follow/unbounded", test_unbounded);
	g_test_add_func("/follow/not-stated", test_not_stated);
	g_test_add_func("/follow/starts", test_starts);
	g_test_add_func("/follow/harms", test_harms);
	g_test_add_func("/follow/undated-responses", test_undated_responses);
	g_test_add_func("/follow/accompanies", test_accompanies);
	g_test_add_func("/follow/stays", test_stays);
	g_test_add_func("/follow/story", test_story);
	g_test_add_func("/follow/order", test_order);
	g_test_add_func("/follow/order-since", test_order_since);
	g_test_add_func("/follow/order-end", test_order_end);
	g_test_add_func("/follow/order-shares", test_order_shares);
	failed = g_test_run();
	test_follow_finish();
	return failed;
}
