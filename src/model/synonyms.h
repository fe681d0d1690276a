/* The author's words for what the vocabulary knows by another name. */
#ifndef CC_MODEL_SYNONYMS_H
#define CC_MODEL_SYNONYMS_H

#include "model/vocab.h"

struct cc_callings;

/* While a case is read. The arena owns what settle leaves; destroy frees the
 * rest. */
struct cc_callings *cc_callings_create(struct cc_arena *arena);
void cc_callings_destroy(struct cc_callings *callings);

/* The case calls an entry by the word, which was found to mean it. Returns the
 * word where it is another name than the house's and is met for the first
 * time, else NULL. */
const char *cc_calling_add(struct cc_callings *callings,
    const struct cc_term *term, const char *written);

/* Gives the case its synonyms: one word for one thing. */
void cc_callings_settle(
    const struct cc_callings *callings, struct cc_case *course);

/* What the author wrote for a code: the synonym, or the code. */
const char *cc_case_word(
    const struct cc_case *course, enum cc_scope in, const char *code);

#endif
