/* Any bytes as what a worker sends: nothing is read beyond their end, and what
 * is taken is written back as it was. */
#include "batch/message.h"

#include <string.h>

int LLVMFuzzerTestOneInput(const guint8 *data, size_t size);

static void
try_delivery(struct cc_frame frame, const guint8 *data, size_t length)
{
	g_autoptr(GByteArray) back = g_byte_array_new();
	struct cc_delivery delivery;

	if (!cc_delivery_take(&frame, &delivery))
		return;
	cc_delivery_put(back, &delivery);
	/* Yes is any number but 0, and a number may be cut to its bits. */
	g_assert_cmpuint(back->len, ==, length);
	g_assert_true(memcmp(back->data, data, length / 2) == 0);
}

int
LLVMFuzzerTestOneInput(const guint8 *data, size_t size)
{
	struct cc_frame frame;
	struct cc_task task;
	struct cc_way way;
	size_t length;

	while (cc_frame_find(data, size, &frame, &length) == CC_FRAME_WHOLE) {
		struct cc_frame again = frame;

		cc_task_take(&again, &task);
		again = frame;
		cc_way_take(&again, &way);
		try_delivery(frame, data, length);
		data += length;
		size -= length;
	}
	return 0;
}
