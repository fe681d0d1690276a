/* Lends lines that are set to the outputs that draw them by Cairo. */
#ifndef CC_TEXT_LINE_H
#define CC_TEXT_LINE_H

#include "text/text.h"

#include <pango/pangocairo.h>

/* A layout of one line set in the fonts at `size` units a em; the caller owns
 * it (g_object_unref). For the cairo replay and for outlines. */
PangoLayout *cc_fonts_layout(
    struct cc_fonts *fonts, const char *string, double size, bool bold);

#endif
