/* How words at stems find their heights
 *
 * Each stem rises from a floor, its words stand at its top, on its right or on
 * its left. Stems are where their days are; what is to be found is the side of
 * the words and how high they stand, so that no stem runs through words, no
 * words lie on others, and all of it takes the least height.
 *
 * Sides given, heights follow. Words that a later stem runs up through must
 * stand above that stem's own words; of words that overlap, the earlier stand
 * above the later, so that callouts step down in the order of time. That is a
 * graph, a flag's height is its longest path, and a circle means that these
 * sides cannot be. Where only words overlap the order of time may give way:
 * then flags are stacked from the floor up, those first that carry most, each
 * as low as the ones before it let it.
 *
 * Sides are searched. Words on the right up to some stem and on the left from
 * there on have a circle at that stem alone, if at all: all such splits are
 * tried, then one flag after the other is turned for as long as that saves
 * height, and if nothing fits few flags are tried in all ways. Who stands above
 * whom is asked once for each pair and both sides of both, and kept in sets of
 * bits: sides are turned thousands of times.
 */
#include "place/stems.h"

#include <glib.h>
#include <math.h>
#include <stdint.h>

struct extent {
	double from, to;
};

static struct extent
flag_extent(const struct cc_stem_item *item, bool left, double gap)
{
	if (left)
		return (struct extent){
		    item->stem - item->words - gap, item->stem};
	return (struct extent){item->stem, item->stem + item->words + gap};
}

enum flag_order {
	ORDER_FREE,  /* side by side, or either above the other */
	ORDER_WORDS, /* i above j, the earlier first: their words overlap */
	ORDER_STEM,  /* i above j: j's stem runs up through i's words, or the
	                both have one stem */
};

/* Whether the stem runs up through the words, or too near to them. They have
 * air to their own stem: one just behind that is not in their way. */
static bool
runs_through(double stem, const struct cc_stem_item *item, bool left,
    struct extent words, double gap)
{
	return stem != item->stem && stem < words.to &&
	       stem > words.from - (left ? gap / 2 : 0);
}

/* How i stands to j, their words on these sides. */
static enum flag_order
find_order(const struct cc_stem_item *items, size_t i, bool i_left, size_t j,
    bool j_left, double gap)
{
	struct extent a = flag_extent(&items[i], i_left, gap);
	struct extent b = flag_extent(&items[j], j_left, gap);
	bool i_over_j = runs_through(items[j].stem, &items[i], i_left, a, gap);
	bool j_over_i = runs_through(items[i].stem, &items[j], j_left, b, gap);
	if (i_over_j || j_over_i)
		return i_over_j ? ORDER_STEM : ORDER_FREE;
	if (a.from >= b.to || b.from >= a.to || i > j)
		return ORDER_FREE;
	return items[i].stem == items[j].stem ? ORDER_STEM : ORDER_WORDS;
}

/* Which flags stand above which, as a graph whose longest paths are the
 * heights. */
struct flag_graph {
	struct cc_stem_item *items;
	uint64_t below[CC_STEMS_MOST];
	uint64_t open, done; /* visited; with a base */
	bool circle;
};

/* `below` is for the caller to fill. */
static void
graph_init(struct flag_graph *graph, struct cc_stem_item *items)
{
	graph->items = items;
	graph->open = graph->done = 0;
	graph->circle = false;
}

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
	struct cc_stem_item *items;
	size_t count;
	/* Whom i stands above, and those of them by their stems, by its side
	 * and by theirs. Sides are turned thousands of times, widths not. */
	uint64_t above[CC_STEMS_MOST][2][2], stems[CC_STEMS_MOST][2][2];
	uint64_t fits[2];   /* who has room on the right, on the left */
	bool stacking;      /* the later may stand above the earlier */
	double best;        /* height; -1: none found yet */
	uint64_t best_left; /* its sides */
};

static uint64_t
of_sides(uint64_t above[CC_STEMS_MOST][2][2], size_t i, uint64_t left)
{
	const uint64_t *of = above[i][left >> i & 1];
	return (of[0] & ~left) | (of[1] & left);
}

