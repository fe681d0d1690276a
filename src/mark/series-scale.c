/* The value axis of a row of curves: its ends and its ticks. */
#include "mark/series.h"

#include <math.h>

/* 1, 2 or 5 times a power of ten, at least x. */
static double
nice_above(double x)
{
	if (x <= 0)
		return 1;
	double p = pow(10, floor(log10(x)));
	static const double steps[] = {1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10};
	for (size_t i = 0; i < G_N_ELEMENTS(steps); i++)
		if (steps[i] * p >= x * 0.9999)
			return steps[i] * p;
	return 10 * p;
}

static void
add_guide(struct plot *plot, double number)
{
	plot->guides[plot->guide_count++] = (struct guide){.number = number};
}

/* Every decade of three has a tick; of more as many as there is room for. */
static int
decade_step(const struct plot *plot)
{
	int decades = (int)(floor(plot->high + 1e-9) - ceil(plot->low - 1e-9));
	return decades <= 3 ? 1 : (decades + 2) / 3;
}

#define TICKS_APART 0.6 /* the first and the last, of the axis at least */

/* Whether there are two ticks, as far apart as to have a number each. */
static bool
has_log_ticks(const struct plot *plot)
{
	double first = ceil(plot->low - 1e-9), last = floor(plot->high + 1e-9);
	int step = decade_step(plot);
	double apart = floor((last - first) / step) * step;
	return apart >= fmax(1, TICKS_APART * (plot->high - plot->low)) ||
	       (last - first >= 1 && first - plot->low < 1e-9 &&
		   plot->high - last < 1e-9);
}

/* On to the decade that is nearer, the upper one of two. */
static void
reach_decade(struct plot *plot)
{
	double down = plot->low - floor(plot->low + 1e-9);
	double up = ceil(plot->high - 1e-9) - plot->high;
	bool at_low = down < 1e-9, at_high = up < 1e-9;
	if (!at_low && (at_high || down < up - 1e-6))
		plot->low = floor(plot->low);
	else
		plot->high = at_high ? plot->high + 1 : ceil(plot->high);
}

/* From a little below the least value to a little above the most, ticks at
 * whole decades: a scale that ended at decades itself would press a curve of
 * one decade flat. */
static void
scale_log(struct plot *plot, double least, double most)
{
	double low = log10(least), high = log10(most);
	double air = fmax(0.04 * (high - low), 0.02);
	plot->low = low - air;
	plot->high = high + air;
	while (!has_log_ticks(plot))
		reach_decade(plot);
	int first = (int)ceil(plot->low - 1e-9);
	int step = decade_step(plot);
	for (int d = first; d <= plot->high + 1e-9 &&
			    plot->guide_count < GUIDES_MAX;
	     d += step)
		add_guide(plot, pow(10, d));
}

/* Grades of a scale that has but a few are its ticks: there is no 0 of it. */
static bool
scale_levels(struct plot *plot)
{
	const struct cc_term *term = plot->curves[0].source->term;
	if (!plot->step || !term || isnan(term->least) || isnan(term->most) ||
	    term->most - term->least >= GUIDES_MAX)
		return false;
	plot->low = term->least;
	plot->high = term->most;
	for (double g = plot->low; g <= plot->high; g++)
		add_guide(plot, g);
	return true;
}

static void
scale_linear(struct plot *plot, double least, double most)
{
	double base = least >= 0 && least < 0.55 * most ? 0 : least;
	if (base > 0) {
		double span = fmax(most - least, fabs(most) * 0.05);
		double step = nice_above(span / 2);
		base = floor(least / step) * step;
		plot->low = base;
		plot->high = ceil(most / step - 1e-9) * step;
		if (plot->high <= plot->low)
			plot->high = plot->low + step;
		for (double g = plot->low;
		     g <= plot->high + step / 2 && plot->guide_count < 4;
		     g += step)
			add_guide(plot, g);
		return;
	}
	if (least < 0) {
		double reach = nice_above(fmax(fabs(least), fabs(most)));
		plot->low = -reach;
		plot->high = reach;
		add_guide(plot, -reach);
		add_guide(plot, 0);
		add_guide(plot, reach);
		return;
	}
	plot->low = 0;
	plot->high = nice_above(most);
	add_guide(plot, 0);
	add_guide(plot, plot->high / 2);
	add_guide(plot, plot->high);
}

/* Of what the value axis has to show; false where that is nothing. */
static bool
find_extent(const struct plot *plot, double *least, double *most)
{
	*least = INFINITY;
	*most = -INFINITY;
	for (size_t c = 0; c < plot->curve_count; c++) {
		const struct curve *curve = &plot->curves[c];
		*least =
		    fmin(*least, plot->log ? curve->least_above : curve->least);
		if (!plot->log || curve->most > 0)
			*most = fmax(*most, curve->most);
		for (size_t r = 0; r < curve->source->range_count; r++) {
			const struct cc_range *range = &curve->source->range[r];
			bool log_bad =
			    plot->log && (range->low <= 0 || range->high <= 0);
			if (log_bad)
				continue;
			*least = fmin(*least, fmin(range->low, range->high));
			/* Far above the values a limit would press them flat:
			 * the axis ends below it. */
			double above =
			    isnan(range->high) ? range->low : range->high;
			if (above < 1.5 * *most || plot->log)
				*most = fmax(*most, above);
		}
	}
	return isfinite(*least);
}

void
cc_series_scale(struct cc_figure *figure, struct plot *plot)
{
	double least, most;
	bool found = find_extent(plot, &least, &most);
	if (!found && plot->log) {
		/* Nothing is above zero. */
		plot->log = false;
		found = find_extent(plot, &least, &most);
	}
	if (!found) {
		least = 0;
		most = 1;
	}
	if (plot->log)
		scale_log(plot, least, most);
	else if (!scale_levels(plot))
		scale_linear(plot, least, most);
	plot->greatest = fmax(most, plot->guides[plot->guide_count - 1].number);
	for (size_t i = 0; i < plot->guide_count; i++)
		plot->guides[i].text = cc_number_beside(
		    figure->words, plot->guides[i].number, plot->greatest, 6);
}
