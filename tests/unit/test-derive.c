/* Facts that follow from a course: the founding case, each way an interval can
 * end, and random day-precise courses against GLib's calendar. */
#include "cases.h"
#include "model-case.h"

#include "follow/check.h"
#include "follow/interval.h"

#include <math.h>
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

static const struct cc_follow *
followed(const struct test_case *test)
{
	struct cc_arena *arena = (struct cc_arena *)&test->arena;
	struct cc_terms *terms = cc_arena_new(arena, struct cc_terms);

	cc_terms_init(terms, arena, vocab, test->course);
	return cc_follow_create(arena, test->course, terms);
}

static void
assert_of(const struct test_case *test, size_t line, enum cc_interval_kind kind,
    const char *expected)
{
	const struct cc_follow *follow = followed(test);
	struct cc_interval interval;
	char text[64];
	bool found;

	found = line == CC_NO_LINE
	            ? cc_case_interval(follow, kind, &interval)
	            : cc_line_interval(follow, line, kind, &interval);
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
	struct test_case test;
	struct cc_span last;

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

	last = followed(&test)->patients[0].contact;
	g_assert_cmpint(last.earliest_start.minute, ==,
	    cc_instant_from_date(2024, 10, 1).minute);
	g_assert_cmpint(last.latest_end.minute, ==,
	    cc_instant_from_date(2024, 11, 1).minute);
	test_case_close(&test);
}

/* "2 months after the start" are two months, however coarsely that is known. */
static void
test_counted(void)
{
	const char *xml = "<case xmlns=\"urn:clincourse:case:1\">"
			  "<diagnosis id=\"d\" code=\"hodgkin-lymphoma\" "
			  "time=\"2010-03\"/>"
			  "<line><treatment id=\"t\" code=\"ABVD\" since=\"d\" "
			  "time=\"14d/6m\"/>"
			  "<response code=\"CMR\" since=\"t\" time=\"2m\"/>"
			  "<relapse since=\"d\" time=\"67m\"/></line></case>";

	assert_in(xml, 0, CC_INTERVAL_TTR, "2 month (2-3)");
	/* Both are counted from the diagnosis. */
	assert_in(xml, 0, CC_INTERVAL_PFS, "67 month (66-68)");
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
	/* Progression of some day, which was before the death: from 1 Jun to
	 * 10 Jul. */
	assert_in(CASE(LINE("VCd", "2020-02-01/2020-05-01",
		      "<response code=\"PD\" "
		      "time=\"[2020-06..2020-12]\"/>") "<outcome "
						     "code=\"death\" "
						     "time=\"2020-07-10\"/>"),
	    0, pfs, "5 month (4-6)");
	/* Another line without a progression, begun nobody knows when. */
	assert_in(CASE(LINE("VCd", "2020-02-01/2020-05-01",
		      "<response code=\"PR\" time=\"2020-04-01\"/>") "<line>"
			  "<procedure id=\"p\" code=\"car-t\" after=\"e\"/>"
			  "</line><event id=\"e\" time=\"2020-07\"><label>x"
			  "</label></event>"),
	    0, pfs, "none");
	/* A start that has no bound. */
	assert_in(CASE(LINE("VCd", "[..2020-02-01]/2020-05-01",
		      "<response code=\"PD\" time=\"2020-08-01\"/>")),
	    0, pfs, "none");
}

/* Nobody knows of a progression where nobody looked: it is censored at the
 * last look at the disease, before the next line began. */
