/* What stands on the axis, so that it is never cut there. */
#include "layout/parts.h"
#include "layout/silence.h"

#include <glib.h>
#include <stdlib.h>
#include <string.h>

/* A gap this many times as long as the longer one beside it is not what the
 * test was usually done at. */
#define UNUSUAL 5

/* A value or size that a curve goes through. */
struct reading {
	const char *test; /* NULL: of that fact alone */
	size_t patient, fact;
	int64_t from, to; /* [minutes] */
};

struct filling {
	const struct cc_figure *figure;
	struct cc_occupied *occupied;
	size_t count, room;
	struct reading *reading;
	size_t readings;
};

static void
occupy(struct filling *filling, struct cc_occupied occupied)
{
	g_assert(filling->count < filling->room);
	if (occupied.to >= occupied.from)
		filling->occupied[filling->count++] = occupied;
}

static int64_t
start_of(const struct cc_span *span)
{
	if (span->earliest_start.minute == INT64_MIN)
		return span->latest_start.minute;
	return span->earliest_start.minute;
}

/* The patient was followed up to it. */
static bool
is_awaited(const struct cc_figure *figure, const struct cc_fact *fact)
{
	const struct cc_span *contact =
	    &cc_follow_patient(figure->follow, fact)->contact;
	const struct cc_turn *turn = figure->follow->turns.of[fact->index];
	bool last = turn && (turn->kind == CC_TURN_DEATH ||
				turn->kind == CC_TURN_REPORT);
	return last ||
	       (contact->dated && contact->earliest_start.minute ==
				      fact->when.span.earliest_start.minute);
}

/* Its end where one is known; of what is only ordered, whether dated things
 * stand on both sides of it. Outside lines nothing is drawn of an end that
 * nobody stated. */
static struct cc_occupied
stand(const struct cc_figure *figure, const struct cc_fact *fact)
{
	const struct cc_ordered *ordered =
	    &figure->follow->order.of[fact->index];
	if (ordered->kind == CC_ORDERED_BETWEEN)
		return (struct cc_occupied){.from = start_of(&ordered->span),
		    .to = ordered->closed ? ordered->span.latest_end.minute
		                          : start_of(&ordered->span)};
	struct cc_extent extent = cc_extent_of(figure->follow, fact, NULL);
	bool fades =
	    extent.end == CC_END_NOT_STATED && fact->line == CC_NO_LINE;
	return (struct cc_occupied){.from = start_of(&extent.span),
	    .to = fades ? extent.told.minute : extent.span.latest_end.minute,
	    .awaited = is_awaited(figure, fact)};
}

static void
occupy_facts(struct filling *filling)
{
	const struct cc_figure *figure = filling->figure;
	const struct cc_case *course = figure->course;
	for (size_t i = 0; i < course->fact_count; i++) {
		const struct cc_fact *fact = &course->facts[i];
		enum cc_ordered_kind kind = figure->follow->order.of[i].kind;
		if (kind == CC_ORDERED_BETWEEN ||
		    (kind == CC_ORDERED_DATED && fact->when.span.dated))
			occupy(filling, stand(figure, fact));
	}
}

/* A response stands, whether it was looked for again or is carried on. */
static void
occupy_states(struct filling *filling)
{
	const struct cc_states *states = &filling->figure->follow->states;
	for (size_t r = 0; r < states->count; r++) {
		const struct cc_responses *row = &states->of[r];
		for (size_t i = 0; i < row->count; i++)
			occupy(filling,
			    (struct cc_occupied){
				.from = start_of(&row->item[i].from),
				.to = row->item[i].carried_until.minute});
	}
}

static size_t
count_states(const struct cc_states *states)
{
	size_t count = 0;
	for (size_t r = 0; r < states->count; r++)
		count += states->of[r].count;
	return count;
}

static size_t
count_values(const struct cc_case *course)
{
	size_t count = 0;
	for (size_t i = 0; i < course->fact_count; i++)
		count += course->facts[i].value_count;
	return count;
}

