/* Where times are on the axis, inside the plot. */
#ifndef CC_LAYOUT_REACH_H
#define CC_LAYOUT_REACH_H

#include "layout/figure.h"

/* The four instants as x [unit]. What is exact (follow/precision.h) has no
 * width: a moment stands in the middle of its day, an interval fills its first
 * and last day; nor has what is known less well but too narrow to be seen. */
struct cc_reach {
	double earliest_start, latest_start, earliest_end, latest_end;
	double middle;            /* of a moment */
	bool from_left, to_right; /* no bound on that side */
};
struct cc_reach cc_reach_of(
    const struct cc_figure *figure, const struct cc_span *span);
/* Of a fact, as far as its order tells where it has no date: then what comes
 * after it limits it, or nothing does, which is an arrow. */
struct cc_reach cc_fact_reach(
    const struct cc_figure *figure, const struct cc_fact *fact);
struct cc_reach cc_ordered_reach(
    const struct cc_figure *figure, const struct cc_ordered *ordered);
/* What goes on to the day of the patient's death goes on to its line, which
 * stands in the middle of that day: behind it is nothing of the living. */
void cc_reach_end(const struct cc_figure *figure, const struct cc_fact *fact,
    struct cc_reach *reach);
/* Between which columns the words of a fact stand: the plot's, or those of the
 * steps behind it. */
void cc_fact_sides(const struct cc_figure *figure, const struct cc_fact *fact,
    double *least, double *most);
/* Its middle alone. */
double cc_middle_of(const struct cc_figure *figure, const struct cc_span *span);

#endif
