/* Figures as SVG, alone or in a page of HTML. */
#ifndef CC_OUTPUT_SVG_H
#define CC_OUTPUT_SVG_H

#include "output/output.h"

struct cc_svg_way {
	bool outline; /* text as shapes */
	/* Of a page that a script makes live, of a scene that was cut
	 * (html-cut.h): rows are lists, facts their items, which can be reached
	 * and say when they were (data-at); groups say where they are
	 * (data-top), backdrops that they span them (data-tall). No <title>
	 * that a browser would show by itself, no height: rows may go. What `…keys` names
	 * tells how it is worked. */
	bool live;
	double top; /* live: what is above is left out [unit] */
};

/* Appends an id of the page's. */
void cc_svg_append_id(
    GString *to, const struct cc_page *page, const char *name);

/* Appends <svg …>…</svg>. Only what Chromium, Inkscape, librsvg and
 * LibreOffice show alike is used: presentation attributes, one <text> a line,
 * no transforms or styles, gradients of two stops: several stops LibreOffice
 * paints as flat blocks. Ids begin with the case and the language, so that
 * several pages fit into one document. */
void cc_svg_append(GString *to, const struct cc_page *page,
    struct cc_fonts *fonts, struct cc_svg_way way);

#endif
