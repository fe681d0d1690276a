/* When a patient was last seen, and whether it was the end. */
#include "follow/contact.h"

#include "follow/patient.h"
#include "model/model.h"

#include <glib.h>
#include <string.h>

bool
cc_fact_is_death(const struct cc_fact *fact)
{
	return fact->kind == CC_KIND_OUTCOME && fact->code != NULL &&
	       strcmp(fact->code, "death") == 0 &&
	       fact->status == CC_STATUS_DONE;
}

/* The unit of time that "[a..]" names. */
static struct cc_instant
end_of_unit(const struct cc_span *moment, enum cc_clock clock)
{
	const struct cc_instant start = moment->earliest_start;
	const enum cc_precision unit = moment->start_precision;

	if (clock == CC_CLOCK_DATE && unit == CC_PRECISION_MONTH)
		return cc_instant_add_months(start, 1);
	if (clock == CC_CLOCK_DATE && unit == CC_PRECISION_YEAR)
		return cc_instant_add_months(start, 12);
	return cc_instant_add(start, cc_precision_minutes(unit));
}

static void
latest_add(
    struct cc_latest *latest, const struct cc_span *moment, enum cc_clock clock)
{
	struct cc_instant high = moment->latest_start;

	if (moment->start_form == CC_MOMENT_FROM)
		high = end_of_unit(moment, clock);
	if (high.minute == INT64_MAX)
		return;
	latest->low = MAX(latest->low, moment->earliest_start.minute);
	if (high.minute <= latest->high)
		return;
	latest->high = high.minute;
	latest->moment = *moment;
}

/* An end that the file leaves out is no moment at which anybody was seen. */
static bool
is_stated(enum cc_moment_form form)
{
	return form != CC_MOMENT_OPEN && form != CC_MOMENT_EMPTY;
}

/* Most moments lie before another and say nothing new. */
static bool
may_be_later(const struct cc_latest *latest, struct cc_instant earliest,
    struct cc_instant last, enum cc_moment_form form)
{
	return is_stated(form) &&
	       (form == CC_MOMENT_FROM || last.minute > latest->high ||
		   earliest.minute > latest->low);
}

void
cc_latest_add(
    struct cc_latest *latest, const struct cc_span *span, enum cc_clock clock)
{
	if (!span->dated)
		return;
	if (may_be_later(latest, span->earliest_start, span->latest_start,
		span->start_form)) {
		const struct cc_span start = cc_span_start(span);

		latest_add(latest, &start, clock);
	}
	if (span->interval && may_be_later(latest, span->earliest_end,
				  span->latest_end, span->end_form)) {
		const struct cc_span end = cc_span_end(span);

		latest_add(latest, &end, clock);
	}
}

static void
latest_add_doses(struct cc_latest *latest, const struct cc_dose *doses,
    size_t count, enum cc_clock clock)
{
	for (size_t i = 0; i < count; i++)
		cc_latest_add(latest, &doses[i].when.span, clock);
}

static void
latest_add_fact(
    struct cc_latest *latest, const struct cc_fact *fact, enum cc_clock clock)
{
	cc_latest_add(latest, &fact->when.span, clock);
	for (size_t i = 0; i < fact->value_count; i++)
		cc_latest_add(latest, &fact->values[i].when.span, clock);
	for (size_t i = 0; i < fact->change_count; i++)
		cc_latest_add(latest, &fact->changes[i].when.span, clock);
	for (size_t i = 0; i < fact->grade_count; i++)
		cc_latest_add(latest, &fact->grades[i].when.span, clock);
	latest_add_doses(latest, fact->doses, fact->dose_count, clock);
	for (size_t i = 0; i < fact->drug_count; i++)
		latest_add_doses(latest, fact->drugs[i].doses,
		    fact->drugs[i].dose_count, clock);
}

struct cc_span
cc_latest_span(const struct cc_latest *latest)
{
	struct cc_span at = latest->moment;

	if (latest->low == INT64_MIN)
		return (struct cc_span){0};
	if (at.earliest_start.minute != latest->low ||
	    at.latest_start.minute != latest->high)
		at.start_counted = NULL;
	at.earliest_start.minute = latest->low;
	at.latest_start.minute = latest->high;
	at.start_form = CC_MOMENT_POINT;
	return cc_span_start(&at);
}

/* The death is the last of it, however late another moment could have been. */
static void
end_with_death(struct cc_latest *latest, const struct cc_fact *death)
{
	const struct cc_span moment = cc_span_start(&death->when.span);

	if (moment.latest_start.minute >= latest->high)
		return;
	latest->high = moment.latest_start.minute;
	latest->low = MIN(latest->low, latest->high);
	latest->moment = moment;
}

/* A remark is of its author's, not of the patient's; what is found in tissue
 * that was taken before a death may come after it. */
static bool
is_contact(const struct cc_patient_course *patient, const struct cc_fact *fact)
{
	return fact->happened && fact->kind != CC_KIND_COMMENT &&
	       (!cc_death_is_dated(patient) || !cc_fact_outlives(fact));
}

struct cc_latest *
cc_contacts_follow(struct cc_arena *arena, const struct cc_case *course,
    const struct cc_patient_course *patients, size_t count)
{
	struct cc_latest *latest =
	    cc_arena_new_array(arena, struct cc_latest, count);

	for (size_t i = 0; i < count; i++)
		latest[i] = CC_LATEST_NONE;
	for (size_t i = 0; i < course->fact_count; i++) {
		const struct cc_fact *fact = &course->facts[i];

		if (is_contact(&patients[fact->patient], fact))
			latest_add_fact(
			    &latest[fact->patient], fact, course->clock);
	}
	for (size_t i = 0; i < count; i++)
		if (cc_death_is_dated(&patients[i]))
			end_with_death(&latest[i], patients[i].death);
	return latest;
}
