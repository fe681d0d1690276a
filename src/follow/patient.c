/* How each patient's course began and ended. */
#include "follow/patient.h"

#include "follow/contact.h"
#include "model/model.h"

#include <glib.h>

bool
cc_death_is_dated(const struct cc_patient_course *patient)
{
	return patient->death != NULL && patient->death->when.span.dated;
}

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

/* By whatever name of the disease that the course is about, or of what that
 * grew out of: "myeloma". */
static bool
is_of_own_disease(
    const struct cc_patient_course *patient, const struct cc_terms *terms)
{
	const struct cc_fact *own = patient->diagnosis;
	const char *cause = patient->death->cause;
	const struct cc_term *disease =
	    cause != NULL ? cc_terms_find(terms, CC_IN_DISEASE, NULL, cause)
	                  : NULL;

	for (int i = 0; i < CC_GENERATIONS_MOST && own != NULL &&
			own->term != disease;
	     i++)
		own = own->evolved_from;
	return disease != NULL && own != NULL && own->term == disease;
}

static void
find_cause(struct cc_patient_course *patient, const struct cc_terms *terms)
{
	const char *cause = patient->death->cause;
	const struct cc_term *term =
	    cause != NULL ? cc_terms_find(terms, CC_IN_CAUSE, NULL, cause)
	                  : NULL;

	patient->died_of_disease =
	    term != NULL ? term->progression == CC_PROGRESSION_YES
	                 : is_of_own_disease(patient, terms);
	patient->died_unexplained =
	    cause == NULL ||
	    (term != NULL && term->progression == CC_PROGRESSION_UNKNOWN);
}

static void
find_contact(
    struct cc_patient_course *patient, const struct cc_latest *latest)
{
	patient->over = CC_INSTANT_NONE_AFTER;
	patient->contact = cc_latest_span(latest);
	if (patient->contact.dated)
		patient->over = patient->contact.latest_end;
	if (cc_death_is_dated(patient))
		patient->over = patient->death->when.span.latest_start;
}

static struct cc_instant
no_later(struct cc_instant at, struct cc_instant most)
{
	return at.minute < most.minute ? at : most;
}

/* What was of a life was over when that was. */
static bool
is_bounded(
    const struct cc_patient_course *patient, const struct cc_fact *fact)
{
	return cc_death_is_dated(patient) && fact != patient->death &&
	       fact->happened && !cc_fact_outlives(fact);
}

struct cc_span
cc_span_in_life(const struct cc_patient_course *patient,
    const struct cc_fact *fact, const struct cc_span *span)
{
	struct cc_span within = *span;
	struct cc_instant most;

	if (!span->dated || !is_bounded(patient, fact))
		return within;
	most = patient->death->when.span.latest_end;
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

struct cc_instant
cc_last_in_life(const struct cc_case *course,
    const struct cc_patient_course *patients)
{
	struct cc_instant last = CC_INSTANT_NONE_BEFORE;

	for (size_t i = 0; i < course->fact_count; i++) {
		const struct cc_fact *fact = &course->facts[i];
		const struct cc_patient_course *patient =
		    &patients[fact->patient];
		struct cc_bounds bounds = cc_fact_bounds(fact);

		if (is_bounded(patient, fact) &&
		    bounds.first.minute <
			patient->death->when.span.latest_end.minute)
			bounds.last = no_later(bounds.last,
			    patient->death->when.span.latest_end);
		if (bounds.last.minute > last.minute)
			last = bounds.last;
	}
	return last;
}

struct cc_patient_course *
cc_patients_follow(struct cc_arena *arena, const struct cc_case *course,
    const struct cc_terms *terms, size_t *count)
{
	size_t room = MAX(course->patient_count, 1);
	struct cc_patient_course *patients =
	    cc_arena_new_array(arena, struct cc_patient_course, room);
	const struct cc_latest *contacts;

	for (size_t p = 0; p < room; p++)
		patients[p] = (struct cc_patient_course){.patient = p};
	find_ends(patients, course);
	contacts = cc_contacts_follow(arena, course, patients, room);
	for (size_t p = 0; p < room; p++) {
		find_contact(&patients[p], &contacts[p]);
		if (patients[p].death != NULL)
			find_cause(&patients[p], terms);
	}
	*count = room;
	return patients;
}
