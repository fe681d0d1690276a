#include "batch/claims.h"

#include "base/hash.h"

/* Names themselves are not kept: two of 10^6 have the same 64 bits once in
 * 37 million runs, and the second would be told so. */
struct slot {
	uint64_t hash; /* 0: free */
	struct cc_claim claim;
};

struct cc_claims {
	struct slot *slots;
	size_t count, room; /* room is a power of two */
	GStringChunk *inputs;
	const char *input; /* the last one */
};

#define ROOM_FIRST 1024

struct cc_claims *
cc_claims_create(void)
{
	struct cc_claims *claims = g_new0(struct cc_claims, 1);

	claims->room = ROOM_FIRST;
	claims->slots = g_new0(struct slot, claims->room);
	claims->inputs = g_string_chunk_new(64 << 10);
	claims->input = "";
	return claims;
}

void
cc_claims_destroy(struct cc_claims *claims)
{
	if (claims == NULL)
		return;
	g_free(claims->slots);
	g_string_chunk_free(claims->inputs);
	g_free(claims);
}

static struct slot *
slot_find(struct slot *slots, size_t room, uint64_t hash)
{
	size_t at = hash & (room - 1);

	while (slots[at].hash != 0 && slots[at].hash != hash)
		at = (at + 1) & (room - 1);
	return &slots[at];
}

static void
grow(struct cc_claims *claims)
{
	const size_t room = 2 * claims->room;
	struct slot *slots = g_new0(struct slot, room);

	for (size_t i = 0; i < claims->room; i++)
		if (claims->slots[i].hash != 0)
			*slot_find(slots, room, claims->slots[i].hash) =
			    claims->slots[i];
	g_free(claims->slots);
	claims->slots = slots;
	claims->room = room;
}

uint64_t
cc_claims_hash(const char *name)
{
	g_autofree char *folded = g_utf8_casefold(name, -1);

	return cc_hash_string(CC_HASH_START, folded) | 1;
}

const struct cc_claim *
cc_claims_add(struct cc_claims *claims, const char *name, const char *input,
    uint32_t line, uint32_t column)
{
	const uint64_t hash = cc_claims_hash(name);
	struct slot *slot;

	if (claims->count >= claims->room / 4 * 3)
		grow(claims);
	slot = slot_find(claims->slots, claims->room, hash);
	if (slot->hash == hash)
		return &slot->claim;
	/* The cases of a stream come one behind the other. */
	if (!g_str_equal(claims->input, input))
		claims->input = g_string_chunk_insert(claims->inputs, input);
	*slot = (struct slot){hash, {claims->input, line, column}};
	claims->count++;
	return NULL;
}
