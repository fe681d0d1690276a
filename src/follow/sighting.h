/* What was looked for in the genes, test by test, and the lesions that were
 * seen. */
#ifndef CC_FOLLOW_SIGHTING_H
#define CC_FOLLOW_SIGHTING_H

#include "follow/extent.h"
#include "model/vocab.h"

enum cc_sight {
	CC_SIGHT_NONE,   /* nobody has looked: planned, not done */
	CC_SIGHT_ABSENT, /* looked for, not found */
	CC_SIGHT_FOUND,
	/* For the first time, although the genes had been looked at before;
	 * never of what a clone has from the first (cc_term.constant). */
	CC_SIGHT_NEW,
};

/* A finding in one test. */
struct cc_sighting {
	const struct cc_fact *test; /* genetics */
	const struct cc_finding *finding;
	enum cc_sight sight;
};

/* A finding of a patient over all tests, whatever the name that each writes. */
struct cc_trail {
	size_t patient; /* cc_fact.patient */
	const struct cc_sighting *sighting; /* in the order of time */
	size_t count;
	bool found; /* in one test at least */
};

struct cc_trails {
	/* By patient; of each what was found first, in the order of time, then
	 * what never was. Of one test: as in the file. */
	const struct cc_trail *item;
	size_t count;
	const char *method; /* of all tests; NULL: several, or unsaid */
	const struct cc_fact *first; /* test of the first patient; NULL: none */
};

struct cc_lesion {
	const struct cc_fact *fact;
	struct cc_extent extent;
	/* Of each size of the fact (cc_fact.values): how large it is, as a part
	 * of the largest of the course, 0 to 1; NaN where it has no number, or
	 * in a unit that cannot be compared with that of the first size. NULL:
	 * there is nothing to compare, all are alike or there is but one. */
	const double *share;
};

struct cc_lesions {
	const struct cc_lesion *item; /* as in the file */
	size_t count;
	/* By cc_fact.patient: a lesion whose end all of the patient's share,
	 * two or more, and after which the patient was still seen; NULL: there
	 * is no such end. */
	const struct cc_lesion *const *gone;
};

struct cc_follow;
struct cc_trails cc_trails_follow(
    struct cc_arena *arena, const struct cc_follow *follow);
struct cc_lesions cc_lesions_follow(
    struct cc_arena *arena, const struct cc_follow *follow);

#endif
