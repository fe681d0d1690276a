/* Boxes in a grid: which are near a place. */
#ifndef CC_SCENE_BUCKETS_H
#define CC_SCENE_BUCKETS_H

#include "base/geometry.h"

#include <glib.h>

struct cc_buckets {
	const struct cc_box *boxes; /* borrowed */
	struct cc_box area;
	int columns, rows;
	guint
	    *start; /* by cell: its first place in `index`; one more ends it */
	guint *index; /* of boxes, rising within a cell */
};

/* The boxes must outlive the buckets. */
void cc_buckets_init(
    struct cc_buckets *buckets, const struct cc_box *boxes, guint count);
void cc_buckets_finish(struct cc_buckets *buckets);

/* Replaces `found` (of guint) by the indices of the boxes that share a point
 * with `box`, each once. */
void cc_buckets_find(
    const struct cc_buckets *buckets, struct cc_box box, GArray *found);

#endif
