#include "layout/axis.h"

#include "follow/order.h"

#include <glib.h>
#include <math.h>

#define HOUR 60.0
#define DAY (24 * HOUR)
#define WEEK (7 * DAY)
#define MONTH 43830.0
#define YEAR (12 * MONTH)

/* Where a step may be taken. Weeks and months of four weeks are counted, never
 * read off a calendar; and where the author counts himself, his own unit may
 * run higher than one that is chosen for dates. */
enum row {
	ASKED = 0, /* only where its unit was asked for */
	DATES = 1, /* time from a date */
	COUNT = 2, /* a clock that counts, or a withheld calendar */
	CALENDAR = 4,
	RELATIVE = DATES | COUNT,
	ALL = RELATIVE | CALENDAR,
};

/* In the order of length; a tick unit's steps divide what is above. */
static const struct cc_step {
	enum cc_tick_unit unit;
	int step;
	double minutes;
	unsigned rows;
	/* The longest course that is counted in them, cuts included: beyond,
	 * they are numbers that nobody can picture. Dates read off a calendar
	 * are none. 0: any [minutes] */
	double most;
} steps[] = {
    {CC_TICK_MINUTE, 1, 1, ALL, 4 * HOUR},
    {CC_TICK_MINUTE, 5, 5, ALL, 4 * HOUR},
    {CC_TICK_MINUTE, 15, 15, ALL, 4 * HOUR},
    {CC_TICK_MINUTE, 30, 30, ALL, 4 * HOUR},
    {CC_TICK_MINUTE, 60, HOUR, ASKED, 0},
    {CC_TICK_MINUTE, 120, 2 * HOUR, ASKED, 0},
    {CC_TICK_MINUTE, 240, 4 * HOUR, ASKED, 0},
    {CC_TICK_MINUTE, 720, 12 * HOUR, ASKED, 0},
    {CC_TICK_MINUTE, 1440, DAY, ASKED, 0},
    {CC_TICK_HOUR, 1, HOUR, ALL, 5 * DAY},
    {CC_TICK_HOUR, 3, 3 * HOUR, ALL, 5 * DAY},
    {CC_TICK_HOUR, 6, 6 * HOUR, ALL, 5 * DAY},
    {CC_TICK_HOUR, 12, 12 * HOUR, ALL, 5 * DAY},
    {CC_TICK_HOUR, 24, DAY, ASKED, 0},
    {CC_TICK_HOUR, 48, 2 * DAY, ASKED, 0},
    {CC_TICK_HOUR, 120, 5 * DAY, ASKED, 0},
    {CC_TICK_HOUR, 240, 10 * DAY, ASKED, 0},
    {CC_TICK_HOUR, 480, 20 * DAY, ASKED, 0},
    {CC_TICK_DAY, 1, DAY, ALL, 100 * DAY},
    {CC_TICK_DAY, 2, 2 * DAY, ALL, 100 * DAY},
    {CC_TICK_DAY, 7, WEEK, ALL, 100 * DAY},
    {CC_TICK_WEEK, 1, WEEK, RELATIVE, YEAR},
    {CC_TICK_DAY, 14, 2 * WEEK, COUNT | CALENDAR, 200 * DAY},
    {CC_TICK_WEEK, 2, 2 * WEEK, RELATIVE, YEAR},
    {CC_TICK_DAY, 28, 4 * WEEK, COUNT, 200 * DAY},
    {CC_TICK_WEEK, 4, 4 * WEEK, COUNT, YEAR},
    {CC_TICK_MONTH, 1, MONTH, ALL, 6 * YEAR},
    {CC_TICK_DAY, 56, 8 * WEEK, ASKED, 0},
    {CC_TICK_WEEK, 8, 8 * WEEK, ASKED, 0},
    {CC_TICK_WEEK, 12, 12 * WEEK, ASKED, 0},
    {CC_TICK_MONTH, 3, 3 * MONTH, ALL, 6 * YEAR},
    {CC_TICK_DAY, 100, 100 * DAY, ASKED, 0},
    {CC_TICK_MONTH, 6, 6 * MONTH, ALL, 6 * YEAR},
    {CC_TICK_WEEK, 26, 26 * WEEK, ASKED, 0},
    {CC_TICK_DAY, 200, 200 * DAY, ASKED, 0},
    {CC_TICK_WEEK, 52, 52 * WEEK, ASKED, 0},
    {CC_TICK_MONTH, 12, YEAR, ALL, 5 * YEAR},
    {CC_TICK_YEAR, 1, YEAR, ALL, 0},
    {CC_TICK_DAY, 500, 500 * DAY, ASKED, 0},
    {CC_TICK_MONTH, 24, 2 * YEAR, ASKED, 0},
    {CC_TICK_YEAR, 2, 2 * YEAR, ALL, 0},
    {CC_TICK_WEEK, 104, 104 * WEEK, ASKED, 0},
    {CC_TICK_MONTH, 60, 5 * YEAR, ASKED, 0},
    {CC_TICK_YEAR, 5, 5 * YEAR, ALL, 0},
    {CC_TICK_MONTH, 120, 10 * YEAR, ASKED, 0},
    {CC_TICK_YEAR, 10, 10 * YEAR, ALL, 0},
};

