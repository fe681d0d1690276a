#include "layout/lanes.h"

#include <glib.h>
#include <math.h>
#include <stdlib.h>

/* What is taken of a lane: first fit looks at each earlier item of it. */
static bool
lane_free(const struct cc_lane_item *items, size_t before, size_t lane,
    double from, double to, double gap)
{
	for (size_t i = 0; i < before; i++)
		if (items[i].lane == lane && from < items[i].to + gap &&
		    items[i].from < to + gap)
			return false;
	return true;
}

static bool
try_side(const struct cc_lanes *lanes, struct cc_lane_item *items, size_t i,
    size_t lane, enum cc_side side)
{
	struct cc_lane_item *item = &items[i];
	double from = item->left, to = item->right;
	if (side == CC_SIDE_INSIDE && item->words > item->inside)
		return false;
	if (side == CC_SIDE_NONE && item->words > 0)
		return false;
	if (side == CC_SIDE_RIGHT)
		to += item->words;
	if (side == CC_SIDE_LEFT)
		from -= item->words;
	/* Only the words must keep inside: a bar that goes on ends in an
	 * arrow beyond the plot. */
	if ((side == CC_SIDE_LEFT && from < lanes->least) ||
	    (side == CC_SIDE_RIGHT && to > lanes->most))
		return false;
	if (!lane_free(items, i, lane, from, to, lanes->gap))
		return false;
	item->side = side;
	item->lane = lane;
	item->from = from;
	item->to = to;
	return true;
}

/* True where words on the right would push the next items out of this lane.
 */
static bool
blocks_next(const struct cc_lanes *lanes, const struct cc_lane_item *items,
    size_t i, size_t count)
{
	double to = items[i].right + items[i].words + lanes->gap;
	return i + 1 < count && items[i + 1].left >= items[i].right &&
	       items[i + 1].left < to;
}

static void
place_item(const struct cc_lanes *lanes, struct cc_lane_item *items, size_t i,
    size_t count, size_t *used)
{
	static const enum cc_side order[] = {
	    CC_SIDE_NONE, CC_SIDE_INSIDE, CC_SIDE_RIGHT, CC_SIDE_LEFT};
	static const enum cc_side crowded[] = {
	    CC_SIDE_NONE, CC_SIDE_INSIDE, CC_SIDE_LEFT, CC_SIDE_RIGHT};
	const enum cc_side *sides =
	    blocks_next(lanes, items, i, count) ? crowded : order;
	for (size_t lane = 0; lane <= *used; lane++) {
		for (size_t s = 0; s < G_N_ELEMENTS(order); s++) {
			if (!try_side(lanes, items, i, lane, sides[s]))
				continue;
			if (lane == *used)
				(*used)++;
			return;
		}
	}
	/* Words wider than the plot: the caller shortens them before. */
	items[i].lane = (*used)++;
	items[i].side = CC_SIDE_INSIDE;
	items[i].from = items[i].left;
	items[i].to = items[i].right;
}

