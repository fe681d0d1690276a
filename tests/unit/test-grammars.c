/* The grammars of templates as an oracle: what is shipped is in them, and what
 * they refuse our readers refuse, too, and say what is written beside the
 * file in tests/golden/templates. With CC_UPDATE_GOLDENS=1 what is said is
 * written down anew: read the difference before it is committed. */
#include "layout/size.h"
#include "layout/theme.h"
#include "model/leak.h"
#include "model/vocab.h"
#include "words/words.h"

#include "builtin.h"
#include "model-case.h"

#include <glib/gstdio.h>

#define FOLDER CC_SOURCE_DIR "/tests/golden/templates"

/* What a context has before a user's file is read. */
struct shelf {
	struct cc_vocab *vocab;
	struct cc_languages *languages;
	struct cc_sizes *sizes;
	struct cc_themes *themes;
	struct cc_forms *forms;
	GPtrArray *sources; /* of GPtrArray */
};

static bool
vocab_take(void *to, const struct cc_source *source, struct cc_diags *diags)
{
	return cc_vocab_add(((struct shelf *)to)->vocab, source, false, diags);
}

static bool
vocab_add(void *to, const struct cc_source *source, struct cc_diags *diags)
{
	struct cc_vocab *vocab = ((struct shelf *)to)->vocab;

	return cc_vocab_add(vocab, source, true, diags) &&
	       cc_vocab_settle(vocab, diags);
}

static bool
lang_add(void *to, const struct cc_source *source, struct cc_diags *diags)
{
	struct shelf *shelf = to;
	const struct cc_element *root =
	    cc_languages_add(shelf->languages, source, diags);

	return root != NULL && cc_vocab_name(shelf->vocab, root, diags);
}

static bool
size_add(void *to, const struct cc_source *source, struct cc_diags *diags)
{
	return cc_sizes_add(((struct shelf *)to)->sizes, source, diags);
}

static bool
theme_take(void *to, const struct cc_source *source, struct cc_diags *diags)
{
	return cc_themes_add(((struct shelf *)to)->themes, source, diags);
}

/* A theme is whole only with its base. */
static bool
theme_add(void *to, const struct cc_source *source, struct cc_diags *diags)
{
	return theme_take(to, source, diags) &&
	       cc_themes_find(((struct shelf *)to)->themes, "own",
		   (struct cc_pos){0}, diags) !=
	           NULL;
}

static bool
forms_add(void *to, const struct cc_source *source, struct cc_diags *diags)
{
	return cc_forms_add(((struct shelf *)to)->forms, source, diags);
}

static const struct family {
	const char *prefix, *folder, *grammar;
	builtin_add take, add; /* what is shipped, a user's */
} families[] = {
    {"vocab-", "vocab", "vocabulary.rng", vocab_take, vocab_add},
    {"lang-", "lang", "lang.rng", lang_add, lang_add},
    {"size-", "sizes", "size.rng", size_add, size_add},
    {"theme-", "themes", "theme.rng", theme_take, theme_add},
    {"privacy-", "privacy", "privacy.rng", forms_add, forms_add},
};

static void
sources_free(gpointer sources)
{
	g_ptr_array_unref(sources);
}

/* Forms take long to try, and nothing hangs on them but they themselves. */
static void
shelf_open(struct shelf *shelf, const struct family *family)
{
	*shelf = (struct shelf){
	    .vocab = cc_vocab_create(),
	    .languages = cc_languages_create(),
	    .sizes = cc_sizes_create(),
	    .themes = cc_themes_create(),
	    .forms = cc_forms_create(),
	    .sources = g_ptr_array_new_with_free_func(sources_free),
	};
	for (size_t i = 0; i < G_N_ELEMENTS(families); i++)
		if (families[i].take != forms_add || family == &families[i])
			g_ptr_array_add(shelf->sources,
			    builtin_load(families[i].folder, NULL,
				families[i].take, shelf));
}

static void
shelf_close(struct shelf *shelf)
{
	cc_vocab_destroy(shelf->vocab);
	cc_languages_destroy(shelf->languages);
	cc_sizes_destroy(shelf->sizes);
	cc_themes_destroy(shelf->themes);
	cc_forms_destroy(shelf->forms);
	g_ptr_array_unref(shelf->sources);
}

/* What xmllint says on stderr of files: "PATH validates". NULL where it is
 * not installed. */
static char *
validate(const char *grammar, const GPtrArray *paths)
{
	g_autofree char *schema =
	    g_build_filename(CC_SOURCE_DIR, "schema", grammar, NULL);
	g_autoptr(GPtrArray) argv = g_ptr_array_new();
	char *said = NULL;

	g_ptr_array_add(argv, (char *)"xmllint");
	g_ptr_array_add(argv, (char *)"--noout");
	g_ptr_array_add(argv, (char *)"--nonet");
	g_ptr_array_add(argv, (char *)"--relaxng");
	g_ptr_array_add(argv, schema);
	for (guint i = 0; i < paths->len; i++)
		g_ptr_array_add(argv, paths->pdata[i]);
	g_ptr_array_add(argv, NULL);
	g_spawn_sync(NULL, (char **)argv->pdata, NULL, G_SPAWN_SEARCH_PATH,
	    NULL, NULL, NULL, &said, NULL, NULL);
	return said;
}

