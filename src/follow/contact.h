/* The last that is known of a patient. */
#ifndef CC_FOLLOW_CONTACT_H
#define CC_FOLLOW_CONTACT_H

#include "model/case.h"

/* The latest moment of several: no earlier than any of them can have been, no
 * later than all can. */
struct cc_latest {
	int64_t low, high; /* [minutes] half-open; INT64_MIN: none yet */
	struct cc_span moment; /* the one that can be latest */
};

#define CC_LATEST_NONE ((struct cc_latest){.low = INT64_MIN, .high = INT64_MIN})

/* When it began, and when it ended where that is known: what goes on, and what
 * ended nobody knows when, was seen when it began. What was "then or later"
 * was seen then at least; "then or earlier", then at most. */
void cc_latest_add(struct cc_latest *latest, const struct cc_span *span,
    enum cc_clock clock);

/* As it is told of the moment that can be latest; as what another one leaves
 * of it, if that was seen as late. Not dated where nothing was added that has
 * a first day. */
struct cc_span cc_latest_span(const struct cc_latest *latest);

/* When each of the patients was last seen, as far as the file tells: the
 * latest moment at which a fact of that patient's began, ended or was
 * measured, and never after the death. By cc_fact.patient. */
struct cc_patient_course;
struct cc_latest *cc_contacts_follow(struct cc_arena *arena,
    const struct cc_case *course, const struct cc_patient_course *patients,
    size_t count);

/* A death that happened. */
bool cc_fact_is_death(const struct cc_fact *fact);

#endif
