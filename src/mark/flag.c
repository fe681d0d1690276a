/* Callouts above the treatments: turning points as flags. */
#include "mark/flag.h"
#include "mark/marks.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* More plain events than this are a row of their own: the callouts belong to
 * the turning points. */
#define PLAIN_MOST 6

/* Signs at the ends of stems [u]: theirs, and the air between them. */
#define DEATH_RADIUS 0.5
#define DOT_RADIUS 0.45
#define DOT_LEAST 0.22
#define SIGN_AIR 0.1
/* Callouts that may stand in a sign's way, on each side. */
#define NEIGHBOURS 8

/* By fact index: which are only why something was not done, and said there. */
static const bool *
list_reasons(const struct cc_figure *figure)
{
	const struct cc_case *course = figure->course;
	bool *reasons =
	    cc_arena_new_array(figure->arena, bool, course->fact_count);
	for (size_t i = 0; i < course->fact_count; i++) {
		const struct cc_fact *fact = &course->facts[i];
		if (fact->kind != CC_KIND_PROCEDURE ||
		    fact->status != CC_STATUS_NOT_DONE)
			continue;
		for (size_t b = 0; b < fact->because.count; b++)
			reasons[fact->because.fact[b]->index] = true;
	}
	return reasons;
}

/* An event that is part of the story: neither harm nor a visit, and it
 * happened. */
static bool
is_told(const struct cc_figure *figure, const struct cc_fact *fact)
{
	const struct cc_harm *harm = figure->follow->harms.of[fact->index];
	return harm && harm->group == CC_HARM_NONE && !harm->visit &&
	       cc_fact_state(fact) == CC_STATE_DONE;
}

/* Which facts get a flag, and how dear it is. */
static bool
wants_flag(const struct cc_figure *figure, const bool *reasons,
    const struct cc_fact *fact, enum rank *rank)
{
	*rank = fact->key == CC_KEY_YES ? RANK_KEY : RANK_PLAIN;
	if (fact->key == CC_KEY_NO)
		return false;
	if (figure->follow->turns.of[fact->index]) {
		*rank = RANK_TURN;
		return true;
	}
	if (fact->kind == CC_KIND_COMMENT) {
		*rank = RANK_KEY;
		return true;
	}
	if (fact->kind == CC_KIND_PROCEDURE || fact->kind == CC_KIND_TREATMENT)
		return fact->key == CC_KEY_YES;
	if (fact->kind == CC_KIND_EVENT && !reasons[fact->index])
		return !fact->when.span.interval &&
		       (fact->key == CC_KEY_YES ||
			   is_told(figure, fact));
	return false;
}

static int
by_stem(const void *a, const void *b, void *follow)
{
	const struct flag *x = a, *y = b;
	return cc_fact_by_start(follow, x->fact, y->fact);
}

static size_t
count_plain(const struct cc_figure *figure, const bool *reasons)
{
	size_t count = 0;
	enum rank rank;
	for (size_t i = 0; i < figure->course->fact_count; i++) {
		const struct cc_fact *fact = &figure->course->facts[i];
		count += fact->kind == CC_KIND_EVENT &&
		         cc_figure_shows(figure, fact) &&
		         wants_flag(figure, reasons, fact, &rank) &&
		         rank == RANK_PLAIN;
	}
	return count;
}

/* Plain events keep to their row where they are a crowd. */
static bool
gets_flag(const struct cc_figure *figure, const bool *reasons,
    const struct cc_fact *fact, bool crowd, enum rank *rank)
{
	return wants_flag(figure, reasons, fact, rank) &&
	       !(crowd && fact->kind == CC_KIND_EVENT && *rank == RANK_PLAIN);
}

static size_t
count_flags(const struct cc_figure *figure, const bool *reasons, bool crowd)
{
	size_t count = 0;
	enum rank rank;
	for (size_t i = 0; i < figure->course->fact_count; i++)
		count += gets_flag(
		    figure, reasons, &figure->course->facts[i], crowd, &rank);
	return count;
}

