/* Cases read, their times worked out, written and read again. */
#include "model-case.h"

#include <string.h>

static struct cc_vocab *vocab;

#define CASE(attributes, body)                                                 \
	"<case xmlns=\"urn:clincourse:case:1\"" attributes ">" body "</case>"

static const struct cc_fact *
find(const struct test_case *test, const char *id)
{
	for (size_t i = 0; i < test->course->fact_count; i++)
		if (g_strcmp0(test->course->facts[i].id, id) == 0)
			return &test->course->facts[i];
	g_error("no fact %s", id);
}

static void
parse_clean(struct test_case *test, const char *xml)
{
	test_case_parse(test, xml, vocab);
	g_assert_cmpstr(test->text->str, ==, "");
	g_assert_nonnull(test->course);
}

static void
assert_instant(struct cc_instant instant, int year, int month, int day)
{
	g_assert_cmpint(
	    instant.minute, ==, cc_instant_from_date(year, month, day).minute);
}

/* Written and read again, a case is the same; written again, so is the text.
 */
static void
assert_round(const char *path)
{
	struct test_case first, second, third;
	g_autoptr(GString) once = g_string_new(NULL);
	g_autoptr(GString) twice = g_string_new(NULL);
	const char *where = NULL;

	test_case_open(&first, path, vocab);
	g_assert_nonnull(first.course);
	g_assert_cmpuint(first.diags.count[CC_ERROR], ==, 0);
	cc_case_write(first.course, once);
	test_case_parse(&second, once->str, vocab);
	g_assert_nonnull(second.course);
	if (!cc_case_equal(first.course, second.course, &where))
		g_error("%s differs in %s:\n%s", path, where, once->str);
	cc_case_write(second.course, twice);
	g_assert_cmpstr(once->str, ==, twice->str);
	test_case_open(&third, path, NULL);
	g_assert_true(cc_case_equal(first.course, third.course, NULL));
	test_case_close(&third);
	test_case_close(&second);
	test_case_close(&first);
}

static void
round_folder(const char *folder)
{
	g_autoptr(GPtrArray) names = test_folder_list(folder, ".xml");

	g_assert_cmpuint(names->len, >, 0);
	for (guint i = 0; i < names->len; i++) {
		g_autofree char *path =
		    g_build_filename(folder, names->pdata[i], NULL);

		assert_round(path);
	}
}

static void
test_round(void)
{
	const char *corpus = g_getenv("CLINCOURSE_CORPUS");

	round_folder(CC_SOURCE_DIR "/samples");
	if (corpus != NULL) {
		g_autofree char *folder =
		    g_build_filename(corpus, "design", "cases", NULL);

		round_folder(folder);
	}
}

static void
test_founding(void)
{
	struct test_case test;
	const struct cc_case *course;
	const struct cc_fact *fact;
	struct cc_terms terms;

	test_case_open(&test, CC_SOURCE_DIR "/samples/emm.xml", vocab);
	course = test.course;
	g_assert_nonnull(course);
	g_assert_cmpuint(course->line_count, ==, 3);
	g_assert_cmpuint(course->titles.count, ==, 2);
	g_assert_cmpstr(course->titles.item[1].lang, ==, "zh");
	assert_instant(course->first_dated, 2022, 6, 1);
	assert_instant(course->last_dated, 2024, 11, 1);

	/* The cell infusion is only known to come after the relapse. */
	fact = find(&test, "cart");
	g_assert_false(fact->when.span.dated);
	assert_instant(fact->when.span.earliest_start, 2024, 10, 1);
	g_assert_cmpint(fact->when.span.latest_start.minute, ==, INT64_MAX);
	g_assert_true(fact->after.fact[0] == find(&test, "relapse"));
	g_assert_cmpstr(fact->best, ==, "NR");

	g_assert_true(cc_case_zero(course, NULL) == find(&test, "dx"));
	cc_terms_init(&terms, &test.arena, vocab, course);
	g_assert_cmpstr(
	    cc_case_criteria(course, &terms, NULL), ==, "imwg-2016");
	test_case_close(&test);
}

