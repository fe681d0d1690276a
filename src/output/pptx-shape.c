/* Shapes of a slide: one for each that the scene paints, of a kind that
 * programs for slides know where they do, so that corners and ends can be
 * pulled. Colours are numbers, not the theme's, lest a bar mean another thing
 * in the deck that it is pasted into. */
#include "output/pptx.h"

#include "base/number.h"
#include "output/markup.h"
#include "picture/picture.h"

#include <math.h>
#include <string.h>

#define WIDTH_LEAST 1.0      /* of what a pointer can meet [pt] */
#define MITRE_LIMIT "400000" /* SVG's, 4 [1/1000 %] */

#define DECORATIVE                                                             \
	"<a:extLst><a:ext uri=\"{C183D7F6-B498-43B3-948B-1728B52AA6E4}\">"     \
	"<adec:decorative xmlns:adec=\"http://schemas.microsoft.com/office/"   \
	"drawing/2017/decorative\" val=\"1\"/></a:ext></a:extLst>"

void
cc_slide_number(struct cc_slide *slide, const char *name, double value)
{
	g_string_append_c(slide->to, ' ');
	g_string_append(slide->to, name);
	g_string_append(slide->to, "=\"");
	cc_number_append(slide->to, round(value), 0);
	g_string_append_c(slide->to, '"');
}

static void
append_length(struct cc_slide *slide, const char *name, double length)
{
	cc_slide_number(slide, name, length * slide->emu);
}

static void
append_colour(struct cc_slide *slide, cc_colour colour)
{
	g_string_append(slide->to, "<a:srgbClr val=\"");
	cc_markup_append_hex(slide->to, colour);
	g_string_append(slide->to, "\"/>");
}

void
cc_slide_fill(struct cc_slide *slide, cc_colour colour)
{
	if (colour == CC_NO_COLOUR) {
		g_string_append(slide->to, "<a:noFill/>");
		return;
	}
	g_string_append(slide->to, "<a:solidFill>");
	append_colour(slide, colour);
	g_string_append(slide->to, "</a:solidFill>");
}

/* Two stops and no more: of hard stops LibreOffice makes one colour, and the
 * doubtful end of a bar looks certain. */
static void
append_fade(struct cc_slide *slide, cc_colour from, cc_colour to)
{
	g_string_append(slide->to,
	    "<a:gradFill rotWithShape=\"1\"><a:gsLst><a:gs pos=\"0\">");
	append_colour(slide, from);
	g_string_append(slide->to, "</a:gs><a:gs pos=\"100000\">");
	append_colour(slide, to);
	g_string_append(slide->to,
	    "</a:gs></a:gsLst>"
	    "<a:lin ang=\"0\" scaled=\"0\"/></a:gradFill>");
}

static void
append_dash(struct cc_slide *slide, const struct cc_paint *paint)
{
	const double on = paint->dash[0] / paint->width;
	const double off =
	    paint->dash[1] > 0 ? paint->dash[1] / paint->width : on;

	if (paint->dash[0] <= 0)
		return;
	g_string_append(slide->to, "<a:custDash><a:ds");
	cc_slide_number(slide, "d", on * CC_WHOLE);
	cc_slide_number(slide, "sp", off * CC_WHOLE);
	g_string_append(slide->to, "/></a:custDash>");
}

static void
append_stroke(struct cc_slide *slide, const struct cc_paint *paint)
{
	if (!cc_paint_has_stroke(paint)) {
		g_string_append(slide->to, "<a:ln><a:noFill/></a:ln>");
		return;
	}
	g_string_append(slide->to, "<a:ln");
	append_length(slide, "w", paint->width);
	g_string_append(
	    slide->to, paint->round ? " cap=\"rnd\">" : " cap=\"flat\">");
	cc_slide_fill(slide, paint->stroke);
	append_dash(slide, paint);
	g_string_append(slide->to, paint->round ? "<a:round/></a:ln>"
						: "<a:miter lim=\"" MITRE_LIMIT
						  "\"/></a:ln>");
}

