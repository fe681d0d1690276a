/* Where the values of a row stand, what joins them and their signs. */
#include "mark/series.h"

#include <math.h>

/* Radii of signs: of values that a line joins, of those of a dense curve, of
 * one that no line joins [u]. */
#define DOT 0.31
#define DOT_SMALL 0.21
#define ALONE 0.4

/* Above the highest value and below the lowest, for their words: as much at
 * most [u], and as a share of the curve's height. */
#define HEADROOM_MOST 0.6
#define HEADROOM_SHARE 0.3
#define STEEP 0.35 /* a line under which words have room */
#define FOOT 0.25  /* of what a log scale has no place for, below it [u] */

double
cc_series_y(const struct plot *plot, const struct scale *scale, double number)
{
	double v = number;
	if (scale->log)
		v = number > 0 ? log10(number) : scale->low;
	double part = (v - scale->low) / (scale->high - scale->low);
	part = CLAMP(part, 0, 1);
	return plot->bottom - part * (plot->bottom - plot->top);
}

/* A gap that long is none of those that the test was done at: this many times
 * the longer one beside it, and this share of the axis. */
#define UNUSUAL 5
#define SILENCE 6

/* The longer of the gaps beside the one before a value; 0: there is none. */
static double
gap_beside(const struct curve *curve, size_t i)
{
	const struct sample *s = &curve->samples[i];
	double before = i > 1 ? s[-1].x - s[-2].x : 0;
	double after = i + 1 < curve->count ? s[1].x - s->x : 0;
	return MAX(before, after);
}

/* Values of one series are one curve, however visits grow apart; a line across
 * a long silence is dashed. There is none between two values alone, which say
 * nothing of what was between, across time that is cut out, and from where the
 * scale has no place. Where others have no date they may have been then. */
static void
join_samples(const struct cc_figure *figure, struct curve *curve)
{
	for (size_t i = 1; i < curve->count; i++) {
		struct sample *s = &curve->samples[i];
		double gap = s->x - s[-1].x, beside = 0;
		s->silence =
		    !s->off && !s[-1].off && SILENCE * gap > figure->plot.width;
		if (s->silence) {
			beside = gap_beside(curve, i);
			s->silence = gap > UNUSUAL * beside;
		}
		s->joined =
		    !s->off && !s[-1].off && !cc_sample_is_bar(s) &&
		    !cc_sample_is_bar(s - 1) &&
		    !(s->silence && (beside == 0 || curve->loose > 0)) &&
		    !cc_axis_is_cut(&figure->axis, s[-1].x, s->x);
	}
	for (size_t i = 0; i < cc_curve_shown(curve); i++) {
		struct sample *s = &curve->samples[i];
		s->alone =
		    !s->joined && (i + 1 >= curve->count || !s[1].joined);
	}
}

/* Two compartments of one day stand side by side, not on each other; the
 * first named keeps to the right, where its words go. */
static void
part_twins(struct cc_figure *figure, struct plot *plot)
{
	if (plot->curve_count < 2)
		return;
	struct curve *a = &plot->curves[0], *b = &plot->curves[1];
	double apart = 0.42 * figure->u;
	for (size_t i = 0; i < a->count; i++) {
		for (size_t j = 0; j < b->count; j++) {
			struct sample *s = &a->samples[i];
			struct sample *t = &b->samples[j];
			if (!s->alone || !t->alone || s->x != t->x)
				continue;
			s->x += apart;
			t->x -= apart;
		}
	}
}

/* More than a tenth of a curve's values are nearer to each other [unit]. */
static bool
is_dense(const struct curve *c, double gap)
{
	size_t nearer = 0;
	for (size_t i = 1; i < c->count; i++)
		nearer += c->samples[i].x - c->samples[i - 1].x < gap;
	return c->count > 1 && nearer > (c->count - 1) / 10;
}

/* Signs on signs hide the line between them: they are as large as leaves it to
 * be seen; 0: the line alone tells of the values [unit]. */
static double
dot_radius(const struct cc_figure *figure, const struct curve *c)
{
	if (is_dense(c, 0.3 * figure->u))
		return 0;
	return (is_dense(c, 0.7 * figure->u) ? DOT_SMALL : DOT) * figure->u;
}

/* One that stands apart in a dense curve is seen as itself. */
static bool
stands_apart(const struct cc_figure *figure, const struct curve *c, size_t i)
{
	double least = 0.75 * figure->u;
	const struct sample *s = &c->samples[i];
	return (i == 0 || s->x - s[-1].x >= least) &&
	       (i + 1 >= c->count || s[1].x - s->x >= least);
}

/* Of a value's sign; `dot`: of most of its curve. */
static double
sign_radius(
    const struct cc_figure *figure, const struct curve *c, size_t i, double dot)
{
	const struct sample *s = &c->samples[i];
	if (s->alone)
		return ALONE * figure->u;
	if (s->value->limit != CC_LIMIT_NONE || s->off)
		return MAX(1.4 * dot, DOT * figure->u);
	return dot == 0 && stands_apart(figure, c, i) ? DOT_SMALL * figure->u
	                                              : dot;
}

static void
give_signs(const struct cc_figure *figure, struct curve *c)
{
	double dot = dot_radius(figure, c);
	for (size_t i = 0; i < cc_curve_shown(c); i++)
		c->samples[i].radius = sign_radius(figure, c, i, dot);
}

/* In the order of time, and so from left to right: two that are not as sure as
 * each other may change places where the axis is cut. */
