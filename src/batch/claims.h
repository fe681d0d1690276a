/* Names of pictures that are given away, in some 20 bytes each. */
#ifndef CC_BATCH_CLAIMS_H
#define CC_BATCH_CLAIMS_H

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

struct cc_claims;
struct cc_claims *cc_claims_create(void);
void cc_claims_destroy(struct cc_claims *claims); /* takes NULL */

/* Who has a name: where its case begins. `input` is a string of the set's. */
struct cc_claim {
	const char *input;
	uint32_t line, column;
};

/* NULL where the name was free, and is now of this case; else who has it. A
 * name that differs in the size of letters only is the same. */
const struct cc_claim *cc_claims_add(struct cc_claims *claims, const char *name,
    const char *input, uint32_t line, uint32_t column);

/* What names are shared out by; the same for a and A. */
uint64_t cc_claims_hash(const char *name);

#endif
