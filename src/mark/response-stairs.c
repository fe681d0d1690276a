/* Responses as a staircase over the levels of their scheme. */
#include "mark/response.h"

#include "layout/draw.h"

#include <math.h>
#include <string.h>

/* Between two levels, and on a page with height to spare [u]. */
#define PITCH 1.05
#define PITCH_MOST 1.75
#define DESCENT 0.22 /* of the height of words */
#define CARRIED 0.27 /* share of the fill that is left of it there */

/* Between the highest level and the floor. */
static double
steps_of(const struct response_row *row)
{
	size_t levels = row->of->level_count;
	return (double)(row->of->floored ? levels - 1 : levels);
}

double
cc_stairs_height(
    const struct cc_figure *figure, const struct response_row *row, bool spare)
{
	double pitch = spare ? PITCH_MOST : PITCH;
	return steps_of(row) * pitch * figure->u +
	       1.45 * cc_pill_height(figure);
}

double
cc_stairs_level(const struct cc_figure *figure, const struct cc_track *track,
    const struct response_row *row, double rank)
{
	double pill = cc_pill_height(figure);
	double step = (track->box.height - 1.45 * pill) / steps_of(row);
	size_t i = 0;
	while (i + 1 < row->of->level_count && row->of->levels[i].rank != rank)
		i++;
	return track->box.y + 0.7 * pill + step * (double)i;
}

double
cc_stairs_y(const struct cc_figure *figure, const struct cc_track *track,
    const struct response_row *row, const struct response *response)
{
	if (cc_response_has_form(response, CC_STATE_LOST))
		return row->floor;
	return cc_stairs_level(figure, track, row, response->state->rank);
}

static void
find_floor(const struct cc_figure *figure, const struct cc_track *track,
    struct response_row *row)
{
	row->floor =
	    track->box.y + track->box.height - 0.75 * cc_pill_height(figure);
}

static void
draw_levels(struct cc_figure *figure, const struct cc_track *track,
    const struct response_row *row)
{
	double top = track->box.y + 0.7 * cc_pill_height(figure);
	double step = (row->floor - top) / steps_of(row);
	struct cc_paint pen = cc_pen(cc_ink(figure, CC_COLOUR_HAIRLINE),
	    figure->size->stroke[CC_STROKE_HAIRLINE]);
	double right = cc_box_right(figure->plot);
	for (size_t i = 0; i < row->of->level_count; i++) {
		double y = top + step * (double)i;
		cc_rule(figure, figure->plot.x, right, y, pen);
		cc_write(figure, CC_TYPE_LEAST, false, CC_COLOUR_MID,
		    CC_ANCHOR_END, figure->plot.x - 0.4 * figure->u,
		    cc_centre(figure, CC_TYPE_LEAST, y), row->levels[i]);
		cc_response_name(figure, row, row->of->levels[i].term);
	}
	if (!row->of->floored)
		cc_rule(figure, figure->plot.x, right, row->floor, pen);
}

/* ---- areas and lines ---- */

static void
fill_pieces(struct cc_figure *figure, double left, double right, double top,
    double bottom, cc_colour colour)
{
	for (size_t i = 0; i < figure->axis.stretches; i++) {
		double from = left, to = right;
		if (cc_axis_piece(&figure->axis, i, &from, &to))
			cc_paint_rect(figure->ground, CC_ROLE_FILL,
			    (struct cc_box){from, top, to - from, bottom - top},
			    0, cc_brush(colour));
	}
}

static void
fade(struct cc_figure *figure, double left, double right, double top,
    double bottom, cc_colour from, cc_colour to)
{
	if (right - left > 0.1)
		cc_draw_fade(figure->ground,
		    (struct cc_box){left, top, right - left, bottom - top},
		    from, to);
}

