#include "output/picture.h"

#include "picture/picture.h"

#include <stdint.h>
#include <string.h>

/* Cairo's pixel is a native 32-bit number, 0xXXRRGGBB. */
static void
fill(cairo_surface_t *surface, const struct cc_pixels *pixels)
{
	unsigned char *rows = cairo_image_surface_get_data(surface);
	const int stride = cairo_image_surface_get_stride(surface);
	const unsigned char *from = pixels->rgb;

	for (unsigned y = 0; y < pixels->height; y++) {
		unsigned char *to = rows + (size_t)y * stride;

		for (unsigned x = 0; x < pixels->width; x++, from += 3) {
			const uint32_t pixel = (uint32_t)from[0] << 16 |
			                       (uint32_t)from[1] << 8 | from[2];

			memcpy(to + x * sizeof pixel, &pixel, sizeof pixel);
		}
	}
	cairo_surface_mark_dirty(surface);
}

static cairo_surface_t *
surface_of(const struct cc_pixels *pixels)
{
	cairo_surface_t *surface = cairo_image_surface_create(
	    CAIRO_FORMAT_RGB24, (int)pixels->width, (int)pixels->height);

	if (cairo_surface_status(surface) != CAIRO_STATUS_SUCCESS) {
		cairo_surface_destroy(surface);
		return NULL;
	}
	fill(surface, pixels);
	return surface;
}

static void
attach(cairo_surface_t *surface, const void *bytes, size_t length)
{
	void *copy = g_memdup2(bytes, length);

	if (cairo_surface_set_mime_data(surface, CAIRO_MIME_TYPE_JPEG, copy,
		length, g_free, copy) != CAIRO_STATUS_SUCCESS)
		g_free(copy);
}

cairo_surface_t *
cc_picture_surface(const void *bytes, size_t length)
{
	cairo_surface_t *surface = NULL;
	struct cc_pixels pixels;

	if (cc_pixels_read(&pixels, bytes, length) == CC_PICTURE_FINE)
		surface = surface_of(&pixels);
	cc_pixels_finish(&pixels);
	if (surface != NULL &&
	    strcmp(cc_picture_type(bytes, length), CAIRO_MIME_TYPE_JPEG) == 0)
		attach(surface, bytes, length);
	return surface;
}
