/* What a point of time covers under a clock. */
#include "base/time-guess.h"

#include <math.h>
#include <string.h>

/* Outside of these a clock's zero is a typing error; the same reach as that
 * of dates, and far from the sentinels. */
#define CLOCK_YEARS_MAX 9000
#define YEAR_MIN 1000
#define YEAR_MAX 9999

/* A distance in calendar months and minutes. */
struct offset {
	int64_t months, minutes;
};

struct cc_slice
cc_time_point_slice(
    const struct cc_time_resolver *r, const struct cc_time_point *point)
{
	const char *at = r->time->text + point->at;

	return (struct cc_slice){at, at + point->length};
}

static bool
refuse(const struct cc_time_resolver *r, enum cc_code code,
    const struct cc_time_point *point, const char *second, const char *third)
{
	struct cc_slice slice = cc_time_point_slice(r, point);
	g_autofree char *quote = cc_slice_quote(slice);

	cc_diag(r->diags, code,
	    cc_slice_pos(r->time->text, r->time->pos, slice), quote, second,
	    third);
	return false;
}

static bool
calendar(const struct cc_time_resolver *r)
{
	return r->clock == CC_CLOCK_DATE;
}

static struct cc_instant
shift(const struct cc_time_resolver *r, struct cc_instant instant,
    struct offset by)
{
	int64_t month = cc_precision_minutes(CC_PRECISION_MONTH);

	if (calendar(r))
		instant = cc_instant_add_months(
		    instant, (int)CLAMP(by.months, INT_MIN, INT_MAX));
	else
		instant = cc_instant_add(instant, by.months * month);
	return cc_instant_add(instant, by.minutes);
}

static struct offset
offset_sum(struct offset a, struct offset b, int sign)
{
	return (struct offset){
	    a.months + sign * b.months, a.minutes + sign * b.minutes};
}

enum cc_precision
cc_time_point_unit(
    const struct cc_time_resolver *r, const struct cc_time_point *point)
{
	return point->bare ? cc_clock_unit(r->clock) : point->precision;
}

/* Where the point's amounts lead from zero. */
static struct offset
point_offset(
    const struct cc_time_resolver *r, const struct cc_time_point *point)
{
	static const enum cc_precision days[] = {
	    CC_PRECISION_WEEK, CC_PRECISION_DAY, CC_PRECISION_HOUR};
	struct offset sum = {0, 0};
	size_t i;

	if (point->bare) {
		int64_t unit = cc_precision_minutes(cc_clock_unit(r->clock));

		sum.minutes =
		    llround(point->amount[CC_PRECISION_NONE] * (double)unit);
	}
	sum.months = (int64_t)(12 * point->amount[CC_PRECISION_YEAR] +
			       point->amount[CC_PRECISION_MONTH]);
	for (i = 0; i < G_N_ELEMENTS(days); i++)
		sum.minutes += (int64_t)point->amount[days[i]] *
		               cc_precision_minutes(days[i]);
	if (point->negative)
		sum = (struct offset){-sum.months, -sum.minutes};
	return sum;
}

/* The stretch that one count of the point's unit takes; of a decimal, one
 * count of its last digit. */
static struct offset
point_step(const struct cc_time_resolver *r, const struct cc_time_point *point)
{
	enum cc_precision unit = cc_time_point_unit(r, point);
	int64_t minutes = cc_precision_minutes(unit);
	int i;

	if (!point->bare && unit == CC_PRECISION_YEAR)
		return (struct offset){12, 0};
	if (!point->bare && unit == CC_PRECISION_MONTH)
		return (struct offset){1, 0};
	for (i = 0; i < point->decimals && minutes > 1; i++)
		minutes /= 10;
	return (struct offset){0, MAX(minutes, 1)};
}

/* A study day, and not a stretch of weeks or hours since the first one. */
static bool
names_study_day(
    const struct cc_time_resolver *r, const struct cc_time_point *point)
{
	int i;

	if (r->clock != CC_CLOCK_STUDY_DAY || r->anchor != NULL)
		return false;
	for (i = CC_PRECISION_YEAR; i <= CC_PRECISION_HOUR; i++)
		if (i != CC_PRECISION_DAY && point->amount[i] != 0)
			return false;
	return cc_time_point_unit(r, point) == CC_PRECISION_DAY;
}