static void
test_assessed(void)
{
	const enum cc_interval_kind pfs = CC_INTERVAL_PFS;
	const char *const alive =
	    "<outcome code='alive' time='2021-02-01'/>";
	const struct {
		const char *in, *beside, *expected;
	} rows[] = {
	    {"", "", "none"},
	    {"<response code='PR' time='2020-04-01'/>", "", ">=60 day"},
	    /* What could not be evaluated shows nothing. */
	    {"<response code='PR' time='2020-04-01'/>"
	     "<response code='NE' time='2020-06-01'/>",
		"", ">=60 day"},
	    /* A value of the disease, not one of the blood count. */
	    {"",
		"<series code='m-protein' unit='g/L'>"
		"<value time='2020-07-01'>4</value></series>"
		"<series code='haemoglobin' unit='g/L'>"
		"<value time='2020-09-01'>110</value></series>",
		">=151 day"},
	    {"",
		"<panel time='2020-07-02'>"
		"<value code='flc-ratio'>1.2</value></panel>",
		">=152 day"},
	    {"", "<procedure code='pet-ct' time='2020-08-01'/>", ">=182 day"},
	    {"",
		"<lesion site='T10' unit='cm' time='2020-01-15/..'>"
		"<value time='2020-03-01'>2</value></lesion>",
		">=29 day"},
	    /* A fall, a plan and a remark are no looks. */
	    {"<response code='PR' time='2020-04-01'/>",
		"<event time='2020-10-01'><label>x</label></event>"
		"<procedure code='pet-ct' status='planned' time='2021-03'/>"
		"<comment time='2022'><label>x</label></comment>",
		">=60 day"},
	    /* Nor is the next line's. */
	    {"<response code='PR' time='2020-04-01'/>",
		"<line><treatment code='KPd' time='2020-10-01/..'/>"
		"<response code='VGPR' time='2020-12-01'/></line>",
		">=60 day"},
	};

	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_autofree char *xml = g_strdup_printf(
		    "<case xmlns='urn:clincourse:case:1'>"
		    "<diagnosis code='multiple-myeloma' time='2020-01-10'/>"
		    "<line><treatment code='VCd' time='2020-02-01/2020-05-01'"
		    "/>%s</line>%s%s</case>",
		    rows[i].in, rows[i].beside, alive);

		assert_in(xml, 0, pfs, rows[i].expected);
	}
	/* The author says that it had not. */
	assert_in(CASE(LINE("VCd", "2020-02-01/2020-05-01", "")
		      "<outcome code='alive' disease='no-progression'"
		      " time='2021-02-01'/>"),
	    0, pfs, ">=366 day");
	assert_in(CASE(LINE("VCd", "2020-02/2020-05",
		      "<response code='PR' time='2020-05'/>")
		      "<outcome code='alive' time='2020-10'/>"),
	    0, pfs, ">=2 month");
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

	assert_in(responding, 0, CC_INTERVAL_TTR, "60 day");
	assert_in(responding, 0, CC_INTERVAL_DOR, "153 day");
	assert_in(responding, 0, CC_INTERVAL_TTNT, "243 day");
	assert_in(responding, 1, CC_INTERVAL_TTR, "none");
	assert_in(responding, 1, CC_INTERVAL_DOR, "none");
	assert_in(responding, 1, CC_INTERVAL_TTNT, ">=61 day");
	assert_in(responding, CC_NO_LINE, CC_INTERVAL_OS, ">=326 day");
	assert_in(responding, CC_NO_LINE, CC_INTERVAL_FOLLOW_UP, "326 day");
	/* What the criteria do not define is not derived. */
	assert_in("<case xmlns=\"urn:clincourse:case:1\" "
		  "criteria=\"cml-eln-2020\">" LINE("imatinib",
		      "2020-02-01/2020-05-01",
		      "<relapse time=\"2020-09-01\"/>") "</case>",
	    0, CC_INTERVAL_PFS, "none");
	assert_in("<case xmlns=\"urn:clincourse:case:1\"/>", CC_NO_LINE,
	    CC_INTERVAL_FOLLOW_UP, "none");
}

/* A death ends survival and the time to the next treatment, whatever of;
 * whether it ends a response is the criteria's. */
