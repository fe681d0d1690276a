/* A case on its way through a batch. */
#ifndef CC_BATCH_JOB_H
#define CC_BATCH_JOB_H

#include "batch/message.h"
#include "xml/xml.h"

struct cc_job {
	uint64_t number; /* of the case in its run, from 1 */
	uint64_t input;  /* of its file */
	char *name,
	    *root; /* of the file; the start tag of its stream or NULL */
	uint32_t line, column; /* where the bytes begin */
	uint32_t tag;          /* where the case begins among them */
	char *bytes;
	size_t length;
	char *id, *stem;          /* id: "" where it has none */
	uint64_t hash;            /* of what is drawn */
	const struct cc_way *way; /* borrowed */
	unsigned lost;            /* workers that it has ended */
};

/* A copy of what a feed has handed out. */
struct cc_job *cc_job_create(const struct cc_xml_text *text);
void cc_job_destroy(struct cc_job *job); /* takes NULL */

/* The bytes, where a diagnostic is about them. */
struct cc_source cc_job_source(const struct cc_job *job);

/* Where the case begins in its file. */
struct cc_place cc_job_begin(const struct cc_job *job);

void cc_job_put(GByteArray *to, const struct cc_job *job);

#endif
