#include "scene/scene.h"

#include <math.h>
#include <string.h>

static const struct cc_paint black = {.fill = 0, .stroke = CC_NO_COLOUR};
static const struct cc_paint line = {
    .fill = CC_NO_COLOUR, .stroke = 0, .width = 2};

static void
begin(struct cc_scene *scene, struct cc_arena *arena)
{
	cc_arena_init(arena);
	cc_scene_init(scene, arena);
}

static void
end(struct cc_scene *scene, struct cc_arena *arena)
{
	cc_scene_finish(scene);
	cc_arena_finish(arena);
}

static const struct cc_item *
last(const struct cc_scene *scene)
{
	return &scene->items[scene->count - 1];
}

static void
assert_box(struct cc_box box, double x, double y, double width, double height)
{
	g_assert_cmpfloat_with_epsilon(box.x, x, 1e-6);
	g_assert_cmpfloat_with_epsilon(box.y, y, 1e-6);
	g_assert_cmpfloat_with_epsilon(box.width, width, 1e-6);
	g_assert_cmpfloat_with_epsilon(box.height, height, 1e-6);
}

static void
test_boxes(void)
{
	/* A curve that leaves the hull of its ends: extremes at t = 1/2. */
	static const struct cc_segment hill[] = {
	    {.op = CC_MOVE, .point = {{0, 0}}},
	    {.op = CC_CURVE, .point = {{0, 4}, {8, 4}, {8, 0}}},
	};
	struct cc_arena arena;
	struct cc_scene scene;

	begin(&scene, &arena);
	cc_paint_rect(
	    &scene, CC_ROLE_BAR, (struct cc_box){1, 2, 30, 4}, 1, black);
	assert_box(cc_item_box(last(&scene)), 1, 2, 30, 4);
	cc_paint_rect(
	    &scene, CC_ROLE_BAR, (struct cc_box){1, 2, 30, 4}, 1, line);
	assert_box(cc_item_box(last(&scene)), 0, 1, 32, 6);
	cc_paint_line(&scene, CC_ROLE_AXIS, (struct cc_point){5, 5},
	    (struct cc_point){1, 9}, line);
	assert_box(cc_item_box(last(&scene)), 0, 4, 6, 6);
	cc_paint_circle(
	    &scene, CC_ROLE_MARK, (struct cc_point){10, 20}, 3, black);
	assert_box(cc_item_box(last(&scene)), 7, 17, 6, 6);
	cc_paint_path(&scene, CC_ROLE_CURVE, hill, G_N_ELEMENTS(hill), black);
	assert_box(cc_item_box(last(&scene)), 0, 0, 8, 3);
	cc_paint_text(&scene, (struct cc_point){50, 100}, "CR", 20,
	    (struct cc_type){.size = 10, .anchor = CC_ANCHOR_MIDDLE});
	assert_box(cc_item_box(last(&scene)), 40, 92.6, 20, 9.5);
	cc_paint_text(&scene, (struct cc_point){50, 100}, "CR", 20,
	    (struct cc_type){.size = 10, .anchor = CC_ANCHOR_END});
	assert_box(cc_item_box(last(&scene)), 30, 92.6, 20, 9.5);
	cc_paint_group(&scene, (struct cc_group){.id = "a"});
	assert_box(cc_item_box(last(&scene)), 0, 0, 0, 0);
	cc_paint_end(&scene);
	g_assert_cmpint(scene.depth, ==, 0);
	end(&scene, &arena);
}

static void
test_circle(void)
{
	struct cc_segment segments[CC_CIRCLE_SEGMENTS];
	struct cc_arena arena;
	struct cc_scene scene;

	begin(&scene, &arena);
	cc_paint_circle(
	    &scene, CC_ROLE_MARK, (struct cc_point){10.25, -20}, 3.5, black);
	g_assert_cmpint(last(&scene)->op, ==, CC_OP_CIRCLE);
	assert_box(cc_circle_box(last(&scene)), 6.75, -23.5, 7, 7);
	/* As a path it goes around the same middle, as far from it. */
	cc_circle_segments(last(&scene), segments);
	g_assert_cmpint(segments[CC_CIRCLE_SEGMENTS - 1].op, ==, CC_CLOSE);
	cc_paint_path(
	    &scene, CC_ROLE_MARK, segments, CC_CIRCLE_SEGMENTS, black);
	assert_box(cc_item_box(last(&scene)), 6.75, -23.5, 7, 7);
	end(&scene, &arena);
}

