#include "base/bytes.h"

#include <string.h>

void
cc_bytes_put_number(GByteArray *to, uint32_t number)
{
	guint8 byte;

	for (; number >= 0x80; number >>= 7) {
		byte = (guint8)(number | 0x80);
		g_byte_array_append(to, &byte, 1);
	}
	byte = (guint8)number;
	g_byte_array_append(to, &byte, 1);
}

void
cc_bytes_put_string(GByteArray *to, const char *string)
{
	g_byte_array_append(
	    to, (const guint8 *)string, (guint)strlen(string) + 1);
}

/* The lowest byte first, whatever the machine. */
void
cc_bytes_put_double(GByteArray *to, double number)
{
	uint64_t bits;

	memcpy(&bits, &number, sizeof(bits));
	for (size_t i = 0; i < sizeof(bits); i++) {
		guint8 byte = (guint8)(bits >> 8 * i);

		g_byte_array_append(to, &byte, 1);
	}
}

uint32_t
cc_bytes_take_number(const unsigned char **from)
{
	uint32_t number = 0;

	for (int shift = 0;; shift += 7) {
		unsigned char byte = *(*from)++;

		number |= (uint32_t)(byte & 0x7F) << shift;
		if (byte < 0x80)
			return number;
	}
}

const char *
cc_bytes_take_string(const unsigned char **from)
{
	const char *string = (const char *)*from;

	*from += strlen(string) + 1;
	return string;
}

double
cc_bytes_take_double(const unsigned char **from)
{
	uint64_t bits = 0;
	double number;

	for (size_t i = 0; i < sizeof(bits); i++)
		bits |= (uint64_t)*(*from)++ << 8 * i;
	memcpy(&number, &bits, sizeof(number));
	return number;
}
