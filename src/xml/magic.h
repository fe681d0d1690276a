/* What the first bytes of a file say of the rest. */
#ifndef CC_XML_MAGIC_H
#define CC_XML_MAGIC_H

#include "base/diag.h"

#define CC_MAGIC_MAX 52 /* [bytes] to look at */

/* False, after a diagnostic, for files of word processors, compressed ones and
 * other encodings: libxml2 would unpack the ones and convert the others, at any
 * size. */
bool cc_magic_allowed(const struct cc_source *source, struct cc_diags *diags);

/* The length of the UTF-8 mark, which is no part of the document, or 0. */
uint32_t cc_magic_mark(const struct cc_source *source);

#endif
