/* How far a batch is, for whoever waits for it. */
#ifndef CC_BATCH_PROGRESS_H
#define CC_BATCH_PROGRESS_H

#include "batch/message.h"

struct cc_progress {
	bool quiet, terminal;
	gint64 start, said; /* [us] */
	bool open;          /* a line stands at the terminal */
	uint64_t count[CC_OUTCOME_COUNT];
	uint64_t kept; /* drawn by an earlier run */
	uint64_t warnings;
};

void cc_progress_start(struct cc_progress *progress, bool quiet);
void cc_progress_count(struct cc_progress *progress, enum cc_outcome outcome);

/* Says it from time to time. `files` were opened, `coming` are known to be
 * left. */
void cc_progress_tell(
    struct cc_progress *progress, uint64_t files, uint64_t coming);

/* Before anything else is said: away with an unfinished line. */
void cc_progress_clear(struct cc_progress *progress);

/* What came of it all. */
void cc_progress_end(struct cc_progress *progress, const char *where);

#endif
