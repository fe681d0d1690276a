/* What stands behind the curves of a row and beside its plot: ranges,
 * thresholds, the ticks of its axes. */
#include "layout/draw.h"
#include "mark/series.h"

#include <math.h>
#include <string.h>

#define TICK_AIR 0.35     /* between the axis and words beside a tick [u] */
#define NUMBER_GAP 0.4    /* from the plot to the numbers beside it [u] */
#define DIGITS_APART 0.85 /* baselines of two numbers, in their size */

bool
cc_series_on_scale(const struct scale *scale, double number)
{
	double v = scale->log ? log10(number) : number;
	double slack = 1e-9 * (scale->high - scale->low);
	return v >= scale->low - slack && v <= scale->high + slack;
}

/* ---- ticks ---- */

/* Digits have no descenders, the comma of thousands has one [unit]. */
static double
depth_of(const struct cc_figure *figure, const struct guide *guide)
{
	return strchr(guide->text, ',')
	           ? DEEP * cc_type_size(figure, CC_TYPE_BODY)
	           : 0;
}

/* How far the first and the last number are moved from their lines, down and
 * up, where those are closer than digits are high: a scale has two [unit]. */
static double
spread_of(const struct cc_figure *figure, const struct plot *plot,
    const struct scale *scale)
{
	if (scale->guide_count < 2)
		return 0;
	const struct guide *top = &scale->guides[scale->guide_count - 1];
	double apart = cc_series_y(plot, scale, scale->guides[0].number) -
	               cc_series_y(plot, scale, top->number);
	return fmax(0, DIGITS_APART * cc_type_size(figure, CC_TYPE_BODY) +
			   depth_of(figure, top) - apart) /
	       2;
}

static void
write_guide(struct cc_figure *figure, struct plot *plot, enum side side,
    const struct guide *guide, double y)
{
	double high = cc_type_size(figure, CC_TYPE_BODY);
	double left = figure->plot.x, right = cc_box_right(figure->plot);
	double gap = NUMBER_GAP * figure->u;
	bool at_left = side == SIDE_LEFT;
	cc_write_measured(figure, CC_TYPE_BODY, false,
	    at_left ? cc_ink(figure, CC_COLOUR_MID)
		    : cc_series_right_ink(figure, plot),
	    at_left ? CC_ANCHOR_END : CC_ANCHOR_START,
	    (struct cc_point){at_left ? left - gap : right + gap,
		cc_centre(figure, CC_TYPE_BODY, y)},
	    guide->text, guide->width);
	/* A value right behind a tick would read as one number. */
	double air = TICK_AIR * figure->u, words = gap + guide->width;
	cc_clear_words(&plot->spots.search.clear, CC_HARD,
	    (struct cc_box){at_left ? left - words : right - air, y - high / 2,
		air + words, high});
}

static void
draw_rule(struct cc_figure *figure, double y)
{
	cc_rule(figure, figure->plot.x, cc_box_right(figure->plot), y,
	    cc_pen(cc_ink(figure, CC_COLOUR_HAIRLINE),
		figure->size->stroke[CC_STROKE_HAIRLINE]));
}

/* A line without a number is none that a reader can use: in a low row it would
 * be one more thread beside the curve. The first and the last tick have
 * their numbers, those between where there
 * is room; how many there are. */
static size_t
draw_side(struct cc_figure *figure, struct plot *plot, enum side side)
{
	const struct scale *scale = &plot->scales[side];
	double least = cc_type_size(figure, CC_TYPE_BODY);
	size_t written = 0;
	if (scale->guide_count == 0)
		return 0;
	double spread = spread_of(figure, plot, scale);
	const struct guide *top = &scale->guides[scale->guide_count - 1];
	double highest = cc_series_y(plot, scale, top->number) - spread;
	double last = INFINITY;
	for (const struct guide *guide = scale->guides; guide <= top; guide++) {
		double y = cc_series_y(plot, scale, guide->number);
		bool end = guide == scale->guides || guide == top;
		double deep = depth_of(figure, guide);
		if (!end && (last - y < least + deep ||
				y - highest < least + depth_of(figure, top)))
			continue;
		/* The right axis has the lines of the left one. */
		if (side == SIDE_LEFT)
			draw_rule(figure, y);
		if (guide == scale->guides)
			y += spread;
		else if (guide == top)
			y = highest;
		last = y;
		write_guide(figure, plot, side, guide, y);
		written++;
	}
	return written;
}

