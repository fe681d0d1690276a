#include "layout/draw.h"

#include <math.h>

#define WHISKER_TICK 0.28 /* up and down from a whisker's ends [u] */

static void
paint_polygon(struct cc_figure *figure, const struct cc_point *points,
    size_t count, struct cc_paint paint)
{
	cc_paint_polyline(
	    figure->fore, CC_ROLE_MARK, points, count, true, paint);
}

static void
paint_diamond(struct cc_figure *figure, double x, double y, double r,
    struct cc_paint paint)
{
	struct cc_point diamond[] = {
	    {x, y - r}, {x + r, y}, {x, y + r}, {x - r, y}};
	paint_polygon(figure, diamond, 4, paint);
}

/* Its tip below (1) or above (-1). */
static void
paint_triangle(struct cc_figure *figure, double x, double y, double r, int tip,
    struct cc_paint paint)
{
	double t = 0.92 * r;
	struct cc_point triangle[] = {{x - t, y - 0.7 * t * tip},
	    {x + t, y - 0.7 * t * tip}, {x, y + 0.9 * t * tip}};
	paint_polygon(figure, triangle, 3, paint);
}

/* Its tip below (1) or above (-1). */
static void
paint_block_arrow(struct cc_figure *figure, double x, double y, double r,
    int tip, struct cc_paint paint)
{
	double shaft = 0.3 * r, head = 0.85 * r;
	double end = y + tip * r, neck = y + 0.1 * tip * r, foot = y - tip * r;
	struct cc_point arrow[] = {{x, end}, {x + head, neck},
	    {x + shaft, neck}, {x + shaft, foot}, {x - shaft, foot},
	    {x - shaft, neck}, {x - head, neck}};
	paint_polygon(figure, arrow, 7, paint);
}

static void
draw_slashed(struct cc_figure *figure, double x, double y, double r,
    cc_colour colour, struct cc_paint hollow)
{
	struct cc_strokes slashes = {.arena = figure->arena};
	paint_diamond(figure, x, y, r, hollow);
	for (int side = -1; side <= 1; side += 2) {
		double d = 0.22 * r * side;
		cc_strokes_line(&slashes,
		    (struct cc_point){x - 0.75 * r + d, y + 0.75 * r + d},
		    (struct cc_point){x + 0.75 * r + d, y - 0.75 * r + d});
	}
	cc_paint_strokes(figure->fore, CC_ROLE_MARK, &slashes,
	    cc_pen(colour, hollow.width * 0.85));
}

static void
paint_cross(struct cc_figure *figure, double x, double y, double arm,
    struct cc_paint pen)
{
	struct cc_strokes cross = {.arena = figure->arena};
	cc_strokes_line(&cross, (struct cc_point){x - arm, y},
	    (struct cc_point){x + arm, y});
	cc_strokes_line(&cross, (struct cc_point){x, y - arm},
	    (struct cc_point){x, y + arm});
	cc_paint_strokes(figure->fore, CC_ROLE_MARK, &cross, pen);
}

void
cc_draw_sign(struct cc_figure *figure, enum cc_sign sign, double x, double y,
    double r, cc_colour colour)
{
	cc_colour page = cc_ink(figure, CC_COLOUR_PAGE);
	/* A rim of the page's colour parts a sign from bars and bands. */
	struct cc_paint solid = {.fill = colour,
	    .stroke = page,
	    .width = MAX(0.8 * figure->size->stroke[CC_STROKE_AXIS], 0.4)};
	struct cc_paint hollow = {.fill = page,
	    .stroke = colour,
	    .width = figure->size->stroke[CC_STROKE_WHISKER]};
	double q = 0.82 * r;

	switch (sign) {
	case CC_SIGN_DIAMOND:
		paint_diamond(figure, x, y, r, solid);
		return;
	case CC_SIGN_RING_DIAMOND:
		paint_diamond(figure, x, y, r, hollow);
		cc_paint_circle(figure->fore, CC_ROLE_MARK,
		    (struct cc_point){x, y}, r * 0.32, cc_brush(colour));
		return;
	case CC_SIGN_DASHED:
		hollow.dash[0] = hollow.dash[1] = 1.6 * hollow.width;
		paint_diamond(figure, x, y, r, hollow);
		return;
	case CC_SIGN_SLASHED:
		draw_slashed(figure, x, y, r, colour, hollow);
		return;
	case CC_SIGN_DOWN:
		paint_triangle(figure, x, y, r, 1, solid);
		return;
	case CC_SIGN_UP:
		paint_triangle(figure, x, y, r, -1, solid);
		return;
	case CC_SIGN_OPEN_DOWN:
		paint_triangle(figure, x, y, r, 1, hollow);
		return;
	case CC_SIGN_OPEN_UP:
		paint_triangle(figure, x, y, r, -1, hollow);
		return;
	case CC_SIGN_ARROW_DOWN:
		paint_block_arrow(figure, x, y, r, 1, solid);
		return;
	case CC_SIGN_ARROW_UP:
		paint_block_arrow(figure, x, y, r, -1, solid);
		return;
	case CC_SIGN_SQUARE:
		cc_paint_rect(figure->fore, CC_ROLE_MARK,
		    (struct cc_box){x - q, y - q, 2 * q, 2 * q}, 0, solid);
		return;
	case CC_SIGN_DOT:
		cc_paint_circle(figure->fore, CC_ROLE_MARK,
		    (struct cc_point){x, y}, r * 0.72, solid);
		return;
	case CC_SIGN_OPEN_DOT:
		cc_paint_circle(figure->fore, CC_ROLE_MARK,
		    (struct cc_point){x, y}, r * 0.62, hollow);
		return;
	case CC_SIGN_CROSS:
		paint_cross(
		    figure, x, y, q, cc_pen(colour, hollow.width * 1.5));
		return;
	case CC_SIGN_TICK:
		cc_paint_line(figure->fore, CC_ROLE_MARK,
		    (struct cc_point){x, y - q}, (struct cc_point){x, y + q},
		    cc_pen(colour, hollow.width * 2));
		return;
	}
}

