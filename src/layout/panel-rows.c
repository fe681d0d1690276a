/* The rows of a panel: how high they are, what they have to spare, where they
 * stand, and what is drawn round them. */
#include "layout/parts.h"

#include <math.h>

/* Between two rows, with and without a line, and the most on a page that has
 * height to spare [u]. */
#define RULED 0.8
#define RULED_MOST 1.4
#define PLAIN 0.2

static double
row_gap(const struct cc_figure *figure, const struct cc_track *track)
{
	if (track->mark->zone != CC_ZONE_PLOT)
		return 0.4 * figure->u;
	double scale = cc_page_yielded(figure, CC_YIELD_AIR_MORE) ? 0.4
	               : cc_page_yielded(figure, CC_YIELD_AIR)    ? 0.6
	                                                          : 1;
	return track->rule ? RULED * scale * figure->u + figure->loose
	                   : PLAIN * scale * figure->u;
}

double
cc_row_rule(const struct cc_figure *figure, const struct cc_track *track)
{
	return track->box.y - row_gap(figure, track) / 2;
}

const struct cc_track *
cc_row_below(const struct cc_figure *figure, const struct cc_track *track)
{
	bool passed = false;
	for (guint i = 0; i < figure->tracks->len; i++) {
		const struct cc_track *other = figure->tracks->pdata[i];
		if (other == track)
			passed = true;
		else if (passed && !other->dropped &&
			 other->mark->zone == CC_ZONE_PLOT)
			return other;
	}
	return NULL;
}

#define LETTER_GAP 0.6 /* from a panel's letter to its title [u] */

/* What stands over the panel: the author's title, or which stretch of time it
 * magnifies. NULL: nothing. */
static const char *
panel_title(const struct cc_figure *figure)
{
	if (figure->window.title)
		return figure->window.title;
	if (figure->options && figure->options->titles.count > 0 &&
	    (figure->window.kind != CC_WINDOW_STRIP || figure->window.n == 0))
		return cc_text_in(figure->words, &figure->options->titles);
	return NULL;
}

static double
panel_title_height(const struct cc_figure *figure)
{
	bool any = figure->window.letter || panel_title(figure);
	return any ? 1.6 * figure->u : 0;
}

/* The first time nobody knows how wide the words of the left column are: marks
 * that put some there are measured without any. */
static void
guess_columns(struct cc_figure *figure)
{
	for (guint i = 0; i < figure->tracks->len; i++) {
		struct cc_track *track = figure->tracks->pdata[i];
		track->column = cc_column_wanted(figure, track);
	}
	cc_columns_set(figure);
	for (guint i = 0; i < figure->tracks->len; i++) {
		struct cc_track *track = figure->tracks->pdata[i];
		if (track->mark->fills_column)
			cc_offer_take(figure, track);
	}
	figure->columns_guessed = true;
}

/* Which rows are left out is known by now. */
static void
join_rows(struct cc_figure *figure)
{
	for (guint i = 1; i < figure->tracks->len; i++) {
		const struct cc_track *above = figure->tracks->pdata[i - 1];
		struct cc_track *track = figure->tracks->pdata[i];
		if (track->mark->follows)
			track->rule =
			    above->dropped || !g_str_equal(above->mark->name,
						  track->mark->follows);
	}
}

/* All rows at the present columns. */
static void
take_rows(struct cc_figure *figure)
{
	for (guint i = 0; i < figure->tracks->len; i++) {
		struct cc_track *track = figure->tracks->pdata[i];
		if (!track->dropped)
			cc_offer_take(figure, track);
	}
}

void
cc_panel_settle(struct cc_figure *figure)
{
	if (!figure->columns_guessed)
		guess_columns(figure);
	cc_columns_set(figure);
	take_rows(figure);
	cc_columns_set(figure);
}

double
cc_panel_measure(struct cc_figure *figure)
{
	double height = panel_title_height(figure) +
	                cc_axis_top_height(figure) +
	                cc_axis_bottom_height(figure);
	take_rows(figure);
	join_rows(figure);
	figure->loose = 0;
	for (guint i = 0; i < figure->tracks->len; i++) {
		const struct cc_track *track = figure->tracks->pdata[i];
		if (!track->dropped)
			height += track->height + row_gap(figure, track);
	}
	return height;
}

/* Those above or below the plot, which have the width of the page. */
static double
place_wide(struct cc_figure *figure, enum cc_zone zone, double y)
{
	for (guint i = 0; i < figure->tracks->len; i++) {
		struct cc_track *track = figure->tracks->pdata[i];
		if (track->mark->zone != zone || track->dropped)
			continue;
		track->box = (struct cc_box){
		    figure->page.x, y, figure->page.width, track->height};
		y += track->height + row_gap(figure, track);
	}
	return y;
}

/* What a row would be as high as, of what is handed out now. */
typedef double wanted(const struct cc_track *track);

static double
fair_height(const struct cc_track *track)
{
	return track->fair;
}

static double
most_of_curves(const struct cc_track *track)
{
	return track->fair > 0 ? track->most : 0;
}

static double
most_height(const struct cc_track *track)
{
	return track->most;
}

static double
sum_wanted(const struct cc_figure *figure, wanted *height)
{
	double sum = 0;
	for (guint i = 0; i < figure->tracks->len; i++) {
		const struct cc_track *track = figure->tracks->pdata[i];
		if (!track->dropped)
			sum += fmax(height(track) - track->height, 0);
	}
	return sum;
}

double
cc_panel_wants(const struct cc_figure *figure)
{
	return sum_wanted(figure, fair_height);
}

