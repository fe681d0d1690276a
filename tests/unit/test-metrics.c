/* Each counter is provoked by a scene made by hand, and finds nothing on the
 * same scene without its fault. */
#include "base/cpu.h"
#include "scene/metrics.h"

#include <math.h>
#include <string.h>

#define PAGE 400.0
#define SIZE 10.0

static const struct cc_paint ink = {.fill = 0, .stroke = CC_NO_COLOUR};
static const struct cc_paint pen = {
    .fill = CC_NO_COLOUR, .stroke = 0, .width = 1};

struct fixture {
	struct cc_arena arena;
	struct cc_scene scene;
};

static void
begin(struct fixture *fixture)
{
	cc_arena_init(&fixture->arena);
	cc_scene_init(&fixture->scene, &fixture->arena);
	fixture->scene.width = fixture->scene.height = PAGE;
	fixture->scene.unit = 1;
}

/* Ends the scene; asserts that there are so many faults of that kind, and of
 * no other. */
static void
expect(struct fixture *fixture, enum cc_fault fault, size_t count)
{
	struct cc_metrics metrics;

	cc_metrics_count(&metrics, &fixture->scene, NULL);
	for (int i = 0; i < CC_FAULT_COUNT; i++)
		g_assert_cmpuint(
		    metrics.faults[i], ==, i == (int)fault ? count : 0);
	g_assert_cmpuint(metrics.places->len, ==, MIN(count, CC_PLACES_MOST));
	cc_metrics_finish(&metrics);
	cc_scene_finish(&fixture->scene);
	cc_arena_finish(&fixture->arena);
}

static void
expect_none(struct fixture *fixture)
{
	expect(fixture, CC_FAULT_COUNT, 0);
}

/* Its ink is from y - 7.4 to y + 2.1, by cc_item_box. */
static void
text_in(
    struct fixture *fixture, double x, double y, double width, cc_colour colour)
{
	const struct cc_type type = {
	    .size = SIZE, .colour = colour, .anchor = CC_ANCHOR_START};

	cc_paint_text(
	    &fixture->scene, (struct cc_point){x, y}, "words", width, type);
}

static void
text(struct fixture *fixture, double x, double y, double width)
{
	text_in(fixture, x, y, width, 0);
}

static void
rect(struct fixture *fixture, enum cc_role role, struct cc_box box,
    cc_colour fill)
{
	cc_paint_rect(&fixture->scene, role, box, 0,
	    (struct cc_paint){.fill = fill, .stroke = CC_NO_COLOUR});
}

static void
line(struct fixture *fixture, enum cc_role role, double x1, double y1,
    double x2, double y2)
{
	cc_paint_line(&fixture->scene, role, (struct cc_point){x1, y1},
	    (struct cc_point){x2, y2}, pen);
}

static void
group(struct fixture *fixture)
{
	cc_paint_group(
	    &fixture->scene, (struct cc_group){.kind = CC_GROUP_FACT});
}

static void
end(struct fixture *fixture)
{
	cc_paint_end(&fixture->scene);
}

static void
test_texts(void)
{
	struct fixture f;

	begin(&f);
	text(&f, 100, 100, 50);
	text(&f, 149, 100, 50);
	expect(&f, CC_FAULT_TEXT_TEXT, 1);
	/* Less than half a point apart, then more. */
	begin(&f);
	text(&f, 100, 100, 50);
	text(&f, 150.4, 100, 50);
	expect(&f, CC_FAULT_TEXT_TEXT, 1);
	begin(&f);
	text(&f, 100, 100, 50);
	text(&f, 150.6, 100, 50);
	text(&f, 100, 110.1, 50);
	expect_none(&f);
	/* A group excuses no text. */
	begin(&f);
	group(&f);
	text(&f, 100, 100, 50);
	text(&f, 120, 102, 50);
	text(&f, 140, 104, 50);
	end(&f);
	expect(&f, CC_FAULT_TEXT_TEXT, 3);
}

