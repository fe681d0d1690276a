/* Lengths written beside a start. */
#include "base/time.h"

#include <glib.h>
#include <string.h>

/* "4d" as its count and unit. */
static int64_t
period_read(const char *period, enum cc_precision *unit)
{
	static const char letters[] = "hdwmy";
	static const enum cc_precision units[] = {CC_PRECISION_HOUR,
	    CC_PRECISION_DAY, CC_PRECISION_WEEK, CC_PRECISION_MONTH,
	    CC_PRECISION_YEAR};
	char *end;
	gint64 count = g_ascii_strtoll(period, &end, 10);
	const char *at = *end != '\0' ? strchr(letters, *end) : NULL;

	*unit = at != NULL ? units[at - letters] : CC_PRECISION_NONE;
	return count;
}

void
cc_span_last(struct cc_span *span, const char *period, enum cc_clock clock)
{
	enum cc_precision unit;
	const int64_t count = period_read(period, &unit);
	const int64_t width =
	    span->latest_start.minute - span->earliest_start.minute;
	/* From the 5th for four days is to the 8th. */
	const bool days = unit != CC_PRECISION_HOUR &&
	                  span->start_precision <= CC_PRECISION_DAY;
	const int64_t less = days ? CC_MINUTES_A_DAY : 0;

	span->interval = true;
	span->lasted = period;
	if (!span->dated)
		return;
	/* A day tells its end by its own; of hours it does not. */
	if (span->start_form == CC_MOMENT_POINT &&
	    width <= (days ? CC_MINUTES_A_DAY : 1))
		span->lasted = NULL;
	span->earliest_end = cc_instant_add(
	    cc_instant_add_units(span->earliest_start, count, unit, clock),
	    -less);
	span->latest_end = cc_instant_add(
	    cc_instant_add_units(span->latest_start, count, unit, clock),
	    -less);
	span->end_form = CC_MOMENT_POINT;
	span->end_precision = span->start_precision;
	span->end_approximate = span->start_approximate;
	span->end_uncertain = span->start_uncertain;
	span->end_counted = NULL;
}
