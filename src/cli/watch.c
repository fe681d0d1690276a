/* Files are looked at five times a second. Being told by the system would cost
 * less, but it knows nothing of what others save on a network drive, where a
 * hospital's cases are, and an editor that puts a new file in the place of the
 * old one, or is caught between the two, looks like any other. */
#include "cli/watch.h"

#include "api/context.h"

#include <string.h>
#include <sys/stat.h>

#define LOOK_EVERY 200000 /* [µs] */

/* Which file that is and as of when; a missing one says so. */
static void
state_append(GString *to, const char *path)
{
	struct stat at;

	if (stat(path, &at) != 0) {
		g_string_append_c(to, '-');
		return;
	}
	g_string_append_printf(to, "%ju:%ju:%jd:%jd.%09ld;",
	    (uintmax_t)at.st_dev, (uintmax_t)at.st_ino, (intmax_t)at.st_size,
	    (intmax_t)at.st_mtim.tv_sec, (long)at.st_mtim.tv_nsec);
}

/* What lies beside the cases of a folder and is read with them. */
static void
folder_append(GString *to, const char *folder)
{
	g_autofree char *settings = cc_settings_path(folder);
	g_auto(GStrv) words = cc_folder_list(folder, ".vocabulary.xml");

	state_append(to, settings);
	for (char **path = words; *path != NULL; path++)
		state_append(to, *path);
}

static char *
state_of(const struct cc_run *run)
{
	GString *to = g_string_new(NULL);

	for (char **input = run->inputs; *input != NULL; input++) {
		g_autofree char *folder = g_path_get_dirname(*input);

		state_append(to, *input);
		folder_append(to, folder);
	}
	return g_string_free(to, FALSE);
}

static char *
state_of_templates(const struct cc_run *run)
{
	g_autoptr(GPtrArray) paths = g_ptr_array_new_with_free_func(g_free);
	GString *to = g_string_new(NULL);

	for (guint i = 0; i < run->templates->len; i++)
		cc_templates_list(run->templates->pdata[i], paths);
	for (guint i = 0; i < paths->len; i++)
		state_append(to, paths->pdata[i]);
	return g_string_free(to, FALSE);
}

void
cc_watch_look(struct cc_watch *watch, const struct cc_run *run)
{
	g_free(watch->state);
	watch->state = state_of(run);
	g_clear_pointer(&watch->templates, g_free);
}

static bool
has_changed(const struct cc_watch *watch, const struct cc_run *run)
{
	g_autofree char *state = state_of(run);
	g_autofree char *templates = state_of_templates(run);

	return strcmp(state, watch->state) != 0 ||
	       strcmp(templates, watch->templates) != 0;
}

void
cc_watch_wait(struct cc_watch *watch, const struct cc_run *run)
{
	/* Which templates there are is known since the drawing. */
	watch->templates = state_of_templates(run);
	while (!has_changed(watch, run))
		g_usleep(LOOK_EVERY);
	/* Half a file is none: it is over when nothing has moved between two
	 * looks. */
	do {
		cc_watch_look(watch, run);
		watch->templates = state_of_templates(run);
		g_usleep(LOOK_EVERY);
	} while (has_changed(watch, run));
}
