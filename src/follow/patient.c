/* How each patient's course began and ended. */
#include "follow/patient.h"

#include "follow/contact.h"
#include "model/model.h"

#include <glib.h>

static void
find_ends(struct cc_patient_course *patients, const struct cc_case *course)
{
	for (size_t i = 0; i < course->fact_count; i++) {
		const struct cc_fact *fact = &course->facts[i];
		struct cc_patient_course *patient = &patients[fact->patient];

		if (!fact->happened)
			continue;
		if (fact->is_index)
			patient->diagnosis = fact;
		if (patient->death == NULL && cc_fact_is_death(fact))
			patient->death = fact;
	}
}

static void
find_cause(struct cc_patient_course *patient, const struct cc_terms *terms)
{
	const char *cause = patient->death->cause;
	const struct cc_term *term =
	    cause != NULL ? cc_terms_find(terms, CC_IN_CAUSE, NULL, cause)
	                  : NULL;

	patient->died_of_disease =
	    term != NULL && term->progression == CC_PROGRESSION_YES;
	patient->died_unexplained =
	    cause == NULL ||
	    (term != NULL && term->progression == CC_PROGRESSION_UNKNOWN);
}

static void
find_contact(
    struct cc_patient_course *patient, const struct cc_latest *latest)
{
	const struct cc_fact *death = patient->death;

	patient->over = CC_INSTANT_NONE_AFTER;
	patient->contact = cc_latest_span(latest);
	if (patient->contact.dated)
		patient->over = patient->contact.latest_end;
	if (death != NULL && death->when.span.dated)
		patient->over = death->when.span.latest_start;
}

static struct cc_instant
no_later(struct cc_instant at, struct cc_instant most)
{
	return at.minute < most.minute ? at : most;
}

struct cc_span
cc_span_in_life(const struct cc_patient_course *patient,
    const struct cc_fact *fact, const struct cc_span *span)
{
	const struct cc_fact *death = patient->death;
	struct cc_span within = *span;
	struct cc_instant most;

	if (death == NULL || fact == death || !death->when.span.dated ||
	    !span->dated || !fact->happened || cc_fact_outlives(fact))
		return within;
	most = death->when.span.latest_end;
	if (span->earliest_start.minute >= most.minute)
		return within;
	within.latest_start = no_later(span->latest_start, most);
	/* How long it lasted that goes on, or ended nobody knows when, is told
	 * by its extent. */
	if (span->interval && (span->end_form == CC_MOMENT_OPEN ||
				  span->end_form == CC_MOMENT_EMPTY))
		return within;
	within.earliest_end = no_later(span->earliest_end, most);
	within.latest_end = no_later(span->latest_end, most);
	return within;
}

struct cc_patient_course *
cc_patients_follow(struct cc_arena *arena, const struct cc_case *course,
    const struct cc_terms *terms, size_t *count)
{
	size_t room = MAX(course->patient_count, 1);
	struct cc_patient_course *patients =
	    cc_arena_new_array(arena, struct cc_patient_course, room);
	const struct cc_latest *contacts =
	    cc_contacts_follow(arena, course, room);

	for (size_t p = 0; p < room; p++)
		patients[p] = (struct cc_patient_course){.patient = p};
	find_ends(patients, course);
	for (size_t p = 0; p < room; p++) {
		find_contact(&patients[p], &contacts[p]);
		if (patients[p].death != NULL)
			find_cause(&patients[p], terms);
	}
	*count = room;
	return patients;
}
