/* Grades of events. Shared by the rows of events. */
#ifndef CC_MARK_GRADE_H
#define CC_MARK_GRADE_H

#include "layout/mark.h"

/* True where it is drawn as a digit from 1 to 5. */
bool cc_grade_is_digit(const char *grade);

/* True where an event that the figure shows has a digit and passes the test. */
typedef bool cc_grade_test(
    const struct cc_figure *figure, const struct cc_fact *event);
bool cc_grade_any(const struct cc_figure *figure, cc_grade_test *test);

/* What the digits of this figure are: grades of CTCAE, or no more than grades,
 * where some of its events have a scale of their own. */
enum cc_legend cc_grade_key(const struct cc_figure *figure);
enum cc_message cc_grade_message(enum cc_legend key);

#endif
