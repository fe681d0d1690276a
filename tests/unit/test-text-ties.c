/* Which words hang together: texts with widths of their own, no fonts. */
#include "scene/words.h"

#define NONE (-1)

struct fixture {
	struct cc_arena arena;
	struct cc_scene scene;
	struct cc_text_ties ties;
};

static void
begin(struct fixture *f, enum cc_group_kind kind)
{
	cc_arena_init(&f->arena);
	cc_scene_init(&f->scene, &f->arena);
	cc_paint_group(&f->scene, (struct cc_group){.kind = kind});
}

static void
find(struct fixture *f)
{
	cc_paint_end(&f->scene);
	f->ties = cc_text_ties_find(&f->arena, &f->scene);
}

static void
end(struct fixture *f)
{
	cc_scene_finish(&f->scene);
	cc_arena_finish(&f->arena);
}

/* Of 10 units a letter's size; returns its item. */
static guint
text(struct fixture *f, double x, double y, double width, enum cc_anchor anchor)
{
	cc_paint_text(&f->scene, (struct cc_point){x, y}, "words", width,
	    (struct cc_type){.size = 10, .anchor = anchor});
	return (guint)f->scene.count - 1;
}

static guint
start(struct fixture *f, double x, double y, double width)
{
	return text(f, x, y, width, CC_ANCHOR_START);
}

static guint
rect(struct fixture *f, struct cc_box box)
{
	cc_paint_rect(&f->scene, CC_ROLE_BAR, box, 0,
	    (struct cc_paint){.fill = 0x808080, .stroke = CC_NO_COLOUR});
	return (guint)f->scene.count - 1;
}

/* Bold words and what goes on from them; a table's next cell does not. */
static void
test_lines(void)
{
	struct fixture f;

	begin(&f, CC_GROUP_FACT);
	start(&f, 100, 50, 60);
	const guint head = 1, tail = start(&f, 164, 50, 90);
	const guint cell = start(&f, 300, 50, 20);
	const guint lower = start(&f, 300, 52, 20);
	find(&f);
	g_assert_cmpuint(f.ties.line[head], ==, head);
	g_assert_cmpuint(f.ties.line[tail], ==, head);
	g_assert_cmpuint(f.ties.line[cell], ==, cell);
	g_assert_cmpuint(f.ties.line[lower], ==, lower);
	g_assert_cmpint(f.ties.even[head], ==, CC_ANCHOR_START);
	end(&f);
}

/* A line ends with its group. */
static void
test_groups(void)
{
	struct fixture f;

	begin(&f, CC_GROUP_ROW);
	const guint name = start(&f, 10, 50, 30);
	cc_paint_group(&f.scene, (struct cc_group){.kind = CC_GROUP_FACT});
	const guint fact = start(&f, 42, 50, 30);
	const guint below = start(&f, 42, 62, 30);
	cc_paint_end(&f.scene);
	const guint after = start(&f, 74, 50, 30);
	const guint under = start(&f, 74, 62, 30);
	find(&f);
	g_assert_cmpuint(f.ties.line[name], ==, name);
	g_assert_cmpuint(f.ties.line[fact], ==, fact);
	g_assert_cmpuint(f.ties.line[after], ==, after);
	g_assert_cmpuint(f.ties.block[below], ==, fact);
	/* Of a row each line is a block. */
	g_assert_cmpuint(f.ties.block[under], ==, under);
	end(&f);
}

/* Three lines that end at one place; the fourth begins there, the fifth is far
 * below. */
static void
test_blocks(void)
{
	struct fixture f;

	begin(&f, CC_GROUP_FACT);
	const guint first = text(&f, 100, 20, 60, CC_ANCHOR_END);
	const guint second = text(&f, 100, 32, 30, CC_ANCHOR_END);
	const guint third = text(&f, 100, 44, 80, CC_ANCHOR_END);
	const guint other = start(&f, 100, 56, 80);
	const guint far = start(&f, 100, 90, 80);
	find(&f);
	g_assert_cmpuint(f.ties.block[first], ==, first);
	g_assert_cmpuint(f.ties.block[second], ==, first);
	g_assert_cmpuint(f.ties.block[third], ==, first);
	g_assert_cmpuint(f.ties.block[other], ==, other);
	g_assert_cmpuint(f.ties.block[far], ==, far);
	g_assert_cmpint(f.ties.even[first], ==, CC_ANCHOR_END);
	end(&f);
}

/* A line of two pieces has its middle below that of the first line. */
static void
test_middle(void)
{
	struct fixture f;

	begin(&f, CC_GROUP_FACT);
	const guint first = text(&f, 100, 20, 60, CC_ANCHOR_MIDDLE);
	const guint left = start(&f, 60, 32, 38);
	const guint right = start(&f, 102, 32, 38);
	const guint last = text(&f, 100, 44, 10, CC_ANCHOR_MIDDLE);
	find(&f);
	g_assert_cmpuint(f.ties.line[right], ==, left);
	g_assert_cmpuint(f.ties.block[left], ==, first);
	g_assert_cmpuint(f.ties.block[right], ==, first);
	g_assert_cmpuint(f.ties.block[last], ==, first);
	g_assert_cmpint(f.ties.even[first], ==, CC_ANCHOR_MIDDLE);
	end(&f);
}

