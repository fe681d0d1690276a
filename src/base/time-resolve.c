/* What a time means: four instants under a clock. */
#include "base/time-notation.h"

#include <math.h>
#include <string.h>

/* Outside of these a clock's zero is a typing error; the same reach as that
 * of dates, and far from the sentinels. */
#define CLOCK_YEARS_MAX 9000
#define YEAR_MIN 1000
#define YEAR_MAX 9999

/* Half-open; lo or hi is a sentinel where nothing is known. */
struct reach {
	struct cc_instant lo, hi;
	enum cc_precision precision;
};

struct resolver {
	const struct cc_time *time;
	enum cc_clock clock;
	const struct cc_span *anchor; /* NULL: none */
	struct cc_diags *diags;
	bool counted; /* an offset was counted from the anchor */
};

/* A distance in calendar months and minutes. */
struct offset {
	int64_t months, minutes;
};

static struct cc_slice
point_slice(const struct resolver *r, const struct cc_time_point *point)
{
	const char *at = r->time->text + point->at;

	return (struct cc_slice){at, at + point->length};
}

static bool
refuse(const struct resolver *r, enum cc_code code,
    const struct cc_time_point *point, const char *second, const char *third)
{
	struct cc_slice slice = point_slice(r, point);
	g_autofree char *quote = cc_slice_quote(slice);

	cc_diag(r->diags, code,
	    cc_slice_pos(r->time->text, r->time->pos, slice), quote, second,
	    third);
	return false;
}

static bool
calendar(const struct resolver *r)
{
	return r->clock == CC_CLOCK_DATE;
}

static struct cc_instant
shift(const struct resolver *r, struct cc_instant instant, struct offset by)
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

/* The unit of a point; a bare number has its clock's. */
static enum cc_precision
point_unit(const struct resolver *r, const struct cc_time_point *point)
{
	return point->bare ? cc_clock_unit(r->clock) : point->precision;
}

