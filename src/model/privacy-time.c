/* Times with less of the calendar.
 *
 * Levels month and year widen every time to whole months or years.
 *
 * Level relative counts completed units since the zero: years and months to
 * the anniversary, days to the minute. The unit is the coarser one of the
 * time's own precision and the zero's, and a month has 30.4375 days wherever
 * it lies: else the lengths of months, or the day on which one begins, would
 * tell a ruler on the page where in the year it stands. */
#include "model/model.h"
#include "model/privacy.h"

#define OLDEST 90 /* [years]; beyond, an age names a person */

static bool
unknown(struct cc_instant instant)
{
	return instant.minute == INT64_MIN || instant.minute == INT64_MAX;
}

/* Precisions grow finer; NONE says nothing and gives way. */
static enum cc_precision
coarser(enum cc_precision a, enum cc_precision b)
{
	if (a == CC_PRECISION_NONE)
		return b;
	return b == CC_PRECISION_NONE ? a : MIN(a, b);
}

/* An offset of days since something known to the month is known to the month.
 */
static enum cc_precision
anchored(const struct cc_when *when)
{
	enum cc_precision precision = CC_PRECISION_NONE;

	for (; when->since != NULL; when = &when->since->when)
		precision =
		    coarser(precision, when->since->when.span.start_precision);
	return precision;
}

/* Ages beyond 89 stand on the axis of a clock that counts them. */
static bool
shows_great_age(const struct cc_case *course)
{
	return course->clock == CC_CLOCK_AGE &&
	       course->last_dated.minute >
	           OLDEST * cc_precision_minutes(CC_PRECISION_YEAR);
}

struct cc_veil
cc_veil_over(const struct cc_case *course, const struct cc_fact *zero,
    enum cc_privacy level)
{
	struct cc_veil veil = {
	    .level = level,
	    .clock = course->clock,
	    .elapsed =
		shows_great_age(course) || (level == CC_PRIVACY_RELATIVE &&
					       course->clock == CC_CLOCK_DATE),
	};
	struct cc_date first;

	if (!veil.elapsed)
		return veil;
	if (zero != NULL && !unknown(zero->when.span.earliest_start)) {
		veil.origin = zero->when.span.earliest_start;
		veil.precision = coarser(
		    zero->when.span.start_precision, anchored(&zero->when));
		/* Hours since midnight tell nothing of the calendar. */
		if (veil.precision >= CC_PRECISION_DAY)
			veil.precision = CC_PRECISION_NONE;
		return veil;
	}
	/* Nothing to count from: from the month in which the course begins. */
	first = cc_instant_date(course->first_dated);
	veil.origin = cc_instant_from_date(first.year, first.month, 1);
	veil.precision = CC_PRECISION_MONTH;
	return veil;
}

enum cc_precision
cc_veil_finest(const struct cc_veil *veil)
{
	if (veil->elapsed)
		return veil->precision;
	if (veil->clock != CC_CLOCK_DATE)
		return CC_PRECISION_NONE;
	if (veil->level == CC_PRIVACY_MONTH)
		return CC_PRECISION_MONTH;
	return veil->level == CC_PRIVACY_YEAR ? CC_PRECISION_YEAR
	                                      : CC_PRECISION_NONE;
}

/* Calendar months completed since the origin. */
static int64_t
months_completed(struct cc_instant origin, struct cc_instant at)
{
	struct cc_date from = cc_instant_date(origin);
	struct cc_date to = cc_instant_date(at);
	int months = (to.year - from.year) * 12 + to.month - from.month;

	while (cc_instant_add_months(origin, months).minute > at.minute)
		months--;
	return months;
}

static int64_t
floor_div(int64_t number, int64_t by)
{
	return number / by - (number % by < 0);
}

struct count {
	int64_t units;
	bool exact; /* not a minute more */
};

static struct count
units_since(
    const struct cc_veil *veil, struct cc_instant at, enum cc_precision unit)
{
	const int64_t minutes = at.minute - veil->origin.minute;
	const int64_t step = cc_precision_minutes(unit);
	const int months = unit == CC_PRECISION_YEAR ? 12 : 1;
	struct count count;

	if (veil->clock != CC_CLOCK_DATE || unit > CC_PRECISION_MONTH) {
		count.units = floor_div(minutes, step);
		count.exact = count.units * step == minutes;
		return count;
	}
	count.units = floor_div(months_completed(veil->origin, at), months);
	count.exact =
	    cc_instant_add_months(veil->origin, (int)count.units * months)
		.minute == at.minute;
	return count;
}

/* The start of the whole month or year that holds an instant, or where
 * `up`, the first one that does not lie before it. */
static struct cc_instant
whole(struct cc_instant at, enum cc_precision unit, bool up)
{
	const struct cc_date date = cc_instant_date(at);
	const bool years = unit == CC_PRECISION_YEAR;
	const struct cc_instant start =
	    cc_instant_from_date(date.year, years ? 1 : date.month, 1);

	if (!up || start.minute == at.minute)
		return start;
	return cc_instant_add_months(start, years ? 12 : 1);
}

static struct cc_instant
veiled(const struct cc_veil *veil, struct cc_instant at, enum cc_precision unit,
    bool up)
{
	struct count count;

	if (unknown(at))
		return at;
	if (!veil->elapsed)
		return whole(at, unit, up);
	count = units_since(veil, at, unit);
	return (struct cc_instant){
	    (count.units + (up && !count.exact)) * cc_precision_minutes(unit)};
}

/* Whether nothing of the time is the calendar's. */
static bool
untouched(const struct cc_veil *veil)
{
	return !veil->elapsed && cc_veil_finest(veil) == CC_PRECISION_NONE;
}

struct cc_span
cc_veil_span(const struct cc_veil *veil, const struct cc_when *when,
    const struct cc_when *owner)
{
	const bool own = when->time.text != NULL || owner == NULL;
	const enum cc_precision limit =
	    coarser(anchored(own ? when : owner), cc_veil_finest(veil));
	struct cc_span span = when->span;
	enum cc_precision start = coarser(span.start_precision, limit);
	enum cc_precision end = coarser(span.end_precision, limit);

	/* In what words it was written, and after what, is not told. */
	span.start_counted = span.end_counted = NULL;
	span.start_bracket = span.end_bracket = NULL;
	if (untouched(veil))
		return span;
	/* Ends that are not stated borrow the other end's instants. */
	if (span.start_precision == CC_PRECISION_NONE)
		start = end;
	if (span.end_precision == CC_PRECISION_NONE)
		end = start;
	if (start == CC_PRECISION_NONE) /* only "after" something */
		start = end = CC_PRECISION_DAY;
	span.earliest_start = veiled(veil, span.earliest_start, start, false);
	span.latest_start = veiled(veil, span.latest_start, start, true);
	span.earliest_end = veiled(veil, span.earliest_end, end, false);
	span.latest_end = veiled(veil, span.latest_end, end, true);
	if (span.earliest_end.minute < span.earliest_start.minute)
		span.earliest_end = span.earliest_start;
	if (span.latest_start.minute > span.latest_end.minute)
		span.latest_start = span.latest_end;
	if (span.start_precision != CC_PRECISION_NONE)
		span.start_precision = start;
	if (span.end_precision != CC_PRECISION_NONE)
		span.end_precision = end;
	if (span.interval && span.end_form == CC_MOMENT_OPEN)
		span.earliest_end = span.earliest_start;
	return span;
}