static void
test_clipped(void)
{
	static const struct cc_point out[] = {
	    {-1, 100}, {PAGE - 49, 100}, {100, 7}, {100, PAGE - 2}};
	static const struct cc_point in[] = {
	    {0, 100}, {PAGE - 50, 100}, {100, 7.4}, {100, PAGE - 2.1}};
	struct fixture f;

	for (size_t i = 0; i < G_N_ELEMENTS(out); i++) {
		begin(&f);
		text(&f, out[i].x, out[i].y, 50);
		expect(&f, CC_FAULT_TEXT_CLIPPED, 1);
		begin(&f);
		text(&f, in[i].x, in[i].y, 50);
		expect_none(&f);
	}
}

/* The text's ink is 100..150 x 92.6..102.1. */
static void
test_areas(void)
{
	static const cc_colour pale = 0xDDEEFF;
	struct fixture f;

	/* Words half on a strange bar; all on it; beside it. */
	begin(&f);
	rect(&f, CC_ROLE_BAR, (struct cc_box){120, 80, 100, 40}, pale);
	text(&f, 100, 100, 50);
	expect(&f, CC_FAULT_TEXT_SHAPE, 1);
	begin(&f);
	rect(&f, CC_ROLE_BAR, (struct cc_box){90, 80, 100, 40}, pale);
	text(&f, 100, 100, 50);
	expect_none(&f);
	begin(&f);
	rect(&f, CC_ROLE_BAR, (struct cc_box){150.6, 80, 100, 40}, pale);
	text(&f, 100, 100, 50);
	expect_none(&f);
	/* Of one group; backdrop; painted over the words. */
	begin(&f);
	group(&f);
	rect(&f, CC_ROLE_BAR, (struct cc_box){120, 80, 100, 40}, pale);
	text(&f, 100, 100, 50);
	end(&f);
	expect_none(&f);
	begin(&f);
	rect(&f, CC_ROLE_BAND, (struct cc_box){120, 80, 100, 40}, pale);
	text(&f, 100, 100, 50);
	expect_none(&f);
	begin(&f);
	text(&f, 100, 100, 50);
	rect(&f, CC_ROLE_BAR, (struct cc_box){90, 80, 100, 40}, pale);
	expect(&f, CC_FAULT_TEXT_SHAPE, 1);
	/* What the text's ground hides is not seen. */
	begin(&f);
	line(&f, CC_ROLE_WHISKER, 50, 97, 200, 97);
	rect(&f, CC_ROLE_MARK, (struct cc_box){95, 80, 60, 40}, pale);
	text(&f, 100, 100, 50);
	expect_none(&f);
	begin(&f);
	rect(&f, CC_ROLE_MARK, (struct cc_box){95, 80, 60, 40}, pale);
	line(&f, CC_ROLE_WHISKER, 50, 97, 200, 97);
	text(&f, 100, 100, 50);
	expect(&f, CC_FAULT_TEXT_SHAPE, 1);
	/* Two groups beside each other are not one. */
	begin(&f);
	group(&f);
	rect(&f, CC_ROLE_BAR, (struct cc_box){120, 80, 100, 40}, pale);
	end(&f);
	group(&f);
	text(&f, 100, 100, 50);
	end(&f);
	expect(&f, CC_FAULT_TEXT_SHAPE, 1);
}

