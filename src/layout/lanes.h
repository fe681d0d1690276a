/* Interval packing: which lane each thing gets. Pure numbers. */
#ifndef CC_LAYOUT_LANES_H
#define CC_LAYOUT_LANES_H

#include "base/arena.h"

#include <stdbool.h>
#include <stddef.h>

/* Where the words of a bar or mark stand. */
enum cc_side {
	CC_SIDE_INSIDE,
	CC_SIDE_RIGHT,
	CC_SIDE_LEFT,
	CC_SIDE_NONE, /* no words */
};

struct cc_lane_item {
	double left, right; /* the mark itself [unit] */
	double inside;      /* room inside for words, 0: none [unit] */
	double words;       /* width of the words, gap included [unit] */
	/* result */
	size_t lane;
	enum cc_side side;
	double from, to; /* what it takes of its lane, words included */
};

struct cc_lanes {
	double least, most; /* columns that words may use [unit] */
	double gap;         /* between two neighbours [unit] */
};

/* Packs items, which come in the order of their starts, into the fewest lanes
 * that first fit finds; words inside, else right, else left, else a lane
 * down. Returns the number of lanes. */
size_t cc_lanes_pack(
    const struct cc_lanes *lanes, struct cc_lane_item *items, size_t count);

/* How many of the packed items lie side by side at most: no packing of them,
 * words where they are, has fewer lanes. */
size_t cc_lanes_depth(const struct cc_lanes *lanes,
    const struct cc_lane_item *items, size_t count);

/* Flags: words beside a stem, each on a height of its own. */
struct cc_flag_item {
	double stem;   /* [unit] */
	double words;  /* widest line, gap to the stem included [unit] */
	double height; /* [unit] */
	/* result */
	bool left;   /* words left of the stem */
	double base; /* of the words above the lane's floor [unit] */
};

/* Places flags, ordered by stem, so that no stem runs through words and no
 * words overlap; the earlier flag stands higher. Returns the height needed,
 * or -1 where it cannot be done with these widths. */
double cc_flags_place(double least, double most, double gap,
    struct cc_flag_item *items, size_t count);

/* One row of labels in fixed order: shifts with the least sum of squares
 * (pool adjacent violators after subtracting the cumulative widths). `at` are
 * the wanted centres and receive the placed ones. False where the widths do
 * not fit between least and most. */
bool cc_labels_row(struct cc_arena *arena, double least, double most,
    const double *width, double *at, size_t count);

#endif