/* Counted from the clock's zero, number d names the stretch from d to d + 1.
 * Study day 1 is the first one, and -1 the one before. */
static bool
offset_from_zero(const struct cc_time_resolver *r,
    const struct cc_time_point *point, struct cc_time_reach *reach)
{
	struct offset by = point_offset(r, point);

	if (names_study_day(r, point)) {
		if (by.minutes > -CC_MINUTES_A_DAY &&
		    by.minutes < CC_MINUTES_A_DAY)
			return refuse(r, CC_E223, point, "", "");
		if (by.minutes > 0)
			by.minutes -= CC_MINUTES_A_DAY;
	}
	reach->lo = shift(r, (struct cc_instant){0}, by);
	reach->hi = shift(r, reach->lo, point_step(r, point));
	return true;
}

/* What the anchor's start is known to: the last granule before latest_start
 * is the last one at which it can have started. */
static int64_t
anchor_granule(const struct cc_span *anchor)
{
	if (anchor->start_precision == CC_PRECISION_MINUTE)
		return 1;
	if (anchor->start_precision == CC_PRECISION_HOUR)
		return 60;
	return CC_MINUTES_A_DAY;
}

/* Half of what one count of a unit takes, in whole days. */
static struct offset
half_step(struct offset step)
{
	int64_t days = (step.months % 2 * cc_precision_minutes(CC_PRECISION_MONTH) +
			   step.minutes) /
	               2 / CC_MINUTES_A_DAY;

	return (struct offset){step.months / 2, days * CC_MINUTES_A_DAY};
}

/* Counted from another thing. Days and hours are added to both bounds; weeks,
 * months and years are completed ones: 7m since x is from 7 months after x to
 * the day before 8 months, and -7m the mirror image. A rounded number is the
 * nearest one: 2y~ is from a year and a half to two and a half. */
static void
offset_from_anchor(const struct cc_time_resolver *r,
    const struct cc_time_point *point, struct cc_time_reach *reach)
{
	struct offset by = point_offset(r, point);
	struct offset step = point_step(r, point);
	struct cc_instant first = r->anchor->earliest_start;
	struct cc_instant end = r->anchor->latest_start, last;
	int64_t granule = anchor_granule(r->anchor);

	if (cc_time_point_unit(r, point) >= CC_PRECISION_DAY) {
		reach->lo = shift(r, first, by);
		reach->hi = shift(r, end, by);
		/* An hour or a tenth of a day is never shorter. */
		if (step.minutes < CC_MINUTES_A_DAY)
			reach->hi.minute = MAX(
			    reach->hi.minute, shift(r, reach->lo, step).minute);
		return;
	}
	last = cc_instant_add(end, -granule);
	last.minute = MAX(last.minute, first.minute);
	if (point->rounded) {
		step = half_step(step);
		reach->lo = shift(r, first, offset_sum(by, step, -1));
		reach->hi = cc_instant_add(
		    shift(r, last, offset_sum(by, step, 1)), granule);
		return;
	}
	if (!point->negative) {
		reach->lo = shift(r, first, by);
		reach->hi = shift(r, last, offset_sum(by, step, 1));
		return;
	}
	reach->lo =
	    cc_instant_add(shift(r, first, offset_sum(by, step, -1)), granule);
	reach->hi = cc_instant_add(shift(r, last, by), granule);
}

/* A date by another name (20220701, 07/2022), else what an offset needs. */
static bool
number_refuse(
    const struct cc_time_resolver *r, const struct cc_time_point *point)
{
	const struct cc_time *time = r->time;
	struct cc_slice slice = cc_time_point_slice(r, point);
	g_autoptr(GString) hint = g_string_new(NULL);
	g_autofree char *quote = NULL, *offset = NULL;

	if (cc_time_guess(time->text, r->clock, r->anchor != NULL, hint)) {
		/* The whole is told once. */
		if (point != &time->start.a && time->start.a.bare)
			return false;
		quote = cc_slice_quote(
		    (struct cc_slice){time->text, strchr(time->text, '\0')});
		cc_diag(r->diags, CC_E220, time->pos, quote, hint->str);
		return false;
	}
	quote = cc_slice_quote(slice);
	offset = g_strdup_printf(
	    r->anchor != NULL ? "%sd" : "%sd with since=\"id\"", quote);
	return refuse(r, CC_E220, point, offset, "");
}

