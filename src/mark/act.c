#include "mark/act.h"

#include "base/number.h"
#include "mark/treatment.h"

#include <math.h>

#define NAME_MOST 0.16 /* of the page's width, for a name in full */
#define GAP 0.35       /* between a name and its number, signs and words [u] */

/* Of signs [u]; the head of an arrow also as a share of what is between two. */
#define ARROW 0.86
#define HEAD 0.42
#define HEAD_SHARE 0.84
#define TICK 0.62

struct act_row {
	struct cc_acts acts;
	struct cc_reach *reach; /* of each */
	const char *number;     /* "× 8" */
	bool brief;             /* its name is */
	double head;            /* of its arrows [unit] */
	double words_x;         /* NAN: there is no room [unit] */
	double y;
};

static const struct cc_mark cc_mark_act;

bool
cc_thin_name_is_long(const struct cc_figure *figure, const char *name)
{
	return cc_width(figure, name, CC_TYPE_BODY, false) >
	       NAME_MOST * figure->page.width;
}

const char *
cc_thin_name(struct cc_figure *figure, const struct cc_fact *fact, bool *brief)
{
	const char *name = cc_of_patient(figure, fact,
	    cc_upper_of(figure, fact,
		cc_fact_name(figure->words, fact, CC_NAME_FULL)));
	*brief = cc_thin_name_is_long(figure, name);
	return *brief ? cc_of_patient(figure, fact,
			    cc_upper_of(figure, fact,
				cc_fact_name(
				    figure->words, fact, CC_NAME_SHORT)))
		      : name;
}

double
cc_thin_height(const struct cc_figure *figure)
{
	return cc_lane_of_names(figure, 1.0, 0.96);
}

static bool
is_thin(const struct cc_track *track)
{
	return track &&
	       (track->mark == &cc_mark_drug || track->mark == &cc_mark_act);
}

void
cc_thin_draw(struct cc_figure *figure, const struct cc_track *track,
    double middle, const char *more)
{
	double room = figure->plot.x - figure->page.x - 0.9 * figure->u;
	double y = cc_centre(figure, CC_TYPE_BODY, middle);
	if (more)
		room -= cc_width(figure, more, CC_TYPE_BODY, false) +
		        GAP * figure->u;
	double end = figure->page.x +
	             cc_write(figure, CC_TYPE_BODY, false, CC_COLOUR_INK,
			 CC_ANCHOR_START, figure->page.x, y,
			 cc_shorten(figure, track->own_name, CC_TYPE_BODY,
			     false, room));
	if (more)
		cc_write(figure, CC_TYPE_BODY, false, CC_COLOUR_MID,
		    CC_ANCHOR_START, end + GAP * figure->u, y, more);
	const struct cc_track *below = cc_row_below(figure, track);
	if (is_thin(below))
		cc_rule(figure, figure->plot.x, cc_box_right(figure->plot),
		    cc_row_rule(figure, below),
		    cc_pen(cc_ink(figure, CC_COLOUR_HAIRLINE),
			figure->size->stroke[CC_STROKE_HAIRLINE]));
}

void
cc_acts_add(struct cc_figure *figure, const struct cc_acts *acts,
    enum cc_yield spare)
{
	struct act_row *row = cc_arena_new(figure->arena, struct act_row);
	row->acts = *acts;
	row->reach =
	    cc_arena_new_array(figure->arena, struct cc_reach, acts->count);
	row->number = cc_arena_join(figure->arena, "× ",
	    cc_number_whole(figure->arena, (int)acts->count), NULL);
	struct cc_track *track =
	    cc_figure_add_track(figure, &cc_mark_act, NULL, NULL, row);
	track->own_name = cc_thin_name(figure, acts->fact[0], &row->brief);
	for (size_t i = 0; i < acts->count; i++)
		cc_track_hold(figure, track, acts->fact[i]);
	track->look = &row->acts.look;
	track->look_count = acts->look ? 1 : 0;
	track->rule = false;
	track->spare = spare;
}

