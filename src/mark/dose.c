/* Doses: in words, and as the height of a bar. */
#include "mark/treatment.h"

#include <math.h>

bool
cc_doses_vary(const struct cc_doses *given)
{
	return given->alike &&
	       (given->count > 1 ||
		   (given->count == 1 && !isnan(given->all[0].to)));
}

/* The next dose from `i` on that is one: 0 is a pause or the end, which the bar
 * shows. */
static size_t
next_given(const struct cc_doses *given, size_t i)
{
	while (i < given->count && given->all[i].is.most <= 0)
		i++;
	return i;
}

/* The signs of all their times: whoever changed it, changed it about then. */
static struct cc_span
doubt_of(const struct cc_doses *given)
{
	struct cc_span doubt = {0};
	for (size_t i = 0; i < given->count; i++) {
		const struct cc_span *span = &given->all[i].when.span;
		doubt.approximate = doubt.approximate || span->approximate;
		doubt.uncertain = doubt.uncertain || span->uncertain;
	}
	return doubt;
}

/* The first and the last, each in its own unit: "1 mg/kg→10 mg/d". */
static const char *
ends_words(struct cc_figure *figure, const struct cc_doses *given, size_t first)
{
	const struct cc_words_in *in = figure->words;
	size_t last = first;
	for (size_t i = first; i < given->count; i = next_given(given, i + 1))
		last = i;
	const char *words = cc_dose_amount_text(
	    in, &given->all[first].is, NULL, cc_doses_unit(given, first));
	if (last > first)
		words = cc_arena_join(figure->arena, words, "→",
		    cc_dose_amount_text(in, &given->all[last].is, NULL,
			cc_doses_unit(given, last)),
		    NULL);
	if (given->all[last].to_written)
		words = cc_arena_join(figure->arena, words, "→",
		    cc_digits_text(in, given->all[last].to_written), NULL);
	return words;
}

/* The first, the highest and the last: "20→50→5 mg/d". */
static const char *
varied_words(
    struct cc_figure *figure, const struct cc_doses *given, size_t start)
{
	const struct cc_dose *first = &given->all[start], *last = first;
	double high = first->is.number;
	for (size_t i = start; i < given->count; i = next_given(given, i + 1)) {
		last = &given->all[i];
		high = fmax(high, last->is.number);
	}
	const char *words = cc_digits_text(figure->words, first->is.digits);
	double end = isnan(last->to) ? last->is.number : last->to;
	if (high > first->is.number)
		words = cc_arena_join(figure->arena, words, "→",
		    cc_number_text(figure->words, high, 4), NULL);
	if (end != high)
		words = cc_arena_join(figure->arena, words, "→",
		    cc_number_text(figure->words, end, 4), NULL);
	return cc_dose_amount_text(
	    figure->words, &first->is, words, given->unit);
}

const char *
cc_dose_words(struct cc_figure *figure, const struct cc_doses *given)
{
	size_t start = next_given(given, 0);
	const struct cc_span doubt = doubt_of(given);
	if (start == given->count)
		return NULL;
	return cc_marked_doubt(figure,
	    cc_doses_vary(given) ? varied_words(figure, given, start)
				 : ends_words(figure, given, start),
	    &doubt);
}

double
cc_doses_highest(const struct cc_doses *given)
{
	double high = 0;
	for (size_t i = 0; i < given->count; i++) {
		high = fmax(high, given->all[i].is.number);
		if (!isnan(given->all[i].to))
			high = fmax(high, given->all[i].to);
	}
	return high;
}

/* A foot under every dose, so that the last milligrams of a taper are seen, at
 * most a share of the full height. Above it the height is the dose. */
#define FOOT 0.2 /* [u] */
#define FOOT_MOST 0.25

/* Doses as a line over the bar's time. */
struct profile {
	struct cc_figure *figure;
	const struct cc_doses *given;
	const struct cc_bar *bar;
	struct cc_dose_scale scale;
	bool slopes; /* some change is known less well than to the day */
	struct cc_strokes edge; /* of a pale hue, round all pieces */
	/* Where it ends so far, if it is not closed there. */
	struct cc_point edge_end;
	bool edged;
};

static struct profile
profile_of(struct cc_figure *figure, const struct cc_doses *given,
    const struct cc_bar *bar, const struct cc_dose_scale *scale)
{
	struct profile profile = {.figure = figure,
	    .given = given,
	    .bar = bar,
	    .scale = *scale,
	    .edge = {.arena = figure->arena}};
	if (scale->high <= 0)
		profile.scale.high = cc_doses_highest(given);
	if (profile.scale.high <= 0)
		profile.scale.high = 1;
	return profile;
}

static double
dose_height(const struct profile *profile, double amount)
{
	const struct cc_dose_scale *scale = &profile->scale;
	double foot =
	    fmin(FOOT * profile->figure->u, FOOT_MOST * scale->full);
	if (amount == 0)
		return 0;
	return foot + (scale->full - foot) * amount / scale->high;
}

