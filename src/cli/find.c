/* clincourse find: a word, in every language and of every kind. */
#include "cli/session.h"

static enum cc_exit
find_run(const struct cc_command *command, int argc, char **argv)
{
	struct cc_settings given = {0};
	const struct cc_option options[] = {
	    cc_setting_option(&given, CC_SETTING_TEMPLATES),
	    {NULL},
	};
	g_autofree char *words = NULL;
	enum cc_exit code;

	if (!cc_command_parse(command, options, &argc, argv, &code))
		return code;
	if (argc < 2)
		return cc_usage(command, "a word is needed");
	/* "find lung cancer" is as good as with quotes. */
	words = g_strjoinv(" ", argv + 1);
	return cc_answer(&given, clincourse_find, words, cc_print_table);
}

const struct cc_command cc_command_find = {
    .name = "find",
    .arguments = "WORD...",
    .about = "find a word by any of its names",
    .more = "WORD is a name, its beginning or a part of it, in any language: a\n"
	    "brand, an abbreviation, an alias. Each line has the code to "
	    "write,\nits kind, its name, and the name that was found.\n",
    .examples = "  clincourse find velcade\n"
		"  clincourse find cell lung\n"
		"  clincourse find 白血病\n",
    .run = find_run,
};