/* What is painted outlives what it was painted from. */
static void
test_copies(void)
{
	char words[] = "line one", id[] = "lenalidomide", row[] = "Ferritin";
	const char *rows[] = {row, NULL};
	struct cc_point points[] = {{0, 0}, {1, 1}};
	struct cc_arena arena;
	struct cc_scene scene;

	begin(&scene, &arena);
	cc_paint_polyline(&scene, CC_ROLE_CURVE, points, 2, false, line);
	cc_paint_group(
	    &scene, (struct cc_group){.id = id, .title = words, .rows = rows});
	cc_paint_text(
	    &scene, points[0], words, 3, (struct cc_type){.size = 10});
	cc_paint_text(&scene, points[0], "", 0, (struct cc_type){.size = 10});
	memset(words, 'x', sizeof words - 1);
	memset(id, 'x', sizeof id - 1);
	memset(row, 'x', sizeof row - 1);
	rows[0] = NULL;
	points[1].x = 9;
	g_assert_cmpuint(scene.count, ==, 3);
	g_assert_cmpstr(last(&scene)->text.string, ==, "line one");
	g_assert_cmpstr(last(&scene)[-1].group.id, ==, "lenalidomide");
	g_assert_cmpstr(last(&scene)[-1].group.rows[0], ==, "Ferritin");
	g_assert_null(last(&scene)[-1].group.rows[1]);
	g_assert_cmpfloat(last(&scene)[-2].path.segments[1].point[0].x, ==, 1);
	end(&scene, &arena);
}

/* Several parts of one thing; nothing at all paints nothing. */
static void
test_strokes(void)
{
	static const struct cc_point arrow[] = {{7, 1}, {9, 3}, {7, 5}};
	struct cc_arena arena;
	struct cc_scene scene;
	struct cc_strokes strokes;

	begin(&scene, &arena);
	strokes = (struct cc_strokes){.arena = &arena};
	cc_paint_strokes(&scene, CC_ROLE_WHISKER, &strokes, line);
	g_assert_cmpuint(scene.count, ==, 0);
	cc_strokes_line(
	    &strokes, (struct cc_point){1, 3}, (struct cc_point){9, 3});
	cc_strokes_add(&strokes, arrow, G_N_ELEMENTS(arrow));
	cc_paint_strokes(&scene, CC_ROLE_WHISKER, &strokes, line);
	g_assert_cmpuint(scene.count, ==, 1);
	g_assert_cmpuint(last(&scene)->path.count, ==, 5);
	g_assert_cmpint(last(&scene)->path.segments[2].op, ==, CC_MOVE);
	assert_box(cc_item_box(last(&scene)), 0, 0, 10, 6);
	end(&scene, &arena);
}

/* What a fade has at a place; beyond its ends there is no more of it. */
static void
test_fill(void)
{
	struct cc_paint fade = {.fill = 0x204060,
	    .stroke = CC_NO_COLOUR,
	    .fade = true,
	    .fade_to = 0x4060A0};
	struct cc_arena arena;
	struct cc_scene scene;

	begin(&scene, &arena);
	cc_paint_rect(
	    &scene, CC_ROLE_FILL, (struct cc_box){10, 0, 40, 4}, 0, fade);
	g_assert_cmphex((guint64)cc_item_fill(last(&scene), 0), ==, 0x204060);
	g_assert_cmphex((guint64)cc_item_fill(last(&scene), 30), ==, 0x305080);
	g_assert_cmphex((guint64)cc_item_fill(last(&scene), 50), ==, 0x4060A0);
	cc_paint_circle(
	    &scene, CC_ROLE_MARK, (struct cc_point){0, 0}, 1, black);
	g_assert_cmphex((guint64)cc_item_fill(last(&scene), 30), ==, 0);
	end(&scene, &arena);
}

/* A group of nothing is none, nor is one of such. */
static void
test_empty_groups(void)
{
	struct cc_arena arena;
	struct cc_scene scene;

	begin(&scene, &arena);
	cc_paint_group(&scene, (struct cc_group){.kind = CC_GROUP_ROW});
	cc_paint_group(&scene, (struct cc_group){.kind = CC_GROUP_FACT});
	cc_paint_end(&scene);
	g_assert_cmpuint(scene.count, ==, 1);
	cc_paint_end(&scene);
	g_assert_cmpuint(scene.count, ==, 0);
	g_assert_cmpint(scene.depth, ==, 0);
	end(&scene, &arena);
}

