/* The steps behind the time axis: what comes after the last dated fact, one a
 * step, in the order that the file tells. Their ground, numbers and dotted axis
 * say that they are no time. */
#include "layout/parts.h"

#include "base/number.h"

#include <math.h>

/* A step is as wide as the widest name in it and the air that a bar has around
 * its own, within these [u]; all of them take no more than a share of the page.
 * Of a narrow one they take less, but for the signs in them, unless they are
 * most of what there is. Where nothing has a date, all of the plot is theirs. */
#define STEP_LEAST 3
#define STEP_MOST 8
#define STEP_SIGN 1.7
#define STEP_AIR 0.6
#define BAR_AIR 1.4
#define STEPS_SHARE 0.5
#define STEPS_NARROW 0.21
#define STEPS_MOST 0.6
/* Where all that is dated is of one day, that needs little of the page. */
#define STEPS_OF_DAY 0.66
#define NARROW 50

static double
widest_name(const struct cc_figure *figure)
{
	const struct cc_case *course = figure->course;
	double widest = 0;
	for (size_t i = 0; i < course->fact_count; i++) {
		if (figure->follow->order.of[i].kind != CC_ORDERED_STEP)
			continue;
		const struct cc_fact *fact = &course->facts[i];
		const char *name = cc_marked_time(figure,
		    cc_fact_name(figure->words, fact, CC_NAME_SHORT),
		    &fact->when.span);
		widest = fmax(
		    widest, cc_width(figure, name, CC_TYPE_NAME, true));
	}
	return widest;
}

/* Of all facts with a place of their own, those that have none in time. */
static double
share_of_facts(const struct cc_figure *figure)
{
	double steps = (double)figure->axis.steps.count, dated = 0;
	for (size_t i = 0; i < figure->course->fact_count; i++)
		dated += figure->follow->order.of[i].kind == CC_ORDERED_DATED;
	return steps / (steps + dated);
}

static bool
is_one_day(const struct cc_figure *figure)
{
	return figure->follow->last.minute -
	           figure->course->first_dated.minute <=
	       CC_MINUTES_A_DAY;
}

double
cc_steps_width(const struct cc_figure *figure)
{
	double u = figure->u, page = figure->page.width;
	double count = (double)figure->axis.steps.count;
	double widest = widest_name(figure), name = widest + STEP_AIR * u;
	double step =
	    fmin(fmax(widest + BAR_AIR * u, STEP_LEAST * u), STEP_MOST * u);
	/* Words of a step may stand beside its sign. */
	double wanted = fmax(count * step, name + STEP_LEAST * u);
	double share = share_of_facts(figure);
	if (is_one_day(figure))
		return STEPS_OF_DAY * page;
	if (share > STEPS_SHARE)
		return fmin(wanted, fmin(share, STEPS_MOST) * page);
	if (page < NARROW * u)
		wanted = fmin(wanted,
		    fmax(fmin(name + STEP_SIGN * u, STEPS_NARROW * page),
			count * STEP_SIGN * u));
	return fmin(wanted, STEPS_SHARE * page);
}

static struct cc_box
steps_box(const struct cc_figure *figure)
{
	const struct cc_axis_steps *steps = &figure->axis.steps;
	return (struct cc_box){steps->left, figure->plot.y,
	    steps->right - steps->left, figure->plot.height};
}

void
cc_steps_draw_ground(struct cc_figure *figure)
{
	if (figure->axis.steps.count == 0)
		return;
	struct cc_paint ground = cc_brush(cc_ink(figure, CC_COLOUR_UNDATED));
	cc_colour edge = cc_ink(figure, CC_COLOUR_PANEL_EDGE);
	if (edge != cc_ink(figure, CC_COLOUR_PANEL)) {
		ground.stroke = edge;
		ground.width = figure->size->stroke[CC_STROKE_HAIRLINE];
	}
	cc_paint_rect(figure->ground, CC_ROLE_PANEL, steps_box(figure),
	    0.25 * figure->u, ground);
}

static double
step_middle(const struct cc_figure *figure, size_t step)
{
	const struct cc_axis_steps *steps = &figure->axis.steps;
	return steps->left + (steps->right - steps->left) *
				 ((double)step + 0.5) / (double)steps->count;
}

/* When what they come after was over. */
static const char *
end_text(const struct cc_figure *figure, const struct cc_fact *fact)
{
	struct cc_span end = fact->when.span;
	end.interval = false;
	end.earliest_start = end.earliest_end;
	end.latest_start = end.latest_end;
	end.start_form = end.end_form;
	end.start_precision = end.end_precision;
	return cc_date_text(figure->words, &end);
}

/* "after Oct 2024: dates not reported"; where there is no room, the latter. */
static const char *
caption(struct cc_figure *figure, double room)
{
	const struct cc_fact *after = figure->follow->order.after;
	const char *dates = cc_say(figure->words, CC_MSG_DATES_NOT_REPORTED);
	const char *when = after ? end_text(figure, after) : "";
	if (*when == '\0')
		return dates;
	const char *text = cc_arena_join(figure->arena,
	    cc_say_with(figure->words, CC_MSG_AFTER_DATE_HEADING, "date", when,
		NULL),
	    " ", dates, NULL);
	return cc_width(figure, text, CC_TYPE_BODY, false) <= room ? text
	                                                           : dates;
}

static void
draw_numbers(struct cc_figure *figure, double y)
{
	const struct cc_axis_steps *steps = &figure->axis.steps;
	double widest = cc_width(figure, "88", CC_TYPE_BODY, false);
	if ((steps->right - steps->left) / (double)steps->count < widest)
		return;
	for (size_t i = 0; i < steps->count; i++)
		cc_write(figure, CC_TYPE_BODY, false, CC_COLOUR_MID,
		    CC_ANCHOR_MIDDLE, step_middle(figure, i), y,
		    cc_number_whole(figure->arena, (int)i + 1));
}

void
cc_steps_draw_axis(struct cc_figure *figure, double y)
{
	const struct cc_axis_steps *steps = &figure->axis.steps;
	double u = figure->u;
	if (steps->count == 0)
		return;
	struct cc_paint pen = cc_pen(cc_ink(figure, CC_COLOUR_AXIS),
	    figure->size->stroke[CC_STROKE_AXIS]);
	pen.dash[0] = pen.width;
	pen.dash[1] = 2.5 * pen.width;
	cc_paint_line(figure->fore, CC_ROLE_AXIS,
	    (struct cc_point){steps->left, y},
	    (struct cc_point){steps->right, y}, pen);
	draw_numbers(figure, y + 1.15 * u);
	double width = steps->right - steps->left;
	const char *text = caption(figure, width);
	cc_write(figure, CC_TYPE_BODY, false, CC_COLOUR_MID, CC_ANCHOR_END,
	    steps->right, y + 2.3 * u,
	    cc_shorten(figure, text, CC_TYPE_BODY, false, width + 2 * u));
}
