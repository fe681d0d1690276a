/* clincourse batch: what it is asked for. */
#include "batch/batch.h"

#include "api/context.h"
#include "base/number.h"
#include "batch/merge.h"
#include "cli/picture.h"
#include "cli/reach.h"
#include "cli/session.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define WORKERS_MOST 256
#define SECONDS_DEFAULT 30
#define SECONDS_MOST 86400
#define MEMORY_DEFAULT ((size_t)1 << 30) /* [bytes] */
#define MEMORY_LEAST ((size_t)128 << 20) /* [bytes]: what a start takes */
#define MEMORY_MOST ((size_t)1 << 40)    /* [bytes] */
#define SHARDS_MOST 1000

struct batch_options {
	struct cc_given out, jobs, seconds, memory, shard, merge, pack, spread,
	    resume, durable, stream, contact, no_sandbox, notes;
};

/* How cases are drawn in a worker. */
struct tool {
	struct cc_sessions sessions;
	GHashTable *drawings; /* session -> struct cc_batch_drawing */
	bool notes;
};

/* ---- in a worker ---- */

static struct cc_batch_drawing *
drawing_make(const struct tool *tool, const struct cc_session *session)
{
	const struct cc_given *given = session->settings.given;
	const char *format = given[CC_SETTING_FORMAT].text;
	const struct cc_output *output =
	    cc_output_find(format != NULL ? format : "svg");
	struct cc_batch_drawing *drawing = g_new0(struct cc_batch_drawing, 1);

	drawing->code = (int)session->code;
	drawing->said = tool->sessions.told->str;
	drawing->context = session->context;
	drawing->render = session->render;
	drawing->strict = cc_given_yes(&given[CC_SETTING_STRICT]);
	drawing->discreet = given[CC_SETTING_PRIVACY].text != NULL;
	drawing->numbered = cc_picture_numbered(&session->settings);
	drawing->least = tool->notes ? CLINCOURSE_NOTE : CLINCOURSE_WARNING;
	drawing->text = cc_text_format(&session->settings);
	if (output == NULL)
		return drawing;
	drawing->format = output->name;
	drawing->suffix = output->suffix;
	return drawing;
}

static const struct cc_batch_drawing *
drawing_find(void *data, const char *input)
{
	struct tool *tool = data;
	struct cc_session *session;
	struct cc_batch_drawing *drawing;

	g_string_truncate(tool->sessions.told, 0);
	session = cc_session_for(&tool->sessions, input);
	drawing = g_hash_table_lookup(tool->drawings, session);
	if (drawing == NULL) {
		drawing = drawing_make(tool, session);
		g_hash_table_insert(tool->drawings, session, drawing);
	}
	return drawing;
}

/* ---- what was asked for ---- */

/* A whole number of a range. */
static bool
read_count(const char *text, unsigned most, unsigned *count)
{
	guint64 value;

	if (!g_ascii_string_to_unsigned(text, 10, 1, most, &value, NULL))
		return false;
	*count = (unsigned)value;
	return true;
}

static enum cc_exit
jobs_read(const struct cc_command *command, const struct cc_given *given,
    struct cc_batch *batch)
{
	const long here = sysconf(_SC_NPROCESSORS_ONLN);

	batch->workers = (unsigned)CLAMP(here, 1, WORKERS_MOST);
	if (given->text == NULL ||
	    read_count(given->text, WORKERS_MOST, &batch->workers))
		return CC_EXIT_WELL;
	return cc_usage(command,
	    "--jobs \"%s\" is no number of workers from 1 to %d", given->text,
	    WORKERS_MOST);
}

static enum cc_exit
seconds_read(const struct cc_command *command, const struct cc_given *given,
    struct cc_batch *batch)
{
	batch->case_seconds = SECONDS_DEFAULT;
	if (given->text == NULL ||
	    (cc_number_read(given->text, &batch->case_seconds) &&
		batch->case_seconds > 0 && batch->case_seconds <= SECONDS_MOST))
		return CC_EXIT_WELL;
	return cc_usage(command,
	    "--case-timeout \"%s\" is no number of seconds up to %d",
	    given->text, SECONDS_MOST);
}

/* "512M", "1G". */
static bool
read_memory(const char *text, size_t *bytes)
{
	const char *unit = text + strspn(text, "0123456789");
	g_autofree char *digits = g_strndup(text, (gsize)(unit - text));
	const int shift = strcmp(unit, "M") == 0   ? 20
	                  : strcmp(unit, "G") == 0 ? 30
	                                           : 0;
	guint64 value;

	if (shift == 0 || !g_ascii_string_to_unsigned(digits, 10, 1,
			      MEMORY_MOST >> shift, &value, NULL))
		return false;
	*bytes = (size_t)value << shift;
	return *bytes >= MEMORY_LEAST;
}

static enum cc_exit
memory_read(const struct cc_command *command, const struct cc_given *given,
    struct cc_batch *batch)
{
	batch->case_memory = MEMORY_DEFAULT;
	if (given->text == NULL ||
	    read_memory(given->text, &batch->case_memory))
		return CC_EXIT_WELL;
	return cc_usage(command,
	    "--case-memory \"%s\" is none; write 512M or 2G, at least %zuM",
	    given->text, MEMORY_LEAST >> 20);
}

