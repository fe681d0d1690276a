/* Lines of therapy as brackets under their bars, each with its number: those
 * that lie over each other in rows of their own. */
#include "layout/divide.h"
#include "layout/draw.h"
#include "mark/treatment-row.h"
#include "place/air.h"

#include "base/number.h"

#include <math.h>

#define PITCH 0.95 /* of the rows [u] */

struct stretch {
	double left, right;
	double last; /* the end of what was given last; NAN: it has no bar */
};

/* Of each line: from the first to the last of what was given in it. */
static struct stretch *
span_bars(const struct cc_figure *figure, const struct cc_treatments *row)
{
	size_t lines = figure->course->line_count;
	struct stretch *given =
	    cc_arena_new_array(figure->arena, struct stretch, lines);
	for (size_t l = 0; l < lines; l++)
		given[l] = (struct stretch){INFINITY, -INFINITY, NAN};
	for (size_t i = 0; i < row->given_count; i++) {
		const struct cc_fact *fact = row->given[i];
		struct cc_bar bar;
		if (fact->line >= lines || !fact->happened)
			continue;
		cc_bar_shape(figure, fact, NULL, &bar);
		struct stretch *line = &given[fact->line];
		line->left = fmin(line->left, bar.reach.earliest_start);
		line->right = fmax(line->right, bar.reach.latest_end);
		if (fact == figure->course->lines[fact->line].last)
			line->last = bar.reach.latest_end;
	}
	return given;
}

/* An act is as wide as its sign. */
static struct stretch
span_act(const struct cc_figure *figure, const struct cc_fact *act)
{
	struct cc_reach reach = cc_fact_reach(figure, act);
	return (struct stretch){
	    fmin(reach.earliest_start, reach.middle - 0.5 * figure->u),
	    fmax(reach.latest_end, reach.middle + 0.5 * figure->u), NAN};
}

/* From its bars to the last of what makes the line, which may be an act, as
 * cells that were given: what only supports may go on for years behind it.
 * Where no bar tells of the line, its acts. */
static struct stretch
span_line(const struct cc_figure *figure, struct stretch given,
    const struct cc_line *line)
{
	const struct cc_fact *first =
	    line->first ? line->first : line->undated_first;
	const struct cc_fact *begins = line->begins;
	/* A drug that supports may have been given long before. */
	if (given.left <= given.right && begins && !line->undated &&
	    cc_figure_shows(figure, begins))
		given.left = fmin(given.right,
		    fmax(given.left,
			cc_fact_reach(figure, begins).earliest_start));
	if (given.left > given.right && first && cc_figure_shows(figure, first))
		given = span_act(figure, first);
	if (!isnan(given.last))
		given.right = fmax(given.left, given.last);
	else if (line->last && cc_figure_shows(figure, line->last))
		given.right =
		    fmax(given.right, span_act(figure, line->last).right);
	return given;
}

static int
by_left(const void *a, const void *b)
{
	const struct cc_line_bracket *x = a, *y = b;
	return x->left != y->left ? (x->left > y->left) - (x->left < y->left)
	                          : x->line->number - y->line->number;
}

/* The row's name stands beside the first row, whose numbers are enough. */
static const char *
number_text(struct cc_figure *figure, const struct cc_line_bracket *bracket)
{
	int number = bracket->line->number;
	return bracket->row == 0 ? cc_number_text(figure->words, number, 0)
	                         : cc_line_text(figure->words, number);
}

/* Of a number that stands outside a bracket that is too short for it; 0: it
 * stands within. */
static double
number_outside(struct cc_figure *figure, const struct cc_line_bracket *bracket)
{
	double u = figure->u;
	double w =
	    cc_width(figure, number_text(figure, bracket), CC_TYPE_BODY, false);
	return bracket->right - bracket->left - w > 1.2 * u ? 0 : w + 0.5 * u;
}

/* At the end of the page it stands before the bracket, and where it would cross
 * a line behind it but none before it; else behind it. */
