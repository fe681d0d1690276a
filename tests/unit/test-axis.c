/* The axis is pure numbers: what must hold for ticks and positions, on seeded
 * random stretches of time from an hour to three centuries. */
#include "layout/axis.h"

#include <glib.h>
#include <locale.h>
#include <math.h>

#define CASES 2000
#define LEFT 120.0
#define RIGHT 1240.0

/* A calendar month or year may be this much shorter than the mean by which
 * steps are chosen: February, 28 of 30.4375 days. */
#define SHORTEST (28 / 30.4375)

static struct cc_axis
random_axis(GRand *rand, enum cc_clock clock)
{
	/* By powers, so that minutes come as often as decades. */
	const int64_t span =
	    (int64_t)pow(10, g_rand_double_range(rand, 2, 8.2));
	const int64_t from =
	    cc_instant_from_date(g_rand_int_range(rand, 1900, 2030), 1, 1)
		.minute +
	    g_rand_int_range(rand, 0, 525600);

	return (struct cc_axis){
	    .clock = clock,
	    .stretch = {{{from}, {from + span}, LEFT, RIGHT}},
	    .stretches = 1,
	};
}

/* The same with one cut or two, all stretches to one scale. */
static struct cc_axis
random_cut_axis(GRand *rand)
{
	struct cc_axis axis = {.clock = CC_CLOCK_DATE};
	int64_t minute = g_rand_int_range(rand, -1000000, 30000000);
	const double scale = g_rand_double_range(rand, 1e-4, 1e-2);
	double x = LEFT;

	axis.stretches =
	    (size_t)g_rand_int_range(rand, 2, CC_AXIS_STRETCHES + 1);
	for (size_t i = 0; i < axis.stretches; i++) {
		struct cc_stretch *stretch = &axis.stretch[i];

		stretch->from.minute = minute;
		stretch->left = x;
		minute += g_rand_int_range(rand, 1440, 1000000);
		stretch->to.minute = minute;
		x += scale * (double)(minute - stretch->from.minute);
		stretch->right = x;
		minute += g_rand_int_range(rand, 1440, 5000000);
		x += 20;
	}
	return axis;
}

static bool
inside(const struct cc_axis *axis, struct cc_instant at)
{
	for (size_t i = 0; i < axis->stretches; i++)
		if (at.minute >= axis->stretch[i].from.minute &&
		    at.minute <= axis->stretch[i].to.minute)
			return true;
	return false;
}

static bool
same_stretch(const struct cc_axis *axis, double a, double b)
{
	for (size_t i = 0; i < axis->stretches; i++)
		if (a >= axis->stretch[i].left && b <= axis->stretch[i].right)
			return true;
	return false;
}

static void
check_ticks(
    const struct cc_axis *axis, const struct cc_ticks *ticks, double apart)
{
	for (size_t i = 0; i < ticks->count; i++) {
		const struct cc_tick *tick = &ticks->tick[i];

		g_assert_true(inside(axis, tick->at));
		g_assert_cmpfloat(tick->x, ==, cc_axis_x(axis, tick->at));
		if (i == 0)
			continue;
		g_assert_cmpint(tick->at.minute, >, tick[-1].at.minute);
		g_assert_cmpfloat(tick->x, >, tick[-1].x);
		if (same_stretch(axis, tick[-1].x, tick->x))
			g_assert_cmpfloat(
			    tick->x - tick[-1].x, >=, SHORTEST * apart - 1e-6);
	}
}

/* A stretch too short for the step has the first whole unit in it. */
static bool
alone(const struct cc_axis *axis, const struct cc_ticks *ticks, size_t tick)
{
	const double x = ticks->tick[tick].x;

	for (size_t i = 0; i < ticks->count; i++)
		if (i != tick && same_stretch(axis, MIN(x, ticks->tick[i].x),
				     MAX(x, ticks->tick[i].x)))
			return false;
	return true;
}

/* What the number under a tick says, and that it stands on the first of what
 * it names. */
