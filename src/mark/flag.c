/* Callouts above the treatments: turning points as flags. */
#include "mark/flag.h"
#include "mark/marks.h"

#include <math.h>
#include <stdlib.h>

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

static enum cc_story_part
part_of(const struct cc_figure *figure, const struct cc_fact *fact)
{
	return figure->follow->story.of[fact->index];
}

static bool
is_event(enum cc_story_part part)
{
	return part == CC_STORY_EVENT || part == CC_STORY_HARM;
}

/* Which facts get a flag, and how dear it is. */
static bool
wants_flag(const struct cc_figure *figure, const struct cc_fact *fact,
    enum rank *rank)
{
	bool key = fact->key == CC_KEY_YES;
	*rank = key ? RANK_KEY : RANK_PLAIN;
	if (fact->key == CC_KEY_NO)
		return false;
	switch (part_of(figure, fact)) {
	case CC_STORY_NONE:
	case CC_STORY_REASON:
		break;
	case CC_STORY_TURN:
		*rank = RANK_TURN;
		return true;
	case CC_STORY_REMARK:
		*rank = RANK_KEY;
		return true;
	case CC_STORY_CARE:
		return key;
	case CC_STORY_EVENT:
		return !fact->when.span.interval;
	case CC_STORY_HARM:
		return key &&
		       (!fact->when.span.interval || fact->when.span.dated);
	}
	return false;
}

static int
by_stem(const void *a, const void *b, void *follow)
{
	const struct flag *x = a, *y = b;
	return cc_fact_by_start(follow, x->fact, y->fact);
}

static size_t
count_plain(const struct cc_figure *figure)
{
	size_t count = 0;
	enum rank rank;
	for (size_t i = 0; i < figure->course->fact_count; i++) {
		const struct cc_fact *fact = &figure->course->facts[i];
		count += is_event(part_of(figure, fact)) &&
		         cc_figure_shows(figure, fact) &&
		         wants_flag(figure, fact, &rank) &&
		         rank == RANK_PLAIN;
	}
	return count;
}

/* Plain events keep to their row where they are a crowd. */
static bool
gets_flag(const struct cc_figure *figure, const struct cc_fact *fact,
    bool crowd, enum rank *rank)
{
	return wants_flag(figure, fact, rank) &&
	       !(crowd && is_event(part_of(figure, fact)) &&
		   *rank == RANK_PLAIN);
}

static size_t
count_flags(const struct cc_figure *figure, bool crowd)
{
	size_t count = 0;
	enum rank rank;
	for (size_t i = 0; i < figure->course->fact_count; i++)
		count += gets_flag(
		    figure, &figure->course->facts[i], crowd, &rank);
	return count;
}

/* A diagnosis that came with a relapse is named on its flag. */
static bool
is_said_by_relapse(const struct cc_figure *figure, const struct cc_fact *fact)
{
	const struct cc_turn *turn = figure->follow->turns.of[fact->index];
	return turn && turn->kind == CC_TURN_DIAGNOSIS && turn->with;
}

/* A harm that lasted is told where it begins. */
static bool
is_onset(enum cc_story_part part, const struct cc_fact *fact)
{
	return part == CC_STORY_HARM && fact->when.span.interval;
}

/* What is drawn elsewhere too: turns, care, how long a harm lasted; what did
 * not happen has its hollow sign in its row. */
static bool
keeps_row(enum cc_story_part part, const struct cc_fact *fact)
{
	if (part == CC_STORY_REMARK)
		return false;
	return !is_event(part) || is_onset(part, fact) ||
	       cc_fact_state(fact) != CC_STATE_DONE;
}

