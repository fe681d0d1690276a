#include "batch/pool.h"

#include "batch/worker.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

/* One that is drawn and one that lies ready: no worker waits for the other
 * side's turn. */
#define DEPTH 2
#define WAIT_MOST 1000 /* [ms] */
#define ASKED_MOST 8   /* workers that a question may cost */

struct worker {
	pid_t pid; /* 0: none, one is forked when there is something to do */
	int fd;
	GByteArray *in, *out; /* what came, and what is still to be sent */
	GQueue jobs;          /* of struct cc_job; the first is drawn */
	gint64 since;         /* [us] when that was */
	bool alone;           /* nothing else is given until that is done */
	bool late;            /* it was ended for that */
	const char *asked;    /* the question that stands; NULL: none */
	bool answered;
};

struct cc_pool {
	struct cc_pool_rules rules;
	struct worker *workers;
	GQueue again; /* jobs that lay ready when their worker ended */
	struct pollfd *polls;
	GStringChunk *keep; /* of the answer that is waited for */
	struct cc_way *way;
	unsigned lost_asked; /* workers, over the question that stands */
	bool broken;         /* nothing can be forked */
};

/* ---- a worker begins and ends ---- */

static void
child_run(const struct cc_pool *pool, int ends[2])
{
	close(ends[0]);
	pool->rules.run(pool->rules.run_data, ends[1]);
	_exit(1);
}

static bool
worker_fork(struct cc_pool *pool, struct worker *worker)
{
	int ends[2];

	if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
		return false;
	worker->pid = fork();
	if (worker->pid == 0)
		child_run(pool, ends);
	close(ends[1]);
	if (worker->pid < 0) {
		close(ends[0]);
		worker->pid = 0;
		return false;
	}
	worker->fd = ends[0];
	worker->alone = worker->late = false;
	g_byte_array_set_size(worker->in, 0);
	g_byte_array_set_size(worker->out, 0);
	return true;
}

/* What became of it: the outcome of its case. */
static enum cc_outcome
worker_end(struct worker *worker, int *number)
{
	int status = 0;

	kill(worker->pid, SIGKILL);
	while (waitpid(worker->pid, &status, 0) < 0 && errno == EINTR)
		continue;
	close(worker->fd);
	worker->pid = 0;
	*number = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
	if (worker->late)
		return CC_TIMEOUT;
	if (WIFEXITED(status) && WEXITSTATUS(status) == CC_WORKER_NO_MEMORY)
		return CC_MEMORY;
	return CC_CRASHED;
}

static bool
worker_ready(struct cc_pool *pool, struct worker *worker)
{
	if (worker->pid == 0 && !worker_fork(pool, worker))
		pool->broken = true;
	return worker->pid != 0;
}

/* ---- giving ---- */

static void
send_some(struct worker *worker)
{
	ssize_t n = send(worker->fd, worker->out->data, worker->out->len,
	    MSG_DONTWAIT | MSG_NOSIGNAL);

	/* That it has gone is seen where it is read from. */
	if (n > 0)
		g_byte_array_remove_range(worker->out, 0, (guint)n);
}

static void
worker_give(struct cc_pool *pool, struct worker *worker, struct cc_job *job)
{
	if (worker_ready(pool, worker)) {
		cc_job_put(worker->out, job);
		send_some(worker);
	}
	if (worker->jobs.length == 0)
		worker->since = g_get_monotonic_time();
	g_queue_push_tail(&worker->jobs, job);
}

/* The one with the least to do; NULL: all have enough. */
static struct worker *
worker_free(const struct cc_pool *pool)
{
	struct worker *best = NULL;

	for (unsigned i = 0; i < pool->rules.workers; i++) {
		struct worker *worker = &pool->workers[i];

		if (worker->jobs.length < DEPTH && !worker->alone &&
		    (best == NULL || worker->jobs.length < best->jobs.length))
			best = worker;
	}
	return best;
}

bool
cc_pool_room(const struct cc_pool *pool)
{
	return pool->again.length == 0 && worker_free(pool) != NULL;
}

void
cc_pool_give(struct cc_pool *pool, struct cc_job *job)
{
	worker_give(pool, worker_free(pool), job);
}

