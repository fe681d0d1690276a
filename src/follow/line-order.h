/* Lines of therapy one after the other. Shared by line*.c only. */
#ifndef CC_FOLLOW_LINE_ORDER_H
#define CC_FOLLOW_LINE_ORDER_H

#include "follow/line.h"

/* Finds `next`, `next_undated` and `assessed` of all lines, of which it is known
 * whether they count, and from when. */
void cc_lines_order(struct cc_arena *arena, const struct cc_case *course,
    struct cc_therapy *lines);

#endif
