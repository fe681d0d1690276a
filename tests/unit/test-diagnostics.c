/* Every code of the catalogue is provoked by a case in
 * tests/golden/diagnostics, and says what is written beside it. With
 * CC_UPDATE_GOLDENS=1 what is said is written down anew: read the difference
 * before it is committed. */
#include "model-case.h"

#include "follow/check.h"
#include "model/privacy.h"

#include <glib/gstdio.h>
#include <string.h>

#define FOLDER CC_SOURCE_DIR "/tests/golden/diagnostics"

/* Codes that no case in that folder can provoke: by their beginning. */
static const struct {
	const char *code, *reason;
} exceptions[] = {
    {"E0", "the environment: tests of sources, sinks and the command line"},
    {"W003", "what is beyond the limit: test-diag"},
    {"N003", "what is beyond the limit: test-diag"},
    {"E118", "a start tag of 64 KiB is generated in test-xml"},
    {"E121", "a case of 64 MiB is generated in test-xml"},
    {"E122", "four million nodes are generated in test-xml"},
    {"E18", "templates, not cases: test-grammars"},
    {"E338", "templates: test-grammars"},
    {"E339", "templates: test-grammars"},
    {"W330", "templates: test-grammars"},
    {"W331", "templates: test-grammars"},
    {"W332", "templates: test-grammars"},
    {"E328", "a million facts are generated in test-model"},
    {"E4", "figure and output: tests of layout and command line"},
    {"W4", "figure and output"},
    {"N4", "figure and output"},
    {"E5", "import and batch: their own tests"},
    {"W5", "import and batch: their own tests"},
};

static struct cc_vocab *vocab;
static struct cc_forms *forms;
static bool provoked[CC_CODE_COUNT];

static void
check_privacy(const struct cc_case *course, struct cc_arena *arena,
    struct cc_diags *diags)
{
	struct cc_privacy_way way = {
	    .level = CC_PRIVACY_RELATIVE,
	    .forms = forms,
	    .vocab = vocab,
	};

	cc_case_private(arena, course, &way, diags);
}

static void
check_case(const char *name, const struct cc_element *root,
    struct cc_arena *arena, struct cc_diags *diags)
{
	guint before = diags->count[CC_ERROR];
	struct cc_case *course = cc_case_read(arena, root, vocab, diags);
	struct cc_terms terms;

	if (course != NULL && diags->count[CC_ERROR] == before) {
		cc_terms_init(&terms, arena, vocab, course);
		cc_follow_check(
		    cc_follow_create(arena, course, &terms), diags);
	}
	/* On request only. */
	if (g_str_has_prefix(name, "W36") || g_str_has_prefix(name, "W37"))
		check_privacy(course, arena, diags);
	if (!g_str_has_prefix(name, "N350"))
		return;
	cc_terms_init(&terms, arena, vocab, course);
	cc_case_care(course, &terms, diags);
}

/* Every case of the file; the diagnostics as text. */
static GString *
check_file(const char *name)
{
	GString *text = g_string_new(NULL);
	struct cc_xml_reader *reader;
	struct cc_element *root;
	struct cc_arena arena;
	struct cc_diags diags;

	cc_diags_init(&diags);
	cc_arena_init(&arena);
	reader = cc_xml_open(name, CC_CASE_NAMESPACE, &diags);
	while (reader != NULL &&
	       (root = cc_xml_next_case(reader, &arena, &diags)) != NULL)
		check_case(name, root, &arena, &diags);
	cc_diags_sort(&diags);
	cc_diags_text(&diags, CC_NOTE, text);
	for (guint i = 0; i < diags.list->len; i++) {
		const struct cc_diag *diag = diags.list->pdata[i];

		provoked[diag->code] = true;
	}
	cc_xml_close(reader);
	cc_arena_finish(&arena);
	cc_diags_finish(&diags);
	return text;
}

static void
compare_file(const char *name)
{
	g_autofree char *golden =
	    g_strdup_printf("%.*s.txt", (int)strlen(name) - 4, name);
	g_autofree char *expected = NULL;
	GString *text = check_file(name);

	if (g_getenv("CC_UPDATE_GOLDENS") != NULL)
		g_assert_true(g_file_set_contents(golden, text->str, -1, NULL));
	if (!g_file_get_contents(golden, &expected, NULL, NULL))
		expected = g_strdup("");
	if (strcmp(expected, text->str) != 0) {
		g_test_fail();
		g_test_message(
		    "%s: expected\n%sfound\n%s", name, expected, text->str);
	}
	g_string_free(text, TRUE);
}

static void
test_goldens(void)
{
	g_autoptr(GPtrArray) names = test_folder_list(".", ".xml");

	g_assert_cmpuint(names->len, >, 0);
	for (guint i = 0; i < names->len; i++)
		compare_file(names->pdata[i]);
}

static bool
excepted(const char *word)
{
	for (size_t i = 0; i < G_N_ELEMENTS(exceptions); i++)
		if (g_str_has_prefix(word, exceptions[i].code))
			return true;
	return false;
}

/* Runs after the goldens. */
static void
test_complete(void)
{
	for (int code = 0; code < CC_CODE_COUNT; code++) {
		const char *word = cc_code_word((enum cc_code)code);

		if (provoked[code] || excepted(word))
			continue;
		g_test_fail();
		g_test_message("no golden provokes %s: %s", word,
		    cc_code_sentence((enum cc_code)code));
	}
}

int
main(int argc, char **argv)
{
	int result;

	g_test_init(&argc, &argv, NULL);
	/* The goldens name their files without a folder. */
	g_assert_cmpint(g_chdir(FOLDER), ==, 0);
	vocab = test_vocab_load();
	forms = test_forms_load();
	g_test_add_func("/diagnostics/goldens", test_goldens);
	g_test_add_func("/diagnostics/complete", test_complete);
	result = g_test_run();
	test_forms_unload(forms);
	test_vocab_unload(vocab);
	return result;
}