static void
give_again(struct cc_pool *pool)
{
	struct worker *worker;

	while (pool->again.length > 0 && (worker = worker_free(pool)) != NULL)
		worker_give(pool, worker, g_queue_pop_head(&pool->again));
}

bool
cc_pool_idle(const struct cc_pool *pool)
{
	for (unsigned i = 0; i < pool->rules.workers; i++)
		if (pool->workers[i].jobs.length > 0)
			return false;
	return pool->again.length == 0;
}

/* ---- losing ---- */

/* A case that ends a worker is drawn once more, by itself and by one that has
 * drawn nothing: what was lying ready had no part in it. */
static void
worker_lost(struct cc_pool *pool, struct worker *worker)
{
	struct cc_job *job = g_queue_pop_head(&worker->jobs), *next;
	int number;
	enum cc_outcome outcome = worker_end(worker, &number);

	while ((next = g_queue_pop_tail(&worker->jobs)) != NULL)
		g_queue_push_head(&pool->again, next);
	worker->alone = false;
	/* Whoever cannot even answer that will not the next time, unless
	 * somebody else has ended it. */
	if (job == NULL && worker->asked != NULL &&
	    (outcome == CC_TIMEOUT || ++pool->lost_asked == ASKED_MOST))
		pool->broken = true;
	if (job != NULL && (++job->lost > 1 || pool->rules.once)) {
		pool->rules.lost(pool->rules.data, job, outcome, number);
	} else if (job != NULL) {
		worker_give(pool, worker, job);
		worker->alone = true;
	}
	if (worker->asked != NULL && worker_ready(pool, worker)) {
		cc_ask_put(worker->out, worker->asked);
		send_some(worker);
	}
}

/* ---- taking ---- */

static bool
way_answered(
    struct cc_pool *pool, struct worker *worker, struct cc_frame *frame)
{
	struct cc_way *way = pool->way;

	if (!cc_way_take(frame, way))
		return false;
	way->fingerprint = g_string_chunk_insert(pool->keep, way->fingerprint);
	way->suffix = g_string_chunk_insert(pool->keep, way->suffix);
	way->said = g_string_chunk_insert(pool->keep, way->said);
	worker->asked = NULL;
	return worker->answered = true;
}

static bool
job_done(struct cc_pool *pool, struct worker *worker, struct cc_frame *frame)
{
	const struct cc_job *job = g_queue_peek_head(&worker->jobs);
	struct cc_delivery delivery;

	if (!cc_delivery_take(frame, &delivery) ||
	    delivery.number != job->number)
		return false;
	worker->since = g_get_monotonic_time();
	worker->alone = false;
	pool->rules.done(
	    pool->rules.data, g_queue_pop_head(&worker->jobs), &delivery);
	return true;
}

/* Answers come in the order of what was asked. False where one is none. */
static bool
answers_take(struct cc_pool *pool, struct worker *worker)
{
	enum cc_frame_found found;
	struct cc_frame frame;
	size_t length, taken = 0;
	bool sound = true;

	while (sound && (found = cc_frame_find(worker->in->data + taken,
			     worker->in->len - taken, &frame, &length)) ==
			    CC_FRAME_WHOLE) {
		if (worker->jobs.length > 0)
			sound = job_done(pool, worker, &frame);
		else
			sound = worker->asked != NULL &&
			        way_answered(pool, worker, &frame);
		taken += length;
	}
	g_byte_array_remove_range(worker->in, 0, (guint)taken);
	return sound && found == CC_FRAME_MORE;
}

/* False where there is nobody any more. */
static bool
receive(struct worker *worker)
{
	enum { PIECE = 256 << 10 }; /* [bytes] */
	const guint held = worker->in->len;
	ssize_t n;

	g_byte_array_set_size(worker->in, held + PIECE);
	n = recv(worker->fd, worker->in->data + held, PIECE, MSG_DONTWAIT);
	g_byte_array_set_size(worker->in, held + (n > 0 ? (guint)n : 0));
	return n > 0 || (n < 0 && (errno == EAGAIN || errno == EINTR));
}

