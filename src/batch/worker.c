#include "batch/worker.h"

#include "api/context.h"
#include "base/cpu.h"
#include "batch/memory.h"
#include "batch/message.h"
#include "batch/sandbox.h"
#include "output/zip.h"

#include <errno.h>
#include <fcntl.h>
#include <malloc.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

struct worker {
	const struct cc_batch *batch;
	int fd;
	GByteArray *in, *out;
	struct cc_deflater deflater; /* where pictures are packed */
};

/* ---- what it may use ---- */

/* All but the three standard ones and its own: the lock of a journal would
 * outlive the supervisor in here. */
static int
files_close(int fd)
{
	const int own = STDERR_FILENO + 1;
	int null;

	if (fd != own && dup2(fd, own) != own)
		_exit(EXIT_FAILURE);
	if (close_range(own + 1, ~0u, 0) != 0)
		for (int i = own + 1; i < 1024; i++)
			close(i);
	null = open("/dev/null", O_RDONLY);
	if (null >= 0)
		dup2(null, STDIN_FILENO);
	return own;
}

static void
signals_reset(void)
{
	static const int ends[] = {SIGHUP, SIGQUIT, SIGTERM, SIGXCPU};

	/* The handlers of the supervisor would remove its files. */
	for (size_t i = 0; i < G_N_ELEMENTS(ends); i++)
		signal(ends[i], SIG_DFL);
	/* Ctrl-C goes to all; the supervisor decides what it means. */
	signal(SIGINT, SIG_IGN);
	signal(SIGPIPE, SIG_IGN);
}

/* Nobody reads the words of a worker. */
static void
hear(const gchar *domain, GLogLevelFlags level, const gchar *message,
    gpointer unused)
{
	(void)domain;
	(void)level;
	(void)message;
	(void)unused;
}

static void
limits_set(const struct cc_batch *batch)
{
	const struct rlimit none = {0, 0};
	const struct rlimit space = {batch->case_memory, batch->case_memory};

	setrlimit(RLIMIT_CORE, &none);
	setrlimit(RLIMIT_AS, &space);
	/* Each thread of Pango's would reserve 64 MiB of that for itself. */
	mallopt(M_ARENA_MAX, 1);
	cc_memory_ends(NULL, CC_WORKER_NO_MEMORY);
	g_log_set_default_handler(hear, NULL);
}

/* ---- drawing ---- */

static void
first_error(const struct clincourse_diags *diags, struct cc_delivery *delivery)
{
	const GPtrArray *list = diags->list.list;

	for (guint i = 0; i < list->len; i++) {
		const struct cc_diag *diag = list->pdata[i];

		if (diag->severity < CC_ERROR)
			continue;
		delivery->code = cc_code_word(diag->code);
		delivery->line = diag->place.line;
		delivery->column = diag->place.column;
		return;
	}
}

static struct clincourse_diags *
diags_for(const struct cc_batch_drawing *drawing, const struct cc_task *task)
{
	struct clincourse_diags *diags = clincourse_diags_create();

	if (drawing->strict)
		clincourse_diags_strict(diags);
	if (drawing->discreet)
		clincourse_diags_discreet(diags, task->input);
	return diags;
}

/* Draws what was read; the bytes are the caller's, NULL: none. */
static char *
course_draw(const struct cc_batch_drawing *drawing,
    const struct clincourse_case *course, struct cc_delivery *delivery,
    struct clincourse_diags *diags)
{
	char *bytes = NULL;

	delivery->id = clincourse_render_id(drawing->render, course);
	clincourse_draw_memory(drawing->render, course, drawing->format, &bytes,
	    &delivery->length, diags);
	return bytes;
}

/* What is packed already would only take time. */
static bool
is_packed(const char *bytes, size_t length)
{
	static const char *const heads[] = {"\x89PNG", "PK\3\4"};

	for (size_t i = 0; i < G_N_ELEMENTS(heads); i++)
		if (length > strlen(heads[i]) &&
		    memcmp(bytes, heads[i], strlen(heads[i])) == 0)
			return true;
	return false;
}

/* As a pack will have it; the bytes are the caller's. */
static char *
picture_pack(struct worker *worker, char *bytes, struct cc_delivery *delivery)
{
	struct cc_zip_member member;

	delivery->plain = delivery->length;
	if (!worker->batch->pack || bytes == NULL)
		return bytes;
	if (is_packed(bytes, delivery->length)) {
		delivery->crc = (uint32_t)crc32_z(
		    0, (const Bytef *)bytes, delivery->length);
		return bytes;
	}
	member = cc_deflate(&worker->deflater, "", bytes, delivery->length);
	g_free(bytes);
	delivery->length = member.length;
	delivery->crc = member.crc;
	delivery->deflated = member.deflated;
	return (char *)member.bytes;
}

/* What the diagnostics say of the case. */
static void
delivery_judge(
    struct cc_delivery *delivery, const struct clincourse_diags *diags)
{
	const size_t fatal = clincourse_diags_count(diags, CLINCOURSE_FATAL);
	const size_t errors = clincourse_diags_count(diags, CLINCOURSE_ERROR);

