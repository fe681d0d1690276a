/* Which intervals follow from a course: PFS, OS, TTNT and their like. How they
 * follow is in follow/interval.h. */
#ifndef CC_MODEL_INTERVAL_H
#define CC_MODEL_INTERVAL_H

#include "model/closed.h"

#include <stdbool.h>

enum cc_interval_kind {
	CC_INTERVAL_PFS,       /* progression-free survival, of a line */
	CC_INTERVAL_TTNT,      /* time to next treatment, of a line */
	CC_INTERVAL_TTR,       /* time to response, of a line */
	CC_INTERVAL_DOR,       /* duration of response, of a line */
	CC_INTERVAL_OS,        /* overall survival, of the course */
	CC_INTERVAL_FOLLOW_UP, /* of the course */
	CC_INTERVAL_COUNT
};

/* Their words in intervals="..." by kind: "PFS", "DoR", "follow-up". */
extern const struct cc_closed cc_closed_interval;
/* Those of them that belong to a line of therapy. */
extern const struct cc_closed cc_closed_line_interval;

/* True where kinds of this sort belong to a line of therapy. */
static inline bool
cc_interval_of_line(enum cc_interval_kind kind)
{
	return kind < CC_INTERVAL_OS;
}

#endif
