/* Words at curves: each where it touches neither a line nor a sign nor other
 * words, or nowhere. */
#include "layout/divide.h"
#include "mark/series.h"
#include "place/air.h"

#include <math.h>
#include <string.h>

#define TURNS_MOST 8 /* values of turning points beside a curve */
/* What a turning point stands out by to have its value; so far from one that
 * has it, across and down, it is news; a value has so much of the width [u]. */
#define TURN_LEAST 0.9
#define NEAR_ACROSS 9
#define NEAR_DOWN 0.8
#define SWING_LEAST 0.5 /* of the row */
#define LABEL_WIDTH 6.5

/* The next value on that side that is another. */
static const struct sample *
next_other(const struct curve *c, size_t i, int step)
{
	const struct sample *s = &c->samples[i];
	for (size_t j = i + (size_t)step; j < c->count; j += (size_t)step)
		if (c->samples[j].y != s->y)
			return &c->samples[j];
	return NULL;
}

/* Words beside a turn stand on its outer side, be it a point or a plateau. */
static enum cc_spot_side
outer_side(const struct curve *c, size_t i)
{
	const struct sample *s = &c->samples[i];
	const struct sample *before = next_other(c, i, -1);
	const struct sample *after = next_other(c, i, 1);
	if (!before || !after || s->alone)
		return CC_SPOT_ANY;
	if (s->y < before->y && s->y < after->y)
		return CC_SPOT_ABOVE;
	return s->y > before->y && s->y > after->y ? CC_SPOT_BELOW
	                                           : CC_SPOT_ANY;
}

/* What was placed last lies on the whisker. */
static bool
is_on_whisker(const struct plot *plot, const struct sample *s)
{
	const struct cc_search *search = &plot->spots.search;
	const struct cc_box *box =
	    &search->placed[search->placed_count - 1].box;
	return cc_box_right(*box) > s->reach.earliest_start &&
	       box->x < s->reach.latest_end;
}

/* Where a whisker takes the room beside the point, words stand outside its
 * ends. */
static bool
add_at_whisker(struct plot *plot, const struct sample *s, struct cc_spot spot)
{
	const double ends[] = {s->reach.earliest_start, s->reach.latest_end};
	if (ends[1] - ends[0] < 1)
		return false;
	spot.radius = 0;
	spot.side = CC_SPOT_ANY;
	for (size_t i = 0; i < G_N_ELEMENTS(ends); i++) {
		spot.at.x = ends[i];
		if (!cc_spots_add(&plot->spots, &spot))
			continue;
		if (!is_on_whisker(plot, s))
			return true;
		plot->spots.search.placed_count--;
	}
	return false;
}

/* With the signs of its time; these alone: "~". */
static const char *
value_words(const struct cc_figure *figure, const struct plot *plot,
    const struct curve *c, const struct sample *s, bool sign)
{
	const char *number = sign ? NULL
	                          : cc_value_beside(figure->words, s->shown,
					cc_curve_scale(plot, c)->greatest);
	return cc_marked_doubt(figure, number, &s->reading->span);
}

/* A value of after the death may stand there. */
static bool
is_after(const struct cc_figure *figure, const struct curve *c,
    const struct sample *s)
{
	return s->reach.earliest_start > c->over + CC_AIR_CUT * figure->u;
}

/* Finds room for words beside a point; its compartment before them where the
 * left column does not name it. */
