/* Labels side by side in one row. Pure numbers. */
#ifndef CC_PLACE_LABELS_H
#define CC_PLACE_LABELS_H

#include "base/arena.h"

/* One row of labels in fixed order: shifts with the least sum of squares
 * (pool adjacent violators after subtracting the cumulative widths). `at` are
 * the wanted centres and receive the placed ones. False where the widths do
 * not fit between least and most. */
bool cc_labels_row(struct cc_arena *arena, double least, double most,
    const double *width, double *at, size_t count);

#endif
