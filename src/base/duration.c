/* Durations derived from two spans. */
#include "base/time.h"

#include <glib.h>
#include <math.h>
#include <string.h>

/* The first and the last instant at which something can have been; of days and
 * dates the last one is the start of the last day, so that two days differ by
 * the days between them. What a clock counts in decimals is known. */
struct bounds {
	struct cc_instant first, last;
	int64_t granule; /* from the last one to what it can no more be */
	int decimals;    /* of the unit that a clock counts; mostly 0 */
};

static bool
unknown(struct cc_instant instant)
{
	return instant.minute == INT64_MIN || instant.minute == INT64_MAX;
}

static struct cc_instant
day_floor(struct cc_instant instant)
{
	int64_t into;

	if (unknown(instant))
		return instant;
	into = instant.minute % CC_MINUTES_A_DAY;
	if (into < 0)
		into += CC_MINUTES_A_DAY;
	return cc_instant_add(instant, -into);
}

static int
decimals_of(struct cc_instant earliest, struct cc_instant latest,
    enum cc_precision precision)
{
	int decimals;

	if (unknown(earliest) || unknown(latest) ||
	    precision == CC_PRECISION_NONE || precision > CC_PRECISION_WEEK ||
	    !cc_unit_decimals(earliest, latest, precision, &decimals))
		return 0;
	/* A bracket of such numbers is not one. */
	return (double)(latest.minute - earliest.minute) <
	               1.5 * cc_unit_step(precision, decimals)
	           ? decimals
	           : 0;
}

/* From half-open. Months and years of a clock are no whole days: they keep
 * their minutes. */
static struct bounds
bounds_of(struct cc_instant earliest, struct cc_instant latest,
    enum cc_precision precision, enum cc_clock clock)
{
	struct bounds bounds = {.granule = CC_MINUTES_A_DAY};

	if (clock != CC_CLOCK_DATE)
		bounds.decimals = decimals_of(earliest, latest, precision);
	if (bounds.decimals > 0)
		bounds.granule = latest.minute - earliest.minute;
	else if (clock != CC_CLOCK_DATE && precision <= CC_PRECISION_MONTH)
		bounds.granule = 1;
	bounds.first = earliest;
	bounds.last = cc_instant_add(latest, -bounds.granule);
	if (bounds.granule == CC_MINUTES_A_DAY) {
		bounds.first = day_floor(earliest);
		bounds.last = day_floor(cc_instant_add(latest, -1));
	}
	if (bounds.last.minute < bounds.first.minute)
		bounds.last = bounds.first;
	return bounds;
}

static int64_t
minute_after(struct cc_instant from, int64_t count, enum cc_precision unit,
    enum cc_clock clock)
{
	return cc_instant_add_units(from, count, unit, clock).minute;
}

/* Completed units from one instant to another: the greatest count that does
 * not lead past it. Both are known. */
static int64_t
units_completed(struct cc_instant from, struct cc_instant to,
    enum cc_precision unit, enum cc_clock clock)
{
	int64_t count = (to.minute - from.minute) / cc_precision_minutes(unit);

	while (minute_after(from, count, unit, clock) > to.minute)
		count--;
	while (minute_after(from, count + 1, unit, clock) <= to.minute)
		count++;
	return count;
}

static int
units_down(struct cc_instant from, struct cc_instant to, enum cc_precision unit,
    enum cc_clock clock)
{
	return (int)units_completed(from, to, unit, clock);
}

static int
units_up(struct cc_instant from, struct cc_instant to, enum cc_precision unit,
    enum cc_clock clock)
{
	int64_t count = units_completed(from, to, unit, clock);

	return (int)count +
	       (minute_after(from, count, unit, clock) < to.minute);
}

static int
units_nearest(struct cc_instant from, struct cc_instant to,
    enum cc_precision unit, enum cc_clock clock)
{
	int64_t count = units_completed(from, to, unit, clock);
	int64_t below = minute_after(from, count, unit, clock);
	int64_t above = minute_after(from, count + 1, unit, clock);

	return (int)count + (to.minute - below >= above - to.minute);
}

static enum cc_precision
coarser(enum cc_precision a, enum cc_precision b)
{
	if (a == CC_PRECISION_NONE)
		a = CC_PRECISION_DAY;
	if (b == CC_PRECISION_NONE)
		b = CC_PRECISION_DAY;
	return MIN(MIN(a, b), CC_PRECISION_DAY);
}

static void
duration_fill(struct cc_duration *duration, struct bounds from,
    struct bounds to, enum cc_clock clock)
{
	enum cc_precision unit = duration->unit;
	bool low_known = !unknown(from.last) && !unknown(to.first);
	bool high_known = !unknown(from.first) && !unknown(to.last);

