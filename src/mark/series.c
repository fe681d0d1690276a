/* Measured values: one row a test, or a group of tests that share one. */
#include "layout/draw.h"
#include "mark/marks.h"
#include "mark/series.h"

#include <math.h>
#include <string.h>

#define BAR_TICK 0.15 /* to each side of a bar's ends [u] */

cc_colour
cc_series_ink(const struct cc_figure *figure, const struct curve *curve)
{
	return cc_ink(
	    figure, curve->light ? CC_COLOUR_CURVE_RIGHT : CC_COLOUR_CURVE);
}

/* Of a dose the axis has no colour of its own. */
cc_colour
cc_series_right_ink(const struct cc_figure *figure, const struct plot *plot)
{
	for (size_t c = 0; c < plot->curve_count; c++)
		if (plot->curves[c].side == SIDE_RIGHT)
			return cc_ink(figure, CC_COLOUR_NUMBER_RIGHT);
	return cc_ink(figure, CC_COLOUR_MID);
}

/* Curves are what a reader looks at: the first one most. */
static bool
is_first(const struct cc_figure *figure, const struct cc_track *track)
{
	for (guint i = 0; i < figure->tracks->len; i++) {
		const struct cc_track *other = figure->tracks->pdata[i];
		if (other->mark == track->mark)
			return other == track;
	}
	return false;
}

/* Values by number. */
#define MANY 12
#define FEW 6

/* How high an axis is, as far as curves have given way, and on a page of fixed
 * height that has more [u]. */
enum { AXIS_FAIR, AXIS_LESS, AXIS_WELL, AXIS_LOW, AXIS_LAST, AXIS_MOST, AXES };

static const double axis_first[AXES] = {7, 5, 4, 3, 1.8, 9};
static const double axis_other[AXES] = {5, 3.6, 3, 3, 1.8, 7};
/* Fewer values ask for less. */
static const double axis_some[AXES] = {4.5, 3.6, 3, 3, 1.8, 5};
static const double axis_few[AXES] = {4.5, 3.6, 3, 2.4, 1.8, 4.5};
static const double axis_first_few[AXES] = {5, 3.6, 3, 2.4, 1.8, 5};

/* Above and below it, for words and for the signs at its ends [u]. */
#define AROUND 1.6

static const double *
axes_of(bool first, size_t samples)
{
	if (samples > MANY)
		return first ? axis_first : axis_other;
	if (samples > FEW)
		return first ? axis_other : axis_some;
	return first ? axis_first_few : axis_few;
}

static int
axis_given(const struct cc_figure *figure)
{
	static const enum cc_yield yields[] = {[AXIS_LESS] = CC_YIELD_CURVES,
	    [AXIS_WELL] = CC_YIELD_CURVES_TO,
	    [AXIS_LOW] = CC_YIELD_CURVES_LOW,
	    [AXIS_LAST] = CC_YIELD_CURVES_LAST};
	int axis = AXIS_LAST;
	while (axis > AXIS_FAIR && !cc_yielded(figure, yields[axis]))
		axis--;
	return axis;
}

static void
measure(struct cc_figure *figure, struct cc_track *track)
{
	struct plot *plot = track->data;
	cc_series_guides_measure(figure, track, plot);
	cc_series_key_measure(figure, track, plot);
	cc_series_served_measure(figure, track, plot);
	size_t samples = 0;
	for (size_t c = 0; c < plot->curve_count; c++)
		samples += cc_curve_shown(&plot->curves[c]);
	const double *axes = axes_of(is_first(figure, track), samples);
	double u = figure->u;
	double around = AROUND * u + cc_series_served_height(figure, plot);
	track->height = axes[axis_given(figure)] * u + around;
	track->fair = axes[AXIS_FAIR] * u + around;
	track->most = axes[AXIS_MOST] * u + around;
}

static struct cc_paint
curve_pen(const struct cc_figure *figure, const struct curve *c)
{
	struct cc_paint pen = cc_pen(
	    cc_series_ink(figure, c), figure->size->stroke[CC_STROKE_CURVE]);
	pen.round = true;
	return pen;
}

