/* Events as they are drawn: bars of grades, moments, their words. */
#include "mark/event-row.h"
#include "mark/grade.h"
#include "place/air.h"

#include <math.h>

/* Between a grade and the edges of its stretch [u]. */
#define GRADE_PAD 0.15

/* The worst has a ground of its own where its stretch is too narrow for it: the
 * course beside it gives way. */
static void
make_room(struct cc_figure *figure, const struct happened *e,
    struct cc_grade_stretch *worst, double box)
{
	const struct cc_reach *reach = &e->bar.reach;
	if (worst->to - worst->from >= box)
		return;
	worst->from = (worst->from + worst->to - box) / 2;
	worst->from = fmin(
	    fmax(worst->from, reach->earliest_start), reach->latest_end - box);
	worst->to = worst->from + box;
	cc_paint_rect(figure->fore, CC_ROLE_BAR,
	    (struct cc_box){worst->from, e->bar.y, box, e->bar.height}, 0,
	    cc_brush(worst->tone));
}

/* What another stretch leaves of this one. */
static void
cut_stretch(struct cc_grade_stretch *stretch, const struct cc_grade_stretch *by)
{
	if (stretch->from < by->to && stretch->to > by->to)
		stretch->from = by->to;
	else if (stretch->from < by->from && stretch->to > by->from)
		stretch->to = by->from;
}

static void
write_grade(struct cc_figure *figure, const struct happened *e,
    const struct cc_grade_stretch *room, double width)
{
	double x = fmin(
	    room->from + 0.25 * figure->u, (room->from + room->to - width) / 2);
	cc_write_in(figure, CC_TYPE_LEAST, true,
	    cc_ink_on(figure, room->tone, room->tone), CC_ANCHOR_START, x,
	    cc_centre(figure, CC_TYPE_LEAST, e->bar.y + e->bar.height / 2),
	    room->grade);
}

/* The worst, and each other one that has room where it holds. */
static void
write_grades(struct cc_figure *figure, const struct happened *e)
{
	const struct cc_reach *reach = &e->bar.reach;
	double pad = 2 * GRADE_PAD * figure->u;
	if (cc_grade_number(e->grade) == 0 || e->moment)
		return;
	/* Words on a bar of several grades cover them. */
	if (e->item.side == CC_SIDE_INSIDE && e->fact->grade_count > 0)
		return;
	double w = cc_width(figure, e->grade, CC_TYPE_LEAST, true);
	if (reach->latest_end - reach->earliest_start < w + pad)
		return;
	struct cc_grade_stretches found =
	    cc_grade_stretches(figure, e->fact, &e->bar);
	make_room(figure, e, &found.all[0], w + pad);
	write_grade(figure, e, &found.all[0], w);
	for (size_t i = 1; i < found.count; i++) {
		struct cc_grade_stretch *room = &found.all[i];
		cut_stretch(room, &found.all[0]);
		w = cc_width(figure, room->grade, CC_TYPE_LEAST, true);
		if (room->to - room->from >= w + pad)
			write_grade(figure, e, room, w);
	}
}

/* Behind the digit: on a bar of one colour, else on a ground that cuts it.
 * Small, for a bar is no higher than its digit. */
static void
write_on(struct cc_figure *figure, const struct happened *e, double y)
{
	const struct cc_bar *bar = &e->bar;
	double u = figure->u,
	       w = cc_width(figure, e->name, CC_TYPE_LEAST, false);
	struct cc_box certain = cc_bar_certain(bar);
	double from = bar->reach.earliest_start, to = bar->reach.latest_end;
	cc_colour colour = cc_ink(figure, CC_COLOUR_INK);
	if (!e->moment && cc_grade_number(e->grade) > 0)
		from = fmax(from, certain.width > 0 ? certain.x : from) +
		       0.5 * u +
		       cc_width(figure, e->grade, CC_TYPE_LEAST, true);
	/* Beside the box of a moment, which stands in the middle. */
	double box = cc_event_box(figure, e);
	if (e->moment && box > 0)
		from = bar->reach.middle + box / 2 + 0.3 * u;
	double x = (from + to - w) / 2;
	/* Descenders would hang out of a lower bar. */
	bool low = bar->height < 1.16 * cc_type_size(figure, CC_TYPE_LEAST);
	if (e->moment || e->fact->grade_count > 0 || low) {
		cc_paint_rect(figure->fore, CC_ROLE_MARK,
		    (struct cc_box){
			x - 0.3 * u, bar->y, w + 0.6 * u, bar->height},
		    0, cc_brush(cc_ground_at(figure, x)));
	} else if (cc_box_right(certain) - fmax(from, certain.x) > w) {
		x = (fmax(from, certain.x) + cc_box_right(certain) - w) / 2;
		colour = cc_ink_on(figure, bar->fill, bar->fill);
	} else {
		colour = cc_bar_ink(figure, bar);
	}
	cc_write_in(figure, CC_TYPE_LEAST, false, colour, CC_ANCHOR_START, x,
	    cc_centre(figure, CC_TYPE_LEAST, y), e->name);
}

