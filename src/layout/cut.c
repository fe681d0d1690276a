/* Axis breaks: long stretches in which nothing was recorded are cut out,
 * never through a bar. */
#include "layout/parts.h"

#include <stdlib.h>

/* A silence is cut when it takes this share of the whole axis. */
#define CUT_SHARE 0.24
/* Kept on both sides of a cut, as a share of the axis. */
#define CUT_MARGIN 0.02

struct stretch {
	int64_t from, to;
};

static int
by_from(const void *a, const void *b)
{
	const struct stretch *x = a, *y = b;
	return (x->from > y->from) - (x->from < y->from);
}

static void
add(GArray *list, const struct cc_figure *figure, const struct cc_span *span)
{
	if (!span->dated)
		return;
	int64_t from = span->earliest_start.minute;
	int64_t to = span->latest_end.minute;
	int64_t last = figure->course->last_dated.minute;
	if (from == CC_INSTANT_NONE_BEFORE.minute)
		from = span->latest_start.minute;
	if (to == CC_INSTANT_NONE_AFTER.minute)
		to = last;
	struct stretch s = {from, to};
	g_array_append_val(list, s);
}

static GArray *
recorded(const struct cc_figure *figure)
{
	GArray *list = g_array_new(FALSE, FALSE, sizeof(struct stretch));
	for (size_t i = 0; i < figure->course->fact_count; i++) {
		const struct cc_fact *fact = &figure->course->facts[i];
		if (fact->kind != CC_KIND_SERIES)
			add(list, figure, &fact->when.span);
		for (size_t v = 0; v < fact->value_count; v++)
			add(list, figure, &fact->values[v].when.span);
	}
	g_array_sort(list, by_from);
	return list;
}

/* Sets the stretches' instants; their columns follow from the shares. */
void
cc_axis_cut(struct cc_figure *figure)
{
	struct cc_axis *axis = &figure->axis;
	struct cc_stretch *whole = &axis->stretch[0];
	int64_t first = whole->from.minute, last = whole->to.minute;
	double span = (double)(last - first);
	int64_t margin = (int64_t)(CUT_MARGIN * span);
	GArray *list = recorded(figure);
	int64_t covered = first;
	for (guint i = 0; i < list->len; i++) {
		struct stretch *s = &g_array_index(list, struct stretch, i);
		if (s->from > covered &&
		    (double)(s->from - covered) > CUT_SHARE * span &&
		    axis->stretches < CC_AXIS_STRETCHES && s->from < last) {
			axis->stretch[axis->stretches - 1].to.minute =
			    covered + margin;
			axis->stretch[axis->stretches++] = (struct cc_stretch){
			    .from = {s->from - margin}, .to = {last}};
		}
		if (s->to > covered)
			covered = s->to;
	}
	g_array_free(list, TRUE);
}
