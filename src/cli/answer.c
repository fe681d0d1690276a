/* The commands that answer a word: find, new, show. */
#include "cli/session.h"

enum cc_exit
cc_answer(const struct cc_settings *given,
    char *(*ask)(struct clincourse *context, const char *word,
	struct clincourse_diags *diags),
    const char *word, enum cc_exit (*print)(const char *text))
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
		text = ask(session->context, word, diags);
		code = cc_report(diags, cc_text_format(&session->settings),
		    CLINCOURSE_WARNING);
	}
	if (text != NULL)
		code = cc_worse(code, print(text));
	cc_sessions_finish(&sessions);
	clincourse_diags_destroy(diags);
	return code;
}
