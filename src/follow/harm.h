/* What befell the patient: events, by what they are to the reader. */
#ifndef CC_FOLLOW_HARM_H
#define CC_FOLLOW_HARM_H

#include "model/vocab.h"

enum cc_harm_group {
	CC_HARM_NONE,      /* an event that does no harm: a visit, a birth */
	CC_HARM_INFECTION, /* and graft-versus-host disease */
	CC_HARM_ADVERSE,   /* a toxicity, or whatever bears a grade */
};

struct cc_harm {
	const struct cc_fact *fact; /* an event */
	enum cc_harm_group group;
	/* The worst grade that is told of it or of a part of its course, as
	 * written; NULL: none. */
	const char *grade;
	int worst;     /* the same as a number from 1 to 5, else 0 */
	/* Something says that it came of what was done: a grade, a cause, how
	 * sure that is. Else it may be a sign of the disease itself. */
	bool blamed;
	bool gvhd;  /* graft-versus-host disease */
	bool visit; /* a visit: of interest to the author alone */
	bool ended; /* because of it a treatment was ended */
	/* What the case is about where cells were given: CRS and ICANS of
	 * cell therapy, GVHD of a transplant. */
	bool of_cells;
};

struct cc_harms {
	const struct cc_harm *item; /* as in the file */
	size_t count;
	/* By fact index: of that event, or NULL. */
	const struct cc_harm *const *of;
};

struct cc_harms cc_harms_follow(
    struct cc_arena *arena, const struct cc_case *course);

/* True for an event that harms. */
bool cc_harm_is(const struct cc_harms *harms, const struct cc_fact *fact);

/* "3", "III", "3b" as a number; 0 where it is none of 1 to 5. */
int cc_grade_number(const char *grade);

#endif
