/* Part of guard.c. */
#ifndef CC_XML_GUARD_ROOT_H
#define CC_XML_GUARD_ROOT_H

#include "xml/guard.h"

/* An element that is in none, by its start tag: becomes the guard's root, whose
 * name it owns. False after diagnostics: it is not what is expected, or there
 * was one before. */
bool cc_guard_root(struct cc_guard *guard, const struct cc_markup *markup,
    const struct cc_token *token, uint32_t name_length);

#endif
