/* Where what has a time stands on the axis, and how much of its doubt is seen.
 */
#include "layout/mark.h"

#include <math.h>

/* A doubt narrower than this is not seen as one [u]: a whisker reads as the
 * letter H. The pale end of a bar is seen sooner. */
#define WHISKER_LEAST 1.6
#define PALE_LEAST 0.6

/* Two instants between which something lies, as x. */
struct doubt {
	double *from, *to;
	struct cc_instant earliest, latest;
	enum cc_precision precision;
	double least; /* to be seen [u] */
};

/* Of months all are shown or none: February decides. */
static bool
is_seen(const struct cc_figure *figure, const struct doubt *doubt)
{
	double width = *doubt->to - *doubt->from;
	double days = (double)(doubt->latest.minute - doubt->earliest.minute) /
	              CC_MINUTES_A_DAY;
	if (doubt->precision == CC_PRECISION_MONTH && days <= 31)
		width *= 28 / days;
	return width >= doubt->least * figure->u;
}

/* What is known to lie between two instants is shown as that where it can be
 * seen, else in their middle. */
static void
settle_doubt(const struct cc_figure *figure, const struct doubt *doubt)
{
	if (doubt->earliest.minute == INT64_MIN ||
	    doubt->latest.minute == INT64_MAX || is_seen(figure, doubt))
		return;
	*doubt->from = *doubt->to = (*doubt->from + *doubt->to) / 2;
}

static void
settle_moment(const struct cc_figure *figure, const struct cc_span *span,
    struct cc_reach *reach)
{
	const struct doubt doubt = {&reach->earliest_start, &reach->latest_end,
	    span->earliest_start, span->latest_end, span->start_precision,
	    WHISKER_LEAST};
	if (cc_start_is_exact(span, figure->follow->exact))
		reach->earliest_start = reach->latest_end = reach->middle;
	else
		settle_doubt(figure, &doubt);
	reach->latest_start = reach->latest_end;
	reach->earliest_end = reach->earliest_start;
}

/* Whole days: from the first minute of the one to the last of the other. */
static void
settle_interval(const struct cc_figure *figure, const struct cc_span *span,
    struct cc_reach *reach)
{
	int64_t exact = figure->follow->exact;
	const struct doubt start = {&reach->earliest_start,
	    &reach->latest_start, span->earliest_start, span->latest_start,
	    span->start_precision, PALE_LEAST};
	const struct doubt end = {&reach->earliest_end, &reach->latest_end,
	    span->earliest_end, span->latest_end, span->end_precision,
	    PALE_LEAST};
	if (cc_start_is_exact(span, exact))
		reach->latest_start = reach->earliest_start;
	else
		settle_doubt(figure, &start);
	if (cc_end_is_exact(span, exact))
		reach->earliest_end = reach->latest_end;
	else
		settle_doubt(figure, &end);
}

double
cc_middle_of(const struct cc_figure *figure, const struct cc_span *span)
{
	const struct cc_axis *axis = &figure->axis;
	return (cc_axis_x(axis, span->earliest_start) +
		   cc_axis_x(axis, span->latest_end)) /
	       2;
}

/* Of a moment two of the four instants are the other two. */
static double
x_unless(const struct cc_axis *axis, struct cc_instant instant,
    struct cc_instant known, double x)
{
	return instant.minute == known.minute ? x : cc_axis_x(axis, instant);
}

struct cc_reach
cc_reach_of(const struct cc_figure *figure, const struct cc_span *span)
{
	const struct cc_axis *axis = &figure->axis;
	double first = cc_axis_x(axis, span->earliest_start);
	double last = cc_axis_x(axis, span->latest_end);
	struct cc_reach reach = {
	    .earliest_start = first,
	    .latest_start =
		x_unless(axis, span->latest_start, span->latest_end, last),
	    .earliest_end =
		x_unless(axis, span->earliest_end, span->earliest_start, first),
	    .latest_end = last,
	    .from_left =
		span->earliest_start.minute == CC_INSTANT_NONE_BEFORE.minute,
	    .to_right = span->latest_end.minute == CC_INSTANT_NONE_AFTER.minute,
	};
	reach.middle = (reach.earliest_start + reach.latest_end) / 2;
	if (span->interval)
		settle_interval(figure, span, &reach);
	else
		settle_moment(figure, span, &reach);
	return reach;
}

/* By its stated end; without one, by its start. */
static bool
is_certain_after(const struct cc_span *span, const struct cc_span *death)
{
	const bool open = span->interval &&
	                  (span->end_form == CC_MOMENT_OPEN ||
			      span->end_form == CC_MOMENT_EMPTY);
	const struct cc_instant known =
	    open ? span->earliest_start : span->earliest_end;
	return known.minute >= death->latest_end.minute;
}

void
cc_reach_end(const struct cc_figure *figure, const struct cc_fact *fact,
    struct cc_reach *reach)
{
	const struct cc_patient_course *patient =
	    &figure->follow->patients[fact->patient];
	if (!cc_death_is_dated(patient) || cc_fact_outlives(fact) ||
	    !cc_start_is_exact(
		&patient->death->when.span, figure->follow->exact))
		return;
	const struct cc_span *death = &patient->death->when.span;
	double over = fmax(cc_middle_of(figure, death), reach->earliest_start);
	/* What the file has after the death is seen to be so. */
	if (is_certain_after(cc_follow_span(figure->follow, fact), death) ||
	    reach->latest_end <= over)
		return;
	reach->latest_end = over;
	reach->earliest_end = fmin(reach->earliest_end, over);
	reach->latest_start = fmin(reach->latest_start, over);
	reach->middle = fmin(reach->middle, over);
	reach->to_right = false;
}

/* What nothing dated comes after may have been on any later day [u]. */
#define OPEN_REACH 4

struct cc_reach
cc_fact_reach(const struct cc_figure *figure, const struct cc_fact *fact)
{
	struct cc_reach reach =
	    cc_ordered_reach(figure, &figure->follow->order.of[fact->index]);
	cc_reach_end(figure, fact, &reach);
	return reach;
}

struct cc_reach
cc_ordered_reach(
    const struct cc_figure *figure, const struct cc_ordered *ordered)
{
	struct cc_reach reach = cc_reach_of(figure, &ordered->span);
	if (ordered->kind != CC_ORDERED_BETWEEN)
		return reach;
	double left = cc_axis_x(&figure->axis, ordered->span.earliest_start);
	double right = cc_axis_x(&figure->axis, ordered->span.latest_end);
	double share = ordered->share, slot = OPEN_REACH * figure->u;
	size_t depths = MAX(ordered->depths, 1);
	/* Where the whole time is short, it is the whole time. */
	if (!ordered->closed && slot * (double)depths <= right - left) {
		/* A chain queues: each behind what it comes after. */
		left += slot * (double)ordered->depth;
		reach.to_right = right - left > slot;
		right = left + slot;
		if (depths > 1)
			share = 0.5;
	}
	reach.earliest_start = reach.earliest_end = left;
	reach.latest_start = reach.latest_end = right;
	reach.middle = left + share * (right - left);
	return reach;
}

void
cc_fact_sides(const struct cc_figure *figure, const struct cc_fact *fact,
    double *least, double *most)
{
	bool step =
	    figure->follow->order.of[fact->index].kind == CC_ORDERED_STEP;
	*least = step ? figure->axis.steps.left : figure->plot.x;
	*most = step ? figure->axis.steps.right : cc_box_right(figure->plot);
}
