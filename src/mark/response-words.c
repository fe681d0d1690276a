/* Where the words of a staircase stand: pills on their lines, behind their
 * dots; where one has no room, words beside the dot. */
#include "mark/response.h"

#include "layout/divide.h"
#include "layout/draw.h"
#include "place/air.h"

#include <math.h>

/* About a dot, as far as the ends of its whisker need [u]; of words over it, so
 * that they clear the whisker of another that passes there [their size]. */
#define WHISKER_AIR 0.1
#define LIFT 1.15
#define PILL_AIR 0.6 /* about a pill [pt] */
#define HAN_RISE 0.2 /* of Han signs, over capitals [their size] */

static struct cc_box
dot_box(
    const struct cc_figure *figure, const struct response *response, double y)
{
	double r = (CC_STAIRS_DOT + WHISKER_AIR) * figure->u;
	double left = fmin(response->reach.middle - r, response->left);
	double right = fmax(response->reach.middle + r, response->sure);
	return (struct cc_box){left, y - r, right - left, 2 * r};
}

/* Another's words, or its dot with the whisker, that have part of a box; for
 * `lines`, a line or the fall of a loss too. */
static bool
is_hit(const struct cc_figure *figure, const struct cc_track *track,
    const struct response_row *row, const struct response *other,
    struct cc_box box, bool lines)
{
	double y = cc_stairs_y(figure, track, row, other);
	double thick = figure->size->stroke[CC_STROKE_RESPONSE];
	bool moment = cc_response_has_form(other, CC_STATE_ASSESSED) ||
	              cc_response_has_form(other, CC_STATE_LOST);
	if (other->box.width > 0 && cc_box_overlap(box, other->box))
		return true;
	if (moment && !other->earlier &&
	    cc_box_overlap(box, dot_box(figure, other, y)))
		return true;
	if (!lines)
		return false;
	if (cc_response_has_form(other, CC_STATE_LOST))
		return cc_box_overlap(box,
		    (struct cc_box){other->reach.middle - thick, track->box.y,
			2 * thick, row->floor - track->box.y});
	return cc_box_overlap(box, (struct cc_box){other->left, y - thick,
				       other->right - other->left, 2 * thick});
}

bool
cc_stairs_is_taken(const struct cc_figure *figure, const struct cc_track *track,
    const struct response_row *row, const struct response *own,
    struct cc_box box, bool lines)
{
	for (size_t i = 0; i < row->count; i++)
		if (&row->item[i] != own &&
		    is_hit(figure, track, row, &row->item[i], box, lines))
			return true;
	return false;
}

/* How far words behind a start may go: over the end of the line by half of
 * themselves, if the next one leaves the room, but not `over` a column. */
static double
words_limit(const struct cc_figure *figure, const struct response_row *row,
    const struct response *response, double width, double over)
{
	double left = response->sure, right = response->right;
	const struct response *next = response + 1;
	double free = next < row->item + row->count
	                  ? next->left - 0.5 * figure->u
	                  : cc_box_right(figure->plot);
	cc_response_piece(figure, &left, &right);
	if (right >= response->right)
		right = fmax(right, fmin(free, right + width / 2));
	return fmin(right, over);
}

/* A pill never begins before its response does: behind the dot and its
 * whisker, over the dashes in their middle. */
static double
pill_start(const struct cc_figure *figure, const struct response *response,
    double width)
{
	double u = figure->u;
	if (cc_response_has_form(response, CC_STATE_LOST))
		return response->reach.middle - width / 2;
	if (cc_response_has_form(response, CC_STATE_BEST) && !response->earlier)
		return fmax(response->left,
		    (response->left + response->sure - width) / 2);
	if (!cc_response_has_form(response, CC_STATE_ASSESSED) ||
	    response->earlier)
		return response->sure + 0.3 * u;
	return fmax(
		   response->sure, response->reach.middle + CC_STAIRS_DOT * u) +
	       0.3 * u;
}