static enum cc_exit
shard_read(const struct cc_command *command, const struct cc_given *given,
    struct cc_batch *batch)
{
	g_auto(GStrv) parts = NULL;

	if (given->text == NULL)
		return CC_EXIT_WELL;
	parts = g_strsplit(given->text, "/", 3);
	if (g_strv_length(parts) == 2 &&
	    read_count(parts[1], SHARDS_MOST, &batch->shards) &&
	    read_count(parts[0], batch->shards, &batch->shard))
		return CC_EXIT_WELL;
	return cc_usage(command,
	    "--shard \"%s\" is none; write which of how many, 3/8, at most %d",
	    given->text, SHARDS_MOST);
}

static enum cc_exit
pack_refuse(const struct cc_command *command, const char *pack)
{
	g_autoptr(GString) legal = g_string_new("zip");

	for (size_t i = 0; cc_outputs()[i] != NULL; i++)
		if (cc_outputs()[i]->many)
			g_string_append_printf(
			    legal, " %s", cc_outputs()[i]->name);
	return cc_usage(
	    command, "--pack \"%s\" is none of: %s", pack, legal->str);
}

/* "zip", or a format of which one document holds all. */
static enum cc_exit
pack_read(const struct cc_command *command, const struct cc_given *given,
    struct cc_batch *batch)
{
	const struct cc_output *output =
	    given->text != NULL ? cc_output_find(given->text) : NULL;

	batch->pack = g_strcmp0(given->text, "zip") == 0;
	if (output != NULL && output->many)
		batch->document = output->suffix;
	if (given->text == NULL || batch->pack || batch->document != NULL)
		return CC_EXIT_WELL;
	return pack_refuse(command, given->text);
}

typedef enum cc_exit (*reader)(const struct cc_command *command,
    const struct cc_given *given, struct cc_batch *batch);

static enum cc_exit
options_read(const struct cc_command *command,
    const struct batch_options *options, struct cc_batch *batch)
{
	const struct {
		const struct cc_given *given;
		reader read;
	} rows[] = {
	    {&options->jobs, jobs_read},
	    {&options->seconds, seconds_read},
	    {&options->memory, memory_read},
	    {&options->shard, shard_read},
	    {&options->pack, pack_read},
	};
	enum cc_exit code = CC_EXIT_WELL;

	for (size_t i = 0; i < G_N_ELEMENTS(rows) && code == CC_EXIT_WELL; i++)
		code = rows[i].read(command, rows[i].given, batch);
	batch->out = options->out.text;
	batch->spread = cc_given_yes(&options->spread);
	batch->resume = cc_given_yes(&options->resume);
	batch->durable = cc_given_yes(&options->durable);
	batch->stream = cc_given_yes(&options->stream);
	batch->contact = cc_given_yes(&options->contact);
	batch->sandbox = !cc_given_yes(&options->no_sandbox);
	return code;
}

static enum cc_exit
exclusions_check(const struct cc_command *command, const struct cc_batch *batch)
{
	const bool packed = batch->pack || batch->document != NULL;
	const struct {
		bool holds;
		const char *words;
	} rows[] = {
	    {batch->stream && (packed || batch->resume || batch->shards > 0 ||
				  batch->contact),
		"--stream goes with none of --pack, --resume, --shard and "
		"--contact"},
	    {packed && batch->contact,
		"--pack and --contact exclude each other"},
	    {packed && batch->spread, "--pack and --spread exclude each other"},
	    {batch->document != NULL && batch->resume,
		"--resume goes with --pack zip only: a document is made anew"},
	};

	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
		if (rows[i].holds)
			return cc_usage(command, "%s", rows[i].words);
	return CC_EXIT_WELL;
}

static enum cc_exit
usage_check(const struct cc_command *command, const struct cc_picture *picture,
    const struct cc_batch *batch)
{
	const char *format = picture->given.given[CC_SETTING_FORMAT].text;
	/* Asked for in any case: what draws is loaded here, once for all
	 * workers, and before a sandbox. */
	const struct cc_output *output =
	    cc_output_find(format != NULL ? format : "svg");

	if (batch->inputs[0] == NULL)
		return cc_usage(
		    command, "a case file, a folder, @LIST or - is needed");
	if (batch->stream ? g_strcmp0(batch->out, "-") == 0
			  : batch->out == NULL || strcmp(batch->out, "-") == 0)
		return cc_usage(
		    command, "-o DIR is needed: a folder for the pictures");
	if (output == NULL)
		return cc_format_refuse(command, format, NULL);
	return exclusions_check(command, batch);
}

/* A document is in the format that it is called by. */
static enum cc_exit
document_settle(const struct cc_command *command, const char *pack,
    struct cc_picture *picture)
{
	struct cc_given *format = &picture->given.given[CC_SETTING_FORMAT];

	if (format->text != NULL && strcmp(format->text, pack) != 0)
		return cc_usage(command,
		    "--pack %s and --format %s exclude each other", pack,
		    format->text);
	format->text = pack;
	return CC_EXIT_WELL;
}

