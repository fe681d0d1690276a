/* Where intervals begin and end: the events are those of the response
 * criteria, whose vocabulary entry names the intervals that they define and
 * the least response that counts as one. */
#include "model/interval.h"

#include "model/model.h"

#include <glib.h>
#include <math.h>
#include <string.h>

static const char *const words[] = {
    [CC_INTERVAL_PFS] = "PFS",
    [CC_INTERVAL_TTNT] = "TTNT",
    [CC_INTERVAL_TTR] = "TTR",
    [CC_INTERVAL_DOR] = "DoR",
    [CC_INTERVAL_OS] = "OS",
    [CC_INTERVAL_FOLLOW_UP] = "follow-up",
};
_Static_assert(G_N_ELEMENTS(words) == CC_INTERVAL_COUNT, "a word each");

const struct cc_closed cc_closed_interval = {words, G_N_ELEMENTS(words)};
const struct cc_closed cc_closed_line_interval = {words, CC_INTERVAL_OS};

bool
cc_interval_of_line(enum cc_interval_kind kind)
{
	return kind < CC_INTERVAL_OS;
}

/* ---- ends ---- */

/* How an interval ends: at a moment, as an event or as the last that is
 * known. */
struct ending {
	struct cc_span at;
	bool censored;
};

static bool
starts_before(const struct cc_span *a, const struct cc_span *b)
{
	return a->earliest_start.minute < b->earliest_start.minute;
}

/* The start of a fact as a moment. */
static struct cc_span
start_of(const struct cc_fact *fact)
{
	return cc_span_start(&fact->when.span);
}

static bool
is_known(struct cc_instant earliest, struct cc_instant latest)
{
	return earliest.minute != INT64_MIN && latest.minute != INT64_MAX;
}

static bool
end_at(struct ending *ending, const struct cc_fact *fact, bool censored)
{
	if (!fact->when.span.dated)
		return false;
	*ending = (struct ending){start_of(fact), censored};
	return true;
}

/* The last contact, as nothing is known of later. */
static bool
end_open(struct ending *ending, const struct cc_case *course, size_t patient)
{
	ending->censored = true;
	return cc_last_contact(course, patient, &ending->at);
}

static bool
interval_fill(struct cc_interval *interval, const struct cc_case *course,
    const struct cc_fact *from, const struct ending *ending)
{
	struct cc_duration *duration = &interval->duration;

	interval->from = start_of(from);
	interval->to = ending->at;
	interval->censored = ending->censored;
	if (!is_known(
		interval->from.earliest_start, interval->from.latest_start) ||
	    !is_known(interval->to.earliest_end, interval->to.latest_end) ||
	    interval->to.latest_end.minute <=
		interval->from.earliest_start.minute)
		return false;
	/* Seen once is not followed. */
	if ((ending->censored || interval->kind == CC_INTERVAL_FOLLOW_UP) &&
	    interval->to.latest_end.minute ==
		interval->from.latest_start.minute &&
	    interval->to.earliest_end.minute ==
		interval->from.earliest_start.minute)
		return false;
	*duration =
	    cc_duration_between(&interval->from, &interval->to, course->clock);
	if (duration->value < 0)
		return false;
	if (ending->censored) {
		duration->value = duration->low;
		duration->high = CC_DURATION_OPEN;
		duration->exact = false;
	}
	return true;
}

/* ---- lines ---- */

/* Where a line begins: its first treatment; a line may be one procedure, as a
 * cell infusion. */
static const struct cc_fact *
line_start(const struct cc_line *line)
{
	return line->first_treatment != NULL ? line->first_treatment
	                                     : line->first;
}

static size_t
line_patient(const struct cc_case *course, size_t line)
{
	for (size_t i = 0; i < course->fact_count; i++)
		if (course->facts[i].line == line)
			return course->facts[i].patient;
	return CC_NO_LINE;
}

/* The start of the line that follows. False where none does; *first is NULL
 * where one does on a day that nobody knows. */
static bool
next_line(
    const struct cc_case *course, size_t line, const struct cc_fact **first)
{
	const struct cc_fact *from = line_start(&course->lines[line]);
	bool undated = false;

	*first = NULL;
	for (size_t i = 0; i < course->line_count; i++) {
		const struct cc_fact *start = line_start(&course->lines[i]);

		if (i == line || line_patient(course, i) != from->patient)
			continue;
		undated = undated || (start == NULL && i > line);
		if (start == NULL ||
		    starts_before(&start->when.span, &from->when.span) ||
		    (!starts_before(&from->when.span, &start->when.span) &&
			i < line))
			continue;
		if (*first == NULL ||
		    starts_before(&start->when.span, &(*first)->when.span))
			*first = start;
	}
	return *first != NULL || undated;
}

