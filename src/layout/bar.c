/* How a bar says what is known of its time.
 *
 * A bar has four x (struct cc_reach): the earliest and the latest start, the
 * earliest and the latest end. Between the latest start and the earliest end
 * it certainly went on: that part has the full tone. What lies outside of it
 * may have been: it is pale. A day on an axis of years has both starts at one
 * x, and nothing is pale.
 *
 *     earliest_start   latest_start      earliest_end   latest_end
 *            :  maybe        |   certainly     |   maybe     :
 *            ................#################...............
 *
 * Three questions are answered apart, since any answer goes with any other:
 *
 * - How it begins and how it ends (enum cc_bar_start, cc_bar_end). This is not
 *   the same as how wide the pale part is: "in March" and "between 3 and 28
 *   March" are as wide, but the first is a date to the month, the second an
 *   author's bracket. What nobody stated gets no span at all: a bar that comes
 *   out of nothing, or goes into it, over a few units (STUB) that measure no
 *   time, or, where something limits it (the next line of therapy), a pale
 *   part up to that limit without an edge.
 * - What it is (enum cc_bar_look): done, planned, not done, or ordered without
 *   a date. Only what was done is filled.
 * - Whether it is a bar at all: an act of a single moment is one only where
 *   that moment is known as precisely as the course tells time; else its
 *   width would be read as its length, so it is a sign on a whisker (point).
 *
 * What the facts mean (which end was stated, which death ended it) is asked of
 * follow/extent.h; here it is turned into numbers, and bar-draw.c into ink. */
#include "layout/bar.h"

#include <math.h>

/* Of a bar whose start, or end, nobody stated [u]. */
#define STUB 4

/* As far as is known it did not begin later, nor end sooner, than this. */
static void
shape_start(const struct cc_figure *figure, const struct cc_extent *extent,
    struct cc_bar *bar)
{
	struct cc_reach *reach = &bar->reach;
	switch (extent->start) {
	case CC_START_STATED:
		bar->start = extent->span.start_form == CC_MOMENT_BETWEEN
		                 ? CC_BAR_FROM_FADE
		                 : CC_BAR_FROM_EDGE;
		return;
	case CC_START_BEFORE:
		bar->start = CC_BAR_FROM_POINT;
		reach->latest_start = reach->earliest_start;
		return;
	case CC_START_NOT_STATED:
		bar->start = CC_BAR_FROM_STUB;
		reach->latest_start =
		    fmin(reach->latest_start, reach->earliest_end);
		reach->earliest_start =
		    fmax(fmax(figure->plot.x, reach->earliest_start),
			reach->latest_start - STUB * figure->u);
		reach->from_left = false;
		return;
	}
}

/* "Month 0 at the latest", of a clock that counts, is not the month after 0. */
static void
limit_end(const struct cc_figure *figure, const struct cc_extent *extent,
    struct cc_reach *reach)
{
	int64_t exact = figure->follow->exact;
	if (extent->span.end_form != CC_MOMENT_UNTIL ||
	    exact <= CC_MINUTES_A_DAY)
		return;
	struct cc_instant last = {extent->span.latest_end.minute - exact};
	reach->latest_end =
	    fmax(cc_axis_x(&figure->axis, last), reach->earliest_start);
	reach->earliest_end = fmin(reach->earliest_end, reach->latest_end);
}

/* At the edge of a strip or a magnified stretch it is no last report. */
static bool
ends_beyond(const struct cc_figure *figure, const struct cc_extent *extent)
{
	const struct cc_axis *axis = &figure->axis;
	return extent->span.latest_start.minute < CC_STEP_BASE &&
	       axis->stretch[axis->stretches - 1].to.minute <
	           extent->span.earliest_end.minute;
}

static void
shape_end(const struct cc_figure *figure, const struct cc_extent *extent,
    struct cc_bar *bar)
{
	struct cc_reach *reach = &bar->reach;
	switch (extent->end) {
	case CC_END_STATED:
		limit_end(figure, extent, reach);
		bar->end = extent->span.end_form == CC_MOMENT_BETWEEN
		               ? CC_BAR_TO_FADE
		               : CC_BAR_TO_EDGE;
		return;
	case CC_END_DEATH:
		bar->end = CC_BAR_TO_EDGE;
		return;
	case CC_END_GOES_ON:
		bar->end = ends_beyond(figure, extent) ? CC_BAR_TO_EDGE
		                                       : CC_BAR_TO_ARROW;
		reach->earliest_end = reach->latest_end;
		return;
	case CC_END_NOT_STATED:
		bar->end = CC_BAR_TO_STUB;
		reach->earliest_end =
		    fmax(reach->latest_start, reach->earliest_end);
		reach->latest_end =
		    fmin(extent->ended_by ? reach->latest_end
					  : cc_box_right(figure->plot),
			fmax(reach->latest_start,
			    cc_axis_x(&figure->axis, extent->told)) +
			    STUB * figure->u);
		return;
	case CC_END_LIMIT:
		bar->end = CC_BAR_TO_OPEN;
		reach->earliest_end =
		    fmax(reach->latest_start, reach->earliest_end);
		return;
	}
}

