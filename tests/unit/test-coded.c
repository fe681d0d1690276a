/* Words that stand directly in facts: the codes that they are, and events whose
 * words tell of a death or a relapse. */
#include "model-case.h"

#include "model/model.h"
#include "model/turn-words.h"

static struct cc_vocab *shipped;

static void
parse(struct test_case *test, const char *facts)
{
	g_autofree char *xml = g_strdup_printf(
	    "<case xmlns=\"urn:clincourse:case:1\">%s</case>", facts);

	test_case_parse(test, xml, shipped);
}

/* The code and the label that the first fact has; no more than a note tells of
 * it. */
static void
assert_coded(const char *fact, const char *code, const char *label)
{
	struct test_case test;
	const struct cc_fact *read;

	parse(&test, fact);
	g_assert_null(strstr(test.text->str, "error:"));
	g_assert_null(strstr(test.text->str, "warning:"));
	read = &test.course->facts[0];
	g_assert_cmpstr(read->code, ==, code);
	g_assert_cmpuint(read->labels.count, ==, label != NULL ? 1 : 0);
	if (label != NULL)
		g_assert_cmpstr(read->labels.item[0].text, ==, label);
	test_case_close(&test);
}

static void
test_codes(void)
{
	/* By its own name, a brand, an abbreviation, in another language. */
	assert_coded(
	    "<treatment time='2020-01/2020-02'>tocilizumab</treatment>",
	    "tocilizumab", NULL);
	assert_coded("<treatment time='2020-01/2020-02'>Velcade</treatment>",
	    "bortezomib", NULL);
	assert_coded(
	    "<event time='2020-01'>AKI</event>", "acute-kidney-injury", NULL);
	assert_coded("<event time='2020-01'>发热</event>", "fever", NULL);
	/* What is a disease elsewhere complicates this course. */
	assert_coded("<event time='2020-01'>type 2 diabetes</event>",
	    "type-2-diabetes", NULL);
	/* Of several words, each has to be known. */
	assert_coded("<treatment time='2020-01/2020-02'>"
		     "rituximab + cyclophosphamide</treatment>",
	    "rituximab + cyclophosphamide", NULL);
	assert_coded("<treatment time='2020-01/2020-02'>"
		     "rituximab + something</treatment>",
	    NULL, "rituximab + something");
	assert_coded(
	    "<treatment time='2020-01/2020-02'>an infusion</treatment>", NULL,
	    "an infusion");
	/* An abbreviation of several meanings stays a word. */
	assert_coded(
	    "<treatment time='2020-01/2020-02'>MP</treatment>", NULL, "MP");
	/* A label was chosen. */
	assert_coded("<event time='2020-01'><label>fever</label></event>", NULL,
	    "fever");
	/* A word of the case's own. */
	assert_coded("<event time='2020-01'>trial visit 3</event>"
		     "<define in='event' code='trial visit 3' "
		     "class='milestone'/>",
	    "trial visit 3", NULL);
}

static void
test_closed(void)
{
	assert_coded("<outcome time='2020-01'>death</outcome>", "death", NULL);
	assert_coded("<outcome time='2020-01'>死亡</outcome>", "death", NULL);
	assert_coded("<response time='2020-01'>PR</response>", "PR", NULL);
	assert_coded(
	    "<response time='2020-01'>partial response</response>", "PR", NULL);
	/* Each criteria have their own code for what several call so. */
	assert_coded("<response time='2020-01' criteria='al-amyloidosis'>"
		     "complete haematological response</response>",
	    "CR", NULL);
	assert_coded("<response time='2020-01' criteria='poems'>"
		     "clinical improvement</response>",
	    "clinical-PR", NULL);
}

static void
assert_told(const char *fact, const char *told)
{
	struct test_case test;

	parse(&test, fact);
	if (strstr(test.text->str, told) == NULL)
		g_error("%s: %s is not in: %s", fact, told, test.text->str);
	test_case_close(&test);
}

