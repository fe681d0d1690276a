#include "mark/spot.h"

#include <glib.h>
#include <math.h>
#include <stdint.h>

/* An index that none has. */
#define NONE SIZE_MAX

/* Beside other words of the row [u]. */
#define WORDS_APART 0.25
/* A point so near to a line is on it [u]. */
#define SIGN_RADIUS 0.4

void
cc_spots_init(struct cc_spots *spots, struct cc_arena *arena)
{
	*spots = (struct cc_spots){.arena = arena};
}

void
cc_spots_keep_words(struct cc_spots *spots, struct cc_box box)
{
	struct cc_obstacles *kept = &spots->kept;
	kept->words = cc_arena_grow(
	    spots->arena, kept->words, kept->word_count, sizeof(box));
	kept->words[kept->word_count++] = box;
}

void
cc_spots_keep_line(
    struct cc_spots *spots, struct cc_point from, struct cc_point to)
{
	struct cc_obstacles *kept = &spots->kept;
	struct cc_edge line = {from, to, true};
	kept->lines = cc_arena_grow(
	    spots->arena, kept->lines, kept->line_count, sizeof(line));
	kept->lines[kept->line_count++] = line;
}

void
cc_spots_keep_soft(
    struct cc_spots *spots, struct cc_point from, struct cc_point to)
{
	struct cc_edge line = {from, to, true};
	spots->soft = cc_arena_grow(
	    spots->arena, spots->soft, spots->soft_count, sizeof(line));
	spots->soft[spots->soft_count++] = line;
}

void
cc_spots_keep_sign(
    struct cc_spots *spots, struct cc_point centre, double radius)
{
	struct cc_obstacles *kept = &spots->kept;
	struct cc_disc sign = {centre, radius};
	kept->signs = cc_arena_grow(
	    spots->arena, kept->signs, kept->sign_count, sizeof(sign));
	kept->signs[kept->sign_count++] = sign;
}

static bool
disc_meets(const struct cc_disc *disc, struct cc_box box)
{
	double x = CLAMP(disc->centre.x, box.x, cc_box_right(box));
	double y = CLAMP(disc->centre.y, box.y, cc_box_bottom(box));
	double across = disc->centre.x - x, down = disc->centre.y - y;
	return across * across + down * down < disc->radius * disc->radius;
}

/* Most of a curve is before or after what stands at one of its points. */
static bool
is_beside(struct cc_box box, double left, double right)
{
	return right < box.x || left > cc_box_right(box);
}

/* What other words keep clear of. */
static struct cc_box
kept(const struct cc_spots *spots, struct cc_box box)
{
	double apart = WORDS_APART * spots->u;
	return (struct cc_box){
	    box.x - apart, box.y - 1, box.width + 2 * apart, box.height + 2};
}

static double
left_of(const struct cc_edge *line)
{
	return MIN(line->from.x, line->to.x);
}

static double
right_of(const struct cc_edge *line)
{
	return MAX(line->from.x, line->to.x);
}

static bool
lines_meet(const struct cc_edge *lines, size_t count, struct cc_box box)
{
	for (size_t i = 0; i < count; i++)
		if (!is_beside(box, left_of(&lines[i]), right_of(&lines[i])) &&
		    cc_edge_meets(&lines[i], box))
			return true;
	return false;
}

static bool
is_clear(const struct cc_spots *spots, const struct cc_obstacles *of,
    struct cc_box box)
{
	struct cc_box clear = cc_box_grown(box, spots->air);
	struct cc_box apart = cc_box_grown(box, spots->air + spots->line);
	for (size_t i = 0; i < of->word_count; i++)
		if (cc_box_overlap(box, of->words[i]))
			return false;
	for (size_t i = 0; i < of->sign_count; i++) {
		const struct cc_disc *sign = &of->signs[i];
		double x = sign->centre.x, r = sign->radius;
		if (!is_beside(clear, x - r, x + r) && disc_meets(sign, clear))
			return false;
	}
	return !lines_meet(of->lines, of->line_count, apart);
}

bool
cc_spots_free(const struct cc_spots *spots, struct cc_box box)
{
	for (size_t i = 0; i < spots->placed_count; i++)
		if (cc_box_overlap(box, kept(spots, spots->placed[i].box)))
			return false;
	return is_clear(spots, &spots->kept, box);
}

