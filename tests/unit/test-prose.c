/* Cases in words. What samples say is written beside in tests/golden/text; with
 * CC_UPDATE_GOLDENS=1 it is written down anew: read the difference, as its
 * reader would, before it is committed. */
#include "world.h"

#include <string.h>

static const char *const langs[] = {"en", "zh"};

/* What stands in a case, as Markdown; g_free. */
static char *
told_text(struct world *world, const char *body, const char *lang)
{
	return world_write_body(world, NULL, body, lang, "md");
}

static void
assert_golden(const char *text, const char *name, const char *lang)
{
	g_autofree char *path = g_strdup_printf(
	    CC_SOURCE_DIR "/tests/golden/text/%s.%s.md", name, lang);
	g_autofree char *golden = NULL;

	if (g_getenv("CC_UPDATE_GOLDENS") != NULL)
		g_assert_true(g_file_set_contents(path, text, -1, NULL));
	g_assert_true(g_file_get_contents(path, &golden, NULL, NULL));
	g_assert_cmpstr(text, ==, golden);
}

static void
test_samples(struct world *world, gconstpointer unused)
{
	static const char *const names[] = {"emm", "dlbcl"};

	(void)unused;
	for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
		for (size_t k = 0; k < G_N_ELEMENTS(langs); k++) {
			g_autofree char *path = g_strdup_printf(
			    CC_SOURCE_DIR "/samples/%s.xml", names[i]);
			g_autofree char *text =
			    world_write_file(world, path, langs[k], "md");

			assert_golden(text, names[i], langs[k]);
		}
}

static void
assert_has(const char *text, const char *part)
{
	if (strstr(text, part) == NULL)
		g_error("no \"%s\" in:\n%s", part, text);
}

/* What is not known is said to be so. */
static void
test_uncertain(struct world *world, gconstpointer unused)
{
	static const char body[] =
	    "<diagnosis code=\"multiple-myeloma\" time=\"2019\"/>"
	    "<line><treatment code=\"VCd\" time=\"2020-03/\"/>"
	    "<procedure id=\"p\" code=\"biopsy\" "
	    "time=\"[2020-03..2020-09]\"/>"
	    "<response code=\"PR\" time=\"2020-10-05\"/></line>"
	    "<procedure code=\"car-t\" after=\"p\"/>"
	    "<outcome code=\"alive\" time=\"2021~\"/>";
	g_autofree char *en = NULL, *zh = NULL;

	(void)unused;
	en = told_text(world, body, "en");
	assert_has(en, "was diagnosed in 2019.");
	assert_has(en, "VCd was begun in Mar 2020; its end is not stated.");
	assert_has(en, "Between Mar and Sep 2020: biopsy.");
	assert_has(en, "After biopsy (date not stated): CAR-T.");
	assert_has(en, "Response on 5 Oct 2020: partial response (PR; response "
	               "not assessed again).");
	assert_has(en, "about 2021");
	zh = told_text(world, body, "zh");
	assert_has(zh, "2019 年确诊多发性骨髓瘤");
	assert_has(zh, "2020 年 3–9 月之间：活检");
	assert_has(zh, "2020 年 3 月起予 VCd，结束时间不详");
}

/* Where a part begins. */
static size_t
place_of(const char *text, const char *part)
{
	const char *found = strstr(text, part);

	if (found == NULL)
		g_error("no \"%s\" in:\n%s", part, text);
	return (size_t)(found - text);
}

/* What was counted from another thing is told as it was typed; where that
 * leads to one day, as that day. */
