/* Placement is pure numbers: what must hold is checked from outside, by
 * geometry, on seeded random cases. */
#include "place/labels.h"
#include "place/lanes.h"
#include "place/stems.h"

#include <glib.h>
#include <math.h>
#include <stdlib.h>

#define CASES 2000
#define LEAST 100.0
#define MOST 1000.0
#define GAP 4.0
#define SLACK 1e-6

static int
compare_left(const void *a, const void *b)
{
	const struct cc_lane_item *one = a, *two = b;

	return (one->left > two->left) - (one->left < two->left);
}

/* Whole numbers, so that sums are exact and edges meet. */
static double
random_whole(GRand *rand, double from, double to)
{
	return floor(g_rand_double_range(rand, from, to));
}

/* The same words on two lines, or on one below the mark. */
static void
add_ways(GRand *rand, struct cc_lane_item *item)
{
	if (item->words > 0 && g_rand_boolean(rand))
		item->folded = floor(item->words / 2) + 2;
	if (item->words > 0 && g_rand_boolean(rand)) {
		item->under = item->words;
		item->under_x = fmin(item->left, MOST - item->under);
	}
}

/* Marks of one width, bars, bars with room inside, with and without words. */
static size_t
random_items(GRand *rand, struct cc_lane_item *items, size_t most)
{
	const size_t count = (size_t)g_rand_int_range(rand, 1, (gint32)most);

	for (size_t i = 0; i < count; i++) {
		struct cc_lane_item *item = &items[i];
		const double left = random_whole(rand, LEAST, MOST);
		const double width = fmin(MOST - left,
		    g_rand_boolean(rand) ? random_whole(rand, 0, 200) : 6);

		*item = (struct cc_lane_item){
		    .left = left,
		    .right = left + width,
		    .inside = g_rand_boolean(rand) ? width - 4 : 0,
		    .words = g_rand_int_range(rand, 0, 4) > 0
		                 ? random_whole(rand, 1, 300)
		                 : 0,
		    .lane = 99,
		};
		add_ways(rand, item);
	}
	qsort(items, count, sizeof(*items), compare_left);
	return count;
}

/* Words and mark lie inside [from, to], on the side that was said. */
static void
check_item(const struct cc_lanes *lanes, const struct cc_lane_item *item)
{
	double from = item->left, to = item->right;
	const double words = item->two_lines ? item->folded : item->words;

	switch (item->side) {
	case CC_SIDE_INSIDE:
		/* Beyond the room only where no side is wide enough. */
		if (item->words > item->inside) {
			g_assert_cmpfloat(to + item->words, >, lanes->most);
			g_assert_cmpfloat(from - item->words, <, lanes->least);
		}
		break;
	case CC_SIDE_NONE:
		g_assert_cmpfloat(item->words, ==, 0);
		break;
	case CC_SIDE_RIGHT:
		to += words;
		g_assert_cmpfloat(to, <=, lanes->most);
		break;
	case CC_SIDE_LEFT:
		from -= words;
		g_assert_cmpfloat(from, >=, lanes->least);
		break;
	case CC_SIDE_UNDER:
		from = fmin(from, item->under_x);
		to = fmax(to, item->under_x + item->under);
		g_assert_true(item->two_lines);
		break;
	}
	g_assert_cmpfloat(item->from, ==, from);
	g_assert_cmpfloat(item->to, ==, to);
}

/* What an item has in a lane: its mark with the words beside it; words below
 * it; false: nothing. */
static bool
taken_of(const struct cc_lanes *lanes, const struct cc_lane_item *item,
    size_t lane, double *from, double *to)
{
	const bool below =
	    item->two_lines && lanes->low && lane == item->lane + 1;

	*from = item->from;
	*to = item->to;
	if (below && item->side == CC_SIDE_UNDER) {
		*from = item->under_x;
		*to = item->under_x + item->under;
	} else if (below && item->side == CC_SIDE_RIGHT) {
		*from = item->right;
	} else if (below) {
		*to = item->left;
	} else if (item->side == CC_SIDE_UNDER) {
		*from = item->left;
		*to = item->right;
	}
	return below || lane == item->lane;
}

