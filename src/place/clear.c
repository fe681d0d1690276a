/* The index
 *
 * What is drawn one after the other mostly lies side by side: the pieces of a
 * curve, the words of a row. So obstacles are kept as they come, in blocks of a
 * few with the extent of each, and whoever asks passes over whole blocks. A
 * thing is tried in many places that are near to each other: it looks about
 * once and asks of what it saw then.
 */
#include "place/clear.h"

#include <glib.h>
#include <math.h>

#define BLOCK 8

enum form { FORM_WORDS, FORM_LINE, FORM_DISC };

struct cc_extent {
	double left, top, right, bottom;
};

struct cc_obstacle {
	enum form form;
	enum cc_hardness hardness;
	double reach; /* half the width of a line, a disc's radius [unit] */
	struct cc_extent extent;
	struct cc_point from, to; /* of a disc: its centre */
};

static struct cc_extent
extent_of(struct cc_point a, struct cc_point b, double reach)
{
	return (struct cc_extent){MIN(a.x, b.x) - reach, MIN(a.y, b.y) - reach,
	    MAX(a.x, b.x) + reach, MAX(a.y, b.y) + reach};
}

static struct cc_extent
extent_about(struct cc_box box, double air)
{
	return (struct cc_extent){box.x - air, box.y - air,
	    cc_box_right(box) + air, cc_box_bottom(box) + air};
}

static bool
are_near(const struct cc_extent *a, const struct cc_extent *b)
{
	return a->left <= b->right && a->right >= b->left &&
	       a->top <= b->bottom && a->bottom >= b->top;
}

/* Makes the extent of the last block hold another. */
static void
grow_block(struct cc_clear *clear, const struct cc_extent *extent)
{
	size_t last = clear->count / BLOCK;
	if (clear->count % BLOCK == 0) {
		clear->blocks = cc_arena_grow(
		    clear->arena, clear->blocks, last, sizeof(*extent));
		clear->blocks[last] = *extent;
		return;
	}
	struct cc_extent *block = &clear->blocks[last];
	block->left = MIN(block->left, extent->left);
	block->top = MIN(block->top, extent->top);
	block->right = MAX(block->right, extent->right);
	block->bottom = MAX(block->bottom, extent->bottom);
}

static void
add_obstacle(struct cc_clear *clear, const struct cc_obstacle *obstacle)
{
	clear->obstacles = cc_arena_grow(
	    clear->arena, clear->obstacles, clear->count, sizeof(*obstacle));
	clear->obstacles[clear->count] = *obstacle;
	grow_block(clear, &obstacle->extent);
	clear->count++;
}

void
cc_clear_words(
    struct cc_clear *clear, enum cc_hardness hardness, struct cc_box box)
{
	double right = cc_box_right(box), bottom = cc_box_bottom(box);
	add_obstacle(clear, &(struct cc_obstacle){.form = FORM_WORDS,
				.hardness = hardness,
				.extent = {box.x, box.y, right, bottom},
				.from = {box.x, box.y},
				.to = {right, bottom}});
}

void
cc_clear_line(struct cc_clear *clear, enum cc_hardness hardness,
    struct cc_point from, struct cc_point to, double width)
{
	add_obstacle(clear, &(struct cc_obstacle){.form = FORM_LINE,
				.hardness = hardness,
				.reach = width / 2,
				.extent = extent_of(from, to, width / 2),
				.from = from,
				.to = to});
}

void
cc_clear_disc(struct cc_clear *clear, struct cc_point centre, double radius)
{
	add_obstacle(clear, &(struct cc_obstacle){.form = FORM_DISC,
				.hardness = CC_HARD,
				.reach = radius,
				.extent = extent_of(centre, centre, radius),
				.from = centre,
				.to = centre});
}

static void
make_near_room(struct cc_clear *clear)
{
	if (clear->near_room >= clear->count)
		return;
	clear->near_room = 2 * clear->count;
	for (int h = CC_HARD; h <= CC_SOFT; h++)
		clear->near[h] =
		    cc_arena_new_room(clear->arena, size_t, clear->near_room);
}

static void
look_at_block(
    struct cc_clear *clear, size_t from, const struct cc_extent *extent)
{
	size_t to = MIN(from + BLOCK, clear->count);
	for (size_t i = from; i < to; i++) {
		const struct cc_obstacle *obstacle = &clear->obstacles[i];
		enum cc_hardness hardness = obstacle->hardness;
		if (are_near(&obstacle->extent, extent))
			clear->near[hardness][clear->near_count[hardness]++] =
			    i;
	}
}

void
cc_clear_look(struct cc_clear *clear, struct cc_box box)
{
	struct cc_extent extent =
	    extent_about(box, MAX(clear->air[CC_HARD], clear->air[CC_SOFT]));
	make_near_room(clear);
	clear->near_count[CC_HARD] = clear->near_count[CC_SOFT] = 0;
	for (size_t from = 0; from < clear->count; from += BLOCK)
		if (are_near(&clear->blocks[from / BLOCK], &extent))
			look_at_block(clear, from, &extent);
}

bool
cc_clear_near(const struct cc_clear *clear, size_t i, struct cc_box *box)
{
	if (i >= clear->near_count[CC_HARD])
		return false;
	const struct cc_extent *extent =
	    &clear->obstacles[clear->near[CC_HARD][i]].extent;
	*box = (struct cc_box){extent->left, extent->top,
	    extent->right - extent->left, extent->bottom - extent->top};
	return true;
}

/* From the box to the point; the square of it. */
static double
distance(struct cc_box box, struct cc_point point)
{
	double x = point.x - CLAMP(point.x, box.x, cc_box_right(box));
	double y = point.y - CLAMP(point.y, box.y, cc_box_bottom(box));
	return x * x + y * y;
}

/* Of one whose extent is near. */
static bool
meets(const struct cc_obstacle *obstacle, struct cc_box box, double air)
{
	double reach = obstacle->reach;
	switch (obstacle->form) {
	case FORM_WORDS:
		return obstacle->from.x < cc_box_right(box) &&
		       box.x < obstacle->to.x &&
		       obstacle->from.y < cc_box_bottom(box) &&
		       box.y < obstacle->to.y;
	case FORM_LINE:
		return cc_edge_meets(
		    &(struct cc_edge){obstacle->from, obstacle->to, true},
		    cc_box_grown(box, air + reach));
	case FORM_DISC:
		return distance(cc_box_grown(box, air), obstacle->from) <
		       reach * reach;
	}
	return false;
}

bool
cc_clear_meets(
    const struct cc_clear *clear, enum cc_hardness hardness, struct cc_box box)
{
	double air = clear->air[hardness];
	struct cc_extent about = extent_about(box, air);
	for (size_t i = 0; i < clear->near_count[hardness]; i++) {
		const struct cc_obstacle *obstacle =
		    &clear->obstacles[clear->near[hardness][i]];
		if (are_near(&obstacle->extent, &about) &&
		    meets(obstacle, box, air))
			return true;
	}
	return false;
}

bool
cc_clear_has_nearer(
    const struct cc_clear *clear, struct cc_box box, struct cc_point point)
{
	double own = distance(box, point);
	for (size_t i = 0; i < clear->near_count[CC_HARD]; i++) {
		const struct cc_obstacle *obstacle =
		    &clear->obstacles[clear->near[CC_HARD][i]];
		if (obstacle->form == FORM_DISC &&
		    distance(box, obstacle->from) < own)
			return true;
	}
	return false;
}
