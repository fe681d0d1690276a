/* What becomes of words and of ids in a case for strangers. Shared by veil*.c
 * only. */
#ifndef CC_MODEL_VEIL_COPY_H
#define CC_MODEL_VEIL_COPY_H

#include "model/veil.h"

/* In place of what names somebody or a date. */
#define WITHHELD "[…]"

#define STRING(base, offset) (*CC_AT(const char *, base, offset))
#define STRING_OF(base, offset) (*CC_AT_CONST(char *, base, offset))

/* veil-text.c: free text; a code, itself where the vocabulary has it; a list of
 * these. What is found in them is told. */
const char *cc_veil_text(
    const struct cc_cloak *cloak, const char *text, struct cc_pos pos);
const char *cc_veil_code(
    const struct cc_cloak *cloak, const char *code, struct cc_pos pos);
void cc_veil_words(const struct cc_cloak *cloak, struct cc_words *to,
    const struct cc_words *from);

/* veil-name.c: an id, or what refers to one, by new ids; `index` counts the
 * element among its kind. */
void cc_veil_rename(const struct cc_cloak *cloak, const struct cc_shape *shape,
    const struct cc_field *field, void *to, const void *from, size_t index);

#endif
