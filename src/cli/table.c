/* Lines of columns. A program cuts them at tabs; whoever looks on wants them
 * one below the other. */
#include "cli/cli.h"

#include <string.h>
#include <unistd.h>

#define COLUMNS_MOST 4
#define WIDTH_MOST 32 /* [cells] to which a column is filled up */

/* Cells of a terminal: two for a Chinese letter. */
static size_t
cells_of(const char *text)
{
	size_t cells = 0;

	for (; *text != '\0'; text = g_utf8_next_char(text)) {
		gunichar c = g_utf8_get_char(text);

		if (!g_unichar_iszerowidth(c))
			cells += g_unichar_iswide(c) ? 2 : 1;
	}
	return cells;
}

static void
widths_take(char *const *cells, size_t widths[COLUMNS_MOST])
{
	for (size_t i = 0; i < COLUMNS_MOST && cells[i] != NULL; i++) {
		size_t width = cells_of(cells[i]);

		if (width <= WIDTH_MOST)
			widths[i] = MAX(widths[i], width);
	}
}

static void
line_append(GString *to, char *const *cells, const size_t widths[COLUMNS_MOST])
{
	for (size_t i = 0; cells[i] != NULL; i++) {
		size_t width = cells_of(cells[i]);

		g_string_append(to, cells[i]);
		if (cells[i + 1] == NULL || *cells[i + 1] == '\0')
			break;
		do
			g_string_append_c(to, ' ');
		while (i < COLUMNS_MOST && width++ <= widths[i]);
	}
	g_string_append_c(to, '\n');
}

enum cc_exit
cc_print_table(const char *text)
{
	g_auto(GStrv) lines = NULL;
	g_autoptr(GString) to = NULL;
	size_t widths[COLUMNS_MOST] = {0};

	if (!isatty(STDOUT_FILENO))
		return cc_print(text);
	lines = g_strsplit(text, "\n", -1);
	to = g_string_new(NULL);
	for (char **line = lines; *line != NULL; line++) {
		g_auto(GStrv) cells = g_strsplit(*line, "\t", -1);

		widths_take(cells, widths);
	}
	for (char **line = lines; *line != NULL; line++) {
		g_auto(GStrv) cells = g_strsplit(*line, "\t", -1);

		if (**line != '\0')
			line_append(to, cells, widths);
	}
	return cc_print(to->str);
}
