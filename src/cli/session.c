#include "cli/session.h"

#include <string.h>

static void
session_destroy(gpointer data)
{
	struct cc_session *session = data;

	clincourse_render_destroy(session->render);
	clincourse_destroy(session->context);
	g_free(session);
}

void
cc_sessions_init(struct cc_sessions *sessions, const struct cc_settings *given,
    bool defaults, char **inputs)
{
	*sessions = (struct cc_sessions){
	    .given = *given,
	    .files = defaults,
	    .inputs = inputs,
	    .made = g_ptr_array_new_with_free_func(session_destroy),
	    .known = g_hash_table_new_full(
		g_str_hash, g_str_equal, g_free, NULL),
	};
	cc_origins_init(&sessions->origins);
	if (defaults)
		cc_settings_environment(&sessions->given, &sessions->origins);
}

void
cc_sessions_finish(struct cc_sessions *sessions)
{
	g_hash_table_unref(sessions->known);
	g_ptr_array_unref(sessions->made);
	cc_origins_finish(&sessions->origins);
}

/* Context and render; the code is what came of it. */
static enum cc_exit
session_fill(const struct cc_sessions *sessions, struct cc_session *session,
    struct clincourse_diags *diags)
{
	const char *templates =
	    session->settings.given[CC_SETTING_TEMPLATES].text;

	if (!cc_settings_legal(&session->settings, diags))
		return CC_EXIT_USAGE;
	session->context = clincourse_create(templates, diags);
	if (session->context == NULL)
		return cc_verdict(diags);
	for (char **input = sessions->inputs; input != NULL && *input != NULL;
	     input++)
		clincourse_keep(session->context, *input);
	if (!sessions->pictures)
		return CC_EXIT_WELL;
	session->render = clincourse_render_create(session->context);
	return cc_settings_apply(&session->settings, session->render, diags)
	           ? CC_EXIT_WELL
	           : CC_EXIT_USAGE;
}

/* Templates may warn of each other. */
static void
session_tell(const struct cc_sessions *sessions,
    const struct cc_session *session, struct clincourse_diags *diags)
{
	const enum clincourse_diags_format format =
	    cc_text_format(&session->settings);
	g_autofree char *text = NULL;

	if (sessions->told == NULL) {
		cc_report(diags, format, CLINCOURSE_WARNING);
		return;
	}
	text = clincourse_diags_text(diags, format, CLINCOURSE_WARNING);
	g_string_append(sessions->told, text);
}

/* The session with the settings of a folder, be they good or not. */
static struct cc_session *
session_make(struct cc_sessions *sessions, const char *folder)
{
	struct clincourse_diags *diags = clincourse_diags_create();
	struct cc_session *session = g_new0(struct cc_session, 1);
	bool read;

	session->settings = sessions->given;
	read = folder == NULL ||
	       cc_settings_file(&session->settings, folder,
		   &sessions->origins, diags);
	for (guint i = 0; read && i < sessions->made->len; i++) {
		struct cc_session *other = sessions->made->pdata[i];

		if (!cc_settings_equal(&other->settings, &session->settings))
			continue;
		session_destroy(session);
		clincourse_diags_destroy(diags);
		return other;
	}
	g_ptr_array_add(sessions->made, session);
	if (read)
		session->code = session_fill(sessions, session, diags);
	else
		session->code = cc_worse(CC_EXIT_USAGE, cc_verdict(diags));
	session_tell(sessions, session, diags);
	clincourse_diags_destroy(diags);
	return session;
}

struct cc_session *
cc_session_for(struct cc_sessions *sessions, const char *input)
{
	const bool nowhere =
	    !sessions->files || g_strcmp0(input, "-") == 0;
	g_autofree char *folder = nowhere         ? g_strdup("")
	                          : input == NULL ? g_strdup(".")
	                                          : g_path_get_dirname(input);
	struct cc_session *session =
	    g_hash_table_lookup(sessions->known, folder);

	if (session != NULL)
		return session;
	session = session_make(sessions, nowhere ? NULL : folder);
	g_hash_table_insert(
	    sessions->known, g_steal_pointer(&folder), session);
	return session;
}