static bool
stands_before(struct cc_figure *figure, const struct cc_line_bracket *bracket)
{
	double air = CC_AIR_CUT * figure->u, least, most;
	double before = bracket->left - number_outside(figure, bracket);
	double behind = bracket->right + number_outside(figure, bracket);
	if (behind > cc_box_right(figure->page))
		return true;
	cc_divides_side(
	    bracket->divides, bracket->left, bracket->right, &least, &most);
	return behind > most - air &&
	       before >= fmax(least + air, figure->plot.x);
}

static double
end_of(struct cc_figure *figure, const struct cc_line_bracket *bracket)
{
	return stands_before(figure, bracket)
	           ? bracket->right
	           : bracket->right + number_outside(figure, bracket);
}

static double
start_of(struct cc_figure *figure, const struct cc_line_bracket *bracket)
{
	return stands_before(figure, bracket)
	           ? bracket->left - number_outside(figure, bracket)
	           : bracket->left;
}

/* A bracket behind what ends there: lines that follow each other meet, so that
 * it may begin a little later, by which its number may no longer fit in it. */
static bool
fits_behind(
    struct cc_figure *figure, struct cc_line_bracket *bracket, double end)
{
	struct cc_line_bracket moved = *bracket;
	moved.left = fmax(moved.left, end + 1);
	moved.right = fmax(moved.right, moved.left + 1);
	if (moved.left - bracket->left > 0.3 * figure->u + 1 ||
	    start_of(figure, &moved) < end)
		return false;
	*bracket = moved;
	return true;
}

/* Puts it into the first row that is free where it begins: numbers of the
 * first row differ from those of all others. */
static size_t
take_row(struct cc_figure *figure, struct cc_line_bracket *bracket,
    const double *ends, size_t rows)
{
	for (size_t at = 0; at < rows; at++) {
		bracket->row = MIN(at, 1);
		if (fits_behind(figure, bracket, ends[at]))
			return at;
	}
	bracket->row = MIN(rows, 1);
	bracket->right = fmax(bracket->right, bracket->left + 1);
	return rows;
}

static void
pack(struct cc_figure *figure, struct cc_treatments *row)
{
	double *ends =
	    cc_arena_new_array(figure->arena, double, row->bracket_count);
	qsort(
	    row->bracket, row->bracket_count, sizeof(row->bracket[0]), by_left);
	row->bracket_rows = 0;
	for (size_t i = 0; i < row->bracket_count; i++) {
		struct cc_line_bracket *bracket = &row->bracket[i];
		bracket->row =
		    take_row(figure, bracket, ends, row->bracket_rows);
		row->bracket_rows = MAX(row->bracket_rows, bracket->row + 1);
		ends[bracket->row] = end_of(figure, bracket);
	}
}

/* Whether each bracket has room for "line 1"; else all have numbers. */
static bool
has_words(struct cc_figure *figure, const struct cc_treatments *row)
{
	for (size_t i = 0; i < row->bracket_count; i++) {
		const struct cc_line_bracket *bracket = &row->bracket[i];
		const char *words =
		    cc_line_text(figure->words, bracket->line->number);
		if (cc_width(figure, words, CC_TYPE_BODY, false) >
		    bracket->right - bracket->left - 1.3 * figure->u)
			return false;
	}
	return true;
}

/* What counts as no line, as observation, has no number in the picture; a label
 * of the author's is shown. */
static bool
is_shown(struct cc_figure *figure, const struct cc_line *line)
{
	size_t l = (size_t)(line - figure->course->lines);
	return figure->follow->lines[l].counts ||
	       cc_text_in(figure->words, &line->labels);
}

