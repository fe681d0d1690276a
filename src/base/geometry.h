/* Points and boxes; the unit is said where one is stored. y grows downward. */
#ifndef CC_BASE_GEOMETRY_H
#define CC_BASE_GEOMETRY_H

#include <stdbool.h>

struct cc_point {
	double x, y;
};

struct cc_box {
	double x, y, width, height;
};

static inline double
cc_box_right(struct cc_box box)
{
	return box.x + box.width;
}

static inline double
cc_box_bottom(struct cc_box box)
{
	return box.y + box.height;
}

/* True where the two share more than an edge. */
static inline bool
cc_box_overlap(struct cc_box a, struct cc_box b)
{
	return a.x < cc_box_right(b) && b.x < cc_box_right(a) &&
	    a.y < cc_box_bottom(b) && b.y < cc_box_bottom(a);
}

#endif
