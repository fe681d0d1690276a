/* Letters that look like those of a keyboard: what word processors, tables and
 * Chinese keyboards put in their place. */
#ifndef CC_BASE_KEYBOARD_H
#define CC_BASE_KEYBOARD_H

#include <glib.h>

/* The text with the letters of a keyboard in place of no-break spaces, dashes
 * and full-width digits, without the quotes round it. Valid UTF-8 only; owned
 * by the caller. */
char *cc_keyboard_text(const char *text);

/* The first such letter of a text and what it is called, or 0. */
gunichar cc_keyboard_lookalike(const char *text, const char **name);

#endif
