#include "scene/scene.h"

#include <float.h>
#include <math.h>

/* Ascender and descender of the Latin families in use, in ems. */
#define TEXT_ABOVE 0.74
#define TEXT_BELOW 0.21

/* Length of a control arm for a quarter circle of radius 1: the largest error
 * is 0.027 % of the radius. */
#define CIRCLE_ARM 0.5522847498307936

void
cc_circle_segments(const struct cc_item *circle,
    struct cc_segment segments[CC_CIRCLE_SEGMENTS])
{
	/* Corner k as a direction; from each the arc turns towards the next. */
	static const struct cc_point way[] = {
	    {1, 0}, {0, 1}, {-1, 0}, {0, -1}, {1, 0}};
	const struct cc_point centre = circle->circle.centre;
	const double radius = circle->circle.radius;
	const double arm = radius * CIRCLE_ARM;
	int k;

	segments[0] = (struct cc_segment){
	    .op = CC_MOVE, .point = {{centre.x + radius, centre.y}}};
	for (k = 0; k < 4; k++) {
		const struct cc_point a = way[k], b = way[k + 1];
		const struct cc_point from = {
		    centre.x + radius * a.x, centre.y + radius * a.y};
		const struct cc_point to = {
		    centre.x + radius * b.x, centre.y + radius * b.y};

		segments[k + 1] = (struct cc_segment){
		    .op = CC_CURVE,
		    .point = {{from.x + arm * b.x, from.y + arm * b.y},
			{to.x + arm * a.x, to.y + arm * a.y}, to},
		};
	}
	segments[CC_CIRCLE_SEGMENTS - 1] = (struct cc_segment){.op = CC_CLOSE};
}

struct extent {
	double low, high;
};

static void
extent_add(struct extent *extent, double value)
{
	extent->low = MIN(extent->low, value);
	extent->high = MAX(extent->high, value);
}

/* The inner extremes of a cubic along one axis: where its derivative, a
 * quadratic in t, is nil. */
static void
extent_add_curve(
    struct extent *extent, double p0, double p1, double p2, double p3)
{
	const double a = p3 - 3 * p2 + 3 * p1 - p0;
	const double b = 2 * (p2 - 2 * p1 + p0);
	const double c = p1 - p0;
	const double root = sqrt(MAX(b * b - 4 * a * c, 0));
	double t[2];
	int i;

	if (fabs(a) > 1e-12) {
		t[0] = (-b + root) / (2 * a);
		t[1] = (-b - root) / (2 * a);
	} else {
		t[0] = t[1] = b != 0 ? -c / b : 0;
	}
	extent_add(extent, p3);
	for (i = 0; i < 2; i++) {
		const double u = 1 - t[i];

		if (t[i] > 0 && t[i] < 1)
			extent_add(extent, u * u * u * p0 +
					       3 * u * u * t[i] * p1 +
					       3 * u * t[i] * t[i] * p2 +
					       t[i] * t[i] * t[i] * p3);
	}
}

static struct cc_box
path_box(const struct cc_item *item)
{
	struct extent x = {DBL_MAX, -DBL_MAX}, y = x;
	struct cc_point pen = {0, 0};
	size_t i;

	for (i = 0; i < item->path.count; i++) {
		const struct cc_segment *segment = &item->path.segments[i];
		const struct cc_point *p = segment->point;

		switch (segment->op) {
		case CC_MOVE:
		case CC_LINE:
			pen = p[0];
			extent_add(&x, pen.x);
			extent_add(&y, pen.y);
			break;
		case CC_CURVE:
			extent_add_curve(&x, pen.x, p[0].x, p[1].x, p[2].x);
			extent_add_curve(&y, pen.y, p[0].y, p[1].y, p[2].y);
			pen = p[2];
			break;
		case CC_CLOSE:
			break;
		}
	}
	return (struct cc_box){x.low, y.low, x.high - x.low, y.high - y.low};
}

struct cc_box
cc_text_box(struct cc_point baseline, enum cc_anchor anchor, double size,
    double width)
{
	double x = baseline.x;

	switch (anchor) {
	case CC_ANCHOR_START:
		break;
	case CC_ANCHOR_MIDDLE:
		x -= width / 2;
		break;
	case CC_ANCHOR_END:
		x -= width;
		break;
	}
	return (struct cc_box){x, baseline.y - TEXT_ABOVE * size, width,
	    (TEXT_ABOVE + TEXT_BELOW) * size};
}

/* Half the stroke on each side. Mitres may reach further at sharp corners,
 * butt caps less at ends: a box, not an outline. */
static struct cc_box
stroked(struct cc_box box, struct cc_paint paint)
{
	if (paint.stroke == CC_NO_COLOUR)
		return box;
	return (struct cc_box){box.x - paint.width / 2, box.y - paint.width / 2,
	    box.width + paint.width, box.height + paint.width};
}

struct cc_box
cc_item_box(const struct cc_item *item)
{
	switch (item->op) {
	case CC_OP_RECT:
		return stroked(item->rect.box, item->paint);
	case CC_OP_PATH:
		return stroked(path_box(item), item->paint);
	case CC_OP_CIRCLE:
		return stroked(cc_circle_box(item), item->paint);
	case CC_OP_TEXT:
		return cc_text_box(item->text.at, item->text.anchor,
		    item->text.size, item->text.width);
	case CC_OP_IMAGE:
		return item->image.box;
	case CC_OP_GROUP:
	case CC_OP_END:
		return (struct cc_box){0};
	}
	g_assert_not_reached();
}

cc_colour
cc_item_fill(const struct cc_item *item, double x)
{
	const struct cc_paint *paint = &item->paint;
	struct cc_box box;

	if (item->op != CC_OP_RECT || !paint->fade || item->rect.box.width <= 0)
		return paint->fill;
	box = item->rect.box;
	return cc_colour_mix(paint->fade_to, paint->fill,
	    CLAMP((x - box.x) / box.width, 0, 1));
}
