/* One fact against its own parts, and against what its course is of: slips of
 * the hand that each alone would look right. */
#include "model/model.h"
#include "model/rules.h"

#include <string.h>

/* ---- grades ---- */

/* Where a grade stands in its scale, from 1, in the words of an entry or in
 * the numbers that all share; 0 where that is not known. */
static size_t
grade_place(const struct cc_term *event, const char *grade)
{
	static const char *const arabic[] = {"1", "2", "3", "4", "5"};
	static const char *const roman[] = {"I", "II", "III", "IV", "V"};

	for (size_t i = 0; event != NULL && i < event->grades.count; i++)
		if (strcmp(event->grades.word[i], grade) == 0)
			return i + 1;
	if (event != NULL && event->grades.count > 0)
		return 0;
	for (size_t i = 0; i < G_N_ELEMENTS(arabic); i++)
		if (strcmp(arabic[i], grade) == 0 ||
		    strcmp(roman[i], grade) == 0)
			return i + 1;
	return 0;
}

static void
check_grade_course(const struct cc_check *check, const struct cc_fact *fact,
    const struct cc_term *event)
{
	const struct cc_grade *worst = NULL;
	size_t most = grade_place(event, fact->grade);

	if (most == 0)
		return;
	for (size_t i = 0; i < fact->grade_count; i++) {
		const struct cc_grade *grade = &fact->grades[i];
		size_t place =
		    grade->grade != NULL ? grade_place(event, grade->grade) : 0;

		if (place <= most)
			continue;
		most = place;
		worst = grade;
	}
	if (worst != NULL)
		cc_diag(check->diags, CC_W326,
		    cc_check_place(check, fact, "grade"), fact->grade,
		    worst->grade, cc_line_of(check, CC_W326, worst->pos));
}

/* The grade of an event is its greatest. */
void
cc_rule_grade_courses(const struct cc_check *check)
{
	const struct cc_case *course = check->course;

	for (size_t i = 0; i < course->fact_count; i++) {
		const struct cc_fact *fact = &course->facts[i];

		if (fact->grade == NULL || fact->grade_count == 0)
			continue;
		check_grade_course(check, fact,
		    fact->code != NULL ? cc_terms_find(check->terms,
					     CC_IN_EVENT, NULL, fact->code)
				       : NULL);
	}
}

/* ---- cycles ---- */

/* The last cycle has begun on the last day or before; how long it was is not
 * said. More cycles than days are a warning of their own. */
void
cc_rule_periods(const struct cc_check *check)
{
	const struct cc_case *course = check->course;

	for (size_t i = 0; i < course->fact_count; i++) {
		const struct cc_fact *fact = &course->facts[i];
		const struct cc_span *span = &fact->when.span;
		const struct cc_repeats repeats = cc_fact_repeats(fact);
		g_autofree char *text = NULL;
		int64_t most;

		if (repeats.lasts == 0 || !span->dated || !span->interval ||
		    span->earliest_start.minute == INT64_MIN ||
		    span->latest_end.minute == INT64_MAX)
			continue;
		most = span->latest_end.minute - span->earliest_start.minute;
		if (repeats.lasts < most ||
		    fact->cycles > most / CC_MINUTES_A_DAY)
			continue;
		text = cc_repeats_text(fact, &repeats);
		cc_rule_diag(check, cc_doubtful(span, span), CC_W327,
		    cc_time_place(&fact->when, fact->pos), text,
		    (int)(repeats.lasts / CC_MINUTES_A_DAY) + 1,
		    (int)(most / CC_MINUTES_A_DAY));
	}
}

/* ---- years ---- */

#define SLIP_MINUTES ((int64_t)(365.25 * CC_MINUTES_A_DAY))

/* Between what of one patient all treatment lies. NULL: not known. */
struct frame {
	const struct cc_fact *diagnosis, *contact;
	bool open; /* a diagnosis has no date */
};

static void
frame_add(struct frame *frame, const struct cc_fact *fact)
{
	const struct cc_span *span = &fact->when.span;

	if (fact->kind == CC_KIND_DIAGNOSIS) {
		frame->open = frame->open || !span->dated ||
		              span->earliest_start.minute == INT64_MIN;
		if (frame->diagnosis == NULL ||
		    span->earliest_start.minute <
			frame->diagnosis->when.span.earliest_start.minute)
			frame->diagnosis = fact;
	} else if (fact->kind == CC_KIND_OUTCOME && span->dated &&
		   cc_fact_took_place(fact)) {
		if (frame->contact == NULL ||
		    span->latest_end.minute >
			frame->contact->when.span.latest_end.minute)
			frame->contact = fact;
	}
}

/* Surely more than a year between a moment and a later one [years], else 0.
 * Either may be unknown. */
static int
years_between(struct cc_instant from, struct cc_instant to)
{
	if (from.minute == INT64_MIN || from.minute == INT64_MAX ||
	    to.minute == INT64_MIN || to.minute == INT64_MAX ||
	    to.minute - from.minute <= SLIP_MINUTES)
		return 0;
	return (int)((to.minute - from.minute) / SLIP_MINUTES);
}

static void
check_years(const struct cc_check *check, const struct cc_fact *fact,
    const struct frame *frame)
{
	const struct cc_span *span = &fact->when.span, *other;
	struct cc_pos pos = cc_time_place(&fact->when, fact->pos);
	int years;

	if (frame->diagnosis != NULL && !frame->open) {
		other = &frame->diagnosis->when.span;
		years =
		    years_between(span->latest_start, other->earliest_start);
		if (years > 0)
			cc_rule_diag(check, cc_doubtful(span, other), CC_W328,
			    pos, years, "before the diagnosis",
			    cc_line_of(check, CC_W328, frame->diagnosis->pos));
	}
	/* After a death is an error of its own. */
	if (frame->contact == NULL ||
	    g_strcmp0(frame->contact->code, "death") == 0)
		return;
	other = &frame->contact->when.span;
	years = years_between(other->latest_end, span->earliest_start);
	if (years > 0)
		cc_rule_diag(check, cc_doubtful(span, other), CC_W328, pos,
		    years, "after the outcome",
		    cc_line_of(check, CC_W328, frame->contact->pos));
}

/* What belongs to a line of therapy lies between the patient's first diagnosis
 * and the last contact: 2012 for 2021. A course before the diagnosis, a disease
 * that was not yet known, is of no line. */
void
cc_rule_years(const struct cc_check *check)
{
	const struct cc_case *course = check->course;
	g_autofree struct frame *frames =
	    g_new0(struct frame, cc_patient_room(course));

	for (size_t i = 0; i < course->fact_count; i++)
		frame_add(&frames[course->facts[i].patient], &course->facts[i]);
	for (size_t i = 0; i < course->fact_count; i++) {
		const struct cc_fact *fact = &course->facts[i];

		if (fact->line != CC_NO_LINE && cc_fact_took_place(fact))
			check_years(check, fact, &frames[fact->patient]);
	}
}
