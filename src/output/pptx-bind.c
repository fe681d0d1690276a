/* Which words are typed into which shape. A scene paints words over shapes; who
 * moves a bar on a slide means its words, too, so these lie in the shape
 * itself, where there is one around them and nothing comes between the two. */
#include "output/pptx.h"

#include "scene/shape.h"

#include <math.h>

#define NEAR 64        /* items before a text among which its shape is sought */
#define SLACK 0.5      /* by which ink may stick out of what holds it [unit] */
#define TOLERANCE 0.05 /* of edges that are one [unit] */
#define TOUCH 0.75     /* neighbours share an edge and no more [unit] */
#define PITCH_MOST 1.5 /* from line to line of one text [em] */
#define PIECES_APART 0.6 /* words of one line, set otherwise [em] */

/* A thing while it is taken apart. */
struct binding {
	GPtrArray *items; /* what is seen of it, in paint order */
	int *holder;      /* by item: of a TEXT its shape, or -1 */
	int *leader;      /* by item: of a TEXT the first of its block */
};

static const struct cc_item *
item_at(const struct binding *binding, int index)
{
	return binding->items->pdata[index];
}

/* From the capitals' top to the baseline: what few letters have below it may
 * stick out of a shape. */
static struct cc_box
ink_of(const struct cc_item *text)
{
	struct cc_box box = cc_text_box(text->text.at, text->text.anchor,
	    text->text.size, text->text.width);

	box.height = text->text.at.y - box.y;
	return box;
}

static bool
holds(struct cc_box outer, struct cc_box inner)
{
	return inner.x >= outer.x - SLACK && inner.y >= outer.y - SLACK &&
	       cc_box_right(inner) <= cc_box_right(outer) + SLACK &&
	       cc_box_bottom(inner) <= cc_box_bottom(outer) + SLACK;
}

static bool
is_area(const struct cc_item *item)
{
	return item->op != CC_OP_TEXT && item->paint.fill != CC_NO_COLOUR;
}

/* RECT or circle: what words can be typed into. */
static bool
shape_box(const struct cc_item *item, struct cc_box *box)
{
	struct cc_point centre;
	double radius;

	if (item->op == CC_OP_RECT) {
		*box = item->rect.box;
		return true;
	}
	if (item->op != CC_OP_PATH || !cc_item_circle(item, &centre, &radius))
		return false;
	*box = (struct cc_box){
	    centre.x - radius, centre.y - radius, 2 * radius, 2 * radius};
	return true;
}

static bool
stroke_meets(const struct cc_item *item, struct cc_box box)
{
	g_autoptr(GArray) edges =
	    g_array_new(FALSE, FALSE, sizeof(struct cc_edge));

	cc_shape_edges(item, edges);
	for (guint i = 0; i < edges->len; i++) {
		const struct cc_edge *edge =
		    &g_array_index(edges, struct cc_edge, i);

		if (edge->drawn && cc_edge_meets(edge, box))
			return true;
	}
	return false;
}

/* Whether an item painted between a shape and its words would be hidden by the
 * one or hide the others, if these were one. */
static bool
is_between(const struct cc_item *item, const struct cc_item *shape,
    struct cc_box box, struct cc_box ink)
{
	if (item->op == CC_OP_TEXT)
		return false;
	if (item->op == CC_OP_PATH && !is_area(item))
		return stroke_meets(item, ink);
	return is_area(shape) && is_area(item) &&
	       cc_box_overlap(cc_box_grown(cc_item_box(item), -TOUCH), box);
}

static bool
can_hold(const struct binding *binding, int shape, int text)
{
	const struct cc_box ink = ink_of(item_at(binding, text));
	const struct cc_item *item = item_at(binding, shape);
	struct cc_box box;

	if (!shape_box(item, &box) || !holds(box, ink))
		return false;
	for (int i = shape + 1; i < text; i++)
		if (is_between(item_at(binding, i), item, box, ink))
			return false;
	return true;
}

/* A filled shape before an outline: who recolours it means the bar. */
static int
holder_find(const struct binding *binding, int text)
{
	const int least = MAX(0, text - NEAR);
	int outline = -1;

	for (int i = text - 1; i >= least; i--) {
		if (!can_hold(binding, i, text))
			continue;
		if (is_area(item_at(binding, i)))
			return i;
		if (outline < 0)
			outline = i;
	}
	return outline;
}

