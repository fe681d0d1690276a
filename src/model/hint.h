/* "Did you mean": the nearest legal word, for messages. */
#ifndef CC_MODEL_HINT_H
#define CC_MODEL_HINT_H

#include "base/diag.h"
#include "model/vocab.h"

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

/* Of an unknown response code: the scheme that has it, since the nearest code
 * of this one would be another claim; else what its letters were meant to be;
 * else what this scheme has. Owned by the caller. */
char *cc_hint_response(
    const struct cc_vocab *vocab, const char *scheme, const char *code);

#endif
