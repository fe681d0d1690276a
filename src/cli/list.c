/* clincourse list: what there is, one a line. */
#include "cli/session.h"

#include <string.h>

static const char *const lists[] = {
    "formats", "themes", "sizes", "languages", "diseases", "vocab"};

static char *
joined(const char *const *words, size_t count)
{
	GString *text = g_string_new(NULL);

	for (size_t i = 0; i < count; i++)
		g_string_append_printf(
		    text, "%s%s", i > 0 ? ", " : "", words[i]);
	return g_string_free(text, FALSE);
}

/* `what` is none of the words. */
static enum cc_exit
refuse(const struct cc_command *command, const char *what,
    const char *const *words, size_t count)
{
	const char *nearest = cc_nearest(what, words, count);
	g_autofree char *all = joined(words, count);

	return cc_usage(command, "\"%s\" is none of %s%s%s", what, all,
	    nearest != NULL ? "; the nearest is " : "",
	    nearest != NULL ? nearest : "");
}

static enum cc_exit
refuse_kind(const struct cc_command *command, const char *kind)
{
	const char *words[CC_IN_COUNT];

	for (int in = 0; in < CC_IN_COUNT; in++)
		words[in] = cc_scope_word((enum cc_scope)in);
	return refuse(command, kind, words, CC_IN_COUNT);
}

static enum cc_exit
list_print(const struct cc_command *command, const struct cc_settings *given,
    const char *what, const char *kind)
{
	g_autofree char *name =
	    kind != NULL ? g_strconcat(what, " ", kind, NULL) : g_strdup(what);
	struct cc_sessions sessions;
	struct cc_session *session;
	g_autofree char *text = NULL;
	enum cc_exit code;

	cc_sessions_init(&sessions, given, true, NULL);
	session = cc_session_for(&sessions, NULL);
	code = session->code;
	if (code == CC_EXIT_WELL) {
		text = clincourse_list(session->context, name);
		code = text != NULL ? cc_print_table(text)
		                    : refuse_kind(command, kind);
	}
	cc_sessions_finish(&sessions);
	return code;
}

static enum cc_exit
list_run(const struct cc_command *command, int argc, char **argv)
{
	struct cc_settings given = {0};
	const struct cc_option options[] = {
	    cc_setting_option(&given, CC_SETTING_TEMPLATES),
	    {NULL},
	};
	enum cc_exit code;

	if (!cc_command_parse(command, options, &argc, argv, &code))
		return code;
	if (argc < 2) {
		g_autofree char *all = joined(lists, G_N_ELEMENTS(lists));

		return cc_usage(command, "one of %s is needed", all);
	}
	for (size_t i = 0; i < G_N_ELEMENTS(lists); i++) {
		const bool vocab = strcmp(argv[1], "vocab") == 0;

		if (strcmp(lists[i], argv[1]) != 0)
			continue;
		if (argc > (vocab ? 3 : 2))
			return cc_usage(command, "one list at a time");
		return list_print(
		    command, &given, argv[1], argc > 2 ? argv[2] : NULL);
	}
	return refuse(command, argv[1], lists, G_N_ELEMENTS(lists));
}

const struct cc_command cc_command_list = {
    .name = "list",
    .arguments = "WHAT [KIND]",
    .about = "say what there is, one a line",
    .more =
	"WHAT is one of formats, themes, sizes, languages, diseases, vocab.\n"
	"KIND narrows vocab: disease, treatment, procedure, event, test,\n"
	"response, finding, site and the like.\n",
    .examples = "  clincourse list sizes\n"
		"  clincourse list vocab treatment\n",
    .run = list_run,
};
