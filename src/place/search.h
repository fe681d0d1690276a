/* Finds places for things, each of which says in which ways it may stand and
 * what those cost. Pure numbers. */
#ifndef CC_PLACE_SEARCH_H
#define CC_PLACE_SEARCH_H

#include "place/clear.h"

/* The ways in which a kind of thing may stand. */
struct cc_ways {
	size_t count;
	/* What any of them may touch, or ask for. */
	struct cc_box (*reach)(const void *thing);
	/* What the n-th one costs, n at least; INFINITY: it is none. */
	double (*cost)(const void *thing, size_t n, struct cc_box *box);
	/* What it costs beyond that where nothing is in its way; INFINITY: it
	 * is none after all. */
	double (*more)(const void *thing, struct cc_box box);
};

/* A thing that wants a place. */
struct cc_wish {
	const struct cc_ways *ways;
	const void *thing; /* borrowed for as long as it may move */
	/* Result. */
	struct cc_box box;
	double cost;
};

struct cc_search {
	struct cc_clear clear;
	double across, down;    /* air between two that are placed [unit] */
	struct cc_wish *placed; /* may still move */
	size_t placed_count;
};

/* True where a box is clear of all that is hard and of what is placed. */
bool cc_search_free(struct cc_search *search, struct cc_box box);

/* Finds the way that costs least, for which one of those that are placed may
 * move where there is none else. False: there is none. */
bool cc_search_add(struct cc_search *search, struct cc_wish *wish);

#endif
