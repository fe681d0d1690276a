/* Text that grows by many small pieces. Room is made once for what comes next;
 * the pieces themselves cost no call. */
#ifndef CC_OUTPUT_PUT_H
#define CC_OUTPUT_PUT_H

#include "base/number.h"

#include <string.h>

struct cc_put {
	GString *to;
	char *at; /* in its buffer: where the next piece goes */
};

static inline void
cc_put_begin(struct cc_put *put, GString *to)
{
	*put = (struct cc_put){to, to->str + to->len};
}

/* Whoever appends to `to` itself ends before and begins again after that. */
static inline void
cc_put_end(struct cc_put *put)
{
	put->to->len = (gsize)(put->at - put->to->str);
	*put->at = '\0';
}

/* For at least so many bytes, and the NUL at the end. */
static inline void
cc_put_room(struct cc_put *put, gsize bytes)
{
	const gsize used = (gsize)(put->at - put->to->str);

	if (put->to->allocated_len - used > bytes)
		return;
	cc_put_end(put);
	g_string_set_size(
	    put->to, MAX(2 * put->to->allocated_len, used + bytes));
	put->to->len = used;
	put->at = put->to->str + used;
}

static inline void
cc_put_bytes(struct cc_put *put, const char *bytes, gsize length)
{
	memcpy(put->at, bytes, length);
	put->at += length;
}

/* A literal: its length is known to the compiler. */
#define cc_put_text(put, text) cc_put_bytes((put), (text), sizeof(text) - 1)

static inline void
cc_put_char(struct cc_put *put, char c)
{
	*put->at++ = c;
}

static inline void
cc_put_number(struct cc_put *put, double value, int decimals)
{
	put->at = cc_number_write(put->at, value, decimals);
}

#endif
