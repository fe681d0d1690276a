/* Figures as bitmaps. */
#ifndef CC_OUTPUT_PNG_H
#define CC_OUTPUT_PNG_H

#include "output/output.h"

/* Writes a PNG file of a finished scene, at its own resolution where `dpi` is 0;
 * false after diagnostics. */
bool cc_scene_png(const struct cc_scene *scene, struct cc_fonts *fonts,
    double dpi, struct cc_sink *sink, struct cc_diags *diags);

#endif
