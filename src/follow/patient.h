/* The course of one patient as a whole: how it began and how it ended. */
#ifndef CC_FOLLOW_PATIENT_H
#define CC_FOLLOW_PATIENT_H

#include "model/vocab.h"

struct cc_patient_course {
	size_t patient; /* cc_fact.patient */
	const struct cc_line *lines; /* of the case */
	/* The index diagnosis (model/index.c); NULL: none happened. May be
	 * undated. */
	const struct cc_fact *diagnosis;
	const struct cc_fact *death; /* NULL: none told. May be undated */
	bool died_of_disease;        /* of its progression or relapse */
	bool died_unexplained; /* of a cause that nobody knows, or says */
	/* Likewise, of words that name the disease or its progression among
	 * others (W337). */
	bool died_unclear;
	/* When the patient was last seen, death included; not dated where
	 * nothing of the patient's is. */
	struct cc_span contact;
	/* From here on nothing of this patient's goes on: the death, else the
	 * last contact; CC_INSTANT_NONE_AFTER where neither has a date. */
	struct cc_instant over;
};

/* The patient died, on a day that is told more or less precisely. */
bool cc_death_is_dated(const struct cc_patient_course *patient);

/* What a time of a fact can mean, given the death of its patient and the line
 * that it is of: of what may lie on both sides of these, what lies before the
 * one and after the other. Times that may come later stay as they are. */
struct cc_span cc_span_in_life(const struct cc_patient_course *patient,
    const struct cc_fact *fact, const struct cc_span *span);

/* Where the last of a case can be that is dated, planned or done: of what may
 * lie on both sides of a death, what lies before it. */
struct cc_instant cc_last_in_life(const struct cc_case *course,
    const struct cc_patient_course *patients);

struct cc_patient_course *cc_patients_follow(struct cc_arena *arena,
    const struct cc_case *course, const struct cc_terms *terms,
    size_t *count);

#endif