static void
test_counted(struct world *world, gconstpointer unused)
{
	static const char body[] =
	    "<diagnosis id=\"d\" code=\"aml\" time=\"2018-02-03\"/>"
	    "<event since=\"d\" time=\"-3w~\"><label>fever</label></event>"
	    "<event since=\"d\" time=\"9d\"><label>rash</label></event>"
	    "<event since=\"d\" time=\"0m\"><label>pain</label></event>"
	    "<event since=\"d\" time=\"[2m..4m]\"><label>fall</label></event>"
	    "<event since=\"d\" time=\"1y6m\"><label>cataract</label></event>"
	    "<treatment id=\"t\" code=\"azacitidine\" since=\"d\" "
	    "time=\"5d/8m\"/>"
	    "<treatment code=\"venetoclax\" since=\"t\" time=\"2m/5m\"/>"
	    "<outcome code=\"alive\" time=\"2020-05\"/>";
	static const struct {
		const char *lang, *text[8];
	} rows[] = {
	    {"en",
		{"About 3 weeks before diagnosis: fever.", "12 Feb 2018: rash.",
		    "Less than 1 month after diagnosis: pain.",
		    "Some time between 2 and 4 months after diagnosis: fall.",
		    "1 year 6 months after diagnosis: cataract.",
		    "was given from 5 days to 8 months after diagnosis.",
		    "from 2 to 5 months after the start of azacitidine.",
		    "| from 5 days to 8 months after diagnosis |"}},
	    {"zh", {"诊断前约 3 周：", "2018 年 2 月 12 日：",
		       "诊断后不足 1 个月：", "诊断后 2–4 个月之间：",
		       "诊断后 1 年 6 个月：", "诊断后 5 天至 8 个月予",
		       "开始后 2 至 5 个月予", "| 诊断后 5 天至 8 个月 |"}},
	    {"de",
		{"Etwa 3 Wochen vor Diagnose: fever.", "12. Feb. 2018: rash.",
		    "Weniger als 1 Monat nach Diagnose: pain.",
		    "Irgendwann 2 bis 4 Monate nach Diagnose: fall.",
		    "1 Jahr 6 Monate nach Diagnose: cataract.",
		    ": 5 Tage bis 8 Monate nach Diagnose.",
		    ": 2 bis 5 Monate nach Beginn (Azacitidin).",
		    "| 5 Tage bis 8 Monate nach Diagnose |"}},
	};

	(void)unused;
	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_autofree char *text = told_text(world, body, rows[i].lang);

		for (size_t k = 0; k < G_N_ELEMENTS(rows[i].text); k++)
			assert_has(text, rows[i].text[k]);
	}
}

/* What the author wrote in another language than is asked for stands beside the
 * vocabulary's name, where it says more than that. */
static void
test_label_beside(struct world *world, gconstpointer unused)
{
	g_autofree char *text = told_text(world,
	    "<patient sex=\"male\"><note>left-handed</note></patient>"
	    "<diagnosis code=\"multiple-myeloma\" time=\"2018-02-03\">"
	    "<label>Multiple myeloma</label></diagnosis>"
	    "<event code=\"bacteraemia\" time=\"2018-03-05\">"
	    "<label>E. coli bacteraemia</label></event>"
	    "<lesion site=\"stomach\" time=\"2018-03-05\">"
	    "<label>stomach wall</label></lesion>"
	    "<outcome code=\"alive\" time=\"2020-05\">"
	    "<label>Alive, off treatment</label><note>at work</note></outcome>",
	    "de");

	(void)unused;
	assert_has(text, ": multiples Myelom.");
	assert_has(text, "Bakteriämie (E. coli bacteraemia).");
	assert_has(text, "Magen | stomach wall |");
	assert_has(text, "am Leben (Alive, off treatment; at work).");
	assert_has(text, "left-handed");
}

/* What is drawn as its parts is not explained by them. */
static void
test_plus(struct world *world, gconstpointer unused)
{
	g_autofree char *text = told_text(world,
	    "<diagnosis code=\"neuroblastoma\" time=\"2018-02-03\"/>"
	    "<treatment code=\"irinotecan + temozolomide\" "
	    "time=\"2018-03-05/2018-04-01\"/>",
	    "en");

	(void)unused;
	g_assert_null(strstr(text, "irinotecan plus temozolomide"));
}

