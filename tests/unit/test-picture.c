#include "output/picture.h"
#include "picture/picture.h"
#include "pictures.h"

#include <string.h>

#define SIDE 24 /* [px] */

static const struct cc_test_picture red = {
    .scene = CC_TEST_RED, .form = CC_TEST_PNG, .width = 5, .height = 5};

static struct cc_test_picture
red_in(enum cc_test_form form)
{
	struct cc_test_picture picture = red;

	picture.form = form;
	return picture;
}

static enum cc_picture_trouble
trouble_of(const GByteArray *file)
{
	struct cc_pixels pixels;
	enum cc_picture_trouble trouble =
	    cc_pixels_read(&pixels, file->data, file->len);

	cc_pixels_finish(&pixels);
	return trouble;
}

/* How far two pixels lie apart. */
static int
apart(const unsigned char *a, const unsigned char *b)
{
	int most = 0;

	for (int c = 0; c < 3; c++)
		most = MAX(most, ABS(a[c] - b[c]));
	return most;
}

/* ---- what is read ---- */

/* The pixels that the file was made of, as far as the form keeps them. */
static void
assert_read(enum cc_test_form form, int most)
{
	const struct cc_test_picture picture = {
	    .scene = CC_TEST_PET, .form = form, .width = SIDE, .height = 31};
	g_autoptr(GByteArray) file = cc_test_picture(&picture);
	struct cc_pixels pixels;

	g_assert_cmpint(cc_pixels_read(&pixels, file->data, file->len), ==,
	    CC_PICTURE_FINE);
	g_assert_cmpuint(pixels.width, ==, picture.width);
	g_assert_cmpuint(pixels.height, ==, picture.height);
	for (unsigned y = 0; y < pixels.height; y++) {
		for (unsigned x = 0; x < pixels.width; x++) {
			unsigned char rgb[3] = {255, 255, 255};

			if (form != CC_TEST_PNG_ALPHA || x >= SIDE / 2)
				cc_test_pixel(&picture, x, y, rgb);
			g_assert_cmpint(
			    apart(rgb, pixels.rgb + (y * SIDE + x) * 3), <=,
			    most);
		}
	}
	cc_pixels_finish(&pixels);
}

#define PALETTE_STEP 26 /* half of one, and what rounding adds */
#define JPEG_LOSS 40    /* of small pictures with sharp edges */

static void
test_read(void)
{
	static const int most[CC_TEST_FORMS] = {
	    [CC_TEST_PNG_PALETTE] = PALETTE_STEP,
	    [CC_TEST_JPEG] = JPEG_LOSS,
	    [CC_TEST_JPEG_GREY] = JPEG_LOSS,
	    [CC_TEST_JPEG_PROGRESSIVE] = JPEG_LOSS,
	};

	for (int form = 0; form < CC_TEST_JPEG_CMYK; form++)
		assert_read((enum cc_test_form)form, most[form]);
}

static void
test_one_pixel(void)
{
	for (int form = 0; form < CC_TEST_JPEG_CMYK; form++) {
		struct cc_test_picture picture =
		    red_in((enum cc_test_form)form);
		g_autoptr(GByteArray) file = NULL;

		picture.width = picture.height = 1;
		file = cc_test_picture(&picture);
		g_assert_cmpint(trouble_of(file), ==, CC_PICTURE_FINE);
	}
}

/* Which corner of the stored rows is the upper left one of the picture. */
static void
test_turned(void)
{
	static const struct {
		bool across, right, bottom;
	} corners[] = {{0}, {false, false, false}, {false, true, false},
	    {false, true, true}, {false, false, true}, {true, false, false},
	    {true, false, true}, {true, true, true}, {true, true, false}};

	for (int turned = 0; turned <= 8; turned++) {
		for (int form = 0; form < 2; form++) {
			const struct cc_test_picture picture = {
			    .scene = CC_TEST_PET,
			    .form = form == 0 ? CC_TEST_PNG : CC_TEST_JPEG,
			    .width = 40,
			    .height = 60,
			    .turned = turned};
			g_autoptr(GByteArray) file = cc_test_picture(&picture);
			struct cc_pixels pixels;
			unsigned char rgb[3];

			cc_pixels_read(&pixels, file->data, file->len);
			g_assert_cmpuint(
			    pixels.width, ==, corners[turned].across ? 60 : 40);
			cc_test_pixel(&picture,
			    corners[turned].right ? 39 - 18 : 18,
			    corners[turned].bottom ? 59 - 6 : 6, rgb);
			g_assert_cmpint(
			    apart(rgb,
				pixels.rgb + (corners[turned].across
						     ? 18 * pixels.width + 6
						     : 6 * pixels.width + 18) *
						 3),
			    <=, JPEG_LOSS);
			cc_pixels_finish(&pixels);
		}
	}
}

