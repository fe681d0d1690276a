/* The templates that the library carries. */
#ifndef CC_API_TEMPLATES_H
#define CC_API_TEMPLATES_H

#include "model/vocab-pack.h"
#include "words/language-pack.h"
#include "xml/pack.h"

/* What was read of them while the program was built. Generated. */

/* All entries of medicine, with their names in all languages. */
extern const struct cc_vocab_pack cc_templates_vocab;
/* The messages; NULL ends the list. */
extern const struct cc_language_pack *const cc_templates_languages[];
/* Element trees of the others; ends with a row without a name. */
extern const struct cc_packed cc_templates_packed[];

/* A built-in file, "vocab/tests.xml"; its name: "templates/vocab/tests.xml".
 * What the source points to lives as long as the process. */
struct cc_source cc_templates_source(const char *file);

/* Calls `take` with every built-in file of a folder ("vocab", "lang",
 * "themes", "sizes", "cases"), by name. False as soon as `take` is. */
bool cc_templates_each(const char *folder,
    bool (*take)(const struct cc_source *source, void *data), void *data);

#endif
