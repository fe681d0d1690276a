/* The author's words, and drugs that are given together. */
#include "model-case.h"

#include "model/model.h"

static struct cc_vocab *shipped;

struct world {
	struct test_case test;
	struct cc_terms terms;
};

static void
world_open(struct world *world, const char *facts)
{
	g_autofree char *xml = g_strdup_printf(
	    "<case xmlns=\"urn:clincourse:case:1\" xml:lang=\"en\">%s</case>",
	    facts);

	test_case_parse(&world->test, xml, shipped);
	cc_terms_init(
	    &world->terms, &world->test.arena, shipped, world->test.course);
}

static void
world_close(struct world *world)
{
	test_case_close(&world->test);
}

static const char *
name(const struct world *world, const char *code, const char *lang)
{
	const struct cc_term *term =
	    cc_terms_find(&world->terms, CC_IN_TREATMENT, NULL, code);

	g_assert_nonnull(term);
	return cc_texts_find(&term->labels, lang);
}

/* One other word is the author's, in the language of the case. */
static void
test_word(void)
{
	struct world world;

	world_open(&world,
	    "<treatment code=\"velcade\" time=\"2020-01/2020-02\"/>"
	    "<treatment code=\"Velcade\" time=\"2020-03/2020-04\"/>");
	g_assert_cmpstr(world.test.course->facts[0].code, ==, "bortezomib");
	g_assert_cmpstr(name(&world, "bortezomib", "en"), ==, "Velcade");
	g_assert_cmpstr(name(&world, "bortezomib", "zh"), ==, "硼替佐米");
	world_close(&world);
}

/* Its key, its names and two words for one thing are the house's name. */
static void
test_house(void)
{
	static const char *const words[][2] = {
	    {"BORTEZOMIB", "bortezomib"},
	    {"硼替佐米", "Bortezomib"},
	    {"Velcade", "bortezomib"},
	    {"Velcade", "万珂"},
	};

	for (size_t i = 0; i < G_N_ELEMENTS(words); i++) {
		g_autofree char *facts = g_strdup_printf(
		    "<treatment code=\"%s\" time=\"2020-01/2020-02\"/>"
		    "<treatment time=\"2020-03/2020-04\"><drug code=\"%s\"/>"
		    "</treatment>",
		    words[i][0], words[i][1]);
		struct world world;

		world_open(&world, facts);
		g_assert_cmpuint(world.test.course->synonym_count, ==, 0);
		g_assert_cmpstr(
		    name(&world, "bortezomib", "en"), ==, "bortezomib");
		world_close(&world);
	}
}

/* A word of the case's own comes before. */
static void
test_define(void)
{
	struct world world;

	world_open(&world,
	    "<define in=\"treatment\" code=\"bortezomib\"><label>ours</label>"
	    "</define>"
	    "<treatment code=\"Velcade\" time=\"2020-01/2020-02\"/>");
	g_assert_cmpstr(name(&world, "bortezomib", "en"), ==, "ours");
	world_close(&world);
}

static void
assert_compound(const char *fact, const char *code, const char *en,
    const char *zh, const char *class)
{
	struct world world;
	const struct cc_fact *read;

	g_test_message("%s", fact);
	world_open(&world, fact);
	read = &world.test.course->facts[0];
	g_assert_cmpstr(read->code, ==, code);
	g_assert_nonnull(read->term);
	g_assert_cmpstr(cc_texts_find(&read->term->labels, "en"), ==, en);
	g_assert_cmpstr(cc_texts_find(&read->term->labels, "zh"), ==, zh);
	g_assert_cmpstr(read->term->class, ==, class);
	world_close(&world);
}

#define TIME "time=\"2020-01/2020-02\""

