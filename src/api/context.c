/* A context: everything that templates say, from the binary and from disk. */
#include "api/context.h"

#include "api/templates.h"

#include <unistd.h>

const char *
clincourse_version(void)
{
	return CC_VERSION;
}

static bool
words_add(struct clincourse *context, const struct cc_source *source,
    struct cc_diags *diags)
{
	const struct cc_wording wording = {.source = source};

	g_array_append_val(context->words, wording);
	return cc_vocab_add(context->vocab, source, context->overriding, diags);
}

static bool
language_add(struct clincourse *context, const struct cc_source *source,
    struct cc_diags *diags)
{
	const struct cc_wording wording = {
	    .source = source,
	    .names = cc_languages_add(context->languages, source, diags),
	};

	if (wording.names == NULL)
		return false;
	g_array_append_val(context->words, wording);
	return cc_vocab_name(context->vocab, wording.names, diags);
}

static bool
theme_add(struct clincourse *context, const struct cc_source *source,
    struct cc_diags *diags)
{
	return cc_themes_add(context->themes, source, diags);
}

static bool
size_add(struct clincourse *context, const struct cc_source *source,
    struct cc_diags *diags)
{
	return cc_sizes_add(context->sizes, source, diags);
}

/* Forms are many, and most pictures are private to nobody: those that are
 * shipped are read when they are first looked for. */
static bool
form_add(struct clincourse *context, const struct cc_source *source,
    struct cc_diags *diags)
{
	g_ptr_array_add(context->form_sources, (gpointer)source);
	return !context->overriding || (cc_context_forms(context, diags) != NULL);
}

struct cc_forms *
cc_context_forms(struct clincourse *context, struct cc_diags *diags)
{
	bool read = true;

	if (context->forms == NULL)
		context->forms = cc_forms_create();
	for (guint i = 0; i < context->form_sources->len; i++)
		read = cc_forms_add(context->forms,
			   context->form_sources->pdata[i], diags) &&
		       read;
	g_ptr_array_set_size(context->form_sources, 0);
	return read ? context->forms : NULL;
}

/* A blank case is text to be copied: it is read when someone fills it in. */
static bool
blank_add(struct clincourse *context, const struct cc_source *source,
    struct cc_diags *diags)
{
	g_autofree char *disease = g_path_get_basename(source->name);

	(void)diags;
	*strrchr(disease, '.') = '\0';
	g_hash_table_replace(
	    context->blanks, g_steal_pointer(&disease), (gpointer)source);
	return true;
}

/* The folders of templates. */
static const struct template_row {
	const char *folder;
	bool (*add)(struct clincourse *context, const struct cc_source *source,
	    struct cc_diags *diags);
	bool packed; /* what is built in was read then; see packed_take */
} template_rows[] = {
    {"vocab", words_add, true},
    {"lang", language_add, true},
    {"themes", theme_add, false},
    {"sizes", size_add, false},
    {"privacy", form_add, false},
    {"cases", blank_add, false},
};

struct loading {
	struct clincourse *context;
	const struct template_row *row;
	struct cc_diags *diags;
};

static bool
template_add(const struct cc_source *shipped, void *data)
{
	const struct loading *loading = data;
	struct cc_source *source = g_memdup2(shipped, sizeof *shipped);

	g_ptr_array_add(loading->context->sources, source);
	return loading->row->add(loading->context, source, loading->diags);
}

/* The vocabulary and the languages, without a look at them: nothing is
 * unpacked before it is asked for. */
static void
packed_take(struct clincourse *context)
{
	const struct cc_vocab_pack *pack = &cc_templates_vocab;

	context->packed = g_new(const struct cc_source *, pack->file_count);
	for (uint32_t i = 0; i < pack->file_count; i++) {
		const struct cc_source source =
		    cc_templates_source(pack->strings + pack->files[i]);

		context->packed[i] = g_memdup2(&source, sizeof source);
		g_ptr_array_add(
		    context->sources, (gpointer)context->packed[i]);
	}
	context->vocab = cc_vocab_create_packed(pack, context->packed);
	for (size_t i = 0; cc_templates_languages[i] != NULL; i++)
		cc_languages_take(
		    context->languages, cc_templates_languages[i]);
}

static bool
builtin_load(struct clincourse *context, struct cc_diags *diags)
{
	size_t i;

	packed_take(context);
	for (i = 0; i < G_N_ELEMENTS(template_rows); i++) {
		struct loading loading = {context, &template_rows[i], diags};

		if (!template_rows[i].packed &&
		    !cc_templates_each(
			template_rows[i].folder, template_add, &loading))
			return false;
	}
	return true;
}

static bool
file_load(struct clincourse *context, const struct template_row *row,
    const char *path, struct cc_diags *diags)
{
	struct cc_source *source = g_new0(struct cc_source, 1);
	const char *name = g_string_chunk_insert_const(context->names, path);
	struct cc_identity identity;

	if (!cc_source_read(source, name, CC_XML_CASE_MAX, diags)) {
		g_free(source);
		return false;
	}
	if (cc_identity_find(path, STDIN_FILENO, &identity))
		cc_identities_add(context->kept, &identity, "a template");
	g_ptr_array_add(context->sources, source);
	return row->add(context, source, diags);
}

