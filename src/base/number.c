#include "base/number.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

#define WHOLE_DIGITS_MAX 15 /* what a double holds exactly */
#define DECIMALS_MAX 6

bool
cc_number_read(const char *text, double *number)
{
	const char *p = text + (*text == '-');
	const char *whole;

	if (!g_ascii_isdigit(*p))
		return false;
	while (*p == '0')
		p++;
	for (whole = p; g_ascii_isdigit(*p); p++)
		;
	if (p - whole > WHOLE_DIGITS_MAX)
		return false;
	if (*p == '.') {
		if (!g_ascii_isdigit(*++p))
			return false;
		while (g_ascii_isdigit(*p))
			p++;
	}
	if (*p != '\0')
		return false;
	*number = g_ascii_strtod(text, NULL) + 0.0; /* -0 becomes 0 */
	return true;
}

/* The digits of the largest double and its sign. */
#define TEXT_MAX 312

/* No more than what a person can type fits an integer; a conversion, or the
 * end of an axis, may lie beyond. */
#define EXACT_MAX 1e16

/* All digits of a number that has no decimals any more. */
static char *
huge_put(char *end, double value)
{
	char text[TEXT_MAX];
	size_t length;

	g_ascii_formatd(text, sizeof text, "%.0f", value);
	length = strlen(text);
	return memcpy(end - length, text, length);
}

/* Writes the number so that it ends before `end`, TEXT_MAX bytes behind the
 * first that may be taken; returns where it begins. */
static char *
number_put(char *end, double value, int decimals)
{
	static const uint64_t scale[DECIMALS_MAX + 1] = {
	    1, 10, 100, 1000, 10000, 100000, 1000000};
	char *p = end;
	const double size = fabs(value);
	uint64_t whole, left;

	g_assert(decimals >= 0 && decimals <= DECIMALS_MAX);
	g_assert(isfinite(value));
	if (size >= EXACT_MAX)
		return huge_put(end, value);
	if (size >= 1e12)
		decimals = MIN(decimals, 2); /* a double has no more */
	/* Apart, because the product of a large value would lose digits; by
	 * casts, because floor and llround are calls. */
	whole = (uint64_t)size;
	left =
	    whole * scale[decimals] +
	    (uint64_t)((size - (double)whole) * (double)scale[decimals] + 0.5);
	if (left == 0) {
		*--p = '0';
		return p;
	}
	while (decimals > 0 && left % 10 == 0) {
		left /= 10;
		decimals--;
	}
	for (; decimals > 0; decimals--, left /= 10) {
		*--p = (char)('0' + left % 10);
		if (decimals == 1)
			*--p = '.';
	}
	do {
		*--p = (char)('0' + left % 10);
		left /= 10;
	} while (left > 0);
	if (value < 0)
		*--p = '-';
	return p;
}

void
cc_number_append(GString *to, double value, int decimals)
{
	char text[TEXT_MAX], *end = text + sizeof text;
	char *p = number_put(end, value, decimals);

	g_string_append_len(to, p, end - p);
}

char *
cc_number_write(char *to, double value, int decimals)
{
	char text[TEXT_MAX], *end = text + sizeof text;
	const char *p = number_put(end, value, decimals);
	const size_t length = (size_t)(end - p);

	memcpy(to, p, length);
	return to + length;
}

const char *
cc_number_decimal(struct cc_arena *arena, double value, int decimals)
{
	char text[TEXT_MAX], *end = text + sizeof text;
	char *p = number_put(end, value, decimals);

	return cc_arena_strndup(arena, p, (size_t)(end - p));
}

#define WHOLE_MAX 12 /* sign, ten digits, the end */

const char *
cc_number_whole(struct cc_arena *arena, int number)
{
	/* Days and months, of which most are. */
	static const char few[][3] = {"0", "1", "2", "3", "4", "5", "6", "7",
	    "8", "9", "10", "11", "12", "13", "14", "15", "16", "17", "18",
	    "19", "20", "21", "22", "23", "24", "25", "26", "27", "28", "29",
	    "30", "31"};
	unsigned left = number < 0 ? 0u - (unsigned)number : (unsigned)number;
	char *p;

	if (number >= 0 && number < (int)G_N_ELEMENTS(few))
		return few[number];
	p = cc_arena_new_room(arena, char, WHOLE_MAX) + WHOLE_MAX;
	*--p = '\0';
	do {
		*--p = (char)('0' + left % 10);
		left /= 10;
	} while (left > 0);
	if (number < 0)
		*--p = '-';
	return p;
}
