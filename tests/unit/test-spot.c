/* Words at points: what must hold is checked from outside, by geometry. */
#include "mark/spot.h"

#include <glib.h>
#include <math.h>

#define U 10.0
#define SIGN 3.6 /* radius */
#define ROOM_WIDTH 400.0
#define ROOM_HEIGHT 60.0

static void
make_spots(struct cc_spots *spots)
{
	struct cc_arena *arena = g_new(struct cc_arena, 1);
	cc_arena_init(arena);
	cc_spots_init(spots, arena,
	    (struct cc_box){0, 0, ROOM_WIDTH, ROOM_HEIGHT}, U, 0.6);
	spots->line = 1;
}

static void
drop_spots(struct cc_spots *spots)
{
	struct cc_arena *arena = spots->search.clear.arena;
	cc_arena_finish(arena);
	g_free(arena);
}

static void
add_line(struct cc_spots *spots, struct cc_point from, struct cc_point to)
{
	cc_clear_line(&spots->search.clear, CC_HARD, from, to, spots->line);
}

static void
add_sign(struct cc_spots *spots, struct cc_point at)
{
	cc_clear_disc(&spots->search.clear, at, SIGN);
}

static struct cc_box
box_of(const struct cc_spots *spots, size_t i)
{
	return spots->search.placed[i].box;
}

/* A peak's value stands above it, though there is room beside it. */
static void
test_peak(void)
{
	struct cc_spots spots;
	struct cc_point peak = {200, 30};
	make_spots(&spots);
	add_line(&spots, (struct cc_point){150, 36}, peak);
	add_line(&spots, peak, (struct cc_point){250, 36});
	struct cc_spot spot = {
	    .at = peak, .width = 15, .height = 6, .side = CC_SPOT_ABOVE};
	g_assert_true(cc_spots_add(&spots, &spot));
	g_assert_cmpfloat(cc_box_bottom(box_of(&spots, 0)), <, peak.y);
	spot.at.x = 300;
	spot.side = CC_SPOT_BELOW;
	g_assert_true(cc_spots_add(&spots, &spot));
	g_assert_cmpfloat(box_of(&spots, 1).y, >, peak.y);
	drop_spots(&spots);
}

/* What would reach over the row's hairline stands beside its point, unless a
 * line is there: then it may. */
static void
test_own_row(void)
{
	struct cc_spots spots;
	struct cc_point peak = {200, 18};
	struct cc_spot spot = {.at = peak,
	    .radius = SIGN,
	    .width = 15,
	    .height = 6,
	    .side = CC_SPOT_ABOVE};
	make_spots(&spots);
	spots.own.y = 14;
	spots.own.height = ROOM_HEIGHT - 14;
	add_sign(&spots, peak);
	g_assert_true(cc_spots_add(&spots, &spot));
	g_assert_cmpfloat(box_of(&spots, 0).y, >=, spots.own.y);
	drop_spots(&spots);

	make_spots(&spots);
	spots.own.y = 14;
	spots.own.height = ROOM_HEIGHT - 14;
	add_sign(&spots, peak);
	for (double x = 150; x < 250; x += 4)
		add_line(&spots, (struct cc_point){x, 17},
		    (struct cc_point){x, ROOM_HEIGHT});
	g_assert_true(cc_spots_add(&spots, &spot));
	g_assert_cmpfloat(box_of(&spots, 0).y, <, spots.own.y);
	drop_spots(&spots);
}

/* A peak's value stands over the row's edge rather than under the peak, where
 * it may seem to be of a trough; where there is nothing else, under it. */
static void
test_inner_side(void)
{
	struct cc_spots spots;
	struct cc_point peak = {200, 20};
	struct cc_spot spot = {.at = peak,
	    .radius = SIGN,
	    .width = 15,
	    .height = 6,
	    .side = CC_SPOT_ABOVE};
	make_spots(&spots);
	spots.own.y = 18;
	spots.own.height = ROOM_HEIGHT - 18;
	add_line(&spots, (struct cc_point){150, 22}, peak);
	add_line(&spots, peak, (struct cc_point){250, 22});
	g_assert_true(cc_spots_add(&spots, &spot));
	g_assert_cmpfloat(cc_box_bottom(box_of(&spots, 0)), <, peak.y);
	drop_spots(&spots);

	make_spots(&spots);
	spots.room = spots.own =
	    (struct cc_box){0, 18, ROOM_WIDTH, ROOM_HEIGHT - 18};
	add_line(&spots, (struct cc_point){150, 22}, peak);
	add_line(&spots, peak, (struct cc_point){250, 22});
	g_assert_true(cc_spots_add(&spots, &spot));
	g_assert_cmpfloat(box_of(&spots, 0).y, >, peak.y);
	drop_spots(&spots);
}

/* Between two signs: the earlier word takes the place on the right, which is
 * the only one of the later word, and moves to the left for it. */
static void
test_make_room(void)
{
	struct cc_spots spots;
	struct cc_spot first = {
	    .at = {100, 30}, .radius = SIGN, .width = 18, .height = 6};
	struct cc_spot second = {
	    .at = {130, 30}, .radius = SIGN, .width = 10, .height = 6};
	make_spots(&spots);
	spots.room = spots.own = (struct cc_box){60, 26, 75, 8};
	add_sign(&spots, first.at);
	add_sign(&spots, second.at);
	g_assert_true(cc_spots_add(&spots, &first));
	g_assert_cmpfloat(box_of(&spots, 0).x, >, first.at.x);
	g_assert_true(cc_spots_add(&spots, &second));
	g_assert_cmpfloat(cc_box_right(box_of(&spots, 0)), <, first.at.x);
	g_assert_cmpfloat(cc_box_right(box_of(&spots, 1)), <, second.at.x);
	g_assert_cmpfloat(box_of(&spots, 1).x, >, first.at.x);
	drop_spots(&spots);
}

