/* Numbers that a clock counts: how finely one was typed. */
#include "base/time.h"

#include <math.h>

/* A finer step than this is none that anybody typed: every instant would be a
 * number of them. */
#define STEP_LEAST 10 /* [minute] */

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
	for (*decimals = 0; cc_unit_step(unit, *decimals) >= STEP_LEAST;
	     ++*decimals) {
		double step = cc_unit_step(unit, *decimals);

		if (is_multiple(from.minute, step) &&
		    is_multiple(to.minute, step))
			return true;
	}
	return false;
}
