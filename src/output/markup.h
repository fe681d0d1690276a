/* Text into XML and HTML. */
#ifndef CC_OUTPUT_MARKUP_H
#define CC_OUTPUT_MARKUP_H

#include "scene/scene.h"

#include <glib.h>

/* Escapes & < > " and turns what XML cannot hold into U+FFFD, white space into
 * spaces; for elements and for attributes in double quotes. */
void cc_markup_append(GString *to, const char *text);

/* The same for one visual line: runs of spaces become one, none at the ends,
 * as every viewer would show it. */
void cc_markup_append_line(GString *to, const char *text);

/* `text` as (the rest of) an XML name: letters, digits, '-', '_' and '.' stay,
 * every other byte becomes _XX. */
void cc_markup_append_id(GString *to, const char *text);

void cc_markup_append_colour(GString *to, cc_colour colour); /* #RRGGBB */
void cc_markup_append_hex(GString *to, cc_colour colour);    /* RRGGBB */

/* Whether the first letter is of a script that is written from right to left. */
bool cc_markup_runs_left(const char *text);

#endif
