/* Closed sets: the words an attribute may hold, each set in one table. */
#ifndef CC_MODEL_CLOSED_H
#define CC_MODEL_CLOSED_H

#include "base/diag.h"

/* Where the words are those of an enum, a word's index is its constant; a
 * constant without a word (NULL) is what nothing written means. */
struct cc_closed {
	const char *const *words;
	size_t count;
};

extern const struct cc_closed cc_closed_status, cc_closed_key, cc_closed_sex,
    cc_closed_scale, cc_closed_causality, cc_closed_outcome, cc_closed_axis,
    cc_closed_define, cc_closed_yes, cc_closed_absent, cc_closed_growth,
    cc_closed_disease, cc_closed_route, cc_closed_result, cc_closed_trait,
    cc_closed_unit;

/* False where the word is not in the set. */
bool cc_closed_find(
    const struct cc_closed *closed, const char *word, int *index);

/* The word of the set that is meant by one as it is written: itself, or what
 * others call the same, of which a note tells; "" where that is what nothing
 * written means. NULL after diagnostics. */
const char *cc_closed_read(const struct cc_closed *closed, const char *word,
    struct cc_pos pos, struct cc_diags *diags);

/* Diagnoses that an attribute which has to be there is not. */
void cc_closed_lack(const struct cc_closed *closed, const char *element,
    const char *attribute, struct cc_pos pos, struct cc_diags *diags);

/* Diagnoses a word that is not in the set; `ours`: what is meant by it, ""
 * where that is what nothing written means, NULL where nobody can tell. */
void cc_closed_refuse_for(const struct cc_closed *closed, const char *word,
    const char *ours, struct cc_pos pos, struct cc_diags *diags);
/* `hint`: how the sentence goes on. */
void cc_closed_refuse_with(const struct cc_closed *closed, const char *word,
    const char *hint, struct cc_pos pos, struct cc_diags *diags);
void cc_closed_refuse(const struct cc_closed *closed, const char *word,
    struct cc_pos pos, struct cc_diags *diags);

#endif
