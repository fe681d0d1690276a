/* Times of clocks that count, in words: "day 15", "age 3 months". */
#include "words/clock.h"
#include "words/language.h"

#include "base/number.h"

#include <inttypes.h>
#include <math.h>
#include <stdlib.h>

#define MONTHS_A_YEAR 12
#define MONTHS_OF_INFANT 24 /* until then ages are told in months alone */
#define PREGNANCY_MOST 45   /* [weeks]; what is later is after the birth */

/* Of the clock's own unit. */
static const enum cc_message clock_messages[] = {
    [CC_CLOCK_DATE] = CC_MSG_DAY_N,
    [CC_CLOCK_DAY] = CC_MSG_DAY_N,
    [CC_CLOCK_STUDY_DAY] = CC_MSG_DAY_N,
    [CC_CLOCK_WEEK] = CC_MSG_WEEK_N,
    [CC_CLOCK_MONTH] = CC_MSG_MONTH_N,
    [CC_CLOCK_YEAR] = CC_MSG_YEAR_N,
    [CC_CLOCK_AGE] = CC_MSG_AGE_N,
    [CC_CLOCK_GESTATION] = CC_MSG_GESTATION_N,
    [CC_CLOCK_ELAPSED] = CC_MSG_DAY_N,
};
G_STATIC_ASSERT(G_N_ELEMENTS(clock_messages) == CC_CLOCK_COUNT);

/* Of another unit: in the one in which it is known, whatever the axis
 * counts. */
static const enum cc_message unit_messages[] = {
    [CC_PRECISION_NONE] = CC_MSG_DAY_N,
    [CC_PRECISION_YEAR] = CC_MSG_YEAR_N,
    [CC_PRECISION_MONTH] = CC_MSG_ELAPSED_MONTH_N,
    [CC_PRECISION_WEEK] = CC_MSG_WEEK_N,
    [CC_PRECISION_DAY] = CC_MSG_DAY_N,
    [CC_PRECISION_HOUR] = CC_MSG_HOUR_N,
};

static const enum cc_message age_messages[] = {
    [CC_PRECISION_NONE] = CC_MSG_AGE_N,
    [CC_PRECISION_YEAR] = CC_MSG_AGE_N,
    [CC_PRECISION_MONTH] = CC_MSG_AGE_MONTHS_N,
    [CC_PRECISION_WEEK] = CC_MSG_AGE_WEEKS_N,
    [CC_PRECISION_DAY] = CC_MSG_AGE_DAYS_N,
    [CC_PRECISION_HOUR] = CC_MSG_AGE_HOURS_N,
};

/* The same behind "at the age of". */
static const enum cc_message age_of_messages[] = {
    [CC_PRECISION_NONE] = CC_MSG_AGE_OF_N,
    [CC_PRECISION_YEAR] = CC_MSG_AGE_OF_N,
    [CC_PRECISION_MONTH] = CC_MSG_AGE_OF_MONTHS_N,
    [CC_PRECISION_WEEK] = CC_MSG_AGE_OF_WEEKS_N,
    [CC_PRECISION_DAY] = CC_MSG_AGE_OF_DAYS_N,
    [CC_PRECISION_HOUR] = CC_MSG_AGE_OF_HOURS_N,
};

/* As many decimals as were typed: "2.0" is not "2". */
static const char *
number_text(const struct cc_words_in *in, const struct cc_numbers *numbers,
    int64_t count)
{
	const char *sign = count < 0 ? "-" : "";
	int64_t whole;

	if (numbers->decimals == 0)
		return cc_number_text(in, (double)count, 0);
	whole = (int64_t)pow(10, numbers->decimals);
	count = llabs(count);
	return cc_digits_text(
	    in, cc_arena_printf(in->arena, "%s%" PRId64 ".%0*" PRId64, sign,
		    count / whole, numbers->decimals, count % whole));
}

/* Day -1 of a study is followed by day 1. */
static const char *
count_text(const struct cc_words_in *in, const struct cc_numbers *numbers,
    int64_t minute)
{
	double step = cc_unit_step(numbers->unit, numbers->decimals);
	int64_t count = llround((double)minute / step);

	if (in->course->clock == CC_CLOCK_STUDY_DAY && minute >= 0 &&
	    numbers->unit == CC_PRECISION_DAY)
		count += (int64_t)pow(10, numbers->decimals);
	return number_text(in, numbers, count);
}

/* 23 weeks and 4 days are 23+4, as obstetricians write. */
static const char *
weeks_text(const struct cc_words_in *in, int64_t minute)
{
	int64_t week = cc_precision_minutes(CC_PRECISION_WEEK);
	int64_t start = cc_step_floor(minute, week);

	return cc_arena_printf(in->arena, "%s+%d",
	    cc_number_text(in, (double)(start / week), 0),
	    (int)((minute - start) / CC_MINUTES_A_DAY));
}

