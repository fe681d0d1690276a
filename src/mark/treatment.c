/* Treatments: bars packed into lanes, lines of therapy below them. */
#include "layout/divide.h"
#include "mark/marks.h"
#include "mark/treatment-row.h"

#include <math.h>
#include <string.h>

/* Over rows of all drugs the colour is theirs. */
static bool
is_plain(const struct cc_figure *figure)
{
	return cc_figure_wants(figure, "drug", false);
}

static void
list_looks(struct cc_figure *figure, struct cc_track *track)
{
	const struct cc_treatments *row = track->data;
	if (is_plain(figure))
		return;
	const struct cc_term **look = cc_arena_new_array(
	    figure->arena, const struct cc_term *, row->count);
	for (size_t i = 0; i < row->count; i++)
		look[i] = row->all[i].fact->term;
	track->look = look;
	track->look_count = row->count;
}

static void
collect(const struct cc_mark *mark, struct cc_figure *figure)
{
	const struct cc_exposures *given = &figure->follow->exposures;
	struct cc_treatments *row =
	    cc_arena_new(figure->arena, struct cc_treatments);
	row->given = cc_arena_new_room(
	    figure->arena, const struct cc_fact *, given->count);
	const struct cc_fact **drawn = cc_arena_new_room(
	    figure->arena, const struct cc_fact *, given->count);
	for (size_t i = 0; i < given->count; i++) {
		const struct cc_exposure *exposure = &given->item[i];
		const struct cc_fact *fact = exposure->fact;
		if ((exposure->beside && exposure->accompanies) ||
		    !cc_figure_shows(figure, fact) ||
		    !cc_figure_claim(figure, fact))
			continue;
		row->given[row->given_count++] = fact;
		if (!exposure->accompanies)
			drawn[row->count++] = fact;
	}
	if (row->given_count == 0)
		return;
	cc_sort_facts(figure, drawn, row->count);
	row->all =
	    cc_arena_new_array(figure->arena, struct cc_treated, row->count);
	for (size_t i = 0; i < row->count; i++)
		row->all[i].fact = drawn[i];
	struct cc_track *track = cc_figure_add_track(
	    figure, mark, cc_say(figure->words, CC_MSG_TREATMENT), NULL, row);
	track->rule = false;
	for (size_t i = 0; i < row->count; i++)
		cc_track_hold(figure, track, row->all[i].fact);
	list_looks(figure, track);
}

/* [u] */
#define BAR_LOW 1.45
#define BAR_TALL 2.3 /* a name over an intent, or over doses */
#define BAR_DOSES 2  /* a name over doses, beside low ones */
#define BAR_LEAST 1  /* a name of the body's size */
#define GAP 0.22     /* between lanes */
#define GAP_LEAST 0.12

static double
bar_height(const struct cc_figure *figure, const struct cc_treatments *row,
    const struct cc_treated *t)
{
	double least = 1.2 * cc_type_size(figure, CC_TYPE_BODY);
	if (cc_yielded(figure, CC_YIELD_BARS))
		return fmax(BAR_LEAST * figure->u, least);
	if (!row->compact)
		return BAR_TALL * figure->u;
	return (t->profile ? BAR_DOSES : BAR_LOW) * figure->u;
}

static double
lane_gap(const struct cc_figure *figure)
{
	return figure->u *
	       (cc_yielded(figure, CC_YIELD_BARS) ? GAP_LEAST : GAP);
}

static void
shape_lanes(struct cc_figure *figure, struct cc_treatments *row)
{
	row->lane_height =
	    cc_arena_new_array(figure->arena, double, row->lanes);
	for (size_t i = 0; i < row->count; i++) {
		const struct cc_treated *t = &row->all[i];
		double *height = &row->lane_height[t->item.lane];
		*height = fmax(*height, bar_height(figure, row, t));
	}
}

static void
pack(struct cc_figure *figure, struct cc_track *track)
{
	struct cc_treatments *row = track->data;
	struct cc_lanes lanes =
	    cc_lanes_of(figure, 0, cc_yielded(figure, CC_YIELD_INTENTS));
	struct cc_lane_item *items =
	    cc_arena_new_array(figure->arena, struct cc_lane_item, row->count);
	for (size_t i = 0; i < row->count; i++) {
		cc_treatment_fit(figure, row, &row->all[i]);
		items[i] = row->all[i].item;
	}
	row->lanes = cc_lanes_pack(&lanes, items, row->count);
	cc_figure_packed(figure, track, &lanes, items, row->count, row->lanes);
	for (size_t i = 0; i < row->count; i++)
		row->all[i].item = items[i];
}

