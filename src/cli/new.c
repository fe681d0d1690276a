/* clincourse new: a blank case to fill in. */
#include "cli/session.h"

static enum cc_exit
new_print(const struct cc_settings *given, const char *disease)
{
	struct clincourse_diags *diags = clincourse_diags_create();
	struct cc_sessions sessions;
	struct cc_session *session;
	g_autofree char *text = NULL;
	enum cc_exit code;

	cc_sessions_init(&sessions, given, true, NULL);
	session = cc_session_for(&sessions, NULL);
	code = session->code;
	if (code == CC_EXIT_WELL) {
		text = clincourse_blank(session->context, disease, diags);
		code = cc_report(diags, cc_text_format(&session->settings),
		    CLINCOURSE_WARNING);
	}
	if (text != NULL)
		code = cc_worse(code, cc_print(text));
	cc_sessions_finish(&sessions);
	clincourse_diags_destroy(diags);
	return code;
}

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
	return new_print(&given, argv[1]);
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
