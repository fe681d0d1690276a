/* Procedures: a sign on its day with its whisker, words beside it. */
#include "layout/divide.h"
#include "mark/cluster.h"
#include "mark/marks.h"
#include "mark/procedure-row.h"

#include <math.h>
#include <string.h>

#define NO_ENTRY CC_LEGEND_COUNT /* of the legend */

static const struct look {
	enum cc_sign sign;
	enum cc_colour_role colour;
	enum cc_legend legend;
	bool major; /* bold name */
} looks[] = {
    [CC_ACT_PLAIN] = {CC_SIGN_OPEN_DOT, CC_COLOUR_INK, NO_ENTRY, false},
    [CC_ACT_TRANSPLANT] = {CC_SIGN_DIAMOND, CC_COLOUR_INK, CC_LEGEND_TRANSPLANT,
	true},
    [CC_ACT_CELLS] = {CC_SIGN_DIAMOND, CC_COLOUR_CELL, CC_LEGEND_CELL, true},
    [CC_ACT_COLLECTION] = {CC_SIGN_DOWN, CC_COLOUR_INK, CC_LEGEND_COLLECTION,
	false},
    [CC_ACT_TRANSFUSION] = {CC_SIGN_TICK, CC_COLOUR_INK, NO_ENTRY, false},
    [CC_ACT_SURGERY] = {CC_SIGN_CROSS, CC_COLOUR_INK, NO_ENTRY, false},
};

static int
by_start(const void *a, const void *b, void *follow)
{
	const struct done *x = a, *y = b;
	return cc_fact_by_start(follow, x->fact, y->fact);
}

static void
collect(const struct cc_mark *mark, struct cc_figure *figure)
{
	const struct cc_story *story = &figure->follow->story;
	cc_acts_collect(figure);
	struct procedures *row = cc_arena_new(figure->arena, struct procedures);
	row->all =
	    cc_arena_new_array(figure->arena, struct done, story->act_count);
	for (size_t i = 0; i < story->act_count; i++) {
		const struct cc_act *act = &story->act[i];
		if (!cc_figure_shows(figure, act->fact) ||
		    !cc_figure_claim(figure, act->fact))
			continue;
		row->all[row->count].look = act->look;
		row->all[row->count++].fact = act->fact;
	}
	if (row->count == 0)
		return;
	cc_sort(figure, row->all, row->count, sizeof(row->all[0]), by_start);
	struct cc_track *track = cc_figure_add_track(
	    figure, mark, cc_say(figure->words, CC_MSG_PROCEDURES), NULL, row);
	track->rule = false;
	/* Rather than no picture at all. */
	track->spare = CC_YIELD_LAST;
	for (size_t i = 0; i < row->count; i++)
		cc_track_hold(figure, track, row->all[i].fact);
}

/* A short act so soon after the same one that its name could go. */
static bool
repeats(const struct cc_figure *figure, const struct done *d,
    const struct done *before)
{
	double away = d->reach.middle - before->reach.middle;
	return !d->bold && !before->bold && d->stands_for == 1 &&
	       d->rest[0] == '\0' && d->fact->notes.count <= 1 &&
	       away < d->name_width + 3 * figure->u;
}

/* The last one before it of the same name; SIZE_MAX: none. */
static size_t
find_before(const struct procedures *row, size_t i)
{
	for (size_t j = i; j-- > 0;)
		if (strcmp(row->all[j].name, row->all[i].name) == 0)
			return j;
	return SIZE_MAX;
}

/* Two of a name are no heap. */
#define HEAP_LEAST 3

/* Signs of one name that have no row of their own are named once a
 * lane-length: a row of thirteen "CT" is a heap, not information. */
static void
drop_repeated_names(struct cc_figure *figure, struct procedures *row)
{
	size_t *first = cc_arena_new_array(figure->arena, size_t, row->count);
	size_t *heap = cc_arena_new_array(figure->arena, size_t, row->count);
	for (size_t i = 0; i < row->count; i++) {
		size_t before = find_before(row, i);
		first[i] = i;
		if (before != SIZE_MAX &&
		    repeats(figure, &row->all[i], &row->all[before]))
			first[i] = first[before];
		heap[first[i]]++;
	}
	for (size_t i = 0; i < row->count; i++)
		if (first[i] != i && heap[first[i]] >= HEAP_LEAST)
			row->all[i].name_width = -1;
}