/* ---- what is not ---- */

static void
test_cmyk(void)
{
	const struct cc_test_picture picture = red_in(CC_TEST_JPEG_CMYK);
	g_autoptr(GByteArray) file = cc_test_picture(&picture);

	g_assert_cmpint(trouble_of(file), ==, CC_PICTURE_INKS);
}

/* Two bytes a side, big-endian: of a PNG after its signature and the head of
 * its first chunk, of a JPEG behind the marker of its frame. */
static void
claim(GByteArray *file, gsize at, unsigned width, unsigned height)
{
	file->data[at] = (guint8)(width >> 8);
	file->data[at + 1] = (guint8)width;
	file->data[at + 4] = (guint8)(height >> 8);
	file->data[at + 5] = (guint8)height;
}

static guint32
crc(const guint8 *bytes, gsize length)
{
	guint32 sum = 0xFFFFFFFFu;

	for (gsize i = 0; i < length; i++) {
		sum ^= bytes[i];
		for (int k = 0; k < 8; k++)
			sum = sum >> 1 ^ (sum & 1 ? 0xEDB88320u : 0);
	}
	return sum ^ 0xFFFFFFFFu;
}

/* A file of some hundred bytes that would take gigabytes of memory. */
static void
test_bomb(void)
{
	struct cc_test_picture picture = red;
	g_autoptr(GByteArray) png = cc_test_picture(&picture);
	g_autoptr(GByteArray) jpeg = NULL;
	guint32 sum;
	guint8 *frame;

	claim(png, 18, 65535, 65535);
	sum = GUINT32_TO_BE(crc(png->data + 12, 17));
	memcpy(png->data + 29, &sum, sizeof sum);
	g_assert_cmpint(trouble_of(png), ==, CC_PICTURE_LARGE);

	picture.form = CC_TEST_JPEG;
	jpeg = cc_test_picture(&picture);
	frame = memmem(jpeg->data, jpeg->len, "\xFF\xC0", 2);
	g_assert_nonnull(frame);
	memcpy(frame + 5, "\xFF\xDC\xFF\xDC", 4); /* 65500 by 65500 */
	g_assert_cmpint(trouble_of(jpeg), ==, CC_PICTURE_LARGE);
	/* More than the library takes for a picture. */
	memset(frame + 5, 0xFF, 4);
	g_assert_cmpint(trouble_of(jpeg), ==, CC_PICTURE_BROKEN);
}

static void
test_side(void)
{
	struct cc_test_picture picture = {
	    .scene = CC_TEST_RED, .width = CC_PICTURE_SIDE_MOST, .height = 1};

	for (int form = 0; form < 2; form++) {
		g_autoptr(GByteArray) fits = NULL, large = NULL;

		picture.form = form == 0 ? CC_TEST_PNG : CC_TEST_JPEG;
		picture.width = CC_PICTURE_SIDE_MOST;
		fits = cc_test_picture(&picture);
		picture.width++;
		large = cc_test_picture(&picture);
		g_assert_cmpint(trouble_of(fits), ==, CC_PICTURE_FINE);
		g_assert_cmpint(trouble_of(large), ==, CC_PICTURE_LARGE);
	}
}

/* Empty scans of the whole picture, by the thousand: hours of work. */
static void
test_scans(void)
{
	const struct cc_test_picture picture = {.scene = CC_TEST_RED,
	    .form = CC_TEST_JPEG_PROGRESSIVE,
	    .width = 64,
	    .height = 64};
	g_autoptr(GByteArray) file = cc_test_picture(&picture);
	g_autoptr(GByteArray) bomb = g_byte_array_new();
	const guint8 *scan = NULL, *next;

	/* The last one, to the end of the picture. */
	next = file->data;
	while (
	    (next = memmem(next + 1, (gsize)(file->data + file->len - next - 1),
		 "\xFF\xDA", 2)) != NULL)
		scan = next;
	g_assert_nonnull(scan);
	next = file->data + file->len - 2;
	g_byte_array_append(bomb, file->data, (guint)(next - file->data));
	for (int i = 0; i < 1000; i++)
		g_byte_array_append(bomb, scan, (guint)(next - scan));
	g_byte_array_append(bomb, next, 2);
	g_assert_cmpint(trouble_of(file), ==, CC_PICTURE_FINE);
	g_assert_cmpint(trouble_of(bomb), ==, CC_PICTURE_BROKEN);
}

/* Cut anywhere and spoilt anywhere: an answer, or none, and no crash. What was
 * cut before its last pixel is no picture. */