/* Nothing is counted from what began nobody knows when. */
static void
test_zero(void)
{
	struct test_case test;

	test_case_parse(&test,
	    "<case xmlns=\"urn:clincourse:case:1\">"
	    "<diagnosis id=\"dx\" code=\"cml\" time=\"[..2020]\"/>"
	    "<treatment id=\"old\" code=\"aspirin\" time=\"../2021\"/>"
	    "<treatment id=\"new\" code=\"imatinib\" time=\"2020-05/..\"/>"
	    "</case>",
	    vocab);
	g_assert_true(cc_case_zero(test.course, NULL) == find(&test, "new"));
	g_assert_true(
	    cc_case_zero(test.course, "first-treatment") == find(&test, "new"));
	g_assert_null(cc_case_zero(test.course, "old"));
	test_case_close(&test);
}

static void
assert_first_treatment(const char *body, const char *id)
{
	g_autofree char *xml =
	    g_strdup_printf("<case xmlns='urn:clincourse:case:1'>"
			    "<diagnosis code='dlbcl' time='2020-01-04'/>"
			    "<treatment id='s' code='aciclovir'"
			    " time='2020-01-05/2021-02-03'/>%s</case>",
		body);
	struct test_case test;
	const struct cc_fact *zero;

	test_case_parse(&test, xml, vocab);
	g_assert_nonnull(test.course);
	zero = cc_case_zero(test.course, "first-treatment");
	g_assert_cmpstr(zero != NULL ? zero->id : "none", ==, id);
	test_case_close(&test);
}

/* What prevents is not the first treatment where a line tells of one. */
static void
test_first_treatment(void)
{
	assert_first_treatment("", "s");
	assert_first_treatment(
	    "<line><treatment id='p' code='filgrastim' time='2020-01-10/2020-02'/>"
	    "<treatment id='r' code='R-CHOP' time='2020-01-21/2020-06-03'/>"
	    "</line><line><treatment id='q' code='R-ICE'"
	    " time='2021-01-21/2021-03-03'/></line>",
	    "r");
	assert_first_treatment(
	    "<line><treatment id='r' code='R-CHOP' status='planned'"
	    " time='2020-01-21/2020-06-03'/></line>",
	    "s");
	/* The first line began nobody knows when. */
	assert_first_treatment(
	    "<line><treatment id='r' code='R-CHOP' after='s'/></line>"
	    "<line><treatment id='q' code='R-ICE' time='2021-01-21/2021-03-03'/>"
	    "</line>",
	    "none");
}

static void
test_since(void)
{
	struct test_case test;
	const struct cc_fact *fact;

	parse_clean(&test,
	    CASE("", "<line since=\"b\">"
		     "<event id=\"c\" time=\"3d/5d\"><label>x</label>"
		     "<grade time=\"4d\">2</grade></event>"
		     "<event id=\"b\" since=\"a\" time=\"10d\">"
		     "<label>x</label></event></line>"
		     "<event id=\"a\" time=\"2020-01-31\">"
		     "<label>x</label></event>"
		     "<series code=\"crp\" since=\"a\"><value time=\"1d\">1"
		     "</value></series>"));
	fact = find(&test, "c");
	g_assert_true(fact->when.since == find(&test, "b"));
	assert_instant(fact->when.span.earliest_start, 2020, 2, 13);
	assert_instant(fact->when.span.latest_end, 2020, 2, 16);
	assert_instant(fact->grades[0].when.span.earliest_start, 2020, 2, 14);
	g_assert_cmpstr(test.course->facts[3].values[0].when.since_id, ==, "a");
	assert_instant(test.course->facts[3].values[0].when.span.earliest_start,
	    2020, 2, 1);
	g_assert_cmpint(test.course->lines[0].number, ==, 1);
	test_case_close(&test);
}

