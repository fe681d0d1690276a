#include "scene/shape.h"

#include <math.h>

/* A quarter circle in so many chords leaves them by 0.5 % of its radius. */
#define CHORDS 8

struct cc_point
cc_box_centre(struct cc_box box)
{
	return (struct cc_point){box.x + box.width / 2, box.y + box.height / 2};
}

struct cc_box
cc_box_grown(struct cc_box box, double by)
{
	return (struct cc_box){
	    box.x - by, box.y - by, box.width + 2 * by, box.height + 2 * by};
}

static void
edge_add(GArray *edges, struct cc_point from, struct cc_point to, bool drawn)
{
	const struct cc_edge edge = {from, to, drawn};

	g_array_append_val(edges, edge);
}

static void
box_edges(struct cc_box box, GArray *edges)
{
	const double right = cc_box_right(box), bottom = cc_box_bottom(box);
	const struct cc_point corner[] = {
	    {box.x, box.y}, {right, box.y}, {right, bottom}, {box.x, bottom}};

	for (int i = 0; i < 4; i++)
		edge_add(edges, corner[i], corner[(i + 1) % 4], true);
}

static void
curve_edges(struct cc_point from, const struct cc_point *p, GArray *edges)
{
	struct cc_point at = from;

	for (int i = 1; i <= CHORDS; i++) {
		const double t = (double)i / CHORDS, u = 1 - t;
		const double w[] = {
		    u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t};
		const struct cc_point to = {w[0] * from.x + w[1] * p[0].x +
						w[2] * p[1].x + w[3] * p[2].x,
		    w[0] * from.y + w[1] * p[0].y + w[2] * p[1].y +
			w[3] * p[2].y};

		edge_add(edges, at, to, true);
		at = to;
	}
}

/* A part that is left open has an area all the same: it closes undrawn. */
static void
part_close(struct cc_point pen, struct cc_point start, GArray *edges)
{
	if (pen.x != start.x || pen.y != start.y)
		edge_add(edges, pen, start, false);
}

static void
path_edges(const struct cc_segment *segments, size_t count, GArray *edges)
{
	struct cc_point start = {0, 0}, pen = {0, 0};

	for (size_t i = 0; i < count; i++) {
		const struct cc_segment *segment = &segments[i];
		const struct cc_point *p = segment->point;

		switch (segment->op) {
		case CC_MOVE:
			part_close(pen, start, edges);
			start = pen = p[0];
			break;
		case CC_LINE:
			edge_add(edges, pen, p[0], true);
			pen = p[0];
			break;
		case CC_CURVE:
			curve_edges(pen, p, edges);
			pen = p[2];
			break;
		case CC_CLOSE:
			edge_add(edges, pen, start, true);
			pen = start;
			break;
		}
	}
	part_close(pen, start, edges);
}

void
cc_shape_edges(const struct cc_item *item, GArray *edges)
{
	struct cc_segment circle[CC_CIRCLE_SEGMENTS];

	g_array_set_size(edges, 0);
	switch (item->op) {
	case CC_OP_RECT:
		box_edges(item->rect.box, edges);
		break;
	case CC_OP_IMAGE:
		box_edges(item->image.box, edges);
		break;
	case CC_OP_PATH:
		path_edges(item->path.segments, item->path.count, edges);
		break;
	case CC_OP_CIRCLE:
		cc_circle_segments(item, circle);
		path_edges(circle, CC_CIRCLE_SEGMENTS, edges);
		break;
	case CC_OP_TEXT:
	case CC_OP_GROUP:
	case CC_OP_END:
		break;
	}
}

/* Twice the area of the triangle: its sign is the side of c. */
static double
turn(struct cc_point a, struct cc_point b, struct cc_point c)
{
	return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

bool
cc_area_covers(const GArray *edges, struct cc_point point)
{
	int winding = 0;

	for (guint i = 0; i < edges->len; i++) {
		const struct cc_edge *edge =
		    &g_array_index(edges, struct cc_edge, i);
		const double side = turn(edge->from, edge->to, point);

		if (edge->from.y <= point.y && edge->to.y > point.y && side > 0)
			winding++;
		else if (edge->from.y > point.y && edge->to.y <= point.y &&
			 side < 0)
			winding--;
	}
	return winding != 0;
}

/* Cuts the range of t in [from, to] to where start + t * way lies between low
 * and high. */
static bool
range_cut(
    double start, double way, double low, double high, double *from, double *to)
{
	double a, b;

	if (way == 0)
		return start >= low && start <= high;
	a = (low - start) / way;
	b = (high - start) / way;
	*from = MAX(*from, MIN(a, b));
	*to = MIN(*to, MAX(a, b));
	return *from <= *to;
}

bool
cc_edge_meets(const struct cc_edge *edge, struct cc_box box)
{
	double from = 0, to = 1;

	/* Most lie to one side. */
	if (MAX(edge->from.x, edge->to.x) < box.x ||
	    MIN(edge->from.x, edge->to.x) > cc_box_right(box) ||
	    MAX(edge->from.y, edge->to.y) < box.y ||
	    MIN(edge->from.y, edge->to.y) > cc_box_bottom(box))
		return false;
	return range_cut(edge->from.x, edge->to.x - edge->from.x, box.x,
		   cc_box_right(box), &from, &to) &&
	       range_cut(edge->from.y, edge->to.y - edge->from.y, box.y,
		   cc_box_bottom(box), &from, &to);
}

static bool
edges_meet(const GArray *edges, struct cc_box box)
{
	for (guint i = 0; i < edges->len; i++)
		if (cc_edge_meets(
			&g_array_index(edges, struct cc_edge, i), box))
			return true;
	return false;
}

bool
cc_area_meets(const GArray *edges, struct cc_box box)
{
	return edges_meet(edges, box) ||
	       cc_area_covers(edges, cc_box_centre(box));
}

bool
cc_area_holds(const GArray *edges, struct cc_box box)
{
	return !edges_meet(edges, box) &&
	       cc_area_covers(edges, cc_box_centre(box));
}

bool
cc_edges_cross(const struct cc_edge *a, const struct cc_edge *b)
{
	return turn(a->from, a->to, b->from) * turn(a->from, a->to, b->to) <
	           0 &&
	       turn(b->from, b->to, a->from) * turn(b->from, b->to, a->to) < 0;
}

struct cc_box
cc_edge_box(const struct cc_edge *edge)
{
	return (struct cc_box){fmin(edge->from.x, edge->to.x),
	    fmin(edge->from.y, edge->to.y), fabs(edge->to.x - edge->from.x),
	    fabs(edge->to.y - edge->from.y)};
}
