#include "words/language.h"

#include "base/number.h"

/* The stretch in which a moment lies. */
struct stretch {
	int64_t from, to; /* [minute], half-open */
	enum cc_moment_form form;
	enum cc_precision precision;
};

/* A point that is counted from an open bracket is open on the same side. */
static struct stretch
stretch_of(struct cc_instant from, struct cc_instant to,
    enum cc_moment_form form, enum cc_precision precision)
{
	const bool before = from.minute == INT64_MIN;
	const bool after = to.minute == INT64_MAX;

	if (form == CC_MOMENT_POINT || form == CC_MOMENT_BETWEEN) {
		if (before && after)
			form = CC_MOMENT_EMPTY;
		else if (before)
			form = CC_MOMENT_UNTIL;
		else if (after)
			form = CC_MOMENT_FROM;
	}
	return (struct stretch){from.minute, to.minute, form, precision};
}

static struct stretch
start_of(const struct cc_span *span)
{
	return stretch_of(span->earliest_start, span->latest_start,
	    span->start_form, span->start_precision);
}

static struct stretch
end_of(const struct cc_span *span)
{
	return stretch_of(span->earliest_end, span->latest_end, span->end_form,
	    span->end_precision);
}

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
	return cc_say_with(in, CC_MSG_DATE_OF_YEAR, "year",
	    cc_number_whole(in->arena, year), NULL);
}

/* Calendar dates. */

static bool
is_midnight(int64_t minute)
{
	return minute % CC_MINUTES_A_DAY == 0;
}

static bool
is_month_start(int64_t minute)
{
	return is_midnight(minute) &&
	       cc_instant_date((struct cc_instant){minute}).day == 1;
}

static bool
is_year_start(int64_t minute)
{
	return is_month_start(minute) &&
	       cc_instant_date((struct cc_instant){minute}).month == 1;
}

/* The coarsest precision, not coarser than the written one, in which both
 * ends fall on edges: an offset in months from the 12th is no month. */
static enum cc_precision
calendar_precision(const struct stretch *stretch)
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

static const char *
day_text(const struct cc_words_in *in, struct cc_date date)
{
	return cc_say_with(in, CC_MSG_DATE_OF_DAY, "day",
	    cc_number_whole(in->arena, date.day), "month",
	    cc_month_name(in, date.month), "number",
	    cc_number_whole(in->arena, date.month), "year",
	    cc_number_whole(in->arena, date.year), NULL);
}

static const char *
minute_text(const struct cc_words_in *in, struct cc_date date, int64_t minute)
{
	int64_t days = cc_date_days(date.year, date.month, date.day);
	int of_day = (int)(minute - days * CC_MINUTES_A_DAY);

	return cc_say_with(in, CC_MSG_DATE_AND_TIME, "date", day_text(in, date),
	    "time",
	    cc_arena_printf(in->arena, "%02d:%02d", of_day / 60, of_day % 60),
	    NULL);
}

/* Of a minute, whose date is known. */
static const char *
calendar_point(const struct cc_words_in *in, struct cc_date date,
    int64_t minute, enum cc_precision precision)
{
	if (precision == CC_PRECISION_YEAR)
		return cc_year_text(in, date.year);
	if (precision == CC_PRECISION_MONTH)
		return cc_say_with(in, CC_MSG_DATE_OF_MONTH, "month",
		    cc_month_name(in, date.month), "number",
		    cc_number_whole(in->arena, date.month), "year",
		    cc_number_whole(in->arena, date.year), NULL);
	if (precision == CC_PRECISION_DAY)
		return day_text(in, date);
	return minute_text(in, date, minute);
}

/* A unit of its own: the most of all dates. */
static bool
is_one_unit(struct cc_date a, struct cc_date b, enum cc_precision precision)
{
	return a.year == b.year && precision <= CC_PRECISION_DAY &&
	       (precision <= CC_PRECISION_YEAR || a.month == b.month) &&
	       (precision <= CC_PRECISION_MONTH || a.day == b.day);
}