static void
append_paint(struct cc_slide *slide, const struct cc_paint *paint)
{
	if (paint->fade)
		append_fade(slide, paint->fill, paint->fade_to);
	else
		cc_slide_fill(slide, paint->fill);
	append_stroke(slide, paint);
}

void
cc_slide_name(struct cc_slide *slide, struct cc_naming naming)
{
	g_string_append(slide->to, "<p:cNvPr");
	cc_slide_number(slide, "id", ++slide->id);
	g_string_append(slide->to, " name=\"");
	cc_markup_append_line(slide->to, naming.name);
	if (naming.about != NULL) {
		g_string_append(slide->to, "\" descr=\"");
		cc_markup_append_line(slide->to, naming.about);
	}
	g_string_append(slide->to,
	    naming.decorative ? "\">" DECORATIVE "</p:cNvPr>" : "\"/>");
}

static void
append_corner(struct cc_slide *slide, const char *element, const char *across,
    const char *down, double x, double y)
{
	g_string_append(slide->to, element);
	append_length(slide, across, x);
	append_length(slide, down, y);
	g_string_append(slide->to, "/>");
}

void
cc_slide_frame(struct cc_slide *slide, struct cc_box box, const char *turned)
{
	g_string_append(slide->to, "<a:xfrm");
	g_string_append(slide->to, turned);
	g_string_append_c(slide->to, '>');
	append_corner(slide, "<a:off", "x", "y", box.x, box.y);
	append_corner(slide, "<a:ext", "cx", "cy", box.width, box.height);
	g_string_append(slide->to, "</a:xfrm>");
}

static void
box_hold(struct cc_box *box, struct cc_point point)
{
	const double right = MAX(cc_box_right(*box), point.x);
	const double bottom = MAX(cc_box_bottom(*box), point.y);

	box->x = MIN(box->x, point.x);
	box->y = MIN(box->y, point.y);
	box->width = right - box->x;
	box->height = bottom - box->y;
}

static size_t
point_count(const struct cc_segment *segment)
{
	return segment->op == CC_CLOSE ? 0 : segment->op == CC_CURVE ? 3 : 1;
}

/* Of a curve's controls too: there it need not be worked out how far it goes.
 */
static struct cc_box
path_box(const struct cc_item *item)
{
	const struct cc_segment *segments = item->path.segments;
	struct cc_box box = {segments->point->x, segments->point->y, 0, 0};

	for (size_t i = 0; i < item->path.count; i++)
		for (size_t j = 0; j < point_count(&segments[i]); j++)
			box_hold(&box, segments[i].point[j]);
	return box;
}

/* A line between two points, which has two ends to pull. */
static bool
is_line(const struct cc_item *item)
{
	return item->op == CC_OP_PATH && item->path.count == 2 &&
	       item->path.segments[1].op == CC_LINE;
}

static struct cc_box
shape_box(const struct cc_slide *slide, const struct cc_item *item)
{
	const double least = WIDTH_LEAST / slide->page->scene->unit;
	struct cc_box box;

	if (item->op == CC_OP_RECT)
		return item->rect.box;
	if (item->op == CC_OP_IMAGE)
		return item->image.box;
	if (item->op == CC_OP_CIRCLE)
		return cc_circle_box(item);
	box = path_box(item);
	if (is_line(item))
		return box;
	/* Of a box without width programs make nothing. */
	if (box.width < least) {
		box.x -= (least - box.width) / 2;
		box.width = least;
	}
	if (box.height < least) {
		box.y -= (least - box.height) / 2;
		box.height = least;
	}
	return box;
}

struct cc_box
cc_slide_box(const struct cc_slide *slide, const struct cc_piece *piece)
{
	struct cc_box box, words;
	double bottom;

	if (piece->shape == NULL)
		return cc_block_box(piece->words);
	box = shape_box(slide, piece->shape);
	/* A bracket is less high than the words in its gap. */
	if (piece->words.count > 0 && !cc_item_is_area(piece->shape)) {
		words = cc_block_box(piece->words);
		bottom = MAX(cc_box_bottom(box), cc_box_bottom(words));
		box.y = MIN(box.y, words.y);
		box.height = bottom - box.y;
	}
	return box;
}