/* Fading in while it may have begun, out while it may have ceased. */
static void
draw_area(struct cc_figure *figure, const struct response_row *row,
    const struct response *response, double y)
{
	double share = cc_theme_look(figure->theme, CC_LOOK_RESPONSE_FILL);
	cc_colour page = cc_ink(figure, CC_COLOUR_PAGE);
	cc_colour fill = cc_colour_mix(response->swatch.fill, page, share);
	cc_colour pale =
	    cc_colour_mix(response->swatch.fill, page, CARRIED * share);
	bool held = response->held > response->sure;
	/* For its day alone there is none. */
	if (response->right <= response->sure)
		return;
	fade(figure, response->left, response->sure, y, row->floor, page,
	    held || cc_response_has_form(response, CC_STATE_BEST) ? fill
								  : pale);
	fill_pieces(
	    figure, response->sure, response->held, y, row->floor, fill);
	/* What took it away has a band there. */
	fade(figure, response->held, response->ceased, y, row->floor, fill,
	    response->state->end == CC_STATE_GONE
		? cc_ink(figure, CC_COLOUR_BAND)
		: page);
	fill_pieces(
	    figure, response->ceased, response->right, y, row->floor, pale);
}

static void
line_pieces(struct cc_figure *figure, double left, double right, double y,
    struct cc_paint pen)
{
	struct cc_strokes line = {.arena = figure->arena};
	for (size_t i = 0; i < figure->axis.stretches; i++) {
		double from = left, to = right;
		if (cc_axis_piece(&figure->axis, i, &from, &to) &&
		    to - from >= 0.1)
			cc_strokes_line(&line, (struct cc_point){from, y},
			    (struct cc_point){to, y});
	}
	cc_paint_strokes(figure->fore, CC_ROLE_CURVE, &line, pen);
}

static void
draw_line(struct cc_figure *figure, const struct response *response, double y)
{
	double width = figure->size->stroke[CC_STROKE_RESPONSE];
	struct cc_paint pen = cc_pen(response->swatch.fill, width);
	struct cc_paint thin = cc_pen(
	    response->swatch.fill, figure->size->stroke[CC_STROKE_WHISKER]);
	struct cc_paint dashed = pen;
	dashed.dash[0] = 1.7 * width;
	dashed.dash[1] = width;
	if (cc_response_has_form(response, CC_STATE_BEST) &&
	    response->sure - response->left >= 0.1) {
		line_pieces(figure, response->left, response->sure, y, dashed);
		cc_figure_legend(figure, CC_LEGEND_REACHED);
	} else if (cc_response_has_form(response, CC_STATE_LASTING)) {
		line_pieces(figure, response->left, response->sure, y, thin);
	}
	line_pieces(figure, response->sure, response->held, y, pen);
	line_pieces(figure, response->held, response->right, y, thin);
}

static void
draw_progression(
    struct cc_figure *figure, const struct response *response, double y)
{
	double w = cc_pill_width(figure, response->text);
	double h = cc_pill_height(figure);
	double x = response->box.x + response->box.width / 2, tip = h * 0.35;
	if (cc_theme_look(figure->theme, CC_LOOK_PD_HEXAGON) <= 0) {
		cc_draw_pill(figure, x, y, response->text, &response->swatch);
		return;
	}
	struct cc_point hexagon[] = {{x - w / 2 - tip / 2, y},
	    {x - w / 2 + tip / 2, y - h / 2}, {x + w / 2 - tip / 2, y - h / 2},
	    {x + w / 2 + tip / 2, y}, {x + w / 2 - tip / 2, y + h / 2},
	    {x - w / 2 + tip / 2, y + h / 2}};
	cc_paint_polyline(figure->fore, CC_ROLE_MARK, hexagon, 6, true,
	    (struct cc_paint){.fill = response->swatch.fill,
		.stroke = cc_ink(figure, CC_COLOUR_INK),
		.width = figure->size->stroke[CC_STROKE_AXIS]});
	cc_write_in(figure, CC_TYPE_NAME, true, response->swatch.text,
	    CC_ANCHOR_MIDDLE, x, cc_centre(figure, CC_TYPE_NAME, y),
	    response->text);
}

/* Its level has its code for a name, which that of a code of the same rank has
 * not: NMR stands on the level of SD. */
