#include "batch/worker.h"

#include "api/context.h"
#include "base/cpu.h"
#include "batch/message.h"
#include "batch/seat.h"
#include "output/zip.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct worker {
	const struct cc_batch *batch;
	struct cc_seat seat;
	struct cc_deflater *deflater; /* where pictures are packed */
};

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
	if (worker->batch->document != NULL)
		delivery->length =
		    0; /* it was to be seen that it can be drawn */
	if (!worker->batch->pack || bytes == NULL)
		return bytes;
	if (is_packed(bytes, delivery->length)) {
		delivery->crc = cc_crc(bytes, delivery->length);
		return bytes;
	}
	member = cc_deflate(worker->deflater, "", bytes, delivery->length);
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

struct clincourse_reader *
cc_task_open(const struct cc_task *task, struct clincourse *context,
    struct clincourse_diags *diags)
{
	return clincourse_open_bytes(context, task->name, task->bytes,
	    task->length, (unsigned)task->line, (unsigned)task->column,
	    *task->root != '\0' ? task->root : NULL, diags);
}

static void
task_answer(struct worker *worker, const struct cc_batch_drawing *drawing,
    const struct cc_task *task)
{
	const double start = cc_cpu_ms();
	struct clincourse_diags *diags = diags_for(drawing, task);
	struct clincourse_reader *reader =
	    cc_task_open(task, drawing->context, diags);
	const struct clincourse_case *course =
	    reader != NULL ? clincourse_next(reader, NULL, diags) : NULL;
	struct cc_delivery delivery = {
	    .number = task->number, .id = "", .code = ""};
	g_autofree char *bytes = NULL, *said = NULL;

	clincourse_render_number(drawing->render, task->number);
	clincourse_render_advise(drawing->render, false);
	if (course != NULL)
		bytes = course_draw(drawing, course, &delivery, diags);
	bytes = picture_pack(worker, bytes, &delivery);
	said = clincourse_diags_text(diags, drawing->text, drawing->least);
	delivery.said = said;
	delivery.bytes = bytes;
	delivery_judge(&delivery, diags);
	delivery.cpu_us = (uint64_t)((cc_cpu_ms() - start) * 1e3);
	cc_delivery_put(worker->seat.out, &delivery);
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
	cc_way_put(worker->seat.out, &way);
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

void
cc_worker_run(const struct cc_batch *batch, int fd)
{
	struct worker worker = {.batch = batch};
	struct cc_frame frame;

	cc_seat_take(&worker.seat, batch, fd);
	if (batch->pack)
		worker.deflater = cc_deflater_create();
	while (cc_seat_frame(&worker.seat, &frame) && answer(&worker, &frame) &&
	       cc_seat_send(&worker.seat))
		continue;
	/* Nothing to be tidied up: no handler of the parent's runs here. */
	_exit(EXIT_SUCCESS);
}
