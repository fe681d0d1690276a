/* Responses as a staircase over the levels of their scheme. */
#include "mark/response.h"

#include "layout/draw.h"

#include <math.h>

double
cc_response_level(const struct cc_track *track, const struct responses *row,
    double rank, double pill)
{
	double top = track->box.y + pill * 0.7;
	double step = row->level_count > 1 ? (track->box.height - 1.45 * pill) /
	                                         (double)(row->level_count - 1)
	                                   : 0;
	for (size_t i = 0; i < row->level_count; i++)
		if (row->levels[i].rank == rank)
			return top + step * (double)i;
	return top + step * (double)(row->level_count - 1);
}

static void
draw_levels(
    struct cc_figure *figure, struct cc_track *track, struct responses *row)
{
	double pill = cc_pill_height(figure);
	for (size_t i = 0; i < row->level_count; i++) {
		double y =
		    cc_response_level(track, row, row->levels[i].rank, pill);
		cc_rule(figure, figure->plot.x, cc_box_right(figure->plot), y,
		    cc_pen(cc_ink(figure, CC_COLOUR_HAIRLINE),
			figure->size->stroke[CC_STROKE_HAIRLINE]));
		cc_write(figure, CC_TYPE_LEAST, false, CC_COLOUR_MID,
		    CC_ANCHOR_END, figure->plot.x - 0.4 * figure->u,
		    cc_centre(figure, CC_TYPE_LEAST, y), row->levels[i].text);
	}
}

static void
draw_area(struct cc_figure *figure, const struct responses *row,
    const struct state *state, double y)
{
	double share = cc_theme_look(figure->theme, CC_LOOK_RESPONSE_FILL);
	cc_colour page = cc_ink(figure, CC_COLOUR_PAGE);
	cc_colour fill = cc_colour_mix(state->swatch.fill, page, share);
	struct cc_box box = {
	    state->left, y, state->certain - state->left, row->floor - y};
	if (state->form == STATE_BEST && box.width > 0.1)
		cc_draw_fade(figure, figure->ground, box, page, fill);
	for (size_t i = 0; i < figure->axis.stretches; i++) {
		double left = state->certain, right = state->right;
		if (!cc_axis_piece(&figure->axis, i, &left, &right))
			continue;
		box.x = left;
		box.width = right - left;
		cc_paint_rect(
		    figure->ground, CC_ROLE_FILL, box, 0, cc_brush(fill));
	}
}

static void
draw_line(struct cc_figure *figure, const struct state *state, double y)
{
	double width = figure->size->stroke[CC_STROKE_RESPONSE];
	/* Pale responses keep an edge of their outline's colour: 3 : 1. */
	struct cc_paint pen = cc_pen(state->swatch.fill, width);
	if (state->certain - state->left >= 0.1) {
		struct cc_paint dashed = pen;
		dashed.dash[0] = 1.7 * width;
		dashed.dash[1] = width;
		cc_paint_line(figure->fore, CC_ROLE_CURVE,
		    (struct cc_point){state->left, y},
		    (struct cc_point){state->certain, y}, dashed);
		cc_figure_legend(figure, CC_LEGEND_REACHED);
	}
	for (size_t i = 0; i < figure->axis.stretches; i++) {
		double left = state->certain, right = state->right;
		if (cc_axis_piece(&figure->axis, i, &left, &right) &&
		    right - left >= 0.1)
			cc_paint_line(figure->fore, CC_ROLE_CURVE,
			    (struct cc_point){left, y},
			    (struct cc_point){right, y}, pen);
	}
}

static void
draw_drop(struct cc_figure *figure, const struct responses *row, size_t i,
    double from)
{
	const struct state *state = &row->states[i];
	cc_paint_line(figure->fore, CC_ROLE_STEM,
	    (struct cc_point){state->left, from},
	    (struct cc_point){state->left, row->floor},
	    cc_pen(cc_ink(figure, CC_COLOUR_PD),
		figure->size->stroke[CC_STROKE_RESPONSE] * 0.6));
}

static void
draw_progression(struct cc_figure *figure, const struct state *state, double y)
{
	double w = cc_pill_width(figure, state->text);
	double h = cc_pill_height(figure);
	if (cc_theme_look(figure->theme, CC_LOOK_PD_HEXAGON) <= 0) {
		cc_draw_pill(
		    figure, state->mark, y, state->text, &state->swatch);
		return;
	}
	double x = state->mark, tip = h * 0.35;
	struct cc_point hexagon[] = {{x - w / 2 - tip / 2, y},
	    {x - w / 2 + tip / 2, y - h / 2}, {x + w / 2 - tip / 2, y - h / 2},
	    {x + w / 2 + tip / 2, y}, {x + w / 2 - tip / 2, y + h / 2},
	    {x - w / 2 + tip / 2, y + h / 2}};
	cc_paint_polyline(figure->fore, CC_ROLE_MARK, hexagon, 6, true,
	    (struct cc_paint){.fill = state->swatch.fill,
		.stroke = cc_ink(figure, CC_COLOUR_INK),
		.width = figure->size->stroke[CC_STROKE_AXIS]});
	cc_write_in(figure, CC_TYPE_NAME, true, state->swatch.text,
	    CC_ANCHOR_MIDDLE, x, cc_centre(figure, CC_TYPE_NAME, y),
	    state->text);
}

