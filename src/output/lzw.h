/* Lempel-Ziv-Welch as TIFF has it (TIFF 6.0, section 13): codes of nine to
 * twelve bits, the high bit first. */
#ifndef CC_OUTPUT_LZW_H
#define CC_OUTPUT_LZW_H

#include <glib.h>

/* Appends what the bytes become. */
void cc_lzw_append(GString *to, const unsigned char *bytes, gsize length);

#endif
