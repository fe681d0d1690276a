#include "output/svg-item.h"

#include "output/markup.h"
#include "output/outline.h"
#include "picture/picture.h"

#include <string.h>

/* An element without its words, paths and ids. */
#define ELEMENT_MOST 512
/* An op, three points, a space and a sign to each number. */
#define SEGMENT_MOST (6 * (CC_NUMBER_MOST + 1) + 1)

/* ---- pieces ---- */

guint
cc_svg_fade_find(const struct cc_svg *svg, const struct cc_paint *paint)
{
	guint i = 0;

	for (; i < svg->fades->len; i++) {
		const struct cc_svg_fade *fade =
		    &g_array_index(svg->fades, struct cc_svg_fade, i);

		if (fade->from == paint->fill && fade->to == paint->fade_to)
			break;
	}
	return i;
}

/* White is #FFF: where all digits come in pairs, one of each is written. */
void
cc_svg_put_colour(struct cc_svg *svg, cc_colour colour)
{
	static const char hex[] = "0123456789ABCDEF";
	const bool pairs = (colour >> 4 & 0x0F0F0F) == (colour & 0x0F0F0F);

	cc_put_char(&svg->put, '#');
	for (int shift = 20; shift >= 0; shift -= pairs ? 8 : 4)
		cc_put_char(&svg->put, hex[colour >> shift & 15]);
}

void
cc_svg_put_words(struct cc_svg *svg, const char *words)
{
	cc_put_end(&svg->put);
	cc_markup_append_line(svg->put.to, words);
	cc_put_begin(&svg->put, svg->put.to);
}

void
cc_svg_put_id(struct cc_svg *svg, const char *name)
{
	cc_put_room(&svg->put, svg->prefix_length);
	cc_put_bytes(&svg->put, svg->prefix, svg->prefix_length);
	cc_put_end(&svg->put);
	cc_markup_append_id(svg->put.to, name);
	cc_put_begin(&svg->put, svg->put.to);
}

void
cc_svg_put_fade_id(struct cc_svg *svg, guint number)
{
	cc_svg_put_id(svg, "fade");
	cc_put_room(&svg->put, CC_NUMBER_MOST);
	cc_put_number(&svg->put, number + 1, 0);
}

/* ---- paint ---- */

static bool
strokes(const struct cc_paint *paint)
{
	return paint->stroke != CC_NO_COLOUR && paint->width > 0;
}

static void
put_fill(struct cc_svg *svg, const struct cc_paint *paint)
{
	if (paint->fade) {
		cc_put_text(&svg->put, " fill=\"url(#");
		cc_svg_put_fade_id(svg, cc_svg_fade_find(svg, paint));
		cc_put_room(&svg->put, ELEMENT_MOST);
		cc_put_text(&svg->put, ")\"");
	} else if (paint->fill == CC_NO_COLOUR) {
		cc_put_text(&svg->put, " fill=\"none\"");
	} else {
		cc_put_text(&svg->put, " fill=\"");
		cc_svg_put_colour(svg, paint->fill);
		cc_put_char(&svg->put, '"');
	}
}

static void
put_dash(struct cc_svg *svg, const double dash[2])
{
	struct cc_put *put = &svg->put;

	cc_put_text(put, " stroke-dasharray=\"");
	cc_put_number(put, dash[0], CC_SVG_DECIMALS);
	cc_put_char(put, ' ');
	cc_put_number(put, dash[1] > 0 ? dash[1] : dash[0], CC_SVG_DECIMALS);
	cc_put_char(put, '"');
}

static void
put_stroke(struct cc_svg *svg, const struct cc_paint *paint)
{
	struct cc_put *put = &svg->put;

	if (!strokes(paint))
		return;
	cc_put_text(put, " stroke=\"");
	cc_svg_put_colour(svg, paint->stroke);
	cc_put_char(put, '"');
	cc_svg_put_number(svg, "stroke-width", paint->width);
	if (paint->dash[0] > 0)
		put_dash(svg, paint->dash);
	if (paint->round)
		cc_put_text(
		    put, " stroke-linecap=\"round\" stroke-linejoin=\"round\"");
}

