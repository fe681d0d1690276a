#include "cli/draw.h"

#include "batch/name.h"
#include "cli/picture.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* A drawing: what all files have in common. */
struct drawing {
	struct cc_run *run;
	struct cc_sessions sessions;
	GHashTable *written; /* names in the folder -> nothing */
	GString *told;       /* what was written, a line each */
	size_t inputs;       /* files opened */
	size_t cases;        /* read from them, refused ones too */
};

static const char *
setting(const struct cc_session *session, enum cc_setting which)
{
	return session->settings.given[which].text;
}

static bool
is_set(const struct cc_session *session, enum cc_setting which)
{
	return cc_given_yes(&session->settings.given[which]);
}

static struct clincourse_diags *
diags_for(const struct drawing *drawing, const struct cc_session *session)
{
	struct clincourse_diags *diags = clincourse_diags_create();

	if (is_set(session, CC_SETTING_STRICT))
		clincourse_diags_strict(diags);
	if (setting(session, CC_SETTING_PRIVACY) != NULL)
		clincourse_diags_discreet(diags, drawing->inputs + 1);
	return diags;
}

/* FOLDER/ID[.LANG].SUFFIX; a case without an id is called as its file. Under
 * --privacy every case has one. A language that stands for all cases is none
 * to tell them apart by. */
static char *
file_name(const struct drawing *drawing, const struct cc_session *session,
    const struct clincourse_case *course, const char *input)
{
	const char *id = clincourse_render_id(session->render, course);
	const char *lang = drawing->run->given.given[CC_SETTING_LANG].text;
	const char *out = drawing->run->out;
	g_autofree char *stem =
	    *id != '\0' ? cc_name_stem(id) : cc_name_stem_of_file(input);
	g_autofree char *name =
	    cc_name_picture(stem, lang, session->output->suffix);

	return g_build_filename(out != NULL ? out : ".", name, NULL);
}

/* False where an earlier case of this run has that name. */
static bool
name_claim(struct drawing *drawing, char *path)
{
	g_autofree char *key = g_utf8_casefold(path, -1);

	return g_hash_table_add(drawing->written, g_steal_pointer(&key));
}

/* Whoever sits at a terminal is told; a script knows. */
static void
written_tell(struct drawing *drawing, const struct cc_session *session,
    const char *path)
{
	struct cc_run *run = drawing->run;
	const bool here = run->out == NULL && g_str_has_prefix(path, "./");

	if (strcmp(path, "-") == 0)
		return;
	if (run->first == NULL)
		run->first = g_strdup(path);
	if (!is_set(session, CC_SETTING_QUIET) && isatty(STDERR_FILENO))
		g_string_append_printf(drawing->told, "wrote %s\n",
		    here ? path + strlen("./") : path);
}

/* A report of what was drawn, then what was written. Some mistakes in what was
 * asked for show only when a case was read; they have no place in a file. */
static enum cc_exit
drawn_report(struct drawing *drawing, const struct cc_session *session,
    struct clincourse_diags *diags)
{
	enum cc_exit code = cc_report(diags, cc_text_format(&session->settings),
	    drawing->run->notes ? CLINCOURSE_NOTE : CLINCOURSE_WARNING);

	fputs(drawing->told->str, stderr);
	g_string_truncate(drawing->told, 0);
	return code == CC_EXIT_REFUSED && cc_asked_wrong(diags) ? CC_EXIT_USAGE
	                                                        : code;
}

static enum cc_exit
case_draw(struct drawing *drawing, const struct cc_session *session,
    const struct clincourse_case *course, const char *input,
    struct clincourse_diags *diags)
{
	const bool discreet = setting(session, CC_SETTING_PRIVACY) != NULL;
	g_autofree char *path = file_name(drawing, session, course, input);
	g_autofree char *alias =
	    g_strdup_printf("input-%zu", drawing->inputs);

	if (!name_claim(drawing, path)) {
		fprintf(stderr,
		    "%s: error: case \"%s\": %s was written by another "
		    "case of this run\n",
		    discreet ? alias : input,
		    clincourse_render_id(session->render, course), path);
		return CC_EXIT_REFUSED;
	}
	if (clincourse_draw(session->render, course, session->output->name,
		path, diags))
		written_tell(drawing, session, path);
	return CC_EXIT_WELL;
}

static enum cc_exit
input_draw(struct drawing *drawing, const char *input)
{
	struct cc_session *session =
	    cc_session_for(&drawing->sessions, input);
	struct clincourse_diags *diags = diags_for(drawing, session);
	struct clincourse_reader *reader =
	    clincourse_open(session->context, input, diags);
	const struct clincourse_case *course;
	enum cc_exit code = CC_EXIT_WELL;
	bool bad = false;

	drawing->inputs++;
	while (
	    reader != NULL &&
	    ((course = clincourse_next(reader, &bad, diags)) != NULL || bad)) {
		clincourse_render_number(session->render, ++drawing->cases);
		if (course != NULL)
			code = cc_worse(code, case_draw(drawing, session,
						  course, input, diags));
	}
	clincourse_close(reader);
	code = cc_worse(code, drawn_report(drawing, session, diags));
	clincourse_diags_destroy(diags);
	return code;
}

/* One file a case, in a folder. */
static enum cc_exit
draw_into_folder(struct drawing *drawing)
{
	enum cc_exit code = CC_EXIT_WELL;

	drawing->written =
	    g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	for (char **input = drawing->run->inputs; *input != NULL; input++)
		code = cc_worse(code, input_draw(drawing, *input));
	g_hash_table_unref(drawing->written);
	return code;
}

