/* The grammar as an oracle: what schema/case.rng refuses, reading a case
 * refuses, too; and the samples are in it. CLINCOURSE_SCHEMA_CASES may name one
 * more folder of files to compare. */
#include "model-case.h"

#include <string.h>

#define SCHEMA CC_SOURCE_DIR "/schema/case.rng"

static struct cc_vocab *vocab;

static void
add_folder(GPtrArray *paths, const char *folder)
{
	g_autoptr(GPtrArray) names = test_folder_list(folder, ".xml");

	for (guint i = 0; i < names->len; i++)
		g_ptr_array_add(
		    paths, g_build_filename(folder, names->pdata[i], NULL));
}

/* What xmllint says on stderr of a file: "PATH validates". */
static bool
in_grammar(const char *path, char *said)
{
	g_autofree char *line = g_strdup_printf("%s validates\n", path);
	const char *found = strstr(said, line);

	return found != NULL && (found == said || found[-1] == '\n');
}

static char *
validate(const GPtrArray *paths)
{
	g_autoptr(GPtrArray) argv = g_ptr_array_new();
	g_autoptr(GError) error = NULL;
	char *said = NULL;

	g_ptr_array_add(argv, (char *)"xmllint");
	g_ptr_array_add(argv, (char *)"--noout");
	g_ptr_array_add(argv, (char *)"--nonet");
	g_ptr_array_add(argv, (char *)"--relaxng");
	g_ptr_array_add(argv, (char *)SCHEMA);
	for (guint i = 0; i < paths->len; i++)
		g_ptr_array_add(argv, paths->pdata[i]);
	g_ptr_array_add(argv, NULL);
	g_spawn_sync(NULL, (char **)argv->pdata, NULL, G_SPAWN_SEARCH_PATH,
	    NULL, NULL, NULL, &said, NULL, &error);
	if (error != NULL)
		g_test_message("%s", error->message);
	return said;
}

/* Every case of the file. */
static bool
we_refuse(const char *path)
{
	struct cc_xml_reader *reader;
	struct cc_element *root;
	struct cc_arena arena;
	struct cc_diags diags;
	bool refused;

	cc_diags_init(&diags);
	cc_arena_init(&arena);
	reader = cc_xml_open(path, CC_CASE_NAMESPACE, &diags);
	while (reader != NULL &&
	       (root = cc_xml_next_case(reader, &arena, &diags)) != NULL)
		cc_case_read(&arena, root, vocab, &diags);
	refused = diags.count[CC_ERROR] > 0;
	cc_xml_close(reader);
	cc_arena_finish(&arena);
	cc_diags_finish(&diags);
	return refused;
}

/* Without a namespace a case is read with a warning, and no grammar is asked.
 */
static bool
is_bare(const char *path)
{
	g_autofree char *text = NULL;

	g_assert_true(g_file_get_contents(path, &text, NULL, NULL));
	return strstr(text, "xmlns") == NULL;
}

static void
test_refusals(void)
{
	g_autoptr(GPtrArray) paths = g_ptr_array_new_with_free_func(g_free);
	const char *more = g_getenv("CLINCOURSE_SCHEMA_CASES");
	g_autofree char *said = NULL;

	add_folder(paths, CC_SOURCE_DIR "/tests/golden/diagnostics");
	if (more != NULL)
		add_folder(paths, more);
	said = validate(paths);
	if (said == NULL) {
		g_test_skip("xmllint is not installed");
		return;
	}
	for (guint i = 0; i < paths->len; i++) {
		const char *path = paths->pdata[i];

		if (in_grammar(path, said) || we_refuse(path) || is_bare(path))
			continue;
		g_test_fail();
		g_test_message("%s: the grammar refuses it, we do not", path);
	}
}

static void
test_samples(void)
{
	g_autoptr(GPtrArray) paths = g_ptr_array_new_with_free_func(g_free);
	g_autofree char *said = NULL;

	add_folder(paths, CC_SOURCE_DIR "/samples");
	said = validate(paths);
	if (said == NULL) {
		g_test_skip("xmllint is not installed");
		return;
	}
	for (guint i = 0; i < paths->len; i++) {
		const char *path = paths->pdata[i];

		if (in_grammar(path, said) && !we_refuse(path))
			continue;
		g_test_fail();
		g_test_message("%s is refused", path);
	}
}

int
main(int argc, char **argv)
{
	int result;

	g_test_init(&argc, &argv, NULL);
	vocab = test_vocab_load();
	g_test_add_func("/schema/refusals", test_refusals);
	g_test_add_func("/schema/samples", test_samples);
	result = g_test_run();
	test_vocab_unload(vocab);
	return result;
}
