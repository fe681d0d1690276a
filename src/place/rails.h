/* Lines along the axes of a page, which part for the words in their way. Pure
 * numbers. */
#ifndef CC_PLACE_RAILS_H
#define CC_PLACE_RAILS_H

#include "place/clear.h"

/* Of a line, along it [unit]. */
struct cc_gap {
	double from, to;
	struct cc_gap *next;
};

struct cc_rail {
	bool vertical;
	double at;       /* across it [unit] */
	double from, to; /* along it [unit] */
	/* Result: in the order of where they begin; they may overlap. */
	struct cc_gap *gaps;
};

/* Finds the gaps of all of them for the words that are nearer than `air`; half
 * of that is kept on both sides of each. The gaps are in the arena of what is
 * clear. */
void cc_rails_part(
    struct cc_rail *rails, size_t count, struct cc_clear *words, double air);

#endif
