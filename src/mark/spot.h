/* Words at points among lines, signs and other words. Pure numbers. */
#ifndef CC_MARK_SPOT_H
#define CC_MARK_SPOT_H

#include "scene/shape.h"

#include <glib.h>

/* Where no line goes from the point. */
enum cc_spot_side {
	CC_SPOT_ANY, /* at the end of a line: beside it, for preference */
	CC_SPOT_ABOVE,
	CC_SPOT_BELOW,
};

struct cc_disc {
	struct cc_point centre;
	double radius;
};

struct cc_spot {
	struct cc_point at;   /* the point */
	double radius;        /* of its sign; 0: it has none [unit] */
	double width, height; /* of the words [unit] */
	enum cc_spot_side side;
	struct cc_box box; /* of the words */
};

struct cc_spots {
	struct cc_box room; /* of the words */
	struct cc_box own;  /* where they are taken for no other row's */
	double u;
	double air;  /* between ink and ink [unit] */
	double line; /* half the width of the lines [unit] */
	/* What words keep clear of. */
	GArray *words;  /* of struct cc_box */
	GArray *lines;  /* of struct cc_edge */
	GArray *soft;   /* of struct cc_edge: where another place is as good */
	GArray *signs;  /* of struct cc_disc */
	GArray *placed; /* of struct cc_spot: may still move */
};

void cc_spots_init(struct cc_spots *spots);
void cc_spots_finish(struct cc_spots *spots);

/* True where a box is clear of everything. */
bool cc_spots_free(const struct cc_spots *spots, struct cc_box box);

/* True where it lies on a line that it had better not. */
bool cc_spots_on_soft(const struct cc_spots *spots, struct cc_box box);

/* Finds a place for the words, for which one earlier word may move to another
 * place of its own. False: there is none. */
bool cc_spots_add(struct cc_spots *spots, const struct cc_spot *spot);

#endif