static void
torture(enum cc_test_form form)
{
	const struct cc_test_picture picture = {.scene = CC_TEST_PET,
	    .form = form,
	    .width = 9,
	    .height = 7,
	    .turned = 6};
	g_autoptr(GByteArray) file = cc_test_picture(&picture);

	for (guint i = 0; i < file->len; i++) {
		g_autofree guint8 *copy = g_memdup2(file->data, file->len);
		GByteArray cut = {copy, i}, spoilt = {copy, file->len};

		if (i + 16 < file->len)
			g_assert_cmpint(trouble_of(&cut), !=, CC_PICTURE_FINE);
		copy[i] ^= 0xFF;
		trouble_of(&spoilt);
	}
}

static void
test_broken(void)
{
	for (int form = 0; form < CC_TEST_FORMS; form++)
		torture((enum cc_test_form)form);
	g_assert_null(cc_picture_surface("", 0));
	g_assert_null(cc_picture_surface("GIF89a", 6));
}

/* ---- what is made ---- */

struct made {
	struct cc_arena arena;
	struct cc_picture picture;
	const char *why;
	bool done;
};

static void
make(struct made *made, const char *name, const GByteArray *file)
{
	cc_arena_init(&made->arena);
	made->done = cc_picture_make(&made->arena, name, file->data, file->len,
	    &made->picture, &made->why);
}

static void
assert_refused(
    const char *name, const void *bytes, size_t length, const char *word)
{
	GByteArray file = {(guint8 *)bytes, (guint)length};
	struct made made;

	make(&made, name, &file);
	g_assert_false(made.done);
	g_assert_nonnull(strstr(made.why, word));
	cc_arena_finish(&made.arena);
}

static void
test_why(void)
{
	struct cc_test_picture picture = red_in(CC_TEST_JPEG);
	g_autoptr(GByteArray) jpeg = cc_test_picture(&picture);
	g_autoptr(GByteArray) png = cc_test_picture(&red);
	char dicom[160] = "";

	memcpy(dicom + 128, "DICM", 4);
	assert_refused("a.png", jpeg->data, jpeg->len, "end in .jpg");
	assert_refused("a.jpg", png->data, png->len, "end in .png");
	assert_refused("a.png", png->data, png->len - 20, "cut short");
	assert_refused("a.png", "", 0, "empty");
	assert_refused("a.png", "text", 4, "neither");
	assert_refused("a.png", "GIF89a", 6, "GIF");
	assert_refused("a.png", dicom, sizeof dicom, "DICOM");
}

static void
test_named(void)
{
	g_assert_true(cc_picture_named("a.png"));
	g_assert_true(cc_picture_named("IMG_0001.JPG"));
	g_assert_true(cc_picture_named("scans/a.jpeg"));
	g_assert_false(cc_picture_named(".png"));
	g_assert_false(cc_picture_named("a.gif"));
	g_assert_false(cc_picture_named("png"));
}

/* Nothing is left of what was written beside the pixels, and it is upright. */
static void
test_bare(void)
{
	static const char remark[] = "Dr Kanari 1993-11-17";

	for (int form = 0; form < CC_TEST_JPEG_CMYK; form++) {
		const struct cc_test_picture picture = {.scene = CC_TEST_MARROW,
		    .form = (enum cc_test_form)form,
		    .width = 60,
		    .height = 40,
		    .turned = 6,
		    .remark = remark};
		g_autoptr(GByteArray) file = cc_test_picture(&picture);
		struct made made;

		make(&made, form < CC_TEST_JPEG ? "a.png" : "a.jpg", file);
		g_assert_true(made.done);
		g_assert_cmpuint(made.picture.width, ==, 40);
		g_assert_nonnull(
		    memmem(file->data, file->len, remark, strlen(remark)));
		g_assert_null(memmem(made.picture.bytes, made.picture.length,
		    remark, strlen(remark)));
		g_assert_null(
		    memmem(made.picture.bytes, made.picture.length, "xif", 3));
		g_assert_null(
		    memmem(made.picture.bytes, made.picture.length, "XIf", 3));
		cc_arena_finish(&made.arena);
	}
}

static void
test_same_bytes(void)
{
	for (int form = 0; form < CC_TEST_JPEG_CMYK; form++) {
		const struct cc_test_picture picture =
		    red_in((enum cc_test_form)form);
		g_autoptr(GByteArray) file = cc_test_picture(&picture);
		const char *name = form < CC_TEST_JPEG ? "a.png" : "a.jpg";
		struct made one, two;

		make(&one, name, file);
		make(&two, name, file);
		g_assert_cmpmem(one.picture.bytes, one.picture.length,
		    two.picture.bytes, two.picture.length);
		cc_arena_finish(&one.arena);
		cc_arena_finish(&two.arena);
	}
}