static void
check_calendar(const struct cc_axis *axis, const struct cc_ticks *ticks)
{
	for (size_t i = 0; i < ticks->count; i++) {
		const struct cc_tick *tick = &ticks->tick[i];
		const struct cc_date date = cc_instant_date(tick->at);
		const int step = alone(axis, ticks, i) ? 1 : ticks->step;
		const int64_t of_day =
		    tick->at.minute -
		    cc_instant_from_date(date.year, date.month, date.day)
			.minute;

		switch (ticks->unit) {
		case CC_TICK_YEAR:
			g_assert_cmpint(date.month, ==, 1);
			g_assert_cmpint(tick->number, ==, date.year);
			G_GNUC_FALLTHROUGH;
		case CC_TICK_MONTH:
			g_assert_cmpint(date.day, ==, 1);
			if (ticks->unit == CC_TICK_MONTH) {
				g_assert_cmpint((date.month - 1) % step, ==, 0);
				g_assert_cmpint(tick->number, ==, date.month);
			}
			G_GNUC_FALLTHROUGH;
		case CC_TICK_DAY:
		case CC_TICK_WEEK:
			g_assert_cmpint(of_day, ==, 0);
			if (ticks->unit == CC_TICK_DAY)
				g_assert_cmpint((date.day - 1) % step, ==, 0);
			break;
		case CC_TICK_HOUR:
			g_assert_cmpint(of_day % (60 * step), ==, 0);
			break;
		case CC_TICK_MINUTE:
			g_assert_cmpint(of_day % step, ==, 0);
			break;
		}
	}
}

static void
test_calendar(void)
{
	g_autoptr(GRand) rand = g_rand_new_with_seed(1);
	struct cc_arena arena;

	cc_arena_init(&arena);
	for (int n = 0; n < CASES; n++) {
		const double apart = g_rand_double_range(rand, 20, 80);
		const struct cc_axis axis =
		    n % 4 == 0 ? random_cut_axis(rand)
			       : random_axis(rand, CC_CLOCK_DATE);
		const struct cc_ticks ticks =
		    cc_axis_calendar(&arena, &axis, apart);

		check_ticks(&axis, &ticks, apart);
		check_calendar(&axis, &ticks);
		g_assert_cmpint(
		    cc_axis_calendar_unit(&axis, apart), ==, ticks.unit);
		cc_arena_reset(&arena);
	}
	cc_arena_finish(&arena);
}

static void
check_zero(
    const struct cc_axis *axis, const struct cc_ticks *ticks, int64_t zero)
{
	bool found = false;

	for (size_t i = 0; i < ticks->count; i++) {
		const struct cc_tick *tick = &ticks->tick[i];

		if (!alone(axis, ticks, i))
			g_assert_cmpint(tick->number % ticks->step, ==, 0);
		g_assert_true(tick->major == (tick->number == 0));
		if (tick->number == 0)
			g_assert_cmpint(tick->at.minute, ==, zero);
		g_assert_true((tick->number < 0) == (tick->at.minute < zero));
		found = found || tick->number == 0;
	}
	g_assert_true(found == inside(axis, (struct cc_instant){zero}));
}

static void
test_relative(void)
{
	static const enum cc_clock clocks[] = {CC_CLOCK_DATE, CC_CLOCK_DAY,
	    CC_CLOCK_STUDY_DAY, CC_CLOCK_WEEK, CC_CLOCK_AGE};
	g_autoptr(GRand) rand = g_rand_new_with_seed(2);
	struct cc_arena arena;

	cc_arena_init(&arena);
	for (int n = 0; n < CASES; n++) {
		const double apart = g_rand_double_range(rand, 20, 80);
		const struct cc_axis axis =
		    n % 4 == 0
			? random_cut_axis(rand)
			: random_axis(rand, clocks[g_rand_int_range(rand, 0,
						G_N_ELEMENTS(clocks))]);
		const int64_t from = axis.stretch[0].from.minute;
		const int64_t span =
		    axis.stretch[axis.stretches - 1].to.minute - from;
		const int64_t zero =
		    from +
		    (int64_t)((double)span * g_rand_double_range(rand, -.5, 1));
		const struct cc_ticks ticks = cc_axis_relative(
		    &arena, &axis, (struct cc_instant){zero}, -1, apart);

		check_ticks(&axis, &ticks, apart);
		check_zero(&axis, &ticks, zero);
		cc_arena_reset(&arena);
	}
	cc_arena_finish(&arena);
}

