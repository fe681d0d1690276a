/* Letters that no installed font has: another spelling of the same meaning
 * where there is one, else they are told. */
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

/* Raised signs and what each is in ASCII. Latin-1 has three of them, and few
 * fonts more: a run like that of 10⁻⁶ is raised as a whole or not at all. */
static char
raised_sign(gunichar c)
{
	switch (c) {
	case 0x00B9:
		return '1';
	case 0x00B2:
		return '2';
	case 0x00B3:
		return '3';
	case 0x207A:
		return '+';
	case 0x207B:
		return '-';
	default:
		if (c == 0x2070 || (c >= 0x2074 && c <= 0x2079))
			return (char)('0' + (c - 0x2070));
		return '\0';
	}
}

/* The run of raised signs at `from` in ASCII, if a font lacks one of them.
 * Returns where the run ends. */
static const char *
respell_raised(struct cc_fonts *fonts, const char *from, GString *to)
{
	const gsize start = to->len;
	const char *p = from;
	bool missing = false;
	char sign;

	g_string_append_c(to, '^');
	for (; (sign = raised_sign(g_utf8_get_char(p))) != '\0';
	     p = g_utf8_next_char(p)) {
		missing = missing || letter_missing(fonts, p);
		g_string_append_c(to, sign);
	}
	if (!missing) {
		g_string_truncate(to, start);
		g_string_append_len(to, from, p - from);
	}
	return p;
}

static const char *
plain_spelling(gunichar c)
{
	static const struct {
		gunichar letter;
		const char *plain;
	} table[] = {
	    {0x2009, " "},  /* thin space */
	    {0x2011, "-"},  /* hyphen that does not break */
	    {0x202F, " "},  /* narrow space that does not break */
	    {0x2103, "°C"}, /* one sign of Chinese fonts */
	    {0x2192, "->"},
	    {0x2212, "-"},
	    {0x2264, "<="},
	    {0x2265, ">="},
	};

	if (c >= 0x2080 && c <= 0x2089) { /* lowered digits: CO₂ is CO2 */
		static const char *const digits[] = {
		    "0", "1", "2", "3", "4", "5", "6", "7", "8", "9"};

		return digits[c - 0x2080];
	}
	for (size_t i = 0; i < G_N_ELEMENTS(table); i++)
		if (table[i].letter == c)
			return table[i].plain;
	return NULL;
}

/* Whether a letter is missing that has another spelling. Nearly always false:
 * told without building a string. */
static bool
needs_respelling(struct cc_fonts *fonts, const char *string)
{
	const char *p;

	for (p = string; *p != '\0'; p = g_utf8_next_char(p)) {
		const gunichar c = g_utf8_get_char(p);

		if (c >= 0x80 &&
		    (raised_sign(c) != '\0' || plain_spelling(c) != NULL) &&
		    letter_missing(fonts, p))
			return true;
	}
	return false;
}

char *
cc_fonts_respell(struct cc_fonts *fonts, const char *string)
{
	GString *to;
	const char *p = string;

	if (!needs_respelling(fonts, string))
		return NULL;
	to = g_string_new(NULL);
	while (*p != '\0') {
		const gunichar c = g_utf8_get_char(p);
		const char *plain = plain_spelling(c);

		if (raised_sign(c) != '\0') {
			p = respell_raised(fonts, p, to);
			continue;
		}
		if (plain != NULL && letter_missing(fonts, p))
			g_string_append(to, plain);
		else
			g_string_append_unichar(to, c);
		p = g_utf8_next_char(p);
	}
	return g_string_free(to, FALSE);
}
