#include "layout/draw.h"

#include <math.h>
#include <stdlib.h>

/* Steps of a fade: as many as keep the eye from seeing them, so far apart in
 * colour [of 255] and so wide at least [unit]. */
#define FADE_LEVELS 3
#define FADE_WIDTH 1.2

static void
paint_polygon(struct cc_figure *figure, const struct cc_point *points,
    size_t count, struct cc_paint paint)
{
	cc_paint_polyline(
	    figure->fore, CC_ROLE_MARK, points, count, true, paint);
}

static void
paint_diamond(struct cc_figure *figure, double x, double y, double r,
    struct cc_paint paint)
{
	struct cc_point diamond[] = {
	    {x, y - r}, {x + r, y}, {x, y + r}, {x - r, y}};
	paint_polygon(figure, diamond, 4, paint);
}

/* Its tip below (1) or above (-1). */
static void
paint_triangle(struct cc_figure *figure, double x, double y, double r, int tip,
    struct cc_paint paint)
{
	double t = 0.92 * r;
	struct cc_point triangle[] = {{x - t, y - 0.7 * t * tip},
	    {x + t, y - 0.7 * t * tip}, {x, y + 0.9 * t * tip}};
	paint_polygon(figure, triangle, 3, paint);
}

/* Its tip below (1) or above (-1). */
static void
paint_block_arrow(struct cc_figure *figure, double x, double y, double r,
    int tip, struct cc_paint paint)
{
	double shaft = 0.3 * r, head = 0.85 * r;
	double end = y + tip * r, neck = y + 0.1 * tip * r, foot = y - tip * r;
	struct cc_point arrow[] = {{x, end}, {x + head, neck},
	    {x + shaft, neck}, {x + shaft, foot}, {x - shaft, foot},
	    {x - shaft, neck}, {x - head, neck}};
	paint_polygon(figure, arrow, 7, paint);
}

static void
draw_slashed(struct cc_figure *figure, double x, double y, double r,
    cc_colour colour, struct cc_paint hollow)
{
	paint_diamond(figure, x, y, r, hollow);
	for (int side = -1; side <= 1; side += 2) {
		double d = 0.22 * r * side;
		cc_paint_line(figure->fore, CC_ROLE_MARK,
		    (struct cc_point){x - 0.75 * r + d, y + 0.75 * r + d},
		    (struct cc_point){x + 0.75 * r + d, y - 0.75 * r + d},
		    cc_pen(colour, hollow.width * 0.85));
	}
}

