/* What the values of a curve are held against: the ranges that the file tells
 * of the whole series, of a stretch of it, or of single values. */
#include "follow/follow.h"

#include <math.h>

static bool
has_own(const struct cc_reading *reading)
{
	const struct cc_value *value = reading->value;

	/* In another unit than the curve they would have to be converted. */
	return reading->shown == value &&
	       (value->low_written != NULL || value->high_written != NULL);
}

static bool
same_side(double a, double b)
{
	return a == b || (isnan(a) && isnan(b));
}

/* A range holds from its value until the next one that another laboratory, or
 * another age, gave; the first and the last to the ends of the course. */
static void
open_range(const struct cc_follow *follow, struct cc_range *range,
    const struct cc_reading *reading, bool first)
{
	const struct cc_case *course = follow->course;

	*range = (struct cc_range){.low = reading->value->low,
	    .high = reading->value->high,
	    .low_written = reading->value->low_written,
	    .high_written = reading->value->high_written,
	    .pos = reading->value->pos};
	range->when.span = reading->span;
	range->when.span.interval = true;
	if (first)
		range->when.span.earliest_start = course->first_dated;
	range->when.span.latest_end = course->last_dated;
}

/* Those of single values, behind what is there. */
static void
add_own(const struct cc_follow *follow, const struct cc_curve *curve,
    struct cc_range *all, size_t *count)
{
	struct cc_range *last = NULL;

	for (size_t i = 0; i < curve->count; i++) {
		const struct cc_reading *reading = &curve->reading[i];

		if (!has_own(reading) ||
		    (last != NULL &&
			same_side(last->low, reading->value->low) &&
			same_side(last->high, reading->value->high)))
			continue;
		if (last != NULL)
			last->when.span.latest_end =
			    reading->span.earliest_start;
		open_range(
		    follow, &all[*count], reading, last == NULL);
		last = &all[(*count)++];
	}
	/* One for all is no news of a day. */
	if (last != NULL && last->when.span.earliest_start.minute ==
				follow->course->first_dated.minute)
		last->when.span.dated = false;
}

static size_t
count_own(const struct cc_curve *curve)
{
	size_t count = 0;

	for (size_t i = 0; i < curve->count; i++)
		count += has_own(&curve->reading[i]);
	return count;
}

void
cc_curve_find_ranges(struct cc_arena *arena, const struct cc_follow *follow,
    struct cc_curve *curve)
{
	const struct cc_fact *fact = curve->fact;
	struct cc_range *all = cc_arena_new_array(
	    arena, struct cc_range, 1 + fact->range_count + count_own(curve));
	size_t count = 0;

	if (fact->low_written != NULL || fact->high_written != NULL)
		all[count++] = (struct cc_range){.low = fact->low,
		    .high = fact->high,
		    .low_written = fact->low_written,
		    .high_written = fact->high_written,
		    .pos = fact->pos};
	for (size_t i = 0; i < fact->range_count; i++)
		all[count++] = fact->ranges[i];
	add_own(follow, curve, all, &count);
	curve->range = all;
	curve->range_count = count;
}
