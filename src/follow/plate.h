/* The pictures beside a course, in the order in which they are shown. */
#ifndef CC_FOLLOW_PLATE_H
#define CC_FOLLOW_PLATE_H

#include "model/model.h"

struct cc_plate {
	struct cc_image_of of;
	/* Whose place it has on the axis: its own fact, or what its line counts
	 * from; NULL: no fact's. */
	const struct cc_fact *fact;
	/* When that is, as it was told; not dated: nobody says. */
	struct cc_span when;
};

struct cc_plates {
	/* By time, what has no place on the axis last; behind them those that
	 * have a letter, by that. Only what could be read. */
	const struct cc_plate *item;
	size_t count;
};

struct cc_follow;
struct cc_plates cc_plates_follow(
    struct cc_arena *arena, const struct cc_follow *follow);

#endif