static void
test_deaths(void)
{
	const struct {
		const char *disease, *cause, *dor;
	} rows[] = {
	    {"multiple-myeloma", "cause='progression'", "184 day"},
	    {"multiple-myeloma", "cause='relapse'", "184 day"},
	    {"multiple-myeloma", "cause='infection'", ">=61 day"},
	    /* Of what nobody knows: an event, or none. */
	    {"multiple-myeloma", "", "none"},
	    {"multiple-myeloma", "cause='unknown'", "none"},
	    {"follicular-lymphoma", "cause='infection'", "184 day"},
	    {"follicular-lymphoma", "", "184 day"},
	};

	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_autofree char *xml = g_strdup_printf(
		    "<case xmlns='urn:clincourse:case:1'>"
		    "<diagnosis code='%s' time='2021-01-05'/>"
		    "<line><treatment code='bendamustine'"
		    " time='2021-02-01/2021-06-01'/>"
		    "<response code='PR' time='2021-05-01'/>"
		    "<response code='CR' time='2021-07-01'/></line>"
		    "<outcome code='death' %s time='2021-11-01'/></case>",
		    rows[i].disease, rows[i].cause);

		assert_in(xml, 0, CC_INTERVAL_DOR, rows[i].dor);
		assert_in(xml, 0, CC_INTERVAL_PFS, "273 day");
		assert_in(xml, 0, CC_INTERVAL_TTNT, "273 day");
		assert_in(xml, CC_NO_LINE, CC_INTERVAL_OS, "300 day");
	}
}

/* Where a line begins: not with what supports it, with cells when they are
 * given, and where the author says. */
static void
test_line_starts(void)
{
	const enum cc_interval_kind pfs = CC_INTERVAL_PFS;
	const struct {
		const char *line, *pfs;
	} rows[] = {
	    {"<treatment code='G-CSF' time='2021-02-20/2021-03-20'/>"
	     "<treatment code='bendamustine' time='2021-03-01/2021-05-01'/>",
		"306 day"},
	    {"<treatment code='dexamethasone' intent='supportive'"
	     " time='2021-02-01/2021-03-01'/>"
	     "<treatment code='bendamustine' time='2021-03-01/2021-05-01'/>",
		"306 day"},
	    {"<treatment code='lymphodepletion' time='2021-03-11/2021-03-13'/>"
	     "<procedure code='car-t' time='2021-03-16'/>",
		"291 day"},
	    {"<treatment code='R-GemOx' intent='bridging'"
	     " time='2021-02-01/2021-02-20'/>"
	     "<procedure code='car-t' time='2021-03-16'/>",
		"291 day"},
	    {"<procedure code='auto-sct' time='2021-03-02'/>", "305 day"},
	    /* Put off, or to come: it starts nothing. */
	    {"<treatment code='R-ICE' status='not-done' time='2021-01-15'/>"
	     "<treatment code='bendamustine' time='2021-03-01/2021-05-01'/>",
		"306 day"},
	    /* The first one has no date, unless it comes after what has. */
	    {"<treatment code='R-ICE' after='dx'/>"
	     "<procedure code='auto-sct' time='2021-03-02'/>",
		"none"},
	    {"<treatment id='b' code='bendamustine'"
	     " time='2021-03-01/2021-05-01'/>"
	     "<treatment code='rituximab' after='b'/>",
		"306 day"},
	};

	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_autofree char *xml = g_strdup_printf(
		    "<case xmlns='urn:clincourse:case:1'>"
		    "<diagnosis id='dx' code='dlbcl' time='2021-01-05'/>"
		    "<line>%s<relapse time='2022-01-01'/></line></case>",
		    rows[i].line);

		assert_in(xml, 0, pfs, rows[i].pfs);
	}
	assert_in("<case xmlns='urn:clincourse:case:1'>"
		  "<diagnosis code='dlbcl' time='2021-01-05'/>"
		  "<line from='sct'><treatment code='R-ICE'"
		  " time='2021-02-01/2021-04-01'/>"
		  "<procedure id='sct' code='auto-sct' time='2021-05-01'/>"
		  "<relapse time='2022-01-01'/></line></case>",
	    0, pfs, "245 day");
}

/* Observation and plans are no lines: what happens meanwhile is of the line
 * before. */