/* Hours where there are times of day; never "at least nothing". */
static void
test_short_time(struct world *world, gconstpointer unused)
{
	g_autofree char *hours = told_text(world,
	    "<diagnosis code=\"sepsis\" time=\"2024-03-01T10:00\"/>"
	    "<outcome code=\"alive\" time=\"2024-03-03T08:00\"/>",
	    "en");
	g_autofree char *minutes = told_text(world,
	    "<diagnosis code=\"sepsis\" time=\"2024-03-01T23:10\"/>"
	    "<outcome code=\"alive\" time=\"2024-03-02T00:30\"/>",
	    "de");
	g_autofree char *least = told_text(world,
	    "<diagnosis code=\"multiple-myeloma\" time=\"2018-03-10\"/>"
	    "<line n=\"1\"><treatment code=\"VRd\" "
	    "time=\"2018-04-01/2020-10-01\"/>"
	    "<response code=\"VGPR\" time=\"2019\"/></line>"
	    "<outcome code=\"alive\" time=\"2022-01-01\"/>",
	    "en");

	(void)unused;
	assert_has(hours, "46 hours");
	assert_has(minutes, "80 Minuten");
	assert_has(least, "PFS: ≥ 9 months");
}

/* Four weekly doses were not given on the day of the first. */
static void
test_repeated(struct world *world, gconstpointer unused)
{
	g_autofree char *text = told_text(world,
	    "<diagnosis code=\"itp\" time=\"2023-02-01\"/>"
	    "<treatment code=\"rituximab\" time=\"2023-02-10\" "
	    "freq=\"weekly x 4\"/>"
	    "<outcome code=\"alive\" time=\"2023-09-01\"/>",
	    "en");

	(void)unused;
	assert_has(text, "was begun on 10 Feb 2023");
	g_assert_null(strstr(text, "given on 10 Feb 2023"));
}

/* Nothing goes on at the last report of the dead. */
static void
test_until_death(struct world *world, gconstpointer unused)
{
	g_autofree char *text = told_text(world,
	    "<diagnosis code=\"multiple-myeloma\" time=\"2018-03-10\"/>"
	    "<treatment code=\"VRd\" time=\"2018-04-01/..\"/>"
	    "<outcome code=\"death\" time=\"2019-01-01\"/>",
	    "en");

	(void)unused;
	assert_has(text, "and went on until death");
}

/* In German a day has its article, a month has none. */
static void
test_article(struct world *world, gconstpointer unused)
{
	static const char body[] =
	    "<diagnosis code=\"aml\" time=\"2018-02-03\"/>"
	    "<treatment code=\"azacitidine\" time=\"2018-03-05/2018-06\"/>"
	    "<treatment code=\"venetoclax\" time=\"2018-07/2018-09-02\"/>"
	    "<treatment code=\"rituximab\" "
	    "time=\"2019-01-02T08:30/2019-01-02T12:15\"/>"
	    "<outcome code=\"alive\" time=\"2020-05\"/>";
	g_autofree char *text = told_text(world, body, "de");

	(void)unused;
	assert_has(text, ": vom 5. März 2018 bis Juni 2018.");
	assert_has(text, ": von Juli 2018 bis 2. Sept. 2018.");
	assert_has(text, ": am 2. Jan. 2019 von 08:30 bis 12:15 Uhr.");
}

/* A cause is told before what it prompted, if that can have begun after it. */
static void
test_causes_first(struct world *world, gconstpointer unused)
{
	g_autofree char *text = told_text(world,
	    "<diagnosis code=\"epilepsy\" time=\"2010\"/>"
	    "<treatment code=\"levetiracetam\" time=\"[2014..2015]/..\" "
	    "because=\"g\"/>"
	    "<event id=\"g\" code=\"pregnancy\" time=\"2015-02/2015-11\"/>"
	    "<outcome code=\"alive\" time=\"2017-06-01\"/>",
	    "en");
	const char *cause = strstr(text, "Feb–Nov 2015: pregnancy");

	(void)unused;
	g_assert_nonnull(cause);
	g_assert_nonnull(strstr(cause, "Levetiracetam"));
}

