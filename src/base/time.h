/* The time notation of case files: EDTF level 0 and 1 in the parts that a
 * clinical course needs, with two extensions of our own (a bracket as an end
 * of an interval, and time of day to the minute). See clincourse-case(5). */
#ifndef CC_BASE_TIME_H
#define CC_BASE_TIME_H

#include "base/arena.h"
#include "base/diag.h"

#include <limits.h>
#include <stdint.h>

/* Minutes. Under dates since 1970-01-01T00:00 of the proleptic Gregorian
 * calendar, local time without zone; under any other clock since that clock's
 * zero. */
struct cc_instant {
	int64_t minute;
};

#define CC_MINUTES_A_DAY 1440
#define CC_INSTANT_NONE_BEFORE ((struct cc_instant){INT64_MIN})
#define CC_INSTANT_NONE_AFTER ((struct cc_instant){INT64_MAX})

enum cc_clock {
	CC_CLOCK_DATE,
	CC_CLOCK_DAY,
	CC_CLOCK_STUDY_DAY, /* no day 0: -1 is followed by 1 */
	CC_CLOCK_WEEK,
	CC_CLOCK_MONTH,
	CC_CLOCK_YEAR,
	CC_CLOCK_AGE,       /* years */
	CC_CLOCK_GESTATION, /* weeks */
	CC_CLOCK_WRITTEN,   /* how many of them a case file can have */
	/* Time since a fact of the case, whose calendar is withheld: a month
	 * and a year have the minutes that they have without a calendar. */
	CC_CLOCK_ELAPSED = CC_CLOCK_WRITTEN,
	CC_CLOCK_COUNT
};

/* The word of a clock in case files, and back; false where there is none. */
const char *cc_clock_word(enum cc_clock clock);
bool cc_clock_find(const char *word, enum cc_clock *clock);

enum cc_precision {
	CC_PRECISION_NONE, /* nothing was said */
	CC_PRECISION_YEAR,
	CC_PRECISION_MONTH,
	CC_PRECISION_WEEK, /* offsets only */
	CC_PRECISION_DAY,
	CC_PRECISION_HOUR, /* offsets only */
	CC_PRECISION_MINUTE,
};

enum cc_point_form { CC_POINT_NONE, CC_POINT_DATE, CC_POINT_OFFSET };

/* A point as written. */
struct cc_time_point {
	enum cc_point_form form;
	uint32_t at, length;         /* [bytes] in the expression's text */
	enum cc_precision precision; /* of the smallest part given */
	/* CC_POINT_DATE */
	int year, month, day, hour, minute;
	/* CC_POINT_OFFSET; a bare number keeps its unit open until the clock
	 * is known */
	bool negative, bare;
	bool rounded; /* about 2 years: as much may lack as is over */
	int decimals;                           /* of a bare number */
	double amount[CC_PRECISION_MINUTE + 1]; /* by unit; bare: [NONE] */
};

enum cc_moment_form {
	CC_MOMENT_EMPTY,   /* "" as an end of an interval: not stated */
	CC_MOMENT_OPEN,    /* ".." as an end: already running / goes on */
	CC_MOMENT_POINT,   /* p */
	CC_MOMENT_BETWEEN, /* [a..b] */
	CC_MOMENT_FROM,    /* [a..] */
	CC_MOMENT_UNTIL,   /* [..b] */
};

struct cc_moment {
	enum cc_moment_form form;
	struct cc_time_point a, b; /* POINT and FROM use a, UNTIL b */
	bool approximate;          /* ~ */
	bool uncertain;            /* ? */
};

/* An expression as written: a moment, or start "/" end. */
struct cc_time {
	const char *text; /* NULL: no time was given */
	struct cc_pos pos;
	bool interval;
	struct cc_moment start, end;
};

/* What every time means: four instants, half-open. */
struct cc_span {
	struct cc_instant earliest_start, latest_start;
	struct cc_instant earliest_end, latest_end;
	enum cc_moment_form start_form, end_form; /* EMPTY and EMPTY: undated */
	enum cc_precision start_precision, end_precision;
	bool interval;
	bool dated;       /* false: only `after` says where it stands */
	bool approximate; /* any part was written ~ */
	bool uncertain;   /* any part was written ? */
	/* The same of each end, with that of what it is counted from. */
	bool start_approximate, end_approximate;
	bool start_uncertain, end_uncertain;
	/* How an end was written that is counted from another thing, and the
	 * number that the caller gives to that thing. NULL: it is counted from
	 * none, or nobody is to know. Borrowed from the cc_time. */
	const struct cc_moment *start_counted, *end_counted;
	size_t anchor;
	/* A bracket of a clock's own numbers as it was written, each end in its
	 * unit. NULL: an end is none, or nobody is to know. */
	const struct cc_moment *start_bracket, *end_bracket;
	/* It lasted so long, "4d", from a start that is known less well: that
	 * tells more than its ends. NULL: nobody says, or they tell it. */
	const char *lasted;
};

/* From a moment, or from whenever it was, it lasted a period such as 4d: days
 * and what is longer count both end days. */
