/* The value axis of a row of curves: its ends and its ticks. */
#include "mark/series.h"

#include "base/number.h"

#include <math.h>
#include <string.h>

struct extent {
	double least, most;
	bool whole; /* all values are whole numbers, and a few apart */
	/* No value can lie beyond: of a share 0 and 100; else without end. */
	double floor, ceiling;
};

static void
add_guide(struct scale *scale, double number)
{
	scale->guides[scale->guide_count++] = (struct guide){.number = number};
}

/* Every decade of three has a tick; of more as many as there is room for. */
static int
decade_step(const struct scale *scale)
{
	int decades =
	    (int)(floor(scale->high + 1e-9) - ceil(scale->low - 1e-9));
	return decades <= 3 ? 1 : (decades + 2) / 3;
}

#define TICKS_APART 0.6 /* the first and the last, of the axis at least */

/* Whether there are two ticks, as far apart as to have a number each. */
static bool
has_log_ticks(const struct scale *scale)
{
	double first = ceil(scale->low - 1e-9),
	       last = floor(scale->high + 1e-9);
	int step = decade_step(scale);
	double apart = floor((last - first) / step) * step;
	return apart >= fmax(1, TICKS_APART * (scale->high - scale->low)) ||
	       (last - first >= 1 && first - scale->low < 1e-9 &&
		   scale->high - last < 1e-9);
}

/* On to the decade that is nearer, the upper one of two. */
static void
reach_decade(struct scale *scale)
{
	double down = scale->low - floor(scale->low + 1e-9);
	double up = ceil(scale->high - 1e-9) - scale->high;
	bool at_low = down < 1e-9, at_high = up < 1e-9;
	if (!at_low && (at_high || down < up - 1e-6))
		scale->low = floor(scale->low);
	else
		scale->high = at_high ? scale->high + 1 : ceil(scale->high);
}

/* From a little below the least value to a little above the most, ticks at
 * whole decades: a scale that ended at decades itself would press a curve of
 * one decade flat. */
static void
scale_log(struct scale *scale, double least, double most)
{
	double low = log10(least), high = log10(most);
	double air = fmax(0.04 * (high - low), 0.02);
	scale->low = low - air;
	scale->high = high + air;
	while (!has_log_ticks(scale))
		reach_decade(scale);
	int first = (int)ceil(scale->low - 1e-9);
	int step = decade_step(scale);
	for (int d = first;
	     d <= scale->high + 1e-9 && scale->guide_count < GUIDES_MAX;
	     d += step)
		add_guide(scale, pow(10, d));
}

/* Grades of a scale that has but a few are its ticks: there is no 0 of it. */
static bool
scale_levels(struct scale *scale, const struct curve *curve)
{
	const struct cc_term *term = curve->source->term;
	if (!curve->step || !term || isnan(term->least) || isnan(term->most) ||
	    term->most - term->least >= GUIDES_MAX)
		return false;
	scale->low = term->least;
	scale->high = term->most;
	for (double g = scale->low; g <= scale->high; g++)
		add_guide(scale, g);
	return true;
}

/* Above this share of the highest value the lowest needs no zero below it. */
#define ZERO_SHARE 0.5
/* A tick may be missing above the highest value, by this share of a step. */
#define TICK_SHORT 0.34
#define STEPS_LEAST 2
#define STEPS_MOST 3

/* Steps between ticks, times a power of ten, and how readily they are taken. */
static const struct {
	double step, ease;
} tick_steps[] = {{1, 1}, {1.5, 0.9}, {2, 1}, {2.5, 0.95}, {3, 0.9}, {4, 0.97},
    {5, 1}, {6, 0.85}, {8, 0.79}};

struct ticks {
	double first, step;
	int count; /* of steps */
	double worth;
};

/* What the axis would be with one step; how much of it the values fill. There
 * is no tick that no value can reach. */
static struct ticks
try_step(double step, double ease, const struct extent *all)
{
	double least = all->least, most = all->most;
	bool zero = least >= 0 && least < ZERO_SHARE * most;
	struct ticks ticks = {.step = step};
	/* As are most steps, wherever the first tick is. */
	if (most - (zero ? 0 : least) > (STEPS_MOST + 1 + TICK_SHORT) * step)
		return ticks;
	ticks.first = zero ? 0 : floor(least / step + 1e-9) * step;
	double reach = (most - ticks.first) / step;
	ticks.count = (int)ceil(reach - TICK_SHORT);
	if (ticks.first + ticks.count * step > all->ceiling * (1 + 1e-9))
		ticks.count--;
	if (ticks.count < STEPS_LEAST || ticks.count > STEPS_MOST)
		return ticks;
	ticks.worth = ease * (most - (zero ? 0 : least)) /
	              (fmax(ticks.count, reach) * step);
	return ticks;
}

/* There is no 7.5 of a score. Of round steps the one whose axis the values fill
 * best, of two alike the one with more ticks. */
