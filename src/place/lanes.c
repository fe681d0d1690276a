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

/* Lanes that are looked at for two that are free one below the other. */
#define PAIRS_MOST 32

/* The same of two lanes, the lower one free from another x on. */
static size_t
ends_first_pair(const struct ends *ends, double x, double below)
{
	const double *least = ends->least + ends->room;
	size_t first = ends_first(ends, x);
	size_t end = MIN(first + PAIRS_MOST, ends->used);
	for (size_t lane = first; lane < end; lane++)
		if (least[lane] <= x && least[lane + 1] <= below)
			return lane;
	return ends->used;
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

/* Where an item may stand, with its words. */
struct way {
	enum cc_side side;
	bool two_lines;
	size_t lane, lanes; /* so many of them, from that on */
	double from, to;    /* of the first, words included */
	double words;       /* of the words */
};

static double
least_of(const struct cc_lanes *lanes, const struct cc_lane_item *item)
{
	return item->least < item->most ? item->least : lanes->least;
}

static double
most_of(const struct cc_lanes *lanes, const struct cc_lane_item *item)
{
	return item->least < item->most ? item->most : lanes->most;
}

/* What the item takes with its words on that side; false where they may not
 * stand there. */
static bool
reach_of_way(const struct cc_lanes *lanes, const struct cc_lane_item *item,
    struct way *way)
{
	way->from = item->left;
	way->to = item->right;
	switch (way->side) {
	case CC_SIDE_INSIDE:
		return way->words <= item->inside;
	case CC_SIDE_NONE:
		return way->words <= 0;
	case CC_SIDE_UNDER:
		way->from = fmin(item->left, item->under_x);
		way->to = fmax(item->right, item->under_x + way->words);
		return way->words > 0;
	/* Only the words must keep inside: a bar that goes on ends in an
	 * arrow beyond the plot. */
	case CC_SIDE_RIGHT:
		way->to += way->words;
		return way->to <= most_of(lanes, item);
	case CC_SIDE_LEFT:
		way->from -= way->words;
		return way->from >= least_of(lanes, item);
	}
	return false;
}

/* The first lane that has room for it. */
static void
find_lane(const struct cc_lanes *lanes, const struct ends *ends,
    const struct cc_lane_item *item, struct way *way)
{
	double from = way->from - lanes->gap;
	/* The lower of two holds words alone. */
	double below =
	    way->side == CC_SIDE_RIGHT ? item->right - lanes->gap : from;
	bool pair = way->two_lines && lanes->low;
	way->lanes = pair ? 2 : 1;
	way->lane =
	    pair ? ends_first_pair(ends, from, below) : ends_first(ends, from);
}

/* True where words on the right would push the next item out of this lane. */
static bool
blocks_next(const struct cc_lanes *lanes, const struct cc_lane_item *items,
    size_t i, size_t count, const struct way *way)
{
	return way->side == CC_SIDE_RIGHT && i + 1 < count &&
	       items[i + 1].left >= items[i].right &&
	       items[i + 1].left < way->to + lanes->gap;
}

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

/* True where words reach to where they are read as of something later. */
static bool
runs_over(const struct cc_lane_item *item, const struct way *way)
{
	if (way->side == CC_SIDE_RIGHT)
		return item->over > 0 && way->to > item->over;
	return way->side == CC_SIDE_UNDER && item->over > 0 &&
	       item->under_x + way->words > item->over;
}

/* What a place costs, in lanes: that it is further down; words on another side
 * than the best, or on two lines; words that push the next item out. Each line
 * that they cross costs what the caller says. */
#define COST_LANE 1
#define COST_PUSHES 0.2
#define COST_FOLDED 0.05
static const double side_cost[] = {
    [CC_SIDE_NONE] = 0,
    [CC_SIDE_INSIDE] = 0,
    [CC_SIDE_RIGHT] = 0.1,
    [CC_SIDE_LEFT] = 0.2,
    [CC_SIDE_UNDER] = 0.3,
};

static double
cost_of(const struct cc_lanes *lanes, const struct cc_lane_item *items,
    size_t i, size_t count, const struct way *way)
{
	double cost = COST_LANE * (double)(way->lane + way->lanes - 1) +
	              side_cost[way->side];
	if (way->two_lines)
		cost += COST_FOLDED;
	if (blocks_next(lanes, items, i, count, way))
		cost += COST_PUSHES;
	if (runs_over(&items[i], way))
		cost += lanes->later;
	return cost + lanes->crossing * (double)count_crossed(lanes, &items[i],
					    way->from, way->to);
}

/* All ways, the ones that are cheap in any lane first. */
static const struct {
	enum cc_side side;
	bool two_lines;
} ways[] = {{CC_SIDE_NONE, false}, {CC_SIDE_INSIDE, false},
    {CC_SIDE_RIGHT, false}, {CC_SIDE_LEFT, false}, {CC_SIDE_RIGHT, true},
    {CC_SIDE_LEFT, true}, {CC_SIDE_UNDER, true}};

static double
words_of(const struct cc_lane_item *item, size_t way)
{
	if (ways[way].side == CC_SIDE_UNDER)
		return item->under;
	return ways[way].two_lines ? item->folded : item->words;
}

static void
place_item(const struct cc_lanes *lanes, struct ends *ends,
    struct cc_lane_item *items, size_t i, size_t count)
{
	struct cc_lane_item *item = &items[i];
	double least = INFINITY;
	/* Words wider than the plot stay on their bar: the caller shortens
	 * them before. */
	struct way best = {CC_SIDE_INSIDE, false, ends->used, 1, item->left,
	    item->right, item->words};
	/* None is lower than the first. */
	for (size_t w = 0; w < G_N_ELEMENTS(ways) && least > 0; w++) {
		struct way way = {.side = ways[w].side,
		    .two_lines = ways[w].two_lines,
		    .words = words_of(item, w)};
		if ((way.two_lines && way.words <= 0) ||
		    !reach_of_way(lanes, item, &way))
			continue;
		find_lane(lanes, ends, item, &way);
		double cost = cost_of(lanes, items, i, count, &way);
		if (cost >= least)
			continue;
		least = cost;
		best = way;
	}
	item->lane = best.lane;
	item->side = best.side;
	item->two_lines = best.two_lines;
	item->from = best.from;
	item->to = best.to;
	for (size_t n = 0; n < best.lanes; n++)
		ends_set(ends, best.lane + n, best.to);
}

static bool
any_folded(const struct cc_lane_item *items, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (items[i].folded > 0 || items[i].under > 0)
			return true;
	return false;
}

size_t
cc_lanes_pack(
    const struct cc_lanes *lanes, struct cc_lane_item *items, size_t count)
{
	struct ends ends;
	ends_init(&ends, any_folded(items, count) ? 2 * count : count);
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