static void
collect(const struct cc_mark *mark, struct cc_figure *figure)
{
	const struct cc_case *course = figure->course;
	struct flags *row = cc_arena_new(figure->arena, struct flags);
	const bool *reasons = list_reasons(figure);
	bool crowd = count_plain(figure, reasons) > PLAIN_MOST;
	size_t most = count_flags(figure, reasons, crowd);
	row->all = cc_arena_new_array(figure->arena, struct flag, most);
	row->items =
	    cc_arena_new_array(figure->arena, struct cc_flag_item, most);
	for (size_t i = 0; i < course->fact_count; i++) {
		const struct cc_fact *fact = &course->facts[i];
		enum rank rank;
		if (fact->kind == CC_KIND_EVENT && reasons[i])
			cc_figure_claim(figure, fact);
		if (!cc_figure_shows(figure, fact) ||
		    !gets_flag(figure, reasons, fact, crowd, &rank))
			continue;
		if (cc_flag_relapse(figure, fact)) {
			cc_figure_claim(figure, fact);
			continue;
		}
		/* What did not happen has its hollow sign in its row. */
		if ((fact->kind == CC_KIND_EVENT &&
			cc_fact_state(fact) == CC_STATE_DONE) ||
		    fact->kind == CC_KIND_COMMENT)
			cc_figure_claim(figure, fact);
		row->all[row->count].rank = rank;
		row->all[row->count++].fact = fact;
	}
	if (row->count == 0)
		return;
	cc_sort(figure, row->all, row->count, sizeof(row->all[0]), by_stem);
	struct cc_track *track =
	    cc_figure_add_track(figure, mark, NULL, NULL, row);
	track->rule = false;
}

static void
measure(struct cc_figure *figure, struct cc_track *track)
{
	struct flags *row = track->data;
	cc_flags_word(figure, row);
	cc_flags_fit(figure, row);
	track->height = row->height + 1.0 * figure->u;
	track->stretch = 0.3;
}

static bool
is_death(const struct cc_figure *figure, const struct flag *flag)
{
	return cc_turn_is_death(figure->follow->turns.of[flag->fact->index]);
}

/* Of the callouts about it, which come in the order of time: the distance to
 * the nearest stem, negative to the left; INFINITY: none is near. */
static double
nearest_stem(const struct flags *row, size_t i)
{
	double nearest = INFINITY;
	size_t first = i > NEIGHBOURS ? i - NEIGHBOURS : 0;
	for (size_t j = first; j < row->count && j <= i + NEIGHBOURS; j++) {
		double away =
		    row->all[j].reach.middle - row->all[i].reach.middle;
		if (!row->all[j].dropped && fabs(away) < fabs(nearest))
			nearest = away;
	}
	return nearest;
}

/* A dot close to a stem is smaller, one that would touch it hangs on it; but
 * for a turning point, whose own line shows its day. */
static void
place_dot(const struct cc_figure *figure, const struct flags *row, size_t i)
{
	double u = figure->u;
	struct flag *flag = &row->all[i];
	double away = nearest_stem(row, i), room = fabs(away) - SIGN_AIR * u;
	if (room >= DOT_RADIUS * u)
		flag->radius = DOT_RADIUS * u;
	else if (room >= DOT_LEAST * u || flag->rank == RANK_TURN)
		flag->radius = fmax(room, DOT_LEAST * u);
	else {
		flag->sign += away;
		flag->radius = DOT_RADIUS * u;
	}
}

/* Dots that would touch their neighbour's are smaller, a death's square is
 * not; those of about the same day lie on each other. */
static void
part_signs(const struct cc_figure *figure, struct flag *a, struct flag *b)
{
	double away = fabs(b->sign - a->sign);
	double room = away - SIGN_AIR * figure->u;
	double least = DOT_LEAST * figure->u;
	if (b->radius == 0 || a->radius + b->radius <= room || away < least)
		return;
	if (!is_death(figure, a))
		a->radius = fmax(
		    least, is_death(figure, b) ? room - b->radius : room / 2);
	if (!is_death(figure, b))
		b->radius = fmax(least, room - a->radius);
}

