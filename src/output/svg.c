#include "output/svg-item.h"

#include "base/hash.h"
#include "output/markup.h"

#include <string.h>

#define MM_A_POINT (25.4 / 72)
#define PX_A_POINT (96.0 / 72)

/* The start of an SVG without the words of the case. */
#define ROOT_MOST 1024

/* Of a figure's number: a page of a hundred figures of one case has all but
 * surely no number twice. */
#define FIGURE_DIGITS 6
#define HASH_SPARE (64 - 4 * FIGURE_DIGITS)

static bool
has_images(const struct cc_scene *scene)
{
	for (size_t i = 0; i < scene->count; i++)
		if (scene->items[i].op == CC_OP_IMAGE)
			return true;
	return false;
}

/* Of the whole picture: screens count pixels; what is printed has a size of its
 * own, which a program that takes 72 pixels an inch would make larger. */
static void
put_size(struct cc_svg *svg)
{
	const struct cc_scene *scene = svg->page->scene;
	struct cc_put *put = &svg->put;
	const bool screen = scene->unit < 1;
	const double scale = screen ? 1 : MM_A_POINT;

	cc_put_text(put, " width=\"");
	cc_put_number(put, scene->width * scale, CC_SVG_DECIMALS);
	cc_put_bytes(put, "mm", screen ? 0 : 2);
	cc_put_text(put, "\" height=\"");
	cc_put_number(put, scene->height * scale, CC_SVG_DECIMALS);
	cc_put_bytes(put, "mm", screen ? 0 : 2);
	cc_put_char(put, '"');
}

/* Of an image: by its title and description within. */
static void
put_role(struct cc_svg *svg)
{
	cc_put_text(&svg->put, " role=\"img\" aria-labelledby=\"");
	cc_svg_put_id(svg, "title");
	if (*svg->page->summary != '\0') {
		cc_put_room(&svg->put, 1);
		cc_put_char(&svg->put, ' ');
		cc_svg_put_id(svg, "desc");
	}
	cc_put_room(&svg->put, ROOT_MOST);
	cc_put_char(&svg->put, '"');
}

static void
put_live_role(struct cc_svg *svg)
{
	cc_put_text(&svg->put, " id=\"");
	cc_svg_put_id(svg, "figure");
	cc_put_room(&svg->put, ROOT_MOST);
	cc_put_text(
	    &svg->put, "\" role=\"group\" tabindex=\"0\" aria-describedby=\"");
	cc_svg_put_id(svg, "keys");
	cc_put_room(&svg->put, ROOT_MOST);
	cc_put_text(&svg->put, "\" aria-label=\"");
	cc_svg_put_words(svg, cc_page_name(svg->page));
	cc_put_room(&svg->put, ROOT_MOST);
	cc_put_char(&svg->put, '"');
}

static void
put_root(struct cc_svg *svg)
{
	const struct cc_scene *scene = svg->page->scene;
	struct cc_put *put = &svg->put;

	cc_put_room(put, ROOT_MOST);
	cc_put_text(put, "<svg xmlns=\"http://www.w3.org/2000/svg\"");
	if (has_images(scene))
		cc_put_text(
		    put, " xmlns:xlink=\"http://www.w3.org/1999/xlink\"");
	if (svg->way.live)
		cc_svg_put_number(
		    svg, "width", scene->width * scene->unit * PX_A_POINT);
	else
		put_size(svg);
	cc_put_text(put, " viewBox=\"0 ");
	cc_put_number(put, svg->way.top, CC_SVG_DECIMALS);
	cc_put_char(put, ' ');
	cc_put_number(put, scene->width, CC_SVG_DECIMALS);
	cc_put_char(put, ' ');
	cc_put_number(put, scene->height - svg->way.top, CC_SVG_DECIMALS);
	cc_put_text(put, "\" xml:lang=\"");
	cc_svg_put_words(svg, svg->page->lang);
	cc_put_room(put, ROOT_MOST);
	/* Once for all texts. */
	cc_put_text(put, "\" font-family=\"");
	cc_svg_put_words(svg, scene->families);
	cc_put_room(put, ROOT_MOST);
	cc_put_char(put, '"');
	if (svg->way.live)
		put_live_role(svg);
	else
		put_role(svg);
	cc_put_text(put, ">\n");
}

static void
put_name(struct cc_svg *svg, const char *element, const char *words)
{
	GString *to = svg->put.to;

	cc_put_end(&svg->put);
	g_string_append_printf(to, "<%s id=\"", element);
	cc_put_begin(&svg->put, to);
	cc_svg_put_id(svg, element);
	cc_put_end(&svg->put);
	g_string_append(to, "\">");
	cc_markup_append_line(to, words);
	g_string_append_printf(to, "</%s>\n", element);
	cc_put_begin(&svg->put, to);
}