void
cc_draw_arrow(struct cc_figure *figure, double x, double y, cc_colour colour)
{
	double a = 0.26 * figure->u;
	struct cc_point head[] = {{x - a, y - a}, {x, y}, {x - a, y + a}};
	cc_paint_polyline(figure->fore, CC_ROLE_MARK, head, 3, false,
	    cc_pen(colour, figure->size->stroke[CC_STROKE_WHISKER]));
}

/* The end of a whisker at x: a tick, an arrow where time goes on beyond the
 * plot (dir -1 left, 1 right, else 0), nothing where a stem stands. */
static void
add_whisker_end(struct cc_strokes *strokes, double tick, double x, double y,
    int dir, bool stem)
{
	if (dir != 0)
		cc_strokes_add(strokes,
		    (struct cc_point[]){{x - dir * tick, y - tick}, {x, y},
			{x - dir * tick, y + tick}},
		    3);
	else if (!stem)
		cc_strokes_line(strokes, (struct cc_point){x, y - tick},
		    (struct cc_point){x, y + tick});
}

/* Where its line goes from and to, and which end is a stem's. */
struct whisker {
	double left, right;
	bool stem_left, stem_right;
};

/* False: shorter than its mark a whisker says nothing. */
static bool
place_whisker(const struct cc_figure *figure, const struct cc_reach *reach,
    double radius, struct whisker *whisker)
{
	double left = reach->earliest_start, right = reach->latest_end;
	double pen = figure->size->stroke[CC_STROKE_WHISKER];
	double inset = pen / 2 + 0.4, arrow = 1.2 * figure->u;
	bool open = reach->from_left || reach->to_right;
	if (right - left < fmax(2.2 * radius, 0.01) && !open)
		return false;
	whisker->stem_left = reach->to_right && reach->middle - left < inset;
	whisker->stem_right = reach->from_left && right - reach->middle < inset;
	/* Time beyond the plot has an arrow, also at its very edge. */
	double edge = cc_box_right(figure->page) - pen;
	left = reach->from_left ? MIN(left, right - arrow)
	                        : left + (whisker->stem_left ? 0 : inset);
	right = reach->to_right ? MAX(right, MIN(left + arrow, edge))
	                        : right - (whisker->stem_right ? 0 : inset);
	whisker->left = left;
	whisker->right = right;
	return true;
}

struct cc_box
cc_whisker_box(const struct cc_figure *figure, struct cc_reach reach, double y,
    double radius)
{
	struct whisker whisker;
	double half = figure->size->stroke[CC_STROKE_WHISKER] / 2;
	double tick = WHISKER_TICK * figure->u;
	if (!place_whisker(figure, &reach, radius, &whisker))
		return (struct cc_box){reach.middle, y, 0, 0};
	/* A mitred head reaches a little beyond its point. */
	double left = reach.from_left ? 1.5 * half : half;
	double right = reach.to_right ? 1.5 * half : half;
	return (struct cc_box){whisker.left - left, y - tick - half,
	    whisker.right - whisker.left + left + right, 2 * (tick + half)};
}

void
cc_draw_whisker(struct cc_figure *figure, struct cc_reach reach, double y,
    cc_colour colour, double radius)
{
	struct whisker whisker;
	if (!place_whisker(figure, &reach, radius, &whisker))
		return;
	double tick = WHISKER_TICK * figure->u;
	struct cc_strokes strokes = {.arena = figure->arena};
	cc_strokes_line(&strokes, (struct cc_point){whisker.left, y},
	    (struct cc_point){whisker.right, y});
	add_whisker_end(&strokes, tick, whisker.left, y,
	    reach.from_left ? -1 : 0, whisker.stem_left);
	add_whisker_end(&strokes, tick, whisker.right, y,
	    reach.to_right ? 1 : 0, whisker.stem_right);
	cc_paint_strokes(figure->fore, CC_ROLE_WHISKER, &strokes,
	    cc_pen(colour, figure->size->stroke[CC_STROKE_WHISKER]));
	cc_figure_legend(figure, CC_LEGEND_WHISKER);
}

