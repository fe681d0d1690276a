/* The words of procedures: on which side of the sign, on how many lines, and
 * how much of them there is room for. */
#include "mark/procedure-row.h"

#include "layout/divide.h"
#include "place/air.h"

#include <math.h>

/* Of the words after a name, as a share of them. */
#define REST_LEAST 0.8

/* Between a sign and the words beside it [u]. */
#define AROUND 0.36

/* Clear of the descenders in the lane above. */
static double
sign_radius(const struct cc_figure *figure)
{
	return cc_lane(figure, 0.52, 0.42);
}

double
cc_procedure_radius(const struct cc_figure *figure, const struct done *d)
{
	return d->stands_for > 1 ? cc_cluster_width(figure, d->stands_for) / 2
	                         : sign_radius(figure);
}

bool
cc_procedure_is_stretch(const struct done *d, double radius)
{
	const struct cc_reach *reach = &d->reach;
	return d->again && !reach->from_left && !reach->to_right &&
	       reach->earliest_end - reach->latest_start > 2 * radius;
}

/* Cut to the room left, or away where too little of it would be left: half of a
 * reason is none. Returns its width. */
static double
shorten_rest(
    struct cc_figure *figure, struct done *d, double room, double whole)
{
	d->rest = cc_shorten(figure, d->rest, CC_TYPE_NAME, false,
	    fmax(0, room - d->name_width - d->gap));
	double width = cc_width(figure, d->rest, CC_TYPE_NAME, false);
	if (width >= REST_LEAST * whole)
		return width;
	d->rest = "";
	if (d->alone) {
		d->name =
		    cc_shorten(figure, d->alone, CC_TYPE_NAME, d->bold, room);
		d->name_width =
		    cc_width(figure, d->name, CC_TYPE_NAME, d->bold);
	}
	return 0;
}

double
cc_procedure_room(const struct cc_figure *figure, struct done *d)
{
	double radius = cc_procedure_radius(figure, d);
	double around = radius + 0.6 * figure->u;
	double left = fmin(d->reach.middle - radius, d->reach.earliest_start);
	double right = fmax(d->reach.middle + radius, d->reach.latest_end);
	struct cc_lane_item sides = {.left = left, .right = right};
	cc_row_sides(figure, d->fact, d->reach.earliest_start, &sides);
	double room = cc_room_beside(&sides, false) - AROUND * figure->u;
	double before = cc_room_beside(&sides, true) - AROUND * figure->u;
	double behind = d->reach.latest_end - d->reach.middle - around;
	double words = fmin(d->name_width, 0.42 * figure->plot.width);
	d->on_whisker =
	    room < words ? behind > room : before < words && behind >= words;
	return d->on_whisker ? behind : room;
}

/* Where it takes its lane, but for its words. */
static void
reach_item(const struct cc_figure *figure, struct done *d)
{
	double r = cc_procedure_radius(figure, d);
	double ends = cc_procedure_is_stretch(d, r) ? r : 0;
	d->item = (struct cc_lane_item){
	    .left = fmin(d->reach.middle - r, d->reach.earliest_start - ends),
	    .right = fmax(d->reach.middle + r, d->reach.latest_end + ends),
	    .inside = -1};
	cc_row_sides(figure, d->fact, d->reach.earliest_start, &d->item);
}

/* All that is said of it, in one type; NULL: its name is bold. */
static const char *
all_words(struct cc_figure *figure, const struct done *d)
{
	if (d->rest[0] == '\0')
		return d->bold ? NULL : d->name;
	const char *between = d->gap > 0 ? " " : "";
	return d->bold ? NULL
	               : cc_arena_join(
			     figure->arena, d->name, between, d->rest, NULL);
}

/* The same for a fold: behind a bold name the rest is on a line of its own. */
static struct cc_beside
beside_of(
    struct cc_figure *figure, const struct done *d, double words, double room)
{
	const char *all = all_words(figure, d);
	return (struct cc_beside){.text = all ? all : d->name,
	    .rest = all || d->rest[0] == '\0' ? NULL : d->rest,
	    .bold = d->bold,
	    .width = words,
	    .most = room};
}

