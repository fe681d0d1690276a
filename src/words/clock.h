/* The numbers that clocks count: shared by the files that tell them. */
#ifndef CC_WORDS_CLOCK_H
#define CC_WORDS_CLOCK_H

#include "words/date.h"

/* The first and the last number that a stretch holds. */
struct cc_numbers {
	enum cc_precision unit;
	int decimals;
	int64_t first, last; /* [minute] */
	bool mixed;          /* years, months and days: 5y7m12d */
	bool around;         /* the stretch does not fill them */
};

struct cc_numbers cc_numbers_of(
    const struct cc_words_in *in, const struct cc_stretch *stretch);

/* The numbers of the two ends of a bracket, where these are still as they were
 * typed: what comes after another thing, or before a death, may be narrower. */
bool cc_numbers_bracket(const struct cc_words_in *in,
    const struct cc_stretch *stretch, struct cc_numbers *first,
    struct cc_numbers *last);

/* The whole step [minute] in or at which a minute lies. */
int64_t cc_step_floor(int64_t minute, int64_t step);

#endif