static void
place(struct cc_figure *figure, struct cc_track *track)
{
	struct flags *row = track->data;
	struct flag *last = NULL;
	for (size_t i = 0; i < row->count; i++) {
		struct flag *flag = &row->all[i];
		flag->bottom = cc_box_bottom(track->box) - 0.35 * figure->u;
		flag->sign = flag->reach.middle;
		flag->radius =
		    is_death(figure, flag) ? DEATH_RADIUS * figure->u : 0;
		if (flag->dropped && !is_death(figure, flag))
			place_dot(figure, row, i);
		if (last)
			part_signs(figure, last, flag);
		if (flag->radius > 0)
			last = flag;
	}
}

static void
draw_death(struct cc_figure *figure, const struct flag *flag)
{
	cc_draw_sign(figure, CC_SIGN_SQUARE, flag->sign, flag->bottom,
	    flag->radius, cc_ink(figure, CC_COLOUR_DEATH));
	cc_figure_legend(figure, CC_LEGEND_DEATH);
}

static enum cc_colour_role
flag_role(const struct flag *flag)
{
	return flag->turn_back ? CC_COLOUR_PROGRESSION : CC_COLOUR_INK;
}

static void
draw_flag(struct cc_figure *figure, struct cc_track *track, struct flag *flag)
{
	double u = figure->u;
	enum cc_colour_role role = flag_role(flag);
	cc_colour colour = cc_ink(figure, role);
	double floor = cc_box_bottom(track->box) - 0.88 * u;
	double top = floor - flag->item.base - flag->item.height;
	double x = flag->reach.middle;
	figure->line_top[flag->fact->index] = top + 0.1 * u;
	cc_paint_line(figure->fore, CC_ROLE_STEM,
	    (struct cc_point){x, top + 0.1 * u},
	    (struct cc_point){x, flag->bottom},
	    cc_pen(colour, figure->size->stroke[CC_STROKE_AXIS]));
	cc_draw_whisker(figure, flag->reach, flag->bottom, colour, 0.2 * u);
	if (is_death(figure, flag))
		draw_death(figure, flag);
	double gap = 0.4 * u;
	double words = flag->item.left ? x - gap : x + gap;
	enum cc_anchor anchor =
	    flag->item.left ? CC_ANCHOR_END : CC_ANCHOR_START;
	double pitch = cc_flag_pitch(figure);
	double y = top + 0.83 * pitch;
	const struct sizing *sized = flag->words;
	if (sized->tail_lines == 0 && flag->note[0] != '\0')
		cc_lose(figure, CC_LOST_NOTES, flag->fact);
	for (int i = 0; i < sized->head_lines + sized->tail_lines; i++) {
		bool head = i < sized->head_lines;
		cc_write(figure, CC_TYPE_NAME, head,
		    head ? role : CC_COLOUR_INK, anchor, words, y + pitch * i,
		    sized->line[i]);
	}
}

/* A callout without room for its words still marks its day, a death as what it
 * is. */
static void
draw_dropped(struct cc_figure *figure, const struct flag *flag)
{
	cc_lose(figure, CC_LOST_CALLOUTS, flag->fact);
	figure->line_top[flag->fact->index] = flag->bottom;
	cc_open_fact(figure, flag->fact, flag->head);
	if (is_death(figure, flag)) {
		draw_death(figure, flag);
	} else {
		cc_draw_sign(figure, CC_SIGN_OPEN_DOT, flag->sign, flag->bottom,
		    flag->radius, cc_ink(figure, flag_role(flag)));
		cc_figure_legend(figure, CC_LEGEND_UNNAMED);
	}
	cc_paint_end(figure->fore);
}

/* Dots over the stems that they hang on. */
static void
draw(struct cc_figure *figure, struct cc_track *track)
{
	struct flags *row = track->data;
	for (size_t i = 0; i < row->count; i++) {
		struct flag *flag = &row->all[i];
		if (flag->dropped)
			continue;
		cc_open_fact(figure, flag->fact, flag->head);
		draw_flag(figure, track, flag);
		cc_paint_end(figure->fore);
	}
	for (size_t i = 0; i < row->count; i++)
		if (row->all[i].dropped)
			draw_dropped(figure, &row->all[i]);
}

const struct cc_mark cc_mark_flag = {
    .name = "flag",
    .zone = CC_ZONE_PLOT,
    .collect = collect,
    .measure = measure,
    .place = place,
    .draw = draw,
};
