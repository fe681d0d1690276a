#include "output/cairo-paint.h"

#include "output/picture.h"

#include <math.h>

#define MITRE_LIMIT 4 /* SVG's; Cairo's own is 10 */

static void
source_set(cairo_t *cr, cc_colour colour)
{
	cairo_set_source_rgb(cr, (colour >> 16 & 0xFF) / 255.0,
	    (colour >> 8 & 0xFF) / 255.0, (colour & 0xFF) / 255.0);
}

static void
stop_add(cairo_pattern_t *pattern, double at, cc_colour colour)
{
	cairo_pattern_add_color_stop_rgb(pattern, at,
	    (colour >> 16 & 0xFF) / 255.0, (colour >> 8 & 0xFF) / 255.0,
	    (colour & 0xFF) / 255.0);
}

/* From the left end of a box to its right one: two stops and no more, which
 * files hold as such. */
static void
fade_set(cairo_t *cr, const struct cc_paint *paint, struct cc_box box)
{
	cairo_pattern_t *pattern =
	    cairo_pattern_create_linear(box.x, 0, cc_box_right(box), 0);

	stop_add(pattern, 0, paint->fill);
	stop_add(pattern, 1, paint->fade_to);
	cairo_set_source(cr, pattern);
	cairo_pattern_destroy(pattern);
}

/* Fills and strokes the path that is there, and forgets it. */
static void
path_paint(cairo_t *cr, const struct cc_item *item)
{
	const struct cc_paint *paint = &item->paint;

	if (paint->fill != CC_NO_COLOUR) {
		if (paint->fade)
			fade_set(cr, paint, item->rect.box);
		else
			source_set(cr, paint->fill);
		cairo_fill_preserve(cr);
	}
	if (paint->stroke != CC_NO_COLOUR && paint->width > 0) {
		source_set(cr, paint->stroke);
		cairo_set_line_width(cr, paint->width);
		cairo_set_dash(cr, paint->dash,
		    paint->dash[0] <= 0   ? 0
		    : paint->dash[1] <= 0 ? 1
					  : 2,
		    0);
		cairo_set_line_cap(cr,
		    paint->round ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
		cairo_set_line_join(cr, paint->round ? CAIRO_LINE_JOIN_ROUND
						     : CAIRO_LINE_JOIN_MITER);
		cairo_stroke_preserve(cr);
	}
	cairo_new_path(cr);
}

static void
rect_paint(cairo_t *cr, const struct cc_item *item)
{
	const struct cc_box box = item->rect.box;
	const double r = MIN(item->rect.radius, MIN(box.width, box.height) / 2);
	const double right = cc_box_right(box), bottom = cc_box_bottom(box);

	if (r > 0) {
		cairo_new_sub_path(cr);
		cairo_arc(cr, right - r, box.y + r, r, -G_PI_2, 0);
		cairo_arc(cr, right - r, bottom - r, r, 0, G_PI_2);
		cairo_arc(cr, box.x + r, bottom - r, r, G_PI_2, G_PI);
		cairo_arc(cr, box.x + r, box.y + r, r, G_PI, 3 * G_PI_2);
		cairo_close_path(cr);
	} else {
		cairo_rectangle(cr, box.x, box.y, box.width, box.height);
	}
	path_paint(cr, item);
}

static void
segments_add(cairo_t *cr, const struct cc_segment *segments, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		const struct cc_point *p = segments[i].point;

		switch (segments[i].op) {
		case CC_MOVE:
			cairo_move_to(cr, p[0].x, p[0].y);
			break;
		case CC_LINE:
			cairo_line_to(cr, p[0].x, p[0].y);
			break;
		case CC_CURVE:
			cairo_curve_to(
			    cr, p[0].x, p[0].y, p[1].x, p[1].y, p[2].x, p[2].y);
			break;
		case CC_CLOSE:
			cairo_close_path(cr);
			break;
		}
	}
}

static void
shape_paint(cairo_t *cr, const struct cc_item *item)
{
	segments_add(cr, item->path.segments, item->path.count);
	path_paint(cr, item);
}

