/* The module that the program loads: fonts and outputs with Cairo and Pango. */
#include "output/painter.h"

const struct cc_painter cc_painter = {
    .version = CC_VERSION,
    .fonts_create = cc_fonts_create,
    .fonts_destroy = cc_fonts_destroy,
    .fonts_measure = cc_fonts_measure,
    .fonts_missing = cc_fonts_missing,
    .fonts_respell = cc_fonts_respell,
    .fonts_fingerprint = cc_fonts_fingerprint,
    .fonts_places = cc_fonts_places,
    .fonts_ink = cc_fonts_ink,
    .fonts_used = cc_fonts_used,
    .fonts_forget_used = cc_fonts_forget_used,
    .outputs = cc_outputs,
};
