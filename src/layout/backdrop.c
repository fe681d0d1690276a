/* What lies behind the rows: bands of progression and the grid, whose lines
 * are cut around words by geometry. */
#include "layout/divide.h"
#include "layout/parts.h"
#include "place/air.h"
#include "scene/shape.h"

#include <math.h>

struct gap {
	double from, to;
};

/* Where lines are painted to, and the gaps for the words in their way. */
struct backdrop {
	struct cc_figure *figure;
	struct cc_scene *scene;
	struct gap *gaps; /* of one line, found anew for each */
	size_t gap_count;
};

/* In the order of where they begin; few lines have more than a handful. */
static void
add_gap(struct backdrop *backdrop, struct gap gap)
{
	struct gap *gaps = backdrop->gaps;
	size_t at = backdrop->gap_count++;
	for (; at > 0 && gaps[at - 1].from > gap.from; at--)
		gaps[at] = gaps[at - 1];
	gaps[at] = gap;
}

/* Words that keep just the air are not in the way [unit]. */
#define TOUCH 1e-6

static void
find_gaps(struct backdrop *backdrop, bool vertical, struct cc_box line)
{
	struct cc_clear *written = &backdrop->figure->written;
	double air = CC_AIR_LINE * backdrop->figure->u;
	struct cc_box box;
	cc_clear_look(written, cc_box_grown(line, air - TOUCH));
	backdrop->gap_count = 0;
	for (size_t i = 0; cc_clear_near(written, i, &box); i++) {
		struct gap gap = {box.x, cc_box_right(box)};
		if (vertical)
			gap = (struct gap){box.y, cc_box_bottom(box)};
		gap.from -= air / 2;
		gap.to += air / 2;
		add_gap(backdrop, gap);
	}
}

/* A line along one axis from `from` to `to`, with gaps where words stand.
 * Vertical: at x = at; else at y = at. */
static void
paint_cut(struct backdrop *backdrop, bool vertical, double at, double from,
    double to, struct cc_paint pen, enum cc_role role)
{
	struct cc_strokes line = {.arena = backdrop->scene->arena};
	find_gaps(backdrop, vertical,
	    vertical ? (struct cc_box){at, from, 0, to - from}
		     : (struct cc_box){from, at, to - from, 0});
	for (size_t i = 0; i <= backdrop->gap_count && from < to; i++) {
		struct gap gap = {to, to};
		if (i < backdrop->gap_count)
			gap = backdrop->gaps[i];
		double end = MIN(gap.from, to);
		struct cc_point a = {at, from}, b = {at, end};
		if (!vertical) {
			a = (struct cc_point){from, at};
			b = (struct cc_point){end, at};
		}
		if (end > from + 0.3)
			cc_strokes_line(&line, a, b);
		from = MAX(from, gap.to);
	}
	cc_paint_strokes(backdrop->scene, role, &line, pen);
}

static void
paint_cut_line(
    struct backdrop *backdrop, double x, struct cc_paint pen, enum cc_role role)
{
	struct cc_box plot = backdrop->figure->plot;
	paint_cut(backdrop, true, x, plot.y, cc_box_bottom(plot), pen, role);
}

/* A line of a fact's day ties the rows. */
static void
paint_day(struct backdrop *backdrop, const struct cc_fact *fact, double x,
    enum cc_colour_role colour)
{
	const struct cc_figure *figure = backdrop->figure;
	struct cc_box plot = figure->plot;
	paint_cut(backdrop, true, x,
	    fmax(plot.y, figure->line_top[fact->index]), cc_box_bottom(plot),
	    cc_pen(
		cc_ink(figure, colour), figure->size->stroke[CC_STROKE_AXIS]),
	    CC_ROLE_DIVIDE);
}

/* Behind all rows. */
static void
add_band(struct cc_figure *figure, double left, double right,
    enum cc_colour_role colour)
{
	struct cc_shade shade = {left, right, cc_ink(figure, colour)};
	figure->shades = cc_arena_grow(
	    figure->arena, figure->shades, figure->shade_count, sizeof(shade));
	figure->shades[figure->shade_count++] = shade;
	cc_paint_rect(figure->ground, CC_ROLE_BAND,
	    (struct cc_box){
		left, figure->plot.y, right - left, figure->plot.height},
	    0, cc_brush(shade.colour));
}

/* A comment over an interval shades it. */
static void
draw_comment_bands(struct cc_figure *figure)
{
	const enum cc_story_part *part = figure->follow->story.of;
	for (size_t i = 0; i < figure->course->fact_count; i++) {
		const struct cc_fact *fact = &figure->course->facts[i];
		if (part[i] != CC_STORY_REMARK || !fact->when.span.interval ||
		    !cc_figure_shows(figure, fact))
			continue;
		struct cc_reach reach = cc_fact_reach(figure, fact);
		add_band(figure, reach.earliest_start, reach.latest_end,
		    CC_COLOUR_PANEL);
	}
}

/* The stretch that a panel below magnifies. */
static void
draw_detail_band(struct cc_figure *figure)
{
	const struct cc_span *detail = &figure->in->options.detail;
	if (!detail->dated || figure->window.kind == CC_WINDOW_DETAIL)
		return;
	double left = cc_axis_x(&figure->axis, detail->earliest_start);
	double right = cc_axis_x(&figure->axis, detail->latest_end);
	if (right > left)
		add_band(figure, left, right, CC_COLOUR_PANEL);
}

