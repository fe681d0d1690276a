/* What was done so far, a line a case, and the report that it becomes. */
#ifndef CC_BATCH_JOURNAL_H
#define CC_BATCH_JOURNAL_H

#include "base/diag.h"
#include "batch/record.h"

struct cc_journal;

struct cc_journal_rules {
	int folder;       /* stays open */
	const char *path; /* of it */
	const char *part; /* "" or "-3-of-8" */
	bool resume;      /* goes on with what report and journal say */
	/* Told where they say that something is. */
	void (*meet)(void *data, const char *place);
	void *data;
};

/* Opens the journal and locks it: two batches do not write into one. NULL after
 * diagnostics. */
struct cc_journal *cc_journal_open(
    const struct cc_journal_rules *rules, struct cc_diags *diags);
void cc_journal_close(struct cc_journal *journal); /* takes NULL */

/* "report-3-of-8.jsonl". The caller frees it. */
char *cc_report_name(const char *part);

void cc_journal_add(struct cc_journal *journal, const struct cc_record *record);
bool cc_journal_flush(struct cc_journal *journal, struct cc_diags *diags);

/* What an earlier run has drawn of the same with the same options to the same
 * name: fills in what only drawing tells, and where it was put, which is the
 * caller's to free. NULL where it has not. */
char *cc_journal_known(const struct cc_journal *journal, const char *name,
    struct cc_record *record);

/* Sorts the lines of this run by number into the report, with a last one behind
 * them unless that is NULL, and removes the journal. False after diagnostics;
 * the journal is left then. */
bool cc_journal_finish(struct cc_journal *journal, const char *last,
    bool durable, struct cc_diags *diags);

#endif
