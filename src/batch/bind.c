/* A worker that makes one document of all cases: its output comes for the next
 * page, and for that the worker waits. */
#include "api/context.h"
#include "batch/seat.h"
#include "batch/worker.h"

#include <stdlib.h>
#include <unistd.h>

struct binding {
	const struct cc_batch *batch;
	struct cc_seat seat;
	const struct cc_batch_drawing *drawing; /* of the first case, and all */
	struct clincourse_diags *diags; /* of the document; nobody reads them */
	struct clincourse_reader *reader;
	struct cc_task task;
	bool begun;    /* the task is in the document, or tried to be */
	GString *made; /* of the document, and not sent yet */
	bool differs;  /* a case is to be drawn in another way */
};

static bool
task_next(struct binding *binding)
{
	struct cc_frame frame;

	return cc_seat_frame(&binding->seat, &frame) &&
	       cc_frame_take_number(&frame) == CC_MESSAGE_TASK &&
	       cc_task_take(&frame, &binding->task);
}

static void
task_answer(struct binding *binding, enum cc_outcome outcome)
{
	const struct cc_delivery delivery = {
	    .number = binding->task.number,
	    .outcome = outcome,
	    .id = "",
	    .code = "",
	    .said = "",
	    .bytes = binding->made->str,
	    .length = binding->made->len,
	};

	cc_delivery_put(binding->seat.out, &delivery);
	if (!cc_seat_send(&binding->seat))
		_exit(EXIT_FAILURE);
	g_string_truncate(binding->made, 0);
}

/* The next case; NULL at the end, or where one cannot be in the same document.
 */
static const struct clincourse_case *
case_next(void *data)
{
	struct binding *binding = data;
	const struct cc_batch *batch = binding->batch;
	const struct cc_batch_drawing *drawing;

	if (binding->begun) {
		task_answer(binding, CC_DRAWN);
		clincourse_close(g_steal_pointer(&binding->reader));
		if (!task_next(binding))
			_exit(EXIT_SUCCESS);
	}
	binding->begun = true;
	if (binding->task.length == 0)
		return NULL;
	drawing = batch->drawing(batch->data, binding->task.name);
	binding->differs = drawing->render != binding->drawing->render;
	if (binding->differs)
		return NULL;
	clincourse_render_number(drawing->render, binding->task.number);
	clincourse_render_advise(drawing->render, false);
	binding->reader =
	    cc_task_open(&binding->task, drawing->context, binding->diags);
	return binding->reader != NULL
	           ? clincourse_next(binding->reader, NULL, binding->diags)
	           : NULL;
}

void
cc_worker_bind(const struct cc_batch *batch, int fd)
{
	struct binding binding = {.batch = batch};
	bool whole;

	cc_seat_take(&binding.seat, batch, fd);
	binding.diags = clincourse_diags_create();
	binding.made = g_string_new(NULL);
	if (!task_next(&binding))
		_exit(EXIT_SUCCESS);
	binding.drawing = batch->drawing(batch->data, binding.task.name);
	whole = cc_draw_pulled(binding.drawing->render, binding.drawing->format,
	    case_next, &binding, cc_sink_open_memory(binding.made),
	    binding.diags);
	task_answer(&binding, whole && binding.task.length == 0 ? CC_DRAWN
			      : binding.differs                 ? CC_REFUSED
								: CC_FAILED);
	_exit(EXIT_SUCCESS);
}
