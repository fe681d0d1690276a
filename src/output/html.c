/* A page for the web in one file: figures that can be walked through, zoomed
 * and closed up, and the course in words. It asks nothing of any network; what
 * it may run and how it may look is told to the browser by hashes. */
#include "base/number.h"
#include "output/html-cut.h"
#include "output/markup.h"
#include "output/svg.h"

#include "html-resource.h"

#include <gio/gio.h>
#include <string.h>

#define RESOURCES "/clincourse/html/"
#define DECIMALS 2 /* as the SVG has them: what is compared is written alike   \
	            */

/* ---- the frame ---- */

static GBytes *
resource(const char *name)
{
	g_autofree char *path = g_strconcat(RESOURCES, name, NULL);
	GBytes *bytes = g_resource_lookup_data(
	    cc_html_get_resource(), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

	g_assert(bytes != NULL);
	return bytes;
}

static void
append_bytes(GString *to, GBytes *bytes)
{
	gsize length;
	const char *text = g_bytes_get_data(bytes, &length);

	g_string_append_len(to, text, (gssize)length);
}

/* 'sha256-…', of what stands between the tags. */
static void
append_hash(GString *to, GBytes *bytes)
{
	g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);
	guint8 digest[32];
	gsize length, size = sizeof digest;
	const guchar *text = g_bytes_get_data(bytes, &length);
	g_autofree char *written = NULL;

	g_checksum_update(sum, text, (gssize)length);
	g_checksum_get_digest(sum, digest, &size);
	written = g_base64_encode(digest, size);
	g_string_append_printf(to, "'sha256-%s'", written);
}

static void
append_head(GString *to, const struct cc_page *page)
{
	g_autoptr(GBytes) style = resource("view.css");
	g_autoptr(GBytes) script = resource("view.js");

	g_string_append(to, "<!DOCTYPE html>\n<html lang=\"");
	cc_markup_append(to, page->lang);
	g_string_append(to,
	    "\">\n<head>\n<meta charset=\"utf-8\">\n"
	    "<meta http-equiv=\"Content-Security-Policy\" "
	    "content=\"default-src 'none'; img-src data:; style-src ");
	append_hash(to, style);
	g_string_append(to, "; script-src ");
	append_hash(to, script);
	g_string_append(to,
	    "; base-uri 'none'; form-action 'none'\">\n"
	    "<meta name=\"viewport\" "
	    "content=\"width=device-width, initial-scale=1\">\n"
	    "<meta name=\"generator\" content=\"clincourse " CC_VERSION
	    "\">\n<title>");
	cc_markup_append_line(to, cc_page_name(page));
	g_string_append(to, "</title>\n<style>");
	append_bytes(to, style);
	g_string_append(to, "</style>\n</head>\n<body>\n<main>\n");
}

static void
append_foot(GString *to)
{
	g_autoptr(GBytes) script = resource("view.js");

	g_string_append(to, "</main>\n<script>");
	append_bytes(to, script);
	g_string_append(to, "</script>\n</body>\n</html>\n");
}

/* ---- words ---- */

static void
append_element(
    GString *to, const char *open, const char *words, const char *close)
{
	if (words == NULL || *words == '\0')
		return;
	g_string_append(to, open);
	cc_markup_append_line(to, words);
	g_string_append(to, close);
}

static void
append_row(
    GString *to, const char *const *cells, const char *open, const char *close)
{
	g_string_append(to, "<tr>");
	for (size_t i = 0; i < CC_TABLE_COLUMNS; i++) {
		g_string_append(to, open);
		cc_markup_append_line(to, cells[i]);
		g_string_append(to, close);
	}
	g_string_append(to, "</tr>\n");
}

static void
append_table(GString *to, const struct cc_table *table)
{
	if (table->count == 0)
		return;
	append_element(to, "<h2>", table->title, "</h2>\n");
	/* Wide words scroll by themselves, by keys, too. */
	g_string_append(to,
	    "<div class=\"wide\" tabindex=\"0\" role=\"region\" "
	    "aria-label=\"");
	cc_markup_append_line(to, table->title);
	g_string_append(to, "\">\n<table>\n<thead>");
	append_row(to, table->heads, "<th scope=\"col\">", "</th>");
	g_string_append(to, "</thead>\n<tbody>\n");
	for (size_t i = 0; i < table->count; i++)
		append_row(to, table->rows[i], "<td>", "</td>");
	g_string_append(to, "</tbody>\n</table>\n</div>\n");
	append_element(to, "<p class=\"remark\">", table->remark, "</p>\n");
}

