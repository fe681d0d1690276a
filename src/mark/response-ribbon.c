/* Responses as a ribbon. An edge is an assessment; pale while it may have
 * begun or ceased, low where it is only carried. */
#include "mark/response.h"

#include "layout/divide.h"
#include "layout/draw.h"
#include "place/air.h"
#include "place/labels.h"

#include <math.h>
#include <string.h>

#define HEIGHT 1.25 /* [u] */
#define CARRIED 0.3 /* share of the height */
#define HEAD 0.25   /* least width of an assessment [u] */
#define LEADER 0.12 /* from a piece to its words below [u] */
/* A leader is so far within the words below it, or as far beside them [u]. */
#define UNDER 0.3
#define BESIDE 0.35
#define TOUCH 1e-6 /* [unit] */

/* ---- pieces ---- */

/* Nothing else shows the assessment at its day. */
static bool
needs_head(const struct cc_figure *figure, const struct response *response)
{
	double least = HEAD * figure->u;
	return !response->earlier &&
	       !cc_response_has_form(response, CC_STATE_BEST) &&
	       response->held - response->sure < least &&
	       response->sure - response->left < least;
}

static double
head_end(const struct cc_figure *figure, const struct response *response)
{
	return needs_head(figure, response) ? response->sure + HEAD * figure->u
	                                    : response->ceased;
}

/* A state that is known to the year lies below its neighbours for all of it,
 * not below the next one alone. */
static void
note_neighbours(const struct cc_figure *figure, struct response_row *row)
{
	double covered = -INFINITY, over = INFINITY;
	for (size_t i = 0; i < row->count; i++) {
		row->item[i].covered = covered;
		covered = fmax(covered, head_end(figure, &row->item[i]));
	}
	for (size_t i = row->count; i-- > 0;) {
		row->item[i].over = over;
		over = fmin(over, row->item[i].left);
	}
}

static cc_colour
pale_part(const struct cc_figure *figure, const struct response *response)
{
	return cc_colour_mix(
	    response->swatch.fill, cc_ink(figure, CC_COLOUR_PAGE), 0.45);
}

/* ---- words ---- */

enum ground { GROUND_NONE, GROUND_FULL, GROUND_PALE, GROUND_PAGE };

struct seat {
	double left, right;
	enum ground ground; /* NONE: they fit nowhere */
};

/* What a pill of a day that nobody told leaves of it: the wider part. */
static void
clear_pills(const struct response_row *row, double *left, double *right)
{
	for (size_t i = 0; i < row->undated_count; i++) {
		const struct undated *pill = &row->undated[i];
		if (pill->to <= *left || pill->from >= *right)
			continue;
		if (pill->from - *left >= *right - pill->to)
			*right = pill->from;
		else
			*left = pill->to;
	}
}

static void
try_seat(const struct cc_figure *figure, const struct response_row *row,
    struct seat *best, double left, double right, enum ground ground)
{
	cc_response_piece(figure, &left, &right);
	clear_pills(row, &left, &right);
	if (right - left > best->right - best->left)
		*best = (struct seat){left, right, ground};
}

/* The longest part of one tone that no later piece is painted over, else above
 * the low part that is carried. */
static struct seat
find_seat(const struct cc_figure *figure, const struct response_row *row,
    const struct response *response)
{
	double width = cc_width(figure, response->text, CC_TYPE_NAME, true) +
	               0.3 * figure->u;
	double head = head_end(figure, response);
	struct seat seat = {0}, low = {0};
	if (cc_response_has_form(response, CC_STATE_BEST))
		try_seat(figure, row, &seat, response->left,
		    fmin(response->over, response->sure), GROUND_PALE);
	try_seat(figure, row, &seat, response->sure,
	    fmin(response->over, response->held), GROUND_FULL);
	if (seat.right - seat.left >= width)
		return seat;
	try_seat(figure, row, &low, fmax(response->covered, head),
	    fmin(response->over, response->right), GROUND_PAGE);
	if (response->right > response->ceased && low.right - low.left >= width)
		return low;
	return (struct seat){0};
}

/* Of a label in one row: placed by the least sum of squares. */
static void
note_shift(struct cc_label_use *labels, double shift)
{
	labels->count++;
	labels->moved += shift * shift;
	labels->optimum = labels->moved;
	labels->most = fmax(labels->most, shift);
}

/* Where a line to its words below begins. */
static double
leader_of(const struct cc_figure *figure, const struct response *response)
{
	double right = fmax(response->held, head_end(figure, response));
	if (cc_response_has_form(response, CC_STATE_BEST))
		right = fmax(right, response->sure);
	return (response->left + fmin(right, fmax(response->right,
						 head_end(figure, response)))) /
	       2;
}