static void
test_compounds(void)
{
	assert_compound("<treatment code=\"cisplatin + Carboplatin\" " TIME
			"/>",
	    "cisplatin + carboplatin", "cisplatin + carboplatin", "顺铂 + 卡铂",
	    "platinum");
	/* By its drugs, each once. */
	assert_compound("<treatment " TIME "><drug code=\"cisplatin\"/>"
			"<drug code=\"carboplatin\"/>"
			"<drug code=\"cisplatin\"/></treatment>",
	    "cisplatin + carboplatin", "cisplatin + carboplatin", "顺铂 + 卡铂",
	    "platinum");
	/* What stands apart has no say in the colour. */
	assert_compound("<treatment code=\"cisplatin+filgrastim\" " TIME "/>",
	    "cisplatin + filgrastim", "cisplatin + filgrastim",
	    "顺铂 + 非格司亭", "platinum");
	/* Of two classes: of none. */
	assert_compound("<treatment code=\"cisplatin + imatinib\" " TIME "/>",
	    "cisplatin + imatinib", "cisplatin + imatinib", "顺铂 + 伊马替尼",
	    NULL);
	/* Of the author's words too, and of what nobody knows. */
	assert_compound("<treatment code=\"blue pills + Glivec\" " TIME "/>",
	    "blue pills + imatinib", "blue pills + Glivec",
	    "blue pills + 伊马替尼", NULL);
	/* Slashes within: a name of its own, and drugs that have none. */
	assert_compound(
	    "<treatment code=\"lopinavir/ritonavir + ribavirin\" " TIME "/>",
	    "lopinavir-ritonavir + ribavirin",
	    "lopinavir-ritonavir + ribavirin", "洛匹那韦利托那韦 + 利巴韦林",
	    "antiviral");
	assert_compound(
	    "<treatment code=\"cisplatin/imatinib + filgrastim\" " TIME "/>",
	    "cisplatin + imatinib + filgrastim",
	    "cisplatin + imatinib + filgrastim", "顺铂 + 伊马替尼 + 非格司亭",
	    NULL);
	/* A plus within a regimen's name is no other. */
	assert_compound("<treatment code=\"A + AVD\" " TIME "/>", "BV-AVD",
	    "A+AVD", NULL, "anthracycline");
}

/* Written and read again, the same is meant. */
static void
test_written(void)
{
	static const char *const facts[] = {
	    "<treatment code=\"Velcade\" " TIME "/>",
	    "<treatment code=\"blue pills + Glivec\" " TIME "/>",
	    "<treatment " TIME "><drug code=\"cisplatin\"/>"
	    "<drug code=\"Glivec\"/></treatment>",
	    "<panel time=\"2020-01\"><value code=\"Hb\">90</value></panel>",
	};
	/* What it holds when it was written. */
	static const char *const held[] = {"code=\"Velcade\"",
	    "code=\"blue pills + Glivec\"", "<drug code=\"Glivec\"/>",
	    "<value code=\"Hb\">"};

	for (size_t i = 0; i < G_N_ELEMENTS(facts); i++) {
		g_autoptr(GString) written = g_string_new(NULL);
		struct test_case again;
		struct world world;

		world_open(&world, facts[i]);
		cc_case_write(world.test.course, written);
		g_test_message("%s", written->str);
		g_assert_nonnull(strstr(written->str, held[i]));
		test_case_parse(&again, written->str, shipped);
		g_assert_true(
		    cc_case_equal(world.test.course, again.course, NULL));
		g_assert_cmpuint(world.test.course->synonym_count, ==,
		    again.course->synonym_count);
		test_case_close(&again);
		world_close(&world);
	}
}

int
main(int argc, char **argv)
{
	int result;

	g_test_init(&argc, &argv, NULL);
	shipped = test_vocab_load();
	g_test_add_func("/synonyms/word", test_word);
	g_test_add_func("/synonyms/house", test_house);
	g_test_add_func("/synonyms/define", test_define);
	g_test_add_func("/synonyms/compounds", test_compounds);
	g_test_add_func("/synonyms/written", test_written);
	result = g_test_run();
	test_vocab_unload(shipped);
	return result;
}