/* By the curves that stand for it wherever there is no word for circles. */
static void
circle_paint(cairo_t *cr, const struct cc_item *item)
{
	struct cc_segment segments[CC_CIRCLE_SEGMENTS];

	cc_circle_segments(item, segments);
	segments_add(cr, segments, CC_CIRCLE_SEGMENTS);
	path_paint(cr, item);
}

double
cc_line_shift(PangoLayoutLine *line, enum cc_anchor anchor)
{
	PangoRectangle logical;

	if (anchor == CC_ANCHOR_START)
		return 0;
	pango_layout_line_get_extents(line, NULL, &logical);
	return (double)logical.width / PANGO_SCALE /
	       (anchor == CC_ANCHOR_MIDDLE ? 2 : 1);
}

/* Two lines without area, three pixels off either end. Cairo 1.16 keeps one
 * span a pixel column of a path's extents and one more; a text that changes in
 * each of its columns needs two more, and the last one is written behind the
 * end of the buffer. Columns in which nothing changes make the room. */
static void
widen_path(cairo_t *cr, double x1, double x2, double y)
{
	double dx = 3, dy = 0;

	cairo_device_to_user_distance(cr, &dx, &dy);
	cairo_move_to(cr, x1 - dx, y);
	cairo_line_to(cr, x1 - dx, y - dx);
	cairo_close_path(cr);
	cairo_move_to(cr, x2 + dx, y);
	cairo_line_to(cr, x2 + dx, y - dx);
	cairo_close_path(cr);
}

/* Cairo 1.16 puts glyphs on whole pixels of an image, which spoils the spacing
 * of small text; shapes go where they belong. Only the baseline keeps to a
 * pixel, as browsers have it, for crisp feet. FAST, 17 levels of grey, is as
 * near to the truth as the eye can tell, a third smaller as a PNG and twice as
 * fast. False where there is no shape: colour emoji. */
static bool
text_fill(cairo_t *cr, PangoLayoutLine *line, struct cc_point at)
{
	double x1, y1, x2, y2;

	cairo_user_to_device(cr, &at.x, &at.y);
	at.y = round(at.y);
	cairo_device_to_user(cr, &at.x, &at.y);
	cairo_move_to(cr, at.x, at.y);
	pango_cairo_layout_line_path(cr, line);
	cairo_path_extents(cr, &x1, &y1, &x2, &y2);
	widen_path(cr, x1, x2, at.y);
	cairo_set_antialias(cr, CAIRO_ANTIALIAS_FAST);
	cairo_fill(cr);
	cairo_set_antialias(cr, CAIRO_ANTIALIAS_DEFAULT);
	return x2 > x1;
}

/* Of a font that failed for want of memory Pango draws nothing, and says so to
 * nobody. */
static bool
line_set(PangoLayoutLine *line)
{
	GSList *run;
	int glyphs = 0;

	for (run = line->runs; run != NULL; run = run->next) {
		const PangoGlyphItem *item = run->data;
		PangoFont *font = item->item->analysis.font;
		cairo_scaled_font_t *scaled =
		    font != NULL ? pango_cairo_font_get_scaled_font(
				       PANGO_CAIRO_FONT(font))
				 : NULL;

		if (scaled == NULL || cairo_scaled_font_status(scaled) !=
					  CAIRO_STATUS_SUCCESS)
			return false;
		glyphs += item->glyphs->num_glyphs;
	}
	return glyphs > 0;
}

/* False where the text cannot be set; what stops Cairo is in its status. */
static bool
text_paint(cairo_t *cr, struct cc_fonts *fonts, const struct cc_item *item)
{
	g_autoptr(PangoLayout) layout = cc_fonts_layout(
	    fonts, item->text.string, item->text.size, item->text.bold);
	PangoLayoutLine *line = pango_layout_get_line_readonly(layout, 0);
	struct cc_point at = item->text.at;

	if (!line_set(line))
		return false;
	at.x -= cc_line_shift(line, item->text.anchor);
	source_set(cr, item->text.colour);
	if (cairo_surface_get_type(cairo_get_target(cr)) ==
		CAIRO_SURFACE_TYPE_IMAGE &&
	    text_fill(cr, line, at))
		return true;
	cairo_move_to(cr, at.x, at.y);
	pango_cairo_show_layout_line(cr, line);
	cairo_new_path(cr);
	return true;
}