void
cc_draw_sign(struct cc_figure *figure, enum cc_sign sign, double x, double y,
    double r, cc_colour colour)
{
	cc_colour page = cc_ink(figure, CC_COLOUR_PAGE);
	/* A rim of the page's colour parts a sign from bars and bands. */
	struct cc_paint solid = {.fill = colour,
	    .stroke = page,
	    .width = fmax(0.8 * figure->size->stroke[CC_STROKE_AXIS], 0.4)};
	struct cc_paint hollow = {.fill = page,
	    .stroke = colour,
	    .width = figure->size->stroke[CC_STROKE_WHISKER]};
	double q = 0.82 * r;

	switch (sign) {
	case CC_SIGN_DIAMOND:
		paint_diamond(figure, x, y, r, solid);
		return;
	case CC_SIGN_RING_DIAMOND:
		paint_diamond(figure, x, y, r, hollow);
		cc_paint_circle(figure->fore, CC_ROLE_MARK,
		    (struct cc_point){x, y}, r * 0.32, cc_brush(colour));
		return;
	case CC_SIGN_DASHED:
		hollow.dash[0] = hollow.dash[1] = 1.6 * hollow.width;
		paint_diamond(figure, x, y, r, hollow);
		return;
	case CC_SIGN_SLASHED:
		draw_slashed(figure, x, y, r, colour, hollow);
		return;
	case CC_SIGN_DOWN:
		paint_triangle(figure, x, y, r, 1, solid);
		return;
	case CC_SIGN_UP:
		paint_triangle(figure, x, y, r, -1, solid);
		return;
	case CC_SIGN_OPEN_DOWN:
		paint_triangle(figure, x, y, r, 1, hollow);
		return;
	case CC_SIGN_OPEN_UP:
		paint_triangle(figure, x, y, r, -1, hollow);
		return;
	case CC_SIGN_ARROW_DOWN:
		paint_block_arrow(figure, x, y, r, 1, solid);
		return;
	case CC_SIGN_ARROW_UP:
		paint_block_arrow(figure, x, y, r, -1, solid);
		return;
	case CC_SIGN_SQUARE:
		cc_paint_rect(figure->fore, CC_ROLE_MARK,
		    (struct cc_box){x - q, y - q, 2 * q, 2 * q}, 0, solid);
		return;
	case CC_SIGN_DOT:
		cc_paint_circle(figure->fore, CC_ROLE_MARK,
		    (struct cc_point){x, y}, r * 0.72, solid);
		return;
	case CC_SIGN_OPEN_DOT:
		cc_paint_circle(figure->fore, CC_ROLE_MARK,
		    (struct cc_point){x, y}, r * 0.62, hollow);
		return;
	case CC_SIGN_CROSS:
		cc_paint_line(figure->fore, CC_ROLE_MARK,
		    (struct cc_point){x - q, y}, (struct cc_point){x + q, y},
		    cc_pen(colour, hollow.width * 1.5));
		cc_paint_line(figure->fore, CC_ROLE_MARK,
		    (struct cc_point){x, y - q}, (struct cc_point){x, y + q},
		    cc_pen(colour, hollow.width * 1.5));
		return;
	case CC_SIGN_TICK:
		cc_paint_line(figure->fore, CC_ROLE_MARK,
		    (struct cc_point){x, y - q}, (struct cc_point){x, y + q},
		    cc_pen(colour, hollow.width * 2));
		return;
	}
}

void
cc_draw_arrow(struct cc_figure *figure, double x, double y, cc_colour colour)
{
	double a = 0.26 * figure->u;
	struct cc_point head[] = {{x - a, y - a}, {x, y}, {x - a, y + a}};
	cc_paint_polyline(figure->fore, CC_ROLE_MARK, head, 3, false,
	    cc_pen(colour, figure->size->stroke[CC_STROKE_WHISKER]));
}

/* The end of a whisker at x: a tick, an arrow where time goes on beyond the
 * plot (dir -1 left, 1 right, else 0), nothing where a stem stands. */
static void
draw_whisker_end(struct cc_figure *figure, double x, double y, int dir,
    bool stem, struct cc_paint paint)
{
	double tick = 0.28 * figure->u;
	if (dir != 0)
		cc_paint_polyline(figure->fore, CC_ROLE_WHISKER,
		    (struct cc_point[]){{x - dir * tick, y - tick}, {x, y},
			{x - dir * tick, y + tick}},
		    3, false, paint);
	else if (!stem)
		cc_paint_line(figure->fore, CC_ROLE_WHISKER,
		    (struct cc_point){x, y - tick},
		    (struct cc_point){x, y + tick}, paint);
}

void
cc_draw_whisker(struct cc_figure *figure, struct cc_reach reach, double y,
    cc_colour colour, double radius)
{
	double left = reach.earliest_start, right = reach.latest_end;
	double pen = figure->size->stroke[CC_STROKE_WHISKER];
	double inset = pen / 2 + 0.4, arrow = 1.2 * figure->u;
	bool open = reach.from_left || reach.to_right;
	/* Shorter than its mark a whisker says nothing. */
	if (right - left < fmax(2.2 * radius, 0.01) && !open)
		return;
	bool stem_left = reach.to_right && reach.middle - left < inset;
	bool stem_right = reach.from_left && right - reach.middle < inset;
	/* Time beyond the plot has an arrow, also at its very edge. */
	double edge = cc_box_right(figure->page) - pen;
	left = reach.from_left ? fmin(left, right - arrow)
	                       : left + (stem_left ? 0 : inset);
	right = reach.to_right ? fmax(right, fmin(left + arrow, edge))
	                       : right - (stem_right ? 0 : inset);
	struct cc_paint paint = cc_pen(colour, pen);
	cc_paint_line(figure->fore, CC_ROLE_WHISKER, (struct cc_point){left, y},
	    (struct cc_point){right, y}, paint);
	draw_whisker_end(
	    figure, left, y, reach.from_left ? -1 : 0, stem_left, paint);
	draw_whisker_end(
	    figure, right, y, reach.to_right ? 1 : 0, stem_right, paint);
	cc_figure_legend(figure, CC_LEGEND_WHISKER);
}

