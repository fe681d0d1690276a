/* The reports of all parts of a run, made one. */
#ifndef CC_BATCH_MERGE_H
#define CC_BATCH_MERGE_H

#include "base/diag.h"

/* What a part says of the whole, at the end of its report: parts of one run say
 * the same. */
struct cc_whole {
	uint64_t cases;  /* of all parts */
	uint64_t inputs; /* a hash of them all */
	uint64_t ways;   /* and of how they are drawn */
};

/* A line without its end; the caller frees it. */
char *cc_whole_line(const struct cc_whole *whole);

/* Writes DIR/report.jsonl out of report-1-of-N.jsonl and on. False after
 * diagnostics, and without a report, where one is missing, of another run, or
 * a case is not in exactly one of them. */
bool cc_merge(const char *folder, struct cc_diags *diags);

#endif