/* A relapse has its callout, and no code. */
static bool
is_named_below(const struct cc_figure *figure, const struct response_row *row,
    const struct response *response, bool losses)
{
	if (response->quiet || !response->state->code ||
	    (!losses && cc_response_has_form(response, CC_STATE_LOST)))
		return false;
	return find_seat(figure, row, response).ground == GROUND_NONE;
}

/* Codes below the pieces, in one row. */
struct codes {
	double *width, *leader;
	double *at; /* result: their centres */
	size_t count;
	double over; /* behind it they would be of something after a death */
};

/* Whether a code stands at its leader: under it, or left of it where the death
 * leaves no room on the right. */
static bool
is_at_leader(const struct cc_figure *figure, const struct codes *codes,
    size_t n, double most)
{
	double half = codes->width[n] / 2;
	double off = fabs(codes->at[n] - codes->leader[n]);
	bool pressed =
	    most == codes->over && codes->at[n] + half > most - TOUCH;
	return off <= half + (pressed ? BESIDE : -UNDER) * figure->u;
}

/* As near to the leaders as the row allows; returns how many stand at them, -1:
 * there is no room for all. */
static int
spread(const struct cc_figure *figure, struct codes *codes, double most)
{
	int good = 0;
	memcpy(codes->at, codes->leader, codes->count * sizeof(*codes->at));
	if (!cc_labels_row(figure->arena,
		figure->plot.x - CC_AIR_BEYOND * figure->u, most, codes->width,
		codes->at, codes->count))
		return -1;
	for (size_t n = 0; n < codes->count; n++)
		good += is_at_leader(figure, codes, n, most);
	return good;
}

/* Not across a death, unless that takes a code more. Returns the column that
 * they end at; NAN: there is no room for them. */
static double
spread_before(const struct cc_figure *figure, struct codes *codes)
{
	double most = cc_box_right(figure->plot) + CC_AIR_BEYOND * figure->u;
	int good = spread(figure, codes, most);
	if (codes->over >= most || good <= 0)
		return good < 0 ? NAN : most;
	if (spread(figure, codes, codes->over) >= good)
		return codes->over;
	spread(figure, codes, most);
	return most;
}

static struct codes
find_codes(struct cc_figure *figure, struct response_row *row, bool losses)
{
	struct codes codes = {
	    .width = cc_arena_new_array(figure->arena, double, row->count),
	    .leader = cc_arena_new_array(figure->arena, double, row->count),
	    .at = cc_arena_new_array(figure->arena, double, row->count)};
	for (size_t i = 0; i < row->count; i++) {
		struct response *response = &row->item[i];
		response->below = is_named_below(figure, row, response, losses);
		if (!response->below)
			continue;
		codes.leader[codes.count] = leader_of(figure, response);
		codes.width[codes.count++] =
		    cc_width(figure, response->text, CC_TYPE_LEAST, false) +
		    0.5 * figure->u;
		codes.over = cc_words_over(
		    figure, response->state->fact, response->left);
	}
	return codes;
}

/* Codes of pieces too short for them, as near below as one row allows, each on
 * a line from its piece; one that would stand off its line is left out. False
 * where there is no room for them. */
static bool
place_below(struct cc_figure *figure, struct cc_track *track,
    struct response_row *row, bool losses)
{
	struct codes codes = find_codes(figure, row, losses);
	double most = spread_before(figure, &codes);
	size_t n = 0;
	for (size_t i = 0; i < row->count; i++) {
		struct response *response = &row->item[i];
		if (!response->below)
			continue;
		response->below =
		    !isnan(most) && is_at_leader(figure, &codes, n, most);
		if (response->below)
			note_shift(&track->labels,
			    fabs(codes.at[n] - codes.leader[n]));
		response->box.x = codes.at[n++];
	}
	return !isnan(most);
}

double
cc_ribbon_height(
    struct cc_figure *figure, struct cc_track *track, struct response_row *row)
{
	double height = (HEIGHT + 0.05) * figure->u;
	cc_response_place(figure, row);
	note_neighbours(figure, row);
	/* Where it is narrow the callout of a progression is enough. */
	if (!place_below(figure, track, row, true))
		place_below(figure, track, row, false);
	for (size_t i = 0; i < row->count; i++)
		if (row->item[i].below)
			height = (HEIGHT + 0.05 + LEADER) * figure->u +
			         1.1 * cc_type_size(figure, CC_TYPE_LEAST);
	return track->sub ? fmax(height, 2.1 * figure->u) : height;
}

/* ---- drawing ---- */

