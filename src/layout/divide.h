/* Lines that part time, from the axis down through all rows: cuts, and the days
 * of what is shown in all rows. Words keep to their side of them where they
 * can: across one they would be read as of both times. */
#ifndef CC_LAYOUT_DIVIDE_H
#define CC_LAYOUT_DIVIDE_H

#include "layout/reach.h"
#include "place/lanes.h"

struct cc_divides {
	double *x; /* in no order [unit] */
	size_t count;
};

/* As the axis is now. */
struct cc_divides cc_divides_find(const struct cc_figure *figure);

/* Between which of them a thing stands that reaches from left to right; beyond
 * any page where there is none. */
void cc_divides_side(const struct cc_divides *divides, double left,
    double right, double *least, double *most);

/* The columns of the plot, with those lines; `tight` where a lane is dearer
 * than words across one. */
struct cc_lanes cc_lanes_of(
    const struct cc_figure *figure, double gap, bool tight);

/* A progression or relapse that is shown; that, or the death: what is shown in
 * all rows. */
bool cc_is_turn_back(
    const struct cc_figure *figure, const struct cc_fact *fact);
bool cc_runs_down(const struct cc_figure *figure, const struct cc_fact *fact);

/* True where the day of such a fact is known as well as can be seen: a line
 * runs down on it; else a band over the time in which it was. */
bool cc_has_line(const struct cc_figure *figure, const struct cc_reach *reach);

/* Of the cut behind the i-th stretch [unit]. */
double cc_cut_middle(const struct cc_axis *axis, size_t i);

#endif
