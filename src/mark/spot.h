/* Words at points among lines, signs and other words. Pure numbers. */
#ifndef CC_MARK_SPOT_H
#define CC_MARK_SPOT_H

#include "base/arena.h"
#include "scene/shape.h"

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

/* What words keep clear of. */
struct cc_obstacles {
	struct cc_box *words;
	struct cc_edge *lines;
	struct cc_disc *signs;
	size_t word_count, line_count, sign_count;
};

struct cc_spots {
	struct cc_arena *arena; /* of the lists */
	struct cc_box room;     /* of the words */
	struct cc_box own;      /* where they are taken for no other row's */
	double u;
	double air;  /* between ink and ink [unit] */
	double line; /* half the width of the lines [unit] */
	struct cc_obstacles kept;
	struct cc_edge *soft; /* lines where another place is as good */
	size_t soft_count;
	struct cc_spot *placed; /* may still move */
	size_t placed_count;
	/* Of all that is in the way, what is about the spot that is looked
	 * at; room for so many of each. */
	struct cc_obstacles near;
	size_t near_room;
};

void cc_spots_init(struct cc_spots *spots, struct cc_arena *arena);

void cc_spots_keep_words(struct cc_spots *spots, struct cc_box box);
void cc_spots_keep_line(
    struct cc_spots *spots, struct cc_point from, struct cc_point to);
void cc_spots_keep_soft(
    struct cc_spots *spots, struct cc_point from, struct cc_point to);
void cc_spots_keep_sign(
    struct cc_spots *spots, struct cc_point centre, double radius);

/* True where a box is clear of everything. */
bool cc_spots_free(const struct cc_spots *spots, struct cc_box box);

/* True where it lies on a line that it had better not. */
bool cc_spots_on_soft(const struct cc_spots *spots, struct cc_box box);

/* Finds a place for the words, for which one earlier word may move to another
 * place of its own. False: there is none. */
bool cc_spots_add(struct cc_spots *spots, const struct cc_spot *spot);

#endif
