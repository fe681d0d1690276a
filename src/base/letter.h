/* Code points that are no letters. */
#ifndef CC_BASE_LETTER_H
#define CC_BASE_LETTER_H

#include <glib.h>

/* The first noncharacter of a text, as U+FDD0; 0: none. XML and UTF-8 allow
 * them, Cairo draws nothing more once it met one. */
gunichar cc_noncharacter_find(const char *text);

#endif