static void
test_outlines(void)
{
	/* The box of the bent line holds the text, its ink does not. */
	static const struct cc_point bent[] = {{80, 60}, {80, 140}, {200, 140}};
	static const struct cc_point through[] = {
	    {80, 60}, {125, 97}, {200, 140}};
	const struct cc_box frame = {90, 80, 100, 40};
	struct fixture f;

	begin(&f);
	cc_paint_polyline(&f.scene, CC_ROLE_CURVE, bent, 3, false, pen);
	cc_paint_rect(&f.scene, CC_ROLE_MARK, frame, 0, pen);
	text(&f, 100, 100, 50);
	expect_none(&f);
	begin(&f);
	cc_paint_polyline(&f.scene, CC_ROLE_CURVE, through, 3, false, pen);
	text(&f, 100, 100, 50);
	expect(&f, CC_FAULT_TEXT_SHAPE, 1);
	/* A circle above the words, then on them: its curves count once. */
	begin(&f);
	cc_paint_circle(
	    &f.scene, CC_ROLE_MARK, (struct cc_point){125, 86}, 6, ink);
	text(&f, 100, 100, 50);
	expect_none(&f);
	begin(&f);
	cc_paint_circle(
	    &f.scene, CC_ROLE_MARK, (struct cc_point){125, 88}, 6, pen);
	text(&f, 100, 100, 50);
	expect(&f, CC_FAULT_TEXT_SHAPE, 1);
	/* A wide stroke reaches further than its line. */
	begin(&f);
	cc_paint_line(&f.scene, CC_ROLE_AXIS, (struct cc_point){50, 90},
	    (struct cc_point){300, 90},
	    (struct cc_paint){.fill = CC_NO_COLOUR, .stroke = 0, .width = 8});
	text(&f, 100, 100, 50);
	expect(&f, CC_FAULT_TEXT_SHAPE, 1);
	begin(&f);
	line(&f, CC_ROLE_AXIS, 50, 90, 300, 90);
	text(&f, 100, 100, 50);
	expect_none(&f);
}

static void
test_stems(void)
{
	struct fixture f;

	begin(&f);
	line(&f, CC_ROLE_STEM, 100, 100, 200, 200);
	line(&f, CC_ROLE_STEM, 200, 100, 100, 200);
	expect(&f, CC_FAULT_STEM_STEM, 1);
	begin(&f);
	group(&f);
	line(&f, CC_ROLE_STEM, 100, 100, 200, 200);
	line(&f, CC_ROLE_STEM, 200, 100, 100, 200);
	end(&f);
	expect_none(&f);
	/* Of one day, side by side, and one that ends on another. */
	begin(&f);
	line(&f, CC_ROLE_STEM, 100, 100, 100, 200);
	line(&f, CC_ROLE_STEM, 100, 150, 100, 250);
	line(&f, CC_ROLE_STEM, 110, 100, 110, 200);
	line(&f, CC_ROLE_STEM, 110, 150, 150, 150);
	expect_none(&f);
	/* What is no stem may be crossed. */
	begin(&f);
	line(&f, CC_ROLE_STEM, 100, 100, 200, 200);
	line(&f, CC_ROLE_AXIS, 200, 100, 100, 200);
	expect_none(&f);
}

static void
test_stem_words(void)
{
	struct fixture f;

	begin(&f);
	line(&f, CC_ROLE_STEM, 125, 50, 125, 200);
	text(&f, 100, 100, 50);
	expect(&f, CC_FAULT_STEM_TEXT, 1);
	begin(&f);
	line(&f, CC_ROLE_STEM, 98, 50, 98, 200);
	line(&f, CC_ROLE_STEM, 125, 104, 125, 200);
	text(&f, 100, 100, 50);
	expect_none(&f);
	begin(&f);
	group(&f);
	line(&f, CC_ROLE_STEM, 125, 50, 125, 200);
	text(&f, 100, 100, 50);
	end(&f);
	expect_none(&f);
	/* Behind the pill that the words stand on. */
	begin(&f);
	line(&f, CC_ROLE_STEM, 125, 50, 125, 200);
	rect(&f, CC_ROLE_MARK, (struct cc_box){95, 90, 60, 14}, 0xFFFFFF);
	text(&f, 100, 100, 50);
	expect_none(&f);
}

