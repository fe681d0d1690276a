/* One document of all pictures, in the order of the input. It is there when it
 * is whole, or not at all. */
#ifndef CC_BATCH_DOCUMENT_H
#define CC_BATCH_DOCUMENT_H

#include "base/diag.h"
#include "batch/job.h"

struct cc_document_rules {
	int folder;         /* stays open */
	const char *path;   /* of it */
	const char *part;   /* "" or "-3-of-8" */
	const char *suffix; /* ".pdf" */
	double seconds;     /* that a case may take */
	/* The worker that makes it, as in batch/pool.h. */
	void (*run)(void *run_data, int fd);
	void *run_data;
};

/* NULL after diagnostics. */
struct cc_document;
struct cc_document *cc_document_open(
    const struct cc_document_rules *rules, struct cc_diags *diags);
void cc_document_close(struct cc_document *document); /* takes NULL */

/* "charts-3-of-8.pdf"; the caller frees it. */
char *cc_document_name(const char *part, const char *suffix);

/* The same of one that is open. Borrowed. */
const char *cc_document_place(const struct cc_document *document);

/* Whether a case of this number may be begun: else those that wait for an
 * earlier one would be too many. */
bool cc_document_room(const struct cc_document *document, uint64_t number);

/* What came of a case, each once: it is in the document, or has no picture.
 * Takes the job. */
void cc_document_add(struct cc_document *document, struct cc_job *job);
void cc_document_skip(struct cc_document *document, uint64_t number);

/* Hands on what waits for nothing. False after diagnostics: there will be no
 * document. */
bool cc_document_bind(struct cc_document *document, struct cc_diags *diags);

/* Ends it; without a picture there is none. False after diagnostics. */
bool cc_document_finish(struct cc_document *document, struct cc_diags *diags);

#endif
