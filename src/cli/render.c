/* clincourse render: what it is asked for, and how often it draws. */
#include "base/identity.h"
#include "cli/draw.h"
#include "cli/open.h"
#include "cli/picture.h"
#include "cli/watch.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

struct render_options {
	struct cc_given out, metrics, notes, watch, open;
};

/* What measurements would be written over: an input, or the picture. */
static const char *
metrics_clash(const struct cc_run *run)
{
	const char *metrics = run->metrics;

	if (metrics == NULL)
		return NULL;
	if (run->out != NULL && cc_identity_same_target(metrics, run->out))
		return strcmp(metrics, "-") == 0 ? "standard output"
		                                 : "the picture";
	for (char **input = run->inputs; *input != NULL; input++)
		if (strcmp(metrics, "-") != 0 && strcmp(*input, "-") != 0 &&
		    cc_identity_same_target(metrics, *input))
			return "a case file";
	return NULL;
}

/* Standard input and output come and go once; a window needs a file. */
static enum cc_exit
streams_refuse(const struct cc_run *run, const struct render_options *options)
{
	const bool watch = cc_given_yes(&options->watch);

	if (g_strcmp0(run->out, "-") == 0 &&
	    (watch || cc_given_yes(&options->open)))
		return cc_usage(run->command,
		    "--%s needs a file, not standard output",
		    watch ? "watch" : "open");
	if (watch && g_strv_contains((const char *const *)run->inputs, "-"))
		return cc_usage(
		    run->command, "--watch needs files, not standard input");
	return CC_EXIT_WELL;
}

static void
watching_tell(const struct cc_run *run)
{
	if (isatty(STDERR_FILENO) &&
	    !cc_given_yes(&run->given.given[CC_SETTING_QUIET]))
		fprintf(stderr, "watching %s: Ctrl-C ends it\n",
		    run->inputs[1] == NULL ? run->inputs[0] : "the cases");
}

/* Whatever comes of one drawing, the next may be better; a signal ends it. */
static void G_GNUC_NORETURN
watch(struct cc_run *run, struct cc_watch *state, bool show)
{
	watching_tell(run);
	for (;;) {
		cc_watch_wait(state, run);
		cc_run_draw(run);
		if (show && run->first != NULL) {
			cc_open(run->first);
			show = false;
		}
	}
}

static enum cc_exit
draw(struct cc_run *run, const struct render_options *options)
{
	bool show = cc_given_yes(&options->open);
	struct cc_watch state = {0};
	enum cc_exit code;

	if (cc_given_yes(&options->watch))
		cc_watch_look(&state, run);
	code = cc_run_draw(run);
	if (show && run->first != NULL) {
		code = cc_worse(code, cc_open(run->first));
		show = false;
	}
	/* What is wrong with the case can be mended while it is watched. */
	if (cc_given_yes(&options->watch) &&
	    (code == CC_EXIT_WELL || code == CC_EXIT_REFUSED))
		watch(run, &state, show);
	cc_run_clear(run);
	return code;
}

static enum cc_exit
render_with(struct cc_run *run, const struct render_options *options)
{
	enum cc_exit code;

	if (run->inputs[0] == NULL)
		return cc_usage(run->command, "a case file is needed");
	if (metrics_clash(run) != NULL)
		return cc_usage(run->command,
		    "--metrics and %s are the same: %s", metrics_clash(run),
		    run->metrics);
	code = streams_refuse(run, options);
	return code == CC_EXIT_WELL ? draw(run, options) : code;
}

#define OWN_COUNT 5

static enum cc_exit
render_run(const struct cc_command *command, int argc, char **argv)
{
	struct render_options options = {0};
	struct cc_run run = {.command = command};
	const struct cc_option own[OWN_COUNT] = {
	    {"output", 'o', "FILE",
		"A file, a folder (ID.svg in it), - for standard output",
		&options.out},
	    {"watch", 0, NULL, "Draw again whenever the case is saved",
		&options.watch},
	    {"open", 0, NULL, "Show the picture", &options.open},
	    {"notes", 0, NULL, "Print notes too: each thing without room",
		&options.notes},
	    {"metrics", 0, "FILE", "Measure the pictures: JSON, a line each",
		&options.metrics},
	};
	struct cc_option rows[OWN_COUNT + CC_PICTURE_ROWS + 1] = {0};
	struct cc_picture picture = {0};
	enum cc_exit code;

	memcpy(rows, own, sizeof own);
	cc_picture_rows(&picture, rows + OWN_COUNT);
	if (!cc_command_parse(command, rows, &argc, argv, &code))
		return code;
	code = cc_picture_settle(command, &picture);
	if (code != CC_EXIT_WELL)
		return code;
	run.given = picture.given;
	run.out = options.out.text;
	run.metrics = options.metrics.text;
	run.notes = cc_given_yes(&options.notes);
	run.defaults = !cc_given_yes(&picture.no_defaults);
	run.inputs = argv + 1;
	return render_with(&run, &options);
}

const struct cc_command cc_command_render = {
    .name = "render",
    .arguments = "CASE.xml...",
    .about = "draw case files",
    .more = "Without -o each case is drawn as ID.svg into the current folder.\n"
	    "\"-\" reads standard input. Several cases go into one file only "
	    "as pdf or pptx.\n"
	    "clincourse CASE.xml means the same.\n",
    .examples =
	"  clincourse render case.xml -o case.svg\n"
	"  clincourse render case.xml --lang zh --size 180x120mm -o case.pdf\n"
	"  clincourse render *.xml -f png -o pictures/\n"
	"  clincourse render *.xml -o board.pptx\n"
	"  clincourse render case.xml -o case.svg --watch --open\n",
    .run = render_run,
};