static bool
counts_weeks(const struct cc_words_in *in, const struct cc_numbers *numbers)
{
	return cc_clock_unit(in->course->clock) == CC_PRECISION_WEEK &&
	       (numbers->unit == CC_PRECISION_WEEK ||
		   numbers->unit == CC_PRECISION_DAY);
}

static const char *
age_of_child(const struct cc_words_in *in, const struct cc_numbers *numbers,
    int64_t minute)
{
	int64_t month = cc_precision_minutes(CC_PRECISION_MONTH);
	int64_t start = cc_step_floor(minute, month);
	int months = (int)(start / month);

	return cc_say_with(in,
	    numbers->mixed ? CC_MSG_AGE_YEARS_MONTHS_DAYS
			   : CC_MSG_AGE_YEARS_MONTHS,
	    "years", cc_number_whole(in->arena, months / MONTHS_A_YEAR),
	    "months", cc_number_whole(in->arena, months % MONTHS_A_YEAR),
	    "days",
	    cc_number_whole(
		in->arena, (int)((minute - start) / CC_MINUTES_A_DAY)),
	    NULL);
}

/* Told in months alone, or in another unit that no year is made of. */
static bool
is_of_infant(const struct cc_numbers *numbers)
{
	int64_t month = cc_precision_minutes(CC_PRECISION_MONTH);

	return !numbers->mixed && (numbers->unit != CC_PRECISION_MONTH ||
				      numbers->last < MONTHS_OF_INFANT * month);
}

static enum cc_message
message_of(const struct cc_words_in *in, const struct cc_numbers *numbers)
{
	const enum cc_clock clock = in->course->clock;

	if (clock == CC_CLOCK_AGE)
		return age_messages[numbers->unit];
	if (counts_weeks(in, numbers) || numbers->unit == cc_clock_unit(clock))
		return clock_messages[clock];
	return unit_messages[numbers->unit];
}

/* A time is told without a course, too. */
int64_t
cc_pregnancy_end(const struct cc_words_in *in)
{
	int64_t end =
	    PREGNANCY_MOST * cc_precision_minutes(CC_PRECISION_WEEK) + 1;

	return in->follow != NULL
	           ? MIN(in->follow->gravidities.ended.minute, end)
	           : end;
}

static bool
is_after_birth(const struct cc_words_in *in, const struct cc_numbers *numbers,
    int64_t minute)
{
	return in->course->clock == CC_CLOCK_GESTATION &&
	       counts_weeks(in, numbers) && minute >= cc_pregnancy_end(in);
}

static const char *
point_text(const struct cc_words_in *in, const struct cc_numbers *numbers,
    int64_t minute)
{
	bool days =
	    counts_weeks(in, numbers) && numbers->unit == CC_PRECISION_DAY;
	const char *text;

	if (in->course->clock == CC_CLOCK_AGE && !is_of_infant(numbers))
		return age_of_child(in, numbers, minute);
	text = days && minute >= 0 ? weeks_text(in, minute)
	                           : count_text(in, numbers, minute);
	/* Of "−4+5" nobody knows which way the days count. */
	if (days && minute < 0)
		return cc_say_with(in, CC_MSG_DAY_N, "n", text, NULL);
	if (is_after_birth(in, numbers, minute))
		return cc_say_with(in, CC_MSG_WEEKS_FROM_LMP, "n", text, NULL);
	return cc_say_with(in, message_of(in, numbers), "n", text, NULL);
}

bool
cc_clock_is_unit(const struct cc_words_in *in, const struct cc_stretch *stretch)
{
	struct cc_numbers numbers = cc_numbers_of(in, stretch);

	/* Apart by less than a rounded step. */
	return (double)(numbers.last - numbers.first) <
	       cc_unit_step(numbers.unit, numbers.decimals) / 2;
}

bool
cc_clock_is_exact(
    const struct cc_words_in *in, const struct cc_stretch *stretch)
{
	return !cc_numbers_of(in, stretch).around;
}

const char *
cc_clock_unit_text(
    const struct cc_words_in *in, const struct cc_stretch *stretch)
{
	struct cc_numbers numbers = cc_numbers_of(in, stretch);

	return point_text(in, &numbers,
	    stretch->form == CC_MOMENT_UNTIL ? numbers.last : numbers.first);
}

/* "5 years 7 months"; of an infant "3 months 12 days". */
static const char *
age_in_parts(const struct cc_words_in *in, const struct cc_numbers *numbers,
    int64_t minute)
{
	int64_t month = cc_precision_minutes(CC_PRECISION_MONTH);
	int64_t start = cc_step_floor(minute, month);
	int all = (int)(start / month);
	const char *years =
	    cc_say_count(in, CC_MSG_AGE_PART_YEARS, all / MONTHS_A_YEAR);
	const char *months =
	    cc_say_count(in, CC_MSG_AGE_PART_MONTHS, all % MONTHS_A_YEAR);
	const char *days = cc_say_count(in, CC_MSG_AGE_PART_DAYS,
	    (int)((minute - start) / CC_MINUTES_A_DAY));

	if (!numbers->mixed)
		return cc_say_with(in, CC_MSG_AGE_OF_TWO, "first", years,
		    "last", months, NULL);
	if (all < MONTHS_A_YEAR)
		return cc_say_with(
		    in, CC_MSG_AGE_OF_TWO, "first", months, "last", days, NULL);
	return cc_say_with(in, CC_MSG_AGE_OF_THREE, "first", years, "second",
	    months, "last", days, NULL);
}

