#include "base/letter.h"

gunichar
cc_noncharacter_find(const char *text)
{
	const char *p;

	for (p = text; *p != '\0'; p++) {
		gunichar c;

		/* The first byte of U+FDD0, the least of them. */
		if ((unsigned char)*p < 0xEF)
			continue;
		c = g_utf8_get_char(p);
		if ((c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF))
			return c;
	}
	return 0;
}
