/* Calendar dates in words. */
#include "words/date.h"
#include "words/language.h"

#include "base/number.h"

const char *
cc_month_name(const struct cc_words_in *in, int month)
{
	static const enum cc_message names[] = {
	    CC_MSG_MONTH_1,
	    CC_MSG_MONTH_2,
	    CC_MSG_MONTH_3,
	    CC_MSG_MONTH_4,
	    CC_MSG_MONTH_5,
	    CC_MSG_MONTH_6,
	    CC_MSG_MONTH_7,
	    CC_MSG_MONTH_8,
	    CC_MSG_MONTH_9,
	    CC_MSG_MONTH_10,
	    CC_MSG_MONTH_11,
	    CC_MSG_MONTH_12,
	};

	g_assert(month >= 1 && month <= 12);
	return cc_say(in, names[month - 1]);
}

const char *
cc_year_text(const struct cc_words_in *in, int year)
{
	const struct cc_fill fill = {"year", .number = year};

	return cc_say_filled(in, CC_MSG_DATE_OF_YEAR, &fill, 1);
}

static struct cc_date
date_of(int64_t minute)
{
	return cc_instant_date((struct cc_instant){minute});
}

static bool
is_month_start(int64_t minute)
{
	return minute % CC_MINUTES_A_DAY == 0 && date_of(minute).day == 1;
}

static bool
is_year_start(int64_t minute)
{
	return is_month_start(minute) && date_of(minute).month == 1;
}

/* The coarsest precision, not coarser than the written one, in which both
 * ends fall on edges: an offset in months from the 12th is no month. */
static enum cc_precision
precision_of(const struct cc_stretch *stretch)
{
	bool open_from = stretch->form == CC_MOMENT_UNTIL;
	bool open_to = stretch->form == CC_MOMENT_FROM;

	if (stretch->precision <= CC_PRECISION_YEAR &&
	    (open_from || is_year_start(stretch->from)) &&
	    (open_to || is_year_start(stretch->to)))
		return CC_PRECISION_YEAR;
	if (stretch->precision <= CC_PRECISION_MONTH &&
	    (open_from || is_month_start(stretch->from)) &&
	    (open_to || is_month_start(stretch->to)))
		return CC_PRECISION_MONTH;
	if (stretch->precision <= CC_PRECISION_DAY)
		return CC_PRECISION_DAY;
	return CC_PRECISION_MINUTE;
}

/* Some languages name months, others count them. */
static const char *
date_text(
    const struct cc_words_in *in, enum cc_message message, struct cc_date date)
{
	const struct cc_fill fills[] = {
	    {"day", .number = date.day},
	    {"month", cc_month_name(in, date.month), 0},
	    {"year", .number = date.year},
	    {"number", .number = date.month},
	};

	return cc_say_filled(in, message, fills, G_N_ELEMENTS(fills));
}

static const char *
day_text(const struct cc_words_in *in, struct cc_date date)
{
	return date_text(in, CC_MSG_DATE_OF_DAY, date);
}

static const char *
time_text(const struct cc_words_in *in, struct cc_date date, int64_t minute)
{
	int64_t days = cc_date_days(date.year, date.month, date.day);
	int of_day = (int)(minute - days * CC_MINUTES_A_DAY);

	return cc_arena_printf(
	    in->arena, "%02d:%02d", of_day / 60, of_day % 60);
}

static const char *
minute_text(const struct cc_words_in *in, struct cc_date date, int64_t minute)
{
	return cc_say_with(in, CC_MSG_DATE_AND_TIME, "date", day_text(in, date),
	    "time", time_text(in, date, minute), NULL);
}

/* The unit in which a minute lies. */
static const char *
unit_text(
    const struct cc_words_in *in, int64_t minute, enum cc_precision precision)
{
	struct cc_date date = date_of(minute);

	if (precision == CC_PRECISION_YEAR)
		return cc_year_text(in, date.year);
	if (precision == CC_PRECISION_MONTH)
		return date_text(in, CC_MSG_DATE_OF_MONTH, date);
	if (precision == CC_PRECISION_DAY)
		return day_text(in, date);
	return minute_text(in, date, minute);
}