static struct cc_point
point_of(const struct profile *profile, double x, double amount)
{
	const struct cc_reach *reach = &profile->bar->reach;
	return (struct cc_point){
	    fmin(fmax(x, reach->earliest_start), reach->latest_end),
	    profile->scale.floor - dose_height(profile, amount)};
}

static bool
is_at(const struct cc_point *a, double x)
{
	return fabs(a->x - x) < 0.05;
}

static void
add_riser(struct profile *profile, double x, double from, double to)
{
	cc_strokes_line(&profile->edge, (struct cc_point){x, from},
	    (struct cc_point){x, to});
	profile->edged = false;
}

/* The step from the piece before to one that begins in `a`. */
static void
add_step(struct profile *profile, struct cc_point a)
{
	const struct cc_bar *bar = profile->bar;
	double floor = profile->scale.floor, from = floor;
	if (profile->edged && is_at(&profile->edge_end, a.x))
		from = profile->edge_end.y;
	else if (profile->edged)
		add_riser(
		    profile, profile->edge_end.x, profile->edge_end.y, floor);
	/* A point is its left end. */
	if (bar->start != CC_BAR_FROM_POINT ||
	    !is_at(&a, bar->reach.earliest_start))
		add_riser(profile, a.x, from, a.y);
}

static void
add_levels(struct cc_strokes *edge, const struct cc_point corners[4])
{
	cc_strokes_line(edge, corners[1], corners[2]);
	cc_strokes_line(edge, corners[0], corners[3]);
}

static void
paint_edge(const struct profile *profile, const struct cc_strokes *edge,
    cc_colour fill)
{
	struct cc_figure *figure = profile->figure;
	cc_paint_strokes(figure->fore, CC_ROLE_BAR, edge,
	    cc_pen(cc_theme_edge(figure->theme, fill),
		figure->size->stroke[CC_STROKE_HAIRLINE]));
}

static void
paint_piece(struct profile *profile, struct cc_point a, struct cc_point b,
    cc_colour fill)
{
	struct cc_figure *figure = profile->figure;
	struct cc_point corners[] = {
	    {a.x, profile->scale.floor}, a, b, {b.x, profile->scale.floor}};
	if (b.x - a.x < 0.05 ||
	    (a.y >= profile->scale.floor && b.y >= profile->scale.floor))
		return;
	cc_paint_polyline(
	    figure->fore, CC_ROLE_BAR, corners, 4, true, cc_brush(fill));
	if (cc_theme_is_pale(figure->theme, profile->bar->fill)) {
		add_step(profile, a);
		add_levels(&profile->edge, corners);
		profile->edge_end = b;
		profile->edged = true;
	} else if (cc_theme_is_pale(figure->theme, fill)) {
		struct cc_strokes edge = {.arena = figure->arena};
		add_levels(&edge, corners);
		paint_edge(profile, &edge, fill);
	}
}

/* With the last step, to nothing, where the bar ends with an edge. */
static void
close_edge(struct profile *profile)
{
	const struct cc_bar *bar = profile->bar;
	bool goes_on = (bar->end == CC_BAR_TO_ARROW || cc_bar_fades(bar)) &&
	               is_at(&profile->edge_end, bar->reach.latest_end);
	if (profile->edged && !goes_on)
		add_riser(profile, profile->edge_end.x, profile->edge_end.y,
		    profile->scale.floor);
	paint_edge(profile, &profile->edge, bar->fill);
}

static void
paint_slope(struct profile *profile, struct cc_point a, struct cc_point b)
{
	const struct cc_bar *bar = profile->bar;
	if (b.x - a.x < 0.05)
		return;
	profile->slopes = true;
	paint_piece(profile, a, b,
	    cc_colour_mix(bar->fill, bar->ground,
		cc_theme_look(profile->figure->theme, CC_LOOK_PALE)));
}

/* Where it is not known whether the bar has begun, or whether it is over, it
 * looks as a bar does there, as high as the dose. */
static void
paint_unsure(struct profile *profile, struct cc_point a, struct cc_point b,
    bool start)
{
	if (a.y != b.y) {
		paint_slope(profile, a, b);
		return;
	}
	struct cc_bar part = *profile->bar;
	part.y = a.y;
	part.height = profile->scale.floor - a.y;
	if (part.height > 0)
		cc_draw_bar_unsure(profile->figure, &part, a.x, b.x, start);
}

/* The point of a line from `a` to `b` at x, which may lie beyond either. */
static struct cc_point
point_along(struct cc_point a, struct cc_point b, double x)
{
	x = fmin(fmax(x, a.x), b.x);
	double share = b.x > a.x ? (x - a.x) / (b.x - a.x) : 0;
	return (struct cc_point){x, a.y + share * (b.y - a.y)};
}

static void
draw_piece(struct profile *profile, struct cc_point a, struct cc_point b)
{
	const struct cc_reach *reach = &profile->bar->reach;
	struct cc_point from = point_along(a, b, reach->latest_start);
	struct cc_point to = point_along(
	    a, b, fmax(reach->latest_start, reach->earliest_end));
	paint_unsure(profile, a, from, true);
	paint_piece(profile, from, to, profile->bar->fill);
	paint_unsure(profile, to, b, false);
}

