#include "cli/picture.h"

void
cc_picture_rows(struct cc_picture *picture, struct cc_option *rows)
{
	*rows++ = (struct cc_option){
	    "no-title", 0, NULL, "No title", &picture->no_title};
	*rows++ = (struct cc_option){"no-defaults", 0, NULL,
	    "Heed neither the environment nor .clincourse",
	    &picture->no_defaults};
	for (int i = 0; i < CC_SETTING_COUNT; i++)
		*rows++ =
		    cc_setting_option(&picture->given, (enum cc_setting)i);
}

enum cc_exit
cc_picture_settle(const struct cc_command *command, struct cc_picture *picture)
{
	struct cc_given *title = &picture->given.given[CC_SETTING_TITLE];

	if (!cc_given_yes(&picture->no_title))
		return CC_EXIT_WELL;
	if (title->text != NULL)
		return cc_usage(
		    command, "--title and --no-title exclude each other");
	title->text = "";
	return CC_EXIT_WELL;
}

enum cc_exit
cc_format_refuse(
    const struct cc_command *command, const char *format, const char *file)
{
	g_autoptr(GPtrArray) names = g_ptr_array_new();
	g_autofree char *all = NULL;
	const char *nearest = NULL;

	for (size_t i = 0; cc_outputs()[i] != NULL; i++)
		g_ptr_array_add(names, (gpointer)cc_outputs()[i]->name);
	if (format != NULL)
		nearest = cc_nearest(
		    format, (const char *const *)names->pdata, names->len);
	g_ptr_array_add(names, NULL);
	all = g_strjoinv(" ", (char **)names->pdata);
	if (format == NULL)
		return cc_usage(command,
		    "the suffix of \"%s\" names no format: give -f, one of %s",
		    file, all);
	return cc_usage(command, "format \"%s\" is none of: %s%s%s", format,
	    all, nearest != NULL ? "; the nearest is " : "",
	    nearest != NULL ? nearest : "");
}

bool
cc_picture_numbered(const struct cc_settings *settings)
{
	return settings->given[CC_SETTING_PRIVACY].text != NULL &&
	       !cc_given_yes(&settings->given[CC_SETTING_KEEP_ID]);
}
