/* What came of each case on standard output, in the order of the input: for
 * programs that have cases drawn through a pipe. */
#ifndef CC_BATCH_STREAM_H
#define CC_BATCH_STREAM_H

#include "base/diag.h"
#include "batch/record.h"

struct cc_stream;
struct cc_stream *cc_stream_create(void);
void cc_stream_destroy(struct cc_stream *stream); /* takes NULL */

/* The record as a line, with the picture in it unless that is NULL: as text
 * where it is text, else in base 64. It waits for those before it. */
void cc_stream_add(struct cc_stream *stream, const struct cc_record *record,
    const char *picture, size_t length);

/* Whether a case of this number may be begun: else the lines that wait would
 * be too many. */
bool cc_stream_room(const struct cc_stream *stream, uint64_t number);

/* Writes what waits for nothing. False after diagnostics. */
bool cc_stream_flush(struct cc_stream *stream, struct cc_diags *diags);

#endif
