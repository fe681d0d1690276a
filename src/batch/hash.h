/* What a picture is drawn of. */
#ifndef CC_BATCH_HASH_H
#define CC_BATCH_HASH_H

#include "xml/xml.h"

/* Of a case: its bytes, and of the tables and pictures that it names how long
 * and how old they are. */
uint64_t cc_case_hash(const struct cc_xml_text *text);

#endif