/* What was done again and again from a day on, every other day, has no last day
 * of its own: that of the last time. */
static void
reach_one(struct cc_figure *figure, struct done *d)
{
	const struct cc_extent extent =
	    cc_extent_of(figure->follow, d->fact, NULL);

	d->again = d->fact->cycles > 1 && extent.span.interval;
	d->reach = d->again && !d->fact->when.span.interval
	               ? cc_reach_of(figure, &extent.span)
	               : cc_fact_reach(figure, d->fact);
}

static void
measure_one(struct cc_figure *figure, struct done *d)
{
	const struct look *look = &looks[d->look];
	d->sign = look->sign;
	d->colour = look->colour;
	d->legend = look->legend;
	d->bold = look->major;
	if (look->legend == CC_LEGEND_CELL &&
	    cc_theme_look(figure->theme, CC_LOOK_PD_HEXAGON) > 0)
		d->sign = CC_SIGN_RING_DIAMOND;
	reach_one(figure, d);
	cc_procedure_name(figure, d);
}

/* Where height is short an act that was named before says its result alone. */
static void
shorten_repeated_names(struct cc_figure *figure, struct procedures *row)
{
	if (!cc_yielded(figure, CC_YIELD_INTENTS))
		return;
	for (size_t i = row->count; i-- > 0;) {
		struct done *d = &row->all[i];
		bool named = false;
		if (d->bold || d->stands_for != 1 || d->rest[0] == '\0')
			continue;
		for (size_t j = 0; j < i && !named; j++) {
			const struct done *before = &row->all[j];
			named = !before->bold && before->stands_for == 1 &&
			        strcmp(before->bare, d->bare) == 0;
		}
		if (!named)
			continue;
		d->name = d->rest;
		d->name_width = cc_width(figure, d->name, CC_TYPE_NAME, false);
		d->rest = "";
	}
}

/* Plain acts of one day; a leader takes the list for its name. */
static void
form_clusters(struct cc_figure *figure, struct procedures *row)
{
	struct cc_cluster_member *members = row->members = cc_arena_new_array(
	    figure->arena, struct cc_cluster_member, row->count);
	for (size_t i = 0; i < row->count; i++) {
		struct done *d = &row->all[i];
		members[i] = (struct cc_cluster_member){.fact = d->fact,
		    .may = !d->bold && d->sign == CC_SIGN_OPEN_DOT &&
		           d->fact->cycles == 0 && d->fact->key != CC_KEY_YES,
		    .name = cc_procedure_in_list(figure, d)};
		d->stands_for = 1;
	}
	cc_clusters_find(figure, members, row->count);
	for (size_t i = 0; i < row->count; i++) {
		struct done *d = &row->all[i];
		d->cut = false;
		if (members[i].leader == CC_CLUSTER_ALONE)
			continue;
		d->stands_for = members[i].leader == i ? members[i].count : 0;
		if (d->stands_for == 0)
			continue;
		bool cut;
		const char *list = cc_cluster_list(figure, members, row->count,
		    i, cc_procedure_room(figure, d), &cut);
		d->cut = cut;
		if (!list) {
			d->stands_for = 1;
			continue;
		}
		d->name = list;
		d->rest = "";
		d->name_width = cc_width(figure, list, CC_TYPE_NAME, false);
	}
}

/* Whether it takes a place in a lane of its own right. */
static bool
has_item(const struct procedures *row, size_t i)
{
	return row->all[i].stands_for > 0;
}

