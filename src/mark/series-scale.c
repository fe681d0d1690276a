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
	if (ceil(plot->low) + 1 > plot->high) {
		/* Less than two ticks: to the decades after all. */
		plot->low = floor(low + 1e-9);
		plot->high = fmax(ceil(high - 1e-9), plot->low + 1);
	}
	int first = (int)ceil(plot->low - 1e-9);
	int last = (int)floor(plot->high + 1e-9);
	int decades = last - first;
	int step = decades <= 3 ? 1 : (decades + 2) / 3;
	for (int d = first; d <= last && plot->guide_count < GUIDES_MAX;
	     d += step)
		add_guide(plot, pow(10, d));
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
		for (size_t r = 0; r < curve->fact->range_count; r++) {
			const struct cc_range *range = &curve->fact->ranges[r];
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
	else
		scale_linear(plot, least, most);
	plot->greatest = fmax(most, plot->guides[plot->guide_count - 1].number);
	for (size_t i = 0; i < plot->guide_count; i++)
		plot->guides[i].text = cc_number_beside(
		    figure->words, plot->guides[i].number, plot->greatest, 6);
}
