/* As few shapes as show the same: what is hidden whole is left out, and what is
 * one thing is one shape, though a scene paints it in parts. */
#include "output/pptx.h"

#include <math.h>
#include <string.h>

#define NEAR 64        /* items after a ground that are looked at */
#define TOLERANCE 0.05 /* of edges that are one [unit] */

static bool
is_seen(const struct cc_item *item)
{
	switch (item->op) {
	case CC_OP_RECT:
	case CC_OP_PATH:
	case CC_OP_CIRCLE:
		return item->paint.fill != CC_NO_COLOUR ||
		       cc_paint_has_stroke(&item->paint);
	case CC_OP_TEXT:
	case CC_OP_IMAGE:
		return true;
	case CC_OP_GROUP:
	case CC_OP_END:
		break;
	}
	return false;
}

/* A box of one colour, or that fades. */
static bool
is_ground(const struct cc_item *item)
{
	return item->op == CC_OP_RECT && cc_item_is_area(item) &&
	       item->rect.radius <= 0;
}

static bool
is_plain(const struct cc_item *item)
{
	return is_ground(item) && !cc_paint_has_stroke(&item->paint) &&
	       !item->paint.fade;
}

/* How far to the right areas painted later cover the box from x on. */
static double
covered_to(const struct cc_item *const *items, size_t count, struct cc_box box,
    double x)
{
	double to = x;

	for (size_t i = 0; i < MIN(count, NEAR); i++) {
		const struct cc_box over = items[i]->rect.box;

		if (is_ground(items[i]) && over.x <= x + TOLERANCE &&
		    over.y <= box.y + TOLERANCE &&
		    cc_box_bottom(over) >= cc_box_bottom(box) - TOLERANCE)
			to = MAX(to, cc_box_right(over));
	}
	return to;
}

/* Whether nothing is left to see of an item: it is white below a bar that is
 * painted in several parts. */
static bool
is_covered(const struct cc_item *item, const struct cc_item *const *later,
    size_t count)
{
	const struct cc_box box = item->rect.box;
	double x = box.x, to;

	if (!is_ground(item) || cc_paint_has_stroke(&item->paint))
		return false;
	while ((to = covered_to(later, count, box, x)) > x)
		x = to;
	return x >= cc_box_right(box) - TOLERANCE;
}

GPtrArray *
cc_items_seen(const struct cc_item *items, size_t count)
{
	g_autoptr(GPtrArray) all = g_ptr_array_new();
	GPtrArray *seen = g_ptr_array_new();

	for (size_t i = 0; i < count; i++)
		if (is_seen(&items[i]))
			g_ptr_array_add(all, (gpointer)&items[i]);
	for (guint i = 0; i < all->len; i++)
		if (!is_covered(all->pdata[i],
			(const struct cc_item *const *)all->pdata + i + 1,
			all->len - i - 1))
			g_ptr_array_add(seen, all->pdata[i]);
	return seen;
}

static bool
is_grid_line(const struct cc_item *item)
{
	return item->op == CC_OP_PATH &&
	       (item->role == CC_ROLE_GRID || item->role == CC_ROLE_DIVIDE) &&
	       item->paint.fill == CC_NO_COLOUR;
}

/* Of a bar that is cut where words stand, which is one shape all the same. */
static bool
is_same_bar(const struct cc_item *bar, const struct cc_item *more)
{
	const struct cc_box box = cc_item_box(bar), beside = cc_item_box(more);

	return is_plain(more) && bar->paint.fill == more->paint.fill &&
	       fabs(box.y - beside.y) < TOLERANCE &&
	       fabs(box.height - beside.height) < TOLERANCE;
}

static bool
is_same_grid(const struct cc_item *line, const struct cc_item *more)
{
	return is_grid_line(line) && is_grid_line(more) &&
	       line->paint.stroke == more->paint.stroke &&
	       line->paint.width == more->paint.width &&
	       line->paint.dash[0] == more->paint.dash[0];
}

static bool
is_mark(const struct cc_item *item)
{
	return (item->op == CC_OP_PATH || item->op == CC_OP_CIRCLE) &&
	       item->role == CC_ROLE_MARK && cc_item_is_area(item);
}

