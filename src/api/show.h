/* What `show` prints, in rows of at most 80 columns. */
#ifndef CC_API_SHOW_H
#define CC_API_SHOW_H

#include "api/context.h"

/* "  name            value", wrapped under itself; nothing where there is no
 * value. The format is printf's. */
void cc_show_row(GString *to, const char *name, const char *format, ...)
    G_GNUC_PRINTF(3, 4);

/* A number with at most `decimals` places; in the arena of nobody: the caller
 * frees it. */
char *cc_show_number(double number, int decimals);

void cc_show_term(
    GString *to, const struct cc_vocab *vocab, const struct cc_term *term);
void cc_show_size(GString *to, const struct cc_size *size);
void cc_show_theme(GString *to, const struct cc_theme *theme);

#endif
