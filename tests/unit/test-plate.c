/* Pictures beside a course: their order, their letters, their places. */
#include "follow-case.h"
#include "mark/image.h"

#include <glib/gstdio.h>

#define DOT "<image file='dot.png'"

/* The captions' own words of all that are shown, in their order. */
static char *
shown(const struct test_follow *f)
{
	const struct cc_plates *plates = &f->follow->plates;
	GString *all = g_string_new(NULL);

	for (size_t i = 0; i < plates->count; i++)
		g_string_append(
		    all, plates->item[i].of.image->labels.item[0].text);
	return g_string_free(all, FALSE);
}

/* By time; without one behind; then by letters, Z before AA. */
static void
test_order(void)
{
	struct test_follow f;
	g_autofree char *order = NULL;

	test_follow_open(&f,
	    "><patient sex='female'>" DOT ">e</image></patient>"
	    "<diagnosis code='cll' time='2015-03-02'/>"
	    "<line>" DOT ">b</image>"
	    "<treatment code='ibrutinib' time='2015-06-01/2016'/></line>"
	    "<procedure code='ct' time='2018-01-05'>" DOT ">d</image>"
	    DOT " panel='AA'>h</image>" DOT " panel='Z'>g</image></procedure>"
	    "<procedure code='ct' time='2015-04-01'>" DOT ">a</image>"
	    DOT " panel='B'>f</image></procedure>"
	    "<event code='fever' time='2016-02-01/2016-02-03'>"
	    DOT ">c</image></event>");
	order = shown(&f);
	g_assert_cmpstr(order, ==, "abcdefgh");
	test_follow_close(&f);
}

/* A month lies where its middle does. */
static void
test_middle(void)
{
	struct test_follow f;
	g_autofree char *order = NULL;

	test_follow_open(&f,
	    "><diagnosis code='cll' time='2015-03-02'/>"
	    "<procedure code='ct' time='2015-04'>" DOT ">b</image></procedure>"
	    "<procedure code='ct' time='2015-04-09'>" DOT
	    ">a</image></procedure>"
	    "<procedure code='ct' time='2015-04-20'>" DOT
	    ">c</image></procedure>");
	order = shown(&f);
	g_assert_cmpstr(order, ==, "abc");
	test_follow_close(&f);
}

/* A line's picture is of its start, not of all its time. */
static void
test_line(void)
{
	struct test_follow f;
	const struct cc_plate *plate;

	test_follow_open(&f,
	    "><diagnosis code='cll' time='2015-03-02'/><line>" DOT
	    ">a</image><treatment code='ibrutinib' time='2015-06-01/2016'/>"
	    "</line>");
	plate = &f.follow->plates.item[0];
	g_assert_false(plate->when.interval);
	g_assert_true(plate->when.dated);
	g_assert_cmpint(plate->when.latest_end.minute -
			    plate->when.earliest_start.minute,
	    ==, CC_MINUTES_A_DAY);
	test_follow_close(&f);
}

/* ---- places ---- */

static const struct cc_image bare = {0}, lettered = {.panel = "A"};

static struct cc_shots
row_of(struct cc_shot *shots, const struct cc_plate *plate, size_t count,
    double room)
{
	for (size_t i = 0; i < count; i++)
		shots[i] = (struct cc_shot){.plate = plate, .aspect = 1.5};
	return (struct cc_shots){.item = shots,
	    .count = count,
	    .room = room,
	    .caption = 30,
	    .air = 4,
	    .gap = 2};
}

/* As high as they fit beside each other, and no higher than asked. */
static void
test_fit(void)
{
	const struct cc_plate plate = {.of = {.image = &bare}};
	struct cc_shot shots[4];
	struct cc_shots row = row_of(shots, &plate, 4, 312);
	double height = cc_shots_fit(&row, 1000);

	g_assert_cmpfloat_with_epsilon(height, 50, 0.01);
	g_assert_cmpfloat(cc_shots_size(&row, height), <=, row.room);
	g_assert_cmpfloat_with_epsilon(cc_shots_fit(&row, 40), 40, 0.01);
	/* Words beside take their width from the pictures. */
	row.beside = true;
	g_assert_cmpfloat(cc_shots_fit(&row, 1000), <, 30);
}

