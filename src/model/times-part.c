/* The time of a fact that says none while its parts say theirs: a rash whose
 * grades have dates, a regimen whose drugs do. It is read as if its author had
 * written what they tell: from the first of them, to the last end that is told
 * of all, else without an end. One part of what need not last is its moment. */
#include "model/kind.h"
#include "model/read.h"

#include <string.h>

void
cc_fact_each_part(const struct cc_fact *fact, cc_part_func each, void *data)
{
	for (size_t i = 0; i < fact->value_count; i++)
		each(&fact->values[i].when, data);
	for (size_t i = 0; i < fact->change_count; i++)
		each(&fact->changes[i].when, data);
	for (size_t i = 0; i < fact->grade_count; i++)
		each(&fact->grades[i].when, data);
	for (size_t i = 0; i < fact->dose_count; i++)
		each(&fact->doses[i].when, data);
	for (size_t i = 0; i < fact->drug_count; i++) {
		const struct cc_drug *drug = &fact->drugs[i];

		each(&drug->when, data);
		for (size_t k = 0; k < drug->dose_count; k++)
			each(&drug->doses[k].when, data);
	}
}

struct parts {
	const struct cc_when *first; /* it can have begun no earlier; or NULL */
	const struct cc_when *begun; /* by then it had */
	const struct cc_when *last;  /* it can have ended no later */
	size_t dated;
	bool endless; /* of one nobody says how long */
};

static void
add_part(const struct cc_when *when, void *data)
{
	const struct cc_span *span = &when->span;
	struct parts *parts = data;

	if (when->time.text == NULL || !span->dated)
		return;
	parts->dated++;
	parts->endless |= !span->interval || span->end_form == CC_MOMENT_EMPTY;
	if (parts->first == NULL ||
	    span->earliest_start.minute <
		parts->first->span.earliest_start.minute)
		parts->first = when;
	if (parts->begun == NULL ||
	    span->latest_start.minute < parts->begun->span.latest_start.minute)
		parts->begun = when;
	if (parts->last == NULL ||
	    span->latest_end.minute > parts->last->span.latest_end.minute)
		parts->last = when;
}

/* The part that says most of the start: what had begun by then, but where all
 * began at some time after a moment, the earliest of these. */
static const struct cc_when *
teller(const struct parts *parts)
{
	return parts->begun->time.start.form == CC_MOMENT_FROM ? parts->first
	                                                       : parts->begun;
}

/* "2016-09-08", or where another part may have been before "[..2016-09-08]". */
static const char *
start_text(struct cc_arena *arena, const struct parts *parts)
{
	const struct cc_when *when = teller(parts);
	const struct cc_time *time = &when->time;
	const struct cc_moment *start = &time->start;
	const struct cc_time_point *by =
	    start->form == CC_MOMENT_BETWEEN ? &start->b : &start->a;

	if (parts->first->span.earliest_start.minute >=
		when->span.earliest_start.minute ||
	    (start->form != CC_MOMENT_POINT &&
		start->form != CC_MOMENT_BETWEEN))
		return cc_arena_strndup(
		    arena, time->text, strcspn(time->text, "/"));
	return cc_arena_join(arena, "[..",
	    cc_arena_strndup(arena, time->text + by->at, by->length), "]",
	    NULL);
}

static const char *
written(struct cc_arena *arena, const struct parts *parts, bool moment)
{
	const char *start = start_text(arena, parts);
	const char *end = strchr(parts->last->time.text, '/');

	if (moment)
		return start;
	if (parts->endless || end == NULL ||
	    g_strcmp0(teller(parts)->since_id, parts->last->since_id) != 0)
		end = "/";
	return cc_arena_join(arena, start, end, NULL);
}

static void
date_by_parts(struct cc_reading *reading, struct cc_fact *fact)
{
	struct cc_when *when = &fact->when;
	struct parts parts = {0};
	bool moment;

	cc_fact_each_part(fact, add_part, &parts);
	if (parts.first == NULL)
		return;
	moment = fact->lasting != NULL ||
	         (parts.dated == 1 && fact->kind != CC_KIND_TREATMENT);
	if (!cc_time_read(reading->arena,
		written(reading->arena, &parts, moment), fact->pos, &when->time,
		reading->diags))
		return;
	when->since_id = teller(&parts)->since_id;
	when->since = teller(&parts)->since;
}

void
cc_read_times_of_parts(struct cc_reading *reading)
{
	for (size_t i = 0; i < reading->course->fact_count; i++) {
		struct cc_fact *fact = &reading->course->facts[i];

		/* A time with a place and no text was diagnosed. Of a series
		 * each value has its own. */
		if (fact->when.time.text == NULL &&
		    fact->when.time.pos.source == NULL &&
		    fact->kind != CC_KIND_SERIES)
			date_by_parts(reading, fact);
	}
}
