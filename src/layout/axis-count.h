/* What the axis counts; for its rows. */
#ifndef CC_LAYOUT_AXIS_COUNT_H
#define CC_LAYOUT_AXIS_COUNT_H

#include "layout/parts.h"

/* From a zero of dates, or by a clock that counts. */
struct cc_ticks cc_axis_counted(const struct cc_figure *figure);

/* What such a tick says: there is no study day 0. */
const char *cc_axis_number(
    const struct cc_figure *figure, enum cc_tick_unit unit, int number);

/* "Months from diagnosis"; "Month" where that would take a fifth of a narrow
 * page. */
const char *cc_axis_counted_name(
    struct cc_figure *figure, enum cc_tick_unit unit);

/* Of the row below: "Date", or what the case's clock counts. */
const char *cc_axis_clock_name(struct cc_figure *figure);

#endif
