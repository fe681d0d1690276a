/* What is in the way of words at curves: lines, signs, words of the rows about
 * them. */
#include "mark/series.h"

#include <math.h>

#define OUT_ABOVE 0.45 /* how far a label may leave the first row [u] */
#define OUT_BELOW 0.1
/* The first value may stand between the numbers of the ticks. */
#define OUT_LEFT 2.2
#define TICK_APART 0.25 /* above and below the number of a tick [u] */
#define RULE_AIR 0.1 /* between words and a row's hairline [u] */

/* Lines of turning points are cut round words. */
static void
keep_turns(const struct cc_figure *figure, struct cc_spots *spots)
{
	struct cc_box room = spots->room;
	for (size_t i = 0; i < figure->day_line_count; i++) {
		double x = figure->day_lines[i];
		cc_clear_line(&spots->search.clear, CC_SOFT,
		    (struct cc_point){x, room.y},
		    (struct cc_point){x, cc_box_bottom(room)}, 0);
	}
}

/* Between two rows; 0 where there is no other [unit]. */
static double
gap_between(const struct cc_track *above, const struct cc_track *below)
{
	if (!above || !below)
		return 0;
	return fmax(0, below->box.y - cc_box_bottom(above->box));
}

static const struct cc_track *
row_above(const struct cc_figure *figure, const struct cc_track *track)
{
	const struct cc_track *above = NULL;
	for (guint i = 0; figure->tracks->pdata[i] != track; i++) {
		const struct cc_track *other = figure->tracks->pdata[i];
		if (!other->dropped && other->mark->zone == CC_ZONE_PLOT)
			above = other;
	}
	return above;
}

/* Where words may stand, and where they stand best: above the row they may
 * cross its hairline, which gives way to them; below it they would look like
 * the next row's there. */
static void
find_room(const struct cc_figure *figure, const struct cc_track *track,
    const struct plot *plot, struct cc_spots *spots)
{
	const struct cc_track *above = row_above(figure, track);
	const struct cc_track *below = cc_row_below(figure, track);
	double u = figure->u;
	/* No sign of another row is there. */
	double up =
	    above ? gap_between(above, track) - 0.1 * u : OUT_ABOVE * u;
	double down =
	    fmax(OUT_BELOW * u, gap_between(track, below) / 2 - 0.1 * u);
	double beyond = fmin(OUT_LEFT * u, track->tick_width);
	struct cc_box room = {figure->plot.x - beyond, track->box.y - up,
	    figure->plot.width + beyond, track->box.height + up + down};
	/* Ink 0.5 pt apart is apart; round digits reach below the baseline. */
	double air = 0.6 / figure->size->unit +
	             0.012 * cc_type_size(figure, CC_TYPE_NAME);
	cc_spots_init(spots, figure->arena, room, u, air);
	double top = cc_row_rule(figure, track) + RULE_AIR * u;
	double bottom = MIN(cc_box_bottom(room),
	    cc_series_floor(figure, track, plot) - RULE_AIR * u);
	if (plot->served_count > 0)
		spots->room.height = bottom - room.y;
	spots->own = (struct cc_box){
	    figure->plot.x, top, figure->plot.width, bottom - top};
}

/* Words that stand there already, beside which others would look as if they
 * were of the same row. */
static void
keep_neighbours(struct cc_figure *figure, struct plot *plot)
{
	struct cc_clear *written = &figure->written;
	struct cc_clear *clear = &plot->spots.search.clear;
	double air = clear->air[CC_HARD];
	struct cc_box box;
	cc_clear_look(written, cc_box_grown(plot->spots.room, air));
	for (size_t i = 0; cc_clear_near(written, i, &box); i++) {
		box = cc_box_grown(box, air);
		if (box.x > figure->plot.x) {
			box.x -= 0.6 * figure->u;
			box.width += 1.2 * figure->u;
		} else {
			/* Close to a tick's number a value reads as one. */
			box.y -= TICK_APART * figure->u;
			box.height += 2 * TICK_APART * figure->u;
		}
		cc_clear_words(clear, CC_HARD, box);
	}
}

void
cc_series_clear(
    struct cc_figure *figure, const struct cc_track *track, struct plot *plot)
{
	struct cc_spots *spots = &plot->spots;
	/* No words look for a place in a draft. */
	if (figure->fore->muted)
		return;
	find_room(figure, track, plot, spots);
	spots->line = figure->size->stroke[CC_STROKE_CURVE];
	plot->labels = NULL;
	keep_turns(figure, spots);
	keep_neighbours(figure, plot);
}

void
cc_series_keep_line(
    struct plot *plot, const struct cc_point *points, size_t count)
{
	for (size_t i = 0; i + 1 < count; i++)
		cc_clear_line(&plot->spots.search.clear, CC_HARD, points[i],
		    points[i + 1], plot->spots.line);
}

void
cc_series_keep_sign(struct plot *plot, double x, double y, double radius)
{
	cc_clear_disc(
	    &plot->spots.search.clear, (struct cc_point){x, y}, radius);
}

double
cc_series_room(const struct cc_figure *figure, double clear)
{
	return clear + RULE_AIR * figure->u +
	       DIGITS_HIGH * cc_type_size(figure, CC_TYPE_NAME);
}
