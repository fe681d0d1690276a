/* Every word that an entry of the vocabulary is called by, sorted by what is
 * left of it without capitals, accents, hyphens and spaces (base/plain.h). */
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
	const struct cc_term *term;
	enum cc_named_by by;
};

/* All of them in order. Borrowed until the vocabulary changes. */
const struct cc_naming *cc_names_list(
    const struct cc_vocab *vocab, size_t *count);

/* The entry that alone is called so: exactly, else, where the scope is open,
 * but for what spelling varies in. NULL where none is or several are. */
const struct cc_term *cc_names_find(const struct cc_vocab *vocab,
    enum cc_scope in, const char *scheme, const char *word);

#endif