static void
test_contrast(void)
{
	struct cc_metrics metrics;
	struct fixture f;

	begin(&f);
	text_in(&f, 100, 100, 50, 0x777777); /* 4.48 : 1 */
	expect(&f, CC_FAULT_LOW_CONTRAST, 1);
	begin(&f);
	text_in(&f, 100, 100, 50, 0x767676); /* 4.54 : 1 */
	expect_none(&f);
	/* One corner on a dark panel is enough. */
	begin(&f);
	rect(&f, CC_ROLE_PANEL, (struct cc_box){149, 100, 50, 50}, 0x222222);
	text(&f, 100, 100, 50);
	expect(&f, CC_FAULT_LOW_CONTRAST, 1);
	/* The topmost below counts, neither what it hides nor what is above. */
	begin(&f);
	rect(&f, CC_ROLE_PANEL, (struct cc_box){90, 80, 90, 40}, 0x222222);
	rect(&f, CC_ROLE_PANEL, (struct cc_box){90, 80, 90, 40}, 0xFFFFFF);
	text(&f, 100, 100, 50);
	rect(&f, CC_ROLE_BAND, (struct cc_box){90, 80, 90, 40}, 0x222222);
	expect_none(&f);
	/* A hole of the page's dark ground in no shape. */
	begin(&f);
	f.scene.background = 0;
	text_in(&f, 100, 100, 50, 0xFFFFFF);
	cc_metrics_count(&metrics, &f.scene, NULL);
	g_assert_cmpfloat_with_epsilon(metrics.least_contrast, 21, 1e-9);
	cc_metrics_finish(&metrics);
	expect_none(&f);
}

static void
test_sizes(void)
{
	const struct cc_type small = {.size = 6};
	struct cc_metrics metrics;
	struct fixture f;

	begin(&f);
	f.scene.unit = 0.75;
	text(&f, 100, 100, 50);
	cc_paint_text(
	    &f.scene, (struct cc_point){100, 200}, "small", 20, small);
	line(&f, CC_ROLE_AXIS, 0, 300, 100, 300);
	cc_metrics_count(&metrics, &f.scene, NULL);
	g_assert_cmpuint(metrics.items, ==, 3);
	g_assert_cmpuint(metrics.texts, ==, 2);
	g_assert_cmpfloat(metrics.least_text, ==, 4.5);
	cc_metrics_finish(&metrics);
	expect_none(&f);
	/* Nothing at all. */
	begin(&f);
	cc_metrics_count(&metrics, &f.scene, NULL);
	g_assert_cmpuint(metrics.texts, ==, 0);
	g_assert_cmpfloat(metrics.least_text, ==, 0);
	g_assert_cmpfloat(metrics.least_contrast, ==, 21);
	cc_metrics_finish(&metrics);
	expect_none(&f);
}

static void
test_groups(void)
{
	struct fixture f;

	begin(&f);
	text(&f, 10, 50, 20); /* 0 */
	group(&f);            /* 1 */
	text(&f, 10, 80, 20); /* 2 */
	group(&f);            /* 3 */
	text(&f, 10, 110, 20);
	end(&f);
	text(&f, 10, 140, 20); /* 6 */
	end(&f);
	text(&f, 10, 170, 20); /* 8 */
	g_assert_cmpint(cc_metrics_group(&f.scene, 0), ==, -1);
	g_assert_cmpint(cc_metrics_group(&f.scene, 2), ==, 1);
	g_assert_cmpint(cc_metrics_group(&f.scene, 4), ==, 3);
	g_assert_cmpint(cc_metrics_group(&f.scene, 6), ==, 1);
	g_assert_cmpint(cc_metrics_group(&f.scene, 8), ==, -1);
	expect_none(&f);
}

/* Ink of its own: the lower half of the letters' box. */
static struct cc_box
low_box(struct cc_ink *measured, const char *string, bool bold)
{
	(void)measured;
	(void)string;
	(void)bold;
	return (struct cc_box){1, -0.3, 2, 0.3};
}

static void
test_ink(void)
{
	struct cc_ink low = {.box = low_box};
	struct cc_metrics metrics;
	struct fixture f;

	begin(&f);
	text(&f, 100, 100, 50);
	line(&f, CC_ROLE_AXIS, 50, 95, 300, 95);   /* above the ink */
	line(&f, CC_ROLE_AXIS, 108, 50, 108, 200); /* left of it */
	cc_metrics_count(&metrics, &f.scene, &low);
	g_assert_cmpuint(metrics.faults[CC_FAULT_TEXT_SHAPE], ==, 0);
	cc_metrics_finish(&metrics);
	expect(&f, CC_FAULT_TEXT_SHAPE, 2);
}