static void
check_pair(const struct cc_lanes *lanes, const struct cc_lane_item *a,
    const struct cc_lane_item *b)
{
	for (size_t lane = a->lane; lane <= a->lane + 1; lane++) {
		double from, to, other, end;

		if (!taken_of(lanes, a, lane, &from, &to) ||
		    !taken_of(lanes, b, lane, &other, &end))
			continue;
		if (from > other)
			g_assert_cmpfloat(from, >=, end + lanes->gap);
		else
			g_assert_cmpfloat(other, >=, to + lanes->gap);
	}
}

/* Counted at each start: there the most lie side by side. */
static size_t
depth_counted(const struct cc_lanes *lanes, const struct cc_lane_item *items,
    size_t count)
{
	size_t most = 0;

	for (size_t i = 0; i < count; i++) {
		size_t depth = 0;

		for (size_t j = 0; j < count; j++)
			depth += items[j].from <= items[i].from &&
			         items[j].to + lanes->gap > items[i].from;
		most = MAX(most, depth);
	}
	return most;
}

static void
test_pack(void)
{
	g_autoptr(GRand) rand = g_rand_new_with_seed(1);
	struct cc_lane_item items[30];

	for (int n = 0; n < CASES; n++) {
		const struct cc_lanes lanes = {.least = LEAST,
		    .most = MOST,
		    .gap = random_whole(rand, 0, 8),
		    .low = g_rand_boolean(rand)};
		const size_t count =
		    random_items(rand, items, G_N_ELEMENTS(items));
		const size_t used = cc_lanes_pack(&lanes, items, count);
		bool filled[2 * G_N_ELEMENTS(items)] = {false};

		g_assert_cmpuint(used, <=, 2 * count);
		for (size_t i = 0; i < count; i++) {
			g_assert_cmpuint(items[i].lane, <, used);
			filled[items[i].lane] = true;
			if (items[i].two_lines && lanes.low)
				filled[items[i].lane + 1] = true;
			check_item(&lanes, &items[i]);
			for (size_t j = 0; j < i; j++)
				check_pair(&lanes, &items[i], &items[j]);
		}
		for (size_t lane = 0; lane < used; lane++)
			g_assert_true(filled[lane]);
		g_assert_cmpuint(
		    cc_lanes_depth(&lanes, items, count), <=, used);
		g_assert_cmpuint(cc_lanes_depth(&lanes, items, count), ==,
		    MAX(depth_counted(&lanes, items, count), 1));
	}
}

static void
test_pack_few(void)
{
	const struct cc_lanes lanes = {.least = 0, .most = 100, .gap = 2};
	struct cc_lane_item items[] = {
	    {.left = 0, .right = 10, .words = 20},
	    {.left = 40, .right = 80, .inside = 36, .words = 30},
	    {.left = 90, .right = 100},
	    {.left = 95, .right = 100, .words = 60},
	    {.left = 96, .right = 100, .words = 200},
	};

	g_assert_cmpuint(cc_lanes_pack(&lanes, items, 0), ==, 0);
	g_assert_cmpuint(cc_lanes_depth(&lanes, items, 0), ==, 0);
	g_assert_cmpuint(cc_lanes_pack(&lanes, items, 5), ==, 3);
	g_assert_cmpint(items[0].side, ==, CC_SIDE_RIGHT);
	g_assert_cmpint(items[1].side, ==, CC_SIDE_INSIDE);
	g_assert_cmpint(items[2].side, ==, CC_SIDE_NONE);
	g_assert_cmpuint(items[2].lane, ==, 0);
	g_assert_cmpint(items[3].side, ==, CC_SIDE_LEFT);
	g_assert_cmpuint(items[3].lane, ==, 1);
	g_assert_cmpuint(items[4].lane, ==, 2);
}

/* A line at 30, from which words keep by 1. */
static const double line_at = 30;
static const struct cc_lanes parted = {.least = 0,
    .most = 100,
    .gap = 2,
    .lines = &line_at,
    .line_count = 1,
    .air = 1,
    .crossing = 4};

