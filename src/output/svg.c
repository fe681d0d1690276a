#include "base/number.h"
#include "output/markup.h"
#include "output/outline.h"
#include "output/output.h"
#include "picture/picture.h"

#include <string.h>

#define DECIMALS 2 /* a hundredth of a unit is below what any screen shows */

struct svg { /* what the writers of elements share */
	GString *to;
	const struct cc_page *page;
	struct cc_fonts *fonts;
	GString *prefix;   /* of every id */
	GString *families; /* escaped */
	GArray *fades;     /* of struct fade, as they are first met */
	bool outline;
};

struct fade {
	cc_colour from, to;
};

static bool
is_fade(const struct cc_item *item)
{
	return item->op == CC_OP_RECT && item->paint.fade;
}

/* Its place in the list; the length of that: it is not there yet. */
static guint
fade_find(const struct svg *svg, const struct cc_paint *paint)
{
	guint i = 0;

	for (; i < svg->fades->len; i++) {
		const struct fade *fade =
		    &g_array_index(svg->fades, struct fade, i);

		if (fade->from == paint->fill && fade->to == paint->fade_to)
			break;
	}
	return i;
}

static void
append_number(struct svg *svg, const char *name, double value)
{
	g_string_append_c(svg->to, ' ');
	g_string_append(svg->to, name);
	g_string_append(svg->to, "=\"");
	cc_number_append(svg->to, value, DECIMALS);
	g_string_append_c(svg->to, '"');
}

static void
append_colour(struct svg *svg, const char *name, cc_colour colour)
{
	g_string_append_c(svg->to, ' ');
	g_string_append(svg->to, name);
	g_string_append(svg->to, "=\"");
	if (colour == CC_NO_COLOUR)
		g_string_append(svg->to, "none");
	else
		cc_markup_append_colour(svg->to, colour);
	g_string_append_c(svg->to, '"');
}

static void
append_box(struct svg *svg, struct cc_box box)
{
	append_number(svg, "x", box.x);
	append_number(svg, "y", box.y);
	append_number(svg, "width", box.width);
	append_number(svg, "height", box.height);
}

static void
append_id(struct svg *svg, const char *name)
{
	g_string_append_len(
	    svg->to, svg->prefix->str, (gssize)svg->prefix->len);
	cc_markup_append_id(svg->to, name);
}

static void
append_fade_id(struct svg *svg, guint number)
{
	append_id(svg, "fade");
	cc_number_append(svg->to, number + 1, 0);
}

static void
append_fill(struct svg *svg, const struct cc_paint *paint)
{
	if (!paint->fade) {
		append_colour(svg, "fill", paint->fill);
		return;
	}
	g_string_append(svg->to, " fill=\"url(#");
	append_fade_id(svg, fade_find(svg, paint));
	g_string_append(svg->to, ")\"");
}

static bool
strokes(const struct cc_paint *paint)
{
	return paint->stroke != CC_NO_COLOUR && paint->width > 0;
}

static void
append_paint(struct svg *svg, const struct cc_paint *paint)
{
	append_fill(svg, paint);
	if (!strokes(paint))
		return;
	append_colour(svg, "stroke", paint->stroke);
	append_number(svg, "stroke-width", paint->width);
	if (paint->dash[0] > 0) {
		g_string_append(svg->to, " stroke-dasharray=\"");
		cc_number_append(svg->to, paint->dash[0], DECIMALS);
		g_string_append_c(svg->to, ' ');
		cc_number_append(svg->to,
		    paint->dash[1] > 0 ? paint->dash[1] : paint->dash[0],
		    DECIMALS);
		g_string_append_c(svg->to, '"');
	}
	if (paint->round)
		g_string_append(svg->to,
		    " stroke-linecap=\"round\" stroke-linejoin=\"round\"");
}

static void
append_rect(struct svg *svg, const struct cc_item *item)
{
	const struct cc_box box = item->rect.box;
	const double half = MIN(box.width, box.height) / 2;

	g_string_append(svg->to, "<rect");
	append_box(svg, box);
	if (item->rect.radius > 0)
		append_number(svg, "rx", MIN(item->rect.radius, half));
	append_paint(svg, &item->paint);
	g_string_append(svg->to, "/>\n");
}