/* What is counted from a thing without a date is known no less. */
static void
test_counted_undated(struct world *world, gconstpointer unused)
{
	g_autofree char *text = told_text(world,
	    "<diagnosis id=\"d\" code=\"aml\" time=\"2018-02-03\"/>"
	    "<relapse id=\"r\" after=\"d\"/>"
	    "<event since=\"r\" time=\"11m\"><label>fall</label></event>"
	    "<event since=\"r\" time=\"[1w..2w]\"><label>rash</label></event>"
	    "<treatment since=\"r\" code=\"azacitidine\" time=\"1m/3m\"/>"
	    "<treatment since=\"r\" code=\"venetoclax\" time=\"2m/\"/>",
	    "en");

	(void)unused;
	assert_has(text, "11 months after relapse: fall");
	assert_has(text, "ome time between 1 and 2 weeks after relapse: rash");
	assert_has(text, "rom 1 to 3 months after relapse: azacitidine");
	assert_has(text,
	    "rom 2 months after relapse, end not stated: venetoclax");
}

/* Timeline and derived intervals tell a date in the same words. */
static void
test_tables_agree(struct world *world, gconstpointer unused)
{
	g_autofree char *text = told_text(world,
	    "<diagnosis id=\"d\" code=\"multiple-myeloma\" "
	    "time=\"2018-02-03\"/>"
	    "<line><treatment code=\"Vd\" "
	    "time=\"[2018-02..2018-05]/2018-11\"/>"
	    "<response code=\"PD\" since=\"d\" time=\"14m\"/></line>",
	    "en");

	(void)unused;
	assert_has(text,
	    "| from some time between Feb and May 2018 to Nov 2018 "
	    "| Vd");
	assert_has(text, "| 14 months after diagnosis | Response");
	assert_has(text, "| from some time between Feb and May 2018 to 14 "
			 "months after diagnosis |");
	assert_has(text, "Response 14 months after diagnosis:");
}

/* So do the last contact and the fact that it was. */
static void
test_contact_agrees(struct world *world, gconstpointer unused)
{
	static const char diagnosis[] =
	    "<diagnosis id=\"d\" code=\"aml\" time=\"2018-02-03\"/>";
	static const struct {
		const char *outcome, *text;
	} rows[] = {
	    {"time=\"2021~\"", "about 2021"},
	    {"time=\"2021-04?\"", "Apr 2021 (uncertain)"},
	    {"time=\"26m\" since=\"d\"", "26 months after diagnosis"},
	    {"time=\"[2020..2021]\"", "some time between 2020 and 2021"},
	};

	(void)unused;
	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_autofree char *body =
		    g_strdup_printf("%s<outcome code=\"alive\" %s/>",
			diagnosis, rows[i].outcome);
		g_autofree char *row = g_strdup_printf(
		    "| from 3 Feb 2018 to %s |", rows[i].text);
		g_autofree char *text = told_text(world, body, "en");

		assert_has(text, row);
		assert_has(text, g_str_has_prefix(rows[i].text, "some time ")
		                     ? rows[i].text + strlen("some time ")
		                     : rows[i].text);
	}
}

/* A response follows its treatment where times cannot tell, and that the
 * diagnosis. */
static void
test_response_follows(struct world *world, gconstpointer unused)
{
	g_autofree char *text = told_text(world,
	    "<diagnosis code=\"aml\" time=\"2018-02-03\"/>"
	    "<line><response code=\"CR\" time=\"2018\"/>"
	    "<treatment code=\"azacitidine\" time=\"2018-02/2018-06-01\"/>"
	    "</line>",
	    "en");

	(void)unused;
	g_assert_cmpuint(place_of(text, "was diagnosed"), <,
	    place_of(text, "Azacitidine was given"));
	g_assert_cmpuint(place_of(text, "Azacitidine was given"), <,
	    place_of(text, "Response in 2018"));
	g_assert_cmpuint(place_of(text, "| 3 Feb 2018 | Diagnosis"), <,
	    place_of(text, "| 2018 | Response"));
	assert_has(text, "TTR: at most 1 year");
}

/* A cause is told before what it prompted in the same month. */
static void
test_cause_first(struct world *world, gconstpointer unused)
{
	g_autofree char *text = told_text(world,
	    "<treatment code=\"prednisolone\" because=\"f\" "
	    "time=\"2018-04/2018-06\"/>"
	    "<event time=\"2018-04\"><label>fall</label></event>"
	    "<event id=\"f\" time=\"2018-04/2018-05\"><label>flare</label>"
	    "</event>",
	    "en");

	(void)unused;
	g_assert_cmpuint(place_of(text, ": flare"), <,
	    place_of(text, "Prednisolone"));
	g_assert_cmpuint(place_of(text, "Prednisolone"), <,
	    place_of(text, ": fall"));
}

