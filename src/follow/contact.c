/* When a patient was last seen, and whether it was the end. */
#include "follow/contact.h"

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

static void
latest_add(struct cc_latest *latest, const struct cc_span *moment)
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

void
cc_latest_add(struct cc_latest *latest, const struct cc_span *span)
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

static void
latest_add_doses(
    struct cc_latest *latest, const struct cc_dose *doses, size_t count)
{
	for (size_t i = 0; i < count; i++)
		cc_latest_add(latest, &doses[i].when.span);
}

static void
latest_add_fact(struct cc_latest *latest, const struct cc_fact *fact)
{
	cc_latest_add(latest, &fact->when.span);
	for (size_t i = 0; i < fact->value_count; i++)
		cc_latest_add(latest, &fact->values[i].when.span);
	for (size_t i = 0; i < fact->change_count; i++)
		cc_latest_add(latest, &fact->changes[i].when.span);
	for (size_t i = 0; i < fact->grade_count; i++)
		cc_latest_add(latest, &fact->grades[i].when.span);
	latest_add_doses(latest, fact->doses, fact->dose_count);
	for (size_t i = 0; i < fact->drug_count; i++)
		latest_add_doses(
		    latest, fact->drugs[i].doses, fact->drugs[i].dose_count);
}

struct cc_span
cc_latest_span(const struct cc_latest *latest)
{
	struct cc_span at = latest->moment;

	if (latest->high == INT64_MIN)
		return (struct cc_span){0};
	if (at.earliest_start.minute != latest->low ||
	    at.latest_start.minute != latest->high)
		at.start_counted = NULL;
	at.earliest_start.minute = latest->low;
	at.latest_start.minute = latest->high;
	at.start_form = CC_MOMENT_POINT;
	return cc_span_start(&at);
}

struct cc_latest *
cc_contacts_follow(
    struct cc_arena *arena, const struct cc_case *course, size_t patients)
{
	struct cc_latest *latest =
	    cc_arena_new_array(arena, struct cc_latest, patients);

	for (size_t i = 0; i < patients; i++)
		latest[i] = CC_LATEST_NONE;
	for (size_t i = 0; i < course->fact_count; i++) {
		const struct cc_fact *fact = &course->facts[i];

		/* A remark is of its author's, not of the patient's. */
		if (fact->happened && fact->kind != CC_KIND_COMMENT)
			latest_add_fact(&latest[fact->patient], fact);
	}
	return latest;
}
