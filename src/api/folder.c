/* Templates on disk: folders of them, and the words beside a case. */
#include "api/context.h"

#include "api/templates.h"

#include <unistd.h>

static gint
compare_names(gconstpointer a, gconstpointer b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

char **
cc_folder_list(const char *folder, const char *suffix)
{
	g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
	GPtrArray *paths = g_ptr_array_new();
	const char *name;

	while (dir != NULL && (name = g_dir_read_name(dir)) != NULL)
		if (name[0] != '.' && g_str_has_suffix(name, suffix))
			g_ptr_array_add(
			    paths, g_build_filename(folder, name, NULL));
	g_ptr_array_sort(paths, compare_names);
	g_ptr_array_add(paths, NULL);
	return (char **)g_ptr_array_free(paths, FALSE);
}

void
cc_source_free(gpointer source)
{
	cc_source_finish(source);
	g_free(source);
}

static void
beside_finish(gpointer data)
{
	struct cc_beside *beside = data;

	cc_vocab_destroy(beside->vocab);
	g_ptr_array_unref(beside->sources);
	g_hash_table_unref(beside->kept);
	g_free(beside->folder);
}

void
cc_beside_release(struct cc_beside *beside)
{
	if (beside != NULL)
		g_rc_box_release_full(beside, beside_finish);
}

/* The context's words again; what is wrong with them has been said. */
static void
beside_begin(struct clincourse *context, struct cc_beside *beside)
{
	struct cc_diags said;
	guint i;

	cc_diags_init(&said);
	beside->vocab =
	    cc_vocab_create_packed(&cc_templates_vocab, context->packed);
	for (i = 0; i < context->words->len; i++) {
		const struct cc_wording *wording =
		    &g_array_index(context->words, struct cc_wording, i);

		if (wording->names != NULL)
			cc_vocab_name(beside->vocab, wording->names, &said);
		else
			cc_vocab_add(
			    beside->vocab, wording->source, true, &said);
	}
	cc_diags_finish(&said);
}

/* The context's words and over them those of the files. */
static bool
beside_read(struct clincourse *context, struct cc_beside *beside,
    char *const *paths, struct cc_diags *diags)
{
	struct cc_identity identity;
	bool good = true;

	beside_begin(context, beside);
	for (; *paths != NULL; paths++) {
		struct cc_source *source = g_new0(struct cc_source, 1);

		if (!cc_source_read(source, *paths, CC_XML_CASE_MAX, diags)) {
			g_free(source);
			return false;
		}
		if (cc_identity_find(*paths, STDIN_FILENO, &identity))
			cc_identities_add(beside->kept, &identity,
			    "a vocabulary beside the case");
		g_ptr_array_add(beside->sources, source);
		good = cc_vocab_add(beside->vocab, source, true, diags) && good;
	}
	return good && cc_vocab_settle(beside->vocab, diags);
}

struct cc_beside *
cc_beside_find(
    struct clincourse *context, const char *path, struct cc_diags *diags)
{
	const bool piped = strcmp(path, "-") == 0;
	g_autofree char *folder =
	    piped ? g_strdup("") : g_path_get_dirname(path);
	struct cc_beside *beside = context->beside;
	g_auto(GStrv) paths = NULL;

	/* A folder of a million cases is listed once. */
	if (beside != NULL && strcmp(beside->folder, folder) == 0)
		return g_rc_box_acquire(beside);
	beside = g_rc_box_new0(struct cc_beside);
	beside->folder = g_steal_pointer(&folder);
	beside->sources = g_ptr_array_new_with_free_func(cc_source_free);
	beside->kept = cc_identities_create();
	paths = piped ? g_new0(char *, 1)
	              : cc_folder_list(beside->folder, ".vocabulary.xml");
	if (*paths != NULL && !beside_read(context, beside, paths, diags)) {
		cc_beside_release(beside);
		return NULL;
	}
	cc_beside_release(context->beside);
	context->beside = g_rc_box_acquire(beside);
	return beside;
}