/* The height with these words on the left; -1 where they run in a circle. */
static double
flag_heights(struct flag_search *search, uint64_t left)
{
	struct flag_graph graph;
	double height = 0;
	graph_init(&graph, search->items);
	for (size_t i = 0; i < search->count; i++)
		graph.below[i] = of_sides(search->above, i, left);
	for (size_t i = 0; i < search->count && !graph.circle; i++)
		height = fmax(
		    height, find_base(&graph, i) + search->items[i].height);
	return graph.circle ? -1 : height;
}

/* Flags as they are stacked from the floor up. */
struct flag_stack {
	const struct cc_stem_item *items;
	size_t count;
	uint64_t below[CC_STEMS_MOST]; /* whose stems run through its words */
	uint64_t meets[CC_STEMS_MOST]; /* whose words overlap its own */
	double carries[CC_STEMS_MOST]; /* height of all that its stem meets */
	double base[CC_STEMS_MOST];
	uint64_t placed;
};

/* Of those whose words hold up no stem that is still to come, the one that
 * carries most; of equals the latest. */
static size_t
next_up(const struct flag_stack *stack)
{
	size_t next = stack->count;
	for (size_t i = stack->count; i-- > 0;)
		if (!(stack->placed >> i & 1) &&
		    !(stack->below[i] & ~stack->placed) &&
		    (next == stack->count ||
			stack->carries[i] > stack->carries[next]))
			next = i;
	return next;
}

/* A flag of those placed whose words would lie on those of i; or count. */
static size_t
find_met(const struct flag_stack *stack, size_t i, double base)
{
	const double air = 1e-6; /* sums of the same heights may differ */
	for (uint64_t rest = stack->meets[i] & stack->placed; rest;
	     rest &= rest - 1) {
		size_t j = (size_t)__builtin_ctzll(rest);
		if (stack->base[j] + stack->items[j].height > base + air &&
		    stack->base[j] + air < base + stack->items[i].height)
			return j;
	}
	return stack->count;
}

static double
lowest_base(const struct flag_stack *stack, size_t i)
{
	double base = 0;
	for (uint64_t rest = stack->below[i]; rest; rest &= rest - 1) {
		size_t j = (size_t)__builtin_ctzll(rest);
		base = fmax(base, stack->base[j] + stack->items[j].height);
	}
	for (size_t j; (j = find_met(stack, i, base)) < stack->count;)
		base = stack->base[j] + stack->items[j].height;
	return base;
}

/* Sets i in the sets of all that are in `of`. */
static void
set_in(uint64_t *sets, uint64_t of, size_t i)
{
	for (; of; of &= of - 1)
		sets[__builtin_ctzll(of)] |= UINT64_C(1) << i;
}

/* False where stems and words run in a circle. */
static bool
prepare_stack(
    struct flag_stack *stack, struct flag_search *search, uint64_t left)
{
	struct flag_graph graph;
	graph_init(&graph, search->items);
	stack->items = search->items;
	stack->count = search->count;
	stack->placed = 0;
	for (size_t i = 0; i < search->count; i++) {
		stack->below[i] = of_sides(search->stems, i, left);
		stack->meets[i] = of_sides(search->above, i, left);
		graph.below[i] = 0;
	}
	for (size_t i = 0; i < search->count; i++) {
		set_in(graph.below, stack->below[i], i);
		set_in(stack->meets, stack->meets[i], i);
	}
	for (size_t i = 0; i < search->count && !graph.circle; i++)
		stack->carries[i] = find_base(&graph, i);
	return !graph.circle;
}

/* The height of the stack with these words on the left; -1 where stems and
 * words run in a circle. */
static double
stack_heights(
    struct flag_search *search, uint64_t left, struct flag_stack *stack)
{
	double height = 0;
	if (!prepare_stack(stack, search, left))
		return -1;
	for (size_t n = 0; n < stack->count; n++) {
		size_t i = next_up(stack);
		stack->base[i] = lowest_base(stack, i);
		stack->placed |= UINT64_C(1) << i;
		height = fmax(height, stack->base[i] + search->items[i].height);
	}
	return height;
}