static void
append_list(GString *to, const char *element, const char *title,
    const char *const *items, size_t count)
{
	if (count == 0)
		return;
	append_element(to, "<h2>", title, "</h2>\n");
	g_string_append_printf(to, "<%s>\n", element);
	for (size_t i = 0; i < count; i++)
		append_element(to, "<li>", items[i], "</li>\n");
	g_string_append_printf(to, "</%s>\n", element);
}

static void
append_prose(GString *to, const struct cc_page *page)
{
	const struct cc_prose *prose = page->prose;

	append_element(to, "<p class=\"summary\">", page->summary, "</p>\n");
	append_element(to, "<h2>", prose->course, "</h2>\n");
	for (size_t i = 0; i < prose->paragraph_count; i++)
		append_element(to, "<p>", prose->paragraphs[i], "</p>\n");
	append_table(to, &prose->intervals);
	append_table(to, &prose->reading);
	append_list(
	    to, "ul", prose->plate_title, prose->plates, prose->plate_count);
	append_list(
	    to, "ul", prose->short_title, prose->shorts, prose->short_count);
	append_list(
	    to, "ol", prose->cited_title, prose->cited, prose->cited_count);
}

/* ---- tools ---- */

static void
append_button(
    GString *to, const char *value, const char *label, const char *sign)
{
	g_string_append_printf(to, "<button value=\"%s\" aria-label=\"", value);
	cc_markup_append_line(to, label);
	g_string_append_printf(to, "\">%s</button>", sign);
}

static void
append_languages(GString *to, const struct cc_page *page)
{
	if (page->lang_count < 2)
		return;
	g_string_append(to, "<div class=\"set\" role=\"group\" aria-label=\"");
	cc_markup_append_line(to, page->prose->controls[CC_CONTROL_LANGUAGE]);
	g_string_append(to, "\">");
	for (size_t i = 0; i < page->lang_count; i++) {
		g_string_append(to, "<button lang=\"");
		cc_markup_append(to, page->langs[i].code);
		g_string_append_printf(to, "\" aria-pressed=\"%s\">",
		    i == page->lang_at ? "true" : "false");
		cc_markup_append_line(to, page->langs[i].name);
		g_string_append(to, "</button>");
	}
	g_string_append(to, "</div>\n");
}

/* Rows of one name, as in strips, are one: [start, end] of each. */
static void
append_spans(GString *to, const struct cc_scene *cut, size_t first)
{
	const char *name = cut->items[first].group.title;

	for (size_t i = first; i < cut->count; i++) {
		const struct cc_item *item = &cut->items[i];

		if (!cc_html_is_row(item) ||
		    strcmp(item->group.title, name) != 0)
			continue;
		if (i > first)
			g_string_append_c(to, ' ');
		cc_number_append(to, item->group.box.y, DECIMALS);
		g_string_append_c(to, ' ');
		cc_number_append(to, cc_box_bottom(item->group.box), DECIMALS);
	}
}

static void
append_row_switch(GString *to, const struct cc_scene *cut, size_t row)
{
	const struct cc_group *group = &cut->items[row].group;

	g_string_append(to, "<label><input type=\"checkbox\" checked value=\"");
	cc_markup_append(to, group->id);
	g_string_append(to, "\" data-spans=\"");
	append_spans(to, cut, row);
	g_string_append(to, "\"> ");
	cc_markup_append_line(to, group->title);
	g_string_append(to, "</label>\n");
}

static void
append_row_switches(GString *to, const struct cc_scene *cut)
{
	g_autoptr(GHashTable) named = g_hash_table_new(g_str_hash, g_str_equal);

	for (size_t i = 0; i < cut->count; i++)
		if (cc_html_is_row(&cut->items[i]) &&
		    g_hash_table_add(
			named, (gpointer)cut->items[i].group.title))
			append_row_switch(to, cut, i);
}