void
cc_series_guides_draw(
    struct cc_figure *figure, struct cc_track *track, struct plot *plot)
{
	/* Nothing is asked of them but their ink. */
	if (figure->fore->muted)
		return;
	cc_paint_group(figure->fore, (struct cc_group){.kind = CC_GROUP_AXIS});
	track->curve = (struct cc_curve_use){track->name,
	    (plot->bottom - plot->top) / figure->u,
	    draw_side(figure, plot, SIDE_LEFT)};
	draw_side(figure, plot, SIDE_RIGHT);
	cc_paint_end(figure->fore);
}

/* ---- ranges ---- */

/* One number that a value lies above or below. */
struct threshold {
	const struct cc_range *range;
	const struct curve *curve;
	double number;
	bool below; /* what lies below it is as it should be */
};

/* A range of the row's first curve is a band where it has two ends. Those of
 * the others, which may be on another axis, are two lines. */
static bool
is_band(const struct plot *plot, const struct threshold *at)
{
	return at->curve == plot->curves && !isnan(at->range->low) &&
	       !isnan(at->range->high);
}

/* Compartments of a group have the range of the first. */
static size_t
ranged_curves(const struct plot *plot)
{
	return plot->shared ? plot->curve_count : MIN(plot->curve_count, 1);
}

static void
draw_band(struct cc_figure *figure, const struct plot *plot,
    const struct threshold *at, double left, double right)
{
	const struct scale *scale = cc_curve_scale(plot, at->curve);
	double top = cc_series_y(plot, scale, at->range->high);
	double bottom = cc_series_y(plot, scale, at->range->low);
	if (bottom - top < 0.01)
		return;
	cc_paint_rect(figure->ground, CC_ROLE_FILL,
	    (struct cc_box){left, top, right - left, bottom - top}, 0,
	    cc_brush(cc_ink(figure, CC_COLOUR_RANGE)));
	cc_figure_legend(figure, CC_LEGEND_RANGE);
}

static cc_colour
threshold_ink(const struct cc_figure *figure, const struct curve *curve)
{
	return curve->light ? cc_ink(figure, CC_COLOUR_CURVE_RIGHT)
	                    : cc_ink(figure, CC_COLOUR_THRESHOLD);
}

/* With the hairlines, which keep clear of words. */
static void
draw_line(struct cc_figure *figure, const struct plot *plot,
    const struct threshold *at, double left, double right)
{
	const struct scale *scale = cc_curve_scale(plot, at->curve);
	struct cc_paint pen = cc_pen(threshold_ink(figure, at->curve),
	    figure->size->stroke[CC_STROKE_HAIRLINE] * 1.2);
	pen.dash[0] = 4 * pen.width;
	pen.dash[1] = 3 * pen.width;
	if (cc_series_on_scale(scale, at->number))
		cc_rule(figure, left, right,
		    cc_series_y(plot, scale, at->number), pen);
}

/* Calls `draw` for each limit of a row, of a band once. */
typedef void each_limit(
    struct cc_figure *figure, struct plot *plot, const struct threshold *at);

static void
for_limits(struct cc_figure *figure, struct plot *plot, each_limit *draw)
{
	for (size_t c = 0; c < ranged_curves(plot); c++) {
		const struct cc_curve *source = plot->curves[c].source;
		for (size_t i = 0; i < source->range_count; i++) {
			const struct cc_range *range = &source->range[i];
			struct threshold at = {
			    range, &plot->curves[c], range->high, true};
			if (!isnan(range->high))
				draw(figure, plot, &at);
			if (is_band(plot, &at))
				continue;
			at.number = range->low;
			at.below = false;
			if (!isnan(range->low))
				draw(figure, plot, &at);
		}
	}
}

static void
draw_limit(
    struct cc_figure *figure, struct plot *plot, const struct threshold *at)
{
	double left = figure->plot.x, right = cc_box_right(figure->plot);
	if (at->range->when.span.dated) {
		struct cc_reach reach =
		    cc_reach_of(figure, &at->range->when.span);
		left = reach.earliest_start;
		right = reach.latest_end;
	}
	if (is_band(plot, at))
		draw_band(figure, plot, at, left, right);
	else
		draw_line(figure, plot, at, left, right);
}

void
cc_series_ranges_draw(struct cc_figure *figure, struct plot *plot)
{
	for_limits(figure, plot, draw_limit);
}

/* ---- thresholds in words ---- */

