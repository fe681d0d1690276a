#include "pictures.h"

#include <png.h>
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jpeglib.h>

#define FIELD 1000 /* parts of a side, in which scenes are told */

/* The same of the same place: from 0 to 255. */
static int
noise(int x, int y)
{
	guint32 n = (guint32)x * 374761393u + (guint32)y * 668265263u;

	n = (n ^ n >> 13) * 1274126177u;
	return (int)((n ^ n >> 16) & 0xFF);
}

/* How far within an ellipse: FIELD in its middle, 0 at its rim, less beyond. */
static int
depth(int x, int y, const int ellipse[4])
{
	gint64 dx = (gint64)(x - ellipse[0]) * FIELD / ellipse[2];
	gint64 dy = (gint64)(y - ellipse[1]) * FIELD / ellipse[3];

	return (int)(FIELD - (dx * dx + dy * dy) / FIELD);
}

struct organ {
	int ellipse[4]; /* middle, half axes */
	int tone;
};

static int
tone_of(const struct organ *organs, size_t count, int x, int y, int ground)
{
	for (size_t i = 0; i < count; i++)
		if (depth(x, y, organs[i].ellipse) > 0)
			ground = organs[i].tone;
	return ground;
}

static int
chest(int x, int y)
{
	static const struct organ organs[] = {
	    {{500, 520, 470, 370}, 95},  /* fat */
	    {{500, 520, 440, 340}, 150}, /* muscle */
	    {{280, 500, 190, 250}, 28},  /* lungs */
	    {{720, 500, 190, 250}, 28},
	    {{545, 470, 150, 170}, 165}, /* heart */
	    {{500, 770, 75, 65}, 225},   /* vertebra */
	    {{500, 700, 26, 24}, 120},   /* its canal */
	    {{590, 690, 38, 38}, 172},   /* aorta */
	    {{500, 205, 60, 24}, 215},   /* sternum */
	    {{150, 330, 34, 18}, 215},
	    {{850, 330, 34, 18}, 215},
	    {{90, 560, 20, 40}, 215},
	    {{910, 560, 20, 40}, 215},
	};

	return tone_of(organs, G_N_ELEMENTS(organs), x, y, 8);
}

/* What was not there before: soft, in both lungs. */
static int
shadow(int x, int y)
{
	static const int clouds[][4] = {{210, 600, 110, 100},
	    {330, 660, 90, 70}, {790, 590, 110, 110}, {690, 670, 80, 60},
	    {240, 400, 60, 50}};
	int more = 0;

	for (size_t i = 0; i < G_N_ELEMENTS(clouds); i++)
		more += MAX(0, depth(x, y, clouds[i])) * 105 / FIELD;
	return more;
}

static int
slice(int x, int y, bool ill)
{
	int tone = chest(x, y);

	if (tone < 60 && tone > 10)
		tone += (ill ? shadow(x, y) : 0) + noise(x / 16, y / 16) / 24;
	return CLAMP(tone + noise(x, y) / 20 - 6, 0, 255);
}

static int
body(int x, int y)
{
	static const struct organ shape[] = {
	    {{500, 110, 70, 90}, 205},
	    {{500, 400, 175, 260}, 212},
	    {{500, 640, 150, 160}, 212},
	    {{330, 420, 45, 260}, 218},
	    {{670, 420, 45, 260}, 218},
	    {{425, 850, 62, 260}, 216},
	    {{575, 850, 62, 260}, 216},
	    {{445, 480, 90, 70}, 185},
	};
	static const struct organ hot[] = {
	    {{500, 85, 58, 58}, 190},
	    {{530, 360, 45, 45}, 90},
	    {{500, 700, 36, 32}, 210},
	    {{440, 240, 26, 40}, 200},
	    {{400, 300, 30, 22}, 190},
	    {{520, 560, 40, 24}, 170},
	};
	int tone = tone_of(shape, G_N_ELEMENTS(shape), x, y, 250);

	for (size_t i = 0; i < G_N_ELEMENTS(hot); i++)
		tone -=
		    MAX(0, depth(x, y, hot[i].ellipse)) * hot[i].tone / FIELD;
	return CLAMP(tone + noise(x, y) / 64 - 2, 0, 255);
}

#define CELL 125 /* of the grid in which they lie, somewhat out of line */