static void
test_no_lines(void)
{
	static const char watched[] =
	    CASE(LINE("VCd", "2020-02-01/2020-05-01",
		"<response code='CR' time='2020-05-01'/>")
		LINE("observation", "2020-06-01/2021-06-01",
		    "<relapse time='2021-06-01'/>")
		LINE("KPd", "2021-07-01/..", ""));
	static const char planned[] =
	    CASE(LINE("VCd", "2020-02-01/2020-05-01",
		"<response code='VGPR' time='2020-05-01'/>")
		"<line><procedure code='car-t' status='planned'"
		" time='2020-08-01'/></line>"
		"<response code='PD' time='2020-09-01'/>");
	struct test_case test;
	const struct cc_follow *follow;

	assert_in(watched, 0, CC_INTERVAL_PFS, "486 day");
	assert_in(watched, 0, CC_INTERVAL_DOR, "396 day");
	assert_in(watched, 0, CC_INTERVAL_TTNT, "516 day");
	assert_in(watched, 1, CC_INTERVAL_PFS, "none");
	assert_in(watched, 1, CC_INTERVAL_TTNT, "none");
	assert_in(planned, 0, CC_INTERVAL_PFS, "213 day");
	assert_in(planned, 0, CC_INTERVAL_TTNT, ">=213 day");
	test_case_parse(&test, watched, vocab);
	follow = followed(&test);
	g_assert_true(cc_line_is_given(test.course, &follow->lines[0]));
	g_assert_false(cc_line_is_given(test.course, &follow->lines[1]));
	g_assert_true(cc_line_is_given(test.course, &follow->lines[2]));
	test_case_close(&test);
}

/* When the next line had begun nobody looked at this one any longer. */
static void
test_late(void)
{
	static const char late[] =
	    CASE(LINE("VRd", "2020-02-01/2020-06-01",
		     "<response code='PR' time='2020-06-01'/>"
		     "<response code='PD' time='2021-07-01'/>")
		     LINE("KPd", "2021-06-10/2021-08-01", ""));

	assert_in(late, 0, CC_INTERVAL_PFS, ">=121 day");
	assert_in(late, 0, CC_INTERVAL_DOR, "none");
	assert_in(late, 0, CC_INTERVAL_TTNT, "495 day");
	assert_in(late, 1, CC_INTERVAL_PFS, "none");
}

#define TWO_DISEASES                                                           \
	"<case xmlns='urn:clincourse:case:1'>"                                 \
	"<diagnosis id='cll' code='cll' time='2010-04-01'/>"                   \
	"<diagnosis id='bc' code='breast-cancer' time='2013-01-08'/>"

/* A line for another disease is not the next treatment, and what is looked at
 * then is not looked at for this one; what grew out of a disease is its
 * course. */
static void
test_diseases(void)
{
	static const char other[] = TWO_DISEASES
	    "<line for='bc'><treatment code='AC-T' time='2013-02-01/2013-07-01'/>"
	    "<response code='CR' time='2013-08-01'/></line>"
	    "<line for='cll'><treatment code='ibrutinib'"
	    " time='2016-02-01/2016-12-01'/></line>"
	    "<response code='SD' for='bc' time='2016-05-01'/>"
	    "<outcome code='alive' time='2020-01-01'/></case>";
	static const char same[] = TWO_DISEASES
	    "<diagnosis id='r' code='richter' evolved-from='cll'"
	    " time='2016-01-20'/>"
	    "<line for='cll'><treatment code='ibrutinib'"
	    " time='2013-02-01/2016-01-01'/></line>"
	    "<line for='bc'><treatment code='AC-T'"
	    " time='2014-02-01/2014-07-01'/></line>"
	    "<line for='r'><treatment code='R-CHOP'"
	    " time='2016-02-01/2016-07-01'/></line>"
	    "<outcome code='alive' time='2020-01-01'/></case>";
	static const char circle[] =
	    "<case xmlns='urn:clincourse:case:1'>"
	    "<diagnosis id='a' code='cll' time='2015' evolved-from='b'/>"
	    "<diagnosis id='b' code='richter' time='2016' evolved-from='a'/>"
	    "<line for='a'><treatment code='FCR' time='2016-05-01'/></line>"
	    "<outcome code='death' cause='aml' time='2017-05-01'/></case>";
	struct test_case test;
	const struct cc_follow *follow;

	assert_in(circle, 0, CC_INTERVAL_TTNT, "365 day");
	assert_in(other, 0, CC_INTERVAL_TTNT, ">=2525 day");
	assert_in(other, 0, CC_INTERVAL_PFS, ">=1185 day");
	assert_in(same, 0, CC_INTERVAL_TTNT, "1095 day");
	assert_in(same, 1, CC_INTERVAL_TTNT, ">=2160 day");
	test_case_parse(&test, other, vocab);
	follow = followed(&test);
	g_assert_true(cc_line_is_given(test.course, &follow->lines[0]));
	g_assert_false(cc_line_is_given(test.course, &follow->lines[1]));
	test_case_close(&test);
}

