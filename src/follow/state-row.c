/* What ends a state within its row; see the essay in state-end.c. */
#include "follow/state-row.h"

#include <glib.h>
#include <math.h>
#include <stdlib.h>

/* The first state that starts at `minute` or later. */
static size_t
first_from(const struct cc_state_row *row, int64_t minute)
{
	size_t low = 0, high = row->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (cc_state_start(&row->states[middle]) < minute)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static size_t
first_after(const struct cc_state_row *row, int64_t minute)
{
	return minute == INT64_MAX ? row->count : first_from(row, minute + 1);
}

struct cc_instant
cc_row_over(
    const struct cc_patient_course *patient, const struct cc_state *state)
{
	const struct cc_fact *death = patient->death;

	if (cc_death_is_dated(patient) &&
	    death->when.span.earliest_start.minute > cc_state_start(state))
		return death->when.span.earliest_start;
	/* What is told of tissue that was taken before may come later. */
	if (patient->contact.latest_end.minute < cc_state_start(state))
		return state->from.earliest_start;
	return patient->contact.latest_end;
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
close_best(struct cc_state_row *row, size_t i)
{
	struct cc_state *state = &row->states[i];
	struct cc_instant until = cc_row_over(row->patient, state);
	size_t best = row->next_best[first_after(row, cc_state_start(state))];
	const struct cc_fact *line;

	if (has_end(&state->from))
		return;
	line = cc_outside_line(row->outside, row->patient->patient,
	    state->fact->within, state->from.earliest_start);
	if (line != NULL)
		until = cc_earlier(until, line->when.span.earliest_start);
	if (best < row->count)
		until =
		    cc_earlier(until, row->states[best].from.earliest_start);
	state->from.interval = true;
	state->from.earliest_end = state->from.latest_end =
	    cc_later(until, state->from.earliest_start);
}

static void
find_forms(struct cc_state_row *row)
{
	size_t best = row->count, other = row->count;

	row->next_best[row->count] = row->next_other[row->count] = row->count;
	for (size_t i = row->count; i-- > 0;) {
		if (row->states[i].form == CC_STATE_BEST)
			best = i;
		else if (!cc_state_is_blank(&row->states[i]))
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
deeper_add(struct deeper *deeper, const struct cc_state_row *row, size_t i)
{
	double own = depth(&row->states[i]);

	while (deeper->count > 0 &&
	       depth(&row->states[deeper->at[deeper->count - 1]]) <= own)
		deeper->count--;
	deeper->at[deeper->count++] = i;
}

/* The nearest that is at least as deep as `rank`. */
static size_t
deeper_find(
    const struct deeper *deeper, const struct cc_state_row *row, double rank)
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
after_best(const struct cc_state_row *row, const struct cc_state *state,
    const struct deeper *deeper)
{
	int64_t next = cc_state_start(state) == INT64_MAX
	                   ? INT64_MAX
	                   : cc_state_start(state) + 1;
	size_t after =
	    first_from(row, MAX(next, state->from.latest_end.minute));
	size_t best = row->next_best[first_from(
	    row, MAX(next, state->from.earliest_end.minute))];
	size_t within = deeper_find(
	    deeper, row, isnan(state->rank) ? -INFINITY : state->rank);

	while (after < row->count && cc_state_is_blank(&row->states[after]))
		after++;
	return MIN(within, MIN(after, best));
}

/* The next assessment, or treatment that began later and had a best one. What
 * is treated for a loss begins on its day as often as after it. */
static size_t
after_other(const struct cc_state_row *row, size_t i)
{
	const struct cc_state *state = &row->states[i];
	int64_t start = cc_state_start(state);
	size_t from = state->form == CC_STATE_LOST ? first_from(row, start)
	                                           : first_after(row, start);

	return MIN(row->next_other[i + 1], row->next_best[from]);
}

/* From the last to the first; those that start together look past each
 * other's. */
static void
find_next(struct cc_state_row *row)
{
	g_autofree size_t *room = g_new(size_t, row->count + 1);
	struct deeper deeper = {.at = room};

	for (size_t end = row->count; end > 0;) {
		size_t begin =
		    first_from(row, cc_state_start(&row->states[end - 1]));

		for (size_t i = begin; i < end; i++)
			row->next[i] =
			    row->states[i].form == CC_STATE_BEST
				? after_best(row, &row->states[i], &deeper)
				: after_other(row, i);
		for (size_t i = end; i-- > begin;)
			if (row->states[i].form != CC_STATE_BEST &&
			    !cc_state_is_blank(&row->states[i]))
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
find_covers(struct cc_state_row *row)
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
		size_t i =
		    uncovered(skip, first_from(row, cc_state_start(bests[b])));
		size_t to =
		    MIN(first_from(row, bests[b]->from.latest_end.minute),
			row->next[bests[b] - row->states]);

		for (; i < to; i = uncovered(skip, i)) {
			row->cover[i] = bests[b];
			skip[i] = i + 1;
		}
	}
}

void
cc_row_find(struct cc_state_row *row)
{
	find_forms(row);
	for (size_t i = row->count; i-- > 0;)
		if (row->states[i].form == CC_STATE_BEST)
			close_best(row, i);
	find_next(row);
	find_covers(row);
}
