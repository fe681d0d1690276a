/* A process that draws one case after the other and writes nothing. */
#ifndef CC_BATCH_WORKER_H
#define CC_BATCH_WORKER_H

#include "batch/batch.h"
#include "batch/message.h"

/* Its exit status where memory was not enough. */
#define CC_WORKER_NO_MEMORY 75

/* What a worker is: answers what comes through `fd` until that is closed. Never
 * returns; called in a process that was forked for it. */
void cc_worker_run(const struct cc_batch *batch, int fd) G_GNUC_NORETURN;

/* The same of one that makes a document of all cases that come. What it has
 * made of it goes back with each; a task without bytes ends it, and its answer
 * says whether all are in it. */
void cc_worker_bind(const struct cc_batch *batch, int fd) G_GNUC_NORETURN;

/* The case of a task, for a worker of either kind. */
struct clincourse_reader *cc_task_open(const struct cc_task *task,
    struct clincourse *context, struct clincourse_diags *diags);

#endif
