#include "layout/axis.h"

#include "follow/order.h"

#include <glib.h>
#include <math.h>

/* Steps in the order of length; a tick unit's steps divide what is above. */
static const struct cc_step {
	enum cc_tick_unit unit;
	int step;
	double minutes;
} steps[] = {
    {CC_TICK_MINUTE, 15, 15},
    {CC_TICK_MINUTE, 30, 30},
    {CC_TICK_HOUR, 1, 60},
    {CC_TICK_HOUR, 3, 180},
    {CC_TICK_HOUR, 6, 360},
    {CC_TICK_HOUR, 12, 720},
    {CC_TICK_DAY, 1, 1440},
    {CC_TICK_DAY, 2, 2880},
    {CC_TICK_DAY, 5, 7200},
    {CC_TICK_WEEK, 1, 10080},
    {CC_TICK_WEEK, 2, 20160},
    {CC_TICK_WEEK, 4, 40320},
    {CC_TICK_DAY, 10, 14400},
    {CC_TICK_DAY, 20, 28800},
    {CC_TICK_DAY, 50, 72000},
    {CC_TICK_DAY, 100, 144000},
    {CC_TICK_MONTH, 1, 43830},
    {CC_TICK_MONTH, 3, 131490},
    {CC_TICK_MONTH, 6, 262980},
    {CC_TICK_MONTH, 12, 525960},
    {CC_TICK_YEAR, 1, 525960},
    {CC_TICK_YEAR, 2, 1051920},
    {CC_TICK_YEAR, 5, 2629800},
    {CC_TICK_YEAR, 10, 5259600},
    {CC_TICK_YEAR, 20, 10519200},
    {CC_TICK_YEAR, 50, 26298000},
    {CC_TICK_YEAR, 100, 52596000},
    {CC_TICK_YEAR, 500, 262980000},
    {CC_TICK_YEAR, 1000, 525960000},
};