	/* Both in decimals: known as two days are. */
	duration->decimals = MIN(from.decimals, to.decimals);
	if (duration->decimals > 0) {
		duration->value = duration->low = duration->high =
		    (int)llround((double)(to.last.minute - from.last.minute) /
			cc_unit_step(unit, duration->decimals));
		duration->exact = true;
		return;
	}
	duration->high = CC_DURATION_OPEN;
	if (low_known)
		duration->low = units_down(from.last, to.first, unit, clock);
	if (high_known)
		duration->high = units_up(from.first, to.last, unit, clock);
	if (low_known && high_known)
		duration->value =
		    units_nearest(cc_instant_mid(from.first, from.last),
			cc_instant_mid(to.first, to.last), unit, clock);
	else if (high_known)
		duration->value = duration->high;
	else
		duration->value = MAX(duration->low, 0);
	/* Two things of one month: which came first is known. */
	if (duration->value >= 0)
		duration->low = MAX(duration->low, 0);
	duration->exact = duration->low == duration->high;
}

#define MINUTES_AN_HOUR 60

/* Less than these is told in minutes, in hours. */
#define MINUTES_MOST ((int64_t)3 * MINUTES_AN_HOUR)
#define HOURS_MOST ((int64_t)3 * CC_MINUTES_A_DAY)

/* Between two times of day that are not long apart, days would be midnights.
 * False where one of them is no such time. */
static bool
fill_by_the_clock(struct cc_duration *duration, const struct cc_span *from,
    const struct cc_span *to)
{
	int64_t minutes = to->earliest_end.minute - from->earliest_start.minute;

	if (from->start_precision < CC_PRECISION_HOUR ||
	    to->end_precision < CC_PRECISION_HOUR || minutes < 0 ||
	    minutes >= HOURS_MOST)
		return false;
	duration->unit =
	    minutes < MINUTES_MOST ? CC_PRECISION_MINUTE : CC_PRECISION_HOUR;
	duration->value =
	    minutes < MINUTES_MOST
		? (int)minutes
		: (int)((minutes + MINUTES_AN_HOUR / 2) / MINUTES_AN_HOUR);
	duration->low = duration->high = duration->value;
	duration->exact = true;
	return true;
}

struct cc_duration
cc_duration_least(
    const struct cc_span *from, const struct cc_span *to, enum cc_clock clock)
{
	struct cc_duration least = cc_duration_between(from, to, clock);
	struct bounds began = bounds_of(from->earliest_start,
	    from->latest_start, from->start_precision, clock);
	struct bounds seen = bounds_of(
	    to->earliest_end, to->latest_end, to->end_precision, clock);

	while (least.low == 0 && least.unit < CC_PRECISION_DAY) {
		least.unit++;
		least.low =
		    units_down(began.last, seen.first, least.unit, clock);
	}
	least.low = MAX(least.low, 0);
	least.value = least.low;
	least.high = CC_DURATION_OPEN;
	least.exact = false;
	return least;
}

struct cc_duration
cc_duration_between(
    const struct cc_span *from, const struct cc_span *to, enum cc_clock clock)
{
	struct cc_duration duration = {
	    .unit = coarser(from->start_precision, to->end_precision),
	    .approximate = from->approximate || to->approximate,
	    .uncertain = from->uncertain || to->uncertain};

	if (fill_by_the_clock(&duration, from, to))
		return duration;
	duration_fill(&duration,
	    bounds_of(from->earliest_start, from->latest_start,
		from->start_precision, clock),
	    bounds_of(
		to->earliest_end, to->latest_end, to->end_precision, clock),
	    clock);
	return duration;
}

struct cc_duration
cc_duration_length(const struct cc_span *span, enum cc_clock clock)
{
	struct cc_duration duration = {
	    .unit = coarser(span->start_precision, span->end_precision),
	    .approximate = span->approximate,
	    .uncertain = span->uncertain};
	struct bounds end = bounds_of(
	    span->earliest_end, span->latest_end, span->end_precision, clock);

	end.first = cc_instant_add(end.first, end.granule);
	end.last = cc_instant_add(end.last, end.granule);
	duration_fill(&duration,
	    bounds_of(span->earliest_start, span->latest_start,
		span->start_precision, clock),
	    end, clock);
	return duration;
}

int64_t
cc_period_least(const char *period)
{
	const int64_t hour = 60, day = CC_MINUTES_A_DAY;
	int64_t count = g_ascii_strtoll(period, NULL, 10);

	switch (period[strspn(period, "0123456789")]) {
	case 'h':
		return count * hour;
	case 'd':
		return count * day;
	case 'w':
		return count * 7 * day;
	case 'm':
		return count * 28 * day;
	case 'y':
		return count * 365 * day;
	}
	return 0;
}