bool
cc_calendar_is_unit(const struct cc_stretch *stretch)
{
	const enum cc_precision precision = precision_of(stretch);
	const int64_t length = stretch->to - stretch->from;
	struct cc_date a, b;

	if (precision == CC_PRECISION_MINUTE)
		return length == 1;
	if (precision == CC_PRECISION_DAY &&
	    stretch->from % CC_MINUTES_A_DAY == 0)
		return length <= CC_MINUTES_A_DAY;
	a = date_of(stretch->from);
	b = date_of(stretch->to - 1);
	return a.year == b.year &&
	       (precision <= CC_PRECISION_YEAR || a.month == b.month) &&
	       (precision <= CC_PRECISION_MONTH || a.day == b.day);
}

const char *
cc_calendar_unit(const struct cc_words_in *in, const struct cc_stretch *stretch)
{
	return unit_text(in,
	    stretch->form == CC_MOMENT_UNTIL ? stretch->to - 1 : stretch->from,
	    precision_of(stretch));
}

/* What two units of one year or one month share is said once. */
enum shared { SHARED_NONE, SHARED_YEAR, SHARED_MONTH, SHARED_COUNT };

static const enum cc_message month_messages[CC_JOIN_COUNT] = {
    [CC_JOIN_DASH] = CC_MSG_DATE_MONTHS,
    [CC_JOIN_FROM_TO] = CC_MSG_INTERVAL_MONTHS,
    [CC_JOIN_BETWEEN] = CC_MSG_BETWEEN_MONTHS,
};

static const enum cc_message day_messages[CC_JOIN_COUNT][SHARED_COUNT] = {
    [CC_JOIN_DASH] = {CC_MSG_DATE_RANGE, CC_MSG_DATE_DAYS_OF_YEAR,
	CC_MSG_DATE_DAYS},
    [CC_JOIN_FROM_TO] = {CC_MSG_INTERVAL_DATES, CC_MSG_INTERVAL_DAYS_OF_YEAR,
	CC_MSG_INTERVAL_DAYS},
    [CC_JOIN_BETWEEN] = {CC_MSG_BETWEEN_DATES, CC_MSG_BETWEEN_DAYS_OF_YEAR,
	CC_MSG_BETWEEN_DAYS},
};

static const enum cc_message plain_messages[CC_JOIN_COUNT] = {
    [CC_JOIN_DASH] = CC_MSG_DATE_RANGE,
    [CC_JOIN_FROM_TO] = CC_MSG_WHEN_INTERVAL,
    [CC_JOIN_BETWEEN] = CC_MSG_WHEN_BETWEEN,
};

static const char *
range_of_months(const struct cc_words_in *in, struct cc_date a,
    struct cc_date b, enum cc_join join)
{
	const struct cc_fill fills[] = {
	    {"from", cc_month_name(in, a.month), 0},
	    {"to", cc_month_name(in, b.month), 0},
	    {"year", .number = a.year},
	    {"from-number", .number = a.month},
	    {"to-number", .number = b.month},
	};

	return cc_say_filled(
	    in, month_messages[join], fills, G_N_ELEMENTS(fills));
}

static const char *
range_of_days(const struct cc_words_in *in, struct cc_date a, struct cc_date b,
    enum cc_join join)
{
	enum shared shared = a.year != b.year     ? SHARED_NONE
	                     : a.month != b.month ? SHARED_YEAR
	                                          : SHARED_MONTH;
	enum cc_message message = day_messages[join][shared];
	const struct cc_fill fills[] = {
	    {"from", .number = a.day},
	    {"month", cc_month_name(in, a.month), 0},
	    {"to", .number = b.day},
	    {"to-month", cc_month_name(in, b.month), 0},
	    {"year", .number = a.year},
	    {"number", .number = a.month},
	    {"to-number", .number = b.month},
	};

