/* A page as pixels: what PNG and TIFF share. */
#ifndef CC_OUTPUT_BITMAP_H
#define CC_OUTPUT_BITMAP_H

#include "output/output.h"

#include <cairo.h>

struct cc_bitmap {
	double dpi;
	double scale;      /* [px/unit] */
	int width, height; /* [px] */
};

/* As large as the page at `dpi`; 0: a pixel a unit for screens, 300 for print.
 * False after diagnostics: no program opens what is larger. */
bool cc_bitmap_size(struct cc_bitmap *bitmap, const struct cc_scene *scene,
    double dpi, struct cc_diags *diags);

/* The rows from `top` on, as many as the surface has, which is as wide as the
 * bitmap. False after diagnostics. */
bool cc_bitmap_paint(const struct cc_bitmap *bitmap, cairo_surface_t *surface,
    int top, const struct cc_scene *scene, struct cc_fonts *fonts,
    struct cc_diags *diags);

/* A row of the surface as R, G, B bytes. */
void cc_bitmap_row(cairo_surface_t *surface, int row, unsigned char *to);

#endif
