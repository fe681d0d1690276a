/* clincourse list: what there is, one a line. */
#include "cli/cli.h"

#include <string.h>

static const char *const kinds[] = {
    "formats", "themes", "sizes", "diseases", "vocab"};

static enum cc_exit
list_print(const char *what, const char *templates)
{
	struct clincourse_diags *diags = clincourse_diags_create();
	struct clincourse *context = clincourse_create(templates, diags);
	enum cc_exit code = cc_report(diags, CLINCOURSE_WARNING);

	if (context != NULL) {
		g_autofree char *text = clincourse_list(context, what);

		code = cc_worse(code, cc_print(text));
	}
	clincourse_destroy(context);
	clincourse_diags_destroy(diags);
	return code;
}

static enum cc_exit
list_run(const struct cc_command *command, int argc, char **argv)
{
	g_autofree char *templates = NULL;
	const GOptionEntry entries[] = {
	    {"templates", 0, 0, G_OPTION_ARG_FILENAME, &templates,
		"Own vocabularies, themes and sizes", "DIR"},
	    {NULL, 0, 0, 0, NULL, NULL, NULL}};
	enum cc_exit code;
	const char *nearest;
	size_t i;

	if (!cc_command_parse(command, entries, &argc, &argv, &code))
		return code;
	if (argc != 2)
		return cc_usage(command,
		    "one of formats, themes, sizes, diseases, vocab is needed");
	for (i = 0; i < G_N_ELEMENTS(kinds); i++)
		if (strcmp(kinds[i], argv[1]) == 0)
			return list_print(argv[1], templates);
	nearest = cc_nearest(argv[1], kinds, G_N_ELEMENTS(kinds));
	return cc_usage(command,
	    "\"%s\" is none of formats, themes, sizes, diseases, vocab%s%s",
	    argv[1], nearest != NULL ? "; the nearest is " : "",
	    nearest != NULL ? nearest : "");
}

const struct cc_command cc_command_list = {
    .name = "list",
    .arguments = "WHAT",
    .about = "formats, themes, sizes, diseases or vocab, one a line",
    .run = list_run,
};
