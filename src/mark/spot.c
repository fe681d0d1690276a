#include "mark/spot.h"

#include <math.h>

/* Beside other words of the row [u]. */
#define WORDS_APART 0.25
/* A point so near to a line is on it [u]. */
#define SIGN_RADIUS 0.4

/* Most rows have no more of any. */
#define FEW 32

void
cc_spots_init(struct cc_spots *spots)
{
	*spots = (struct cc_spots){
	    .words =
		g_array_sized_new(FALSE, FALSE, sizeof(struct cc_box), FEW),
	    .lines =
		g_array_sized_new(FALSE, FALSE, sizeof(struct cc_edge), FEW),
	    .soft =
		g_array_sized_new(FALSE, FALSE, sizeof(struct cc_edge), FEW),
	    .signs =
		g_array_sized_new(FALSE, FALSE, sizeof(struct cc_disc), FEW),
	    .placed =
		g_array_sized_new(FALSE, FALSE, sizeof(struct cc_spot), FEW),
	};
}

void
cc_spots_finish(struct cc_spots *spots)
{
	g_clear_pointer(&spots->words, g_array_unref);
	g_clear_pointer(&spots->lines, g_array_unref);
	g_clear_pointer(&spots->soft, g_array_unref);
	g_clear_pointer(&spots->signs, g_array_unref);
	g_clear_pointer(&spots->placed, g_array_unref);
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

static bool
lines_meet(const GArray *lines, struct cc_box box)
{
	for (guint i = 0; i < lines->len; i++) {
		const struct cc_edge *line =
		    &g_array_index(lines, struct cc_edge, i);
		double left = MIN(line->from.x, line->to.x);
		double right = MAX(line->from.x, line->to.x);
		if (!is_beside(box, left, right) && cc_edge_meets(line, box))
			return true;
	}
	return false;
}

/* `but` is an index of `placed` that is not in the way. */
static bool
is_free(const struct cc_spots *spots, struct cc_box box, guint but)
{
	struct cc_box clear = cc_box_grown(box, spots->air);
	struct cc_box apart = cc_box_grown(box, spots->air + spots->line);
	for (guint i = 0; i < spots->words->len; i++)
		if (cc_box_overlap(
			box, g_array_index(spots->words, struct cc_box, i)))
			return false;
	for (guint i = 0; i < spots->placed->len; i++)
		if (i != but &&
		    cc_box_overlap(box, kept(spots, g_array_index(spots->placed,
							struct cc_spot, i)
							.box)))
			return false;
	for (guint i = 0; i < spots->signs->len; i++) {
		const struct cc_disc *sign =
		    &g_array_index(spots->signs, struct cc_disc, i);
		double x = sign->centre.x, r = sign->radius;
		if (!is_beside(clear, x - r, x + r) && disc_meets(sign, clear))
			return false;
	}
	return !lines_meet(spots->lines, apart);
}

bool
cc_spots_free(const struct cc_spots *spots, struct cc_box box)
{
	return is_free(spots, box, G_MAXUINT);
}

/* Words on the other side of such a line look as if they were of what is
 * there. */
static bool
is_beyond_soft(const struct cc_spots *spots, const struct cc_spot *spot)
{
	struct cc_box box = spot->box;
	for (guint i = 0; i < spots->soft->len; i++) {
		double x = g_array_index(spots->soft, struct cc_edge, i).from.x;
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
	for (guint i = 0; i < spots->signs->len; i++) {
		struct cc_point other =
		    g_array_index(spots->signs, struct cc_disc, i).centre;
		if ((other.x != spot->at.x || other.y != spot->at.y) &&
		    distance(spot->box, other) < own)
			return false;
	}
	return true;
}

bool
cc_spots_on_soft(const struct cc_spots *spots, struct cc_box box)
{
	return lines_meet(
	    spots->soft, cc_box_grown(box, WORDS_APART / 2 * spots->u));
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
    {0, 0, 0.6, 0.6},
    {-1, 0, -0.6, 0.6},
    {0, 0, 0.75, 0.1},
    {-1, 0, -0.75, 0.1},
};

static const struct place around[] = {
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

/* Of the words from their point's sign, then closer where none is in the way,
 * then a little further off [u]. */
static const double distances[] = {0.19, 0.1, 0.59};
/* Of words from a line without signs [u]. */
#define BARE_RADIUS 0.2

/* How much is asked of a place, the strictest last. */
enum demand {
	DEMAND_NEAREST, /* among the points: of all words */
	DEMAND_OWN,     /* between the row's own hairlines */
	DEMAND_CLEAR,   /* of the soft lines as well */
};

static bool
is_within(struct cc_box box, struct cc_box room)
{
	return box.x >= room.x && cc_box_right(box) <= cc_box_right(room) &&
	       box.y >= room.y && cc_box_bottom(box) <= cc_box_bottom(room);
}

static bool
will_do(const struct cc_spots *spots, const struct cc_spot *spot,
    enum demand demand, guint but)
{
	struct cc_box box = spot->box;
	if (!is_within(box, demand >= DEMAND_OWN ? spots->own : spots->room))
		return false;
	/* First what nearly always decides it. */
	if (!is_free(spots, box, but))
		return false;
	if (!is_nearest(spots, spot))
		return false;
	return demand < DEMAND_CLEAR ||
	       !(is_beyond_soft(spots, spot) || cc_spots_on_soft(spots, box));
}

static bool
try_places(const struct cc_spots *spots, struct cc_spot *spot,
    const struct place *places, size_t count, enum demand demand, guint but)
{
	double radius = fmax(spot->radius, BARE_RADIUS * spots->u);
	for (size_t i = 0; i < count * G_N_ELEMENTS(distances); i++) {
		const struct place *place = &places[i % count];
		double r = radius + distances[i / count] * spots->u;
		spot->box = (struct cc_box){
		    spot->at.x + place->width * spot->width + place->x * r,
		    spot->at.y + place->height * spot->height + place->y * r,
		    spot->width, spot->height};
		if (will_do(spots, spot, demand, but))
			return true;
	}
	return false;
}

/* On the outer side of a turn before anywhere else. */
static bool
try_outside(const struct cc_spots *spots, struct cc_spot *spot,
    enum demand demand, guint but)
{
	if (spot->side == CC_SPOT_ABOVE)
		return try_places(
		    spots, spot, above, G_N_ELEMENTS(above), demand, but);
	return spot->side == CC_SPOT_BELOW &&
	       try_places(spots, spot, below, G_N_ELEMENTS(below), demand, but);
}

static bool
try_around(const struct cc_spots *spots, struct cc_spot *spot,
    enum demand demand, guint but)
{
	return try_places(
	    spots, spot, around, G_N_ELEMENTS(around), demand, but);
}

/* In the own row before anywhere on its edges: on the outer side of a turn, if
 * on a soft line, before other sides. */
static bool
find_place(const struct cc_spots *spots, struct cc_spot *spot, guint but)
{
	return try_outside(spots, spot, DEMAND_CLEAR, but) ||
	       try_around(spots, spot, DEMAND_CLEAR, but) ||
	       try_outside(spots, spot, DEMAND_OWN, but) ||
	       try_around(spots, spot, DEMAND_OWN, but) ||
	       try_outside(spots, spot, DEMAND_NEAREST, but) ||
	       try_around(spots, spot, DEMAND_NEAREST, but);
}

/* An earlier word that has another place where the new one stands in its way.
 */
static bool
make_room(struct cc_spots *spots, struct cc_spot *spot)
{
	for (guint i = 0; i < spots->placed->len; i++) {
		struct cc_spot *other =
		    &g_array_index(spots->placed, struct cc_spot, i);
		struct cc_spot moved = *other;
		if (!find_place(spots, spot, i))
			continue;
		/* They change places for as long as that takes to see. */
		struct cc_spot was = *other;
		*other = *spot;
		bool found = find_place(spots, &moved, G_MAXUINT);
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
	if (!find_place(spots, &new, G_MAXUINT) && !make_room(spots, &new))
		return false;
	g_array_append_val(spots->placed, new);
	return true;
}
