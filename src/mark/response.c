/* Response: a row for each patient and scheme. Best responses are dashed over
 * their treatment, assessments solid until the next one and thin beyond the
 * last, progression is a drop to the floor. Drawn as a staircase over the
 * scheme's levels, or as a ribbon where height is dear or the codes have no
 * rank. */
#include "mark/response.h"

#include "layout/draw.h"
#include "mark/marks.h"

#include <math.h>
#include <string.h>

/* A relapse is one, and no "PD". */
static const char *
name_of(struct cc_figure *figure, const struct cc_responses *row,
    const struct cc_state *state)
{
	return state->code ? cc_name(figure->words, CC_IN_RESPONSE, row->scheme,
				 state->code, CC_NAME_SHORT)
	                   : cc_say(figure->words, CC_MSG_RELAPSE_SHORT);
}

/* As far as this panel goes: what ceased before it, or begins after it, has no
 * place on its axis. */
static bool
is_within(const struct cc_figure *figure, const struct cc_state *state)
{
	const struct cc_axis *axis = &figure->axis;
	int64_t first = axis->stretch[0].from.minute;
	if (cc_figure_shows(figure, state->fact))
		return true;
	return state->from.latest_end.minute <= first &&
	       state->carried_until.minute > first;
}

/* A dated response that another mark has drawn is not drawn twice. */
static bool
is_free(struct cc_figure *figure, const struct cc_state *state)
{
	return state->form == CC_STATE_BEST || !state->code ||
	       cc_figure_claim(figure, state->fact);
}

static void
add_response(struct cc_figure *figure, struct response_row *row,
    const struct cc_state *state)
{
	const char *name = name_of(figure, row->of, state);
	const char *text = cc_marked_doubt(figure, name, &state->from);
	row->item[row->count++] = (struct response){.state = state,
	    .name = name,
	    .text = text,
	    .swatch = cc_theme_response(figure->theme, state->slot),
	    .earlier = state->from.latest_end.minute <=
	               figure->axis.stretch[0].from.minute,
	    .quiet = state->same && text == name && row->count > 0};
}

/* A relapse alone has its callout. */
static void
collect_row(const struct cc_mark *mark, struct cc_figure *figure,
    const struct cc_responses *of)
{
	struct response_row *row =
	    cc_arena_new(figure->arena, struct response_row);
	bool said = false;
	row->of = of;
	row->item =
	    cc_arena_new_array(figure->arena, struct response, of->count);
	for (size_t i = 0; i < of->count; i++) {
		const struct cc_state *state = &of->item[i];
		if (!is_within(figure, state) || !is_free(figure, state))
			continue;
		add_response(figure, row, state);
		said = said || state->code;
	}
	cc_undated_collect(figure, row);
	if (!said && row->undated_count == 0)
		return;
	row->levels = cc_arena_new_array(
	    figure->arena, const char *, of->level_count + 1);
	for (size_t i = 0; i < of->level_count; i++)
		row->levels[i] = cc_name(figure->words, CC_IN_RESPONSE,
		    of->scheme, of->levels[i].term->code, CC_NAME_SHORT);
	cc_figure_add_track(figure, mark,
	    cc_of_patient(figure,
		of->count > 0 ? of->item[0].fact : of->undated[0],
		cc_say(figure->words, CC_MSG_RESPONSE)),
	    NULL, row);
}

static void
collect(const struct cc_mark *mark, struct cc_figure *figure)
{
	const struct cc_states *states = &figure->follow->states;
	for (size_t i = 0; i < states->count; i++)
		collect_row(mark, figure, &states->of[i]);
}

/* Of the names of the levels, flush right before the plot. */
static double
levels_width(struct cc_figure *figure, const struct response_row *row)
{
	double width = 0;
	for (size_t i = 0; i < row->of->level_count; i++)
		width = fmax(width,
		    cc_width(figure, row->levels[i], CC_TYPE_LEAST, false));
	return width;
}

/* The names of the levels would take the left column from the row's own name,
 * as NON-CR/NON-PD, or that from the plot. */
static bool
takes_column(struct cc_figure *figure, const struct response_row *row,
    const struct cc_track *track)
{
	double levels = levels_width(figure, row);
	double name = cc_width(figure, track->name, CC_TYPE_NAME, true);
	return levels > 0.12 * figure->page.width ||
	       name + levels > 0.22 * figure->page.width;
}