static void
test_after(void)
{
	struct test_case test;
	const struct cc_fact *fact;

	parse_clean(&test,
	    CASE("", "<event id=\"a\" time=\"2020-05-10\"><label>x</label>"
		     "</event>"
		     "<event id=\"b\" time=\"2020-05\" after=\"a\">"
		     "<label>x</label></event>"
		     "<treatment id=\"c\" after=\"b\"><label>x</label>"
		     "<dose>1</dose></treatment>"
		     "<event id=\"d\" after=\"c\"><label>x</label></event>"));
	fact = find(&test, "b");
	assert_instant(fact->when.span.earliest_start, 2020, 5, 10);
	assert_instant(fact->when.span.latest_start, 2020, 6, 1);
	fact = find(&test, "c");
	g_assert_true(fact->when.span.interval);
	g_assert_false(fact->when.span.dated);
	assert_instant(fact->when.span.earliest_start, 2020, 5, 10);
	g_assert_false(fact->doses[0].when.span.dated);
	assert_instant(find(&test, "d")->when.span.earliest_start, 2020, 5, 10);
	test_case_close(&test);
}

/* What goes on ends at the last report, which a plan does not move. */
static void
test_going_on(void)
{
	struct test_case test;
	const struct cc_fact *fact;

	parse_clean(&test,
	    CASE("", "<treatment id=\"a\" time=\"2020-05-10/..\">"
		     "<label>x</label></treatment>"
		     "<series code=\"crp\"><value time=\"2021-03-04\">1</value>"
		     "</series>"
		     "<event id=\"b\" status=\"planned\" time=\"2022\">"
		     "<label>x</label></event>"
		     "<event id=\"c\" status=\"planned\" after=\"a\">"
		     "<label>x</label></event>"));
	fact = find(&test, "a");
	assert_instant(fact->when.span.earliest_end, 2021, 3, 5);
	g_assert_cmpint(fact->when.span.latest_end.minute, ==, INT64_MAX);
	assert_instant(find(&test, "c")->when.span.earliest_start, 2021, 3, 5);
	assert_instant(test.course->last_dated, 2023, 1, 1);
	test_case_close(&test);
}

static void
test_parts(void)
{
	struct test_case test;
	const struct cc_fact *fact;

	parse_clean(&test,
	    CASE("", "<patient id=\"m\"/><patient id=\"k\"/>"
		     "<line for=\"k\"><treatment id=\"a\" "
		     "time=\"2020-05-10/2020-06\"><label>x</label>"
		     "<dose>5</dose><dose time=\"2020-05-20/2020-05-22\" "
		     "to=\"1.50\">3</dose>"
		     "<drug code=\"lenalidomide\"><dose>0</dose></drug>"
		     "</treatment></line>"
		     "<panel id=\"p\" time=\"2020-05-11\">"
		     "<value code=\"crp\" below=\"5\"/></panel>"));
	fact = find(&test, "a");
	g_assert_cmpuint(fact->patient, ==, 1);
	g_assert_false(fact->doses[0].when.span.interval);
	assert_instant(fact->doses[0].when.span.latest_end, 2020, 5, 11);
	g_assert_cmpfloat(fact->doses[1].to, ==, 1.5);
	g_assert_cmpstr(fact->doses[1].to_written, ==, "1.50");
	assert_instant(fact->drugs[0].when.span.latest_end, 2020, 7, 1);
	fact = find(&test, "p");
	g_assert_cmpint(fact->values[0].limit, ==, CC_LIMIT_BELOW);
	assert_instant(fact->values[0].when.span.earliest_start, 2020, 5, 11);
	test_case_close(&test);
}