/* All cases into one file, or standard output. */
static enum cc_exit
draw_into_file(struct drawing *drawing)
{
	const struct cc_run *run = drawing->run;
	const guint count = g_strv_length(run->inputs);
	struct cc_session *session =
	    cc_session_for(&drawing->sessions, run->inputs[0]);
	struct clincourse_diags *diags;
	enum cc_exit code;

	if (drawing->sessions.made->len > 1)
		return cc_usage(run->command,
		    "cases whose .clincourse files differ do not go into one "
		    "file: give a folder, or --no-defaults");
	if (count > 1 && !session->output->many)
		return cc_usage(run->command,
		    "%u files do not go into one in %s: give a folder, "
		    "pdf or pptx",
		    count, session->output->name);
	diags = diags_for(drawing, session);
	if (clincourse_draw_files(session->render,
		(const char *const *)run->inputs, count, session->output->name,
		run->out, diags))
		written_tell(drawing, session, run->out);
	code = drawn_report(drawing, session, diags);
	clincourse_diags_destroy(diags);
	return code;
}

static bool
out_is_folder(const char *out)
{
	if (out == NULL)
		return true;
	if (strcmp(out, "-") == 0)
		return false;
	return g_str_has_suffix(out, "/") ||
	       g_file_test(out, G_FILE_TEST_IS_DIR);
}

/* -f decides, then the suffix of -o, then what stands for all cases, then
 * SVG. */
static enum cc_exit
output_choose(const struct cc_run *run, struct cc_session *session)
{
	const char *format = run->given.given[CC_SETTING_FORMAT].text;
	const char *standing = setting(session, CC_SETTING_FORMAT);
	const bool named = run->out != NULL && !out_is_folder(run->out) &&
	                   strcmp(run->out, "-") != 0;

	if (format == NULL && !named)
		format = standing != NULL ? standing : "svg";
	session->output = format != NULL ? cc_output_find(format)
	                                 : cc_output_by_suffix(run->out);
	return session->output != NULL ? CC_EXIT_WELL
	                               : cc_format_refuse(
				     run->command, format, run->out);
}

static enum cc_exit
draw_all(struct drawing *drawing)
{
	return out_is_folder(drawing->run->out) ? draw_into_folder(drawing)
	                                           : draw_into_file(drawing);
}

/* A file of measurements that cannot be opened ends the run before anything
 * is drawn: nobody waits an hour for it. */
static enum cc_exit
draw_measured(struct drawing *drawing)
{
	const GPtrArray *made = drawing->sessions.made;
	const struct cc_session *session = made->pdata[0];
	struct clincourse_diags *diags = diags_for(drawing, session);
	struct clincourse_metrics *metrics =
	    clincourse_metrics_open(drawing->run->metrics, diags);
	enum cc_exit code = CC_EXIT_WELL;

	for (guint i = 0; i < made->len; i++) {
		session = made->pdata[i];
		clincourse_render_measure(session->render, metrics);
	}
	if (metrics != NULL)
		code = draw_all(drawing);
	clincourse_metrics_close(metrics, diags);
	code = cc_worse(
	    code, cc_report(diags, cc_text_format(&session->settings),
		      CLINCOURSE_WARNING));
	clincourse_diags_destroy(diags);
	return code;
}

/* What every case asks for is known to be legal before the first is drawn. */
static enum cc_exit
sessions_make(struct drawing *drawing)
{
	enum cc_exit code = CC_EXIT_WELL;

	for (char **input = drawing->run->inputs; *input != NULL; input++)
		cc_session_for(&drawing->sessions, *input);
	for (guint i = 0; i < drawing->sessions.made->len; i++) {
		struct cc_session *session = drawing->sessions.made->pdata[i];

		if (session->code == CC_EXIT_WELL)
			session->code = output_choose(drawing->run, session);
		code = cc_worse(code, session->code);
	}
	return code;
}

/* For whoever waits until one of theirs changes. */
static void
templates_note(struct drawing *drawing)
{
	GPtrArray *folders = g_ptr_array_new_with_free_func(g_free);

	g_ptr_array_add(folders,
	    g_build_filename(g_get_user_data_dir(), "clincourse", NULL));
	for (guint i = 0; i < drawing->sessions.made->len; i++) {
		const struct cc_session *session =
		    drawing->sessions.made->pdata[i];
		const char *folder = setting(session, CC_SETTING_TEMPLATES);

		if (folder != NULL)
			g_ptr_array_add(folders, g_strdup(folder));
	}
	drawing->run->templates = folders;
}

enum cc_exit
cc_run_draw(struct cc_run *run)
{
	struct drawing drawing = {
	    .run = run, .told = g_string_new(NULL)};
	enum cc_exit code;

	cc_run_clear(run);
	cc_sessions_init(
	    &drawing.sessions, &run->given, run->defaults, run->inputs);
	drawing.sessions.pictures = true;
	code = sessions_make(&drawing);
	if (code == CC_EXIT_WELL)
		code = run->metrics != NULL ? draw_measured(&drawing)
		                            : draw_all(&drawing);
	templates_note(&drawing);
	cc_sessions_finish(&drawing.sessions);
	g_string_free(drawing.told, TRUE);
	return code;
}

void
cc_run_clear(struct cc_run *run)
{
	g_clear_pointer(&run->first, g_free);
	g_clear_pointer(&run->templates, g_ptr_array_unref);
}