/* Words on the other side of such a line look as if they were of what is
 * there. */
static bool
is_beyond_soft(const struct cc_spots *spots, const struct cc_spot *spot)
{
	struct cc_box box = spot->box;
	for (size_t i = 0; i < spots->soft_count; i++) {
		double x = spots->soft[i].from.x;
		if (fabs(spot->at.x - x) < SIGN_RADIUS * spots->u)
			continue;
		if (spot->at.x < x ? cc_box_right(box) > x : box.x < x)
			return true;
	}
	return false;
}

/* The square of it. */
static double
distance(struct cc_box box, struct cc_point point)
{
	double x = point.x - CLAMP(point.x, box.x, cc_box_right(box));
	double y = point.y - CLAMP(point.y, box.y, cc_box_bottom(box));
	return x * x + y * y;
}

/* No other point is as near: a reader takes words for the nearest one's. */
static bool
is_nearest(const struct cc_spots *spots, const struct cc_spot *spot)
{
	double own = distance(spot->box, spot->at);
	for (size_t i = 0; i < spots->near.sign_count; i++) {
		struct cc_point other = spots->near.signs[i].centre;
		if ((other.x != spot->at.x || other.y != spot->at.y) &&
		    distance(spot->box, other) < own)
			return false;
	}
	return true;
}

