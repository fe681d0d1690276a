/* How wide words are. The room text/ gives two: Pango's, and a fixed one for
 * tests that need no fonts. */
#ifndef CC_LAYOUT_MEASURE_H
#define CC_LAYOUT_MEASURE_H

#include <stdbool.h>
#include <stddef.h>

struct cc_measure {
	/* Width of `length` bytes of one line of UTF-8, in ems (multiply by
	 * the size). Cached by word. */
	double (*width)(struct cc_measure *measure, const char *text,
	    size_t length, bool bold);
};

double cc_measure_text(
    struct cc_measure *measure, const char *text, double size, bool bold);

#endif