/* However many: what is put in stands at its place, in its own order. */
static void
test_insert(void)
{
	const struct cc_paint red = {.fill = 0xFF0000};
	struct cc_scene scene, other;
	struct cc_arena arena;

	begin(&scene, &arena);
	cc_scene_init(&other, &arena);
	for (int i = 0; i < 3000; i++) {
		struct cc_box box = {i, 0, 1, 1};

		cc_paint_rect(
		    i % 3 == 0 ? &other : &scene, CC_ROLE_FILL, box, 0, red);
	}
	cc_scene_insert(&scene, 2, &other, 1, 998);
	g_assert_cmpuint(scene.count, ==, 2998);
	g_assert_cmpfloat(scene.items[0].rect.box.x, ==, 1);
	g_assert_cmpfloat(scene.items[1].rect.box.x, ==, 2);
	for (int i = 1; i < 999; i++)
		g_assert_cmpfloat(scene.items[i + 1].rect.box.x, ==, 3 * i);
	g_assert_cmpfloat(scene.items[1000].rect.box.x, ==, 4);
	g_assert_cmpfloat(last(&scene)->rect.box.x, ==, 2999);
	cc_scene_insert(&scene, scene.count, &other, 999, 1);
	g_assert_cmpfloat(last(&scene)->rect.box.x, ==, 2997);
	cc_scene_finish(&other);
	end(&scene, &arena);
}

/* A text is one line that every output can show. */
/* A fact in three rows; a group without a name stays so. */
static void
test_ids(void)
{
	static const char *const given[] = {"f1", "f2", "f1", NULL, "f1", "i1"};
	static const char *const made[] = {
	    "f1", "f2", "f1-2", NULL, "f1-3", "i1"};
	struct cc_arena arena;
	struct cc_scene scene;
	size_t group = 0;

	cc_arena_init(&arena);
	cc_scene_init(&scene, &arena);
	for (size_t i = 0; i < G_N_ELEMENTS(given); i++) {
		cc_paint_group(&scene, (struct cc_group){.id = given[i]});
		cc_paint_circle(
		    &scene, CC_ROLE_MARK, (struct cc_point){0, 0}, 1, black);
		cc_paint_end(&scene);
	}
	cc_scene_part_ids(&scene);
	for (size_t i = 0; i < scene.count; i++)
		if (scene.items[i].op == CC_OP_GROUP)
			g_assert_cmpstr(
			    scene.items[i].group.id, ==, made[group++]);
	g_assert_cmpuint(group, ==, G_N_ELEMENTS(made));
	cc_scene_finish(&scene);
	cc_arena_finish(&arena);
}

static void
test_lines(void)
{
	static const char *const rows[][2] = {
	    {"as it is", "as it is"},
	    {" two  spaces\t\n", "two spaces"},
	    {"\x01\x7F", "\xEF\xBF\xBD\xEF\xBF\xBD"},
	    {"\xEF\xBF\xBE\xEF\xB7\x90", "\xEF\xBF\xBD\xEF\xBF\xBD"},
	    {"a\xE2\x80\xA8"
	     "b",
		"a\xEF\xBF\xBD"
		"b"},
	    {"\xC3\x97"
	     "10\xE2\x81\xB9",
		"\xC3\x97"
		"10\xE2\x81\xB9"},
	};
	struct cc_arena arena;
	struct cc_scene scene;
	size_t i;

	begin(&scene, &arena);
	for (i = 0; i < G_N_ELEMENTS(rows); i++) {
		cc_paint_text(&scene, (struct cc_point){0, 0}, rows[i][0], 1,
		    (struct cc_type){.size = 10});
		g_assert_cmpstr(last(&scene)->text.string, ==, rows[i][1]);
	}
	cc_paint_text(&scene, (struct cc_point){0, 0}, " \n ", 1,
	    (struct cc_type){.size = 10});
	g_assert_cmpuint(scene.count, ==, G_N_ELEMENTS(rows));
	end(&scene, &arena);
}

static void
paint_nan(void)
{
	struct cc_arena arena;
	struct cc_scene scene;

	begin(&scene, &arena);
	cc_paint_line(&scene, CC_ROLE_AXIS, (struct cc_point){0, NAN},
	    (struct cc_point){1, 1}, line);
}

static void
paint_huge(void)
{
	struct cc_arena arena;
	struct cc_scene scene;

	begin(&scene, &arena);
	cc_paint_text(&scene, (struct cc_point){2e6, 0}, "x", 1,
	    (struct cc_type){.size = 10});
}

static void
paint_end(void)
{
	struct cc_arena arena;
	struct cc_scene scene;

	begin(&scene, &arena);
	cc_paint_end(&scene);
}

