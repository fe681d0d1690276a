/* Words beside stems, each on a height of its own. Pure numbers. */
#ifndef CC_PLACE_STEMS_H
#define CC_PLACE_STEMS_H

#include <stdbool.h>
#include <stddef.h>

struct cc_stem_item {
	double stem;        /* [unit] */
	double words;       /* widest line, gap to the stem included [unit] */
	double height;      /* [unit] */
	bool kept;          /* the words keep to a side of their own: */
	double least, most; /* its ends [unit] */
	/* result */
	bool left;   /* words left of the stem */
	double base; /* of the words above the lane's floor [unit] */
};

/* More flags than this are not placed. */
#define CC_STEMS_MOST 64

/* Places flags, ordered by stem, so that no stem runs through words and no
 * words overlap; the earlier flag stands higher, unless less height is needed
 * otherwise. Returns the height needed, or -1 where it cannot be done with
 * these widths. */
double cc_stems_pack(double least, double most, double gap,
    struct cc_stem_item *items, size_t count);

#endif