static int
fade_steps(double width, cc_colour from, cc_colour to)
{
	int levels = 0;
	for (int shift = 0; shift < 24; shift += 8) {
		int a = from >> shift & 0xFF, b = to >> shift & 0xFF;
		levels = MAX(levels, abs(a - b));
	}
	return MAX(2, MIN(levels / FADE_LEVELS, (int)(width / FADE_WIDTH)));
}

/* Flat steps, each painted over the one before: viewers draw gradients as
 * blocks, and leave seams between neighbours. */
void
cc_draw_fade(struct cc_figure *figure, struct cc_scene *layer,
    struct cc_box box, cc_colour from, cc_colour to)
{
	(void)figure;
	double right = cc_box_right(box);
	int steps = fade_steps(box.width, from, to);
	for (int i = 0; i < steps; i++) {
		double x = box.x + box.width * i / steps;
		cc_colour colour = cc_colour_mix(to, from, (i + 0.5) / steps);
		cc_paint_rect(layer, CC_ROLE_FILL,
		    (struct cc_box){x, box.y, right - x, box.height}, 0,
		    cc_brush(colour));
	}
}

void
cc_draw_hatch(struct cc_figure *figure, struct cc_scene *layer,
    struct cc_box box, cc_colour colour, double step)
{
	struct cc_paint paint =
	    cc_pen(colour, figure->size->stroke[CC_STROKE_HAIRLINE]);
	double right = cc_box_right(box), bottom = cc_box_bottom(box);
	/* Lines x + y = c, clipped to the box by arithmetic. */
	for (double c = box.x + box.y + step / 2; c < right + bottom;
	     c += step) {
		double x0 = fmax(box.x, c - bottom);
		double x1 = fmin(right, c - box.y);
		if (x1 - x0 < 0.05)
			continue;
		cc_paint_line(layer, CC_ROLE_FILL,
		    (struct cc_point){x0, c - x0},
		    (struct cc_point){x1, c - x1}, paint);
	}
}

/* Of a bar whose start, or end, nobody stated [u]. */
#define STUB 4

/* As far as is known it did not begin later, nor end sooner, than this. */
static void
shape_start(const struct cc_figure *figure, const struct cc_extent *extent,
    struct cc_bar *bar)
{
	struct cc_reach *reach = &bar->reach;
	switch (extent->start) {
	case CC_START_STATED:
		bar->start = extent->span.start_form == CC_MOMENT_BETWEEN
		                 ? CC_BAR_FROM_FADE
		                 : CC_BAR_FROM_EDGE;
		return;
	case CC_START_BEFORE:
		bar->start = CC_BAR_FROM_POINT;
		reach->latest_start = reach->earliest_start;
		return;
	case CC_START_NOT_STATED:
		bar->start = CC_BAR_FROM_STUB;
		reach->latest_start =
		    fmin(reach->latest_start, reach->earliest_end);
		reach->earliest_start = fmax(figure->plot.x,
		    reach->latest_start - STUB * figure->u);
		reach->from_left = false;
		return;
	}
}

