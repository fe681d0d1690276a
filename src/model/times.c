/* Times as written -> the four instants that they mean. */
#include "model/kind.h"
#include "model/read.h"

#include <string.h>

struct timing {
	const struct cc_case *course;
	struct cc_diags *diags;
	/* The last report of the case: where what goes on is seen to do so.
	 */
	struct cc_instant report;
	guint8 *known; /* by fact: its time could be worked out */
};

static struct cc_instant
later(struct cc_instant a, struct cc_instant b)
{
	return a.minute > b.minute ? a : b;
}

/* Resolves a written time; false where it cannot be known, diagnosed now or
 * where its anchor was. */
static bool
resolve(struct timing *timing, struct cc_when *when)
{
	bool counts = cc_time_counts(&when->time);
	const struct cc_span *anchor = NULL;

	if (counts && when->since_id != NULL) {
		if (when->since == NULL || !timing->known[when->since->index])
			return false;
		anchor = &when->since->when.span;
	}
	if (!cc_time_resolve(&when->time, timing->course->clock, anchor,
		timing->report, &when->span, timing->diags))
		return false;
	if (anchor != NULL)
		when->span.anchor = when->since->index;
	return true;
}

/* The earliest start and end of all that something comes after. */
struct earliest {
	struct cc_instant start, end;
};

static bool
earliest_after(const struct timing *timing, const struct cc_relations *after,
    struct earliest *earliest)
{
	bool known = after->count > 0;

	*earliest = (struct earliest){
	    CC_INSTANT_NONE_BEFORE, CC_INSTANT_NONE_BEFORE};
	for (size_t i = 0; i < after->count; i++) {
		const struct cc_fact *fact = after->fact[i];

		known = known && timing->known[fact->index];
		earliest->start =
		    later(earliest->start, fact->when.span.earliest_start);
		earliest->end =
		    later(earliest->end, fact->when.span.earliest_end);
	}
	return known;
}

/* Only `after` says where it stands. */
static struct cc_span
undated(struct cc_instant earliest, bool interval)
{
	return (struct cc_span){
	    .earliest_start = earliest,
	    .latest_start = CC_INSTANT_NONE_AFTER,
	    .earliest_end = earliest,
	    .latest_end = CC_INSTANT_NONE_AFTER,
	    .interval = interval,
	};
}

/* A dated thing that also comes after others: checked, and narrowed. One that
 * begins while they go on is what people call after as well: it is asked
 * about, and no earlier than they. */
static void
narrow(struct timing *timing, struct cc_when *when,
    const struct earliest *earliest, const char *after)
{
	struct cc_span *span = &when->span;
	bool within = span->latest_start.minute <= earliest->end.minute;
	enum cc_code code = span->latest_start.minute <= earliest->start.minute
	                        ? CC_E326
	                        : CC_W346;

	if (within && (span->approximate || span->uncertain))
		cc_diag_mild(timing->diags, code, when->time.pos, after);
	else if (within)
		cc_diag(timing->diags, code, when->time.pos, after);
	if (within && code == CC_E326)
		return;
	span->earliest_start = later(
	    span->earliest_start, within ? earliest->start : earliest->end);
	span->earliest_end = later(span->earliest_end, span->earliest_start);
}

/* True where the time is known. */
static bool
place(struct timing *timing, struct cc_when *when,
    const struct cc_relations *after, const struct cc_words *after_ids,
    bool interval)
{
	struct earliest earliest;
	bool ordered = earliest_after(timing, after, &earliest);

	if (when->time.text != NULL) {
		if (!resolve(timing, when))
			return false;
		if (ordered)
			narrow(timing, when, &earliest, after_ids->word[0]);
		return true;
	}
	when->span = undated(earliest.end, interval);
	return ordered;
}

static void
last(struct timing *timing, struct cc_fact *fact)
{
	struct cc_span *span = &fact->when.span;

	if (span->dated && span->interval)
		cc_diag(timing->diags, CC_E375, fact->when.time.pos,
		    fact->lasting);
	else
		cc_span_last(span, fact->lasting, timing->course->clock);
}

/* True where the time is known, as far as it can be: of an outcome without a
 * word of its date no more than that it was the last. */
static bool
place_fact(struct timing *timing, struct cc_fact *fact)
{
	bool known = place(timing, &fact->when, &fact->after, &fact->after_ids,
	    fact->kind == CC_KIND_TREATMENT);

	if (fact->lasting != NULL)
		last(timing, fact);
	return known || (cc_kind_row(fact->kind)->last &&
			    fact->when.time.text == NULL &&
			    fact->after_ids.count == 0);
}

/* A part of a fact: a value, dose, drug, grade or range. */
static void
place_part(struct timing *timing, struct cc_when *when,
    const struct cc_span *otherwise)
{
	static const struct cc_order none = {0};
	const struct cc_order *order =
	    when->after != NULL ? when->after : &none;

	if (when->time.text == NULL && when->after == NULL)
		when->span = *otherwise;
	else
		place(timing, when, &order->facts, &order->ids, false);
}

/* The moment at which a thing starts. */
static struct cc_span
start_of(const struct cc_span *span)
{
	struct cc_span start = *span;

	start.interval = false;
	start.earliest_end = start.earliest_start;
	start.latest_end = start.latest_start;
	start.end_form = CC_MOMENT_EMPTY;
	start.end_precision = CC_PRECISION_NONE;
	return start;
}