/* A day's act is a bar of that day. */
static void
shape_moment(const struct cc_figure *figure, const struct cc_span *span,
    struct cc_bar *bar)
{
	struct cc_reach *reach = &bar->reach;
	bar->start = CC_BAR_FROM_EDGE;
	bar->end = CC_BAR_TO_EDGE;
	if (!cc_start_is_exact(span, figure->follow->exact)) {
		bar->point = true;
		return;
	}
	reach->earliest_start = reach->latest_start =
	    cc_axis_x(&figure->axis, span->earliest_start);
	reach->earliest_end = reach->latest_end =
	    cc_axis_x(&figure->axis, span->latest_end);
}

/* Ordered, not dated: somewhere in the box. */
static void
shape_between(const struct cc_figure *figure, const struct cc_fact *fact,
    struct cc_bar *bar)
{
	bar->reach = cc_fact_reach(figure, fact);
	bar->start = CC_BAR_FROM_EDGE;
	bar->end = bar->reach.to_right ? CC_BAR_TO_ARROW : CC_BAR_TO_EDGE;
	bar->reach.to_right = false;
	bar->reach.latest_start = bar->reach.earliest_start;
	bar->reach.earliest_end = bar->reach.latest_end;
	if (bar->look == CC_BAR_SOLID)
		bar->look = CC_BAR_UNDATED;
}

/* A day's treatment on an axis of years is still seen [u]. */
#define BAR_LEAST 0.2

static void
widen_bar(const struct cc_figure *figure, struct cc_bar *bar)
{
	struct cc_reach *r = &bar->reach;
	double least = BAR_LEAST * figure->u;
	if (r->latest_end - r->earliest_start >= least)
		return;
	r->latest_start = r->earliest_start;
	r->earliest_end = r->latest_end = r->earliest_start + least;
	bar->thin = true;
}

void
cc_bar_shape(const struct cc_figure *figure, const struct cc_fact *fact,
    const struct cc_span *part, struct cc_bar *bar)
{
	static const enum cc_bar_look looks[] = {
	    [CC_STATE_DONE] = CC_BAR_SOLID,
	    [CC_STATE_PLANNED] = CC_BAR_PLANNED,
	    [CC_STATE_NOT_DONE] = CC_BAR_NOT_DONE,
	};
	const struct cc_extent extent =
	    cc_extent_of(figure->follow, fact, part);
	bool between = !part && figure->follow->order.of[fact->index].kind ==
	                            CC_ORDERED_BETWEEN;
	bar->reach = cc_reach_of(figure, &extent.span);
	bar->look = looks[cc_fact_state(fact)];
	bar->point = bar->thin = false;
	if (between) {
		shape_between(figure, fact, bar);
	} else if (extent.span.interval) {
		shape_start(figure, &extent, bar);
		shape_end(figure, &extent, bar);
		bar->reach.to_right = false;
	} else {
		shape_moment(figure, &extent.span, bar);
	}
	if (!between)
		cc_reach_end(figure, fact, &bar->reach);
	if (!bar->point)
		widen_bar(figure, bar);
}

struct cc_box
cc_bar_certain(const struct cc_bar *bar)
{
	double left = bar->reach.latest_start;
	double right = bar->end == CC_BAR_TO_OPEN ? bar->reach.latest_end
	                                          : bar->reach.earliest_end;
	if (right < left)
		return (struct cc_box){
		    (left + right) / 2, bar->y, 0, bar->height};
	return (struct cc_box){left, bar->y, right - left, bar->height};
}

bool
cc_bar_fades(const struct cc_bar *bar)
{
	return bar->start == CC_BAR_FROM_FADE ||
	       bar->start == CC_BAR_FROM_STUB || bar->end == CC_BAR_TO_FADE ||
	       bar->end == CC_BAR_TO_STUB;
}
