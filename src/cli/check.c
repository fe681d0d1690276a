/* clincourse check: all diagnostics, nothing drawn. */
#include "cli/cli.h"

#include <string.h>

struct check_options {
	gboolean notes, care, strict;
	char *lang, *format, *privacy, *templates;
};

static void
check_options_finish(struct check_options *options)
{
	g_free(options->lang);
	g_free(options->format);
	g_free(options->privacy);
	g_free(options->templates);
}

static void
case_check(const struct clincourse_case *course,
    const struct check_options *options, struct clincourse_diags *diags)
{
	if (options->lang != NULL)
		clincourse_check_language(course, options->lang, diags);
	if (options->care)
		clincourse_check_care(course, diags);
	if (options->privacy != NULL)
		clincourse_check_privacy(course, options->privacy, diags);
}

static void
file_check(struct clincourse *context, const char *path,
    const struct check_options *options, struct clincourse_diags *diags)
{
	struct clincourse_reader *reader =
	    clincourse_open(context, path, diags);
	const struct clincourse_case *course;
	bool bad = false;

	while (reader != NULL &&
	       ((course = clincourse_next(reader, &bad, diags)) != NULL || bad))
		if (course != NULL)
			case_check(course, options, diags);
	clincourse_close(reader);
}

/* `input` is the number of the next file, from 1. */
static struct clincourse_diags *
diags_for(const struct check_options *options, size_t input)
{
	struct clincourse_diags *diags = clincourse_diags_create();

	if (options->strict)
		clincourse_diags_strict(diags);
	if (options->privacy != NULL)
		clincourse_diags_discreet(diags, input);
	return diags;
}

/* Text comes file by file. */
static enum cc_exit
files_check_text(struct clincourse *context,
    const struct check_options *options, char **paths)
{
	const enum clincourse_severity least = options->notes || options->care
	                                           ? CLINCOURSE_NOTE
	                                           : CLINCOURSE_WARNING;
	enum cc_exit code = CC_EXIT_WELL;

	for (size_t i = 0; paths[i] != NULL; i++) {
		struct clincourse_diags *diags = diags_for(options, i + 1);

		file_check(context, paths[i], options, diags);
		code = cc_worse(code, cc_report(diags, least));
		clincourse_diags_destroy(diags);
	}
	return code;
}

/* JSON is one array of all files, on standard output. */
static enum cc_exit
files_check_json(struct clincourse *context,
    const struct check_options *options, char **paths)
{
	struct clincourse_diags *diags = diags_for(options, 1);
	g_autofree char *text = NULL;
	enum cc_exit code;

	for (; *paths != NULL; paths++)
		file_check(context, *paths, options, diags);
	text = clincourse_diags_text(
	    diags, CLINCOURSE_DIAGS_JSON, CLINCOURSE_NOTE);
	code = cc_worse(cc_verdict(diags), cc_print(text));
	clincourse_diags_destroy(diags);
	return code;
}

/* An option of a picture: asked there whether it has that value. */
static bool
option_known(struct clincourse *context, const char *name, const char *value,
    struct clincourse_diags *diags)
{
	struct clincourse_render *render;
	bool known;

	if (value == NULL)
		return true;
	render = clincourse_render_create(context);
	known = clincourse_render_set(render, name, value, diags);
	clincourse_render_destroy(render);
	return known;
}

static enum cc_exit
files_check(const struct check_options *options, char **paths)
{
	struct clincourse_diags *diags = clincourse_diags_create();
	const bool json = g_strcmp0(options->format, "json") == 0;
	struct clincourse *context;
	enum cc_exit code;
	bool known;

	if (options->strict)
		clincourse_diags_strict(diags);
	context = clincourse_create(options->templates, diags);
	known = context == NULL ||
	        (option_known(context, "lang", options->lang, diags) &&
		    option_known(context, "privacy", options->privacy, diags));
	/* Templates may warn of each other. */
	code = cc_report(diags, CLINCOURSE_WARNING);
	if (!known)
		code = CC_EXIT_USAGE;
	else if (context != NULL)
		code = cc_worse(
		    code, json ? files_check_json(context, options, paths)
			       : files_check_text(context, options, paths));
	clincourse_destroy(context);
	clincourse_diags_destroy(diags);
	return code;
}

static enum cc_exit
check_run(const struct cc_command *command, int argc, char **argv)
{
	struct check_options options = {0};
	const GOptionEntry entries[] = {
	    {"notes", 0, 0, G_OPTION_ARG_NONE, &options.notes,
		"Print notes too", NULL},
	    {"care", 0, 0, G_OPTION_ARG_NONE, &options.care,
		"Note what a case report's timeline lacks (CARE guideline)",
		NULL},
	    {"privacy", 0, 0, G_OPTION_ARG_FILENAME, &options.privacy,
		"Warn of what render --privacy would leave out of texts",
		"LEVEL"},
	    {"strict", 0, 0, G_OPTION_ARG_NONE, &options.strict,
		"Count warnings as errors", NULL},
	    {"lang", 0, 0, G_OPTION_ARG_FILENAME, &options.lang,
		"Note what has no words in this language", "LANG"},
	    {"format", 0, 0, G_OPTION_ARG_FILENAME, &options.format,
		"text (standard error) or json (standard output)", "FORMAT"},
	    {"templates", 0, 0, G_OPTION_ARG_FILENAME, &options.templates,
		"Own vocabularies, themes and sizes", "DIR"},
	    {NULL, 0, 0, 0, NULL, NULL, NULL}};
	enum cc_exit code = CC_EXIT_WELL;

	if (cc_command_parse(command, entries, &argc, &argv, &code)) {
		if (argc < 2)
			code = cc_usage(command, "a case file is needed");
		else if (options.format != NULL &&
			 strcmp(options.format, "text") != 0 &&
			 strcmp(options.format, "json") != 0)
			code = cc_usage(command,
			    "format \"%s\" is none of: text json",
			    options.format);
		else
			code = files_check(&options, argv + 1);
	}
	check_options_finish(&options);
	return code;
}

const struct cc_command cc_command_check = {
    .name = "check",
    .arguments = "CASE.xml...",
    .about = "say all that is wrong, draw nothing",
    .more = "\"-\" reads standard input.",
    .run = check_run,
};
