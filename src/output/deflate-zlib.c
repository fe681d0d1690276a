#include "output/deflate.h"

#include <glib.h>
#include <zlib.h>

struct cc_deflater {
	z_stream stream;
};

struct cc_deflater *
cc_deflater_create(void)
{
	struct cc_deflater *deflater = g_new0(struct cc_deflater, 1);

	/* A negative size of the window: no head. Out of memory ends the
	 * process, as it does in GLib. */
	if (deflateInit2(&deflater->stream, Z_BEST_SPEED, Z_DEFLATED,
		-MAX_WBITS, MAX_MEM_LEVEL, Z_DEFAULT_STRATEGY) != Z_OK)
		g_error("no memory to deflate in");
	return deflater;
}

void
cc_deflater_destroy(struct cc_deflater *deflater)
{
	if (deflater == NULL)
		return;
	deflateEnd(&deflater->stream);
	g_free(deflater);
}

size_t
cc_deflate_into(struct cc_deflater *deflater, const void *bytes, size_t length,
    void *to, size_t room)
{
	z_stream *stream = &deflater->stream;

	deflateReset(stream);
	stream->next_in = (Bytef *)bytes;
	stream->avail_in = (uInt)length;
	stream->next_out = to;
	stream->avail_out = (uInt)room;
	return deflate(stream, Z_FINISH) == Z_STREAM_END ? stream->total_out
	                                                 : 0;
}

uint32_t
cc_crc(const void *bytes, size_t length)
{
	return (uint32_t)crc32_z(0, bytes, length);
}