/* With its sign it is no value of the curve. */
static const char *
limit_text(const struct cc_figure *figure, const struct threshold *at)
{
	return cc_arena_printf(figure->arena, "%s%s", at->below ? "≤" : "≥",
	    cc_number_text(figure->words, at->number, 6));
}

static const char *
limit_name(const struct cc_figure *figure, const struct threshold *at)
{
	return cc_text_in(figure->words, &at->range->labels);
}

/* One that holds to the end of the plot has its number beside that, where no
 * axis has its own. */
static bool
has_margin(const struct cc_figure *figure, const struct plot *plot,
    const struct threshold *at)
{
	const struct cc_span *span = &at->range->when.span;
	const struct scale *right = &plot->scales[SIDE_RIGHT];
	return right->guide_count == 0 &&
	       (!span->dated || cc_reach_of(figure, span).latest_end >=
				    cc_box_right(figure->plot) - 0.5);
}

static bool
is_named(const struct cc_figure *figure, const struct plot *plot,
    const struct threshold *at)
{
	return is_band(plot, at) || limit_name(figure, at) != NULL ||
	       !cc_series_on_scale(cc_curve_scale(plot, at->curve), at->number);
}

static void
measure_margin(
    struct cc_figure *figure, struct plot *plot, const struct threshold *at)
{
	if (!is_named(figure, plot, at) && has_margin(figure, plot, at))
		plot->margin =
		    fmax(plot->margin, cc_width(figure, limit_text(figure, at),
					   CC_TYPE_BODY, false));
}

void
cc_series_guides_measure(
    struct cc_figure *figure, struct cc_track *track, struct plot *plot)
{
	double width[SIDES] = {0};
	for (enum side side = SIDE_LEFT; side < SIDES; side++)
		for (size_t i = 0; i < plot->scales[side].guide_count; i++) {
			struct guide *guide = &plot->scales[side].guides[i];
			guide->width =
			    cc_width(figure, guide->text, CC_TYPE_BODY, false);
			width[side] = fmax(width[side], guide->width);
		}
	plot->margin = width[SIDE_RIGHT];
	for_limits(figure, plot, measure_margin);
	track->tick_width = width[SIDE_LEFT];
	track->right_width =
	    plot->margin > 0 ? plot->margin + NUMBER_GAP * figure->u : 0;
}

/* Beside the plot, unless another number is there, or the arrow of a value that
 * may be of a later day. */
static bool
write_margin(struct cc_figure *figure, struct plot *plot,
    const struct threshold *at, double y)
{
	double size = cc_type_size(figure, CC_TYPE_BODY);
	double x = cc_box_right(figure->plot) + NUMBER_GAP * figure->u;
	const char *text = limit_text(figure, at);
	const struct cc_box box = {
	    x, y - size / 2, cc_width(figure, text, CC_TYPE_BODY, false), size};
	if (!has_margin(figure, plot, at) ||
	    fabs(y - plot->margin_y) < DIGITS_APART * size ||
	    !cc_search_free(&plot->spots.search, box))
		return false;
	plot->margin_y = y;
	cc_write(figure, CC_TYPE_BODY, false, CC_COLOUR_MID, CC_ANCHOR_START, x,
	    cc_centre(figure, CC_TYPE_BODY, y), text);
	return true;
}

static void
write_limit_name(
    struct cc_figure *figure, struct plot *plot, const struct threshold *at)
{
	const struct scale *scale = cc_curve_scale(plot, at->curve);
	const char *name = limit_name(figure, at);
	if (name && !is_band(plot, at) && cc_series_on_scale(scale, at->number))
		cc_series_label_threshold(
		    figure, plot, cc_series_y(plot, scale, at->number), name);
}

static void
write_limit_number(
    struct cc_figure *figure, struct plot *plot, const struct threshold *at)
{
	if (is_named(figure, plot, at))
		return;
	double y =
	    cc_series_y(plot, cc_curve_scale(plot, at->curve), at->number);
	cc_figure_legend(figure, CC_LEGEND_THRESHOLD);
	if (!figure->fore->muted && !write_margin(figure, plot, at, y))
		cc_series_label_threshold(
		    figure, plot, y, limit_text(figure, at));
}

void
cc_series_thresholds_name(
    struct cc_figure *figure, struct plot *plot, bool named)
{
	plot->margin_y = -INFINITY;
	for_limits(figure, plot, named ? write_limit_name : write_limit_number);
}
