/* clincourse render: case files -> pictures. */
#include "cli/cli.h"
#include "base/identity.h"
#include "output/output.h"

#include <stdio.h>
#include <string.h>

/* Options that are the picture's own, by the library's names. */
enum picture_option {
	PICTURE_SIZE,
	PICTURE_THEME,
	PICTURE_LANG,
	PICTURE_AXIS,
	PICTURE_ZERO,
	PICTURE_UNIT,
	PICTURE_TEXT,
	PICTURE_DPI,
	PICTURE_TITLE,
	PICTURE_TRACKS,
	PICTURE_INTERVALS,
	PICTURE_FIGURE,
	PICTURE_PRIVACY,
	PICTURE_BREAKS,
	PICTURE_FOLD,
	PICTURE_DETAIL,
	PICTURE_COUNT
};

static const struct {
	const char *name, *about, *value;
} picture_rows[] = {
    [PICTURE_SIZE] = {"size", "A size (list sizes) or WxH in mm, in, px, pt",
	"SIZE"},
    [PICTURE_THEME] = {"theme", "A theme (list themes)", "THEME"},
    [PICTURE_LANG] = {"lang", "Language of the picture", "LANG"},
    [PICTURE_AXIS] = {"axis", "calendar, relative or both", "ROWS"},
    [PICTURE_ZERO] = {"zero",
	"Start of the relative axis: diagnosis, first-treatment, an id, a "
	"date",
	"ZERO"},
    [PICTURE_UNIT] = {"unit",
	"Of the relative axis: hour, day, week, month, year", "UNIT"},
    [PICTURE_TEXT] = {"text", "SVG text as live text or outline", "KIND"},
    [PICTURE_DPI] = {"dpi", "PNG pixels an inch", "DPI"},
    [PICTURE_TITLE] = {"title", "Title in place of the case's", "TEXT"},
    [PICTURE_TRACKS] = {"tracks",
	"Tracks to draw; +NAME adds, -NAME takes away", "NAMES"},
    [PICTURE_INTERVALS] = {"intervals",
	"Derived facts to draw: PFS TTNT TTR DoR OS follow-up", "LIST"},
    [PICTURE_FIGURE] = {"figure", "Draw this <figure> alone", "ID"},
    [PICTURE_PRIVACY] = {"privacy",
	"How much of the calendar is left: relative (none), month, year",
	"LEVEL"},
    [PICTURE_BREAKS] = {"breaks",
	"yes or no: cut time in which nothing was recorded", "WORD"},
    [PICTURE_FOLD] = {"fold", "Strips that a long course is folded into", "N"},
    [PICTURE_DETAIL] = {"detail", "A stretch to magnify below: FROM/TO",
	"TIME"},
};
G_STATIC_ASSERT(G_N_ELEMENTS(picture_rows) == PICTURE_COUNT);

struct render_options {
	char *out, *format, *templates, *metrics;
	char *picture[PICTURE_COUNT];
	gboolean no_title, keep_id, strict;
};

/* A run: what all files have in common. */
struct run {
	const struct cc_command *command;
	const struct render_options *options;
	const struct cc_output *output;
	struct clincourse *context;
	struct clincourse_render *render;
	GHashTable *written; /* names in the folder -> nothing */
	size_t inputs;       /* files opened */
	size_t cases;        /* read from them, refused ones too */
};

static void
render_options_finish(struct render_options *options)
{
	size_t i;

	for (i = 0; i < PICTURE_COUNT; i++)
		g_free(options->picture[i]);
	g_free(options->out);
	g_free(options->format);
	g_free(options->templates);
	g_free(options->metrics);
}

static struct clincourse_diags *
run_diags(const struct run *run)
{
	struct clincourse_diags *diags = clincourse_diags_create();

	if (run->options->strict)
		clincourse_diags_strict(diags);
	if (run->options->picture[PICTURE_PRIVACY] != NULL)
		clincourse_diags_discreet(diags, run->inputs + 1);
	return diags;
}

/* A name that is a file's on every system: no separator, no control, not
 * hidden, not too long. */