/* All that stands there by itself. Returns the room that curves need. */
static size_t
occupy_all(struct filling *filling)
{
	const struct cc_case *course = filling->figure->course;
	size_t values = count_values(course);
	filling->room = course->fact_count + 2 * values +
	                count_states(&filling->figure->follow->states);
	filling->occupied = cc_arena_new_room(
	    filling->figure->arena, struct cc_occupied, filling->room + 1);
	occupy_facts(filling);
	occupy_states(filling);
	return values;
}

/* ---- curves ---- */

static int
by_curve(const void *a, const void *b)
{
	const struct reading *x = a, *y = b;
	int order = g_strcmp0(x->test, y->test);
	if (order != 0)
		return order;
	if (x->patient != y->patient)
		return x->patient < y->patient ? -1 : 1;
	if (!x->test && x->fact != y->fact)
		return x->fact < y->fact ? -1 : 1;
	return (x->from > y->from) - (x->from < y->from);
}

static bool
is_same_curve(const struct reading *a, const struct reading *b)
{
	return a->patient == b->patient &&
	       (a->test ? g_strcmp0(a->test, b->test) == 0
			: !b->test && a->fact == b->fact);
}

/* As files mostly have them. */
static bool
is_in_order(const struct filling *filling)
{
	for (size_t i = 1; i < filling->readings; i++)
		if (by_curve(&filling->reading[i - 1], &filling->reading[i]) >
		    0)
			return false;
	return true;
}

static void
find_readings(struct filling *filling, size_t room)
{
	const struct cc_case *course = filling->figure->course;
	filling->reading =
	    cc_arena_new_room(filling->figure->arena, struct reading, room + 1);
	for (size_t i = 0; i < course->fact_count; i++) {
		const struct cc_fact *fact = &course->facts[i];
		for (size_t v = 0; v < fact->value_count; v++) {
			const struct cc_value *value = &fact->values[v];
			if (!value->when.span.dated)
				continue;
			filling->reading[filling->readings++] =
			    (struct reading){
				.test = value->code ? value->code : fact->code,
				.patient = fact->patient,
				.fact = i,
				.from = start_of(&value->when.span),
				.to = value->when.span.latest_end.minute};
		}
	}
	if (!is_in_order(filling))
		qsort(filling->reading, filling->readings,
		    sizeof(struct reading), by_curve);
}

/* Minutes from a reading to the next of its curve; -1: there is none. */
static int64_t
gap_after(const struct filling *filling, size_t i)
{
	const struct reading *reading = &filling->reading[i];
	if (i + 1 >= filling->readings || !is_same_curve(reading, reading + 1))
		return -1;
	return reading[1].from - reading->from;
}

/* Values are joined, but over a gap that is not the test's usual one. */
static void
occupy_curves(struct filling *filling, size_t room)
{
	int64_t before = -1;
	find_readings(filling, room);
	for (size_t i = 0; i < filling->readings; i++) {
		const struct reading *reading = &filling->reading[i];
		int64_t gap = gap_after(filling, i);
		int64_t after = gap < 0 ? -1 : gap_after(filling, i + 1);
		int64_t beside = MAX(before, after);
		occupy(filling, (struct cc_occupied){
				    .from = reading->from, .to = reading->to});
		if (gap >= 0 && (beside <= 0 || gap <= UNUSUAL * beside))
			occupy(
			    filling, (struct cc_occupied){.from = reading->from,
					 .to = reading[1].from});
		before = gap;
	}
}

/* Sets the stretches' instants; their columns follow from the shares. */
void
cc_axis_cut(struct cc_figure *figure)
{
	struct filling filling = {.figure = figure};
	if (figure->in->options.unbroken)
		return;
	size_t values = occupy_all(&filling);
	if (!cc_has_silence(&figure->axis, filling.occupied, filling.count))
		return;
	occupy_curves(&filling, values);
	cc_silences_cut(&figure->axis, filling.occupied, filling.count);
}
