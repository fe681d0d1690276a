#include "output/markup.h"

#include <string.h>

#define REPLACEMENT "\xEF\xBF\xBD" /* U+FFFD */

/* What stands for a byte that cannot stand for itself, or NULL. */
static const char *
escape(const char *p)
{
	const unsigned char c = (unsigned char)*p;

	switch (c) {
	case '&':
		return "&amp;";
	case '<':
		return "&lt;";
	case '>':
		return "&gt;";
	case '"':
		return "&quot;";
	case '\t':
	case '\n':
	case '\r':
		return " ";
	case 0x7F:
		return REPLACEMENT;
	case 0xEF: /* U+FFFE and U+FFFF are EF BF BE and EF BF BF */
		if ((unsigned char)p[1] == 0xBF && (unsigned char)p[2] >= 0xBE)
			return REPLACEMENT;
		return NULL;
	default:
		return c < 0x20 ? REPLACEMENT : NULL;
	}
}

/* Stands for itself, and is no space: most bytes are past the question. */
static inline bool
is_plain(unsigned char c)
{
	if (c > '>')
		return c != 0x7F && c != 0xEF;
	return c > ' ' && c != '"' && c != '&' && c != '<' && c != '>';
}

static void
append(GString *to, const char *text, bool line)
{
	const char *p, *plain = text;
	const gsize start = to->len;

	for (p = text; *p != '\0'; p++) {
		const char *instead;
		bool space;

		if (is_plain((unsigned char)*p))
			continue;
		instead = escape(p);
		space = *p == ' ' || (instead != NULL && *instead == ' ');
		if (instead == NULL && !(line && space))
			continue;
		g_string_append_len(to, plain, p - plain);
		if (line && space) {
			if (to->len > start && to->str[to->len - 1] != ' ')
				g_string_append_c(to, ' ');
		} else {
			g_string_append(to, instead);
		}
		if (instead != NULL && (unsigned char)*p == 0xEF)
			p += 2;
		plain = p + 1;
	}
	g_string_append_len(to, plain, p - plain);
	if (line && to->len > start && to->str[to->len - 1] == ' ')
		g_string_truncate(to, to->len - 1);
}

void
cc_markup_append(GString *to, const char *text)
{
	append(to, text, false);
}

void
cc_markup_append_line(GString *to, const char *text)
{
	append(to, text, true);
}

void
cc_markup_append_id(GString *to, const char *text)
{
	static const char hex[] = "0123456789ABCDEF";

	for (; *text != '\0'; text++) {
		const unsigned char c = (unsigned char)*text;

		if (g_ascii_isalnum(c) || strchr("-_.", c) != NULL) {
			g_string_append_c(to, (char)c);
			continue;
		}
		g_string_append_c(to, '_');
		g_string_append_c(to, hex[c >> 4]);
		g_string_append_c(to, hex[c & 15]);
	}
}

void
cc_markup_append_hex(GString *to, cc_colour colour)
{
	static const char hex[] = "0123456789ABCDEF";
	char text[] = "RRGGBB";
	int i;

	for (i = 5; i >= 0; i--, colour >>= 4)
		text[i] = hex[colour & 15];
	g_string_append_len(to, text, sizeof text - 1);
}

void
cc_markup_append_colour(GString *to, cc_colour colour)
{
	g_string_append_c(to, '#');
	cc_markup_append_hex(to, colour);
}

static bool
is_ascii(char c)
{
	return ((unsigned char)c & 0x80) == 0;
}

bool
cc_markup_runs_left(const char *text)
{
	/* Most words begin with ASCII, which needs no table. */
	while (*text != '\0' && is_ascii(*text) && !g_ascii_isalpha(*text))
		text++;
	if (is_ascii(*text))
		return false;
	while (*text != '\0' && !g_unichar_isalpha(g_utf8_get_char(text)))
		text = g_utf8_next_char(text);
	switch ((int)g_unichar_get_script(g_utf8_get_char(text))) {
	case G_UNICODE_SCRIPT_ARABIC:
	case G_UNICODE_SCRIPT_HEBREW:
	case G_UNICODE_SCRIPT_NKO:
	case G_UNICODE_SCRIPT_SYRIAC:
	case G_UNICODE_SCRIPT_THAANA:
		return true;
	}
	return false;
}
