/* Drugs given together that no regimen names: "pemetrexed + erlotinib". */
#ifndef CC_MODEL_COMPOUND_H
#define CC_MODEL_COMPOUND_H

#include "model/vocab.h"

/* Stands between the codes of its drugs. */
#define CC_COMPOUND_PLUS " + "

bool cc_is_compound(const char *code);

/* The drugs of a treatment as a code, each once; NULL where one has none. */
char *cc_drugs_code(const struct cc_fact *fact);

/* It by the words of the case (model/synonyms.h); the caller frees it. */
char *cc_compound_words(const struct cc_case *course, const char *code);

/* The entry that a case has of it: named by its drugs in every language, of
 * the class that those share which make a line of therapy. */
void cc_compound_term(struct cc_term *term, struct cc_arena *arena,
    const struct cc_terms *terms, const char *code);

#endif