/* Of which line a fact is that touches the start of one. */
static void
test_touching(void)
{
	static const char day[] =
	    CASE(LINE("VCd", "2020-02-01/2020-05-01", "")
		LINE("KPd", "2020-11-03/..", "")
		"<relapse time='2020-11-03'/>");
	static const char month[] =
	    CASE(LINE("VCd", "2020-02/2020-05", "")
		LINE("KPd", "2020-11/..", "")
		"<response code='PD' time='2020-11'/>");
	static const char response[] =
	    CASE(LINE("VCd", "2020-02-10/2020-05-01", "")
		LINE("KPd", "2020-11-20/..", "")
		"<response code='VGPR' time='2020-11'/>");
	struct test_case test;

	assert_in(day, 0, CC_INTERVAL_PFS, "276 day");
	assert_in(day, 1, CC_INTERVAL_PFS, "none");
	assert_in(month, 0, CC_INTERVAL_PFS, "9 month (8-10)");
	assert_in(month, 1, CC_INTERVAL_PFS, "none");
	assert_in(response, 0, CC_INTERVAL_TTR, "none");
	assert_in(response, 1, CC_INTERVAL_TTR, "none");
	test_case_parse(&test, response, vocab);
	g_assert_null(followed(&test)->lines[0].best);
	g_assert_null(followed(&test)->lines[1].best);
	cc_follow_check(followed(&test), &test.diags);
	g_assert_cmpuint(test.diags.count[CC_WARNING], ==, 1);
	test_case_close(&test);
}

/* What ends progression-free time is the criteria's. */
static void
test_criteria(void)
{
	const struct {
		const char *disease, *facts, *pfs;
	} rows[] = {
	    {"multiple-myeloma",
		"<relapse code='from-cr' time='2021-09-01'/>"
		"<relapse code='clinical' time='2021-10-01'/>"
		"<response code='PD' time='2021-12-01'/>",
		"303 day"},
	    {"nsclc",
		"<response code='iUPD' time='2021-05-01'/>"
		"<response code='iCPD' time='2021-06-01'/>",
		"89 day"},
	    /* Taken back, then another one that is confirmed. */
	    {"nsclc",
		"<response code='iUPD' time='2021-05-01'/>"
		"<response code='iSD' time='2021-06-01'/>"
		"<response code='iUPD' time='2021-08-01'/>"
		"<response code='iCPD' time='2021-09-01'/>",
		"181 day"},
	    /* Never confirmed: last seen well before. */
	    {"nsclc",
		"<response code='iPR' time='2021-04-01'/>"
		"<response code='iUPD' time='2021-05-01'/>",
		">=59 day"},
	    {"cll", "<event code='transformation' time='2021-07-01'/>",
		"150 day"},
	    {"follicular-lymphoma",
		"<diagnosis code='dlbcl' evolved-from='dx'"
		" time='2021-07-02'/>",
		"151 day"},
	};

	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_autofree char *xml = g_strdup_printf(
		    "<case xmlns='urn:clincourse:case:1'>"
		    "<diagnosis id='dx' code='%s' time='2021-01-05'/>"
		    "<line><treatment code='bendamustine'"
		    " time='2021-02-01/2021-06-01'/>%s</line></case>",
		    rows[i].disease, rows[i].facts);

		assert_in(xml, 0, CC_INTERVAL_PFS, rows[i].pfs);
	}
}