size_t
cc_lanes_pack(
    const struct cc_lanes *lanes, struct cc_lane_item *items, size_t count)
{
	size_t used = 0;
	for (size_t i = 0; i < count; i++)
		place_item(lanes, items, i, count, &used);
	return used;
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

struct extent {
	double from, to;
};

static struct extent
flag_extent(const struct cc_flag_item *item, double gap)
{
	if (item->left)
		return (struct extent){
		    item->stem - item->words - gap, item->stem};
	return (struct extent){item->stem, item->stem + item->words + gap};
}

/* Where i must stand above j: j's stem runs up through i's words, or both
 * words overlap and i is the earlier. */
static bool
must_be_above(const struct cc_flag_item *items, size_t i, size_t j, double gap)
{
	struct extent a = flag_extent(&items[i], gap);
	struct extent b = flag_extent(&items[j], gap);
	bool i_over_j = items[j].stem > a.from - gap / 2 &&
	                items[j].stem < a.to && items[j].stem != items[i].stem;
	bool j_over_i = items[i].stem > b.from - gap / 2 &&
	                items[i].stem < b.to && items[j].stem != items[i].stem;
	if (i_over_j || j_over_i)
		return i_over_j;
	return a.from < b.to && b.from < a.to && i < j;
}

/* Longest paths by relaxation; more rounds than items means a circle. */
static double
flag_heights(struct cc_flag_item *items, size_t count, double gap)
{
	for (size_t i = 0; i < count; i++)
		items[i].base = 0;
	bool moved = true;
	for (size_t round = 0; moved; round++) {
		if (round > count)
			return -1;
		moved = false;
		for (size_t i = 0; i < count; i++) {
			for (size_t j = 0; j < count; j++) {
				double top = items[j].base + items[j].height;
				if (i == j || items[i].base >= top ||
				    !must_be_above(items, i, j, gap))
					continue;
				items[i].base = top;
				moved = true;
			}
		}
	}
	double height = 0;
	for (size_t i = 0; i < count; i++)
		height = fmax(height, items[i].base + items[i].height);
	return height;
}

static bool
side_fits(const struct cc_flag_item *item, bool left, double least, double most)
{
	return left ? item->stem - item->words >= least
	            : item->stem + item->words <= most;
}

/* All ways of sides, for the few flags whose first sides run in a circle. */
#define FLAGS_TRIED 11

static double
try_all_sides(double least, double most, double gap, struct cc_flag_item *items,
    size_t count)
{
	double best = -1;
	unsigned best_sides = 0;
	for (unsigned sides = 0; sides < 1u << count; sides++) {
		bool fits = true;
		for (size_t i = 0; i < count && fits; i++) {
			items[i].left = sides >> i & 1;
			fits = side_fits(&items[i], items[i].left, least, most);
		}
		double height = fits ? flag_heights(items, count, gap) : -1;
		if (height >= 0 && (best < 0 || height < best - 0.1)) {
			best = height;
			best_sides = sides;
		}
	}
	for (size_t i = 0; i < count; i++)
		items[i].left = best_sides >> i & 1;
	return best < 0 ? -1 : flag_heights(items, count, gap);
}

double
cc_flags_place(double least, double most, double gap,
    struct cc_flag_item *items, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		items[i].left = !side_fits(&items[i], false, least, most);
		if (items[i].left && !side_fits(&items[i], true, least, most))
			return -1;
	}
	double best = flag_heights(items, count, gap);
	if (best < 0 && count <= FLAGS_TRIED)
		return try_all_sides(least, most, gap, items, count);
	/* Turning one flag at a time to its other side, as long as that
	 * helps: few flags, so the plain search is the clearest. */
	for (bool better = count <= 24; better;) {
		better = false;
		for (size_t i = 0; i < count; i++) {
			if (!side_fits(&items[i], !items[i].left, least, most))
				continue;
			items[i].left = !items[i].left;
			double height = flag_heights(items, count, gap);
			if (height >= 0 && (best < 0 || height < best - 0.1)) {
				best = height;
				better = true;
			} else {
				items[i].left = !items[i].left;
			}
		}
	}
	return best < 0 ? -1 : flag_heights(items, count, gap);
}

struct pool {
	double sum;
	size_t count;
};

bool
cc_labels_row(struct cc_arena *arena, double least, double most,
    const double *width, double *at, size_t count)
{
	if (count == 0)
		return true;
	double *offset = cc_arena_new_array(arena, double, count);
	struct pool *pools = cc_arena_new_array(arena, struct pool, count);
	double total = 0;
	for (size_t i = 0; i < count; i++) {
		offset[i] = total + width[i] / 2;
		total += width[i];
	}
	if (total > most - least)
		return false;
	size_t n = 0;
	for (size_t i = 0; i < count; i++) {
		pools[n++] = (struct pool){at[i] - offset[i], 1};
		while (n > 1 &&
		       pools[n - 2].sum * (double)pools[n - 1].count >
			   pools[n - 1].sum * (double)pools[n - 2].count) {
			pools[n - 2].sum += pools[n - 1].sum;
			pools[n - 2].count += pools[n - 1].count;
			n--;
		}
	}
	size_t i = 0;
	for (size_t p = 0; p < n; p++) {
		double shift = pools[p].sum / (double)pools[p].count;
		shift = fmin(fmax(shift, least), most - total);
		for (size_t k = 0; k < pools[p].count; k++, i++)
			at[i] = offset[i] + shift;
	}
	return true;
}