static void
draw_band(struct cc_figure *figure, const struct cc_fact *fact,
    const struct cc_reach *reach)
{
	/* Where nothing bounds it a whisker has an arrow. */
	if (reach->from_left || reach->to_right)
		return;
	add_band(figure, reach->earliest_start, reach->latest_end,
	    cc_is_turn_back(figure, fact) ? CC_COLOUR_BAND : CC_COLOUR_PANEL);
}

void
cc_backdrop_bands(struct cc_figure *figure)
{
	figure->shade_count = figure->day_line_count = 0;
	draw_detail_band(figure);
	draw_comment_bands(figure);
	for (size_t i = 0; i < figure->course->fact_count; i++) {
		const struct cc_fact *fact = &figure->course->facts[i];
		if (!cc_runs_down(figure, fact))
			continue;
		const struct cc_reach reach = cc_fact_reach(figure, fact);
		if (!cc_has_line(figure, &reach)) {
			draw_band(figure, fact, &reach);
			continue;
		}
		figure->day_lines =
		    cc_arena_grow(figure->arena, figure->day_lines,
			figure->day_line_count, sizeof(figure->day_lines[0]));
		figure->day_lines[figure->day_line_count++] = reach.middle;
	}
}

/* Themes without an edge of their own for a band let its colour do. */
static void
draw_edges(struct backdrop *backdrop, const struct cc_fact *fact,
    const struct cc_reach *reach)
{
	const struct cc_figure *figure = backdrop->figure;
	bool turn = cc_is_turn_back(figure, fact);
	cc_colour edge =
	    cc_ink(figure, turn ? CC_COLOUR_BAND_EDGE : CC_COLOUR_BRACKET);
	struct cc_paint pen =
	    cc_pen(edge, figure->size->stroke[CC_STROKE_HAIRLINE]);
	if (turn && edge == cc_ink(figure, CC_COLOUR_BAND))
		return;
	if (!reach->from_left)
		paint_cut_line(
		    backdrop, reach->earliest_start, pen, CC_ROLE_BAND);
	if (!reach->to_right)
		paint_cut_line(backdrop, reach->latest_end, pen, CC_ROLE_BAND);
}

/* Deaths first, so that a turn back of their day keeps its colour. */
static void
draw_days(struct backdrop *backdrop, bool turn)
{
	const struct cc_figure *figure = backdrop->figure;
	for (size_t i = 0; i < figure->course->fact_count; i++) {
		const struct cc_fact *fact = &figure->course->facts[i];
		if (!cc_runs_down(figure, fact) ||
		    cc_is_turn_back(figure, fact) != turn)
			continue;
		const struct cc_reach reach = cc_fact_reach(figure, fact);
		if (cc_has_line(figure, &reach))
			paint_day(backdrop, fact, reach.middle,
			    turn ? CC_COLOUR_PROGRESSION : CC_COLOUR_INK);
		else
			draw_edges(backdrop, fact, &reach);
	}
}

static void
draw_cuts(struct backdrop *backdrop)
{
	const struct cc_figure *figure = backdrop->figure;
	for (size_t i = 0; i + 1 < figure->axis.stretches; i++) {
		double x = cc_cut_middle(&figure->axis, i);
		struct cc_paint pen = cc_pen(cc_ink(figure, CC_COLOUR_BRACKET),
		    figure->size->stroke[CC_STROKE_HAIRLINE] * 1.3);
		pen.dash[0] = pen.width;
		pen.dash[1] = 3 * pen.width;
		paint_cut_line(backdrop, x, pen, CC_ROLE_DIVIDE);
	}
}

void
cc_backdrop_grid(struct cc_figure *figure, struct cc_scene *scene)
{
	double hairline = figure->size->stroke[CC_STROKE_HAIRLINE];
	struct backdrop backdrop = {figure, scene,
	    cc_arena_new_room(figure->arena, struct gap, figure->written.count),
	    0};
	struct cc_ticks ticks = cc_axis_grid(figure);
	for (size_t i = 0; i < ticks.count; i++) {
		bool major = ticks.tick[i].major && ticks.unit < CC_TICK_YEAR;
		cc_colour colour = cc_ink(
		    figure, major ? CC_COLOUR_JANUARY : CC_COLOUR_HAIRLINE);
		paint_cut_line(&backdrop, ticks.tick[i].x,
		    cc_pen(colour, hairline), CC_ROLE_GRID);
	}
	for (guint i = 0; i < figure->tracks->len; i++) {
		const struct cc_track *track = figure->tracks->pdata[i];
		if (!track->rule || track->dropped ||
		    track->mark->zone != CC_ZONE_PLOT)
			continue;
		/* A value may reach up to it. */
		paint_cut(&backdrop, false, cc_row_rule(figure, track),
		    figure->page.x, cc_box_right(figure->plot),
		    cc_pen(cc_ink(figure, CC_COLOUR_HAIRLINE), hairline),
		    CC_ROLE_GRID);
	}
	for (size_t i = 0; i < figure->rule_count; i++) {
		const struct cc_rule *rule = &figure->rules[i];
		paint_cut(&backdrop, false, rule->y, rule->left, rule->right,
		    rule->pen, CC_ROLE_GRID);
	}
	for (size_t i = 0; i < figure->drop_count; i++) {
		const struct cc_drop *drop = &figure->drops[i];
		paint_cut(&backdrop, true, drop->x, drop->top, drop->bottom,
		    drop->pen, CC_ROLE_GRID);
	}
	draw_cuts(&backdrop);
	draw_days(&backdrop, false);
	draw_days(&backdrop, true);
}
