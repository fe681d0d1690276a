/* Axis breaks: long stretches in which nothing was recorded are cut out,
 * never through a bar. */
#include "layout/parts.h"

#include <stdlib.h>

/* A silence is cut when it takes this share of what is drawn. */
#define CUT_SHARE 0.24
/* Kept on both sides of a cut, as a share of what is drawn. */
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

/* A silence that may be cut is longer than two such parts of the time
 * (2 / PARTS < CUT_SHARE), so one of them lies within it. */
#define PARTS 9
#define ALL_PARTS ((1u << PARTS) - 1)

/* What was recorded between two times, in the order of the file. */
struct record {
	int64_t first, last;
	struct stretch *stretch;
	size_t count;
	unsigned parts; /* those with anything in them, a bit each */
};

static void
mark_parts(struct record *record, struct stretch s)
{
	int64_t first = record->first, last = record->last;
	if (last <= first)
		return;
	int64_t from = CLAMP(s.from, first, last - 1) - first;
	int64_t to = CLAMP(s.to, first, last - 1) - first;
	int64_t one = from * PARTS / (last - first);
	int64_t end = to * PARTS / (last - first);
	record->parts |= 1u << one;
	while (one < end)
		record->parts |= 1u << ++one;
}

static void
add(struct record *record, const struct cc_figure *figure,
    const struct cc_span *span)
{
	if (!span->dated)
		return;
	int64_t from = span->earliest_start.minute;
	int64_t to = span->latest_end.minute;
	if (from == CC_INSTANT_NONE_BEFORE.minute)
		from = span->latest_start.minute;
	if (to == CC_INSTANT_NONE_AFTER.minute)
		to = figure->course->last_dated.minute;
	struct stretch stretch = {from, to};
	record->stretch[record->count++] = stretch;
	mark_parts(record, stretch);
}

/* Up to where there is something in every part, as in most courses before
 * long: then there is no silence to be cut. */
static void
find_recorded(const struct cc_figure *figure, struct record *record)
{
	const struct cc_case *course = figure->course;
	size_t most = course->fact_count;
	for (size_t i = 0; i < course->fact_count; i++)
		most += course->facts[i].value_count;
	record->stretch =
	    cc_arena_new_room(figure->arena, struct stretch, most);
	for (size_t i = 0; i < course->fact_count && record->parts != ALL_PARTS;
	     i++) {
		const struct cc_fact *fact = &course->facts[i];
		if (fact->kind != CC_KIND_SERIES)
			add(record, figure, &fact->when.span);
		for (size_t v = 0; v < fact->value_count; v++)
			add(record, figure, &fact->values[v].when.span);
	}
}

/* The silences between what was recorded, in order. */
static GArray *
silences(const struct record *record)
{
	GArray *found = g_array_new(FALSE, FALSE, sizeof(struct stretch));
	int64_t covered = record->first;
	qsort(record->stretch, record->count, sizeof(struct stretch), by_from);
	for (size_t i = 0; i < record->count; i++) {
		const struct stretch *s = &record->stretch[i];
		if (s->from > covered && s->from < record->last) {
			struct stretch silence = {covered, s->from};
			g_array_append_val(found, silence);
		}
		covered = MAX(covered, s->to);
	}
	return found;
}

static int
by_length(const void *a, const void *b)
{
	const struct stretch *x = a, *y = b;
	int64_t one = x->to - x->from, two = y->to - y->from;
	if (one != two)
		return one > two ? -1 : 1;
	return by_from(a, b);
}

/* The longest silences go, each measured against what is then left: one date
 * of another century must not hide that the rest has silences of its own.
 * Returns the minutes that stay. */
static int64_t
choose_cuts(GArray *list, int64_t span)
{
	guint cuts = 0;
	g_array_sort(list, by_length);
	while (cuts < list->len && cuts + 1 < CC_AXIS_STRETCHES) {
		struct stretch *s = &g_array_index(list, struct stretch, cuts);
		if ((double)(s->to - s->from) <= CUT_SHARE * (double)span)
			break;
		span -= s->to - s->from;
		cuts++;
	}
	g_array_set_size(list, cuts);
	g_array_sort(list, by_from);
	return span;
}

static void
cut(struct cc_axis *axis, const struct record *record)
{
	struct cc_instant last = axis->stretch[0].to;
	GArray *cuts = silences(record);
	int64_t left = choose_cuts(cuts, record->last - record->first);
	int64_t margin =
	    MAX((int64_t)(CUT_MARGIN * (double)left), CC_MINUTES_A_DAY / 24);
	for (guint i = 0; i < cuts->len; i++) {
		struct stretch *s = &g_array_index(cuts, struct stretch, i);
		int64_t kept = MIN(margin, (s->to - s->from) / 3);
		axis->stretch[axis->stretches - 1].to.minute = s->from + kept;
		axis->stretch[axis->stretches++] =
		    (struct cc_stretch){.from = {s->to - kept}, .to = last};
	}
	g_array_unref(cuts);
}

/* Sets the stretches' instants; their columns follow from the shares. */
void
cc_axis_cut(struct cc_figure *figure)
{
	struct cc_axis *axis = &figure->axis;
	const struct cc_stretch *whole = &axis->stretch[0];
	struct record record = {
	    .first = whole->from.minute, .last = whole->to.minute};
	if (figure->in->options.unbroken)
		return;
	find_recorded(figure, &record);
	if (record.parts != ALL_PARTS)
		cut(axis, &record);
}
