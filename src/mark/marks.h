/* The table of marks, top to bottom of the figure, ends with NULL. The array
 * is generated from the list in src/mark/meson.build. */
#ifndef CC_MARK_MARKS_H
#define CC_MARK_MARKS_H

#include "layout/mark.h"

extern const struct cc_mark *const cc_marks[];

#endif
