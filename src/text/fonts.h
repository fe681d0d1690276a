/* Inside of struct cc_fonts; only for this room. */
#ifndef CC_TEXT_FONTS_H
#define CC_TEXT_FONTS_H

#include "text/line.h"

/* Characters of dates and numbers: words of these alone are summed from pairs,
 * because hardly two are alike and they would only fill the cache. They follow
 * each other in ASCII. */
#define CC_FIGURES ",-./0123456789:"
#define CC_FIGURE_COUNT (sizeof CC_FIGURES - 1)

enum { CC_REGULAR, CC_BOLD, CC_WEIGHTS };

/* A line that was measured; most titles are no longer. */
#define CC_LINE_MAX 103 /* [bytes] */
struct cc_line {
	double width; /* [em] */
	unsigned char length; /* 0: none yet */
	char text[CC_LINE_MAX];
};

/* As many lines of a weight are kept as some pages have, so that what all of
 * them say is there on the next. */
#define CC_LINES 1024

struct cc_weight {                         /* what is known of one weight */
	PangoFontDescription *description; /* no size */
	GHashTable *words;                 /* struct word -> itself, in arena */
	double space;                      /* [em]; NaN: not measured yet */
	double figure[CC_FIGURE_COUNT];    /* advance of one [em], or NaN */
	/* Advance of the second after the first, kerning included [em]. */
	double pair[CC_FIGURE_COUNT][CC_FIGURE_COUNT];
	struct cc_line lines[CC_LINES]; /* each at its hash, the latest of it */
};

struct cc_fonts {
	struct cc_measure measure; /* first: cast back from it */
	struct cc_ink ink;
	char *families;
	PangoFontMap *map;
	PangoContext *context;
	bool has_han; /* the language is written in Han signs */
	struct cc_weight weight[CC_WEIGHTS];
	struct cc_arena words; /* of the caches; emptied when they are full */
	GHashTable *letters;   /* code point -> whether a font has it, 1 or 2 */
	GHashTable *seen;      /* set of PangoFont, owned */
	GPtrArray *names;      /* file names of `seen`, ends with NULL */
};

double cc_fonts_width(
    struct cc_measure *measure, const char *text, size_t length, bool bold);
void cc_fonts_forget_widths(struct cc_fonts *fonts);

struct cc_box cc_fonts_ink_box(struct cc_ink *ink, const char *text, bool bold);

/* Remembers which fonts came into use. */
void cc_fonts_note(struct cc_fonts *fonts, PangoLayout *layout);

#endif