/* What after= asserts, and nothing else, orders facts of one start; one that
 * has no date too stands before what comes after it. */
static void
test_asserted_order(struct world *world, gconstpointer unused)
{
	g_autofree char *text = told_text(world,
	    "<diagnosis id=\"d\" code=\"aml\" time=\"2018\"/>"
	    "<event id=\"c\" time=\"[2018..2019]\" "
	    "after=\"b\"><label>third</label></event>"
	    "<event id=\"b\" time=\"[2018..2019]\" "
	    "after=\"a\"><label>second</label></event>"
	    "<event id=\"a\" time=\"[2018..2019]\" "
	    "after=\"t\"><label>first</label></event>"
	    "<line><treatment id=\"t\" code=\"azacitidine\" "
	    "time=\"[2018..2019]/[2018..2019]\"/></line>"
	    "<line><treatment code=\"venetoclax\" after=\"c\" "
	    "time=\"[2018..2019]/[2018..2019]\"/></line>",
	    "en");
	static const char *const order[] = {"was diagnosed", "Line 1.",
	    "Azacitidine was given", ": first", ": second", ": third",
	    "Line 2.", "Venetoclax was given"};

	(void)unused;
	for (size_t i = 1; i < G_N_ELEMENTS(order); i++)
		g_assert_cmpuint(
		    place_of(text, order[i - 1]), <, place_of(text, order[i]));
}

/* A label is words, never markup. */
static void
test_escapes(struct world *world, gconstpointer unused)
{
	g_autofree char *text = told_text(world,
	    "<title># not a *heading* | [x](y) &lt;b&gt;</title>"
	    "<event time=\"2020\"><label>a|b `c` &amp;amp; 1_2</label></event>"
	    "<event time=\"2020\"><label>1. one</label></event>",
	    "en");

	(void)unused;
	assert_has(text, "# \\# not a \\*heading\\* \\| \\[x\\](y) \\<b\\>\n");
	assert_has(text, "| 2020 | a\\|b \\`c\\` \\&amp; 1\\_2 |");
}

/* A case that holds next to nothing says next to nothing. */
static void
test_little(struct world *world, gconstpointer unused)
{
	g_autofree char *text = told_text(
	    world, "<event time=\"2020-03-01\"><label>x</label></event>", "en");

	(void)unused;
	assert_has(text, "# c\n");
	g_assert_null(strstr(text, "Derived"));
	g_assert_null(strstr(text, "Abbreviations"));
}

int
main(int argc, char **argv)
{
	static const struct {
		const char *path;
		void (*test)(struct world *, gconstpointer);
	} tests[] = {
	    {"/prose/samples", test_samples},
	    {"/prose/uncertain", test_uncertain},
	    {"/prose/article", test_article},
	    {"/prose/label-beside", test_label_beside},
	    {"/prose/plus", test_plus},
	    {"/prose/short-time", test_short_time},
	    {"/prose/until-death", test_until_death},
	    {"/prose/counted", test_counted},
	    {"/prose/causes-first", test_causes_first},
	    {"/prose/counted-undated", test_counted_undated},
	    {"/prose/tables-agree", test_tables_agree},
	    {"/prose/contact-agrees", test_contact_agrees},
	    {"/prose/repeated", test_repeated},
	    {"/prose/response-follows", test_response_follows},
	    {"/prose/cause-first", test_cause_first},
	    {"/prose/asserted-order", test_asserted_order},
	    {"/prose/escapes", test_escapes},
	    {"/prose/little", test_little},
	};

	g_test_init(&argc, &argv, NULL);
	for (size_t i = 0; i < G_N_ELEMENTS(tests); i++)
		g_test_add(tests[i].path, struct world, NULL, world_init,
		    tests[i].test, world_finish);
	return g_test_run();
}
