/* clincourse show: one word, theme or size. */
#include "cli/cli.h"

static enum cc_exit
show_run(const struct cc_command *command, int argc, char **argv)
{
	g_autofree char *templates = NULL;
	const GOptionEntry entries[] = {
	    {"templates", 0, 0, G_OPTION_ARG_FILENAME, &templates,
		"Own vocabularies, themes and sizes", "DIR"},
	    {NULL, 0, 0, 0, NULL, NULL, NULL}};
	struct clincourse_diags *diags;
	struct clincourse *context;
	g_autofree char *text = NULL;
	enum cc_exit code;

	if (!cc_command_parse(command, entries, &argc, &argv, &code))
		return code;
	if (argc != 2)
		return cc_usage(command, "one name is needed");
	diags = clincourse_diags_create();
	context = clincourse_create(templates, diags);
	if (context != NULL)
		text = clincourse_show(context, argv[1], diags);
	code = cc_report(diags, CLINCOURSE_WARNING);
	if (text != NULL)
		code = cc_worse(code, cc_print(text));
	clincourse_destroy(context);
	clincourse_diags_destroy(diags);
	return code;
}

const struct cc_command cc_command_show = {
    .name = "show",
    .arguments = "NAME",
    .about = "what is known of a code, a theme or a size",
    .run = show_run,
};