	first_error(diags, delivery);
	delivery->errors = errors;
	delivery->warnings =
	    clincourse_diags_count(diags, CLINCOURSE_WARNING) - errors;
	delivery->outcome = delivery->bytes != NULL ? CC_DRAWN
	                    : fatal > 0             ? CC_FAILED
	                                            : CC_REFUSED;
}

static void
task_answer(struct worker *worker, const struct cc_batch_drawing *drawing,
    const struct cc_task *task)
{
	const double start = cc_cpu_ms();
	struct clincourse_diags *diags = diags_for(drawing, task);
	struct clincourse_reader *reader =
	    clincourse_open_bytes(drawing->context, task->name, task->bytes,
		task->length, (unsigned)task->line, (unsigned)task->column,
		*task->root != '\0' ? task->root : NULL, diags);
	const struct clincourse_case *course =
	    reader != NULL ? clincourse_next(reader, NULL, diags) : NULL;
	struct cc_delivery delivery = {
	    .number = task->number, .id = "", .code = ""};
	g_autofree char *bytes = NULL, *said = NULL;

	clincourse_render_number(drawing->render, task->number);
	if (course != NULL)
		bytes = course_draw(drawing, course, &delivery, diags);
	bytes = picture_pack(worker, bytes, &delivery);
	said = clincourse_diags_text(diags, drawing->text, drawing->least);
	delivery.said = said;
	delivery.bytes = bytes;
	delivery_judge(&delivery, diags);
	delivery.cpu_us = (uint64_t)((cc_cpu_ms() - start) * 1e3);
	cc_delivery_put(worker->out, &delivery);
	clincourse_close(reader);
	clincourse_diags_destroy(diags);
}

static void
way_answer(struct worker *worker, const struct cc_batch_drawing *drawing,
    const char *name)
{
	struct clincourse_diags *diags = clincourse_diags_create();
	g_autofree char *print = NULL, *said = NULL, *all = NULL;
	struct cc_way way = {
	    .code = (uint64_t)drawing->code,
	    .suffix = drawing->suffix,
	    .numbered = drawing->numbered,
	    .discreet = drawing->discreet,
	};

	if (drawing->code == 0)
		print = clincourse_render_fingerprint(
		    drawing->render, drawing->format, name, diags);
	/* A vocabulary beside the cases is told with each case. */
	said = clincourse_diags_text(diags, drawing->text, CLINCOURSE_FATAL);
	all =
	    g_strconcat(drawing->said != NULL ? drawing->said : "", said, NULL);
	way.fingerprint = print;
	way.said = all;
	cc_way_put(worker->out, &way);
	clincourse_diags_destroy(diags);
}

/* False where it is no message. */
static bool
answer(struct worker *worker, struct cc_frame *frame)
{
	const uint64_t kind = cc_frame_take_number(frame);
	const struct cc_batch *batch = worker->batch;
	struct cc_task task;
	const char *name;

	if (kind == CC_MESSAGE_ASK) {
		if (!cc_ask_take(frame, &name))
			return false;
		way_answer(worker, batch->drawing(batch->data, name), name);
		return true;
	}
	if (kind != CC_MESSAGE_TASK || !cc_task_take(frame, &task))
		return false;
	task_answer(worker, batch->drawing(batch->data, task.name), &task);
	return true;
}

/* ---- its end of the socket ---- */

static bool
receive(struct worker *worker)
{
	enum { PIECE = 64 << 10 }; /* [bytes] */
	const guint held = worker->in->len;
	ssize_t n;

	g_byte_array_set_size(worker->in, held + PIECE);
	do {
		n = read(worker->fd, worker->in->data + held, PIECE);
	} while (n < 0 && errno == EINTR);
	g_byte_array_set_size(worker->in, held + (n > 0 ? (guint)n : 0));
	return n > 0;
}

static bool
send_all(struct worker *worker)
{
	const guint8 *bytes = worker->out->data;
	size_t left = worker->out->len;

	while (left > 0) {
		ssize_t n = write(worker->fd, bytes, left);

		if (n < 0 && errno != EINTR)
			return false;
		if (n <= 0)
			continue;
		bytes += n;
		left -= (size_t)n;
	}
	g_byte_array_set_size(worker->out, 0);
	return true;
}

static bool
serve(struct worker *worker)
{
	struct cc_frame frame;
	size_t length;

	while (cc_frame_find(worker->in->data, worker->in->len, &frame,
		   &length) == CC_FRAME_WHOLE) {
		if (!answer(worker, &frame))
			return false;
		if (!send_all(worker))
			return false;
		g_byte_array_remove_range(worker->in, 0, (guint)length);
	}
	return receive(worker);
}

void
cc_worker_run(const struct cc_batch *batch, int fd)
{
	struct worker worker = {
	    .batch = batch,
	    .in = g_byte_array_new(),
	    .out = g_byte_array_new(),
	};

	/* Even one that hangs does not outlive its supervisor. */
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	signals_reset();
	worker.fd = files_close(fd);
	limits_set(batch);
	if (batch->sandbox)
		cc_sandbox_enter();
	if (batch->pack)
		cc_deflater_init(&worker.deflater);
	while (serve(&worker))
		continue;
	/* Nothing to be tidied up: no handler of the parent's runs here. */
	_exit(EXIT_SUCCESS);
}
