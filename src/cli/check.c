/* clincourse check: all diagnostics, nothing drawn. */
#include "cli/session.h"

#include <string.h>

struct check_options {
	struct cc_settings given; /* templates, strict, color */
	struct cc_given notes, care, lang, format, privacy, no_defaults;
};

/* How a file is checked. */
struct checking {
	const struct check_options *options;
	struct cc_sessions sessions;
};

static void
case_check(const struct check_options *options,
    const struct cc_session *session, const struct clincourse_case *course,
    struct clincourse_diags *diags)
{
	if (options->lang.text != NULL)
		clincourse_check_language(course, options->lang.text, diags);
	if (cc_given_yes(&options->care))
		clincourse_check_care(course, diags);
	if (options->privacy.text != NULL)
		clincourse_check_privacy(course, options->privacy.text, diags);
	clincourse_check_picture(session->render, course, diags);
}

static void
file_check(const struct check_options *options,
    const struct cc_session *session, const char *path,
    struct clincourse_diags *diags)
{
	struct clincourse_reader *reader =
	    clincourse_open(session->context, path, diags);
	const struct clincourse_case *course;
	bool bad = false;

	while (reader != NULL &&
	       ((course = clincourse_next(reader, &bad, diags)) != NULL || bad))
		if (course != NULL)
			case_check(options, session, course, diags);
	clincourse_close(reader);
}

/* `input` is the number of the next file, from 1. */
static struct clincourse_diags *
diags_for(const struct check_options *options,
    const struct cc_session *session, size_t input)
{
	struct clincourse_diags *diags = clincourse_diags_create();

	if (cc_given_yes(&session->settings.given[CC_SETTING_STRICT]))
		clincourse_diags_strict(diags);
	if (options->privacy.text != NULL)
		clincourse_diags_discreet(diags, input);
	return diags;
}

/* Text comes file by file. */
static enum cc_exit
files_check_text(struct checking *checking, char **paths)
{
	const struct check_options *options = checking->options;
	const enum clincourse_severity least =
	    cc_given_yes(&options->notes) || cc_given_yes(&options->care)
	        ? CLINCOURSE_NOTE
	        : CLINCOURSE_WARNING;
	enum cc_exit code = CC_EXIT_WELL;

	for (size_t i = 0; paths[i] != NULL; i++) {
		const struct cc_session *session =
		    cc_session_for(&checking->sessions, paths[i]);
		struct clincourse_diags *diags =
		    diags_for(options, session, i + 1);

		file_check(options, session, paths[i], diags);
		code = cc_worse(code,
		    cc_report(
			diags, cc_text_format(&session->settings), least));
		clincourse_diags_destroy(diags);
	}
	return code;
}

/* JSON is one array of all files, on standard output. Strictness is that of
 * the first. */
static enum cc_exit
files_check_json(struct checking *checking, char **paths)
{
	struct clincourse_diags *diags = diags_for(checking->options,
	    cc_session_for(&checking->sessions, paths[0]), 1);
	g_autofree char *text = NULL;
	enum cc_exit code;

	for (; *paths != NULL; paths++)
		file_check(checking->options,
		    cc_session_for(&checking->sessions, *paths), *paths, diags);
	text = clincourse_diags_text(
	    diags, CLINCOURSE_DIAGS_JSON, CLINCOURSE_NOTE);
	code = cc_worse(cc_verdict(diags), cc_print(text));
	clincourse_diags_destroy(diags);
	return code;
}

/* Whether there is such a language: asked as of a picture. */
static enum cc_exit
lang_check(const struct cc_session *session, const char *lang)
{
	struct clincourse_diags *diags = clincourse_diags_create();
	struct clincourse_render *render =
	    clincourse_render_create(session->context);
	enum cc_exit code = CC_EXIT_WELL;

	if (lang != NULL &&
	    !clincourse_render_set(render, "lang", lang, diags))
		code = CC_EXIT_USAGE;
	cc_report(diags, cc_text_format(&session->settings),
	    CLINCOURSE_WARNING);
	clincourse_render_destroy(render);
	clincourse_diags_destroy(diags);
	return code;
}

static enum cc_exit
files_check(const struct check_options *options, char **paths)
{
	const bool json = g_strcmp0(options->format.text, "json") == 0;
	struct checking checking = {.options = options};
	enum cc_exit code = CC_EXIT_WELL;

	cc_sessions_init(&checking.sessions, &options->given,
	    !cc_given_yes(&options->no_defaults), NULL);
	checking.sessions.pictures = true;
	for (char **path = paths; *path != NULL; path++)
		code = cc_worse(
		    code, cc_session_for(&checking.sessions, *path)->code);
	if (code == CC_EXIT_WELL)
		code = lang_check(cc_session_for(&checking.sessions, paths[0]),
		    options->lang.text);
	if (code == CC_EXIT_WELL)
		code = json ? files_check_json(&checking, paths)
		            : files_check_text(&checking, paths);
	cc_sessions_finish(&checking.sessions);
	return code;
}

static enum cc_exit
check_run(const struct cc_command *command, int argc, char **argv)
{
	struct check_options own = {0};
	const struct cc_option options[] = {
	    {"notes", 0, NULL, "Print notes too", &own.notes},
	    {"care", 0, NULL,
		"Note what a case report's timeline lacks (CARE guideline)",
		&own.care},
	    {"privacy", 0, "LEVEL",
		"Warn of what render --privacy would leave out of texts",
		&own.privacy},
	    {"lang", 0, "LANG", "Note what has no words in this language",
		&own.lang},
	    {"format", 0, "FORMAT",
		"text (standard error) or json (standard output)",
		&own.format},
	    cc_setting_option(&own.given, CC_SETTING_STRICT),
	    cc_setting_option(&own.given, CC_SETTING_TEMPLATES),
	    cc_setting_option(&own.given, CC_SETTING_COLOR),
	    {"no-defaults", 0, NULL,
		"Heed neither the environment nor .clincourse",
		&own.no_defaults},
	    {NULL},
	};
	enum cc_exit code;

	if (!cc_command_parse(command, options, &argc, argv, &code))
		return code;
	if (argc < 2)
		return cc_usage(command, "a case file is needed");
	if (own.format.text != NULL && strcmp(own.format.text, "text") != 0 &&
	    strcmp(own.format.text, "json") != 0)
		return cc_usage(command, "format \"%s\" is none of: text json",
		    own.format.text);
	own.given.given[CC_SETTING_PRIVACY] = own.privacy;
	return files_check(&own, argv + 1);
}

const struct cc_command cc_command_check = {
    .name = "check",
    .arguments = "CASE.xml...",
    .about = "say all that is wrong, draw nothing",
    .more = "What passes is drawn, each <figure> of it; only what a size has "
	    "no room for\nis said by render alone.\n"
	    "\"-\" reads standard input.\n",
    .examples = "  clincourse check case.xml\n"
		"  clincourse check --care --lang zh case.xml\n"
		"  clincourse check --format json *.xml\n",
    .run = check_run,
};