#define PROFILE_LEAST 4 /* [u] */

/* Doses are drawn as height where the bar is long enough to see a step, unless
 * that has given way. */
static bool
wants_profile(const struct cc_figure *figure, const struct cc_treated *t)
{
	const struct cc_fact *fact = t->fact;
	if (t->bar.look != CC_BAR_SOLID || t->in_rows)
		return false;
	double width = cc_bar_certain(&t->bar).width;
	if (width < PROFILE_LEAST * figure->u)
		return false;
	const struct cc_doses doses = cc_doses_of(figure->arena, fact, NULL);
	return cc_doses_vary(&doses);
}

/* Its class's, or plain ink. */
static struct cc_swatch
swatch_of(const struct cc_figure *figure, const struct cc_fact *fact)
{
	cc_colour ink = cc_ink(figure, CC_COLOUR_INK);
	if (is_plain(figure))
		return (struct cc_swatch){.fill = ink,
		    .text = cc_ink(figure, CC_COLOUR_PAGE),
		    .outline = ink,
		    .edge = ink};
	return cc_figure_swatch(figure, fact->term);
}

/* Rows of drugs below it take what height there is. */
static bool
has_drug_rows(const struct cc_figure *figure)
{
	for (guint i = 0; i < figure->tracks->len; i++) {
		const struct cc_track *track = figure->tracks->pdata[i];
		if (track->mark == &cc_mark_drug)
			return true;
	}
	return false;
}

/* Lanes that the bars need without their words. */
static size_t
bar_depth(struct cc_figure *figure, const struct cc_treatments *row)
{
	const struct cc_lanes lanes = {0};
	struct cc_lane_item *items =
	    cc_arena_new_array(figure->arena, struct cc_lane_item, row->count);
	for (size_t i = 0; i < row->count; i++) {
		items[i] = row->all[i].item;
		items[i].from = items[i].left;
		items[i].to = items[i].right;
	}
	return cc_lanes_depth(&lanes, items, row->count);
}

/* Whether any bar has words below or behind its name as it is packed now. */
static bool
has_subs(const struct cc_treatments *row)
{
	for (size_t i = 0; i < row->count; i++)
		if (row->all[i].sub[0] != '\0')
			return true;
	return false;
}

static bool
has_cycles(const struct cc_treatments *row)
{
	for (size_t i = 0; i < row->count; i++)
		if (row->all[i].said.cycles[0] != '\0')
			return true;
	return false;
}

/* Words in two lines beside bars, where that takes a lane less. */
static void
save_lane(struct cc_figure *figure, struct cc_track *track)
{
	struct cc_treatments *row = track->data;
	size_t lanes = row->lanes;
	if (row->compact || !has_cycles(row) || lanes <= bar_depth(figure, row))
		return;
	row->stacked = true;
	pack(figure, track);
	if (row->lanes < lanes)
		return;
	row->stacked = false;
	pack(figure, track);
}

/* In a column intents may go for a lane less: there the page is as high as it
 * is wide, and names beside bars take most of it [u]. */
#define COLUMN_MOST 50

static bool
is_column(const struct cc_figure *figure)
{
	return figure->page.width < COLUMN_MOST * figure->u;
}

/* Whether two bars need a lane each, whatever becomes of their words. */
static bool
do_bars_meet(const struct cc_treatments *row)
{
	double start = -INFINITY, end = -INFINITY;
	for (size_t i = 0; i < row->count; i++) {
		const struct cc_reach *reach = &row->all[i].bar.reach;
		if (reach->earliest_start >= start &&
		    reach->earliest_start < end)
			return true;
		start = fmax(start, reach->earliest_start);
		end = fmax(end, reach->latest_end);
	}
	return false;
}

/* More lanes of tall bars are a wall: one line each. */
static bool
is_low(const struct cc_figure *figure, const struct cc_treatments *row)
{
	return cc_yielded(figure, CC_YIELD_INTENTS) || has_drug_rows(figure) ||
	       (!is_column(figure) && do_bars_meet(row));
}

static void
pack_tall(struct cc_figure *figure, struct cc_track *track)
{
	struct cc_treatments *row = track->data;
	size_t most = 1;
	if (is_column(figure) && row->lanes > 1) {
		most = 2;
		row->bare = true;
		if (has_subs(row))
			pack(figure, track);
		save_lane(figure, track);
	}
	if (row->compact || row->lanes <= most)
		return;
	row->compact = true;
	pack(figure, track);
}

