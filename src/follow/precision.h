/* What counts as exact in a course: one rule for every moment and every end,
 * of bars, marks, responses, values, doses, grades and sizes. */
#ifndef CC_FOLLOW_PRECISION_H
#define CC_FOLLOW_PRECISION_H

#include "model/case.h"

/* How long a moment may last and still be exact [minutes]: a day under dates,
 * an hour in a course most of whose facts are told to the hour, the unit of a
 * clock that counts, in which a number is meant as it is typed. */
int64_t cc_exact_follow(const struct cc_case *course);

/* What is drawn without a doubt about its start, or its end. False where there
 * is no such bound. */
bool cc_start_is_exact(const struct cc_span *span, int64_t exact);
bool cc_end_is_exact(const struct cc_span *span, int64_t exact);

#endif