/* A ribbon where codes have no rank, where there are many, and where a
 * staircase would take too much of the height or width. */
static bool
wants_ribbon(struct cc_figure *figure, const struct response_row *row,
    const struct cc_track *track)
{
	const struct cc_responses *of = row->of;
	return of->count == 0 || !of->ranked || row->count > 7 ||
	       of->level_count > 8 || (of->floored && of->level_count < 2) ||
	       takes_column(figure, row, track) ||
	       cc_yielded(figure, CC_YIELD_STAIRS);
}

/* The sites, or the endpoint, that the row is of, or its scheme; NULL: of the
 * disease, and none ranks them. */
static const char *
scheme_name(struct cc_figure *figure, const struct response_row *row)
{
	GString *sites = NULL;
	g_auto(GStrv) codes = g_strsplit(row->of->sites, "\n", -1);
	for (size_t i = 1; codes[0] && codes[i]; i++)
		cc_words_add(figure->words, &sites, CC_MSG_LIST_SEPARATOR,
		    cc_name(figure->words, CC_IN_SITE, NULL, codes[i],
			CC_NAME_FULL));
	const char *endpoint =
	    cc_endpoint_name(figure->words, row->of->endpoint);
	if (sites)
		return cc_words_listed(figure->words, sites);
	if (endpoint)
		return endpoint;
	return row->of->level_count > 0 || *row->of->endpoint != '\0'
	           ? cc_name(figure->words, CC_IN_SCHEME, NULL, row->of->scheme,
			 CC_NAME_SHORT)
	           : NULL;
}

static void
measure(struct cc_figure *figure, struct cc_track *track)
{
	struct response_row *row = track->data;
	track->labels = (struct cc_label_use){0};
	row->ribbon = wants_ribbon(figure, row, track);
	double pills = cc_undated_height(figure, row);
	track->sub = scheme_name(figure, row);
	track->tick_width = 0;
	track->first_tick = 0;
	track->most = 0;
	if (row->ribbon) {
		/* Where nothing else is left to give, one line is all. */
		if (cc_yielded(figure, CC_YIELD_LANES))
			track->sub = NULL;
		track->height = pills + cc_ribbon_height(figure, track, row);
		return;
	}
	track->tick_width = levels_width(figure, row);
	track->first_tick =
	    cc_width(figure, row->levels[0], CC_TYPE_LEAST, false);
	track->height = cc_stairs_height(figure, row, false);
	track->most = cc_stairs_height(figure, row, true);
}

static void
place(struct cc_figure *figure, struct cc_track *track)
{
	cc_response_place(figure, track->data);
}

static void
draw(struct cc_figure *figure, struct cc_track *track)
{
	struct response_row *row = track->data;
	if (row->ribbon)
		cc_ribbon_draw(figure, track, row);
	else
		cc_stairs_draw(figure, track, row);
	cc_undated_draw(figure, track, row);
}

void
cc_response_open(struct cc_figure *figure, const struct response *response)
{
	/* The best response of a treatment is told with it. */
	cc_open_fact(figure, response->state->fact,
	    cc_response_has_form(response, CC_STATE_BEST) ? NULL
							  : response->name);
}

void
cc_response_unnamed(struct cc_figure *figure, const struct response *response)
{
	const struct cc_fact *fact = response->state->fact;
	const struct cc_turn *turn = figure->follow->turns.of[fact->index];
	if (!cc_response_has_form(response, CC_STATE_LOST))
		cc_lose(figure, CC_LOST_RESPONSES, fact);
	else
		cc_figure_legend(figure, turn && turn->kind == CC_TURN_RELAPSE
					     ? CC_LEGEND_RELAPSED
					     : CC_LEGEND_PROGRESSED);
}

void
cc_response_name(struct cc_figure *figure, const struct response_row *row,
    const struct cc_term *term)
{
	if (term)
		cc_figure_abbreviation(
		    figure, CC_IN_RESPONSE, row->of->scheme, term->code);
}

const struct cc_mark cc_mark_response = {
    .name = "response",
    .subject = true,
    .zone = CC_ZONE_PLOT,
    .fills_column = true,
    .yields = {CC_YIELD_STAIRS, CC_YIELD_LANES},
    /* Brackets stand over the responses that they measure. */
    .follows = "interval",
    .collect = collect,
    .measure = measure,
    .place = place,
    .draw = draw,
};