static void
append_point(struct svg *svg, char op, struct cc_point point)
{
	g_string_append_c(svg->to, op);
	cc_number_append(svg->to, point.x, DECIMALS);
	g_string_append_c(svg->to, ' ');
	cc_number_append(svg->to, point.y, DECIMALS);
}

static void
append_segment(struct svg *svg, const struct cc_segment *segment)
{
	switch (segment->op) {
	case CC_MOVE:
		append_point(svg, 'M', segment->point[0]);
		break;
	case CC_LINE:
		append_point(svg, 'L', segment->point[0]);
		break;
	case CC_CURVE:
		append_point(svg, 'C', segment->point[0]);
		append_point(svg, ' ', segment->point[1]);
		append_point(svg, ' ', segment->point[2]);
		break;
	case CC_CLOSE:
		g_string_append_c(svg->to, 'Z');
		break;
	}
}

/* A line between two points, which editors keep as one. */
static bool
is_line(const struct cc_item *item)
{
	return item->path.count == 2 && item->path.segments[1].op == CC_LINE;
}

static void
append_path(struct svg *svg, const struct cc_item *item)
{
	const struct cc_segment *segments = item->path.segments;
	struct cc_point centre;
	double radius;
	size_t i;

	if (cc_item_circle(item, &centre, &radius)) {
		g_string_append(svg->to, "<circle");
		append_number(svg, "cx", centre.x);
		append_number(svg, "cy", centre.y);
		append_number(svg, "r", radius);
	} else if (is_line(item)) {
		g_string_append(svg->to, "<line");
		append_number(svg, "x1", segments[0].point[0].x);
		append_number(svg, "y1", segments[0].point[0].y);
		append_number(svg, "x2", segments[1].point[0].x);
		append_number(svg, "y2", segments[1].point[0].y);
	} else {
		g_string_append(svg->to, "<path d=\"");
		for (i = 0; i < item->path.count; i++)
			append_segment(svg, &segments[i]);
		g_string_append_c(svg->to, '"');
	}
	append_paint(svg, &item->paint);
	g_string_append(svg->to, "/>\n");
}

/* Text as shapes; false where the fonts have none for it (colour emoji). */
static bool
append_outline(struct svg *svg, const struct cc_item *item)
{
	const gsize start = svg->to->len;

	g_string_append(svg->to, "<path d=\"");
	if (!cc_outline_append(svg->to, svg->fonts, item)) {
		g_string_truncate(svg->to, start);
		return false;
	}
	g_string_append(svg->to, "\" aria-label=\"");
	cc_markup_append_line(svg->to, item->text.string);
	g_string_append_c(svg->to, '"');
	append_colour(svg, "fill", item->text.colour);
	g_string_append(svg->to, "/>\n");
	return true;
}

/* A line takes its direction from its first strong letter, as Pango sets it.
 * What is written from right to left starts at its right side. */
static const char *
anchor_of(const struct cc_item *item)
{
	static const char *const anchors[][2] = {
	    [CC_ANCHOR_START] = {"",
		" direction=\"rtl\" text-anchor=\"end\""},
	    [CC_ANCHOR_MIDDLE] = {" text-anchor=\"middle\"",
		" direction=\"rtl\" text-anchor=\"middle\""},
	    [CC_ANCHOR_END] = {" text-anchor=\"end\"", " direction=\"rtl\""},
	};
	return anchors[item->text.anchor][cc_markup_runs_left(item->text.string)];
}

static void
append_text(struct svg *svg, const struct cc_item *item)
{

	if (svg->outline && append_outline(svg, item))
		return;
	g_string_append(svg->to, "<text");
	append_number(svg, "x", item->text.at.x);
	append_number(svg, "y", item->text.at.y);
	/* On each text: programs that break a figure up lose what is inherited.
	 */
	g_string_append(svg->to, " font-family=\"");
	g_string_append_len(
	    svg->to, svg->families->str, (gssize)svg->families->len);
	g_string_append_c(svg->to, '"');
	append_number(svg, "font-size", item->text.size);
	if (item->text.bold)
		g_string_append(svg->to, " font-weight=\"bold\"");
	g_string_append(svg->to, anchor_of(item));
	append_colour(svg, "fill", item->text.colour);
	g_string_append_c(svg->to, '>');
	cc_markup_append_line(svg->to, item->text.string);
	g_string_append(svg->to, "</text>\n");
}