/* "Month 0 at the latest", of a clock that counts, is not the month after 0. */
static void
limit_end(const struct cc_figure *figure, const struct cc_extent *extent,
    struct cc_reach *reach)
{
	int64_t exact = figure->follow->exact;
	if (extent->span.end_form != CC_MOMENT_UNTIL ||
	    exact <= CC_MINUTES_A_DAY)
		return;
	struct cc_instant last = {extent->span.latest_end.minute - exact};
	reach->latest_end = fmax(
	    cc_axis_x(&figure->axis, last), reach->earliest_start);
	reach->earliest_end = fmin(reach->earliest_end, reach->latest_end);
}

static void
shape_end(const struct cc_figure *figure, const struct cc_extent *extent,
    struct cc_bar *bar)
{
	struct cc_reach *reach = &bar->reach;
	switch (extent->end) {
	case CC_END_STATED:
		limit_end(figure, extent, reach);
		bar->end = extent->span.end_form == CC_MOMENT_BETWEEN
		               ? CC_BAR_TO_FADE
		               : CC_BAR_TO_EDGE;
		return;
	case CC_END_DEATH:
		bar->end = CC_BAR_TO_EDGE;
		return;
	case CC_END_GOES_ON:
		bar->end = CC_BAR_TO_ARROW;
		reach->earliest_end = reach->latest_end;
		return;
	case CC_END_NOT_STATED:
		bar->end = CC_BAR_TO_STUB;
		reach->earliest_end = reach->latest_start;
		reach->latest_end = fmin(cc_box_right(figure->plot),
		    reach->latest_start + STUB * figure->u);
		return;
	case CC_END_LIMIT:
		bar->end = CC_BAR_TO_OPEN;
		reach->earliest_end = reach->latest_start;
		return;
	}
}

/* A day's act is a bar of that day. */
static void
shape_moment(const struct cc_figure *figure, const struct cc_span *span,
    struct cc_bar *bar)
{
	struct cc_reach *reach = &bar->reach;
	bar->start = CC_BAR_FROM_EDGE;
	bar->end = CC_BAR_TO_EDGE;
	if (!cc_start_is_exact(span, figure->follow->exact)) {
		bar->point = true;
		return;
	}
	reach->earliest_start = reach->latest_start =
	    cc_axis_x(&figure->axis, span->earliest_start);
	reach->earliest_end = reach->latest_end =
	    cc_axis_x(&figure->axis, span->latest_end);
}

/* Ordered, not dated: somewhere in the box. */
static void
shape_between(const struct cc_figure *figure, const struct cc_fact *fact,
    struct cc_bar *bar)
{
	bar->reach = cc_fact_reach(figure, fact);
	bar->start = CC_BAR_FROM_EDGE;
	bar->end = bar->reach.to_right ? CC_BAR_TO_ARROW : CC_BAR_TO_EDGE;
	bar->reach.to_right = false;
	bar->reach.latest_start = bar->reach.earliest_start;
	bar->reach.earliest_end = bar->reach.latest_end;
	if (bar->look == CC_BAR_SOLID)
		bar->look = CC_BAR_UNDATED;
}

/* A day's treatment on an axis of years is still seen [u]. */
#define BAR_LEAST 0.2

static void
widen_bar(const struct cc_figure *figure, struct cc_bar *bar)
{
	struct cc_reach *r = &bar->reach;
	double least = BAR_LEAST * figure->u;
	if (r->latest_end - r->earliest_start >= least)
		return;
	r->latest_start = r->earliest_start;
	r->earliest_end = r->latest_end = r->earliest_start + least;
	bar->thin = true;
}