/* Words keep to their side of a line: on the left of what stands before it, or
 * a lane further down. */
static void
test_pack_line(void)
{
	/* On the right they would reach to 35; 29 is as far as they may. */
	struct cc_lane_item alone = {.left = 20, .right = 25, .words = 10};
	struct cc_lane_item close = {.left = 20, .right = 24, .words = 5.1};
	struct cc_lane_item clear = {.left = 20, .right = 24, .words = 5};
	/* The left is taken up to 12: in the first lane from 14 on. */
	struct cc_lane_item pair[] = {
	    {.left = 0, .right = 12},
	    {.left = 20, .right = 25, .words = 10},
	};

	g_assert_cmpuint(cc_lanes_pack(&parted, &alone, 1), ==, 1);
	g_assert_cmpint(alone.side, ==, CC_SIDE_LEFT);
	g_assert_cmpuint(cc_lanes_pack(&parted, &close, 1), ==, 1);
	g_assert_cmpint(close.side, ==, CC_SIDE_LEFT);
	g_assert_cmpuint(cc_lanes_pack(&parted, &clear, 1), ==, 1);
	g_assert_cmpint(clear.side, ==, CC_SIDE_RIGHT);
	g_assert_cmpuint(cc_lanes_pack(&parted, pair, 2), ==, 2);
	g_assert_cmpint(pair[1].side, ==, CC_SIDE_LEFT);
	g_assert_cmpuint(pair[1].lane, ==, 1);
}

/* Words on two lines rather than a lane further down than that, or across a
 * line; the second one is in the lane below, where the mark is not. */
static void
test_pack_folded(void)
{
	struct cc_lanes low = parted;
	struct cc_lane_item cut = {
	    .left = 80, .right = 84, .words = INFINITY, .folded = 14};
	struct cc_lane_item crossing[] = {
	    {.left = 0, .right = 15},
	    {.left = 18, .right = 20, .words = 14, .folded = 8},
	};
	struct cc_lane_item under = {.left = 40,
	    .right = 90,
	    .words = INFINITY,
	    .under = 60,
	    .under_x = 40};

	low.low = true;
	g_assert_cmpuint(cc_lanes_pack(&parted, &cut, 1), ==, 1);
	g_assert_cmpuint(cc_lanes_pack(&low, &cut, 1), ==, 2);
	g_assert_cmpint(cut.side, ==, CC_SIDE_RIGHT);
	g_assert_true(cut.two_lines);
	g_assert_cmpuint(cc_lanes_pack(&low, crossing, 2), ==, 2);
	g_assert_true(crossing[1].two_lines);
	g_assert_cmpuint(crossing[1].lane, ==, 0);
	g_assert_cmpuint(cc_lanes_pack(&low, &under, 1), ==, 2);
	g_assert_cmpint(under.side, ==, CC_SIDE_UNDER);
	g_assert_cmpfloat(under.to, ==, 100);
}

/* Words that would push the next item out stand on the left, unless a line is
 * there: then the next one goes down. A line under the item itself, or just at
 * its edge on the other side, is not in the way. */
static void
test_pack_line_next(void)
{
	struct cc_lane_item pair[] = {
	    {.left = 31, .right = 36, .words = 10},
	    {.left = 40, .right = 45},
	};
	struct cc_lane_item on[] = {
	    {.left = 28, .right = 32, .words = 10},
	    {.left = 60, .right = 65},
	};
	struct cc_lanes tight = parted;
	struct cc_lane_item before[] = {
	    {.left = 0, .right = 12},
	    {.left = 20, .right = 25, .words = 10},
	};
	struct cc_lane_item both = {.left = 20, .right = 25, .words = 70};

	tight.crossing = 0.05;
	g_assert_cmpuint(cc_lanes_pack(&parted, pair, 2), ==, 2);
	g_assert_cmpint(pair[0].side, ==, CC_SIDE_RIGHT);
	g_assert_cmpuint(pair[1].lane, ==, 1);
	g_assert_cmpuint(cc_lanes_pack(&parted, on, 2), ==, 1);
	g_assert_cmpint(on[0].side, ==, CC_SIDE_RIGHT);
	/* Where a lane is dearer than to cross, nobody goes down for it. */
	g_assert_cmpuint(cc_lanes_pack(&tight, before, 2), ==, 1);
	g_assert_cmpint(before[1].side, ==, CC_SIDE_RIGHT);
	g_assert_cmpuint(cc_lanes_pack(&parted, before, 2), ==, 2);
	/* There is no other side. */
	g_assert_cmpuint(cc_lanes_pack(&parted, &both, 1), ==, 1);
	g_assert_cmpint(both.side, ==, CC_SIDE_RIGHT);
}

