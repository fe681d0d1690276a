/* Pixels in memory: turned, made smaller, looked at. */
#include "picture/pixels.h"

#include <string.h>

void
cc_pixels_finish(struct cc_pixels *pixels)
{
	g_clear_pointer(&pixels->rgb, g_free);
}

bool
cc_pixels_fit(const struct cc_pixels *pixels)
{
	return pixels->width <= CC_PICTURE_SIDE_MOST &&
	       pixels->height <= CC_PICTURE_SIDE_MOST;
}

static void
replace(struct cc_pixels *pixels, struct cc_pixels by)
{
	g_free(pixels->rgb);
	*pixels = by;
}

static struct cc_pixels
pixels_of(unsigned width, unsigned height)
{
	return (struct cc_pixels){
	    width, height, g_malloc_n((gsize)width * height, CC_RGB)};
}

/* Exif 2.32, tag 274: what the first row and the first column of the file are
 * of the picture. */
static const struct turn {
	bool across; /* rows are columns */
	bool right;  /* read from the right side of the file */
	bool bottom; /* and from its bottom */
} turns[] = {
    [CC_UPRIGHT] = {false, false, false},
    [2] = {false, true, false},
    [3] = {false, true, true},
    [4] = {false, false, true},
    [5] = {true, false, false},
    [6] = {true, false, true},
    [7] = {true, true, true},
    [8] = {true, true, false},
};

void
cc_pixels_turn(struct cc_pixels *pixels, int turned)
{
	const struct turn *turn = &turns[turned];
	const unsigned width = pixels->width, height = pixels->height;
	struct cc_pixels to;
	unsigned char *at;

	if (turned == CC_UPRIGHT)
		return;
	to = turn->across ? pixels_of(height, width) : pixels_of(width, height);
	at = to.rgb;
	for (unsigned y = 0; y < to.height; y++) {
		for (unsigned x = 0; x < to.width; x++, at += CC_RGB) {
			unsigned i = turn->across ? y : x;
			unsigned k = turn->across ? x : y;

			i = turn->right ? width - 1 - i : i;
			k = turn->bottom ? height - 1 - k : k;
			memcpy(at,
			    pixels->rgb + ((gsize)k * width + i) * CC_RGB,
			    CC_RGB);
		}
	}
	replace(pixels, to);
}

/* One line of `from` pixels as one of `to`; `step` bytes lie between
 * neighbours. Lengths are counted in parts, `to` of them to an old pixel and
 * `from` to a new one, so that all is in whole numbers. */
static void
line_shrink(const unsigned char *old, unsigned from, gsize old_step,
    unsigned char *new, unsigned to, gsize new_step)
{
	for (unsigned x = 0; x < to; x++) {
		const guint64 start = (guint64)x * from, end = start + from;
		guint64 sum[CC_RGB] = {0};

		for (guint64 i = start / to; i * to < end; i++) {
			guint64 share =
			    MIN(end, (i + 1) * to) - MAX(start, i * to);

			for (int c = 0; c < CC_RGB; c++)
				sum[c] += share * old[i * old_step + c];
		}
		for (int c = 0; c < CC_RGB; c++)
			new[x * new_step + c] =
			    (unsigned char)((sum[c] + from / 2) / from);
	}
}

static void
shrink_across(struct cc_pixels *pixels, unsigned width)
{
	struct cc_pixels to = pixels_of(width, pixels->height);

	for (gsize y = 0; y < to.height; y++)
		line_shrink(pixels->rgb + y * pixels->width * CC_RGB,
		    pixels->width, CC_RGB, to.rgb + y * width * CC_RGB, width,
		    CC_RGB);
	replace(pixels, to);
}

static void
shrink_down(struct cc_pixels *pixels, unsigned height)
{
	struct cc_pixels to = pixels_of(pixels->width, height);
	const gsize row = (gsize)to.width * CC_RGB;

	for (gsize x = 0; x < row; x += CC_RGB)
		line_shrink(pixels->rgb + x, pixels->height, row, to.rgb + x,
		    height, row);
	replace(pixels, to);
}

void
cc_pixels_shrink(struct cc_pixels *pixels, unsigned side)
{
	const unsigned longer = MAX(pixels->width, pixels->height);
	unsigned width, height;

	if (longer <= side)
		return;
	width = MAX(1, pixels->width * side / longer);
	height = MAX(1, pixels->height * side / longer);
	shrink_across(pixels, width);
	shrink_down(pixels, height);
}

bool
cc_pixels_grey(const struct cc_pixels *pixels)
{
	const gsize count = (gsize)pixels->width * pixels->height;
	const unsigned char *at = pixels->rgb;

	for (gsize i = 0; i < count; i++, at += CC_RGB)
		if (at[0] != at[1] || at[0] != at[2])
			return false;
	return true;
}

/* How light a colour is, in thousandths (ITU-R BT.601, as JPEG has it). */
static const unsigned lightness[CC_RGB] = {299, 587, 114};

void
cc_pixels_bleach(struct cc_pixels *pixels)
{
	const gsize count = (gsize)pixels->width * pixels->height;
	unsigned char *at = pixels->rgb;

	for (gsize i = 0; i < count; i++, at += CC_RGB) {
		unsigned sum = 500;

		for (int c = 0; c < CC_RGB; c++)
			sum += lightness[c] * at[c];
		memset(at, (int)(sum / 1000), CC_RGB);
	}
}