/* Hands out spare height to all rows alike; returns what is left of it. */
static double
raise_rows(struct cc_figure *figure, wanted *height, double spare)
{
	double lack = sum_wanted(figure, height);
	double share = lack > 0 ? fmin(spare / lack, 1) : 0;
	for (guint i = 0; i < figure->tracks->len; i++) {
		struct cc_track *track = figure->tracks->pdata[i];
		track->height += share * fmax(height(track) - track->height, 0);
	}
	return spare - share * lack;
}

/* Air round the lines between rows. */
static double
loosen_rows(struct cc_figure *figure, double spare)
{
	size_t count = 0;
	for (guint i = 0; i < figure->tracks->len; i++) {
		const struct cc_track *track = figure->tracks->pdata[i];
		count += !track->dropped && track->rule &&
		         track->mark->zone == CC_ZONE_PLOT;
	}
	if (count == 0)
		return spare;
	figure->loose =
	    fmin(spare / (double)count, (RULED_MOST - RULED) * figure->u);
	return spare - figure->loose * (double)count;
}

/* What the page has to spare: first what rows need to be read well; where the
 * page would be empty instead, what makes them higher than that. */
static void
spread_rows(struct cc_figure *figure, double spare)
{
	figure->loose = 0;
	spare = raise_rows(figure, fair_height, spare);
	if (!figure->size->fixed_height)
		return;
	spare = raise_rows(figure, most_of_curves, spare);
	spare = raise_rows(figure, most_height, spare);
	loosen_rows(figure, spare);
}

/* Where the parts of a panel begin, from top to bottom [unit]. */
struct levels {
	double title, axis_top, axis_bottom, end;
};

static struct levels
place_panel(struct cc_figure *figure, double y)
{
	struct levels levels = {.title = y};
	y += panel_title_height(figure);
	y = levels.axis_top = place_wide(figure, CC_ZONE_HEAD, y);
	y += cc_axis_top_height(figure);
	figure->plot.y = y;
	for (guint i = 0; i < figure->tracks->len; i++) {
		struct cc_track *track = figure->tracks->pdata[i];
		if (track->mark->zone != CC_ZONE_PLOT || track->dropped)
			continue;
		y += row_gap(figure, track);
		track->box = (struct cc_box){
		    figure->plot.x, y, figure->plot.width, track->height};
		y += track->height;
	}
	/* The signs of a cut reach up to the words of the last row. */
	y += (figure->axis.stretches > 1 ? 0.6 : 0.4) * figure->u;
	figure->plot.height = y - figure->plot.y;
	levels.axis_bottom = y;
	levels.end =
	    place_wide(figure, CC_ZONE_FOOT, y + cc_axis_bottom_height(figure));
	return levels;
}

static void
draw_title(struct cc_figure *figure, double y)
{
	const char letter[] = {figure->window.letter, '\0'};
	const char *title = panel_title(figure);
	double x = figure->page.x, base = y + 0.9 * figure->u;
	if (panel_title_height(figure) == 0)
		return;
	cc_paint_group(figure->fore, (struct cc_group){.kind = CC_GROUP_TITLE});
	if (letter[0])
		x += LETTER_GAP * figure->u +
		     cc_write(figure, CC_TYPE_NAME, true, CC_COLOUR_INK,
			 CC_ANCHOR_START, x, base, letter);
	if (title)
		cc_write(figure, CC_TYPE_NAME, !letter[0], CC_COLOUR_INK,
		    CC_ANCHOR_START, x, base,
		    cc_shorten(figure, title, CC_TYPE_NAME, !letter[0],
			cc_box_right(figure->page) - x));
	cc_paint_end(figure->fore);
}

static void
draw_tracks(struct cc_figure *figure)
{
	bool muted = figure->fore->muted;
	for (guint i = 0; i < figure->tracks->len; i++) {
		struct cc_track *track = figure->tracks->pdata[i];
		if (track->dropped)
			continue;
		if (muted)
			cc_offer_ask(figure, track);
		else
			cc_offer_draw(figure, track);
	}
}

/* What is above the rows, then below them. */
static void
draw_axis(struct cc_figure *figure, double y, bool top)
{
	cc_paint_group(figure->fore, (struct cc_group){.kind = CC_GROUP_AXIS});
	if (top) {
		cc_axis_draw_top(figure, y);
	} else {
		cc_axis_draw_bottom(figure, y);
		cc_steps_draw_axis(figure, y);
	}
	cc_paint_end(figure->fore);
}

double
cc_panel_draw(struct cc_figure *figure, double y, double spare)
{
	spread_rows(figure, spare);
	struct levels levels = place_panel(figure, y);
	cc_paint_group(
	    figure->fore, (struct cc_group){.kind = CC_GROUP_PANEL,
			      .box = {figure->page.x, y, figure->page.width,
				  levels.end - y}});
	draw_title(figure, levels.title);
	figure->backdrop_at = figure->fore->count;
	figure->ground_first = figure->ground->count;
	/* Bands ask for no entry of the legend. */
	if (!figure->fore->muted) {
		cc_steps_draw_ground(figure);
		cc_backdrop_bands(figure);
	}
	draw_axis(figure, levels.axis_top, true);
	draw_tracks(figure);
	draw_axis(figure, levels.axis_bottom, false);
	figure->ground_count = figure->ground->count - figure->ground_first;
	cc_paint_end(figure->fore);
	/* Of a panel without anything in it no group is left. */
	figure->backdrop_at = MIN(figure->backdrop_at, figure->fore->count);
	return levels.end;
}