/* The most items over one another at any of their starts. */
static size_t
plain_depth(const struct cc_lane_item *items, size_t count, double gap)
{
	size_t most = 0;

	for (size_t i = 0; i < count; i++) {
		size_t depth = 0;

		for (size_t j = 0; j < count; j++)
			depth += items[j].from <= items[i].from &&
			         items[j].to + gap > items[i].from;
		most = MAX(most, depth);
	}
	return most;
}

/* Without words first fit takes as few lanes as there can be. */
static void
test_pack_depth(void)
{
	g_autoptr(GRand) rand = g_rand_new_with_seed(5);
	struct cc_lane_item items[60];

	for (int n = 0; n < CASES; n++) {
		const struct cc_lanes lanes = {.least = LEAST,
		    .most = MOST,
		    .gap = random_whole(rand, 0, 8)};
		const size_t count =
		    random_items(rand, items, G_N_ELEMENTS(items));
		size_t depth;

		for (size_t i = 0; i < count; i++) {
			items[i].words = 0;
			/* A mark of no width takes none of its lane. */
			items[i].right =
			    fmax(items[i].right, items[i].left + 1);
		}
		depth = cc_lanes_pack(&lanes, items, count);
		g_assert_cmpuint(
		    cc_lanes_depth(&lanes, items, count), ==, depth);
		g_assert_cmpuint(
		    plain_depth(items, count, lanes.gap), ==, depth);
	}
}

static struct cc_stem_item
flag_words(const struct cc_stem_item *flag)
{
	/* The stem is the left edge here, whichever side the words stand. */
	struct cc_stem_item words = *flag;

	if (flag->left)
		words.stem -= flag->words;
	return words;
}

/* Words as rectangles over the floor, stems as lines from it up to the top of
 * their words. Touching is allowed. */
static void
check_flags(const struct cc_stem_item *one, const struct cc_stem_item *two)
{
	const struct cc_stem_item a = flag_words(one), b = flag_words(two);
	const bool beside = a.stem + a.words <= b.stem + SLACK ||
	                    b.stem + b.words <= a.stem + SLACK;
	const bool above = a.base >= b.base + b.height - SLACK ||
	                   b.base >= a.base + a.height - SLACK;
	const bool through = two->stem > a.stem + SLACK &&
	                     two->stem < a.stem + a.words - SLACK &&
	                     two->base + two->height > a.base + SLACK;

	g_assert_true(beside || above);
	g_assert_false(through);
}

static int
compare_stem(const void *a, const void *b)
{
	const struct cc_stem_item *one = a, *two = b;

	return (one->stem > two->stem) - (one->stem < two->stem);
}

static size_t
random_flags(GRand *rand, struct cc_stem_item *flags, size_t most)
{
	const size_t count = (size_t)g_rand_int_range(rand, 1, (gint32)most);

	for (size_t i = 0; i < count; i++)
		flags[i] = (struct cc_stem_item){
		    .stem = g_rand_double_range(rand, LEAST, MOST),
		    .words = g_rand_double_range(rand, 10, 250),
		    .height = 12 * g_rand_int_range(rand, 1, 4),
		    .base = -1,
		};
	qsort(flags, count, sizeof(*flags), compare_stem);
	return count;
}

