/* Facts that follow from a course: the founding case, each way an interval can
 * end, and random day-precise courses against GLib's calendar. */
#include "model-case.h"

#include "model/interval.h"

#include <string.h>

static struct cc_vocab *vocab;

#define CASE(body)                                                             \
	"<case xmlns=\"urn:clincourse:case:1\">"                               \
	"<diagnosis code=\"multiple-myeloma\" time=\"2020-01-10\"/>" body      \
	"</case>"
#define LINE(code, time, body)                                                 \
	"<line><treatment code=\"" code "\" time=\"" time "\"/>" body "</"     \
	"line>"

/* "19 month (18-20)", ">=231 day", "none". */
static const char *
written(bool found, const struct cc_duration *d, char *to, size_t size)
{
	static const char *const units[] = {
	    [CC_PRECISION_YEAR] = "year",
	    [CC_PRECISION_MONTH] = "month",
	    [CC_PRECISION_WEEK] = "week",
	    [CC_PRECISION_DAY] = "day",
	};

	if (!found)
		return "none";
	if (d->high == CC_DURATION_OPEN)
		g_snprintf(to, size, ">=%d %s", d->low, units[d->unit]);
	else if (d->exact)
		g_snprintf(to, size, "%d %s", d->value, units[d->unit]);
	else
		g_snprintf(to, size, "%d %s (%d-%d)", d->value, units[d->unit],
		    d->low, d->high);
	return to;
}

static void
assert_of(const struct test_case *test, size_t line, enum cc_interval_kind kind,
    const char *expected)
{
	struct cc_interval interval;
	struct cc_terms terms;
	char text[64];
	bool found;

	cc_terms_init(
	    &terms, (struct cc_arena *)&test->arena, vocab, test->course);
	found =
	    line == CC_NO_LINE
		? cc_case_interval(test->course, kind, &interval)
		: cc_line_interval(test->course, &terms, line, kind, &interval);
	g_assert_cmpstr(written(found, &interval.duration, text, sizeof(text)),
	    ==, expected);
	if (!found)
		return;
	g_assert_cmpint(interval.kind, ==, kind);
	g_assert_cmpuint(interval.line, ==, line);
	g_assert_true(
	    interval.censored == (interval.duration.high == CC_DURATION_OPEN));
}

static void
assert_in(const char *xml, size_t line, enum cc_interval_kind kind,
    const char *expected)
{
	struct test_case test;

	test_case_parse(&test, xml, vocab);
	g_assert_nonnull(test.course);
	assert_of(&test, line, kind, expected);
	test_case_close(&test);
}

static void
test_founding(void)
{
	struct cc_duration duration;
	struct test_case test;
	struct cc_span last;
	char text[64];

	test_case_open(&test, CC_SOURCE_DIR "/samples/emm.xml", vocab);
	assert_of(&test, 0, CC_INTERVAL_PFS, "6 month (5-7)");
	assert_of(&test, 1, CC_INTERVAL_PFS, "19 month (18-20)");
	assert_of(&test, 2, CC_INTERVAL_PFS, "none");
	assert_of(&test, 0, CC_INTERVAL_TTNT, "8 month (7-9)");
	/* The third line began on a day that nobody knows, so did death. */
	assert_of(&test, 1, CC_INTERVAL_TTNT, "none");
	assert_of(&test, CC_NO_LINE, CC_INTERVAL_OS, "none");
	/* Responses are undated. */
	assert_of(&test, 1, CC_INTERVAL_DOR, "none");
	assert_of(&test, 1, CC_INTERVAL_TTR, "none");
	assert_of(&test, CC_NO_LINE, CC_INTERVAL_FOLLOW_UP, "27 month (26-28)");

	g_assert_true(cc_last_contact(test.course, 0, &last));
	g_assert_cmpint(last.earliest_start.minute, ==,
	    cc_instant_from_date(2024, 10, 1).minute);
	g_assert_cmpint(last.latest_end.minute, ==,
	    cc_instant_from_date(2024, 11, 1).minute);

	g_assert_true(cc_line_duration(test.course, 0, &duration));
	g_assert_cmpstr(
	    written(true, &duration, text, sizeof(text)), ==, "3 month (2-4)");
	/* The maintenance's end is not stated. */
	g_assert_false(cc_line_duration(test.course, 1, &duration));
	test_case_close(&test);
}

