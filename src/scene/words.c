/* Lines are found first, from piece to piece; then blocks, from line to line of
 * one group, when it is known how far each line reaches. */
#include "scene/words.h"

#include "scene/shape.h"

#include <math.h>

/* Between the pieces of a line: no more than a wide space [size]. */
#define PIECES_APART 0.7
/* From baseline to baseline of a block's lines, at most [size]. */
#define LINES_APART 1.7
/* What is set at one place differs by no more [unit]. */
#define SAME 0.3
/* By so much ink may stick out of what it stands in [unit]. */
#define OUT 0.5

/* How high the ink of a word is that counts for what holds it: a bar may be
 * lower than the tails of letters [size]. */
#define CAPITALS 0.72

struct line {
	guint first;           /* its first TEXT */
	guint block;           /* the first TEXT of its block */
	int group;             /* the innermost GROUP; -1: none */
	struct cc_box box;     /* of all pieces: the capitals [unit] */
	double size;           /* of the largest piece [unit] */
	int holder;            /* -1: none */
	bool single;           /* of one piece */
	enum cc_anchor anchor; /* of that */
};

static bool
same(double a, double b)
{
	return fabs(a - b) <= SAME;
}

/* ---- shapes ---- */

struct cc_box
cc_capitals_box(const struct cc_item *item)
{
	const double high = CAPITALS * item->text.size;
	struct cc_box box = cc_item_box(item);

	box.y = item->text.at.y - high;
	box.height = high;
	return box;
}

static bool
shape_box(const struct cc_item *item, struct cc_box *box)
{
	if (item->op == CC_OP_RECT)
		*box = item->rect.box;
	else if (item->op == CC_OP_CIRCLE)
		*box = cc_circle_box(item);
	else
		return false;
	return true;
}

static bool
is_crossed(const struct cc_item *path, struct cc_box ink)
{
	g_autoptr(GArray) edges =
	    g_array_new(FALSE, FALSE, sizeof(struct cc_edge));

	cc_shape_edges(path, edges);
	for (guint i = 0; i < edges->len; i++)
		if (g_array_index(edges, struct cc_edge, i).drawn &&
		    cc_edge_meets(
			&g_array_index(edges, struct cc_edge, i), ink))
			return true;
	return false;
}

/* Words that a bracket is open for: it goes on to both sides of them, at their
 * height. */
static bool
has_gap(const struct cc_item *item, struct cc_box ink, struct cc_box *box)
{
	const double middle = ink.y + ink.height / 2;
	double bottom;

	if (item->op != CC_OP_PATH || item->role != CC_ROLE_BRACKET)
		return false;
	*box = cc_item_box(item);
	bottom = fmax(cc_box_bottom(*box), cc_box_bottom(ink));
	if (ink.x < box->x || cc_box_right(ink) > cc_box_right(*box) ||
	    middle < box->y || middle > cc_box_bottom(*box) ||
	    is_crossed(item, ink))
		return false;
	box->y = fmin(box->y, ink.y);
	box->height = bottom - box->y;
	return true;
}

bool
cc_item_surrounds(
    const struct cc_item *shape, struct cc_box ink, struct cc_box *box)
{
	if (shape->paint.fill == CC_NO_COLOUR &&
	    shape->paint.stroke == CC_NO_COLOUR)
		return false;
	if (!shape_box(shape, box))
		return has_gap(shape, ink, box);
	return ink.x >= box->x - OUT && ink.y >= box->y - OUT &&
	       cc_box_right(ink) <= cc_box_right(*box) + OUT &&
	       cc_box_bottom(ink) <= cc_box_bottom(*box) + OUT;
}

/* The last before the text in its own group: back to where that begins, or
 * another ends. */
static int
holder_find(const struct cc_scene *scene, guint text)
{
	const struct cc_box ink = cc_capitals_box(&scene->items[text]);
	struct cc_box box;

	for (guint i = text; i-- > 0;) {
		const struct cc_item *item = &scene->items[i];

		if (item->op == CC_OP_GROUP || item->op == CC_OP_END)
			break;
		if (cc_item_surrounds(item, ink, &box))
			return (int)i;
	}
	return -1;
}

static bool
may_be_held(const struct cc_item *group)
{
	return group->group.kind == CC_GROUP_FACT ||
	       group->group.kind == CC_GROUP_ENTRY;
}

/* ---- lines ---- */

static bool
goes_on(const struct line *line, const struct line *piece)
{
	const double gap = piece->box.x - cc_box_right(line->box);

	return line->group == piece->group && line->holder == piece->holder &&
	       same(cc_box_bottom(line->box), cc_box_bottom(piece->box)) &&
	       gap >= -SAME && gap <= PIECES_APART * line->size;
}

static void
line_extend(struct line *line, const struct line *piece)
{
	const double right = cc_box_right(piece->box);
	const double top = fmin(line->box.y, piece->box.y);

	line->box.height = cc_box_bottom(line->box) - top;
	line->box.width = right - line->box.x;
	line->box.y = top;
	line->size = fmax(line->size, piece->size);
	line->single = false;
}

