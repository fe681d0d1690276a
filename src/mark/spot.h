/* Words at the points of a row: where each stands about its point, clear of
 * lines, signs and other words. Pure numbers. */
#ifndef CC_MARK_SPOT_H
#define CC_MARK_SPOT_H

#include "place/search.h"

/* Where no line goes from the point. */
enum cc_spot_side {
	CC_SPOT_ANY, /* at the end of a line: beside it, for preference */
	CC_SPOT_ABOVE,
	CC_SPOT_BELOW,
};

struct cc_spot {
	struct cc_point at;   /* the point */
	double radius;        /* of its sign; 0: it has none [unit] */
	double width, height; /* of the words [unit] */
	enum cc_spot_side side;
	double least; /* words begin no further left; 0: anywhere [unit] */
	/* From there on words would be of something later; 0: nowhere [unit].
	 */
	double over;
};

struct cc_spots {
	struct cc_search search;
	struct cc_box room; /* of the words */
	struct cc_box own;  /* where they are taken for no other row's */
	double u;
	double line; /* width of the lines [unit] */
};

/* Of words, in a room; `air` is between ink and ink [unit]. What is in their
 * way is told to spots->search.clear. */
void cc_spots_init(struct cc_spots *spots, struct cc_arena *arena,
    struct cc_box room, double u, double air);

/* True where a box is clear of everything. */
bool cc_spots_free(struct cc_spots *spots, struct cc_box box);

/* True where it lies on a line that it had better not. */
bool cc_spots_on_soft(struct cc_spots *spots, struct cc_box box);

/* Finds a place for the words, for which one earlier word may move to another
 * place of its own. False: there is none. */
bool cc_spots_add(struct cc_spots *spots, const struct cc_spot *spot);

#endif