static void
put_names(struct cc_svg *svg)
{
	if (svg->way.live)
		return;
	put_name(svg, "title", cc_page_name(svg->page));
	if (*svg->page->summary != '\0')
		put_name(svg, "desc", svg->page->summary);
}

static void
put_gradient(struct cc_svg *svg, guint number, struct cc_svg_fade fade)
{
	struct cc_put *put = &svg->put;

	cc_put_room(put, ROOT_MOST);
	cc_put_text(put, "<linearGradient id=\"");
	cc_svg_put_fade_id(svg, number);
	cc_put_room(put, ROOT_MOST);
	cc_put_text(put, "\"><stop offset=\"0\" stop-color=\"");
	cc_svg_put_colour(svg, fade.from);
	cc_put_text(put, "\"/><stop offset=\"1\" stop-color=\"");
	cc_svg_put_colour(svg, fade.to);
	cc_put_text(put, "\"/></linearGradient>\n");
}

/* Each pair of colours once: from the left end of what it fills to the right.
 */
static void
put_fades(struct cc_svg *svg)
{
	const struct cc_scene *scene = svg->page->scene;

	for (size_t i = 0; i < scene->count; i++) {
		const struct cc_item *item = &scene->items[i];
		const struct cc_svg_fade fade = {
		    item->paint.fill, item->paint.fade_to};

		if (item->op != CC_OP_RECT || !item->paint.fade ||
		    cc_svg_fade_find(svg, &item->paint) < svg->fades->len)
			continue;
		cc_put_room(&svg->put, ROOT_MOST);
		if (svg->fades->len == 0)
			cc_put_text(&svg->put, "<defs>\n");
		put_gradient(svg, svg->fades->len, fade);
		g_array_append_val(svg->fades, fade);
	}
	if (svg->fades->len > 0)
		cc_put_text(&svg->put, "</defs>\n");
}

static void
append_case(GString *to, const struct cc_page *page)
{
	if (!g_ascii_isalpha(*page->case_id))
		g_string_append_c(to, '_'); /* no XML name begins with 1 */
	cc_markup_append_id(to, page->case_id);
	g_string_append_c(to, '-');
	cc_markup_append_id(to, page->lang);
	g_string_append_c(to, '-');
}

void
cc_svg_append_prefix(GString *to, const struct cc_page *page)
{
	uint64_t hash = cc_scene_hash(page->scene);

	hash = cc_hash_string(hash, page->title);
	hash = cc_hash_string(hash, page->summary);
	append_case(to, page);
	g_string_append_printf(
	    to, "%0*x-", FIGURE_DIGITS, (guint)(hash >> HASH_SPARE));
}

void
cc_svg_append(GString *to, const struct cc_page *page, struct cc_fonts *fonts,
    struct cc_svg_way way)
{
	const struct cc_scene *scene = page->scene;
	g_autoptr(GString) own = g_string_new(NULL);
	g_autoptr(GArray) fades =
	    g_array_new(FALSE, FALSE, sizeof(struct cc_svg_fade));
	struct cc_svg svg = {
	    .page = page,
	    .fonts = fonts,
	    .way = way,
	    .fades = fades,
	};
	const struct cc_item ground = {
	    .op = CC_OP_RECT,
	    .role = CC_ROLE_PAGE,
	    .paint = {.fill = scene->background, .stroke = CC_NO_COLOUR},
	    .rect = {.box = {0, 0, scene->width, scene->height}},
	};

	g_assert(scene->depth == 0);
	if (way.prefix == NULL)
		cc_svg_append_prefix(own, page);
	svg.prefix = way.prefix != NULL ? way.prefix : own->str;
	svg.prefix_length = strlen(svg.prefix);
	cc_put_begin(&svg.put, to);
	put_root(&svg);
	put_names(&svg);
	put_fades(&svg);
	cc_svg_put_item(&svg, &ground);
	for (size_t i = 0; i < scene->count; i++)
		cc_svg_put_item(&svg, &scene->items[i]);
	cc_put_end(&svg.put);
	g_string_append(to, "</svg>\n");
}

static bool
svg_write(struct cc_pages *pages, struct cc_sink *sink, struct cc_diags *diags)
{
	const struct cc_page *page = pages->next(pages);
	g_autoptr(GString) to = NULL;

	(void)diags;
	if (page == NULL)
		return false;
	to = g_string_sized_new(1 << 16);
	g_string_append(to, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
	cc_svg_append(to, page, pages->fonts,
	    (struct cc_svg_way){.outline = pages->options.outline});
	cc_sink_write(sink, to->str, to->len);
	return true;
}

const struct cc_output cc_output_svg = {
    .name = "svg",
    .suffix = ".svg",
    .about = "SVG with live text, alike in browsers and editors",
    .tips = true,
    .write = svg_write,
};
