#include "base/number.h"
#include "output/cairo-paint.h"

#include <math.h>
#include <png.h>
#include <setjmp.h>

#define SIDE_MAX 32767   /* [px] Cairo's image surfaces end there */
#define PIXELS_MAX 400e6 /* at 4 bytes: 1.6 GB */
#define DPI_SCREEN 96    /* one pixel a CSS px */
#define DPI_PRINT 300    /* what journals ask of figures with text */
#define COMPRESSION 3    /* of 9: half the time of 4 for 3 % more bytes */
#define METRES_AN_INCH 0.0254

static void
sink_put(png_structp png, png_bytep bytes, size_t length)
{
	cc_sink_write(png_get_io_ptr(png), bytes, length);
}

static void
sink_flush(png_structp png)
{
	(void)png;
}

/* The reason is kept in a buffer of the caller's. */
static void
fail(png_structp png, png_const_charp reason)
{
	*(const char **)png_get_error_ptr(png) = reason;
	png_longjmp(png, 1);
}

static void
warn(png_structp png, png_const_charp reason)
{
	(void)png;
	(void)reason;
}

/* Cairo's 0xXXRRGGBB numbers as R, G, B bytes. */
static void
row_pack(png_bytep to, const uint32_t *pixels, int width)
{
	int x;

	for (x = 0; x < width; x++) {
		*to++ = (png_byte)(pixels[x] >> 16);
		*to++ = (png_byte)(pixels[x] >> 8);
		*to++ = (png_byte)pixels[x];
	}
}

static void
rows_write(png_structp png, png_infop info, cairo_surface_t *surface,
    png_bytep row, double dpi)
{
	const int width = cairo_image_surface_get_width(surface);
	const int height = cairo_image_surface_get_height(surface);
	const int stride = cairo_image_surface_get_stride(surface);
	const unsigned char *pixels = cairo_image_surface_get_data(surface);
	const png_uint_32 density = (png_uint_32)lround(dpi / METRES_AN_INCH);
	int y;

	png_set_IHDR(png, info, (png_uint_32)width, (png_uint_32)height, 8,
	    PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE,
	    PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
	png_set_pHYs(png, info, density, density, PNG_RESOLUTION_METER);
	png_set_compression_level(png, COMPRESSION);
	/* Flat colours compress best as they are. */
	png_set_filter(png, PNG_FILTER_TYPE_BASE, PNG_FILTER_NONE);
	png_write_info(png, info);
	for (y = 0; y < height; y++) {
		row_pack(
		    row, (const void *)(pixels + (size_t)y * stride), width);
		png_write_row(png, row);
	}
	png_write_end(png, info);
}

static bool
surface_write(cairo_surface_t *surface, double dpi, struct cc_sink *sink,
    struct cc_diags *diags)
{
	const char *reason = "out of memory";
	g_autofree png_bytep row =
	    g_new(png_byte, 3 * (gsize)cairo_image_surface_get_width(surface));
	png_structp png =
	    png_create_write_struct(PNG_LIBPNG_VER_STRING, &reason, fail, warn);
	png_infop info = png != NULL ? png_create_info_struct(png) : NULL;

	if (info == NULL || setjmp(png_jmpbuf(png)) != 0) {
		png_destroy_write_struct(&png, &info);
		cc_diag(diags, CC_E491, (struct cc_pos){0}, reason);
		return false;
	}
	png_set_write_fn(png, sink, sink_put, sink_flush);
	rows_write(png, info, surface, row, dpi);
	png_destroy_write_struct(&png, &info);
	return true;
}

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

static bool
surface_paint(cairo_surface_t *surface, double scale,
    const struct cc_scene *scene, struct cc_fonts *fonts,
    struct cc_diags *diags)
{
	cairo_t *cr = cairo_create(surface);
	cairo_status_t status;
	bool painted;

	cairo_scale(cr, scale, scale);
	painted = cc_scene_replay(scene, fonts, cr, diags);
	status = cairo_status(cr);
	cairo_destroy(cr);
	cairo_surface_flush(surface);
	if (status == CAIRO_STATUS_SUCCESS)
		status = cairo_surface_status(surface);
	if (painted && status != CAIRO_STATUS_SUCCESS)
		cc_diag(diags, CC_E491, (struct cc_pos){0},
		    cairo_status_to_string(status));
	return painted && status == CAIRO_STATUS_SUCCESS;
}

static bool
png_write(struct cc_pages *pages, struct cc_sink *sink, struct cc_diags *diags)
{
	const struct cc_page *page = pages->next(pages);
	const struct cc_scene *scene;
	cairo_surface_t *surface;
	double dpi, scale, width, height;
	bool done;

	if (page == NULL)
		return false;
	scene = page->scene;
	dpi = pages->options.dpi;
	if (dpi <= 0)
		dpi = scene->unit == 0.75 ? DPI_SCREEN : DPI_PRINT;
	scale = scene->unit * dpi / 72; /* [px/unit] */
	width = MAX(round(scene->width * scale), 1);
	height = MAX(round(scene->height * scale), 1);
	if (!size_check(width, height, diags))
		return false;
	surface = cairo_image_surface_create(
	    CAIRO_FORMAT_RGB24, (int)width, (int)height);
	done = surface_paint(surface, scale, scene, pages->fonts, diags) &&
	       surface_write(surface, dpi, sink, diags);
	cairo_surface_destroy(surface);
	return done;
}

const struct cc_output cc_output_png = {
    .name = "png",
    .suffix = ".png",
    .about = "bitmap of one page (--dpi)",
    .write = png_write,
};
