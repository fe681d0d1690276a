/* Measured values: one row a test, or a group of tests that share one. */
#include "layout/draw.h"
#include "mark/marks.h"
#include "mark/series.h"

#include <math.h>
#include <string.h>

#define TICK_AIR 0.35     /* between the axis and words beside a tick [u] */
#define BAR_TICK 0.15     /* to each side of a bar's ends [u] */
#define DIGITS_APART 0.85 /* baselines of two numbers, in their size */

/* What is beyond the axis would stand on its edge, as if it were there. */
static bool
on_scale(const struct plot *plot, double number)
{
	double v = plot->log ? log10(number) : number;
	double slack = 1e-9 * (plot->high - plot->low);
	return v >= plot->low - slack && v <= plot->high + slack;
}

/* Curves are what a reader looks at: the first one most. */
static bool
is_first(const struct cc_figure *figure, const struct cc_track *track)
{
	for (guint i = 0; i < figure->tracks->len; i++) {
		const struct cc_track *other = figure->tracks->pdata[i];
		if (other->mark == track->mark && !other->dropped)
			return other == track;
	}
	return false;
}

/* Of a row where there is room [u]. */
static double
fair_height(bool first, size_t samples)
{
	if (samples > 12)
		return first ? 7 : 5;
	return samples > 4 && first ? 5 : 3.4;
}

static void
measure(struct cc_figure *figure, struct cc_track *track)
{
	struct plot *plot = track->data;
	track->tick_width = 0;
	for (size_t i = 0; i < plot->guide_count; i++) {
		struct guide *guide = &plot->guides[i];
		guide->width =
		    cc_width(figure, guide->text, CC_TYPE_BODY, false);
		track->tick_width = fmax(track->tick_width, guide->width);
	}
	const char *unit = plot->unit;
	if (plot->log && unit[0] != '\0')
		unit = cc_arena_join(figure->arena, unit,
		    cc_say(figure->words, CC_MSG_CLAUSE_SEPARATOR),
		    cc_say(figure->words, CC_MSG_LOG_SCALE), NULL);
	else if (plot->log)
		unit = cc_say(figure->words, CC_MSG_LOG_SCALE);
	plot->parts_named =
	    plot->curves[0].part &&
	    cc_series_parts_width(figure, plot) > 0.19 * figure->page.width;
	track->own_sub = 0;
	if ((plot->curve_count > 1 || plot->curves[0].part) &&
	    !plot->parts_named)
		track->own_sub = fmax(1, cc_series_parts_width(figure, plot));
	/* Compartments named at the dots leave the line free. */
	if (plot->curves[0].part)
		unit = plot->log && plot->parts_named
		           ? cc_say(figure->words, CC_MSG_LOG_SCALE)
		           : "";
	track->sub = track->own_sub > 0 || *unit == '\0' ? NULL : unit;
	size_t samples = 0;
	for (size_t c = 0; c < plot->curve_count; c++)
		samples += cc_curve_shown(&plot->curves[c]);
	track->height = (samples > 6 ? 3.0 : 2.4) * figure->u;
	if (cc_series_is_spark(figure))
		track->height = 2.1 * figure->u;
	track->fair =
	    cc_series_is_spark(figure)
		? 0
		: fair_height(is_first(figure, track), samples) * figure->u;
	track->stretch = samples > 6 ? 1 : 0.2;
	if (track->spare == 0)
		track->stretch *= 1.6;
	if (plot->curve_count > 1)
		track->height = fmax(track->height, 3.0 * figure->u);
}

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
spread_of(const struct cc_figure *figure, const struct plot *plot)
{
	double apart =
	    cc_series_y(plot, plot->guides[0].number) -
	    cc_series_y(plot, plot->guides[plot->guide_count - 1].number);
	if (plot->guide_count < 2)
		return 0;
	return fmax(0,
		   DIGITS_APART * cc_type_size(figure, CC_TYPE_BODY) +
		       depth_of(figure, &plot->guides[plot->guide_count - 1]) -
		       apart) /
	       2;
}

static void
write_guide(struct cc_figure *figure, struct plot *plot,
    const struct guide *guide, double y)
{
	double high = cc_type_size(figure, CC_TYPE_BODY);
	cc_write_measured(figure, CC_TYPE_BODY, false,
	    cc_ink(figure, CC_COLOUR_MID), CC_ANCHOR_END,
	    (struct cc_point){figure->plot.x - 0.4 * figure->u,
		cc_centre(figure, CC_TYPE_BODY, y)},
	    guide->text, guide->width);
	/* A value right behind a tick would read as one number. */
	cc_spots_keep_words(
	    &plot->spots, (struct cc_box){figure->plot.x, y - high / 2,
			      TICK_AIR * figure->u, high});
}