static struct line
piece_of(const struct cc_scene *scene, guint text, int group)
{
	const struct cc_item *item = &scene->items[text];
	const bool held = group >= 0 && may_be_held(&scene->items[group]);

	return (struct line){
	    .first = text,
	    .block = text,
	    .group = group,
	    .box = cc_capitals_box(item),
	    .size = item->text.size,
	    .holder = held ? holder_find(scene, text) : -1,
	    .single = true,
	    .anchor = item->text.anchor,
	};
}

static void
text_add(GArray *lines, guint *line, const struct line *piece)
{
	struct line *last =
	    lines->len > 0 ? &g_array_index(lines, struct line, lines->len - 1)
			   : NULL;

	if (last != NULL && goes_on(last, piece)) {
		line[piece->first] = last->first;
		line_extend(last, piece);
		return;
	}
	line[piece->first] = piece->first;
	g_array_append_vals(lines, piece, 1);
}

static void
lines_find(
    const struct cc_scene *scene, GArray *lines, guint *line, int *holder)
{
	g_autoptr(GArray) open = g_array_new(FALSE, FALSE, sizeof(int));

	for (guint i = 0; i < scene->count; i++) {
		const enum cc_op op = scene->items[i].op;
		const int index = (int)i;
		struct line piece;

		if (op == CC_OP_GROUP)
			g_array_append_val(open, index);
		else if (op == CC_OP_END)
			g_array_set_size(open, open->len - 1);
		if (op != CC_OP_TEXT)
			continue;
		piece = piece_of(scene, i,
		    open->len > 0 ? g_array_index(open, int, open->len - 1)
				  : -1);
		holder[i] = piece.holder;
		text_add(lines, line, &piece);
	}
}

/* ---- blocks ---- */

static double
place_of(const struct line *line, enum cc_anchor anchor)
{
	switch (anchor) {
	case CC_ANCHOR_START:
		break;
	case CC_ANCHOR_MIDDLE:
		return line->box.x + line->box.width / 2;
	case CC_ANCHOR_END:
		return cc_box_right(line->box);
	}
	return line->box.x;
}

/* Of one piece its anchor tells; of several, where they are. */
static bool
admits(const struct line *line, enum cc_anchor anchor)
{
	return !line->single || line->anchor == anchor;
}

static bool
is_even(const struct line *a, const struct line *b, enum cc_anchor anchor)
{
	return admits(a, anchor) && admits(b, anchor) &&
	       same(place_of(a, anchor), place_of(b, anchor));
}

/* The anchor at which a line is even with the one above; false: none. Where
 * that is not the first of its block, `anchor` is the block's. */
static bool
find_even(
    const struct line *above, const struct line *line, enum cc_anchor *anchor)
{
	static const enum cc_anchor anchors[] = {
	    CC_ANCHOR_START, CC_ANCHOR_END, CC_ANCHOR_MIDDLE};

	if (above->block != above->first)
		return is_even(above, line, *anchor);
	for (size_t i = 0; i < G_N_ELEMENTS(anchors); i++) {
		if (!is_even(above, line, anchors[i]))
			continue;
		*anchor = anchors[i];
		return true;
	}
	return false;
}

static bool
stands_below(const struct cc_scene *scene, const struct line *above,
    const struct line *line)
{
	const double step =
	    cc_box_bottom(line->box) - cc_box_bottom(above->box);
	enum cc_group_kind kind;

	if (line->group < 0 || line->group != above->group ||
	    line->holder != above->holder || step <= SAME ||
	    step > LINES_APART * fmax(line->size, above->size))
		return false;
	kind = scene->items[line->group].group.kind;
	return kind == CC_GROUP_FACT || kind == CC_GROUP_TITLE;
}

static void
blocks_find(const struct cc_scene *scene, GArray *lines, enum cc_anchor *even)
{
	for (guint i = 0; i < lines->len; i++) {
		struct line *line = &g_array_index(lines, struct line, i);
		const struct line *above = line - 1;

		even[line->first] =
		    line->single ? line->anchor : CC_ANCHOR_START;
		if (i > 0 && stands_below(scene, above, line) &&
		    find_even(above, line, &even[above->block]))
			line->block = above->block;
	}
}

struct cc_text_ties
cc_text_ties_find(struct cc_arena *arena, const struct cc_scene *scene)
{
	g_autoptr(GArray) lines =
	    g_array_new(FALSE, FALSE, sizeof(struct line));
	guint *line = cc_arena_new_array(arena, guint, scene->count);
	guint *block = cc_arena_new_array(arena, guint, scene->count);
	int *holder = cc_arena_new_array(arena, int, scene->count);
	enum cc_anchor *even =
	    cc_arena_new_array(arena, enum cc_anchor, scene->count);

	lines_find(scene, lines, line, holder);
	blocks_find(scene, lines, even);
	/* In the order of their first pieces, as the items are. */
	for (guint i = 0, l = 0; i < scene->count && l < lines->len; i++) {
		const struct line *own = &g_array_index(lines, struct line, l);

		if (l + 1 < lines->len && own[1].first <= i)
			own = &g_array_index(lines, struct line, ++l);
		if (scene->items[i].op == CC_OP_TEXT)
			block[i] = own->block;
	}
	return (struct cc_text_ties){holder, line, block, even};
}
