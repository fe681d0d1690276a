/* What gives way on a page, against all ways there are, on seeded random pages:
 * of those that have room, the one whose dearest loss is cheapest, and so on. */
#include "layout/choose.h"

#include <glib.h>

#define PAGES 4000
#define THINGS_MOST 4
#define STEPS_MOST 3
#define RANKS 9

struct page {
	struct cc_choice choices[THINGS_MOST];
	size_t count;
	int ranks[THINGS_MOST][STEPS_MOST];
	int height[THINGS_MOST][STEPS_MOST + 1];
	int legend[THINGS_MOST][STEPS_MOST + 1]; /* the page has the highest */
	int room;
	int asked; /* how often */
	size_t last[THINGS_MOST]; /* what was given when it was asked last */
};

static void
random_thing(GRand *rand, struct page *page, size_t i)
{
	struct cc_choice *choice = &page->choices[i];
	int rank = 0;

	*choice = (struct cc_choice){.ranks = page->ranks[i]};
	page->height[i][0] = g_rand_int_range(rand, 0, 30);
	page->legend[i][0] = g_rand_int_range(rand, 0, 10);
	for (int s = 0; s < STEPS_MOST; s++) {
		rank += g_rand_int_range(rand, 1, RANKS / STEPS_MOST + 1);
		if (g_rand_int_range(rand, 0, 4) == 0)
			break;
		page->ranks[i][s] = rank;
		/* Some steps save nothing. */
		page->height[i][s + 1] =
		    g_rand_int_range(rand, 0, page->height[i][s] + 1);
		page->legend[i][s + 1] =
		    g_rand_int_range(rand, 0, page->legend[i][s] + 1);
		choice->steps++;
	}
	if (choice->steps > 0 && g_rand_int_range(rand, 0, 5) == 0)
		choice->least = 1;
}

/* In place: its choices point into it. */
static void
random_page(GRand *rand, struct page *page)
{
	*page = (struct page){
	    .count = (size_t)g_rand_int_range(rand, 1, THINGS_MOST + 1),
	    .room = g_rand_int_range(rand, 0, 80)};

	for (size_t i = 0; i < page->count; i++)
		random_thing(rand, page, i);
}

static bool
fits(void *data)
{
	struct page *page = data;
	int height = 0, legend = 0;

	page->asked++;
	for (size_t i = 0; i < page->count; i++) {
		const size_t given = page->choices[i].given;

		page->last[i] = given;
		height += page->height[i][given];
		legend = MAX(legend, page->legend[i][given]);
	}
	return height + legend <= page->room;
}

/* What is lost, the dearest in front: of a rank the first thing's is dearer.
 * Compared as a number, the lower one has lost less. */
static guint64
loss_of(const struct page *page)
{
	guint64 loss = 0;

	for (size_t i = 0; i < page->count; i++)
		for (size_t s = 0; s < page->choices[i].given; s++)
			loss |= (guint64)1 << (page->ranks[i][s] * THINGS_MOST +
					       (THINGS_MOST - 1 - (int)i));
	return loss;
}

/* The next way to give; false where that was the last. */
static bool
next_way(struct page *page)
{
	for (size_t i = 0; i < page->count; i++) {
		struct cc_choice *choice = &page->choices[i];

		if (choice->given < choice->steps) {
			choice->given++;
			return true;
		}
		choice->given = choice->least;
	}
	return false;
}

/* The least loss of all that fit; G_MAXUINT64: none does. */
static guint64
least_loss(struct page *page)
{
	guint64 least = G_MAXUINT64;

	for (size_t i = 0; i < page->count; i++)
		page->choices[i].given = page->choices[i].least;
	do {
		if (fits(page))
			least = MIN(least, loss_of(page));
	} while (next_way(page));
	return least;
}

static void
test_least_loss(void)
{
	struct cc_arena arena;
	g_autoptr(GRand) rand = g_rand_new_with_seed(11);

	cc_arena_init(&arena);
	for (int i = 0; i < PAGES; i++) {
		struct page page;
		guint64 least;
		bool chosen;

		random_page(rand, &page);
		least = least_loss(&page);
		chosen = cc_choose(
		    &arena, page.choices, page.count, fits, &page);
		g_assert_cmpint(chosen, ==, least != G_MAXUINT64);
		for (size_t n = 0; n < page.count; n++)
			g_assert_cmpuint(
			    page.last[n], ==, page.choices[n].given);
		if (!chosen)
			continue;
		g_assert_true(fits(&page));
		g_assert_cmphex(loss_of(&page), ==, least);
		cc_arena_reset(&arena);
	}
	cc_arena_finish(&arena);
}

/* Rows by the thousand, of which few have room: few questions. */
#define ROWS 20000
#define ROOM 30
#define ASKED_MOST 200

struct rows {
	struct cc_choice *choices;
	int asked;
};

static bool
rows_fit(void *data)
{
	struct rows *rows = data;
	int left = 0;

	rows->asked++;
	for (size_t i = 0; i < ROWS; i++)
		left += rows->choices[i].given == 0;
	return left <= ROOM;
}

static void
test_thousands(void)
{
	static const int rank = 1;
	struct cc_arena arena;
	struct rows rows = {.choices = g_new0(struct cc_choice, ROWS)};

	cc_arena_init(&arena);
	for (size_t i = 0; i < ROWS; i++)
		rows.choices[i] = (struct cc_choice){&rank, 1, 0, 0};
	g_assert_true(
	    cc_choose(&arena, rows.choices, ROWS, rows_fit, &rows));
	/* The lowest go first. */
	for (size_t i = 0; i < ROWS; i++)
		g_assert_cmpuint(rows.choices[i].given, ==, i >= ROOM);
	g_assert_cmpint(rows.asked, <, ASKED_MOST);
	g_free(rows.choices);
	cc_arena_finish(&arena);
}

/* As when columns swing for ever: it is chosen anew as often as there are
 * steps, and once more. What stays given is never taken back. */
static void
test_holds(void)
{
	g_autoptr(GRand) rand = g_rand_new_with_seed(3);
	struct cc_arena arena;

	cc_arena_init(&arena);
	for (int i = 0; i < PAGES; i++) {
		size_t steps = 0, rounds = 0;
		struct page page;
		bool left = true;

		random_page(rand, &page);
		for (size_t c = 0; c < page.count; c++)
			steps += page.choices[c].steps - page.choices[c].least;
		while (left) {
			cc_choose(
			    &arena, page.choices, page.count, fits, &page);
			for (size_t c = 0; c < page.count; c++)
				g_assert_cmpuint(page.choices[c].given, >=,
				    page.choices[c].least);
			left = cc_choices_hold(page.choices, page.count);
			g_assert_cmpuint(rounds++, <=, steps);
		}
	}
	cc_arena_finish(&arena);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/choose/least-loss", test_least_loss);
	g_test_add_func("/choose/thousands", test_thousands);
	g_test_add_func("/choose/holds", test_holds);
	return g_test_run();
}