/* Hidden until there is a script to work them. */
static void
append_tools(
    GString *to, const struct cc_page *page, const struct cc_scene *cut)
{
	const char *const *controls = page->prose->controls;

	g_string_append(
	    to, "<div class=\"tools\" role=\"toolbar\" hidden aria-label=\"");
	cc_markup_append_line(to, controls[CC_CONTROL_FIGURE]);
	g_string_append(to, "\">\n");
	append_languages(to, page);
	g_string_append(to, "<div class=\"set\">");
	append_button(to, "closer", controls[CC_CONTROL_CLOSER], "+");
	append_button(to, "farther", controls[CC_CONTROL_FARTHER], "−");
	append_button(to, "whole", controls[CC_CONTROL_WHOLE], "⤢");
	g_string_append(to, "</div>\n<button value=\"rows\" "
			    "aria-expanded=\"false\">");
	cc_markup_append_line(to, controls[CC_CONTROL_ROWS]);
	g_string_append(to, "</button>\n<div class=\"rows\" role=\"group\" "
			    "hidden aria-label=\"");
	cc_markup_append_line(to, controls[CC_CONTROL_ROWS]);
	g_string_append(to, "\">\n");
	append_row_switches(to, cut);
	g_string_append(to, "</div>\n</div>\n");
}

/* ---- pages ---- */

/* A document has each id once, though the same figure is asked for twice.
 * `used` takes the string. */
static const char *
prefix_find(GHashTable *used, const struct cc_page *page)
{
	g_autoptr(GString) prefix = g_string_new(NULL);
	gsize own;

	cc_svg_append_prefix(prefix, page);
	own = prefix->len;
	for (guint more = 2; g_hash_table_contains(used, prefix->str); more++) {
		g_string_truncate(prefix, own);
		g_string_append_printf(prefix, "%u-", more);
	}
	g_hash_table_add(used, g_strdup(prefix->str));
	return g_hash_table_lookup(used, prefix->str);
}

static void
append_figure(GString *to, const struct cc_page *page, const char *prefix)
{
	struct cc_svg_way way = {.live = true, .prefix = prefix};
	struct cc_page shown = *page;
	struct cc_arena arena;
	struct cc_scene cut;

	cc_arena_init(&arena);
	cc_scene_init(&cut, &arena);
	way.top = cc_html_cut(&cut, page->scene);
	shown.scene = &cut;
	append_tools(to, page, &cut);
	g_string_append(to, "<div class=\"figure\">\n");
	cc_svg_append(to, &shown, NULL, way);
	g_string_append_printf(
	    to, "</div>\n<p class=\"keys\" id=\"%skeys", prefix);
	append_element(
	    to, "\">", page->prose->controls[CC_CONTROL_KEYS], "</p>\n");
	cc_scene_finish(&cut);
	cc_arena_finish(&arena);
}

static void
append_page(GString *to, const struct cc_page *page, GHashTable *used)
{
	g_string_append(to, "<article lang=\"");
	cc_markup_append(to, page->lang);
	g_string_append(to, "\">\n");
	append_element(to, "<h1>", cc_page_name(page), "</h1>\n");
	append_element(
	    to, "<p class=\"patient\">", page->prose->patient, "</p>\n");
	append_element(
	    to, "<p class=\"patient\">", page->prose->background, "</p>\n");
	append_figure(to, page, prefix_find(used, page));
	append_prose(to, page);
	g_string_append(to, "</article>\n");
}

/* The languages of one case are a section. */
static bool
html_write(struct cc_pages *pages, struct cc_sink *sink, struct cc_diags *diags)
{
	g_autoptr(GString) to = g_string_sized_new(1 << 17);
	g_autoptr(GHashTable) used =
	    g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	const struct cc_page *page;
	bool first = true;

	(void)diags;
	while ((page = pages->next(pages)) != NULL) {
		if (first)
			append_head(to, page);
		if (page->lang_at == 0)
			g_string_append(to, first ? "<section class=\"case\">\n"
						  : "</section>\n<section "
						    "class=\"case\">\n");
		first = false;
		append_page(to, page, used);
		if (!cc_sink_write(sink, to->str, to->len))
			return true;
		g_string_truncate(to, 0);
	}
	if (first || pages->failed)
		return false;
	g_string_append(to, "</section>\n");
	append_foot(to);
	cc_sink_write(sink, to->str, to->len);
	return true;
}

const struct cc_output cc_output_html = {
    .name = "html",
    .suffix = ".html",
    .about = "a page for the web: live figure, tables, all languages",
    .many = true,
    .told = true,
    .tips = true,
    .speaks = true,
    .write = html_write,
};