static void
append_image(struct svg *svg, const struct cc_item *item)
{
	g_autofree char *data =
	    g_base64_encode(item->image.bytes, item->image.length);

	g_string_append(svg->to, "<image");
	append_box(svg, item->image.box);
	g_string_append(svg->to, " preserveAspectRatio=\"none\" aria-label=\"");
	cc_markup_append_line(svg->to, item->image.alt);
	/* The old form of the link, which all viewers still know. */
	g_string_append_printf(svg->to, "\" xlink:href=\"data:%s;base64,",
	    cc_picture_type(item->image.bytes, item->image.length));
	g_string_append(svg->to, data);
	g_string_append(svg->to, "\"/>\n");
}

static void
append_group(struct svg *svg, const struct cc_item *item)
{
	g_string_append(svg->to, "<g");
	if (item->group.id != NULL) {
		g_string_append(svg->to, " id=\"");
		append_id(svg, item->group.id);
		g_string_append_c(svg->to, '"');
	}
	g_string_append(svg->to, ">\n");
	if (item->group.title != NULL) {
		g_string_append(svg->to, "<title>");
		cc_markup_append_line(svg->to, item->group.title);
		g_string_append(svg->to, "</title>\n");
	}
}

static void
append_item(struct svg *svg, const struct cc_item *item)
{
	const bool visible =
	    item->paint.fill != CC_NO_COLOUR || strokes(&item->paint);

	switch (item->op) {
	case CC_OP_RECT:
		if (visible)
			append_rect(svg, item);
		break;
	case CC_OP_PATH:
		if (visible)
			append_path(svg, item);
		break;
	case CC_OP_TEXT:
		append_text(svg, item);
		break;
	case CC_OP_IMAGE:
		append_image(svg, item);
		break;
	case CC_OP_GROUP:
		append_group(svg, item);
		break;
	case CC_OP_END:
		g_string_append(svg->to, "</g>\n");
		break;
	}
}

static bool
has_images(const struct cc_scene *scene)
{
	size_t i;

	for (i = 0; i < scene->count; i++)
		if (scene->items[i].op == CC_OP_IMAGE)
			return true;
	return false;
}

#define MM_A_POINT (25.4 / 72)

/* Of the whole picture: screens count pixels; what is printed has a size of its
 * own, which a program that takes 72 pixels an inch would make larger. */
static void
append_length(struct svg *svg, const char *name, double length)
{
	const bool screen = svg->page->scene->unit < 1;

	if (screen) {
		append_number(svg, name, length);
		return;
	}
	g_string_append_printf(svg->to, " %s=\"", name);
	cc_number_append(svg->to, length * MM_A_POINT, DECIMALS);
	g_string_append(svg->to, "mm\"");
}

static void
append_root(struct svg *svg)
{
	const struct cc_scene *scene = svg->page->scene;

	g_string_append(svg->to, "<svg xmlns=\"http://www.w3.org/2000/svg\"");
	if (has_images(scene))
		g_string_append(
		    svg->to, " xmlns:xlink=\"http://www.w3.org/1999/xlink\"");
	append_length(svg, "width", scene->width);
	append_length(svg, "height", scene->height);
	g_string_append(svg->to, " viewBox=\"0 0");
	append_point(svg, ' ', (struct cc_point){scene->width, scene->height});
	g_string_append(svg->to, "\" xml:lang=\"");
	cc_markup_append(svg->to, svg->page->lang);
	g_string_append(svg->to, "\" role=\"img\" aria-labelledby=\"");
	append_id(svg, "title");
	if (*svg->page->summary != '\0') {
		g_string_append_c(svg->to, ' ');
		append_id(svg, "desc");
	}
	g_string_append(svg->to, "\">\n");
}

