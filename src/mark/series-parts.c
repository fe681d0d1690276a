/* Compartments of a group of tests: the key in the left column. */
#include "layout/draw.h"
#include "mark/series.h"

double
cc_series_parts_width(struct cc_figure *figure, const struct plot *plot)
{
	double width = 0;
	for (size_t c = 0; c < plot->curve_count; c++)
		if (plot->curves[c].part)
			width += 1.6 * figure->u + cc_width(figure,
						       plot->curves[c].part,
						       CC_TYPE_BODY, false);
	return width;
}

void
cc_series_parts_draw(
    struct cc_figure *figure, struct cc_track *track, const struct plot *plot)
{
	double x = figure->page.x;
	double y = track->sub_baseline;
	double r = 0.36 * figure->u;
	for (size_t c = 0; c < plot->curve_count; c++) {
		const char *part = plot->curves[c].part;
		if (!part)
			continue;
		cc_draw_sign(figure, c % 2 ? CC_SIGN_OPEN_DOT : CC_SIGN_DOT,
		    x + r, y - 0.3 * figure->u, 1.2 * r,
		    cc_ink(figure, CC_COLOUR_CURVE));
		double w = cc_write(figure, CC_TYPE_BODY, false, CC_COLOUR_MID,
		    CC_ANCHOR_START, x + 2.6 * r, y, part);
		x += 2.6 * r + w + 0.7 * figure->u;
	}
	/* Where the unit would say it, were there no compartments. */
	const char *log = cc_say(figure->words, CC_MSG_LOG_SCALE);
	double ticks = figure->plot.x - track->tick_width - 0.9 * figure->u;
	if (plot->log && x + cc_width(figure, log, CC_TYPE_BODY, false) < ticks)
		cc_write(figure, CC_TYPE_BODY, false, CC_COLOUR_MID,
		    CC_ANCHOR_START, x, y, log);
}
