/* Where the patient was cared for, and for how long. */
#ifndef CC_FOLLOW_STAY_H
#define CC_FOLLOW_STAY_H

#include "model/vocab.h"

enum cc_stay_place {
	CC_STAY_HOME, /* outside a hospital */
	CC_STAY_WARD,
	CC_STAY_INTENSIVE,
};

struct cc_stay {
	const struct cc_fact *fact;
	enum cc_stay_place place;
};

/* Of the first patient, over some time: a stay whose time is a moment is an
 * event like others. Those at home first, those in intensive care last: a stay
 * on a ward may hold some of these. */
struct cc_stays {
	const struct cc_stay *item;
	size_t count;
};

struct cc_stays cc_stays_follow(
    struct cc_arena *arena, const struct cc_case *course);

#endif
