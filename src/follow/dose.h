/* What somebody was given, from the start on: the dose that the treatment says,
 * then each change. */
#ifndef CC_FOLLOW_DOSE_H
#define CC_FOLLOW_DOSE_H

#include "base/arena.h"
#include "model/case.h"

/* Doses of a treatment, or of one drug of it. */
struct cc_doses {
	const struct cc_fact *treatment;
	const struct cc_dose *all;
	size_t count;
	/* As written, where no dose says another; NULL: none. */
	const char *unit;
	/* All are single numbers of one unit: they can be compared, and drawn
	 * as heights. */
	bool alike;
};

/* `drug` NULL: of the treatment itself. */
struct cc_doses cc_doses_of(struct cc_arena *arena,
    const struct cc_fact *treatment, const struct cc_drug *drug);

/* The unit of one of them; NULL: none. */
const char *cc_doses_unit(const struct cc_doses *doses, size_t at);

/* A dose of 0 that ends the treatment has stopped it; one that another dose
 * follows, or that the treatment goes on behind, is a pause. */
bool cc_dose_is_stop(const struct cc_doses *doses, size_t at);

#endif