static void
check_height(const struct cc_stem_item *flags, size_t count, double height)
{
	double top = 0;

	for (size_t i = 0; i < count; i++) {
		const struct cc_stem_item words = flag_words(&flags[i]);

		g_assert_cmpfloat(words.stem, >=, LEAST - SLACK);
		g_assert_cmpfloat(words.stem + words.words, <=, MOST + SLACK);
		g_assert_cmpfloat(flags[i].base, >=, 0);
		top = MAX(top, flags[i].base + flags[i].height);
	}
	g_assert_cmpfloat(fabs(height - top), <, SLACK);
}

static void
test_flags(void)
{
	g_autoptr(GRand) rand = g_rand_new_with_seed(2);
	struct cc_stem_item flags[14];
	int placed = 0;

	for (int n = 0; n < CASES; n++) {
		const size_t count =
		    random_flags(rand, flags, G_N_ELEMENTS(flags));
		const double height =
		    cc_stems_pack(LEAST, MOST, GAP, flags, count);

		if (height < 0)
			continue;
		placed++;
		check_height(flags, count, height);
		for (size_t i = 0; i < count; i++)
			for (size_t j = 0; j < count; j++)
				if (i != j)
					check_flags(&flags[i], &flags[j]);
	}
	/* Most cases have a solution; the rest is refused, not misdrawn. */
	g_assert_cmpint(placed, >, CASES * 8 / 10);
}

static bool
runs_through(const struct cc_stem_item *stem, const struct cc_stem_item *words)
{
	const struct cc_stem_item a = flag_words(words);

	return stem != words &&
	       stem->stem > a.stem - (words->left ? GAP / 2 + SLACK : 0) &&
	       stem->stem < a.stem + a.words + GAP + SLACK &&
	       stem->stem != words->stem;
}

static bool
are_beside(const struct cc_stem_item *one, const struct cc_stem_item *two)
{
	const struct cc_stem_item a = flag_words(one), b = flag_words(two);

	return a.stem + a.words + GAP <= b.stem ||
	       b.stem + b.words + GAP <= a.stem;
}

/* The least height of all orders from the floor up, the words on the sides
 * that they have; each flag as low as those before it in the order let it. */
static double
least_height(struct cc_stem_item *flags, size_t count, unsigned placed,
    double height, double least)
{
	if (height >= least)
		return least;
	if (placed == (1u << count) - 1)
		return height;
	for (size_t i = 0; i < count; i++) {
		double base = 0;
		bool held = placed >> i & 1;
		for (size_t j = 0; j < count && !held; j++) {
			if (placed >> j & 1) {
				held = runs_through(&flags[i], &flags[j]);
				if (!are_beside(&flags[i], &flags[j]) ||
				    runs_through(&flags[j], &flags[i]))
					base = MAX(base,
					    flags[j].base + flags[j].height);
			}
		}
		if (held)
			continue;
		flags[i].base = base;
		least = least_height(flags, count, placed | 1u << i,
		    MAX(height, base + flags[i].height), least);
	}
	return least;
}

/* Nearly always no order of the same words needs less height. */
static void
test_flags_low(void)
{
	g_autoptr(GRand) rand = g_rand_new_with_seed(4);
	struct cc_stem_item flags[8];
	int placed = 0, lowest = 0;

	for (int n = 0; n < CASES; n++) {
		const size_t count =
		    random_flags(rand, flags, G_N_ELEMENTS(flags));
		const double height =
		    cc_stems_pack(LEAST, MOST, GAP, flags, count);

		if (height < 0)
			continue;
		placed++;
		lowest +=
		    height <= least_height(flags, count, 0, 0, 1e9) + SLACK;
	}
	g_assert_cmpint(lowest, >=, placed * 95 / 100);
}

/* A death at the end of the axis stands beside the diagnosis, and a relapse
 * before it beside what came earlier: five rows do for seven flags. */
