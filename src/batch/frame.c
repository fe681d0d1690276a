#include "batch/frame.h"

#include <string.h>

#define HEAD 4              /* [bytes] of the length */
#define NUMBER 8            /* [bytes] */
#define BODY_MAX (1u << 30) /* [bytes]: no picture is as large */

static void
put_little(guint8 *to, uint64_t number, int bytes)
{
	for (int i = 0; i < bytes; i++)
		to[i] = (guint8)(number >> 8 * i);
}

static uint64_t
take_little(const guint8 *from, int bytes)
{
	uint64_t number = 0;

	for (int i = 0; i < bytes; i++)
		number |= (uint64_t)from[i] << 8 * i;
	return number;
}

guint
cc_frame_begin(GByteArray *to)
{
	const guint8 head[HEAD] = {0};
	guint begin = to->len;

	g_byte_array_append(to, head, HEAD);
	return begin;
}

void
cc_frame_put_number(GByteArray *to, uint64_t number)
{
	guint8 bytes[NUMBER];

	put_little(bytes, number, NUMBER);
	g_byte_array_append(to, bytes, NUMBER);
}

/* A 0 stands behind them, so that strings are taken where they lie. */
void
cc_frame_put_bytes(GByteArray *to, const void *bytes, size_t length)
{
	cc_frame_put_number(to, length);
	if (length > 0)
		g_byte_array_append(to, bytes, (guint)length);
	g_byte_array_append(to, (const guint8 *)"", 1);
}

void
cc_frame_put_string(GByteArray *to, const char *string)
{
	cc_frame_put_bytes(to, string, string != NULL ? strlen(string) : 0);
}

void
cc_frame_end(GByteArray *to, guint begin)
{
	put_little(to->data + begin, to->len - begin - HEAD, HEAD);
}

enum cc_frame_found
cc_frame_find(
    const guint8 *bytes, size_t count, struct cc_frame *frame, size_t *length)
{
	uint64_t body;

	if (count < HEAD)
		return CC_FRAME_MORE;
	body = take_little(bytes, HEAD);
	if (body > BODY_MAX)
		return CC_FRAME_BROKEN;
	if (count - HEAD < body)
		return CC_FRAME_MORE;
	*frame =
	    (struct cc_frame){.at = bytes + HEAD, .end = bytes + HEAD + body};
	*length = HEAD + (size_t)body;
	return CC_FRAME_WHOLE;
}

uint64_t
cc_frame_take_number(struct cc_frame *frame)
{
	uint64_t number;

	if (frame->broken || frame->end - frame->at < NUMBER) {
		frame->broken = true;
		return 0;
	}
	number = take_little(frame->at, NUMBER);
	frame->at += NUMBER;
	return number;
}

const char *
cc_frame_take_bytes(struct cc_frame *frame, size_t *length)
{
	uint64_t count = cc_frame_take_number(frame);
	const char *bytes = (const char *)frame->at;

	if (frame->broken || count >= (uint64_t)(frame->end - frame->at) ||
	    bytes[count] != '\0') {
		frame->broken = true;
		*length = 0;
		return "";
	}
	frame->at += count + 1;
	*length = (size_t)count;
	return bytes;
}

const char *
cc_frame_take_string(struct cc_frame *frame)
{
	size_t length;
	const char *string = cc_frame_take_bytes(frame, &length);

	if (strlen(string) == length)
		return string;
	frame->broken = true;
	return "";
}

bool
cc_frame_ended(const struct cc_frame *frame)
{
	return !frame->broken && frame->at == frame->end;
}
