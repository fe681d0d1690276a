#include "batch/message.h"

#include <string.h>

static const char *const outcome_words[] = {
    [CC_DRAWN] = "drawn",
    [CC_REFUSED] = "refused",
    [CC_FAILED] = "failed",
    [CC_CRASHED] = "crashed",
    [CC_TIMEOUT] = "timeout",
    [CC_MEMORY] = "memory",
};
G_STATIC_ASSERT(G_N_ELEMENTS(outcome_words) == CC_OUTCOME_COUNT);

const char *
cc_outcome_word(enum cc_outcome outcome)
{
	return outcome_words[outcome];
}

bool
cc_outcome_find(const char *word, enum cc_outcome *outcome)
{
	for (int i = 0; i < CC_OUTCOME_COUNT; i++)
		if (strcmp(outcome_words[i], word) == 0) {
			*outcome = (enum cc_outcome)i;
			return true;
		}
	return false;
}

void
cc_ask_put(GByteArray *to, const char *name)
{
	guint begin = cc_frame_begin(to);

	cc_frame_put_number(to, CC_MESSAGE_ASK);
	cc_frame_put_string(to, name);
	cc_frame_end(to, begin);
}

bool
cc_ask_take(struct cc_frame *frame, const char **name)
{
	*name = cc_frame_take_string(frame);
	return cc_frame_ended(frame);
}

void
cc_task_put(GByteArray *to, const struct cc_task *task)
{
	guint begin = cc_frame_begin(to);

	cc_frame_put_number(to, CC_MESSAGE_TASK);
	cc_frame_put_number(to, task->number);
	cc_frame_put_number(to, task->input);
	cc_frame_put_string(to, task->name);
	cc_frame_put_number(to, task->line);
	cc_frame_put_number(to, task->column);
	cc_frame_put_string(to, task->root);
	cc_frame_put_bytes(to, task->bytes, task->length);
	cc_frame_end(to, begin);
}

bool
cc_task_take(struct cc_frame *frame, struct cc_task *task)
{
	task->number = cc_frame_take_number(frame);
	task->input = cc_frame_take_number(frame);
	task->name = cc_frame_take_string(frame);
	task->line = cc_frame_take_number(frame);
	task->column = cc_frame_take_number(frame);
	task->root = cc_frame_take_string(frame);
	task->bytes = cc_frame_take_bytes(frame, &task->length);
	return cc_frame_ended(frame);
}

void
cc_way_put(GByteArray *to, const struct cc_way *way)
{
	guint begin = cc_frame_begin(to);

	cc_frame_put_number(to, way->code);
	cc_frame_put_string(to, way->fingerprint);
	cc_frame_put_string(to, way->suffix);
	cc_frame_put_number(to, way->numbered);
	cc_frame_put_number(to, way->discreet);
	cc_frame_put_string(to, way->said);
	cc_frame_end(to, begin);
}

bool
cc_way_take(struct cc_frame *frame, struct cc_way *way)
{
	way->code = cc_frame_take_number(frame);
	way->fingerprint = cc_frame_take_string(frame);
	way->suffix = cc_frame_take_string(frame);
	way->numbered = cc_frame_take_number(frame) != 0;
	way->discreet = cc_frame_take_number(frame) != 0;
	way->said = cc_frame_take_string(frame);
	return cc_frame_ended(frame);
}

void
cc_delivery_put(GByteArray *to, const struct cc_delivery *delivery)
{
	guint begin = cc_frame_begin(to);

	cc_frame_put_number(to, delivery->number);
	cc_frame_put_number(to, delivery->outcome);
	cc_frame_put_string(to, delivery->id);
	cc_frame_put_string(to, delivery->code);
	cc_frame_put_number(to, delivery->line);
	cc_frame_put_number(to, delivery->column);
	cc_frame_put_number(to, delivery->errors);
	cc_frame_put_number(to, delivery->warnings);
	cc_frame_put_number(to, delivery->cpu_us);
	cc_frame_put_string(to, delivery->said);
	cc_frame_put_bytes(to, delivery->bytes, delivery->length);
	cc_frame_put_number(to, delivery->plain);
	cc_frame_put_number(to, delivery->crc);
	cc_frame_put_number(to, delivery->deflated);
	cc_frame_end(to, begin);
}

bool
cc_delivery_take(struct cc_frame *frame, struct cc_delivery *delivery)
{
	uint64_t outcome;

	delivery->number = cc_frame_take_number(frame);
	outcome = cc_frame_take_number(frame);
	delivery->outcome = (enum cc_outcome)outcome;
	delivery->id = cc_frame_take_string(frame);
	delivery->code = cc_frame_take_string(frame);
	delivery->line = cc_frame_take_number(frame);
	delivery->column = cc_frame_take_number(frame);
	delivery->errors = cc_frame_take_number(frame);
	delivery->warnings = cc_frame_take_number(frame);
	delivery->cpu_us = cc_frame_take_number(frame);
	delivery->said = cc_frame_take_string(frame);
	delivery->bytes = cc_frame_take_bytes(frame, &delivery->length);
	delivery->plain = cc_frame_take_number(frame);
	delivery->crc = (uint32_t)cc_frame_take_number(frame);
	delivery->deflated = cc_frame_take_number(frame) != 0;
	/* What ends a worker is not told by one. */
	return cc_frame_ended(frame) && outcome <= CC_FAILED;
}
