#include "follow/extent.h"

#include "follow/follow.h"
#include "model/model.h"

#include <glib.h>
#include <stdlib.h>

/* ---- limits ---- */

static bool
is_limit(const struct cc_fact *fact)
{
	if (!fact->happened || !fact->when.span.dated)
		return false;
	return fact->progression || fact->kind == CC_KIND_OUTCOME ||
	       (fact->line != CC_NO_LINE &&
		   (fact->kind == CC_KIND_TREATMENT ||
		       fact->kind == CC_KIND_PROCEDURE));
}

/* Treatments and procedures of a line limit those of other lines. */
static bool
is_of_line(const struct cc_fact *limit, size_t line)
{
	return limit->line == line && !limit->progression &&
	       limit->kind != CC_KIND_OUTCOME;
}

static int
by_patient_and_start(const void *left, const void *right)
{
	const struct cc_fact *a = *(const struct cc_fact *const *)left;
	const struct cc_fact *b = *(const struct cc_fact *const *)right;
	int64_t s = a->when.span.earliest_start.minute;
	int64_t t = b->when.span.earliest_start.minute;

	if (a->patient != b->patient)
		return a->patient < b->patient ? -1 : 1;
	if (s != t)
		return s < t ? -1 : 1;
	return a->index < b->index ? -1 : 1;
}

struct cc_limits
cc_limits_follow(struct cc_arena *arena, const struct cc_case *course)
{
	struct cc_limits limits = {
	    .fact = cc_arena_new_array(
		arena, const struct cc_fact *, course->fact_count),
	    .other = cc_arena_new_array(arena, size_t, course->fact_count),
	};

	for (size_t i = 0; i < course->fact_count; i++)
		if (is_limit(&course->facts[i]))
			limits.fact[limits.count++] = &course->facts[i];
	qsort(limits.fact, limits.count, sizeof(limits.fact[0]),
	    by_patient_and_start);
	for (size_t i = limits.count; i-- > 0;) {
		size_t next = i + 1;

		if (next < limits.count &&
		    is_of_line(limits.fact[next], limits.fact[i]->line))
			next = limits.other[next];
		limits.other[i] = next;
	}
	return limits;
}

