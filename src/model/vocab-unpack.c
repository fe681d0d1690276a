/* What is packed: looked up, and unpacked as it is found. */
#include "model/vocab-data.h"

#include <string.h>

static bool
is_called(const struct cc_vocab_pack *pack, const struct cc_packed_name *name,
    const struct cc_term_key *key)
{
	const uint32_t scheme = pack->index[name->entry].scheme;

	return name->in == key->in &&
	       strcmp(pack->strings + name->word, key->word) == 0 &&
	       g_strcmp0(scheme > 0 ? pack->strings + scheme : NULL,
		   key->scheme) == 0;
}

const struct cc_packed_name *
cc_pack_find(const struct cc_vocab_pack *pack, const struct cc_term_key *key)
{
	uint32_t at;

	if (pack == NULL)
		return NULL;
	at = cc_pack_hash(key->in, key->scheme, key->word) & pack->key_mask;
	for (; pack->keys[at] != 0; at = (at + 1) & pack->key_mask) {
		const struct cc_packed_name *name =
		    &pack->names[pack->keys[at] - 1];

		if (is_called(pack, name, key))
			return name;
	}
	return NULL;
}

static enum cc_scope
scope_of(const struct cc_vocab_pack *pack, uint32_t number)
{
	int in = 0;

	while (number >= pack->first[in + 1])
		in++;
	return (enum cc_scope)in;
}

struct cc_term *
cc_vocab_unpack(const struct cc_vocab *vocab, uint32_t number)
{
	/* That entries are unpacked late is nothing to who asks for them. */
	struct cc_arena *arena = (struct cc_arena *)&vocab->arena;
	const struct cc_vocab_pack *pack = vocab->pack;
	struct cc_entry *entry = vocab->unpacked[number];

	if (entry != NULL)
		return &entry->term;
	entry = cc_arena_new(arena, struct cc_entry);
	entry->number = number;
	entry->term.in = scope_of(pack, number);
	cc_term_unpack(&entry->term, arena, pack, vocab->files,
	    pack->entries + pack->index[number].at);
	vocab->unpacked[number] = entry;
	return &entry->term;
}

bool
cc_vocab_is_as_packed(const struct cc_vocab *vocab, uint32_t number)
{
	const struct cc_entry *entry = vocab->unpacked[number];

	return entry == NULL || !entry->read;
}
