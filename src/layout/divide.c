/* Lines that part time, from the axis down through all rows: cuts, and the days
 * on which the course turned back or ended. */
#include "layout/divide.h"

#include "place/air.h"

#include <math.h>

static const struct cc_turn *
turn_of(const struct cc_figure *figure, const struct cc_fact *fact)
{
	const struct cc_turn *turn = figure->follow->turns.of[fact->index];
	return turn && cc_figure_shows(figure, fact) ? turn : NULL;
}

bool
cc_is_turn_back(const struct cc_figure *figure, const struct cc_fact *fact)
{
	return cc_turn_is_back(turn_of(figure, fact));
}

bool
cc_runs_down(const struct cc_figure *figure, const struct cc_fact *fact)
{
	return cc_is_turn_back(figure, fact) ||
	       cc_turn_is_death(turn_of(figure, fact));
}

#define LINE_MOST 0.4 /* width of a time that looks like one day [u] */

bool
cc_has_line(const struct cc_figure *figure, const struct cc_reach *reach)
{
	return reach->latest_end - reach->earliest_start <
	       LINE_MOST * figure->u;
}

double
cc_cut_middle(const struct cc_axis *axis, size_t i)
{
	return (axis->stretch[i].right + axis->stretch[i + 1].left) / 2;
}

struct cc_divides
cc_divides_find(const struct cc_figure *figure)
{
	const struct cc_turns *turns = &figure->follow->turns;
	struct cc_divides found = {.x = cc_arena_new_room(figure->arena, double,
				       CC_AXIS_STRETCHES + turns->count)};
	for (size_t i = 0; i + 1 < figure->axis.stretches; i++)
		found.x[found.count++] = cc_cut_middle(&figure->axis, i);
	for (size_t i = 0; i < turns->count; i++) {
		const struct cc_fact *fact = turns->item[i].fact;
		if (!cc_runs_down(figure, fact))
			continue;
		const struct cc_reach reach = cc_fact_reach(figure, fact);
		if (cc_has_line(figure, &reach))
			found.x[found.count++] = reach.middle;
	}
	return found;
}

void
cc_divides_side(const struct cc_divides *divides, double left, double right,
    double *least, double *most)
{
	*least = -INFINITY;
	*most = INFINITY;
	for (size_t i = 0; i < divides->count; i++) {
		double x = divides->x[i];
		if (x <= left)
			*least = fmax(*least, x);
		else if (x >= right)
			*most = fmin(*most, x);
	}
}

/* Where the patient's death is seen, if what stands from `left` on came after
 * it; else NAN. */
static double
death_before(
    const struct cc_figure *figure, const struct cc_fact *fact, double left)
{
	const struct cc_patient_course *patient =
	    &figure->follow->patients[fact->patient];
	if (!cc_death_is_dated(patient) || patient->death == fact ||
	    !cc_start_is_exact(
		&patient->death->when.span, figure->follow->exact))
		return NAN;
	double x = cc_middle_of(figure, &patient->death->when.span);
	return left >= x ? x : NAN;
}

void
cc_row_sides(const struct cc_figure *figure, const struct cc_fact *fact,
    double left, double *least, double *most)
{
	double death = death_before(figure, fact, left);
	cc_fact_sides(figure, fact, least, most);
	*most = fmax(*most, cc_box_right(figure->page));
	if (!isnan(death))
		*least = fmax(*least, death + CC_AIR_CUT * figure->u);
}

/* One line under the item, from its start where there is room for it. */
static bool
put_under(struct cc_lane_item *item, double width, double least, double most)
{
	if (width > most - least)
		return false;
	item->under = width;
	item->under_x = fmax(least, fmin(item->left, most - width));
	return true;
}

void
cc_fold_beside(struct cc_figure *figure, const struct cc_divides *divides,
    struct cc_lane_item *item, const char *text, double width, double most,
    struct cc_fold *fold)
{
	double gap = CC_AIR_MARK * figure->u, air = CC_AIR_CUT * figure->u;
	double least, end;
	if (cc_yielded(figure, CC_YIELD_LISTS))
		return;
	cc_divides_side(divides, item->left, item->right, &least, &end);
	least = fmax(least + air, item->least);
	end = fmin(end - air, item->most);
	double own = fmax(item->left - least, end - item->right) - gap;
	if (width <= fmin(own, most))
		return;
	if (cc_fold(figure, text, CC_TYPE_NAME, false, fmin(own, most), fold))
		item->folded = fold->width + gap;
	else if (put_under(item, width, least, end) || width <= most)
		return;
	else if (cc_fold(figure, text, CC_TYPE_NAME, false, most, fold))
		item->folded = fold->width + gap;
	else
		put_under(item, width, item->least, item->most);
}

#define BEHIND_MOST 0.25 /* of the page's width */

void
cc_ask_behind_death(const struct cc_figure *figure, struct cc_track *track,
    const struct cc_fact *fact, double left, double right, const char *text)
{
	double beyond = fmax(0, right - cc_box_right(figure->plot));
	/* Of most facts: they are measured only where they stand there. */
	if (isnan(death_before(figure, fact, left)))
		return;
	double words = cc_wrap_width(figure, text, CC_TYPE_NAME, false) +
	               (CC_AIR_MARK + CC_AIR_BEYOND) * figure->u;
	if (words <= cc_box_right(figure->plot) - right)
		return;
	track->right_width = fmax(track->right_width,
	    fmin(beyond + words, BEHIND_MOST * figure->page.width));
}

/* What it costs words to cross such a line [lanes]: more than some lanes
 * further down; where height is dear, less than to push the next item down. */
#define CROSSING 4
#define CROSSING_TIGHT 0.15

struct cc_lanes
cc_lanes_of(const struct cc_figure *figure, double gap, bool tight)
{
	const struct cc_divides divides = cc_divides_find(figure);
	return (struct cc_lanes){
	    .least = figure->plot.x,
	    .most = cc_box_right(figure->plot),
	    .gap = gap,
	    .lines = divides.x,
	    .line_count = divides.count,
	    .air = CC_AIR_CUT * figure->u,
	    .crossing = tight ? CROSSING_TIGHT : CROSSING,
	};
}