static void
collect(const struct cc_mark *mark, struct cc_figure *figure)
{
	const struct cc_case *course = figure->course;
	struct flags *row = cc_arena_new(figure->arena, struct flags);
	bool crowd = count_plain(figure) > PLAIN_MOST;
	size_t most = count_flags(figure, crowd);
	row->all = cc_arena_new_array(figure->arena, struct flag, most);
	row->items =
	    cc_arena_new_array(figure->arena, struct cc_stem_item, most);
	for (size_t i = 0; i < course->fact_count; i++) {
		const struct cc_fact *fact = &course->facts[i];
		enum rank rank;
		enum cc_story_part part = part_of(figure, fact);
		if (part == CC_STORY_REASON)
			cc_figure_claim(figure, fact);
		if (!cc_figure_shows(figure, fact) ||
		    !gets_flag(figure, fact, crowd, &rank))
			continue;
		if (is_said_by_relapse(figure, fact)) {
			cc_figure_claim(figure, fact);
			continue;
		}
		if (!keeps_row(part, fact))
			cc_figure_claim(figure, fact);
		bool onset = is_onset(part, fact);
		row->all[row->count++] = (struct flag){.fact = fact,
		    .rank = rank,
		    .onset = onset,
		    .span = onset ? cc_span_start(&fact->when.span)
		                  : fact->when.span};
	}
	if (row->count == 0)
		return;
	cc_sort(figure, row->all, row->count, sizeof(row->all[0]), by_stem);
	struct cc_track *track =
	    cc_figure_add_track(figure, mark, NULL, NULL, row);
	track->own_name = cc_say(figure->words, CC_MSG_KEY_EVENTS);
	track->rule = false;
}

static void
measure(struct cc_figure *figure, struct cc_track *track)
{
	struct flags *row = track->data;
	cc_flags_word(figure, row);
	cc_flags_fit(figure, row);
	track->height = row->height + 1.0 * figure->u;
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

/* What lasted has a foot as long as that; a moment in doubt its whisker. */
static void
draw_reach(
    struct cc_figure *figure, const struct flag *flag, cc_colour colour)
{
	const struct cc_reach *reach = &flag->reach;
	double foot = 0.16 * figure->u;
	if (flag->onset ||
	    !cc_follow_span(figure->follow, flag->fact)->interval) {
		cc_draw_whisker(
		    figure, *reach, flag->bottom, colour, 0.2 * figure->u);
		return;
	}
	cc_paint_rect(figure->fore, CC_ROLE_MARK,
	    (struct cc_box){reach->earliest_start, flag->bottom - foot,
		reach->latest_end - reach->earliest_start, foot},
	    0, cc_brush(colour));
}

/* Of two that are told once the tooltip tells each. */
static void
open_flag(struct cc_figure *figure, const struct flag *flag)
{
	const struct cc_turn *turn =
	    figure->follow->turns.of[flag->fact->index];
	if (!figure->tips || !turn || !turn->with) {
		cc_open_fact(figure, flag->fact, flag->head);
		return;
	}
	cc_open_told(figure, flag->fact,
	    cc_flag_join(figure,
		cc_fact_tip(figure->words, flag->fact, flag->head),
		cc_fact_tip(figure->words, turn->with, NULL)));
}

/* Of what it adds, or of what came back. */
static bool
loses_note(const struct flag *flag)
{
	const struct sizing *words = flag->words;
	bool noted = words->tail_lines > 0 && !words->no_note;
	return (flag->note[0] != '\0' && !noted) ||
	       (flag->brief && flag->head != flag->kind);
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
	draw_reach(figure, flag, colour);
	if (is_death(figure, flag))
		draw_death(figure, flag);
	double gap = 0.4 * u;
	double words = flag->item.left ? x - gap : x + gap;
	enum cc_anchor anchor =
	    flag->item.left ? CC_ANCHOR_END : CC_ANCHOR_START;
	double pitch = cc_flag_pitch(figure);
	double y = top + 0.83 * pitch;
	const struct sizing *sized = flag->words;
	if (loses_note(flag))
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
	open_flag(figure, flag);
	if (is_death(figure, flag)) {
		draw_death(figure, flag);
		cc_figure_legend(figure, CC_LEGEND_DEATH_UNNAMED);
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
		open_flag(figure, flag);
		draw_flag(figure, track, flag);
		cc_paint_end(figure->fore);
	}
	for (size_t i = 0; i < row->count; i++)
		if (row->all[i].dropped)
			draw_dropped(figure, &row->all[i]);
}

const struct cc_mark cc_mark_flag = {
    .name = "flag",
    .always = true,
    .again = true,
    .zone = CC_ZONE_PLOT,
    .yields = {CC_YIELD_NOTES, CC_YIELD_CALLOUTS, CC_YIELD_TURNS,
	CC_YIELD_TURNS_MORE},
    .collect = collect,
    .measure = measure,
    .place = place,
    .draw = draw,
};