/* Without the plus, which nobody needs. */
static bool
since_refuse(
    const struct cc_time_resolver *r, const struct cc_time_point *point)
{
	struct cc_slice slice = cc_time_point_slice(r, point);
	g_autofree char *offset = NULL;

	slice.at += *slice.at == '+';
	offset = cc_slice_quote(slice);
	return refuse(r, CC_E221, point, offset, "");
}

static bool
offset_resolve(struct cc_time_resolver *r, const struct cc_time_point *point,
    struct cc_time_reach *reach)
{
	enum cc_precision anchor_precision;

	if (calendar(r) && point->bare)
		return number_refuse(r, point);
	if (calendar(r) && r->anchor == NULL)
		return since_refuse(r, point);
	reach->precision = cc_time_point_unit(r, point);
	if (r->anchor == NULL)
		return offset_from_zero(r, point, reach);
	r->counted = true;
	offset_from_anchor(r, point, reach);
	anchor_precision = r->anchor->start_precision;
	if (anchor_precision != CC_PRECISION_NONE)
		reach->precision = MIN(reach->precision, anchor_precision);
	return true;
}

static bool
date_resolve(const struct cc_time_resolver *r,
    const struct cc_time_point *point, struct cc_time_reach *reach)
{
	int month = point->precision >= CC_PRECISION_MONTH ? point->month : 1;
	int day = point->precision >= CC_PRECISION_DAY ? point->day : 1;

	if (!calendar(r)) {
		g_autofree char *number =
		    point->precision == CC_PRECISION_YEAR
			? g_strdup_printf(
			      "an offset as 12d (or %dd, if that is a number)",
			      point->year)
			: g_strdup("an offset as 12d");

		return refuse(
		    r, CC_E222, point, cc_clock_word(r->clock), number);
	}
	reach->precision = point->precision;
	reach->lo =
	    cc_instant_add(cc_instant_from_date(point->year, month, day),
		point->hour * 60 + point->minute);
	if (point->precision == CC_PRECISION_YEAR)
		reach->hi = cc_instant_add_months(reach->lo, 12);
	else if (point->precision == CC_PRECISION_MONTH)
		reach->hi = cc_instant_add_months(reach->lo, 1);
	else
		reach->hi = cc_instant_add(
		    reach->lo, cc_precision_minutes(point->precision));
	return true;
}

static bool
too_far(const struct cc_time_resolver *r, struct cc_instant instant)
{
	int64_t least = -CLOCK_YEARS_MAX, most = CLOCK_YEARS_MAX;

	if (instant.minute == INT64_MIN || instant.minute == INT64_MAX)
		return false;
	if (calendar(r)) {
		least = cc_instant_from_date(YEAR_MIN, 1, 1).minute;
		most = cc_instant_from_date(YEAR_MAX + 1, 1, 1).minute;
	} else {
		least *= cc_precision_minutes(CC_PRECISION_YEAR);
		most *= cc_precision_minutes(CC_PRECISION_YEAR);
	}
	return instant.minute < least || instant.minute > most;
}

bool
cc_time_point_resolve(struct cc_time_resolver *r,
    const struct cc_time_point *point, struct cc_time_reach *reach)
{
	bool good = point->form == CC_POINT_DATE
	                ? date_resolve(r, point, reach)
	                : offset_resolve(r, point, reach);

	if (!good)
		return false;
	if (too_far(r, reach->lo) || too_far(r, reach->hi))
		return refuse(r, CC_E227, point,
		    calendar(r) ? "the years 1000 to 9999"
				: "9000 years from zero",
		    "");
	return true;
}
