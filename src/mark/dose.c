/* Doses: in words, and as the height of a bar. */
#include "mark/treatment.h"

#include <math.h>

struct cc_doses
cc_treatment_doses(const struct cc_fact *fact)
{
	return (struct cc_doses){fact->doses, fact->dose_count, fact->unit};
}

bool
cc_doses_vary(const struct cc_doses *given)
{
	return given->count > 1 ||
	       (given->count == 1 && !isnan(given->all[0].to));
}

/* The next dose from `i` on that is one: 0 is a pause or the end, which the bar
 * shows. */
static size_t
next_given(const struct cc_doses *given, size_t i)
{
	while (i < given->count && given->all[i].amount <= 0)
		i++;
	return i;
}

const char *
cc_dose_words(struct cc_figure *figure, const struct cc_doses *given)
{
	size_t start = next_given(given, 0);
	if (start == given->count)
		return NULL;
	const struct cc_dose *first = &given->all[start], *last = first;
	double high = first->amount;
	for (size_t i = start; i < given->count; i = next_given(given, i + 1)) {
		last = &given->all[i];
		high = fmax(high, last->amount);
	}
	const char *words = cc_digits_text(figure->words, first->written);
	double end = isnan(last->to) ? last->amount : last->to;
	if (high > first->amount)
		words = cc_arena_join(figure->arena, words, "→",
		    cc_number_text(figure->words, high, 4), NULL);
	if (end != high)
		words = cc_arena_join(figure->arena, words, "→",
		    cc_number_text(figure->words, end, 4), NULL);
	return cc_arena_join(figure->arena, words, " ",
	    cc_unit_text(figure->words, given->unit), NULL);
}

static double
highest_dose(const struct cc_doses *given)
{
	double high = 0;
	for (size_t i = 0; i < given->count; i++)
		high = fmax(high, given->all[i].amount);
	return high > 0 ? high : 1;
}

/* Bar height is the dose: on a square-root scale, so that a taper from 60 to
 * 5 mg keeps a foot. */
static double
dose_height(double amount, double high, double full)
{
	return full * sqrt(amount / high);
}

static void
draw_dose(struct cc_figure *figure, const struct cc_doses *given,
    const struct cc_bar *bar, size_t i, double floor, double full)
{
	const struct cc_dose *dose = &given->all[i];
	const struct cc_reach *reach = &bar->reach;
	bool dated = dose->when.time.text != NULL;
	double left =
	    dated ? cc_axis_x(&figure->axis, dose->when.span.earliest_start)
		  : reach->earliest_start;
	double right = reach->latest_end;
	if (i + 1 < given->count)
		right = cc_axis_x(
		    &figure->axis, given->all[i + 1].when.span.earliest_start);
	else if (dated && dose->when.span.interval && bar->end != CC_BAR_TO_ARROW)
		right = fmin(right,
		    cc_axis_x(&figure->axis, dose->when.span.latest_end));
	left = fmax(left, reach->earliest_start);
	if (right - left < 0.05)
		return;
	double high = highest_dose(given);
	double h = dose_height(dose->amount, high, full);
	if (dose->amount == 0) {
		struct cc_paint pen = cc_pen(cc_ink(figure, CC_COLOUR_MID),
		    figure->size->stroke[CC_STROKE_HAIRLINE]);
		pen.dash[0] = pen.dash[1] = 2.5 * pen.width;
		cc_paint_rect(figure->fore, CC_ROLE_BAR,
		    (struct cc_box){
			left, floor - 0.5 * full, right - left, 0.5 * full},
		    0, pen);
		cc_figure_legend(figure, CC_LEGEND_HELD);
		return;
	}
	double end = isnan(dose->to) ? h : dose_height(dose->to, high, full);
	struct cc_point points[] = {{left, floor}, {left, floor - h},
	    {right, floor - end}, {right, floor}};
	cc_paint_polyline(
	    figure->fore, CC_ROLE_BAR, points, 4, true, cc_brush(bar->fill));
	if (cc_bar_is_pale(figure, bar->fill))
		cc_paint_line(figure->fore, CC_ROLE_BAR, points[1], points[2],
		    cc_pen(cc_bar_edge(figure, bar->fill),
			figure->size->stroke[CC_STROKE_HAIRLINE]));
	cc_figure_legend(figure, CC_LEGEND_DOSE);
}

void
cc_draw_doses(struct cc_figure *figure, const struct cc_doses *given,
    const struct cc_bar *bar, double floor, double full)
{
	for (size_t i = 0; i < given->count; i++)
		draw_dose(figure, given, bar, i, floor, full);
}
