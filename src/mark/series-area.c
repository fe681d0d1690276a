/* The dose of a treatment as an area under the curves of a row. */
#include "layout/bar.h"
#include "mark/series.h"

#include <math.h>

#define AREA_TINT 0.42  /* share of the hue in an area */
#define UNSURE_TINT 0.2 /* where the dose changed, began or ended somewhere */
#define EDGE_TINT 0.15  /* of the outline, where the hue is the page's own */
#define SEEN_LEAST 1.2  /* contrast of a hue that is seen on the page */

const char *
cc_series_area_name(struct cc_figure *figure, const struct cc_dose_area *area)
{
	if (area->drug)
		return cc_name(figure->words, CC_IN_TREATMENT, NULL,
		    area->drug->code, CC_NAME_FULL);
	return cc_fact_name(figure->words, area->fact, CC_NAME_FULL);
}

struct cc_area_look
cc_series_area_look(
    const struct cc_figure *figure, const struct cc_dose_area *area)
{
	struct cc_swatch swatch = cc_theme_term(figure->theme, area->term);
	cc_colour page = cc_ink(figure, CC_COLOUR_PAGE);
	/* Of a white hue the edge alone would be seen. */
	bool seen =
	    cc_theme_contrast(figure->theme, swatch.fill) >= SEEN_LEAST;
	cc_colour hue = seen ? swatch.fill : swatch.outline;
	double tint = seen ? AREA_TINT : EDGE_TINT;
	return (struct cc_area_look){
	    .fill = cc_colour_mix(hue, page, tint),
	    .unsure = cc_colour_mix(hue, page, tint * UNSURE_TINT / AREA_TINT),
	    .edge = cc_theme_is_pale(figure->theme, hue) ? swatch.outline : hue,
	};
}

/* On the ground: the grid runs over it. */
static void
draw_piece(struct cc_figure *figure, const struct plot *plot,
    const struct cc_dose_piece *piece, struct cc_area_look look)
{
	const struct scale *scale = &plot->scales[SIDE_RIGHT];
	double left = figure->plot.x, right = cc_box_right(figure->plot);
	struct cc_point top[] = {{cc_axis_x(&figure->axis, piece->from),
				     cc_series_y(plot, scale, piece->first)},
	    {cc_axis_x(&figure->axis, piece->to),
		cc_series_y(plot, scale, piece->last)}};
	double floor = cc_series_y(plot, scale, 0);
	struct cc_point all[] = {
	    {top[0].x, floor}, top[0], top[1], {top[1].x, floor}};
	if (top[1].x <= left || top[0].x >= right || top[1].x <= top[0].x)
		return;
	cc_paint_polyline(figure->ground, CC_ROLE_FILL, all, 4, true,
	    cc_brush(piece->sure ? look.fill : look.unsure));
	if (piece->sure)
		cc_paint_line(figure->ground, CC_ROLE_FILL, top[0], top[1],
		    cc_pen(
			look.edge, figure->size->stroke[CC_STROKE_HAIRLINE]));
}

void
cc_series_areas_draw(struct cc_figure *figure, const struct plot *plot)
{
	for (size_t c = 0; c < plot->curve_count; c++) {
		const struct cc_dose_area *area = plot->curves[c].source->area;
		if (!area || area->count == 0)
			continue;
		cc_figure_abbreviation_of(figure, CC_IN_TREATMENT, area->fact);
		if (figure->ground->muted)
			continue;
		struct cc_area_look look = cc_series_area_look(figure, area);
		for (size_t i = 0; i < area->count; i++)
			draw_piece(figure, plot, &area->piece[i], look);
	}
}

bool
cc_series_area_within(const struct cc_figure *figure, const struct plot *plot,
    double left, double right)
{
	for (size_t c = 0; c < plot->curve_count; c++) {
		const struct cc_dose_area *area = plot->curves[c].source->area;
		for (size_t i = 0; area && i < area->count; i++)
			if (cc_axis_x(&figure->axis, area->piece[i].from) <
				right &&
			    cc_axis_x(&figure->axis, area->piece[i].to) > left)
				return true;
	}
	return false;
}
