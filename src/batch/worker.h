/* A process that draws one case after the other and writes nothing. */
#ifndef CC_BATCH_WORKER_H
#define CC_BATCH_WORKER_H

#include "batch/batch.h"

/* Its exit status where memory was not enough. */
#define CC_WORKER_NO_MEMORY 75

/* What a worker is: answers what comes through `fd` until that is closed. Never
 * returns; called in a process that was forked for it. */
void cc_worker_run(const struct cc_batch *batch, int fd) G_GNUC_NORETURN;

#endif