void
cc_bar_shape(const struct cc_figure *figure, const struct cc_fact *fact,
    const struct cc_span *part, struct cc_bar *bar)
{
	static const enum cc_bar_look looks[] = {
	    [CC_STATE_DONE] = CC_BAR_SOLID,
	    [CC_STATE_PLANNED] = CC_BAR_PLANNED,
	    [CC_STATE_NOT_DONE] = CC_BAR_NOT_DONE,
	};
	const struct cc_extent extent =
	    cc_extent_of(figure->follow, fact, part);
	bool between = !part && figure->follow->order.of[fact->index].kind ==
				    CC_ORDERED_BETWEEN;
	bar->reach = cc_reach_of(figure, &extent.span);
	bar->look = looks[cc_fact_state(fact)];
	bar->point = bar->thin = false;
	if (between) {
		shape_between(figure, fact, bar);
	} else if (extent.span.interval) {
		shape_start(figure, &extent, bar);
		shape_end(figure, &extent, bar);
		bar->reach.to_right = false;
	} else {
		shape_moment(figure, &extent.span, bar);
	}
	if (!bar->point)
		widen_bar(figure, bar);
}

struct cc_box
cc_bar_certain(const struct cc_bar *bar)
{
	double left = bar->reach.latest_start;
	double right = bar->end == CC_BAR_TO_OPEN ? bar->reach.latest_end
	                                          : bar->reach.earliest_end;
	if (right < left)
		return (struct cc_box){
		    (left + right) / 2, bar->y, 0, bar->height};
	return (struct cc_box){left, bar->y, right - left, bar->height};
}

static cc_colour
pale_end(const struct cc_figure *figure, const struct cc_bar *bar)
{
	return cc_colour_mix(
	    bar->fill, bar->ground, cc_theme_look(figure->theme, CC_LOOK_PALE));
}

static cc_colour
faded_end(const struct cc_bar *bar)
{
	return cc_colour_mix(bar->fill, bar->ground, 0.12);
}

bool
cc_bar_fades(const struct cc_bar *bar)
{
	return bar->start == CC_BAR_FROM_FADE ||
	       bar->start == CC_BAR_FROM_STUB || bar->end == CC_BAR_TO_FADE ||
	       bar->end == CC_BAR_TO_STUB;
}

cc_colour
cc_bar_ink(const struct cc_figure *figure, const struct cc_bar *bar)
{
	double whole = bar->reach.latest_end - bar->reach.earliest_start;
	double certain = cc_bar_certain(bar).width;
	cc_colour end = cc_bar_fades(bar) ? faded_end(bar) : pale_end(figure, bar);
	if (bar->look != CC_BAR_SOLID)
		return cc_ink(figure, CC_COLOUR_INK);
	if (bar->end == CC_BAR_TO_OPEN)
		return cc_ink_on(figure, end, end);
	if (certain > whole - 0.1)
		return cc_ink_on(figure, bar->fill, bar->fill);
	return cc_ink_on(
	    figure, end, cc_bar_fades(bar) || certain > 0 ? bar->fill : end);
}

static void
draw_pale(struct cc_figure *figure, const struct cc_bar *bar, double left,
    double right, enum cc_legend entry, bool rising)
{
	bool fade = entry == CC_LEGEND_FADE || entry == CC_LEGEND_STUB;
	if (right - left < 0.05)
		return;
	cc_figure_legend(figure, entry);
	/* The rest is ink alone. */
	if (figure->fore->muted)
		return;
	struct cc_box box = {left, bar->y, right - left, bar->height};
	bool hatched = cc_theme_look(figure->theme, CC_LOOK_HATCHED_ENDS) > 0 &&
	               figure->size->patterns;
	if (fade) {
		cc_colour far = faded_end(bar);
		cc_draw_fade(figure, figure->fore, box,
		    rising ? far : bar->fill, rising ? bar->fill : far);
		return;
	}
	cc_paint_rect(figure->fore, CC_ROLE_BAR, box, 0,
	    cc_brush(hatched ? bar->ground : pale_end(figure, bar)));
	if (hatched)
		cc_draw_hatch(figure, figure->fore, box,
		    cc_ink(figure, CC_COLOUR_INK), 0.4 * figure->u);
}

bool
cc_bar_is_pale(const struct cc_figure *figure, cc_colour fill)
{
	return cc_colour_contrast(fill, cc_ink(figure, CC_COLOUR_PAGE)) < 3;
}