/* Smaller, in the same proportions, of the same colour. */
static void
test_shrunk(void)
{
	const struct cc_test_picture picture = {.scene = CC_TEST_RED,
	    .form = CC_TEST_PNG,
	    .width = 3 * CC_PICTURE_SIDE_DRAWN,
	    .height = 33};
	g_autoptr(GByteArray) file = cc_test_picture(&picture);
	struct cc_pixels pixels;
	struct made made;

	make(&made, "a.png", file);
	g_assert_true(made.done);
	g_assert_cmpuint(made.picture.width, ==, CC_PICTURE_SIDE_DRAWN);
	g_assert_cmpuint(made.picture.height, ==, 11);
	g_assert_cmpstr(
	    cc_picture_type(made.picture.bytes, made.picture.length), ==,
	    "image/png");
	cc_pixels_read(&pixels, made.picture.bytes, made.picture.length);
	for (gsize i = 0; i < (gsize)pixels.width * pixels.height; i++)
		g_assert_cmpmem(pixels.rgb + 3 * i, 3, "\xFF\0\0", 3);
	cc_pixels_finish(&pixels);
	cc_arena_finish(&made.arena);
}

/* Red is as light as 0.299 of white: 76 of 255. What is grey stays as it is. */
static void
test_in_greys(void)
{
	g_autoptr(GByteArray) png = cc_test_picture(&red);
	const struct cc_picture *grey;
	struct cc_pixels pixels;
	struct made made;

	make(&made, "a.png", png);
	grey = cc_picture_in_greys(&made.arena, &made.picture);
	g_assert_nonnull(grey);
	g_assert_cmpuint(grey->width, ==, red.width);
	g_assert_cmpuint(grey->height, ==, red.height);
	g_assert_cmpint(cc_pixels_read(&pixels, grey->bytes, grey->length), ==,
	    CC_PICTURE_FINE);
	for (gsize i = 0; i < (gsize)3 * pixels.width * pixels.height; i++)
		g_assert_cmpuint(pixels.rgb[i], ==, 76);
	cc_pixels_finish(&pixels);
	g_assert_true(cc_picture_in_greys(&made.arena, grey) == grey);
	cc_arena_finish(&made.arena);
}

static void
test_jpeg_in_greys(void)
{
	struct cc_test_picture picture = red_in(CC_TEST_JPEG);
	g_autoptr(GByteArray) jpeg = cc_test_picture(&picture);
	const struct cc_picture *grey;
	struct made made;

	make(&made, "a.jpg", jpeg);
	grey = cc_picture_in_greys(&made.arena, &made.picture);
	g_assert_nonnull(grey);
	g_assert_cmpstr(
	    cc_picture_type(grey->bytes, grey->length), ==, "image/jpeg");
	/* One component in the frame, where colours have three. */
	g_assert_nonnull(memmem(grey->bytes, grey->length,
	    "\xFF\xC0\x00\x0B\x08\x00\x05\x00\x05\x01", 10));
	cc_arena_finish(&made.arena);
}

/* ---- what is painted ---- */

static void
test_surface(void)
{
	for (int form = 0; form < 2; form++) {
		const struct cc_test_picture picture =
		    red_in(form == 0 ? CC_TEST_PNG : CC_TEST_JPEG);
		g_autoptr(GByteArray) file = cc_test_picture(&picture);
		cairo_surface_t *surface =
		    cc_picture_surface(file->data, file->len);
		guint32 pixel;

		g_assert_nonnull(surface);
		g_assert_cmpint(
		    cairo_image_surface_get_width(surface), ==, red.width);
		memcpy(&pixel, cairo_image_surface_get_data(surface),
		    sizeof pixel);
		g_assert_cmpint(pixel >> 16 & 0xFF, >=, 0xFC);
		g_assert_cmpint(pixel & 0xFFFF, <=, 0x0404);
		cairo_surface_destroy(surface);
	}
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/picture/read", test_read);
	g_test_add_func("/picture/one-pixel", test_one_pixel);
	g_test_add_func("/picture/turned", test_turned);
	g_test_add_func("/picture/cmyk", test_cmyk);
	g_test_add_func("/picture/bomb", test_bomb);
	g_test_add_func("/picture/side", test_side);
	g_test_add_func("/picture/scans", test_scans);
	g_test_add_func("/picture/broken", test_broken);
	g_test_add_func("/picture/why", test_why);
	g_test_add_func("/picture/named", test_named);
	g_test_add_func("/picture/bare", test_bare);
	g_test_add_func("/picture/same-bytes", test_same_bytes);
	g_test_add_func("/picture/shrunk", test_shrunk);
	g_test_add_func("/picture/in-greys", test_in_greys);
	g_test_add_func("/picture/jpeg-in-greys", test_jpeg_in_greys);
	g_test_add_func("/picture/surface", test_surface);
	return g_test_run();
}