/* What says no time while its parts do is read as if it were written there. */
static void
test_time_of_parts(void)
{
	static const struct {
		const char *fact, *time;
	} rows[] = {
	    {"<event id=\"x\" code=\"rash\"><grade "
	     "time=\"2016-10-02\">3</grade>"
	     "<grade time=\"2016-09-08~\">1</grade></event>",
		"2016-09-08~/"},
	    {"<event id=\"x\" code=\"rash\" after=\"dx\">"
	     "<grade time=\"2016-10\">3</grade></event>",
		"2016-10"},
	    {"<event id=\"x\" code=\"rash\" lasting=\"9d\">"
	     "<grade time=\"2016-10-02\">3</grade>"
	     "<grade time=\"2016-10-05\">1</grade></event>",
		"2016-10-02"},
	    {"<lesion id=\"x\" site=\"skin\">"
	     "<value time=\"[2016-10-02..2016-10-09]\" unit=\"mm\">22</value>"
	     "<value time=\"2016-11-11\" unit=\"mm\">12</value></lesion>",
		"[2016-10-02..2016-10-09]/"},
	    {"<treatment id=\"x\" code=\"prednisone\" unit=\"mg/d\">"
	     "<dose time=\"2016-10-02\">60</dose></treatment>",
		"2016-10-02/"},
	    {"<treatment id=\"x\" code=\"prednisone\" unit=\"mg/d\">"
	     "<dose time=\"2016-10-02/2016-10-20\">60</dose>"
	     "<dose time=\"2016-10-21/2016-11\">20</dose></treatment>",
		"2016-10-02/2016-11"},
	    /* Of drugs that run side by side the last that ends. */
	    {"<treatment id=\"x\"><label>trial</label>"
	     "<drug code=\"rituximab\" time=\"2016-03/2016-09\"/>"
	     "<drug code=\"lenalidomide\" time=\"2016-02-10/2016-08\"/>"
	     "</treatment>",
		"2016-02-10/2016-09"},
	    {"<treatment id=\"x\"><label>trial</label>"
	     "<drug code=\"rituximab\" time=\"2016-03/2016-09\"/>"
	     "<drug code=\"lenalidomide\" time=\"2016-02-10/\"/>"
	     "</treatment>",
		"2016-02-10/"},
	    {"<treatment id=\"x\"><label>trial</label>"
	     "<drug code=\"rituximab\" time=\"2016-03/2016-09\"/>"
	     "<drug code=\"lenalidomide\" time=\"2016-02-10/..\"/>"
	     "</treatment>",
		"2016-02-10/.."},
	    /* Which came first is not known: it had begun by the earlier. */
	    {"<event id=\"x\" code=\"rash\"><grade time=\"2016\">3</grade>"
	     "<grade time=\"2016-09-08~\">1</grade></event>",
		"[..2016-09-08]/"},
	    {"<event id=\"x\" code=\"rash\">"
	     "<grade time=\"[2016-10-02..2016-10-09]\">3</grade>"
	     "<grade time=\"[..2016-11]\">1</grade></event>",
		"[..2016-10-09]/"},
	    {"<event id=\"x\" code=\"rash\"><grade "
	     "time=\"[2016-10..]\">3</grade>"
	     "<grade time=\"2016-12-05\">1</grade></event>",
		"[..2016-12-05]/"},
	    {"<event id=\"x\" code=\"rash\"><grade "
	     "time=\"[2016-10..]\">3</grade>"
	     "<grade time=\"[2016-08..]\">1</grade></event>",
		"[2016-08..]/"},
	    /* Its own time is its own. */
	    {"<event id=\"x\" code=\"rash\" time=\"2016-08/2016-12\">"
	     "<grade time=\"2016-10-02\">3</grade></event>",
		"2016-08/2016-12"},
	};

	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_autofree char *xml =
		    g_strconcat("<case xmlns=\"urn:clincourse:case:1\">"
				"<diagnosis id=\"dx\" code=\"dlbcl\" "
				"time=\"2015-03\"/>",
			rows[i].fact,
			"<outcome code=\"alive\" time=\"2018\"/></case>", NULL);
		struct test_case test;

		parse_clean(&test, xml);
		g_assert_cmpstr(
		    find(&test, "x")->when.time.text, ==, rows[i].time);
		g_assert_true(find(&test, "x")->when.span.dated);
		test_case_close(&test);
	}
}

