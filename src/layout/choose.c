/* How a page comes to fit.
 *
 * Every row of a page can be drawn in a few ways, each lower than the one
 * before it and each with a loss: without intents, with lower curves, on fewer
 * lines, in the end not at all. So can the page: with less air, without
 * abbreviations. One table says which loss is dearer than which
 * (layout/yield.h). What is wanted is the page that loses least, where no heap
 * of cheap losses is as bad as a dear one: intents go before rows do.
 *
 * That order makes the search short. Let all steps of all rows stand in one
 * list, the cheapest first. Taking them from the front, the page gets lower,
 * until it fits: nothing behind that place has to go. Where it is, is found by
 * doubling and then halving, so that thousands of rows take no thousands of
 * tries. Then the list is walked back from there: each step, the dearest first,
 * is taken back if the page still fits with all the cheaper ones given. What
 * stays given is what had to be, and the test compares it with all ways there
 * are.
 *
 * Whether a way fits is asked of the caller, since a page is not only its rows:
 * what they need explained makes the legend higher. */
#include "layout/choose.h"

#include <stdlib.h>

/* Steps of one rank tried in vain before there counts as no room for more of
 * them: rows are more than fit on a page. */
#define IN_VAIN_MOST 64

struct step {
	int rank;
	size_t choice, nth; /* the nth step of that */
};

struct search {
	struct cc_choice *choices;
	size_t count;
	struct step *steps; /* the cheapest first */
	size_t step_count;
	cc_choice_fits *fits;
	void *page;
};

static int
by_rank(const void *one, const void *other)
{
	const struct step *a = one, *b = other;
	if (a->rank != b->rank)
		return a->rank < b->rank ? -1 : 1;
	if (a->choice != b->choice)
		return a->choice > b->choice ? -1 : 1;
	return a->nth < b->nth ? -1 : a->nth > b->nth;
}

static void
list_steps(struct cc_arena *arena, struct search *search)
{
	size_t most = 0, n = 0;
	for (size_t i = 0; i < search->count; i++)
		most += search->choices[i].steps - search->choices[i].least;
	search->steps = cc_arena_new_array(arena, struct step, most);
	for (size_t i = 0; i < search->count; i++) {
		const struct cc_choice *choice = &search->choices[i];
		for (size_t s = choice->least; s < choice->steps; s++)
			search->steps[n++] =
			    (struct step){choice->ranks[s], i, s};
	}
	search->step_count = n;
	qsort(search->steps, n, sizeof(search->steps[0]), by_rank);
}

/* Gives the first `n` steps. */
static void
give_first(struct search *search, size_t n)
{
	for (size_t i = 0; i < search->count; i++)
		search->choices[i].given = search->choices[i].least;
	for (size_t i = 0; i < n; i++)
		search->choices[search->steps[i].choice].given =
		    search->steps[i].nth + 1;
}

static bool
fits_after(struct search *search, size_t n)
{
	give_first(search, n);
	return search->fits(search->page);
}

/* How many of the first steps are enough, where none is not; more than there
 * are: none is. */
static size_t
steps_needed(struct search *search)
{
	size_t few = 0, enough = 1;
	while (enough < search->step_count && !fits_after(search, enough)) {
		few = enough;
		enough *= 2;
	}
	if (enough >= search->step_count) {
		enough = search->step_count;
		if (!fits_after(search, enough))
			return enough + 1;
	}
	while (enough - few > 1) {
		size_t middle = few + (enough - few) / 2;
		if (fits_after(search, middle))
			enough = middle;
		else
			few = middle;
	}
	return enough;
}

/* Of the first `n` steps those that need not be given; the last of them is. */
static void
take_back(struct search *search, size_t n)
{
	size_t in_vain = 0;
	for (size_t i = n - 1; i-- > 0;) {
		const struct step *step = &search->steps[i];
		struct cc_choice *choice = &search->choices[step->choice];
		if (step->rank != step[1].rank)
			in_vain = 0;
		/* One that is dearer had to go. */
		if (in_vain == IN_VAIN_MOST || choice->given != step->nth + 1)
			continue;
		choice->given--;
		if (search->fits(search->page)) {
			in_vain = 0;
			continue;
		}
		choice->given++;
		in_vain++;
	}
}

bool
cc_choose(struct cc_arena *arena, struct cc_choice *choices, size_t count,
    cc_choice_fits *fits, void *page)
{
	struct search search = {
	    .choices = choices, .count = count, .fits = fits, .page = page};
	/* Most pages have room for all. */
	if (fits_after(&search, 0))
		return true;
	list_steps(arena, &search);
	size_t needed = steps_needed(&search);
	if (needed > search.step_count)
		return false;
	give_first(&search, needed);
	take_back(&search, needed);
	return fits(page);
}

bool
cc_choices_hold(struct cc_choice *choices, size_t count)
{
	struct cc_choice *next = NULL;
	bool more = false;
	for (size_t i = 0; i < count; i++) {
		struct cc_choice *choice = &choices[i];
		more |= choice->given > choice->least;
		choice->least = choice->given;
		if (choice->given < choice->steps &&
		    (!next || choice->ranks[choice->given] <
				  next->ranks[next->given]))
			next = choice;
	}
	if (!more && next)
		next->least++;
	return more || next;
}
