/* The one replay of a scene on Cairo; PDF, PNG and whatever else Cairo knows
 * go through it. */
#ifndef CC_OUTPUT_CAIRO_PAINT_H
#define CC_OUTPUT_CAIRO_PAINT_H

#include "output/output.h"
#include "text/line.h"

/* Paints the whole page, background first, in page units: scale `cr` before.
 * False after a diagnostic where a picture cannot be decoded; trouble of
 * Cairo's own stays in cairo_status(cr). */
bool cc_scene_replay(const struct cc_scene *scene, struct cc_fonts *fonts,
    cairo_t *cr, struct cc_diags *diags);

/* Whether a replay, the pen that is put down (its status) and the surface that
 * is flushed or finished are well; what of Cairo's is not is diagnosed. */
bool cc_drawing_check(bool painted, cairo_status_t pen,
    cairo_surface_t *surface, struct cc_diags *diags);

/* How far left of its point a line of text begins, in units of its layout. */
double cc_line_shift(PangoLayoutLine *line, enum cc_anchor anchor);

#endif