/* A pill of another state that has part of the box, or NULL. */
static const struct state *
pill_hit(const struct responses *row, size_t own, struct cc_box box)
{
	for (size_t i = 0; i < row->count; i++)
		if (i != own && row->states[i].pill &&
		    cc_box_overlap(box, row->states[i].box))
			return &row->states[i];
	return NULL;
}

/* Up to where a pill may reach: over its line's end by half of itself, if the
 * next state leaves the room. */
static double
pill_limit(
    const struct cc_figure *figure, const struct responses *row, size_t i)
{
	const struct state *state = &row->states[i];
	double free = i + 1 < row->count
	                  ? row->states[i + 1].left - 0.5 * figure->u
	                  : cc_box_right(figure->plot);
	double half = state->right + state->box.width / 2;
	return fmax(state->right, fmin(free, half));
}

/* Where it is, or further along its line behind those in the way. */
static bool
find_pill(const struct cc_figure *figure, const struct responses *row, size_t i)
{
	struct state *state = &row->states[i];
	const struct state *other;
	while ((other = pill_hit(row, i, state->box)) != NULL) {
		state->box.x = cc_box_right(other->box);
		if (state->form == STATE_LOST ||
		    cc_box_right(state->box) > pill_limit(figure, row, i))
			return false;
	}
	state->mark = state->box.x + state->box.width / 2;
	return true;
}

/* Progressions get theirs first; what has no room becomes a dot. */
static void
choose_pills(const struct cc_figure *figure, const struct cc_track *track,
    struct responses *row)
{
	double h = cc_pill_height(figure);
	double air = 0.6 / figure->size->unit;
	for (size_t i = 0; i < row->count; i++)
		row->states[i].pill = false;
	for (int lost = 1; lost >= 0; lost--) {
		for (size_t i = 0; i < row->count; i++) {
			struct state *state = &row->states[i];
			if (cc_response_is_over(state) ||
			    (state->form == STATE_LOST) != lost)
				continue;
			double y = lost ? row->floor
			                : cc_response_level(
					      track, row, state->rank, h);
			/* A hexagon's tips reach further. */
			double w = cc_pill_width(figure, state->text) +
			           (lost ? 0.35 * h : 0) + 2 * air;
			state->box = (struct cc_box){state->mark - w / 2,
			    y - h / 2 - air, w, h + 2 * air};
			state->pill =
			    (lost || !state->same) && find_pill(figure, row, i);
		}
	}
}

static void
draw_dot(
    struct cc_figure *figure, const struct responses *row, size_t i, double y)
{
	const struct state *state = &row->states[i];
	double r = 0.4 * figure->u;
	struct cc_box box = {state->left - r, y - r, 2 * r, 2 * r};
	if (pill_hit(row, i, box) == NULL)
		cc_draw_sign(figure, CC_SIGN_OPEN_DOT, state->left, y, r,
		    state->swatch.outline);
}

static void
draw_state(
    struct cc_figure *figure, const struct responses *row, size_t i, double y)
{
	const struct state *state = &row->states[i];
	bool lost = state->form == STATE_LOST;
	if (!state->pill || (state->form == STATE_ASSESSED && !state->carried &&
				state->box.x > state->left))
		draw_dot(figure, row, i, lost ? row->floor : y);
	if (!state->pill)
		return;
	if (lost)
		draw_progression(figure, state, row->floor);
	else
		cc_draw_pill(
		    figure, state->mark, y, state->text, &state->swatch);
}

/* Pills last: no line runs over a code. */
void
cc_response_stairs(
    struct cc_figure *figure, struct cc_track *track, struct responses *row)
{
	double pill = cc_pill_height(figure);
	draw_levels(figure, track, row);
	choose_pills(figure, track, row);
	for (size_t i = 0; i < row->count; i++) {
		const struct state *state = &row->states[i];
		double y = cc_response_level(track, row, state->rank, pill);
		if (state->form == STATE_LOST || cc_response_is_over(state))
			continue;
		draw_area(figure, row, state, y);
		draw_line(figure, state, y);
	}
	for (size_t i = 0; i < row->count; i++) {
		const struct state *state = &row->states[i];
		if (state->form != STATE_LOST || cc_response_is_over(state))
			continue;
		double from = row->floor;
		if (i > 0 && row->states[i - 1].right >= state->left - 0.5)
			from = cc_response_level(
			    track, row, row->states[i - 1].rank, pill);
		draw_drop(figure, row, i, from);
	}
	for (size_t i = 0; i < row->count; i++) {
		if (cc_response_is_over(&row->states[i]))
			continue;
		cc_response_open(figure, &row->states[i]);
		draw_state(figure, row, i,
		    cc_response_level(track, row, row->states[i].rank, pill));
		cc_paint_end(figure->fore);
	}
}
