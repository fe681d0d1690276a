/* How each patient's course began and ended. */
#include "follow/patient.h"

#include "follow/cause.h"
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

/* What was found in a line was found after it began, however coarsely its time
 * is told: "2018" of a line of April 2018. */
static void
begin_with_line(const struct cc_patient_course *patient,
    const struct cc_fact *fact, struct cc_span *span)
{
	const struct cc_fact *first = fact->line != CC_NO_LINE
	                                  ? patient->lines[fact->line].first
	                                  : NULL;
	struct cc_instant least;

	if (first == NULL || (fact->kind != CC_KIND_RESPONSE &&
				 fact->kind != CC_KIND_RELAPSE))
		return;
	least = first->when.span.earliest_start;
	if (span->earliest_start.minute >= least.minute ||
	    span->latest_start.minute <= least.minute)
		return;
	span->earliest_start = least;
	if (span->earliest_end.minute < least.minute)
		span->earliest_end = least;
}

struct cc_span
cc_span_in_life(const struct cc_patient_course *patient,
    const struct cc_fact *fact, const struct cc_span *span)
{
	struct cc_span within = *span;
	struct cc_instant most;

	if (!span->dated)
		return within;
	begin_with_line(patient, fact, &within);
	if (!is_bounded(patient, fact))
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
		patients[p] = (struct cc_patient_course){
		    .patient = p, .lines = course->lines};
	find_ends(patients, course);
	contacts = cc_contacts_follow(arena, course, patients, room);
	for (size_t p = 0; p < room; p++) {
		find_contact(&patients[p], &contacts[p]);
		if (patients[p].death != NULL)
			cc_cause_follow(&patients[p], terms);
	}
	*count = room;
	return patients;
}
