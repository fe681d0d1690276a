/* Turning points: diagnosis, progression, relapse, death, last report. */
#ifndef CC_FOLLOW_TURN_H
#define CC_FOLLOW_TURN_H

#include "model/vocab.h"

enum cc_turn_kind {
	CC_TURN_DIAGNOSIS,
	CC_TURN_PROGRESSION, /* a response that its scheme counts as such */
	CC_TURN_RELAPSE,
	CC_TURN_DEATH,
	CC_TURN_REPORT, /* alive, lost to follow-up */
};

struct cc_turn {
	enum cc_turn_kind kind;
	const struct cc_fact *fact; /* dated or not; its span is the turn's */
	bool index; /* the diagnosis that the lines belong to */
	/* Of a relapse the diagnosis that its disease had become by then, of
	 * that diagnosis the relapse: one event, told once. Else NULL. */
	const struct cc_fact *with;
	/* Of a progression that counts from its own day because it was
	 * confirmed later (iUPD, iCPD): by what. That has no turn of its own.
	 * Else NULL. */
	const struct cc_fact *confirmed;
};

/* In the order of time, then of the file; those without a date last. */
struct cc_turns {
	const struct cc_turn *item;
	size_t count;
	/* By fact index: the turn of that fact, or NULL. */
	const struct cc_turn *const *of;
};

struct cc_patient_course;
struct cc_therapy;
struct cc_turns cc_turns_follow(struct cc_arena *arena,
    const struct cc_case *course, const struct cc_patient_course *patients,
    const struct cc_therapy *lines);

/* The disease came back or went on: progression or relapse. */
static inline bool
cc_turn_is_back(const struct cc_turn *turn)
{
	return turn != NULL && (turn->kind == CC_TURN_PROGRESSION ||
				   turn->kind == CC_TURN_RELAPSE);
}

static inline bool
cc_turn_is_death(const struct cc_turn *turn)
{
	return turn != NULL && turn->kind == CC_TURN_DEATH;
}

/* One disease became another: by some criteria that is a progression of the
 * one that was. */
bool cc_fact_is_transformation(const struct cc_fact *fact);

#endif