static bool
any_cut(const struct cc_treatments *row)
{
	for (size_t i = 0; i < row->count; i++)
		if (row->all[i].cut)
			return true;
	return false;
}

/* Bars as high as two lines where one would cut a name and two do not, and that
 * takes no lane more. */
static void
pack_folded(struct cc_figure *figure, struct cc_track *track)
{
	struct cc_treatments *row = track->data;
	size_t lanes = row->lanes;
	if (!row->compact || !any_cut(row) ||
	    cc_yielded(figure, CC_YIELD_INTENTS))
		return;
	row->compact = false;
	pack(figure, track);
	if (row->lanes <= lanes && !any_cut(row))
		return;
	row->compact = true;
	pack(figure, track);
}

static void
measure(struct cc_figure *figure, struct cc_track *track)
{
	struct cc_treatments *row = track->data;
	for (size_t i = 0; i < row->count; i++) {
		struct cc_treated *t = &row->all[i];
		t->in_rows = cc_treatment_has_drugs(figure, t->fact);
		t->swatch = swatch_of(figure, t->fact);
		cc_bar_shape(figure, t->fact, NULL, &t->bar);
		t->profile = wants_profile(figure, t) &&
		             !cc_yielded(figure, CC_YIELD_DOSES);
	}
	row->compact = is_low(figure, row);
	row->bare = row->stacked = false;
	pack(figure, track);
	pack_tall(figure, track);
	pack_folded(figure, track);
	shape_lanes(figure, row);
	track->part_width = cc_brackets_measure(figure, row);
	track->height = cc_brackets_height(figure, row);
	for (size_t i = 0; i < row->lanes; i++)
		track->height += row->lane_height[i] + lane_gap(figure);
	row->wanted = track->height;
}

/* Two bars of a lane that meet would read as one: the earlier one ends so much
 * before the later one begins [u]. */
#define BARS_APART 0.13

static void
part_neighbours(struct cc_figure *figure, struct cc_treatments *row)
{
	struct cc_treated **last =
	    cc_arena_new_array(figure->arena, struct cc_treated *, row->lanes);
	double apart = BARS_APART * figure->u;
	for (size_t i = 0; i < row->count; i++) {
		struct cc_treated *t = &row->all[i], *before;
		before = last[t->item.lane];
		last[t->item.lane] = t;
		if (!before)
			continue;
		struct cc_reach *reach = &before->bar.reach;
		double most = t->bar.reach.earliest_start - apart;
		if (reach->latest_end <= most ||
		    reach->latest_end > most + 2 * apart ||
		    reach->earliest_start + 2 * apart >= most)
			continue;
		reach->latest_end = most;
		reach->earliest_end = fmin(reach->earliest_end, most);
		reach->latest_start = fmin(reach->latest_start, most);
	}
}

static void
place(struct cc_figure *figure, struct cc_track *track)
{
	struct cc_treatments *row = track->data;
	part_neighbours(figure, row);
	double more = fmax(0, track->box.height - row->wanted) /
	              (double)MAX(row->lanes, 1);
	for (size_t i = 0; i < row->count; i++) {
		struct cc_treated *t = &row->all[i];
		double lane_height = row->lane_height[t->item.lane] + more;
		double y = track->box.y;
		for (size_t lane = 0; lane < t->item.lane; lane++)
			y += row->lane_height[lane] + more + lane_gap(figure);
		t->bar.height = lane_height;
		t->bar.y = y + lane_height - t->bar.height;
		t->bar.fill = t->swatch.fill;
		t->bar.ground = cc_ink(figure, CC_COLOUR_PAGE);
		t->bar.outline = true;
		t->bar.edge = t->swatch.edge;
		if (t->bar.look != CC_BAR_SOLID || t->bar.end == CC_BAR_TO_OPEN)
			t->swatch.text = cc_bar_ink(figure, &t->bar);
	}
}

/* In a line of therapy the bar bears the name, its foot the doses. */
static void
draw_foot(struct cc_figure *figure, struct cc_treated *t)
{
	double foot = 0.3 * t->bar.height;
	double floor = t->bar.y + t->bar.height;
	double left = t->bar.reach.earliest_start;
	cc_paint_rect(figure->fore, CC_ROLE_BAR,
	    (struct cc_box){
		left, floor - foot, t->bar.reach.latest_end - left, foot},
	    0,
	    cc_brush(cc_colour_mix(t->swatch.fill, t->bar.ground,
		0.5 * cc_theme_look(figure->theme, CC_LOOK_PALE))));
	const struct cc_doses doses = cc_doses_of(figure->arena, t->fact, NULL);
	const struct cc_dose_scale scale = {floor, foot * 0.86, 0};
	cc_draw_doses(figure, &doses, &t->bar, &scale);
	t->bar.height -= foot;
}