static void
fill_piece(struct cc_figure *figure, const struct response *response,
    struct cc_box box)
{
	struct cc_paint paint = cc_brush(response->swatch.fill);
	paint.stroke = cc_ink(figure, CC_COLOUR_PAGE);
	paint.width = figure->size->stroke[CC_STROKE_HAIRLINE];
	/* What is as light as the page has an edge, lest it be a gap. */
	if (response->swatch.outline != CC_NO_COLOUR &&
	    (response->swatch.dashed || response->swatch.fill == paint.stroke))
		paint.stroke = response->swatch.outline;
	cc_paint_rect(figure->fore, CC_ROLE_BAR, box, 0, paint);
	if (response->swatch.hatch && figure->size->patterns && box.width > 1)
		cc_draw_hatch(figure, figure->fore, box,
		    cc_ink(figure, CC_COLOUR_BRACKET), 0.5 * figure->u);
}

static void
fill_pieces(struct cc_figure *figure, const struct response *response,
    double left, double right, double y, double height)
{
	for (size_t i = 0; i < figure->axis.stretches; i++) {
		double from = left, to = right;
		if (cc_axis_piece(&figure->axis, i, &from, &to))
			fill_piece(figure, response,
			    (struct cc_box){from, y, to - from, height});
	}
}

static void
pale_piece(struct cc_figure *figure, const struct response *response,
    double left, double right, double y, double height)
{
	if (right - left < 0.1)
		return;
	for (size_t i = 0; i < figure->axis.stretches; i++) {
		double from = left, to = right;
		if (cc_axis_piece(&figure->axis, i, &from, &to))
			cc_paint_rect(figure->fore, CC_ROLE_BAR,
			    (struct cc_box){from, y, to - from, height}, 0,
			    cc_brush(pale_part(figure, response)));
	}
	cc_figure_legend(figure, CC_LEGEND_PALE);
}

static void
draw_pieces(struct cc_figure *figure, const struct response_row *row,
    const struct response *response, double y, double h)
{
	const struct response *next = response + 1;
	bool followed =
	    next < row->item + row->count && next->left <= response->ceased;
	double head = head_end(figure, response);
	pale_piece(figure, response, response->left, response->sure, y, h);
	if (needs_head(figure, response))
		fill_pieces(figure, response, response->sure, head, y, h);
	else
		fill_pieces(
		    figure, response, response->sure, response->held, y, h);
	/* The next one is pale there. */
	if (!followed)
		pale_piece(
		    figure, response, response->held, response->ceased, y, h);
	if (response->right - response->ceased < 0.1)
		return;
	fill_pieces(figure, response, head, response->right,
	    y + (1 - CARRIED) * h, CARRIED * h);
	cc_figure_legend(figure, CC_LEGEND_CARRIED_LOW);
}

static void
draw_below(struct cc_figure *figure, const struct response *response, double y)
{
	double x = leader_of(figure, response);
	cc_paint_line(figure->fore, CC_ROLE_STEM, (struct cc_point){x, y},
	    (struct cc_point){x, y + LEADER * figure->u},
	    cc_pen(cc_ink(figure, CC_COLOUR_MID),
		figure->size->stroke[CC_STROKE_HAIRLINE]));
	cc_write(figure, CC_TYPE_LEAST, false, CC_COLOUR_INK, CC_ANCHOR_MIDDLE,
	    response->box.x,
	    /* Chinese is taller than capitals. */
	    y + LEADER * figure->u + cc_type_size(figure, CC_TYPE_LEAST),
	    response->text);
}

static void
draw_words(struct cc_figure *figure, const struct response_row *row,
    const struct response *response, double y, double h)
{
	struct seat seat = find_seat(figure, row, response);
	cc_colour colour = response->swatch.text;
	if (response->quiet)
		return;
	if (seat.ground == GROUND_NONE && !response->below) {
		cc_response_unnamed(figure, response);
		return;
	}
	cc_response_name(figure, row, response->state->term);
	if (seat.ground == GROUND_NONE) {
		draw_below(figure, response, y + h);
		return;
	}
	if (seat.ground == GROUND_PALE) {
		cc_colour pale = pale_part(figure, response);
		colour = cc_ink_on(figure, pale, pale);
	}
	if (seat.ground == GROUND_PAGE)
		cc_write(figure, CC_TYPE_LEAST, true, CC_COLOUR_INK,
		    CC_ANCHOR_START, seat.left + 0.15 * figure->u,
		    cc_centre(
			figure, CC_TYPE_LEAST, y + 0.44 * (1 - CARRIED) * h),
		    response->text);
	else
		cc_write_in(figure, CC_TYPE_NAME, true, colour,
		    CC_ANCHOR_MIDDLE, (seat.left + seat.right) / 2,
		    cc_centre(figure, CC_TYPE_NAME, y + h / 2), response->text);
}

void
cc_ribbon_draw(
    struct cc_figure *figure, struct cc_track *track, struct response_row *row)
{
	double h = HEIGHT * figure->u;
	for (size_t i = 0; i < row->count; i++) {
		const struct response *response = &row->item[i];
		cc_response_open(figure, response);
		draw_pieces(figure, row, response, track->box.y, h);
		draw_words(figure, row, response, track->box.y, h);
		cc_paint_end(figure->fore);
	}
}
