/* What the files of this room share. */
#ifndef CC_PICTURE_PIXELS_H
#define CC_PICTURE_PIXELS_H

#include "picture/picture.h"

/* Bytes of a pixel: red, green, blue. */
#define CC_RGB 3

/* One file a kind. Reading tells how the rows have to be turned, as EXIF
 * counts it; writing appends the file. */
enum cc_picture_trouble cc_png_read(
    struct cc_pixels *pixels, const void *bytes, size_t length, int *turned);
enum cc_picture_trouble cc_jpeg_read(
    struct cc_pixels *pixels, const void *bytes, size_t length, int *turned);
bool cc_png_write(const struct cc_pixels *pixels, GByteArray *to);
bool cc_jpeg_write(const struct cc_pixels *pixels, GByteArray *to);

/* exif.c: which way is up, 1 to 8; 1, as they are, where nothing readable says
 * so. */
#define CC_UPRIGHT 1
int cc_exif_turned(const unsigned char *bytes, size_t length);

/* True where both sides are within what is read. */
bool cc_pixels_fit(const struct cc_pixels *pixels);
void cc_pixels_turn(struct cc_pixels *pixels, int turned);
/* To at most `side` each way: each pixel the mean of what it stands for. */
void cc_pixels_shrink(struct cc_pixels *pixels, unsigned side);
bool cc_pixels_grey(const struct cc_pixels *pixels);
void cc_pixels_bleach(struct cc_pixels *pixels); /* to greys */

#endif
