/* Where intervals begin and end: the events are those of the response
 * criteria, whose vocabulary entry names the intervals that they define, what
 * counts as a response, and which deaths end one. */
#include "follow/interval.h"

#include <glib.h>
#include <string.h>

/* ---- ends ---- */

/* How an interval ends: with an event, or with the last that is known. */
struct ending {
	const struct cc_fact *event; /* NULL: none */
	struct cc_span last;
};

static bool
starts_before(const struct cc_span *a, const struct cc_span *b)
{
	return a->earliest_start.minute < b->earliest_start.minute;
}

/* The start of a fact as a moment: no later than its patient's death. */
static struct cc_span
start_of(const struct cc_follow *follow, const struct cc_fact *fact)
{
	const struct cc_span span =
	    cc_follow_part(follow, fact, &fact->when.span);

	return cc_span_start(&span);
}

static bool
is_known(struct cc_instant earliest, struct cc_instant latest)
{
	return earliest.minute != INT64_MIN && latest.minute != INT64_MAX;
}

static bool
end_with(struct ending *ending, const struct cc_fact *event)
{
	*ending = (struct ending){.event = event};
	return event->when.span.dated;
}

/* As the last that is known: a moment, or none. */
static bool
end_open(struct ending *ending, const struct cc_span *last)
{
	*ending = (struct ending){.last = *last};
	return last->dated;
}

/* ---- from one to the other ---- */

/* What both are counted from, or the one is and the other is counted from. */
static const struct cc_fact *
common_origin(const struct cc_fact *from, const struct cc_fact *event)
{
	const struct cc_fact *origin = event->when.since;

	return origin != NULL && (origin == from || origin == from->when.since)
	           ? origin
	           : NULL;
}

/* "2 months after the start" are two months, however coarsely the start is
 * known: whatever day it was, both lie on the same side of it. */
static void
share_doubt(
    const struct cc_fact *origin, struct cc_span *from, struct cc_span *to)
{
	const struct cc_span *span = origin != NULL ? &origin->when.span : NULL;
	int64_t doubt;

	if (span == NULL || !span->dated ||
	    !is_known(span->earliest_start, span->latest_start))
		return;
	doubt = span->latest_start.minute - span->earliest_start.minute -
	        CC_MINUTES_A_DAY;
	if (doubt <= 0 ||
	    from->latest_start.minute - doubt <= from->earliest_start.minute ||
	    to->latest_end.minute - doubt <= to->earliest_end.minute)
		return;
	from->latest_start.minute -= doubt;
	to->latest_end.minute -= doubt;
}

static bool
interval_fill(struct cc_interval *interval, const struct cc_follow *follow,
    const struct cc_fact *from, const struct ending *ending)
{
	struct cc_duration *duration = &interval->duration;
	struct cc_span first, last;

	interval->from = start_of(follow, from);
	interval->event = ending->event;
	/* Follow-up is over with the last contact. */
	interval->censored =
	    ending->event == NULL && interval->kind != CC_INTERVAL_FOLLOW_UP;
	interval->to = ending->event != NULL ? start_of(follow, ending->event)
	                                     : ending->last;
	if (!is_known(
		interval->from.earliest_start, interval->from.latest_start) ||
	    !is_known(interval->to.earliest_end, interval->to.latest_end) ||
	    interval->to.latest_end.minute <=
		interval->from.earliest_start.minute)
		return false;
	/* Seen once is not followed. */
	if ((interval->censored || interval->kind == CC_INTERVAL_FOLLOW_UP) &&
	    interval->to.latest_end.minute ==
		interval->from.latest_start.minute &&
	    interval->to.earliest_end.minute ==
		interval->from.earliest_start.minute)
		return false;
	first = interval->from;
	last = interval->to;
	if (ending->event != NULL)
		share_doubt(common_origin(from, ending->event), &first, &last);
	*duration = cc_duration_between(&first, &last, follow->course->clock);
	if (duration->value < 0)
		return false;
	if (interval->censored)
		*duration = cc_duration_least(
		    &interval->from, &interval->to, follow->course->clock);
	/* "At least nothing" says nothing. */
	return !interval->censored || duration->low > 0;
}

/* ---- lines ---- */

/* A death where no progression came before. Whether it ends a response is a
 * matter of the criteria: by some only one of the disease does, and after one
 * of an unknown cause nobody can tell. */
