/* The elements of an SVG; shared by svg*.c only. */
#ifndef CC_OUTPUT_SVG_ITEM_H
#define CC_OUTPUT_SVG_ITEM_H

#include "output/put.h"
#include "output/svg.h"

#define CC_SVG_DECIMALS 2 /* a hundredth of a unit is below what screens show  \
	                   */

struct cc_svg {
	struct cc_put put;
	const struct cc_page *page;
	struct cc_fonts *fonts;
	struct cc_svg_way way;
	const char *prefix;    /* of every id */
	size_t prefix_length;
	GArray *fades; /* of struct cc_svg_fade, as they are first met */
};

struct cc_svg_fade {
	cc_colour from, to;
};

/* Its place in the list; the length of that: it is not there yet. */
guint cc_svg_fade_find(const struct cc_svg *svg, const struct cc_paint *paint);

/* Pieces, for which whoever calls has made room. */
void cc_svg_put_colour(struct cc_svg *svg, cc_colour colour);
#define cc_svg_put_number(svg, name, value)                                    \
	(cc_put_text(&(svg)->put, " " name "=\""),                             \
	    cc_put_number(&(svg)->put, (value), CC_SVG_DECIMALS),              \
	    cc_put_char(&(svg)->put, '"'))

/* These make room for themselves: words of the case, on one line and escaped;
 * an id with the page's prefix; that of a gradient. */
void cc_svg_put_words(struct cc_svg *svg, const char *words);
void cc_svg_put_id(struct cc_svg *svg, const char *name);
void cc_svg_put_fade_id(struct cc_svg *svg, guint number);

/* An item of the scene as it stands in the page. */
void cc_svg_put_item(struct cc_svg *svg, const struct cc_item *item);

#endif
