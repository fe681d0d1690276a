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
	int64_t low, high; /* [minutes] half-open */
	enum cc_precision precision;
	bool approximate, uncertain;
};

static void
latest_add(struct latest *latest, const struct cc_span *span,
    struct cc_instant low, struct cc_instant high, enum cc_precision precision)
{
	if (low.minute == INT64_MIN || high.minute == INT64_MAX)
		return;
	latest->low = MAX(latest->low, low.minute);
	if (high.minute <= latest->high)
		return;
	latest->high = high.minute;
	latest->precision = precision;
	latest->approximate = span->approximate;
	latest->uncertain = span->uncertain;
}

/* What goes on, and what ended nobody knows when, was seen when it began. */
static void
latest_add_span(struct latest *latest, const struct cc_span *span)
{
	if (!span->dated)
		return;
	latest_add(latest, span, span->earliest_start, span->latest_start,
	    span->start_precision);
	if (span->interval && span->end_form != CC_MOMENT_OPEN &&
	    span->end_form != CC_MOMENT_EMPTY)
		latest_add(latest, span, span->earliest_end, span->latest_end,
		    span->end_precision);
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
	*at = (struct cc_span){
	    .earliest_start = {latest.low},
	    .latest_start = {latest.high},
	    .earliest_end = {latest.low},
	    .latest_end = {latest.high},
	    .start_form = CC_MOMENT_POINT,
	    .end_form = CC_MOMENT_POINT,
	    .start_precision = latest.precision,
	    .end_precision = latest.precision,
	    .dated = true,
	    .approximate = latest.approximate,
	    .uncertain = latest.uncertain,
	};
	return true;
}