/* The first and the last tick have their numbers, those between where there
 * is room. */
static void
draw_guides(struct cc_figure *figure, struct plot *plot)
{
	/* Nothing is asked of them but their ink. */
	if (figure->fore->muted || plot->guide_count == 0)
		return;
	double least = cc_type_size(figure, CC_TYPE_BODY);
	double spread = spread_of(figure, plot);
	const struct guide *top = &plot->guides[plot->guide_count - 1];
	double highest = cc_series_y(plot, top->number) - spread;
	double last = INFINITY;
	for (const struct guide *guide = plot->guides; guide <= top; guide++) {
		double y = cc_series_y(plot, guide->number);
		cc_rule(figure, figure->plot.x, cc_box_right(figure->plot), y,
		    cc_pen(cc_ink(figure, CC_COLOUR_HAIRLINE),
			figure->size->stroke[CC_STROKE_HAIRLINE]));
		bool end = guide == plot->guides || guide == top;
		double deep = depth_of(figure, guide);
		if (!end && (last - y < least + deep ||
				y - highest < least + depth_of(figure, top)))
			continue;
		if (guide == plot->guides)
			y += spread;
		else if (guide == top)
			y = highest;
		last = y;
		write_guide(figure, plot, guide, y);
	}
}

/* False for what has a low and a high end. */
static bool
is_threshold(const struct cc_range *range, double *number)
{
	*number = isnan(range->low) ? range->high : range->low;
	return isnan(range->low) || isnan(range->high);
}

/* With the hairlines, which keep clear of words. */
static void
draw_threshold(struct cc_figure *figure, double y, double left, double right)
{
	struct cc_paint pen = cc_pen(cc_ink(figure, CC_COLOUR_THRESHOLD),
	    figure->size->stroke[CC_STROKE_HAIRLINE] * 1.2);
	pen.dash[0] = 4 * pen.width;
	pen.dash[1] = 3 * pen.width;
	cc_rule(figure, left, right, y, pen);
}

static void
draw_ranges(struct cc_figure *figure, const struct plot *plot)
{
	const struct cc_curve *source = plot->curves[0].source;
	for (size_t i = 0; i < source->range_count; i++) {
		const struct cc_range *range = &source->range[i];
		double left = figure->plot.x;
		double right = cc_box_right(figure->plot);
		double number;
		if (range->when.span.dated) {
			struct cc_reach reach =
			    cc_reach_of(figure, &range->when.span);
			left = reach.earliest_start;
			right = reach.latest_end;
		}
		if (is_threshold(range, &number)) {
			if (on_scale(plot, number))
				draw_threshold(figure,
				    cc_series_y(plot, number), left, right);
			continue;
		}
		double top = cc_series_y(plot, range->high);
		double bottom = cc_series_y(plot, range->low);
		if (bottom - top < 0.01)
			continue;
		cc_paint_rect(figure->ground, CC_ROLE_FILL,
		    (struct cc_box){left, top, right - left, bottom - top}, 0,
		    cc_brush(cc_ink(figure, CC_COLOUR_RANGE)));
		cc_figure_legend(figure, CC_LEGEND_RANGE);
	}
}

static void
name_thresholds(struct cc_figure *figure, struct plot *plot, bool named)
{
	const struct cc_curve *source = plot->curves[0].source;
	for (size_t i = 0; i < source->range_count; i++) {
		const struct cc_range *range = &source->range[i];
		const char *name = cc_text_in(figure->words, &range->labels);
		double number;
		if (named != (name != NULL) || !is_threshold(range, &number) ||
		    !on_scale(plot, number))
			continue;
		if (!named) {
			cc_figure_legend(figure, CC_LEGEND_THRESHOLD);
			/* With its sign it is no value of the curve. */
			name = cc_arena_printf(figure->arena, "%s%s",
			    isnan(range->low) ? "≤" : "≥",
			    cc_number_text(figure->words, number, 6));
		}
		cc_series_label_threshold(
		    figure, plot, cc_series_y(plot, number), name);
	}
}

static struct cc_paint
curve_pen(const struct cc_figure *figure)
{
	struct cc_paint pen = cc_pen(cc_ink(figure, CC_COLOUR_CURVE),
	    figure->size->stroke[CC_STROKE_CURVE]);
	pen.round = true;
	return pen;
}

static void
draw_line(struct cc_figure *figure, struct plot *plot,
    const struct cc_point *points, size_t count, bool dashed)
{
	struct cc_paint pen = curve_pen(figure);
	if (dashed) {
		pen.dash[0] = 3 * pen.width;
		pen.dash[1] = 2.5 * pen.width;
	}
	if (count > 1)
		cc_paint_polyline(
		    figure->fore, CC_ROLE_CURVE, points, count, false, pen);
	cc_series_keep_line(plot, points, count);
}