/* A unit that was asked for is kept. */
static void
test_unit(void)
{
	const struct cc_axis axis = {
	    .clock = CC_CLOCK_DATE,
	    .stretch = {{cc_instant_from_date(2020, 1, 31),
		cc_instant_from_date(2021, 1, 31), LEFT, RIGHT}},
	    .stretches = 1,
	};
	struct cc_arena arena;

	cc_arena_init(&arena);
	for (int unit = CC_TICK_DAY; unit <= CC_TICK_YEAR; unit++) {
		const struct cc_ticks ticks = cc_axis_relative(
		    &arena, &axis, axis.stretch[0].from, unit, 40);

		g_assert_cmpint(ticks.unit, ==, unit);
		check_ticks(&axis, &ticks, 40);
		check_zero(&axis, &ticks, axis.stretch[0].from.minute);
	}
	cc_arena_finish(&arena);
}

/* And its steps grow with the span, however long that is: but no number has
 * more than five digits. */
static void
test_long_unit(void)
{
	static const struct {
		int64_t years;
		enum cc_tick_unit finest;
	} spans[] = {{30, CC_TICK_DAY}, {8000, CC_TICK_MONTH}};
	struct cc_arena arena;

	cc_arena_init(&arena);
	for (size_t i = 0; i < G_N_ELEMENTS(spans); i++)
		for (int unit = CC_TICK_MINUTE; unit <= CC_TICK_YEAR; unit++) {
			const struct cc_axis axis = {
			    .clock = CC_CLOCK_COUNT,
			    .stretch = {{{0}, {spans[i].years * 525960}, LEFT,
				RIGHT}},
			    .stretches = 1,
			};
			const struct cc_ticks ticks = cc_axis_relative(
			    &arena, &axis, axis.stretch[0].from, unit, 40);

			g_assert_cmpint(
			    ticks.unit, ==, MAX(unit, (int)spans[i].finest));
			g_assert_cmpuint(ticks.count, >, 5);
			check_ticks(&axis, &ticks, 40);
		}
	cc_arena_finish(&arena);
}

static void
check_numbers(const struct cc_ticks *ticks, const int *numbers, size_t count)
{
	g_assert_cmpuint(ticks->count, >=, count);
	for (size_t i = 0; i < count; i++)
		g_assert_cmpint(ticks->tick[i].number, ==, numbers[i]);
}

/* Days of the month begin anew with each month; counted ones go by weeks. */
static void
test_days(void)
{
	static const int dates[] = {1, 8, 15, 22, 1, 8, 15, 22, 1, 8, 15};
	static const int halves[] = {15, 1, 15, 1, 15, 1, 15};
	static const int days[] = {-28, 0, 28, 56, 84};
	const struct cc_instant from = cc_instant_from_date(2021, 1, 1);
	struct cc_axis axis = {
	    .clock = CC_CLOCK_DATE,
	    .finest = CC_TICK_DAY,
	    .stretch = {{from, {from.minute + 80 * CC_MINUTES_A_DAY}, 0, 800}},
	    .stretches = 1,
	};
	struct cc_arena arena;
	struct cc_ticks ticks;

	cc_arena_init(&arena);
	ticks = cc_axis_calendar(&arena, &axis, 60);
	check_numbers(&ticks, dates, G_N_ELEMENTS(dates));
	axis.stretch[0].from = cc_instant_from_date(2021, 1, 4);
	ticks = cc_axis_calendar(&arena, &axis, 140);
	check_numbers(&ticks, halves, 5);
	axis.clock = CC_CLOCK_STUDY_DAY;
	axis.stretch[0] = (struct cc_stretch){
	    {-30 * CC_MINUTES_A_DAY}, {110 * CC_MINUTES_A_DAY}, 0, 700};
	ticks = cc_axis_relative(
	    &arena, &axis, (struct cc_instant){0}, CC_TICK_DAY, 100);
	check_numbers(&ticks, days, G_N_ELEMENTS(days));
	g_assert_cmpuint(ticks.count, ==, G_N_ELEMENTS(days));
	cc_arena_finish(&arena);
}

