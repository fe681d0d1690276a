/* Widths of words already measured: a hash table with open addressing. */
#ifndef CC_TEXT_WIDTHS_H
#define CC_TEXT_WIDTHS_H

#include <stddef.h>
#include <stdint.h>

struct cc_known_width {
	const char *text; /* borrowed, need not end with NUL; NULL: free slot */
	size_t length;
	uint64_t hash;
	double width; /* [em] */
};

/* All zero is an empty table. */
struct cc_widths {
	struct cc_known_width *slot;
	size_t slots; /* a power of two, or 0 */
	size_t count;
};

/* NULL where the word is not known; lent until the next word is added. */
const double *cc_widths_find(
    const struct cc_widths *widths, const char *text, size_t length);

/* The word must not be known yet; its text must outlive the table. */
void cc_widths_add(
    struct cc_widths *widths, const char *text, size_t length, double width);
void cc_widths_clear(struct cc_widths *widths);

#endif
