/* Lines that part time, from the axis down through all rows: cuts, and the days
 * of what is shown in all rows. Words keep to their side of them where they
 * can: across one they would be read as of both times. */
#ifndef CC_LAYOUT_DIVIDE_H
#define CC_LAYOUT_DIVIDE_H

#include "layout/reach.h"
#include "layout/write.h"
#include "place/lanes.h"

struct cc_divides {
	double *x; /* in no order [unit] */
	size_t count;
};

/* As the axis is now. */
struct cc_divides cc_divides_find(const struct cc_figure *figure);

/* Between which of them a thing stands that reaches from left to right; beyond
 * any page where there is none. */
void cc_divides_side(const struct cc_divides *divides, double left,
    double right, double *least, double *most);

/* The columns of the plot, with those lines; `tight` where a lane is dearer
 * than words across one. */
struct cc_lanes cc_lanes_of(
    const struct cc_figure *figure, double gap, bool tight);

/* Tells a row of lanes between which columns the words of a fact stand, beside
 * a sign from `left` on: as cc_fact_sides, up to the edge of the page; of what
 * came after the patient's death behind its line, of all else better not. */
void cc_row_sides(const struct cc_figure *figure, const struct cc_fact *fact,
    double left, struct cc_lane_item *item);
/* Room beside an item on its better side; `before` a death, where its words
 * belong [unit]. */
static inline double
cc_room_beside(const struct cc_lane_item *item, bool before)
{
	double most = before ? MIN(item->most, item->over) : item->most;
	return MAX(item->left - item->least, most - item->right);
}

/* How long words may be that are cut to `room`: what is short anyway does not
 * run across a death for the last of its letters. */
double cc_cut_before(double room, double before);
/* From where on words of a fact whose sign begins at `left` would be read as of
 * something after its patient's death: at its line; INFINITY: nowhere. */
double cc_words_over(
    const struct cc_figure *figure, const struct cc_fact *fact, double left);
/* Words that are to stand beside an item. */
struct cc_beside {
	const char *text;
	const char *rest; /* in the plain weight behind it; NULL: nothing */
	bool bold;        /* the text is */
	double width;     /* of all of them on one line [unit] */
	double most;      /* of a line [unit] */
};
/* Folds words that one line has no room for on either side of the item up to
 * the lines there, or that are wider than they may be; what no side holds so
 * stands under it. Not where lanes are dear. */
void cc_fold_beside(struct cc_figure *figure, const struct cc_divides *divides,
    struct cc_lane_item *item, const struct cc_beside *words,
    struct cc_fold *fold);
/* Asks for room beside the plot for the words of a fact after a death, on two
 * lines at the most, behind its sign from `left` to `right`. */
void cc_ask_behind_death(const struct cc_figure *figure, struct cc_track *track,
    const struct cc_fact *fact, double left, double right, const char *text);

/* A progression or relapse that is shown; that, or the death: what is shown in
 * all rows. */
bool cc_is_turn_back(
    const struct cc_figure *figure, const struct cc_fact *fact);
bool cc_runs_down(const struct cc_figure *figure, const struct cc_fact *fact);

/* True where the day of such a fact is known as well as can be seen: a line
 * runs down on it; else a band over the time in which it was. */
bool cc_has_line(const struct cc_figure *figure, const struct cc_reach *reach);

/* Of the cut behind the i-th stretch [unit]. */
double cc_cut_middle(const struct cc_axis *axis, size_t i);

#endif