/* Counted from what the part is counted from; nothing is told by a part that
 * is counted from the thing itself. */
static void
test_time_of_counted_parts(void)
{
	struct test_case test;

	parse_clean(&test,
	    CASE("", "<diagnosis id=\"dx\" code=\"dlbcl\" time=\"2015-03-02\"/>"
		     "<event id=\"x\" code=\"rash\">"
		     "<grade time=\"10d\" since=\"dx\">1</grade>"
		     "<grade time=\"20d\" since=\"dx\">3</grade></event>"
		     "<event id=\"y\" code=\"colitis\" after=\"x\">"
		     "<grade time=\"10d\" since=\"y\">1</grade></event>"));
	g_assert_cmpstr(find(&test, "x")->when.since_id, ==, "dx");
	assert_instant(find(&test, "x")->when.span.earliest_start, 2015, 3, 12);
	g_assert_false(find(&test, "y")->when.span.dated);
	test_case_close(&test);
}

/* A response outside of lines belongs to the line that had begun last. */
static void
test_lines(void)
{
	struct test_case test;
	const struct cc_case *course;

	parse_clean(&test,
	    CASE("", "<patient id=\"m\"/><patient id=\"k\"/>"
		     "<diagnosis code=\"multiple-myeloma\" time=\"2019\"/>"
		     "<line n=\"1\"><treatment code=\"VCd\" "
		     "time=\"2020-01/2020-05\"/></line>"
		     "<line n=\"3\"><treatment code=\"KPd\" "
		     "time=\"2020-08/2020-12\"/></line><line/>"
		     "<response id=\"a\" code=\"SD\" time=\"2019-12\"/>"
		     "<response id=\"b\" code=\"PD\" time=\"2020-07\"/>"
		     "<response id=\"c\" code=\"VGPR\" time=\"2021\"/>"
		     "<response id=\"d\" code=\"SD\" for=\"k\" "
		     "time=\"2021\"/>"));
	course = test.course;
	g_assert_cmpuint(find(&test, "a")->within, ==, CC_NO_LINE);
	g_assert_cmpuint(find(&test, "b")->within, ==, 0);
	g_assert_cmpuint(find(&test, "c")->within, ==, 1);
	g_assert_cmpuint(find(&test, "d")->within, ==, CC_NO_LINE);
	g_assert_null(course->lines[2].first);
	g_assert_cmpint(course->lines[2].number, ==, 4);
	test_case_close(&test);
}

/* More facts than a case may have leave none. */
static void
test_limit(void)
{
	g_autoptr(GString) xml =
	    g_string_new("<case xmlns=\"urn:clincourse:case:1\">");
	struct test_case test;

	for (int i = 0; i <= CC_FACTS_MAX; i++)
		g_string_append(xml, "<event/>");
	g_string_append(xml, "</case>");
	test_case_parse(&test, xml->str, NULL);
	g_assert_null(test.course);
	g_assert_cmpuint(test.diags.list->len, ==, 1);
	g_assert_nonnull(strstr(test.text->str, "[E328]"));
	test_case_close(&test);
}

int
main(int argc, char **argv)
{
	int result;

	g_test_init(&argc, &argv, NULL);
	vocab = test_vocab_load();
	g_test_add_func("/model/round", test_round);
	g_test_add_func("/model/founding", test_founding);
	g_test_add_func("/model/zero", test_zero);
	g_test_add_func("/model/first-treatment", test_first_treatment);
	g_test_add_func("/model/since", test_since);
	g_test_add_func("/model/after", test_after);
	g_test_add_func("/model/going-on", test_going_on);
	g_test_add_func("/model/parts", test_parts);
	g_test_add_func("/model/time-of-parts", test_time_of_parts);
	g_test_add_func(
	    "/model/time-of-counted-parts", test_time_of_counted_parts);
	g_test_add_func("/model/lines", test_lines);
	g_test_add_func("/model/limit", test_limit);
	result = g_test_run();
	test_vocab_unload(vocab);
	return result;
}