static const char *
age_of(const struct cc_words_in *in, const struct cc_numbers *numbers,
    int64_t minute)
{
	if (!is_of_infant(numbers))
		return age_in_parts(in, numbers, minute);
	return cc_say_with(in, age_of_messages[numbers->unit], "n",
	    count_text(in, numbers, minute), NULL);
}

const char *
cc_clock_age(const struct cc_words_in *in, const struct cc_stretch *stretch)
{
	struct cc_numbers numbers;

	if (in->course->clock != CC_CLOCK_AGE)
		return NULL;
	numbers = cc_numbers_of(in, stretch);
	return age_of(in, &numbers,
	    stretch->form == CC_MOMENT_UNTIL ? numbers.last : numbers.first);
}

/* "month 8–13"; a minus sign beside a dash would be misread. */
static bool
shares_unit(const struct cc_words_in *in, const struct cc_numbers *numbers)
{
	if (numbers->first < 0)
		return false;
	if (in->course->clock == CC_CLOCK_AGE)
		return numbers->decimals == 0 && is_of_infant(numbers);
	return in->course->clock == CC_CLOCK_ELAPSED &&
	       numbers->unit < CC_PRECISION_HOUR;
}

/* Two of them; of ages in one unit languages say that once, "{from-n}". */
static const char *
joined(const struct cc_words_in *in, enum cc_message clock, enum cc_message age,
    const struct cc_numbers *first, const struct cc_numbers *last)
{
	const char *from;

	if (in->course->clock != CC_CLOCK_AGE)
		return cc_say_with(in, clock, "from",
		    point_text(in, first, first->first), "to",
		    point_text(in, last, last->last), NULL);
	from = age_of(in, first, first->first);
	return cc_say_with(in, age, "from", from, "from-n",
	    first->unit == last->unit && is_of_infant(first) &&
		    is_of_infant(last)
		? count_text(in, first, first->first)
		: from,
	    "to", age_of(in, last, last->last), NULL);
}

const char *
cc_clock_interval(const struct cc_words_in *in, const struct cc_stretch *start,
    const struct cc_stretch *end)
{
	struct cc_numbers from = cc_numbers_of(in, start),
			  to = cc_numbers_of(in, end);

	to.last = to.first;
	return joined(
	    in, CC_MSG_CLOCK_INTERVAL, CC_MSG_AGE_INTERVAL, &from, &to);
}

const char *
cc_clock_range(const struct cc_words_in *in, const struct cc_stretch *stretch,
    enum cc_join join)
{
	static const enum cc_message messages[CC_JOIN_COUNT] = {
	    [CC_JOIN_DASH] = CC_MSG_DATE_RANGE,
	    [CC_JOIN_FROM_TO] = CC_MSG_CLOCK_INTERVAL,
	};
	struct cc_numbers numbers = cc_numbers_of(in, stretch), last = numbers;

	if (join == CC_JOIN_BETWEEN) {
		if (!cc_numbers_bracket(in, stretch, &numbers, &last))
			numbers = last = cc_numbers_of(in, stretch);
		return joined(in, CC_MSG_WHEN_BETWEEN, CC_MSG_BETWEEN_AGES,
		    &numbers, &last);
	}
	if (join == CC_JOIN_DASH && shares_unit(in, &numbers))
		return cc_say_with(in, message_of(in, &numbers), "n",
		    cc_arena_printf(in->arena, "%s–%s",
			count_text(in, &numbers, numbers.first),
			count_text(in, &numbers, numbers.last)),
		    NULL);
	return cc_say_with(in, messages[join], "from",
	    point_text(in, &numbers, numbers.first), "to",
	    point_text(in, &numbers, numbers.last), NULL);
}

bool
cc_clock_is_short(
    const struct cc_words_in *in, const struct cc_stretch *stretch)
{
	struct cc_numbers numbers = cc_numbers_of(in, stretch);

	return shares_unit(in, &numbers);
}

/* "on day 40", "at hour 42", "at age 3". */
enum cc_message
cc_clock_preposition(
    const struct cc_words_in *in, const struct cc_stretch *stretch)
{
	struct cc_numbers numbers = cc_numbers_of(in, stretch);

	if (in->course->clock == CC_CLOCK_AGE)
		return CC_MSG_WHEN_AT_AGE;
	if (is_after_birth(in, &numbers, numbers.first))
		return CC_MSG_WHEN_AT_WEEKS_FROM_LMP;
	return message_of(in, &numbers) == CC_MSG_DAY_N ? CC_MSG_WHEN_ON_DAY
	                                                : CC_MSG_WHEN_AT;
}
