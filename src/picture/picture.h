/* Pictures beside a case: PNG and JPEG files in memory. They come from anybody:
 * nothing is believed that a file says of itself, and of what it says beside
 * its pixels only which way is up is heeded. */
#ifndef CC_PICTURE_PICTURE_H
#define CC_PICTURE_PICTURE_H

#include "base/arena.h"

#include <glib.h>
#include <stdbool.h>

#define CC_PICTURE_BYTES_MOST (4u << 20) /* of a file */
#define CC_PICTURE_SIDE_MOST 4096        /* [px] of one that is read */
#define CC_PICTURE_SIDE_DRAWN 1024       /* [px] of one that is made */

/* Why a file is no picture. */
enum cc_picture_trouble {
	CC_PICTURE_FINE,
	CC_PICTURE_FOREIGN, /* of another kind */
	CC_PICTURE_LARGE,   /* a side of more than CC_PICTURE_SIDE_MOST */
	CC_PICTURE_INKS,    /* colours for print */
	CC_PICTURE_BROKEN   /* cut short, damaged, of a kind that is not read */
};

/* Upright rows from top to bottom, of red, green and blue. */
struct cc_pixels {
	unsigned width, height;
	unsigned char *rgb; /* owned */
};

/* Decodes; of a LARGE one only its sides are told. */
enum cc_picture_trouble cc_pixels_read(
    struct cc_pixels *pixels, const void *bytes, size_t length);
void cc_pixels_finish(struct cc_pixels *pixels);

/* A picture as figures hold it. */
struct cc_picture {
	unsigned width, height; /* [px] */
	const void *bytes;      /* a PNG or JPEG file, of the same kind */
	size_t length;
};

/* Makes one of a file: upright, no larger than is drawn, its pixels and nothing
 * else; the same bytes of the same bytes. False, with *why in words, where that
 * cannot be done, or where the file is not what its name says. All of it in
 * `arena`. */
bool cc_picture_make(struct cc_arena *arena, const char *name,
    const void *bytes, size_t length, struct cc_picture *picture,
    const char **why);

/* The same picture in greys, each as light as the colour that it stands for; the
 * picture itself where it has no other. NULL where memory lacks. In `arena`. */
const struct cc_picture *cc_picture_in_greys(
    struct cc_arena *arena, const struct cc_picture *picture);

/* Whether a name is that of a picture: it ends in .png, .jpg or .jpeg. */
bool cc_picture_named(const char *name);

/* "image/png", or "image/jpeg" of anything else. */
const char *cc_picture_type(const void *bytes, size_t length);

#endif