/* Months of one year, days of one month: what both share is said once. NULL:
 * they share nothing. */
static const char *
shared_range(const struct cc_words_in *in, struct cc_date a, struct cc_date b,
    enum cc_precision precision)
{
	if (a.year != b.year)
		return NULL;
	if (precision == CC_PRECISION_MONTH)
		return cc_say_with(in, CC_MSG_DATE_MONTHS, "from",
		    cc_month_name(in, a.month), "to",
		    cc_month_name(in, b.month), "from-number",
		    cc_number_whole(in->arena, a.month), "to-number",
		    cc_number_whole(in->arena, b.month), "year",
		    cc_number_whole(in->arena, a.year), NULL);
	if (precision == CC_PRECISION_DAY && a.month == b.month)
		return cc_say_with(in, CC_MSG_DATE_DAYS, "from",
		    cc_number_whole(in->arena, a.day), "to",
		    cc_number_whole(in->arena, b.day), "month",
		    cc_month_name(in, a.month), "number",
		    cc_number_whole(in->arena, a.month), "year",
		    cc_number_whole(in->arena, a.year), NULL);
	return NULL;
}

static const char *
calendar_range(const struct cc_words_in *in, struct stretch stretch)
{
	int64_t last = stretch.to - 1;
	enum cc_precision precision = calendar_precision(&stretch);
	struct cc_date a = cc_instant_date((struct cc_instant){stretch.from});
	struct cc_date b = cc_instant_date((struct cc_instant){last});
	const char *from, *to, *shared;

	if (is_one_unit(a, b, precision))
		return calendar_point(in, a, stretch.from, precision);
	shared = shared_range(in, a, b, precision);
	if (shared != NULL)
		return shared;
	from = calendar_point(in, a, stretch.from, precision);
	to = calendar_point(in, b, last, precision);
	if (g_str_equal(from, to))
		return from;
	return cc_say_with(in, CC_MSG_DATE_RANGE, "from", from, "to", to, NULL);
}

/* Other clocks: counted from the clock's zero. */

static const enum cc_message clock_messages[] = {
    [CC_CLOCK_DATE] = CC_MSG_DAY_N,
    [CC_CLOCK_DAY] = CC_MSG_DAY_N,
    [CC_CLOCK_STUDY_DAY] = CC_MSG_DAY_N,
    [CC_CLOCK_WEEK] = CC_MSG_WEEK_N,
    [CC_CLOCK_MONTH] = CC_MSG_MONTH_N,
    [CC_CLOCK_YEAR] = CC_MSG_YEAR_N,
    [CC_CLOCK_AGE] = CC_MSG_AGE_N,
    [CC_CLOCK_GESTATION] = CC_MSG_GESTATION_N,
    [CC_CLOCK_ELAPSED] = CC_MSG_DAY_N, /* or elapsed_point's */
};
G_STATIC_ASSERT(G_N_ELEMENTS(clock_messages) == CC_CLOCK_COUNT);

static int64_t
floor_div(int64_t a, int64_t b)
{
	return a / b - (a % b < 0);
}

/* 23 weeks and 4 days are 23+4, as obstetricians write. */
static const char *
weeks_text(const struct cc_words_in *in, int64_t minute)
{
	int64_t week = cc_precision_minutes(CC_PRECISION_WEEK);
	int64_t weeks = floor_div(minute, week);
	int64_t days = floor_div(minute - weeks * week, CC_MINUTES_A_DAY);

	if (days == 0)
		return cc_number_text(in, (double)weeks, 0);
	return cc_arena_printf(in->arena, "%s+%d",
	    cc_number_text(in, (double)weeks, 0), (int)days);
}

#define MONTHS_A_YEAR 12
#define PREGNANCY_MOST 45 /* [weeks]; what is later is after the birth */
#define HOURS_MOST 72

/* Half a month is added: five years and seven months are counted in years
 * and months of unequal days. */