static void
place_samples(const struct cc_figure *figure, const struct plot *plot,
    struct curve *curve)
{
	double last = -INFINITY;
	for (size_t i = 0; i < cc_curve_shown(curve); i++) {
		struct sample *sample = &curve->samples[i];
		if (sample->loose) {
			sample->reach =
			    cc_ordered_reach(figure, sample->reading->place);
			sample->x = sample->reach.middle;
		} else {
			sample->reach =
			    cc_reach_of(figure, &sample->reading->span);
			sample->x = last = MAX(sample->reach.middle, last);
		}
		sample->labelled = false;
		sample->off =
		    cc_curve_scale(plot, curve)->log && sample->number <= 0;
	}
}

/* The highest of all values that lines join; NULL: none. */
static const struct sample *
find_peak(const struct plot *plot)
{
	const struct sample *high = NULL;
	for (size_t c = 0; c < plot->curve_count; c++)
		for (size_t i = 0; i < plot->curves[c].count; i++) {
			const struct sample *s = &plot->curves[c].samples[i];
			if (!s->alone && (!high || s->y < high->y))
				high = s;
		}
	return high;
}

/* The lowest of all between higher ones, with its curve; NULL: none. */
static const struct sample *
find_valley(const struct plot *plot, const struct curve **of)
{
	const struct sample *low = NULL;
	for (size_t c = 0; c < plot->curve_count; c++) {
		const struct curve *curve = &plot->curves[c];
		for (size_t i = 1; i + 1 < curve->count; i++) {
			const struct sample *s = &curve->samples[i];
			if (s->alone || s->y <= curve->samples[0].y ||
			    s->y <= curve->samples[curve->count - 1].y ||
			    (low && s->y <= low->y))
				continue;
			low = s;
			*of = curve;
		}
	}
	return low;
}

/* Of words over or under a value [unit]. */
static double
clearance(const struct cc_figure *figure, const struct sample *sample)
{
	return sample->radius + 0.2 * figure->u;
}

/* Of words under a valley: they may stand aside where the next sign is not
 * near, all the higher under a steep line. */
static double
valley_clearance(const struct cc_figure *figure, const struct scale *scale,
    const struct sample *valley)
{
	const char *text =
	    cc_value_beside(figure->words, valley->shown, scale->greatest);
	double width = cc_width(figure, text, CC_TYPE_NAME, true);
	double full = clearance(figure, valley), least = full;
	for (int side = -1; side <= 1; side += 2) {
		const struct sample *next = valley + side;
		double across = fabs(next->x - valley->x);
		bool steep = valley->y - next->y >= STEEP * across;
		double share = steep ? 0.15 : valley->radius > 0 ? 0.5 : 0.9;
		if (across >= width + 2 * valley->radius)
			least = MIN(least, share * full);
	}
	return least;
}

/* The highest value gets room for words above it and the lowest below it, as
 * far as that takes little of the curve. */
static void
make_room(const struct cc_figure *figure, const struct cc_track *track,
    struct plot *plot)
{
	double floor = cc_series_floor(figure, track, plot);
	const struct sample *peak = find_peak(plot);
	const struct curve *curve = NULL;
	const struct sample *valley = find_valley(plot, &curve);
	double top = plot->top, bottom = plot->bottom, height = bottom - top;
	double most = MIN(HEADROOM_MOST * figure->u, HEADROOM_SHARE * height);
	double high = peak ? peak->y : top;
	double low = valley ? valley->y : bottom;
	double high_to = high, low_to = low;
	if (peak)
		high_to = MAX(
		    high, cc_row_rule(figure, track) +
			      cc_series_room(figure, clearance(figure, peak)));
	if (valley)
		low_to = MIN(
		    low, floor - cc_series_room(figure,
				     valley_clearance(figure,
					 cc_curve_scale(plot, curve), valley)));
	if ((high_to == high && low_to == low) || low_to <= high_to)
		return;
	double scale = (low_to - high_to) / (low - high);
	plot->top = MIN(high_to - scale * (high - top), top + most);
	plot->bottom = MAX(low_to + scale * (bottom - low), bottom - most);
}

/* As high as the axes are now. */
static void
raise_samples(const struct cc_figure *figure, struct plot *plot)
{
	for (size_t c = 0; c < plot->curve_count; c++) {
		struct curve *curve = &plot->curves[c];
		const struct scale *scale = cc_curve_scale(plot, curve);
		for (size_t i = 0; i < cc_curve_shown(curve); i++) {
			struct sample *sample = &curve->samples[i];
			sample->y = cc_series_y(plot, scale, sample->number) +
			            (sample->off ? FOOT * figure->u : 0);
		}
	}
}

void
cc_series_place(struct cc_figure *figure, struct cc_track *track)
{
	struct plot *plot = track->data;
	plot->top = track->box.y + 0.5 * figure->u;
	plot->bottom = cc_box_bottom(track->box) - 0.45 * figure->u -
	               cc_series_served_height(figure, plot);
	for (size_t c = 0; c < plot->curve_count; c++) {
		struct curve *curve = &plot->curves[c];
		place_samples(figure, plot, curve);
		join_samples(figure, curve);
	}
	/* How high they stand is asked by their ink alone. */
	if (figure->fore->muted)
		return;
	for (size_t c = 0; c < plot->curve_count; c++)
		give_signs(figure, &plot->curves[c]);
	raise_samples(figure, plot);
	make_room(figure, track, plot);
	raise_samples(figure, plot);
	part_twins(figure, plot);
}