/* The first response is not the first dated one where an earlier one may have
 * no date. */
static void
test_first_response(void)
{
	const enum cc_interval_kind ttr = CC_INTERVAL_TTR;

	assert_in(CASE(LINE("VCd", "2020-02-01/2020-05-01",
		      "<response code='PR' after='d'/>"
		      "<response code='CR' time='2020-08-01'/>")
		      "<event id='d' time='2020-02-10'><label>x</label>"
		      "</event>"),
	    0, ttr, "none");
	assert_in(CASE(LINE("VCd", "2020-02-01/2020-05-01",
		      "<response code='PR' time='2020-04-01'/>"
		      "<response code='CR' after='d'/>")
		      "<event id='d' time='2020-07-10'><label>x</label>"
		      "</event>"),
	    0, ttr, "60 day");
	/* The best over a treatment that had ended by then. */
	assert_in("<case xmlns='urn:clincourse:case:1'>"
		  "<diagnosis code='multiple-myeloma' time='2020-01-10'/>"
		  "<line><treatment code='VCd' best='PR'"
		  " time='2020-02-01/2020-05-01'/>"
		  "<response code='CR' time='2020-08-01'/></line></case>",
	    0, ttr, "none");
}

static const char *
index_of(const char *body)
{
	static char code[64];
	g_autofree char *xml = g_strdup_printf(
	    "<case xmlns='urn:clincourse:case:1'>%s</case>", body);
	struct test_case test;

	test_case_parse(&test, xml, vocab);
	g_assert_cmpuint(test.diags.count[CC_ERROR], ==, 0);
	g_strlcpy(code,
	    test.course->diagnosis != NULL ? test.course->diagnosis->code
	                                   : "none",
	    sizeof(code));
	g_assert_true(test.course->diagnosis == NULL ||
	              followed(&test)->patients[0].diagnosis ==
	                  test.course->diagnosis);
	test_case_close(&test);
	return code;
}

/* The disease that the course is about. */
static void
test_index(void)
{
#define MDS "<diagnosis id='m' code='mds' time='2018-04-02'/>"
#define GOUT "<diagnosis code='diabetes' time='1999'/>"
#define AML "<diagnosis id='a' code='aml' time='2021-05-03'/>"
#define TREATED(more, time)                                                    \
	"<line " more "><treatment code='Ven-Aza' time='" time                 \
	"/2021-12-01'/></line>"
	g_assert_cmpstr(index_of(GOUT), ==, "diabetes");
	g_assert_cmpstr(index_of(GOUT AML), ==, "aml");
	g_assert_cmpstr(
	    index_of(AML MDS GOUT TREATED("", "2021-06-01")), ==, "aml");
	g_assert_cmpstr(
	    index_of(AML MDS GOUT TREATED("", "2019-06-01")), ==, "mds");
	g_assert_cmpstr(
	    index_of(AML MDS TREATED("for='m'", "2021-06-01")), ==, "mds");
	g_assert_cmpstr(index_of("<diagnosis code='hypertension' index='yes'"
				 " time='2001'/>" AML TREATED(
				     "for='a'", "2021-06-01")),
	    ==, "hypertension");
	g_assert_cmpstr(index_of(""), ==, "none");
	/* Survival is of the disease, not of the oldest. */
	assert_in("<case xmlns='urn:clincourse:case:1'>" GOUT AML
		  "<outcome code='death' time='2021-06-02'/></case>",
	    CC_NO_LINE, CC_INTERVAL_OS, "30 day");
#undef MDS
#undef GOUT
#undef AML
#undef TREATED
}