	if (shared == SHARED_NONE)
		return cc_say_with(in, message, "from", day_text(in, a), "to",
		    day_text(in, b), NULL);
	return cc_say_filled(in, message, fills, G_N_ELEMENTS(fills));
}

static const enum cc_message time_messages[CC_JOIN_COUNT] = {
    [CC_JOIN_DASH] = CC_MSG_DATE_TIMES,
    [CC_JOIN_FROM_TO] = CC_MSG_INTERVAL_TIMES,
    [CC_JOIN_BETWEEN] = CC_MSG_BETWEEN_TIMES,
};

/* Two minutes: of one day that is said once. */
static const char *
range_of_minutes(
    const struct cc_words_in *in, int64_t from, int64_t to, enum cc_join join)
{
	struct cc_date a = date_of(from), b = date_of(to);

	if (a.year != b.year || a.month != b.month || a.day != b.day)
		return cc_say_with(in, day_messages[join][SHARED_NONE], "from",
		    minute_text(in, a, from), "to", minute_text(in, b, to),
		    NULL);
	return cc_say_with(in, time_messages[join], "date", day_text(in, a),
	    "from", time_text(in, a, from), "to", time_text(in, b, to), NULL);
}

const char *
cc_calendar_range(const struct cc_words_in *in,
    const struct cc_stretch *stretch, enum cc_join join)
{
	enum cc_precision precision = precision_of(stretch);
	int64_t last = stretch->to - 1;
	struct cc_date a = date_of(stretch->from), b = date_of(last);

	if (precision == CC_PRECISION_DAY)
		return range_of_days(in, a, b, join);
	if (precision == CC_PRECISION_MONTH && a.year == b.year)
		return range_of_months(in, a, b, join);
	if (precision == CC_PRECISION_YEAR && join == CC_JOIN_BETWEEN)
		return cc_say_with(in, CC_MSG_BETWEEN_YEARS, "from",
		    cc_number_whole(in->arena, a.year), "to",
		    cc_number_whole(in->arena, b.year), NULL);
	if (precision > CC_PRECISION_DAY)
		return range_of_minutes(in, stretch->from, last, join);
	return cc_say_with(in, plain_messages[join], "from",
	    unit_text(in, stretch->from, precision), "to",
	    unit_text(in, last, precision), NULL);
}

bool
cc_calendar_is_short(const struct cc_stretch *stretch)
{
	enum cc_precision precision = precision_of(stretch);
	struct cc_date a = date_of(stretch->from);
	struct cc_date b = date_of(stretch->to - 1);

	return a.year == b.year &&
	       (precision == CC_PRECISION_MONTH ||
		   (precision == CC_PRECISION_DAY && a.month == b.month));
}

enum cc_message
cc_calendar_preposition(const struct cc_stretch *stretch)
{
	switch (precision_of(stretch)) {
	case CC_PRECISION_YEAR:
		return CC_MSG_WHEN_IN_YEAR;
	case CC_PRECISION_MONTH:
		return CC_MSG_WHEN_IN;
	case CC_PRECISION_NONE:
	case CC_PRECISION_WEEK:
	case CC_PRECISION_DAY:
	case CC_PRECISION_HOUR:
	case CC_PRECISION_MINUTE:
		break;
	}
	return CC_MSG_WHEN_ON;
}

struct cc_stretch
cc_calendar_widen(struct cc_stretch stretch)
{
	bool year = stretch.precision == CC_PRECISION_YEAR;
	struct cc_date first = date_of(stretch.from);
	struct cc_date last = date_of(stretch.to - 1);

	if (!year && stretch.precision != CC_PRECISION_MONTH)
		return stretch;
	stretch.from =
	    cc_instant_from_date(first.year, year ? 1 : first.month, 1).minute;
	stretch.to = cc_instant_add_months(
	    cc_instant_from_date(last.year, year ? 1 : last.month, 1),
	    year ? 12 : 1)
	                 .minute;
	return stretch;
}
