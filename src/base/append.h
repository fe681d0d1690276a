/* A file of lines that only grows: what was done so far, for whoever goes on
 * after this process has ended, however it did. */
#ifndef CC_BASE_APPEND_H
#define CC_BASE_APPEND_H

#include "base/diag.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct cc_append;

/* Opens a file of a folder that stays open, makes it where there is none, and
 * locks it; `afresh` empties it. No link at that name is followed. `path` is
 * for diagnostics. NULL after E003, or after E502 where another process has
 * it. */
struct cc_append *cc_append_open(int folder, const char *name, const char *path,
    bool afresh, struct cc_diags *diags);

/* Returns where the line begins; its end is added. It may be held back until
 * it is flushed. */
uint64_t cc_append_line(
    struct cc_append *append, const char *line, size_t length);

/* False after E003, once. */
bool cc_append_flush(struct cc_append *append, struct cc_diags *diags);

/* What was appended from `from` on, as far as it was flushed; at most `most`
 * bytes. Returns their number, 0 at the end. */
size_t cc_append_read(
    const struct cc_append *append, uint64_t from, char *to, size_t most);

/* Closes it; takes NULL. What was not flushed is lost; a file without a line is
 * removed. */
void cc_append_close(struct cc_append *append);

/* Removes it first: it has served its turn. False after E003. */
bool cc_append_remove(struct cc_append *append, struct cc_diags *diags);

#endif
