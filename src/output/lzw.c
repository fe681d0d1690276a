#include "output/lzw.h"

#include <stdint.h>
#include <string.h>

#define CODE_CLEAR 256
#define CODE_END 257
#define CODE_FIRST 258
#define BITS_LEAST 9
/* The table is emptied before its last code is used: readers are one behind. */
#define CODE_LAST 4093

/* A table of strings: each is another with one byte more. Twice as large as
 * there are codes, found by where that lies. */
#define SLOTS 8192

struct slot {
	uint32_t key; /* the string before and the byte; 0: free */
	uint16_t code;
};

struct coder {
	GString *to;
	uint32_t bits; /* that are not written yet, the last ones lowest */
	int count;     /* of them */
	int width;     /* of a code */
	int next;      /* the next new code */
	struct slot slots[SLOTS];
};

static void
code_put(struct coder *coder, int code)
{
	coder->bits = coder->bits << coder->width | (uint32_t)code;
	coder->count += coder->width;
	while (coder->count >= 8) {
		coder->count -= 8;
		g_string_append_c(
		    coder->to, (char)(coder->bits >> coder->count & 0xFF));
	}
}

static void
table_clear(struct coder *coder)
{
	code_put(coder, CODE_CLEAR);
	memset(coder->slots, 0, sizeof coder->slots);
	coder->width = BITS_LEAST;
	coder->next = CODE_FIRST;
}

static struct slot *
slot_find(struct coder *coder, uint32_t key)
{
	uint32_t at = key * 2654435761u >> 19; /* Knuth's; 13 bits stay */

	while (coder->slots[at].key != 0 && coder->slots[at].key != key)
		at = (at + 1) % SLOTS;
	return &coder->slots[at];
}

/* Writes what is known; from now on there is a code more. */
static void
string_end(struct coder *coder, int prefix)
{
	code_put(coder, prefix);
	if (coder->next++ == CODE_LAST)
		table_clear(coder);
	else if (coder->next == 1 << coder->width)
		coder->width++;
}

void
cc_lzw_append(GString *to, const unsigned char *bytes, gsize length)
{
	g_autofree struct coder *coder = g_new(struct coder, 1);
	int prefix = -1;

	*coder = (struct coder){.to = to, .width = BITS_LEAST};
	table_clear(coder);
	for (gsize i = 0; i < length; i++) {
		/* Never 0: the byte counts from one. */
		const uint32_t key =
		    (uint32_t)prefix << 9 | ((uint32_t)bytes[i] + 1);
		struct slot *slot;

		if (prefix < 0) {
			prefix = bytes[i];
			continue;
		}
		slot = slot_find(coder, key);
		if (slot->key == key) {
			prefix = slot->code;
			continue;
		}
		*slot = (struct slot){key, (uint16_t)coder->next};
		string_end(coder, prefix);
		prefix = bytes[i];
	}
	if (prefix >= 0)
		string_end(coder, prefix);
	code_put(coder, CODE_END);
	if (coder->count > 0)
		g_string_append_c(
		    to, (char)(coder->bits << (8 - coder->count) & 0xFF));
}
