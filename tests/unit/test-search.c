/* What is in the way, and the search for places: both against the plainest
 * program that does the same, on seeded random cases. */
#include "place/search.h"

#include <glib.h>
#include <math.h>

#define CASES 2000
#define WIDTH 300.0
#define HEIGHT 60.0
#define AIR 2.0

/* Whole numbers, so that edges meet. */
static double
random_whole(GRand *rand, double from, double to)
{
	return floor(g_rand_double_range(rand, from, to));
}

static struct cc_box
random_box(GRand *rand, double widest)
{
	return (struct cc_box){random_whole(rand, -20, WIDTH),
	    random_whole(rand, -10, HEIGHT), random_whole(rand, 1, widest),
	    random_whole(rand, 1, 20)};
}

static struct cc_point
random_point(GRand *rand)
{
	return (struct cc_point){random_whole(rand, -20, WIDTH + 20),
	    random_whole(rand, -10, HEIGHT + 10)};
}

enum { WORDS, LINE, DISC, FORMS };

struct thing {
	int form;
	enum cc_hardness hardness;
	struct cc_box words;
	struct cc_point from, to; /* of a disc: its centre is `from` */
	double size;              /* width of a line, radius of a disc */
};

static struct thing
random_thing(GRand *rand)
{
	const int form = g_rand_int_range(rand, 0, FORMS);

	return (struct thing){form,
	    form == DISC || g_rand_boolean(rand) ? CC_HARD : CC_SOFT,
	    random_box(rand, 80), random_point(rand), random_point(rand),
	    random_whole(rand, 0, 9)};
}

static void
keep_thing(struct cc_clear *clear, const struct thing *thing)
{
	if (thing->form == WORDS)
		cc_clear_words(clear, thing->hardness, thing->words);
	else if (thing->form == LINE)
		cc_clear_line(clear, thing->hardness, thing->from, thing->to,
		    thing->size);
	else
		cc_clear_disc(clear, thing->from, thing->size);
}

static double
distance_of(struct cc_box box, struct cc_point point)
{
	return hypot(point.x - CLAMP(point.x, box.x, cc_box_right(box)),
	    point.y - CLAMP(point.y, box.y, cc_box_bottom(box)));
}

static bool
is_in_way(const struct thing *thing, struct cc_box box)
{
	const struct cc_edge line = {thing->from, thing->to, true};

	if (thing->form == WORDS)
		return cc_box_overlap(box, thing->words);
	if (thing->form == LINE)
		return cc_edge_meets(
		    &line, cc_box_grown(box, AIR + thing->size / 2));
	return distance_of(cc_box_grown(box, AIR), thing->from) < thing->size;
}

static void
check_box(struct cc_clear *clear, const struct thing *things, size_t count,
    struct cc_box box, struct cc_point point)
{
	bool met[] = {false, false}, nearer = false;

	for (size_t i = 0; i < count; i++) {
		met[things[i].hardness] |= is_in_way(&things[i], box);
		nearer |= things[i].form == DISC &&
		          distance_of(box, things[i].from) <
		              distance_of(box, point) - 1e-9;
	}
	cc_clear_look(clear, cc_box_grown(box, distance_of(box, point)));
	g_assert_cmpint(cc_clear_meets(clear, CC_HARD, box), ==, met[CC_HARD]);
	g_assert_cmpint(cc_clear_meets(clear, CC_SOFT, box), ==, met[CC_SOFT]);
	g_assert_cmpint(cc_clear_has_nearer(clear, box, point), ==, nearer);
}

/* The index finds what a look at all of them finds. */
static void
test_clear(void)
{
	g_autoptr(GRand) rand = g_rand_new_with_seed(11);
	struct thing things[80];
	struct cc_arena arena;

	cc_arena_init(&arena);
	for (int n = 0; n < CASES; n++) {
		const size_t count = (size_t)g_rand_int_range(rand, 0, 80);
		struct cc_clear clear = {.arena = &arena, .air = {AIR, AIR}};

		for (size_t i = 0; i < count; i++) {
			things[i] = random_thing(rand);
			keep_thing(&clear, &things[i]);
		}
		for (int k = 0; k < 10; k++)
			check_box(&clear, things, count, random_box(rand, 40),
			    random_point(rand));
		cc_arena_reset(&arena);
	}
	cc_arena_finish(&arena);
}

#define WAYS 4
#define WISHES 9
#define ACROSS 3.0
#define DOWN 1.0

struct ways {
	struct cc_box box[WAYS];
	double cost[WAYS], more[WAYS];
};

static struct cc_box
everywhere(const void *thing)
{
	(void)thing;
	return (struct cc_box){-1e3, -1e3, 2e3, 2e3};
}

static double
cost_of(const void *thing, size_t n, struct cc_box *box)
{
	const struct ways *ways = thing;

	*box = ways->box[n];
	return ways->cost[n];
}

static double
more_of(const void *thing, struct cc_box box)
{
	const struct ways *ways = thing;

	for (size_t n = 0; n < WAYS; n++)
		if (ways->box[n].x == box.x && ways->box[n].y == box.y)
			return ways->more[n];
	g_assert_not_reached();
}