/* A response is read by the criteria of the disease that was treated. */
static void
test_schemes(void)
{
	struct test_case test;
	const struct cc_fact *facts;

	test_case_parse(&test,
	    "<case xmlns='urn:clincourse:case:1'>"
	    "<diagnosis code='cll' time='2015-03-01'/>"
	    "<line><treatment code='ibrutinib' time='2015-04-01/2018-10-01'/>"
	    "<response code='PR-L' time='2015-08-01'/></line>"
	    "<diagnosis code='dlbcl' time='2018-10-10'/>"
	    "<line><treatment code='R-CHOP' time='2018-11-01/2019-03-01'/>"
	    "<response code='CMR' time='2019-04-01'/></line>"
	    /* Another disease that came up while this one was treated. */
	    "<diagnosis code='nsclc' time='2019-05-01'/>"
	    "<response code='PMR' time='2019-06-01'/></case>",
	    vocab);
	g_assert_cmpuint(test.diags.count[CC_ERROR], ==, 0);
	facts = test.course->facts;
	g_assert_cmpstr(facts[2].scheme, ==, "iwcll-2018");
	g_assert_cmpstr(facts[5].scheme, ==, "lugano-2014");
	g_assert_cmpstr(facts[7].scheme, ==, "lugano-2014");
	test_case_close(&test);
}