static bool
label_sample(struct cc_figure *figure, struct plot *plot, const struct curve *c,
    size_t i, const char *text, const char *part)
{
	const struct sample *s = &c->samples[i];
	double lead =
	    part ? cc_width(figure, part, CC_TYPE_NAME, false) + 0.3 * figure->u
		 : 0;
	double width = cc_width(figure, text, CC_TYPE_NAME, true);
	double size = cc_type_size(figure, CC_TYPE_NAME);
	double deep = part || strchr(text, ',') ? DEEP * size : 0;
	struct cc_spot spot = {.at = {s->x, s->y},
	    .radius = s->radius,
	    .width = lead + width,
	    .height = (part ? NAMES_HIGH : DIGITS_HIGH) * size + deep,
	    .side = outer_side(c, i),
	    /* Left of it a number is read as a tick's, but right at the
	     * curve's own start. */
	    .least = i == 0 ? 0 : figure->plot.x,
	    .over = is_after(figure, c, s) ? 0 : c->over};
	size_t count = plot->spots.search.placed_count;
	if (!cc_spots_add(&plot->spots, &spot) &&
	    !add_at_whisker(plot, s, spot))
		return false;
	plot->labels = cc_arena_grow(
	    figure->arena, plot->labels, count, sizeof(*plot->labels));
	plot->labels[count] = (struct label){s->reading->owner, c,
	    cc_ink(figure, c->light ? CC_COLOUR_NUMBER_RIGHT : CC_COLOUR_INK),
	    text, part, lead, width, deep};
	return true;
}

static void
write_label(
    struct cc_figure *figure, const struct label *label, struct cc_box box)
{
	double y = cc_box_bottom(box) - label->deep;
	figure->told = label->fact;
	if (label->part)
		cc_write(figure, CC_TYPE_NAME, false, CC_COLOUR_MID,
		    CC_ANCHOR_START, box.x, y, label->part);
	cc_write_measured(figure, CC_TYPE_NAME, true, label->ink,
	    CC_ANCHOR_START, (struct cc_point){box.x + label->lead, y},
	    label->text, label->width);
}

/* Into the group of their curve. The first curve was painted last, so that
 * where others end is not moved by what is put into it. */
static void
write_labels(struct cc_figure *figure, const struct plot *plot)
{
	for (size_t c = 0; c < plot->curve_count; c++) {
		const struct curve *curve = &plot->curves[c];
		size_t first = figure->fore->count;
		for (size_t i = 0; i < plot->spots.search.placed_count; i++)
			if (plot->labels[i].curve == curve)
				write_label(figure, &plot->labels[i],
				    plot->spots.search.placed[i].box);
		if (curve->end > 0)
			cc_scene_gather(figure->fore, first, curve->end);
	}
}

struct turn {
	size_t sample;
	double prominence, further;
};

/* How far a turning point stands out: the lesser of its heights over the turns
 * on both sides, and the greater, by which of two alike one is preferred: what
 * fell and rose further is news [unit]. */
static struct turn
prominence(const struct curve *c, size_t i)
{
	double y = c->samples[i].y;
	double sides[2] = {0, 0};
	bool peak = i > 0 && y <= c->samples[i - 1].y;
	for (int side = 0; side < 2; side++) {
		size_t j = i;
		while (side == 0 ? j > 0 : j + 1 < c->count) {
			j = side == 0 ? j - 1 : j + 1;
			double d = c->samples[j].y - y;
			if (!peak)
				d = -d;
			if (d < 0)
				break;
			sides[side] = MAX(sides[side], d);
		}
	}
	return (struct turn){
	    i, fmin(sides[0], sides[1]), fmax(sides[0], sides[1])};
}

/* The most prominent turns of a curve, in that order. */
struct turns {
	struct turn all[TURNS_MOST];
	size_t count;
};

static bool
stands_out(const struct turn *turn, const struct turn *other)
{
	return turn->prominence != other->prominence
	           ? turn->prominence > other->prominence
	           : turn->further > other->further;
}

static void
add_turn(struct turns *turns, struct turn turn)
{
	size_t at = turns->count;
	for (; at > 0 && stands_out(&turn, &turns->all[at - 1]); at--)
		if (at < TURNS_MOST)
			turns->all[at] = turns->all[at - 1];
	if (at == TURNS_MOST)
		return;
	turns->all[at] = turn;
	turns->count = MIN(turns->count + 1, TURNS_MOST);
}

/* Turning points that a reader would ask for: those that stand out by nearly
 * a line of words. */
static void
find_turns(
    const struct cc_figure *figure, const struct curve *c, struct turns *turns)
{
	turns->count = 0;
	for (size_t i = 1; i + 1 < c->count; i++) {
		double a = c->samples[i - 1].number;
		double b = c->samples[i].number;
		double d = c->samples[i + 1].number;
		if (!((b > a && b >= d) || (b < a && b <= d)))
			continue;
		struct turn turn = prominence(c, i);
		if (turn.prominence >= TURN_LEAST * figure->u)
			add_turn(turns, turn);
	}
}

