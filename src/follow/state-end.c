/* Until when a response stands.
 *
 * A response is borne out until the next assessment of its row, a progression
 * among them: so much is held. After the last one nobody looked, and it is
 * carried on as an assumption until something makes that one unfounded: the
 * next line of therapy, the death, the last contact. Into a death of the
 * disease nothing is carried, nor past a progression, a relapse or a line of
 * which the day is not known: how long it held nobody can tell.
 *
 * The best over a treatment was reached on some day of it. What was assessed
 * within that time and is less deep came before or after, and undoes nothing;
 * it stands for its own day, and between two such days.
 *
 * How it is found, for the states of one row in the order of time:
 *
 * 1. close_best gives a best response without an end the time in which it can
 *    have been reached: up to the next line, the next best, the last contact.
 * 2. find_next finds of each state the one that ends it. For an assessment
 *    that is the next one, or the next best of a later treatment, for a loss
 *    also of one that begins with it. For a best it
 *    is the first that comes after its time, or one within it at least as deep.
 *    For the latter the row is walked from its end with a stack (struct deeper)
 *    of the states that are deeper than all between them and the present one,
 *    which is sorted by depth and so searched by halving.
 * 3. find_covers lays the bests on the row, the deepest first; what one covers
 *    is skipped from then on (`skip` is a forest of paths that shorten as they
 *    are walked), so that each place is written once. An assessment under a
 *    better best is one of its days and ends nothing.
 * 4. end_state asks, in this order: does the next state bear it out (not where
 *    a line of therapy came between); has it an end of its own; is it a loss,
 *    which only a death of the disease bears out; is it covered; else it is
 *    carried until what lies outside the row (state-outside.c) ends it.
 *
 * All of it is n log n in the states of a row, whatever their forms. */
#include "follow/state-end.h"

#include "follow/contact.h"

#include <glib.h>
#include <math.h>
#include <stdlib.h>

struct row {
	const struct cc_outside *outside;
	const struct cc_patient_course *patient;
	struct cc_state *states; /* by time */
	size_t count;
	/* By place in the row; `count` or NULL where there is none. */
	size_t *next_best, *next_other; /* at it or after: of that form */
	size_t *next;                   /* which state ends it */
	const struct cc_state **cover;  /* a better best around it */
};

static int64_t
start_of(const struct cc_state *state)
{
	return state->from.earliest_start.minute;
}

