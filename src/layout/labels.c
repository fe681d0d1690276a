#include "layout/labels.h"

#include <glib.h>
#include <math.h>
#include <stdint.h>

struct extent {
	double from, to;
};

static struct extent
flag_extent(const struct cc_flag_item *item, bool left, double gap)
{
	if (left)
		return (struct extent){
		    item->stem - item->words - gap, item->stem};
	return (struct extent){item->stem, item->stem + item->words + gap};
}

/* Where i must stand above j, their words on these sides: j's stem runs up
 * through i's words, or both words overlap and i is the earlier. */
static bool
must_be_above(const struct cc_flag_item *items, size_t i, bool i_left, size_t j,
    bool j_left, double gap)
{
	struct extent a = flag_extent(&items[i], i_left, gap);
	struct extent b = flag_extent(&items[j], j_left, gap);
	bool i_over_j = items[j].stem > a.from - gap / 2 &&
	                items[j].stem < a.to && items[j].stem != items[i].stem;
	bool j_over_i = items[i].stem > b.from - gap / 2 &&
	                items[i].stem < b.to && items[j].stem != items[i].stem;
	if (i_over_j || j_over_i)
		return i_over_j;
	return a.from < b.to && b.from < a.to && i < j;
}

/* Which flags stand above which, as a graph whose longest paths are the
 * heights. */
struct flag_graph {
	struct cc_flag_item *items;
	uint64_t below[CC_FLAGS_MOST];
	uint64_t open, done; /* visited; with a base */
	bool circle;
};

static double
find_base(struct flag_graph *graph, size_t i)
{
	uint64_t bit = UINT64_C(1) << i;
	if (graph->done & bit)
		return graph->items[i].base;
	if (graph->open & bit) {
		graph->circle = true;
		return 0;
	}
	graph->open |= bit;
	double base = 0;
	for (uint64_t rest = graph->below[i]; rest && !graph->circle;
	     rest &= rest - 1) {
		size_t j = (size_t)__builtin_ctzll(rest);
		base = fmax(base, find_base(graph, j) + graph->items[j].height);
	}
	graph->items[i].base = base;
	graph->done |= bit;
	return base;
}

struct flag_search {
	double least, most, gap;
	struct cc_flag_item *items;
	size_t count;
	/* Whom i must stand above, by its side and by theirs. Sides are turned
	 * thousands of times, widths are not. */
	uint64_t above[CC_FLAGS_MOST][2][2];
	uint64_t fits[2];   /* who has room on the right, on the left */
	double best;        /* height; -1: none found yet */
	uint64_t best_left; /* its sides */
};

/* The height with these words on the left; -1 where they run in a circle. */
static double
flag_heights(const struct flag_search *search, uint64_t left)
{
	struct flag_graph graph = {.items = search->items};
	double height = 0;
	for (size_t i = 0; i < search->count; i++) {
		const uint64_t *above = search->above[i][left >> i & 1];
		graph.below[i] = (above[0] & ~left) | (above[1] & left);
	}
	for (size_t i = 0; i < search->count && !graph.circle; i++)
		height = fmax(
		    height, find_base(&graph, i) + search->items[i].height);
	return graph.circle ? -1 : height;
}

static bool
try_sides(struct flag_search *search, uint64_t left)
{
	uint64_t all = search->fits[0] | search->fits[1];
	if ((left & ~search->fits[1]) || (all & ~left & ~search->fits[0]))
		return false;
	double height = flag_heights(search, left);
	if (height < 0 || (search->best >= 0 && height > search->best - 0.1))
		return false;
	search->best = height;
	search->best_left = left;
	return true;
}

/* Words on the right up to some flag and on the left from there on: earlier
 * flags step down to the split, later ones up from it, so there is never a
 * circle but at the split itself. */
#define SPLITS_TRIED 16 /* flags that may stand on the left, the last ones */

static void
try_splits(struct flag_search *search)
{
	uint64_t can = search->fits[1], must = can & ~search->fits[0];
	size_t first =
	    search->count > SPLITS_TRIED ? search->count - SPLITS_TRIED : 0;
	for (size_t split = search->count + 1; split-- > first;) {
		uint64_t after = split >= 64 ? 0 : ~UINT64_C(0) << split;
		try_sides(search, (after & can) | must);
	}
}

/* One flag at a time to its other side, as long as that helps. */
#define TURNS_TRIED 20

static void
try_turns(struct flag_search *search)
{
	bool few = search->count <= TURNS_TRIED;
	for (bool better = few && search->best >= 0; better;) {
		better = false;
		for (size_t i = 0; i < search->count; i++)
			better |= try_sides(
			    search, search->best_left ^ UINT64_C(1) << i);
	}
}

/* All ways of sides, for the few flags that nothing else places. */
#define FLAGS_TRIED 11

static void
try_all(struct flag_search *search)
{
	if (search->best >= 0 || search->count > FLAGS_TRIED)
		return;
	for (uint64_t left = 0; left < UINT64_C(1) << search->count; left++)
		try_sides(search, left);
}

static void
search_prepare(struct flag_search *search)
{
	for (size_t i = 0; i < search->count; i++) {
		const struct cc_flag_item *item = &search->items[i];
		uint64_t bit = UINT64_C(1) << i;
		if (item->stem + item->words <= search->most)
			search->fits[0] |= bit;
		if (item->stem - item->words >= search->least)
			search->fits[1] |= bit;
		for (size_t j = 0; j < search->count; j++)
			for (int sides = 0; i != j && sides < 4; sides++)
				if (must_be_above(search->items, i, sides & 1,
					j, sides >> 1, search->gap))
					search
					    ->above[i][sides & 1][sides >> 1] |=
					    UINT64_C(1) << j;
	}
}

double
cc_flags_place(double least, double most, double gap,
    struct cc_flag_item *items, size_t count)
{
	struct flag_search search = {.least = least,
	    .most = most,
	    .gap = gap,
	    .items = items,
	    .count = count,
	    .best = -1};
	if (count > CC_FLAGS_MOST)
		return -1;
	search_prepare(&search);
	/* Some words have room on neither side. */
	for (size_t i = 0; i < count; i++)
		if (!((search.fits[0] | search.fits[1]) >> i & 1))
			return -1;
	try_splits(&search);
	try_turns(&search);
	try_all(&search);
	if (search.best < 0)
		return -1;
	for (size_t i = 0; i < count; i++)
		items[i].left = search.best_left >> i & 1;
	return flag_heights(&search, search.best_left);
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