/* Among equals the one that was reached last; never one of other criteria. */
static void
test_best(void)
{
	struct test_case test;
	const struct cc_therapy *lines;

	test_case_parse(&test,
	    CASE(LINE("VCd", "2020-02-01/2020-05-01",
		"<response code='VGPR' time='2020-03-01'/>"
		"<response code='CR' criteria='recist-1.1'"
		" time='2020-04-01'/>"
		"<response code='NR' time='2020-06-01'/>")
		LINE("KPd", "2020-07-01/..",
		    "<response code='NR' time='2020-08-01'/>"
		    "<response code='SD' time='2020-09-01'/>")),
	    vocab);
	lines = followed(&test)->lines;
	g_assert_cmpstr(lines[0].best_term->code, ==, "VGPR");
	g_assert_cmpstr(lines[1].best_term->code, ==, "SD");
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
	expect(&test, 0, CC_INTERVAL_PFS, day[1], day[progresses ? 3 : 2],
	    !progresses);
	expect(&test, 0, CC_INTERVAL_TTR, day[1], day[2], false);
	if (progresses)
		expect(&test, 0, CC_INTERVAL_DOR, day[2], day[3], false);
	else
		assert_of(&test, 0, CC_INTERVAL_DOR, "none");
	expect(&test, 0, CC_INTERVAL_TTNT, day[1], day[4], false);
	if (dies)
		expect(&test, 1, CC_INTERVAL_PFS, day[4], day[5], false);
	else
		assert_of(&test, 1, CC_INTERVAL_PFS, "none");
	expect(&test, 1, CC_INTERVAL_TTNT, day[4], day[5], !dies);
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

/* ---- what holds of every course ---- */

/* No later than the patient was known of: what ends after the death, or the
 * last contact, claims what nobody saw. */
static void
assert_seen(const struct cc_follow *follow, const struct cc_interval *interval,
    size_t of)
{
	const struct cc_patient_course *patient = &follow->patients[of];
	const struct cc_fact *death = patient->death;

	g_assert_true(patient->contact.dated);
	g_assert_cmpint(interval->to.latest_end.minute, <=,
	    patient->contact.latest_end.minute);
	if (death != NULL && death->when.span.dated)
		g_assert_cmpint(interval->to.earliest_end.minute, <=,
		    death->when.span.latest_start.minute);
	g_assert_cmpint(interval->duration.low, <=, interval->duration.high);
	g_assert_cmpint(interval->duration.low, >=, 0);
}

/* What is not known to have progressed was not followed past the next line;
 * what began later lasted less. */
static void
assert_line(const struct cc_follow *follow, size_t line)
{
	const struct cc_therapy *of = &follow->lines[line];
	struct cc_interval all[CC_INTERVAL_OS];
	bool found[CC_INTERVAL_OS];

	for (int kind = 0; kind < CC_INTERVAL_OS; kind++) {
		found[kind] = cc_line_interval(
		    follow, line, (enum cc_interval_kind)kind, &all[kind]);
		if (found[kind])
			assert_seen(follow, &all[kind], of->patient);
	}
	if (found[CC_INTERVAL_PFS] && all[CC_INTERVAL_PFS].censored &&
	    of->next != NULL)
		g_assert_cmpint(all[CC_INTERVAL_PFS].to.latest_end.minute, <=,
		    of->next->start->when.span.latest_start.minute);
	if (found[CC_INTERVAL_PFS] && found[CC_INTERVAL_TTNT] &&
	    all[CC_INTERVAL_PFS].censored)
		g_assert_cmpint(all[CC_INTERVAL_PFS].to.earliest_end.minute, <=,
		    all[CC_INTERVAL_TTNT].to.latest_end.minute);
	/* Both end alike, and a response begins in its line. */
	if (found[CC_INTERVAL_PFS] && found[CC_INTERVAL_DOR])
		g_assert_cmpint(
		    all[CC_INTERVAL_DOR].from.latest_start.minute, >=,
		    all[CC_INTERVAL_PFS].from.earliest_start.minute);
	if (found[CC_INTERVAL_TTR] && found[CC_INTERVAL_DOR])
		g_assert_cmpint(all[CC_INTERVAL_DOR].from.earliest_start.minute,
		    ==, all[CC_INTERVAL_TTR].to.earliest_start.minute);
}

/* Nothing of a line is deeper than its best response. */
static void
assert_best(const struct cc_follow *follow)
{
	for (size_t i = 0; i < follow->course->fact_count; i++) {
		const struct cc_fact *fact = &follow->course->facts[i];
		const struct cc_therapy *of;

		if (fact->kind != CC_KIND_RESPONSE || !fact->happened ||
		    fact->between || fact->term == NULL ||
		    isnan(fact->term->rank) || fact->within == CC_NO_LINE)
			continue;
		of = &follow->lines[fact->within];
		if (!of->counts || of->scheme == NULL ||
		    strcmp(of->scheme->code, fact->scheme) != 0)
			continue;
		g_assert_nonnull(of->best_term);
		g_assert_false(fact->term->rank > of->best_term->rank);
	}
}

static void
test_generated(void)
{
	size_t derived = 0;

	for (uint64_t seed = 1; seed <= 600; seed++) {
		g_autoptr(GString) xml = g_string_new(NULL);
		const struct cc_follow *follow;
		struct cc_interval interval;
		struct cc_knobs knobs;
		struct test_case test;

		cc_knobs_init(&knobs, seed);
		cc_case_generate(&knobs, xml);
		test_case_parse(&test, xml->str, vocab);
		follow = followed(&test);
		for (size_t i = 0; i < test.course->line_count; i++) {
			assert_line(follow, i);
			derived += cc_line_interval(
			    follow, i, CC_INTERVAL_TTNT, &interval);
		}
		if (cc_case_interval(follow, CC_INTERVAL_OS, &interval))
			assert_seen(follow, &interval, 0);
		assert_best(follow);
		test_case_close(&test);
	}
	/* It was no empty loop. */
	g_assert_cmpuint(derived, >, 100);
}

int
main(int argc, char **argv)
{
	int result;

	g_test_init(&argc, &argv, NULL);
	vocab = test_vocab_load();
	g_test_add_func("/derive/founding", test_founding);
	g_test_add_func("/derive/counted", test_counted);
	g_test_add_func("/derive/pfs", test_pfs);
	g_test_add_func("/derive/assessed", test_assessed);
	g_test_add_func("/derive/others", test_others);
	g_test_add_func("/derive/deaths", test_deaths);
	g_test_add_func("/derive/line-starts", test_line_starts);
	g_test_add_func("/derive/no-lines", test_no_lines);
	g_test_add_func("/derive/touching", test_touching);
	g_test_add_func("/derive/criteria", test_criteria);
	g_test_add_func("/derive/first-response", test_first_response);
	g_test_add_func("/derive/index", test_index);
	g_test_add_func("/derive/schemes", test_schemes);
	g_test_add_func("/derive/best", test_best);
	g_test_add_func("/derive/diseases", test_diseases);
	g_test_add_func("/derive/late", test_late);
	g_test_add_func("/derive/random", test_random);
	g_test_add_func("/derive/generated", test_generated);
	result = g_test_run();
	test_vocab_unload(vocab);
	return result;
}
