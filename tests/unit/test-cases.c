/* The generator: its cases are legal, and the same everywhere. */
#include "model-case.h"

#include "cases.h"
#include "random.h"

#include <glib/gstdio.h>
#include <string.h>

#define SCHEMA CC_SOURCE_DIR "/schema/case.rng"

static struct cc_vocab *vocab;

/* Errors are failures; the warnings are counted. */
static guint
case_warnings(const struct cc_knobs *knobs)
{
	g_autoptr(GString) text = g_string_new(NULL);
	struct test_case test;
	guint warnings;

	cc_case_generate(knobs, text);
	test_case_parse(&test, text->str, vocab);
	if (test.course == NULL || test.diags.count[CC_ERROR] > 0) {
		g_autoptr(GString) said = g_string_new(NULL);

		cc_knobs_describe(knobs, said);
		g_test_fail();
		g_test_message("%s\n%s", said->str, test.text->str);
	}
	warnings = test.diags.count[CC_WARNING];
	test_case_close(&test);
	return warnings;
}

static void
test_seeds(void)
{
	const uint64_t seeds = 400;
	guint warnings = 0;

	for (uint64_t seed = 1; seed <= seeds; seed++) {
		struct cc_knobs knobs;

		cc_knobs_init(&knobs, seed);
		warnings += case_warnings(&knobs);
	}
	g_assert_cmpuint(warnings, <, seeds / 20);
}

/* Every word of every knob, with all others drawn. */
static void
test_knobs(void)
{
	static const char *const all[][16] = {
	    {"precision", "minute", "day", "month", "year", "mixed"},
	    {"labels", "none", "short", "normal", "long", "huge"},
	    {"script", "en", "zh", "mixed"},
	    {"structure", "natural", "one-day", "heap", "outlier", "parallel",
		"labs", "undated", "sparse", "chain", "dateless", "plans",
		"clocked", "pair", "young"},
	    {"span", "9h", "5d", "6w", "7m", "30y", "8700y"},
	    {"events", "1", "2", "7", "40", "600"},
	    {"doubt", "0", "100"},
	};

	for (size_t i = 0; i < G_N_ELEMENTS(all); i++)
		for (size_t k = 1; k < 16 && all[i][k] != NULL; k++)
			for (uint64_t seed = 1; seed <= 12; seed++) {
				g_autofree char *legal = NULL;
				struct cc_knobs knobs;

				cc_knobs_init(&knobs, seed);
				g_assert_true(cc_knobs_set(
				    &knobs, all[i][0], all[i][k], &legal));
				case_warnings(&knobs);
			}
}

static void
test_refusals(void)
{
	static const char *const bad[][2] = {{"sed", "1"}, {"events", "-1"},
	    {"events", "many"}, {"span", "8701y"}, {"span", "3"},
	    {"precision", "week"}, {"disease", "flu"}, {"doubt", "101"}};

	for (size_t i = 0; i < G_N_ELEMENTS(bad); i++) {
		g_autofree char *legal = NULL;
		struct cc_knobs knobs;

		cc_knobs_init(&knobs, 1);
		g_assert_false(
		    cc_knobs_set(&knobs, bad[i][0], bad[i][1], &legal));
		g_assert_true((legal != NULL) == (i > 0));
	}
}

struct tally { /* of the courses of one structure */
	size_t cases, facts, most; /* facts of the longest */
	size_t undated, thought, coarse_dead, others, counting;
};

static void
tally_add(struct tally *tally, const struct cc_case *course)
{
	tally->cases++;
	tally->facts += course->fact_count;
	tally->most = MAX(tally->most, course->fact_count);
	tally->counting += course->clock != CC_CLOCK_DATE;
	for (size_t i = 0; i < course->fact_count; i++) {
		const struct cc_fact *fact = &course->facts[i];
		const bool dead = g_strcmp0(fact->code, "death") == 0;

		tally->undated += !fact->when.span.dated;
		tally->thought += !fact->happened;
		tally->others += fact->patient > 0;
		tally->coarse_dead += dead && !fact->when.span.dated;
	}
}

static struct tally
tally_of(enum cc_structure structure)
{
	struct tally tally = {0};

	for (uint64_t seed = 1; seed <= 60; seed++) {
		g_autoptr(GString) text = g_string_new(NULL);
		struct test_case test;
		struct cc_knobs knobs;

		cc_knobs_init(&knobs, seed);
		knobs.structure = structure;
		cc_case_generate(&knobs, text);
		test_case_parse(&test, text->str, vocab);
		g_assert_nonnull(test.course);
		tally_add(&tally, test.course);
		test_case_close(&test);
	}
	return tally;
}