/* The whole course decides, not what cuts leave of it: seventeen years with a
 * cut, drawn as one year and three. */
static void
test_whole_course(void)
{
	static const int numbers[] = {0, 14, 15, 16};
	const struct cc_axis axis = {
	    .clock = CC_CLOCK_DATE,
	    .stretch = {{cc_instant_from_date(2001, 5, 10),
			    cc_instant_from_date(2002, 5, 1), 0, 355},
		{cc_instant_from_date(2015, 5, 1),
		    cc_instant_from_date(2018, 4, 30), 375, 1470}},
	    .stretches = 2,
	};
	struct cc_arena arena;
	struct cc_ticks ticks;

	cc_arena_init(&arena);
	ticks = cc_axis_relative(&arena, &axis, axis.stretch[0].from, -1, 48);
	g_assert_cmpint(ticks.unit, ==, CC_TICK_YEAR);
	g_assert_cmpuint(ticks.count, ==, G_N_ELEMENTS(numbers));
	check_numbers(&ticks, numbers, G_N_ELEMENTS(numbers));
	for (size_t i = 0; i < ticks.count; i++)
		g_assert_cmpint(ticks.tick[i].at.minute, ==,
		    cc_instant_from_date(2001 + numbers[i], 5, 10).minute);
	cc_arena_finish(&arena);
}

/* No unit is finer than what is known, not even one that was asked for. */
static void
test_finest(void)
{
	struct cc_axis axis = {
	    .clock = CC_CLOCK_DATE,
	    .stretch = {{cc_instant_from_date(2020, 1, 1),
		cc_instant_from_date(2020, 3, 1), LEFT, RIGHT}},
	    .stretches = 1,
	};
	struct cc_arena arena;

	cc_arena_init(&arena);
	for (int finest = CC_TICK_MINUTE; finest <= CC_TICK_YEAR; finest++) {
		axis.finest = (enum cc_tick_unit)finest;
		for (int unit = -1; unit <= CC_TICK_YEAR; unit++) {
			const struct cc_ticks ticks = cc_axis_relative(
			    &arena, &axis, axis.stretch[0].from, unit, 40);

			g_assert_cmpint((int)ticks.unit, >=, finest);
			g_assert_cmpuint(ticks.count, >, 0);
		}
		g_assert_cmpint(
		    (int)cc_axis_calendar_unit(&axis, 40), >=, finest);
	}
	cc_arena_finish(&arena);
}

/* A stretch that holds none of the steps has the first whole unit in it; what
 * is cut, be it a whole era, costs nothing. */
static void
test_every_stretch(void)
{
	const struct cc_axis axis = {
	    .clock = CC_CLOCK_DATE,
	    .stretch = {{cc_instant_from_date(1991, 2, 1),
			    cc_instant_from_date(1992, 3, 1), 0, 13},
		{cc_instant_from_date(2021, 2, 1),
		    cc_instant_from_date(2037, 1, 1), 33, 224},
		{cc_instant_from_date(9998, 6, 1),
		    cc_instant_from_date(9999, 12, 31), 244, 263}},
	    .stretches = 3,
	};
	static const int years[] = {1992, 2025, 2030, 2035, 9999};
	struct cc_arena arena;
	struct cc_ticks ticks;

	cc_arena_init(&arena);
	ticks = cc_axis_calendar(&arena, &axis, 50);
	g_assert_cmpuint(ticks.count, ==, G_N_ELEMENTS(years));
	check_numbers(&ticks, years, G_N_ELEMENTS(years));
	cc_arena_finish(&arena);
}