/* A panorama is no wider than twice the height of the others, a tower as high
 * as they are; both keep their proportions. */
static void
test_shapes(void)
{
	const struct cc_plate plate = {.of = {.image = &bare}};
	struct cc_shot shots[2];
	struct cc_shots row = row_of(shots, &plate, 2, 1000);

	shots[0].aspect = 8;
	shots[1].aspect = 0.1;
	cc_shots_size(&row, 40);
	g_assert_cmpfloat(shots[0].width, ==, 80);
	g_assert_cmpfloat(shots[0].height, ==, 10);
	g_assert_cmpfloat_with_epsilon(shots[1].width, 4, 0.001);
	g_assert_cmpfloat_with_epsilon(shots[1].height, 40, 0.001);
	g_assert_cmpfloat(shots[1].cell, ==, row.caption);
}

static void
test_take(void)
{
	const struct cc_plate plate = {.of = {.image = &bare}};
	const struct cc_plate panel = {.of = {.image = &lettered}};
	struct cc_shot shots[6];
	struct cc_shots row = row_of(shots, &plate, 6, 200);

	g_assert_cmpuint(cc_shots_take(&row, 40), ==, 3);
	row.room = 10;
	g_assert_cmpuint(cc_shots_take(&row, 40), ==, 1);
	row.room = 10000;
	g_assert_cmpuint(cc_shots_take(&row, 40), ==, 6);
	shots[2].plate = &panel;
	g_assert_cmpuint(cc_shots_take(&row, 40), ==, 2);
}

/* At their time where there is room, beside each other where there is not,
 * and never beyond the page. */
static void
test_place(void)
{
	const struct cc_plate plate = {.of = {.image = &bare}};
	const double alone[] = {50, 250, 390}, crowd[] = {100, 100, 100};
	struct cc_arena arena;
	struct cc_shot shots[3];
	struct cc_shots row = row_of(shots, &plate, 3, 400);

	cc_arena_init(&arena);
	cc_shots_size(&row, 40);
	cc_shots_place(&arena, &row, 0, alone);
	g_assert_cmpfloat_with_epsilon(shots[0].left, 20, 0.1);
	g_assert_cmpfloat_with_epsilon(shots[1].left, 220, 0.1);
	g_assert_cmpfloat_with_epsilon(shots[2].left, 340, 0.1);
	cc_shots_place(&arena, &row, 0, crowd);
	g_assert_cmpfloat_with_epsilon(shots[0].left, 6, 0.1);
	g_assert_cmpfloat_with_epsilon(shots[1].left, 70, 0.1);
	g_assert_cmpfloat_with_epsilon(shots[2].left, 134, 0.1);
	/* A line ends at the picture, and at no corner of it. */
	g_assert_cmpfloat(cc_shot_foot(&shots[1], 100), ==, 100);
	g_assert_cmpfloat(cc_shot_foot(&shots[1], 0), >, shots[1].left);
	g_assert_cmpfloat(
	    cc_shot_foot(&shots[1], 500), <, shots[1].left + shots[1].width);
	cc_arena_finish(&arena);
}

int
main(int argc, char **argv)
{
	int failed;

	g_test_init(&argc, &argv, NULL);
	/* Where the picture lies that the cases name. */
	g_assert_cmpint(
	    g_chdir(CC_SOURCE_DIR "/tests/golden/diagnostics"), ==, 0);
	g_test_add_func("/plate/order", test_order);
	g_test_add_func("/plate/middle", test_middle);
	g_test_add_func("/plate/line", test_line);
	g_test_add_func("/plate/fit", test_fit);
	g_test_add_func("/plate/shapes", test_shapes);
	g_test_add_func("/plate/take", test_take);
	g_test_add_func("/plate/place", test_place);
	failed = g_test_run();
	test_follow_finish();
	return failed;
}
