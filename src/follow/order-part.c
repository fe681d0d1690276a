/* Where a part of a fact stands that has no date: a value, a size. Nothing can
 * come after it, so what it comes after alone limits it, and the fact that it
 * is of. */
#include "follow/follow.h"

struct placing {
	const struct cc_follow *follow;
	const struct cc_ordered *step; /* the last that it comes after */
	int64_t from;
};

static void
come_after(struct placing *placing, const struct cc_fact *on)
{
	const struct cc_ordered *at = &placing->follow->order.of[on->index];
	const struct cc_span *span = &at->span;
	int64_t from = INT64_MIN;

	switch (at->kind) {
	case CC_ORDERED_STEP:
		if (placing->step == NULL ||
		    placing->step->span.earliest_start.minute <
			span->earliest_start.minute)
			placing->step = at;
		break;
	case CC_ORDERED_BETWEEN:
		from = span->earliest_start.minute;
		break;
	case CC_ORDERED_DATED:
		if (span->dated && span->latest_end.minute != INT64_MAX &&
		    span->earliest_end.minute != INT64_MIN)
			from = cc_instant_mid(
			    span->earliest_end, span->latest_end)
				   .minute;
		break;
	}
	placing->from = MAX(placing->from, from);
}

/* From one to the other, the part somewhere in it. */
static struct cc_ordered
between(const struct cc_when *when, int64_t from, int64_t to)
{
	to = MAX(from, to);
	return (struct cc_ordered){.kind = CC_ORDERED_BETWEEN,
	    .share = 0.5,
	    .span = {.earliest_start = {from},
		.latest_start = {to},
		.earliest_end = {from},
		.latest_end = {to},
		.start_form = CC_MOMENT_BETWEEN,
		.end_form = CC_MOMENT_BETWEEN,
		.dated = true,
		.approximate = when->span.approximate,
		.uncertain = when->span.uncertain}};
}

struct cc_ordered
cc_order_part(const struct cc_follow *follow, const struct cc_fact *fact,
    const struct cc_when *when)
{
	const struct cc_patient_course *patient =
	    cc_follow_patient(follow, fact);
	struct placing placing = {
	    .follow = follow, .from = when->span.earliest_start.minute};
	struct cc_ordered place;
	int64_t to = patient->over.minute;

	if (when->since != NULL)
		come_after(&placing, when->since);
	for (size_t i = 0; when->after != NULL && i < when->after->facts.count;
	     i++)
		come_after(&placing, when->after->facts.fact[i]);
	if (placing.step != NULL)
		return *placing.step;
	if (!patient->contact.dated || to == INT64_MAX)
		return (struct cc_ordered){.kind = CC_ORDERED_BETWEEN};
	if (fact->when.span.dated && fact->when.span.interval) {
		const struct cc_extent own = cc_extent_of(follow, fact, NULL);

		placing.from = MAX(
		    placing.from, own.span.earliest_start.minute);
		/* A size may have been taken after the end that is given. */
		if (own.span.latest_end.minute > placing.from)
			to = MIN(to, own.span.latest_end.minute);
	}
	if (placing.from == INT64_MIN)
		placing.from = follow->course->first_dated.minute;
	place = between(when, placing.from, to);
	place.closed = to < patient->over.minute;
	return place;
}