cc_colour
cc_bar_edge(const struct cc_figure *figure, cc_colour fill)
{
	return cc_colour_mix(fill, cc_ink(figure, CC_COLOUR_INK), 0.85);
}

/* No stroke where the bar has no edge. */
static void
outline_bar(struct cc_figure *figure, const struct cc_bar *bar)
{
	double left = bar->reach.earliest_start;
	double right = bar->reach.latest_end;
	double pen = figure->size->stroke[CC_STROKE_AXIS] * 0.85;
	double h = pen / 2;
	struct cc_paint paint = cc_pen(cc_bar_edge(figure, bar->fill), pen);
	double top = bar->y + h, bottom = bar->y + bar->height - h;
	struct cc_point points[] = {{right, top}, {left + h, top},
	    {left + h, bottom}, {right, bottom}};
	bool open = bar->end == CC_BAR_TO_OPEN || bar->end == CC_BAR_TO_ARROW;
	if (bar->start == CC_BAR_FROM_EDGE && !open) {
		cc_paint_rect(figure->fore, CC_ROLE_BAR,
		    (struct cc_box){left + h, top,
			fmax(0.1, right - left - pen), bottom - top},
		    0, paint);
		return;
	}
	if (bar->start == CC_BAR_FROM_EDGE) {
		cc_paint_polyline(
		    figure->fore, CC_ROLE_BAR, points, 4, false, paint);
		return;
	}
	for (int side = 0; side < 2; side++)
		cc_paint_line(figure->fore, CC_ROLE_BAR,
		    (struct cc_point){left, side ? bottom : top},
		    (struct cc_point){right, side ? bottom : top}, paint);
	if (!open)
		cc_paint_line(figure->fore, CC_ROLE_BAR,
		    (struct cc_point){right - h, top},
		    (struct cc_point){right - h, bottom}, paint);
}

/* What did not happen is never filled; what was not done is struck through. */
static void
draw_hollow(struct cc_figure *figure, const struct cc_bar *bar)
{
	double pen = figure->size->stroke[CC_STROKE_AXIS];
	double left = bar->reach.earliest_start;
	struct cc_box box = {left + pen / 2, bar->y + pen / 2,
	    fmax(bar->reach.latest_end - left - pen, pen), bar->height - pen};
	struct cc_paint paint = cc_pen(cc_bar_edge(figure, bar->fill), pen);
	paint.fill = bar->ground;
	if (bar->look != CC_BAR_NOT_DONE) {
		paint.dash[0] = 3 * pen;
		paint.dash[1] = 2 * pen;
	}
	cc_paint_rect(figure->fore, CC_ROLE_BAR, box, 0, paint);
	switch (bar->look) {
	case CC_BAR_SOLID:
		return;
	case CC_BAR_PLANNED:
		cc_figure_legend(figure, CC_LEGEND_PLANNED_BAR);
		return;
	case CC_BAR_UNDATED:
		cc_figure_legend(figure, CC_LEGEND_UNDATED);
		cc_paint_line(figure->fore, CC_ROLE_BAR,
		    (struct cc_point){box.x, bar->y},
		    (struct cc_point){box.x, bar->y + bar->height},
		    cc_pen(paint.stroke, 2 * pen));
		return;
	case CC_BAR_NOT_DONE:
		break;
	}
	cc_figure_legend(figure, CC_LEGEND_NOT_DONE_BAR);
	double slash = fmin(box.width, box.height);
	cc_paint_line(figure->fore, CC_ROLE_BAR,
	    (struct cc_point){box.x, box.y + slash},
	    (struct cc_point){box.x + slash, box.y},
	    cc_pen(paint.stroke, pen));
}

