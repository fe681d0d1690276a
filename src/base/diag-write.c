/* Diagnostics as text for people and as JSON for programs. */
#include "base/diag.h"
#include "base/json.h"

#include <string.h>

static const char *const severity_words[] = {
    [CC_NOTE] = "note",
    [CC_WARNING] = "warning",
    [CC_ERROR] = "error",
    [CC_FATAL] = "error",
};
G_STATIC_ASSERT(G_N_ELEMENTS(severity_words) == CC_FATAL + 1);

/* ECMA-48 SGR, as terminals of all backgrounds show them; what they say stands
 * in words, too. */
static const char *const severity_colours[] = {
    [CC_NOTE] = "\033[1;36m",
    [CC_WARNING] = "\033[1;35m",
    [CC_ERROR] = "\033[1;31m",
    [CC_FATAL] = "\033[1;31m",
};
G_STATIC_ASSERT(G_N_ELEMENTS(severity_colours) == CC_FATAL + 1);
#define BOLD "\033[1m"
#define PLAIN "\033[0m"

/* Cells of a terminal that a letter takes: two for a Chinese one. */
static int
letter_cells(gunichar c)
{
	if (g_unichar_iszerowidth(c))
		return 0;
	return g_unichar_iswide(c) ? 2 : 1;
}

/* The source line and, under it, the place. */
static void
excerpt_append(GString *to, const struct cc_diag *diag, bool coloured)
{
	const char *p = diag->excerpt;
	int indent = 0, width = 0;
	uint32_t letter;

	for (letter = 0; *p != '\0' && letter < diag->indent + diag->width;
	     letter++, p = g_utf8_next_char(p)) {
		int cells = letter_cells(g_utf8_get_char(p));

		if (letter < diag->indent)
			indent += cells;
		else
			width += cells;
	}
	g_string_append_printf(to, "%s\n%*s%s^", diag->excerpt, indent, "",
	    coloured ? severity_colours[diag->severity] : "");
	for (; width > 1; width--)
		g_string_append_c(to, '~');
	g_string_append_printf(to, "%s\n", coloured ? PLAIN : "");
}

static void
file_append(GString *to, const char *file)
{
	g_autofree char *valid = g_utf8_make_valid(file, -1);
	const char *p;

	for (p = valid; *p != '\0'; p = g_utf8_next_char(p)) {
		gunichar c = g_utf8_get_char(p);
		g_string_append_unichar(to, g_unichar_iscntrl(c) ? '?' : c);
	}
}

static void
diag_text(const struct cc_diag *diag, bool coloured, GString *to)
{
	if (diag->file != NULL) {
		g_string_append(to, coloured ? BOLD : "");
		file_append(to, diag->file);
		if (diag->place.line > 0)
			g_string_append_printf(
			    to, ":%u:%u", diag->place.line, diag->place.column);
		g_string_append_printf(to, ": %s", coloured ? PLAIN : "");
	}
	g_string_append_printf(to, "%s%s: %s%s [%s]\n",
	    coloured ? severity_colours[diag->severity] : "",
	    severity_words[diag->severity], coloured ? PLAIN : "",
	    diag->sentence, cc_code_word(diag->code));
	if (diag->excerpt != NULL)
		excerpt_append(to, diag, coloured);
}

static void
diags_text(const struct cc_diags *diags, enum cc_severity least,
    bool coloured, GString *to)
{
	guint i;

	for (i = 0; i < diags->list->len; i++) {
		const struct cc_diag *diag = diags->list->pdata[i];

		if (diag->severity >= least)
			diag_text(diag, coloured, to);
	}
}

void
cc_diags_text(const struct cc_diags *diags, enum cc_severity least, GString *to)
{
	diags_text(diags, least, false, to);
}

void
cc_diags_coloured(
    const struct cc_diags *diags, enum cc_severity least, GString *to)
{
	diags_text(diags, least, true, to);
}

static void
diag_json(const struct cc_diag *diag, GString *to)
{
	g_string_append(to, "{\"file\":");
	if (diag->file != NULL)
		cc_json_append_string(to, diag->file);
	else
		g_string_append(to, "null");
	if (diag->place.line > 0)
		g_string_append_printf(to,
		    ",\"line\":%u,\"column\":%u,\"width\":%u", diag->place.line,
		    diag->place.column, diag->width);
	else
		g_string_append(
		    to, ",\"line\":null,\"column\":null,\"width\":null");
	g_string_append_printf(to,
	    ",\"severity\":\"%s\",\"code\":\"%s\",\"message\":",
	    severity_words[diag->severity], cc_code_word(diag->code));
	cc_json_append_string(to, diag->sentence);
	g_string_append_c(to, '}');
}

void
cc_diags_json(const struct cc_diags *diags, GString *to)
{
	guint i;

	g_string_append_c(to, '[');
	for (i = 0; i < diags->list->len; i++) {
		g_string_append(to, i > 0 ? ",\n " : "\n ");
		diag_json(diags->list->pdata[i], to);
	}
	g_string_append(to, diags->list->len > 0 ? "\n]\n" : "]\n");
}