/* Until progression; a death counts as one where `dying` says so. A line that
 * gave way to another without a progression is followed until then. */
static bool
end_of_response(const struct cc_case *course, size_t line, bool any_death,
    struct ending *ending)
{
	const struct cc_line *of = &course->lines[line];
	size_t patient = line_start(of)->patient;
	const struct cc_fact *next, *death = cc_case_death(course, patient);

	if (of->progression != NULL)
		return end_at(ending, of->progression, false);
	if (next_line(course, line, &next))
		return next != NULL && end_at(ending, next, true);
	if (death == NULL)
		return end_open(ending, course, patient);
	return end_at(ending, death,
	    !any_death && g_strcmp0(death->cause, "progression") != 0);
}

/* Until the next line begins. Whoever died had no next treatment. */
static bool
end_of_line(const struct cc_case *course, size_t line, struct ending *ending)
{
	size_t patient = line_start(&course->lines[line])->patient;
	const struct cc_fact *next;

	if (next_line(course, line, &next))
		return next != NULL && end_at(ending, next, false);
	return cc_case_death(course, patient) == NULL &&
	       end_open(ending, course, patient);
}

static const struct cc_term *
line_scheme(
    const struct cc_case *course, const struct cc_terms *terms, size_t line)
{
	const struct cc_fact *at = course->lines[line].progression;

	/* Criteria may be a response's own: those of its line's are taken. */
	if (at == NULL)
		at = course->lines[line].first;
	return cc_terms_find(
	    terms, CC_IN_SCHEME, NULL, cc_case_criteria(course, terms, at));
}

static bool
defines(const struct cc_term *scheme, enum cc_interval_kind kind)
{
	for (size_t i = 0; scheme != NULL && i < scheme->intervals.count; i++)
		if (strcmp(scheme->intervals.word[i], words[kind]) == 0)
			return true;
	return false;
}

/* At least as deep as what the scheme counts as response. */
static bool
responds(const struct cc_case *course, const struct cc_terms *terms,
    const struct cc_fact *fact)
{
	const char *criteria = cc_case_criteria(course, terms, fact);
	const struct cc_term *scheme =
	    cc_terms_find(terms, CC_IN_SCHEME, NULL, criteria);
	const struct cc_term *found, *least;

	if (scheme == NULL || scheme->response == NULL)
		return false;
	found = cc_terms_find(terms, CC_IN_RESPONSE, criteria, fact->code);
	least =
	    cc_terms_find(terms, CC_IN_RESPONSE, criteria, scheme->response);
	return found != NULL && least != NULL && !isnan(found->rank) &&
	       found->rank >= least->rank;
}

const struct cc_fact *
cc_line_response(
    const struct cc_case *course, const struct cc_terms *terms, size_t line)
{
	const struct cc_fact *first = NULL;

	for (size_t i = 0; i < course->fact_count; i++) {
		const struct cc_fact *fact = &course->facts[i];

		if (fact->kind != CC_KIND_RESPONSE || fact->within != line ||
		    fact->code == NULL || !cc_fact_took_place(fact) ||
		    !responds(course, terms, fact))
			continue;
		if (first == NULL ||
		    starts_before(&fact->when.span, &first->when.span))
			first = fact;
	}
	return first;
}

bool
cc_line_interval(const struct cc_case *course, const struct cc_terms *terms,
    size_t line, enum cc_interval_kind kind, struct cc_interval *interval)
{
	const struct cc_fact *from = line_start(&course->lines[line]);
	const struct cc_fact *response;
	struct ending ending = {0};
	bool ended = false;

	if (from == NULL || !cc_interval_of_line(kind) ||
	    !defines(line_scheme(course, terms, line), kind))
		return false;
	response = kind == CC_INTERVAL_TTR || kind == CC_INTERVAL_DOR
	               ? cc_line_response(course, terms, line)
	               : NULL;
	switch (kind) {
	case CC_INTERVAL_PFS:
		ended = end_of_response(course, line, true, &ending);
		break;
	case CC_INTERVAL_TTNT:
		ended = end_of_line(course, line, &ending);
		break;
	case CC_INTERVAL_TTR:
		ended = response != NULL && end_at(&ending, response, false);
		break;
	case CC_INTERVAL_DOR:
		from = response;
		ended = response != NULL &&
		        end_of_response(course, line, false, &ending);
		break;
	case CC_INTERVAL_OS:
	case CC_INTERVAL_FOLLOW_UP:
	case CC_INTERVAL_COUNT:
		break;
	}
	*interval = (struct cc_interval){.kind = kind, .line = line};
	return ended && interval_fill(interval, course, from, &ending);
}

