#include "follow/norm.h"

#include "follow/follow.h"

#include <glib.h>
#include <math.h>

#define DAY 1440.0          /* [minutes] */
#define YEAR (365.25 * DAY) /* [minutes] */
/* A pregnancy that is told as a moment may have begun or end so far off. */
#define TERM (INT64_C(42) * 7 * 1440) /* [minutes] */

/* ---- pregnancy ---- */

static enum cc_pregnancy
pregnancy_of(const struct cc_fact *fact)
{
	return fact->happened && fact->when.span.dated && fact->term != NULL
	           ? fact->term->pregnancy
	           : CC_PREGNANCY_NONE;
}

static struct cc_instant
moved(struct cc_instant at, int64_t minutes)
{
	at.minute += minutes;
	return at;
}

/* The first birth or miscarriage of the patient that is certainly after the
 * fact; else `to`. */
static struct cc_instant
find_end(const struct cc_case *course, const struct cc_fact *fact,
    struct cc_instant to)
{
	for (size_t i = 0; i < course->fact_count; i++) {
		const struct cc_fact *end = &course->facts[i];

		if (end->patient == fact->patient &&
		    pregnancy_of(end) == CC_PREGNANCY_ENDS &&
		    end->when.span.earliest_start.minute >=
			fact->when.span.latest_start.minute &&
		    end->when.span.latest_end.minute < to.minute)
			to = end->when.span.latest_end;
	}
	return to;
}

static struct cc_gravidity
gravidity_of(const struct cc_case *course, const struct cc_fact *fact)
{
	const struct cc_span *span = &fact->when.span;
	struct cc_gravidity is = {
	    .patient = fact->patient,
	    .from = span->earliest_start,
	    .to = span->latest_end,
	};

	if (span->interval && span->latest_end.minute != INT64_MAX)
		return is;
	if (!span->interval && is.from.minute != INT64_MIN)
		is.from = moved(is.from, -TERM);
	if (span->latest_start.minute != INT64_MAX)
		is.to = find_end(course, fact, moved(span->latest_start, TERM));
	return is;
}

static struct cc_instant
first_end(const struct cc_case *course)
{
	struct cc_instant first = {INT64_MAX};

	for (size_t i = 0; i < course->fact_count; i++) {
		const struct cc_fact *end = &course->facts[i];

		if (pregnancy_of(end) == CC_PREGNANCY_ENDS &&
		    end->when.span.latest_end.minute < first.minute)
			first = end->when.span.latest_end;
	}
	return first;
}

struct cc_gravidities
cc_gravidities_follow(struct cc_arena *arena, const struct cc_case *course)
{
	struct cc_gravidities all = {.ended = first_end(course)};
	size_t room = 0;

	for (size_t i = 0; i < course->fact_count; i++)
		room += pregnancy_of(&course->facts[i]) == CC_PREGNANCY_IS;
	all.item = cc_arena_new_array(arena, struct cc_gravidity, room);
	for (size_t i = 0; i < course->fact_count; i++)
		if (pregnancy_of(&course->facts[i]) == CC_PREGNANCY_IS)
			all.item[all.count++] =
			    gravidity_of(course, &course->facts[i]);
	return all;
}

static bool
may_be_pregnant(const struct cc_follow *follow, const struct cc_fact *fact)
{
	const struct cc_span *span = &fact->when.span;

	/* Weeks of gestation count the mother's time, and the child's. */
	if (follow->course->clock == CC_CLOCK_GESTATION)
		return true;
	for (size_t i = 0; i < follow->gravidities.count; i++) {
		const struct cc_gravidity *is = &follow->gravidities.item[i];

		if (is->patient == fact->patient &&
		    (!span->dated ||
			(span->latest_start.minute >= is->from.minute &&
			    span->earliest_start.minute <= is->to.minute)))
			return true;
	}
	return false;
}

/* ---- age ---- */

/* Under a clock of ages the time is the age. */
static struct cc_ages
ages_told(const struct cc_span *span)
{
	return (struct cc_ages){
	    floor((double)span->earliest_start.minute / YEAR),
	    /* An end is the first minute after it. */
	    floor(((double)span->latest_start.minute - 1) / YEAR),
	};
}

static bool
is_bounded(const struct cc_span *span)
{
	return span->dated && span->earliest_start.minute != INT64_MIN &&
	       span->latest_start.minute != INT64_MAX;
}

/* When the patient was so old: then, else at the diagnosis; NULL: there is
 * none. */