/* The right side has room, but behind another point, whose value that would
 * seem to be. */
static void
test_nearest(void)
{
	struct cc_spots spots;
	struct cc_spot spot = {
	    .at = {100, 30}, .radius = SIGN, .width = 18, .height = 6};
	make_spots(&spots);
	add_sign(&spots, spot.at);
	add_sign(&spots, (struct cc_point){103, 34});
	add_sign(&spots, (struct cc_point){103, 26});
	g_assert_true(cc_spots_add(&spots, &spot));
	g_assert_cmpfloat(cc_box_right(box_of(&spots, 0)), <, spot.at.x);
	/* No words are better than words of another value. */
	add_sign(&spots, (struct cc_point){200, 30});
	add_sign(&spots, (struct cc_point){206, 30});
	spots.room = spots.own = (struct cc_box){202, 0, 100, ROOM_HEIGHT};
	spot.at.x = 200;
	g_assert_false(cc_spots_add(&spots, &spot));
	drop_spots(&spots);
}

/* Not across the line of a turning point, and on none where it can be. */
static void
test_soft(void)
{
	struct cc_spots spots;
	struct cc_spot spot = {
	    .at = {100, 30}, .radius = SIGN, .width = 18, .height = 6};
	struct cc_edge line = {{106, 0}, {106, ROOM_HEIGHT}, true};
	make_spots(&spots);
	cc_clear_line(&spots.search.clear, CC_SOFT, line.from, line.to, 0);
	g_assert_true(cc_spots_add(&spots, &spot));
	g_assert_cmpfloat(cc_box_right(box_of(&spots, 0)), <, line.from.x);
	drop_spots(&spots);
}

static bool
touches_sign(struct cc_point centre, struct cc_box box)
{
	double x = CLAMP(centre.x, box.x, cc_box_right(box));
	double y = CLAMP(centre.y, box.y, cc_box_bottom(box));
	return hypot(centre.x - x, centre.y - y) < SIGN;
}

static void
check_placed(
    const struct cc_spots *spots, const struct cc_point *points, int count)
{
	for (size_t i = 0; i < spots->search.placed_count; i++) {
		struct cc_box box = box_of(spots, i);
		g_assert_cmpfloat(box.x, >=, 0);
		g_assert_cmpfloat(box.y, >=, 0);
		g_assert_cmpfloat(cc_box_right(box), <=, ROOM_WIDTH);
		g_assert_cmpfloat(cc_box_bottom(box), <=, ROOM_HEIGHT);
		for (size_t j = 0; j < i; j++)
			g_assert_false(cc_box_overlap(box, box_of(spots, j)));
		for (int j = 0; j < count; j++) {
			struct cc_edge line = {
			    points[MAX(j - 1, 0)], points[j], true};
			g_assert_false(touches_sign(points[j], box));
			g_assert_false(cc_edge_meets(&line, box));
		}
	}
}

/* The start of a falling line: above it, though there is room below. */
static void
test_start(void)
{
	struct cc_spots spots;
	struct cc_spot spot = {.at = {0, 10}, .width = 18, .height = 6};
	make_spots(&spots);
	spots.room.y = spots.own.y = 1;
	add_line(&spots, spot.at, (struct cc_point){60, 14});
	g_assert_true(cc_spots_add(&spots, &spot));
	g_assert_cmpfloat(cc_box_bottom(box_of(&spots, 0)), <, spot.at.y);
	drop_spots(&spots);
}

/* However they move, words keep clear of all ink. */
static void
test_random(void)
{
	GRand *rand = g_rand_new_with_seed(7);
	size_t placed = 0, asked = 0;
	for (int c = 0; c < 500; c++) {
		struct cc_spots spots;
		struct cc_point points[12];
		make_spots(&spots);
		int count = g_rand_int_range(rand, 2, 13);
		for (int i = 0; i < count; i++) {
			points[i] = (struct cc_point){
			    ROOM_WIDTH * (i + g_rand_double(rand)) / count,
			    g_rand_double_range(rand, 5, ROOM_HEIGHT - 5)};
			add_sign(&spots, points[i]);
			if (i > 0)
				add_line(&spots, points[i - 1], points[i]);
		}
		for (int i = 0; i < count; i++) {
			struct cc_spot spot = {.at = points[i],
			    .radius = SIGN,
			    .width = g_rand_double_range(rand, 5, 40),
			    .height = 6,
			    .side = (enum cc_spot_side)g_rand_int_range(
				rand, CC_SPOT_ANY, CC_SPOT_BELOW + 1)};
			placed += cc_spots_add(&spots, &spot);
			asked++;
		}
		check_placed(&spots, points, count);
		drop_spots(&spots);
	}
	g_rand_free(rand);
	g_assert_cmpuint(10 * placed, >, 9 * asked);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/spot/peak", test_peak);
	g_test_add_func("/spot/own-row", test_own_row);
	g_test_add_func("/spot/inner-side", test_inner_side);
	g_test_add_func("/spot/make-room", test_make_room);
	g_test_add_func("/spot/nearest", test_nearest);
	g_test_add_func("/spot/soft", test_soft);
	g_test_add_func("/spot/start", test_start);
	g_test_add_func("/spot/random", test_random);
	return g_test_run();
}
