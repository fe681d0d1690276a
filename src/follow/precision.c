#include "follow/precision.h"

#include <glib.h>

/* So many moments in turn that are told as finely [minute]. */
struct run {
	int64_t width;
	size_t count;
};

static void
add_width(GArray *runs, int64_t width)
{
	struct run *last = runs->len > 0
	                       ? &g_array_index(runs, struct run, runs->len - 1)
	                       : NULL;

	if (last != NULL && last->width == width) {
		last->count++;
	} else {
		const struct run run = {width, 1};

		g_array_append_val(runs, run);
	}
}

/* By the unit that was typed, or the decimals, and no coarser where it hangs on
 * another one that is. */
static void
add_moment(GArray *runs, struct cc_instant earliest, struct cc_instant latest,
    enum cc_precision unit)
{
	const int64_t typed = cc_precision_minutes(unit);

	if (typed != 0 && earliest.minute != CC_INSTANT_NONE_BEFORE.minute &&
	    latest.minute != CC_INSTANT_NONE_AFTER.minute)
		add_width(runs, MIN(latest.minute - earliest.minute, typed));
}

static void
add_span(GArray *runs, const struct cc_span *span)
{
	if (!span->dated)
		return;
	add_moment(runs, span->earliest_start, span->latest_start,
	    span->start_precision);
	if (span->interval)
		add_moment(runs, span->earliest_end, span->latest_end,
		    span->end_precision);
}

static int
runs_compare(const void *left, const void *right)
{
	const struct run *a = left, *b = right;

	return (a->width > b->width) - (a->width < b->width);
}

static int64_t
median_width(GArray *runs, int64_t none)
{
	size_t count = 0, passed = 0;

	for (guint i = 0; i < runs->len; i++)
		count += g_array_index(runs, struct run, i).count;
	if (count == 0)
		return none;
	g_array_sort(runs, runs_compare);
	for (guint i = 0;; i++) {
		const struct run *run = &g_array_index(runs, struct run, i);

		passed += run->count;
		if (passed > (count - 1) / 2)
			return run->width;
	}
}

/* As finely as half of all moments are told: one time of day in a course of
 * years makes no day uncertain, and one age in years no other. */
static int64_t
usual_width(const struct cc_case *course, int64_t none)
{
	g_autoptr(GArray) runs = g_array_new(FALSE, FALSE, sizeof(struct run));

	for (size_t i = 0; i < course->fact_count; i++) {
		const struct cc_fact *fact = &course->facts[i];

		add_span(runs, &fact->when.span);
		for (size_t v = 0; v < fact->value_count; v++)
			add_span(runs, &fact->values[v].when.span);
	}
	return median_width(runs, none);
}

int64_t
cc_exact_follow(const struct cc_case *course)
{
	const enum cc_precision unit = cc_clock_unit(course->clock);
	const int64_t most = unit != CC_PRECISION_NONE
	                         ? cc_precision_minutes(unit)
	                         : CC_MINUTES_A_DAY;
	const int64_t usual = usual_width(course, most);

	return CLAMP(usual, cc_precision_minutes(CC_PRECISION_HOUR), most);
}

static unsigned
doubt_of(const struct cc_span *span)
{
	return (span->approximate ? CC_DOUBT_APPROXIMATE : 0) |
	       (span->uncertain ? CC_DOUBT_UNCERTAIN : 0);
}

static unsigned
doubt_of_doses(const struct cc_dose *doses, size_t count)
{
	unsigned doubt = 0;

	for (size_t i = 0; i < count; i++)
		doubt |= doubt_of(&doses[i].when.span);
	return doubt;
}

const unsigned char *
cc_doubts_follow(struct cc_arena *arena, const struct cc_case *course)
{
	unsigned char *doubts =
	    cc_arena_new_array(arena, unsigned char, course->fact_count);

	for (size_t i = 0; i < course->fact_count; i++) {
		const struct cc_fact *fact = &course->facts[i];
		unsigned doubt = doubt_of(&fact->when.span);

		for (size_t v = 0; v < fact->value_count; v++)
			doubt |= doubt_of(&fact->values[v].when.span);
		for (size_t g = 0; g < fact->grade_count; g++)
			doubt |= doubt_of(&fact->grades[g].when.span);
		doubt |= doubt_of_doses(fact->doses, fact->dose_count);
		for (size_t d = 0; d < fact->drug_count; d++)
			doubt |= doubt_of_doses(fact->drugs[d].doses,
			    fact->drugs[d].dose_count);
		doubts[i] = (unsigned char)doubt;
	}
	return doubts;
}

static void
take_open(struct cc_instant *first, const struct cc_span *span)
{
	if (span->dated &&
	    span->earliest_start.minute == CC_INSTANT_NONE_BEFORE.minute &&
	    span->latest_end.minute < first->minute)
		*first = span->latest_end;
}

struct cc_instant
cc_open_follow(const struct cc_case *course)
{
	struct cc_instant first = CC_INSTANT_NONE_AFTER;

	for (size_t i = 0; i < course->fact_count; i++) {
		const struct cc_fact *fact = &course->facts[i];

		take_open(&first, &fact->when.span);
		for (size_t v = 0; v < fact->value_count; v++)
			take_open(&first, &fact->values[v].when.span);
		for (size_t c = 0; c < fact->change_count; c++)
			take_open(&first, &fact->changes[c].when.span);
	}
	return first;
}

struct usual {
	struct cc_instant first, last;
	size_t count[CC_PRECISION_MINUTE + 1], dated;
};

static void
count_span(struct usual *usual, const struct cc_span *span)
{
	if (!span->dated || span->earliest_start.minute > usual->last.minute ||
	    span->latest_end.minute < usual->first.minute)
		return;
	if (span->start_precision != CC_PRECISION_NONE) {
		usual->count[span->start_precision]++;
		usual->dated++;
	}
	if (span->interval && span->end_precision != CC_PRECISION_NONE) {
		usual->count[span->end_precision]++;
		usual->dated++;
	}
}

enum cc_precision
cc_precision_usual(const struct cc_case *course, struct cc_instant first,
    struct cc_instant last)
{
	struct usual usual = {.first = first, .last = last};
	size_t coarser = 0;

	for (size_t i = 0; i < course->fact_count; i++) {
		const struct cc_fact *fact = &course->facts[i];

		count_span(&usual, &fact->when.span);
		if (fact->kind == CC_KIND_PANEL) /* has one time for all */
			continue;
		for (size_t v = 0; v < fact->value_count; v++)
			count_span(&usual, &fact->values[v].when.span);
	}
	for (enum cc_precision unit = CC_PRECISION_YEAR;
	     unit <= CC_PRECISION_MINUTE; unit++) {
		coarser += usual.count[unit];
		if (2 * coarser > usual.dated)
			return unit;
	}
	return CC_PRECISION_NONE;
}

static bool
is_exact(struct cc_instant earliest, struct cc_instant latest, int64_t exact)
{
	return earliest.minute != INT64_MIN && latest.minute != INT64_MAX &&
	       latest.minute - earliest.minute <= exact;
}

bool
cc_start_is_exact(const struct cc_span *span, int64_t exact)
{
	return is_exact(span->earliest_start, span->latest_start, exact);
}

bool
cc_end_is_exact(const struct cc_span *span, int64_t exact)
{
	return is_exact(span->earliest_end, span->latest_end, exact);
}