/* Longer ones, where the unit was chosen and not the length. */
static const struct cc_step long_steps[] = {
    {CC_TICK_MINUTE, 60, 60},
    {CC_TICK_MINUTE, 120, 120},
    {CC_TICK_MINUTE, 240, 240},
    {CC_TICK_MINUTE, 720, 720},
    {CC_TICK_MINUTE, 1440, 1440},
    {CC_TICK_HOUR, 24, 1440},
    {CC_TICK_HOUR, 48, 2880},
    {CC_TICK_HOUR, 120, 7200},
    {CC_TICK_HOUR, 240, 14400},
    {CC_TICK_HOUR, 480, 28800},
    {CC_TICK_HOUR, 1200, 72000},
    {CC_TICK_HOUR, 2400, 144000},
    {CC_TICK_DAY, 200, 288000},
    {CC_TICK_DAY, 500, 720000},
    {CC_TICK_DAY, 1000, 1440000},
    {CC_TICK_DAY, 2000, 2880000},
    {CC_TICK_DAY, 5000, 7200000},
    {CC_TICK_WEEK, 8, 80640},
    {CC_TICK_WEEK, 12, 120960},
    {CC_TICK_WEEK, 26, 262080},
    {CC_TICK_WEEK, 52, 524160},
    {CC_TICK_WEEK, 104, 1048320},
    {CC_TICK_WEEK, 260, 2620800},
    {CC_TICK_WEEK, 520, 5241600},
    {CC_TICK_MONTH, 24, 1051920},
    {CC_TICK_MONTH, 60, 2629800},
    {CC_TICK_MONTH, 120, 5259600},
    {CC_TICK_MONTH, 240, 10519200},
    {CC_TICK_MONTH, 600, 26298000},
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

static bool
axis_in(const struct cc_axis *axis, struct cc_instant at)
{
	for (size_t i = 0; i < axis->stretches; i++)
		if (at.minute >= axis->stretch[i].from.minute &&
		    at.minute <= axis->stretch[i].to.minute)
			return true;
	return false;
}

/* `longest` is the longest of the unit's usual steps. */
static const struct cc_step *
longer_step(const struct cc_step *longest, double scale, double apart)
{
	for (size_t i = 0; i < G_N_ELEMENTS(long_steps); i++) {
		const struct cc_step *s = &long_steps[i];
		if (s->unit != longest->unit)
			continue;
		longest = s;
		if (s->minutes * scale >= apart)
			break;
	}
	return longest;
}

static const struct cc_step *
choose_step(const struct cc_axis *axis, double apart, int unit, bool relative,
    enum cc_clock clock)
{
	double scale = axis_scale(axis);
	const struct cc_step *last = NULL;
	bool dates = clock == CC_CLOCK_DATE;
	double span = (double)(axis->stretch[axis->stretches - 1].to.minute -
			       axis->stretch[0].from.minute);
	if (unit >= 0 && unit < (int)axis->finest)
		unit = (int)axis->finest;
	for (size_t i = 0; i < G_N_ELEMENTS(steps); i++) {
		const struct cc_step *s = &steps[i];
		if (s->unit < axis->finest)
			continue;
		if (unit >= 0) {
			if ((int)s->unit != unit)
				continue;
			last = s;
			if (s->minutes * scale >= apart)
				return s;
			continue;
		}
		if (s->unit == CC_TICK_WEEK && !relative)
			continue;
		/* Days beyond ten weeks and months beyond four years are
		 * numbers that nobody can picture. */
		if (relative && s->unit == CC_TICK_DAY && s->step >= 10 &&
		    (dates || span > 200 * CC_MINUTES_A_DAY))
			continue;
		if (!relative && s->unit == CC_TICK_DAY && s->step > 5)
			continue;
		if (relative && s->unit == CC_TICK_WEEK && dates &&
		    s->step == 4)
			continue;
		if (relative && s->unit == CC_TICK_MONTH && s->step == 12 &&
		    span > 5.0 * 525960)
			continue;
		last = s;
		if (s->minutes * scale >= apart)
			return s;
	}
	if (unit >= 0 && last)
		return longer_step(last, scale, apart);
	return last ? last : &steps[G_N_ELEMENTS(steps) - 1];
}

static struct cc_instant
unit_from(struct cc_instant zero, enum cc_tick_unit unit, enum cc_clock clock,
    int64_t n)
{
	static const int64_t minutes[] = {
	    [CC_TICK_MINUTE] = 1,
	    [CC_TICK_HOUR] = 60,
	    [CC_TICK_DAY] = 1440,
	    [CC_TICK_WEEK] = 10080,
	    [CC_TICK_MONTH] = 43830,
	    [CC_TICK_YEAR] = 525960,
	};
	if (clock == CC_CLOCK_DATE && unit == CC_TICK_MONTH)
		return cc_instant_add_months(zero, (int)n);
	if (clock == CC_CLOCK_DATE && unit == CC_TICK_YEAR)
		return cc_instant_add_months(zero, (int)n * 12);
	return (struct cc_instant){zero.minute + n * minutes[unit]};
}

/* How many steps of so many minutes lie safely within the cut that holds this
 * moment; 0 where none does. A cut may be of centuries, a step of minutes. */
static int64_t
steps_cut(const struct cc_axis *axis, struct cc_instant at, double minutes)
{
	for (size_t i = 1; i < axis->stretches; i++)
		if (at.minute > axis->stretch[i - 1].to.minute &&
		    at.minute < axis->stretch[i].from.minute)
			return (int64_t)((double)(axis->stretch[i].from.minute -
						  at.minute) /
					 minutes);
	return 0;
}

static void
add_tick(const struct cc_axis *axis, struct cc_ticks *ticks, size_t room,
    struct cc_tick tick)
{
	if (!axis_in(axis, tick.at) || ticks->count == room)
		return;
	tick.x = cc_axis_x(axis, tick.at);
	ticks->tick[ticks->count++] = tick;
}

static struct cc_ticks
ticks_kept(struct cc_arena *arena, struct cc_ticks ticks)
{
	ticks.tick = cc_arena_memdup(
	    arena, ticks.tick, ticks.count * sizeof(struct cc_tick));
	return ticks;
}

enum cc_tick_unit
cc_axis_unit(const struct cc_axis *axis, int unit, double apart)
{
	return choose_step(axis, apart, unit, true, axis->clock)->unit;
}

struct cc_ticks
cc_axis_relative(struct cc_arena *arena, const struct cc_axis *axis,
    struct cc_instant zero, int unit, double apart)
{
	const struct cc_step *step =
	    choose_step(axis, apart, unit, true, axis->clock);
	struct cc_tick room[TICKS_MAX];
	struct cc_ticks ticks = {
	    .tick = room, .unit = step->unit, .step = step->step};

	int64_t first = axis->stretch[0].from.minute;
	int64_t last = axis->stretch[axis->stretches - 1].to.minute;
	int64_t n =
	    (int64_t)floor((double)(first - zero.minute) / step->minutes - 1) *
	    step->step;
	for (; ticks.count < TICKS_MAX; n += step->step) {
		struct cc_instant at =
		    unit_from(zero, step->unit, axis->clock, n);
		if (at.minute > last)
			break;
		add_tick(axis, &ticks, TICKS_MAX,
		    (struct cc_tick){
			.at = at, .number = (int)n, .major = n == 0});
		n += MAX(steps_cut(axis, at, step->minutes) - 1, 0) *
		     step->step;
	}
	return ticks_kept(arena, ticks);
}

static void
calendar_months(const struct cc_axis *axis, struct cc_ticks *ticks, int step)
{
	struct cc_date from = cc_instant_date(axis->stretch[0].from);
	int64_t last = axis->stretch[axis->stretches - 1].to.minute;
	int64_t m = (int64_t)from.year * 12 + (from.month - 1) / step * step;
	for (;; m += step) {
		int year = (int)(m / 12), month = (int)(m % 12) + 1;
		if (step > 12 && year % (step / 12) != 0) {
			m += 12 - step;
			continue;
		}
		struct cc_instant at = cc_instant_from_date(year, month, 1);
		if (at.minute > last || ticks->count == TICKS_MAX)
			return;
		add_tick(axis, ticks, TICKS_MAX,
		    (struct cc_tick){.at = at,
			.number = step >= 12 ? year : month,
			.major = month == 1});
	}
}

static void
calendar_minutes(
    const struct cc_axis *axis, struct cc_ticks *ticks, int64_t step)
{
	int64_t last = axis->stretch[axis->stretches - 1].to.minute;
	int64_t at = axis->stretch[0].from.minute, cut;
	at -= ((at % step) + step) % step;
	for (; at <= last && ticks->count < TICKS_MAX; at += step) {
		struct cc_date date = cc_instant_date((struct cc_instant){at});
		add_tick(axis, ticks, TICKS_MAX,
		    (struct cc_tick){.at = {at},
			.number = step >= CC_MINUTES_A_DAY
		                      ? date.day
		                      : (int)(((at % CC_MINUTES_A_DAY) +
						  CC_MINUTES_A_DAY) %
					      CC_MINUTES_A_DAY / 60),
			.major = date.day == 1});
		cut = steps_cut(axis, (struct cc_instant){at}, (double)step);
		at += MAX(cut - 1, 0) * step;
	}
}

/* Twelve months are a year. */
static enum cc_tick_unit
calendar_unit(const struct cc_step *step)
{
	bool year = step->unit == CC_TICK_MONTH && step->step == 12;
	return year ? CC_TICK_YEAR : step->unit;
}

enum cc_tick_unit
cc_axis_calendar_unit(const struct cc_axis *axis, double apart)
{
	return calendar_unit(choose_step(axis, apart, -1, false, axis->clock));
}

struct cc_ticks
cc_axis_calendar(
    struct cc_arena *arena, const struct cc_axis *axis, double apart)
{
	const struct cc_step *step =
	    choose_step(axis, apart, -1, false, axis->clock);
	struct cc_tick room[TICKS_MAX];
	struct cc_ticks ticks = {
	    .tick = room, .unit = calendar_unit(step), .step = step->step};
	switch (step->unit) {
	case CC_TICK_MONTH:
		calendar_months(axis, &ticks, step->step);
		break;
	case CC_TICK_YEAR:
		calendar_months(axis, &ticks, step->step * 12);
		break;
	case CC_TICK_MINUTE:
	case CC_TICK_HOUR:
	case CC_TICK_DAY:
	case CC_TICK_WEEK:
		calendar_minutes(axis, &ticks, (int64_t)step->minutes);
		break;
	}
	return ticks_kept(arena, ticks);
}