/* The first state that starts at `minute` or later. */
static size_t
first_from(const struct row *row, int64_t minute)
{
	size_t low = 0, high = row->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (start_of(&row->states[middle]) < minute)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static size_t
first_after(const struct row *row, int64_t minute)
{
	return minute == INT64_MAX ? row->count : first_from(row, minute + 1);
}

/* When the patient is no longer there to respond. */
static struct cc_instant
over(const struct cc_patient_course *patient, const struct cc_state *state)
{
	const struct cc_fact *death = patient->death;

	if (cc_death_is_dated(patient) &&
	    death->when.span.earliest_start.minute > start_of(state))
		return death->when.span.earliest_start;
	/* What is told of tissue that was taken before may come later. */
	if (patient->contact.latest_end.minute < start_of(state))
		return state->from.earliest_start;
	return patient->contact.latest_end;
}

static struct cc_instant
earlier(struct cc_instant a, struct cc_instant b)
{
	return a.minute < b.minute ? a : b;
}

static struct cc_instant
later(struct cc_instant a, struct cc_instant b)
{
	return a.minute > b.minute ? a : b;
}

/* ---- the time within which a best response was reached ---- */

static bool
has_end(const struct cc_span *span)
{
	return span->interval && span->end_form != CC_MOMENT_EMPTY &&
	       span->latest_end.minute != INT64_MAX;
}

/* After a procedure, and where the end of the treatment is not known, that is
 * until something else begins. */
static void
close_best(struct row *row, size_t i)
{
	struct cc_state *state = &row->states[i];
	struct cc_instant until = over(row->patient, state);
	size_t best = row->next_best[first_after(row, start_of(state))];
	const struct cc_fact *line;

	if (has_end(&state->from))
		return;
	line = cc_outside_line(row->outside, row->patient->patient,
	    state->fact->within, state->from.earliest_start);
	if (line != NULL)
		until = earlier(until, line->when.span.earliest_start);
	if (best < row->count)
		until = earlier(until, row->states[best].from.earliest_start);
	state->from.interval = true;
	state->from.earliest_end = state->from.latest_end =
	    later(until, state->from.earliest_start);
}

static void
find_forms(struct row *row)
{
	size_t best = row->count, other = row->count;

	row->next_best[row->count] = row->next_other[row->count] = row->count;
	for (size_t i = row->count; i-- > 0;) {
		if (row->states[i].form == CC_STATE_BEST)
			best = i;
		else
			other = i;
		row->next_best[i] = best;
		row->next_other[i] = other;
	}
}

/* ---- what ends it within its row ---- */

/* How deep a state is for a best response that it may undo: what has no rank,
 * and a loss, undo each. */
static double
depth(const struct cc_state *state)
{
	return state->form == CC_STATE_LOST || isnan(state->rank) ? INFINITY
	                                                          : state->rank;
}

/* The states after the present one of which each is deeper than all between:
 * the nearest one last. */
struct deeper {
	size_t *at, count;
};

static void
deeper_add(struct deeper *deeper, const struct row *row, size_t i)
{
	double own = depth(&row->states[i]);

	while (deeper->count > 0 &&
	       depth(&row->states[deeper->at[deeper->count - 1]]) <= own)
		deeper->count--;
	deeper->at[deeper->count++] = i;
}

/* The nearest that is at least as deep as `rank`. */
static size_t
deeper_find(const struct deeper *deeper, const struct row *row, double rank)
{
	size_t low = 0, high = deeper->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (depth(&row->states[deeper->at[middle]]) < rank)
			high = middle;
		else
			low = middle + 1;
	}
	return low > 0 ? deeper->at[low - 1] : row->count;
}

/* The next state but for those within its treatment that are less deep. */
static size_t
after_best(const struct row *row, const struct cc_state *state,
    const struct deeper *deeper)
{
	int64_t next =
	    start_of(state) == INT64_MAX ? INT64_MAX : start_of(state) + 1;
	size_t after =
	    first_from(row, MAX(next, state->from.latest_end.minute));
	size_t best = row->next_best[first_from(
	    row, MAX(next, state->from.earliest_end.minute))];
	size_t within = deeper_find(
	    deeper, row, isnan(state->rank) ? -INFINITY : state->rank);

	return MIN(within, MIN(after, best));
}

/* The next assessment, or treatment that began later and had a best one. What
 * is treated for a loss begins on its day as often as after it. */
static size_t
after_other(const struct row *row, size_t i)
{
	const struct cc_state *state = &row->states[i];
	int64_t start = start_of(state);
	size_t from = state->form == CC_STATE_LOST ? first_from(row, start)
	                                           : first_after(row, start);

	return MIN(row->next_other[i + 1], row->next_best[from]);
}

/* From the last to the first; those that start together look past each
 * other's. */
static void
find_next(struct row *row)
{
	g_autofree size_t *room = g_new(size_t, row->count + 1);
	struct deeper deeper = {.at = room};

	for (size_t end = row->count; end > 0;) {
		size_t begin = first_from(row, start_of(&row->states[end - 1]));

		for (size_t i = begin; i < end; i++)
			row->next[i] =
			    row->states[i].form == CC_STATE_BEST
				? after_best(row, &row->states[i], &deeper)
				: after_other(row, i);
		for (size_t i = end; i-- > begin;)
			if (row->states[i].form != CC_STATE_BEST)
				deeper_add(&deeper, row, i);
		end = begin;
	}
}

/* ---- what a better best covers ---- */

