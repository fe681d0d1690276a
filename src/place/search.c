/* How things find their places
 *
 * A thing offers ways in which it may stand, the better ones mostly first: the
 * n-th costs n, and more where it is worse than its turn says. Its best way is
 * found by looking at them in that order until what is left costs more than
 * what was found; each is asked first for its cost, which is cheap, then for
 * what is in its way.
 *
 * Things come one at a time, the dearest first. One that finds none may turn
 * out another: it takes the best way that is left without the other, which
 * takes the best that is left then; of all others the one for which both cost
 * least. No more than one moves, so that adding a thing takes time in
 * proportion to those that are placed.
 */
#include "place/search.h"

#include <math.h>
#include <stdint.h>

/* None of those that are placed. */
#define NOBODY SIZE_MAX

/* As far as another has to keep from it. */
static struct cc_box
about(const struct cc_search *search, struct cc_box box)
{
	return (struct cc_box){box.x - search->across, box.y - search->down,
	    box.width + 2 * search->across, box.height + 2 * search->down};
}

static bool
is_free(const struct cc_search *search, struct cc_box box, size_t but)
{
	struct cc_box apart = about(search, box);
	for (size_t i = 0; i < search->placed_count; i++)
		if (i != but && cc_box_overlap(apart, search->placed[i].box))
			return false;
	return !cc_clear_meets(&search->clear, CC_HARD, box);
}

bool
cc_search_free(struct cc_search *search, struct cc_box box)
{
	cc_clear_look(&search->clear, box);
	return is_free(search, box, NOBODY);
}

/* `but` is one of those that are placed that is not in the way. */
static bool
find_way(struct cc_search *search, struct cc_wish *wish, size_t but)
{
	const struct cc_ways *ways = wish->ways;
	struct cc_box box;
	cc_clear_look(&search->clear, ways->reach(wish->thing));
	wish->cost = INFINITY;
	for (size_t n = 0; n < ways->count && (double)n < wish->cost; n++) {
		double cost = ways->cost(wish->thing, n, &box);
		if (cost >= wish->cost || !is_free(search, box, but))
			continue;
		cost += ways->more(wish->thing, box);
		if (cost >= wish->cost)
			continue;
		wish->box = box;
		wish->cost = cost;
	}
	return wish->cost < INFINITY;
}

/* True where it was placed and a place for another is left. */
static bool
make_room(struct cc_search *search, struct cc_wish *wish)
{
	struct cc_wish taken = *wish, moved = *wish;
	size_t who = NOBODY;
	double least = INFINITY;
	struct cc_box reach = about(search, wish->ways->reach(wish->thing));
	for (size_t i = 0; i < search->placed_count; i++) {
		struct cc_wish *other = &search->placed[i];
		struct cc_wish was = *other, next = was;
		if (!cc_box_overlap(reach, was.box) ||
		    !find_way(search, wish, i))
			continue;
		*other = *wish;
		if (find_way(search, &next, NOBODY) &&
		    wish->cost + next.cost - was.cost < least) {
			least = wish->cost + next.cost - was.cost;
			taken = *wish;
			moved = next;
			who = i;
		}
		*other = was;
	}
	if (who == NOBODY)
		return false;
	search->placed[who] = moved;
	*wish = taken;
	return true;
}

bool
cc_search_add(struct cc_search *search, struct cc_wish *wish)
{
	if (!find_way(search, wish, NOBODY) && !make_room(search, wish))
		return false;
	search->placed = cc_arena_grow(search->clear.arena, search->placed,
	    search->placed_count, sizeof(*wish));
	search->placed[search->placed_count++] = *wish;
	return true;
}
