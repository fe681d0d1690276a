/* Thin rows: a name flush left, and something of a line's height beside it.
 * Acts of one name, three or more, have such a row, as drugs have. */
#ifndef CC_MARK_ACT_H
#define CC_MARK_ACT_H

#include "layout/draw.h"

/* Two of a name are no row. */
#define CC_ACTS_LEAST 3

/* A row of signs, named once with their number. */
struct cc_acts {
	const struct cc_fact *const *fact; /* by time */
	size_t count;
	enum cc_scope scope; /* of their names */
	const char *words; /* said of each of them, behind the last; or NULL */
	const struct cc_term *look; /* whose colour it is; NULL: the ink */
	cc_colour colour;
	bool ticks;   /* in place of arrows */
	bool various; /* what is said of them, in tooltips alone */
};

/* What is said of an act beside its name; NULL: nothing. */
const char *cc_act_words(struct cc_figure *figure, const struct cc_fact *fact);

/* Such a row, in the arena; measured, which returns the width of its name with
 * the number [unit], and drawn, its signs' middles at a height, by a mark whose
 * row it is a part of. */
struct cc_act_row *cc_act_row_create(
    struct cc_figure *figure, const struct cc_acts *acts);
double cc_act_row_measure(struct cc_figure *figure, struct cc_act_row *row);
/* How high its name is on several lines, once measured; 0: it is on one [unit].
 * And how many those are. */
double cc_act_row_folded(const struct cc_act_row *row);
size_t cc_act_row_lines(const struct cc_act_row *row);
void cc_act_row_draw(struct cc_figure *figure, const struct cc_act_row *row,
    enum cc_colour_role ink, double y);

/* Adds it as a row of the page; `spare` as in cc_track. */
void cc_acts_add(
    struct cc_figure *figure, const struct cc_acts *acts, enum cc_yield spare);

/* Finds acts that were done again and again, claims them and adds their rows.
 * Those with a rank, a result or an amount of their own are none. */
void cc_acts_collect(struct cc_figure *figure);

/* True where the fact is a tick below the curve that it serves, in place of all
 * else: then it is claimed (series-serve.c). */
bool cc_series_takes(struct cc_figure *figure, const struct cc_fact *fact);

/* What a thin row is called by a fact: in full where that leaves time most of
 * the page. */
const char *cc_thin_name(
    struct cc_figure *figure, const struct cc_fact *fact, bool *brief);
/* The same of a text that the row is called by: whether it is too long. */
bool cc_thin_name_is_long(const struct cc_figure *figure, const char *name);

/* Its height with its name, which may take two lines, and what stands behind
 * that, NULL: nothing. And what they ask of the column of names. */
double cc_thin_height(
    struct cc_figure *figure, const char *name, const char *more);
double cc_thin_name_width(
    struct cc_figure *figure, const char *name, const char *more);

/* Writes its name around a middle, and draws the line that parts it from such
 * a row below. */
void cc_thin_draw(
    struct cc_figure *figure, const struct cc_track *track, double middle);

#endif
