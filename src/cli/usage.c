/* Options, wrong usage, what is printed where. */
#include "cli/cli.h"

#include "api/context.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

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

enum cc_exit
cc_report(struct clincourse_diags *diags, enum clincourse_severity least)
{
	char *text = clincourse_diags_text(diags, CLINCOURSE_DIAGS_TEXT, least);

	fputs(text, stderr);
	g_free(text);
	return cc_verdict(diags);
}

/* The option that does not exist, and the one that was meant. */
static enum cc_exit
option_unknown(const struct cc_command *command, const GOptionEntry *entries,
    const GError *error)
{
	g_autoptr(GPtrArray) names = g_ptr_array_new();
	const char *written = strrchr(error->message, ' ');
	const char *nearest;

	for (; entries->long_name != NULL; entries++)
		if (*entries->long_name != '\0')
			g_ptr_array_add(names, (gpointer)entries->long_name);
	g_ptr_array_add(names, (gpointer) "help");
	if (written == NULL)
		return cc_usage(command, "%s", error->message);
	written += 1 + strspn(written + 1, "-");
	nearest =
	    cc_nearest(written, (const char *const *)names->pdata, names->len);
	if (nearest == NULL)
		return cc_usage(command, "%s", error->message);
	return cc_usage(
	    command, "%s; the nearest is --%s", error->message, nearest);
}

/* GLib leaves the "--" in front of a file whose name begins with a dash. */
static void
separator_drop(int *argc, char **argv)
{
	int i;

	for (i = 1; i < *argc && strcmp(argv[i], "--") != 0; i++)
		;
	if (i == *argc)
		return;
	for (; i < *argc; i++)
		argv[i] = argv[i + 1];
	(*argc)--;
}

bool
cc_command_parse(const struct cc_command *command, const GOptionEntry *entries,
    int *argc, char ***argv, enum cc_exit *code)
{
	g_autofree char *summary =
	    g_strdup_printf("%s %s", command->name, command->arguments);
	g_autoptr(GOptionContext) context = g_option_context_new(NULL);
	g_autoptr(GError) error = NULL;
	gboolean help = FALSE;
	const GOptionEntry help_entry[] = {
	    {"help", 'h', 0, G_OPTION_ARG_NONE, &help, "Say this", NULL},
	    {NULL, 0, 0, 0, NULL, NULL, NULL}};

	/* GLib's own --help would leave through exit(). */
	g_option_context_set_help_enabled(context, FALSE);
	g_option_context_add_main_entries(context, entries, NULL);
	g_option_context_add_main_entries(context, help_entry, NULL);
	if (!g_option_context_parse(context, argc, argv, &error)) {
		*code = g_error_matches(error, G_OPTION_ERROR,
			    G_OPTION_ERROR_UNKNOWN_OPTION)
		            ? option_unknown(command, entries, error)
		            : cc_usage(command, "%s", error->message);
		return false;
	}
	separator_drop(argc, *argv);
	if (help) {
		g_autofree char *options = NULL;
		g_autofree char *text = NULL;

		options = g_option_context_get_help(context, TRUE, NULL);
		/* GLib's first paragraph names the program, not the command. */
		text = g_strdup_printf("clincourse %s\n\n%s%s%s%s", summary,
		    command->about, command->more != NULL ? "\n\n" : "",
		    command->more != NULL ? command->more : "",
		    strstr(options, "\n\n"));
		*code = cc_print(text);
		return false;
	}
	return true;
}
