#include "output/picture.h"

#include <glib.h>
#include <setjmp.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include <jpeglib.h>

/* What a case may hold; a small file can claim to be of any size. [px] */
#define SIDE_MAX 4096

static bool
is_png(const void *bytes, size_t length)
{
	return length > 8 && memcmp(bytes, "\x89PNG\r\n\x1A\n", 8) == 0;
}

const char *
cc_picture_type(const void *bytes, size_t length)
{
	return is_png(bytes, length) ? "image/png" : "image/jpeg";
}

/* Width and height stand in the first chunk, big-endian. */
static bool
png_fits(const unsigned char *bytes, size_t length)
{
	guint32 side[2];

	if (length < 24)
		return false;
	memcpy(side, bytes + 16, sizeof side);
	return GUINT32_FROM_BE(side[0]) <= SIDE_MAX &&
	       GUINT32_FROM_BE(side[1]) <= SIDE_MAX;
}

struct stream {
	const unsigned char *at;
	size_t left;
};

static cairo_status_t
stream_read(void *closure, unsigned char *to, unsigned length)
{
	struct stream *stream = closure;

	if (stream->left < length)
		return CAIRO_STATUS_READ_ERROR;
	memcpy(to, stream->at, length);
	stream->at += length;
	stream->left -= length;
	return CAIRO_STATUS_SUCCESS;
}

struct jpeg_trouble {
	struct jpeg_error_mgr manager; /* first: cast back from it */
	jmp_buf out;
};

static void
jpeg_fail(j_common_ptr info)
{
	longjmp(((struct jpeg_trouble *)info->err)->out, 1);
}

static void
jpeg_silent(j_common_ptr info, int level)
{
	(void)info;
	(void)level;
}

/* Decodes into the surface's own pixels. */
static void
jpeg_rows(struct jpeg_decompress_struct *info, cairo_surface_t *surface)
{
	unsigned char *pixels = cairo_image_surface_get_data(surface);
	const int stride = cairo_image_surface_get_stride(surface);

	while (info->output_scanline < info->output_height) {
		JSAMPROW row = pixels + (size_t)info->output_scanline * stride;

		jpeg_read_scanlines(info, &row, 1);
	}
	cairo_surface_mark_dirty(surface);
}

static cairo_surface_t *
jpeg_read(const void *bytes, size_t length)
{
	struct jpeg_decompress_struct info = {0};
	struct jpeg_trouble trouble;
	cairo_surface_t *volatile surface = NULL;

	info.err = jpeg_std_error(&trouble.manager);
	trouble.manager.error_exit = jpeg_fail;
	trouble.manager.emit_message = jpeg_silent;
	if (setjmp(trouble.out) != 0) {
		jpeg_destroy_decompress(&info);
		if (surface != NULL)
			cairo_surface_destroy(surface);
		return NULL;
	}
	jpeg_create_decompress(&info);
	jpeg_mem_src(&info, bytes, length);
	jpeg_read_header(&info, TRUE);
	if (info.image_width > SIDE_MAX || info.image_height > SIDE_MAX)
		longjmp(trouble.out, 1);
	/* Cairo's pixel is a native 32-bit number, 0xXXRRGGBB. */
	info.out_color_space =
	    G_BYTE_ORDER == G_LITTLE_ENDIAN ? JCS_EXT_BGRX : JCS_EXT_XRGB;
	jpeg_start_decompress(&info);
	surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24,
	    (int)info.output_width, (int)info.output_height);
	if (cairo_surface_status(surface) != CAIRO_STATUS_SUCCESS)
		longjmp(trouble.out, 1);
	jpeg_rows(&info, surface);
	jpeg_finish_decompress(&info);
	jpeg_destroy_decompress(&info);
	return surface;
}

static cairo_surface_t *
png_read(const void *bytes, size_t length)
{
	struct stream stream = {bytes, length};
	cairo_surface_t *surface;

	if (!png_fits(bytes, length))
		return NULL;
	surface =
	    cairo_image_surface_create_from_png_stream(stream_read, &stream);
	if (cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS)
		return surface;
	cairo_surface_destroy(surface);
	return NULL;
}

cairo_surface_t *
cc_picture_read(const void *bytes, size_t length)
{
	cairo_surface_t *surface;
	void *copy;

	if (is_png(bytes, length))
		return png_read(bytes, length);
	surface = jpeg_read(bytes, length);
	if (surface == NULL)
		return NULL;
	copy = g_memdup2(bytes, length);
	if (cairo_surface_set_mime_data(surface, CAIRO_MIME_TYPE_JPEG, copy,
		length, g_free, copy) != CAIRO_STATUS_SUCCESS)
		g_free(copy);
	return surface;
}
