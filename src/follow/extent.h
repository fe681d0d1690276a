/* How long a thing lasted: its span with the end that ended it. An end that
 * nobody stated is never a day that somebody knew. */
#ifndef CC_FOLLOW_EXTENT_H
#define CC_FOLLOW_EXTENT_H

#include "model/case.h"

enum cc_extent_start {
	CC_START_STATED,
	CC_START_BEFORE,     /* "../b": it was there before the course */
	CC_START_NOT_STATED, /* "/b", "[..a]/b" */
};

enum cc_extent_end {
	CC_END_STATED,
	CC_END_GOES_ON,    /* "a/..": seen to go on at the last contact */
	CC_END_DEATH,      /* "a/..", and the patient died */
	CC_END_NOT_STATED, /* "a/": no day on which it was over is known */
	CC_END_LIMIT,      /* the same, of a line: what came next limits it */
};

struct cc_extent {
	/* Four instants, none of them without a bound at the end: what goes on
	 * ends with the last contact or the death, what began nobody knows
	 * when had begun by the first that is told of it, what ended nobody
	 * knows when between its start, or the last that is told of it (a
	 * grade, a dose, a size), and the limit, or the end of what is known of
	 * the patient. */
	struct cc_span span;
	/* Of what ended nobody knows when: until when that last may have
	 * been. */
	struct cc_instant told;
	enum cc_extent_start start;
	enum cc_extent_end end;
	const struct cc_fact *ended_by; /* the death, the limit; else NULL */
};

/* What limits treatments of a line whose end is not stated: the next
 * progression, relapse or outcome, and treatments of other lines. By patient,
 * in the order of time. */
struct cc_limits {
	const struct cc_fact **fact;
	/* Of each: the next one that is no treatment of the same line. */
	size_t *other;
	size_t count;
};

struct cc_limits cc_limits_follow(
    struct cc_arena *arena, const struct cc_case *course);

/* By fact index. */
struct cc_follow;
const struct cc_extent *cc_extents_follow(
    struct cc_arena *arena, const struct cc_follow *follow);

/* Of a fact, or of a part of it with a time of its own (`part`, else NULL). */
struct cc_extent cc_extent_of(const struct cc_follow *follow,
    const struct cc_fact *fact, const struct cc_span *part);

#endif