/* ---- the course ---- */

/* Where the course begins: the first diagnosis of the first patient, for
 * follow-up else whatever was first. */
static const struct cc_fact *
course_start(const struct cc_case *course, bool diagnosis)
{
	const struct cc_fact *first = NULL;

	for (size_t i = 0; i < course->fact_count; i++) {
		const struct cc_fact *fact = &course->facts[i];

		if (!cc_fact_took_place(fact) || fact->patient != 0 ||
		    fact->kind == CC_KIND_COMMENT ||
		    (diagnosis && fact->kind != CC_KIND_DIAGNOSIS))
			continue;
		if (first == NULL ||
		    starts_before(&fact->when.span, &first->when.span))
			first = fact;
	}
	return first;
}

bool
cc_case_interval(const struct cc_case *course, enum cc_interval_kind kind,
    struct cc_interval *interval)
{
	const struct cc_fact *from = course_start(course, true);
	const struct cc_fact *death = cc_case_death(course, 0);
	struct ending ending = {0};
	bool ended;

	if (cc_interval_of_line(kind))
		return false;
	if (from == NULL && kind == CC_INTERVAL_FOLLOW_UP)
		from = course_start(course, false);
	if (from == NULL)
		return false;
	if (death != NULL && death->when.span.dated)
		ended = end_at(&ending, death, false);
	else if (kind == CC_INTERVAL_FOLLOW_UP || death == NULL)
		ended = end_open(&ending, course, 0);
	else
		return false;
	/* Follow-up is over with the last contact. */
	if (kind == CC_INTERVAL_FOLLOW_UP)
		ending.censored = false;
	*interval = (struct cc_interval){.kind = kind, .line = CC_NO_LINE};
	return ended && interval_fill(interval, course, from, &ending);
}

/* ---- durations ---- */

bool
cc_treatment_duration(const struct cc_case *course,
    const struct cc_fact *treatment, struct cc_duration *duration)
{
	const struct cc_span *span = &treatment->when.span;

	if (!cc_fact_took_place(treatment) || !span->interval ||
	    !is_known(span->earliest_start, span->latest_start) ||
	    span->earliest_end.minute == INT64_MIN ||
	    span->end_form == CC_MOMENT_EMPTY)
		return false;
	if (span->latest_end.minute == INT64_MAX &&
	    span->end_form != CC_MOMENT_OPEN)
		return false;
	*duration = cc_duration_length(span, course->clock);
	return true;
}

bool
cc_line_duration(
    const struct cc_case *course, size_t line, struct cc_duration *duration)
{
	const struct cc_fact *first = course->lines[line].first;
	struct cc_span whole;

	if (first == NULL)
		return false;
	whole = first->when.span;
	whole.earliest_end.minute = whole.latest_end.minute = INT64_MIN;
	for (size_t i = 0; i < course->fact_count; i++) {
		const struct cc_fact *fact = &course->facts[i];
		const struct cc_span *span = &fact->when.span;

		if (fact->line != line || fact->status != CC_STATUS_DONE ||
		    (fact->kind != CC_KIND_TREATMENT &&
			fact->kind != CC_KIND_PROCEDURE))
			continue;
		if (!span->dated || span->end_form == CC_MOMENT_EMPTY)
			return false;
		whole.earliest_end.minute =
		    MAX(whole.earliest_end.minute, span->earliest_end.minute);
		if (span->latest_end.minute <= whole.latest_end.minute)
			continue;
		whole.latest_end = span->latest_end;
		whole.end_precision = span->end_precision;
		whole.end_form = span->end_form;
	}
	if (!is_known(whole.earliest_start, whole.latest_start) ||
	    whole.earliest_end.minute == INT64_MIN)
		return false;
	if (whole.latest_end.minute == INT64_MAX &&
	    whole.end_form != CC_MOMENT_OPEN)
		return false;
	*duration = cc_duration_length(&whole, course->clock);
	return true;
}
