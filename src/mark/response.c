/* Response: best responses dashed over their treatment, assessments solid
 * until the next one, progression as a drop to the floor. Drawn as a
 * staircase over the scheme's levels, or as a ribbon where height is dear or
 * the codes have no rank. */
#include "layout/draw.h"
#include "layout/labels.h"
#include "mark/marks.h"
#include "mark/response.h"

#include <math.h>
#include <string.h>

static bool
is_progression(const struct cc_term *term, const struct cc_fact *fact)
{
	return fact->kind == CC_KIND_RELAPSE ||
	       (term && term->slot && strcmp(term->slot, "pd") == 0);
}

static void
add_state(struct cc_figure *figure, struct responses *row,
    const struct cc_fact *fact, enum state_form form, const char *code)
{
	struct state *state = &row->states[row->count++];
	const char *scheme =
	    cc_case_criteria(figure->course, figure->in->terms, fact);
	const struct cc_term *term = code ? cc_terms_find(figure->in->terms,
						CC_IN_RESPONSE, scheme, code)
	                                  : NULL;
	if (is_progression(term, fact) && form == STATE_ASSESSED)
		form = STATE_LOST;
	const char *slot = term && term->slot ? term->slot : "ne";
	if (form == STATE_LOST)
		slot = "pd";
	*state = (struct state){.fact = fact,
	    .form = form,
	    .code = code,
	    .text = code ? cc_name(figure->words, CC_IN_RESPONSE, scheme, code,
			       CC_NAME_SHORT)
	                 : cc_say(figure->words, CC_MSG_RELAPSE_SHORT),
	    .swatch = cc_theme_response(figure->theme, slot),
	    .rank = term ? term->rank : NAN,
	    .at = fact->when.span.earliest_start};
	if (form == STATE_LOST && isnan(state->rank))
		state->rank = cc_relapse_rank(figure->in->terms, scheme);
	if (row->scheme == NULL)
		row->scheme = scheme;
}

/* A best response says nothing new where a dated one of its line says it. */
static bool
is_dated_too(const struct cc_case *course, const struct cc_fact *fact)
{
	for (size_t i = 0; i < course->fact_count; i++) {
		const struct cc_fact *other = &course->facts[i];
		if (other->kind == CC_KIND_RESPONSE && other->code &&
		    other->when.span.dated && other->line == fact->line &&
		    strcmp(other->code, fact->best) == 0 &&
		    other->when.span.latest_end.minute >
			fact->when.span.earliest_start.minute)
			return true;
	}
	return false;
}

static int
by_time(const void *a, const void *b)
{
	const struct state *x = a, *y = b;
	if (x->at.minute != y->at.minute)
		return x->at.minute < y->at.minute ? -1 : 1;
	return x->fact->index < y->fact->index ? -1 : 1;
}

static bool
lies_before(const struct cc_figure *figure, const struct cc_fact *fact)
{
	return fact->when.span.dated && fact->when.span.latest_end.minute <=
	                                    figure->axis.stretch[0].from.minute;
}

/* Of what lies before this panel's stretch only the last state still holds in
 * it. Returns how many responses went. */
static size_t
drop_earlier(const struct cc_figure *figure, struct responses *row)
{
	size_t before = 0, gone = 0;
	for (size_t i = 0; i < row->count; i++)
		if (lies_before(figure, row->states[i].fact))
			before = i + 1;
	if (before == 0)
		return 0;
	for (size_t i = 0; i + 1 < before; i++)
		gone += row->states[i].fact->kind != CC_KIND_RELAPSE;
	row->count -= before - 1;
	memmove(row->states, row->states + before - 1,
	    row->count * sizeof(row->states[0]));
	row->states[0].carried = true;
	return gone;
}

/* True where it ceased before this panel's stretch began. */
bool
cc_response_is_over(const struct state *state)
{
	return state->carried && state->right - state->left < 1;
}