/* Pink ground, violet nuclei of several shapes, paler rims around them. */
static void
smear(int x, int y, unsigned char rgb[3])
{
	static const unsigned char ground[] = {244, 226, 232},
				   rim[] = {206, 170, 214},
				   core[] = {112, 62, 146};
	const unsigned char *tone = ground;
	int grain;

	for (int k = 0; k < 9; k++) {
		int i = x / CELL + k % 3 - 1, j = y / CELL + k / 3 - 1;
		int size = 44 + noise(i, j) / 9;
		int at[4] = {i * CELL + CELL / 2 + noise(j, i) / 4 - 32,
		    j * CELL + CELL / 2 + noise(i + 7, j) / 4 - 32, size, size};
		int nucleus[4] = {at[0] + noise(i, j + 3) / 40, at[1],
		    size * 3 / 4, size * (noise(i, j + 9) / 8 + 44) / 100};

		if (noise(i + 31, j) < 56)
			continue;
		if (depth(x, y, at) > 0 && tone == ground)
			tone = rim;
		if (depth(x, y, nucleus) > 0)
			tone = core;
	}
	grain = noise(x / 5, y / 5) / 14 - 9;
	for (int c = 0; c < 3; c++)
		rgb[c] = (unsigned char)CLAMP(tone[c] + grain, 0, 255);
}

void
cc_test_pixel(const struct cc_test_picture *picture, unsigned x, unsigned y,
    unsigned char rgb[3])
{
	const int side = (int)MIN(picture->width, picture->height);
	const int i = (int)x * FIELD / side, j = (int)y * FIELD / side;
	int tone = 0;

	switch (picture->scene) {
	case CC_TEST_MARROW:
		smear(i, j, rgb);
		return;
	case CC_TEST_RED:
		memcpy(rgb, "\xFF\0\0", 3);
		return;
	case CC_TEST_CT:
	case CC_TEST_CLEAR:
		tone = slice(i * FIELD / ((int)picture->width * FIELD / side),
		    j, picture->scene == CC_TEST_CT);
		break;
	case CC_TEST_PET:
		tone =
		    body(i, j * FIELD / ((int)picture->height * FIELD / side));
		break;
	case CC_TEST_SCENES:
		break;
	}
	memset(rgb, tone, 3);
}

/* ---- files ---- */

/* A TIFF of one entry: which way is up. */
static GByteArray *
exif(int turned)
{
	static const guint8 head[] =
	    "MM\0*\0\0\0\010\0\001\001\022\0\003\0\0\0\001\0";
	const guint8 way = (guint8)turned;
	GByteArray *to = g_byte_array_new();

	g_byte_array_append(to, head, sizeof head - 1);
	g_byte_array_append(to, &way, 1);
	g_byte_array_append(to, (const guint8 *)"\0\0\0\0\0\0", 6);
	return to;
}

static void
png_put(png_structp png, png_bytep bytes, size_t length)
{
	g_byte_array_append(png_get_io_ptr(png), bytes, (guint)length);
}

/* A palette of 216 colours and their nearest. */
static guint8
nearest(const unsigned char rgb[3])
{
	return (guint8)((rgb[0] + 25) / 51 * 36 + (rgb[1] + 25) / 51 * 6 +
			(rgb[2] + 25) / 51);
}

static void
png_palette(png_structp png, png_infop info)
{
	png_color colours[216];

	for (int i = 0; i < 216; i++)
		colours[i] = (png_color){(png_byte)(i / 36 * 51),
		    (png_byte)(i / 6 % 6 * 51), (png_byte)(i % 6 * 51)};
	png_set_PLTE(png, info, colours, 216);
}

static const struct png_form {
	int type, depth, bytes;
	bool interlaced;
} png_forms[CC_TEST_FORMS] = {
    [CC_TEST_PNG] = {PNG_COLOR_TYPE_RGB, 8, 3, false},
    [CC_TEST_PNG_GREY] = {PNG_COLOR_TYPE_GRAY, 8, 1, false},
    [CC_TEST_PNG_16] = {PNG_COLOR_TYPE_GRAY, 16, 2, false},
    [CC_TEST_PNG_PALETTE] = {PNG_COLOR_TYPE_PALETTE, 8, 1, false},
    [CC_TEST_PNG_ALPHA] = {PNG_COLOR_TYPE_RGB_ALPHA, 8, 4, false},
    [CC_TEST_PNG_INTERLACED] = {PNG_COLOR_TYPE_RGB, 8, 3, true},
};

static void
png_pixel(
    const struct cc_test_picture *picture, unsigned x, unsigned y, guint8 *to)
{
	unsigned char rgb[3];

	cc_test_pixel(picture, x, y, rgb);
	to[0] = rgb[0];
	if (picture->form == CC_TEST_PNG_16)
		to[1] = rgb[0];
	if (picture->form == CC_TEST_PNG_PALETTE)
		to[0] = nearest(rgb);
	if (png_forms[picture->form].bytes >= 3)
		memcpy(to, rgb, 3);
	/* The left half cannot be seen. */
	if (picture->form == CC_TEST_PNG_ALPHA)
		to[3] = x < picture->width / 2 ? 0 : 255;
}

