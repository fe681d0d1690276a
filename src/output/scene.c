/* The display list as text, one line an item: what tests compare and what a
 * person reads to see why something is where it is. */
#include "base/number.h"
#include "output/markup.h"
#include "output/output.h"

#define DECIMALS 2
#define INDENT 2

static void
append_number(GString *to, double value)
{
	g_string_append_c(to, ' ');
	cc_number_append(to, value, DECIMALS);
}

static void
append_pair(GString *to, double x, char between, double y)
{
	append_number(to, x);
	g_string_append_c(to, between);
	cc_number_append(to, y, DECIMALS);
}

static void
append_box(GString *to, struct cc_box box)
{
	append_pair(to, box.x, ',', box.y);
	append_pair(to, box.width, 'x', box.height);
}

/* Quoted; every line stays one line. */
static void
append_string(GString *to, const char *text)
{
	g_string_append(to, " \"");
	for (; *text != '\0'; text++) {
		const unsigned char c = (unsigned char)*text;

		if (c == '"' || c == '\\')
			g_string_append_c(to, '\\');
		if (c < 0x20 || c == 0x7F)
			g_string_append_printf(to, "\\x%02X", c);
		else
			g_string_append_c(to, (char)c);
	}
	g_string_append_c(to, '"');
}

static void
append_colour(GString *to, const char *name, cc_colour colour)
{
	g_string_append_c(to, ' ');
	g_string_append(to, name);
	g_string_append_c(to, ' ');
	cc_markup_append_colour(to, colour);
}

static void
append_paint(GString *to, const struct cc_paint *paint)
{
	if (paint->fill != CC_NO_COLOUR)
		append_colour(to, "fill", paint->fill);
	if (paint->fade)
		append_colour(to, "fade", paint->fade_to);
	if (paint->stroke == CC_NO_COLOUR)
		return;
	append_colour(to, "stroke", paint->stroke);
	append_number(to, paint->width);
	if (paint->dash[0] > 0) {
		g_string_append(to, " dash");
		append_pair(to, paint->dash[0], ',', paint->dash[1]);
	}
	if (paint->round)
		g_string_append(to, " round");
}

static void
append_segment(GString *to, const struct cc_segment *segment)
{
	const struct cc_point *p = segment->point;

	switch (segment->op) {
	case CC_MOVE:
		g_string_append(to, " M");
		append_pair(to, p[0].x, ',', p[0].y);
		break;
	case CC_LINE:
		g_string_append(to, " L");
		append_pair(to, p[0].x, ',', p[0].y);
		break;
	case CC_CURVE:
		g_string_append(to, " C");
		append_pair(to, p[0].x, ',', p[0].y);
		append_pair(to, p[1].x, ',', p[1].y);
		append_pair(to, p[2].x, ',', p[2].y);
		break;
	case CC_CLOSE:
		g_string_append(to, " Z");
		break;
	}
}

static void
append_path(GString *to, const struct cc_item *item)
{
	g_string_append(to, "path ");
	g_string_append(to, cc_role_word(item->role));
	for (size_t i = 0; i < item->path.count; i++)
		append_segment(to, &item->path.segments[i]);
	append_paint(to, &item->paint);
}

static void
append_circle(GString *to, const struct cc_item *item)
{
	g_string_append(to, "circle ");
	g_string_append(to, cc_role_word(item->role));
	append_pair(to, item->circle.centre.x, ',', item->circle.centre.y);
	g_string_append(to, " radius");
	append_number(to, item->circle.radius);
	append_paint(to, &item->paint);
}

static void
append_rect(GString *to, const struct cc_item *item)
{
	g_string_append(to, "rect ");
	g_string_append(to, cc_role_word(item->role));
	append_box(to, item->rect.box);
	if (item->rect.radius > 0) {
		g_string_append(to, " radius");
		append_number(to, item->rect.radius);
	}
	append_paint(to, &item->paint);
}