/* When a dose began, as the bar of it alone would: at once on a day, what is
 * known less well somewhere between the two. */
static void
change_of(const struct profile *profile, size_t i, double *from, double *to)
{
	const struct cc_dose *dose = &profile->given->all[i];
	struct cc_span alone = dose->when.span;
	*from = *to = profile->bar->reach.earliest_start;
	if (dose->when.time.text == NULL)
		return;
	alone.interval = true;
	alone.earliest_end = alone.latest_end = CC_INSTANT_NONE_AFTER;
	struct cc_reach reach = cc_reach_of(profile->figure, &alone);
	*from = reach.earliest_start;
	*to = reach.latest_start;
}

/* Where a dose ceases: at the next one, with its own interval, or with the
 * bar. */
static double
end_of(const struct profile *profile, size_t i)
{
	const struct cc_dose *dose = &profile->given->all[i];
	double from, to, right = profile->bar->reach.latest_end;
	if (i + 1 < profile->given->count) {
		change_of(profile, i + 1, &from, &to);
		return from;
	}
	if (dose->when.time.text != NULL && dose->when.span.interval &&
	    profile->bar->end != CC_BAR_TO_ARROW)
		right = fmin(right,
		    cc_axis_x(&profile->figure->axis,
			dose->when.span.latest_end));
	return right;
}

/* A change on a day is a step, one within a year a paler slope over it: nothing
 * says that it was the first of January. From nothing, or to it, there is none
 * to slope: what is not known is whether it was given yet, or still. */
static void
draw_change(struct profile *profile, double from, double to, double before,
    double amount)
{
	bool starts = isnan(before) || before == 0;
	if (starts || amount == 0) {
		double given = starts ? amount : before;
		paint_unsure(profile, point_of(profile, from, given),
		    point_of(profile, to, given), starts);
		return;
	}
	paint_slope(profile, point_of(profile, from, before),
	    point_of(profile, to, amount));
}

static void
draw_pieces(struct profile *profile)
{
	const struct cc_doses *given = profile->given;
	double before = NAN;
	for (size_t i = 0; i < given->count; i++) {
		const struct cc_dose *dose = &given->all[i];
		double from, to, amount = dose->is.number;
		change_of(profile, i, &from, &to);
		draw_change(profile, from, to, before, amount);
		before = isnan(dose->to) ? amount : dose->to;
		draw_piece(profile, point_of(profile, to, amount),
		    point_of(profile, fmax(to, end_of(profile, i)), before));
	}
	close_edge(profile);
}

/* Where nothing was given the treatment goes on without a dose. */
static void
draw_hold(const struct profile *profile, double left, double right)
{
	struct cc_figure *figure = profile->figure;
	double pen = figure->size->stroke[CC_STROKE_AXIS];
	double y = profile->scale.floor - pen / 2;
	if (right - left < 0.05)
		return;
	cc_paint_line(figure->fore, CC_ROLE_BAR, (struct cc_point){left, y},
	    (struct cc_point){right, y},
	    cc_pen(cc_theme_edge(figure->theme, profile->bar->fill), pen));
	cc_figure_legend(figure, CC_LEGEND_HELD);
}

static void
draw_holds(const struct profile *profile)
{
	const struct cc_doses *given = profile->given;
	for (size_t i = 0; i < given->count; i++) {
		double from, to;
		if (given->all[i].is.number != 0 ||
		    cc_dose_is_stop(given, i))
			continue;
		change_of(profile, i, &from, &to);
		draw_hold(profile, to, end_of(profile, i));
	}
}

struct cc_dose_stretch *
cc_dose_pieces(struct cc_figure *figure, const struct cc_doses *given,
    const struct cc_bar *bar, const struct cc_dose_scale *scale)
{
	struct profile profile = profile_of(figure, given, bar, scale);
	struct cc_dose_stretch *pieces = cc_arena_new_array(
	    figure->arena, struct cc_dose_stretch, given->count);
	for (size_t i = 0; i < given->count; i++) {
		const struct cc_dose *dose = &given->all[i];
		double from, to, amount = dose->is.number;
		double end = isnan(dose->to) ? amount : dose->to;
		change_of(&profile, i, &from, &to);
		pieces[i] = (struct cc_dose_stretch){
		    point_of(&profile, to, amount).x,
		    point_of(&profile, fmax(to, end_of(&profile, i)), end).x,
		    dose_height(&profile, amount) / scale->full,
		    dose_height(&profile, end) / scale->full};
	}
	return pieces;
}

void
cc_draw_doses(struct cc_figure *figure, const struct cc_doses *given,
    const struct cc_bar *bar, const struct cc_dose_scale *scale)
{
	struct profile profile = profile_of(figure, given, bar, scale);
	if (given->count == 0)
		return;
	draw_pieces(&profile);
	draw_holds(&profile);
	cc_figure_legend(
	    figure, profile.slopes ? CC_LEGEND_DOSE_SLOPE : CC_LEGEND_DOSE);
}