static void
png_remark(png_structp png, png_infop info, const char *remark)
{
	png_text text = {.compression = PNG_TEXT_COMPRESSION_NONE,
	    .key = (char *)"Comment",
	    .text = (char *)remark};

	png_set_text(png, info, &text, 1);
}

static GByteArray *
write_png(const struct cc_test_picture *picture)
{
	const struct png_form *form = &png_forms[picture->form];
	const gsize row = (gsize)picture->width * (gsize)form->bytes;
	g_autofree guint8 *bytes = g_malloc(row * picture->height);
	g_autofree png_bytepp rows = g_new(png_bytep, picture->height);
	g_autoptr(GByteArray) turned = exif(picture->turned);
	GByteArray *to = g_byte_array_new();
	png_structp png =
	    png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, NULL, NULL);
	png_infop info = png_create_info_struct(png);

	for (unsigned y = 0; y < picture->height; y++) {
		rows[y] = bytes + y * row;
		for (unsigned x = 0; x < picture->width; x++)
			png_pixel(
			    picture, x, y, rows[y] + x * (unsigned)form->bytes);
	}
	png_set_write_fn(png, to, png_put, NULL);
	png_set_IHDR(png, info, picture->width, picture->height, form->depth,
	    form->type,
	    form->interlaced ? PNG_INTERLACE_ADAM7 : PNG_INTERLACE_NONE,
	    PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
	if (form->type == PNG_COLOR_TYPE_PALETTE)
		png_palette(png, info);
	if (picture->turned > 0)
		png_set_eXIf_1(png, info, turned->len, turned->data);
	if (picture->remark != NULL)
		png_remark(png, info, picture->remark);
	png_write_info(png, info);
	png_write_image(png, rows);
	png_write_end(png, info);
	png_destroy_write_struct(&png, &info);
	return to;
}

static const struct jpeg_form {
	J_COLOR_SPACE space;
	int bytes;
} jpeg_forms[CC_TEST_FORMS] = {
    [CC_TEST_JPEG] = {JCS_RGB, 3},
    [CC_TEST_JPEG_GREY] = {JCS_GRAYSCALE, 1},
    [CC_TEST_JPEG_PROGRESSIVE] = {JCS_RGB, 3},
    [CC_TEST_JPEG_CMYK] = {JCS_CMYK, 4},
};

static void
jpeg_remarks(
    struct jpeg_compress_struct *info, const struct cc_test_picture *picture)
{
	g_autoptr(GByteArray) marker = exif(picture->turned);

	g_byte_array_prepend(marker, (const guint8 *)"Exif\0", 6);
	if (picture->turned > 0)
		jpeg_write_marker(
		    info, JPEG_APP0 + 1, marker->data, marker->len);
	if (picture->remark != NULL)
		jpeg_write_marker(info, JPEG_COM,
		    (const JOCTET *)picture->remark,
		    (unsigned)strlen(picture->remark));
}

static GByteArray *
write_jpeg(const struct cc_test_picture *picture)
{
	const struct jpeg_form *form = &jpeg_forms[picture->form];
	GByteArray *to = g_byte_array_new();
	struct jpeg_compress_struct info;
	struct jpeg_error_mgr errors;
	unsigned char *bytes = NULL;
	unsigned long length = 0;
	g_autofree JSAMPLE *row = g_new0(JSAMPLE, 4 * (gsize)picture->width);

	info.err = jpeg_std_error(&errors);
	jpeg_create_compress(&info);
	jpeg_mem_dest(&info, &bytes, &length);
	info.image_width = picture->width;
	info.image_height = picture->height;
	info.input_components = form->bytes;
	info.in_color_space = form->space;
	jpeg_set_defaults(&info);
	if (picture->form == CC_TEST_JPEG_PROGRESSIVE)
		jpeg_simple_progression(&info);
	jpeg_start_compress(&info, TRUE);
	jpeg_remarks(&info, picture);
	for (unsigned y = 0; y < picture->height; y++) {
		for (unsigned x = 0; x < picture->width; x++) {
			unsigned char rgb[3];

			cc_test_pixel(picture, x, y, rgb);
			memcpy(row + x * (unsigned)form->bytes, rgb,
			    (size_t)MIN(form->bytes, 3));
		}
		jpeg_write_scanlines(&info, (JSAMPARRAY)&row, 1);
	}
	jpeg_finish_compress(&info);
	jpeg_destroy_compress(&info);
	g_byte_array_append(to, bytes, (guint)length);
	free(bytes);
	return to;
}

GByteArray *
cc_test_picture(const struct cc_test_picture *picture)
{
	return picture->form < CC_TEST_JPEG ? write_png(picture)
	                                    : write_jpeg(picture);
}
