/* Pictures inside of a figure: PNG and JPEG files in memory. */
#ifndef CC_OUTPUT_PICTURE_H
#define CC_OUTPUT_PICTURE_H

#include <cairo.h>
#include <stddef.h>

/* "image/png", or "image/jpeg" of anything else; by the first bytes. */
const char *cc_picture_type(const void *bytes, size_t length);

/* An image surface that the caller destroys; NULL where the file is broken. A
 * JPEG also goes along as it is, for outputs that can hold one. */
cairo_surface_t *cc_picture_read(const void *bytes, size_t length);

#endif