static void
test_side(void)
{
	const struct cc_axis axis = {
	    .stretch = {{{0}, {10}, 0, 100}, {{50}, {60}, 120, 220},
		{{90}, {99}, 240, 330}},
	    .stretches = 3,
	};
	double left, right;

	cc_axis_side(&axis, 40, &left, &right);
	g_assert_cmpfloat(left, ==, -INFINITY);
	g_assert_cmpfloat(right, ==, 110);
	cc_axis_side(&axis, 130, &left, &right);
	g_assert_cmpfloat(left, ==, 110);
	g_assert_cmpfloat(right, ==, 230);
	cc_axis_side(&axis, 300, &left, &right);
	g_assert_cmpfloat(left, ==, 230);
	g_assert_cmpfloat(right, ==, INFINITY);
}

/* Months after the 31st stand on the last day of shorter ones. */
static void
test_month_ends(void)
{
	static const int days[] = {31, 29, 31, 30, 31, 30, 31, 31, 30};
	const struct cc_axis axis = {
	    .clock = CC_CLOCK_DATE,
	    .stretch = {{cc_instant_from_date(2020, 1, 31),
		cc_instant_from_date(2020, 10, 1), LEFT, RIGHT}},
	    .stretches = 1,
	};
	struct cc_arena arena;
	struct cc_ticks ticks;

	cc_arena_init(&arena);
	ticks = cc_axis_relative(
	    &arena, &axis, axis.stretch[0].from, CC_TICK_MONTH, 40);
	g_assert_cmpuint(ticks.count, ==, G_N_ELEMENTS(days));
	for (size_t i = 0; i < ticks.count; i++)
		g_assert_cmpint(
		    cc_instant_date(ticks.tick[i].at).day, ==, days[i]);
	cc_arena_finish(&arena);
}

static void
check_monotone(const struct cc_axis *axis)
{
	const struct cc_stretch *last = &axis->stretch[axis->stretches - 1];
	const int64_t from = axis->stretch[0].from.minute;
	const int64_t span = last->to.minute - from;
	double before = axis->stretch[0].left;

	for (int i = -20; i <= 220; i++) {
		const struct cc_instant at = {from + span * i / 200};
		const double x = cc_axis_x(axis, at);

		g_assert_cmpfloat(x, >=, before);
		if (inside(axis, at) && at.minute > from)
			g_assert_cmpfloat(x, >, axis->stretch[0].left);
		before = x;
	}
	g_assert_cmpfloat(before, ==, last->right);
	for (size_t i = 0; i < axis->stretches; i++) {
		const struct cc_stretch *s = &axis->stretch[i];

		g_assert_cmpfloat(cc_axis_x(axis, s->from), ==, s->left);
		g_assert_cmpfloat(
		    fabs(cc_axis_x(axis, s->to) - s->right), <, 1e-9);
	}
}

static void
test_monotone(void)
{
	g_autoptr(GRand) rand = g_rand_new_with_seed(3);

	for (int n = 0; n < CASES; n++) {
		const struct cc_axis whole = random_axis(rand, CC_CLOCK_DATE);
		const struct cc_axis cut = random_cut_axis(rand);

		check_monotone(&whole);
		check_monotone(&cut);
	}
}

static void
test_cut(void)
{
	const struct cc_axis axis = {
	    .clock = CC_CLOCK_DAY,
	    .stretch = {{{0}, {100}, 0, 100}, {{1000}, {1100}, 120, 220}},
	    .stretches = 2,
	};

	g_assert_cmpfloat(cc_axis_x(&axis, (struct cc_instant){50}), ==, 50);
	g_assert_cmpfloat(cc_axis_x(&axis, (struct cc_instant){101}), ==, 110);
	g_assert_cmpfloat(cc_axis_x(&axis, (struct cc_instant){999}), ==, 110);
	g_assert_cmpfloat(cc_axis_x(&axis, (struct cc_instant){1050}), ==, 170);
	g_assert_cmpfloat(cc_axis_x(&axis, CC_INSTANT_NONE_BEFORE), ==, 0);
	g_assert_cmpfloat(cc_axis_x(&axis, CC_INSTANT_NONE_AFTER), ==, 220);
}

