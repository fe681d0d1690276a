/* Gaps of lines, against each line asked for each word by itself. */
#include "place/rails.h"

#include <glib.h>
#include <math.h>

#define CASES 300
#define RAILS_MOST 20
#define WORDS_MOST 40
#define SIDE 200.0
#define AIR 3.0

/* Whole numbers, so that some just keep the air. */
static double
random_whole(GRand *rand, double from, double to)
{
	return floor(g_rand_double_range(rand, from, to));
}

static size_t
make_rails(GRand *rand, struct cc_rail *rails)
{
	const size_t count = (size_t)g_rand_int_range(rand, 1, RAILS_MOST);

	for (size_t i = 0; i < count; i++) {
		const double from = random_whole(rand, 0, SIDE);

		rails[i] = (struct cc_rail){
		    .vertical = g_rand_boolean(rand),
		    .at = random_whole(rand, 0, SIDE),
		    .from = from,
		    .to = from + random_whole(rand, 0, SIDE),
		};
	}
	return count;
}

static size_t
make_words(GRand *rand, struct cc_box *words, struct cc_clear *clear)
{
	const size_t count = (size_t)g_rand_int_range(rand, 0, WORDS_MOST);

	for (size_t i = 0; i < count; i++) {
		words[i] = (struct cc_box){random_whole(rand, -50, SIDE + 50),
		    random_whole(rand, -50, SIDE + 50),
		    random_whole(rand, 1, 40), 9};
		cc_clear_words(clear, CC_HARD, words[i]);
	}
	return count;
}

/* Where a word parts a line; false: it does not. */
static bool
find_gap(
    const struct cc_rail *rail, struct cc_box word, double *from, double *to)
{
	const double right = cc_box_right(word), bottom = cc_box_bottom(word);
	const double low = rail->vertical ? word.x : word.y;
	const double high = rail->vertical ? right : bottom;

	*from = (rail->vertical ? word.y : word.x) - AIR / 2;
	*to = (rail->vertical ? bottom : right) + AIR / 2;
	return low - AIR < rail->at && rail->at < high + AIR &&
	       *from - AIR / 2 < rail->to && rail->from < *to + AIR / 2;
}

static void
check_rail(const struct cc_rail *rail, const struct cc_box *words, size_t count)
{
	size_t wanted = 0, found = 0;
	double sum = 0, from, to;

	for (size_t i = 0; i < count; i++)
		if (find_gap(rail, words[i], &from, &to)) {
			wanted++;
			sum += from + 1000 * to;
		}
	for (const struct cc_gap *gap = rail->gaps; gap != NULL;
	     gap = gap->next) {
		found++;
		sum -= gap->from + 1000 * gap->to;
		if (gap->next != NULL)
			g_assert_cmpfloat(gap->from, <=, gap->next->from);
	}
	g_assert_cmpuint(found, ==, wanted);
	g_assert_cmpfloat(fabs(sum), <, 1e-6);
}

static void
test_gaps(void)
{
	GRand *rand = g_rand_new_with_seed(3);

	for (int i = 0; i < CASES; i++) {
		struct cc_arena arena;
		struct cc_clear clear = {.arena = &arena};
		struct cc_rail rails[RAILS_MOST];
		struct cc_box words[WORDS_MOST];

		cc_arena_init(&arena);
		const size_t count = make_rails(rand, rails);
		const size_t word_count = make_words(rand, words, &clear);
		cc_rails_part(rails, count, &clear, AIR);
		for (size_t k = 0; k < count; k++)
			check_rail(&rails[k], words, word_count);
		cc_arena_finish(&arena);
	}
	g_rand_free(rand);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/rails/gaps", test_gaps);
	return g_test_run();
}