/* A page of `count` words in their own bars, none touching another. */
static double
time_of(int side)
{
	const double cell = PAGE / side;
	struct cc_metrics metrics;
	struct fixture f;
	double start;

	begin(&f);
	for (int i = 0; i < side * side; i++) {
		const struct cc_box box = {
		    i % side * cell, i / side * cell, cell * 0.8, cell * 0.8};
		const struct cc_type type = {.size = cell * 0.2, .colour = 0};

		rect(&f, CC_ROLE_BAR, box, 0xEEEEEE);
		cc_paint_text(&f.scene,
		    (struct cc_point){box.x + cell * 0.1, box.y + cell * 0.5},
		    "w", cell * 0.5, type);
	}
	/* Points shrink with the words. */
	f.scene.unit = 100 / cell;
	start = cc_cpu_ms();
	cc_metrics_count(&metrics, &f.scene, NULL);
	start = cc_cpu_ms() - start;
	for (int i = 0; i < CC_FAULT_COUNT; i++)
		g_assert_cmpuint(metrics.faults[i], ==, 0);
	cc_metrics_finish(&metrics);
	cc_scene_finish(&f.scene);
	cc_arena_finish(&f.arena);
	return start;
}

/* Ten times the items in far less than a hundred times the time. */
static void
test_many(void)
{
	const double few = time_of(50), many = time_of(158);

	g_test_message("5,000 items: %.1f ms, 50,000: %.1f ms", few, many);
	g_assert_cmpfloat(many, <, 30 * MAX(few, 1));
}

/* A heap of n texts has n * n / 2 overlaps: they are counted so far. */
static void
test_heap(void)
{
	struct fixture f;

	begin(&f);
	for (int i = 0; i < 3000; i++)
		text(&f, 100, 100, 50);
	expect(&f, CC_FAULT_TEXT_TEXT, CC_FAULTS_MOST);
}

/* An entry of the legend: a triangle, up or down, and what it means. */
static void
entry(struct fixture *f, double x, double way, cc_colour fill)
{
	const struct cc_point points[] = {
	    {x, 200}, {x + 4, 200 + way}, {x + 8, 200}};

	cc_paint_group(&f->scene, (struct cc_group){.kind = CC_GROUP_ENTRY});
	cc_paint_polyline(&f->scene, CC_ROLE_MARK, points, 3, true,
	    (struct cc_paint){.fill = fill, .stroke = CC_NO_COLOUR});
	text(f, x + 20, 200, 50);
	end(f);
}

static void
mark(struct fixture *f, double way, cc_colour fill)
{
	const struct cc_point points[] = {{40, 60}, {44, 60 + way}, {48, 60}};

	cc_paint_polyline(&f->scene, CC_ROLE_MARK, points, 3, true,
	    (struct cc_paint){.fill = fill, .stroke = CC_NO_COLOUR});
}

/* What tells two entries apart is colour or shape; their signs are those of the
 * picture. */
static void
test_legend(void)
{
	struct fixture f;

	begin(&f);
	mark(&f, 6, 0x222222);
	entry(&f, 100, 6, 0x222222);
	entry(&f, 200, -6, 0x222222);
	expect_none(&f);
	begin(&f);
	mark(&f, 6, 0x222222);
	entry(&f, 100, 6, 0x222222);
	entry(&f, 200, 6, 0x222222);
	expect(&f, CC_FAULT_ENTRY_ENTRY, 1);
	begin(&f);
	mark(&f, 6, 0x222222);
	entry(&f, 100, 6, 0x222222);
	entry(&f, 200, 6, 0xCC0000);
	expect(&f, CC_FAULT_ENTRY_NONE, 1);
}

static void
test_words(void)
{
	g_assert_cmpstr(cc_fault_word(CC_FAULT_TEXT_TEXT), ==, "text_text");
	g_assert_cmpstr(
	    cc_fault_word(CC_FAULT_LOW_CONTRAST), ==, "low_contrast");
}