/* Words that go on in the same line, or in the line below. */
static bool
goes_on(const struct cc_item *before, const struct cc_item *text)
{
	const struct cc_box from = ink_of(before), to = ink_of(text);
	const double size = MAX(before->text.size, text->text.size);
	const double down = text->text.at.y - before->text.at.y;

	if (down == 0)
		return text->text.anchor == CC_ANCHOR_START &&
		       before->text.anchor == CC_ANCHOR_START &&
		       fabs(to.x - cc_box_right(from)) < PIECES_APART * size;
	return down > 0 && down < PITCH_MOST * size &&
	       text->text.anchor == before->text.anchor &&
	       fabs(text->text.at.x - before->text.at.x) < SLACK;
}

/* The first text of the line that a text stands in. */
static int
line_first(const struct binding *binding, int leader, int text)
{
	for (int i = leader; i < text; i++)
		if (item_at(binding, i)->op == CC_OP_TEXT &&
		    binding->leader[i] == leader &&
		    item_at(binding, i)->text.at.y ==
			item_at(binding, text)->text.at.y)
			return i;
	return text;
}

static int
leader_find(const struct binding *binding, int text, int before)
{
	const int holder = binding->holder[text];
	const struct cc_item *item = item_at(binding, text);

	if (before < 0 || binding->holder[before] != holder)
		return text;
	if (holder >= 0)
		return binding->leader[before];
	if (goes_on(item_at(binding, before), item))
		return binding->leader[before];
	/* Below a line of several pieces: its first is what it lies below. */
	before = line_first(binding, binding->leader[before], before);
	return goes_on(item_at(binding, before), item) ? binding->leader[before]
	                                               : text;
}

static void
words_bind(struct binding *binding)
{
	int before = -1;

	for (int i = 0; i < (int)binding->items->len; i++) {
		binding->holder[i] = -1;
		if (item_at(binding, i)->op != CC_OP_TEXT)
			continue;
		binding->holder[i] = holder_find(binding, i);
		binding->leader[i] = leader_find(binding, i, before);
		before = i;
	}
}

