/* Until when a response stands.
 *
 * A response is borne out until the next assessment of its row, a progression
 * among them: so much is held. After the last one nobody looked, and it is
 * carried on as an assumption until something makes that one unfounded: the
 * next line of therapy, a transformation where the scheme counts it, the death,
 * the last contact. Into a death of the disease nothing is carried, nor past a
 * progression, a relapse or a line of which the day is not known: how long it
 * held nobody can tell.
 *
 * The best over a treatment was reached on some day of it. What was assessed
 * within that time and is less deep came before or after, and undoes nothing;
 * it stands for its own day, and between two such days.
 *
 * How it is found, for the states of one row in the order of time, the first
 * three steps in state-row.c:
 *
 * 1. close_best gives a best response without an end the time in which it can
 *    have been reached: up to the next line, the next best, the last contact.
 * 2. find_next finds of each state the one that ends it. For an assessment
 *    that is the next one, or the next best of a later treatment, for a loss
 *    also of one that begins with it. For a best it is the first that comes
 *    after its time, or one within it at least as deep. For the latter the row
 * is walked from its end with a stack (struct deeper) of the states that are
 * deeper than all between them and the present one, which is sorted by depth
 * and so searched by halving.
 * 3. find_covers lays the bests on the row, the deepest first; what one covers
 *    is skipped from then on (`skip` is a forest of paths that shorten as they
 *    are walked), so that each place is written once. An assessment under a
 *    better best is one of its days and ends nothing.
 * 4. end_state asks, in this order: does the next state bear it out (not where
 *    a line of therapy or a transformation came between); has it an end of its
 * own; is it a loss, which only a death of the disease bears out; is it
 * covered; else it is carried until what lies outside the row (state-outside.c)
 * ends it.
 *
 * All of it is n log n in the states of a row, whatever their forms. */
#include "follow/state-row.h"

#include <glib.h>
#include <math.h>
#include <stdlib.h>

static bool
is_covered(const struct cc_state_row *row, size_t i)
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
	state->assessed_until = cc_later(assessed, state->from.earliest_start);
	state->carried_until = cc_later(carried, state->assessed_until);
	state->end = end;
	state->ended_by = ended_by;
}

/* What the disease of the row became, after a state. */
static const struct cc_fact *
transformation(const struct cc_state_row *row, const struct cc_state *state)
{
	return row->transforms
	           ? cc_outside_transformation(row->outside,
			 row->patient->patient, state->from.latest_start)
	           : NULL;
}

/* The state that bears this one out until it starts, or NULL: one that comes
 * after a transformation, or after the next line has begun, tells of that. A
 * progression that touches its start made it begin. After a progression the
 * disease is there until somebody finds it gone, and an interval has an end of
 * its own, whatever line begins. */