static int
by_depth(const void *left, const void *right)
{
	const struct cc_state *a = *(const struct cc_state *const *)left;
	const struct cc_state *b = *(const struct cc_state *const *)right;

	if (a->rank != b->rank)
		return a->rank > b->rank ? -1 : 1;
	return a < b ? -1 : 1;
}

static size_t
uncovered(size_t *skip, size_t i)
{
	while (skip[i] != i)
		i = skip[i] = skip[skip[i]];
	return i;
}

/* The deepest best around each: those are laid on from the deepest on, and
 * what is covered is not looked at again. */
static void
find_covers(struct row *row)
{
	g_autofree const struct cc_state **bests =
	    g_new(const struct cc_state *, row->count + 1);
	g_autofree size_t *skip = g_new(size_t, row->count + 1);
	size_t count = 0;

	for (size_t i = 0; i <= row->count; i++)
		skip[i] = i;
	for (size_t i = 0; i < row->count; i++)
		if (row->states[i].form == CC_STATE_BEST &&
		    !isnan(row->states[i].rank))
			bests[count++] = &row->states[i];
	qsort(bests, count, sizeof(bests[0]), by_depth);
	for (size_t b = 0; b < count; b++) {
		size_t i = uncovered(skip, first_from(row, start_of(bests[b])));
		size_t to =
		    MIN(first_from(row, bests[b]->from.latest_end.minute),
			row->next[bests[b] - row->states]);

		for (; i < to; i = uncovered(skip, i)) {
			row->cover[i] = bests[b];
			skip[i] = i + 1;
		}
	}
}

static bool
is_covered(const struct row *row, size_t i)
{
	const struct cc_state *state = &row->states[i];

	return state->form == CC_STATE_ASSESSED && row->cover[i] != NULL &&
	       state->rank < row->cover[i]->rank;
}

/* ---- until when ---- */

static void
end_at(struct cc_state *state, struct cc_instant assessed,
    struct cc_instant carried, enum cc_state_end end,
    const struct cc_fact *ended_by)
{
	state->assessed_until = later(assessed, state->from.earliest_start);
	state->carried_until = later(carried, state->assessed_until);
	state->end = end;
	state->ended_by = ended_by;
}

/* The state that bears this one out until it starts, or NULL: one that comes
 * after the next line has begun tells of that line. A progression that touches
 * its start made it begin. After a progression the disease is there until
 * somebody finds it gone, and an interval has an end of its own, whatever
 * line begins. */
static const struct cc_state *
bearing_out(const struct row *row, size_t i, const struct cc_fact *line)
{
	const struct cc_state *state = &row->states[i], *next;
	const struct cc_span *start;

	if (row->next[i] >= row->count)
		return NULL;
	next = &row->states[row->next[i]];
	if (is_covered(row, i) &&
	    start_of(next) > row->cover[i]->from.latest_end.minute)
		return NULL;
	if (line == NULL || state->form == CC_STATE_LOST ||
	    state->form == CC_STATE_LASTING)
		return next;
	start = &line->when.span;
	if (start_of(next) <= start->earliest_start.minute ||
	    (next->form == CC_STATE_LOST &&
		start_of(next) < start->latest_start.minute))
		return next;
	return NULL;
}

static void
end_by_next(struct cc_state *state, const struct cc_state *next)
{
	struct cc_instant at = next->from.earliest_start;

	if (state->form == CC_STATE_LASTING &&
	    state->from.latest_end.minute <= at.minute)
		end_at(state, state->from.latest_end, state->from.latest_end,
		    CC_STATE_ENDED, NULL);
	else
		end_at(state, at, at,
		    next->form == CC_STATE_LOST ? CC_STATE_GONE
						: CC_STATE_CHANGED,
		    next->fact);
	state->borne_out = true;
}