static bool
is_seen(const struct cc_item *item)
{
	switch (item->op) {
	case CC_OP_RECT:
	case CC_OP_PATH:
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
	return item->op == CC_OP_RECT && is_area(item) &&
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

static GPtrArray *
seen_of(const struct cc_item *items, size_t count)
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

/* Where in the order of painting a shape with words comes: after the areas that
 * were painted before the words, else these disappear where they are wider than
 * their shape. */
static int
place_of(const struct binding *binding, int shape, int text)
{
	int place = shape;

	for (int i = shape + 1; i < text; i++)
		if (is_area(item_at(binding, i)))
			place = i;
	return place;
}

/* All texts of a block, behind those of the blocks before. */
static struct cc_block
block_of(struct cc_thing *thing, const struct binding *binding, int leader)
{
	struct cc_block block = {.texts = thing->texts + thing->text_count};

	for (int i = leader; i < (int)binding->items->len; i++)
		if (item_at(binding, i)->op == CC_OP_TEXT &&
		    binding->leader[i] == leader)
			thing->texts[thing->text_count + block.count++] =
			    item_at(binding, i);
	thing->text_count += block.count;
	return block;
}

/* The first text that a shape holds, or -1. */
static int
held_by(const struct binding *binding, int shape)
{
	const int end = MIN(shape + 1 + NEAR, (int)binding->items->len);

	for (int i = shape + 1; i < end; i++)
		if (binding->holder[i] == shape)
			return i;
	return -1;
}

/* Every item but a text that is not the first of its block is a piece. */
static bool
piece_make(struct cc_thing *thing, const struct binding *binding, int index,
    struct cc_piece *piece)
{
	const struct cc_item *item = item_at(binding, index);
	int text = index;

	*piece = (struct cc_piece){.place = 2 * index};
	if (item->op != CC_OP_TEXT) {
		piece->shape = item;
		text = held_by(binding, index);
		if (text >= 0)
			piece->place = 2 * place_of(binding, index, text) + 1;
	} else if (binding->holder[index] >= 0 ||
		   binding->leader[index] != index) {
		return false;
	}
	if (text >= 0)
		piece->words = block_of(thing, binding, text);
	return true;
}

static int
by_place(const void *a, const void *b)
{
	const struct cc_piece *one = a, *other = b;

	return one->place - other->place;
}

/* A bar that is cut where words stand is one shape all the same. */
static bool
is_same_bar(const struct cc_piece *piece, const struct cc_piece *next)
{
	const struct cc_item *shape = piece->shape, *more = next->shape;
	struct cc_box box, beside;

	if (piece->words.count > 0 || next->words.count > 0 ||
	    !is_plain(more) || shape->role != more->role ||
	    shape->paint.fill != more->paint.fill)
		return false;
	box = cc_item_box(shape);
	beside = more->rect.box;
	return (shape->op == CC_OP_PATH || is_plain(shape)) &&
	       fabs(box.y - beside.y) < TOLERANCE &&
	       fabs(box.height - beside.height) < TOLERANCE;
}

#define CORNERS 5 /* segments of a box */

static void
path_add(struct cc_item *path, struct cc_box box)
{
	const struct cc_point corners[] = {
	    {box.x, box.y},
	    {cc_box_right(box), box.y},
	    {cc_box_right(box), cc_box_bottom(box)},
	    {box.x, cc_box_bottom(box)},
	};
	const size_t count = path->path.count;
	struct cc_segment *to =
	    g_renew(struct cc_segment, path->path.segments, count + CORNERS);

	for (size_t i = 0; i < G_N_ELEMENTS(corners); i++)
		to[count + i] = (struct cc_segment){
		    .op = i == 0 ? CC_MOVE : CC_LINE, .point = {corners[i]}};
	to[count + CORNERS - 1] = (struct cc_segment){.op = CC_CLOSE};
	path->path.segments = to;
	path->path.count = count + CORNERS;
}

static void
path_free(gpointer path)
{
	g_free(((struct cc_item *)path)->path.segments);
	g_free(path);
}

static void
piece_join(
    struct cc_thing *thing, struct cc_piece *piece, const struct cc_item *more)
{
	struct cc_item *path = NULL;

	if (piece->shape->op == CC_OP_PATH) {
		path = thing->paths->pdata[thing->paths->len - 1];
	} else {
		path = g_new0(struct cc_item, 1);
		path->op = CC_OP_PATH;
		path->role = piece->shape->role;
		path->paint = piece->shape->paint;
		path_add(path, piece->shape->rect.box);
		g_ptr_array_add(thing->paths, path);
		piece->shape = path;
	}
	path_add(path, more->rect.box);
}

static void
pieces_join(struct cc_thing *thing)
{
	struct cc_piece *bar = NULL;
	guint kept = 0;

	for (guint i = 0; i < thing->pieces->len; i++) {
		struct cc_piece *piece =
		    &g_array_index(thing->pieces, struct cc_piece, i);
		struct cc_piece *to =
		    &g_array_index(thing->pieces, struct cc_piece, kept);

		if (bar != NULL && piece->shape != NULL &&
		    is_same_bar(bar, piece)) {
			piece_join(thing, bar, piece->shape);
			continue;
		}
		*to = *piece;
		kept++;
		if (to->shape != NULL)
			bar = is_plain(to->shape) ? to : NULL;
	}
	g_array_set_size(thing->pieces, kept);
}

void
cc_thing_init(struct cc_thing *thing, const struct cc_item *items, size_t count)
{
	g_autoptr(GPtrArray) seen = seen_of(items, count);
	g_autofree int *holder = g_new0(int, seen->len);
	g_autofree int *leader = g_new0(int, seen->len);
	struct binding binding = {seen, holder, leader};
	struct cc_piece piece;

	thing->pieces = g_array_new(FALSE, FALSE, sizeof(struct cc_piece));
	thing->texts = g_new(const struct cc_item *, seen->len);
	thing->text_count = 0;
	thing->paths = g_ptr_array_new_with_free_func(path_free);
	words_bind(&binding);
	for (int i = 0; i < (int)seen->len; i++)
		if (piece_make(thing, &binding, i, &piece))
			g_array_append_val(thing->pieces, piece);
	g_array_sort(thing->pieces, by_place);
	pieces_join(thing);
}

void
cc_thing_finish(struct cc_thing *thing)
{
	g_array_unref(thing->pieces);
	g_ptr_array_unref(thing->paths);
	g_free(thing->texts);
}
