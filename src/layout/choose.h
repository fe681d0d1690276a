/* Which of the things on a page give way, and how far, until the rest has room.
 * Pure numbers. */
#ifndef CC_LAYOUT_CHOOSE_H
#define CC_LAYOUT_CHOOSE_H

#include "base/arena.h"

#include <stdbool.h>

/* A thing that may give way, one step after the other. */
struct cc_choice {
	const int *ranks; /* how dear each step is; each dearer than the last */
	size_t steps;
	size_t least; /* steps that stay given */
	size_t given; /* result */
};

/* Whether there is room for what is left, as far as each has given way. */
typedef bool cc_choice_fits(void *page);

/* Of all ways that have room, the one whose dearest loss is cheapest; of those
 * the one whose next dearest is, and so on: what is dear goes only where all
 * that is cheaper is not enough. Of steps of a rank those of later choices are
 * cheaper. A step must not ask for more room. False where all of them are not
 * enough; then all are given. The last that is asked is the result. */
bool cc_choose(struct cc_arena *arena, struct cc_choice *choices, size_t count,
    cc_choice_fits *fits, void *page);

/* What was given stays. Where that is no more than stayed before, the cheapest
 * step of the rest does, too: after each time there are fewer that may still be
 * given. False where there were none. */
bool cc_choices_hold(struct cc_choice *choices, size_t count);

#endif
