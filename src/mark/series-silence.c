/* "no value reported between", where a curve is silent for long. */
#include "mark/series.h"

#define ROOM 2.2 /* that a silence needs to bear words, in theirs */

static double
words_width(struct cc_figure *figure)
{
	return cc_width(figure, cc_say(figure->words, CC_MSG_NO_VALUE_BETWEEN),
	    CC_TYPE_BODY, false);
}

/* True where the words were written, their middle at x; apart from them, of
 * which they are none. */
static bool
write_silence(struct cc_figure *figure, struct plot *plot, struct cc_point at,
    double width, bool soft)
{
	double u = figure->u;
	struct cc_box box = {
	    at.x - width / 2 - 0.5 * u, at.y - u / 2, width + u, u};
	if (!cc_spots_free(&plot->spots, box) ||
	    (!soft && cc_spots_on_soft(&plot->spots, box)))
		return false;
	cc_clear_words(&plot->spots.search.clear, CC_HARD, box);
	cc_write(figure, CC_TYPE_BODY, false, CC_COLOUR_MID, CC_ANCHOR_MIDDLE,
	    at.x, cc_centre(figure, CC_TYPE_BODY, at.y),
	    cc_say(figure->words, CC_MSG_NO_VALUE_BETWEEN));
	return true;
}

/* Where they are looked for: at so many places beside the middle of the time,
 * at so many heights of the row. */
struct search {
	int places;
	size_t heights;
	bool soft; /* on lines, too, that had better be free */
};

static bool
label_within(struct cc_figure *figure, struct plot *plot,
    const struct sample *to, struct search search)
{
	static const double heights[] = {0.5, 0.3, 0.7, 0.4, 0.6, 0.2, 0.8};
	double gap = to->x - to[-1].x, high = plot->bottom - plot->top;
	double width = words_width(figure);
	for (int n = 0; n < search.places; n++) {
		double aside = 0.01 * (n % 2 ? n + 1 : -n);
		double x = to[-1].x + (0.5 + aside) * gap;
		for (size_t h = 0; h < search.heights; h++)
			if (write_silence(figure, plot,
				(struct cc_point){
				    x, plot->top + heights[h] * high},
				width, search.soft))
				return true;
	}
	return false;
}

/* In the middle of the time between two values and of the row, or a little
 * aside, where a value's own words reach into it; rather than not, farther. */
static bool
label_gap(struct cc_figure *figure, struct plot *plot, const struct sample *to)
{
	static const struct search searches[] = {
	    {14, 3, false}, {14, 3, true}, {28, 7, false}, {28, 7, true}};
	for (size_t i = 0; i < G_N_ELEMENTS(searches); i++)
		if (label_within(figure, plot, to, searches[i]))
			return true;
	return false;
}

static bool
has_room(struct cc_figure *figure, const struct sample *to)
{
	return to->silence && to->x - to[-1].x >= ROOM * words_width(figure);
}

bool
cc_series_silence_told(struct cc_figure *figure, const struct plot *plot)
{
	const struct curve *c = &plot->curves[0];
	if (c->loose > 0)
		return false;
	for (size_t i = 1; i < c->count; i++)
		if (c->samples[i].joined && has_room(figure, &c->samples[i]))
			return true;
	return false;
}

/* In the first silence that has room for them: of those with a line across, or
 * of those without. */
static bool
label_first(struct cc_figure *figure, struct plot *plot, bool joined)
{
	const struct curve *c = &plot->curves[0];
	for (size_t i = 1; i < c->count; i++)
		if (c->samples[i].joined == joined &&
		    has_room(figure, &c->samples[i]) &&
		    label_gap(figure, plot, &c->samples[i]))
			return true;
	return false;
}

/* They say what dashes are: these come first. Without room the legend does. */
void
cc_series_label_silence(struct cc_figure *figure, struct plot *plot)
{
	/* Nothing is asked of them but their ink. */
	if (figure->fore->muted || plot->curves[0].loose > 0 ||
	    label_first(figure, plot, true))
		return;
	if (cc_series_silence_told(figure, plot))
		cc_figure_legend(figure, CC_LEGEND_SILENCE);
	label_first(figure, plot, false);
}