static void
append_points(
    struct cc_slide *slide, const struct cc_segment *segment, struct cc_box box)
{
	for (size_t i = 0; i < point_count(segment); i++)
		append_corner(slide, "<a:pt", "x", "y",
		    segment->point[i].x - box.x, segment->point[i].y - box.y);
}

static void
append_segment(
    struct cc_slide *slide, const struct cc_segment *segment, struct cc_box box)
{
	static const char *const elements[] = {
	    [CC_MOVE] = "a:moveTo",
	    [CC_LINE] = "a:lnTo",
	    [CC_CURVE] = "a:cubicBezTo",
	    [CC_CLOSE] = "a:close",
	};
	const char *element = elements[segment->op];

	g_string_append_printf(slide->to, "<%s>", element);
	append_points(slide, segment, box);
	g_string_append_printf(slide->to, "</%s>", element);
}

static void
begin_path(
    struct cc_slide *slide, const struct cc_item *item, struct cc_box box)
{
	g_string_append(slide->to, "<a:path");
	append_length(slide, "w", box.width);
	append_length(slide, "h", box.height);
	g_string_append(slide->to,
	    item->paint.fill == CC_NO_COLOUR ? " fill=\"none\">" : ">");
}

/* Where areas of one path lie over each other programs leave a hole, so each
 * is a path. */
static void
append_path(
    struct cc_slide *slide, const struct cc_item *item, struct cc_box box)
{
	g_string_append(slide->to,
	    "<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>"
	    "<a:rect l=\"0\" t=\"0\" r=\"r\" b=\"b\"/><a:pathLst>");
	begin_path(slide, item, box);
	for (size_t i = 0; i < item->path.count; i++) {
		if (i > 0 && item->path.segments[i].op == CC_MOVE &&
		    item->role == CC_ROLE_MARK && cc_item_is_area(item)) {
			g_string_append(slide->to, "</a:path>");
			begin_path(slide, item, box);
		}
		append_segment(slide, &item->path.segments[i], box);
	}
	g_string_append(slide->to, "</a:path></a:pathLst></a:custGeom>");
}

static void
append_preset(struct cc_slide *slide, const char *name, double rounded)
{
	g_string_append_printf(
	    slide->to, "<a:prstGeom prst=\"%s\"><a:avLst>", name);
	if (rounded > 0) {
		g_string_append(slide->to, "<a:gd name=\"adj\" fmla=\"val ");
		cc_number_append(slide->to, round(rounded * CC_WHOLE), 0);
		g_string_append(slide->to, "\"/>");
	}
	g_string_append(slide->to, "</a:avLst></a:prstGeom>");
}

static void
append_form(
    struct cc_slide *slide, const struct cc_item *item, struct cc_box box)
{
	const double least = MIN(box.width, box.height);
	if (item->op == CC_OP_RECT && item->rect.radius > 0 && least > 0)
		append_preset(
		    slide, "roundRect", MIN(item->rect.radius / least, 0.5));
	else if (item->op == CC_OP_RECT)
		append_preset(slide, "rect", 0);
	else if (is_line(item))
		append_preset(slide, "line", 0);
	else if (item->op == CC_OP_CIRCLE)
		append_preset(slide, "ellipse", 0);
	else
		append_path(slide, item, box);
}

/* From which corner to which, as it is written of the line from top left. */
static const char *
line_turned(const struct cc_item *item)
{
	const struct cc_point *from = item->path.segments[0].point;
	const struct cc_point *to = item->path.segments[1].point;

	if ((to->x < from->x) == (to->y < from->y))
		return "";
	return " flipV=\"1\"";
}

static void
append_line(struct cc_slide *slide, const struct cc_piece *piece,
    struct cc_naming naming)
{
	const struct cc_box box = cc_slide_box(slide, piece);

