/* Responses whose day nobody told: a pill where their order puts them, between
 * dated facts on the whisker of all the time in which they can have been. */
#include "layout/draw.h"
#include "mark/response.h"

#include <math.h>

static bool
is_best(const struct cc_fact *fact)
{
	return fact->best != NULL;
}

static const char *
code_of(const struct cc_fact *fact)
{
	return is_best(fact) ? fact->best : fact->code;
}

void
cc_undated_collect(struct cc_figure *figure, struct response_row *row)
{
	const struct cc_responses *of = row->of;
	row->undated = cc_arena_new_array(
	    figure->arena, struct undated, of->undated_count);
	for (size_t i = 0; i < of->undated_count; i++) {
		const struct cc_fact *fact = of->undated[i];
		if (!cc_figure_shows(figure, fact) ||
		    (!is_best(fact) && !cc_figure_claim(figure, fact)))
			continue;
		row->undated[row->undated_count++] = (struct undated){
		    .fact = fact,
		    .term = is_best(fact) ? fact->best_term : fact->term,
		    .text = cc_name(figure->words, CC_IN_RESPONSE, of->scheme,
			code_of(fact), CC_NAME_SHORT),
		    .offset = cc_marked_time(figure, NULL, &fact->when.span)};
	}
}

static double
width_of(const struct cc_figure *figure, const struct undated *undated)
{
	return cc_pill_width(figure, undated->text);
}

/* From a pill, or from its whisker, to the words beside it [u]. */
#define ASIDE 0.35

static double
offset_width(const struct cc_figure *figure, const struct undated *undated)
{
	return undated->offset
	           ? cc_width(figure, undated->offset, CC_TYPE_LEAST, false) +
	                 ASIDE * figure->u
	           : 0;
}

/* Where the words beside a pill in `x` begin. */
static double
offset_left(const struct cc_figure *figure, const struct undated *undated,
    double x, double half)
{
	return fmax(x + half, undated->reach.latest_end) + ASIDE * figure->u;
}

static double
pitch(const struct cc_figure *figure)
{
	return 1.1 * cc_pill_height(figure);
}

/* In a ribbon; levels part them in a staircase. */
double
cc_undated_height(struct cc_figure *figure, struct response_row *row)
{
	double *ends =
	    cc_arena_new_array(figure->arena, double, row->undated_count);
	row->lanes = 0;
	for (size_t i = 0; i < row->undated_count; i++) {
		struct undated *undated = &row->undated[i];
		double half = width_of(figure, undated) / 2;
		undated->reach = cc_fact_reach(figure, undated->fact);
		undated->from = fmin(undated->reach.earliest_start,
		    undated->reach.middle - half);
		undated->to = fmax(
		    undated->reach.latest_end, undated->reach.middle + half);
		size_t lane = 0;
		while (lane < row->lanes &&
		       ends[lane] > undated->reach.middle - half)
			lane++;
		if (lane == row->lanes)
			row->lanes++;
		undated->lane = lane;
		ends[lane] = undated->reach.middle + half + 0.2 * figure->u;
		if (undated->offset)
			ends[lane] = offset_left(figure, undated,
					 undated->reach.middle, half) +
			             offset_width(figure, undated);
	}
	return row->lanes > 1 ? (double)(row->lanes - 1) * pitch(figure) : 0;
}

static double
y_of(const struct cc_figure *figure, const struct cc_track *track,
    const struct response_row *row, const struct undated *undated)
{
	if (!row->ribbon && undated->term && !isnan(undated->term->rank))
		return cc_stairs_level(figure, track, row, undated->term->rank);
	return track->box.y + 0.65 * figure->u +
	       (double)undated->lane * pitch(figure);
}

/* The middle of its pill, which stays on its own side of the steps; where that
 * is narrower than the pill, it still keeps off the names of the levels. */
static double
pill_x(const struct cc_figure *figure, const struct undated *undated)
{
	double half = width_of(figure, undated) / 2, least, most;
	cc_fact_sides(figure, undated->fact, &least, &most);
	double x = fmin(fmax(undated->reach.middle, least + half), most - half);
	return fmax(x, figure->plot.x + half);
}

/* Words at the height `y` lie on no pill of another, nor on its whisker: they
 * would be read as that one's. */
