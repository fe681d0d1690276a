/* How intervals follow from the course: PFS, OS, TTNT and their like. The
 * events that begin and end each are told in clincourse-case(5), DERIVED
 * FACTS. Nothing is derived from an end that has no date. */
#ifndef CC_FOLLOW_INTERVAL_H
#define CC_FOLLOW_INTERVAL_H

#include "follow/follow.h"
#include "model/interval.h"

struct cc_interval {
	enum cc_interval_kind kind;
	size_t line; /* CC_NO_LINE: of the whole course */
	/* Two moments. The interval begins within the start of `from` and ends
	 * within the end of `to`; both have known bounds. */
	struct cc_span from, to;
	/* What ended it; NULL: it was censored, or is follow-up. */
	const struct cc_fact *event;
	/* It was still running at `to`: what ends it had not happened by then,
	 * so far as anybody looked. The duration has no upper bound. */
	bool censored;
	struct cc_duration duration;
};

/* Whether the response criteria know the interval of a line; NULL: there are
 * none, and they know none. */
bool cc_interval_defined(
    const struct cc_term *scheme, enum cc_interval_kind kind);

/* The interval of a line of therapy. False where the line's response criteria
 * do not define it, where nothing began it on a known date, or where what
 * ended it has none. */
bool cc_line_interval(const struct cc_follow *follow, size_t line,
    enum cc_interval_kind kind, struct cc_interval *interval);

/* OS and follow-up, both of the first patient; false as above. */
bool cc_case_interval(const struct cc_follow *follow,
    enum cc_interval_kind kind, struct cc_interval *interval);

#endif
