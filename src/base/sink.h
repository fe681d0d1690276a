/* The one writer of files. */
#ifndef CC_BASE_SINK_H
#define CC_BASE_SINK_H

#include "base/diag.h"

#include <stdbool.h>
#include <stddef.h>

/* A device, a FIFO and "-" are written straight through, every write and the
 * close checked. A regular or new file is a temporary in the same folder
 * (O_EXCL, O_NOFOLLOW) until cc_sink_commit renames it: no half-written file
 * is ever seen under its name. */
struct cc_sink;

/* Opens for writing; on failure adds E003 (or E002) and returns NULL. */
struct cc_sink *cc_sink_open(const char *path, struct cc_diags *diags);

/* A sink into memory: `to` is borrowed and grows. For tests and the API. */
struct cc_sink *cc_sink_open_memory(GString *to);

/* Appends; after a failure further writes are no-ops and false. */
bool cc_sink_write(struct cc_sink *sink, const void *bytes, size_t length);

/* Puts the file under its name and destroys the sink. On failure adds a
 * diagnostic, leaves nothing behind and returns false. */
bool cc_sink_commit(struct cc_sink *sink, struct cc_diags *diags);

/* Destroys the sink and removes what was written. Takes NULL. */
void cc_sink_abandon(struct cc_sink *sink);

#endif