/* Ends the scene; the two numbers of its page. */
static void
page_of(struct fixture *fixture, double *blank, double *word_far)
{
	struct cc_metrics metrics;

	cc_metrics_count(&metrics, &fixture->scene, NULL);
	*blank = metrics.blank;
	*word_far = metrics.word_far;
	cc_metrics_finish(&metrics);
	cc_scene_finish(&fixture->scene);
	cc_arena_finish(&fixture->arena);
}

/* Ground and grid fill nothing; between rows some air is none of it. */
static void
test_blank(void)
{
	struct fixture fixture;
	double blank, word_far;

	begin(&fixture);
	rect(&fixture, CC_ROLE_PANEL, (struct cc_box){0, 0, PAGE, PAGE}, 0);
	line(&fixture, CC_ROLE_GRID, 10, 0, 10, PAGE);
	text(&fixture, 10, 107.4, 50);
	rect(&fixture, CC_ROLE_BAR, (struct cc_box){10, 125, 50, 275}, 0);
	page_of(&fixture, &blank, &word_far);
	g_assert_cmpfloat_with_epsilon(blank, 75 / PAGE, 1e-6);
	g_assert_cmpfloat(word_far, ==, 0);
}

/* Words of a sign, and their second line; words of the row have none. */
static void
test_word_far(void)
{
	struct fixture fixture;
	double blank, word_far;

	begin(&fixture);
	text(&fixture, 10, 100, 50);
	group(&fixture);
	rect(&fixture, CC_ROLE_MARK, (struct cc_box){100, 90, 10, 10}, 0);
	text(&fixture, 117, 100, 50);
	text(&fixture, 117, 112, 50);
	cc_paint_end(&fixture.scene);
	page_of(&fixture, &blank, &word_far);
	g_assert_cmpfloat_with_epsilon(word_far, 7, 1e-6);
}

/* A sign at 200 with its words, 60 wide and 10 high, between lines at 150 and
 * at `line_x` that parts time; the axis is as wide as the page. */
static void
parted(struct fixture *f, double words_x, double line_x)
{
	begin(f);
	line(f, CC_ROLE_DIVIDE, 150, 0, 150, 300);
	line(f, CC_ROLE_DIVIDE, line_x, 0, line_x, 300);
	line(f, CC_ROLE_AXIS, 0, 300, PAGE, 300);
	group(f);
	rect(f, CC_ROLE_MARK, (struct cc_box){200, 93, 10, 10}, 0);
	text(f, words_x, 100, 60);
	end(f);
}

static void
test_sides(void)
{
	struct fixture f;

	/* From 135 to 195, and on the right there are 80. */
	parted(&f, 135, 290);
	expect(&f, CC_FAULT_WORD_CUT, 1);
	parted(&f, 215, 290);
	expect_none(&f);
	/* 60 and 12 of air are more than 70, or the 50 on the left; 73 do. */
	parted(&f, 225, 280);
	expect_none(&f);
	parted(&f, 225, 283);
	expect(&f, CC_FAULT_WORD_CUT, 1);
	/* The line ends above them. */
	parted(&f, 135, 290);
	f.scene.items[0].path.segments[1].point[0].y = 90;
	expect_none(&f);
	/* Numbers on a bar that the line runs under, and words on a ground. */
	parted(&f, 135, 290);
	group(&f);
	rect(&f, CC_ROLE_BAR, (struct cc_box){100, 200, 100, 20}, 0xFFFFFF);
	text(&f, 120, 214, 60);
	end(&f);
	expect(&f, CC_FAULT_WORD_CUT, 1);
	/* A row's words name nothing that has a time. */
	begin(&f);
	line(&f, CC_ROLE_DIVIDE, 150, 0, 150, 300);
	text(&f, 135, 100, 60);
	expect_none(&f);
}

/* What a legend could explain and does not: a fading end, "~", and a dark disc
 * for which words may stand. */