double
cc_brackets_measure(struct cc_figure *figure, struct cc_treatments *row)
{
	const struct cc_case *course = figure->course;
	row->bracket = cc_arena_new_array(
	    figure->arena, struct cc_line_bracket, course->line_count);
	row->bracket_count = 0;
	const struct stretch *given = span_bars(figure, row);
	struct cc_divides *divides =
	    cc_arena_new(figure->arena, struct cc_divides);
	*divides = cc_divides_find(figure);
	for (size_t l = 0; l < course->line_count; l++) {
		const struct cc_line *line = &course->lines[l];
		struct stretch all = span_line(figure, given[l], line);
		if (all.left <= all.right && is_shown(figure, line))
			row->bracket[row->bracket_count++] =
			    (struct cc_line_bracket){
				all.left, all.right, line, 0, divides};
	}
	pack(figure, row);
	row->numbered = !has_words(figure, row);
	return row->numbered
	           ? cc_width(figure, cc_say(figure->words, CC_MSG_LINES),
			 CC_TYPE_BODY, false)
	           : 0;
}

double
cc_brackets_height(
    const struct cc_figure *figure, const struct cc_treatments *row)
{
	return PITCH * (double)row->bracket_rows * figure->u;
}

/* The number alone: in the bracket, else behind it. */
static void
draw_numbered(
    struct cc_figure *figure, const struct cc_line_bracket *bracket, double y)
{
	const char *number = number_text(figure, bracket);
	cc_draw_bracket(figure, bracket->left, bracket->right, y, number);
	if (start_of(figure, bracket) < bracket->left)
		cc_write(figure, CC_TYPE_BODY, false, CC_COLOUR_MID,
		    CC_ANCHOR_END, bracket->left - 0.3 * figure->u,
		    cc_centre(figure, CC_TYPE_BODY, y), number);
	else if (end_of(figure, bracket) > bracket->right)
		cc_write(figure, CC_TYPE_BODY, false, CC_COLOUR_MID,
		    CC_ANCHOR_START, bracket->right + 0.3 * figure->u,
		    cc_centre(figure, CC_TYPE_BODY, y), number);
}

/* With the label of the author's where the bracket has room for it. */
static void
draw_worded(
    struct cc_figure *figure, const struct cc_line_bracket *bracket, double y)
{
	const char *words = cc_line_name(figure->words, bracket->line);
	double room = bracket->right - bracket->left - 1.3 * figure->u;
	if (cc_width(figure, words, CC_TYPE_BODY, false) > room)
		words = cc_line_text(figure->words, bracket->line->number);
	cc_draw_bracket(figure, bracket->left, bracket->right, y, words);
}

/* A line is one thing: its bracket with its number. */
static void
open_line(struct cc_figure *figure, const struct cc_line *line)
{
	const char *tip = cc_line_tip(figure->words, line);
	const struct cc_fact *first = line->first;
	size_t n = (size_t)(line - figure->course->lines) + 1;
	cc_paint_group(figure->fore,
	    (struct cc_group){.kind = CC_GROUP_FACT,
		.id = cc_arena_join(figure->arena, "l",
		    cc_number_whole(figure->arena, (int)n), NULL),
		.title = tip,
		.order = first && first->when.span.dated
	                     ? first->when.span.earliest_start.minute
	                     : INT64_MAX});
}

/* "line 1" on each, or numbers on all and what they count on the left. */
void
cc_brackets_draw(struct cc_figure *figure, struct cc_track *track,
    const struct cc_treatments *row)
{
	double bottom = cc_box_bottom(track->box);
	double first = bottom - cc_brackets_height(figure, row) +
	               (PITCH - 0.5) * figure->u;
	for (size_t i = 0; i < row->bracket_count; i++) {
		const struct cc_line_bracket *bracket = &row->bracket[i];
		double y = first + PITCH * (double)bracket->row * figure->u;
		open_line(figure, bracket->line);
		if (row->numbered)
			draw_numbered(figure, bracket, y);
		else
			draw_worded(figure, bracket, y);
		cc_paint_end(figure->fore);
	}
	/* Without bars the row's own name stands there. */
	if (row->numbered && row->bracket_count > 0 && row->count > 0)
		cc_write(figure, CC_TYPE_BODY, false, CC_COLOUR_MID,
		    CC_ANCHOR_START, figure->page.x,
		    cc_centre(figure, CC_TYPE_BODY, first),
		    cc_say(figure->words, CC_MSG_LINES));
}