static const struct cc_state *
bearing_out(
    const struct cc_state_row *row, size_t i, const struct cc_fact *line)
{
	const struct cc_state *state = &row->states[i], *next;
	const struct cc_fact *turned;
	const struct cc_span *start;

	if (row->next[i] >= row->count)
		return NULL;
	next = &row->states[row->next[i]];
	if (is_covered(row, i) &&
	    cc_state_start(next) > row->cover[i]->from.latest_end.minute)
		return NULL;
	if (state->form == CC_STATE_LOST || state->form == CC_STATE_LASTING)
		return next;
	turned = transformation(row, state);
	if (turned != NULL &&
	    cc_state_start(next) >= turned->when.span.latest_start.minute)
		return NULL;
	if (line == NULL)
		return next;
	start = &line->when.span;
	if (cc_state_start(next) <= start->earliest_start.minute ||
	    (next->form == CC_STATE_LOST &&
		cc_state_start(next) < start->latest_start.minute))
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
end_loss(const struct cc_state_row *row, struct cc_state *state,
    struct cc_instant own)
{
	const struct cc_fact *death = row->patient->death;

	if (row->patient->died_of_disease && cc_death_is_dated(row->patient)) {
		own = cc_row_over(row->patient, state);
		state->borne_out = true;
	}
	end_at(state, own, own,
	    row->patient->died_of_disease ? CC_STATE_DIED
					  : CC_STATE_LAST_CONTACT,
	    row->patient->died_of_disease ? death : NULL);
}

/* Ended by a loss that is not of its row, if that was sooner. */
static void
end_by_loss(
    struct cc_state *state, struct cc_instant own, const struct cc_fact *loss)
{
	if (loss != NULL &&
	    loss->when.span.earliest_start.minute < state->carried_until.minute)
		end_at(state, own, loss->when.span.earliest_start,
		    CC_STATE_GONE, loss);
}

/* That the disease had become another one was found by looking at it: until
 * then it is borne out, as by a progression. */
static void
end_by_turn(struct cc_state *state, const struct cc_fact *turned)
{
	struct cc_instant at;

	if (turned == NULL)
		return;
	at = turned->when.span.earliest_start;
	if (at.minute >= state->carried_until.minute &&
	    state->end != CC_STATE_LAST_CONTACT)
		return;
	end_at(state, at, at, CC_STATE_GONE, turned);
	state->borne_out = true;
}

/* Nothing in its row bears it out: assumed until something outside it. */
static void
carry(const struct cc_state_row *row, struct cc_state *state,
    struct cc_instant own, const struct cc_fact *line)
{
	const struct cc_patient_course *patient = row->patient;
	const struct cc_fact *death = patient->death;
	const struct cc_fact *undated = cc_outside_undated(
	    row->outside, patient->patient, state->fact->within);
	bool dead = cc_death_is_dated(patient);

	if (undated != NULL && line == NULL)
		end_at(state, own, own,
		    undated->progression ? CC_STATE_GONE : CC_STATE_TREATED,
		    undated);
	else if (line != NULL)
		end_at(state, own, line->when.span.earliest_start,
		    CC_STATE_TREATED, line);
	else if (death != NULL &&
		 (patient->died_of_disease || patient->died_unclear))
		end_at(state, own, own, CC_STATE_DIED, death);
	else
		end_at(state, own, cc_row_over(patient, state),
		    dead ? CC_STATE_DIED : CC_STATE_LAST_CONTACT,
		    dead ? death : NULL);
	if (!row->apart)
		end_by_loss(state, own,
		    cc_outside_relapse(row->outside, patient->patient,
			state->from.latest_start));
	end_by_turn(state, transformation(row, state));
}

static void
end_state(struct cc_state_row *row, size_t i)
{
	struct cc_state *state = &row->states[i];
	const struct cc_fact *line =
	    cc_outside_line(row->outside, row->patient->patient,
		state->fact->within, state->from.earliest_start);
	const struct cc_state *next = bearing_out(row, i, line);
	struct cc_instant own = cc_earlier(
	    state->from.latest_end, cc_row_over(row->patient, state));

	if (row->next[i] < row->count)
		own = cc_earlier(
		    own, row->states[row->next[i]].from.earliest_start);
	if (cc_state_is_blank(state))
		end_at(state, own, own, CC_STATE_ENDED, NULL);
	else if (next != NULL)
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
		    cc_earlier(state->from.latest_end, state->assessed_until);
}

static void
find_same(struct cc_state_row *row)
{
	for (size_t i = 1; i < row->count; i++) {
		const struct cc_state *before = &row->states[i - 1];
		struct cc_state *state = &row->states[i];

		state->same =
		    state->form != CC_STATE_LOST &&
		    before->form != CC_STATE_LOST &&
		    g_strcmp0(state->code, before->code) == 0 &&
		    before->carried_until.minute >= cc_state_start(state);
	}
}

void
cc_states_end(const struct cc_outside *outside,
    const struct cc_patient_course *patient, const struct cc_term *scheme,
    bool apart, struct cc_state *states, size_t count)
{
	g_autofree size_t *places = g_new0(size_t, 3 * (count + 1));
	g_autofree const struct cc_state **cover =
	    g_new0(const struct cc_state *, count + 1);
	struct cc_state_row row = {outside, patient,
	    !apart && scheme != NULL && scheme->transformation, apart, states,
	    count, places, places + count + 1, places + 2 * (count + 1), cover};

	cc_row_find(&row);
	for (size_t i = 0; i < count; i++)
		end_state(&row, i);
	find_same(&row);
}
