#include "text/widths.h"

#include <glib.h>
#include <string.h>

#define SLOTS_FIRST 256

/* Eight bytes a step. The order of bytes in a machine's word changes where a
 * word lies, never what is found. */
static uint64_t
word_hash(const char *text, size_t length)
{
	const uint64_t factor = 0x9E3779B97F4A7C15u; /* 2^64 / golden ratio */
	uint64_t hash = length, part;

	for (; length >= sizeof part; length -= sizeof part) {
		memcpy(&part, text, sizeof part);
		hash = (hash ^ part) * factor;
		hash ^= hash >> 32;
		text += sizeof part;
	}
	part = 0;
	memcpy(&part, text, length);
	hash = (hash ^ part) * factor;
	return hash ^ (hash >> 32);
}

/* The slot of the word, or the free one where it belongs. */
static struct cc_known_width *
slot_of(const struct cc_widths *widths, const char *text, size_t length,
    uint64_t hash)
{
	size_t i = (size_t)hash & (widths->slots - 1);

	for (;; i = (i + 1) & (widths->slots - 1)) {
		struct cc_known_width *slot = &widths->slot[i];

		if (slot->text == NULL)
			return slot;
		if (slot->hash == hash && slot->length == length &&
		    memcmp(slot->text, text, length) == 0)
			return slot;
	}
}

static void
grow(struct cc_widths *widths)
{
	struct cc_known_width *old = widths->slot;
	const size_t slots = widths->slots;
	size_t i;

	widths->slots = slots == 0 ? SLOTS_FIRST : 2 * slots;
	widths->slot = g_new0(struct cc_known_width, widths->slots);
	for (i = 0; i < slots; i++)
		if (old[i].text != NULL)
			*slot_of(widths, old[i].text, old[i].length,
			    old[i].hash) = old[i];
	g_free(old);
}

const double *
cc_widths_find(const struct cc_widths *widths, const char *text, size_t length)
{
	const struct cc_known_width *slot;

	if (widths->slots == 0)
		return NULL;
	slot = slot_of(widths, text, length, word_hash(text, length));
	return slot->text != NULL ? &slot->width : NULL;
}

void
cc_widths_add(
    struct cc_widths *widths, const char *text, size_t length, double width)
{
	const uint64_t hash = word_hash(text, length);

	/* At most half full: a search seldom looks at a second slot. */
	if (2 * (widths->count + 1) > widths->slots)
		grow(widths);
	*slot_of(widths, text, length, hash) = (struct cc_known_width){
	    .text = text, .length = length, .hash = hash, .width = width};
	widths->count++;
}

void
cc_widths_clear(struct cc_widths *widths)
{
	g_free(widths->slot);
	*widths = (struct cc_widths){0};
}
