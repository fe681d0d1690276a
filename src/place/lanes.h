/* Interval packing: which lane each thing gets. Pure numbers. */
#ifndef CC_PLACE_LANES_H
#define CC_PLACE_LANES_H

#include <stdbool.h>
#include <stddef.h>

/* Where the words of a bar or mark stand. */
enum cc_side {
	CC_SIDE_INSIDE,
	CC_SIDE_RIGHT,
	CC_SIDE_LEFT,
	CC_SIDE_UNDER, /* in the lane below */
	CC_SIDE_NONE,  /* no words */
};

struct cc_lane_item {
	double left, right; /* the mark itself [unit] */
	double inside;      /* room inside for words, 0: none [unit] */
	double words;       /* width of the words, gap included [unit] */
	/* The same on two lines, which beside the mark they may take instead;
	 * 0: they are on one [unit]. */
	double folded;
	/* The same of one line in the lane below, which the caller has found a
	 * place for; 0: they stand beside it [unit]. */
	double under, under_x;
	double least, most; /* columns of its own words; both 0: of all */
	/* From there on words would be read as of something later; 0: nowhere
	 * [unit]. */
	double over;
	/* result */
	size_t lane;
	enum cc_side side;
	bool two_lines;
	double from, to; /* what it takes of its lane, words included */
};

struct cc_lanes {
	double least, most; /* columns that words may use [unit] */
	double gap;         /* between two neighbours [unit] */
	/* A lane is one line high: a second line of words takes the lane
	 * below; else it is two. */
	bool low;
	/* Lines down through all lanes that words had better not cross, how
	 * near they may come to one [unit], and what crossing it costs, in
	 * lanes that they may go down instead. */
	const double *lines;
	size_t line_count;
	double air, crossing;
	double later; /* what words cost beyond that where they are read so */
};

/* Packs items, which come in the order of their starts, into lanes by first
 * fit, which takes the fewest where no words stand on the left: words inside,
 * right or left, on one line or two, in the lane where all of that costs least.
 * O(n log n) for few lines. Returns the number of lanes. */
size_t cc_lanes_pack(
    const struct cc_lanes *lanes, struct cc_lane_item *items, size_t count);

/* How many of the packed items lie side by side at most: no packing of them,
 * words where they are, has fewer lanes. */
size_t cc_lanes_depth(const struct cc_lanes *lanes,
    const struct cc_lane_item *items, size_t count);

#endif