static void
miss(struct fixture *f, struct cc_missing missing[3])
{
	static const struct cc_type type = {.size = SIZE};
	struct cc_scene *icons = cc_arena_new(&f->arena, struct cc_scene);

	cc_scene_init(icons, &f->arena);
	cc_paint_rect(icons, CC_ROLE_FILL, (struct cc_box){0, 0, 20, 7}, 0,
	    (struct cc_paint){.fill = 0x333333,
		.stroke = CC_NO_COLOUR,
		.fade = true,
		.fade_to = 0xFFFFFF});
	cc_paint_text(icons, (struct cc_point){0, 0}, "~", 5, type);
	cc_paint_circle(icons, CC_ROLE_MARK, (struct cc_point){0, 0}, 3, ink);
	for (int i = 0; i < 3; i++)
		missing[i] = (struct cc_missing){
		    .sign = cc_arena_memdup(
			&f->arena, &icons->items[i], sizeof(icons->items[i])),
		    .count = 1,
		    .worded = i == 2};
	cc_scene_finish(icons);
	f->scene.background = 0xFFFFFF;
	f->scene.missing = missing;
	f->scene.missing_count = 3;
}

/* A fact: a bar that fades out in a colour of its own, words or a disc. */
enum unsaid { UNSAID_BAR, UNSAID_WORDS, UNSAID_DISC };

static void
paint_unsaid(struct fixture *f, enum unsaid what, const char *words)
{
	const struct cc_type type = {.size = SIZE};

	group(f);
	if (what == UNSAID_BAR)
		cc_paint_rect(&f->scene, CC_ROLE_FILL,
		    (struct cc_box){50, 50, 90, 9}, 0,
		    (struct cc_paint){.fill = 0x1F7F78,
			.stroke = CC_NO_COLOUR,
			.fade = true,
			.fade_to = 0xE8F2F1});
	if (what == UNSAID_DISC)
		cc_paint_circle(
		    &f->scene, CC_ROLE_MARK, (struct cc_point){50, 50}, 4, ink);
	if (words != NULL)
		cc_paint_text(&f->scene, (struct cc_point){80, 54}, words,
		    6.0 * (double)strlen(words), type);
	end(f);
}

static void
test_signs(void)
{
	static const struct {
		enum unsaid what;
		const char *words;
		size_t count;
	} rows[] = {
	    {UNSAID_BAR, NULL, 1},
	    {UNSAID_BAR, "rituximab", 1},
	    {UNSAID_WORDS, "rash ~", 1},
	    {UNSAID_WORDS, "50 mg/d ~ x2", 1},
	    {UNSAID_WORDS, "a~b", 0},
	    {UNSAID_DISC, NULL, 1},
	    {UNSAID_DISC, "biopsy", 0},
	};
	struct cc_missing missing[3];
	struct fixture f;

	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
		begin(&f);
		paint_unsaid(&f, rows[i].what, rows[i].words);
		expect_none(&f); /* nobody asked */
		begin(&f);
		miss(&f, missing);
		paint_unsaid(&f, rows[i].what, rows[i].words);
		expect(&f, CC_FAULT_SIGN_NONE, rows[i].count);
	}
}

static void
row(struct fixture *f, const char *title)
{
	cc_paint_group(&f->scene, (struct cc_group){.kind = CC_GROUP_ROW,
				      .title = title,
				      .box = {0, 40, PAGE, 40}});
}

static void
paint_disc_at(struct fixture *f, double x, const char *words)
{
	group(f);
	cc_paint_circle(
	    &f->scene, CC_ROLE_MARK, (struct cc_point){x, 50}, 4, ink);
	if (words != NULL)
		text(f, x + 10, 54, 30);
	end(f);
}

/* One that is named in a row tells what the others there are; in another row it
 * may be something else, as the sign of an entry may. */
static void
test_signs_of_rows(void)
{
	static const char *const genetics[] = {"Genetics", NULL};
	struct cc_missing missing[3];
	struct fixture f;

	for (int named = 0; named < 2; named++) {
		begin(&f);
		miss(&f, missing);
		row(&f, "Procedures");
		paint_disc_at(&f, 100, named ? "biopsy" : NULL);
		paint_disc_at(&f, 200, NULL);
		end(&f);
		expect(&f, CC_FAULT_SIGN_NONE, named ? 0 : 1);
	}
	for (int of = 0; of < 2; of++) {
		begin(&f);
		miss(&f, missing);
		missing[2].rows = genetics;
		row(&f, of ? "Genetics" : "Procedures");
		paint_disc_at(&f, 100, NULL);
		end(&f);
		expect(&f, CC_FAULT_SIGN_NONE, of ? 1 : 0);
	}
}

