#include "batch/document.h"

#include "base/sink.h"
#include "batch/pool.h"

#include <errno.h>

#define WAITING_MOST 1000

struct cc_document {
	char *name, *path;
	struct cc_sink *sink;
	struct cc_pool *pool; /* of the one worker that makes it */
	GHashTable *waiting;  /* number -> struct cc_job, or NULL: skipped */
	uint64_t next;        /* number to be bound */
	bool any;             /* a case was */
	const char *fault;    /* why it is lost; NULL: it is not */
};

static void
job_free(gpointer job)
{
	cc_job_destroy(job);
}

/* A part of it has come. */
static void
part_take(void *data, struct cc_job *job, const struct cc_delivery *delivery)
{
	struct cc_document *document = data;

	if (delivery->outcome == CC_REFUSED)
		document->fault = "cases whose .clincourse files differ do not "
				  "go into one";
	else if (delivery->outcome != CC_DRAWN)
		document->fault = "a case that was drawn by itself was not "
				  "drawn in it";
	cc_sink_write(document->sink, delivery->bytes, delivery->length);
	cc_job_destroy(job);
}

static void
worker_lost(void *data, struct cc_job *job, enum cc_outcome outcome, int number)
{
	struct cc_document *document = data;

	(void)number;
	document->fault = outcome == CC_TIMEOUT  ? "it took too long"
	                  : outcome == CC_MEMORY ? "it took too much memory"
	                                         : "its worker has ended";
	cc_job_destroy(job);
}

static struct cc_pool *
pool_open(const struct cc_document_rules *rules, struct cc_document *document)
{
	const struct cc_pool_rules pool = {
	    .workers = 1,
	    .seconds = rules->seconds,
	    .once = true,
	    .run = rules->run,
	    .run_data = rules->run_data,
	    .done = part_take,
	    .lost = worker_lost,
	    .data = document,
	};

	return cc_pool_create(&pool);
}

struct cc_document *
cc_document_open(const struct cc_document_rules *rules, struct cc_diags *diags)
{
	struct cc_document *document = g_new0(struct cc_document, 1);

	document->name = cc_document_name(rules->part, rules->suffix);
	document->path = g_build_filename(rules->path, document->name, NULL);
	document->waiting = g_hash_table_new_full(
	    g_int64_hash, g_int64_equal, g_free, job_free);
	document->next = 1;
	document->sink = cc_sink_open_in(
	    rules->folder, document->name, document->path, diags);
	if (document->sink != NULL)
		document->pool = pool_open(rules, document);
	if (document->pool != NULL)
		return document;
	if (document->sink != NULL)
		cc_diag_file(diags, CC_E508, document->path, g_strerror(errno));
	cc_document_close(document);
	return NULL;
}

void
cc_document_close(struct cc_document *document)
{
	if (document == NULL)
		return;
	cc_pool_destroy(document->pool);
	cc_sink_abandon(document->sink);
	g_hash_table_unref(document->waiting);
	g_free(document->name);
	g_free(document->path);
	g_free(document);
}

char *
cc_document_name(const char *part, const char *suffix)
{
	return g_strconcat("charts", part, suffix, NULL);
}

const char *
cc_document_place(const struct cc_document *document)
{
	return document->name;
}

bool
cc_document_room(const struct cc_document *document, uint64_t number)
{
	return number < document->next + WAITING_MOST;
}

static void
wait_put(struct cc_document *document, uint64_t number, struct cc_job *job)
{
	g_hash_table_insert(
	    document->waiting, g_memdup2(&number, sizeof number), job);
}

void
cc_document_add(struct cc_document *document, struct cc_job *job)
{
	wait_put(document, job->number, job);
}

void
cc_document_skip(struct cc_document *document, uint64_t number)
{
	wait_put(document, number, NULL);
}

static void
job_bind(struct cc_document *document, struct cc_job *job)
{
	while (document->fault == NULL && !cc_pool_room(document->pool))
		if (!cc_pool_wait(document->pool))
			document->fault = "no process can be started";
	if (document->fault == NULL) {
		document->any = true;
		cc_pool_give(document->pool, job);
	} else {
		cc_job_destroy(job);
	}
}

static bool
is_sound(struct cc_document *document, struct cc_diags *diags)
{
	if (document->fault == NULL)
		return true;
	cc_diag_file(diags, CC_E508, document->path, document->fault);
	return false;
}

bool
cc_document_bind(struct cc_document *document, struct cc_diags *diags)
{
	gpointer key, job;

	while (document->fault == NULL &&
	       g_hash_table_steal_extended(
		   document->waiting, &document->next, &key, &job)) {
		g_free(key);
		document->next++;
		if (job != NULL)
			job_bind(document, job);
	}
	return is_sound(document, diags);
}

bool
cc_document_finish(struct cc_document *document, struct cc_diags *diags)
{
	const struct cc_xml_text none = {.name = "", .bytes = ""};
	struct cc_job *end;

	if (!cc_document_bind(document, diags))
		return false;
	if (!document->any)
		return true;
	end = cc_job_create(&none);
	end->number = document->next;
	job_bind(document, end);
	while (document->fault == NULL && !cc_pool_idle(document->pool))
		if (!cc_pool_wait(document->pool))
			document->fault = "no process can be started";
	return is_sound(document, diags) &&
	       cc_sink_commit(g_steal_pointer(&document->sink), diags);
}
