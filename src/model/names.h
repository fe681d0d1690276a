/* Every word that an entry of the vocabulary is called by, sorted by what is
 * left of it without capitals, accents, hyphens and spaces (base/plain.h).
 * Those of the shipped entries are sorted when the program is built. */
#ifndef CC_MODEL_NAMES_H
#define CC_MODEL_NAMES_H

#include "model/vocab.h"

/* Best first. */
enum cc_named_by {
	CC_BY_CODE,
	CC_BY_LABEL,
	CC_BY_ABBREVIATION,
	CC_BY_ALIAS,
	CC_BY_FORMER, /* an alias that was wrong or has changed */
	CC_BY_SHARED, /* an abbreviation of several meanings */
};

struct cc_naming {
	const char *plain;
	const char *word; /* as it is written */
	const char *lang; /* of labels and abbreviations; else NULL */
	enum cc_scope in;
	enum cc_named_by by;
	/* Where the entry is listed: its number where it is packed; else that
	 * of the packed one before it, and how far behind. */
	uint32_t number, behind;
	const struct cc_term *term; /* NULL: packed yet; see cc_naming_term */
};

/* A code or an alias: it stands for its entry, letter by letter. */
bool cc_named_is_key(enum cc_named_by by);

/* A walk through all of them in order; it ends when the vocabulary changes. */
struct cc_names_walk {
	const struct cc_vocab *vocab;
	size_t packed, read; /* how many of either were passed */
	const uint8_t *only; /* packed ones at which it stops; NULL: at all */
};

#define CC_NAME_KEPT 1

/* A walk's `only`, to be freed: names whose plain word begins so or, unless it
 * is NULL, holds the part. NULL where nothing is packed. */
uint8_t *cc_names_sieve(
    const struct cc_vocab *vocab, const char *beginning, const char *part);

/* Begins with the first name that does not come before the plain word; NULL:
 * with the first of all. */
struct cc_names_walk cc_names_from(
    const struct cc_vocab *vocab, const char *plain);

/* False where none is left. What is borrowed stays until the vocabulary
 * changes. */
bool cc_names_next(struct cc_names_walk *walk, struct cc_naming *name);

/* The entry that is called so. */
const struct cc_term *cc_naming_term(
    const struct cc_vocab *vocab, const struct cc_naming *name);

/* The entries that are called so in whatever scope and scheme, but for what
 * spelling varies in, as they are listed. The caller unrefs the array. */
GPtrArray *cc_names_called(const struct cc_vocab *vocab, const char *word);

/* The entry that alone is called so: exactly, else but for what spelling varies
 * in. NULL where none is or several are. */
const struct cc_term *cc_names_find(const struct cc_vocab *vocab,
    enum cc_scope in, const char *scheme, const char *word);

#endif
