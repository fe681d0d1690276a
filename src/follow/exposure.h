/* What was given: treatments, whole or drug by drug. Planned ones and those
 * that were not given have a record too, and say so. */
#ifndef CC_FOLLOW_EXPOSURE_H
#define CC_FOLLOW_EXPOSURE_H

#include "follow/extent.h"

struct cc_exposure {
	const struct cc_fact *fact;
	struct cc_extent extent;
	/* Beside the lines of therapy: supportive care, prophylaxis, the
	 * treatment of a complication. */
	bool beside;
	/* No line of therapy by itself: it is beside the lines, a drug that
	 * another treatment of its line came with, or one of several that the
	 * line is made of. */
	bool accompanies;
};

struct cc_exposures {
	const struct cc_exposure *item; /* as in the file */
	size_t count;
};

struct cc_exposures cc_exposures_follow(
    struct cc_arena *arena, const struct cc_follow *follow);

/* What the vocabulary knows of a drug of a regimen; NULL: nothing. */
const struct cc_term *cc_follow_drug(
    const struct cc_follow *follow, const char *code);

#endif
