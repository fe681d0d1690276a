/* clincourse: the table of commands. */
#include "cli/cli.h"

#include <string.h>

static const struct cc_command *const commands[] = {
    &cc_command_render,
    &cc_command_batch,
    &cc_command_check,
    &cc_command_new,
    &cc_command_find,
    &cc_command_list,
    &cc_command_show,
};

static const struct cc_command *
command_find(const char *name)
{
	size_t i;

	for (i = 0; i < G_N_ELEMENTS(commands); i++)
		if (strcmp(commands[i]->name, name) == 0)
			return commands[i];
	return NULL;
}

static enum cc_exit
command_unknown(const char *name)
{
	const char *names[G_N_ELEMENTS(commands) + 1];
	const char *nearest;
	size_t i;

	for (i = 0; i < G_N_ELEMENTS(commands); i++)
		names[i] = commands[i]->name;
	names[i++] = "help";
	nearest = cc_nearest(name, names, i);
	if (nearest != NULL)
		return cc_usage(NULL,
		    "there is no command \"%s\"; the nearest is %s", name,
		    nearest);
	return cc_usage(NULL, "there is no command \"%s\"", name);
}

static enum cc_exit
help_print(void)
{
	g_autoptr(GString) text = g_string_new(
	    "Draws a patient's clinical course from a case file.\n\n");
	size_t i;

	for (i = 0; i < G_N_ELEMENTS(commands); i++)
		g_string_append_printf(text, "  clincourse %-7s %-12s %s\n",
		    commands[i]->name, commands[i]->arguments,
		    commands[i]->about);
	g_string_append(text,
	    "\nclincourse help COMMAND says more, clincourse --version which "
	    "this is.\nThe case file is described in clincourse-case(5).\n"
	    "\nExamples:\n"
	    "  clincourse new multiple-myeloma > case.xml\n"
	    "  clincourse check case.xml\n"
	    "  clincourse case.xml -o case.svg\n");
	return cc_print(text->str);
}

static enum cc_exit
help_run(int argc, char **argv)
{
	const struct cc_command *command;
	char *words[] = {"help", "--help", NULL};

	if (argc < 2)
		return help_print();
	command = command_find(argv[1]);
	if (command == NULL)
		return command_unknown(argv[1]);
	return command->run(command, 2, words);
}

static bool
is_one_of(const char *word, const char *a, const char *b)
{
	return strcmp(word, a) == 0 || strcmp(word, b) == 0;
}

/* "clincourse case.xml", "clincourse --lang zh case.xml": there is nothing else
 * that could be done with them. */
static bool
begins_render(const char *word)
{
	return *word == '-' || strchr(word, '/') != NULL ||
	       g_str_has_suffix(word, ".xml") ||
	       g_file_test(word, G_FILE_TEST_IS_REGULAR);
}

int
main(int argc, char **argv)
{
	const struct cc_command *command;

	cc_signals_watch();
	/* By these Pango would choose among the fonts of a script. */
	g_unsetenv("PANGO_LANGUAGE");
	g_unsetenv("LANGUAGE");
	/* No setlocale: what is drawn never depends on where it is drawn. */
	if (argc < 2)
		return cc_usage(NULL, "a command or a case file is missing");
	if (is_one_of(argv[1], "--version", "-V"))
		return cc_print("clincourse " CC_VERSION "\n");
	if (is_one_of(argv[1], "--help", "-h"))
		return help_print();
	if (strcmp(argv[1], "help") == 0)
		return help_run(argc - 1, argv + 1);
	command = command_find(argv[1]);
	if (command != NULL)
		return command->run(command, argc - 1, argv + 1);
	if (begins_render(argv[1]))
		return cc_command_render.run(&cc_command_render, argc, argv);
	return command_unknown(argv[1]);
}
