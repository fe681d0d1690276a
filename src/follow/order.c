/* From "after what" to a place.
 *
 * A fact without a date says what it comes after (after="…", or an offset from
 * another fact without a date). That makes a graph without rings (reading
 * refuses them) over the facts, of which only those without a date need a
 * place. It is walked twice, each edge once:
 *
 * 1. find_unplaced lists them so that each stands behind all that it comes
 *    after. This is the order in which later steps may look back.
 * 2. find_bounds walks the list from its end: what comes after a thing limits
 *    it. A dated fact hands its latest start to what it comes after, that hands
 *    it on; so a thing gets the earliest of all that follow it, however many
 *    things without a date lie between them.
 *
 * Then each is one of two:
 *
 * - Some time between (CC_ORDERED_BETWEEN): from the latest that it comes after
 *   to its bound, or where nothing dated follows, to the end of what is known
 *   of the patient. It is not placed at the middle of that time: its span says
 *   that it may have been on any day of it. Several that share one span stand
 *   side by side in their order (`share`), which says nothing of how far apart
 *   they were.
 * - Behind everything (CC_ORDERED_STEP): what comes after the last contact with
 *   nothing dated after it, and all of a patient of whom nothing is dated. It
 *   would stretch the axis by a time that nobody knows, so it stands beyond it,
 *   in steps of equal width. They are counted in instants from CC_STEP_BASE,
 *   more than any course can reach, so that whatever sorts by time puts them
 *   last. A death is always one of them, never lost among what lies between,
 *   and of its patient the last.
 *
 * All of it is n log n in the facts and the edges: one walk down, one up, and
 * two sorts. No recursion: a chain may be as long as the course. */
#include "follow/order-share.h"

#include "follow/patient.h"
#include "model/model.h"

#include <glib.h>
#include <stdlib.h>

struct ordering {
	const struct cc_case *course;
	const struct cc_patient_course *patients;
	struct cc_ordered *place; /* by fact index */
	int64_t exact;
	size_t *list; /* facts without a date, each after what it comes after */
	size_t count;
	/* By fact index: how long it was sure to be before what comes after
	 * it; INT64_MAX: nothing dated does. */
	int64_t *bound;
	guint8 *end; /* by fact index: a death or last word, or after it */
};

/* ---- which, and in which order ---- */

/* Values of a series say their own time. One who was followed up to nobody
 * knows when has facts with one bound and no axis to stand on. */
static bool
is_unplaced(const struct ordering *ordering, const struct cc_fact *fact)
{
	const struct cc_span *span = &fact->when.span;

	if (fact->kind == CC_KIND_SERIES)
		return false;
	if (!span->dated)
		return true;
	return !ordering->patients[fact->patient].contact.dated &&
	       (span->earliest_start.minute == INT64_MIN ||
		   span->latest_end.minute == INT64_MAX);
}

static const struct cc_fact *
before(const struct cc_fact *fact, size_t n)
{
	if (fact->when.since != NULL) {
		if (n == 0)
			return fact->when.since;
		n--;
	}
	return n < fact->after.count ? fact->after.fact[n] : NULL;
}

struct visit {
	const struct cc_fact *fact;
	size_t next;
};

/* Depth first, on a stack of its own: a chain may be as long as a course. */
static void
visit(struct ordering *ordering, bool *seen, struct visit *path,
    const struct cc_fact *from)
{
	size_t depth = 0;

	seen[from->index] = true;
	path[depth++] = (struct visit){from, 0};
	while (depth > 0) {
		struct visit *top = &path[depth - 1];
		const struct cc_fact *on = before(top->fact, top->next++);

		if (on == NULL) {
			ordering->list[ordering->count++] = top->fact->index;
			depth--;
		} else if (!seen[on->index] && is_unplaced(ordering, on)) {
			seen[on->index] = true;
			path[depth++] = (struct visit){on, 0};
		}
	}
}

static void
find_unplaced(struct cc_arena *arena, struct ordering *ordering)
{
	const struct cc_case *course = ordering->course;
	bool *seen = cc_arena_new_array(arena, bool, course->fact_count);
	/* No fact is on it twice. */
	struct visit *path =
	    cc_arena_new_room(arena, struct visit, course->fact_count);

	for (size_t i = 0; i < course->fact_count; i++)
		if (!seen[i] && is_unplaced(ordering, &course->facts[i]))
			visit(ordering, seen, path, &course->facts[i]);
}

/* Against the order: what comes after a thing limits it. */
static void
find_bounds(struct ordering *ordering)
{
	const struct cc_case *course = ordering->course;

	for (size_t i = 0; i < course->fact_count; i++)
		ordering->bound[i] =
		    is_unplaced(ordering, &course->facts[i])
			? INT64_MAX
			: course->facts[i].when.span.latest_start.minute;
	for (size_t i = 0; i < course->fact_count; i++) {
		const struct cc_fact *fact = &course->facts[i], *on;

		for (size_t n = 0; !is_unplaced(ordering, fact) &&
				   (on = before(fact, n)) != NULL;
		     n++)
			ordering->bound[on->index] =
			    MIN(ordering->bound[on->index], ordering->bound[i]);
	}
	for (size_t i = ordering->count; i-- > 0;) {
		size_t at = ordering->list[i];
		const struct cc_fact *on;

		for (size_t n = 0; (on = before(&course->facts[at], n)) != NULL;
		     n++)
			ordering->bound[on->index] = MIN(
			    ordering->bound[on->index], ordering->bound[at]);
	}
}

