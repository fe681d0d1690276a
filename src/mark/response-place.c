/* Where responses stand on the axis. */
#include "mark/response.h"

#include <math.h>

/* A fact as the moment at which it began. */
static struct cc_reach
start_of(const struct cc_figure *figure, const struct cc_fact *fact)
{
	struct cc_span span = fact->when.span;
	span.earliest_end = span.earliest_start;
	span.latest_end = span.latest_start;
	span.end_precision = span.start_precision;
	if (span.interval) {
		/* A bar begins with its first day. */
		span.latest_start = span.latest_end = span.earliest_start;
		span.interval = false;
	}
	return cc_reach_of(figure, &span);
}

static void
place_start(const struct cc_figure *figure, struct response *response)
{
	const struct cc_span *from = &response->state->from;
	response->reach = cc_reach_of(figure, from);
	cc_reach_end(figure, response->state->fact, &response->reach);
	response->left = response->reach.earliest_start;
	response->sure = response->reach.latest_end;
	if (cc_response_has_form(response, CC_STATE_LASTING))
		response->sure = response->reach.latest_start;
	if (response->earlier)
		response->left = response->sure = figure->axis.stretch[0].left;
}

/* What may have ceased after the death had ceased with it. */
static double
latest_end(const struct cc_figure *figure, const struct cc_fact *of,
    const struct cc_reach *end)
{
	const struct cc_patient_course *patient =
	    &figure->follow->patients[of->patient];
	if (!cc_death_is_dated(patient))
		return end->latest_end;
	return fmin(end->latest_end,
	    cc_axis_x(&figure->axis, patient->death->when.span.latest_end));
}

static void
place_end(const struct cc_figure *figure, struct response *response)
{
	const struct cc_state *state = response->state;
	double held = response->sure, ceased = response->sure;
	double right = cc_axis_x(&figure->axis, state->carried_until);
	struct cc_reach end = {0};
	if (state->ended_by)
		end = start_of(figure, state->ended_by);
	if (state->form == CC_STATE_LASTING && state->end == CC_STATE_ENDED) {
		held = response->reach.earliest_end;
		ceased = response->reach.latest_end;
	} else if (state->borne_out && state->ended_by) {
		held = end.earliest_start;
		ceased = latest_end(figure, state->fact, &end);
	} else if (cc_state_is_carried(state) && state->ended_by &&
		   state->end != CC_STATE_TREATED) {
		right = end.earliest_start;
	}
	response->held = fmax(held, response->sure);
	response->ceased = fmax(ceased, response->held);
	response->right = cc_state_is_carried(state)
	                      ? fmax(right, response->ceased)
	                      : response->ceased;
}

/* A response that is carried until the death, too. */
static void
end_with_death(const struct cc_figure *figure, struct response *response)
{
	struct cc_reach reach = {.earliest_start = response->sure,
	    .latest_start = response->sure,
	    .earliest_end = response->ceased,
	    .latest_end = response->right};
	cc_reach_end(figure, response->state->fact, &reach);
	response->right = reach.latest_end;
	response->ceased = fmin(response->ceased, response->right);
	response->held = fmin(response->held, response->right);
}

void
cc_response_place(struct cc_figure *figure, struct response_row *row)
{
	for (size_t i = 0; i < row->count; i++) {
		place_start(figure, &row->item[i]);
		place_end(figure, &row->item[i]);
		end_with_death(figure, &row->item[i]);
	}
}

void
cc_response_piece(const struct cc_figure *figure, double *left, double *right)
{
	double from = *left, to = *left;
	for (size_t i = 0; i < figure->axis.stretches; i++) {
		double start = *left, end = *right;
		if (!cc_axis_piece(&figure->axis, i, &start, &end) ||
		    end - start <= to - from)
			continue;
		from = start;
		to = end;
	}
	*left = from;
	*right = to;
}