static void
draw_curve(struct cc_figure *figure, struct plot *plot, const struct curve *c)
{
	/* Nothing is asked of it but its ink. */
	if (figure->fore->muted)
		return;
	struct cc_point *points = cc_arena_new_array(
	    figure->arena, struct cc_point, 2 * c->count + 2);
	bool dashed = false;
	size_t n = 0;
	for (size_t i = 0; i < c->count; i++) {
		const struct sample *s = &c->samples[i];
		if (!s->joined || s->silence != dashed) {
			draw_line(figure, plot, points, n, dashed);
			dashed = s->joined && s->silence;
			n = 0;
			/* The next line begins where that one ends. */
			if (s->joined)
				points[n++] =
				    (struct cc_point){s[-1].x, s[-1].y};
		}
		if (plot->step && n > 0)
			points[n++] = (struct cc_point){s->x, s[-1].y};
		points[n++] = (struct cc_point){s->x, s->y};
	}
	draw_line(figure, plot, points, n, dashed);
}

/* How long a stem is says how much it was: from a zero that the axis shows, or
 * there is none. */
static void
draw_stem(struct cc_figure *figure, struct plot *plot, const struct sample *s)
{
	if (plot->log || !on_scale(plot, 0))
		return;
	struct cc_point ends[] = {{s->x, cc_series_y(plot, 0)}, {s->x, s->y}};
	cc_paint_line(figure->fore, CC_ROLE_STEM, ends[0], ends[1],
	    cc_pen(cc_ink(figure, CC_COLOUR_CURVE),
		figure->size->stroke[CC_STROKE_CURVE]));
	cc_series_keep_line(plot, ends, 2);
}

/* An end or a turn, which a reader looks for and which has a value: it lies
 * over what is between. */
static bool
stands_out(const struct curve *c, size_t i)
{
	if (i == 0 || i + 1 >= c->count || c->samples[i].alone)
		return true;
	double before = c->samples[i - 1].y, after = c->samples[i + 1].y;
	double y = c->samples[i].y;
	return (y < before && y < after) || (y > before && y > after);
}

/* Whether the days that a value may be of are shown. */
static bool
has_whisker(const struct sample *s)
{
	const struct cc_reach *reach = &s->reach;
	return !s->reading->exact &&
	       (reach->from_left || reach->to_right ||
		   reach->latest_end - reach->earliest_start > 0.01);
}

/* An arrow in place of a tick is as long as it is high to each side. */
static void
keep_whisker_end(struct plot *plot, double x, double y, double tick, int dir)
{
	struct cc_point from = {x - dir * tick, y - tick};
	struct cc_point to = {x - dir * tick, y + tick};
	cc_series_keep_line(plot, (struct cc_point[]){from, {x, y}, to}, 3);
}

/* Paler than the curve, below which they lie: many of them, each about as long
 * as from one value to the next, would read as curves of their own. */
static cc_colour
whisker_ink(const struct cc_figure *figure)
{
	return cc_colour_mix(cc_ink(figure, CC_COLOUR_CURVE),
	    cc_ink(figure, CC_COLOUR_PAGE), 0.55);
}

static void
draw_whisker(
    struct cc_figure *figure, struct plot *plot, const struct sample *s)
{
	const struct cc_reach *reach = &s->reach;
	if (!has_whisker(s))
		return;
	cc_draw_whisker(figure, *reach, s->y, whisker_ink(figure), s->radius);
	struct cc_box ink = cc_whisker_box(figure, *reach, s->y, s->radius);
	double half = figure->size->stroke[CC_STROKE_WHISKER] / 2;
	double left = ink.x + half, right = cc_box_right(ink) - half;
	if (ink.width == 0)
		return;
	cc_series_keep_line(
	    plot, (struct cc_point[]){{left, s->y}, {right, s->y}}, 2);
	keep_whisker_end(
	    plot, left, s->y, ink.height / 2, reach->from_left ? -1 : 0);
	keep_whisker_end(
	    plot, right, s->y, ink.height / 2, reach->to_right ? 1 : 0);
}

static void
draw_whiskers(
    struct cc_figure *figure, struct plot *plot, const struct curve *c)
{
	/* Nothing is asked of them but their ink. */
	if (figure->fore->muted)
		return;
	for (size_t i = 0; i < c->count; i++)
		draw_whisker(figure, plot, &c->samples[i]);
}