void
cc_response_open(struct cc_figure *figure, const struct state *state)
{
	if (state->code)
		cc_figure_abbreviation(figure, CC_IN_RESPONSE,
		    cc_case_criteria(
			figure->course, figure->in->terms, state->fact),
		    state->code);
	/* The best response of a treatment is told with it. */
	cc_open_fact(
	    figure, state->fact, state->fact->best ? NULL : state->text);
}

static size_t
count_told(const struct cc_case *course)
{
	size_t count = 0;
	for (size_t i = 0; i < course->fact_count; i++) {
		const struct cc_fact *fact = &course->facts[i];
		count += fact->kind == CC_KIND_RESPONSE ||
		         fact->kind == CC_KIND_RELAPSE || fact->best;
	}
	return count;
}

static void
collect(const struct cc_mark *mark, struct cc_figure *figure)
{
	const struct cc_case *course = figure->course;
	size_t said = 0, most = count_told(course);
	if (most == 0)
		return;
	struct responses *row = cc_arena_new(figure->arena, struct responses);
	row->states = cc_arena_new_array(figure->arena, struct state, most);
	for (size_t i = 0; i < course->fact_count; i++) {
		const struct cc_fact *fact = &course->facts[i];
		if (!fact->when.span.dated ||
		    (!cc_figure_shows(figure, fact) &&
			!lies_before(figure, fact)))
			continue;
		if (fact->kind == CC_KIND_RESPONSE) {
			if (cc_figure_claim(figure, fact))
				add_state(figure, row, fact, STATE_ASSESSED,
				    fact->code);
			said++;
		} else if (fact->kind == CC_KIND_RELAPSE) {
			add_state(figure, row, fact, STATE_LOST, NULL);
		} else if (fact->best && !is_dated_too(course, fact)) {
			add_state(figure, row, fact, STATE_BEST, fact->best);
			said++;
		}
	}
	qsort(row->states, row->count, sizeof(row->states[0]), by_time);
	said -= drop_earlier(figure, row);
	if (said == 0)
		return;
	cc_figure_add_track(
	    figure, mark, cc_say(figure->words, CC_MSG_RESPONSE), NULL, row);
}

/* The patient's death, else the last report; nobody responds for longer. A
 * response to tissue taken before it may come later. */
static struct cc_instant
known_until(const struct cc_figure *figure, const struct cc_fact *response)
{
	struct cc_instant until = figure->course->last_dated;
	for (size_t f = 0; f < figure->course->fact_count; f++) {
		const struct cc_fact *fact = &figure->course->facts[f];
		if (fact->kind != CC_KIND_OUTCOME || !fact->when.span.dated ||
		    fact->patient != response->patient || !fact->code ||
		    strcmp(fact->code, "death") != 0)
			continue;
		struct cc_instant at =
		    cc_instant_mid(fact->when.span.earliest_start,
			fact->when.span.latest_start);
		if (at.minute < until.minute &&
		    at.minute >= response->when.span.earliest_start.minute)
			until = at;
	}
	return until;
}

/* When a response ceases to be known: the next assessment, progression, the
 * next line, death, or the last report. */
static struct cc_instant
held_until(
    const struct cc_figure *figure, const struct responses *row, size_t i)
{
	const struct state *state = &row->states[i];
	struct cc_instant until = known_until(figure, state->fact);
	int64_t from = state->form == STATE_BEST
	                   ? state->fact->when.span.earliest_end.minute
	                   : state->at.minute;
	for (size_t j = 0; j < row->count; j++) {
		const struct state *next = &row->states[j];
		if (j == i || next->at.minute < from)
			continue;
		if (next->at.minute == from && j < i)
			continue;
		struct cc_instant at =
		    cc_instant_mid(next->fact->when.span.earliest_start,
			next->form == STATE_BEST
			    ? next->fact->when.span.earliest_start
			    : next->fact->when.span.latest_start);
		if (at.minute < until.minute)
			until = at;
	}
	for (size_t f = 0; f < figure->course->fact_count; f++) {
		const struct cc_fact *fact = &figure->course->facts[f];
		if (fact->kind != CC_KIND_TREATMENT ||
		    fact->line == CC_NO_LINE || !fact->when.span.dated ||
		    state->fact->line == CC_NO_LINE ||
		    fact->line <= state->fact->line)
			continue;
		struct cc_instant start = fact->when.span.earliest_start;
		if (start.minute > from && start.minute < until.minute)
			until = start;
	}
	return until;
}