static struct ticks
find_ticks(const struct extent *all)
{
	double least = all->least, most = all->most;
	struct ticks best = {.first = least, .step = most - least, .count = 1};
	double p = pow(10, floor(log10(most - least)) - 1);
	for (int decade = 0; decade < 2; decade++, p *= 10)
		for (size_t i = 0; i < G_N_ELEMENTS(tick_steps); i++) {
			double step = tick_steps[i].step * p;
			struct ticks ticks =
			    try_step(step, tick_steps[i].ease, all);
			if (all->whole && step != floor(step))
				continue;
			if (ticks.worth > best.worth + 1e-9)
				best = ticks;
		}
	return best;
}

/* Of whole numbers so far apart there are ticks at whole ones. */
#define WHOLE_LEAST 4

#define FLAT_SHARE 0.05 /* of a value, where all are the same */

/* Values that hardly differ are apart by that in the middle, or at the end of
 * what can be. */
static void
spread_flat(struct extent *all)
{
	double middle = (all->least + all->most) / 2;
	double half = fmax(FLAT_SHARE * fabs(middle), 1e-9) / 2;
	double high = fmin(middle + half, all->ceiling);
	double low = fmax(high - 2 * half, all->floor);

	if (all->most - all->least >= FLAT_SHARE * fabs(all->most))
		return;
	all->least = fmin(all->least, low);
	all->most = fmax(all->most, fmin(low + 2 * half, all->ceiling));
}

static void
scale_linear(struct scale *scale, struct extent all)
{
	spread_flat(&all);
	if (all.least == 0 && all.most == 0)
		all.most = 1;
	all.whole = all.whole && all.most - all.least >= WHOLE_LEAST;
	struct ticks ticks = find_ticks(&all);
	for (int i = 0; i <= ticks.count; i++)
		add_guide(scale, ticks.first + i * ticks.step);
	scale->low = ticks.first;
	scale->high = fmax(ticks.first + ticks.count * ticks.step, all.most);
}

/* ---- the right axis: on the lines of the left one ---- */

/* Where the left ticks lie on their axis, in steps from the first one. */
struct rungs {
	double below, above; /* the ends of the axis */
	size_t count;
};

/* The same of values on the right, which may make the axis longer. */
struct climb {
	double first, step, above;
	double worth;
};

/* On a log scale of logarithms. */
static double
guide_at(const struct scale *scale, size_t guide)
{
	double number = scale->guides[guide].number;
	return scale->log ? log10(number) : number;
}

static struct rungs
rungs_of(const struct scale *left)
{
	if (left->guide_count < 2)
		return (struct rungs){0, 1, left->guide_count};
	double first = guide_at(left, 0);
	double step = guide_at(left, 1) - first;
	return (struct rungs){(first - left->low) / step,
	    (left->high - first) / step, left->guide_count};
}

/* The axis grows by this share at most, so that a round step holds. */
#define GROWTH_MOST 1.25

/* How well both sides fill the axis if the right one has such a step. */
static struct climb
try_climb(const struct rungs *rungs, double step, double ease,
    const struct extent *all, bool from_zero)
{
	struct climb climb = {.step = step,
	    .first = from_zero ? 0 : floor(all->least / step + 1e-9) * step};
	double need = (all->most - climb.first) / step;
	climb.above = fmax(need, rungs->above);
	if (need <= GROWTH_MOST * rungs->above)
		climb.worth = ease * (need + rungs->above) / climb.above;
	return climb;
}

static void
set_right(struct scale *right, struct scale *left, const struct rungs *rungs,
    const struct climb *climb)
{
	right->low = climb->first - rungs->below * climb->step;
	right->high = climb->first + climb->above * climb->step;
	for (size_t i = 0; i < rungs->count; i++) {
		double v = climb->first + (double)i * climb->step;
		add_guide(right, right->log ? pow(10, v) : v);
	}
	left->high = left->low + (left->high - left->low) *
	                             (rungs->below + climb->above) /
	                             (rungs->below + rungs->above);
}

static void
scale_right(struct scale *right, struct scale *left, const struct extent *shown)
{
	const struct rungs rungs = rungs_of(left);
	struct extent all = *shown;
	struct climb best = {0};
	if (right->log)
		all = (struct extent){
		    .least = log10(all.least), .most = log10(all.most)};
	bool zero =
	    !right->log && all.least >= 0 && all.least < ZERO_SHARE * all.most;
	double span = fmax(all.most - (zero ? 0 : all.least),
	    fmax(fabs(all.most), 1e-9) * FLAT_SHARE);
	/* Ticks of a log scale are whole decades. */
	double p = right->log ? 1 : pow(10, floor(log10(span)) - 1);
	for (; best.worth == 0; p *= 10)
		for (size_t i = 0; i < G_N_ELEMENTS(tick_steps); i++) {
			double step = tick_steps[i].step * p;
			struct climb climb = try_climb(
			    &rungs, step, tick_steps[i].ease, &all, zero);
			if (climb.worth > best.worth &&
			    (!right->log || step == floor(step)))
				best = climb;
		}
	set_right(right, left, &rungs, &best);
}

#define AREA_SHARE 0.5 /* of the height, that the highest dose has */