/* Outside the plot, before its first day. */
static void
draw_point(struct cc_figure *figure, const struct cc_bar *bar)
{
	double left = bar->reach.earliest_start;
	double half = fmin(bar->height / 2, 0.5 * figure->u);
	double middle = bar->y + bar->height / 2;
	struct cc_point points[] = {{left, middle - half},
	    {left - 0.5 * figure->u, middle}, {left, middle + half}};
	cc_paint_polyline(
	    figure->fore, CC_ROLE_BAR, points, 3, true, cc_brush(bar->fill));
	cc_figure_legend(figure, CC_LEGEND_BEFORE);
}

/* A sign in the hue on its whisker. */
static void
draw_moment(struct cc_figure *figure, const struct cc_bar *bar)
{
	double r = fmin(0.5 * figure->u, bar->height / 2);
	double y = bar->y + bar->height / 2;
	cc_draw_whisker(
	    figure, bar->reach, y, cc_ink(figure, CC_COLOUR_INK), r);
	switch (bar->look) {
	case CC_BAR_SOLID:
	case CC_BAR_UNDATED:
		cc_draw_sign(figure, CC_SIGN_DOT, bar->reach.middle, y,
		    1.3 * r, bar->fill);
		return;
	case CC_BAR_PLANNED:
		cc_draw_sign(figure, CC_SIGN_DASHED, bar->reach.middle, y, r,
		    bar->fill);
		cc_figure_legend(figure, CC_LEGEND_PLANNED);
		return;
	case CC_BAR_NOT_DONE:
		cc_draw_sign(figure, CC_SIGN_SLASHED, bar->reach.middle, y, r,
		    bar->fill);
		cc_figure_legend(figure, CC_LEGEND_NOT_DONE);
		return;
	}
}

static enum cc_legend
start_entry(const struct cc_bar *bar)
{
	switch (bar->start) {
	case CC_BAR_FROM_FADE:
		return CC_LEGEND_FADE;
	case CC_BAR_FROM_STUB:
		return CC_LEGEND_STUB;
	case CC_BAR_FROM_EDGE:
	case CC_BAR_FROM_POINT:
		break;
	}
	return CC_LEGEND_PALE;
}

static enum cc_legend
end_entry(const struct cc_bar *bar)
{
	switch (bar->end) {
	case CC_BAR_TO_FADE:
		return CC_LEGEND_FADE;
	case CC_BAR_TO_STUB:
		return CC_LEGEND_STUB;
	case CC_BAR_TO_OPEN:
		return CC_LEGEND_OPEN;
	case CC_BAR_TO_EDGE:
	case CC_BAR_TO_ARROW:
		break;
	}
	return CC_LEGEND_PALE;
}

static void
fill_bar(struct cc_figure *figure, const struct cc_bar *bar)
{
	const struct cc_reach *r = &bar->reach;
	double from = r->latest_start, to = r->earliest_end;
	/* No day of it is certain: pale all over. */
	if (to < from)
		from = to = (from + to) / 2;
	cc_paint_rect(figure->fore, CC_ROLE_BAR,
	    (struct cc_box){r->earliest_start, bar->y,
		r->latest_end - r->earliest_start, bar->height},
	    0, cc_brush(bar->ground));
	draw_pale(
	    figure, bar, r->earliest_start, from, start_entry(bar), true);
	if (to > from)
		cc_paint_rect(figure->fore, CC_ROLE_BAR,
		    (struct cc_box){from, bar->y, to - from, bar->height}, 0,
		    cc_brush(bar->fill));
	draw_pale(figure, bar, to, r->latest_end, end_entry(bar), false);
}

void
cc_draw_bar(struct cc_figure *figure, const struct cc_bar *bar)
{
	if (bar->point) {
		draw_moment(figure, bar);
		return;
	}
	if (bar->look != CC_BAR_SOLID) {
		draw_hollow(figure, bar);
		if (bar->look == CC_BAR_UNDATED &&
		    bar->end == CC_BAR_TO_ARROW)
			cc_draw_arrow(figure,
			    bar->reach.latest_end + 0.45 * figure->u,
			    bar->y + bar->height / 2,
			    cc_bar_edge(figure, bar->fill));
		return;
	}
	fill_bar(figure, bar);
	if ((bar->outline || bar->thin) && !cc_bar_fades(bar) && !figure->fore->muted)
		outline_bar(figure, bar);
	if (bar->start == CC_BAR_FROM_POINT)
		draw_point(figure, bar);
	if (bar->end == CC_BAR_TO_ARROW) {
		cc_draw_arrow(figure, bar->reach.latest_end + 0.45 * figure->u,
		    bar->y + bar->height / 2,
		    cc_colour_mix(
			bar->fill, cc_ink(figure, CC_COLOUR_INK), 0.7));
		cc_figure_legend(figure, CC_LEGEND_ONGOING);
	}
}