static void
draw_line(struct cc_figure *figure, struct plot *plot, const struct curve *c,
    const struct cc_point *points, size_t count, bool dashed)
{
	struct cc_paint pen = curve_pen(figure, c);
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
	struct cc_point *points =
	    cc_arena_new_room(figure->arena, struct cc_point, 2 * c->count + 2);
	bool dashed = false;
	size_t n = 0;
	for (size_t i = 0; i < c->count; i++) {
		const struct sample *s = &c->samples[i];
		if (!s->joined || s->silence != dashed) {
			draw_line(figure, plot, c, points, n, dashed);
			dashed = s->joined && s->silence;
			n = 0;
			/* The next line begins where that one ends. */
			if (s->joined)
				points[n++] =
				    (struct cc_point){s[-1].x, s[-1].y};
		}
		if (c->step && n > 0)
			points[n++] = (struct cc_point){s->x, s[-1].y};
		points[n++] = (struct cc_point){s->x, s->y};
	}
	draw_line(figure, plot, c, points, n, dashed);
}

/* How long a stem is says how much it was: from a zero that the axis shows, or
 * there is none. */
static void
add_stem(struct plot *plot, const struct curve *c, const struct sample *s,
    struct cc_strokes *stems)
{
	const struct scale *scale = cc_curve_scale(plot, c);
	if (scale->log || !cc_series_on_scale(scale, 0))
		return;
	struct cc_point ends[] = {
	    {s->x, cc_series_y(plot, scale, 0)}, {s->x, s->y}};
	cc_strokes_line(stems, ends[0], ends[1]);
	cc_series_keep_line(plot, ends, 2);
}

