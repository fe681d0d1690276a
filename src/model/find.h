/* A search over the vocabulary: all names of all entries, in every language
 * that was loaded, by whole words, beginnings of words and, of long words,
 * slips of the pen. */
#ifndef CC_MODEL_FIND_H
#define CC_MODEL_FIND_H

#include "model/names.h"

/* How well a name fits what was asked for; the best first. */
enum cc_fit {
	CC_FIT_WHOLE,     /* it is the name, but for spelling: velcade */
	CC_FIT_SLIP,      /* one letter of a long word is another: bortezumib */
	CC_FIT_BEGINNING, /* the name begins with it: borte */
	CC_FIT_WORDS,     /* every word begins one of the name's: cell lung */
	/* Or of the names' of one entry together, where nothing else fits:
	 * "EBV positive DLBCL" of a full name and its abbreviation. */
	CC_FIT_SPREAD,
};

struct cc_found {
	const struct cc_term *term; /* its scope, code, scheme and names */
	const char *word; /* that of its names which fits best, as written */
	const char *lang; /* of that name; NULL: a code, a brand, an alias */
	enum cc_named_by by;
	enum cc_fit fit;
};

#define CC_FIND_IN(scope) (1u << (scope))
#define CC_FIND_ANYWHERE (~0u)

/* The entries of those scopes that may be meant, best first, each once; at
 * most `most`. Former names are looked through, and so is what several
 * entries share. Never NULL: the caller frees it (an array of struct
 * cc_found, borrowed from the vocabulary). */
GArray *cc_vocab_search(const struct cc_vocab *vocab, unsigned scopes,
    const char *query, size_t most);

/* "; did you mean "x"?" or "; a search finds "x", "y"", or "": the codes that
 * an unknown word may be meant for, of those that fit equally well. The caller
 * frees it. */
char *cc_search_text(
    const struct cc_vocab *vocab, enum cc_scope in, const char *word);

#endif