/* Every way a line's survival can end. */
static void
test_pfs(void)
{
	const enum cc_interval_kind pfs = CC_INTERVAL_PFS;

	assert_in(CASE(LINE("VCd", "2020-02-01/2020-05-01",
		      "<response code=\"PD\" time=\"2020-08-01\"/>")),
	    0, pfs, "182 day");
	assert_in(CASE(LINE("VCd", "2020-02-01/2020-05-01",
		      "<relapse time=\"2020-08-01\"/>")),
	    0, pfs, "182 day");
	/* Progression of a day that nobody knows. */
	assert_in(CASE(LINE("VCd", "2020-02-01/2020-05-01",
		      "<response id=\"r\" code=\"PR\" "
		      "time=\"2020-04-01\"/>"
		      "<relapse after=\"r\"/>") "<outcome code=\"death\" "
						"time=\"2021-01-01\"/>"),
	    0, pfs, "none");
	/* Death ends it, and of any cause. */
	assert_in(CASE(LINE("VCd", "2020-02-01/2020-05-01",
		      "") "<outcome code=\"death\" time=\"2020-03\"/>"),
	    0, pfs, "1 month (1-2)");
	assert_in(CASE(LINE("VCd", "2020-02-01/2020-05-01",
		      "") "<outcome id=\"o\" code=\"death\" "
			  "after=\"d\"/><event id=\"d\" time=\"2020-06\">"
			  "<label>x</label></event>"),
	    0, pfs, "none");
	/* Alive: to the last contact, be it a value's; a plan is none. */
	assert_in(CASE(LINE("VCd", "2020-02-01/2020-05-01",
		      "") "<outcome code=\"alive\" time=\"2020-10-01\"/>"),
	    0, pfs, ">=243 day");
	assert_in(CASE(LINE("VCd", "2020-02-01/..",
		      "") "<series code=\"haemoglobin\"><value "
			  "time=\"2020-04-01\">90</value></series>"
			  "<event status=\"planned\" time=\"2021\"><label>x"
			  "</label></event><comment time=\"2022\"><label>x"
			  "</label></comment>"),
	    0, pfs, ">=60 day");
	assert_in(CASE(LINE("VCd", "2020-02/2020-05",
		      "") "<outcome code=\"alive\" time=\"2020-10\"/>"),
	    0, pfs, ">=7 month");
	/* Another line without a progression: followed until then. */
	assert_in(CASE(LINE("VCd", "2020-02-01/2020-05-01", "")
			  LINE("KPd", "2020-06-01/2020-08-01", "")),
	    0, pfs, ">=121 day");
	assert_in(CASE(LINE("VCd", "2020-02-01/2020-05-01",
		      "") "<line>"
			  "<procedure id=\"p\" code=\"car-t\" after=\"e\"/>"
			  "</line><event id=\"e\" time=\"2020-07\"><label>x"
			  "</label></event>"),
	    0, pfs, "none");
	/* A start that has no bound. */
	assert_in(CASE(LINE("VCd", "[..2020-02-01]/2020-05-01",
		      "<response code=\"PD\" time=\"2020-08-01\"/>")),
	    0, pfs, "none");
}

static void
test_others(void)
{
	static const char responding[] =
	    CASE(LINE("VCd", "2020-02-01/2020-05-01",
		"<response code=\"MR\" time=\"2020-03-01\"/>"
		"<response code=\"VGPR\" time=\"2020-05-01\"/>"
		"<response code=\"PR\" time=\"2020-04-01\"/>"
		"<relapse time=\"2020-09-01\"/>") LINE("KPd", "2020-10-01/..",
		"<response code=\"SD\" time=\"2020-12-01\"/>"));
	static const char dead[] = CASE(LINE("VCd", "2020-02-01/2020-05-01",
	    "<response code=\"PR\" time=\"2020-04-01\"/>") "<outcome "
							   "code=\"death\" "
							   "cause="
							   "\"infection\" "
							   "time=\"2020-07-"
							   "01\"/>");

	assert_in(responding, 0, CC_INTERVAL_TTR, "60 day");
	assert_in(responding, 0, CC_INTERVAL_DOR, "153 day");
	assert_in(responding, 0, CC_INTERVAL_TTNT, "243 day");
	assert_in(responding, 1, CC_INTERVAL_TTR, "none");
	assert_in(responding, 1, CC_INTERVAL_DOR, "none");
	assert_in(responding, 1, CC_INTERVAL_TTNT, ">=61 day");
	assert_in(responding, CC_NO_LINE, CC_INTERVAL_OS, ">=326 day");
	assert_in(responding, CC_NO_LINE, CC_INTERVAL_FOLLOW_UP, "326 day");
	/* Death of another cause ends survival, not the response. */
	assert_in(dead, 0, CC_INTERVAL_DOR, ">=91 day");
	assert_in(dead, 0, CC_INTERVAL_PFS, "151 day");
	assert_in(dead, 0, CC_INTERVAL_TTNT, "none");
	assert_in(dead, CC_NO_LINE, CC_INTERVAL_OS, "173 day");
	/* What the criteria do not define is not derived. */
	assert_in("<case xmlns=\"urn:clincourse:case:1\" "
		  "criteria=\"cml-eln-2020\">" LINE("imatinib",
		      "2020-02-01/2020-05-01",
		      "<relapse time=\"2020-09-01\"/>") "</case>",
	    0, CC_INTERVAL_PFS, "none");
	assert_in("<case xmlns=\"urn:clincourse:case:1\"/>", CC_NO_LINE,
	    CC_INTERVAL_FOLLOW_UP, "none");
}