/* Of values that no line joins. */
static void
draw_stems(struct cc_figure *figure, struct plot *plot, const struct curve *c)
{
	struct cc_strokes stems = {.arena = figure->arena};
	for (size_t i = 0; i < cc_curve_shown(c); i++) {
		const struct sample *s = &c->samples[i];
		if (s->alone && !s->off && !s->loose && !cc_sample_is_bar(s))
			add_stem(plot, c, s, &stems);
	}
	cc_paint_strokes(figure->fore, CC_ROLE_STEM, &stems,
	    cc_pen(cc_series_ink(figure, c),
		figure->size->stroke[CC_STROKE_CURVE]));
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
whisker_ink(const struct cc_figure *figure, const struct curve *c)
{
	return cc_colour_mix(
	    cc_series_ink(figure, c), cc_ink(figure, CC_COLOUR_PAGE), 0.55);
}

static void
draw_whisker(struct cc_figure *figure, struct plot *plot, const struct curve *c,
    const struct sample *s)
{
	const struct cc_reach *reach = &s->reach;
	if (!has_whisker(s))
		return;
	cc_draw_whisker(
	    figure, *reach, s->y, whisker_ink(figure, c), s->radius);
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
		draw_whisker(figure, plot, c, &c->samples[i]);
}

/* From the one number to the other, with short ends. */
static void
draw_bar(struct cc_figure *figure, struct plot *plot, const struct curve *c,
    const struct sample *s)
{
	const struct scale *scale = cc_curve_scale(plot, c);
	struct cc_paint pen = curve_pen(figure, c);
	double half = BAR_TICK * figure->u;
	double y[] = {cc_series_y(plot, scale, s->shown->ends[0]),
	    cc_series_y(plot, scale, s->shown->ends[1])};
	struct cc_point line[] = {{s->x, y[0]}, {s->x, y[1]}};
	struct cc_strokes strokes = {.arena = figure->arena};
	cc_strokes_add(&strokes, line, 2);
	cc_series_keep_line(plot, line, 2);
	for (size_t i = 0; i < G_N_ELEMENTS(y); i++)
		cc_strokes_line(&strokes, (struct cc_point){s->x - half, y[i]},
		    (struct cc_point){s->x + half, y[i]});
	cc_paint_strokes(figure->fore, CC_ROLE_CURVE, &strokes, pen);
}

static void
draw_sample(struct cc_figure *figure, struct plot *plot, const struct curve *c,
    size_t i)
{
	const struct sample *s = &c->samples[i];
	enum cc_sign sign = c->sign;
	if (s->value->limit == CC_LIMIT_BELOW)
		sign = CC_SIGN_OPEN_DOWN;
	else if (s->value->limit == CC_LIMIT_ABOVE)
		sign = CC_SIGN_OPEN_UP;
	else if (s->off)
		sign = CC_SIGN_CROSS;
	if (cc_sample_is_bar(s))
		draw_bar(figure, plot, c, s);
	if (s->radius > 0 && !cc_sample_is_bar(s))
		cc_draw_sign(figure, sign, s->x, s->y, s->radius,
		    cc_series_ink(figure, c));
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
draw_samples(struct cc_figure *figure, struct plot *plot, const struct curve *c)
{
	for (size_t i = 0; i < cc_curve_shown(c); i++)
		ask_legend(figure, plot, &c->samples[i]);
	/* The rest is ink alone. */
	if (figure->fore->muted)
		return;
	draw_stems(figure, plot, c);
	for (int over = 0; over < 2; over++)
		for (size_t i = 0; i < cc_curve_shown(c); i++)
			if (stands_out(c, i) == (over == 1))
				draw_sample(figure, plot, c, i);
}

/* The names that the left column has. */
static void
ask_words(struct cc_figure *figure, const struct plot *plot)
{
	if (plot->brief)
		cc_figure_abbreviation(figure, CC_IN_TEST, NULL, plot->brief);
	else
		cc_figure_word_of(figure, CC_IN_TEST, plot->curves[0].fact);
	for (size_t c = 1; c < plot->curve_count; c++) {
		const struct curve *curve = &plot->curves[c];
		if (curve->brief)
			cc_figure_abbreviation(
			    figure, CC_IN_TEST, NULL, curve->brief);
		else if (curve->name)
			cc_figure_word_of(figure, CC_IN_TEST, curve->fact);
	}
}

/* What its tooltip calls a curve: with the compartment. */
static const char *
called(struct cc_figure *figure, const struct cc_track *track,
    const struct curve *c)
{
	const char *name = c->name ? c->name : track->name;
	if (!figure->tips)
		return name;
	if (!c->name)
		name = cc_words_join(
		    figure->words, CC_MSG_CLAUSE_SEPARATOR, name, c->part);
	if (c->side == SIDE_LEFT)
		return name;
	return cc_words_join(figure->words, CC_MSG_CLAUSE_SEPARATOR, name,
	    cc_say(figure->words, CC_MSG_RIGHT_AXIS));
}

static void
draw_fact(struct cc_figure *figure, const struct cc_track *track,
    struct plot *plot, struct curve *c)
{
	size_t first = figure->fore->count;
	cc_open_curve(figure, c->source, called(figure, track, c));
	/* Numbers of panels in the curve bear the doubt of those. */
	for (size_t i = 0; i < c->count; i++)
		cc_expect_signs(figure, c->samples[i].reading->owner);
	draw_whiskers(figure, plot, c);
	draw_curve(figure, plot, c);
	draw_samples(figure, plot, c);
	cc_paint_end(figure->fore);
	c->end = figure->fore->count > first ? figure->fore->count - 1 : 0;
}

/* The row's first curve lies over the others. */
static void
draw(struct cc_figure *figure, struct cc_track *track)
{
	struct plot *plot = track->data;
	cc_series_clear(figure, track, plot);
	ask_words(figure, plot);
	cc_series_areas_draw(figure, plot);
	/* The dashes of a threshold lie over the line of a tick at its number.
	 */
	cc_series_guides_draw(figure, track, plot);
	cc_series_ranges_draw(figure, plot);
	cc_series_key_draw(figure, track, plot);
	for (size_t c = plot->curve_count; c-- > 0;)
		draw_fact(figure, track, plot, &plot->curves[c]);
	cc_series_label_ends(figure, plot);
	cc_series_thresholds_name(figure, plot, true);
	cc_series_label_turns(figure, plot);
	cc_series_thresholds_name(figure, plot, false);
	cc_series_label_silence(figure, plot);
	cc_series_served_draw(figure, track, plot);
}

const struct cc_mark cc_mark_series = {
    .name = "series",
    .by_code = true,
    .zone = CC_ZONE_PLOT,
    .fills_column = true,
    .yields = {CC_YIELD_CURVES, CC_YIELD_CURVES_TO, CC_YIELD_CURVES_LOW,
	CC_YIELD_CURVES_LAST},
    .collect = cc_series_collect,
    .measure = measure,
    .place = cc_series_place,
    .draw = draw,
};
