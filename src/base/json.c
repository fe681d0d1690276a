#include "base/json.h"

void
cc_json_append_string(GString *to, const char *text)
{
	g_autofree char *valid = g_utf8_make_valid(text, -1);
	const char *p;

	g_string_append_c(to, '"');
	for (p = valid; *p != '\0'; p++) {
		unsigned char c = (unsigned char)*p;

		if (c == '"' || c == '\\')
			g_string_append_printf(to, "\\%c", c);
		else if (c < 0x20 || c == 0x7F)
			g_string_append_printf(to, "\\u%04x", c);
		else
			g_string_append_c(to, (char)c);
	}
	g_string_append_c(to, '"');
}