static const struct cc_span *
age_told_at(const struct cc_follow *follow, size_t patient,
    const struct cc_fact *diagnosis)
{
	const struct cc_when *at = &follow->course->patients[patient].age_at;

	if (at->time.text != NULL)
		return &at->span;
	return diagnosis != NULL ? &diagnosis->when.span : NULL;
}

struct cc_ages
cc_follow_ages(const struct cc_follow *follow, const struct cc_fact *fact)
{
	const struct cc_case *course = follow->course;
	const struct cc_span *span = &fact->when.span, *since;
	const struct cc_fact *diagnosis;
	struct cc_ages none = {NAN, NAN};
	double age, least, most;

	if (course->clock == CC_CLOCK_AGE && is_bounded(span))
		return ages_told(span);
	if (fact->patient >= course->patient_count ||
	    isnan(course->patients[fact->patient].age))
		return none;
	age = floor(course->patients[fact->patient].age);
	diagnosis = cc_follow_patient(follow, fact)->diagnosis;
	since = age_told_at(follow, fact->patient, diagnosis);
	/* Where only one of the two has a date, they may be years apart. */
	if (since == NULL || !is_bounded(since) || !is_bounded(span))
		return diagnosis == fact || !span->dated
		           ? (struct cc_ages){age, age}
		           : none;
	least =
	    (double)(span->earliest_start.minute - since->latest_start.minute);
	most =
	    (double)(span->latest_start.minute - since->earliest_start.minute);
	/* The age is in completed years: up to one more, not quite. */
	return (struct cc_ages){floor(age + least / YEAR),
	    floor(age + 1 + (most - 2 * DAY) / YEAR)};
}

/* ---- verdicts ---- */

/* By the word that the laboratory printed beside it. */
static bool
side_told(const struct cc_value *value, int *side)
{
	*side = value->result == CC_RESULT_LOW    ? -1
	        : value->result == CC_RESULT_HIGH ? 1
						  : 0;
	return *side != 0 || value->result == CC_RESULT_NORMAL;
}

static int
side_of(const struct cc_value *value, double number, double low, double high)
{
	if (value->form == CC_VALUE_PAIR)
		return 0;
	if (value->form == CC_VALUE_RANGE)
		return value->ends[1] < low ? -1 : value->ends[0] > high ? 1 : 0;
	/* Below a limit, or above one: certain only beyond the range. */
	switch (value->limit) {
	case CC_LIMIT_BELOW:
		return number <= low ? -1 : 0;
	case CC_LIMIT_ABOVE:
		return number >= high ? 1 : 0;
	case CC_LIMIT_NONE:
		break;
	}
	return number < low ? -1 : number > high ? 1 : 0;
}

/* By the file: on the value, or on the panel of one value. In the unit of the
 * value. */
static bool
find_stated(const struct cc_fact *panel, const struct cc_value *value,
    struct cc_norm *norm)
{
	*norm = (struct cc_norm){value->low, value->high};
	if (isnan(norm->low) && isnan(norm->high) && panel->range_count == 1 &&
	    panel->value_count == 1)
		*norm = (struct cc_norm){
		    panel->ranges[0].low, panel->ranges[0].high};
	return !isnan(norm->low) || !isnan(norm->high);
}

const struct cc_verdict *
cc_panel_verdicts(struct cc_arena *arena, const struct cc_follow *follow,
    const struct cc_fact *panel)
{
	const struct cc_case *course = follow->course;
	struct cc_verdict *all =
	    cc_arena_new_array(arena, struct cc_verdict, panel->value_count);
	struct cc_ages ages = cc_follow_ages(follow, panel);
	bool pregnant = may_be_pregnant(follow, panel);
	enum cc_sex sex = panel->patient < course->patient_count
	                      ? course->patients[panel->patient].sex
	                      : CC_SEX_UNSAID;

	for (size_t i = 0; i < panel->value_count; i++) {
		const struct cc_value *value = &panel->values[i];
		const struct cc_term *test = value->term;
		double factor = 1;
		struct cc_norm norm;

		all[i] = (struct cc_verdict){.against = CC_NORM_STATED};
		if (side_told(value, &all[i].side))
			continue;
		if (!find_stated(panel, value, &norm)) {
			all[i].against = CC_NORM_NONE;
			if (pregnant || test == NULL ||
			    !cc_term_range(
				test, sex, ages.youngest, ages.oldest, &norm) ||
			    !cc_unit_factor(test,
				cc_test_unit(test, panel, value), test->unit,
				&factor))
				continue;
			all[i].against = CC_NORM_REFERENCE;
		}
		all[i].side =
		    side_of(value, value->number * factor, norm.low, norm.high);
	}
	return all;
}
