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

/* Where the death of a fact's patient is seen; NAN: nowhere, or it is that. */
static double
death_of(const struct cc_figure *figure, const struct cc_fact *fact)
{
	const struct cc_fact *death =
	    figure->follow->patients[fact->patient].death;
	if (!death || death == fact)
		return NAN;
	const struct cc_span *span = &death->when.span;
	if (span->dated && cc_start_is_exact(span, figure->follow->exact))
		return cc_middle_of(figure, span);
	/* A month may be too narrow to be seen. */
	const struct cc_reach reach = cc_fact_reach(figure, death);
	return cc_has_line(figure, &reach) ? reach.middle : NAN;
}

static double
over_of(const struct cc_figure *figure, double death, double left)
{
	return left <= death ? death - CC_AIR_CUT * figure->u : INFINITY;
}

double
cc_words_over(
    const struct cc_figure *figure, const struct cc_fact *fact, double left)
{
	return over_of(figure, death_of(figure, fact), left);
}

void
cc_row_sides(const struct cc_figure *figure, const struct cc_fact *fact,
    double left, struct cc_lane_item *item)
{
	double death = death_of(figure, fact);
	cc_fact_sides(figure, fact, &item->least, &item->most);
	item->most = fmax(item->most, cc_box_right(figure->page));
	item->over = over_of(figure, death, left);
	if (left > death)
		item->least = fmax(item->least, death + CC_AIR_CUT * figure->u);
}

#define CUT_LEAST 0.8 /* of the room, for what is cut before a death */

double
cc_cut_before(double room, double before)
{
	return before >= CUT_LEAST * room ? fmin(room, before) : room;
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

/* A name and what is said behind it, each on a line. */
static bool
part_words(const struct cc_figure *figure, const struct cc_beside *words,
    double most, struct cc_fold *fold)
{
	double first = cc_width(figure, words->text, CC_TYPE_NAME, words->bold);
	double second = cc_width(figure, words->rest, CC_TYPE_NAME, false);
	*fold = (struct cc_fold){{words->text, words->rest},
	    {words->bold, false}, fmax(first, second)};
	return fold->width <= most;
}

/* Words that stand between two columns beside the item, on one line or two, or
 * under it; false: not there. */
static bool
find_between(struct cc_figure *figure, struct cc_lane_item *item,
    const struct cc_beside *words, double least, double end,
    struct cc_fold *fold)
{
	double gap = CC_AIR_MARK * figure->u;
	double own = fmax(item->left - least, end - item->right) - gap;
	double most = fmin(own, words->most);
	if (words->width <= most)
		return true;
	if (words->rest ? !part_words(figure, words, most, fold)
			: !cc_fold(figure, words->text, CC_TYPE_NAME,
			      words->bold, most, fold))
		return put_under(item, words->width, least, end);
	item->folded = fold->width + gap;
	return true;
}

void
cc_fold_beside(struct cc_figure *figure, const struct cc_divides *divides,
    struct cc_lane_item *item, const struct cc_beside *words,
    struct cc_fold *fold)
{
	double air = CC_AIR_CUT * figure->u, least, end;
	if (cc_yielded(figure, CC_YIELD_LISTS))
		return;
	cc_divides_side(divides, item->left, item->right, &least, &end);
	least = fmax(least + air, item->least);
	end = fmin(end - air, item->most);
	if (find_between(figure, item, words, least, end, fold) ||
	    (item->over < item->most && find_between(figure, item, words,
					    item->least, item->over, fold)))
		return;
	find_between(figure, item, words, item->least, item->most, fold);
}

#define BEHIND_MOST 0.25 /* of the page's width */

void
cc_ask_behind_death(const struct cc_figure *figure, struct cc_track *track,
    const struct cc_fact *fact, double left, double right, const char *text)
{
	double beyond = fmax(0, right - cc_box_right(figure->plot));
	double death = death_of(figure, fact);
	/* Of most facts: they are measured only where they stand there. */
	if (isnan(death) || left <= death)
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
/* The same of words that would be read as of something after a death. */
#define LATER 8
#define LATER_TIGHT 0.5

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
	    .later = tight ? LATER_TIGHT : LATER,
	};
}