/* ---- between ---- */

/* A death, what was at last where nothing says more of its time, and what came
 * after either: an autopsy. */
static void
find_ends(struct ordering *ordering)
{
	for (size_t i = 0; i < ordering->count; i++) {
		const struct cc_fact *fact =
		    &ordering->course->facts[ordering->list[i]];
		const struct cc_fact *on = before(fact, 0);
		bool end = fact == ordering->patients[fact->patient].death ||
		           (fact->kind == CC_KIND_OUTCOME &&
			       !fact->when.span.dated && on == NULL);

		for (size_t n = 0; !end && (on = before(fact, n)) != NULL; n++)
			end = ordering->end[on->index];
		ordering->end[fact->index] = end;
	}
}

/* What was of a life lies before the death that ended it. */
static bool
is_before_death(
    const struct cc_patient_course *patient, const struct cc_fact *fact)
{
	return cc_death_is_dated(patient) && fact->happened &&
	       !cc_fact_outlives(fact);
}

static bool
is_last(const struct ordering *ordering, const struct cc_fact *fact)
{
	const struct cc_patient_course *patient =
	    &ordering->patients[fact->patient];

	if (ordering->end[fact->index] || !patient->contact.dated)
		return true;
	return !is_before_death(patient, fact) &&
	       ordering->bound[fact->index] == INT64_MAX &&
	       fact->when.span.earliest_start.minute >=
	           patient->contact.earliest_start.minute;
}

/* What it comes after: over at the earliest, and as it is drawn, where a moment
 * stands in its middle. */
struct least {
	int64_t earliest, drawn;
};

static void
raise_least(struct least *least, int64_t earliest, int64_t drawn)
{
	least->earliest = MAX(least->earliest, earliest);
	least->drawn = MAX(least->drawn, drawn);
}

/* Of one that may have come after a death, what lies before it, where the thing
 * itself was of a life. */
static struct least
find_least(const struct ordering *ordering, const struct cc_fact *fact)
{
	const struct cc_patient_course *patient =
	    &ordering->patients[fact->patient];
	const int64_t most =
	    is_before_death(patient, fact) ? patient->over.minute : INT64_MAX;
	const int64_t own = fact->when.span.earliest_start.minute;
	struct least least = {own, own};
	const struct cc_fact *on;

	for (size_t n = 0; (on = before(fact, n)) != NULL; n++) {
		const struct cc_ordered *place = &ordering->place[on->index];
		const struct cc_span *span = &place->span;
		const int64_t latest = MIN(span->latest_end.minute, most);

		if (place->kind == CC_ORDERED_BETWEEN)
			raise_least(&least, span->earliest_start.minute,
			    span->earliest_start.minute);
		if (is_unplaced(ordering, on) ||
		    span->latest_end.minute == INT64_MAX ||
		    span->earliest_end.minute == INT64_MIN)
			continue;
		raise_least(&least, span->earliest_end.minute,
		    cc_instant_mid(
			span->earliest_end, (struct cc_instant){latest})
			.minute);
	}
	return (struct least){
	    MIN(least.earliest, most), MIN(least.drawn, most)};
}

/* What comes after something of the same span stands behind it. */
static size_t
find_depth(
    const struct ordering *ordering, const struct cc_fact *fact, int64_t from)
{
	const struct cc_fact *on;
	size_t depth = 0;

	for (size_t n = 0; (on = before(fact, n)) != NULL; n++) {
		const struct cc_ordered *place = &ordering->place[on->index];

		if (place->kind == CC_ORDERED_BETWEEN &&
		    place->span.earliest_start.minute == from)
			depth = MAX(depth, place->depth + 1);
	}
	return depth;
}

static void
place_between(struct ordering *ordering, const struct cc_fact *fact)
{
	const struct cc_patient_course *patient =
	    &ordering->patients[fact->patient];
	struct cc_ordered *place = &ordering->place[fact->index];
	int64_t bound = ordering->bound[fact->index];
	const struct least least = find_least(ordering, fact);
	int64_t from = least.drawn;

	place->kind = CC_ORDERED_BETWEEN;
	place->closed = bound != INT64_MAX;
	if (!place->closed)
		bound = patient->over.minute;
	if (from == INT64_MIN)
		from = ordering->course->first_dated.minute;
	/* What comes after it was before the middle of what it comes after. */
	if (bound < from)
		from = MAX(bound, least.earliest);
	bound = MAX(bound, from);
	place->depth = find_depth(ordering, fact, from);
	place->span = (struct cc_span){
	    .earliest_start = {from},
	    .latest_start = {bound},
	    .earliest_end = {from},
	    .latest_end = {bound},
	    .start_form = CC_MOMENT_BETWEEN,
	    .end_form = CC_MOMENT_BETWEEN,
	    .interval = fact->when.span.interval,
	    .dated = true,
	    .approximate = fact->when.span.approximate,
	    .uncertain = fact->when.span.uncertain,
	};
}