double
cc_pill_width(const struct cc_figure *figure, const char *text)
{
	return cc_width(figure, text, CC_TYPE_NAME, true) + 1.05 * figure->u;
}

double
cc_pill_height(const struct cc_figure *figure)
{
	return cc_type_size(figure, CC_TYPE_NAME) * 1.5;
}

void
cc_draw_pill(struct cc_figure *figure, double x, double y, const char *text,
    const struct cc_swatch *swatch)
{
	double w = cc_pill_width(figure, text), h = cc_pill_height(figure);
	cc_colour ink = cc_ink(figure, CC_COLOUR_INK);
	struct cc_paint paint = {.fill = swatch->fill,
	    .stroke = swatch->dashed ? swatch->outline : ink,
	    .width = figure->size->stroke[CC_STROKE_AXIS]};
	if (swatch->dashed)
		paint.dash[0] = paint.dash[1] = 2 * paint.width;
	cc_paint_rect(figure->fore, CC_ROLE_MARK,
	    (struct cc_box){x - w / 2, y - h / 2, w, h}, h / 2, paint);
	cc_write_in(figure, CC_TYPE_NAME, true, swatch->text, CC_ANCHOR_MIDDLE,
	    x, cc_centre(figure, CC_TYPE_NAME, y), text);
}

void
cc_draw_bracket(struct cc_figure *figure, double left, double right, double y,
    const char *text)
{
	struct cc_paint pen = cc_pen(cc_ink(figure, CC_COLOUR_BRACKET),
	    figure->size->stroke[CC_STROKE_AXIS]);
	double tick = 0.35 * figure->u, gap = 0.45 * figure->u;
	double words = cc_width(figure, text, CC_TYPE_BODY, false);
	double middle = (left + right) / 2;
	double arm = (right - left - words) / 2 - gap;
	double h = pen.width / 2;
	left += h;
	right -= h;
	if (arm < 0.15 * figure->u) {
		/* Words wider than the bracket: it closes, they go. */
		cc_paint_polyline(figure->fore, CC_ROLE_BRACKET,
		    (struct cc_point[]){{left, y - tick}, {left, y}, {right, y},
			{right, y - tick}},
		    4, false, pen);
		return;
	}
	cc_paint_polyline(figure->fore, CC_ROLE_BRACKET,
	    (struct cc_point[]){{left, y - tick}, {left, y}, {left + arm, y}},
	    3, false, pen);
	cc_paint_polyline(figure->fore, CC_ROLE_BRACKET,
	    (struct cc_point[]){
		{right - arm, y}, {right, y}, {right, y - tick}},
	    3, false, pen);
	cc_write(figure, CC_TYPE_BODY, false, CC_COLOUR_MID, CC_ANCHOR_MIDDLE,
	    middle, cc_centre(figure, CC_TYPE_BODY, y), text);
}

cc_colour
cc_ground_at(const struct cc_figure *figure, double x)
{
	const struct cc_scene *ground = figure->ground;
	for (size_t i = ground->count; i-- > 0;) {
		const struct cc_item *item = &ground->items[i];
		if (item->op == CC_OP_RECT && item->role == CC_ROLE_BAND &&
		    x > item->rect.box.x && x < cc_box_right(item->rect.box))
			return item->paint.fill;
	}
	return cc_ink(figure, CC_COLOUR_PAGE);
}