static void
test_flags_later_above(void)
{
	struct cc_stem_item flags[] = {
	    {.stem = 100, .words = 112, .height = 12},
	    {.stem = 172, .words = 114, .height = 24},
	    {.stem = 195, .words = 88, .height = 24},
	    {.stem = 262, .words = 88, .height = 24},
	    {.stem = 307, .words = 60, .height = 24},
	    {.stem = 390, .words = 50, .height = 24},
	    {.stem = 413, .words = 122, .height = 24},
	};

	g_assert_cmpfloat(
	    cc_stems_pack(LEAST, 415, 4, flags, G_N_ELEMENTS(flags)), <=,
	    5 * 24);
	for (size_t i = 0; i < G_N_ELEMENTS(flags); i++)
		for (size_t j = 0; j < G_N_ELEMENTS(flags); j++)
			if (i != j)
				check_flags(&flags[i], &flags[j]);
	g_assert_cmpfloat(flags[6].base, >, flags[4].base);
}

/* The second has words over the first one's stem, the third over the second
 * one's, and the first cannot stand over the third: the order of time gives
 * way. */
static void
test_flags_circle(void)
{
	struct cc_stem_item flags[] = {
	    {.stem = 65, .words = 62, .height = 8},
	    {.stem = 154, .words = 86, .height = 15},
	    {.stem = 206, .words = 74, .height = 15},
	};

	g_assert_cmpfloat(
	    fabs(cc_stems_pack(61, 246, 4, flags, G_N_ELEMENTS(flags)) - 38), <,
	    SLACK);
	for (size_t i = 0; i < G_N_ELEMENTS(flags); i++)
		for (size_t j = 0; j < G_N_ELEMENTS(flags); j++)
			if (i != j)
				check_flags(&flags[i], &flags[j]);
}

/* A stem just behind another is not in the way of its words. */
static void
test_flags_near(void)
{
	struct cc_stem_item flags[] = {
	    {.stem = 100, .words = 60, .height = 12},
	    {.stem = 100 + GAP / 4.0, .words = 50, .height = 12},
	};

	g_assert_cmpfloat(
	    fabs(cc_stems_pack(90, 400, GAP, flags, G_N_ELEMENTS(flags)) - 24),
	    <, SLACK);
	g_assert_cmpfloat(flags[0].base, >, flags[1].base);
	check_flags(&flags[0], &flags[1]);
	check_flags(&flags[1], &flags[0]);
}

/* With all words on the right of stems that are apart, each earlier flag can
 * stand higher than all later ones: it must not be refused. */
static void
test_flags_possible(void)
{
	g_autoptr(GRand) rand = g_rand_new_with_seed(3);
	struct cc_stem_item flags[20];

	for (int n = 0; n < CASES; n++) {
		const size_t count = (size_t)g_rand_int_range(rand, 1, 20);
		double stem = LEAST;

		for (size_t i = 0; i < count; i++) {
			stem += g_rand_double_range(rand, 4, 35);
			flags[i] = (struct cc_stem_item){
			    .stem = stem,
			    .words = g_rand_double_range(rand, 10, MOST - stem),
			    .height = 12,
			};
		}
		check_height(flags, count,
		    cc_stems_pack(LEAST, MOST, GAP, flags, count));
	}
}

/* Words on the left keep half a gap more from the stem beyond them: theirs
 * reach from 50 to 100, with the gap from 42, and the stem at 40 is too near,
 * one at 37 is not. */
static void
test_flags_beside_stem(void)
{
	struct cc_stem_item near[] = {{.stem = 40, .words = 5, .height = 10},
	    {.stem = 100, .words = 50, .height = 10}};
	struct cc_stem_item far[] = {{.stem = 37, .words = 5, .height = 10},
	    {.stem = 100, .words = 50, .height = 10}};

	g_assert_cmpfloat(cc_stems_pack(0, 100, 8, near, 2), ==, 20);
	g_assert_cmpfloat(cc_stems_pack(0, 100, 8, far, 2), ==, 10);
	g_assert_true(far[0].left && far[1].left);
}

static void
test_flags_refused(void)
{
	struct cc_stem_item flag = {.stem = 500, .words = 600, .height = 12};

	g_assert_cmpfloat(cc_stems_pack(LEAST, MOST, GAP, &flag, 1), <, 0);
	g_assert_cmpfloat(cc_stems_pack(LEAST, MOST, GAP, &flag, 0), ==, 0);
}

#define LABELS 6

