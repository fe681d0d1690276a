/* The supervisor: takes cases from the inputs, gives them to workers, puts what
 * they draw where it belongs, and writes down what came of each. It alone
 * writes; it draws nothing and starts no thread, so that it can fork at any
 * time. */
#include "batch/supervisor.h"

#include "base/hash.h"
#include "base/identity.h"
#include "batch/contact.h"
#include "batch/worker.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

/* ---- ways ---- */

static const struct cc_way *
way_ask(struct cc_supervisor *it, const char *input)
{
	struct cc_way *way = g_new0(struct cc_way, 1);

	if (!cc_pool_ask(it->pool, input, way, it->words)) {
		cc_super_say(it,
		    "clincourse batch: the workers end before they have "
		    "drawn anything\n");
		way->code = CC_SUPER_ENVIRONMENT;
		way->fingerprint = way->suffix = "";
	} else {
		cc_super_say(it, way->said);
	}
	if (way->code != 0)
		cc_super_stop(it, (int)way->code);
	it->whole.ways = cc_hash_string(it->whole.ways, way->fingerprint);
	return way;
}

/* How the cases of a file are drawn, before it is opened. */
static void
way_find(void *data, const char *input, uint64_t number)
{
	struct cc_supervisor *it = data;
	g_autofree char *folder = strcmp(input, "-") == 0
	                              ? g_strdup(input)
	                              : g_path_get_dirname(input);
	const struct cc_way *way = g_hash_table_lookup(it->ways, folder);

	if (way == NULL && !it->stopped) {
		way = way_ask(it, input);
		g_hash_table_insert(
		    it->ways, g_steal_pointer(&folder), (gpointer)way);
	}
	g_free(it->input);
	it->input = g_strdup(input);
	cc_super_turn(it, (struct cc_turn){way, it->input, number});
}

static void
feed_next(struct cc_supervisor *it)
{
	struct cc_xml_text text;
	enum cc_fed fed = cc_feed_next(it->feed, &text, &it->diags);

	if (fed == CC_FED_TROUBLE && !it->stopped)
		cc_super_trouble(it, &text);
	cc_super_report(it);
	if (fed == CC_FED_CASE && !it->stopped)
		cc_super_take(it, &text);
	it->ended = fed == CC_FED_END;
}

/* ---- all of them ---- */

static void
pause_for(struct cc_supervisor *it)
{
	if (it->document != NULL && !cc_document_bind(it->document, &it->diags))
		cc_super_stop(it, CC_SUPER_ENVIRONMENT);
	if (it->stream != NULL ? !cc_stream_flush(it->stream, &it->diags)
			       : !cc_journal_flush(it->journal, &it->diags))
		cc_super_stop(it, CC_SUPER_ENVIRONMENT);
	cc_super_report(it);
	cc_progress_tell(
	    &it->progress, cc_feed_opened(it->feed), cc_feed_coming(it->feed));
}

/* Cases that need not be drawn come by the thousand without a wait. */
#define WITHOUT_A_PAUSE 1000

static bool
has_room(const struct cc_supervisor *it)
{
	const uint64_t next = it->whole.cases + 1;

	return cc_pool_room(it->pool) &&
	       (it->stream == NULL || cc_stream_room(it->stream, next)) &&
	       (it->document == NULL || cc_document_room(it->document, next));
}

static void
feed_some(struct cc_supervisor *it)
{
	for (int i = 0;
	     i < WITHOUT_A_PAUSE && !it->ended && !it->stopped && has_room(it);
	     i++)
		feed_next(it);
}

static void
run_all(struct cc_supervisor *it)
{
	while (!it->stopped && (!it->ended || !cc_pool_idle(it->pool))) {
		feed_some(it);
		if (!it->stopped && !cc_pool_idle(it->pool) &&
		    !cc_pool_wait(it->pool)) {
			cc_super_say(it, "clincourse batch: no process can be "
					 "started\n");
			cc_super_stop(it, CC_SUPER_ENVIRONMENT);
		}
		pause_for(it);
	}
}

/* "-3-of-8", or "". */
static char *
part_name(const struct cc_batch *batch)
{
	return batch->shards == 0
	           ? g_strdup("")
	           : g_strdup_printf("-%u-of-%u", batch->shard, batch->shards);
}

/* The report, and what is made of it. */
static bool
report_make(struct cc_supervisor *it)
{
	const struct cc_batch *batch = it->batch;
	g_autofree char *part = part_name(batch);
	g_autofree char *name = cc_report_name(part);
	g_autofree char *last =
	    batch->shards > 0 ? cc_whole_line(&it->whole) : NULL;

	if ((it->document != NULL &&
		!cc_document_finish(it->document, &it->diags)) ||
	    !cc_store_finish(it->store, batch->durable, &it->diags) ||
	    !cc_journal_finish(it->journal, last, batch->durable, &it->diags))
		return false;
	return !batch->contact || cc_contact_write(cc_store_folder(it->store),
				      batch->out, name, &it->diags);
}

/* What fitted into a pack is a pack. */
static void
finish_early(struct cc_supervisor *it)
{
	if (it->code == CC_SUPER_USAGE || it->stream != NULL)
		return;
	cc_store_finish(it->store, false, &it->diags);
	cc_super_say(it, "clincourse batch: ended early; --resume goes on\n");
}

