/* A page as an <svg> element, for the outputs that hold one. */
#ifndef CC_OUTPUT_SVG_H
#define CC_OUTPUT_SVG_H

#include "output/output.h"

/* Appends <svg …>…</svg>. Only what Chromium, Inkscape, librsvg and
 * LibreOffice show alike is used: presentation attributes, one <text> a line,
 * no transforms, styles or gradients. Ids begin with the case and the language,
 * so that several pages fit into one document. With `outline`, text is drawn
 * as shapes. */
void cc_svg_append(GString *to, const struct cc_page *page,
    struct cc_fonts *fonts, bool outline);

#endif
