/* Deflate (RFC 1951), without a head: by libdeflate where it was there at build
 * time, which takes half the time of zlib and makes less of it. Bytes hang on
 * which it is, and on nothing else. */
#ifndef CC_OUTPUT_DEFLATE_H
#define CC_OUTPUT_DEFLATE_H

#include <stddef.h>
#include <stdint.h>

/* One serves for many. */
struct cc_deflater;
struct cc_deflater *cc_deflater_create(void);
void cc_deflater_destroy(struct cc_deflater *deflater); /* takes NULL */

/* Returns the length of the stream, 0 where it has no room. */
size_t cc_deflate_into(struct cc_deflater *deflater, const void *bytes,
    size_t length, void *to, size_t room);

/* As zip files have it of what they hold. */
uint32_t cc_crc(const void *bytes, size_t length);

#endif