static void
worker_hear(struct cc_pool *pool, struct worker *worker, short events)
{
	if (events & POLLOUT)
		send_some(worker);
	if ((events & (POLLIN | POLLHUP | POLLERR)) != 0 &&
	    (!receive(worker) || !answers_take(pool, worker)))
		worker_lost(pool, worker);
}

/* ---- waiting ---- */

static gint64
time_left(const struct cc_pool *pool, const struct worker *worker)
{
	const gint64 all = (gint64)(pool->rules.seconds * G_USEC_PER_SEC);

	return worker->since + all - g_get_monotonic_time();
}

static bool
is_timed(const struct worker *worker)
{
	return worker->pid != 0 &&
	       (worker->jobs.length > 0 || worker->asked != NULL);
}

static int
wait_most(const struct cc_pool *pool)
{
	gint64 most = WAIT_MOST;

	for (unsigned i = 0; i < pool->rules.workers; i++)
		if (is_timed(&pool->workers[i]))
			most = MIN(most,
			    time_left(pool, &pool->workers[i]) / 1000 + 1);
	return (int)MAX(most, 0);
}

static void
late_end(struct cc_pool *pool)
{
	for (unsigned i = 0; i < pool->rules.workers; i++) {
		struct worker *worker = &pool->workers[i];

		if (!is_timed(worker) || time_left(pool, worker) > 0)
			continue;
		worker->late = true;
		worker_lost(pool, worker);
	}
}

bool
cc_pool_wait(struct cc_pool *pool)
{
	give_again(pool);
	for (unsigned i = 0; i < pool->rules.workers; i++) {
		const struct worker *worker = &pool->workers[i];

		pool->polls[i] = (struct pollfd){
		    .fd = worker->pid != 0 ? worker->fd : -1,
		    .events = POLLIN | (worker->out->len > 0 ? POLLOUT : 0),
		};
	}
	if (poll(pool->polls, pool->rules.workers, wait_most(pool)) < 0)
		return errno == EINTR;
	for (unsigned i = 0; i < pool->rules.workers; i++)
		if (pool->polls[i].revents != 0)
			worker_hear(
			    pool, &pool->workers[i], pool->polls[i].revents);
	late_end(pool);
	give_again(pool);
	return !pool->broken;
}

bool
cc_pool_ask(struct cc_pool *pool, const char *name, struct cc_way *way,
    GStringChunk *keep)
{
	struct worker *worker = worker_free(pool);

	while (worker == NULL && cc_pool_wait(pool))
		worker = worker_free(pool);
	if (worker == NULL || !worker_ready(pool, worker))
		return false;
	pool->way = way;
	pool->keep = keep;
	pool->lost_asked = 0;
	worker->asked = name;
	worker->answered = false;
	if (worker->jobs.length == 0)
		worker->since = g_get_monotonic_time();
	cc_ask_put(worker->out, name);
	send_some(worker);
	while (!worker->answered)
		if (!cc_pool_wait(pool))
			return false;
	return true;
}

struct cc_pool *
cc_pool_create(const struct cc_pool_rules *rules)
{
	struct cc_pool *pool = g_new0(struct cc_pool, 1);

	pool->rules = *rules;
	pool->workers = g_new0(struct worker, rules->workers);
	pool->polls = g_new0(struct pollfd, rules->workers);
	for (unsigned i = 0; i < rules->workers; i++) {
		struct worker *worker = &pool->workers[i];

		worker->in = g_byte_array_new();
		worker->out = g_byte_array_new();
		if (!worker_ready(pool, worker)) {
			cc_pool_destroy(pool);
			return NULL;
		}
	}
	return pool;
}

static void
job_free(gpointer job)
{
	cc_job_destroy(job);
}

void
cc_pool_destroy(struct cc_pool *pool)
{
	int number;

	if (pool == NULL)
		return;
	for (unsigned i = 0; i < pool->rules.workers; i++) {
		struct worker *worker = &pool->workers[i];

		if (worker->pid != 0)
			worker_end(worker, &number);
		g_clear_pointer(&worker->in, g_byte_array_unref);
		g_clear_pointer(&worker->out, g_byte_array_unref);
		g_queue_clear_full(&worker->jobs, job_free);
	}
	g_queue_clear_full(&pool->again, job_free);
	g_free(pool->workers);
	g_free(pool->polls);
	g_free(pool);
}
