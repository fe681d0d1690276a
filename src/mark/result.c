/* Results in words: a row a test, a sign at each time, full where something
 * was found and hollow where nothing was, with its word where that is news. */
#include "layout/draw.h"
#include "mark/marks.h"

#include "layout/lost.h"

#include <math.h>
#include <string.h>

#define RADIUS 0.3 /* of a sign [u] */
#define NAME_MOST 0.13 /* of the page's width, for a name in full */
#define GAP 0.25   /* between a sign and its word [u] */

struct told {
	const struct cc_reading *reading;
	const char *word;
	double width; /* of that [unit] */
	double x;     /* of the sign */
	struct cc_reach reach;
	double word_x; /* where the word begins; NAN: it is not written */
	bool news;     /* another word than the one before */
};

struct results {
	const struct cc_curve *curve;
	struct told *all;
	size_t count;
	bool brief; /* the row's name is short */
};

/* In full where that does not take the left column for itself. */
static const char *
name_of(struct cc_figure *figure, const struct cc_fact *fact, bool *brief)
{
	const char *name = cc_fact_name(figure->words, fact, CC_NAME_FULL);
	if (cc_width(figure, name, CC_TYPE_NAME, true) <
	    NAME_MOST * figure->page.width)
		return name;
	*brief = true;
	return cc_fact_name(figure->words, fact, CC_NAME_SHORT);
}

static void
collect_one(const struct cc_mark *mark, struct cc_figure *figure,
    const struct cc_curve *curve)
{
	struct results *row = cc_arena_new(figure->arena, struct results);
	row->curve = curve;
	row->all =
	    cc_arena_new_array(figure->arena, struct told, curve->word_count);
	for (size_t i = 0; i < curve->word_count; i++) {
		const struct cc_reading *reading = &curve->word[i];
		if (!cc_figure_has(figure, &reading->span))
			continue;
		struct told *told = &row->all[row->count++];
		told->reading = reading;
		told->word = cc_value_text(figure->words, reading->value);
		told->news = row->count == 1 ||
		             strcmp(told[-1].word, told->word) != 0;
	}
	if (row->count == 0)
		return;
	const struct cc_fact *fact = curve->fact;
	const char *name =
	    cc_upper_of(figure, fact, name_of(figure, fact, &row->brief));
	struct cc_track *track =
	    cc_figure_add_track(figure, mark, name, NULL, row);
	track->spare = fact->key == CC_KEY_YES ? CC_YIELD_NOTHING : CC_YIELD_EVENTS;
	cc_track_hold(figure, track, fact);
}

static void
collect(const struct cc_mark *mark, struct cc_figure *figure)
{
	const struct cc_curves *curves = &figure->follow->curves;
	for (size_t i = 0; i < curves->count; i++)
		if (curves->item[i].word_count > 0 &&
		    !figure->claimed[curves->item[i].fact->index])
			collect_one(mark, figure, &curves->item[i]);
}

static void
measure(struct cc_figure *figure, struct cc_track *track)
{
	struct results *row = track->data;
	for (size_t i = 0; i < row->count; i++)
		row->all[i].width = cc_width(
		    figure, row->all[i].word, CC_TYPE_BODY, false);
	track->height = cc_lane_of_names(figure, 1.5, 1.2);
}

/* From its sign and whisker on each side. */
static void
edges_of(const struct cc_figure *figure, const struct told *told, double *left,
    double *right)
{
	double r = RADIUS * figure->u;
	*left = fmin(told->x - r, told->reach.earliest_start);
	*right = fmax(told->x + r, told->reach.latest_end);
}

/* A word stands right of its sign, else left of it, in what its neighbours
 * leave; `taken` is where those before it end. */
static double
place_word(const struct cc_figure *figure, const struct results *row, size_t i,
    double taken)
{
	struct told *told = &row->all[i];
	double gap = GAP * figure->u, left, right, next, unused;
	double most = cc_box_right(figure->plot);
	edges_of(figure, told, &left, &right);
	told->word_x = NAN;
	if (i + 1 < row->count) {
		edges_of(figure, told + 1, &next, &unused);
		most = fmin(most, next - gap);
	}
	if (!told->news)
		return right;
	if (right + gap + told->width <= most) {
		told->word_x = right + gap;
		return told->word_x + told->width;
	}
	if (left - gap - told->width >= taken + gap)
		told->word_x = left - gap - told->width;
	return right;
}

static void
place(struct cc_figure *figure, struct cc_track *track)
{
	struct results *row = track->data;
	double taken = figure->plot.x;
	for (size_t i = 0; i < row->count; i++) {
		struct told *told = &row->all[i];
		const struct cc_span *span = &told->reading->span;
		told->x = cc_middle_of(figure, span);
		told->reach = told->reading->exact
		                  ? (struct cc_reach){.earliest_start = told->x,
					.latest_end = told->x}
				  : cc_reach_of(figure, span);
	}
	for (size_t i = 0; i < row->count; i++)
		taken = place_word(figure, row, i, taken);
}

/* What was found, against what was not; the author's own words are told by
 * themselves. */
static bool
is_hollow(const struct cc_value *value)
{
	return value->result == CC_RESULT_NEGATIVE ||
	       value->result == CC_RESULT_NORMAL ||
	       value->result == CC_RESULT_NOT_DETECTED;
}

static void
draw_told(struct cc_figure *figure, const struct told *told, double y,
    const struct cc_fact *fact)
{
	cc_colour ink = cc_ink(figure, CC_COLOUR_INK);
	bool hollow = is_hollow(told->reading->value);
	double r = RADIUS * figure->u;
	if (!told->reading->exact) {
		cc_draw_whisker(figure, told->reach, y, ink, r);
		cc_figure_legend(figure, CC_LEGEND_WHISKER);
	}
	cc_draw_sign(figure, hollow ? CC_SIGN_OPEN_DOT : CC_SIGN_DOT, told->x,
	    y, r / (hollow ? 0.62 : 0.72), ink);
	if (!isnan(told->word_x))
		cc_write(figure, CC_TYPE_BODY, false, CC_COLOUR_INK,
		    CC_ANCHOR_START, told->word_x,
		    cc_centre(figure, CC_TYPE_BODY, y), told->word);
	else if (told->news)
		cc_lose(figure, CC_LOST_VALUES, fact);
}

static void
draw(struct cc_figure *figure, struct cc_track *track)
{
	const struct results *row = track->data;
	double y = track->box.y + track->box.height / 2;
	if (row->brief)
		cc_figure_abbreviation_of(figure, CC_IN_TEST, row->curve->fact);
	cc_open_curve(figure, row->curve, track->name);
	for (size_t i = 0; i < row->count; i++)
		draw_told(figure, &row->all[i], y, row->curve->fact);
	cc_paint_end(figure->fore);
}

const struct cc_mark cc_mark_result = {
    .name = "result",
    .by_code = true,
    .zone = CC_ZONE_PLOT,
    .fills_column = true,
    .yields = {CC_YIELD_LANES},
    .collect = collect,
    .measure = measure,
    .place = place,
    .draw = draw,
};
