#include "mark/spot.h"

#include "place/air.h"

#include <glib.h>
#include <math.h>

/* From soft lines, which are drawn anyway [u]. */
#define SOFT_APART 0.125
/* Above and below other words [unit]. */
#define WORDS_ABOVE 1
/* A point so near to a line is on it [u]. */
#define SIGN_RADIUS 0.4

void
cc_spots_init(struct cc_spots *spots, struct cc_arena *arena,
    struct cc_box room, double u, double air)
{
	*spots = (struct cc_spots){.room = room, .own = room, .u = u};
	spots->search.clear.arena = arena;
	spots->search.clear.air[CC_HARD] = air;
	spots->search.clear.air[CC_SOFT] = SOFT_APART * u;
	spots->search.across = CC_AIR_WITHIN * u;
	spots->search.down = WORDS_ABOVE;
}

bool
cc_spots_free(struct cc_spots *spots, struct cc_box box)
{
	return cc_search_free(&spots->search, box);
}

bool
cc_spots_on_soft(struct cc_spots *spots, struct cc_box box)
{
	cc_clear_look(&spots->search.clear, box);
	return cc_clear_meets(&spots->search.clear, CC_SOFT, box);
}

/* Where words may stand about their point, the best first: shares of their
 * width and height, then of the distance to the point. */
struct place {
	double width, height, x, y;
};

static const struct place above[] = {
    {-0.5, -1, 0, -1},
    {0, -1, 0.6, -1},
    {-1, -1, -0.6, -1},
    {0, -1, 0.75, -0.45},
    {-1, -1, -0.75, -0.45},
};

static const struct place below[] = {
    {-0.5, 0, 0, 1},
    {0, 0, 0.6, 0.6}, /* of a line without signs */
    {-1, 0, -0.6, 0.6},
    {0, 0, 0.9, 0.45},
    {-1, 0, -0.9, 0.45},
    {0, 0, 0.75, 0.1},
    {-1, 0, -0.75, 0.1},
};

/* Two beside it, eight above, five below. */
#define BESIDE 2
#define BESIDE_OR_ABOVE 10
#define AROUND 15
static const struct place around[AROUND] = {
    {0, -0.5, 1, 0},
    {-1, -0.5, -1, 0},
    {0, -1, 0.6, -1},
    {-1, -1, -0.6, -1},
    {-0.5, -1, 0, -1},
    {-0.25, -1, 0, -1},   /* from the left edge */
    {0, -1, 0.75, -0.45}, /* beside a slope, under the row's edge */
    {-1, -1, -0.75, -0.45},
    {0, -1, 0.8, -0.1},
    {-1, -1, -0.8, -0.1},
    {-0.5, 0, 0, 1},
    {0, 0, 0.6, 0.6},
    {-1, 0, -0.6, 0.6},
    {0, 0, 0.75, 0.1},
    {-1, 0, -0.75, 0.1},
};

#define FURTHEST 0.59
/* Of the words from their point's sign, then closer where none is in the way,
 * then a little further off [u]. */
static const double distances[] = {0.19, 0.1, FURTHEST};
/* Of words from a line without signs [u]. */
#define BARE_RADIUS 0.1

/* Places in the order in which they are tried, each at all distances before
 * the next of them. */
struct group {
	const struct place *places;
	size_t count;
	/* On the inner side of a turn, where words may seem to be of a turn
	 * the other way. */
	bool inner;
};

#define GROUPS_MOST 3
static const struct group groups[][GROUPS_MOST] = {
    [CC_SPOT_ANY] = {{around, AROUND, false}},
    [CC_SPOT_ABOVE] = {{above, G_N_ELEMENTS(above), false},
	{around, BESIDE_OR_ABOVE, false},
	{around + BESIDE_OR_ABOVE, AROUND - BESIDE_OR_ABOVE, true}},
    [CC_SPOT_BELOW] = {{below, G_N_ELEMENTS(below), false},
	{around, BESIDE, false}, {around + BESIDE, AROUND - BESIDE, true}},
};

/* What is worse than any place that is tried later. */
#define COST_SOFT 1e3    /* on or beyond a soft line */
#define COST_LATER 2e3   /* where they would be of something later */
#define COST_OUTSIDE 1e4 /* of the row's own hairlines */
#define COST_INNER 1e5

