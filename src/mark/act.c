#include "mark/act.h"

#include "base/number.h"
#include "mark/treatment.h"

#include <math.h>

#define NAME_MOST 0.16 /* of the page's width, for a name in full */
#define GAP 0.35       /* between a name and its number, signs and words [u] */

#define NAME_PITCH 1.0 /* of a name's lines [u] */

/* Of signs [u]; the head of an arrow also as a share of what is between two. */
#define ARROW 0.86
#define HEAD 0.42
#define HEAD_SHARE 0.84
#define TICK 0.62

struct cc_act_row {
	struct cc_acts acts;
	struct cc_reach *reach; /* of each */
	const char *name;
	const char *number; /* "× 8"; NULL: it is one */
	bool brief;         /* its name is */
	double head;        /* of its arrows [unit] */
	double words_x;     /* NAN: there is no room [unit] */
	size_t lines;       /* of its name */
	double folded; /* how high its name is on several lines; 0: on one */
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
	    cc_upper_of(
		figure, fact, cc_fact_name(figure->words, fact, CC_NAME_FULL)));
	*brief = cc_thin_name_is_long(figure, name);
	return *brief
	           ? cc_of_patient(figure, fact,
			 cc_upper_of(figure, fact,
			     cc_fact_name(figure->words, fact, CC_NAME_SHORT)))
	           : name;
}

static bool
is_thin(const struct cc_track *track)
{
	return track &&
	       (track->mark == &cc_mark_drug || track->mark == &cc_mark_act);
}

/* For a name that something stands behind, NULL: nothing. */
static double
name_room(const struct cc_figure *figure, const char *more)
{
	double room = figure->plot.x - figure->page.x - 0.9 * figure->u;
	return more ? room - cc_width(figure, more, CC_TYPE_BODY, false) -
	                  GAP * figure->u
	            : room;
}

#define LINES_MOST 3

/* A name's lines. The last bears what stands behind it, `apart` that alone. */
struct lines {
	const char *line[LINES_MOST];
	size_t count;
	bool apart;
};

/* On as many as its words take up to two; false: they have no room. */
static bool
fill_lines(struct cc_figure *figure, const char *name, double room,
    struct lines *lines)
{
	struct cc_fold fold;
	if (cc_width(figure, name, CC_TYPE_BODY, false) <= room) {
		*lines = (struct lines){{name}, 1, false};
		return true;
	}
	if (!cc_fold(figure, name, CC_TYPE_BODY, false, room, &fold))
		return false;
	*lines = (struct lines){{fold.line[0], fold.line[1]}, 2, false};
	return true;
}

/* On more lines rather than cut, what stands behind it on the last, or on one
 * of its own. */
static struct lines
lines_of(struct cc_figure *figure, const char *name, const char *more)
{
	struct lines lines;
	if (fill_lines(figure, name, name_room(figure, more), &lines))
		return lines;
	if (more && fill_lines(figure, name, name_room(figure, NULL), &lines)) {
		lines.line[lines.count++] = "";
		lines.apart = true;
		return lines;
	}
	const char *cut = cc_shorten(
	    figure, name, CC_TYPE_BODY, false, name_room(figure, more));
	return (struct lines){{cut}, 1, false};
}

double
cc_thin_name_width(struct cc_figure *figure, const char *name, const char *more)
{
	double width = cc_width(figure, name, CC_TYPE_BODY, false);
	double behind =
	    more ? GAP * figure->u + cc_width(figure, more, CC_TYPE_BODY, false)
		 : 0;
	if (width + behind > CC_PART_MOST * figure->page.width)
		width = cc_wrap_width(figure, name, CC_TYPE_BODY, false);
	return width + behind;
}

/* 0: it is on one line. */
static double
folded_height(const struct cc_figure *figure, size_t lines)
{
	return lines > 1 ? (double)lines * NAME_PITCH * figure->u : 0;
}

double
cc_thin_height(struct cc_figure *figure, const char *name, const char *more)
{
	return fmax(cc_lane_of_names(figure, 1.0, 0.96),
	    folded_height(figure, lines_of(figure, name, more).count));
}

/* `more`: behind the name, NULL: nothing. */
static void
write_name(struct cc_figure *figure, const char *name, const char *more,
    enum cc_colour_role ink, double middle)
{
	const struct lines lines = lines_of(figure, name, more);
	double pitch = NAME_PITCH * figure->u, width = 0;
	double y = cc_centre(figure, CC_TYPE_BODY, middle) -
	           (double)(lines.count - 1) * pitch / 2;
	for (size_t i = 0; i < lines.count; i++)
		if (lines.line[i][0] != '\0')
			width = cc_write(figure, CC_TYPE_BODY, false, ink,
			    CC_ANCHOR_START, figure->page.x,
			    y + (double)i * pitch, lines.line[i]);
	double behind = lines.apart ? 0 : width + GAP * figure->u;
	if (more)
		cc_write(figure, CC_TYPE_BODY, false, CC_COLOUR_MID,
		    CC_ANCHOR_START, figure->page.x + behind,
		    y + (double)(lines.count - 1) * pitch, more);
}

