/* A worker's seat: what a process forked for it may use, and its end of the
 * socket. */
#ifndef CC_BATCH_SEAT_H
#define CC_BATCH_SEAT_H

#include "batch/batch.h"
#include "batch/frame.h"

struct cc_seat {
	int fd;
	GByteArray *in, *out; /* what came, and what is to be sent */
	size_t taken;         /* of what came, by the last frame */
};

/* From now on the process can do nothing else. */
void cc_seat_take(struct cc_seat *seat, const struct cc_batch *batch, int fd);

/* The next frame, waited for; its body is valid until the next call. False
 * where nobody sends any more. */
bool cc_seat_frame(struct cc_seat *seat, struct cc_frame *frame);

/* Sends all that is to be; false where nobody takes it. */
bool cc_seat_send(struct cc_seat *seat);

#endif
