/* Options, wrong usage, what is printed where. */
#include "cli/cli.h"

#include "api/context.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum cc_exit
cc_worse(enum cc_exit a, enum cc_exit b)
{
	return a > b ? a : b;
}

enum cc_exit
cc_usage(const struct cc_command *command, const char *format, ...)
{
	g_autofree char *sentence = NULL;
	va_list args;

	va_start(args, format);
	sentence = g_strdup_vprintf(format, args);
	va_end(args);
	fprintf(stderr, "clincourse%s%s: %s\n", command != NULL ? " " : "",
	    command != NULL ? command->name : "", sentence);
	fprintf(stderr, "Try: clincourse help%s%s\n",
	    command != NULL ? " " : "", command != NULL ? command->name : "");
	return CC_EXIT_USAGE;
}

enum cc_exit
cc_print(const char *text)
{
	if (fputs(text, stdout) >= 0 && fflush(stdout) == 0)
		return CC_EXIT_WELL;
	fprintf(stderr, "clincourse: standard output: %s\n", g_strerror(errno));
	return CC_EXIT_ENVIRONMENT;
}

enum cc_exit
cc_verdict(const struct clincourse_diags *diags)
{
	if (clincourse_diags_count(diags, CLINCOURSE_FATAL) > 0)
		return CC_EXIT_ENVIRONMENT;
	if (clincourse_diags_count(diags, CLINCOURSE_ERROR) > 0)
		return CC_EXIT_REFUSED;
	return CC_EXIT_WELL;
}

bool
cc_asked_wrong(const struct clincourse_diags *diags)
{
	const GPtrArray *list = diags->list.list;

	for (guint i = 0; i < list->len; i++) {
		const struct cc_diag *diag = list->pdata[i];

		if (diag->code == CC_E476 || diag->code == CC_E483 ||
		    diag->code == CC_E486 ||
		    diag->code == CC_E487)
			return true;
		/* What a file asks for has a place in it: times, tracks. */
		if (diag->file == NULL &&
		    ((diag->code >= CC_E201 && diag->code < CC_E301) ||
			diag->code == CC_E485))
			return true;
	}
	return false;
}

/* As https://no-color.org has it: what it is set to does not matter. */
static bool
terminal_has_colours(void)
{
	const char *unwanted = g_getenv("NO_COLOR"), *term = g_getenv("TERM");

	return isatty(STDERR_FILENO) &&
	       (unwanted == NULL || *unwanted == '\0') && term != NULL &&
	       strcmp(term, "dumb") != 0;
}

enum clincourse_diags_format
cc_text_format(const struct cc_settings *settings)
{
	const char *when = settings->given[CC_SETTING_COLOR].text;
	const bool coloured = when == NULL || strcmp(when, "auto") == 0
	                          ? terminal_has_colours()
	                          : strcmp(when, "always") == 0;

	return coloured ? CLINCOURSE_DIAGS_COLOUR : CLINCOURSE_DIAGS_TEXT;
}

enum cc_exit
cc_report(struct clincourse_diags *diags, enum clincourse_diags_format format,
    enum clincourse_severity least)
{
	char *text = clincourse_diags_text(diags, format, least);

	fputs(text, stderr);
	g_free(text);
	return cc_verdict(diags);
}

/* The name that was begun, else the nearest; NULL: none is near. */
static const char *
option_nearest(const struct cc_option *option, const char *name)
{
	g_autoptr(GPtrArray) names = g_ptr_array_new();

	for (; option->name != NULL; option++) {
		if (*name != '\0' && g_str_has_prefix(option->name, name))
			return option->name;
		g_ptr_array_add(names, (gpointer)option->name);
	}
	g_ptr_array_add(names, (gpointer) "help");
	return cc_nearest(
	    name, (const char *const *)names->pdata, names->len);
}

/* The option that does not exist, and the one that was meant. */
static enum cc_exit
option_unknown(const struct cc_command *command,
    const struct cc_option *options, const char *word)
{
	const char *nearest = g_str_has_prefix(word, "--")
	                          ? option_nearest(options, word + 2)
	                          : NULL;

	return cc_usage(command, "there is no option %s%s%s", word,
	    nearest != NULL ? "; the nearest is --" : "",
	    nearest != NULL ? nearest : "");
}

static enum cc_exit
help_print(
    const struct cc_command *command, const struct cc_option *options)
{
	const char *more = command->more;
	g_autofree char *rows = cc_options_help(options);
	g_autofree char *text = g_strdup_printf(
	    "clincourse %s [OPTION]... %s\n\n%c%s.\n%s%s\nOptions:\n%s\n"
	    "Examples:\n%s",
	    command->name, command->arguments,
	    g_ascii_toupper(*command->about), command->about + 1,
	    more != NULL ? "\n" : "", more != NULL ? more : "", rows,
	    command->examples);

	return cc_print(text);
}

bool
cc_command_parse(const struct cc_command *command,
    const struct cc_option *options, int *argc, char **argv,
    enum cc_exit *code)
{
	g_autofree char *word = NULL;

	switch (cc_options_parse(options, argc, argv, &word)) {
	case CC_OPTION_FINE:
		return true;
	case CC_OPTION_HELP:
		*code = help_print(command, options);
		return false;
	case CC_OPTION_UNKNOWN:
		*code = option_unknown(command, options, word);
		return false;
	case CC_OPTION_BARE:
		*code = cc_usage(command, "%s needs a value", word);
		return false;
	case CC_OPTION_FLAG:
		*code = cc_usage(command,
		    "%s takes no value but yes and no", word);
		return false;
	}
	g_assert_not_reached();
}