void
cc_draw_fade(
    struct cc_scene *layer, struct cc_box box, cc_colour from, cc_colour to)
{
	struct cc_paint paint = cc_brush(from);
	paint.fade = true;
	paint.fade_to = to;
	cc_paint_rect(layer, CC_ROLE_FILL, box, 0, paint);
}

void
cc_draw_hatch(struct cc_figure *figure, struct cc_scene *layer,
    struct cc_box box, cc_colour colour, double step)
{
	struct cc_strokes strokes = {.arena = figure->arena};
	double right = cc_box_right(box), bottom = cc_box_bottom(box);
	/* Lines x + y = c, clipped to the box by arithmetic. */
	for (double c = box.x + box.y + step / 2; c < right + bottom;
	     c += step) {
		double x0 = fmax(box.x, c - bottom);
		double x1 = fmin(right, c - box.y);
		if (x1 - x0 < 0.05)
			continue;
		cc_strokes_line(&strokes, (struct cc_point){x0, c - x0},
		    (struct cc_point){x1, c - x1});
	}
	cc_paint_strokes(layer, CC_ROLE_FILL, &strokes,
	    cc_pen(colour, figure->size->stroke[CC_STROKE_HAIRLINE]));
}

double
cc_pill_width(const struct cc_figure *figure, const char *text)
{
	return cc_width(figure, text, CC_TYPE_NAME, true) + 1.05 * figure->u;
}

double
cc_pill_height(const struct cc_figure *figure)
{
	return cc_type_size(figure, CC_TYPE_NAME) * 1.5;
}

void
cc_draw_pill(struct cc_figure *figure, double x, double y, const char *text,
    const struct cc_swatch *swatch)
{
	double w = cc_pill_width(figure, text), h = cc_pill_height(figure);
	cc_colour ink = cc_ink(figure, CC_COLOUR_INK);
	struct cc_paint paint = {.fill = swatch->fill,
	    .stroke = swatch->dashed ? swatch->outline : ink,
	    .width = figure->size->stroke[CC_STROKE_AXIS]};
	if (swatch->dashed)
		paint.dash[0] = paint.dash[1] = 2 * paint.width;
	cc_paint_rect(figure->fore, CC_ROLE_MARK,
	    (struct cc_box){x - w / 2, y - h / 2, w, h}, h / 2, paint);
	cc_write_in(figure, CC_TYPE_NAME, true, swatch->text, CC_ANCHOR_MIDDLE,
	    x, cc_centre(figure, CC_TYPE_NAME, y), text);
}

void
cc_draw_bracket(struct cc_figure *figure, double left, double right, double y,
    const char *text)
{
	struct cc_paint pen = cc_pen(cc_ink(figure, CC_COLOUR_BRACKET),
	    figure->size->stroke[CC_STROKE_AXIS]);
	double tick = 0.35 * figure->u, gap = 0.45 * figure->u;
	double words = cc_width(figure, text, CC_TYPE_BODY, false);
	double middle = (left + right) / 2;
	double arm = (right - left - words) / 2 - gap;
	double h = pen.width / 2;
	left += h;
	right -= h;
	if (arm < 0.15 * figure->u) {
		/* Words wider than the bracket: it closes, they go. */
		cc_paint_polyline(figure->fore, CC_ROLE_BRACKET,
		    (struct cc_point[]){{left, y - tick}, {left, y}, {right, y},
			{right, y - tick}},
		    4, false, pen);
		return;
	}
	struct cc_strokes arms = {.arena = figure->arena};
	cc_strokes_add(&arms,
	    (struct cc_point[]){{left, y - tick}, {left, y}, {left + arm, y}},
	    3);
	cc_strokes_add(&arms,
	    (struct cc_point[]){
		{right - arm, y}, {right, y}, {right, y - tick}},
	    3);
	cc_paint_strokes(figure->fore, CC_ROLE_BRACKET, &arms, pen);
	cc_write(figure, CC_TYPE_BODY, false, CC_COLOUR_MID, CC_ANCHOR_MIDDLE,
	    middle, cc_centre(figure, CC_TYPE_BODY, y), text);
}

cc_colour
cc_ground_at(const struct cc_figure *figure, double x)
{
	for (size_t i = figure->shade_count; i-- > 0;) {
		const struct cc_shade *shade = &figure->shades[i];
		if (x > shade->left && x < shade->right)
			return shade->colour;
	}
	return cc_ink(figure, CC_COLOUR_PAGE);
}
