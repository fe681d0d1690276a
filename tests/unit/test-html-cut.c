/* A figure cut at the edges of its rows: nothing is lost, nothing moves. */
#include "output/html-cut.h"

#include <math.h>

static const struct cc_paint pen = {
    .fill = CC_NO_COLOUR, .stroke = 0x808080, .width = 1};
static const struct cc_paint brush = {.fill = 0xEEEEEE, .stroke = CC_NO_COLOUR};

struct fixture {
	struct cc_arena arena;
	struct cc_scene scene, cut;
	double top;
};

static void
group(struct fixture *f, enum cc_group_kind kind, const char *id, double y,
    double height)
{
	cc_paint_group(
	    &f->scene, (struct cc_group){.kind = kind,
			   .id = id,
			   .title = kind == CC_GROUP_ROW ? "row" : NULL,
			   .box = {0, y, 400, height}});
}

static void
mark(struct fixture *f, double y)
{
	cc_paint_rect(
	    &f->scene, CC_ROLE_MARK, (struct cc_box){9, y, 5, 5}, 0, brush);
}

static void
row(struct fixture *f, const char *id, double y, double height)
{
	group(f, CC_GROUP_ROW, id, y, height);
	mark(f, y);
	cc_paint_end(&f->scene);
}

/* From 40 to 200: a line with a gap, a hairline, a band, a row's own ground. */
static void
backdrop(struct fixture *f)
{
	struct cc_strokes line = {.arena = &f->arena};

	group(f, CC_GROUP_BACKDROP, NULL, 0, 0);
	cc_paint_rect(&f->scene, CC_ROLE_BAND, (struct cc_box){50, 40, 10, 160},
	    0, brush);
	group(f, CC_GROUP_ROW, NULL, 100, 60);
	cc_paint_rect(&f->scene, CC_ROLE_FILL, (struct cc_box){70, 100, 80, 60},
	    0, brush);
	cc_paint_end(&f->scene);
	cc_strokes_line(
	    &line, (struct cc_point){99, 40}, (struct cc_point){99, 120});
	cc_strokes_line(
	    &line, (struct cc_point){99, 130}, (struct cc_point){99, 200});
	cc_paint_strokes(&f->scene, CC_ROLE_GRID, &line, pen);
	cc_paint_line(&f->scene, CC_ROLE_GRID, (struct cc_point){0, 95},
	    (struct cc_point){400, 95}, pen);
	cc_paint_end(&f->scene);
}

/* Title to 30, axis to 40, rows to 90 and 160, axis to 200. */
static void
begin(struct fixture *f)
{
	cc_arena_init(&f->arena);
	cc_scene_init(&f->scene, &f->arena);
	cc_scene_init(&f->cut, &f->arena);
	f->scene.width = 400;
	f->scene.height = 210;
	group(f, CC_GROUP_TITLE, NULL, 0, 0);
	mark(f, 25);
	cc_paint_end(&f->scene);
	group(f, CC_GROUP_PANEL, NULL, 30, 170);
	backdrop(f);
	group(f, CC_GROUP_AXIS, NULL, 0, 0);
	mark(f, 35);
	cc_paint_end(&f->scene);
	row(f, "r1", 45, 45);
	row(f, "r2", 100, 60);
	group(f, CC_GROUP_AXIS, NULL, 0, 0);
	mark(f, 195);
	cc_paint_end(&f->scene);
	cc_paint_end(&f->scene);
	f->top = cc_html_cut(&f->cut, &f->scene);
}

static void
end(struct fixture *f)
{
	cc_scene_finish(&f->cut);
	cc_scene_finish(&f->scene);
	cc_arena_finish(&f->arena);
}

static void
assert_span(const struct cc_item *item, double start, double stop)
{
	g_assert_cmpfloat_with_epsilon(item->group.box.y, start, 1e-9);
	g_assert_cmpfloat_with_epsilon(
	    cc_box_bottom(item->group.box), stop, 1e-9);
}

/* Each has the stretch from the end of the one above. */
static void
test_spans(void)
{
	static const double ends[][2] = {
	    {30, 40}, {40, 90}, {90, 160}, {160, 200}};
	struct fixture f;
	size_t met = 0;
	int depth = 0;

	begin(&f);
	g_assert_cmpfloat_with_epsilon(f.top, 30, 1e-9);
	for (size_t i = 0; i < f.cut.count; i++) {
		const struct cc_item *item = &f.cut.items[i];

		depth += (item->op == CC_OP_GROUP) - (item->op == CC_OP_END);
		g_assert_cmpint(depth, >=, 0);
		if (item->op != CC_OP_GROUP)
			continue;
		g_assert_cmpint(item->group.kind, !=, CC_GROUP_TITLE);
		if (item->group.kind == CC_GROUP_AXIS || cc_html_is_row(item)) {
			assert_span(item, ends[met][0], ends[met][1]);
			met++;
		}
	}
	g_assert_cmpint(depth, ==, 0);
	g_assert_cmpuint(met, ==, G_N_ELEMENTS(ends));
	end(&f);
}

/* The pieces of the backdrop in the stretch that begins there. */
static const struct cc_item *
piece(const struct cc_scene *cut, double start)
{
	for (size_t i = 0; i < cut->count; i++) {
		const struct cc_item *item = &cut->items[i];

		if (item->op == CC_OP_GROUP &&
		    item->group.kind == CC_GROUP_BACKDROP &&
		    item->group.box.height > 0 &&
		    fabs(item->group.box.y - start) < 1e-9)
			return item;
	}
	g_assert_not_reached();
}

/* Lines are cut, a row's ground goes with it; what spans rows stays whole. */
static void
test_backdrop(void)
{
	struct fixture f;
	const struct cc_item *items;

	begin(&f);
	items = piece(&f.cut, 40);
	g_assert_cmpint(items[1].op, ==, CC_OP_PATH);
	g_assert_cmpuint(items[1].path.count, ==, 2);
	g_assert_cmpfloat(items[1].path.segments[0].point[0].y, ==, 40);
	g_assert_cmpfloat_with_epsilon(
	    items[1].path.segments[1].point[0].y, 90, 0.3);
	g_assert_cmpint(items[2].op, ==, CC_OP_END);
	/* Ground, two pieces of the line and the hairline. */
	items = piece(&f.cut, 90);
	g_assert_cmpint(items[1].op, ==, CC_OP_RECT);
	g_assert_cmpfloat(items[1].rect.box.x, ==, 70);
	g_assert_cmpuint(items[2].path.count, ==, 6);
	g_assert_cmpint(items[3].op, ==, CC_OP_END);
	items = piece(&f.cut, 160);
	g_assert_cmpuint(items[1].path.count, ==, 2);
	/* The band, before all of them. */
	items = piece(&f.cut, 40);
	g_assert_cmpint(items[-1].op, ==, CC_OP_RECT);
	g_assert_cmpfloat(items[-1].rect.box.height, ==, 160);
	end(&f);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/html-cut/spans", test_spans);
	g_test_add_func("/html-cut/backdrop", test_backdrop);
	return g_test_run();
}
