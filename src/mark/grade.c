/* The grade of an event along its bar: which tone where. */
#include "mark/grade.h"

#include <math.h>

const char *
cc_grade_of(const struct cc_figure *figure, const struct cc_fact *event)
{
	return cc_fact_state(event) == CC_STATE_DONE
	           ? figure->follow->harms.of[event->index]->grade
	           : NULL;
}

/* CRS and ICANS are graded by ASTCT, GVHD by its own criteria. */
static bool
has_own_scale(const struct cc_figure *figure, const struct cc_fact *fact)
{
	(void)figure;
	return fact->term && fact->term->grades.count > 0;
}

bool
cc_grade_any(const struct cc_figure *figure, cc_grade_test *test)
{
	const struct cc_harms *harms = &figure->follow->harms;
	for (size_t i = 0; i < harms->count; i++) {
		const struct cc_fact *fact = harms->item[i].fact;
		if (cc_grade_number(cc_grade_of(figure, fact)) > 0 &&
		    cc_figure_shows(figure, fact) && test(figure, fact))
			return true;
	}
	return false;
}

enum cc_legend
cc_grade_key(const struct cc_figure *figure)
{
	return cc_grade_any(figure, has_own_scale) ? CC_LEGEND_GRADE
	                                           : CC_LEGEND_CTCAE_GRADE;
}

enum cc_message
cc_grade_message(enum cc_legend key)
{
	return key == CC_LEGEND_GRADE ? CC_MSG_NUMBER_GRADE
	                              : CC_MSG_CTCAE_GRADE;
}

cc_colour
cc_grade_tone(
    const struct cc_figure *figure, const struct cc_fact *event, int grade)
{
	const struct cc_harm *harm = figure->follow->harms.of[event->index];
	if (grade > 0)
		return cc_ink(figure, CC_COLOUR_HARM1 + (unsigned)grade - 1);
	return cc_ink(figure,
	    harm->group == CC_HARM_INFECTION ? CC_COLOUR_INFECTION
	                                     : CC_COLOUR_HARM2);
}

/* When the course passes to a grade: of no width where the day is known. */
struct change {
	double from, to;
	int grade; /* that begins */
};

/* What of the bar is certain; of no width where no day is: a start that may
 * lie behind the latest end, "[2020-01..2020-07]/2020-06", is within it. */
static struct change
certain_part(const struct cc_bar *bar)
{
	struct change part = {bar->reach.latest_start, bar->reach.earliest_end,
	    0};
	if (part.to < part.from)
		part.from = part.to = CLAMP((part.from + part.to) / 2,
		    bar->reach.earliest_start, bar->reach.latest_end);
	return part;
}

static struct change
find_change(const struct cc_figure *figure, const struct cc_fact *event,
    const struct cc_grade *grade)
{
	const struct cc_span span =
	    cc_follow_part(figure->follow, event, &grade->when.span);
	struct cc_reach reach = cc_reach_of(figure, &span);
	struct change change = {.from = reach.earliest_start,
	    .to = span.interval ? reach.latest_start : reach.latest_end,
	    .grade = cc_grade_number(grade->grade)};
	/* A day begins with its first hour. */
	if (cc_start_is_exact(&span, figure->follow->exact))
		change.from = change.to =
		    cc_axis_x(&figure->axis, span.earliest_start);
	return change;
}

/* The changes of a course and, last, the end of what is certain. A first grade
 * that is told for the time in which the event began begins with it; what has
 * no time lies between its neighbours. */
static struct change *
find_changes(const struct cc_figure *figure, const struct cc_fact *event,
    const struct cc_bar *bar)
{
	struct change part = certain_part(bar);
	size_t count = event->grade_count;
	struct change *changes =
	    cc_arena_new_array(figure->arena, struct change, count + 1);
	double most = part.to;
	changes[count] = (struct change){most, most, 0};
	for (size_t i = count; i-- > 0;) {
		const struct cc_grade *grade = &event->grades[i];
		bool dated = grade->when.span.dated;
		changes[i] = dated ? find_change(figure, event, grade)
		                   : (struct change){part.from, most,
					 cc_grade_number(grade->grade)};
		changes[i].from = CLAMP(changes[i].from, part.from, most);
		changes[i].to = CLAMP(changes[i].to, changes[i].from, most);
		if (i == 0 &&
		    (!dated || changes[0].from <= part.from))
			changes[0].from = changes[0].to = part.from;
		if (dated)
			most = changes[i].from;
	}
	for (size_t i = 1; i < count; i++) {
		changes[i].from = fmax(changes[i].from, changes[i - 1].to);
		changes[i].to = fmax(changes[i].to, changes[i].from);
	}
	return changes;
}

