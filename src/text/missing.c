#include "text/fonts.h"

#include <string.h>

enum { LETTER_UNKNOWN, LETTER_THERE, LETTER_MISSING };

static bool
letter_missing(struct cc_fonts *fonts, const char *letter)
{
	gpointer key = GUINT_TO_POINTER(g_utf8_get_char(letter));
	int state = GPOINTER_TO_INT(g_hash_table_lookup(fonts->letters, key));

	if (state == LETTER_UNKNOWN) {
		char one[8] = "";
		g_autoptr(PangoLayout) layout = NULL;

		memcpy(
		    one, letter, (size_t)(g_utf8_next_char(letter) - letter));
		layout = cc_fonts_layout(fonts, one, 16, false);
		state = pango_layout_get_unknown_glyphs_count(layout) > 0
		            ? LETTER_MISSING
		            : LETTER_THERE;
		g_hash_table_insert(
		    fonts->letters, key, GINT_TO_POINTER(state));
	}
	return state == LETTER_MISSING;
}

int
cc_fonts_missing(struct cc_fonts *fonts, const char *string, GString *missing)
{
	const char *p;
	int count = 0;

	for (p = string; *p != '\0'; p = g_utf8_next_char(p)) {
		const gunichar c = g_utf8_get_char(p);

		/* Every font that can be the first choice has ASCII. */
		if (c < 0x80 || !letter_missing(fonts, p))
			continue;
		if (g_utf8_strchr(string, p - string, c) != NULL)
			continue;
		count++;
		if (missing != NULL)
			g_string_append_printf(missing, "%sU+%04X",
			    missing->len > 0 ? ", " : "", c);
	}
	return count;
}