static enum cc_exit
batch_draw(struct cc_batch *batch, const struct cc_picture *picture, bool notes)
{
	struct tool tool = {.notes = notes};
	enum cc_exit code;

	cc_sessions_init(&tool.sessions, &picture->given,
	    !cc_given_yes(&picture->no_defaults), NULL);
	tool.sessions.pictures = true;
	tool.sessions.told = g_string_new(NULL);
	tool.drawings = g_hash_table_new_full(NULL, NULL, NULL, g_free);
	batch->lang = picture->given.given[CC_SETTING_LANG].text;
	batch->quiet =
	    cc_given_yes(&tool.sessions.given.given[CC_SETTING_QUIET]);
	batch->text = cc_text_format(&tool.sessions.given);
	batch->drawing = drawing_find;
	batch->data = &tool;
	if (batch->sandbox)
		batch->readable = cc_reach(&tool.sessions, batch->inputs);
	code = (enum cc_exit)cc_batch_run(batch);
	g_strfreev(batch->readable);
	g_hash_table_unref(tool.drawings);
	g_string_free(tool.sessions.told, TRUE);
	cc_sessions_finish(&tool.sessions);
	return code;
}

static enum cc_exit
batch_merge(const struct cc_command *command,
    const struct batch_options *options, const struct cc_picture *picture,
    char **inputs)
{
	struct clincourse_diags *diags;
	enum cc_exit code;

	if (inputs[0] != NULL || options->out.text != NULL)
		return cc_usage(command, "--merge DIR stands alone");
	diags = clincourse_diags_create();
	cc_merge(options->merge.text, &diags->list);
	code = cc_report(
	    diags, cc_text_format(&picture->given), CLINCOURSE_WARNING);
	clincourse_diags_destroy(diags);
	return code;
}

#define OWN_COUNT 14

static enum cc_exit
batch_run(const struct cc_command *command, int argc, char **argv)
{
	struct batch_options options = {0};
	const struct cc_option own[OWN_COUNT] = {
	    {"output", 'o', "DIR", "The folder for the pictures", &options.out},
	    {"jobs", 'j', "N", "Workers; by default one a processor",
		&options.jobs},
	    {"resume", 0, NULL, "Draw what an earlier run has not",
		&options.resume},
	    {"shard", 0, "I/N", "Draw this part of N, and leave the others",
		&options.shard},
	    {"merge", 0, "DIR", "Make the reports of all parts in DIR one",
		&options.merge},
	    {"pack", 0, "zip|pdf|pptx",
		"Put the pictures into zip files of 50000, or one document",
		&options.pack},
	    {"spread", 0, NULL, "Spread the pictures over 256 folders",
		&options.spread},
	    {"durable", 0, NULL, "Wait until the disk has all of it",
		&options.durable},
	    {"case-timeout", 0, "SECONDS",
		"Give a case up after that, 30 by default", &options.seconds},
	    {"case-memory", 0, "SIZE",
		"Memory that a worker may take, 1G by default",
		&options.memory},
	    {"contact", 0, NULL, "Make an index.html of all pictures",
		&options.contact},
	    {"stream", 0, NULL,
		"What came of each case to standard output; without -o with "
		"its picture",
		&options.stream},
	    {"no-sandbox", 0, NULL,
		"Do not keep workers from writing and calling out",
		&options.no_sandbox},
	    {"notes", 0, NULL, "Print notes too: each thing without room",
		&options.notes},
	};
	struct cc_option rows[OWN_COUNT + CC_PICTURE_ROWS + 1] = {0};
	struct cc_picture picture = {0};
	struct cc_batch batch = {0};
	enum cc_exit code;

	memcpy(rows, own, sizeof own);
	cc_picture_rows(&picture, rows + OWN_COUNT);
	if (!cc_command_parse(command, rows, &argc, argv, &code))
		return code;
	batch.inputs = argv + 1;
	code = cc_picture_settle(command, &picture);
	if (code == CC_EXIT_WELL && options.merge.text != NULL)
		return batch_merge(command, &options, &picture, batch.inputs);
	if (code == CC_EXIT_WELL)
		code = options_read(command, &options, &batch);
	if (code == CC_EXIT_WELL && batch.document != NULL)
		code = document_settle(command, options.pack.text, &picture);
	if (code == CC_EXIT_WELL)
		code = usage_check(command, &picture, &batch);
	return code == CC_EXIT_WELL
	           ? batch_draw(&batch, &picture, cc_given_yes(&options.notes))
	           : code;
}

const struct cc_command cc_command_batch = {
    .name = "batch",
    .arguments = "INPUT...",
    .about = "draw many cases into a folder",
    .more =
	"An input is a case file, a folder of them, @LIST (a file of names, "
	"one "
	"a line)\nor - (names on standard input). What came of each case is in "
	"DIR/report.jsonl.\n",
    .examples = "  clincourse batch cases/ -o pictures\n"
		"  clincourse batch registry.xml -j 2 --spread -o pictures\n"
		"  clincourse batch @names.txt --resume -o pictures\n",
    .run = batch_run,
};