	g_string_append(slide->to, "<p:cxnSp><p:nvCxnSpPr>");
	cc_slide_name(slide, naming);
	g_string_append(
	    slide->to, "<p:cNvCxnSpPr/><p:nvPr/></p:nvCxnSpPr><p:spPr>");
	cc_slide_frame(slide, box, line_turned(piece->shape));
	append_form(slide, piece->shape, box);
	append_paint(slide, &piece->shape->paint);
	g_string_append(slide->to, "</p:spPr></p:cxnSp>");
}

static void
append_shape(struct cc_slide *slide, const struct cc_piece *piece,
    struct cc_naming naming)
{
	const struct cc_box box = cc_slide_box(slide, piece);

	g_string_append(slide->to, "<p:sp><p:nvSpPr>");
	cc_slide_name(slide, naming);
	g_string_append(slide->to,
	    piece->shape == NULL ? "<p:cNvSpPr txBox=\"1\"/>" : "<p:cNvSpPr/>");
	g_string_append(slide->to, "<p:nvPr/></p:nvSpPr><p:spPr>");
	cc_slide_frame(slide, box, "");
	if (piece->shape != NULL) {
		append_form(slide, piece->shape, box);
		append_paint(slide, &piece->shape->paint);
	} else {
		append_preset(slide, "rect", 0);
		g_string_append(slide->to, "<a:noFill/>");
	}
	g_string_append(slide->to, "</p:spPr>");
	if (piece->words.count > 0)
		cc_slide_body(slide, piece->words, box);
	g_string_append(slide->to, "</p:sp>");
}

guint
cc_slide_medium(struct cc_slide *slide, struct cc_medium medium)
{
	g_array_append_val(slide->media, medium);
	return slide->media->len;
}

void
cc_slide_image(struct cc_slide *slide, struct cc_box box, guint medium,
    const char *more, struct cc_naming naming)
{
	g_string_append(slide->to, "<p:pic><p:nvPicPr>");
	cc_slide_name(slide, naming);
	g_string_append(slide->to,
	    "<p:cNvPicPr><a:picLocks noChangeAspect=\"1\"/></p:cNvPicPr>"
	    "<p:nvPr/></p:nvPicPr><p:blipFill>");
	g_string_append_printf(slide->to,
	    "<a:blip r:embed=\"rId%u\">%s</a:blip>", CC_SLIDE_LEADS + medium,
	    more);
	g_string_append(slide->to,
	    "<a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr>");
	cc_slide_frame(slide, box, "");
	append_preset(slide, "rect", 0);
	g_string_append(slide->to, "</p:spPr></p:pic>");
}

static void
append_image(
    struct cc_slide *slide, const struct cc_item *item, struct cc_naming naming)
{
	const char *type =
	    cc_picture_type(item->image.bytes, item->image.length);
	const struct cc_medium medium = {
	    .suffix = strchr(type, '/') + 1,
	    .bytes = item->image.bytes,
	    .length = item->image.length,
	};

	cc_slide_image(
	    slide, item->image.box, cc_slide_medium(slide, medium), "", naming);
}

void
cc_slide_piece(struct cc_slide *slide, const struct cc_piece *piece,
    struct cc_naming naming)
{
	if (piece->shape != NULL && piece->shape->op == CC_OP_IMAGE)
		append_image(slide, piece->shape, naming);
	else if (piece->shape != NULL && is_line(piece->shape))
		append_line(slide, piece, naming);
	else
		append_shape(slide, piece, naming);
}

void
cc_slide_group(
    struct cc_slide *slide, struct cc_box box, struct cc_naming naming)
{
	g_string_append(slide->to, "<p:grpSp><p:nvGrpSpPr>");
	cc_slide_name(slide, naming);
	g_string_append(slide->to,
	    "<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>");
	append_corner(slide, "<a:off", "x", "y", box.x, box.y);
	append_corner(slide, "<a:ext", "cx", "cy", box.width, box.height);
	append_corner(slide, "<a:chOff", "x", "y", box.x, box.y);
	append_corner(slide, "<a:chExt", "cx", "cy", box.width, box.height);
	g_string_append(slide->to, "</a:xfrm></p:grpSpPr>");
}

void
cc_slide_group_end(struct cc_slide *slide)
{
	g_string_append(slide->to, "</p:grpSp>");
}
