/* Names of pictures. */
#ifndef CC_BATCH_NAME_H
#define CC_BATCH_NAME_H

#include "xml/xml.h"

/* An id, or a file's name, as one that is a file's on every system: no
 * separator, no control, not hidden, not too long. The caller frees it. */
char *cc_name_stem(const char *id);

/* The stem of a case without an id: its file's. The caller frees it. */
char *cc_name_stem_of_file(const char *input);

/* "STEM[.LANG].svg"; lang may be NULL. The caller frees it. */
char *cc_name_picture(const char *stem, const char *lang, const char *suffix);

/* The id that the tag of a case gives, NULL: none, or no tag. The caller frees
 * it. *at is where the tag stands in the text. */
char *cc_name_id(const struct cc_xml_text *text, uint32_t *at);

#endif