static void
write_folded(struct cc_figure *figure, const struct happened *e, double y)
{
	bool left = e->item.side == CC_SIDE_LEFT;
	double gap = CC_AIR_MARK * figure->u;
	struct cc_point at = {
	    left ? e->item.left - gap : e->item.right + gap, y};
	cc_fold_write(figure, &e->fold, CC_TYPE_NAME,
	    left ? CC_ANCHOR_END : CC_ANCHOR_START, at,
	    cc_lane_of_names(figure, 1.2, 1.02));
}

static void
write_name(struct cc_figure *figure, const struct happened *e, double y)
{
	double x = e->item.side == CC_SIDE_LEFT
	               ? e->item.from
	               : e->item.right + 0.35 * figure->u;
	if (e->item.side == CC_SIDE_UNDER) {
		x = e->item.under_x;
		y += cc_lane_of_names(figure, 1.2, 1.02);
	}
	if (e->item.folded > 0 && e->item.two_lines)
		write_folded(figure, e, y);
	else if (e->item.side == CC_SIDE_INSIDE)
		write_on(figure, e, y);
	else
		cc_write_measured(figure, CC_TYPE_NAME, false,
		    cc_ink(figure, CC_COLOUR_INK), CC_ANCHOR_START,
		    (struct cc_point){x, cc_centre(figure, CC_TYPE_NAME, y)},
		    e->name, e->name_width);
}

/* What did not happen is hollow; true where it is. */
static bool
draw_thought_of(
    struct cc_figure *figure, const struct happened *e, double middle)
{
	static const struct {
		enum cc_sign sign;
		enum cc_legend legend;
	} looks[] = {
	    [CC_STATE_PLANNED] = {CC_SIGN_DASHED, CC_LEGEND_PLANNED},
	    [CC_STATE_NOT_DONE] = {CC_SIGN_SLASHED, CC_LEGEND_NOT_DONE},
	};
	enum cc_fact_state state = cc_fact_state(e->fact);
	if (state == CC_STATE_DONE)
		return false;
	cc_draw_sign(figure, looks[state].sign, e->bar.reach.middle, middle,
	    0.5 * figure->u, cc_ink(figure, CC_COLOUR_INK));
	cc_figure_legend(figure, looks[state].legend);
	return true;
}

/* A moment is a dot; a graded one a box with its digit. */
static void
draw_moment(struct cc_figure *figure, const struct happened *e, double middle)
{
	const char *grade = e->grade;
	cc_draw_whisker(figure, e->bar.reach, middle,
	    cc_ink(figure, CC_COLOUR_MID), 0.4 * figure->u);
	if (draw_thought_of(figure, e, middle))
		return;
	if (e->stands_for > 1) {
		cc_draw_cluster(
		    figure, e->bar.reach.middle, middle, e->stands_for);
		return;
	}
	if (cc_grade_number(grade) == 0) {
		cc_draw_sign(figure, CC_SIGN_DOT, e->bar.reach.middle, middle,
		    0.45 * figure->u, cc_grade_tone(figure, e->fact, 3));
		return;
	}
	double w = cc_event_box(figure, e);
	cc_colour fill = e->bar.fill;
	figure->grade = MAX(figure->grade, cc_grade_number(grade));
	cc_paint_rect(figure->fore, CC_ROLE_BAR,
	    (struct cc_box){
		e->bar.reach.middle - w / 2, e->bar.y, w, e->bar.height},
	    0, cc_brush(fill));
	cc_write_in(figure, CC_TYPE_LEAST, true, cc_ink_on(figure, fill, fill),
	    CC_ANCHOR_MIDDLE, e->bar.reach.middle,
	    cc_centre(figure, CC_TYPE_LEAST, middle), grade);
}

static void
draw_one(struct cc_figure *figure, const struct happened *e)
{
	double middle = e->bar.y + e->bar.height / 2;
	if (e->moment) {
		draw_moment(figure, e, middle);
	} else {
		cc_draw_graded(figure, e->fact, &e->bar);
		if (cc_bar_certain(&e->bar).width > 0)
			figure->grade =
			    MAX(figure->grade, cc_grade_number(e->grade));
		write_grades(figure, e);
	}
	write_name(figure, e, middle);
}

static void
tell_grades(struct cc_figure *figure, const struct events *row)
{
	if (cc_events_have_grades(row) && cc_events_keyed(figure, row))
		cc_figure_legend(figure, cc_grade_key(figure));
}

/* A complication may be known as a disease alone. */
static void
explain(struct cc_figure *figure, const struct cc_fact *fact)
{
	cc_figure_abbreviation_of(
	    figure, fact->term ? fact->term->in : CC_IN_EVENT, fact);
}

void
cc_events_draw(struct cc_figure *figure, struct cc_track *track)
{
	struct events *row = track->data;
	tell_grades(figure, row);
	for (size_t i = 0; i < row->count; i++) {
		const struct happened *e = &row->all[i];
		/* Its name may stand in a list. */
		if (!e->lost)
			explain(figure, e->fact);
		if (e->stands_for == 0)
			continue;
		if (e->stands_for > 1)
			cc_open_told(figure, e->fact,
			    cc_cluster_tip(figure, row->members, i));
		else
			cc_open_fact(figure, e->fact, NULL);
		if (e->cut)
			cc_lose(figure, CC_LOST_LISTS, e->fact);
		draw_one(figure, e);
		cc_paint_end(figure->fore);
	}
}
