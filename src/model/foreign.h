/* Names that other formats, forms and habits give to what a case file calls by
 * its own: for messages. */
#ifndef CC_MODEL_FOREIGN_H
#define CC_MODEL_FOREIGN_H

#include "model/closed.h"

#include <stdbool.h>

/* Without case, hyphens, dots and blanks; owned by the caller. */
char *cc_foreign_fold(const char *name);

/* Our element for a name of others, or NULL. A laboratory value of one time,
 * `dated`, is in a panel; else it is in a series. */
const char *cc_foreign_element(const char *name, bool dated);

/* Our code of a response for a name of others, or NULL. */
const char *cc_foreign_code(const char *name);

/* Our attribute for a name of others, or NULL. */
const char *cc_foreign_attribute(const char *name);

/* Attributes that say one end of a time. */
bool cc_foreign_start(const char *name);
bool cc_foreign_end(const char *name);

/* One that says by yes that there is no end yet. */
bool cc_foreign_going(const char *name);

/* Attributes that say when the patient was born, which a case does not. */
bool cc_foreign_birth(const char *name);

/* Attributes that are words in the element here: label, text, name. */
bool cc_foreign_words(const char *name);

/* Attributes that are what stands between the tags here: gene, variant, text.
 */
bool cc_foreign_content(const char *name);

/* Our clock for a name that others give it, or NULL; *name: the clock has that
 * name, which <clock-name> says. */
const char *cc_foreign_clock(const char *word, bool *name);

/* Our word of a closed set for one that may be meant so, or NULL; "" where that
 * is what nothing written means. */
const char *cc_foreign_word(const struct cc_closed *closed, const char *word);
/* The same of the words with which a text begins: "alive" of "alive with
 * disease". */
const char *cc_foreign_first(const struct cc_closed *closed, const char *words);
/* The same of one that can mean nothing else: ours in other letters, too. */
const char *cc_foreign_same(const struct cc_closed *closed, const char *word);

#endif