/* A figure with more ticks than this is unreadable, whatever was asked. */
#define TICKS_MAX 200

static double
step_x(const struct cc_axis_steps *behind, struct cc_instant instant)
{
	double part = (double)(instant.minute - CC_STEP_BASE) /
	              ((double)behind->step * (double)behind->count);
	return behind->left + fmin(part, 1) * (behind->right - behind->left);
}

double
cc_axis_x(const struct cc_axis *axis, struct cc_instant instant)
{
	if (instant.minute >= CC_STEP_BASE && axis->steps.count > 0 &&
	    instant.minute != INT64_MAX)
		return step_x(&axis->steps, instant);
	for (size_t i = 0; i < axis->stretches; i++) {
		const struct cc_stretch *s = &axis->stretch[i];
		if (instant.minute < s->from.minute) {
			if (i == 0)
				return s->left;
			return (axis->stretch[i - 1].right + s->left) / 2;
		}
		if (instant.minute > s->to.minute)
			continue;
		double part = (double)(instant.minute - s->from.minute) /
		              (double)(s->to.minute - s->from.minute);
		return s->left + part * (s->right - s->left);
	}
	return axis->stretch[axis->stretches - 1].right;
}

bool
cc_axis_is_cut(const struct cc_axis *axis, double left, double right)
{
	for (size_t i = 0; i + 1 < axis->stretches; i++)
		if (left <= axis->stretch[i].right &&
		    right >= axis->stretch[i + 1].left)
			return true;
	return false;
}

void
cc_axis_side(const struct cc_axis *axis, double x, double *left, double *right)
{
	*left = -INFINITY;
	*right = INFINITY;
	for (size_t i = 0; i + 1 < axis->stretches; i++) {
		double middle =
		    (axis->stretch[i].right + axis->stretch[i + 1].left) / 2;
		if (x < middle)
			*right = fmin(*right, middle);
		else
			*left = middle;
	}
}

bool
cc_axis_piece(const struct cc_axis *axis, size_t i, double *left, double *right)
{
	if (i > 0)
		*left = fmax(*left, axis->stretch[i].left);
	if (i + 1 < axis->stretches)
		*right = fmin(*right, axis->stretch[i].right);
	return *right > *left;
}

/* Units of page a minute takes; the same in every stretch. */
static double
axis_scale(const struct cc_axis *axis)
{
	const struct cc_stretch *s = &axis->stretch[0];
	return (s->right - s->left) / (double)(s->to.minute - s->from.minute);
}

static double
axis_span(const struct cc_axis *axis)
{
	return (double)(axis->stretch[axis->stretches - 1].to.minute -
			axis->stretch[0].from.minute);
}

int64_t
cc_tick_minutes(enum cc_tick_unit unit)
{
	static const int64_t minutes[] = {
	    [CC_TICK_MINUTE] = 1,
	    [CC_TICK_HOUR] = (int64_t)HOUR,
	    [CC_TICK_DAY] = (int64_t)DAY,
	    [CC_TICK_WEEK] = (int64_t)WEEK,
	    [CC_TICK_MONTH] = (int64_t)MONTH,
	    [CC_TICK_YEAR] = (int64_t)YEAR,
	};
	return minutes[unit];
}

/* No number of what was asked for is longer than this. */
#define NUMBER_MOST 99999

static enum cc_tick_unit
unit_asked(const struct cc_axis *axis, int unit)
{
	enum cc_tick_unit asked = MAX((enum cc_tick_unit)unit, axis->finest);
	double span = axis_span(axis);
	while (asked < CC_TICK_YEAR &&
	       span > NUMBER_MOST * (double)cc_tick_minutes(asked))
		asked++;
	return asked;
}

/* Whether a step is among those to choose from; `unit` is -1 or what was asked
 * for, which stands above all else. */