static void
label_wanted(struct cc_figure *figure, struct plot *plot, const struct curve *c,
    size_t i, const char *part)
{
	struct sample *s = &c->samples[i];
	if (s->labelled)
		return;
	s->labelled = label_sample(
	    figure, plot, c, i, value_words(figure, plot, c, s, false), part);
	if (!s->labelled)
		cc_lose(figure, CC_LOST_VALUES, c->fact);
}

/* Whether the value at `w` of a list was there before it. */
static bool
is_among(const size_t *wanted, size_t w)
{
	for (size_t i = 0; i < w; i++)
		if (wanted[i] == wanted[w])
			return true;
	return false;
}

/* First, last, extremes, and what has no date: its place on the axis tells
 * little of it. */
static void
label_ends(struct cc_figure *figure, struct plot *plot, const struct curve *c)
{
	size_t low = 0, high = 0;
	for (size_t i = 0; i < c->count; i++) {
		if (c->samples[i].number > c->samples[high].number)
			high = i;
		if (c->samples[i].number < c->samples[low].number)
			low = i;
	}
	const char *part = plot->parts_named ? c->part : NULL;
	bool every = c->count <= 3;
	size_t wanted[4] = {high, 0, c->count - 1, low};
	for (size_t w = 0; w < 4 && c->count > 0; w++) {
		if (is_among(wanted, w))
			continue;
		label_wanted(figure, plot, c, wanted[w], part);
		if (c->samples[wanted[w]].labelled && !every)
			part = NULL;
	}
	for (size_t i = c->count; i < cc_curve_shown(c); i++)
		label_wanted(figure, plot, c, i, part);
}

/* The same again, with nothing between that would make it news. */
static bool
is_told(const struct plot *plot, const struct curve *c, size_t i)
{
	double least = 0.15 * (plot->bottom - plot->top);
	for (int step = -1; step <= 1; step += 2) {
		for (size_t j = i; j < c->count; j += (size_t)step) {
			const struct sample *s = &c->samples[j];
			if (fabs(s->y - c->samples[i].y) > least)
				break;
			if (s->labelled && s->number == c->samples[i].number)
				return true;
		}
	}
	return false;
}

/* How far the curve departs from one of two values until the other [unit]. */
static double
swing_between(const struct curve *c, size_t i, size_t j)
{
	double swing = 0;
	for (size_t k = MIN(i, j); k <= MAX(i, j); k++)
		swing = fmax(swing, fabs(c->samples[k].y - c->samples[i].y));
	return swing;
}

/* Back where the curve began, or will end, by way of half of its row. */
static bool
is_return(const struct plot *plot, const struct curve *c, size_t i, size_t end)
{
	return (end == 0 || end + 1 == c->count) &&
	       swing_between(c, i, end) >=
	           SWING_LEAST * (plot->bottom - plot->top);
}

/* As high as one near it that has its value. */
static bool
is_like_near(const struct cc_figure *figure, const struct plot *plot,
    const struct curve *c, size_t i)
{
	const struct sample *turn = &c->samples[i];
	for (size_t j = 0; j < c->count; j++) {
		const struct sample *s = &c->samples[j];
		if (s->labelled &&
		    fabs(s->x - turn->x) < NEAR_ACROSS * figure->u &&
		    fabs(s->y - turn->y) < NEAR_DOWN * figure->u &&
		    !is_return(plot, c, i, j))
			return true;
	}
	return false;
}

/* As many values as the curve's width bears, those of its ends included. */
static size_t
labels_most(const struct cc_figure *figure, const struct curve *c)
{
	if (c->count == 0)
		return 0;
	double width = c->samples[c->count - 1].x - c->samples[0].x;
	return (size_t)(width / (LABEL_WIDTH * figure->u)) + 1;
}

