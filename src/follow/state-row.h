/* A row of states while what ends them is looked for. Shared by state-end.c and
 * state-row.c only. */
#ifndef CC_FOLLOW_STATE_ROW_H
#define CC_FOLLOW_STATE_ROW_H

#include "follow/state-end.h"

#include <glib.h>

struct cc_state_row {
	const struct cc_outside *outside;
	const struct cc_patient_course *patient;
	bool transforms;         /* a transformation is a progression */
	bool apart;              /* of an organ, a marker: no relapse ends it */
	struct cc_state *states; /* by time */
	size_t count;
	/* By place in the row; `count` or NULL where there is none. */
	size_t *next_best, *next_other; /* at it or after: of that form */
	size_t *next;                   /* which state ends it */
	const struct cc_state **cover;  /* a better best around it */
};

/* Gives bests without an end the time in which they can have been reached, and
 * finds what ends each state within the row and which better best is around
 * it: steps 1 to 3. */
void cc_row_find(struct cc_state_row *row);

/* When the patient is no longer there to respond. */
struct cc_instant cc_row_over(
    const struct cc_patient_course *patient, const struct cc_state *state);

/* It could not be evaluated: that is told of its day alone, and neither bears
 * out nor ends what was found before. */
static inline bool
cc_state_is_blank(const struct cc_state *state)
{
	return state->form == CC_STATE_ASSESSED && state->term != NULL &&
	       g_strcmp0(state->term->slot, "ne") == 0;
}

static inline int64_t
cc_state_start(const struct cc_state *state)
{
	return state->from.earliest_start.minute;
}

static inline struct cc_instant
cc_earlier(struct cc_instant a, struct cc_instant b)
{
	return a.minute < b.minute ? a : b;
}

static inline struct cc_instant
cc_later(struct cc_instant a, struct cc_instant b)
{
	return a.minute > b.minute ? a : b;
}

#endif