static int
by_rank(const void *a, const void *b)
{
	const struct level *x = a, *y = b;
	return (x->rank < y->rank) - (x->rank > y->rank);
}

/* By the scheme's plain word; else by that of what reached it. */
static void
add_level(struct cc_figure *figure, struct responses *row, double rank,
    const char *text)
{
	const struct cc_term *plain =
	    cc_level_term(figure->in->terms, row->scheme, rank);
	for (size_t i = 0; i < row->level_count; i++)
		if (row->levels[i].rank == rank)
			return;
	if (plain)
		text = cc_name(figure->words, CC_IN_RESPONSE, row->scheme,
		    plain->code, CC_NAME_SHORT);
	row->levels[row->level_count++] = (struct level){rank, text};
}

/* Levels: all that were reached, and the scheme's whole ranks below the best
 * and one above, so that the depth can be judged. */
static void
find_levels(struct cc_figure *figure, struct responses *row)
{
	size_t count = 0;
	const struct cc_term *const *all =
	    cc_vocab_list(figure->in->terms->vocab, CC_IN_RESPONSE, &count);
	row->levels = cc_arena_new_array(
	    figure->arena, struct level, count + row->count + 1);
	double best = -INFINITY;
	for (size_t i = 0; i < row->count; i++) {
		const struct state *state = &row->states[i];
		if (isnan(state->rank))
			continue;
		add_level(figure, row, state->rank, state->text);
		best = fmax(best, state->rank);
	}
	double above = INFINITY;
	for (size_t i = 0; i < count; i++)
		if (all[i]->scheme && row->scheme &&
		    strcmp(all[i]->scheme, row->scheme) == 0 &&
		    all[i]->rank > best)
			above = fmin(above, all[i]->rank);
	if (cc_pressed(figure, CC_PRESS_LEVELS) || above > 7)
		above = best;
	for (size_t i = 0; i < count; i++) {
		const struct cc_term *term = all[i];
		if (term->scheme && row->scheme &&
		    strcmp(term->scheme, row->scheme) == 0 &&
		    !isnan(term->rank) && term->rank <= above &&
		    term->rank == floor(term->rank))
			add_level(figure, row, term->rank, NULL);
	}
	qsort(row->levels, row->level_count, sizeof(row->levels[0]), by_rank);
}

/* Of the names of the levels, flush right before the plot. */
static double
levels_width(struct cc_figure *figure, const struct responses *row)
{
	double width = 0;
	for (size_t i = 0; i < row->level_count; i++)
		width = fmax(width, cc_width(figure, row->levels[i].text,
					CC_TYPE_LEAST, false));
	return width;
}

/* A ribbon where codes have no rank, where there are many, where a staircase
 * would take too much of the height, and where the names of its levels would
 * take the left column from the row's own name: NON-CR/NON-PD. */
static bool
wants_ribbon(struct cc_figure *figure, const struct responses *row)
{
	bool ranked = row->level_count >= 2;
	for (size_t i = 0; i < row->count; i++)
		ranked = ranked && !isnan(row->states[i].rank);
	return !ranked || row->count > 7 || row->level_count > 8 ||
	       levels_width(figure, row) > 0.12 * figure->page.width ||
	       cc_pressed(figure, CC_PRESS_RIBBON);
}

