/* The inside of a vocabulary. */
#ifndef CC_MODEL_VOCAB_DATA_H
#define CC_MODEL_VOCAB_DATA_H

#include "model/names.h"
#include "model/terms.h"
#include "model/vocab-pack.h"

struct cc_term_key {
	enum cc_scope in;
	const char *scheme; /* responses; NULL for all others */
	const char *word;
};

/* An entry as a vocabulary keeps it: one that is packed is unpacked into it
 * when it is first looked for, and stays. */
struct cc_entry {
	struct cc_term term; /* first: an entry of a vocabulary is one */
	uint32_t number;     /* of the packed one; CC_ENTRY_READ: none */
	bool read;           /* it, or a name of it, was read: not as packed */
};

#define CC_ENTRY_READ UINT32_MAX

/* The names of entries that were read. */
struct cc_names {
	GStringChunk *words; /* the plain ones */
	GArray *list;        /* of struct cc_naming, sorted */
};

struct cc_vocab {
	struct cc_arena arena; /* entries and their words */
	/* What is packed, NULL: nothing; the files it was read from; its
	 * entries by their numbers, NULL: not unpacked yet. */
	const struct cc_vocab_pack *pack;
	const struct cc_source *const *files;
	struct cc_entry **unpacked;
	/* Those that were read: struct cc_term_key -> struct cc_term. An alias
	 * without a term is that of a packed entry no more. */
	GHashTable *codes, *aliases;
	unsigned changed;              /* scopes of which something was read */
	struct cc_names *names;        /* NULL until first asked for */
	GPtrArray *terms[CC_IN_COUNT]; /* as listed; see cc_vocab_terms */
};

/* One document being read. */
struct cc_vocab_reading {
	struct cc_vocab *vocab;
	const struct cc_source *source;
	struct cc_diags *diags;
	const char *origin; /* the document's own source sentence */
	bool reviewed;
	bool override;
};

/* Reads a <define>; false where it cannot be used. *replaces: the entry says
 * that it takes the place of another. */
bool cc_term_read(struct cc_vocab_reading *reading,
    const struct cc_element *element, struct cc_term *term, bool *replaces);

/* The children of that name as texts, each in its language. */
struct cc_texts cc_term_texts(struct cc_vocab *vocab,
    const struct cc_element *element, const char *name, const char *lang,
    struct cc_diags *diags);

#define CC_TERM_CODE_MAX 80 /* [characters] as in case files */

/* How many children of that name there are. */
size_t cc_term_count(const struct cc_element *element, const char *name);

/* What a child says; NULL after a diagnostic. */
const char *cc_term_text(
    const struct cc_element *child, glong most, struct cc_diags *diags);

/* What an entry of a test has of its own. */
void cc_term_test(struct cc_vocab_reading *reading,
    const struct cc_element *element, struct cc_term *term);

/* The words of an attribute that is a list. */
struct cc_words cc_term_list(struct cc_vocab_reading *reading,
    const struct cc_element *element, const char *name);

/* The attribute's place in the words; `none` where it is absent. */
int cc_term_choice(struct cc_vocab_reading *reading,
    const struct cc_element *element, const char *name,
    const char *const *words, size_t count, int none);

/* What the entry says of the course: progression and lines of therapy. */
void cc_term_course(struct cc_vocab_reading *reading,
    const struct cc_element *element, struct cc_term *term);

/* The entry of a code; of an alias; of either. Responses by scheme (else NULL).
 * May be NULL. */
struct cc_term *cc_vocab_code(
    const struct cc_vocab *vocab, const struct cc_term_key *key);
struct cc_term *cc_vocab_alias(
    const struct cc_vocab *vocab, const struct cc_term_key *key);
struct cc_term *cc_vocab_entry(const struct cc_vocab *vocab, enum cc_scope in,
    const char *scheme, const char *word);

/* A new entry, not in any list yet. */
struct cc_term *cc_vocab_entry_create(
    struct cc_vocab *vocab, const struct cc_term *term);

/* The entry is not as it was packed, nor the list of names as it was made. */
void cc_vocab_changed(struct cc_vocab *vocab, struct cc_term *term);

const struct cc_entry *cc_term_entry(const struct cc_term *term);

/* The entries of a scope as listed; all are unpacked. */
GPtrArray *cc_vocab_terms(const struct cc_vocab *vocab, enum cc_scope in);

/* The packed entry of that number, unpacked at first use. */
struct cc_term *cc_vocab_unpack(const struct cc_vocab *vocab, uint32_t number);

/* Whether all that is known of it is what is packed. */
bool cc_vocab_is_as_packed(const struct cc_vocab *vocab, uint32_t number);

/* The packed name that is this code or alias; may be NULL. */
const struct cc_packed_name *cc_pack_find(
    const struct cc_vocab_pack *pack, const struct cc_term_key *key);

/* Forgets the list of names: an entry changed. */
void cc_vocab_forget_names(struct cc_vocab *vocab);

/* The words of all scopes, CC_IN_COUNT of them. */
const char *const *cc_scope_list(void);

#endif
