#include "follow/precision.h"

static bool
is_told_to_the_hour(const struct cc_span *span)
{
	return span->start_precision >= CC_PRECISION_HOUR ||
	       (span->interval && span->end_precision >= CC_PRECISION_HOUR);
}

/* One time of day in a course of years makes no day uncertain: it takes half
 * of what is dated. */
static bool
is_course_of_hours(const struct cc_case *course)
{
	size_t dated = 0, hours = 0;

	for (size_t i = 0; i < course->fact_count; i++) {
		const struct cc_fact *fact = &course->facts[i];

		dated += fact->when.span.dated;
		hours += fact->when.span.dated &&
		         is_told_to_the_hour(&fact->when.span);
		dated += fact->value_count;
		for (size_t v = 0; v < fact->value_count; v++)
			hours +=
			    is_told_to_the_hour(&fact->values[v].when.span);
	}
	return hours > 0 && 2 * hours >= dated;
}

int64_t
cc_exact_follow(const struct cc_case *course)
{
	enum cc_precision unit = cc_clock_unit(course->clock);

	if (unit == CC_PRECISION_NONE)
		unit = CC_PRECISION_DAY;
	if (unit == CC_PRECISION_DAY && is_course_of_hours(course))
		unit = CC_PRECISION_HOUR;
	return cc_precision_minutes(unit);
}

static void
take_open(struct cc_instant *first, const struct cc_span *span)
{
	if (span->dated &&
	    span->earliest_start.minute == CC_INSTANT_NONE_BEFORE.minute &&
	    span->latest_end.minute < first->minute)
		*first = span->latest_end;
}

struct cc_instant
cc_open_follow(const struct cc_case *course)
{
	struct cc_instant first = CC_INSTANT_NONE_AFTER;

	for (size_t i = 0; i < course->fact_count; i++) {
		const struct cc_fact *fact = &course->facts[i];

		take_open(&first, &fact->when.span);
		for (size_t v = 0; v < fact->value_count; v++)
			take_open(&first, &fact->values[v].when.span);
		for (size_t c = 0; c < fact->change_count; c++)
			take_open(&first, &fact->changes[c].when.span);
	}
	return first;
}

struct usual {
	struct cc_instant first, last;
	size_t count[CC_PRECISION_MINUTE + 1], dated;
};

static void
count_span(struct usual *usual, const struct cc_span *span)
{
	if (!span->dated || span->earliest_start.minute > usual->last.minute ||
	    span->latest_end.minute < usual->first.minute)
		return;
	if (span->start_precision != CC_PRECISION_NONE) {
		usual->count[span->start_precision]++;
		usual->dated++;
	}
	if (span->interval && span->end_precision != CC_PRECISION_NONE) {
		usual->count[span->end_precision]++;
		usual->dated++;
	}
}

enum cc_precision
cc_precision_usual(const struct cc_case *course, struct cc_instant first,
    struct cc_instant last)
{
	struct usual usual = {.first = first, .last = last};
	size_t coarser = 0;

	for (size_t i = 0; i < course->fact_count; i++) {
		const struct cc_fact *fact = &course->facts[i];

		count_span(&usual, &fact->when.span);
		if (fact->kind == CC_KIND_PANEL) /* has one time for all */
			continue;
		for (size_t v = 0; v < fact->value_count; v++)
			count_span(&usual, &fact->values[v].when.span);
	}
	for (enum cc_precision unit = CC_PRECISION_YEAR;
	     unit <= CC_PRECISION_MINUTE; unit++) {
		coarser += usual.count[unit];
		if (2 * coarser > usual.dated)
			return unit;
	}
	return CC_PRECISION_NONE;
}

static bool
is_exact(struct cc_instant earliest, struct cc_instant latest, int64_t exact)
{
	return earliest.minute != INT64_MIN && latest.minute != INT64_MAX &&
	       latest.minute - earliest.minute <= exact;
}

bool
cc_start_is_exact(const struct cc_span *span, int64_t exact)
{
	return is_exact(span->earliest_start, span->latest_start, exact);
}

bool
cc_end_is_exact(const struct cc_span *span, int64_t exact)
{
	return is_exact(span->earliest_end, span->latest_end, exact);
}
