/* Which stretches of time are cut out of the axis, and that nothing is ever cut
 * that stands there. */
#include "layout/silence.h"

#include <glib.h>

#define DAY CC_MINUTES_A_DAY

/* An axis of so many days with things on these, cut. Returns the cuts. */
static size_t
cut_days(struct cc_axis *axis, int64_t days, const struct cc_occupied *occupied,
    size_t count)
{
	struct cc_occupied minutes[16];

	g_assert_cmpuint(count, <=, G_N_ELEMENTS(minutes));
	for (size_t i = 0; i < count; i++)
		minutes[i] = (struct cc_occupied){occupied[i].from * DAY,
		    occupied[i].to * DAY, occupied[i].awaited};
	*axis = (struct cc_axis){
	    .stretch = {{{0}, {days * DAY}, 0, 0}}, .stretches = 1};
	cc_silences_cut(axis, minutes, count);
	return axis->stretches - 1;
}

static void
test_half(void)
{
	static const struct cc_occupied half[] = {
	    {0, 50, false}, {250, 400, false}};
	static const struct cc_occupied more[] = {
	    {0, 50, false}, {251, 400, false}};
	static const struct cc_occupied alike[] = {
	    {0, 1, false}, {50, 51, false}, {100, 101, false}};
	struct cc_axis axis;

	g_assert_cmpuint(cut_days(&axis, 400, half, 2), ==, 0);
	g_assert_cmpuint(cut_days(&axis, 400, more, 2), ==, 1);
	/* 2 % of the 199 days that stay are kept beside the cut. */
	g_assert_cmpint(axis.stretch[0].to.minute, ==, (int64_t)(53.98 * DAY));
	g_assert_cmpint(
	    axis.stretch[1].from.minute, ==, 251 * DAY - (int64_t)(3.98 * DAY));
	g_assert_cmpint(axis.stretch[1].to.minute, ==, 400 * DAY);
	g_assert_cmpuint(cut_days(&axis, 101, alike, 3), ==, 0);
}

/* The second is measured against what the first leaves. */
static void
test_two(void)
{
	static const struct cc_occupied two[] = {{0, 10, false},
	    {400, 420, false}, {1400, 1440, false}, {1445, 1460, false}};
	struct cc_axis axis;

	g_assert_cmpuint(cut_days(&axis, 1460, two, 4), ==, 2);
	g_assert_cmpint(axis.stretch[1].from.minute, <, 400 * DAY);
	g_assert_cmpint(axis.stretch[1].to.minute, >, 420 * DAY);
	g_assert_cmpint(axis.stretch[2].from.minute, <, 1400 * DAY);
}

/* No more than two, and none in minutes. */
static void
test_limits(void)
{
	static const struct cc_occupied many[] = {{0, 1, false},
	    {10, 11, false}, {100, 101, false}, {1000, 1001, false},
	    {10000, 10001, false}};
	struct cc_occupied minutes[] = {{0, 5, false}, {110, 120, false}};
	struct cc_axis axis = {.stretch = {{{0}, {120}, 0, 0}}, .stretches = 1};

	g_assert_cmpuint(cut_days(&axis, 10001, many, 5), ==, 2);
	axis =
	    (struct cc_axis){.stretch = {{{0}, {120}, 0, 0}}, .stretches = 1};
	cc_silences_cut(&axis, minutes, 2);
	g_assert_cmpuint(axis.stretches, ==, 1);
}

/* Time to what was waited for is time that was lived through. */
static void
test_awaited(void)
{
	static const struct cc_occupied seen[] = {
	    {0, 10, false}, {500, 500, true}, {500, 500, false}};
	static const struct cc_occupied later[] = {
	    {0, 10, false}, {480, 490, false}, {500, 500, true}};
	struct cc_axis axis;

	g_assert_cmpuint(cut_days(&axis, 501, seen, 3), ==, 0);
	g_assert_cmpuint(cut_days(&axis, 501, later, 3), ==, 1);
}

/* Each stretch has room for a date, and holds a unit of the whole course: a
 * day of 1990 keeps a year beside it. */
static void
test_room(void)
{
	static const struct cc_occupied once[] = {
	    {0, 1, false}, {9000, 10000, false}};
	struct cc_axis axis;

	g_assert_cmpuint(cut_days(&axis, 10000, once, 2), ==, 1);
	g_assert_cmpint(axis.stretch[0].to.minute - axis.stretch[0].from.minute,
	    >=, 366 * DAY);
	g_assert_cmpint(axis.stretch[0].to.minute, <, 400 * DAY);
}

static bool
is_drawn(const struct cc_axis *axis, int64_t minute)
{
	for (size_t i = 0; i < axis->stretches; i++)
		if (minute >= axis->stretch[i].from.minute &&
		    minute <= axis->stretch[i].to.minute)
			return true;
	return false;
}

static void
check_cut(const struct cc_axis *axis, const struct cc_occupied *occupied,
    size_t count)
{
	g_assert_cmpuint(axis->stretches, <=, 3);
	for (size_t i = 0; i < count; i++) {
		g_assert_true(is_drawn(axis, occupied[i].from));
		g_assert_true(is_drawn(axis, occupied[i].to));
	}
	for (size_t s = 0; s + 1 < axis->stretches; s++) {
		const int64_t from = axis->stretch[s].to.minute;
		const int64_t to = axis->stretch[s + 1].from.minute;

		g_assert_cmpint(axis->stretch[s].from.minute, <, from);
		g_assert_cmpint(from, <, to);
		for (size_t i = 0; i < count; i++)
			g_assert_false(
			    occupied[i].from < to && occupied[i].to > from);
	}
}

static void
test_random(void)
{
	g_autoptr(GRand) rand = g_rand_new_with_seed(11);
	size_t cuts = 0;

	for (int n = 0; n < 4000; n++) {
		const int64_t span = g_rand_int_range(rand, 200, 40000000);
		const size_t count = (size_t)g_rand_int_range(rand, 1, 9);
		struct cc_occupied occupied[10];
		struct cc_axis axis = {
		    .stretch = {{{0}, {span}, 0, 0}}, .stretches = 1};

		for (size_t i = 0; i < count; i++) {
			const double at = g_rand_double(rand);
			const double to =
			    at + g_rand_double(rand) * (1 - at) * 0.3;

			occupied[i] = (struct cc_occupied){
			    .from = (int64_t)(at * (double)span),
			    .to = (int64_t)(to * (double)span)};
		}
		occupied[count] = (struct cc_occupied){.to = 1};
		cc_silences_cut(&axis, occupied, count + 1);
		check_cut(&axis, occupied, count + 1);
		g_assert_cmpint(axis.stretch[0].from.minute, ==, 0);
		g_assert_cmpint(
		    axis.stretch[axis.stretches - 1].to.minute, ==, span);
		cuts += axis.stretches - 1;
	}
	g_assert_cmpuint(cuts, >, 200);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/silence/half", test_half);
	g_test_add_func("/silence/two", test_two);
	g_test_add_func("/silence/limits", test_limits);
	g_test_add_func("/silence/awaited", test_awaited);
	g_test_add_func("/silence/room", test_room);
	g_test_add_func("/silence/random", test_random);
	return g_test_run();
}