static void
test_assert(void)
{
	static const char *const wrongs[] = {"/scene/assert/subprocess/nan",
	    "/scene/assert/subprocess/huge", "/scene/assert/subprocess/end"};
	size_t i;

	for (i = 0; i < G_N_ELEMENTS(wrongs); i++) {
		g_test_trap_subprocess(wrongs[i], 0, 0);
		g_test_trap_assert_failed();
	}
}

static void
test_colour(void)
{
	static const char *const wrongs[] = {
	    "", "#", "1F7F78", "#1F7F7", "#1F7F788", "#1F7F7g", "teal"};
	cc_colour colour = 5;
	size_t i;

	for (i = 0; i < G_N_ELEMENTS(wrongs); i++)
		g_assert_false(cc_colour_read(wrongs[i], &colour));
	g_assert_cmpint(colour, ==, 5);
	g_assert_true(cc_colour_read("#1f7F78", &colour));
	g_assert_cmphex(colour, ==, 0x1F7F78);
	g_assert_cmphex(cc_colour_mix(0xFF0000, 0xFFFFFF, 0), ==, 0xFFFFFF);
	g_assert_cmphex(cc_colour_mix(0xFF0000, 0xFFFFFF, 1), ==, 0xFF0000);
	g_assert_cmphex(cc_colour_mix(0x000000, 0xFFFFFF, 0.2), ==, 0xCCCCCC);
	g_assert_cmpfloat_with_epsilon(
	    cc_colour_contrast(0, 0xFFFFFF), 21, 1e-9);
	g_assert_cmpfloat_with_epsilon(
	    cc_colour_contrast(0xFFFFFF, 0x777777), 4.478, 1e-3);
	g_assert_cmpfloat(cc_colour_contrast(0x123456, 0x123456), ==, 1);
}

static void
test_roles(void)
{
	int role;

	for (role = 0; role < CC_ROLE_COUNT; role++)
		g_assert_cmpstr(cc_role_word(role), !=, "");
	g_assert_cmpstr(cc_role_word(CC_ROLE_WHISKER), ==, "whisker");
}

/* Words that were painted when another group had been go into the first one. */
static void
test_gather(void)
{
	const struct cc_paint red = {.fill = 0xFF0000};
	struct cc_scene scene;
	struct cc_arena arena;

	begin(&scene, &arena);
	for (int i = 0; i < 2; i++) {
		cc_paint_group(
		    &scene, (struct cc_group){.kind = CC_GROUP_FACT});
		cc_paint_rect(
		    &scene, CC_ROLE_FILL, (struct cc_box){i, 0, 1, 1}, 0, red);
		cc_paint_end(&scene);
	}
	cc_paint_rect(
	    &scene, CC_ROLE_FILL, (struct cc_box){2, 0, 1, 1}, 0, red);
	cc_paint_rect(
	    &scene, CC_ROLE_FILL, (struct cc_box){3, 0, 1, 1}, 0, red);
	cc_scene_gather(&scene, 6, 2);
	cc_scene_gather(&scene, scene.count, 4);
	g_assert_cmpuint(scene.count, ==, 8);
	g_assert_cmpfloat(scene.items[1].rect.box.x, ==, 0);
	g_assert_cmpfloat(scene.items[2].rect.box.x, ==, 2);
	g_assert_cmpfloat(scene.items[3].rect.box.x, ==, 3);
	g_assert_cmpint(scene.items[4].op, ==, CC_OP_END);
	g_assert_cmpint(scene.items[5].op, ==, CC_OP_GROUP);
	g_assert_cmpfloat(scene.items[6].rect.box.x, ==, 1);
	g_assert_cmpint(scene.items[7].op, ==, CC_OP_END);
	end(&scene, &arena);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/scene/boxes", test_boxes);
	g_test_add_func("/scene/circle", test_circle);
	g_test_add_func("/scene/copies", test_copies);
	g_test_add_func("/scene/strokes", test_strokes);
	g_test_add_func("/scene/fill", test_fill);
	g_test_add_func("/scene/empty-groups", test_empty_groups);
	g_test_add_func("/scene/insert", test_insert);
	g_test_add_func("/scene/gather", test_gather);
	g_test_add_func("/scene/ids", test_ids);
	g_test_add_func("/scene/lines", test_lines);
	g_test_add_func("/scene/colour", test_colour);
	g_test_add_func("/scene/roles", test_roles);
	g_test_add_func("/scene/assert", test_assert);
	g_test_add_func("/scene/assert/subprocess/nan", paint_nan);
	g_test_add_func("/scene/assert/subprocess/huge", paint_huge);
	g_test_add_func("/scene/assert/subprocess/end", paint_end);
	return g_test_run();
}