/* From the one number to the other, with short ends. */
static void
draw_bar(struct cc_figure *figure, struct plot *plot, const struct sample *s)
{
	struct cc_paint pen = curve_pen(figure);
	double half = BAR_TICK * figure->u;
	double y[] = {cc_series_y(plot, s->shown->ends[0]),
	    cc_series_y(plot, s->shown->ends[1])};
	struct cc_point line[] = {{s->x, y[0]}, {s->x, y[1]}};
	cc_paint_line(figure->fore, CC_ROLE_CURVE, line[0], line[1], pen);
	cc_series_keep_line(plot, line, 2);
	for (size_t i = 0; i < G_N_ELEMENTS(y); i++)
		cc_paint_line(figure->fore, CC_ROLE_CURVE,
		    (struct cc_point){s->x - half, y[i]},
		    (struct cc_point){s->x + half, y[i]}, pen);
}

static void
draw_sample(struct cc_figure *figure, struct plot *plot, size_t which, size_t i)
{
	const struct curve *c = &plot->curves[which];
	const struct sample *s = &c->samples[i];
	cc_colour colour = cc_ink(figure, CC_COLOUR_CURVE);
	enum cc_sign sign = which % 2 ? CC_SIGN_OPEN_DOT : CC_SIGN_DOT;
	if (s->value->limit == CC_LIMIT_BELOW)
		sign = CC_SIGN_OPEN_DOWN;
	else if (s->value->limit == CC_LIMIT_ABOVE)
		sign = CC_SIGN_OPEN_UP;
	else if (s->off)
		sign = CC_SIGN_CROSS;
	if (cc_sample_is_bar(s))
		draw_bar(figure, plot, s);
	else if (s->alone && !s->off && !s->loose)
		draw_stem(figure, plot, s);
	if (s->radius > 0 && !cc_sample_is_bar(s))
		cc_draw_sign(figure, sign, s->x, s->y, s->radius, colour);
	/* Words are taken for those of a turn without a sign as well. */
	if (s->radius > 0 || stands_out(c, i))
		cc_series_keep_sign(plot, s->x, s->y, s->radius);
}

/* The signs that no word of the row explains. */
static void
ask_legend(
    struct cc_figure *figure, const struct plot *plot, const struct sample *s)
{
	if (s->value->limit == CC_LIMIT_BELOW)
		cc_figure_legend(figure, CC_LEGEND_BELOW);
	else if (s->value->limit == CC_LIMIT_ABOVE)
		cc_figure_legend(figure, CC_LEGEND_ABOVE);
	else if (s->off)
		cc_figure_legend(figure, CC_LEGEND_OFF_SCALE);
	if (has_whisker(s))
		cc_figure_legend(figure, CC_LEGEND_WHISKER);
	if (s->joined && s->silence && !cc_series_silence_told(figure, plot))
		cc_figure_legend(figure, CC_LEGEND_SILENCE);
}

static void
draw_samples(struct cc_figure *figure, struct plot *plot, size_t which)
{
	const struct curve *c = &plot->curves[which];
	for (size_t i = 0; i < cc_curve_shown(c); i++)
		ask_legend(figure, plot, &c->samples[i]);
	/* The rest is ink alone. */
	if (figure->fore->muted)
		return;
	for (int over = 0; over < 2; over++)
		for (size_t i = 0; i < cc_curve_shown(c); i++)
			if (stands_out(c, i) == (over == 1))
				draw_sample(figure, plot, which, i);
}

static void
draw(struct cc_figure *figure, struct cc_track *track)
{
	struct plot *plot = track->data;
	cc_series_clear(figure, track, plot);
	if (plot->brief)
		cc_figure_abbreviation(figure, CC_IN_TEST, NULL, plot->brief);
	else if (plot->curve_count > 0)
		cc_figure_word_of(figure, CC_IN_TEST, plot->curves[0].fact);
	draw_ranges(figure, plot);
	draw_guides(figure, plot);
	if (track->own_sub > 0)
		cc_series_parts_draw(figure, track, plot);
	for (size_t c = 0; c < plot->curve_count; c++) {
		cc_open_fact(figure, plot->curves[c].fact, track->name);
		draw_whiskers(figure, plot, &plot->curves[c]);
		draw_curve(figure, plot, &plot->curves[c]);
		draw_samples(figure, plot, c);
		cc_paint_end(figure->fore);
	}
	cc_series_label_ends(figure, plot);
	name_thresholds(figure, plot, true);
	cc_series_label_turns(figure, plot);
	name_thresholds(figure, plot, false);
	if (!cc_series_is_spark(figure))
		cc_series_label_silence(figure, plot);
}

const struct cc_mark cc_mark_series = {
    .name = "series",
    .by_code = true,
    .zone = CC_ZONE_PLOT,
    .fills_column = true,
    .collect = cc_series_collect,
    .measure = measure,
    .place = cc_series_place,
    .draw = draw,
};
