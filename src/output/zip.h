/* Zip files, written from front to back: nothing is sought, and no size comes
 * after its bytes, which some readers do not take. The same members give the
 * same bytes: their date is that of the format's first day. */
#ifndef CC_OUTPUT_ZIP_H
#define CC_OUTPUT_ZIP_H

#include "base/diag.h"
#include "base/sink.h"
#include "output/deflate.h"

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

/* A member as it lies in the file, so that it can be made elsewhere: by a
 * worker, or before the members that stand in front of it are known. */
struct cc_zip_member {
	const char *name;  /* UTF-8, parts parted by '/' */
	const void *bytes; /* a deflate stream, or the file as it is */
	size_t length;     /* of the bytes */
	size_t plain;      /* of the file */
	uint32_t crc;      /* of the file */
	bool deflated;
};

/* A member of some bytes, deflated where that makes them fewer. `name` is
 * borrowed; what the member's bytes are is the caller's to free. */
struct cc_zip_member cc_deflate(struct cc_deflater *deflater, const char *name,
    const void *bytes, size_t length);

struct cc_zip {
	struct cc_sink *sink;
	GString *directory; /* what stands at the end of the file */
	guint count;        /* of members */
	uint64_t at;        /* bytes written */
	bool full;          /* one found no room: see cc_zip_finish */
};

void cc_zip_init(struct cc_zip *zip, struct cc_sink *sink);
void cc_zip_add(struct cc_zip *zip, const struct cc_zip_member *member);

/* Writes the directory and frees what the zip holds. False, with E496, where
 * the members were more or larger than a zip file can tell; a failed write is
 * told by the sink. */
bool cc_zip_finish(struct cc_zip *zip, struct cc_diags *diags);

#endif