/* Of the points of a curve, which are recoloured as one. */
static bool
is_same_mark(const struct cc_item *mark, const struct cc_item *more)
{
	return is_mark(mark) && is_mark(more) &&
	       mark->paint.fill == more->paint.fill &&
	       mark->paint.stroke == more->paint.stroke &&
	       mark->paint.width == more->paint.width;
}

/* Whether a piece goes on in the next, so that the two are one shape; `beside`:
 * no words stand between them. */
static bool
goes_on(const struct cc_piece *piece, const struct cc_piece *next, bool beside)
{
	const struct cc_item *shape = piece->shape, *more = next->shape;

	if (piece->words.count > 0 || next->words.count > 0 ||
	    shape->role != more->role)
		return false;
	return is_same_grid(shape, more) ||
	       (beside && is_same_mark(shape, more)) ||
	       (!is_grid_line(shape) && is_same_bar(shape, more));
}

static bool
may_go_on(const struct cc_item *shape)
{
	return is_plain(shape) || is_grid_line(shape) || is_mark(shape);
}

#define CORNERS 5 /* segments of a box */

static void
box_segments(struct cc_box box, struct cc_segment to[CORNERS])
{
	const struct cc_point corners[] = {
	    {box.x, box.y},
	    {cc_box_right(box), box.y},
	    {cc_box_right(box), cc_box_bottom(box)},
	    {box.x, cc_box_bottom(box)},
	};

	for (size_t i = 0; i < G_N_ELEMENTS(corners); i++)
		to[i] = (struct cc_segment){
		    .op = i == 0 ? CC_MOVE : CC_LINE, .point = {corners[i]}};
	to[CORNERS - 1] = (struct cc_segment){.op = CC_CLOSE};
}

static void
path_add(struct cc_item *path, const struct cc_item *item)
{
	const size_t count = path->path.count;
	struct cc_segment outline[MAX(CORNERS, CC_CIRCLE_SEGMENTS)];
	const struct cc_segment *from = outline;
	size_t more = CORNERS;

	if (item->op == CC_OP_RECT) {
		box_segments(item->rect.box, outline);
	} else if (item->op == CC_OP_CIRCLE) {
		cc_circle_segments(item, outline);
		more = CC_CIRCLE_SEGMENTS;
	} else {
		from = item->path.segments;
		more = item->path.count;
	}
	path->path.segments =
	    g_renew(struct cc_segment, path->path.segments, count + more);
	memcpy(path->path.segments + count, from, more * sizeof *from);
	path->path.count = count + more;
}

void
cc_path_free(gpointer path)
{
	g_free(((struct cc_item *)path)->path.segments);
	g_free(path);
}

static void
piece_join(
    struct cc_thing *thing, struct cc_piece *piece, const struct cc_item *more)
{
	const guint count = thing->paths->len;
	struct cc_item *path =
	    count > 0 ? thing->paths->pdata[count - 1] : NULL;

	if (piece->shape != path) {
		path = g_new0(struct cc_item, 1);
		path->op = CC_OP_PATH;
		path->role = piece->shape->role;
		path->paint = piece->shape->paint;
		path_add(path, piece->shape);
		g_ptr_array_add(thing->paths, path);
		piece->shape = path;
	}
	path_add(path, more);
}

void
cc_pieces_join(struct cc_thing *thing)
{
	struct cc_piece *last = NULL; /* with a shape that may go on */
	guint kept = 0;

	for (guint i = 0; i < thing->pieces->len; i++) {
		struct cc_piece *piece =
		    &g_array_index(thing->pieces, struct cc_piece, i);
		struct cc_piece *to =
		    &g_array_index(thing->pieces, struct cc_piece, kept);

		if (last != NULL && piece->shape != NULL &&
		    goes_on(last, piece, last == to - 1)) {
			piece_join(thing, last, piece->shape);
			continue;
		}
		*to = *piece;
		kept++;
		if (to->shape != NULL)
			last = may_go_on(to->shape) ? to : NULL;
	}
	g_array_set_size(thing->pieces, kept);
}