struct labels {
	size_t count;
	double width[LABELS], wanted[LABELS];
};

static double
squares(const struct labels *labels, const double *at)
{
	double sum = 0;

	for (size_t i = 0; i < labels->count; i++)
		sum +=
		    (at[i] - labels->wanted[i]) * (at[i] - labels->wanted[i]);
	return sum;
}

static bool
row_holds(const struct labels *labels, const double *at)
{
	double edge = LEAST;

	for (size_t i = 0; i < labels->count; i++) {
		if (at[i] - labels->width[i] / 2 < edge - SLACK)
			return false;
		edge = at[i] + labels->width[i] / 2;
	}
	return edge <= MOST + SLACK;
}

/* Labels that touch form a block, and a block stands at its mean or at an
 * edge: bit i of `joined` ties label i + 1 to label i. */
static void
place_blocks(const struct labels *labels, unsigned joined, double *at)
{
	double before = 0, total = 0;

	for (size_t i = 0; i < labels->count; i++)
		total += labels->width[i];
	for (size_t from = 0, to; from < labels->count; from = to) {
		double sum = 0, offset = before;

		to = from;
		do {
			sum +=
			    labels->wanted[to] - offset - labels->width[to] / 2;
			offset += labels->width[to];
		} while (joined >> to++ & 1);
		sum = CLAMP(sum / (double)(to - from), LEAST, MOST - total);
		for (size_t i = from; i < to; i++) {
			at[i] = sum + before + labels->width[i] / 2;
			before += labels->width[i];
		}
	}
}

static double
least_squares(const struct labels *labels)
{
	double best = INFINITY, at[LABELS];

	for (unsigned joined = 0; joined < 1u << (labels->count - 1);
	     joined++) {
		place_blocks(labels, joined, at);
		if (row_holds(labels, at))
			best = fmin(best, squares(labels, at));
	}
	return best;
}

static void
test_labels(void)
{
	g_autoptr(GRand) rand = g_rand_new_with_seed(4);
	struct cc_arena arena;

	cc_arena_init(&arena);
	for (int n = 0; n < CASES; n++) {
		struct labels labels = {
		    .count = (size_t)g_rand_int_range(rand, 1, LABELS + 1)};
		double at[LABELS], total = 0, best;

		for (size_t i = 0; i < labels.count; i++) {
			labels.width[i] = g_rand_double_range(rand, 5, 220);
			labels.wanted[i] =
			    g_rand_double_range(rand, LEAST - 50, MOST + 50);
			at[i] = labels.wanted[i];
			total += labels.width[i];
		}
		if (!cc_labels_row(
			&arena, LEAST, MOST, labels.width, at, labels.count)) {
			g_assert_cmpfloat(total, >, MOST - LEAST);
			continue;
		}
		g_assert_true(row_holds(&labels, at));
		best = least_squares(&labels);
		g_assert_cmpfloat(
		    fabs(squares(&labels, at) - best), <, 1e-6 * (1 + best));
		cc_arena_reset(&arena);
	}
	cc_arena_finish(&arena);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/lanes/pack", test_pack);
	g_test_add_func("/lanes/pack/few", test_pack_few);
	g_test_add_func("/lanes/pack/depth", test_pack_depth);
	g_test_add_func("/lanes/pack/line", test_pack_line);
	g_test_add_func("/lanes/pack/folded", test_pack_folded);
	g_test_add_func("/lanes/pack/line/next", test_pack_line_next);
	g_test_add_func("/lanes/flags", test_flags);
	g_test_add_func("/lanes/flags/circle", test_flags_circle);
	g_test_add_func("/lanes/flags/later-above", test_flags_later_above);
	g_test_add_func("/lanes/flags/low", test_flags_low);
	g_test_add_func("/lanes/flags/near", test_flags_near);
	g_test_add_func("/lanes/flags/possible", test_flags_possible);
	g_test_add_func("/lanes/flags/beside-stem", test_flags_beside_stem);
	g_test_add_func("/lanes/flags/refused", test_flags_refused);
	g_test_add_func("/lanes/labels", test_labels);
	return g_test_run();
}