/* A dose has no ticks but nothing and its most, which is at half the height. */
static void
scale_area(struct scale *scale, double most)
{
	scale->low = 0;
	scale->high = most / AREA_SHARE;
	scale->guide_count = 0;
	add_guide(scale, 0);
	add_guide(scale, most);
}

/* ---- both ---- */

/* Far above the values a limit would press them flat: the axis ends below
 * it. */
#define LIMIT_FAR 1.5

static void
take_range(struct extent *extent, const struct cc_range *range, bool log)
{
	if (log && (range->low <= 0 || range->high <= 0))
		return;
	extent->least = fmin(extent->least, fmin(range->low, range->high));
	double above = isnan(range->high) ? range->low : range->high;
	if (above < LIMIT_FAR * extent->most || log)
		extent->most = fmax(extent->most, above);
}

static bool
is_whole(const struct curve *curve)
{
	for (size_t i = 0; i < cc_curve_shown(curve); i++)
		if (curve->samples[i].number != floor(curve->samples[i].number))
			return false;
	return true;
}

/* Of several curves the widest. */
static void
take_bounds(struct extent *extent, const struct cc_term *term)
{
	bool low = term && !isnan(term->least);
	bool high = term && !isnan(term->most);

	extent->floor = fmin(extent->floor, low ? term->least : -INFINITY);
	extent->ceiling = fmax(extent->ceiling, high ? term->most : INFINITY);
}

/* Of what a value axis has to show; false where that is nothing. */
static bool
find_extent(
    const struct plot *plot, enum side side, bool log, struct extent *extent)
{
	*extent =
	    (struct extent){INFINITY, -INFINITY, true, INFINITY, -INFINITY};
	for (size_t c = 0; c < plot->curve_count; c++) {
		const struct curve *curve = &plot->curves[c];
		if (curve->side != side)
			continue;
		extent->least = fmin(
		    extent->least, log ? curve->least_above : curve->least);
		if (!log || curve->most > 0)
			extent->most = fmax(extent->most, curve->most);
		extent->whole = extent->whole && is_whole(curve);
		take_bounds(extent, curve->source->term);
		for (size_t r = 0; r < curve->source->range_count; r++)
			take_range(extent, &curve->source->range[r], log);
	}
	return isfinite(extent->least);
}

static const struct curve *
first_on(const struct plot *plot, enum side side)
{
	for (size_t c = 0; c < plot->curve_count; c++)
		if (plot->curves[c].side == side)
			return &plot->curves[c];
	return NULL;
}

static double
highest_dose(const struct plot *plot)
{
	double most = 0;
	for (size_t c = 0; c < plot->curve_count; c++)
		if (plot->curves[c].source->area)
			most = fmax(most, plot->curves[c].source->area->most);
	return most;
}

static void
scale_side(struct plot *plot, enum side side, const struct curve *first)
{
	struct scale *scale = &plot->scales[side];
	struct extent all;
	scale->log = first->source->scale == CC_SCALE_LOG;
	bool found = find_extent(plot, side, scale->log, &all);
	if (!found && scale->log) {
		/* Nothing is above zero. */
		scale->log = false;
		found = find_extent(plot, side, false, &all);
	}
	if (!found)
		all = (struct extent){
		    .most = 1, .floor = -INFINITY, .ceiling = INFINITY};
	if (side == SIDE_RIGHT)
		scale_right(scale, &plot->scales[SIDE_LEFT], &all);
	else if (scale->log)
		scale_log(scale, all.least, all.most);
	else if (!scale_levels(scale, first))
		scale_linear(scale, all);
	scale->greatest =
	    fmax(all.most, scale->guides[scale->guide_count - 1].number);
}

#define DECIMALS_MOST 6

/* As many as the tick needs that has most of them: 1.0 beside 1.2. Those of
 * decades have their own. */
static int
least_decimals(const struct cc_figure *figure, const struct scale *scale)
{
	int least = 0;
	for (size_t i = 0; i < scale->guide_count && !scale->log; i++) {
		if (scale->guides[i].number == floor(scale->guides[i].number))
			continue;
		const char *number = cc_number_decimal(
		    figure->arena, scale->guides[i].number, DECIMALS_MOST);
		const char *point = strchr(number, '.');
		least = MAX(least, point ? (int)strlen(point + 1) : 0);
	}
	return least;
}

static void
write_scale(struct cc_figure *figure, struct scale *scale)
{
	int least = least_decimals(figure, scale);
	for (size_t i = 0; i < scale->guide_count; i++)
		scale->guides[i].text =
		    cc_number_beside(figure->words, scale->guides[i].number,
			scale->greatest, least, DECIMALS_MOST);
}

void
cc_series_scale(struct cc_figure *figure, struct plot *plot)
{
	for (enum side side = SIDE_LEFT; side < SIDES; side++) {
		struct scale *scale = &plot->scales[side];
		const struct curve *first = first_on(plot, side);
		double dose = highest_dose(plot);
		if (first)
			scale_side(plot, side, first);
		else if (dose > 0)
			scale_area(scale, scale->greatest = dose);
		write_scale(figure, scale);
	}
}