void
cc_templates_list(const char *folder, GPtrArray *to)
{
	for (size_t i = 0; i < G_N_ELEMENTS(template_rows); i++) {
		g_autofree char *below =
		    g_build_filename(folder, template_rows[i].folder, NULL);
		g_autofree char **paths = cc_folder_list(below, ".xml");

		for (char **path = paths; *path != NULL; path++)
			g_ptr_array_add(to, *path);
	}
}

/* The files of a folder of templates; a folder that is not there adds none.
 * All are read, so that one run tells all that is wrong. */
static bool
folder_load(
    struct clincourse *context, const char *folder, struct cc_diags *diags)
{
	bool loaded = true;
	size_t i;

	for (i = 0; i < G_N_ELEMENTS(template_rows); i++) {
		g_autofree char *below =
		    g_build_filename(folder, template_rows[i].folder, NULL);
		g_auto(GStrv) paths = cc_folder_list(below, ".xml");
		char **path;

		for (path = paths; *path != NULL; path++)
			if (!file_load(
				context, &template_rows[i], *path, diags))
				loaded = false;
	}
	return loaded;
}

/* The system's folders, least important first, then the person's own. */
static bool
data_folders_load(struct clincourse *context, struct cc_diags *diags)
{
	const char *const *dirs = g_get_system_data_dirs();
	guint count = g_strv_length((char **)dirs);
	g_autofree char *own =
	    g_build_filename(g_get_user_data_dir(), "clincourse", NULL);
	bool loaded = true;

	while (count-- > 0) {
		g_autofree char *folder =
		    g_build_filename(dirs[count], "clincourse", NULL);

		if (!folder_load(context, folder, diags))
			loaded = false;
	}
	return folder_load(context, own, diags) && loaded;
}

static bool
given_load(
    struct clincourse *context, const char *folder, struct cc_diags *diags)
{
	if (folder == NULL)
		return true;
	if (!g_file_test(folder, G_FILE_TEST_IS_DIR)) {
		cc_diag_file(diags, CC_E001, folder, "no such folder");
		return false;
	}
	return folder_load(context, folder, diags);
}

static void
fonts_free(gpointer fonts)
{
	cc_fonts_destroy(fonts);
}

struct clincourse *
clincourse_create(const char *templates, struct clincourse_diags *diags)
{
	struct clincourse *context = g_new0(struct clincourse, 1);
	bool loaded;

	context->sources = g_ptr_array_new_with_free_func(cc_source_free);
	context->words = g_array_new(FALSE, FALSE, sizeof(struct cc_wording));
	context->names = g_string_chunk_new(256);
	context->kept = cc_identities_create();
	context->swept =
	    g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	context->languages = cc_languages_create();
	context->themes = cc_themes_create();
	context->sizes = cc_sizes_create();
	context->form_sources = g_ptr_array_new();
	context->blanks =
	    g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	context->fonts =
	    g_hash_table_new_full(g_str_hash, g_str_equal, g_free, fonts_free);

	loaded = builtin_load(context, &diags->list);
	context->overriding = true;
	loaded = data_folders_load(context, &diags->list) && loaded;
	loaded = given_load(context, templates, &diags->list) && loaded;
	loaded = loaded && cc_vocab_settle(context->vocab, &diags->list);
	if (!loaded) {
		clincourse_destroy(context);
		return NULL;
	}
	return context;
}

void
clincourse_destroy(struct clincourse *context)
{
	if (context == NULL)
		return;
	cc_beside_release(context->beside);
	g_hash_table_unref(context->fonts);
	g_hash_table_unref(context->blanks);
	g_hash_table_unref(context->swept);
	g_hash_table_unref(context->kept);
	cc_forms_destroy(context->forms);
	g_ptr_array_unref(context->form_sources);
	cc_sizes_destroy(context->sizes);
	cc_themes_destroy(context->themes);
	cc_languages_destroy(context->languages);
	cc_vocab_destroy(context->vocab);
	g_array_unref(context->words);
	g_free(context->packed);
	g_free(context->foundation);
	g_ptr_array_unref(context->sources);
	g_string_chunk_free(context->names);
	g_free(context);
}

struct cc_fonts *
cc_context_fonts(
    struct clincourse *context, const char *families, const char *lang,
    struct cc_diags *diags)
{
	g_autofree char *key = g_strconcat(lang, ":", families, NULL);
	struct cc_fonts *fonts = g_hash_table_lookup(context->fonts, key);

	if (fonts != NULL)
		return fonts;
	fonts = cc_fonts_create(families, lang, diags);
	if (fonts != NULL)
		g_hash_table_insert(
		    context->fonts, g_steal_pointer(&key), fonts);
	return fonts;
}