static void
put_box(struct cc_svg *svg, struct cc_box box)
{
	cc_svg_put_number(svg, "x", box.x);
	cc_svg_put_number(svg, "y", box.y);
	cc_svg_put_number(svg, "width", box.width);
	cc_svg_put_number(svg, "height", box.height);
}

/* ---- shapes ---- */

static void
put_rect(struct cc_svg *svg, const struct cc_item *item)
{
	const struct cc_box box = item->rect.box;
	const double half = MIN(box.width, box.height) / 2;

	cc_put_text(&svg->put, "<rect");
	put_box(svg, box);
	if (item->rect.radius > 0)
		cc_svg_put_number(svg, "rx", MIN(item->rect.radius, half));
	put_fill(svg, &item->paint);
	put_stroke(svg, &item->paint);
	cc_put_text(&svg->put, "/>\n");
}

static void
put_point(struct cc_svg *svg, char op, struct cc_point point)
{
	cc_put_char(&svg->put, op);
	cc_put_number(&svg->put, point.x, CC_SVG_DECIMALS);
	cc_put_char(&svg->put, ' ');
	cc_put_number(&svg->put, point.y, CC_SVG_DECIMALS);
}

/* Along an axis a line needs one number. */
static void
put_line_to(struct cc_svg *svg, struct cc_point pen, struct cc_point to)
{
	if (to.y == pen.y) {
		cc_put_char(&svg->put, 'H');
		cc_put_number(&svg->put, to.x, CC_SVG_DECIMALS);
	} else if (to.x == pen.x) {
		cc_put_char(&svg->put, 'V');
		cc_put_number(&svg->put, to.y, CC_SVG_DECIMALS);
	} else {
		put_point(svg, 'L', to);
	}
}

static void
put_segments(
    struct cc_svg *svg, const struct cc_segment *segments, size_t count)
{
	struct cc_point pen = {0, 0}, start = pen;

	for (size_t i = 0; i < count; i++) {
		const struct cc_point *p = segments[i].point;

		cc_put_room(&svg->put, SEGMENT_MOST);
		switch (segments[i].op) {
		case CC_MOVE:
			put_point(svg, 'M', p[0]);
			pen = start = p[0];
			break;
		case CC_LINE:
			put_line_to(svg, pen, p[0]);
			pen = p[0];
			break;
		case CC_CURVE:
			put_point(svg, 'C', p[0]);
			put_point(svg, ' ', p[1]);
			put_point(svg, ' ', p[2]);
			pen = p[2];
			break;
		case CC_CLOSE:
			cc_put_char(&svg->put, 'Z');
			pen = start;
			break;
		}
	}
}

/* A line between two points, which editors keep as one. */
static bool
is_line(const struct cc_item *item)
{
	return item->path.count == 2 && item->path.segments[1].op == CC_LINE;
}

static void
put_line(struct cc_svg *svg, const struct cc_item *item)
{
	const struct cc_point from = item->path.segments[0].point[0];
	const struct cc_point to = item->path.segments[1].point[0];

	cc_put_text(&svg->put, "<line");
	cc_svg_put_number(svg, "x1", from.x);
	cc_svg_put_number(svg, "y1", from.y);
	cc_svg_put_number(svg, "x2", to.x);
	cc_svg_put_number(svg, "y2", to.y);
	put_stroke(svg, &item->paint);
	cc_put_text(&svg->put, "/>\n");
}

static void
put_path(struct cc_svg *svg, const struct cc_item *item)
{
	if (is_line(item)) {
		put_line(svg, item);
		return;
	}
	cc_put_text(&svg->put, "<path d=\"");
	put_segments(svg, item->path.segments, item->path.count);
	cc_put_room(&svg->put, ELEMENT_MOST);
	cc_put_char(&svg->put, '"');
	put_fill(svg, &item->paint);
	put_stroke(svg, &item->paint);
	cc_put_text(&svg->put, "/>\n");
}

