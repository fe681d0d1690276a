/* Pictures inside of a figure, for Cairo. */
#ifndef CC_OUTPUT_PICTURE_H
#define CC_OUTPUT_PICTURE_H

#include <cairo.h>
#include <stddef.h>

/* An image surface that the caller destroys, of a PNG or JPEG file in memory;
 * NULL where it is broken. A JPEG also goes along as it is, for outputs that
 * can hold one. */
cairo_surface_t *cc_picture_surface(const void *bytes, size_t length);

#endif