/* Behind the last sign, else before the first. */
static double
place_words(const struct cc_figure *figure, const struct act_row *row,
    double half)
{
	const struct cc_acts *acts = &row->acts;
	double words = cc_width(figure, acts->words, CC_TYPE_BODY, false);
	double gap = half + GAP * figure->u;
	double left = row->reach[0].earliest_start - gap - words;
	double right = 0;
	for (size_t i = 0; i < acts->count; i++)
		right = fmax(right, row->reach[i].latest_end + gap);
	if (right + words <= cc_box_right(figure->page))
		return right;
	return left >= figure->plot.x ? left : NAN;
}

static void
measure(struct cc_figure *figure, struct cc_track *track)
{
	struct act_row *row = track->data;
	const struct cc_acts *acts = &row->acts;
	row->head = HEAD * figure->u;
	for (size_t i = 0; i < acts->count; i++) {
		row->reach[i] = cc_fact_reach(figure, acts->fact[i]);
		double apart =
		    i > 0 ? row->reach[i].middle - row->reach[i - 1].middle
			  : INFINITY;
		if (apart > 0)
			row->head = fmin(row->head, HEAD_SHARE * apart);
	}
	row->words_x = NAN;
	if (acts->words)
		row->words_x = place_words(figure, row, row->head / 2);
	track->part_width =
	    cc_width(figure, track->own_name, CC_TYPE_BODY, false) +
	    cc_width(figure, row->number, CC_TYPE_BODY, false) +
	    GAP * figure->u;
	track->height = cc_thin_height(figure);
}

static void
place(struct cc_figure *figure, struct cc_track *track)
{
	struct act_row *row = track->data;
	(void)figure;
	row->y = track->box.y + track->box.height / 2;
}

static void
draw_sign(struct cc_figure *figure, const struct act_row *row, double x)
{
	double half = (row->acts.ticks ? TICK : ARROW) / 2 * figure->u;
	double bottom = row->y + half, head = row->head;
	double neck = row->acts.ticks ? bottom : bottom - head;
	struct cc_point tip[] = {
	    {x - head / 2, neck}, {x + head / 2, neck}, {x, bottom}};
	cc_paint_line(figure->fore, CC_ROLE_MARK,
	    (struct cc_point){x, row->y - half}, (struct cc_point){x, neck},
	    cc_pen(row->acts.colour,
		figure->size->stroke[CC_STROKE_WHISKER]));
	if (!row->acts.ticks)
		cc_paint_polyline(figure->fore, CC_ROLE_MARK, tip, 3, true,
		    cc_brush(row->acts.colour));
}

static void
draw_words(struct cc_figure *figure, const struct act_row *row)
{
	if (isnan(row->words_x))
		cc_lose(figure, CC_LOST_DOSES, row->acts.fact[0]);
	else
		cc_write(figure, CC_TYPE_BODY, false, CC_COLOUR_MID,
		    CC_ANCHOR_START, row->words_x,
		    cc_centre(figure, CC_TYPE_BODY, row->y), row->acts.words);
}

static void
draw(struct cc_figure *figure, struct cc_track *track)
{
	const struct act_row *row = track->data;
	const struct cc_fact *first = row->acts.fact[0];
	if (row->brief)
		cc_figure_abbreviation_of(figure, row->acts.scope, first);
	else
		cc_figure_word_of(figure, row->acts.scope, first);
	cc_thin_draw(figure, track, row->y, row->number);
	for (size_t i = 0; i < row->acts.count; i++) {
		cc_open_fact(figure, row->acts.fact[i], NULL);
		cc_draw_whisker(figure, row->reach[i], row->y,
		    row->acts.colour, row->head / 2);
		draw_sign(figure, row, row->reach[i].middle);
		if (row->acts.words && i + 1 == row->acts.count)
			draw_words(figure, row);
		cc_paint_end(figure->fore);
	}
}

static const struct cc_mark cc_mark_act = {
    .name = "procedure",
    .zone = CC_ZONE_PLOT,
    .fills_column = true,
    .yields = {CC_YIELD_LANES},
    .measure = measure,
    .place = place,
    .draw = draw,
};