static bool
find_pill(const struct cc_figure *figure, const struct cc_track *track,
    const struct response_row *row, struct response *response, double over)
{
	double h = cc_pill_height(figure), air = PILL_AIR / figure->size->unit;
	bool lost = cc_response_has_form(response, CC_STATE_LOST);
	/* A hexagon's tips reach further. */
	double w = cc_pill_width(figure, response->text) +
	           (lost ? 0.35 * h : 0) + 2 * air;
	double y = cc_stairs_y(figure, track, row, response);
	double most = words_limit(figure, row, response, w, over);
	double right = fmin(cc_box_right(figure->plot), over);
	struct cc_box box = {
	    pill_start(figure, response, w), y - h / 2 - air, w, h + 2 * air};
	box.x = fmax(figure->plot.x, fmin(box.x, right - w));
	while (cc_stairs_is_taken(figure, track, row, response, box, false)) {
		box.x += 0.5 * figure->u;
		if (lost || cc_box_right(box) > most)
			return false;
	}
	if (!lost && cc_box_right(box) > most)
		return false;
	response->box = box;
	return true;
}

/* A code whose line has no room for a pill stands above its dot, else below it,
 * or so further on along its line. */
static bool
find_beside(const struct cc_figure *figure, const struct cc_track *track,
    const struct response_row *row, struct response *response, double over)
{
	double size = cc_type_size(figure, CC_TYPE_LEAST);
	double w = cc_width(figure, response->text, CC_TYPE_LEAST, true) +
	           0.3 * figure->u;
	double r = CC_STAIRS_DOT * figure->u;
	bool han = g_unichar_iswide(g_utf8_get_char(response->text));
	double rise = han ? HAN_RISE * size : 0;
	double y = cc_stairs_y(figure, track, row, response);
	double tops[] = {y - r - LIFT * size, y + r + (LIFT - 1) * size};
	double right = fmin(cc_box_right(figure->plot), over);
	double most = fmin(right, words_limit(figure, row, response, 0, over));
	double x = fmin(response->reach.middle - r, right - w);
	do {
		for (size_t i = 0; i < G_N_ELEMENTS(tops); i++) {
			struct cc_box ink = {x, tops[i] - rise, w, size + rise};
			if (cc_stairs_is_taken(
				figure, track, row, response, ink, true))
				continue;
			response->box = (struct cc_box){x, tops[i], w, size};
			return true;
		}
		x += 0.5 * figure->u;
	} while (x + w <= most);
	return false;
}

static void
find_words(const struct cc_figure *figure, const struct cc_track *track,
    const struct response_row *row, struct response *response, double over)
{
	bool lost = cc_response_has_form(response, CC_STATE_LOST);
	/* A pill may touch the line: its air is behind it. */
	double touched =
	    over + CC_AIR_CUT * figure->u + PILL_AIR / figure->size->unit;
	response->pill = find_pill(figure, track, row, response, touched);
	response->beside = !response->pill && !lost &&
	                   find_beside(figure, track, row, response, over);
}

/* Losses first, then in the order of time; before a death where they have room;
 * what has no room is a dot. */
void
cc_stairs_find_words(const struct cc_figure *figure,
    const struct cc_track *track, struct response_row *row)
{
	for (size_t i = 0; i < row->count; i++) {
		row->item[i].box = (struct cc_box){0};
		row->item[i].pill = row->item[i].beside = false;
	}
	for (int lost = 1; lost >= 0; lost--) {
		for (size_t i = 0; i < row->count; i++) {
			struct response *response = &row->item[i];
			if (response->quiet ||
			    cc_response_has_form(response, CC_STATE_LOST) !=
				(lost == 1))
				continue;
			double over = cc_words_over(
			    figure, response->state->fact, response->left);
			find_words(figure, track, row, response, over);
			if (over < INFINITY && !response->pill &&
			    !response->beside)
				find_words(
				    figure, track, row, response, INFINITY);
		}
	}
}
