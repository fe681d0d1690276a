/* When a patient was last seen, and whether it was the end. */
#include "model/interval.h"

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

const struct cc_fact *
cc_case_death(const struct cc_case *course, size_t patient)
{
	for (size_t i = 0; i < course->fact_count; i++) {
		const struct cc_fact *fact = &course->facts[i];

		if (fact->patient == patient && cc_fact_is_death(fact))
			return fact;
	}
	return NULL;
}

/* The latest moment of several: no earlier than any of them can have been, no
 * later than all can. */
struct latest {
	int64_t low, high;     /* [minutes] half-open */
	struct cc_span moment; /* the one that can be latest */
};

static void
latest_add(struct latest *latest, const struct cc_span *moment)
{
	if (moment->earliest_start.minute == INT64_MIN ||
	    moment->latest_start.minute == INT64_MAX)
		return;
	latest->low = MAX(latest->low, moment->earliest_start.minute);
	if (moment->latest_start.minute <= latest->high)
		return;
	latest->high = moment->latest_start.minute;
	latest->moment = *moment;
}

/* What goes on, and what ended nobody knows when, was seen when it began. */
static void
latest_add_span(struct latest *latest, const struct cc_span *span)
{
	const struct cc_span start = cc_span_start(span);
	const struct cc_span end = cc_span_end(span);

	if (!span->dated)
		return;
	latest_add(latest, &start);
	if (span->interval && span->end_form != CC_MOMENT_OPEN &&
	    span->end_form != CC_MOMENT_EMPTY)
		latest_add(latest, &end);
}

/* As it is told of the fact; as what another one leaves of it, if that was
 * seen as late. */
static struct cc_span
latest_moment(const struct latest *latest)
{
	struct cc_span at = latest->moment;

	if (at.earliest_start.minute != latest->low)
		at.start_counted = NULL;
	at.earliest_start.minute = latest->low;
	at.start_form = CC_MOMENT_POINT;
	return cc_span_start(&at);
}

static void
latest_add_doses(
    struct latest *latest, const struct cc_dose *doses, size_t count)
{
	for (size_t i = 0; i < count; i++)
		latest_add_span(latest, &doses[i].when.span);
}

static void
latest_add_fact(struct latest *latest, const struct cc_fact *fact)
{
	latest_add_span(latest, &fact->when.span);
	for (size_t i = 0; i < fact->value_count; i++)
		latest_add_span(latest, &fact->values[i].when.span);
	for (size_t i = 0; i < fact->change_count; i++)
		latest_add_span(latest, &fact->changes[i].when.span);
	for (size_t i = 0; i < fact->grade_count; i++)
		latest_add_span(latest, &fact->grades[i].when.span);
	latest_add_doses(latest, fact->doses, fact->dose_count);
	for (size_t i = 0; i < fact->drug_count; i++)
		latest_add_doses(
		    latest, fact->drugs[i].doses, fact->drugs[i].dose_count);
}

bool
cc_last_contact(
    const struct cc_case *course, size_t patient, struct cc_span *at)
{
	struct latest latest = {.low = INT64_MIN, .high = INT64_MIN};

	for (size_t i = 0; i < course->fact_count; i++) {
		const struct cc_fact *fact = &course->facts[i];

		/* A remark is of its author's, not of the patient's. */
		if (fact->patient == patient &&
		    fact->status == CC_STATUS_DONE &&
		    fact->kind != CC_KIND_COMMENT)
			latest_add_fact(&latest, fact);
	}
	if (latest.high == INT64_MIN)
		return false;
	*at = latest_moment(&latest);
	return true;
}