/* A figure without a title is still called something: by its case. */
static void
append_names(struct svg *svg)
{
	const struct cc_page *page = svg->page;

	g_string_append(svg->to, "<title id=\"");
	append_id(svg, "title");
	g_string_append(svg->to, "\">");
	cc_markup_append_line(
	    svg->to, *page->title != '\0' ? page->title : page->case_id);
	g_string_append(svg->to, "</title>\n");
	if (*page->summary == '\0')
		return;
	g_string_append(svg->to, "<desc id=\"");
	append_id(svg, "desc");
	g_string_append(svg->to, "\">");
	cc_markup_append_line(svg->to, page->summary);
	g_string_append(svg->to, "</desc>\n");
}

static void
append_stop(struct svg *svg, int offset, cc_colour colour)
{
	g_string_append(svg->to, "<stop");
	append_number(svg, "offset", offset);
	append_colour(svg, "stop-color", colour);
	g_string_append(svg->to, "/>");
}

/* Each pair of colours once: from the left end of what it fills to the right.
 */
static void
append_fades(struct svg *svg)
{
	const struct cc_scene *scene = svg->page->scene;

	for (size_t i = 0; i < scene->count; i++) {
		const struct cc_paint *paint = &scene->items[i].paint;
		const struct fade fade = {paint->fill, paint->fade_to};

		if (!is_fade(&scene->items[i]) ||
		    fade_find(svg, paint) < svg->fades->len)
			continue;
		g_string_append(svg->to, svg->fades->len == 0 ? "<defs>\n" : "");
		g_string_append(svg->to, "<linearGradient id=\"");
		append_fade_id(svg, svg->fades->len);
		g_string_append(svg->to, "\">");
		append_stop(svg, 0, fade.from);
		append_stop(svg, 1, fade.to);
		g_string_append(svg->to, "</linearGradient>\n");
		g_array_append_val(svg->fades, fade);
	}
	g_string_append(svg->to, svg->fades->len > 0 ? "</defs>\n" : "");
}

/* Appends <svg …>…</svg>. Only what Chromium, Inkscape, librsvg and
 * LibreOffice show alike is used: presentation attributes, one <text> a line,
 * no transforms or styles, gradients of two stops: several stops LibreOffice
 * paints as flat blocks. Ids begin with the case and the language, so that
 * several pages fit into one document. With `outline`, text is drawn as shapes.
 */
static void
append_page(GString *to, const struct cc_page *page, struct cc_fonts *fonts,
    bool outline)
{
	const struct cc_scene *scene = page->scene;
	g_autoptr(GString) prefix = g_string_new(NULL);
	g_autoptr(GString) families = g_string_new(NULL);
	g_autoptr(GArray) fades =
	    g_array_new(FALSE, FALSE, sizeof(struct fade));
	struct svg svg = {
	    .to = to,
	    .page = page,
	    .fonts = fonts,
	    .prefix = prefix,
	    .families = families,
	    .fades = fades,
	    .outline = outline,
	};
	const struct cc_item ground = {
	    .op = CC_OP_RECT,
	    .role = CC_ROLE_PAGE,
	    .paint = {.fill = scene->background, .stroke = CC_NO_COLOUR},
	    .rect = {.box = {0, 0, scene->width, scene->height}},
	};
	size_t i;

	g_assert(scene->depth == 0);
	if (!g_ascii_isalpha(*page->case_id))
		g_string_append_c(prefix, '_'); /* no XML name begins with 1 */
	cc_markup_append_id(prefix, page->case_id);
	g_string_append_c(prefix, '-');
	cc_markup_append_id(prefix, page->lang);
	g_string_append_c(prefix, '-');
	cc_markup_append(families, scene->families);

	append_root(&svg);
	append_names(&svg);
	append_fades(&svg);
	append_item(&svg, &ground);
	for (i = 0; i < scene->count; i++)
		append_item(&svg, &scene->items[i]);
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
	append_page(to, page, pages->fonts, pages->options.outline);
	cc_sink_write(sink, to->str, to->len);
	return true;
}

const struct cc_output cc_output_svg = {
    .name = "svg",
    .suffix = ".svg",
    .about = "SVG with live text, alike in browsers and editors",
    .write = svg_write,
};
