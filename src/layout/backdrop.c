/* What lies behind the rows: bands of progression and the grid, whose lines
 * are cut around words by geometry. */
#include "layout/divide.h"
#include "layout/parts.h"
#include "place/air.h"
#include "place/rails.h"

#include <math.h>

/* Lines wait until all of them are known. */
struct backdrop {
	struct cc_figure *figure;
	struct cc_scene *scene;
	struct cc_rail *rails;
	struct look {
		struct cc_paint pen;
		enum cc_role role;
	} * looks; /* of each */
	size_t count;
};

/* Vertical: at x = at; else at y = at. */
static void
add_line(struct backdrop *backdrop, bool vertical, double at, double from,
    double to, struct cc_paint pen, enum cc_role role)
{
	struct cc_arena *arena = backdrop->figure->arena;
	size_t i = backdrop->count++;
	backdrop->rails =
	    cc_arena_grow(arena, backdrop->rails, i, sizeof(*backdrop->rails));
	backdrop->looks =
	    cc_arena_grow(arena, backdrop->looks, i, sizeof(*backdrop->looks));
	backdrop->rails[i] = (struct cc_rail){vertical, at, from, to, NULL};
	backdrop->looks[i] = (struct look){pen, role};
}

#define PIECE_LEAST 0.3 /* of a line between two words [unit] */

static void
add_piece(struct cc_strokes *strokes, const struct cc_rail *rail, double from,
    double to)
{
	struct cc_point a = {rail->at, from}, b = {rail->at, to};
	if (!rail->vertical) {
		a = (struct cc_point){from, rail->at};
		b = (struct cc_point){to, rail->at};
	}
	if (to > from + PIECE_LEAST)
		cc_strokes_line(strokes, a, b);
}

static void
paint_line(struct backdrop *backdrop, const struct cc_rail *rail,
    const struct look *look)
{
	struct cc_strokes line = {.arena = backdrop->scene->arena};
	double from = rail->from;
	for (const struct cc_gap *gap = rail->gaps; gap; gap = gap->next) {
		add_piece(&line, rail, from, MIN(gap->from, rail->to));
		from = MAX(from, gap->to);
	}
	add_piece(&line, rail, from, rail->to);
	cc_paint_strokes(backdrop->scene, look->role, &line, look->pen);
}

static void
add_upright(
    struct backdrop *backdrop, double x, struct cc_paint pen, enum cc_role role)
{
	struct cc_box plot = backdrop->figure->plot;
	add_line(backdrop, true, x, plot.y, cc_box_bottom(plot), pen, role);
}

/* A line of a fact's day ties the rows. */
static void
add_day(struct backdrop *backdrop, const struct cc_fact *fact, double x,
    enum cc_colour_role colour)
{
	const struct cc_figure *figure = backdrop->figure;
	struct cc_box plot = figure->plot;
	add_line(backdrop, true, x, fmax(plot.y, figure->line_top[fact->index]),
	    cc_box_bottom(plot),
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
add_edges(struct backdrop *backdrop, const struct cc_fact *fact,
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
		add_upright(backdrop, reach->earliest_start, pen, CC_ROLE_BAND);
	if (!reach->to_right)
		add_upright(backdrop, reach->latest_end, pen, CC_ROLE_BAND);
}

/* Deaths first, so that a turn back of their day keeps its colour. */
static void
add_days(struct backdrop *backdrop, bool turn)
{
	const struct cc_figure *figure = backdrop->figure;
	for (size_t i = 0; i < figure->course->fact_count; i++) {
		const struct cc_fact *fact = &figure->course->facts[i];
		if (!cc_runs_down(figure, fact) ||
		    cc_is_turn_back(figure, fact) != turn)
			continue;
		const struct cc_reach reach = cc_fact_reach(figure, fact);
		if (cc_has_line(figure, &reach))
			add_day(backdrop, fact, reach.middle,
			    turn ? CC_COLOUR_PROGRESSION : CC_COLOUR_INK);
		else
			add_edges(backdrop, fact, &reach);
	}
}

static void
add_cuts(struct backdrop *backdrop)
{
	const struct cc_figure *figure = backdrop->figure;
	for (size_t i = 0; i + 1 < figure->axis.stretches; i++) {
		double x = cc_cut_middle(&figure->axis, i);
		struct cc_paint pen = cc_pen(cc_ink(figure, CC_COLOUR_BRACKET),
		    figure->size->stroke[CC_STROKE_HAIRLINE] * 1.3);
		pen.dash[0] = pen.width;
		pen.dash[1] = 3 * pen.width;
		add_upright(backdrop, x, pen, CC_ROLE_DIVIDE);
	}
}

static void
add_ticks(struct backdrop *backdrop)
{
	const struct cc_figure *figure = backdrop->figure;
	const struct cc_ticks ticks = cc_axis_grid(backdrop->figure);
	double hairline = figure->size->stroke[CC_STROKE_HAIRLINE];
	for (size_t i = 0; i < ticks.count; i++) {
		bool major = ticks.tick[i].major && ticks.unit < CC_TICK_YEAR;
		cc_colour colour = cc_ink(
		    figure, major ? CC_COLOUR_JANUARY : CC_COLOUR_HAIRLINE);
		add_upright(backdrop, ticks.tick[i].x, cc_pen(colour, hairline),
		    CC_ROLE_GRID);
	}
}

/* Between rows. A value may reach up to it. */
static void
add_rules(struct backdrop *backdrop)
{
	const struct cc_figure *figure = backdrop->figure;
	double hairline = figure->size->stroke[CC_STROKE_HAIRLINE];
	for (guint i = 0; i < figure->tracks->len; i++) {
		const struct cc_track *track = figure->tracks->pdata[i];
		if (!track->rule || track->dropped ||
		    track->mark->zone != CC_ZONE_PLOT)
			continue;
		add_line(backdrop, false, cc_row_rule(figure, track),
		    figure->page.x, cc_box_right(figure->plot),
		    cc_pen(cc_ink(figure, CC_COLOUR_HAIRLINE), hairline),
		    CC_ROLE_GRID);
	}
}

/* Of values within a row, and from the axis down to a thing. */
static void
add_own(struct backdrop *backdrop)
{
	const struct cc_figure *figure = backdrop->figure;
	for (size_t i = 0; i < figure->rule_count; i++) {
		const struct cc_rule *rule = &figure->rules[i];
		add_line(backdrop, false, rule->y, rule->left, rule->right,
		    rule->pen, CC_ROLE_GRID);
	}
	for (size_t i = 0; i < figure->drop_count; i++) {
		const struct cc_drop *drop = &figure->drops[i];
		add_line(backdrop, true, drop->x, drop->top, drop->bottom,
		    drop->pen, CC_ROLE_GRID);
	}
}

void
cc_backdrop_grid(struct cc_figure *figure, struct cc_scene *scene)
{
	struct backdrop backdrop = {.figure = figure, .scene = scene};
	add_ticks(&backdrop);
	add_rules(&backdrop);
	add_own(&backdrop);
	add_cuts(&backdrop);
	add_days(&backdrop, false);
	add_days(&backdrop, true);
	cc_rails_part(backdrop.rails, backdrop.count, &figure->written,
	    CC_AIR_LINE * figure->u);
	for (size_t i = 0; i < backdrop.count; i++)
		paint_line(&backdrop, &backdrop.rails[i], &backdrop.looks[i]);
}
