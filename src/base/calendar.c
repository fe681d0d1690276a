/* The proleptic Gregorian calendar in days and minutes, and the clocks that
 * stand in for it. */
#include "base/time.h"

#include <string.h>

#define DAYS_400_YEARS 146097
#define DAYS_100_YEARS 36524
#define DAYS_4_YEARS 1461
#define DAYS_BEFORE_1970 719162  /* from 0001-01-01 */
#define DAYS_FROM_MARCH_0 719468 /* from 0000-03-01 to 1970-01-01 */

/* Far beyond any year that is read, and far from overflow. */
#define DAYS_MAX INT64_C(365000000000)

static const struct {
	const char *word;
	enum cc_precision unit;
} clocks[] = {
    [CC_CLOCK_DATE] = {"date", CC_PRECISION_NONE},
    [CC_CLOCK_DAY] = {"day", CC_PRECISION_DAY},
    [CC_CLOCK_STUDY_DAY] = {"study-day", CC_PRECISION_DAY},
    [CC_CLOCK_WEEK] = {"week", CC_PRECISION_WEEK},
    [CC_CLOCK_MONTH] = {"month", CC_PRECISION_MONTH},
    [CC_CLOCK_YEAR] = {"year", CC_PRECISION_YEAR},
    [CC_CLOCK_AGE] = {"age", CC_PRECISION_YEAR},
    [CC_CLOCK_GESTATION] = {"gestation", CC_PRECISION_WEEK},
    [CC_CLOCK_ELAPSED] = {"elapsed", CC_PRECISION_NONE},
};
G_STATIC_ASSERT(G_N_ELEMENTS(clocks) == CC_CLOCK_COUNT);

static const int64_t unit_minutes[] = {
    [CC_PRECISION_NONE] = 0,
    [CC_PRECISION_YEAR] = 525960,
    [CC_PRECISION_MONTH] = 43830,
    [CC_PRECISION_WEEK] = 7 * CC_MINUTES_A_DAY,
    [CC_PRECISION_DAY] = CC_MINUTES_A_DAY,
    [CC_PRECISION_HOUR] = 60,
    [CC_PRECISION_MINUTE] = 1,
};
G_STATIC_ASSERT(G_N_ELEMENTS(unit_minutes) == CC_PRECISION_MINUTE + 1);

const char *
cc_clock_word(enum cc_clock clock)
{
	return clocks[clock].word;
}

bool
cc_clock_find(const char *word, enum cc_clock *clock)
{
	size_t i;

	for (i = 0; i < CC_CLOCK_WRITTEN; i++)
		if (strcmp(clocks[i].word, word) == 0) {
			*clock = (enum cc_clock)i;
			return true;
		}
	return false;
}

enum cc_precision
cc_clock_unit(enum cc_clock clock)
{
	return clocks[clock].unit;
}

int64_t
cc_precision_minutes(enum cc_precision unit)
{
	return unit_minutes[unit];
}

static int64_t
floor_div(int64_t number, int64_t by)
{
	return number / by - (number % by < 0);
}

static bool
leap(int64_t year)
{
	return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int
cc_month_days(int year, int month)
{
	static const int days[] = {
	    31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

	return days[month - 1] + (month == 2 && leap(year));
}

/* Days from 1970-01-01 to the first day of a year. */
static int64_t
year_days(int64_t year)
{
	int64_t whole = year - 1;

	return 365 * whole + floor_div(whole, 4) - floor_div(whole, 100) +
	       floor_div(whole, 400) - DAYS_BEFORE_1970;
}

int64_t
cc_date_days(int year, int month, int day)
{
	static const int before[] = {
	    0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};

	return year_days(year) + before[month - 1] + (month > 2 && leap(year)) +
	       day - 1;
}

/* Years are counted from March here: a leap day is the last of its year, and
 * of its century and four centuries where those have one. */
struct cc_date
cc_date_from_days(int64_t days)
{
	int64_t eras;
	int left, centuries, fours, years, months;

	days = CLAMP(days, -DAYS_MAX, DAYS_MAX) + DAYS_FROM_MARCH_0;
	eras = floor_div(days, DAYS_400_YEARS);
	left = (int)(days - eras * DAYS_400_YEARS);
	centuries = MIN(left / DAYS_100_YEARS, 3);
	left -= centuries * DAYS_100_YEARS;
	fours = left / DAYS_4_YEARS;
	left -= fours * DAYS_4_YEARS;
	years = MIN(left / 365, 3);
	left -= years * 365;
	/* Five months from March or August on have 153 days. */
	months = (5 * left + 2) / 153;
	years += 4 * fours + 100 * centuries + (months >= 10);
	return (struct cc_date){
	    .year = (int)(400 * eras) + years,
	    .month = months < 10 ? months + 3 : months - 9,
	    .day = left - (153 * months + 2) / 5 + 1,
	};
}

struct cc_instant
cc_instant_from_date(int year, int month, int day)
{
	return (struct cc_instant){
	    cc_date_days(year, month, day) * CC_MINUTES_A_DAY};
}

struct cc_date
cc_instant_date(struct cc_instant instant)
{
	return cc_date_from_days(floor_div(instant.minute, CC_MINUTES_A_DAY));
}

static bool
unknown(struct cc_instant instant)
{
	return instant.minute == INT64_MIN || instant.minute == INT64_MAX;
}

struct cc_instant
cc_instant_add(struct cc_instant instant, int64_t minutes)
{
	struct cc_instant sum;

	if (unknown(instant))
		return instant;
	if (__builtin_add_overflow(instant.minute, minutes, &sum.minute))
		return minutes < 0 ? CC_INSTANT_NONE_BEFORE
		                   : CC_INSTANT_NONE_AFTER;
	return sum;
}

struct cc_instant
cc_instant_add_months(struct cc_instant instant, int months)
{
	struct cc_date date;
	int64_t month, day_minute;

	if (unknown(instant))
		return instant;
	date = cc_instant_date(instant);
	month = (int64_t)date.year * 12 + date.month - 1 + months;
	date.year = (int)floor_div(month, 12);
	date.month = (int)(month - (int64_t)date.year * 12) + 1;
	date.day = MIN(date.day, cc_month_days(date.year, date.month));
	day_minute =
	    instant.minute -
	    floor_div(instant.minute, CC_MINUTES_A_DAY) * CC_MINUTES_A_DAY;
	return cc_instant_add(
	    cc_instant_from_date(date.year, date.month, date.day), day_minute);
}

struct cc_instant
cc_instant_add_units(struct cc_instant instant, int64_t count,
    enum cc_precision unit, enum cc_clock clock)
{
	const int months = unit == CC_PRECISION_YEAR    ? 12
	                   : unit == CC_PRECISION_MONTH ? 1
	                                                : 0;

	if (months > 0 && clock == CC_CLOCK_DATE)
		return cc_instant_add_months(instant, (int)count * months);
	return cc_instant_add(instant, count * cc_precision_minutes(unit));
}
