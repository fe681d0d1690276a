/* clincourse show: one word, theme or size. */
#include "cli/session.h"

static enum cc_exit
show_run(const struct cc_command *command, int argc, char **argv)
{
	struct cc_settings given = {0};
	const struct cc_option options[] = {
	    cc_setting_option(&given, CC_SETTING_TEMPLATES),
	    {NULL},
	};
	enum cc_exit code;

	if (!cc_command_parse(command, options, &argc, argv, &code))
		return code;
	if (argc != 2)
		return cc_usage(command, "one name is needed");
	return cc_answer(&given, clincourse_show, argv[1], cc_print);
}

const struct cc_command cc_command_show = {
    .name = "show",
    .arguments = "NAME",
    .about = "say what is known of a code, a theme or a size",
    .more = "NAME is a code, or another of its names in any language.\n",
    .examples = "  clincourse show VRd\n"
		"  clincourse show nature-1\n",
    .run = show_run,
};