static const char *
age_text(const struct cc_words_in *in, int64_t minute)
{
	int64_t month = cc_precision_minutes(CC_PRECISION_MONTH);
	int months = (int)floor_div(minute + month / 2, month);

	return cc_say_with(in, CC_MSG_AGE_YEARS_MONTHS, "years",
	    cc_number_whole(in->arena, months / MONTHS_A_YEAR), "months",
	    cc_number_whole(in->arena, months % MONTHS_A_YEAR), NULL);
}

static const char *
hour_text(const struct cc_words_in *in, int64_t minute)
{
	double hours =
	    (double)minute / (double)cc_precision_minutes(CC_PRECISION_HOUR);

	return cc_say_with(
	    in, CC_MSG_HOUR_N, "n", cc_number_text(in, hours, 1), NULL);
}

/* In the unit in which it is known: "month 6", whatever the axis counts. */
static const char *
elapsed_text(
    const struct cc_words_in *in, enum cc_precision unit, const char *number)
{
	static const enum cc_message messages[] = {
	    [CC_PRECISION_NONE] = CC_MSG_DAY_N,
	    [CC_PRECISION_YEAR] = CC_MSG_YEAR_N,
	    [CC_PRECISION_MONTH] = CC_MSG_ELAPSED_MONTH_N,
	    [CC_PRECISION_WEEK] = CC_MSG_WEEK_N,
	    [CC_PRECISION_DAY] = CC_MSG_DAY_N,
	};

	return cc_say_with(in, messages[unit], "n", number, NULL);
}

static const char *
elapsed_number(
    const struct cc_words_in *in, int64_t minute, enum cc_precision unit)
{
	int64_t step = cc_precision_minutes(unit);

	return cc_number_text(in, (double)floor_div(minute, step), 0);
}

static const char *
clock_point(const struct cc_words_in *in, enum cc_clock clock, int64_t minute,
    enum cc_precision precision)
{
	enum cc_precision unit = cc_clock_unit(clock);
	const char *text;
	double number;

	/* Hours are counted as long as anybody does. */
	if (clock == CC_CLOCK_ELAPSED && precision >= CC_PRECISION_HOUR &&
	    minute >= HOURS_MOST * cc_precision_minutes(CC_PRECISION_HOUR))
		precision = CC_PRECISION_DAY;
	if (precision >= CC_PRECISION_HOUR)
		return hour_text(in, minute);
	if (clock == CC_CLOCK_ELAPSED)
		return elapsed_text(
		    in, precision, elapsed_number(in, minute, precision));
	if (clock == CC_CLOCK_AGE && precision == CC_PRECISION_MONTH)
		return age_text(in, minute);
	number = (double)minute / (double)cc_precision_minutes(unit);
	/* Day -1 of a study is followed by day 1. */
	if (clock == CC_CLOCK_STUDY_DAY && number >= 0)
		number++;
	text = unit == CC_PRECISION_WEEK ? weeks_text(in, minute)
	                                 : cc_number_text(in, number, 1);
	if (clock == CC_CLOCK_GESTATION && number > PREGNANCY_MOST)
		return cc_say_with(in, CC_MSG_WEEKS_FROM_LMP, "n", text, NULL);
	return cc_say_with(in, clock_messages[clock], "n", text, NULL);
}

static const char *
clock_range(
    const struct cc_words_in *in, enum cc_clock clock, struct stretch stretch)
{
	int64_t last = stretch.to - cc_precision_minutes(stretch.precision);
	const char *from =
	    clock_point(in, clock, stretch.from, stretch.precision);
	const char *to;

	if (last <= stretch.from)
		return from;
	/* "month 8–13"; a minus sign beside a dash would be misread. */
	if (clock == CC_CLOCK_ELAPSED && stretch.from >= 0 &&
	    stretch.precision < CC_PRECISION_HOUR)
		return elapsed_text(in, stretch.precision,
		    cc_arena_printf(in->arena, "%s–%s",
			elapsed_number(in, stretch.from, stretch.precision),
			elapsed_number(in, last, stretch.precision)));
	to = clock_point(in, clock, last, stretch.precision);
	return cc_say_with(in, CC_MSG_DATE_RANGE, "from", from, "to", to, NULL);
}

