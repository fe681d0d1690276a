/* Part of order.c. */
#ifndef CC_FOLLOW_ORDER_SHARE_H
#define CC_FOLLOW_ORDER_SHARE_H

#include "follow/order.h"

/* Of the places, each by its fact's index, `order` lists those without a date,
 * each after what it comes after: the signs of one span stand side by side in
 * that order. Fills in `share` and `depths` of those between. */
void cc_order_share(
    struct cc_ordered *places, const size_t *order, size_t count);

#endif
