/* "no value reported between", where a curve is silent for long. */
#include "mark/series.h"

/* True where the words were written, their middle at a share of the time
 * between two values; apart from them, of which they are none. */
static bool
write_silence(struct cc_figure *figure, struct plot *plot, double x,
    const char *words, double w, bool soft)
{
	static const double heights[] = {0.5, 0.3, 0.7};
	double u = figure->u;
	for (size_t h = 0; h < G_N_ELEMENTS(heights); h++) {
		double y = plot->top + heights[h] * (plot->bottom - plot->top);
		struct cc_box box = {x - w / 2 - 0.5 * u, y - u / 2, w + u, u};
		if (!cc_spots_free(&plot->spots, box) ||
		    (!soft && cc_spots_on_soft(&plot->spots, box)))
			continue;
		cc_clear_words(&plot->spots.search.clear, CC_HARD, box);
		cc_write(figure, CC_TYPE_BODY, false, CC_COLOUR_MID,
		    CC_ANCHOR_MIDDLE, x, cc_centre(figure, CC_TYPE_BODY, y),
		    words);
		return true;
	}
	return false;
}

#define SILENCE_ROOM 2.2 /* that a silence needs to bear words, in theirs */

bool
cc_series_silence_told(struct cc_figure *figure, const struct plot *plot)
{
	const struct curve *c = &plot->curves[0];
	if (c->loose > 0)
		return false;
	double w =
	    cc_width(figure, cc_say(figure->words, CC_MSG_NO_VALUE_BETWEEN),
		CC_TYPE_BODY, false);
	for (size_t i = 1; i < c->count; i++)
		if (c->samples[i].silence &&
		    c->samples[i].x - c->samples[i - 1].x >= SILENCE_ROOM * w)
			return true;
	return false;
}

/* In the middle of the time and of the row, or a little aside, where a value's
 * own words reach into it. */
void
cc_series_label_silence(struct cc_figure *figure, struct plot *plot)
{
	const struct curve *c = &plot->curves[0];
	if (figure->fore->muted || c->loose > 0)
		return;
	const char *words = cc_say(figure->words, CC_MSG_NO_VALUE_BETWEEN);
	for (size_t i = 0; i + 1 < c->count; i++) {
		if (!c->samples[i + 1].silence)
			continue;
		double from = c->samples[i].x;
		double gap = c->samples[i + 1].x - from;
		double w = cc_width(figure, words, CC_TYPE_BODY, false);
		if (gap < SILENCE_ROOM * w)
			continue;
		for (int step = 0; step < 28; step++) {
			int far = step % 14;
			double aside = 0.01 * (far % 2 ? far + 1 : -far);
			if (write_silence(figure, plot,
				from + (0.5 + aside) * gap, words, w,
				step >= 14))
				return;
		}
	}
}
