#include "base/arena.h"

#include <glib.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

static void
test_zeroed_and_aligned(void)
{
	struct cc_arena arena;
	size_t size, i;

	cc_arena_init(&arena);
	for (size = 0; size < 300; size++) {
		unsigned char *memory = cc_arena_alloc(&arena, size);

		g_assert_cmpuint(
		    (uintptr_t)memory % _Alignof(max_align_t), ==, 0);
		for (i = 0; i < size; i++)
			g_assert_cmpuint(memory[i], ==, 0);
		memset(memory, 0xAA, size);
	}
	cc_arena_finish(&arena);
}

static void
test_nothing_overlaps(void)
{
	struct cc_arena arena;
	unsigned char *pieces[1000];
	size_t sizes[1000], i, j;
	GRand *rand = g_rand_new_with_seed(7);

	cc_arena_init(&arena);
	for (i = 0; i < G_N_ELEMENTS(pieces); i++) {
		sizes[i] = (size_t)g_rand_int_range(rand, 0, 2000);
		pieces[i] = cc_arena_alloc(&arena, sizes[i]);
		memset(pieces[i], (int)(i % 251), sizes[i]);
	}
	for (i = 0; i < G_N_ELEMENTS(pieces); i++)
		for (j = 0; j < sizes[i]; j++)
			g_assert_cmpuint(pieces[i][j], ==, i % 251);
	cc_arena_finish(&arena);
	g_rand_free(rand);
}

static void
test_reset(void)
{
	struct cc_arena arena;
	unsigned char *memory;
	size_t i, used;

	cc_arena_init(&arena);
	cc_arena_reset(&arena);
	for (i = 0; i < 100; i++)
		memset(cc_arena_alloc(&arena, 10000), 0xFF, 10000);
	used = cc_arena_used(&arena);
	g_assert_cmpuint(used, >=, 1000000);
	cc_arena_reset(&arena);
	g_assert_cmpuint(cc_arena_used(&arena), ==, 0);
	memory = cc_arena_alloc(&arena, 200000);
	for (i = 0; i < 200000; i++)
		g_assert_cmpuint(memory[i], ==, 0);
	cc_arena_finish(&arena);
	g_assert_null(arena.head);
}

static void
test_large(void)
{
	struct cc_arena arena;
	char *small, *large;

	cc_arena_init(&arena);
	small = cc_arena_strdup(&arena, "small");
	large = cc_arena_alloc(&arena, 10 << 20);
	large[(10 << 20) - 1] = 'x';
	g_assert_cmpstr(small, ==, "small");
	cc_arena_finish(&arena);
}

static void
test_copies(void)
{
	struct cc_arena arena;
	const int numbers[] = {3, 1, 4};
	int *copy, *many;

	cc_arena_init(&arena);
	g_assert_cmpstr(cc_arena_strdup(&arena, ""), ==, "");
	g_assert_cmpstr(cc_arena_strndup(&arena, "VGPR", 2), ==, "VG");
	g_assert_cmpstr(cc_arena_strndup(&arena, NULL, 0), ==, "");
	g_assert_cmpstr(
	    cc_arena_printf(&arena, "%s-%d", "case", 7), ==, "case-7");
	g_assert_cmpstr(
	    cc_arena_join(&arena, "t(", "", "4;14", ")", NULL), ==, "t(4;14)");
	copy = cc_arena_memdup(&arena, numbers, sizeof numbers);
	g_assert_cmpmem(copy, sizeof numbers, numbers, sizeof numbers);
	many = cc_arena_new_array(&arena, int, 5);
	g_assert_cmpint(many[4], ==, 0);
	many = cc_arena_new_room(&arena, int, 5);
	memset(many, 0xAA, 5 * sizeof *many);
	many = cc_arena_new_array(&arena, int, 5);
	g_assert_cmpint(many[0], ==, 0);
	cc_arena_finish(&arena);
}

/* What lies there already stays where it is, and else is copied. */
static void
test_keep(void)
{
	struct cc_arena arena;
	const char *own, *kept;

	cc_arena_init(&arena);
	kept = cc_arena_keep(&arena, "of nobody");
	g_assert_cmpstr(kept, ==, "of nobody");
	own = cc_arena_join(&arena, "of ", "its own", NULL);
	g_assert_true(cc_arena_keep(&arena, own) == own);
	g_assert_true(cc_arena_keep(&arena, own + 3) == own + 3);
	cc_arena_alloc(&arena, 1 << 20);
	g_assert_cmpstr(cc_arena_keep(&arena, own), ==, "of its own");
	cc_arena_finish(&arena);
}

static void
test_grow(void)
{
	struct cc_arena arena;
	int *numbers = NULL;

	cc_arena_init(&arena);
	for (int i = 0; i < 1000; i++) {
		numbers =
		    cc_arena_grow(&arena, numbers, (size_t)i, sizeof *numbers);
		numbers[i] = i;
		/* What comes next in the arena is not written over. */
		if (i % 7 == 0)
			*cc_arena_new(&arena, int) = -1;
	}
	for (int i = 0; i < 1000; i++)
		g_assert_cmpint(numbers[i], ==, i);
	cc_arena_finish(&arena);
}

static void
test_overflow(void)
{
	if (g_test_subprocess()) {
		struct cc_arena arena;

		cc_arena_init(&arena);
		cc_arena_array(&arena, SIZE_MAX / 2, 3);
		return;
	}
	g_test_trap_subprocess(NULL, 0, 0);
	g_test_trap_assert_failed();
	g_test_trap_assert_stderr("*bytes asked for*");
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/arena/zeroed-and-aligned", test_zeroed_and_aligned);
	g_test_add_func("/arena/nothing-overlaps", test_nothing_overlaps);
	g_test_add_func("/arena/reset", test_reset);
	g_test_add_func("/arena/large", test_large);
	g_test_add_func("/arena/copies", test_copies);
	g_test_add_func("/arena/keep", test_keep);
	g_test_add_func("/arena/grow", test_grow);
	g_test_add_func("/arena/overflow", test_overflow);
	return g_test_run();
}