/* Parts it from such a row below. */
static void
draw_rule(struct cc_figure *figure, const struct cc_track *track)
{
	const struct cc_track *below = cc_row_below(figure, track);
	if (is_thin(below))
		cc_rule(figure, figure->plot.x, cc_box_right(figure->plot),
		    cc_row_rule(figure, below),
		    cc_pen(cc_ink(figure, CC_COLOUR_HAIRLINE),
			figure->size->stroke[CC_STROKE_HAIRLINE]));
}

void
cc_thin_draw(
    struct cc_figure *figure, const struct cc_track *track, double middle)
{
	write_name(figure, track->own_name, NULL, CC_COLOUR_INK, middle);
	draw_rule(figure, track);
}

struct cc_act_row *
cc_act_row_create(struct cc_figure *figure, const struct cc_acts *acts)
{
	struct cc_act_row *row = cc_arena_new(figure->arena, struct cc_act_row);
	row->acts = *acts;
	row->reach =
	    cc_arena_new_array(figure->arena, struct cc_reach, acts->count);
	row->name = cc_thin_name(figure, acts->fact[0], &row->brief);
	if (acts->count > 1)
		row->number = cc_arena_join(figure->arena, "× ",
		    cc_number_whole(figure->arena, (int)acts->count), NULL);
	return row;
}

void
cc_acts_add(
    struct cc_figure *figure, const struct cc_acts *acts, enum cc_yield spare)
{
	struct cc_act_row *row = cc_act_row_create(figure, acts);
	struct cc_track *track =
	    cc_figure_add_track(figure, &cc_mark_act, NULL, NULL, row);
	track->own_name = row->name;
	for (size_t i = 0; i < acts->count; i++)
		cc_track_hold(figure, track, acts->fact[i]);
	track->look = &row->acts.look;
	track->look_count = acts->look ? 1 : 0;
	track->rule = false;
	track->spare = spare;
}

/* Behind the last sign, else before the first. */
static double
place_words(
    const struct cc_figure *figure, const struct cc_act_row *row, double half)
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

double
cc_act_row_measure(struct cc_figure *figure, struct cc_act_row *row)
{
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
	row->lines = lines_of(figure, row->name, row->number).count;
	row->folded = folded_height(figure, row->lines);
	return cc_thin_name_width(figure, row->name, row->number);
}

double
cc_act_row_folded(const struct cc_act_row *row)
{
	return row->folded;
}

size_t
cc_act_row_lines(const struct cc_act_row *row)
{
	return row->lines;
}

static void
draw_sign(
    struct cc_figure *figure, const struct cc_act_row *row, double x, double y)
{
	double half = (row->acts.ticks ? TICK : ARROW) / 2 * figure->u;
	double bottom = y + half, head = row->head;
	double neck = row->acts.ticks ? bottom : bottom - head;
	struct cc_point tip[] = {
	    {x - head / 2, neck}, {x + head / 2, neck}, {x, bottom}};
	cc_paint_line(figure->fore, CC_ROLE_MARK,
	    (struct cc_point){x, y - half}, (struct cc_point){x, neck},
	    cc_pen(row->acts.colour, figure->size->stroke[CC_STROKE_WHISKER]));
	if (!row->acts.ticks)
		cc_paint_polyline(figure->fore, CC_ROLE_MARK, tip, 3, true,
		    cc_brush(row->acts.colour));
}

static void
draw_words(struct cc_figure *figure, const struct cc_act_row *row, double y)
{
	if (isnan(row->words_x))
		cc_lose(figure, CC_LOST_DOSES, row->acts.fact[0]);
	else
		cc_write(figure, CC_TYPE_BODY, false, CC_COLOUR_MID,
		    CC_ANCHOR_START, row->words_x,
		    cc_centre(figure, CC_TYPE_BODY, y), row->acts.words);
}

void
cc_act_row_draw(struct cc_figure *figure, const struct cc_act_row *row,
    enum cc_colour_role ink, double y)
{
	const struct cc_acts *acts = &row->acts;
	if (row->brief)
		cc_figure_abbreviation_of(figure, acts->scope, acts->fact[0]);
	else
		cc_figure_word_of(figure, acts->scope, acts->fact[0]);
	write_name(figure, row->name, row->number, ink, y);
	for (size_t i = 0; i < acts->count; i++) {
		cc_open_fact(figure, acts->fact[i], NULL);
		cc_draw_whisker(
		    figure, row->reach[i], y, acts->colour, row->head / 2);
		draw_sign(figure, row, row->reach[i].middle, y);
		if (acts->words && i + 1 == acts->count)
			draw_words(figure, row, y);
		if (acts->various && i == 0)
			cc_lose(figure, CC_LOST_DOSES, acts->fact[0]);
		cc_paint_end(figure->fore);
	}
}

/* ---- a row of the page ---- */

static void
measure(struct cc_figure *figure, struct cc_track *track)
{
	struct cc_act_row *row = track->data;
	track->part_width = cc_act_row_measure(figure, row);
	track->height = cc_thin_height(figure, row->name, row->number);
}

static void
draw(struct cc_figure *figure, struct cc_track *track)
{
	cc_act_row_draw(figure, track->data, CC_COLOUR_INK,
	    track->box.y + track->box.height / 2);
	draw_rule(figure, track);
}

static const struct cc_mark cc_mark_act = {
    .name = "procedure",
    .zone = CC_ZONE_PLOT,
    .fills_column = true,
    .yields = {CC_YIELD_LANES},
    .measure = measure,
    .draw = draw,
};