/* The height with these words on the left; -1 where they cannot be placed. */
static double
side_height(struct flag_search *search, uint64_t left)
{
	double ordered = flag_heights(search, left);
	if (ordered >= 0 && !search->stacking)
		return ordered;
	/* An earlier flag cannot always stand above a later one. */
	struct flag_stack stack;
	double stacked = stack_heights(search, left, &stack);
	if (ordered < 0 || stacked < 0)
		return fmax(ordered, stacked);
	return fmin(ordered, stacked);
}

static bool
try_sides(struct flag_search *search, uint64_t left)
{
	uint64_t all = search->fits[0] | search->fits[1];
	if ((left & ~search->fits[1]) || (all & ~left & ~search->fits[0]))
		return false;
	double height = side_height(search, left);
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

/* The same where the order of time may give way, if all do not stand beside
 * each other already. */
static void
turn_stacked(struct flag_search *search)
{
	double tallest = 0;
	for (size_t i = 0; i < search->count; i++)
		tallest = fmax(tallest, search->items[i].height);
	if (search->best < tallest + 0.1)
		return;
	search->stacking = true;
	search->best = side_height(search, search->best_left);
	try_turns(search);
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
prepare_pair(
    struct flag_search *search, size_t i, int i_left, size_t j, int j_left)
{
	enum flag_order order =
	    find_order(search->items, i, i_left, j, j_left, search->gap);
	if (order != ORDER_FREE)
		search->above[i][i_left][j_left] |= UINT64_C(1) << j;
	if (order == ORDER_STEM)
		search->stems[i][i_left][j_left] |= UINT64_C(1) << j;
}

/* Too far apart for their words to meet, whatever their sides. */
static bool
are_apart(const struct cc_stem_item *a, const struct cc_stem_item *b,
    double gap)
{
	return fabs(a->stem - b->stem) > a->words + b->words + 2 * gap;
}

static void
search_prepare(struct flag_search *search)
{
	for (size_t i = 0; i < search->count; i++) {
		const struct cc_stem_item *item = &search->items[i];
		uint64_t bit = UINT64_C(1) << i;
		double least = search->least, most = search->most;
		if (item->kept) {
			least = fmax(least, item->least);
			most = fmin(most, item->most);
		}
		if (item->stem + item->words <= most)
			search->fits[0] |= bit;
		if (item->stem - item->words >= least)
			search->fits[1] |= bit;
		for (size_t j = 0; j < search->count; j++) {
			if (i == j ||
			    are_apart(item, &search->items[j], search->gap))
				continue;
			for (int sides = 0; sides < 4; sides++)
				prepare_pair(
				    search, i, sides & 1, j, sides >> 1);
		}
	}
}

/* Where words merely overlap, the later flag may stand above the earlier one:
 * those that stand on the most stems go lowest. Lowers the flags where that
 * is better than the earlier above the later; returns the height. */
static double
stack_flags(struct flag_search *search)
{
	struct flag_stack stack;
	double ordered = flag_heights(search, search->best_left);
	double height = stack_heights(search, search->best_left, &stack);
	if (height < 0 || (ordered >= 0 && height > ordered - 0.1))
		return flag_heights(search, search->best_left);
	for (size_t i = 0; i < stack.count; i++)
		search->items[i].base = stack.base[i];
	return height;
}

double
cc_stems_pack(double least, double most, double gap, struct cc_stem_item *items,
    size_t count)
{
	struct flag_search search = {.least = least,
	    .most = most,
	    .gap = gap,
	    .items = items,
	    .count = count,
	    .best = -1};
	if (count > CC_STEMS_MOST)
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
	turn_stacked(&search);
	for (size_t i = 0; i < count; i++)
		items[i].left = search.best_left >> i & 1;
	return stack_flags(&search);
}
