/* Packed templates as C; of the program that packs them alone. */
#ifndef CC_API_PACK_CODE_H
#define CC_API_PACK_CODE_H

#include "model/vocab-pack.h"
#include "words/language-pack.h"

/* Each appends definitions whose names begin with `name`. */
void cc_code_bytes(
    GString *to, const char *name, const unsigned char *bytes, size_t count);
void cc_code_vocab(
    GString *to, const char *name, const struct cc_vocab_pack *pack);
void cc_code_language(
    GString *to, const char *name, const struct cc_language_pack *pack);

#endif