static void
finish(struct cc_supervisor *it)
{
	const char *out = it->batch->out;

	if (it->stopped)
		finish_early(it);
	else if (it->whole.cases == 0 && it->stream == NULL)
		cc_diag_file(&it->diags, CC_E477, out);
	else if (it->stream != NULL || report_make(it))
		cc_progress_end(
		    &it->progress, out != NULL ? out : "standard output");
	cc_super_report(it);
}

static bool
name_free(
    const struct cc_batch *batch, const char *name, struct cc_diags *diags)
{
	g_autofree char *target = g_build_filename(batch->out, name, NULL);

	for (char **input = batch->inputs; *input != NULL; input++) {
		const char *path = **input == '@' ? *input + 1 : *input;

		if (strcmp(path, "-") == 0 ||
		    !cc_identity_same_target(path, target))
			continue;
		cc_diag_file(diags, CC_E486, target, "an input");
		return false;
	}
	return true;
}

/* Nothing is written over what is read. */
static bool
names_free(
    const struct cc_batch *batch, const char *part, struct cc_diags *diags)
{
	g_autofree char *report = cc_report_name(part);
	g_autofree char *document =
	    batch->document != NULL ? cc_document_name(part, batch->document)
				    : NULL;

	return name_free(batch, report, diags) &&
	       (document == NULL || name_free(batch, document, diags));
}

static void
meet(void *data, const char *place)
{
	struct cc_supervisor *it = data;

	cc_store_meet(it->store, place);
}

static struct cc_journal *
journal_open(struct cc_supervisor *it, const char *part)
{
	const struct cc_journal_rules rules = {
	    .folder = cc_store_folder(it->store),
	    .path = it->batch->out,
	    .part = part,
	    .resume = it->batch->resume,
	    .meet = meet,
	    .data = it,
	};

	return cc_journal_open(&rules, &it->diags);
}

static void
binder_run(void *data, int fd)
{
	cc_worker_bind(data, fd);
}

static struct cc_document *
document_open(struct cc_supervisor *it, const char *part)
{
	const struct cc_batch *batch = it->batch;
	const struct cc_document_rules rules = {
	    .folder = cc_store_folder(it->store),
	    .path = batch->out,
	    .part = part,
	    .suffix = batch->document,
	    .seconds = batch->case_seconds,
	    .run = binder_run,
	    .run_data = (void *)batch,
	};

	return cc_document_open(&rules, &it->diags);
}

static bool
places_open(struct cc_supervisor *it)
{
	const struct cc_batch *batch = it->batch;
	g_autofree char *part = part_name(batch);
	const struct cc_store_rules rules = {
	    .folder = batch->out,
	    .part = part,
	    .spread = batch->spread,
	    .pack = batch->pack,
	    .resume = batch->resume,
	};

	if (batch->stream)
		it->stream = cc_stream_create();
	if (batch->out == NULL)
		return true;
	if (!names_free(batch, part, &it->diags))
		return false;
	it->store = cc_store_open(&rules, &it->diags);
	if (it->store != NULL && batch->document != NULL) {
		it->document = document_open(it, part);
		if (it->document == NULL)
			return false;
	}
	if (it->store != NULL && it->stream == NULL)
		it->journal = journal_open(it, part);
	return it->journal != NULL || (it->store != NULL && it->stream != NULL);
}

static void
worker_run(void *data, int fd)
{
	cc_worker_run(data, fd);
}

static bool
pool_open(struct cc_supervisor *it)
{
	const struct cc_pool_rules rules = {
	    .workers = it->batch->workers,
	    .seconds = it->batch->case_seconds,
	    .run = worker_run,
	    .run_data = (void *)it->batch,
	    .done = cc_super_done,
	    .lost = cc_super_lost,
	    .data = it,
	};

	it->pool = cc_pool_create(&rules);
	if (it->pool == NULL)
		fprintf(stderr, "clincourse batch: %s\n", g_strerror(errno));
	return it->pool != NULL;
}

int
cc_batch_run(const struct cc_batch *batch)
{
	struct cc_supervisor it = {.batch = batch};

	if (!pool_open(&it))
		return CC_SUPER_ENVIRONMENT;
	cc_diags_init(&it.diags);
	it.ways =
	    g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
	it.words = g_string_chunk_new(1024);
	it.claims = cc_claims_create();
	it.feed = cc_feed_create(batch->inputs, way_find, &it);
	cc_progress_start(&it.progress, batch->quiet);
	if (places_open(&it)) {
		run_all(&it);
		finish(&it);
	}
	cc_super_report(&it);
	cc_pool_destroy(it.pool);
	cc_document_close(it.document);
	cc_journal_close(it.journal);
	cc_stream_destroy(it.stream);
	cc_store_close(it.store);
	cc_feed_destroy(it.feed);
	cc_claims_destroy(it.claims);
	g_hash_table_unref(it.ways);
	g_string_chunk_free(it.words);
	g_free(it.input);
	cc_diags_finish(&it.diags);
	return it.code;
}
