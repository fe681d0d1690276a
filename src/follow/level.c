/* The levels of a staircase: from the best response to the worst one that was
 * reached, with the scheme's own between them. */
#include "follow/state-end.h"

#include <glib.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

static int
by_rank(const void *left, const void *right)
{
	const struct cc_level *a = left, *b = right;

	return (a->rank < b->rank) - (a->rank > b->rank);
}

/* Called by the scheme's own word for the rank, else by what reached it. */
static void
add_level(struct cc_responses *row, struct cc_level *levels,
    const struct cc_terms *terms, double rank, const struct cc_term *reached)
{
	const struct cc_term *term;

	for (size_t i = 0; i < row->level_count; i++)
		if (levels[i].rank == rank)
			return;
	term = cc_level_term(terms, row->scheme, rank);
	if (term == NULL)
		term = reached;
	if (term != NULL)
		levels[row->level_count++] = (struct cc_level){rank, term};
}

static void
add_reached(struct cc_responses *row, struct cc_level *levels,
    const struct cc_terms *terms, double loss)
{
	for (size_t i = 0; i < row->count; i++) {
		const struct cc_state *state = &row->item[i];
		bool lost = state->form == CC_STATE_LOST;

		if (!isnan(state->rank))
			add_level(row, levels, terms, state->rank, state->term);
		else if (lost && !isnan(loss))
			add_level(row, levels, terms, loss, NULL);
		row->ranked = row->ranked && (lost || !isnan(state->rank));
		row->lost = row->lost || lost;
	}
}

static bool
is_between(const struct cc_term *term, const char *scheme, double worst,
    double best)
{
	return g_strcmp0(term->scheme, scheme) == 0 && term->rank > worst &&
	       term->rank < best && term->rank == floor(term->rank);
}

static void
add_between(struct cc_responses *row, struct cc_level *levels,
    const struct cc_terms *terms)
{
	size_t count;
	const struct cc_term *const *all =
	    cc_vocab_list(terms->vocab, CC_IN_RESPONSE, &count);
	double best = -INFINITY, worst = INFINITY;

	for (size_t i = 0; i < row->level_count; i++) {
		best = fmax(best, levels[i].rank);
		worst = fmin(worst, levels[i].rank);
	}
	for (size_t i = 0; i < count; i++)
		if (is_between(all[i], row->scheme, worst, best))
			add_level(row, levels, terms, all[i]->rank, NULL);
}

void
cc_levels_find(struct cc_arena *arena, const struct cc_terms *terms,
    struct cc_responses *row)
{
	double loss = cc_relapse_rank(terms, row->scheme);
	struct cc_level *levels;
	size_t count;

	cc_vocab_list(terms->vocab, CC_IN_RESPONSE, &count);
	levels =
	    cc_arena_new_array(arena, struct cc_level, count + row->count + 1);
	row->ranked = true;
	add_reached(row, levels, terms, loss);
	add_between(row, levels, terms);
	qsort(levels, row->level_count, sizeof(levels[0]), by_rank);
	row->levels = levels;
	row->ranked = row->ranked && row->level_count > 0;
	row->floored = row->lost && row->level_count > 0 &&
	               levels[row->level_count - 1].rank <= loss;
}