/* What has a date and comes after what has none is no earlier than that can
 * have been. */
static void
narrow_dated(struct ordering *ordering)
{
	for (size_t i = 0; i < ordering->course->fact_count; i++) {
		const struct cc_fact *fact = &ordering->course->facts[i], *on;
		struct cc_span *span = &ordering->place[i].span;

		for (size_t n = 0; !is_unplaced(ordering, fact) &&
				   (on = before(fact, n)) != NULL;
		     n++) {
			const struct cc_ordered *place =
			    &ordering->place[on->index];
			struct cc_instant least = place->span.earliest_start;

			if (place->kind != CC_ORDERED_BETWEEN ||
			    span->earliest_start.minute >= least.minute ||
			    span->latest_start.minute < least.minute)
				continue;
			span->earliest_start = least;
			span->earliest_end.minute =
			    MAX(span->earliest_end.minute, least.minute);
		}
	}
}

/* ---- steps ---- */

struct step {
	const struct cc_fact *fact;
	size_t at; /* in the order */
	bool end;
};

/* Offsets from a thing without a date have their order by length. */
static int
by_step(const void *left, const void *right)
{
	const struct step *a = left, *b = right;
	int64_t s = a->fact->when.span.earliest_start.minute;
	int64_t t = b->fact->when.span.earliest_start.minute;

	if (a->fact->patient != b->fact->patient)
		return a->fact->patient < b->fact->patient ? -1 : 1;
	if (a->end != b->end)
		return a->end ? 1 : -1;
	if (s != t)
		return s < t ? -1 : 1;
	return a->at < b->at ? -1 : 1;
}

static void
place_step(struct ordering *ordering, const struct cc_fact *fact, size_t step)
{
	struct cc_ordered *place = &ordering->place[fact->index];
	struct cc_instant from = {
	    CC_STEP_BASE + (int64_t)step * ordering->exact};
	struct cc_instant to = {from.minute + ordering->exact};

	place->kind = CC_ORDERED_STEP;
	place->span = (struct cc_span){
	    .earliest_start = from,
	    .latest_start = to,
	    .earliest_end = from,
	    .latest_end = to,
	    .start_form = CC_MOMENT_POINT,
	    .end_form = CC_MOMENT_POINT,
	    .interval = fact->when.span.interval,
	    .dated = true,
	    .approximate = fact->when.span.approximate,
	    .uncertain = fact->when.span.uncertain,
	};
}

static size_t
place_steps(struct ordering *ordering, const struct cc_fact **after)
{
	g_autofree struct step *steps = g_new(struct step, ordering->count + 1);
	size_t count = 0;

	*after = NULL;
	for (size_t i = 0; i < ordering->count; i++) {
		const struct cc_fact *fact =
		    &ordering->course->facts[ordering->list[i]];

		if (!is_last(ordering, fact))
			continue;
		steps[count++] =
		    (struct step){fact, i, ordering->end[fact->index]};
	}
	if (count > 0)
		qsort(steps, count, sizeof(steps[0]), by_step);
	for (size_t i = 0; i < count; i++) {
		const struct cc_fact *on;

		place_step(ordering, steps[i].fact, i);
		for (size_t n = 0;
		     i == 0 && (on = before(steps[i].fact, n)) != NULL; n++)
			if (!is_unplaced(ordering, on))
				*after = on;
	}
	return count;
}

struct cc_orders
cc_order_follow(struct cc_arena *arena, const struct cc_case *course,
    const struct cc_patient_course *patients, int64_t exact)
{
	struct ordering ordering = {
	    .course = course,
	    .patients = patients,
	    .place =
		cc_arena_new_room(arena, struct cc_ordered, course->fact_count),
	    .exact = exact,
	    .list = cc_arena_new_room(arena, size_t, course->fact_count),
	    .bound = cc_arena_new_room(arena, int64_t, course->fact_count),
	    .end = cc_arena_new_array(arena, guint8, course->fact_count),
	};
	struct cc_orders known = {.of = ordering.place, .step = exact};

	for (size_t i = 0; i < course->fact_count; i++)
		ordering.place[i] = (struct cc_ordered){
		    .span = cc_span_in_life(&patients[course->facts[i].patient],
			&course->facts[i], &course->facts[i].when.span)};
	find_unplaced(arena, &ordering);
	if (ordering.count == 0)
		return known;
	find_bounds(&ordering);
	find_ends(&ordering);
	for (size_t i = 0; i < ordering.count; i++) {
		const struct cc_fact *fact = &course->facts[ordering.list[i]];

		if (!is_last(&ordering, fact))
			place_between(&ordering, fact);
	}
	narrow_dated(&ordering);
	cc_order_share(ordering.place, ordering.list, ordering.count);
	known.steps = place_steps(&ordering, &known.after);
	return known;
}
