#include "cli/reach.h"

/* Templates of the machine, and of the person. */
static void
data_folders_add(GPtrArray *to)
{
	for (const char *const *folder = g_get_system_data_dirs();
	     *folder != NULL; folder++)
		g_ptr_array_add(
		    to, g_build_filename(*folder, "clincourse", NULL));
	g_ptr_array_add(
	    to, g_build_filename(g_get_user_data_dir(), "clincourse", NULL));
}

/* Its .clincourse may name templates elsewhere; what is wrong with it is told
 * when it is drawn by. */
static void
folder_add(struct cc_sessions *sessions, char *folder, GPtrArray *to)
{
	struct clincourse_diags *diags = clincourse_diags_create();
	struct cc_settings settings = sessions->given;
	const char *templates;

	g_ptr_array_add(to, folder);
	if (sessions->files)
		cc_settings_file(&settings, folder, &sessions->origins, diags);
	templates = settings.given[CC_SETTING_TEMPLATES].text;
	if (templates != NULL)
		g_ptr_array_add(to, g_strdup(templates));
	clincourse_diags_destroy(diags);
}

static bool
is_list(const char *input)
{
	return *input == '@' || g_strcmp0(input, "-") == 0;
}

char **
cc_reach(struct cc_sessions *sessions, char *const *inputs)
{
	g_autoptr(GHashTable) seen =
	    g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	GPtrArray *places;

	for (char *const *input = inputs; *input != NULL; input++)
		if (is_list(*input))
			return NULL;
	places = g_ptr_array_new();
	data_folders_add(places);
	for (; *inputs != NULL; inputs++) {
		char *folder = g_file_test(*inputs, G_FILE_TEST_IS_DIR)
		                   ? g_strdup(*inputs)
		                   : g_path_get_dirname(*inputs);

		if (g_hash_table_add(seen, g_strdup(folder)))
			folder_add(sessions, folder, places);
		else
			g_free(folder);
	}
	g_ptr_array_add(places, NULL);
	return (char **)g_ptr_array_free(places, FALSE);
}
