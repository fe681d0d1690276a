/* Where a thing without a date stands: its order is known, its day is not.
 *
 * What may lie between dated facts is given the whole time in which it can have
 * been. What comes after the last dated fact of its patient stands behind the
 * end of the time axis, in steps: one a step, in order, of equal width, and
 * no time. */
#ifndef CC_FOLLOW_ORDER_H
#define CC_FOLLOW_ORDER_H

#include "model/case.h"

/* Steps are counted in instants beyond all that a course can have, so that
 * one scale holds both; a step lasts as long as what is exact. */
#define CC_STEP_BASE (INT64_MAX / 4)

enum cc_ordered_kind {
	CC_ORDERED_DATED,   /* its own span */
	CC_ORDERED_BETWEEN, /* some time within the span */
	CC_ORDERED_STEP,    /* the span is a step */
};

struct cc_ordered {
	enum cc_ordered_kind kind;
	/* Of a dated one as far as a death leaves room for it. */
	struct cc_span span;
	/* BETWEEN: what comes after it has a date, else the span ends with
	 * what is known of the patient. */
	bool closed;
	/* BETWEEN: where within the span its sign stands, from 0 to 1: later
	 * ones of one span stand behind earlier ones. */
	double share;
	/* BETWEEN: after how many others of its span it is known to come, each
	 * after the other, and the most that any of them has, and one. */
	size_t depth, depths;
};

struct cc_orders {
	const struct cc_ordered *of; /* by fact index */
	size_t steps;
	int64_t step;              /* length of one [minutes] */
	/* What the steps come after: the latest dated fact before them, NULL
	 * where there is none. */
	const struct cc_fact *after;
};

struct cc_patient_course;
struct cc_orders cc_order_follow(struct cc_arena *arena,
    const struct cc_case *course, const struct cc_patient_course *patients,
    int64_t exact);

/* The place of a part of a fact that has no date (value, size), as `when` has
 * it. Its span is not dated where nothing tells. */
struct cc_follow;
struct cc_ordered cc_order_part(const struct cc_follow *follow,
    const struct cc_fact *fact, const struct cc_when *when);

#endif
