/* clincourse new: a blank case to fill in. */
#include "cli/session.h"

static enum cc_exit
new_run(const struct cc_command *command, int argc, char **argv)
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
		return cc_usage(command,
		    "one disease is needed, in quotes where it has spaces");
	return cc_answer(&given, clincourse_blank, argv[1], cc_print);
}

const struct cc_command cc_command_new = {
    .name = "new",
    .arguments = "DISEASE",
    .about = "write a blank case to fill in",
    .more = "DISEASE is any: of those in clincourse list diseases the blank\n"
	    "speaks their language, of others it is a general one.\n",
    .examples = "  clincourse new multiple-myeloma > case.xml\n"
		"  clincourse new \"Burkitt lymphoma\" > case.xml\n",
    .run = new_run,
};