/* How far to the right of its start a state reaches before a cut. */
static double
first_piece(const struct cc_figure *figure, const struct state *state)
{
	for (size_t i = 0; i < figure->axis.stretches; i++) {
		double left = state->left, right = state->right;
		if (cc_axis_piece(&figure->axis, i, &left, &right))
			return right - left;
	}
	return 0;
}

/* An assessment within the span of an undated best response: nobody knows
 * which of them was first, so the best one is not held beyond it. */
static void
stop_at_assessment(
    const struct cc_figure *figure, struct responses *row, size_t i)
{
	struct state *state = &row->states[i];
	const struct cc_span *span = &state->fact->when.span;
	for (size_t j = 0; state->form == STATE_BEST && j < row->count; j++) {
		const struct state *other = &row->states[j];
		if (other->form == STATE_BEST ||
		    other->at.minute <= span->earliest_start.minute ||
		    other->at.minute >= span->earliest_end.minute)
			continue;
		/* In a ribbon the two would lie on each other. */
		if (row->ribbon)
			state->certain = fmin(state->certain,
			    cc_axis_x(&figure->axis, other->at));
		state->right = state->certain;
	}
}

/* Where on the axis. */
static void
place_states(struct cc_figure *figure, struct responses *row)
{
	for (size_t i = 0; i < row->count; i++) {
		struct state *state = &row->states[i];
		const struct cc_span *span = &state->fact->when.span;
		state->until = held_until(figure, row, i);
		struct cc_reach reach = cc_reach_of(figure, span);
		state->left = state->form == STATE_BEST ? reach.earliest_start
		                                        : reach.middle;
		state->right =
		    fmax(cc_axis_x(&figure->axis, state->until), state->left);
		state->certain = state->form == STATE_BEST
		                     ? fmin(reach.latest_end, state->right)
		                     : state->left;
		stop_at_assessment(figure, row, i);
		state->mark = state->form == STATE_BEST
		                  ? (state->left + state->certain) / 2
		                  : reach.middle;
		state->same =
		    i > 0 &&
		    g_strcmp0(row->states[i - 1].code, state->code) == 0 &&
		    row->states[i - 1].right >= state->left - 0.5;
		double w = cc_pill_width(figure, state->text);
		/* An assessment's pill stands behind its dot where there is
		 * room, so that the day stays visible. */
		if (state->form == STATE_ASSESSED &&
		    first_piece(figure, state) > w + 0.8 * figure->u)
			state->mark = state->left + w / 2 + 0.5 * figure->u;
		if (state->carried)
			state->mark = state->left + w / 2 + 0.3 * figure->u;
		double least = figure->plot.x + w / 2;
		double most = cc_box_right(figure->plot) - w / 2;
		state->mark = fmin(fmax(state->mark, least), most);
	}
}

/* The longest part of a state that no cut of the axis parts. */
static void
longest_piece(const struct cc_figure *figure, const struct state *state,
    double *from, double *to)
{
	*from = *to = state->left;
	for (size_t i = 0; i < figure->axis.stretches; i++) {
		double left = state->left, right = state->right;
		if (!cc_axis_piece(&figure->axis, i, &left, &right))
			continue;
		/* Its pale part and its full one are of two tones. */
		double tone = fmin(fmax(state->certain, left), right);
		bool pale = tone - left > right - tone;
		double start = pale ? left : tone, end = pale ? tone : right;
		if (end - start <= *to - *from)
			continue;
		*from = start;
		*to = end;
	}
}

