#include "output/picture.h"

#include <cairo.h>
#include <glib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jpeglib.h>

static cairo_status_t
collect(void *closure, const unsigned char *bytes, unsigned length)
{
	g_byte_array_append(closure, bytes, length);
	return CAIRO_STATUS_SUCCESS;
}

static GByteArray *
make_png(int side)
{
	GByteArray *to = g_byte_array_new();
	cairo_surface_t *surface =
	    cairo_image_surface_create(CAIRO_FORMAT_RGB24, side, side);
	cairo_t *cr = cairo_create(surface);

	cairo_set_source_rgb(cr, 1, 0, 0);
	cairo_paint(cr);
	cairo_destroy(cr);
	cairo_surface_write_to_png_stream(surface, collect, to);
	cairo_surface_destroy(surface);
	return to;
}

/* Red, of one component more than a grey one would have. */
static GByteArray *
make_jpeg(unsigned side)
{
	GByteArray *to = g_byte_array_new();
	struct jpeg_compress_struct info;
	struct jpeg_error_mgr errors;
	unsigned char *bytes = NULL;
	unsigned long length = 0;
	g_autofree JSAMPLE *row = g_new0(JSAMPLE, 3 * side);
	unsigned x;

	for (x = 0; x < side; x++)
		row[3 * x] = 255;
	info.err = jpeg_std_error(&errors);
	jpeg_create_compress(&info);
	jpeg_mem_dest(&info, &bytes, &length);
	info.image_width = info.image_height = side;
	info.input_components = 3;
	info.in_color_space = JCS_RGB;
	jpeg_set_defaults(&info);
	jpeg_start_compress(&info, TRUE);
	while (info.next_scanline < info.image_height)
		jpeg_write_scanlines(&info, &row, 1);
	jpeg_finish_compress(&info);
	jpeg_destroy_compress(&info);
	g_byte_array_append(to, bytes, (guint)length);
	free(bytes);
	return to;
}

static void
assert_red(GByteArray *file, int side)
{
	cairo_surface_t *surface = cc_picture_read(file->data, file->len);
	guint32 pixel;

	g_assert_nonnull(surface);
	g_assert_cmpint(cairo_image_surface_get_width(surface), ==, side);
	g_assert_cmpint(cairo_image_surface_get_height(surface), ==, side);
	memcpy(&pixel, cairo_image_surface_get_data(surface), sizeof pixel);
	g_assert_cmpint(pixel >> 16 & 0xFF, >=, 0xFC);
	g_assert_cmpint(pixel & 0xFFFF, <=, 0x0404);
	cairo_surface_destroy(surface);
	g_byte_array_unref(file);
}

static void
test_read(void)
{
	assert_red(make_png(1), 1);
	assert_red(make_png(7), 7);
	assert_red(make_jpeg(1), 1);
	assert_red(make_jpeg(9), 9);
}

static void
test_type(void)
{
	g_autoptr(GByteArray) png = make_png(2);
	g_autoptr(GByteArray) jpeg = make_jpeg(2);

	g_assert_cmpstr(cc_picture_type(png->data, png->len), ==, "image/png");
	g_assert_cmpstr(
	    cc_picture_type(jpeg->data, jpeg->len), ==, "image/jpeg");
}

/* Cut anywhere and spoilt anywhere: an answer, or NULL, and no crash. */
static void
torture(GByteArray *file)
{
	guint i;

	for (i = 0; i < file->len; i++) {
		g_autofree guint8 *copy = g_memdup2(file->data, file->len);
		cairo_surface_t *surface = cc_picture_read(copy, i);

		if (surface != NULL)
			cairo_surface_destroy(surface);
		copy[i] ^= 0xFF;
		surface = cc_picture_read(copy, file->len);
		if (surface != NULL)
			cairo_surface_destroy(surface);
	}
	g_byte_array_unref(file);
}

static void
test_broken(void)
{
	torture(make_png(5));
	torture(make_jpeg(5));
	g_assert_null(cc_picture_read("", 0));
	g_assert_null(cc_picture_read("GIF89a", 6));
}

/* A file of some kilobytes that would take gigabytes of memory. */
static void
test_huge(void)
{
	g_autoptr(GByteArray) png = make_png(4097);
	g_autoptr(GByteArray) jpeg = make_jpeg(4097);

	g_assert_null(cc_picture_read(png->data, png->len));
	g_assert_null(cc_picture_read(jpeg->data, jpeg->len));
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/picture/read", test_read);
	g_test_add_func("/picture/type", test_type);
	g_test_add_func("/picture/broken", test_broken);
	g_test_add_func("/picture/huge", test_huge);
	return g_test_run();
}
