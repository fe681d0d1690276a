/* The workers: who draws what, and what ends them. */
#ifndef CC_BATCH_POOL_H
#define CC_BATCH_POOL_H

#include "batch/job.h"

struct cc_pool_rules {
	unsigned workers;
	double seconds; /* that a case may take */
	bool once;      /* what ends a worker is not tried again */
	/* In a process forked for it; does not return. */
	void (*run)(void *run_data, int fd);
	void *run_data;
	/* Take the job. What came of it; or that it has ended two workers, by
	 * a signal or, where that is 0, otherwise. */
	void (*done)(
	    void *data, struct cc_job *job, const struct cc_delivery *delivery);
	void (*lost)(void *data, struct cc_job *job, enum cc_outcome outcome,
	    int signal);
	void *data;
};

/* Forks them at once, so that nothing of what the caller does later is in
 * them. NULL, with errno, where it cannot. */
struct cc_pool;
struct cc_pool *cc_pool_create(const struct cc_pool_rules *rules);
void cc_pool_destroy(struct cc_pool *pool); /* ends them; takes NULL */

/* A job may be given where there is room; it is taken. */
bool cc_pool_room(const struct cc_pool *pool);
void cc_pool_give(struct cc_pool *pool, struct cc_job *job);
bool cc_pool_idle(const struct cc_pool *pool);

/* Waits, a second at most, until a worker says something, and handles it.
 * False where no worker can be had any more. */
bool cc_pool_wait(struct cc_pool *pool);

/* Asks how cases beside this one are drawn, and waits for the answer; its
 * strings are kept in `keep`. False where none came. */
bool cc_pool_ask(struct cc_pool *pool, const char *name, struct cc_way *way,
    GStringChunk *keep);

#endif
