/* When somebody last looked at the disease. */
#ifndef CC_FOLLOW_ASSESSED_H
#define CC_FOLLOW_ASSESSED_H

#include "follow/line.h"

/* Fills `assessed` of the lines, which are sorted by patient and start. */
void cc_assessments_follow(struct cc_arena *arena,
    const struct cc_case *course, struct cc_therapy **sorted, size_t count);

#endif
