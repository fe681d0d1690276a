#include "place/lanes.h"

#include <glib.h>
#include <math.h>
#include <stdint.h>
#include <stdlib.h>

/* A tournament of lanes: each node knows the least end among its leaves, so
 * that the first lane that is free from some x on is found in log n. */
struct ends {
	double *least; /* heap order, the leaves from `room` on */
	size_t room;   /* leaves, a power of two */
	size_t used;   /* lanes that hold something */
};

static void
ends_init(struct ends *ends, size_t count)
{
	ends->room = 1;
	while (ends->room < count)
		ends->room *= 2;
	ends->used = 0;
	ends->least = g_new(double, 2 * ends->room);
	for (size_t i = 0; i < 2 * ends->room; i++)
		ends->least[i] = -INFINITY;
}

/* The lowest lane whose last item ends at or before x. There are as many lanes
 * as items, so one is always free. */
static size_t
ends_first(const struct ends *ends, double x)
{
	size_t node = 1;
	while (node < ends->room) {
		node *= 2;
		if (ends->least[node] > x)
			node++;
	}
	return node - ends->room;
}

static void
ends_set(struct ends *ends, size_t lane, double x)
{
	size_t node = ends->room + lane;
	ends->least[node] = MAX(x, ends->least[node]);
	while (node > 1) {
		node /= 2;
		ends->least[node] =
		    MIN(ends->least[2 * node], ends->least[2 * node + 1]);
	}
	if (lane >= ends->used)
		ends->used = lane + 1;
}

/* What the item takes with its words on that side; false where they may not
 * stand there. */
static bool
reach_of_side(const struct cc_lanes *lanes, const struct cc_lane_item *item,
    enum cc_side side, double *from, double *to)
{
	bool own = item->least < item->most;
	*from = item->left;
	*to = item->right;
	switch (side) {
	case CC_SIDE_INSIDE:
		return item->words <= item->inside;
	case CC_SIDE_NONE:
		return item->words <= 0;
	/* Only the words must keep inside: a bar that goes on ends in an
	 * arrow beyond the plot. */
	case CC_SIDE_RIGHT:
		*to += item->words;
		return *to <= (own ? item->most : lanes->most);
	case CC_SIDE_LEFT:
		*from -= item->words;
		return *from >= (own ? item->least : lanes->least);
	}
	return false;
}

/* True where words on the right would push the next item out of this lane. */
static bool
blocks_next(const struct cc_lanes *lanes, const struct cc_lane_item *items,
    size_t i, size_t count)
{
	double to = items[i].right + items[i].words + lanes->gap;
	return i + 1 < count && items[i + 1].left >= items[i].right &&
	       items[i + 1].left < to;
}

/* What a place costs, in lanes: that it is further down; words on another side
 * than the best; words that push the next item out. Each line that they cross
 * costs what the caller says. */
#define COST_LANE 1
#define COST_PUSHES 0.2
static const double side_cost[] = {
    [CC_SIDE_NONE] = 0,
    [CC_SIDE_INSIDE] = 0,
    [CC_SIDE_RIGHT] = 0.1,
    [CC_SIDE_LEFT] = 0.2,
};

/* Lines between an item and the far end of its words. */
static size_t
count_crossed(const struct cc_lanes *lanes, const struct cc_lane_item *item,
    double from, double to)
{
	size_t count = 0;
	for (size_t i = 0; i < lanes->line_count; i++) {
		double x = lanes->lines[i];
		bool left = x > from - lanes->air && x <= item->left;
		bool right = x >= item->right && x < to + lanes->air;
		count +=
		    (from < item->left && left) || (to > item->right && right);
	}
	return count;
}

static void
place_item(const struct cc_lanes *lanes, struct ends *ends,
    struct cc_lane_item *items, size_t i, size_t count)
{
	static const enum cc_side order[] = {
	    CC_SIDE_NONE, CC_SIDE_INSIDE, CC_SIDE_RIGHT, CC_SIDE_LEFT};
	bool blocks = blocks_next(lanes, items, i, count);
	struct cc_lane_item *item = &items[i];
	double least = INFINITY;
	/* Words wider than the plot stay on their bar: the caller shortens
	 * them before. */
	item->side = CC_SIDE_INSIDE;
	item->from = item->left;
	item->to = item->right;
	item->lane = ends->used;
	/* None is lower than the first. */
	for (size_t s = 0; s < G_N_ELEMENTS(order) && least > 0; s++) {
		enum cc_side side = order[s];
		double from, to;
		if (!reach_of_side(lanes, item, side, &from, &to))
			continue;
		size_t lane = ends_first(ends, from - lanes->gap);
		double cost = COST_LANE * (double)lane + side_cost[side];
		if (side == CC_SIDE_RIGHT && blocks)
			cost += COST_PUSHES;
		cost += lanes->crossing *
		        (double)count_crossed(lanes, item, from, to);
		if (cost >= least)
			continue;
		least = cost;
		item->lane = lane;
		item->side = side;
		item->from = from;
		item->to = to;
	}
	ends_set(ends, item->lane, item->to);
}

size_t
cc_lanes_pack(
    const struct cc_lanes *lanes, struct cc_lane_item *items, size_t count)
{
	struct ends ends;
	ends_init(&ends, count);
	for (size_t i = 0; i < count; i++)
		place_item(lanes, &ends, items, i, count);
	g_free(ends.least);
	return ends.used;
}

/* An interval's start or end. */
struct bound {
	double at;
	int step; /* +1, -1 */
};

/* Ends come first: intervals that meet share a lane. */
static int
compare_bounds(const void *a, const void *b)
{
	const struct bound *one = a, *two = b;
	if (one->at != two->at)
		return one->at < two->at ? -1 : 1;
	return one->step - two->step;
}

size_t
cc_lanes_depth(const struct cc_lanes *lanes, const struct cc_lane_item *items,
    size_t count)
{
	g_autofree struct bound *bounds = g_new(struct bound, 2 * count);
	for (size_t i = 0; i < count; i++) {
		bounds[2 * i] = (struct bound){items[i].from, 1};
		bounds[2 * i + 1] =
		    (struct bound){items[i].to + lanes->gap, -1};
	}
	if (count > 0)
		qsort(bounds, 2 * count, sizeof(*bounds), compare_bounds);
	/* Marks without width, one on the other, still need a lane. */
	int depth = 0, most = count > 0;
	for (size_t i = 0; i < 2 * count; i++) {
		depth += bounds[i].step;
		most = MAX(most, depth);
	}
	return (size_t)most;
}