/* Cut to the room there is; returns how wide they are. */
static double
cut_words(struct cc_figure *figure, struct done *d, double room)
{
	double rest = cc_width(figure, d->rest, CC_TYPE_NAME, false);
	if (d->name_width > room) {
		if (!d->on_whisker)
			room =
			    cc_cut_before(room, cc_room_beside(&d->item, true) -
						    AROUND * figure->u);
		d->name =
		    cc_shorten(figure, d->name, CC_TYPE_NAME, d->bold, room);
		d->name_width =
		    cc_width(figure, d->name, CC_TYPE_NAME, d->bold);
	}
	bool told = rest > 0;
	if (d->name_width + d->gap + rest > room)
		rest = shorten_rest(figure, d, room, rest);
	d->untold = told && rest == 0;
	return d->name_width + (rest > 0 ? rest + d->gap : 0);
}

void
cc_procedure_fit(
    struct cc_figure *figure, const struct cc_divides *divides, struct done *d)
{
	double u = figure->u, room = cc_procedure_room(figure, d);
	double rest = cc_width(figure, d->rest, CC_TYPE_NAME, false);
	double words = d->name_width + (rest > 0 ? rest + d->gap : 0);
	const struct cc_beside beside = beside_of(figure, d, words, room);
	reach_item(figure, d);
	if (d->on_whisker)
		d->item.inside = room + u;
	else if (d->stands_for == 1 && d->name_width >= 0)
		cc_fold_beside(figure, divides, &d->item, &beside, &d->fold);
	if (d->item.folded + d->item.under == 0)
		words = cut_words(figure, d, room);
	d->item.words = d->name_width < 0 ? 0 : words + 0.35 * u;
	/* What would be cut stands on two. */
	if (words > room)
		d->item.words = INFINITY;
}

void
cc_procedure_ask_behind(
    struct cc_figure *figure, struct cc_track *track, const struct done *d)
{
	const char *all = all_words(figure, d);
	if (all && d->name_width >= 0)
		cc_ask_behind_death(figure, track, d->fact,
		    d->reach.earliest_start,
		    d->reach.middle + cc_procedure_radius(figure, d), all);
}

static void
write_folded(struct cc_figure *figure, const struct done *d)
{
	bool left = d->item.side == CC_SIDE_LEFT;
	double gap = CC_AIR_MARK * figure->u;
	struct cc_point at = {
	    left ? d->item.left - gap : d->item.right + gap, d->y};
	cc_fold_write(figure, &d->fold, CC_TYPE_NAME,
	    left ? CC_ANCHOR_END : CC_ANCHOR_START, at,
	    cc_lane_of_names(figure, 1.15, 1.05));
}

void
cc_procedure_write(struct cc_figure *figure, const struct done *d)
{
	double u = figure->u;
	double x = d->item.side == CC_SIDE_LEFT ? d->item.from
	                                        : d->item.right + 0.35 * u;
	if (d->item.side == CC_SIDE_NONE || d->name_width < 0)
		return;
	if (d->item.folded > 0 && d->item.two_lines) {
		write_folded(figure, d);
		return;
	}
	if (d->item.side == CC_SIDE_INSIDE) {
		x = d->x + cc_procedure_radius(figure, d) + 0.35 * u;
		/* The whisker is cut as a hairline would be. */
		cc_paint_rect(figure->fore, CC_ROLE_MARK,
		    (struct cc_box){
			x - 0.15 * u, d->y - 0.45 * u, d->item.words, 0.9 * u},
		    0, cc_brush(cc_ground_at(figure, x)));
	}
	double y = cc_centre(figure, CC_TYPE_NAME, d->y);
	if (d->item.side == CC_SIDE_UNDER) {
		x = d->item.under_x;
		y += cc_lane_of_names(figure, 1.15, 1.05);
	}
	double w = cc_write(figure, CC_TYPE_NAME, d->bold, CC_COLOUR_INK,
	    CC_ANCHOR_START, x, y, d->name);
	cc_write(figure, CC_TYPE_NAME, false, CC_COLOUR_INK, CC_ANCHOR_START,
	    x + w + d->gap, y, d->rest);
}
