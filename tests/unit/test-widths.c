/* The table of measured words. */
#include "text/widths.h"

#include <glib.h>
#include <string.h>

#define MANY 5000

static void
test_empty(void)
{
	struct cc_widths widths = {0};

	g_assert_null(cc_widths_find(&widths, "dose", 4));
	cc_widths_clear(&widths);
}

/* Words that begin or end alike, the empty one among them. */
static void
test_lengths(void)
{
	static const char text[] = "lenalidomide-dexamethasone";
	struct cc_widths widths = {0};
	size_t i;

	for (i = 0; i < sizeof text; i++) {
		g_assert_null(cc_widths_find(&widths, text, i));
		cc_widths_add(&widths, text, i, (double)i);
	}
	for (i = 0; i < sizeof text; i++)
		g_assert_cmpfloat(
		    *cc_widths_find(&widths, text, i), ==, (double)i);
	g_assert_null(cc_widths_find(&widths, "enalidomide", 11));
	cc_widths_clear(&widths);
}

/* Found again after the table has grown; nothing after it was cleared. */
static void
test_many(void)
{
	struct cc_widths widths = {0};
	g_autoptr(GPtrArray) words = g_ptr_array_new_with_free_func(g_free);
	guint i;

	for (i = 0; i < MANY; i++) {
		char *word = g_strdup_printf("word%u", i);

		g_ptr_array_add(words, word);
		cc_widths_add(&widths, word, strlen(word), i);
	}
	g_assert_cmpuint(widths.count, ==, MANY);
	for (i = 0; i < MANY; i++) {
		g_autofree char *copy = g_strdup(words->pdata[i]);

		g_assert_cmpfloat(
		    *cc_widths_find(&widths, copy, strlen(copy)), ==, i);
	}
	cc_widths_clear(&widths);
	g_assert_null(cc_widths_find(&widths, "word1", 5));
	cc_widths_clear(&widths);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/widths/empty", test_empty);
	g_test_add_func("/widths/lengths", test_lengths);
	g_test_add_func("/widths/many", test_many);
	return g_test_run();
}