/* An entry with that look explains it, if it is of that row. */
static void
test_signs_explained(void)
{
	static const char *const rows[][2] = {
	    {"Procedures", NULL}, {"Genetics", NULL}};
	struct cc_missing missing[3];
	struct fixture f;

	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
		begin(&f);
		miss(&f, missing);
		row(&f, "Procedures");
		paint_disc_at(&f, 100, NULL);
		end(&f);
		cc_paint_group(
		    &f.scene, (struct cc_group){.kind = CC_GROUP_LEGEND});
		cc_paint_group(&f.scene,
		    (struct cc_group){.kind = CC_GROUP_ENTRY, .rows = rows[i]});
		cc_paint_circle(
		    &f.scene, CC_ROLE_MARK, (struct cc_point){20, 390}, 3, ink);
		text(&f, 30, 394, 50);
		cc_paint_end(&f.scene);
		cc_paint_end(&f.scene);
		expect(&f, CC_FAULT_SIGN_NONE, i);
	}
}

/* A dashed line of a curve: words above or below it tell, numbers do not. */
static void
test_signs_along(void)
{
	const struct cc_paint dashes = {
	    .fill = CC_NO_COLOUR, .stroke = 0, .width = 1, .dash = {3, 2}};
	const struct cc_type type = {.size = SIZE};
	static const struct {
		const char *words;
		double x;
		size_t count;
	} rows[] = {{"no value", 150, 0}, {"12.5", 150, 1}, {"CRP", 10, 1}};
	struct fixture f;

	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
		struct cc_scene icon;
		struct cc_missing missing = {.count = 1, .worded = true};

		begin(&f);
		cc_scene_init(&icon, &f.arena);
		cc_paint_line(&icon, CC_ROLE_CURVE, (struct cc_point){0, 0},
		    (struct cc_point){20, 0}, dashes);
		missing.sign = icon.items;
		f.scene.missing = &missing;
		f.scene.missing_count = 1;
		row(&f, "CRP");
		group(&f);
		cc_paint_line(&f.scene, CC_ROLE_CURVE,
		    (struct cc_point){100, 50}, (struct cc_point){300, 50},
		    dashes);
		end(&f);
		cc_paint_text(&f.scene, (struct cc_point){rows[i].x, 70},
		    rows[i].words, 40, type);
		end(&f);
		expect(&f, CC_FAULT_SIGN_NONE, rows[i].count);
		cc_scene_finish(&icon);
	}
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/metrics/texts", test_texts);
	g_test_add_func("/metrics/clipped", test_clipped);
	g_test_add_func("/metrics/areas", test_areas);
	g_test_add_func("/metrics/outlines", test_outlines);
	g_test_add_func("/metrics/stems", test_stems);
	g_test_add_func("/metrics/stem-words", test_stem_words);
	g_test_add_func("/metrics/contrast", test_contrast);
	g_test_add_func("/metrics/sizes", test_sizes);
	g_test_add_func("/metrics/groups", test_groups);
	g_test_add_func("/metrics/ink", test_ink);
	g_test_add_func("/metrics/many", test_many);
	g_test_add_func("/metrics/heap", test_heap);
	g_test_add_func("/metrics/legend", test_legend);
	g_test_add_func("/metrics/words", test_words);
	g_test_add_func("/metrics/blank", test_blank);
	g_test_add_func("/metrics/word-far", test_word_far);
	g_test_add_func("/metrics/sides", test_sides);
	g_test_add_func("/metrics/signs", test_signs);
	g_test_add_func("/metrics/signs-of-rows", test_signs_of_rows);
	g_test_add_func("/metrics/signs-explained", test_signs_explained);
	g_test_add_func("/metrics/signs-along", test_signs_along);
	return g_test_run();
}