static void
measure(struct cc_figure *figure, struct cc_track *track)
{
	struct procedures *row = track->data;
	const struct cc_divides divides = cc_divides_find(figure);
	track->right_width = 0;
	for (size_t i = 0; i < row->count; i++)
		measure_one(figure, &row->all[i]);
	form_clusters(figure, row);
	drop_repeated_names(figure, row);
	shorten_repeated_names(figure, row);
	struct cc_lane_item *items =
	    cc_arena_new_array(figure->arena, struct cc_lane_item, row->count);
	size_t count = 0;
	for (size_t i = 0; i < row->count; i++) {
		struct done *d = &row->all[i];
		if (!has_item(row, i))
			continue;
		cc_procedure_ask_behind(figure, track, d);
		cc_procedure_fit(figure, &divides, d);
		items[count++] = d->item;
	}
	struct cc_lanes lanes = cc_lanes_of(
	    figure, 0.4 * figure->u, cc_yielded(figure, CC_YIELD_LISTS));
	lanes.low = true;
	row->lanes = cc_lanes_pack(&lanes, items, count);
	cc_figure_packed(figure, track, &lanes, items, count, row->lanes);
	count = 0;
	for (size_t i = 0; i < row->count; i++)
		if (has_item(row, i))
			row->all[i].item = items[count++];
	track->height =
	    (double)row->lanes * cc_lane_of_names(figure, 1.15, 1.05);
}

static void
place(struct cc_figure *figure, struct cc_track *track)
{
	struct procedures *row = track->data;
	for (size_t i = 0; i < row->count; i++) {
		struct done *d = &row->all[i];
		d->x = d->reach.middle;
		d->y = track->box.y + ((double)d->item.lane + 0.5) *
		                          cc_lane_of_names(figure, 1.15, 1.05);
	}
}

static void
draw_stretch(struct cc_figure *figure, const struct done *d, double radius)
{
	const struct cc_reach *reach = &d->reach;
	double left = (reach->earliest_start + reach->latest_start) / 2;
	double right = (reach->earliest_end + reach->latest_end) / 2;
	cc_colour colour = cc_ink(figure, d->colour);
	cc_paint_line(figure->fore, CC_ROLE_WHISKER,
	    (struct cc_point){left, d->y}, (struct cc_point){right, d->y},
	    cc_pen(cc_ink(figure, CC_COLOUR_INK),
		figure->size->stroke[CC_STROKE_WHISKER]));
	cc_draw_sign(figure, d->sign, left, d->y, radius, colour);
	cc_draw_sign(figure, d->sign, right, d->y, radius, colour);
}

static void
draw_act(struct cc_figure *figure, const struct done *d, double radius)
{
	double own = d->sign == CC_SIGN_OPEN_DOT ? 0.8 * radius : radius;
	if (cc_procedure_is_stretch(d, radius)) {
		draw_stretch(figure, d, own);
		return;
	}
	cc_draw_whisker(
	    figure, d->reach, d->y, cc_ink(figure, CC_COLOUR_INK), radius);
	if (d->stands_for > 1)
		cc_draw_cluster(figure, d->x, d->y, d->stands_for);
	else
		cc_draw_sign(figure, d->sign, d->x, d->y, own,
		    cc_ink(figure, d->colour));
}

static void
draw(struct cc_figure *figure, struct cc_track *track)
{
	struct procedures *row = track->data;
	for (size_t i = 0; i < row->count; i++) {
		struct done *d = &row->all[i];
		double r = cc_procedure_radius(figure, d);
		cc_figure_abbreviation_of(figure, CC_IN_PROCEDURE, d->fact);
		if (d->stands_for == 0)
			continue;
		if (d->stands_for > 1)
			cc_open_told(figure, d->fact,
			    cc_cluster_tip(figure, row->members, i));
		else
			cc_open_fact(figure, d->fact, NULL);
		draw_act(figure, d, r);
		if (d->untold)
			cc_lose(figure, CC_LOST_RESULTS, d->fact);
		if (d->cut)
			cc_lose(figure, CC_LOST_LISTS, d->fact);
		if (d->legend != NO_ENTRY)
			cc_figure_legend(figure, d->legend);
		cc_procedure_write(figure, d);
		cc_paint_end(figure->fore);
	}
}

const struct cc_mark cc_mark_procedure = {
    .name = "procedure",
    .zone = CC_ZONE_PLOT,
    .yields = {CC_YIELD_INTENTS, CC_YIELD_LANES, CC_YIELD_LISTS},
    .collect = collect,
    .measure = measure,
    .place = place,
    .draw = draw,
};
