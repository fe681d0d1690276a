#include "model-case.h"

#include <string.h>

static GPtrArray *sources, *form_sources;

static int
name_compare(gconstpointer left, gconstpointer right)
{
	return strcmp(*(char *const *)left, *(char *const *)right);
}

GPtrArray *
test_folder_list(const char *folder, const char *suffix)
{
	GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
	const char *name;

	while (dir != NULL && (name = g_dir_read_name(dir)) != NULL)
		if (g_str_has_suffix(name, suffix))
			g_ptr_array_add(names, g_strdup(name));
	g_ptr_array_sort(names, name_compare);
	return names;
}

static void
source_destroy(gpointer data)
{
	cc_source_finish(data);
	g_free(data);
}

/* Adds the files of a folder of templates, without a diagnostic; they live as
 * long as what they were added to. */
static GPtrArray *
folder_add(const char *folder, void *to,
    bool (*add)(void *to, const struct cc_source *source,
	struct cc_diags *diags))
{
	g_autofree char *path =
	    g_build_filename(CC_SOURCE_DIR, "templates", folder, NULL);
	g_autoptr(GPtrArray) names = test_folder_list(path, ".xml");
	GPtrArray *added = g_ptr_array_new_with_free_func(source_destroy);
	g_autoptr(GString) text = g_string_new(NULL);
	struct cc_diags diags;

	g_assert_cmpuint(names->len, >, 0);
	cc_diags_init(&diags);
	for (guint i = 0; i < names->len; i++) {
		g_autofree char *file =
		    g_build_filename(path, names->pdata[i], NULL);
		struct cc_source *source = g_new0(struct cc_source, 1);

		g_ptr_array_add(added, source);
		g_assert_true(
		    cc_source_read(source, file, CC_XML_CASE_MAX, &diags));
		add(to, source, &diags);
	}
	cc_diags_text(&diags, CC_NOTE, text);
	if (text->len > 0)
		g_error("shipped templates:\n%s", text->str);
	cc_diags_finish(&diags);
	return added;
}

static bool
vocab_add(void *to, const struct cc_source *source, struct cc_diags *diags)
{
	return cc_vocab_add(to, source, false, diags);
}

struct cc_vocab *
test_vocab_load(void)
{
	struct cc_vocab *vocab = cc_vocab_create();

	sources = folder_add("vocab", vocab, vocab_add);
	return vocab;
}

void
test_vocab_unload(struct cc_vocab *vocab)
{
	cc_vocab_destroy(vocab);
	g_ptr_array_unref(sources);
}

static bool
forms_add(void *to, const struct cc_source *source, struct cc_diags *diags)
{
	return cc_forms_add(to, source, diags);
}

struct cc_forms *
test_forms_load(void)
{
	struct cc_forms *forms = cc_forms_create();

	form_sources = folder_add("privacy", forms, forms_add);
	return forms;
}

void
test_forms_unload(struct cc_forms *forms)
{
	cc_forms_destroy(forms);
	g_ptr_array_unref(form_sources);
}

static void
test_case_begin(struct test_case *test)
{
	*test = (struct test_case){.text = g_string_new(NULL)};
	cc_arena_init(&test->arena);
	cc_diags_init(&test->diags);
}

static void
test_case_read(struct test_case *test, const struct cc_element *root,
    const struct cc_vocab *vocab)
{
	if (root != NULL)
		test->course =
		    cc_case_read(&test->arena, root, vocab, &test->diags);
	cc_diags_sort(&test->diags);
	cc_diags_text(&test->diags, CC_NOTE, test->text);
}

void
test_case_open(
    struct test_case *test, const char *path, const struct cc_vocab *vocab)
{
	const struct cc_element *root = NULL;

	test_case_begin(test);
	test->reader = cc_xml_open(path, CC_CASE_NAMESPACE, &test->diags);
	if (test->reader != NULL)
		root =
		    cc_xml_next_case(test->reader, &test->arena, &test->diags);
	test_case_read(test, root, vocab);
}

void
test_case_parse(
    struct test_case *test, const char *xml, const struct cc_vocab *vocab)
{
	test_case_begin(test);
	test->source = (struct cc_source){
	    .name = "case.xml",
	    .bytes = cc_arena_strdup(&test->arena, xml),
	    .length = strlen(xml),
	    .first_line = 1,
	};
	test_case_read(test,
	    cc_xml_read(&test->arena, &test->source, CC_CASE_NAMESPACE, "case",
		&test->diags),
	    vocab);
}

void
test_case_close(struct test_case *test)
{
	cc_xml_close(test->reader);
	cc_diags_finish(&test->diags);
	cc_arena_finish(&test->arena);
	g_string_free(test->text, TRUE);
}
