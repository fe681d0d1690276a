/* Text as shapes. */
#ifndef CC_OUTPUT_OUTLINE_H
#define CC_OUTPUT_OUTLINE_H

#include "output/output.h"

/* Appends the outlines of a TEXT item as SVG path data, to a hundredth of a
 * unit. False, and nothing appended, where the fonts have none for it. */
bool cc_outline_append(
    GString *to, struct cc_fonts *fonts, const struct cc_item *item);

#endif