/* Words that want a place, and among what. */
struct words {
	const struct cc_spots *spots;
	struct cc_spot spot;
};

static double
radius_of(const struct words *words)
{
	return MAX(words->spot.radius, BARE_RADIUS * words->spots->u);
}

/* No way is further off than that [share of the distance from the point]. */
#define ACROSS 1.17

/* Signs may be nearer to words beyond their point than that itself. */
static struct cc_box
reach_of(const void *thing)
{
	const struct words *words = thing;
	const struct cc_spot *spot = &words->spot;
	double r = radius_of(words) + FURTHEST * words->spots->u;
	struct cc_box box = {spot->at.x - spot->width,
	    spot->at.y - spot->height, 2 * spot->width, 2 * spot->height};
	return cc_box_grown(box, (1 + ACROSS) * r);
}

static struct cc_box
box_at(const struct words *words, const struct place *place, double distance)
{
	const struct cc_spot *spot = &words->spot;
	double r = radius_of(words) + distance * words->spots->u;
	return (struct cc_box){
	    spot->at.x + place->width * spot->width + place->x * r,
	    spot->at.y + place->height * spot->height + place->y * r,
	    spot->width, spot->height};
}

static bool
is_within(struct cc_box box, struct cc_box room)
{
	return box.x >= room.x && cc_box_right(box) <= cc_box_right(room) &&
	       box.y >= room.y && cc_box_bottom(box) <= cc_box_bottom(room);
}

static double
cost_of(const void *thing, size_t n, struct cc_box *box)
{
	const struct words *words = thing;
	const struct group *group = groups[words->spot.side];
	size_t turn = n;
	for (; turn >= group->count * G_N_ELEMENTS(distances); group++)
		turn -= group->count * G_N_ELEMENTS(distances);
	*box = box_at(words, &group->places[turn % group->count],
	    distances[turn / group->count]);
	double least = words->spot.least;
	if ((least > 0 && box->x < least) ||
	    !is_within(*box, words->spots->room))
		return INFINITY;
	return (double)n + (group->inner ? COST_INNER : 0) +
	       (is_within(*box, words->spots->own) ? 0 : COST_OUTSIDE);
}

/* Words on the other side of such a line look as if they were of what is
 * there. */
static bool
is_beyond_soft(const struct words *words, struct cc_box box)
{
	const struct cc_clear *clear = &words->spots->search.clear;
	double near = SIGN_RADIUS * words->spots->u + clear->air[CC_SOFT];
	double x = words->spot.at.x;
	struct cc_box left = {box.x, box.y, x - near - box.x, box.height};
	struct cc_box right = {
	    x + near, box.y, cc_box_right(box) - x - near, box.height};
	return (left.width > 0 && cc_clear_meets(clear, CC_SOFT, left)) ||
	       (right.width > 0 && cc_clear_meets(clear, CC_SOFT, right));
}

/* A reader takes words for the nearest point's. */
static double
more_of(const void *thing, struct cc_box box)
{
	const struct words *words = thing;
	const struct cc_clear *clear = &words->spots->search.clear;
	if (cc_clear_has_nearer(clear, box, words->spot.at))
		return INFINITY;
	double over = words->spot.over;
	double cost = over > 0 && cc_box_right(box) > over ? COST_LATER : 0;
	if (clear->near_count[CC_SOFT] == 0)
		return cost;
	return cc_clear_meets(clear, CC_SOFT, box) || is_beyond_soft(words, box)
	           ? cost + COST_SOFT
	           : cost;
}

#define WAYS(places) (G_N_ELEMENTS(distances) * (places))
static const struct cc_ways ways[] = {
    [CC_SPOT_ANY] = {WAYS(AROUND), reach_of, cost_of, more_of},
    [CC_SPOT_ABOVE] = {WAYS(G_N_ELEMENTS(above) + AROUND), reach_of, cost_of,
	more_of},
    [CC_SPOT_BELOW] = {WAYS(G_N_ELEMENTS(below) + AROUND), reach_of, cost_of,
	more_of},
};

bool
cc_spots_add(struct cc_spots *spots, const struct cc_spot *spot)
{
	struct words words = {spots, *spot};
	struct cc_wish wish = {.ways = &ways[spot->side],
	    .thing = cc_arena_memdup(
		spots->search.clear.arena, &words, sizeof(words))};
	return cc_search_add(&spots->search, &wish);
}