static const struct cc_ways of_table = {WAYS, everywhere, cost_of, more_of};

/* What two ways cost and where they are is never the same by chance. */
static void
make_ways(GRand *rand, struct ways *ways)
{
	for (size_t n = 0; n < WAYS; n++) {
		ways->box[n] = random_box(rand, 60);
		ways->box[n].x += g_rand_double(rand);
		ways->cost[n] = (double)n + g_rand_double(rand) * 5;
		ways->more[n] =
		    g_rand_boolean(rand) ? 0 : g_rand_double(rand) * 5;
		if (g_rand_int_range(rand, 0, 6) == 0)
			ways->cost[n] = INFINITY;
		if (g_rand_int_range(rand, 0, 6) == 0)
			ways->more[n] = INFINITY;
	}
}

static bool
are_apart(struct cc_box a, struct cc_box b)
{
	return a.x - ACROSS >= cc_box_right(b) ||
	       b.x >= cc_box_right(a) + ACROSS ||
	       a.y - DOWN >= cc_box_bottom(b) || b.y >= cc_box_bottom(a) + DOWN;
}

/* The least cost of one more, with `but` taken away, and the way to it. */
static double
least_cost(struct cc_search *search, const struct ways *ways, size_t but,
    struct cc_box *box)
{
	double least = INFINITY;

	cc_clear_look(&search->clear, everywhere(ways));
	for (size_t n = 0; n < WAYS; n++) {
		const double cost = ways->cost[n] + ways->more[n];
		bool apart =
		    !cc_clear_meets(&search->clear, CC_HARD, ways->box[n]);

		for (size_t i = 0; i < search->placed_count; i++)
			apart &= i == but ||
			         are_apart(ways->box[n], search->placed[i].box);
		if (apart && cost < least) {
			least = cost;
			*box = ways->box[n];
		}
	}
	return least;
}

/* What it costs where the i-th moves for it. */
static double
pair_cost(struct cc_search *search, const struct ways *ways, size_t i)
{
	struct cc_wish *other = &search->placed[i];
	const struct cc_wish was = *other;
	struct cc_box unused;
	double cost = least_cost(search, ways, i, &other->box);

	if (cost < INFINITY)
		cost += least_cost(search, was.thing, WISHES, &unused);
	*other = was;
	return cost - was.cost;
}

static double
least_pair(struct cc_search *search, const struct ways *ways)
{
	double least = INFINITY;

	for (size_t i = 0; i < search->placed_count; i++)
		least = fmin(least, pair_cost(search, ways, i));
	return least;
}

static double
total(const struct cc_search *search)
{
	double sum = 0;

	for (size_t i = 0; i < search->placed_count; i++)
		sum += search->placed[i].cost;
	return sum;
}

static void
check_apart(struct cc_search *search)
{
	cc_clear_look(&search->clear, everywhere(NULL));
	for (size_t i = 0; i < search->placed_count; i++) {
		const struct cc_box box = search->placed[i].box;

		g_assert_false(cc_clear_meets(&search->clear, CC_HARD, box));
		for (size_t j = 0; j < i; j++)
			g_assert_true(are_apart(box, search->placed[j].box));
	}
}

/* Adds one more and looks whether that cost what it had to. */
static void
check_add(struct cc_search *search, const struct ways *ways, size_t *moved)
{
	const size_t count = search->placed_count;
	const double before = total(search);
	struct cc_wish wish = {.ways = &of_table, .thing = ways};
	struct cc_box unused;
	double least = least_cost(search, ways, WISHES, &unused);

	if (least == INFINITY && count > 0) {
		least = least_pair(search, ways);
		*moved += least < INFINITY;
	}
	g_assert_cmpint(cc_search_add(search, &wish), ==, least < INFINITY);
	g_assert_cmpuint(search->placed_count, ==, count + (least < INFINITY));
	if (least < INFINITY)
		g_assert_cmpfloat(
		    fabs(total(search) - before - least), <, 1e-9);
	check_apart(search);
}

/* Each gets the way that costs least, or takes that of another to which most is
 * left; none is in the way of another or on what is hard. */
static void
test_search(void)
{
	g_autoptr(GRand) rand = g_rand_new_with_seed(12);
	struct ways ways[WISHES];
	struct cc_arena arena;
	size_t moved = 0;

	cc_arena_init(&arena);
	for (int n = 0; n < CASES; n++) {
		struct cc_search search = {
		    .clear.arena = &arena, .across = ACROSS, .down = DOWN};

		for (int i = 0; i < 4; i++)
			cc_clear_words(
			    &search.clear, CC_HARD, random_box(rand, 80));
		for (size_t i = 0; i < WISHES; i++) {
			make_ways(rand, &ways[i]);
			check_add(&search, &ways[i], &moved);
		}
		cc_arena_reset(&arena);
	}
	g_assert_cmpuint(moved, >, CASES / 10);
	cc_arena_finish(&arena);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/search/clear", test_clear);
	g_test_add_func("/search/places", test_search);
	return g_test_run();
}