/* Ticks only where the file gives the length of a cycle: evenly spaced ones
 * would be invented dates. */
static void
draw_cycles(struct cc_figure *figure, const struct cc_treated *t)
{
	const struct cc_fact *fact = t->fact;
	if (!fact->every || fact->cycles < 2 ||
	    fact->when.span.start_precision < CC_PRECISION_DAY)
		return;
	char *end = NULL;
	guint64 n = g_ascii_strtoull(fact->every, &end, 10);
	int64_t day = *end == 'w' ? 7 : 1;
	if (n == 0 || (*end != 'd' && *end != 'w') || end[1] != '\0')
		return;
	int64_t step = (int64_t)n * day * CC_MINUTES_A_DAY;
	struct cc_instant at = fact->when.span.earliest_start;
	/* Below the words, where they stand on one line. */
	double words = cc_type_size(figure, t->said.type);
	double tick = fmin(0.28 * figure->u,
	    fmax(0.1 * figure->u, (t->bar.height - 0.95 * words) / 2));
	double bottom = t->bar.y + t->bar.height;
	double last = -1e9;
	struct cc_strokes ticks = {.arena = figure->arena};
	for (int i = 1; i < fact->cycles; i++) {
		at.minute += step;
		double x = cc_axis_x(&figure->axis, at);
		if (x >= t->bar.reach.latest_end)
			break;
		if (x - last < 3)
			continue;
		last = x;
		cc_strokes_line(&ticks, (struct cc_point){x, bottom - tick},
		    (struct cc_point){x, bottom});
		cc_figure_legend(figure, CC_LEGEND_CYCLES);
	}
	cc_paint_strokes(figure->fore, CC_ROLE_BAR, &ticks,
	    cc_pen(t->swatch.text, figure->size->stroke[CC_STROKE_AXIS]));
}

/* Words of a bar that found no room. */
static void
tell_unsaid(struct cc_figure *figure, const struct cc_treated *t)
{
	const struct cc_said *said = &t->said;
	if (said->stopped && t->sub != said->part[0])
		cc_lose(figure, CC_LOST_REASONS, t->fact);
	if (said->dosed && !cc_treatment_says_part(t))
		cc_lose(figure, CC_LOST_DOSES, t->fact);
	else if (said->full_intent && !cc_treatment_says_part(t) &&
		 t->sub != said->full_intent && t->sub != said->short_intent)
		cc_lose(figure, CC_LOST_INTENTS, t->fact);
	if (wants_profile(figure, t) && cc_yielded(figure, CC_YIELD_DOSES))
		cc_lose(figure, CC_LOST_STEPS, t->fact);
}

static void
draw(struct cc_figure *figure, struct cc_track *track)
{
	struct cc_treatments *row = track->data;
	for (size_t i = 0; i < row->count; i++) {
		struct cc_treated *t = &row->all[i];
		cc_figure_abbreviation_of(figure, CC_IN_TREATMENT, t->fact);
		if (t->said.short_intent && t->sub == t->said.short_intent)
			cc_figure_abbreviation(
			    figure, CC_IN_INTENT, NULL, t->fact->intent);
		cc_open_fact(figure, t->fact, NULL);
		tell_unsaid(figure, t);
		if (t->profile)
			draw_foot(figure, t);
		cc_draw_bar(figure, &t->bar);
		if (t->bar.look == CC_BAR_SOLID)
			draw_cycles(figure, t);
		cc_treatment_write(figure, t);
		cc_draw_bar_pattern(figure, &t->bar, &t->swatch);
		cc_paint_end(figure->fore);
	}
	cc_brackets_draw(figure, track, row);
}

const struct cc_mark cc_mark_treatment = {
    .name = "treatment",
    .subject = true,
    .again = true,
    .zone = CC_ZONE_PLOT,
    .fills_column = true,
    .yields = {CC_YIELD_INTENTS, CC_YIELD_DOSES, CC_YIELD_BARS},
    .collect = collect,
    .measure = measure,
    .place = place,
    .draw = draw,
};