/* What no word of the set is says which one it begins with. */
static void
test_needed(void)
{
	assert_told("<outcome time='2020-01'>alive, in remission</outcome>",
	    "<outcome> needs code=\"alive\"");
	assert_told("<outcome time='2020-01'>in remission</outcome>",
	    "<outcome> needs code=\"alive\"");
	assert_told("<outcome time='2020-01'>censored</outcome>",
	    "one of: death, alive, lost-to-follow-up");
	assert_told("<outcome time='2020-01' code='alive with disease'/>",
	    "write code=\"alive\", with these words in it");
	assert_told("<outcome time='2020-01' code='DOD'/>",
	    "write code=\"death\", and in cause what of");
	assert_told("<outcome time='2020-01' code='治愈出院'/>",
	    "write code=\"alive\", with these words in it");
	assert_told("<outcome time='2020-01'><label>died of sepsis</label>"
		    "</outcome>",
	    "<outcome> needs code=\"death\"");
	assert_told("<response time='2020-01'>PR (nodes)</response>",
	    "<response> needs code=\"PR\"");
}

/* An intent is told apart from what is given; it is no part of the name. */
static void
test_intent(void)
{
	struct test_case test;

	parse(&test, "<treatment time='2020-01/2020-02'>"
		     "rituximab maintenance</treatment>");
	g_assert_cmpstr(test.course->facts[0].code, ==, "rituximab");
	g_assert_cmpstr(test.course->facts[0].intent, ==, "maintenance");
	test_case_close(&test);
}

/* A drug in a treatment, too: the treatment is named by them. */
static void
test_drugs(void)
{
	struct test_case test;

	parse(&test, "<treatment time='2020-01/2020-02'><drug>Velcade</drug>"
		     "<drug>dexamethasone</drug></treatment>");
	g_assert_cmpstr(test.course->facts[0].drugs[0].code, ==, "bortezomib");
	g_assert_cmpstr(
	    test.course->facts[0].code, ==, "bortezomib + dexamethasone");
	test_case_close(&test);
}

static void
test_turns(void)
{
	static const struct {
		const char *words;
		enum cc_turn_words turn;
	} rows[] = {
	    {"Death", CC_TURN_WORDS_DEATH},
	    {"died of sepsis", CC_TURN_WORDS_DEATH},
	    {"patient died", CC_TURN_WORDS_DEATH},
	    {"Verstorben an Sepsis", CC_TURN_WORDS_DEATH},
	    {"septic shock; death", CC_TURN_WORDS_DEATH},
	    {"死亡 死因：疾病进展", CC_TURN_WORDS_DEATH},
	    {"第 12 天死亡（脓毒症）", CC_TURN_WORDS_DEATH},
	    {"first relapse", CC_TURN_WORDS_RELAPSE},
	    {"CNS relapse (cytology)", CC_TURN_WORDS_RELAPSE},
	    {"Progressive disease", CC_TURN_WORDS_RELAPSE},
	    {"MRI: disease progression", CC_TURN_WORDS_RELAPSE},
	    {"progression with new lesions", CC_TURN_WORDS_RELAPSE},
	    {"Extramedulläres Rezidiv", CC_TURN_WORDS_RELAPSE},
	    {"中枢复发", CC_TURN_WORDS_RELAPSE},
	    {"复发（中枢）", CC_TURN_WORDS_RELAPSE},
	    {"no relapse", CC_TURN_WORDS_NONE},
	    {"MRI: no progression", CC_TURN_WORDS_NONE},
	    {"infection after relapse", CC_TURN_WORDS_NONE},
	    {"fear of relapse", CC_TURN_WORDS_NONE},
	    {"recurrence of fever", CC_TURN_WORDS_NONE},
	    {"kein Rezidiv", CC_TURN_WORDS_NONE},
	    {"未复发", CC_TURN_WORDS_NONE},
	    {"影像：无进展", CC_TURN_WORDS_NONE},
	    {"progression-free", CC_TURN_WORDS_NONE},
	    {"Hodgkin disease", CC_TURN_WORDS_NONE},
	    {"deadline", CC_TURN_WORDS_NONE},
	    {"", CC_TURN_WORDS_NONE},
	};

	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_test_message("%s", rows[i].words);
		g_assert_cmpint(cc_turn_words(rows[i].words), ==, rows[i].turn);
	}
}

int
main(int argc, char **argv)
{
	int failed;

	g_test_init(&argc, &argv, NULL);
	shipped = test_vocab_load();
	g_test_add_func("/coded/codes", test_codes);
	g_test_add_func("/coded/closed", test_closed);
	g_test_add_func("/coded/needed", test_needed);
	g_test_add_func("/coded/intent", test_intent);
	g_test_add_func("/coded/drugs", test_drugs);
	g_test_add_func("/coded/turns", test_turns);
	failed = g_test_run();
	test_vocab_unload(shipped);
	return failed;
}
