/* What follows from the facts of a case, worked out once after reading: who
 * died and when, what progressed, how long a response stands, when a drug was
 * given, what an event is. Words, derived intervals and marks read these
 * records; they never ask a fact what it means. Pure, and all of it in one
 * arena: no figure, font or language is needed.
 *
 * Each record belongs to one patient, and acts on that patient alone. Only
 * what happened has a record here, but for exposures and acts, which may be
 * planned or not done and say so. */
#ifndef CC_FOLLOW_FOLLOW_H
#define CC_FOLLOW_FOLLOW_H

#include "follow/curve.h"
#include "follow/exposure.h"
#include "follow/extent.h"
#include "follow/harm.h"
#include "follow/line.h"
#include "follow/norm.h"
#include "follow/order.h"
#include "follow/patient.h"
#include "follow/plate.h"
#include "follow/precision.h"
#include "follow/sighting.h"
#include "follow/state.h"
#include "follow/stay.h"
#include "follow/story.h"
#include "follow/turn.h"
#include "model/model.h"

struct cc_follow {
	const struct cc_case *course;
	const struct cc_terms *terms;
	struct cc_patient_course *patients; /* by cc_fact.patient */
	size_t patient_count;
	const struct cc_therapy *lines; /* by index in cc_case.lines */
	struct cc_turns turns;
	struct cc_gravidities gravidities;
	struct cc_states states;
	struct cc_harms harms;
	struct cc_stays stays;
	struct cc_story story;
	struct cc_trails findings;
	struct cc_lesions lesions;
	struct cc_limits limits;
	const struct cc_extent *extents; /* by fact; see cc_extent_of */
	struct cc_exposures exposures;
	struct cc_orders order;
	struct cc_curves curves;
	struct cc_plates plates;
	struct cc_instant last; /* see cc_last_in_life */
	const unsigned char *doubts; /* by fact, enum cc_doubt */
	int64_t exact; /* see follow/precision.h [minutes] */
	struct cc_instant open; /* likewise */
};

/* Works all out. `course` was read without errors, or is a private copy of
 * such a case; both it and `terms` must outlive the result, which lies in
 * `arena`. */
const struct cc_follow *cc_follow_create(struct cc_arena *arena,
    const struct cc_case *course, const struct cc_terms *terms);

/* Whether a fact is one of the course, or of what was thought of. */
enum cc_fact_state { CC_STATE_DONE, CC_STATE_PLANNED, CC_STATE_NOT_DONE };
enum cc_fact_state cc_fact_state(const struct cc_fact *fact);

/* Where a fact stands in time: its own span, or the one that its order gives
 * it. Borrowed. */
const struct cc_span *cc_follow_span(
    const struct cc_follow *follow, const struct cc_fact *fact);

/* The same of a part of it that has a time of its own: a size, a dose. */
struct cc_span cc_follow_part(const struct cc_follow *follow,
    const struct cc_fact *fact, const struct cc_span *part);

/* A date of the caller's: as a fact, but none of the case, of no kind. */
const struct cc_fact *cc_follow_date(
    struct cc_arena *arena, const struct cc_span *span);

/* The patient of a fact. */
const struct cc_patient_course *cc_follow_patient(
    const struct cc_follow *follow, const struct cc_fact *fact);

#endif
