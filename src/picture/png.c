/* PNG: of the chunks of a file none is read that no pixel comes from, but for
 * the one that says which way is up. */
#include "picture/pixels.h"

#include <png.h>
#include <string.h>

#define RGBA 4 /* bytes of a pixel as it is read */
#define OPAQUE 255
#define PAPER 255 /* what shows through: white */

static const png_byte exif[] = {101, 88, 73, 102, 0}; /* eXIf */

struct reading {
	png_structp png;
	png_infop info;
	const unsigned char *at;
	size_t left;
	struct cc_pixels *pixels;
	png_bytep rgba;
	png_bytepp rows;
	int turned;
};

static void
fail(png_structp png, png_const_charp reason)
{
	(void)reason;
	png_longjmp(png, 1);
}

static void
keep_silent(png_structp png, png_const_charp reason)
{
	(void)png;
	(void)reason;
}

static void
take(png_structp png, png_bytep to, size_t length)
{
	struct reading *reading = png_get_io_ptr(png);

	if (reading->left < length)
		png_error(png, "cut short");
	memcpy(to, reading->at, length);
	reading->at += length;
	reading->left -= length;
}

/* The sides stand in the header: nothing of their size is allocated before they
 * are known. */
static bool
read_header(struct reading *reading)
{
	png_structp png = reading->png;

	png_set_read_fn(png, reading, take);
	png_set_user_limits(png, PNG_UINT_31_MAX, PNG_UINT_31_MAX);
	png_set_keep_unknown_chunks(png, PNG_HANDLE_CHUNK_NEVER, NULL, -1);
	png_set_keep_unknown_chunks(png, PNG_HANDLE_CHUNK_AS_DEFAULT, exif, 1);
	png_read_info(png, reading->info);
	reading->pixels->width = png_get_image_width(png, reading->info);
	reading->pixels->height = png_get_image_height(png, reading->info);
	return cc_pixels_fit(reading->pixels);
}

/* Whatever the file holds, rows of RGBA in eight bits each. */
static void
read_rows(struct reading *reading)
{
	const gsize width = reading->pixels->width;
	const gsize height = reading->pixels->height;
	png_structp png = reading->png;

	png_set_expand(png);
	png_set_scale_16(png);
	png_set_gray_to_rgb(png);
	png_set_add_alpha(png, OPAQUE, PNG_FILLER_AFTER);
	png_set_interlace_handling(png);
	png_read_update_info(png, reading->info);
	g_assert(png_get_rowbytes(png, reading->info) == width * RGBA);
	reading->rgba = g_malloc_n(width * height, RGBA);
	reading->rows = g_new(png_bytep, height);
	for (gsize y = 0; y < height; y++)
		reading->rows[y] = reading->rgba + y * width * RGBA;
	png_read_image(png, reading->rows);
	png_read_end(png, reading->info);
}

static void
read_turned(struct reading *reading)
{
	png_bytep bytes;
	png_uint_32 length;

	if (png_get_eXIf_1(reading->png, reading->info, &length, &bytes) != 0)
		reading->turned = cc_exif_turned(bytes, length);
}

/* Its own function: what it changes lies outside of it, so that a jump back
 * leaves nothing undefined. */
static enum cc_picture_trouble
decode(struct reading *reading)
{
	if (setjmp(png_jmpbuf(reading->png)) != 0)
		return CC_PICTURE_BROKEN;
	if (!read_header(reading))
		return CC_PICTURE_LARGE;
	read_rows(reading);
	read_turned(reading);
	return CC_PICTURE_FINE;
}

/* Laid on paper: a figure's paint is opaque. */
static void
flatten(struct reading *reading)
{
	struct cc_pixels *pixels = reading->pixels;
	const gsize count = (gsize)pixels->width * pixels->height;
	const unsigned char *from = reading->rgba;
	unsigned char *to = pixels->rgb = g_malloc_n(count, CC_RGB);

	for (gsize i = 0; i < count; i++, from += RGBA)
		for (int c = 0; c < CC_RGB; c++)
			*to++ = (unsigned char)((from[c] * from[CC_RGB] +
						    PAPER * (OPAQUE -
								from[CC_RGB]) +
						    OPAQUE / 2) /
						OPAQUE);
}

enum cc_picture_trouble
cc_png_read(
    struct cc_pixels *pixels, const void *bytes, size_t length, int *turned)
{
	struct reading reading = {.at = bytes,
	    .left = length,
	    .pixels = pixels,
	    .turned = CC_UPRIGHT};
	enum cc_picture_trouble trouble = CC_PICTURE_BROKEN;

	reading.png = png_create_read_struct(
	    PNG_LIBPNG_VER_STRING, NULL, fail, keep_silent);
	if (reading.png != NULL)
		reading.info = png_create_info_struct(reading.png);
	if (reading.info != NULL)
		trouble = decode(&reading);
	if (trouble == CC_PICTURE_FINE)
		flatten(&reading);
	*turned = reading.turned;
	png_destroy_read_struct(&reading.png, &reading.info, NULL);
	g_free(reading.rows);
	g_free(reading.rgba);
	return trouble;
}

/* ---- writing ---- */

static void
put(png_structp png, png_bytep bytes, size_t length)
{
	g_byte_array_append(png_get_io_ptr(png), bytes, (guint)length);
}

static void
write_rows(png_structp png, png_infop info, const struct cc_pixels *pixels,
    bool grey, png_bytep row)
{
	const gsize width = pixels->width;

	png_set_IHDR(png, info, pixels->width, pixels->height, 8,
	    grey ? PNG_COLOR_TYPE_GRAY : PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE,
	    PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
	png_write_info(png, info);
	for (gsize y = 0; y < pixels->height; y++) {
		const unsigned char *from = pixels->rgb + y * width * CC_RGB;

		for (gsize x = 0; grey && x < width; x++)
			row[x] = from[x * CC_RGB];
		if (!grey)
			memcpy(row, from, width * CC_RGB);
		png_write_row(png, row);
	}
	png_write_end(png, info);
}

bool
cc_png_write(const struct cc_pixels *pixels, GByteArray *to)
{
	const bool grey = cc_pixels_grey(pixels);
	g_autofree png_bytep row = g_malloc_n(pixels->width, CC_RGB);
	png_structp png = png_create_write_struct(
	    PNG_LIBPNG_VER_STRING, NULL, fail, keep_silent);
	png_infop info = png != NULL ? png_create_info_struct(png) : NULL;

	if (info == NULL || setjmp(png_jmpbuf(png)) != 0) {
		png_destroy_write_struct(&png, &info);
		return false;
	}
	png_set_write_fn(png, to, put, NULL);
	write_rows(png, info, pixels, grey, row);
	png_destroy_write_struct(&png, &info);
	return true;
}