void cc_span_last(
    struct cc_span *span, const char *period, enum cc_clock clock);

/* The moment at which a thing starts, or ends. */
struct cc_span cc_span_start(const struct cc_span *span);
struct cc_span cc_span_end(const struct cc_span *span);

/* Where a time is written. */
struct cc_time_place {
	struct cc_pos pos;
	enum cc_clock clock;
	bool anchored; /* since is said: an offset needs no more */
};

/* Parses the notation. On error adds diagnostics at the offending character
 * of `pos` (which points at the text in the source) and returns false. */
bool cc_time_read(struct cc_arena *arena, const char *text, struct cc_pos pos,
    struct cc_time *time, struct cc_diags *diags);

/* The same, and what is proposed in place of a text is legal there. */
bool cc_time_read_at(struct cc_arena *arena, const char *text,
    const struct cc_time_place *place, struct cc_time *time,
    struct cc_diags *diags);

/* Resolves an expression under a clock. `anchor` is the span that `since`
 * names, or NULL; `last_dated` is the end of the last dated fact of the case,
 * for an end that goes on. Refusals that need the clock (bare number under
 * dates, a date under another clock, study day 0, an end that cannot but lie
 * before its start) add diagnostics and return false. */
bool cc_time_resolve(const struct cc_time *time, enum cc_clock clock,
    const struct cc_span *anchor, struct cc_instant last_dated,
    struct cc_span *span, struct cc_diags *diags);

/* The calendar. Month 1-12, day 1-31; days since 1970-01-01. */
struct cc_date {
	int year, month, day;
};

int64_t cc_date_days(int year, int month, int day);
struct cc_date cc_date_from_days(int64_t days);
int cc_month_days(int year, int month);
struct cc_instant cc_instant_from_date(int year, int month, int day);
struct cc_date cc_instant_date(struct cc_instant instant);

/* Calendar arithmetic: clipped to the month's end. Unknown instants
 * (CC_INSTANT_NONE_...) stay so, and sums too large become unknown. */
struct cc_instant cc_instant_add_months(struct cc_instant instant, int months);
struct cc_instant cc_instant_add(struct cc_instant instant, int64_t minutes);

/* Months and years are the calendar's under dates, else of fixed length. */
struct cc_instant cc_instant_add_units(struct cc_instant instant, int64_t count,
    enum cc_precision unit, enum cc_clock clock);

/* Minutes of a unit; of a month and a year those that hold where no calendar
 * does: 30.4375 and 365.25 days. 0 for CC_PRECISION_NONE. */
int64_t cc_precision_minutes(enum cc_precision unit);

/* The unit of a bare number; CC_PRECISION_NONE under dates. */
enum cc_precision cc_clock_unit(enum cc_clock clock);

/* The fewest decimals of a unit in which both ends of a half-open stretch can
 * be written, as a number typed with so many names it: 1 of [2.5, 2.6) months.
 * False where no number of them does. Neither end is unknown. */
bool cc_unit_decimals(struct cc_instant from, struct cc_instant to,
    enum cc_precision unit, int *decimals);

/* One count of the last of so many decimals of a unit [minute]. */
double cc_unit_step(enum cc_precision unit, int decimals);

/* A derived duration between two spans, `from` before `to`: [earliest end of
 * `to` minus latest start of `from`, latest minus earliest], with the
 * difference of the midpoints as value; printed in the coarser unit of the two
 * ends, bounds rounded outward, value to the nearest. Day-precise ends have
 * low = high, and so have ends that a clock counts in decimals. Where a bound is
 * unknown, the other one is the value. */
struct cc_duration {
	enum cc_precision unit; /* YEAR to MINUTE */
	int decimals;           /* of the three below; mostly 0 */
	/* [unit / 10^decimals]; high may be CC_DURATION_OPEN. */
	int value, low, high;
	bool exact;             /* no range is printed */
	bool approximate;       /* either end was written ~ */
	bool uncertain;         /* either end was written ? */
};

#define CC_DURATION_OPEN INT_MAX /* it goes on, or nobody knows */

/* What it lasted at least, in the coarsest unit in which that is not nothing.
 */
struct cc_duration cc_duration_least(
    const struct cc_span *from, const struct cc_span *to, enum cc_clock clock);

struct cc_duration cc_duration_between(
    const struct cc_span *from, const struct cc_span *to, enum cc_clock clock);

/* The length of a treatment or stay: it counts both end days. */
struct cc_duration cc_duration_length(
    const struct cc_span *span, enum cc_clock clock);

/* The least that a period such as "4w" can mean [min]: a month has 28 days at
 * least. 0: it is none. */
int64_t cc_period_least(const char *period);

/* Halfway; where one of the two is unknown, the other one. */
static inline struct cc_instant
cc_instant_mid(struct cc_instant a, struct cc_instant b)
{
	if (a.minute == INT64_MIN || a.minute == INT64_MAX)
		return b;
	if (b.minute == INT64_MIN || b.minute == INT64_MAX)
		return a;
	return (struct cc_instant){a.minute + (b.minute - a.minute) / 2};
}

#endif
