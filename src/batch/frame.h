/* Frames: a length and so many bytes, as a supervisor and its workers write
 * them to each other. What comes from a worker that is broken may be anything,
 * and is taken apart as such. */
#ifndef CC_BATCH_FRAME_H
#define CC_BATCH_FRAME_H

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

/* Returns where it begins. */
guint cc_frame_begin(GByteArray *to);
void cc_frame_put_number(GByteArray *to, uint64_t number);
void cc_frame_put_bytes(GByteArray *to, const void *bytes, size_t length);
void cc_frame_put_string(GByteArray *to, const char *string); /* takes NULL */
void cc_frame_end(GByteArray *to, guint begin);

/* The body of a frame, taken from its start on; `broken` once it was not what
 * it should be, and then all that is taken is 0 or "". */
struct cc_frame {
	const guint8 *at, *end;
	bool broken;
};

enum cc_frame_found { CC_FRAME_MORE, CC_FRAME_WHOLE, CC_FRAME_BROKEN };

/* The first frame of the bytes, and in *length how many it takes. */
enum cc_frame_found cc_frame_find(
    const guint8 *bytes, size_t count, struct cc_frame *frame, size_t *length);

/* Borrowed from the bytes. */
uint64_t cc_frame_take_number(struct cc_frame *frame);
const char *cc_frame_take_bytes(struct cc_frame *frame, size_t *length);
const char *cc_frame_take_string(struct cc_frame *frame);

/* True where all was taken and nothing was wrong. */
bool cc_frame_ended(const struct cc_frame *frame);

#endif