static bool
fits_piece(const struct cc_figure *figure, const struct state *state)
{
	double from, to;
	longest_piece(figure, state, &from, &to);
	return cc_width(figure, state->text, CC_TYPE_NAME, true) <=
	       to - from - 0.3 * figure->u;
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

/* True where words at `x` would be read as the name of another piece, that has
 * none inside. */
static bool
names_another(const struct cc_figure *figure, const struct responses *row,
    const struct state *own, double x)
{
	if (x >= own->left && x <= own->right)
		return false;
	for (size_t i = 0; i < row->count; i++) {
		const struct state *state = &row->states[i];
		if (state != own && x >= state->left && x <= state->right &&
		    !fits_piece(figure, state))
			return true;
	}
	return false;
}

/* Codes of pieces too short for them, as near below as one row allows; a code
 * that would stand off its piece is left out. Progressions have a flag: theirs
 * go first. */
static void
place_below(struct cc_figure *figure, struct cc_track *track)
{
	struct responses *row = track->data;
	double *width = cc_arena_new_array(figure->arena, double, row->count);
	double *at = cc_arena_new_array(figure->arena, double, row->count);
	for (int lost = 1; lost >= 0; lost--) {
		size_t n = 0;
		for (size_t i = 0; i < row->count; i++) {
			struct state *state = &row->states[i];
			state->below = !state->same &&
			               !fits_piece(figure, state) &&
			               (lost || state->form != STATE_LOST);
			if (!state->below)
				continue;
			width[n] = cc_width(figure, state->text, CC_TYPE_LEAST,
				       false) +
			           0.5 * figure->u;
			at[n++] = (state->left + state->right) / 2;
		}
		bool placed = cc_labels_row(figure->arena,
		    figure->plot.x - 0.4 * figure->u,
		    cc_box_right(figure->plot) + 0.4 * figure->u, width, at, n);
		bool near = true;
		n = 0;
		track->labels = (struct cc_label_use){0};
		for (size_t i = 0; i < row->count; i++) {
			struct state *state = &row->states[i];
			if (!state->below)
				continue;
			double piece = (state->left + state->right) / 2;
			double off = fabs(at[n] - piece);
			if (!placed || off > 0.5 * width[n] ||
			    names_another(figure, row, state, at[n]))
				state->below = near = false;
			else
				note_shift(&track->labels, off);
			state->mark = at[n++];
		}
		if (near)
			return;
	}
}

/* In a ribbon each state ends where the next one begins. */
static void
part_states(struct responses *row)
{
	for (size_t i = 0; i + 1 < row->count; i++) {
		struct state *state = &row->states[i];
		state->right = fmin(
		    state->right, fmax(state->left, row->states[i + 1].left));
		state->certain = fmin(state->certain, state->right);
	}
}

static void
measure(struct cc_figure *figure, struct cc_track *track)
{
	struct responses *row = track->data;
	row->level_count = 0;
	track->labels = (struct cc_label_use){0};
	find_levels(figure, row);
	row->ribbon = wants_ribbon(figure, row);
	const struct cc_term *scheme =
	    row->scheme ? cc_terms_find(figure->in->terms, CC_IN_SCHEME, NULL,
			      row->scheme)
			: NULL;
	track->sub = scheme && strcmp(row->scheme, "none") != 0
	                 ? cc_name(figure->words, CC_IN_SCHEME, NULL,
			       row->scheme, CC_NAME_SHORT)
	                 : NULL;
	track->tick_width = 0;
	track->first_tick = 0;
	track->stretch = row->ribbon ? 0 : 0.6;
	if (row->ribbon) {
		track->height = 1.35 * figure->u;
		place_states(figure, row);
		part_states(row);
		place_below(figure, track);
		for (size_t i = 0; i < row->count; i++)
			if (row->states[i].below)
				track->height =
				    1.35 * figure->u +
				    1.1 * cc_type_size(figure, CC_TYPE_LEAST);
		if (track->sub)
			track->height = fmax(track->height, 2.1 * figure->u);
		return;
	}
	track->tick_width = levels_width(figure, row);
	track->first_tick =
	    cc_width(figure, row->levels[0].text, CC_TYPE_LEAST, false);
	track->height = (double)(row->level_count - 1) * figure->u +
	                1.45 * cc_pill_height(figure);
}

static void
place(struct cc_figure *figure, struct cc_track *track)
{
	struct responses *row = track->data;
	row->floor =
	    cc_response_level(track, row, -INFINITY, cc_pill_height(figure));
	if (row->ribbon)
		return;
	place_states(figure, row);
}

static void
fill_piece(
    struct cc_figure *figure, const struct state *state, struct cc_box box)
{
	struct cc_paint paint = cc_brush(state->swatch.fill);
	paint.stroke = cc_ink(figure, CC_COLOUR_PAGE);
	paint.width = figure->size->stroke[CC_STROKE_HAIRLINE];
	if (state->swatch.outline != CC_NO_COLOUR && state->swatch.dashed)
		paint.stroke = state->swatch.outline;
	box.width = fmax(box.width, paint.width);
	cc_paint_rect(figure->fore, CC_ROLE_BAR, box, 0, paint);
	if (state->swatch.hatch && figure->size->patterns && box.width > 1)
		cc_draw_hatch(figure, figure->fore, box,
		    cc_ink(figure, CC_COLOUR_BRACKET), 0.5 * figure->u);
}

static cc_colour
pale_part(const struct cc_figure *figure, const struct state *state)
{
	return cc_colour_mix(
	    state->swatch.fill, cc_ink(figure, CC_COLOUR_PAGE), 0.45);
}

/* In the certain part of a piece, else over both. */
static void
write_piece(struct cc_figure *figure, const struct state *state, double y)
{
	cc_colour colour = state->swatch.text;
	double from, to;
	longest_piece(figure, state, &from, &to);
	if (state->form == STATE_BEST && state->certain > from) {
		cc_colour pale = pale_part(figure, state);
		colour = cc_ink_on(figure, pale, pale);
	}
	cc_write_in(figure, CC_TYPE_NAME, true, colour, CC_ANCHOR_MIDDLE,
	    (from + to) / 2, cc_centre(figure, CC_TYPE_NAME, y), state->text);
}

/* In a ribbon a progression holds until the next response too. */
static void
draw_piece(struct cc_figure *figure, struct cc_track *track,
    const struct state *state, double h)
{
	double y = track->box.y, start = state->left;
	if (state->form == STATE_BEST && state->certain > state->left) {
		start = state->certain;
		cc_paint_rect(figure->fore, CC_ROLE_BAR,
		    (struct cc_box){
			state->left, y, state->certain - state->left, h},
		    0, cc_brush(pale_part(figure, state)));
	}
	for (size_t i = 0; i < figure->axis.stretches; i++) {
		double left = start, right = fmax(state->right, start + 0.01);
		if (cc_axis_piece(&figure->axis, i, &left, &right))
			fill_piece(figure, state,
			    (struct cc_box){left, y, right - left, h});
	}
	if (state->same)
		return;
	if (fits_piece(figure, state))
		write_piece(figure, state, y + h / 2);
	else if (state->below)
		cc_write(figure, CC_TYPE_LEAST, false, CC_COLOUR_INK,
		    CC_ANCHOR_MIDDLE, state->mark,
		    /* Chinese is taller than capitals. */
		    y + h + cc_type_size(figure, CC_TYPE_LEAST), state->text);
}

static void
draw(struct cc_figure *figure, struct cc_track *track)
{
	struct responses *row = track->data;
	if (!row->ribbon) {
		cc_response_stairs(figure, track, row);
		return;
	}
	double h = 1.3 * figure->u;
	for (size_t i = 0; i < row->count; i++) {
		if (cc_response_is_over(&row->states[i]))
			continue;
		cc_response_open(figure, &row->states[i]);
		draw_piece(figure, track, &row->states[i], h);
		cc_paint_end(figure->fore);
	}
}

const struct cc_mark cc_mark_response = {
    .name = "response",
    .zone = CC_ZONE_PLOT,
    .fills_column = true,
    /* Brackets stand over the responses that they measure. */
    .follows = "interval",
    .collect = collect,
    .measure = measure,
    .place = place,
    .draw = draw,
};
