/* A vocabulary as it was read, packed while the program is built: reading the
 * shipped one took longer than drawing a case. Nothing is unpacked before it is
 * looked for, so that a vocabulary of twice the size costs no more. */
#ifndef CC_MODEL_VOCAB_PACK_H
#define CC_MODEL_VOCAB_PACK_H

#include "model/vocab.h"

/* Strings are told by where they begin in `strings`; 0: NULL. Entries are
 * numbered by scope, then in the order of cc_vocab_list. */
struct cc_packed_entry {
	uint32_t at;     /* in `entries` */
	uint32_t scheme; /* string */
};

/* A name as names.h has it. */
struct cc_packed_name {
	uint32_t plain, word, lang; /* strings */
	uint32_t entry;             /* its number */
	uint8_t in, by;             /* enum cc_scope, enum cc_named_by */
};

struct cc_vocab_pack {
	const char *strings;
	const unsigned char *entries; /* each as cc_term_pack has it */
	const struct cc_packed_entry *index;
	const struct cc_packed_name *names; /* in order */
	/* Codes and aliases by their hash: the number of the name + 1; 0: free.
	 * A place is a hash's lowest bits, or the next free one. */
	const uint32_t *keys;
	const uint32_t *files; /* strings, as they were read */
	uint32_t string_bytes, entry_bytes, name_count;
	uint32_t key_mask; /* how many places there are, less 1: 2^n - 1 */
	uint32_t file_count;
	uint32_t first[CC_IN_COUNT + 1]; /* of each scope; the last: behind */
};

/* Packs what was read from the files, with their places in these; to be
 * destroyed. The vocabulary is settled. */
struct cc_vocab_pack *cc_vocab_pack_create(const struct cc_vocab *vocab,
    const struct cc_source *const *files, size_t file_count);
void cc_vocab_pack_destroy(struct cc_vocab_pack *pack);

/* A vocabulary that has what is packed, to which more may be added. `files` are
 * those of the pack, for places. It borrows both. */
struct cc_vocab *cc_vocab_create_packed(
    const struct cc_vocab_pack *pack, const struct cc_source *const *files);

/* ---- inside the vocabulary ---- */

struct cc_packing {
	GByteArray *to;
	GByteArray *strings;
	GHashTable *known; /* string -> where it begins */
	const struct cc_source *const *files;
	size_t file_count;
};

/* Where the string begins in the packed ones; added where it is not there. */
uint32_t cc_pack_string(struct cc_packing *packing, const char *string);

/* An entry as bytes: all that it says but its scope. */
void cc_term_pack(struct cc_packing *packing, const struct cc_term *term);
void cc_term_unpack(struct cc_term *term, struct cc_arena *arena,
    const struct cc_vocab_pack *pack, const struct cc_source *const *files,
    const unsigned char *from);

/* Of a code or an alias. */
uint32_t cc_pack_hash(enum cc_scope in, const char *scheme, const char *word);

#endif
