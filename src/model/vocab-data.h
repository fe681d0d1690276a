/* The inside of a vocabulary. */
#ifndef CC_MODEL_VOCAB_DATA_H
#define CC_MODEL_VOCAB_DATA_H

#include "model/terms.h"

struct cc_term_key {
	enum cc_scope in;
	const char *scheme; /* responses; NULL for all others */
	const char *word;
};

struct cc_vocab {
	struct cc_arena arena; /* entries and their words */
	GHashTable *codes;     /* struct cc_term_key -> struct cc_term */
	GHashTable *aliases;
	GPtrArray *terms[CC_IN_COUNT]; /* of struct cc_term, as listed */
};

/* The words of all scopes, CC_IN_COUNT of them. */
const char *const *cc_scope_list(void);

#endif