static void
put_circle(struct cc_svg *svg, const struct cc_item *item)
{
	cc_put_text(&svg->put, "<circle");
	cc_svg_put_number(svg, "cx", item->circle.centre.x);
	cc_svg_put_number(svg, "cy", item->circle.centre.y);
	cc_svg_put_number(svg, "r", item->circle.radius);
	put_fill(svg, &item->paint);
	put_stroke(svg, &item->paint);
	cc_put_text(&svg->put, "/>\n");
}

/* ---- words and pictures ---- */

static void
put_text_colour(struct cc_svg *svg, const struct cc_item *item)
{
	cc_put_text(&svg->put, " fill=\"");
	cc_svg_put_colour(svg, item->text.colour);
	cc_put_char(&svg->put, '"');
}

/* Text as shapes; false where the fonts have none for it (colour emoji). */
static bool
put_outline(struct cc_svg *svg, const struct cc_item *item)
{
	GString *to = svg->put.to;
	gsize start;
	bool shaped;

	cc_put_end(&svg->put);
	start = to->len;
	g_string_append(to, "<path d=\"");
	shaped = cc_outline_append(to, svg->fonts, item);
	if (!shaped)
		g_string_truncate(to, start);
	cc_put_begin(&svg->put, to);
	cc_put_room(&svg->put, ELEMENT_MOST);
	if (!shaped)
		return false;
	cc_put_text(&svg->put, "\" aria-label=\"");
	cc_svg_put_words(svg, item->text.string);
	cc_put_room(&svg->put, ELEMENT_MOST);
	cc_put_char(&svg->put, '"');
	put_text_colour(svg, item);
	cc_put_text(&svg->put, "/>\n");
	return true;
}

/* A line takes its direction from its first strong letter, as Pango sets it.
 * What is written from right to left starts at its right side. */
static void
put_anchor(struct cc_svg *svg, const struct cc_item *item)
{
	const bool left = cc_markup_runs_left(item->text.string);
	const enum cc_anchor plain = left ? CC_ANCHOR_END : CC_ANCHOR_START;

	if (left)
		cc_put_text(&svg->put, " direction=\"rtl\"");
	if (item->text.anchor == CC_ANCHOR_MIDDLE)
		cc_put_text(&svg->put, " text-anchor=\"middle\"");
	else if (item->text.anchor != plain)
		cc_put_text(&svg->put, " text-anchor=\"end\"");
}

static void
put_text(struct cc_svg *svg, const struct cc_item *item)
{
	struct cc_put *put = &svg->put;

	if (svg->way.outline && put_outline(svg, item))
		return;
	cc_put_text(put, "<text");
	cc_svg_put_number(svg, "x", item->text.at.x);
	cc_svg_put_number(svg, "y", item->text.at.y);
	cc_svg_put_number(svg, "font-size", item->text.size);
	if (item->text.bold)
		cc_put_text(put, " font-weight=\"bold\"");
	put_anchor(svg, item);
	put_text_colour(svg, item);
	cc_put_char(put, '>');
	cc_svg_put_words(svg, item->text.string);
	cc_put_room(put, ELEMENT_MOST);
	cc_put_text(put, "</text>\n");
}

static void
put_image(struct cc_svg *svg, const struct cc_item *item)
{
	g_autofree char *data =
	    g_base64_encode(item->image.bytes, item->image.length);
	GString *to = svg->put.to;

	cc_put_text(&svg->put, "<image");
	put_box(svg, item->image.box);
	cc_put_text(&svg->put,
	    " preserveAspectRatio=\"none\" role=\"img\" aria-label=\"");
	cc_svg_put_words(svg, item->image.alt);
	cc_put_end(&svg->put);
	/* The old form of the link, which all viewers still know. */
	g_string_append_printf(to, "\" xlink:href=\"data:%s;base64,",
	    cc_picture_type(item->image.bytes, item->image.length));
	g_string_append(to, data);
	g_string_append(to, "\"/>\n");
	cc_put_begin(&svg->put, to);
}

/* ---- groups ---- */

/* What a reader is told of in words, or what only explains ink. */
static bool
is_decoration(enum cc_group_kind kind)
{
	return kind == CC_GROUP_TITLE || kind == CC_GROUP_BACKDROP ||
	       kind == CC_GROUP_AXIS || kind == CC_GROUP_LEGEND;
}

