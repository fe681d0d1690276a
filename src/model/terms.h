/* A case's own words and the vocabulary as one. */
#ifndef CC_MODEL_TERMS_H
#define CC_MODEL_TERMS_H

#include "model/vocab.h"

/* The scheme of what has no criteria of its own. */
#define CC_SCHEME_NONE "none"

/* The language of names that do not say, and the one that is complete. */
#define CC_LANG "en"

/* BCP 47 in its outer shape: en, zh-Hans, de-CH-1996. */
bool cc_lang_valid(const char *tag);

/* How a sentence on an unknown word goes on: the case's own word that it is but
 * for spelling, else what a search over the vocabulary finds, else nothing.
 * The caller frees it. */
char *cc_terms_hint(
    const struct cc_terms *terms, enum cc_scope in, const char *code);

/* grades.c: the word of an event's scale that a grade is, as people write it,
 * "grade 3", "III级"; NULL: it has none. `event`: its entry, NULL: any. */
const char *cc_grade_meant(const struct cc_term *event, const char *grade);
/* "1 to 5, I to V, ...": the words of its scale; the caller frees it. */
char *cc_grade_list(const struct cc_term *event);

/* "a or b": the codes of what shares an abbreviation, but for one (may be
 * NULL). */
char *cc_meanings_text(const struct cc_vocab *vocab, enum cc_scope in,
    const char *word, const struct cc_term *but);

/* conditioned.c: the act of a code that names it with what was given for it:
 * that of "BEAM auto-SCT"; NULL: it is no such code. */
const struct cc_term *cc_terms_conditioned(
    const struct cc_terms *terms, const char *code);

/* An entry that says nothing; `in` stays. */
void cc_term_clear(struct cc_term *term);

#endif
