/* "Did you mean": the nearest legal word, for messages. */
#ifndef CC_MODEL_HINT_H
#define CC_MODEL_HINT_H

#include "base/diag.h"

/* Nearest words are looked for this often in one case: a hostile file must
 * not buy a walk over the vocabulary with each of a million wrong codes. */
#define CC_HINTS_MAX 200

/* True, and one less is left, while any is. */
static inline bool
cc_hint_spend(guint *left)
{
	if (*left == 0)
		return false;
	--*left;
	return true;
}

/* "; did you mean \"x\"?", or "" for NULL; owned by the caller. */
char *cc_hint_text(const char *nearest);

/* The same for the nearest of some words, while any hint is left. */
char *cc_hint_words(
    guint *left, const char *word, const char *const *words, size_t count);

#endif
