/* Grades of events. Shared by the rows of events. */
#ifndef CC_MARK_GRADE_H
#define CC_MARK_GRADE_H

#include "layout/bar.h"
#include "layout/draw.h"

/* The grade that is drawn of an event: its worst; NULL: none, as of what did
 * not happen. */
const char *cc_grade_of(
    const struct cc_figure *figure, const struct cc_fact *event);

/* True where an event that the figure shows has a grade that is drawn as a
 * number, "3" or "III", and passes the test. */
typedef bool cc_grade_test(
    const struct cc_figure *figure, const struct cc_fact *event);
bool cc_grade_any(const struct cc_figure *figure, cc_grade_test *test);

/* What the numbers of this figure are: grades of CTCAE, or no more than grades,
 * where some of its events have a scale of their own. */
enum cc_legend cc_grade_key(const struct cc_figure *figure);
enum cc_message cc_grade_message(enum cc_legend key);

/* The tone of a grade from 1 to 5; of 0, where none is told. */
cc_colour cc_grade_tone(
    const struct cc_figure *figure, const struct cc_fact *event, int grade);

/* The bar of an event, as its grades go: pale where it began and ended, one
 * tone passing into the next within the time in which that was. */
void cc_draw_graded(struct cc_figure *figure, const struct cc_fact *event,
    const struct cc_bar *bar);

/* Where a grade holds, and its tone. */
struct cc_grade_stretch {
	double from, to;
	cc_colour tone;
	const char *grade;
};
/* All of them, the first with the worst grade in front; that is of no width, at
 * the start, where no part of the bar is said to have it. */
struct cc_grade_stretches {
	struct cc_grade_stretch *all;
	size_t count;
};
struct cc_grade_stretches cc_grade_stretches(const struct cc_figure *figure,
    const struct cc_fact *event, const struct cc_bar *bar);

#endif