/* Pixels at a picture's edges are as opaque as the others. A file that holds
 * pictures has no such pixels, and would be given a larger copy of it. */
static void
keep_edges(cairo_t *cr)
{
	if (cairo_surface_get_type(cairo_get_target(cr)) ==
	    CAIRO_SURFACE_TYPE_IMAGE)
		cairo_pattern_set_extend(
		    cairo_get_source(cr), CAIRO_EXTEND_PAD);
}

static bool
image_paint(cairo_t *cr, const struct cc_item *item, struct cc_diags *diags)
{
	const struct cc_box box = item->image.box;
	cairo_surface_t *picture =
	    cc_picture_surface(item->image.bytes, item->image.length);

	if (picture == NULL) {
		cc_diag(diags, CC_E492, (struct cc_pos){0});
		return false;
	}
	cairo_save(cr);
	cairo_translate(cr, box.x, box.y);
	cairo_scale(cr, box.width / cairo_image_surface_get_width(picture),
	    box.height / cairo_image_surface_get_height(picture));
	cairo_set_source_surface(cr, picture, 0, 0);
	keep_edges(cr);
	cairo_rectangle(cr, 0, 0, cairo_image_surface_get_width(picture),
	    cairo_image_surface_get_height(picture));
	cairo_fill(cr);
	cairo_restore(cr);
	cairo_surface_destroy(picture);
	return true;
}

/* The parts of a document, for files that have such (PDF): the page's title is
 * its heading, the rest the figure. */
struct tags {
	cairo_t *cr;
	const char *open; /* NULL: none */
	int depth;        /* of groups */
	bool title;       /* the outermost one is the page's title */
};

static void
tag_set(struct tags *tags, const char *tag)
{
	if (tags->open == tag)
		return;
	if (tags->open != NULL)
		cairo_tag_end(tags->cr, tags->open);
	if (tag != NULL)
		cairo_tag_begin(tags->cr, tag, NULL);
	tags->open = tag;
}

static void
tags_meet(struct tags *tags, const struct cc_item *item)
{
	static const char heading[] = "H1", line[] = "P", figure[] = "Figure";

	if (item->op == CC_OP_END) {
		tags->depth--;
	} else if (item->op == CC_OP_GROUP && tags->depth++ == 0) {
		tags->title = item->group.kind == CC_GROUP_TITLE;
		if (!tags->title)
			tag_set(tags, figure);
	} else if (item->op == CC_OP_TEXT && tags->depth > 0 && tags->title) {
		tag_set(tags, item->text.bold ? heading : line);
	}
}

bool
cc_scene_replay(const struct cc_scene *scene, struct cc_fonts *fonts,
    cairo_t *cr, struct cc_diags *diags)
{
	struct tags tags = {.cr = cr};
	size_t i;

	source_set(cr, scene->background);
	cairo_paint(cr);
	cairo_set_miter_limit(cr, MITRE_LIMIT);
	for (i = 0; i < scene->count; i++) {
		const struct cc_item *item = &scene->items[i];

		tags_meet(&tags, item);
		switch (item->op) {
		case CC_OP_RECT:
			rect_paint(cr, item);
			break;
		case CC_OP_PATH:
			shape_paint(cr, item);
			break;
		case CC_OP_CIRCLE:
			circle_paint(cr, item);
			break;
		case CC_OP_TEXT:
			if (text_paint(cr, fonts, item))
				break;
			cc_diag(diags, CC_E491, (struct cc_pos){0},
			    "a text could not be set");
			return false;
		case CC_OP_IMAGE:
			if (!image_paint(cr, item, diags))
				return false;
			break;
		case CC_OP_GROUP:
		case CC_OP_END:
			break;
		}
	}
	tag_set(&tags, NULL);
	return true;
}

bool
cc_drawing_check(bool painted, cairo_status_t pen, cairo_surface_t *surface,
    struct cc_diags *diags)
{
	const cairo_status_t status = pen == CAIRO_STATUS_SUCCESS
	                                  ? cairo_surface_status(surface)
	                                  : pen;

	if (painted && status != CAIRO_STATUS_SUCCESS)
		cc_diag(diags, CC_E491, (struct cc_pos){0},
		    cairo_status_to_string(status));
	return painted && status == CAIRO_STATUS_SUCCESS;
}