static bool
is_apart(const struct cc_figure *figure, const struct cc_track *track,
    const struct response_row *row, const struct undated *own, double left,
    double right, double y)
{
	double air = ASIDE * figure->u;
	for (size_t i = 0; i < row->undated_count; i++) {
		const struct undated *other = &row->undated[i];
		double half = width_of(figure, other) / 2;
		double x = pill_x(figure, other);
		if (other != own &&
		    fabs(y_of(figure, track, row, other) - y) <
			cc_pill_height(figure) &&
		    fmin(x - half, other->reach.earliest_start) - air < right &&
		    fmax(x + half, other->reach.latest_end) + air > left)
			return false;
	}
	return true;
}

/* Behind it, else before it, on its own side of the steps. */
static void
draw_offset(struct cc_figure *figure, const struct cc_track *track,
    const struct response_row *row, const struct undated *undated, double y)
{
	double width = offset_width(figure, undated), least, most;
	double half = width_of(figure, undated) / 2;
	double x = pill_x(figure, undated);
	double right = offset_left(figure, undated, x, half);
	double left =
	    fmin(x - half, undated->reach.earliest_start) - ASIDE * figure->u;
	cc_fact_sides(figure, undated->fact, &least, &most);
	bool behind =
	    right + width <= most &&
	    is_apart(figure, track, row, undated, right, right + width, y);
	if (!behind &&
	    (left - width < least || !is_apart(figure, track, row, undated,
					 left - width, left, y))) {
		cc_lose(figure, CC_LOST_RESPONSES, undated->fact);
		return;
	}
	cc_write(figure, CC_TYPE_LEAST, false, CC_COLOUR_INK,
	    behind ? CC_ANCHOR_START : CC_ANCHOR_END, behind ? right : left,
	    cc_centre(figure, CC_TYPE_LEAST, y), undated->offset);
}

/* The one whose order comes next among the steps behind the axis; NULL: none,
 * and nobody knows how long this one stood. */
static const struct undated *
next_step(const struct response_row *row, const struct undated *undated)
{
	const struct undated *next = NULL;
	double x = undated->reach.middle;
	for (size_t i = 0; i < row->undated_count; i++) {
		const struct undated *other = &row->undated[i];
		if (other->reach.middle > x &&
		    (!next || other->reach.middle < next->reach.middle))
			next = other;
	}
	return next;
}

static bool
is_step(const struct cc_figure *figure, const struct undated *undated)
{
	return figure->axis.steps.count > 0 &&
	       undated->reach.middle > figure->axis.steps.left;
}

/* Among steps a response lasts to the next one, dashed: in order, not in time.
 */
static void
draw_standing(struct cc_figure *figure, const struct response_row *row,
    const struct undated *undated, double y, cc_colour colour)
{
	const struct undated *next = next_step(row, undated);
	double width = figure->size->stroke[CC_STROKE_RESPONSE];
	struct cc_paint pen = cc_pen(colour, width);
	/* A turn of the course is no state that stands. */
	if (row->ribbon || !next || !is_step(figure, undated) ||
	    figure->follow->turns.of[undated->fact->index])
		return;
	pen.dash[0] = 1.7 * width;
	pen.dash[1] = width;
	cc_paint_line(figure->fore, CC_ROLE_CURVE,
	    (struct cc_point){undated->reach.middle, y},
	    (struct cc_point){next->reach.middle, y}, pen);
	cc_figure_legend(figure, CC_LEGEND_IN_ORDER);
}

void
cc_undated_draw(struct cc_figure *figure, const struct cc_track *track,
    const struct response_row *row)
{
	for (size_t i = 0; i < row->undated_count; i++) {
		const struct undated *undated = &row->undated[i];
		const struct cc_swatch swatch = cc_theme_response(figure->theme,
		    undated->term && undated->term->slot ? undated->term->slot
							 : "ne");
		double half = width_of(figure, undated) / 2;
		double y = y_of(figure, track, row, undated);
		double x = pill_x(figure, undated);
		cc_response_name(figure, row, undated->term);
		cc_open_fact(figure, undated->fact,
		    is_best(undated->fact) ? NULL : undated->text);
		draw_standing(figure, row, undated, y, swatch.fill);
		cc_draw_whisker(figure, undated->reach, y,
		    cc_ink(figure, CC_COLOUR_INK), half);
		cc_draw_pill(figure, x, y, undated->text, &swatch);
		if (undated->offset)
			draw_offset(figure, track, row, undated, y);
		cc_paint_end(figure->fore);
	}
}
