#include "text/text.h"

/* Widths of no font in particular, near those of Liberation Sans. [em] */
#define LATIN 0.5
#define LATIN_BOLD 0.53
#define WIDE 1.0

static double
fixed_width(
    struct cc_measure *measure, const char *text, size_t length, bool bold)
{
	const char *p, *end = text + length;
	double sum = 0;

	(void)measure;
	for (p = text; p < end; p = g_utf8_next_char(p)) {
		const gunichar c = g_utf8_get_char(p);

		if (c < 0x80)
			sum += bold ? LATIN_BOLD : LATIN;
		else if (g_unichar_iswide(c))
			sum += WIDE;
		else if (!g_unichar_iszerowidth(c))
			sum += bold ? LATIN_BOLD : LATIN;
	}
	return sum;
}

struct cc_measure *
cc_measure_fixed(void)
{
	/* Not const only because other measurers write to their caches. */
	static struct cc_measure measure = {.width = fixed_width};

	return &measure;
}
