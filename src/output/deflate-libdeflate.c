#include "output/deflate.h"

#include <glib.h>
#include <libdeflate.h>

#define LEVEL 1

struct cc_deflater {
	struct libdeflate_compressor *compressor;
};

struct cc_deflater *
cc_deflater_create(void)
{
	struct cc_deflater *deflater = g_new0(struct cc_deflater, 1);

	deflater->compressor = libdeflate_alloc_compressor(LEVEL);
	/* Out of memory ends the process, as it does in GLib. */
	if (deflater->compressor == NULL)
		g_error("no memory to deflate in");
	return deflater;
}

void
cc_deflater_destroy(struct cc_deflater *deflater)
{
	if (deflater == NULL)
		return;
	libdeflate_free_compressor(deflater->compressor);
	g_free(deflater);
}

size_t
cc_deflate_into(struct cc_deflater *deflater, const void *bytes, size_t length,
    void *to, size_t room)
{
	return libdeflate_deflate_compress(
	    deflater->compressor, bytes, length, to, room);
}

uint32_t
cc_crc(const void *bytes, size_t length)
{
	return libdeflate_crc32(0, bytes, length);
}
