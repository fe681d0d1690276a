/* What an author wrote: words and codes. */
#include "model/read.h"

#include <string.h>

/* What turns the direction of writing or rings a bell: two readers of one
 * label would see different words. */
static bool
unwelcome(gunichar c)
{
	return (c >= 0x7F && c <= 0x9F) || (c >= 0x202A && c <= 0x202E) ||
	       (c >= 0x2066 && c <= 0x2069);
}

static bool
white(gunichar c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == 0x2028 ||
	       c == 0x2029;
}

/* White space at the ends dropped, within made one space. */
static const char *
collapse(struct cc_arena *arena, const char *text)
{
	char *copy = cc_arena_alloc(arena, strlen(text) + 1);
	char *to = copy;
	bool gap = false;

	for (const char *p = text; *p != '\0'; p = g_utf8_next_char(p)) {
		gunichar c = g_utf8_get_char(p);

		if (white(c)) {
			gap = to > copy;
			continue;
		}
		if (gap)
			*to++ = ' ';
		gap = false;
		to += g_unichar_to_utf8(c, to);
	}
	return copy;
}

const char *
cc_read_prose(struct cc_reading *reading, const char *text, struct cc_pos pos)
{
	const char *words = collapse(reading->arena, text);

	if (*words == '\0') {
		cc_diag(reading->diags, CC_E313, pos);
		return NULL;
	}
	for (const char *p = words; *p != '\0'; p = g_utf8_next_char(p)) {
		gunichar c = g_utf8_get_char(p);

		if (!unwelcome(c))
			continue;
		cc_diag(reading->diags, CC_E315, cc_pos_letter(pos, c), (unsigned)c);
		return NULL;
	}
	return words;
}

const char *
cc_read_code(struct cc_reading *reading, const char *text, struct cc_pos pos)
{
	const char *code = cc_read_prose(reading, text, pos);

	if (code == NULL)
		return NULL;
	if (g_utf8_strlen(code, -1) > CC_CODE_MAX) {
		cc_diag(reading->diags, CC_E314, pos, CC_CODE_MAX);
		return NULL;
	}
	return code;
}

const char *
cc_read_collapsed(struct cc_reading *reading, const char *text)
{
	return collapse(reading->arena, text);
}