/* Each structure of a report has what it is named after. */
static void
test_reports(void)
{
	const struct tally sparse = tally_of(CC_STRUCTURE_SPARSE);
	const struct tally chain = tally_of(CC_STRUCTURE_CHAIN);
	const struct tally dateless = tally_of(CC_STRUCTURE_DATELESS);
	const struct tally plans = tally_of(CC_STRUCTURE_PLANS);
	const struct tally clocked = tally_of(CC_STRUCTURE_CLOCKED);
	const struct tally pair = tally_of(CC_STRUCTURE_PAIR);

	g_assert_cmpuint(sparse.most, <=, 7);
	g_assert_cmpuint(chain.undated, >, chain.facts / 3);
	g_assert_cmpuint(chain.coarse_dead, >, 5);
	/* But the first, which is "[..2015]". */
	g_assert_cmpuint(
	    dateless.undated, ==, dateless.facts - dateless.cases);
	g_assert_cmpuint(plans.thought, >, plans.facts / 5);
	g_assert_cmpuint(clocked.counting, ==, clocked.cases);
	g_assert_cmpuint(pair.others, >, pair.facts / 4);
}

/* About as many facts as were asked for. */
static void
test_events(void)
{
	for (int events = 10; events <= 10000; events *= 10) {
		g_autoptr(GString) text = g_string_new(NULL);
		struct test_case test;
		struct cc_knobs knobs;

		cc_knobs_init(&knobs, 5);
		knobs.events = events;
		cc_case_generate(&knobs, text);
		test_case_parse(&test, text->str, vocab);
		g_assert_nonnull(test.course);
		g_assert_cmpuint(
		    test.course->fact_count, >=, (size_t)(events * 8 / 10));
		g_assert_cmpuint(test.course->fact_count, <=,
		    (size_t)(events * 12 / 10 + 12));
		test_case_close(&test);
	}
}

/* The numbers of the generator's authors, through our seeding; a shift or a
 * rotation that is wrong changes them. */
static void
test_random(void)
{
	static const struct cc_random start = {{1, 2, 3, 4}};
	static const uint64_t expected[] = {
	    11520, 0, 1509978240, UINT64_C(1215971899390074240)};
	struct cc_random random = start;

	for (size_t i = 0; i < G_N_ELEMENTS(expected); i++)
		g_assert_cmpuint(cc_random_next(&random), ==, expected[i]);
	for (int i = 0; i < 1000; i++) {
		const int below = cc_random_below(&random, 7);

		g_assert_cmpint(below, >=, 0);
		g_assert_cmpint(below, <, 7);
	}
	g_assert_cmpint(cc_random_between(&random, 5, 3), ==, 5);
}

static void
test_same_bytes(void)
{
	for (uint64_t seed = 1; seed <= 20; seed++) {
		g_autoptr(GString) a = g_string_new(NULL);
		g_autoptr(GString) b = g_string_new(NULL);
		struct cc_knobs knobs;

		cc_knobs_init(&knobs, seed);
		cc_case_generate(&knobs, a);
		/* What was drawn, asked for by name, is the same case. */
		cc_knobs_draw(&knobs);
		cc_case_generate(&knobs, b);
		g_assert_cmpstr(a->str, ==, b->str);
	}
}

static void
test_grammar(void)
{
	const char *argv[] = {
	    "xmllint", "--noout", "--nonet", "--relaxng", SCHEMA, NULL, NULL};
	g_autoptr(GString) text =
	    g_string_new("<cases xmlns=\"urn:clincourse:case:1\">\n");
	g_autoptr(GError) error = NULL;
	g_autofree char *path = NULL, *said = NULL;
	int status = 0, fd;

	for (uint64_t seed = 1; seed <= 200; seed++) {
		struct cc_knobs knobs;

		cc_knobs_init(&knobs, seed);
		cc_case_generate(&knobs, text);
	}
	g_string_append(text, "</cases>\n");
	fd = g_file_open_tmp("cases-XXXXXX.xml", &path, NULL);
	g_assert_cmpint(fd, >=, 0);
	g_assert_true(g_close(fd, NULL));
	g_assert_true(g_file_set_contents(path, text->str, -1, NULL));
	argv[5] = path;
	if (!g_spawn_sync(NULL, (char **)argv, NULL, G_SPAWN_SEARCH_PATH, NULL,
		NULL, NULL, &said, &status, &error)) {
		g_test_skip("xmllint is not installed");
	} else if (status != 0) {
		g_test_fail();
		g_test_message("%.2000s", said);
	}
	g_assert_cmpint(g_unlink(path), ==, 0);
}

int
main(int argc, char **argv)
{
	int result;

	g_test_init(&argc, &argv, NULL);
	vocab = test_vocab_load();
	g_test_add_func("/cases/seeds", test_seeds);
	g_test_add_func("/cases/knobs", test_knobs);
	g_test_add_func("/cases/refusals", test_refusals);
	g_test_add_func("/cases/reports", test_reports);
	g_test_add_func("/cases/events", test_events);
	g_test_add_func("/cases/random", test_random);
	g_test_add_func("/cases/same-bytes", test_same_bytes);
	g_test_add_func("/cases/grammar", test_grammar);
	result = g_test_run();
	test_vocab_unload(vocab);
	return result;
}
