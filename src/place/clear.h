/* What is in the way of words: other words, lines and discs, found by where
 * they are. Pure numbers. */
#ifndef CC_PLACE_CLEAR_H
#define CC_PLACE_CLEAR_H

#include "base/arena.h"
#include "scene/shape.h"

enum cc_hardness {
	CC_HARD, /* nothing stands on it */
	CC_SOFT, /* another place is better */
};

struct cc_clear {
	struct cc_arena *arena;  /* of the lists */
	double air[CC_SOFT + 1]; /* kept from it, by hardness [unit] */
	struct cc_obstacle *obstacles;
	struct cc_extent *blocks; /* of so many of them in turn */
	size_t count;
	/* Indices of those that are looked at, by hardness. */
	size_t *near[CC_SOFT + 1], near_count[CC_SOFT + 1], near_room;
};

/* Between words more air is wanted, for the caller to add to their box. */
void cc_clear_words(
    struct cc_clear *clear, enum cc_hardness hardness, struct cc_box box);
void cc_clear_line(struct cc_clear *clear, enum cc_hardness hardness,
    struct cc_point from, struct cc_point to, double width);
/* Signs are hard, all of them. */
void cc_clear_disc(
    struct cc_clear *clear, struct cc_point centre, double radius);

/* Turns to what reaches into a box, or within the air about it. What is asked
 * is asked of that, until the next look. */
void cc_clear_look(struct cc_clear *clear, struct cc_box box);

/* The box of the i-th hard one of that; false: there is none. */
bool cc_clear_near(const struct cc_clear *clear, size_t i, struct cc_box *box);

/* True where something of that hardness is in the way of a box, or within the
 * air about it. */
bool cc_clear_meets(
    const struct cc_clear *clear, enum cc_hardness hardness, struct cc_box box);

/* True where the centre of a disc is nearer to the box than the point, which
 * may be such a centre itself. */
bool cc_clear_has_nearer(
    const struct cc_clear *clear, struct cc_box box, struct cc_point point);

#endif
