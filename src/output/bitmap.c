#include "output/bitmap.h"

#include "base/number.h"
#include "output/cairo-paint.h"

#include <math.h>

#define SIDE_MAX 32767   /* [px] Cairo's image surfaces end there */
#define PIXELS_MAX 400e6 /* at 4 bytes: 1.6 GB */
#define DPI_SCREEN 96    /* one pixel a CSS px */
#define DPI_PRINT 300    /* what journals ask of figures with text */

static bool
size_check(double width, double height, struct cc_diags *diags)
{
	g_autoptr(GString) w = NULL, h = NULL;

	if (width <= SIDE_MAX && height <= SIDE_MAX &&
	    width * height <= PIXELS_MAX)
		return true;
	w = g_string_new(NULL);
	h = g_string_new(NULL);
	cc_number_append(w, width, 0);
	cc_number_append(h, height, 0);
	cc_diag(diags, CC_E490, (struct cc_pos){0}, w->str, h->str);
	return false;
}

bool
cc_bitmap_size(struct cc_bitmap *bitmap, const struct cc_scene *scene,
    double dpi, struct cc_diags *diags)
{
	double width, height;

	if (dpi <= 0)
		dpi = scene->unit == 0.75 ? DPI_SCREEN : DPI_PRINT;
	*bitmap =
	    (struct cc_bitmap){.dpi = dpi, .scale = scene->unit * dpi / 72};
	width = MAX(round(scene->width * bitmap->scale), 1);
	height = MAX(round(scene->height * bitmap->scale), 1);
	if (!size_check(width, height, diags))
		return false;
	bitmap->width = (int)width;
	bitmap->height = (int)height;
	return true;
}

bool
cc_bitmap_paint(const struct cc_bitmap *bitmap, cairo_surface_t *surface,
    int top, const struct cc_scene *scene, struct cc_fonts *fonts,
    struct cc_diags *diags)
{
	cairo_t *cr = cairo_create(surface);
	cairo_status_t status;
	bool painted;

	cairo_translate(cr, 0, -top);
	cairo_scale(cr, bitmap->scale, bitmap->scale);
	painted = cc_scene_replay(scene, fonts, cr, diags);
	status = cairo_status(cr);
	cairo_destroy(cr);
	cairo_surface_flush(surface);
	return cc_drawing_check(painted, status, surface, diags);
}

/* Cairo's pixels are 0xXXRRGGBB numbers. */
void
cc_bitmap_row(cairo_surface_t *surface, int row, unsigned char *to)
{
	const int width = cairo_image_surface_get_width(surface);
	const int stride = cairo_image_surface_get_stride(surface);
	const unsigned char *bytes = cairo_image_surface_get_data(surface);
	const uint32_t *pixels = (const void *)(bytes + (size_t)row * stride);

	for (int x = 0; x < width; x++) {
		*to++ = (unsigned char)(pixels[x] >> 16);
		*to++ = (unsigned char)(pixels[x] >> 8);
		*to++ = (unsigned char)pixels[x];
	}
}