static bool
end_by_death(const struct cc_therapy *of,
    const struct cc_patient_course *patient, enum cc_interval_kind kind,
    struct ending *ending)
{
	if (kind == CC_INTERVAL_PFS || of->scheme == NULL ||
	    !of->scheme->disease_deaths || patient->died_of_disease)
		return end_with(ending, patient->death);
	return !patient->died_unexplained && end_open(ending, &of->assessed);
}

/* Until progression or death. Without one it is known to have lasted until
 * somebody last looked, before the next line began. */
static bool
end_of_response(const struct cc_therapy *of,
    const struct cc_patient_course *patient, enum cc_interval_kind kind,
    struct ending *ending)
{
	if (of->progression != NULL && !cc_progression_is_late(of))
		return end_with(ending, of->progression);
	if (of->next_undated)
		return false;
	if (of->next == NULL && patient->death != NULL)
		return end_by_death(of, patient, kind, ending);
	return end_open(ending, &of->assessed);
}

/* Until the next line begins, or death. */
static bool
end_of_line(const struct cc_therapy *of,
    const struct cc_patient_course *patient, struct ending *ending)
{
	if (of->next_undated)
		return false;
	if (of->next != NULL)
		return end_with(ending, of->next->start);
	if (patient->death != NULL)
		return end_with(ending, patient->death);
	return end_open(ending, &patient->contact);
}

bool
cc_interval_defined(const struct cc_term *scheme, enum cc_interval_kind kind)
{
	for (size_t i = 0; scheme != NULL && i < scheme->intervals.count; i++)
		if (strcmp(scheme->intervals.word[i],
			cc_closed_interval.words[kind]) == 0)
			return true;
	return false;
}

bool
cc_line_interval(const struct cc_follow *follow, size_t line,
    enum cc_interval_kind kind, struct cc_interval *interval)
{
	const struct cc_therapy *of = &follow->lines[line];
	const struct cc_patient_course *patient =
	    &follow->patients[of->patient];
	const struct cc_fact *from = of->start;
	struct ending ending = {0};
	bool ended = false;

	if (!of->counts || of->start == NULL || !cc_interval_of_line(kind) ||
	    !cc_interval_defined(of->scheme, kind))
		return false;
	switch (kind) {
	case CC_INTERVAL_PFS:
		ended = end_of_response(of, patient, kind, &ending);
		break;
	case CC_INTERVAL_TTNT:
		ended = end_of_line(of, patient, &ending);
		break;
	case CC_INTERVAL_TTR:
		ended = of->response != NULL && end_with(&ending, of->response);
		break;
	case CC_INTERVAL_DOR:
		from = of->response;
		ended =
		    from != NULL && end_of_response(of, patient, kind, &ending);
		break;
	case CC_INTERVAL_OS:
	case CC_INTERVAL_FOLLOW_UP:
	case CC_INTERVAL_COUNT:
		break;
	}
	*interval = (struct cc_interval){.kind = kind, .line = line};
	return ended && interval_fill(interval, follow, from, &ending);
}

/* ---- the course ---- */

/* What was first of the patient, where no diagnosis has a date. */
static const struct cc_fact *
first_fact(const struct cc_case *course)
{
	const struct cc_fact *first = NULL;

	for (size_t i = 0; i < course->fact_count; i++) {
		const struct cc_fact *fact = &course->facts[i];

		if (!fact->happened || !fact->when.span.dated ||
		    fact->patient != 0 || fact->kind == CC_KIND_COMMENT)
			continue;
		if (first == NULL ||
		    starts_before(&fact->when.span, &first->when.span))
			first = fact;
	}
	return first;
}

bool
cc_case_interval(const struct cc_follow *follow, enum cc_interval_kind kind,
    struct cc_interval *interval)
{
	const struct cc_patient_course *patient = &follow->patients[0];
	const struct cc_fact *from = patient->diagnosis;
	const struct cc_fact *death = patient->death;
	struct ending ending = {0};
	bool ended;

	if (cc_interval_of_line(kind))
		return false;
	if (kind == CC_INTERVAL_FOLLOW_UP &&
	    (from == NULL || !from->when.span.dated))
		from = first_fact(follow->course);
	if (from == NULL || !from->when.span.dated)
		return false;
	if (cc_death_is_dated(patient))
		ended = end_with(&ending, death);
	else if (kind == CC_INTERVAL_FOLLOW_UP || death == NULL)
		ended = end_open(&ending, &patient->contact);
	else
		return false;
	*interval = (struct cc_interval){.kind = kind, .line = CC_NO_LINE};
	return ended && interval_fill(interval, follow, from, &ending);
}
