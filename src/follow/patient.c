/* How each patient's course began and ended. */
#include "follow/patient.h"

#include "model/interval.h"
#include "model/model.h"

#include <glib.h>

static bool
is_earlier(const struct cc_fact *a, const struct cc_fact *b)
{
	if (b == NULL || a->when.span.dated != b->when.span.dated)
		return b == NULL || a->when.span.dated;
	return a->when.span.earliest_start.minute <
	       b->when.span.earliest_start.minute;
}

static void
find_ends(struct cc_patient_course *patients, const struct cc_case *course)
{
	for (size_t i = 0; i < course->fact_count; i++) {
		const struct cc_fact *fact = &course->facts[i];
		struct cc_patient_course *patient = &patients[fact->patient];

		if (!fact->happened)
			continue;
		if (fact->kind == CC_KIND_DIAGNOSIS &&
		    is_earlier(fact, patient->diagnosis))
			patient->diagnosis = fact;
		if (patient->death == NULL && cc_fact_is_death(fact))
			patient->death = fact;
	}
}

static bool
is_of_disease(const struct cc_terms *terms, const struct cc_fact *death)
{
	const struct cc_term *cause =
	    death != NULL && death->cause != NULL
	        ? cc_terms_find(terms, CC_IN_CAUSE, NULL, death->cause)
	        : NULL;

	return cause != NULL && cause->progression == CC_PROGRESSION_YES;
}

static void
find_contact(struct cc_patient_course *patient, const struct cc_case *course)
{
	const struct cc_fact *death = patient->death;

	patient->over = CC_INSTANT_NONE_AFTER;
	if (cc_last_contact(course, patient->patient, &patient->contact))
		patient->over = patient->contact.latest_end;
	if (death != NULL && death->when.span.dated)
		patient->over = death->when.span.latest_start;
}

struct cc_patient_course *
cc_patients_follow(struct cc_arena *arena, const struct cc_case *course,
    const struct cc_terms *terms, size_t *count)
{
	size_t room = MAX(course->patient_count, 1);
	struct cc_patient_course *patients =
	    cc_arena_new_array(arena, struct cc_patient_course, room);

	for (size_t p = 0; p < room; p++)
		patients[p] = (struct cc_patient_course){.patient = p};
	find_ends(patients, course);
	for (size_t p = 0; p < room; p++) {
		find_contact(&patients[p], course);
		patients[p].died_of_disease =
		    is_of_disease(terms, patients[p].death);
	}
	*count = room;
	return patients;
}