static char *
file_stem(const char *id)
{
	enum { STEM_MAX = 120 }; /* [bytes]; with suffix below 255 */
	const char *end = id + MIN(strlen(id), STEM_MAX);
	char *stem, *p;

	while (end > id && ((unsigned char)*end & 0xC0) == 0x80)
		end--;
	stem = g_strndup(id, (gsize)(end - id));
	for (p = stem; *p != '\0'; p++)
		if ((unsigned char)*p < 0x20 || strchr("/\\:*?\"<>|", *p))
			*p = '_';
	if (*stem == '.' || *stem == '-')
		*stem = '_';
	return stem;
}

/* FOLDER/ID[.LANG].SUFFIX; a case without an id is called as its file. Under
 * --privacy every case has one. */
static char *
file_name(const struct run *run, const struct clincourse_case *course,
    const char *input)
{
	const char *id = clincourse_render_id(run->render, course);
	const char *lang = run->options->picture[PICTURE_LANG];
	const char *folder =
	    run->options->out != NULL ? run->options->out : ".";
	g_autofree char *base = g_path_get_basename(input);
	g_autofree char *stem = NULL, *name = NULL;

	if (g_str_has_suffix(base, ".xml"))
		base[strlen(base) - strlen(".xml")] = '\0';
	stem = file_stem(*id != '\0' ? id : base);
	name = g_strconcat(stem, lang != NULL ? "." : "",
	    lang != NULL ? lang : "", run->output->suffix, NULL);
	return g_build_filename(folder, name, NULL);
}

/* False where an earlier case of this run has that name. */
static bool
name_claim(struct run *run, char *path)
{
	g_autofree char *key = g_utf8_casefold(path, -1);

	return g_hash_table_add(run->written, g_steal_pointer(&key));
}

/* A report of what was drawn. Some mistakes in what was asked for show only
 * when a case was read; they have no place in a file. */
static enum cc_exit
drawn_report(struct clincourse_diags *diags)
{
	enum cc_exit code = cc_report(diags, CLINCOURSE_WARNING);

	return code == CC_EXIT_REFUSED && cc_asked_wrong(diags) ? CC_EXIT_USAGE
	                                                        : code;
}

static enum cc_exit
case_draw(struct run *run, const struct clincourse_case *course,
    const char *input, struct clincourse_diags *diags)
{
	const bool discreet = run->options->picture[PICTURE_PRIVACY] != NULL;
	g_autofree char *path = file_name(run, course, input);
	g_autofree char *alias = g_strdup_printf("input-%zu", run->inputs);

	if (!name_claim(run, path)) {
		fprintf(stderr,
		    "%s: error: case \"%s\": %s was written by another "
		    "case of this run\n",
		    discreet ? alias : input,
		    clincourse_render_id(run->render, course), path);
		return CC_EXIT_REFUSED;
	}
	clincourse_draw(run->render, course, run->output->name, path, diags);
	return CC_EXIT_WELL;
}

static enum cc_exit
input_draw(struct run *run, const char *input)
{
	struct clincourse_diags *diags = run_diags(run);
	struct clincourse_reader *reader =
	    clincourse_open(run->context, input, diags);
	const struct clincourse_case *course;
	enum cc_exit code = CC_EXIT_WELL;
	bool bad = false;

	run->inputs++;
	while (
	    reader != NULL &&
	    ((course = clincourse_next(reader, &bad, diags)) != NULL || bad)) {
		clincourse_render_number(run->render, ++run->cases);
		if (course != NULL)
			code = cc_worse(
			    code, case_draw(run, course, input, diags));
	}
	clincourse_close(reader);
	code = cc_worse(code, drawn_report(diags));
	clincourse_diags_destroy(diags);
	return code;
}

/* One file a case, in a folder. */
static enum cc_exit
draw_into_folder(struct run *run, char **inputs)
{
	enum cc_exit code = CC_EXIT_WELL;

	run->written =
	    g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	for (; *inputs != NULL; inputs++)
		code = cc_worse(code, input_draw(run, *inputs));
	g_hash_table_unref(run->written);
	return code;
}

