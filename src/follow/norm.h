/* What a value of a panel is held against: the laboratory's own range, where
 * the file states it, else that of the test, where it fits the age and the sex
 * of the patient on that day. Nothing fits a child or a pregnancy by chance. */
#ifndef CC_FOLLOW_NORM_H
#define CC_FOLLOW_NORM_H

#include "model/vocab.h"

enum cc_norm_source {
	CC_NORM_NONE,
	CC_NORM_STATED,    /* by the file */
	CC_NORM_REFERENCE, /* by the vocabulary */
};

struct cc_verdict {
	int side; /* -1 below, 1 above, 0 within or nobody knows */
	enum cc_norm_source against;
};

/* A stretch in which a patient may have been pregnant. */
struct cc_gravidity {
	size_t patient;
	struct cc_instant from, to;
};

struct cc_gravidities {
	/* Of the mother's or the child's first birth or miscarriage that has a
	 * date; INT64_MAX: none has. */
	struct cc_instant ended;
	struct cc_gravidity *item;
	size_t count;
};

struct cc_follow;

/* Ages that a patient can have had at the start of a fact [completed years];
 * both NAN where nothing says. */
struct cc_ages {
	double youngest, oldest;
};

struct cc_ages cc_follow_ages(
    const struct cc_follow *follow, const struct cc_fact *fact);

struct cc_gravidities cc_gravidities_follow(
    struct cc_arena *arena, const struct cc_case *course);

/* The verdicts of all values of a panel, by their index, in `arena`. */
const struct cc_verdict *cc_panel_verdicts(struct cc_arena *arena,
    const struct cc_follow *follow, const struct cc_fact *panel);

#endif