static void
place_doses(struct timing *timing, struct cc_dose *doses, size_t count,
    const struct cc_span *owner)
{
	struct cc_span start = start_of(owner);

	for (size_t i = 0; i < count; i++)
		place_part(timing, &doses[i].when, &start);
}

static void
place_parts(struct timing *timing, struct cc_fact *fact)
{
	static const struct cc_span always = {
	    .earliest_start = {INT64_MIN},
	    .latest_start = {INT64_MAX},
	    .earliest_end = {INT64_MIN},
	    .latest_end = {INT64_MAX},
	    .interval = true,
	};
	struct cc_span start = start_of(&fact->when.span);

	for (size_t i = 0; i < fact->value_count; i++)
		place_part(timing, &fact->values[i].when, &fact->when.span);
	for (size_t i = 0; i < fact->range_count; i++)
		place_part(timing, &fact->ranges[i].when, &always);
	for (size_t i = 0; i < fact->change_count; i++)
		place_part(timing, &fact->changes[i].when, &fact->when.span);
	for (size_t i = 0; i < fact->grade_count; i++)
		place_part(timing, &fact->grades[i].when, &start);
	place_doses(timing, fact->doses, fact->dose_count, &fact->when.span);
	for (size_t i = 0; i < fact->drug_count; i++) {
		struct cc_drug *drug = &fact->drugs[i];

		place_part(timing, &drug->when, &fact->when.span);
		place_doses(
		    timing, drug->doses, drug->dose_count, &drug->when.span);
	}
}

static void
widen_to(struct cc_bounds *bounds, struct cc_instant instant)
{
	if (instant.minute == INT64_MIN || instant.minute == INT64_MAX)
		return;
	bounds->first.minute = MIN(bounds->first.minute, instant.minute);
	bounds->last.minute = MAX(bounds->last.minute, instant.minute);
}

/* What goes on counts with its start only: its end is where the case ends. */
static void
widen(struct cc_bounds *bounds, const struct cc_span *span)
{
	if (!span->dated)
		return;
	widen_to(bounds, span->earliest_start);
	widen_to(bounds, span->latest_start);
	if (span->end_form == CC_MOMENT_OPEN)
		return;
	widen_to(bounds, span->earliest_end);
	widen_to(bounds, span->latest_end);
}

static void
widen_by_part(const struct cc_when *when, void *bounds)
{
	widen(bounds, &when->span);
}

static void
widen_by_fact(struct cc_bounds *bounds, const struct cc_fact *fact)
{
	widen(bounds, &fact->when.span);
	cc_fact_each_part(fact, widen_by_part, bounds);
}

struct cc_bounds
cc_fact_bounds(const struct cc_fact *fact)
{
	struct cc_bounds bounds = {
	    CC_INSTANT_NONE_AFTER, CC_INSTANT_NONE_BEFORE};

	widen_by_fact(&bounds, fact);
	return bounds;
}

struct cc_bounds
cc_case_bounds(const struct cc_case *course, bool planned)
{
	struct cc_bounds bounds = {
	    CC_INSTANT_NONE_AFTER, CC_INSTANT_NONE_BEFORE};

	for (size_t i = 0; i < course->fact_count; i++)
		if (planned || course->facts[i].status != CC_STATUS_PLANNED)
			widen_by_fact(&bounds, &course->facts[i]);
	return bounds;
}

static void
place_all(struct timing *timing, const size_t *order, size_t count)
{
	const struct cc_case *course = timing->course;

	for (size_t i = 0; i < count; i++) {
		struct cc_fact *fact = &course->facts[order[i]];

		timing->known[order[i]] = place_fact(timing, fact);
	}
	for (size_t i = 0; i < course->fact_count; i++)
		place_parts(timing, &course->facts[i]);
	for (size_t i = 0; i < course->patient_count; i++)
		if (course->patients[i].age_at.time.text != NULL)
			resolve(timing, &course->patients[i].age_at);
	for (size_t i = 0; i < course->history_count; i++)
		if (course->histories[i].when.time.text != NULL)
			resolve(timing, &course->histories[i].when);
	for (size_t i = 0; i < course->figure_count; i++)
		if (course->figures[i].when.time.text != NULL)
			resolve(timing, &course->figures[i].when);
}

void
cc_read_times(struct cc_reading *reading)
{
	struct cc_case *course = reading->course;
	g_autofree guint8 *known = g_new0(guint8, course->fact_count + 1);
	struct timing timing = {
	    .course = course,
	    .report = CC_INSTANT_NONE_BEFORE,
	    .known = known,
	};
	struct cc_diags unheard;
	struct cc_bounds bounds;
	size_t count;
	size_t *order = cc_read_order(reading, &count);

	/* Twice: where what goes on ends is known once all else is. */
	cc_diags_init(&unheard);
	unheard.limit = 1;
	timing.diags = &unheard;
	place_all(&timing, order, count);
	cc_diags_finish(&unheard);

	cc_read_times_of_parts(reading);
	bounds = cc_case_bounds(course, false);
	timing.report = bounds.last;
	timing.diags = reading->diags;
	place_all(&timing, order, count);

	bounds = cc_case_bounds(course, true);
	if (bounds.first.minute > bounds.last.minute) /* nothing is dated */
		return;
	course->first_dated = bounds.first;
	course->last_dated = bounds.last;
}