/* All cases into one file, or standard output. */
static enum cc_exit
draw_into_file(struct run *run, char **inputs)
{
	const guint count = g_strv_length(inputs);
	struct clincourse_diags *diags;
	enum cc_exit code;

	if (count > 1 && !run->output->many)
		return cc_usage(run->command,
		    "%u files do not go into one in %s: give a folder, or "
		    "pdf",
		    count, run->output->name);
	diags = run_diags(run);
	clincourse_draw_files(run->render, (const char *const *)inputs, count,
	    run->output->name, run->options->out, diags);
	code = drawn_report(diags);
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

/* -f decides, then the suffix of -o, then SVG. */
static bool
output_choose(struct run *run, enum cc_exit *code)
{
	const char *format = run->options->format, *out = run->options->out;
	g_autoptr(GPtrArray) names = g_ptr_array_new();
	g_autofree char *all = NULL;
	const char *nearest = NULL;
	size_t i;

	if (format == NULL && (out_is_folder(out) || strcmp(out, "-") == 0))
		format = "svg";
	run->output =
	    format != NULL ? cc_output_find(format) : cc_output_by_suffix(out);
	if (run->output != NULL)
		return true;
	for (i = 0; cc_outputs[i] != NULL; i++)
		g_ptr_array_add(names, (gpointer)cc_outputs[i]->name);
	if (format != NULL)
		nearest = cc_nearest(
		    format, (const char *const *)names->pdata, names->len);
	g_ptr_array_add(names, NULL);
	all = g_strjoinv(" ", (char **)names->pdata);
	if (format == NULL)
		*code = cc_usage(run->command,
		    "the suffix of \"%s\" names no format: give -f, one of %s",
		    out, all);
	else
		*code =
		    cc_usage(run->command, "format \"%s\" is none of: %s%s%s",
			format, all, nearest != NULL ? "; the nearest is " : "",
			nearest != NULL ? nearest : "");
	return false;
}

static bool
picture_set(struct run *run, struct clincourse_diags *diags)
{
	const struct render_options *options = run->options;
	bool set = true;
	size_t i;

	for (i = 0; i < PICTURE_COUNT; i++)
		if (options->picture[i] != NULL &&
		    !clincourse_render_set(run->render, picture_rows[i].name,
			options->picture[i], diags))
			set = false;
	if (options->no_title)
		set = clincourse_render_set(run->render, "title", "", diags) &&
		      set;
	if (options->keep_id)
		set = clincourse_render_set(
			  run->render, "keep-id", "yes", diags) &&
		      set;
	return set;
}

static enum cc_exit
draw_all(struct run *run, char **inputs)
{
	return out_is_folder(run->options->out) ? draw_into_folder(run, inputs)
	                                        : draw_into_file(run, inputs);
}

/* A file of measurements that cannot be opened ends the run before anything
 * is drawn: nobody waits an hour for it. */
static enum cc_exit
draw_measured(struct run *run, char **inputs)
{
	struct clincourse_diags *diags = run_diags(run);
	struct clincourse_metrics *metrics =
	    clincourse_metrics_open(run->options->metrics, diags);
	enum cc_exit code = CC_EXIT_WELL;

	clincourse_render_measure(run->render, metrics);
	if (metrics != NULL)
		code = draw_all(run, inputs);
	clincourse_metrics_close(metrics, diags);
	code = cc_worse(code, cc_report(diags, CLINCOURSE_WARNING));
	clincourse_diags_destroy(diags);
	return code;
}

/* Every input is kept, also from the pictures of those before it. */
static void
inputs_keep(const struct run *run, char **inputs)
{
	for (; *inputs != NULL; inputs++)
		clincourse_keep(run->context, *inputs);
}

static enum cc_exit
draw(struct run *run, char **inputs)
{
	struct clincourse_diags *diags = run_diags(run);
	enum cc_exit code;
	bool known;

	run->context = clincourse_create(run->options->templates, diags);
	if (run->context == NULL) {
		code = cc_report(diags, CLINCOURSE_WARNING);
		clincourse_diags_destroy(diags);
		return code;
	}
	inputs_keep(run, inputs);
	run->render = clincourse_render_create(run->context);
	known = picture_set(run, diags);
	/* Templates may warn of each other. */
	code = cc_report(diags, CLINCOURSE_WARNING);
	if (!known)
		code = CC_EXIT_USAGE;
	else if (run->options->metrics != NULL)
		code = cc_worse(code, draw_measured(run, inputs));
	else
		code = cc_worse(code, draw_all(run, inputs));
	clincourse_diags_destroy(diags);
	clincourse_render_destroy(run->render);
	clincourse_destroy(run->context);
	return code;
}

static const char *
not_utf8(const struct render_options *options)
{
	size_t i;

	for (i = 0; i < PICTURE_COUNT; i++)
		if (options->picture[i] != NULL &&
		    !g_utf8_validate(options->picture[i], -1, NULL))
			return picture_rows[i].name;
	return NULL;
}

/* What measurements would be written over: an input, or the picture. */
static const char *
metrics_clash(const struct render_options *options, char **inputs)
{
	const char *metrics = options->metrics;

	if (metrics == NULL)
		return NULL;
	if (options->out != NULL &&
	    cc_identity_same_target(metrics, options->out))
		return strcmp(metrics, "-") == 0 ? "standard output"
		                                 : "the picture";
	for (; *inputs != NULL; inputs++)
		if (strcmp(metrics, "-") != 0 && strcmp(*inputs, "-") != 0 &&
		    cc_identity_same_target(metrics, *inputs))
			return "a case file";
	return NULL;
}

static enum cc_exit
render_with(const struct cc_command *command,
    const struct render_options *options, int argc, char **argv)
{
	struct run run = {.command = command, .options = options};
	enum cc_exit code;

	if (argc < 2)
		return cc_usage(command, "a case file is needed");
	if (options->no_title && options->picture[PICTURE_TITLE] != NULL)
		return cc_usage(
		    command, "--title and --no-title exclude each other");
	if (not_utf8(options) != NULL)
		return cc_usage(
		    command, "--%s is not UTF-8", not_utf8(options));
	if (metrics_clash(options, argv + 1) != NULL)
		return cc_usage(command, "--metrics and %s are the same: %s",
		    metrics_clash(options, argv + 1), options->metrics);
	if (!output_choose(&run, &code))
		return code;
	return draw(&run, argv + 1);
}

enum { OWN_COUNT = 7 };

static enum cc_exit
render_run(const struct cc_command *command, int argc, char **argv)
{
	struct render_options options = {0};
	const GOptionEntry own[OWN_COUNT] = {
	    {"output", 'o', 0, G_OPTION_ARG_FILENAME, &options.out,
		"A file, a folder (ID.svg in it), - for standard output",
		"FILE"},
	    {"format", 'f', 0, G_OPTION_ARG_FILENAME, &options.format,
		"A format (list formats), else the suffix of -o", "FORMAT"},
	    {"no-title", 0, 0, G_OPTION_ARG_NONE, &options.no_title, "No title",
		NULL},
	    {"keep-id", 0, 0, G_OPTION_ARG_NONE, &options.keep_id,
		"Under --privacy too a case is called by its id", NULL},
	    {"strict", 0, 0, G_OPTION_ARG_NONE, &options.strict,
		"Count warnings as errors", NULL},
	    {"metrics", 0, 0, G_OPTION_ARG_FILENAME, &options.metrics,
		"Measure the pictures: JSON, a line each", "FILE"},
	    {"templates", 0, 0, G_OPTION_ARG_FILENAME, &options.templates,
		"Own vocabularies, themes and sizes", "DIR"},
	};
	GOptionEntry entries[OWN_COUNT + PICTURE_COUNT + 1] = {0};
	enum cc_exit code = CC_EXIT_WELL;
	size_t i;

	memcpy(entries, own, sizeof own);
	for (i = 0; i < PICTURE_COUNT; i++)
		entries[OWN_COUNT + i] = (GOptionEntry){picture_rows[i].name, 0,
		    0, G_OPTION_ARG_FILENAME, &options.picture[i],
		    picture_rows[i].about, picture_rows[i].value};
	if (cc_command_parse(command, entries, &argc, &argv, &code))
		code = render_with(command, &options, argc, argv);
	render_options_finish(&options);
	return code;
}

const struct cc_command cc_command_render = {
    .name = "render",
    .arguments = "CASE.xml...",
    .about = "draw case files",
    .more = "Without -o each case is drawn as ID.svg into the current folder.\n"
	    "\"-\" reads standard input. Several cases go into one file only "
	    "as pdf.",
    .run = render_run,
};