/* Only a death of the disease bears out that it was there. */
static void
end_loss(const struct row *row, struct cc_state *state, struct cc_instant own)
{
	const struct cc_fact *death = row->patient->death;

	if (row->patient->died_of_disease && cc_death_is_dated(row->patient)) {
		own = over(row->patient, state);
		state->borne_out = true;
	}
	end_at(state, own, own,
	    row->patient->died_of_disease ? CC_STATE_DIED
					  : CC_STATE_LAST_CONTACT,
	    row->patient->died_of_disease ? death : NULL);
}

/* Nothing in its row bears it out: assumed until something outside it. */
static void
carry(const struct row *row, struct cc_state *state, struct cc_instant own,
    const struct cc_fact *line)
{
	const struct cc_patient_course *patient = row->patient;
	const struct cc_fact *death = patient->death;
	const struct cc_fact *undated = cc_outside_undated(
	    row->outside, patient->patient, state->fact->within);
	const struct cc_fact *relapse = cc_outside_relapse(
	    row->outside, patient->patient, state->from.latest_start);
	bool dead = cc_death_is_dated(patient);

	if (undated != NULL && line == NULL)
		end_at(state, own, own,
		    undated->progression ? CC_STATE_GONE : CC_STATE_TREATED,
		    undated);
	else if (line != NULL)
		end_at(state, own, line->when.span.earliest_start,
		    CC_STATE_TREATED, line);
	else if (death != NULL && patient->died_of_disease)
		end_at(state, own, own, CC_STATE_DIED, death);
	else
		end_at(state, own, over(patient, state),
		    dead ? CC_STATE_DIED : CC_STATE_LAST_CONTACT,
		    dead ? death : NULL);
	if (relapse != NULL && relapse->when.span.earliest_start.minute <
				   state->carried_until.minute)
		end_at(state, own, relapse->when.span.earliest_start,
		    CC_STATE_GONE, relapse);
}

static void
end_state(struct row *row, size_t i)
{
	struct cc_state *state = &row->states[i];
	const struct cc_fact *line =
	    cc_outside_line(row->outside, row->patient->patient,
		state->fact->within, state->from.earliest_start);
	const struct cc_state *next = bearing_out(row, i, line);
	struct cc_instant own =
	    earlier(state->from.latest_end, over(row->patient, state));

	if (row->next[i] < row->count)
		own =
		    earlier(own, row->states[row->next[i]].from.earliest_start);
	if (next != NULL)
		end_by_next(state, next);
	else if (state->form == CC_STATE_LASTING)
		end_at(state, own, own, CC_STATE_ENDED, NULL);
	else if (state->form == CC_STATE_LOST)
		end_loss(row, state, own);
	else if (is_covered(row, i))
		end_at(state, own, own, CC_STATE_BETTER, row->cover[i]->fact);
	else
		carry(row, state, own, line);
	/* Reached before it was undone. */
	if (state->form == CC_STATE_BEST)
		state->from.latest_end =
		    earlier(state->from.latest_end, state->assessed_until);
}

static void
find_same(struct row *row)
{
	for (size_t i = 1; i < row->count; i++) {
		const struct cc_state *before = &row->states[i - 1];
		struct cc_state *state = &row->states[i];

		state->same = state->form != CC_STATE_LOST &&
		              before->form != CC_STATE_LOST &&
		              g_strcmp0(state->code, before->code) == 0 &&
		              before->carried_until.minute >= start_of(state);
	}
}

void
cc_states_end(const struct cc_outside *outside,
    const struct cc_patient_course *patient, struct cc_state *states,
    size_t count)
{
	g_autofree size_t *places = g_new0(size_t, 3 * (count + 1));
	g_autofree const struct cc_state **cover =
	    g_new0(const struct cc_state *, count + 1);
	struct row row = {outside, patient, states, count, places,
	    places + count + 1, places + 2 * (count + 1), cover};

	find_forms(&row);
	for (size_t i = count; i-- > 0;)
		if (states[i].form == CC_STATE_BEST)
			close_best(&row, i);
	find_next(&row);
	find_covers(&row);
	for (size_t i = 0; i < count; i++)
		end_state(&row, i);
	find_same(&row);
}