static void
append_text(GString *to, const struct cc_item *item)
{
	static const char *const anchors[] = {
	    [CC_ANCHOR_START] = " start",
	    [CC_ANCHOR_MIDDLE] = " middle",
	    [CC_ANCHOR_END] = " end",
	};

	g_string_append(to, "text");
	append_pair(to, item->text.at.x, ',', item->text.at.y);
	g_string_append(to, anchors[item->text.anchor]);
	g_string_append(to, " size");
	append_number(to, item->text.size);
	g_string_append(to, " width");
	append_number(to, item->text.width);
	if (item->text.bold)
		g_string_append(to, " bold");
	append_colour(to, "fill", item->text.colour);
	append_string(to, item->text.string);
}

static void
append_image(GString *to, const struct cc_item *item)
{
	g_string_append(to, "image");
	append_box(to, item->image.box);
	g_string_append_printf(
	    to, " %" G_GSIZE_FORMAT " bytes", item->image.length);
	append_string(to, item->image.alt);
}

static void
append_group(GString *to, const struct cc_item *item)
{
	const struct cc_group *group = &item->group;

	g_string_append(to, "group ");
	g_string_append(to, cc_group_word(group->kind));
	if (group->id != NULL) {
		g_string_append(to, " id");
		append_string(to, group->id);
	}
	if (group->kind == CC_GROUP_FACT)
		g_string_append_printf(
		    to, " order %" G_GINT64_FORMAT, group->order);
	if (group->box.width > 0)
		append_box(to, group->box);
	if (group->title != NULL)
		append_string(to, group->title);
	if (group->rows != NULL)
		g_string_append(to, " rows");
	for (size_t i = 0; group->rows != NULL && group->rows[i] != NULL; i++)
		append_string(to, group->rows[i]);
}

static void
append_item(GString *to, const struct cc_item *item)
{
	switch (item->op) {
	case CC_OP_RECT:
		append_rect(to, item);
		break;
	case CC_OP_PATH:
		append_path(to, item);
		break;
	case CC_OP_CIRCLE:
		append_circle(to, item);
		break;
	case CC_OP_TEXT:
		append_text(to, item);
		break;
	case CC_OP_IMAGE:
		append_image(to, item);
		break;
	case CC_OP_GROUP:
		append_group(to, item);
		break;
	case CC_OP_END:
		g_string_append(to, "end");
		break;
	}
	g_string_append_c(to, '\n');
}

static void
append_page(GString *to, const struct cc_page *page)
{
	const struct cc_scene *scene = page->scene;

	g_string_append(to, "scene");
	append_pair(to, scene->width, 'x', scene->height);
	g_string_append(to, " unit");
	append_number(to, scene->unit);
	append_colour(to, "background", scene->background);
	g_string_append(to, "\ncase");
	append_string(to, page->case_id);
	g_string_append(to, "\nlang");
	append_string(to, page->lang);
	g_string_append(to, "\ntitle");
	append_string(to, page->title);
	g_string_append(to, "\nsummary");
	append_string(to, page->summary);
	g_string_append(to, "\nfamilies");
	append_string(to, scene->families);
	g_string_append_c(to, '\n');
}

static void
append_scene(GString *to, const struct cc_scene *scene)
{
	int depth = 0, column;
	size_t i;

	for (i = 0; i < scene->count; i++) {
		const struct cc_item *item = &scene->items[i];

		depth -= item->op == CC_OP_END;
		for (column = 0; column < depth * INDENT; column++)
			g_string_append_c(to, ' ');
		append_item(to, item);
		depth += item->op == CC_OP_GROUP;
	}
}

static bool
scene_write(
    struct cc_pages *pages, struct cc_sink *sink, struct cc_diags *diags)
{
	const struct cc_page *page = pages->next(pages);
	g_autoptr(GString) to = NULL;

	(void)diags;
	if (page == NULL)
		return false;
	to = g_string_sized_new(1 << 16);
	append_page(to, page);
	append_scene(to, page->scene);
	cc_sink_write(sink, to->str, to->len);
	return true;
}

const struct cc_output cc_output_scene = {
    .name = "scene",
    .suffix = ".scene",
    .about = "the drawing commands as text, one a line",
    .tips = true,
    .write = scene_write,
};
