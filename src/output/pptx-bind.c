/* Which words are typed into which shape. A scene paints words over shapes; who
 * moves a bar on a slide means its words, too, so these lie in the shape
 * itself, where there is one around them and nothing comes between the two. */
#include "output/pptx.h"

#include "scene/shape.h"

#include <math.h>

#define NEAR 64    /* items before a text among which its shape is sought */
#define TOUCH 0.75 /* neighbours share an edge and no more [unit] */

/* A thing while it is taken apart. */
struct binding {
	const struct cc_scene *scene;
	const struct cc_text_ties *ties;
	GPtrArray *items; /* what is seen of it, in paint order */
	int *holder;      /* by item: of a TEXT its shape, or -1 */
	int *leader;      /* by item: of a TEXT the first of its block */
};

static const struct cc_item *
item_at(const struct binding *binding, int index)
{
	return binding->items->pdata[index];
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
	if ((item->op == CC_OP_PATH || item->op == CC_OP_CIRCLE) &&
	    !cc_item_is_area(item))
		return stroke_meets(item, ink);
	return cc_item_is_area(shape) && cc_item_is_area(item) &&
	       cc_box_overlap(cc_box_grown(cc_item_box(item), -TOUCH), box);
}

static bool
can_hold(const struct binding *binding, int shape, int text)
{
	const struct cc_box ink = cc_capitals_box(item_at(binding, text));
	const struct cc_item *item = item_at(binding, shape);
	struct cc_box box;

	if (!cc_item_surrounds(item, ink, &box))
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
		if (cc_item_is_area(item_at(binding, i)))
			return i;
		if (outline < 0)
			outline = i;
	}
	return outline;
}

static guint
scene_index(const struct binding *binding, int index)
{
	return (guint)(item_at(binding, index) - binding->scene->items);
}

/* The first text of the block that a text is of; its own index where that is
 * not among the items. */
static int
leader_find(const struct binding *binding, int text)
{
	const guint block = binding->ties->block[scene_index(binding, text)];
	int leader = text;

	while (leader > 0 && scene_index(binding, leader) > block)
		leader--;
	return scene_index(binding, leader) == block ? leader : text;
}

/* What is around one text of a block and not around another holds neither. */
static void
words_bind(struct binding *binding)
{
	for (int i = 0; i < (int)binding->items->len; i++) {
		int holder = -1;

		binding->holder[i] = -1;
		if (item_at(binding, i)->op != CC_OP_TEXT)
			continue;
		binding->leader[i] = leader_find(binding, i);
		if (binding->ties->holder[scene_index(binding, i)] >= 0)
			holder = holder_find(binding, i);
		binding->holder[i] = holder;
		if (binding->holder[binding->leader[i]] != holder)
			binding->holder[binding->leader[i]] = -1;
	}
	for (int i = 0; i < (int)binding->items->len; i++)
		if (item_at(binding, i)->op == CC_OP_TEXT)
			binding->holder[i] =
			    binding->holder[binding->leader[i]];
}

/* Whether words of a block lie on an item. */
static bool
carries_words(const struct binding *binding, const struct cc_item *item,
    int leader)
{
	const struct cc_box box = cc_item_box(item);

	for (int i = leader; i < (int)binding->items->len; i++)
		if (item_at(binding, i)->op == CC_OP_TEXT &&
		    binding->leader[i] == leader &&
		    cc_box_overlap(box, cc_capitals_box(item_at(binding, i))))
			return true;
	return false;
}

/* Where in the order of painting a shape with words comes: after the areas that
 * were painted before the words and lie under them, else these disappear where
 * they are wider than their shape. */
static int
place_of(const struct binding *binding, int shape, int text)
{
	int place = shape;

	for (int i = shape + 1; i < text; i++)
		if (cc_item_is_area(item_at(binding, i)) &&
		    carries_words(binding, item_at(binding, i), text))
			place = i;
	return place;
}

/* All texts of a block, behind those of the blocks before. */
static struct cc_block
block_of(struct cc_thing *thing, const struct binding *binding, int leader)
{
	const guint first = scene_index(binding, leader);
	struct cc_block block = {
	    .texts = thing->texts + thing->text_count,
	    .even = binding->ties->block[first] == first
	                ? binding->ties->even[first]
	                : item_at(binding, leader)->text.anchor,
	};

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

/* Of two blocks in one shape, which has one place for words, the first is. */
static bool
is_held(const struct binding *binding, int leader)
{
	const int holder = binding->holder[leader];

	return holder >= 0 && held_by(binding, holder) == leader;
}

/* Where an outline comes: behind a shape with words that it was drawn on. */
static int
outline_place(const struct binding *binding, int outline)
{
	const struct cc_item *item = item_at(binding, outline);
	int place = 2 * outline;

	if (cc_item_is_area(item))
		return place;
	for (int i = MAX(0, outline - NEAR); i < outline; i++) {
		const int text = held_by(binding, i);

		if (text > outline &&
		    stroke_meets(item, cc_item_box(item_at(binding, i))))
			place = MAX(place, 2 * place_of(binding, i, text) + 1);
	}
	return place;
}

/* Every item is a piece, but texts that are not the first of their block, and
 * those that a shape has. */
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
		piece->place =
		    text >= 0 ? 2 * place_of(binding, index, text) + 1
		              : outline_place(binding, index);
	} else if (binding->leader[index] != index || is_held(binding, index)) {
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

void
cc_thing_init(struct cc_thing *thing, const struct cc_slide *slide,
    size_t first, size_t count)
{
	const struct cc_scene *scene = slide->page->scene;
	g_autoptr(GPtrArray) seen = cc_items_seen(scene->items + first, count);
	g_autofree int *holder = g_new0(int, seen->len);
	g_autofree int *leader = g_new0(int, seen->len);
	struct binding binding = {
	    .scene = scene,
	    .ties = &slide->ties,
	    .items = seen,
	    .holder = holder,
	    .leader = leader,
	};
	struct cc_piece piece;

	thing->pieces = g_array_new(FALSE, FALSE, sizeof(struct cc_piece));
	thing->texts = g_new(const struct cc_item *, seen->len);
	thing->text_count = 0;
	thing->paths = g_ptr_array_new_with_free_func(cc_path_free);
	words_bind(&binding);
	for (int i = 0; i < (int)seen->len; i++)
		if (piece_make(thing, &binding, i, &piece))
			g_array_append_val(thing->pieces, piece);
	g_array_sort(thing->pieces, by_place);
	cc_pieces_join(thing);
}

void
cc_thing_finish(struct cc_thing *thing)
{
	g_array_unref(thing->pieces);
	g_ptr_array_unref(thing->paths);
	g_free(thing->texts);
}
