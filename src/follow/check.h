/* Rules that ask what follows from a course; those that only look at what was
 * written are in model/check.c. */
#ifndef CC_FOLLOW_CHECK_H
#define CC_FOLLOW_CHECK_H

#include "base/diag.h"
#include "follow/follow.h"

/* Part of reading a case: runs every rule of the list in check.c. */
void cc_follow_check(const struct cc_follow *follow, struct cc_diags *diags);

/* Deaths, last reports and ages (check-end.c). */
struct cc_check;
void cc_check_ends(
    const struct cc_follow *follow, const struct cc_check *check);

/* Rows of several curves, doses under a curve (check-curve.c). */
void cc_check_curves(
    const struct cc_follow *follow, const struct cc_check *check);

#endif
