/* Numbers and strings as a row of bytes, for what is packed while the program
 * is built. Numbers are base 128, the lowest seven bits first, the eighth bit
 * set on all bytes but the last; strings end with 0. */
#ifndef CC_BASE_BYTES_H
#define CC_BASE_BYTES_H

#include <glib.h>
#include <stdint.h>

void cc_bytes_put_number(GByteArray *to, uint32_t number);
void cc_bytes_put_string(GByteArray *to, const char *string);
/* Bit by bit: what is no number comes back as none, too. */
void cc_bytes_put_double(GByteArray *to, double number);

/* Each moves *from behind what it takes. */
uint32_t cc_bytes_take_number(const unsigned char **from);
/* Where it lies. */
const char *cc_bytes_take_string(const unsigned char **from);
double cc_bytes_take_double(const unsigned char **from);

#endif