static bool
is_allowed(const struct cc_axis *axis, const struct cc_step *step, int unit,
    enum row row)
{
	if (unit >= 0)
		return (int)step->unit == unit;
	return step->unit >= axis->finest && (step->rows & row) &&
	       (row == CALENDAR || step->most <= 0 ||
		   axis_span(axis) <= step->most);
}

/* Longer than any of the table: 2, 5, 10 times as long, and so on. */
static struct cc_step
longer_step(struct cc_step longest, double scale, double apart)
{
	static const int factors[] = {2, 5, 10};
	struct cc_step step = longest;
	for (size_t i = 0;
	     step.minutes * scale < apart && step.step < NUMBER_MOST / 10;
	     i++) {
		step.step = longest.step * factors[i % 3];
		step.minutes = longest.minutes * factors[i % 3];
		if (i % 3 == 2)
			longest = step;
	}
	return step;
}

static struct cc_step
choose_step(const struct cc_axis *axis, double apart, int unit, enum row row)
{
	double scale = axis_scale(axis);
	const struct cc_step *last = NULL;
	if (unit >= 0)
		unit = (int)unit_asked(axis, unit);
	for (size_t i = 0; i < G_N_ELEMENTS(steps); i++) {
		if (!is_allowed(axis, &steps[i], unit, row))
			continue;
		last = &steps[i];
		if (last->minutes * scale >= apart)
			return *last;
	}
	/* Years are allowed everywhere, and any unit has its steps. */
	g_assert(last);
	return longer_step(*last, scale, apart);
}

static enum row
relative_row(const struct cc_axis *axis)
{
	return axis->clock == CC_CLOCK_DATE ? DATES : COUNT;
}

static struct cc_instant
unit_from(struct cc_instant zero, enum cc_tick_unit unit, enum cc_clock clock,
    int64_t n)
{
	if (clock == CC_CLOCK_DATE && unit == CC_TICK_MONTH)
		return cc_instant_add_months(zero, (int)n);
	if (clock == CC_CLOCK_DATE && unit == CC_TICK_YEAR)
		return cc_instant_add_months(zero, (int)n * 12);
	return (struct cc_instant){zero.minute + n * cc_tick_minutes(unit)};
}

/* Ticks while they are found, in room for the most of them. */
struct finding {
	const struct cc_axis *axis;
	struct cc_tick tick[TICKS_MAX];
	size_t count;
};

/* False where it lies behind the stretch, or there is no more room: no later
 * one need be looked at. */
static bool
add_tick(struct finding *found, const struct cc_stretch *stretch,
    struct cc_tick tick)
{
	if (tick.at.minute > stretch->to.minute || found->count == TICKS_MAX)
		return false;
	if (tick.at.minute < stretch->from.minute)
		return true;
	tick.x = cc_axis_x(found->axis, tick.at);
	found->tick[found->count++] = tick;
	return true;
}

static struct cc_ticks
ticks_kept(struct cc_arena *arena, const struct finding *found,
    enum cc_tick_unit unit, int step)
{
	return (struct cc_ticks){
	    .tick = cc_arena_memdup(
		arena, found->tick, found->count * sizeof(struct cc_tick)),
	    .count = found->count,
	    .unit = unit,
	    .step = step,
	};
}

/* Finds the ticks of one stretch, at every `step` of a unit: time that is cut
 * costs nothing, however long it was. */
typedef void finder(struct finding *found, const struct cc_stretch *stretch,
    const void *how, int step);

/* A stretch too short for the step has the first whole unit in it. */
static void
find_ticks(
    struct finding *found, finder *find, const void *how, int step, int unit)
{
	for (size_t i = 0; i < found->axis->stretches; i++) {
		const struct cc_stretch *stretch = &found->axis->stretch[i];
		size_t before = found->count;
		find(found, stretch, how, step);
		if (found->count > before || step == unit)
			continue;
		find(found, stretch, how, unit);
		found->count = MIN(found->count, before + 1);
	}
}

enum cc_tick_unit
cc_axis_unit(const struct cc_axis *axis, int unit, double apart)
{
	return choose_step(axis, apart, unit, relative_row(axis)).unit;
}

struct counting {
	struct cc_instant zero;
	enum cc_tick_unit unit;
};

static void
find_counted(struct finding *found, const struct cc_stretch *stretch,
    const void *how, int step)
{
	const struct counting *counting = how;
	enum cc_clock clock = found->axis->clock;
	int64_t away = stretch->from.minute - counting->zero.minute;
	int64_t n = away / (cc_tick_minutes(counting->unit) * step);
	/* Calendar months are not as long as the average: begin early. */
	n -= 2 + ABS(n) / 1000;
	bool more = true;
	for (n *= step; more; n += step) {
		struct cc_tick tick = {
		    .at = unit_from(counting->zero, counting->unit, clock, n),
		    .number = (int)n,
		    .major = n == 0};
		more = add_tick(found, stretch, tick);
	}
}

