/* Pieces of JSON (RFC 8259), appended to a string. */
#ifndef CC_BASE_JSON_H
#define CC_BASE_JSON_H

#include <glib.h>

/* Quoted and escaped; what is not UTF-8 becomes U+FFFD. */
void cc_json_append_string(GString *to, const char *text);

#endif
