/* The time axis: domain, scale, ticks. Pure numbers. */
#ifndef CC_LAYOUT_AXIS_H
#define CC_LAYOUT_AXIS_H

#include "base/arena.h"
#include "base/time.h"

#include <stdbool.h>
#include <stddef.h>

/* A stretch of time that is drawn; between two stretches time is cut. */
struct cc_stretch {
	struct cc_instant from, to;
	double left, right; /* [unit] */
};

enum cc_tick_unit {
	CC_TICK_MINUTE,
	CC_TICK_HOUR,
	CC_TICK_DAY,
	CC_TICK_WEEK,
	CC_TICK_MONTH,
	CC_TICK_YEAR,
};

/* Two cuts at most: more, and nobody sees how long the course was. */
#define CC_AXIS_STRETCHES 3

/* Behind the time, in equal columns, what has an order and no date
 * (follow/order.h). */
struct cc_axis_steps {
	size_t count;
	int64_t step; /* [minutes] */
	double left, right; /* [unit] */
};

struct cc_axis {
	enum cc_clock clock;
	struct cc_axis_steps steps;
	bool absent; /* nothing has a date: there is no time to be told */
	enum cc_tick_unit finest; /* no tick counts a finer unit */
	struct cc_stretch stretch[CC_AXIS_STRETCHES];
	size_t stretches; /* at least 1 */
};

/* x of an instant; those in a cut stand at its middle, those outside at the
 * nearer end of the axis. */
double cc_axis_x(const struct cc_axis *axis, struct cc_instant instant);

/* True where time is cut between two places [unit]. */
bool cc_axis_is_cut(const struct cc_axis *axis, double left, double right);

/* Where the stretch of x ends on both sides, at the middle of a cut; beyond
 * any page where there is none. */
void cc_axis_side(
    const struct cc_axis *axis, double x, double *left, double *right);

/* The part of [*left, *right] that stretch `i` draws; false where there is
 * none. */
bool cc_axis_piece(
    const struct cc_axis *axis, size_t i, double *left, double *right);

struct cc_tick {
	struct cc_instant at;
	double x;
	int number; /* of units from zero; calendar: year, month, day, hour */
	bool major; /* a January, a year */
};

struct cc_ticks {
	struct cc_tick *tick;
	size_t count;
	enum cc_tick_unit unit;
	int step; /* units between two ticks */
};

/* Ticks counted from `zero`, at least `apart` from each other [unit]. `unit`
 * asks for one, or -1 chooses it by the length of the whole course. Every
 * stretch that holds a whole unit has a tick. */
struct cc_ticks cc_axis_relative(struct cc_arena *arena,
    const struct cc_axis *axis, struct cc_instant zero, int unit, double apart);

/* The unit that they count. */
enum cc_tick_unit cc_axis_unit(
    const struct cc_axis *axis, int unit, double apart);

/* The unit of calendar ticks. */
enum cc_tick_unit cc_axis_calendar_unit(
    const struct cc_axis *axis, double apart);

/* Minutes of a unit, of months and years on the average. */
int64_t cc_tick_minutes(enum cc_tick_unit unit);

/* Calendar ticks: first of months, quarters, years, days, hours. Days are
 * counted from the first of each month. */
struct cc_ticks cc_axis_calendar(
    struct cc_arena *arena, const struct cc_axis *axis, double apart);

#endif
