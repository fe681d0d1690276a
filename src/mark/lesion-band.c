/* A lesion whose sizes are known: a bar as thick as it was large. */
#include "mark/lesion.h"

#include <math.h>

/* As high as the numbers on it, which cut it whole [u]. */
#define THICKEST 0.8
/* Of what had nearly gone, and is still to be seen [u]. */
#define THINNEST 0.14

struct edge {
	double x, half; /* of its thickness there [unit] */
};

struct band {
	struct cc_figure *figure;
	const struct cc_bar *bar;
	struct edge *edge; /* by time, one at least */
	size_t count;
};

bool
cc_lesion_is_band(const struct cc_lesion *lesion, const struct cc_bar *bar)
{
	if (!lesion->share || bar->point || bar->thin ||
	    bar->look != CC_BAR_SOLID)
		return false;
	for (size_t i = 0; i < lesion->fact->value_count; i++)
		if (!isnan(lesion->share[i]))
			return true;
	return false;
}

static double
half_of(const struct cc_figure *figure, double share)
{
	return figure->u * fmax(THICKEST * share, THINNEST) / 2;
}

/* What was measured outside of what is shown leads on to its edge. */
static void
find_edges(struct band *band, const struct cc_lesion *lesion)
{
	const struct cc_fact *fact = lesion->fact;
	double outside = 0;
	band->edge = cc_arena_new_array(
	    band->figure->arena, struct edge, fact->value_count + 1);
	for (size_t i = 0; i < fact->value_count; i++) {
		struct cc_reach reach;
		double half = half_of(band->figure, lesion->share[i]);
		if (isnan(lesion->share[i]))
			continue;
		if (!cc_size_reach(
			band->figure, fact, &fact->values[i], &reach)) {
			outside = half;
			continue;
		}
		if (band->count > 0 &&
		    reach.middle < band->edge[band->count - 1].x)
			continue;
		band->edge[band->count++] = (struct edge){reach.middle, half};
	}
	if (band->count == 0)
		band->edge[band->count++] =
		    (struct edge){band->bar->reach.latest_start, outside};
}

/* Before the first size and behind the last nothing is known of another. */
static double
half_at(const struct band *band, double x)
{
	size_t i = 0;
	while (i < band->count && band->edge[i].x < x)
		i++;
	if (i == 0)
		return band->edge[0].half;
	if (i == band->count)
		return band->edge[i - 1].half;
	const struct edge *a = &band->edge[i - 1], *b = &band->edge[i];
	double share = (x - a->x) / (b->x - a->x);
	return a->half + share * (b->half - a->half);
}

/* The bar with another height about the same middle. */
static struct cc_bar
bar_at(const struct band *band, double x)
{
	struct cc_bar part = *band->bar;
	double half = half_at(band, x);
	part.y += part.height / 2 - half;
	part.height = 2 * half;
	return part;
}

static void
draw_certain(const struct band *band, double from, double to)
{
	struct cc_figure *figure = band->figure;
	double middle = band->bar->y + band->bar->height / 2;
	struct edge *side =
	    cc_arena_new_array(figure->arena, struct edge, band->count + 2);
	struct cc_point *points = cc_arena_new_array(
	    figure->arena, struct cc_point, 2 * (band->count + 2));
	size_t count = 0;
	side[count++] = (struct edge){from, half_at(band, from)};
	for (size_t i = 0; i < band->count; i++)
		if (band->edge[i].x > from && band->edge[i].x < to)
			side[count++] = band->edge[i];
	side[count++] = (struct edge){to, half_at(band, to)};
	for (size_t i = 0; i < count; i++) {
		points[i] = (struct cc_point){side[i].x, middle - side[i].half};
		points[2 * count - 1 - i] =
		    (struct cc_point){side[i].x, middle + side[i].half};
	}
	cc_paint_polyline(figure->fore, CC_ROLE_BAR, points, 2 * count, true,
	    cc_brush(band->bar->fill));
}

/* Its points are as high as what they end. */
static void
draw_points(const struct band *band)
{
	const struct cc_reach *reach = &band->bar->reach;
	struct cc_bar start = bar_at(band, reach->earliest_start);
	struct cc_bar end = bar_at(band, reach->latest_end);
	start.end = CC_BAR_TO_EDGE;
	end.start = CC_BAR_FROM_EDGE;
	cc_draw_bar_points(band->figure, &start);
	cc_draw_bar_points(band->figure, &end);
}

/* Where it is not known whether the lesion was there yet, or still, it is as
 * thick as beside that. */
void
cc_lesion_band_draw(struct cc_figure *figure, const struct cc_lesion *lesion,
    const struct cc_bar *bar)
{
	const struct cc_reach *reach = &bar->reach;
	struct band band = {.figure = figure, .bar = bar};
	double from = reach->latest_start, to = reach->earliest_end;
	if (to < from)
		from = to = (from + to) / 2;
	find_edges(&band, lesion);
	struct cc_bar start = bar_at(&band, from), end = bar_at(&band, to);
	cc_draw_bar_unsure(figure, &start, reach->earliest_start, from, true);
	if (to > from)
		draw_certain(&band, from, to);
	cc_draw_bar_unsure(figure, &end, to, reach->latest_end, false);
	draw_points(&band);
	cc_figure_legend(figure, CC_LEGEND_SIZE);
}
