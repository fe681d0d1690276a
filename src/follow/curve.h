/* What was measured: the values of one test of one patient in one unit, those
 * of panels included, in the order of time. */
#ifndef CC_FOLLOW_CURVE_H
#define CC_FOLLOW_CURVE_H

#include "follow/dose.h"
#include "follow/order.h"
#include "model/vocab.h"

struct cc_reading {
	const struct cc_fact *owner;  /* a series or a panel */
	const struct cc_value *value; /* as the file has it */
	const struct cc_value *shown; /* the same in the curve's unit */
	/* When. Numbers of a counting clock share the finest precision of
	 * their row: "1" and "1.5" are half a unit apart, and "1" of one curve
	 * lies over "1" of another. */
	struct cc_span span;
	bool exact; /* see follow/precision.h */
	/* Of one without a date; NULL: it has one. */
	struct cc_ordered *place;
};

/* A stretch of time over which a dose was given, or fell or rose evenly. */
struct cc_dose_piece {
	struct cc_instant from, to;
	double first, last; /* dose at its ends */
	bool sure; /* false: within it somewhere it changed, began or ended */
};

/* What was given, as it lies under a curve. */
struct cc_dose_area {
	const struct cc_fact *fact; /* the first treatment with it */
	const struct cc_drug *drug; /* of that; NULL: the treatment itself */
	const struct cc_term *term; /* of what was given; NULL: unknown */
	const char *unit;           /* as written; NULL: unknown */
	bool alike; /* all doses are single numbers in that unit */
	double most;
	const struct cc_dose_piece *piece; /* by treatment, then by time */
	size_t count; /* 0: nothing that an area can show */
};

struct cc_curve {
	const struct cc_fact *fact; /* the series that began it */
	const struct cc_curve *with; /* whose row it shares; NULL: none */
	const struct cc_dose_area *area; /* under it; NULL: none */
	const struct cc_term *term; /* of the test; NULL: unknown */
	const char *unit;           /* as written; NULL: unknown */
	enum cc_scale scale;        /* the author's, else the test's */
	/* Dated, by the middle of their span, then as in the file. Behind those
	 * as many as have only an order, as in the file. */
	const struct cc_reading *reading;
	size_t count, ordered;
	bool lost; /* a value of its series has neither */
	/* What was told in words: positive, normal. By time, as above. */
	const struct cc_reading *word;
	size_t word_count;
	/* Of its series: the one that always holds, those of the file, those
	 * of single values from their time on. */
	const struct cc_range *range;
	size_t range_count;
};

struct cc_curves {
	const struct cc_curve *item; /* as in the file */
	size_t count;
	/* By fact index: of a series the curve that its values are in; of a
	 * panel, by the index of its value, the curve that has it, else NULL.
	 * NULL for other facts. */
	const struct cc_curve *const *of;
	const struct cc_curve *const *const *of_value;
	/* By fact index: the curve of the value that an act, or a drug of one
	 * day, was given for; NULL: none, or it is more than that. */
	const struct cc_curve *const *served;
};

struct cc_follow;

struct cc_curves cc_curves_follow(
    struct cc_arena *arena, const struct cc_follow *follow);

/* Fills in the ranges of a curve that has its readings (curve-range.c). */
void cc_curve_find_ranges(struct cc_arena *arena,
    const struct cc_follow *follow, struct cc_curve *curve);

/* The doses under the curve of a series that names some (curve-area.c). */
const struct cc_dose_area *cc_curve_area(struct cc_arena *arena,
    const struct cc_follow *follow, const struct cc_fact *series);

/* See `served`; once the curves are there (curve-serve.c). */
const struct cc_curve *const *cc_curves_served(
    struct cc_arena *arena, const struct cc_follow *follow);

/* Whether the curve stands on the right axis of the row that it shares: its
 * values are in another unit than those on the left. */
bool cc_curve_is_right(const struct cc_curve *curve);

/* A reading in another unit than its curve's, as it goes on the axis of
 * another. NULL where nothing says how to convert it. */
const struct cc_value *cc_reading_in(struct cc_arena *arena,
    const struct cc_curve *curve, const struct cc_reading *reading,
    const char *unit);

#endif
