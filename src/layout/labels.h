/* Placing labels: words beside stems, labels in one row. Pure numbers. */
#ifndef CC_LAYOUT_LABELS_H
#define CC_LAYOUT_LABELS_H

#include "base/arena.h"

#include <stdbool.h>
#include <stddef.h>

/* Flags: words beside a stem, each on a height of its own. */
struct cc_flag_item {
	double stem;   /* [unit] */
	double words;  /* widest line, gap to the stem included [unit] */
	double height; /* [unit] */
	bool kept;          /* the words keep to a side of their own: */
	double least, most; /* its ends [unit] */
	/* result */
	bool left;   /* words left of the stem */
	double base; /* of the words above the lane's floor [unit] */
};

/* More flags than this are not placed. */
#define CC_FLAGS_MOST 64

/* Places flags, ordered by stem, so that no stem runs through words and no
 * words overlap; the earlier flag stands higher, unless less height is needed
 * otherwise. Returns the height needed, or -1 where it cannot be done with
 * these widths. */
double cc_flags_place(double least, double most, double gap,
    struct cc_flag_item *items, size_t count);

/* One row of labels in fixed order: shifts with the least sum of squares
 * (pool adjacent violators after subtracting the cumulative widths). `at` are
 * the wanted centres and receive the placed ones. False where the widths do
 * not fit between least and most. */
bool cc_labels_row(struct cc_arena *arena, double least, double most,
    const double *width, double *at, size_t count);

#endif
