/* Which numbers of a clock's unit, or of another one, a stretch holds. */
#include "words/clock.h"

#include <math.h>
#include <stdlib.h>

#define HOURS_MOST 72

int64_t
cc_step_floor(int64_t minute, int64_t step)
{
	return (minute / step - (minute % step < 0)) * step;
}

static int64_t
ceiling_to(int64_t minute, int64_t step)
{
	return -cc_step_floor(-minute, step);
}

/* Hours are counted as long as anybody does. */
static enum cc_precision
elapsed_unit(enum cc_precision unit, int64_t from)
{
	int64_t hour = cc_precision_minutes(CC_PRECISION_HOUR);

	if (unit < CC_PRECISION_HOUR)
		return unit;
	return from >= HOURS_MOST * hour ? CC_PRECISION_DAY : CC_PRECISION_HOUR;
}

/* A day of an age in years and months: those have no whole days. */
static bool
is_mixed(int64_t from, int64_t to)
{
	int64_t month = cc_precision_minutes(CC_PRECISION_MONTH);

	return to - from == CC_MINUTES_A_DAY &&
	       (from - cc_step_floor(from, month)) % CC_MINUTES_A_DAY == 0;
}

/* In whole ones that hold the stretch: days, or of what is only about known
 * its own units. */
static struct cc_numbers
numbers_around(const struct cc_stretch *stretch, enum cc_precision unit,
    int64_t from, int64_t to)
{
	int64_t step;

	if (!stretch->approximate && unit < CC_PRECISION_DAY)
		unit = CC_PRECISION_DAY;
	step = cc_precision_minutes(unit);
	return (struct cc_numbers){.unit = unit,
	    .around = true,
	    .first = cc_step_floor(from, step),
	    .last =
		MAX(ceiling_to(to, step) - step, cc_step_floor(from, step))};
}

struct cc_numbers
cc_numbers_of(const struct cc_words_in *in, const struct cc_stretch *stretch)
{
	const enum cc_clock clock = in->course->clock;
	const enum cc_precision own = cc_clock_unit(clock);
	int64_t from = stretch->from, to = stretch->to;
	struct cc_numbers numbers = {.unit = stretch->precision};

	if (stretch->form == CC_MOMENT_FROM)
		to = from + cc_precision_minutes(stretch->precision);
	else if (stretch->form == CC_MOMENT_UNTIL)
		from = to - cc_precision_minutes(stretch->precision);
	if (numbers.unit == CC_PRECISION_NONE)
		numbers.unit =
		    own != CC_PRECISION_NONE ? own : CC_PRECISION_DAY;
	if (clock == CC_CLOCK_ELAPSED)
		numbers.unit = elapsed_unit(numbers.unit, from);
	numbers.unit = MIN(numbers.unit, CC_PRECISION_HOUR);
	if (clock == CC_CLOCK_ELAPSED)
		return numbers_around(&(struct cc_stretch){.approximate = true},
		    numbers.unit, from, to);
	if (!cc_unit_decimals((struct cc_instant){from},
		(struct cc_instant){to}, numbers.unit, &numbers.decimals) ||
	    (numbers.decimals > 0 && numbers.unit != own)) {
		if (clock != CC_CLOCK_AGE || !is_mixed(from, to))
			return numbers_around(stretch, numbers.unit, from, to);
		numbers.decimals = 0;
		numbers.mixed = true;
	}
	numbers.first = from;
	numbers.last =
	    to - llround(cc_unit_step(numbers.unit, numbers.decimals));
	numbers.last = MAX(numbers.last, numbers.first);
	return numbers;
}

/* A number of one unit, as it was typed. */
static struct cc_numbers
numbers_typed(const struct cc_words_in *in, const struct cc_time_point *point)
{
	const enum cc_clock clock = in->course->clock;
	double minute = 0;

	for (int i = CC_PRECISION_NONE; i <= CC_PRECISION_MINUTE; i++)
		minute += point->amount[i] * (double)cc_precision_minutes(
						 i == CC_PRECISION_NONE
						     ? cc_clock_unit(clock)
						     : (enum cc_precision)i);
	if (clock == CC_CLOCK_STUDY_DAY && !point->negative)
		minute -= CC_MINUTES_A_DAY;
	if (point->negative)
		minute = -minute;
	return (struct cc_numbers){
	    .unit = MIN(point->bare ? cc_clock_unit(clock) : point->precision,
		CC_PRECISION_HOUR),
	    .decimals = point->bare ? point->decimals : 0,
	    .first = llround(minute),
	    .last = llround(minute),
	    .mixed = clock == CC_CLOCK_AGE &&
	             point->precision == CC_PRECISION_DAY &&
	             point->amount[CC_PRECISION_MONTH] +
	                     point->amount[CC_PRECISION_YEAR] >
	                 0,
	};
}

bool
cc_numbers_bracket(const struct cc_words_in *in,
    const struct cc_stretch *stretch, struct cc_numbers *first,
    struct cc_numbers *last)
{
	const struct cc_moment *typed = stretch->bracket;
	double end;

	if (typed == NULL || in->course->clock == CC_CLOCK_ELAPSED)
		return false;
	*first = numbers_typed(in, &typed->a);
	*last = numbers_typed(in, &typed->b);
	end = (double)last->first + cc_unit_step(last->unit, last->decimals);
	return llabs(first->first - stretch->from) <= 1 &&
	       fabs(end - (double)stretch->to) <= 1;
}