bool
cc_spots_on_soft(const struct cc_spots *spots, struct cc_box box)
{
	return lines_meet(spots->soft, spots->soft_count,
	    cc_box_grown(box, WORDS_APART / 2 * spots->u));
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

static double
sign_radius(const struct cc_spots *spots, const struct cc_spot *spot)
{
	return fmax(spot->radius, BARE_RADIUS * spots->u);
}

/* What a place is worth, the best last. */
enum worth {
	WORTH_NOTHING,
	WORTH_NEAREST, /* among the points: all words are there at least */
	WORTH_OWN,     /* between the row's own hairlines */
	WORTH_CLEAR,   /* of the soft lines as well */
};

static bool
is_within(struct cc_box box, struct cc_box room)
{
	return box.x >= room.x && cc_box_right(box) <= cc_box_right(room) &&
	       box.y >= room.y && cc_box_bottom(box) <= cc_box_bottom(room);
}

/* First what nearly always decides it. */
static enum worth
worth_of(const struct cc_spots *spots, const struct cc_spot *spot)
{
	struct cc_box box = spot->box;
	if (!is_within(box, spots->room) ||
	    !is_clear(spots, &spots->near, box) || !is_nearest(spots, spot))
		return WORTH_NOTHING;
	if (!is_within(box, spots->own))
		return WORTH_NEAREST;
	return is_beyond_soft(spots, spot) || cc_spots_on_soft(spots, box)
	           ? WORTH_OWN
	           : WORTH_CLEAR;
}

static void
make_near_room(struct cc_spots *spots)
{
	const struct cc_obstacles *kept = &spots->kept;
	struct cc_obstacles *near = &spots->near;
	size_t most = MAX(kept->word_count + spots->placed_count,
	    MAX(kept->line_count, kept->sign_count));
	if (most <= spots->near_room)
		return;
	most *= 2;
	near->words = cc_arena_new_room(spots->arena, struct cc_box, most);
	near->lines = cc_arena_new_room(spots->arena, struct cc_edge, most);
	near->signs = cc_arena_new_room(spots->arena, struct cc_disc, most);
	spots->near_room = most;
}

/* What words may touch wherever they stand about their point, and signs that
 * may be nearer to them than their own; without one of those that are placed.
 */
static void
look_around(struct cc_spots *spots, const struct cc_spot *spot, size_t but)
{
	const struct cc_obstacles *all = &spots->kept;
	struct cc_obstacles near = spots->near;
	double r = sign_radius(spots, spot) + FURTHEST * spots->u;
	struct cc_box words = {spot->at.x - spot->width,
	    spot->at.y - spot->height, 2 * spot->width, 2 * spot->height};
	/* Somewhat more than is asked of a place, and than its diagonal. */
	struct cc_box about =
	    cc_box_grown(words, r + 2 * (spots->air + spots->line));
	struct cc_box beyond = cc_box_grown(words, 3 * r);
	near.word_count = near.line_count = near.sign_count = 0;
	for (size_t i = 0; i < all->word_count; i++)
		if (cc_box_overlap(about, all->words[i]))
			near.words[near.word_count++] = all->words[i];
	for (size_t i = 0; i < spots->placed_count; i++) {
		struct cc_box box = kept(spots, spots->placed[i].box);
		if (i != but && cc_box_overlap(about, box))
			near.words[near.word_count++] = box;
	}
	for (size_t i = 0; i < all->line_count; i++)
		if (!is_beside(about, left_of(&all->lines[i]),
			right_of(&all->lines[i])))
			near.lines[near.line_count++] = all->lines[i];
	for (size_t i = 0; i < all->sign_count; i++) {
		const struct cc_disc *sign = &all->signs[i];
		if (!is_beside(beyond, sign->centre.x - sign->radius,
			sign->centre.x + sign->radius))
			near.signs[near.sign_count++] = *sign;
	}
	spots->near = near;
}

/* The first of the best places that were looked at. */
struct found {
	enum worth worth;
	struct cc_box box;
};

/* True where none can be better than what was found. */
static bool
try_at(const struct cc_spots *spots, struct cc_spot *spot, double r,
    const struct place *places, size_t count, struct found *found)
{
	for (size_t i = 0; i < count; i++) {
		const struct place *place = &places[i];
		spot->box = (struct cc_box){
		    spot->at.x + place->width * spot->width + place->x * r,
		    spot->at.y + place->height * spot->height + place->y * r,
		    spot->width, spot->height};
		enum worth worth = worth_of(spots, spot);
		if (worth <= found->worth)
			continue;
		*found = (struct found){worth, spot->box};
		if (worth == WORTH_CLEAR)
			return true;
	}
	return false;
}

static bool
try_places(const struct cc_spots *spots, struct cc_spot *spot,
    const struct place *places, size_t count, struct found *found)
{
	double radius = sign_radius(spots, spot);
	for (size_t d = 0; d < G_N_ELEMENTS(distances); d++)
		if (try_at(spots, spot, radius + distances[d] * spots->u,
			places, count, found))
			return true;
	return false;
}

/* On the outer side of a turn or beside it, else on its inner side, where words
 * may seem to be of a turn the other way. */
static void
try_turn(const struct cc_spots *spots, struct cc_spot *spot, bool up,
    struct found *found)
{
	size_t beside = up ? BESIDE_OR_ABOVE : BESIDE;
	if (try_places(spots, spot, up ? above : below,
		up ? G_N_ELEMENTS(above) : G_N_ELEMENTS(below), found) ||
	    try_places(spots, spot, around, beside, found) ||
	    found->worth > WORTH_NOTHING)
		return;
	try_places(spots, spot, around + beside, AROUND - beside, found);
}

/* In the own row before anywhere on its edges. `but` is an index of `placed`
 * that is not in the way. */
static bool
find_place(struct cc_spots *spots, struct cc_spot *spot, size_t but)
{
	struct found found = {WORTH_NOTHING};
	make_near_room(spots);
	look_around(spots, spot, but);
	if (spot->side == CC_SPOT_ANY)
		try_places(spots, spot, around, AROUND, &found);
	else
		try_turn(spots, spot, spot->side == CC_SPOT_ABOVE, &found);
	spot->box = found.box;
	return found.worth > WORTH_NOTHING;
}

/* An earlier word that has another place where the new one stands in its way.
 */
static bool
make_room(struct cc_spots *spots, struct cc_spot *spot)
{
	for (size_t i = 0; i < spots->placed_count; i++) {
		struct cc_spot *other = &spots->placed[i];
		struct cc_spot moved = *other;
		if (!find_place(spots, spot, i))
			continue;
		/* They change places for as long as that takes to see. */
		struct cc_spot was = *other;
		*other = *spot;
		bool found = find_place(spots, &moved, NONE);
		*other = found ? moved : was;
		if (found)
			return true;
	}
	return false;
}

bool
cc_spots_add(struct cc_spots *spots, const struct cc_spot *spot)
{
	struct cc_spot new = *spot;
	if (!find_place(spots, &new, NONE) && !make_room(spots, &new))
		return false;
	spots->placed = cc_arena_grow(
	    spots->arena, spots->placed, spots->placed_count, sizeof(new));
	spots->placed[spots->placed_count++] = new;
	return true;
}