struct cc_ticks
cc_axis_relative(struct cc_arena *arena, const struct cc_axis *axis,
    struct cc_instant zero, int unit, double apart)
{
	struct cc_step step =
	    choose_step(axis, apart, unit, relative_row(axis));
	struct counting counting = {zero, step.unit};
	struct finding found = {.axis = axis};
	find_ticks(&found, find_counted, &counting, step.step, 1);
	return ticks_kept(arena, &found, step.unit, step.step);
}

/* The first of every `step` months, of years that it divides. */
static void
find_months(struct finding *found, const struct cc_stretch *stretch,
    const void *how, int step)
{
	enum cc_tick_unit unit = *(const enum cc_tick_unit *)how;
	struct cc_date from = cc_instant_date(stretch->from);
	int month = from.year * 12 + from.month - 1;
	bool more = true;
	for (month -= month % step; more; month += step) {
		int year = month / 12, of_year = month % 12 + 1;
		struct cc_tick tick = {
		    .at = cc_instant_from_date(year, of_year, 1),
		    .number = unit == CC_TICK_YEAR ? year : of_year,
		    .major = of_year == 1};
		more = add_tick(found, stretch, tick);
	}
}

/* Every `step` days of each month, from its first: the last of them is as far
 * from the next month, at least. */
static void
find_days(struct finding *found, const struct cc_stretch *stretch,
    const void *how, int step)
{
	(void)how;
	struct cc_date date = cc_instant_date(stretch->from);
	bool more = true;
	for (date.day -= (date.day - 1) % step; more; date.day += step) {
		int days = cc_month_days(date.year, date.month);
		if (date.day > 1 && date.day + step > days + 1) {
			date.day = 1;
			date.year += date.month / 12;
			date.month = date.month % 12 + 1;
		}
		struct cc_tick tick = {
		    .at = cc_instant_from_date(date.year, date.month, date.day),
		    .number = date.day,
		    .major = date.day == 1};
		more = add_tick(found, stretch, tick);
	}
}

static int
minute_of_day(int64_t minute)
{
	int of_day = (int)(minute % CC_MINUTES_A_DAY);
	return of_day < 0 ? of_day + CC_MINUTES_A_DAY : of_day;
}

/* Every `step` minutes of the day. */
static void
find_minutes(struct finding *found, const struct cc_stretch *stretch,
    const void *how, int step)
{
	(void)how;
	int64_t at = stretch->from.minute;
	bool more = true;
	for (at -= minute_of_day(at) % step; more; at += step) {
		struct cc_instant instant = {at};
		struct cc_tick tick = {.at = instant,
		    .number = minute_of_day(at) / 60,
		    .major = cc_instant_date(instant).day == 1};
		more = add_tick(found, stretch, tick);
	}
}

/* Twelve months are a year. */
static enum cc_tick_unit
calendar_unit(struct cc_step step)
{
	bool year = step.unit == CC_TICK_MONTH && step.step == 12;
	return year ? CC_TICK_YEAR : step.unit;
}

enum cc_tick_unit
cc_axis_calendar_unit(const struct cc_axis *axis, double apart)
{
	return calendar_unit(choose_step(axis, apart, -1, CALENDAR));
}

struct cc_ticks
cc_axis_calendar(
    struct cc_arena *arena, const struct cc_axis *axis, double apart)
{
	struct cc_step step = choose_step(axis, apart, -1, CALENDAR);
	enum cc_tick_unit unit = calendar_unit(step);
	struct finding found = {.axis = axis};
	switch (step.unit) {
	case CC_TICK_MONTH:
		find_ticks(&found, find_months, &unit, step.step,
		    unit == CC_TICK_YEAR ? 12 : 1);
		break;
	case CC_TICK_YEAR:
		find_ticks(&found, find_months, &unit, step.step * 12, 12);
		break;
	case CC_TICK_DAY:
		find_ticks(&found, find_days, NULL, step.step, 1);
		break;
	case CC_TICK_HOUR:
		find_ticks(&found, find_minutes, NULL, step.step * 60, 60);
		break;
	case CC_TICK_MINUTE:
		find_ticks(&found, find_minutes, NULL, step.step, 1);
		break;
	case CC_TICK_WEEK: /* of no calendar that we draw */
		break;
	}
	return ticks_kept(arena, &found, unit, step.step);
}