static void
test_durations(void)
{
	struct cc_duration duration;
	struct test_case test;
	char text[64];

	test_case_parse(&test,
	    CASE(LINE("VCd", "2020-02-01/2020-02-21", "") LINE(
		"KPd", "2020-06-01/..", "") LINE("DVRd", "2020-09-01/", "")
		    LINE("DVRd", "[2020-10..2020-11]/2020-12", "")),
	    vocab);
	g_assert_true(cc_line_duration(test.course, 0, &duration));
	g_assert_cmpstr(
	    written(true, &duration, text, sizeof(text)), ==, "21 day");
	g_assert_true(cc_line_duration(test.course, 1, &duration));
	g_assert_cmpint(duration.high, ==, CC_DURATION_OPEN);
	g_assert_false(cc_line_duration(test.course, 2, &duration));
	g_assert_true(cc_treatment_duration(
	    test.course, &test.course->facts[4], &duration));
	g_assert_cmpstr(
	    written(true, &duration, text, sizeof(text)), ==, "2 month (0-3)");
	test_case_close(&test);
}

/* ---- against GDate ---- */

static void
day_text(guint32 julian, char to[12])
{
	GDate date;

	g_date_clear(&date, 1);
	g_date_set_julian(&date, julian);
	g_snprintf(to, 12, "%04u-%02u-%02u", g_date_get_year(&date),
	    g_date_get_month(&date), g_date_get_day(&date));
}

/* What comes before a day, the day, what comes after. */
static void
append_day(GString *xml, const char *before, guint32 julian, const char *after)
{
	char day[12];

	day_text(julian, day);
	g_string_append_printf(xml, "%s%s%s", before, day, after);
}

static void
expect(const struct test_case *test, size_t line, enum cc_interval_kind kind,
    guint32 from, guint32 to, bool censored)
{
	g_autofree char *days =
	    g_strdup_printf("%s%u day", censored ? ">=" : "", to - from);

	assert_of(test, line, kind, days);
}

/* Days in ascending order: diagnosis, line 1, response, progression or not,
 * line 2, end. Between them GDate counts. */
static void
random_course(GRand *rand)
{
	g_autoptr(GString) xml =
	    g_string_new("<case xmlns=\"urn:clincourse:case:1\">");
	bool progresses = g_rand_boolean(rand), dies = g_rand_boolean(rand);
	struct test_case test;
	guint32 day[6];

	day[0] = (guint32)g_rand_int_range(rand, 715000, 740000);
	for (int i = 1; i < 6; i++)
		day[i] = day[i - 1] + (guint32)g_rand_int_range(rand, 2, 700);
	append_day(xml, "<diagnosis code=\"multiple-myeloma\" time=\"", day[0],
	    "\"/>");
	append_day(
	    xml, "<line><treatment code=\"VCd\" time=\"", day[1], "/..\"/>");
	append_day(xml, "<response code=\"PR\" time=\"", day[2], "\"/>");
	if (progresses)
		append_day(
		    xml, "<response code=\"PD\" time=\"", day[3], "\"/>");
	append_day(xml, "</line><line><treatment code=\"KPd\" time=\"", day[4],
	    "/..\"/></line>");
	append_day(xml,
	    dies ? "<outcome code=\"death\" time=\""
		 : "<outcome code=\"alive\" time=\"",
	    day[5], "\"/></case>");

	test_case_parse(&test, xml->str, vocab);
	expect(&test, 0, CC_INTERVAL_PFS, day[1], day[progresses ? 3 : 4],
	    !progresses);
	expect(&test, 0, CC_INTERVAL_TTR, day[1], day[2], false);
	expect(&test, 0, CC_INTERVAL_DOR, day[2], day[progresses ? 3 : 4],
	    !progresses);
	expect(&test, 0, CC_INTERVAL_TTNT, day[1], day[4], false);
	expect(&test, 1, CC_INTERVAL_PFS, day[4], day[5], !dies);
	if (!dies)
		expect(&test, 1, CC_INTERVAL_TTNT, day[4], day[5], true);
	expect(&test, CC_NO_LINE, CC_INTERVAL_OS, day[0], day[5], !dies);
	expect(&test, CC_NO_LINE, CC_INTERVAL_FOLLOW_UP, day[0], day[5], false);
	test_case_close(&test);
}

static void
test_random(void)
{
	g_autoptr(GRand) rand = g_rand_new_with_seed(20161);

	for (int i = 0; i < 500; i++)
		random_course(rand);
}

int
main(int argc, char **argv)
{
	int result;

	g_test_init(&argc, &argv, NULL);
	vocab = test_vocab_load();
	g_test_add_func("/derive/founding", test_founding);
	g_test_add_func("/derive/pfs", test_pfs);
	g_test_add_func("/derive/others", test_others);
	g_test_add_func("/derive/durations", test_durations);
	g_test_add_func("/derive/random", test_random);
	result = g_test_run();
	test_vocab_unload(vocab);
	return result;
}