/* Turning points while there is room. */
static void
label_turns(struct cc_figure *figure, struct plot *plot, const struct curve *c)
{
	struct turns turns;
	size_t most = labels_most(figure, c), count = 0;
	find_turns(figure, c, &turns);
	for (size_t i = 0; i < c->count; i++)
		count += c->samples[i].labelled;
	for (size_t t = 0; t < turns.count && count < most; t++) {
		size_t i = turns.all[t].sample;
		if (is_told(plot, c, i) || is_like_near(figure, plot, c, i))
			continue;
		c->samples[i].labelled = label_sample(figure, plot, c, i,
		    value_words(figure, plot, c, &c->samples[i], false), NULL);
		count += c->samples[i].labelled;
	}
}

/* A value whose time the file doubts says so, and where there is room for no
 * more, by the sign alone. */
static void
label_doubts(struct cc_figure *figure, struct plot *plot, const struct curve *c)
{
	for (size_t i = 0; i < c->count; i++) {
		struct sample *s = &c->samples[i];
		const struct cc_span *span = &s->reading->span;
		if (s->labelled || (!span->approximate && !span->uncertain))
			continue;
		s->labelled = label_sample(figure, plot, c, i,
		    value_words(figure, plot, c, s, false), NULL);
		if (!s->labelled &&
		    !label_sample(figure, plot, c, i,
			value_words(figure, plot, c, s, true), NULL))
			cc_lose(figure, CC_LOST_VALUES, c->fact);
	}
}

/* Writes the name at the end of its line, else further to the left, so far
 * above or below it as `lift` says, in heights of its words. */
static bool
try_threshold(struct cc_figure *figure, struct plot *plot, double y,
    const char *name, const double lift[2])
{
	double w = cc_width(figure, name, CC_TYPE_LEAST, false);
	double size = cc_type_size(figure, CC_TYPE_LEAST);
	double step = fmax(w / 2, figure->u);
	double top = plot->spots.room.y;
	double bottom = cc_box_bottom(plot->spots.room);
	for (double right = cc_box_right(figure->plot) - 0.2 * figure->u;
	     right - w > figure->plot.x; right -= step) {
		for (int side = 0; side < 2; side++) {
			struct cc_box box = {
			    right - w, y + lift[side] * size, w, size};
			if (box.y < top || cc_box_bottom(box) > bottom ||
			    !cc_spots_free(&plot->spots, box) ||
			    cc_spots_on_soft(&plot->spots, box))
				continue;
			bool tinted =
			    cc_series_area_within(figure, plot, box.x, right);
			cc_write(figure, CC_TYPE_LEAST, false,
			    tinted ? CC_COLOUR_INK : CC_COLOUR_MID,
			    CC_ANCHOR_END, right, box.y + 0.85 * size, name);
			cc_clear_words(&plot->spots.search.clear, CC_HARD, box);
			return true;
		}
	}
	return false;
}

/* Close to the line, or a little further off where a curve runs along it.
 * Without room the legend explains the line. */
void
cc_series_label_threshold(
    struct cc_figure *figure, struct plot *plot, double y, const char *name)
{
	static const double lifts[][2] = {{-1.1, 0.15}, {-1.7, 0.75}};
	/* Nobody knows yet whether it finds room: the legend keeps some. */
	for (size_t i = 0; i < G_N_ELEMENTS(lifts) && !figure->fore->muted; i++)
		if (try_threshold(figure, plot, y, name, lifts[i]))
			return;
	cc_figure_legend(figure, CC_LEGEND_THRESHOLD);
}

void
cc_series_label_ends(struct cc_figure *figure, struct plot *plot)
{
	/* Nothing is asked of them but their ink. */
	if (figure->fore->muted)
		return;
	for (size_t i = 0; i < plot->curve_count; i++) {
		struct curve *c = &plot->curves[i];
		c->over = cc_words_over(figure, c->fact, -INFINITY);
		label_ends(figure, plot, c);
	}
}

void
cc_series_label_turns(struct cc_figure *figure, struct plot *plot)
{
	if (figure->fore->muted)
		return;
	for (size_t c = 0; c < plot->curve_count; c++)
		label_doubts(figure, plot, &plot->curves[c]);
	for (size_t c = 0; c < plot->curve_count; c++)
		label_turns(figure, plot, &plot->curves[c]);
	write_labels(figure, plot);
}
