/* The supervisor of a batch; only for this room. */
#ifndef CC_BATCH_SUPERVISOR_H
#define CC_BATCH_SUPERVISOR_H

#include "batch/batch.h"
#include "batch/claims.h"
#include "batch/document.h"
#include "batch/feed.h"
#include "batch/journal.h"
#include "batch/merge.h"
#include "batch/pool.h"
#include "batch/progress.h"
#include "batch/store.h"
#include "batch/stream.h"

/* What to exit with, as in cli/cli.h: the larger wins. */
enum { CC_SUPER_WELL, CC_SUPER_REFUSED, CC_SUPER_USAGE, CC_SUPER_ENVIRONMENT };

/* The file that is spoken of. */
struct cc_turn {
	const struct cc_way *way; /* NULL: nobody has said yet */
	const char *input;        /* borrowed */
	uint64_t number;          /* of the file, from 1 */
};

struct cc_supervisor {
	const struct cc_batch *batch;
	struct cc_pool *pool;
	struct cc_store *store;       /* NULL: pictures are in the stream */
	struct cc_document *document; /* of all pictures; NULL: none */
	struct cc_journal *journal;
	struct cc_stream *stream; /* in its place; NULL: none */
	struct cc_feed *feed;
	struct cc_claims *claims;
	struct cc_progress progress;
	GHashTable *ways;    /* folder -> struct cc_way; owned */
	GStringChunk *words; /* of ways */
	struct cc_turn turn;
	char *input;           /* of it; owned */
	struct cc_diags diags; /* of the supervisor's own */
	struct cc_whole whole; /* of which it is all, or a part */
	int code;
	const char *picture; /* of the record that is written down, or NULL */
	size_t picture_length;
	bool ended;   /* no more cases */
	bool stopped; /* whatever is left cannot be done */
};

/* Its exit status is no better than that; or nothing more is to be done. */
void cc_super_worse(struct cc_supervisor *it, int code);
void cc_super_stop(struct cc_supervisor *it, int code);

/* To standard error; and its own diagnostics, which begin anew then. */
void cc_super_say(struct cc_supervisor *it, const char *text);
void cc_super_report(struct cc_supervisor *it);

/* What is said is of this file from now on. Returns that before. */
struct cc_turn cc_super_turn(struct cc_supervisor *it, struct cc_turn turn);

/* What a feed has handed out: a case, or a file that is not to be had. */
void cc_super_take(struct cc_supervisor *it, const struct cc_xml_text *text);
void cc_super_trouble(struct cc_supervisor *it, const struct cc_xml_text *text);

/* A job that is done with; takes it. */
void cc_super_drop(struct cc_supervisor *it, struct cc_job *job);

/* What the picture of a job is called. The caller frees it. */
char *cc_super_name(const struct cc_supervisor *it, const struct cc_job *job);

/* What came of a job, which these take: it was drawn, or not; it has ended its
 * workers; a diagnostic of the supervisor's own has gathered; or `record` says
 * it all but what the job knows. */
void cc_super_done(
    void *it, struct cc_job *job, const struct cc_delivery *delivery);
void cc_super_lost(
    void *it, struct cc_job *job, enum cc_outcome outcome, int number);
void cc_super_refuse(struct cc_supervisor *it, struct cc_job *job);
void cc_super_record(
    struct cc_supervisor *it, struct cc_job *job, struct cc_record *record);

#endif