static bool
in_grammar(const char *path, const char *said)
{
	g_autofree char *line = g_strdup_printf("%s validates\n", path);
	const char *found = strstr(said, line);

	return found != NULL && (found == said || found[-1] == '\n');
}

static void
test_shipped(void)
{
	for (size_t i = 0; i < G_N_ELEMENTS(families); i++) {
		g_autofree char *folder = g_build_filename(
		    CC_SOURCE_DIR, "templates", families[i].folder, NULL);
		g_autoptr(GPtrArray) names = test_folder_list(folder, ".xml");
		g_autoptr(GPtrArray) paths =
		    g_ptr_array_new_with_free_func(g_free);
		g_autofree char *said = NULL;

		for (guint k = 0; k < names->len; k++)
			g_ptr_array_add(paths,
			    g_build_filename(folder, names->pdata[k], NULL));
		said = validate(families[i].grammar, paths);
		if (said == NULL) {
			g_test_skip("xmllint is not installed");
			return;
		}
		for (guint k = 0; k < paths->len; k++) {
			if (in_grammar(paths->pdata[k], said))
				continue;
			g_test_fail();
			g_test_message("%s", said);
		}
	}
}

static bool provoked[CC_CODE_COUNT];

/* Shipped entries move with each that is added before them. */
static void
forget_lines(GString *text)
{
	g_autoptr(GRegex) place = g_regex_new(
	    "(templates/vocab/[a-z-]+\\.xml):[0-9]+", 0, 0, NULL);
	g_autofree char *plain = g_regex_replace(
	    place, text->str, (gssize)text->len, 0, "\\1:N", 0, NULL);

	g_string_assign(text, plain);
}

/* What our reader says of a file; *refused: it has errors. */
static GString *
read_file(const struct family *family, const char *name, bool *refused)
{
	GString *text = g_string_new(NULL);
	struct cc_source source = {0};
	struct cc_diags diags;
	struct shelf shelf;
	bool good;

	cc_diags_init(&diags);
	shelf_open(&shelf, family);
	g_assert_true(cc_source_read(&source, name, CC_XML_CASE_MAX, &diags));
	good = family->add(&shelf, &source, &diags);
	*refused = diags.count[CC_ERROR] > 0;
	g_assert_cmpint(good, ==, !*refused);
	cc_diags_sort(&diags);
	cc_diags_text(&diags, CC_NOTE, text);
	forget_lines(text);
	for (guint i = 0; i < diags.list->len; i++) {
		const struct cc_diag *diag = diags.list->pdata[i];

		provoked[diag->code] = true;
	}
	shelf_close(&shelf);
	cc_source_finish(&source);
	cc_diags_finish(&diags);
	return text;
}

static void
compare_file(const struct family *family, const char *name, const char *said)
{
	g_autofree char *golden =
	    g_strdup_printf("%.*s.txt", (int)strlen(name) - 4, name);
	g_autofree char *expected = NULL;
	bool refused;
	GString *text = read_file(family, name, &refused);

	if (g_getenv("CC_UPDATE_GOLDENS") != NULL)
		g_assert_true(g_file_set_contents(golden, text->str, -1, NULL));
	if (!g_file_get_contents(golden, &expected, NULL, NULL))
		expected = g_strdup("");
	if (strcmp(expected, text->str) != 0) {
		g_test_fail();
		g_test_message(
		    "%s: expected\n%sfound\n%s", name, expected, text->str);
	}
	/* Each file of the corpus has something wrong. */
	if (text->len == 0) {
		g_test_fail();
		g_test_message("%s: nothing is said of it", name);
	}
	if (said != NULL && !refused && !in_grammar(name, said)) {
		g_test_fail();
		g_test_message("%s: the grammar refuses it, we do not", name);
	}
	g_string_free(text, TRUE);
}

static void
test_refused(void)
{
	guint count = 0;

	for (size_t i = 0; i < G_N_ELEMENTS(families); i++) {
		g_autoptr(GPtrArray) all = test_folder_list(".", ".xml");
		g_autoptr(GPtrArray) names = g_ptr_array_new();
		g_autofree char *said = NULL;

		for (guint k = 0; k < all->len; k++)
			if (g_str_has_prefix(all->pdata[k], families[i].prefix))
				g_ptr_array_add(names, all->pdata[k]);
		said = validate(families[i].grammar, names);
		for (guint k = 0; k < names->len; k++)
			compare_file(&families[i], names->pdata[k], said);
		count += names->len;
	}
	g_assert_cmpuint(count, >, 100);
}

/* Codes that only templates provoke; the others have their cases. */
static void
test_complete(void)
{
	static const enum cc_code codes[] = {CC_E180, CC_E181, CC_E182, CC_E183,
	    CC_E184, CC_E338, CC_E339, CC_E450, CC_E451, CC_E452, CC_E455,
	    CC_E456, CC_W330, CC_W331, CC_W332};

	for (size_t i = 0; i < G_N_ELEMENTS(codes); i++) {
		g_test_message("%s", cc_code_word(codes[i]));
		g_assert_true(provoked[codes[i]]);
	}
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	/* The goldens name their files without a folder. */
	g_assert_cmpint(g_chdir(FOLDER), ==, 0);
	g_test_add_func("/grammars/shipped", test_shipped);
	g_test_add_func("/grammars/refused", test_refused);
	g_test_add_func("/grammars/complete", test_complete);
	return g_test_run();
}
