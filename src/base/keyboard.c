/* Letters that look like those of a keyboard. */
#include "base/keyboard.h"

#include <string.h>

static const struct {
	gunichar first, last;
	const char *name;
	const char *plain; /* NULL: what Unicode calls its compatible letter */
} lookalikes[] = {
    {0x00A0, 0x00A0, "a no-break space", " "},
    {0x00AD, 0x00AD, "a soft hyphen", ""},
    {0x2000, 0x200A, "a space of another width", " "},
    {0x200B, 0x200F, "a letter that cannot be seen", ""},
    {0x2010, 0x2011, "a hyphen of typesetters", "-"},
    {0x2012, 0x2012, "a figure dash", "-"},
    {0x2013, 0x2013, "an en dash", "-"},
    {0x2014, 0x2015, "an em dash", "-"},
    {0x2018, 0x201F, "a curly quote", "'"},
    {0x202F, 0x202F, "a narrow no-break space", " "},
    {0x2060, 0x2060, "a letter that cannot be seen", ""},
    {0x2212, 0x2212, "a minus sign", "-"},
    {0x2248, 0x2248, "an \"about\" sign", "~"},
    {0x3000, 0x3000, "a full-width space", " "},
    {0xFEFF, 0xFEFF, "a letter that cannot be seen", ""},
    {0xFF10, 0xFF19, "a full-width digit", NULL},
    {0xFF01, 0xFF5E, "a full-width letter", NULL},
};

static size_t
lookalike_find(gunichar c)
{
	size_t i = 0;

	while (i < G_N_ELEMENTS(lookalikes) &&
	       (c < lookalikes[i].first || c > lookalikes[i].last))
		i++;
	return i;
}

gunichar
cc_keyboard_lookalike(const char *text, const char **name)
{
	for (const char *p = text; *p != '\0'; p = g_utf8_next_char(p)) {
		size_t i = lookalike_find(g_utf8_get_char(p));

		if (i == G_N_ELEMENTS(lookalikes))
			continue;
		*name = lookalikes[i].name;
		return g_utf8_get_char(p);
	}
	return 0;
}

/* Full-width letters stand in the order of those of ASCII. */
#define FULL_WIDTH 0xFEE0

char *
cc_keyboard_text(const char *text)
{
	GString *plain = g_string_new(NULL);
	char *start;

	for (const char *p = text; *p != '\0'; p = g_utf8_next_char(p)) {
		gunichar c = g_utf8_get_char(p);
		size_t i = lookalike_find(c);

		if (i == G_N_ELEMENTS(lookalikes))
			g_string_append_unichar(plain, c);
		else if (lookalikes[i].plain == NULL)
			g_string_append_unichar(plain, c - FULL_WIDTH);
		else
			g_string_append(plain, lookalikes[i].plain);
	}
	g_strstrip(plain->str);
	start = plain->str + strspn(plain->str, "'\"");
	while (start[0] != '\0' && strchr("'\" ", start[strlen(start) - 1]))
		start[strlen(start) - 1] = '\0';
	start = g_strdup(start);
	g_string_free(plain, TRUE);
	return start;
}