static bool
is_said_by_level(
    const struct response_row *row, const struct response *response)
{
	for (size_t i = 0; i < row->of->level_count; i++)
		if (row->of->levels[i].rank == response->state->rank)
			return strcmp(row->levels[i], response->text) == 0;
	return false;
}

static void
draw_words(struct cc_figure *figure, const struct response_row *row,
    const struct response *response, double y)
{
	struct cc_box box = response->box;
	/* Whether it has the room is seen where the row has its height. */
	if (response->pill || response->beside || figure->draft)
		cc_response_name(figure, row, response->state->term);
	if (response->pill && cc_response_has_form(response, CC_STATE_LOST))
		draw_progression(figure, response, y);
	else if (response->pill)
		cc_draw_pill(figure, box.x + box.width / 2, y, response->text,
		    &response->swatch);
	else if (response->beside)
		cc_write(figure, CC_TYPE_LEAST, true, CC_COLOUR_INK,
		    CC_ANCHOR_START, box.x,
		    cc_box_bottom(box) - DESCENT * box.height, response->text);
	else if (!response->quiet && !is_said_by_level(row, response))
		cc_response_unnamed(figure, response);
}

/* "carried on: last assessed Dec 2021" over the line where that has the room,
 * else, and of the best over a treatment, of which nobody told the day, an
 * entry of the legend says what it is. */
static void
say_carried(struct cc_figure *figure, const struct cc_track *track,
    const struct response_row *row, const struct response *response, double y)
{
	double left = response->ceased, right = response->right;
	double size = cc_type_size(figure, CC_TYPE_LEAST);
	double base = y - 0.33 * figure->u;
	const char *text;
	struct cc_box box;
	if (right - left < 0.1)
		return;
	if (response->box.width > 0)
		left = fmax(left, cc_box_right(response->box));
	if (!response->earlier)
		left = fmax(left, response->reach.middle);
	left += 0.5 * figure->u;
	cc_response_piece(figure, &left, &right);
	text = cc_say_with(figure->words, CC_MSG_CARRIED_SINCE, "date",
	    cc_date_text(figure->words, &response->state->fact->when.span),
	    NULL);
	box = (struct cc_box){left, base - size,
	    cc_width(figure, text, CC_TYPE_LEAST, false) + 0.4 * figure->u,
	    1.2 * size};
	if (cc_response_has_form(response, CC_STATE_BEST) ||
	    cc_box_right(box) > right ||
	    cc_stairs_is_taken(figure, track, row, response, box, true))
		cc_figure_legend(figure, CC_LEGEND_CARRIED);
	else
		cc_write(figure, CC_TYPE_LEAST, false, CC_COLOUR_MID,
		    CC_ANCHOR_START, left, base, text);
}

/* The day of an assessment, and its doubt where the pill of a loss does not
 * hide that. */
static void
draw_moment(struct cc_figure *figure, const struct response *response, double y)
{
	const struct cc_reach *reach = &response->reach;
	double doubt = reach->latest_end - reach->earliest_start;
	bool lost = cc_response_has_form(response, CC_STATE_LOST);
	double r = CC_STAIRS_DOT * figure->u;
	if (response->earlier)
		return;
	if (!lost || !response->pill || doubt > response->box.width + 4 * r)
		cc_draw_whisker(figure, *reach, y, response->swatch.outline, r);
	if (!lost || !response->pill)
		cc_draw_sign(figure, CC_SIGN_OPEN_DOT, reach->middle, y, r,
		    response->swatch.outline);
}

static void
draw_tick(struct cc_figure *figure, const struct response *response, double x,
    double y)
{
	double h = 0.35 * figure->u;
	cc_paint_line(figure->fore, CC_ROLE_STEM, (struct cc_point){x, y - h},
	    (struct cc_point){x, y + h},
	    cc_pen(response->swatch.fill,
		figure->size->stroke[CC_STROKE_WHISKER]));
}