/* No grade is told of the time before the first. */
static cc_colour
tone_before(const struct cc_figure *figure, const struct cc_fact *event,
    const struct change *changes, size_t i)
{
	return cc_grade_tone(figure, event, i > 0 ? changes[i - 1].grade : 0);
}

/* The ends, as those of any bar: of the tone that holds there. */
static void
draw_ends(struct cc_figure *figure, const struct cc_bar *bar, cc_colour first,
    cc_colour last)
{
	struct change part = certain_part(bar);
	double middle = (part.from + part.to) / 2;
	struct cc_bar left = *bar, right;
	left.outline = left.thin = false;
	right = left;
	left.fill = first;
	left.end = CC_BAR_TO_EDGE;
	left.reach.latest_start = fmin(left.reach.latest_start, middle);
	left.reach.earliest_end = left.reach.latest_end = middle;
	right.fill = last;
	right.start = CC_BAR_FROM_EDGE;
	right.reach.earliest_start = right.reach.latest_start = middle;
	right.reach.earliest_end = fmax(right.reach.earliest_end, middle);
	cc_draw_bar(figure, &left);
	cc_draw_bar(figure, &right);
}

static void
draw_course(struct cc_figure *figure, const struct cc_fact *event,
    const struct cc_bar *bar)
{
	size_t count = event->grade_count;
	const struct change *changes = find_changes(figure, event, bar);
	bool from_start = changes[0].to <= certain_part(bar).from;
	draw_ends(figure, bar,
	    tone_before(figure, event, changes, from_start ? 1 : 0),
	    tone_before(figure, event, changes, count));
	double from = certain_part(bar).from;
	for (size_t i = 0; i <= count; i++) {
		cc_colour tone = tone_before(figure, event, changes, i);
		double width = changes[i].to - changes[i].from;
		cc_fill_bar_part(figure, bar, from, changes[i].from, tone);
		if (width > 0)
			cc_draw_fade(figure->fore,
			    (struct cc_box){
				changes[i].from, bar->y, width, bar->height},
			    tone,
			    tone_before(figure, event, changes, i + 1));
		from = changes[i].to;
	}
}

/* The lowest grades are pale: an edge keeps them at 3 : 1. */
static void
outline_pale(struct cc_figure *figure, const struct cc_bar *bar)
{
	double pen = figure->size->stroke[CC_STROKE_HAIRLINE];
	double left = bar->reach.earliest_start;
	double right = bar->reach.latest_end;
	if (right - left < 4 * pen || cc_bar_fades(bar))
		return;
	cc_paint_rect(figure->fore, CC_ROLE_BAR,
	    (struct cc_box){left + pen / 2, bar->y + pen / 2,
		right - left - pen, bar->height - pen},
	    0, cc_pen(cc_ink(figure, CC_COLOUR_BRACKET), pen));
}

void
cc_draw_graded(struct cc_figure *figure, const struct cc_fact *event,
    const struct cc_bar *bar)
{
	bool solid = bar->look == CC_BAR_SOLID;
	if (solid && event->grade_count > 0)
		draw_course(figure, event, bar);
	else
		cc_draw_bar(figure, bar);
	if (solid)
		outline_pale(figure, bar);
}

/* The grade of all of the bar, or of none of its parts. */
static struct cc_grade_stretch
worst_stretch(const struct cc_figure *figure, const struct cc_fact *event,
    const struct cc_bar *bar)
{
	struct change part = certain_part(bar);
	double start = bar->reach.earliest_start;
	bool whole = event->grade_count == 0 && part.to > part.from;
	return (struct cc_grade_stretch){whole ? part.from : start,
	    whole ? part.to : start, bar->fill, cc_grade_of(figure, event)};
}

struct cc_grade_stretches
cc_grade_stretches(const struct cc_figure *figure, const struct cc_fact *event,
    const struct cc_bar *bar)
{
	struct cc_grade_stretches found = {.count = 1};
	found.all = cc_arena_new_array(
	    figure->arena, struct cc_grade_stretch, event->grade_count + 1);
	found.all[0] = worst_stretch(figure, event, bar);
	int worst = cc_grade_number(found.all[0].grade);
	const struct change *changes = find_changes(figure, event, bar);
	for (size_t i = 0; i < event->grade_count; i++) {
		bool first = changes[i].grade == worst;
		found.all[first ? 0 : found.count++] =
		    (struct cc_grade_stretch){changes[i].to,
			changes[i + 1].from,
			cc_grade_tone(figure, event, changes[i].grade),
			event->grades[i].grade};
		worst = first ? -1 : worst;
	}
	return found;
}
