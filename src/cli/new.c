/* clincourse new: a blank case to fill in. */
#include "cli/cli.h"

static enum cc_exit
new_run(const struct cc_command *command, int argc, char **argv)
{
	g_autofree char *templates = NULL;
	const GOptionEntry entries[] = {
	    {"templates", 0, 0, G_OPTION_ARG_FILENAME, &templates,
		"Own vocabularies and blank cases", "DIR"},
	    {NULL, 0, 0, 0, NULL, NULL, NULL}};
	struct clincourse_diags *diags;
	struct clincourse *context;
	g_autofree char *text = NULL;
	enum cc_exit code;

	if (!cc_command_parse(command, entries, &argc, &argv, &code))
		return code;
	if (argc != 2)
		return cc_usage(command,
		    "one disease is needed: see clincourse list diseases");
	diags = clincourse_diags_create();
	context = clincourse_create(templates, diags);
	if (context != NULL)
		text = clincourse_blank(context, argv[1], diags);
	code = cc_report(diags, CLINCOURSE_WARNING);
	if (text != NULL)
		code = cc_worse(code, cc_print(text));
	clincourse_destroy(context);
	clincourse_diags_destroy(diags);
	return code;
}

const struct cc_command cc_command_new = {
    .name = "new",
    .arguments = "DISEASE",
    .about = "a blank case to fill in",
    .more = "The blank case goes to standard output:\n"
	    "clincourse new multiple-myeloma > case.xml",
    .run = new_run,
};
