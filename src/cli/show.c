/* clincourse show: one word, theme or size. */
#include "cli/session.h"

static enum cc_exit
show_print(const struct cc_settings *given, const char *name)
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
		text = clincourse_show(session->context, name, diags);
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
	return show_print(&given, argv[1]);
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
