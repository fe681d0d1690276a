/* Words only, as Markdown (CommonMark with tables). What the case says is
 * escaped: a label is never a heading, a link or HTML. */
#include "output/output.h"

#include <string.h>

/* Everything that can be markup inside a line; the rest only at its start. */
#define MARKUP "\\`*_[]<>&|~$"

static bool
begins_markup(const char *text)
{
	size_t digits = strspn(text, "0123456789");

	if (strchr("#+-=", text[0]) != NULL && text[0] != '\0')
		return true;
	return digits > 0 && (text[digits] == '.' || text[digits] == ')');
}

/* Appends text as it is to be read. Line breaks and other controls become
 * spaces; in front of a line also what would begin a block is escaped. */
static void
append_text(GString *to, const char *text, bool first)
{
	size_t marker = 0;

	if (first && begins_markup(text))
		marker = strspn(text, "0123456789") + 1;
	for (const char *p = text; *p != '\0'; p++) {
		if ((unsigned char)*p < 0x20) {
			g_string_append_c(to, ' ');
			continue;
		}
		if (strchr(MARKUP, *p) != NULL ||
		    (marker > 0 && p + 1 == text + marker))
			g_string_append_c(to, '\\');
		g_string_append_c(to, *p);
	}
}

static void
append_paragraph(GString *to, const char *before, const char *text)
{
	if (text == NULL || *text == '\0')
		return;
	if (to->len > 0)
		g_string_append_c(to, '\n');
	g_string_append(to, before);
	append_text(to, text, true);
	g_string_append_c(to, '\n');
}

static void
append_row(GString *to, const char *const *cells)
{
	for (size_t i = 0; i < CC_TABLE_COLUMNS; i++) {
		g_string_append(to, i == 0 ? "| " : " | ");
		append_text(to, cells[i], false);
	}
	g_string_append(to, " |\n");
}

static void
append_table(GString *to, const struct cc_table *table)
{
	if (table->count == 0)
		return;
	append_paragraph(to, "## ", table->title);
	g_string_append_c(to, '\n');
	append_row(to, table->heads);
	for (size_t i = 0; i < CC_TABLE_COLUMNS; i++)
		g_string_append(to, "|---");
	g_string_append(to, "|\n");
	for (size_t i = 0; i < table->count; i++)
		append_row(to, table->rows[i]);
	append_paragraph(to, "", table->remark);
}

static void
append_list(
    GString *to, const char *title, const char *const *items, size_t count)
{
	if (count == 0)
		return;
	append_paragraph(to, "## ", title);
	g_string_append_c(to, '\n');
	for (size_t i = 0; i < count; i++) {
		g_string_append(to, "- ");
		append_text(to, items[i], true);
		g_string_append_c(to, '\n');
	}
}

/* As others cite them: by their number. */
static void
append_numbered(
    GString *to, const char *title, const char *const *items, size_t count)
{
	if (count == 0)
		return;
	append_paragraph(to, "## ", title);
	g_string_append_c(to, '\n');
	for (size_t i = 0; i < count; i++) {
		g_string_append_printf(to, "%zu. ", i + 1);
		append_text(to, items[i], true);
		g_string_append_c(to, '\n');
	}
}

static void
append_patient(GString *to, const struct cc_prose *prose)
{
	append_paragraph(to, "", prose->patient);
	if (prose->background != NULL)
		append_paragraph(to, "", prose->background);
}

static void
append_page(GString *to, const struct cc_page *page)
{
	const struct cc_prose *prose = page->prose;

	append_paragraph(to, "# ", cc_page_name(page));
	if (prose != NULL)
		append_patient(to, prose);
	append_paragraph(to, "", page->summary);
	if (prose == NULL)
		return;
	append_paragraph(to, "## ", prose->course);
	for (size_t i = 0; i < prose->paragraph_count; i++)
		append_paragraph(to, "", prose->paragraphs[i]);
	append_table(to, &prose->intervals);
	append_table(to, &prose->reading);
	append_list(
	    to, prose->plate_title, prose->plates, prose->plate_count);
	append_list(to, prose->short_title, prose->shorts, prose->short_count);
	append_numbered(
	    to, prose->cited_title, prose->cited, prose->cited_count);
}

static bool
md_write(struct cc_pages *pages, struct cc_sink *sink, struct cc_diags *diags)
{
	const struct cc_page *page;
	bool first = true;

	(void)diags;
	while ((page = pages->next(pages)) != NULL) {
		g_autoptr(GString) text = g_string_new(NULL);

		append_page(text, page);
		if (!first)
			cc_sink_write(sink, "\n---\n\n", 6);
		first = false;
		if (!cc_sink_write(sink, text->str, text->len))
			return true;
	}
	return !first && !pages->failed;
}

const struct cc_output cc_output_md = {
    .name = "md",
    .suffix = ".md",
    .about = "the course in words: Markdown with tables, no picture",
    .many = true,
    .words = true,
    .write = md_write,
};
