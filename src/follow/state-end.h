/* What ends a response, in its own row and from outside it. Shared by state*.c
 * only. */
#ifndef CC_FOLLOW_STATE_END_H
#define CC_FOLLOW_STATE_END_H

#include "follow/patient.h"
#include "follow/state.h"
#include "follow/turn.h"

/* What ends the responses of a patient whatever their scheme. */
struct cc_outside;

struct cc_outside *cc_outside_create(const struct cc_case *course,
    const struct cc_terms *terms, const struct cc_turns *turns);
void cc_outside_destroy(struct cc_outside *outside);

/* The first line of therapy that began after `at`, but for `own`; NULL where
 * none did on a known day. */
const struct cc_fact *cc_outside_line(const struct cc_outside *outside,
    size_t patient, size_t own, struct cc_instant at);

/* The first relapse at or after `at`; NULL: none. */
const struct cc_fact *cc_outside_relapse(
    const struct cc_outside *outside, size_t patient, struct cc_instant at);

/* The first transformation at or after `at`; NULL: none. */
const struct cc_fact *cc_outside_transformation(
    const struct cc_outside *outside, size_t patient, struct cc_instant at);

/* What ended the responses of a line on a day that nobody knows: a progression
 * or relapse, the first treatment of another line; NULL: nothing. */
const struct cc_fact *cc_outside_undated(
    const struct cc_outside *outside, size_t patient, size_t line);

/* Sets until when each state of a row stands and why it ceased. `scheme`: of
 * the row, which says whether a transformation is a progression; NULL: one
 * that the vocabulary does not know. `apart`: the row is of an organ or a
 * marker, which neither relapse nor transformation says anything of. */
void cc_states_end(const struct cc_outside *outside,
    const struct cc_patient_course *patient, const struct cc_term *scheme,
    bool apart, struct cc_state *states, size_t count);

/* Finds the levels of a finished row. */
void cc_levels_find(struct cc_arena *arena, const struct cc_terms *terms,
    struct cc_responses *row);

#endif
