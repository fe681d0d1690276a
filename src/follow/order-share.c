/* Several that may have been at any time of one span: side by side in it. */
#include "follow/order-share.h"

#include <glib.h>
#include <stdlib.h>

static int
by_span(const void *left, const void *right)
{
	const struct cc_ordered *a = *(const struct cc_ordered *const *)left;
	const struct cc_ordered *b = *(const struct cc_ordered *const *)right;
	int64_t s = a->span.latest_start.minute;
	int64_t t = b->span.latest_start.minute;

	if (s != t)
		return s < t ? -1 : 1;
	s = a->span.earliest_start.minute;
	t = b->span.earliest_start.minute;
	if (s != t)
		return s < t ? -1 : 1;
	/* Both lie in the order that they were placed in. */
	return a->share < b->share ? -1 : a->share > b->share;
}

/* What stands side by side: from `first` on, up to `end`. */
static void
share_span(GPtrArray *list, guint first, guint end)
{
	size_t depths = 1;

	for (guint i = first; i < end; i++) {
		const struct cc_ordered *place = list->pdata[i];

		depths = MAX(depths, place->depth + 1);
	}
	for (guint i = first; i < end; i++) {
		struct cc_ordered *place = list->pdata[i];

		place->share = (double)(i - first + 1) / (end - first + 1);
		place->depths = depths;
	}
}

static bool
is_same_span(const struct cc_ordered *a, const struct cc_ordered *b)
{
	return a->span.latest_start.minute == b->span.latest_start.minute &&
	       a->span.earliest_start.minute == b->span.earliest_start.minute;
}

void
cc_order_share(struct cc_ordered *places, const size_t *order, size_t count)
{
	g_autoptr(GPtrArray) list = g_ptr_array_new();
	guint end;

	for (size_t i = 0; i < count; i++) {
		struct cc_ordered *place = &places[order[i]];

		place->share = (double)i;
		if (place->kind == CC_ORDERED_BETWEEN)
			g_ptr_array_add(list, place);
	}
	if (list->len > 0)
		qsort(list->pdata, list->len, sizeof(gpointer), by_span);
	for (guint i = 0; i < list->len; i = end) {
		end = i + 1;
		while (end < list->len &&
		       is_same_span(list->pdata[end], list->pdata[i]))
			end++;
		share_span(list, i, end);
	}
}