/* Any clock. */

static enum cc_clock
clock_of(const struct cc_words_in *in)
{
	return in->course == NULL ? CC_CLOCK_DATE : in->course->clock;
}

static const char *
edge_text(
    const struct cc_words_in *in, int64_t minute, const struct stretch *stretch)
{
	if (clock_of(in) == CC_CLOCK_DATE)
		return calendar_point(in,
		    cc_instant_date((struct cc_instant){minute}), minute,
		    calendar_precision(stretch));
	return clock_point(in, clock_of(in), minute, stretch->precision);
}

/* The last unit that a half-open stretch names. */
static int64_t
last_named(const struct cc_words_in *in, const struct stretch *stretch)
{
	if (clock_of(in) == CC_CLOCK_DATE)
		return stretch->to - 1;
	return stretch->to - cc_precision_minutes(stretch->precision);
}

static const char *
stretch_text(const struct cc_words_in *in, struct stretch stretch)
{
	switch (stretch.form) {
	case CC_MOMENT_EMPTY:
	case CC_MOMENT_OPEN:
		return cc_say(in, CC_MSG_DATE_NOT_STATED);
	case CC_MOMENT_FROM:
		return cc_say_with(in, CC_MSG_DATE_FROM, "date",
		    edge_text(in, stretch.from, &stretch), NULL);
	case CC_MOMENT_UNTIL:
		return cc_say_with(in, CC_MSG_DATE_UNTIL, "date",
		    edge_text(in, last_named(in, &stretch), &stretch), NULL);
	case CC_MOMENT_POINT:
	case CC_MOMENT_BETWEEN:
		break;
	}
	if (clock_of(in) == CC_CLOCK_DATE)
		return calendar_range(in, stretch);
	return clock_range(in, clock_of(in), stretch);
}

/* Both ends are points of one precision: "Mar–Sep 2023" says it all. */
static bool
reads_as_one(const struct stretch *start, const struct stretch *end)
{
	return start->form == CC_MOMENT_POINT && end->form == CC_MOMENT_POINT &&
	       start->precision == end->precision && end->to > start->from;
}

static const char *
interval_text(const struct cc_words_in *in, const struct cc_span *span)
{
	struct stretch start = start_of(span), end = end_of(span);

	if (start.form == CC_MOMENT_EMPTY)
		return cc_say_with(in, CC_MSG_DATE_UNKNOWN_START, "date",
		    stretch_text(in, end), NULL);
	if (start.form == CC_MOMENT_OPEN)
		return cc_say_with(in, CC_MSG_DATE_OPEN_START, "date",
		    stretch_text(in, end), NULL);
	if (end.form == CC_MOMENT_EMPTY)
		return cc_say_with(in, CC_MSG_DATE_OPEN_END, "date",
		    stretch_text(in, start), NULL);
	if (end.form == CC_MOMENT_OPEN)
		return cc_say_with(in, CC_MSG_DATE_ONGOING, "date",
		    stretch_text(in, start), NULL);
	if (reads_as_one(&start, &end)) {
		start.to = end.to;
		return stretch_text(in, start);
	}
	return cc_say_with(in, CC_MSG_DATE_RANGE, "from",
	    stretch_text(in, start), "to", stretch_text(in, end), NULL);
}

const char *
cc_date_text(const struct cc_words_in *in, const struct cc_span *span)
{
	const char *text;

	if (!span->dated)
		return cc_say(in, CC_MSG_UNDATED);
	text = span->interval ? interval_text(in, span)
	                      : stretch_text(in, start_of(span));
	if (span->approximate)
		text = cc_say_with(in, CC_MSG_ABOUT_DATE, "date", text, NULL);
	if (span->uncertain)
		text =
		    cc_say_with(in, CC_MSG_UNCERTAIN_DATE, "date", text, NULL);
	return text;
}
