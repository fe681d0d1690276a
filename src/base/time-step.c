/* Numbers that a clock counts: how finely one was typed. */
#include "base/time.h"

#include <math.h>

/* Finer steps than these nobody types, and too many instants would be a number
 * of them. [minute] */
#define STEP_LEAST 40
#define STEP_OF_DAY_LEAST 10

/* Instants are whole minutes, and so are steps. */
#define ROUNDED 1.5 /* [minute] */

double
cc_unit_step(enum cc_precision unit, int decimals)
{
	return (double)cc_precision_minutes(unit) / pow(10, decimals);
}

static bool
is_multiple(int64_t minute, double step)
{
	return fabs((double)minute - round((double)minute / step) * step) <
	       ROUNDED;
}

bool
cc_unit_decimals(struct cc_instant from, struct cc_instant to,
    enum cc_precision unit, int *decimals)
{
	const double least = unit >= CC_PRECISION_DAY ? STEP_OF_DAY_LEAST
	                                              : STEP_LEAST;

	for (*decimals = 0; cc_unit_step(unit, *decimals) >= least;
	     ++*decimals) {
		double step = cc_unit_step(unit, *decimals);

		if (is_multiple(from.minute, step) &&
		    is_multiple(to.minute, step))
			return true;
	}
	return false;
}
