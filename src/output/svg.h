/* Figures as SVG, alone or in a page of HTML. */
#ifndef CC_OUTPUT_SVG_H
#define CC_OUTPUT_SVG_H

#include "output/output.h"

struct cc_svg_way {
	const char *prefix; /* of its ids; NULL: the page's own */
	bool outline; /* text as shapes */
	/* Of a page that a script makes live, of a scene that was cut
	 * (html-cut.h): rows are lists, facts their items, which can be reached
	 * and say when they were (data-at); groups say where they are
	 * (data-top), backdrops that they span them (data-tall), entries of a
	 * legend of which rows they are (data-rows). No <title> that a browser would
	 * show by itself, no height: rows may go. What `…keys` names tells how
	 * it is worked. */
	bool live;
	double top; /* live: what is above is left out [unit] */
};

/* What the ids of a page's figure begin with: its case, its language and a
 * number that follows from all that is drawn. So two figures of one case, of
 * other widths or of other years, stand in one document, and the same figure
 * has the same ids whenever it is drawn. */
void cc_svg_append_prefix(GString *to, const struct cc_page *page);

/* Appends <svg …>…</svg>. Only what Chromium, Inkscape, librsvg and
 * LibreOffice show alike is used: presentation attributes, one <text> a line,
 * no transforms or styles, gradients of two stops: several stops LibreOffice
 * paints as flat blocks. */
void cc_svg_append(GString *to, const struct cc_page *page,
    struct cc_fonts *fonts, struct cc_svg_way way);

#endif