/* Years' ends and summer time of the reader's zone are none of ours. */
static void
test_zone(void)
{
	static const char *const zones[] = {
	    "UTC", "America/St_Johns", "Pacific/Apia", "Asia/Kathmandu"};
	const struct cc_axis axis = {
	    .clock = CC_CLOCK_DATE,
	    .stretch = {{cc_instant_from_date(2011, 3, 1),
		cc_instant_from_date(2012, 3, 1), LEFT, RIGHT}},
	    .stretches = 1,
	};
	struct cc_arena arena;

	cc_arena_init(&arena);
	for (size_t i = 0; i < G_N_ELEMENTS(zones); i++) {
		struct cc_ticks ticks;

		g_setenv("TZ", zones[i], true);
		setlocale(LC_ALL, i % 2 == 0 ? "C" : "");
		ticks = cc_axis_calendar(&arena, &axis, 60);
		g_assert_cmpuint(ticks.count, ==, 13);
		g_assert_cmpint(
		    ticks.tick[0].at.minute, ==, axis.stretch[0].from.minute);
		g_assert_cmpint(
		    ticks.tick[12].at.minute, ==, axis.stretch[0].to.minute);
		g_assert_true(ticks.tick[10].major);
	}
	cc_arena_finish(&arena);
}

/* A cut of centuries between two days: no step of it is walked, and the ticks
 * behind it are those that are there without the days before. */
static void
test_far_cut(void)
{
	const int64_t day = CC_MINUTES_A_DAY;
	const int64_t far = cc_instant_from_date(9999, 12, 30).minute;
	const int64_t near = cc_instant_from_date(2022, 7, 15).minute;
	const struct cc_axis axis = {
	    .clock = CC_CLOCK_DATE,
	    .stretch = {{{near}, {near + day}, 100, 600},
		{{far}, {far + day}, 620, 1120}},
	    .stretches = 2,
	};
	struct cc_arena arena;
	struct cc_ticks calendar, relative;

	cc_arena_init(&arena);
	calendar = cc_axis_calendar(&arena, &axis, 60);
	relative = cc_axis_relative(
	    &arena, &axis, (struct cc_instant){near}, -1, 60);
	/* Every three hours, both ends included. */
	g_assert_cmpint(calendar.step, ==, 3);
	g_assert_cmpuint(calendar.count, ==, 18);
	g_assert_cmpint(calendar.tick[9].at.minute, ==, far);
	/* Eight thousand years are counted in years. */
	g_assert_cmpint(relative.unit, ==, CC_TICK_YEAR);
	g_assert_cmpuint(relative.count, ==, 1);
	g_assert_cmpint(relative.tick[0].at.minute, ==, near);
	cc_arena_finish(&arena);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/axis/calendar", test_calendar);
	g_test_add_func("/axis/relative", test_relative);
	g_test_add_func("/axis/unit", test_unit);
	g_test_add_func("/axis/unit-long", test_long_unit);
	g_test_add_func("/axis/days", test_days);
	g_test_add_func("/axis/whole-course", test_whole_course);
	g_test_add_func("/axis/finest", test_finest);
	g_test_add_func("/axis/every-stretch", test_every_stretch);
	g_test_add_func("/axis/side", test_side);
	g_test_add_func("/axis/month-ends", test_month_ends);
	g_test_add_func("/axis/monotone", test_monotone);
	g_test_add_func("/axis/cut", test_cut);
	g_test_add_func("/axis/zone", test_zone);
	g_test_add_func("/axis/far-cut", test_far_cut);
	return g_test_run();
}
