/* The one writer of files. */
#ifndef CC_BASE_SINK_H
#define CC_BASE_SINK_H

#include "base/diag.h"

#include <stdbool.h>
#include <stddef.h>

/* A device, a FIFO and "-" are written straight through, every write and the
 * close checked. A regular or new file is a temporary in the same folder until
 * cc_sink_commit renames it: no half-written file is ever seen under its
 * name. */
struct cc_sink;

/* Opens for writing; on failure adds E003 (or E002) and returns NULL. A
 * symbolic link stays and the file that it names is replaced; a replaced file
 * keeps its permission bits, a new one has those of the umask. */
struct cc_sink *cc_sink_open(const char *path, struct cc_diags *diags);

/* The same for a file whose name comes from data: `name` is one component
 * below a folder that the caller has opened and keeps open, and no link at that
 * name is followed: a planted one is replaced like a file. What is neither file
 * nor link is refused. `path` is for diagnostics. */
struct cc_sink *cc_sink_open_in(int folder, const char *name, const char *path,
    struct cc_diags *diags);

/* A sink into memory: `to` is borrowed and grows. For tests and the API. */
struct cc_sink *cc_sink_open_memory(GString *to);

/* From now on cc_sink_commit waits until the disk has the file. */
void cc_sink_make_durable(struct cc_sink *sink);

/* Appends; after a failure further writes are no-ops and false. */
bool cc_sink_write(struct cc_sink *sink, const void *bytes, size_t length);

/* Whether a write has failed; commit will tell why. */
bool cc_sink_failed(const struct cc_sink *sink);

/* Puts the file under its name and destroys the sink. On failure adds a
 * diagnostic, leaves nothing behind and returns false. */
bool cc_sink_commit(struct cc_sink *sink, struct cc_diags *diags);

/* Destroys the sink and removes what was written. Takes NULL. */
void cc_sink_abandon(struct cc_sink *sink);

#endif
