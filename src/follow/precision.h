/* What counts as exact in a course: one rule for every moment and every end,
 * of bars, marks, responses, values, doses, grades and sizes. */
#ifndef CC_FOLLOW_PRECISION_H
#define CC_FOLLOW_PRECISION_H

#include "model/case.h"

/* How long a moment may last and still be exact [minutes]: as long as one is
 * told in half of the case, but not more than a day under dates, than the unit
 * of a clock that counts, in which a number is meant as it is typed, and not
 * less than an hour. What is told less finely shows its span. */
int64_t cc_exact_follow(const struct cc_case *course);

/* How the author doubts of when something of a fact was: it, its values, sizes
 * or changes. */
enum cc_doubt {
	CC_DOUBT_APPROXIMATE = 1, /* ~ */
	CC_DOUBT_UNCERTAIN = 2,   /* ? */
};

/* Of each fact, a set of enum cc_doubt. */
const unsigned char *cc_doubts_follow(
    struct cc_arena *arena, const struct cc_case *course);

/* By when the first of all was over whose earliest day nothing tells ("10
 * January or earlier"); CC_INSTANT_NONE_AFTER: there is none. */
struct cc_instant cc_open_follow(const struct cc_case *course);

/* How precisely most of what is dated between two instants is: the median, of
 * two middle ones the finer. NONE: nothing lies there. */
enum cc_precision cc_precision_usual(const struct cc_case *course,
    struct cc_instant first, struct cc_instant last);

/* What is drawn without a doubt about its start, or its end. False where there
 * is no such bound. */
bool cc_start_is_exact(const struct cc_span *span, int64_t exact);
bool cc_end_is_exact(const struct cc_span *span, int64_t exact);

#endif