static void
put_label(struct cc_svg *svg, const char *words)
{
	cc_put_text(&svg->put, " aria-label=\"");
	cc_svg_put_words(svg, words);
	cc_put_room(&svg->put, ELEMENT_MOST);
	cc_put_char(&svg->put, '"');
}

/* Rows of one name are hidden as one, which the first of them stands for. */
static const char *
row_id(const struct cc_scene *scene, const char *name)
{
	for (size_t i = 0; i < scene->count; i++) {
		const struct cc_group *group = &scene->items[i].group;

		if (scene->items[i].op == CC_OP_GROUP &&
		    group->kind == CC_GROUP_ROW && group->id != NULL &&
		    strcmp(group->title, name) == 0)
			return group->id;
	}
	return NULL;
}

static void
put_rows(struct cc_svg *svg, const char *const *rows)
{
	const char *space = "";

	cc_put_text(&svg->put, " data-rows=\"");
	for (size_t i = 0; rows[i] != NULL; i++) {
		const char *id = row_id(svg->page->scene, rows[i]);

		if (id == NULL)
			continue;
		cc_put_bytes(&svg->put, space, strlen(space));
		cc_svg_put_words(svg, id);
		cc_put_room(&svg->put, ELEMENT_MOST);
		space = " ";
	}
	cc_put_char(&svg->put, '"');
}

static void
put_live(struct cc_svg *svg, const struct cc_group *group)
{
	struct cc_put *put = &svg->put;

	if (group->rows != NULL)
		put_rows(svg, group->rows);
	if (group->kind == CC_GROUP_ROW && group->id != NULL)
		cc_put_text(put, " role=\"list\"");
	if (group->kind != CC_GROUP_PANEL && group->box.height > 0)
		cc_svg_put_number(svg, "data-top", group->box.y);
	else if (group->kind == CC_GROUP_BACKDROP)
		cc_put_text(put, " data-tall=\"\"");
	if (group->kind != CC_GROUP_FACT || group->title == NULL)
		return;
	cc_put_text(put, " role=\"listitem\" tabindex=\"-1\"");
	cc_svg_put_number(svg, "data-at", (double)group->order);
	put_label(svg, group->title);
}

static void
put_group(struct cc_svg *svg, const struct cc_group *group)
{
	struct cc_put *put = &svg->put;

	cc_put_text(put, "<g");
	if (group->id != NULL) {
		cc_put_text(put, " id=\"");
		cc_svg_put_id(svg, group->id);
		cc_put_room(put, ELEMENT_MOST);
		cc_put_char(put, '"');
	}
	if (is_decoration(group->kind))
		cc_put_text(put, " aria-hidden=\"true\"");
	if (group->kind == CC_GROUP_ROW && group->id != NULL)
		put_label(svg, group->title);
	if (svg->way.live)
		put_live(svg, group);
	cc_put_text(put, ">\n");
	if (group->kind != CC_GROUP_FACT || group->title == NULL ||
	    svg->way.live)
		return;
	cc_put_text(put, "<title>");
	cc_svg_put_words(svg, group->title);
	cc_put_room(put, ELEMENT_MOST);
	cc_put_text(put, "</title>\n");
}

static bool
is_visible(const struct cc_paint *paint)
{
	return paint->fill != CC_NO_COLOUR || strokes(paint);
}

void
cc_svg_put_item(struct cc_svg *svg, const struct cc_item *item)
{
	cc_put_room(&svg->put, ELEMENT_MOST);
	switch (item->op) {
	case CC_OP_RECT:
		if (is_visible(&item->paint))
			put_rect(svg, item);
		break;
	case CC_OP_PATH:
		if (is_visible(&item->paint))
			put_path(svg, item);
		break;
	case CC_OP_CIRCLE:
		if (is_visible(&item->paint))
			put_circle(svg, item);
		break;
	case CC_OP_TEXT:
		put_text(svg, item);
		break;
	case CC_OP_IMAGE:
		put_image(svg, item);
		break;
	case CC_OP_GROUP:
		put_group(svg, &item->group);
		break;
	case CC_OP_END:
		cc_put_text(&svg->put, "</g>\n");
		break;
	}
}