/* From and to a day that are told. */
static void
draw_lasting(
    struct cc_figure *figure, const struct response *response, double y)
{
	if (!response->earlier && response->sure - response->left < 0.1)
		draw_tick(figure, response, response->left, y);
	if (response->state->end == CC_STATE_ENDED &&
	    response->ceased - response->held < 0.1)
		draw_tick(figure, response, response->ceased, y);
}

static void
draw_response(struct cc_figure *figure, const struct cc_track *track,
    const struct response_row *row, const struct response *response, double y)
{
	if (cc_response_has_form(response, CC_STATE_ASSESSED) ||
	    cc_response_has_form(response, CC_STATE_LOST))
		draw_moment(figure, response, y);
	if (cc_response_has_form(response, CC_STATE_LASTING))
		draw_lasting(figure, response, y);
	draw_words(figure, row, response, y);
	say_carried(figure, track, row, response, y);
}

/* A loss falls from the level that stood until then, where its day is known:
 * a line would say which it was. */
static void
draw_drop(struct cc_figure *figure, const struct cc_track *track,
    const struct response_row *row, size_t i)
{
	const struct response *response = &row->item[i];
	const struct response *before = response - 1;
	double x = response->reach.middle;
	if (i == 0 || response->sure - response->left >= 0.1 ||
	    response->earlier || cc_response_has_form(before, CC_STATE_LOST) ||
	    before->right < response->left - 0.5)
		return;
	cc_paint_line(figure->fore, CC_ROLE_STEM,
	    (struct cc_point){x, cc_stairs_y(figure, track, row, before)},
	    (struct cc_point){x, row->floor},
	    cc_pen(cc_ink(figure, CC_COLOUR_PD),
		figure->size->stroke[CC_STROKE_RESPONSE] * 0.6));
}

static void
draw_one(struct cc_figure *figure, const struct cc_track *track,
    const struct response_row *row, size_t i)
{
	const struct response *response = &row->item[i];
	double y = cc_stairs_y(figure, track, row, response);
	bool lost = cc_response_has_form(response, CC_STATE_LOST);
	if (!lost)
		draw_area(figure, row, response, y);
	cc_response_open(figure, response);
	if (lost)
		draw_drop(figure, track, row, i);
	else
		draw_line(figure, response, y);
	draw_response(figure, track, row, response, y);
	cc_paint_end(figure->fore);
}

/* Whether its words stand where another one of its level has its line, as those
 * of one that is known to the year alone can. */
static bool
is_on_line(const struct cc_figure *figure, const struct cc_track *track,
    const struct response_row *row, const struct response *response)
{
	double y = cc_stairs_y(figure, track, row, response);
	for (size_t i = 0; i < row->count; i++) {
		const struct response *other = &row->item[i];
		struct cc_box box = response->box;
		if (other != response && box.y < y && y < cc_box_bottom(box) &&
		    !cc_response_has_form(other, CC_STATE_LOST) &&
		    cc_stairs_y(figure, track, row, other) == y &&
		    other->left < cc_box_right(box) && other->right > box.x)
			return true;
	}
	return false;
}

/* Losses first: what falls to them runs over no level's words. Then lines, and
 * last what stands on one of another. */
enum turn { TURN_LOST, TURN_LINE, TURN_ON_LINE, TURN_COUNT };

static enum turn
turn_of(const struct cc_figure *figure, const struct cc_track *track,
    const struct response_row *row, const struct response *response)
{
	if (cc_response_has_form(response, CC_STATE_LOST))
		return TURN_LOST;
	return is_on_line(figure, track, row, response) ? TURN_ON_LINE
	                                                : TURN_LINE;
}

void
cc_stairs_draw(
    struct cc_figure *figure, struct cc_track *track, struct response_row *row)
{
	find_floor(figure, track, row);
	draw_levels(figure, track, row);
	cc_stairs_find_words(figure, track, row);
	for (enum turn turn = 0; turn < TURN_COUNT; turn++)
		for (size_t i = 0; i < row->count; i++)
			if (turn_of(figure, track, row, &row->item[i]) == turn)
				draw_one(figure, track, row, i);
}