/* The topmost of the bar's parts that is around all of the word; a bar may be
 * lower than the tails of letters; what is painted later holds nothing. */
static void
test_holders(void)
{
	struct fixture f;

	begin(&f, CC_GROUP_FACT);
	const guint whole = rect(&f, (struct cc_box){0, 20, 100, 9});
	const guint part = rect(&f, (struct cc_box){0, 20, 50, 9});
	const guint in_part = start(&f, 5, 28, 40);
	const guint across = start(&f, 40, 28, 40);
	const guint beside = start(&f, 90, 28, 40);
	cc_paint_circle(&f.scene, CC_ROLE_MARK, (struct cc_point){200, 20}, 10,
	    (struct cc_paint){.fill = 0xFF, .stroke = CC_NO_COLOUR});
	const guint dot = (guint)f.scene.count - 1;
	const guint number = text(&f, 200, 23, 8, CC_ANCHOR_MIDDLE);
	rect(&f, (struct cc_box){0, 0, 300, 100});
	find(&f);
	g_assert_cmpint(f.ties.holder[in_part], ==, (int)part);
	g_assert_cmpint(f.ties.holder[across], ==, (int)whole);
	g_assert_cmpint(f.ties.holder[beside], ==, NONE);
	g_assert_cmpint(f.ties.holder[number], ==, (int)dot);
	end(&f);
}

static guint
bracket(struct fixture *f, double left, double from, double to, double right)
{
	struct cc_strokes arms = {.arena = &f->arena};

	cc_strokes_add(
	    &arms, (struct cc_point[]){{left, 20}, {left, 24}, {from, 24}}, 3);
	cc_strokes_add(
	    &arms, (struct cc_point[]){{to, 24}, {right, 24}, {right, 20}}, 3);
	cc_paint_strokes(&f->scene, CC_ROLE_BRACKET, &arms,
	    (struct cc_paint){.fill = CC_NO_COLOUR, .width = 1});
	return (guint)f->scene.count - 1;
}

/* A number stands in the gap of its bracket, though that is less high; one that
 * the bracket runs through or that is beside it does not. */
static void
test_brackets(void)
{
	struct fixture f;

	begin(&f, CC_GROUP_FACT);
	const guint open = bracket(&f, 0, 40, 60, 100);
	const guint number = text(&f, 50, 27.6, 8, CC_ANCHOR_MIDDLE);
	const guint through = text(&f, 20, 27.6, 8, CC_ANCHOR_MIDDLE);
	const guint above = text(&f, 50, 16, 8, CC_ANCHOR_MIDDLE);
	const guint beside = start(&f, 104, 27.6, 8);
	find(&f);
	g_assert_cmpint(f.ties.holder[number], ==, (int)open);
	g_assert_cmpint(f.ties.holder[through], ==, NONE);
	g_assert_cmpint(f.ties.holder[above], ==, NONE);
	g_assert_cmpint(f.ties.holder[beside], ==, NONE);
	end(&f);
}

/* Another's bar holds no words, nor does a row's ground. */
static void
test_strangers(void)
{
	struct fixture f;

	begin(&f, CC_GROUP_ROW);
	rect(&f, (struct cc_box){0, 0, 300, 100});
	const guint name = start(&f, 5, 28, 40);
	cc_paint_group(&f.scene, (struct cc_group){.kind = CC_GROUP_FACT});
	const guint fact = start(&f, 5, 48, 40);
	cc_paint_end(&f.scene);
	find(&f);
	g_assert_cmpint(f.ties.holder[name], ==, NONE);
	g_assert_cmpint(f.ties.holder[fact], ==, NONE);
	end(&f);
}

/* Lines of one bar are a block; a word beside it, even with them, is none of
 * theirs. */
static void
test_held_apart(void)
{
	struct fixture f;

	begin(&f, CC_GROUP_FACT);
	rect(&f, (struct cc_box){0, 10, 100, 26});
	const guint first = start(&f, 5, 20, 40);
	const guint second = start(&f, 5, 32, 50);
	const guint below = start(&f, 5, 48, 40);
	find(&f);
	g_assert_cmpuint(f.ties.block[second], ==, first);
	g_assert_cmpuint(f.ties.block[below], ==, below);
	end(&f);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/text-ties/lines", test_lines);
	g_test_add_func("/text-ties/groups", test_groups);
	g_test_add_func("/text-ties/blocks", test_blocks);
	g_test_add_func("/text-ties/middle", test_middle);
	g_test_add_func("/text-ties/holders", test_holders);
	g_test_add_func("/text-ties/brackets", test_brackets);
	g_test_add_func("/text-ties/strangers", test_strangers);
	g_test_add_func("/text-ties/held-apart", test_held_apart);
	return g_test_run();
}