/* Where the point's amounts lead from zero. */
static struct offset
point_offset(const struct resolver *r, const struct cc_time_point *point)
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
point_step(const struct resolver *r, const struct cc_time_point *point)
{
	enum cc_precision unit = point_unit(r, point);
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
names_study_day(const struct resolver *r, const struct cc_time_point *point)
{
	int i;

	if (r->clock != CC_CLOCK_STUDY_DAY || r->anchor != NULL)
		return false;
	for (i = CC_PRECISION_YEAR; i <= CC_PRECISION_HOUR; i++)
		if (i != CC_PRECISION_DAY && point->amount[i] != 0)
			return false;
	return point_unit(r, point) == CC_PRECISION_DAY;
}

/* Counted from the clock's zero, number d names the stretch from d to d + 1.
 * Study day 1 is the first one, and -1 the one before. */
static bool
offset_from_zero(const struct resolver *r, const struct cc_time_point *point,
    struct reach *reach)
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

/* Counted from another thing. Days and hours are added to both bounds; weeks,
 * months and years are completed ones: 7m since x is from 7 months after x to
 * the day before 8 months, and -7m the mirror image. */
static void
offset_from_anchor(const struct resolver *r, const struct cc_time_point *point,
    struct reach *reach)
{
	struct offset by = point_offset(r, point);
	struct offset step = point_step(r, point);
	struct cc_instant first = r->anchor->earliest_start;
	struct cc_instant end = r->anchor->latest_start, last;
	int64_t granule = anchor_granule(r->anchor);

	if (point_unit(r, point) >= CC_PRECISION_DAY) {
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
number_refuse(const struct resolver *r, const struct cc_time_point *point)
{
	struct cc_slice slice = point_slice(r, point);
	const char *text = r->time->text;
	g_autofree char *quote = NULL, *offset = NULL;
	char hint[CC_TIME_HINT];

	if (cc_time_hint_date(
		(struct cc_slice){text, text + strlen(text)}, hint) ||
	    cc_time_hint_date(slice, hint))
		return refuse(r, CC_E220, point, hint, "");
	quote = cc_slice_quote(slice);
	offset = g_strdup_printf("%sd with since=\"id\"", quote);
	return refuse(r, CC_E220, point, offset, "");
}

static bool
offset_resolve(
    struct resolver *r, const struct cc_time_point *point, struct reach *reach)
{
	enum cc_precision anchor_precision;

	if (calendar(r) && point->bare)
		return number_refuse(r, point);
	if (calendar(r) && r->anchor == NULL)
		return refuse(r, CC_E221, point, "", "");
	reach->precision = point_unit(r, point);
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
date_resolve(const struct resolver *r, const struct cc_time_point *point,
    struct reach *reach)
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
too_far(const struct resolver *r, struct cc_instant instant)
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

static bool
point_resolve(
    struct resolver *r, const struct cc_time_point *point, struct reach *reach)
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

static bool
between_resolve(
    struct resolver *r, const struct cc_moment *moment, struct reach *reach)
{
	const struct cc_time_point *a = &moment->a, *b = &moment->b;
	struct cc_slice left = point_slice(r, a), right = point_slice(r, b);
	struct reach until;
	g_autofree char *first = cc_slice_quote(left);
	g_autofree char *last = cc_slice_quote(right);
	struct cc_pos pos = cc_slice_pos(r->time->text, r->time->pos,
	    (struct cc_slice){left.at - 1, right.end + 1});

	if (!point_resolve(r, a, reach) || !point_resolve(r, b, &until))
		return false;
	if (point_unit(r, a) != point_unit(r, b)) {
		cc_diag(r->diags, CC_E207, pos, first, last,
		    "both in the same unit");
		return false;
	}
	if (until.hi.minute <= reach->lo.minute) {
		g_autofree char *hint =
		    g_strdup_printf("[%s..%s]", last, first);

		cc_diag(r->diags, CC_E219, pos, hint);
		return false;
	}
	reach->hi = until.hi;
	return true;
}

static bool
moment_resolve(
    struct resolver *r, const struct cc_moment *moment, struct reach *reach)
{
	struct reach point;

	*reach = (struct reach){
	    CC_INSTANT_NONE_BEFORE, CC_INSTANT_NONE_AFTER, CC_PRECISION_NONE};
	switch (moment->form) {
	case CC_MOMENT_EMPTY:
	case CC_MOMENT_OPEN:
		return true;
	case CC_MOMENT_POINT:
		return point_resolve(r, &moment->a, reach);
	case CC_MOMENT_BETWEEN:
		return between_resolve(r, moment, reach);
	case CC_MOMENT_FROM:
		if (!point_resolve(r, &moment->a, &point))
			return false;
		reach->lo = point.lo;
		reach->precision = point.precision;
		return true;
	case CC_MOMENT_UNTIL:
		if (!point_resolve(r, &moment->b, &point))
			return false;
		reach->hi = point.hi;
		reach->precision = point.precision;
		return true;
	}
	g_assert_not_reached();
}

/* The end cannot but lie before the start; true where that is only a warning,
 * because one of the two was written ~ or ?. */
static bool
order_refuse(const struct resolver *r, bool doubtful)
{
	const char *text = r->time->text, *slash = strchr(text, '/');
	struct cc_slice start = {text, slash};
	struct cc_slice end = {slash + 1, text + strlen(text)};
	g_autofree char *first = cc_slice_quote(start);
	g_autofree char *last = cc_slice_quote(end);
	struct cc_pos pos = cc_slice_pos(text, r->time->pos, end);

	if (doubtful)
		cc_diag_mild(r->diags, CC_E201, pos, last, first);
	else
		cc_diag(r->diags, CC_E201, pos, last, first);
	return doubtful;
}

static struct cc_instant
earlier(struct cc_instant a, struct cc_instant b)
{
	return a.minute < b.minute ? a : b;
}

static struct cc_instant
later(struct cc_instant a, struct cc_instant b)
{
	return a.minute > b.minute ? a : b;
}

static void
span_moment(struct cc_span *span, const struct reach *start)
{
	span->earliest_start = span->earliest_end = start->lo;
	span->latest_start = span->latest_end = start->hi;
	span->end_form = span->start_form;
	span->end_precision = span->start_precision;
}

static bool
span_interval(const struct resolver *r, const struct reach *start,
    struct reach end, struct cc_instant last_dated, struct cc_span *span)
{
	bool backwards = end.hi.minute <= start->lo.minute;

	if (backwards && !order_refuse(r, span->approximate || span->uncertain))
		return false;
	if (span->end_form == CC_MOMENT_OPEN)
		end.lo = last_dated;
	/* No end before the start, not even where both are doubtful. */
	end.hi = later(end.hi, start->lo);
	span->earliest_start = start->lo;
	span->latest_start = earlier(start->hi, end.hi);
	span->earliest_end = later(end.lo, start->lo);
	span->latest_end = end.hi;
	span->end_precision = end.precision;
	return true;
}

static const struct cc_span undated = {
    .earliest_start = {INT64_MIN},
    .latest_start = {INT64_MAX},
    .earliest_end = {INT64_MIN},
    .latest_end = {INT64_MAX},
};

bool
cc_time_resolve(const struct cc_time *time, enum cc_clock clock,
    const struct cc_span *anchor, struct cc_instant last_dated,
    struct cc_span *span, struct cc_diags *diags)
{
	struct resolver r = {time, clock, anchor, diags, false};
	struct reach start, end = {0};
	bool good;

	*span = undated;
	if (time->text == NULL)
		return true;
	good = moment_resolve(&r, &time->start, &start);
	if (time->interval)
		good &= moment_resolve(&r, &time->end, &end);
	if (!good)
		return false;
	span->dated = !r.counted || anchor->dated;
	span->interval = time->interval;
	span->approximate = time->start.approximate || time->end.approximate ||
	                    (r.counted && anchor->approximate);
	span->uncertain = time->start.uncertain || time->end.uncertain ||
	                  (r.counted && anchor->uncertain);
	span->start_form = time->start.form;
	span->end_form = time->end.form;
	span->start_precision = start.precision;
	if (!time->interval) {
		span_moment(span, &start);
		return true;
	}
	if (span_interval(&r, &start, end, last_dated, span))
		return true;
	*span = undated;
	return false;
}