/* The first limit that lies at or after an instant. */
static size_t
first_from(const struct cc_limits *limits, size_t patient, int64_t minute)
{
	size_t low = 0, high = limits->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		const struct cc_fact *fact = limits->fact[middle];

		if (fact->patient < patient ||
		    (fact->patient == patient &&
			fact->when.span.earliest_start.minute < minute))
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static const struct cc_fact *
find_limit(const struct cc_limits *limits, const struct cc_fact *fact,
    const struct cc_span *span)
{
	size_t at =
	    first_from(limits, fact->patient, span->latest_start.minute);

	if (at < limits->count && is_of_line(limits->fact[at], fact->line))
		at = limits->other[at];
	if (at == limits->count || limits->fact[at]->patient != fact->patient)
		return NULL;
	return limits->fact[at];
}

/* ---- extents ---- */

static struct cc_instant
later(struct cc_instant a, struct cc_instant b)
{
	return a.minute > b.minute ? a : b;
}

static struct cc_instant
earlier(struct cc_instant a, struct cc_instant b)
{
	return a.minute < b.minute ? a : b;
}

/* Seen for the last time, or dead: never before it had begun. */
static void
end_at(struct cc_extent *extent, struct cc_instant earliest,
    struct cc_instant latest)
{
	struct cc_span *span = &extent->span;

	/* "[a..]/": it had begun when it ended. */
	if (span->latest_start.minute == INT64_MAX)
		span->latest_start = later(latest, span->earliest_start);
	span->earliest_end = later(earliest, span->earliest_start);
	span->latest_end = later(latest, span->latest_start);
}

static void
end_open(struct cc_extent *extent, const struct cc_patient_course *patient)
{
	const struct cc_fact *death = patient->death;
	const struct cc_instant start = extent->span.earliest_start;

	extent->end = CC_END_GOES_ON;
	if (cc_death_is_dated(patient) &&
	    death->when.span.latest_start.minute > start.minute) {
		extent->end = CC_END_DEATH;
		extent->ended_by = death;
		end_at(extent, death->when.span.earliest_start,
		    death->when.span.latest_start);
	} else if (patient->contact.dated) {
		end_at(extent, patient->contact.latest_end,
		    patient->contact.latest_end);
	}
}

/* ---- the first and the last that is told of a thing ---- */

struct telling {
	const struct cc_follow *follow;
	const struct cc_fact *fact;
	/* It had begun by then. */
	struct cc_instant begun;
	/* It went on until then; the last of it may have been by then. */
	struct cc_instant sure, told;
};

/* What was given, seen or graded was there by then, and until then. */
static void
add_part(const struct cc_when *when, void *data)
{
	struct telling *telling = data;
	struct cc_instant told;
	struct cc_span span;
	bool ended;

	if (when->time.text == NULL || !when->span.dated)
		return;
	span = cc_follow_part(telling->follow, telling->fact, &when->span);
	ended = span.interval && span.end_form != CC_MOMENT_EMPTY &&
	        span.end_form != CC_MOMENT_OPEN;
	telling->begun = earlier(telling->begun, span.latest_start);
	telling->sure = later(
	    telling->sure, ended ? span.earliest_end : span.earliest_start);
	told = ended ? span.latest_end : span.latest_start;
	/* "[a..]" is without a bound where no death is. */
	if (told.minute != INT64_MAX)
		telling->told = later(telling->told, told);
}

/* Of a part nothing is told but its own time. */
static struct telling
all_told(const struct cc_follow *follow, const struct cc_fact *fact, bool whole,
    const struct cc_span *span)
{
	struct telling telling = {follow, fact, .begun = span->latest_start,
	    .sure = span->earliest_start, .told = span->earliest_start};

	if (whole)
		cc_fact_each_part(fact, add_part, &telling);
	return telling;
}

static void
end_unknown(struct cc_extent *extent, const struct cc_follow *follow,
    const struct cc_fact *fact, bool whole)
{
	const struct cc_patient_course *patient =
	    cc_follow_patient(follow, fact);
	const struct telling telling =
	    all_told(follow, fact, whole, &extent->span);
	struct cc_instant latest = patient->over;
	const struct cc_fact *limit =
	    cc_death_is_dated(patient) ? patient->death : NULL;

	if (fact->kind == CC_KIND_TREATMENT && fact->line != CC_NO_LINE)
		limit = find_limit(&follow->limits, fact, &extent->span);
	extent->ended_by = limit;
	extent->end =
	    fact->kind == CC_KIND_TREATMENT && fact->line != CC_NO_LINE
		? CC_END_LIMIT
		: CC_END_NOT_STATED;
	if (limit != NULL &&
	    limit->when.span.latest_start.minute < latest.minute)
		latest = limit->when.span.latest_start;
	if (latest.minute == INT64_MAX)
		latest = extent->span.latest_start;
	end_at(extent, telling.sure, later(latest, telling.told));
	extent->told = later(telling.told, extent->span.latest_start);
}

/* What is repeated and bears the moment of the first goes on until about the
 * last; nobody saw it beyond the last contact. */
static void
end_repeated(struct cc_extent *extent, const struct cc_follow *follow,
    const struct cc_fact *fact)
{
	const int64_t last = cc_fact_repeats(fact).lasts;
	const struct cc_span *seen = &cc_follow_patient(follow, fact)->contact;
	struct cc_span *span = &extent->span;

	if (!span->dated || !seen->dated ||
	    span->earliest_start.minute == INT64_MIN ||
	    span->latest_start.minute == INT64_MAX ||
	    span->latest_start.minute - span->earliest_start.minute > last)
		return;
	span->interval = true;
	end_at(extent,
	    earlier(
		cc_instant_add(span->earliest_start, last), seen->earliest_end),
	    earlier(
		cc_instant_add(span->latest_start, last), seen->latest_end));
	span->end_form = CC_MOMENT_POINT;
	span->end_precision = span->start_precision;
	span->end_approximate = true;
}

static enum cc_extent_start
start_of(const struct cc_span *span)
{
	switch (span->start_form) {
	case CC_MOMENT_OPEN:
		return CC_START_BEFORE;
	case CC_MOMENT_EMPTY:
	case CC_MOMENT_UNTIL:
		return CC_START_NOT_STATED;
	case CC_MOMENT_POINT:
	case CC_MOMENT_BETWEEN:
	case CC_MOMENT_FROM:
		break;
	}
	return CC_START_STATED;
}

static struct cc_extent
find_extent(const struct cc_follow *follow, const struct cc_fact *fact,
    const struct cc_span *part)
{
	struct cc_extent extent = {
	    .span = part != NULL ? cc_follow_part(follow, fact, part)
	                         : *cc_follow_span(follow, fact)};

	if (part == NULL && !extent.span.interval)
		end_repeated(&extent, follow, fact);
	if (!extent.span.dated || !extent.span.interval)
		return extent;
	/* Of what has no date its place is all that is known. */
	if (part == NULL &&
	    follow->order.of[fact->index].kind != CC_ORDERED_DATED)
		return extent;
	extent.start = start_of(&extent.span);
	if (extent.start == CC_START_NOT_STATED)
		extent.span.latest_start =
		    all_told(follow, fact, part == NULL, &extent.span).begun;
	if (extent.span.end_form == CC_MOMENT_OPEN && fact->happened)
		end_open(&extent, cc_follow_patient(follow, fact));
	else if (extent.span.end_form == CC_MOMENT_OPEN ||
		 extent.span.end_form == CC_MOMENT_EMPTY)
		end_unknown(&extent, follow, fact, part == NULL);
	return extent;
}

const struct cc_extent *
cc_extents_follow(struct cc_arena *arena, const struct cc_follow *follow)
{
	const size_t count = follow->course->fact_count;
	struct cc_extent *of =
	    cc_arena_new_room(arena, struct cc_extent, count);

	for (size_t i = 0; i < count; i++)
		of[i] = find_extent(follow, &follow->course->facts[i], NULL);
	return of;
}

struct cc_extent
cc_extent_of(const struct cc_follow *follow, const struct cc_fact *fact,
    const struct cc_span *part)
{
	return part != NULL ? find_extent(follow, fact, part)
	                    : follow->extents[fact->index];
}
