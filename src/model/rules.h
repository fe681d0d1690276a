/* Rules that look at the whole case; check.c lists them. A rule fires only if
 * it holds for every reading of an uncertain time, and is a step milder where
 * a time was written `~` or `?`. */
#ifndef CC_MODEL_RULES_H
#define CC_MODEL_RULES_H

#include "model/kind.h"

/* check-words.c: the case's own words, its patients */
void cc_rule_defines(const struct cc_check *check);
void cc_rule_criteria(const struct cc_check *check);
void cc_rule_patients(const struct cc_check *check);
void cc_rule_background(const struct cc_check *check);

/* check-order.c: what cannot be before or after what */
void cc_rule_deaths(const struct cc_check *check);
void cc_rule_causes(const struct cc_check *check);
void cc_rule_origins(const struct cc_check *check);
void cc_rule_evolution(const struct cc_check *check);
void cc_rule_parts(const struct cc_check *check);
void cc_rule_cycles(const struct cc_check *check);

/* check-series.c: curves that share a row */
void cc_rule_company(const struct cc_check *check);

/* check-course.c: a fact against its own parts and its course */
void cc_rule_grade_courses(const struct cc_check *check);
void cc_rule_periods(const struct cc_check *check);
void cc_rule_years(const struct cc_check *check);

/* check-life.c: what no life holds. The longest life that is documented
 * [years] is Jeanne Calment's, 1875 to 1997. */
#define CC_LIFE_YEARS 122
void cc_rule_lives(const struct cc_check *check);

/* check-line.c: lines of therapy and responses */
void cc_rule_line_numbers(const struct cc_check *check);
void cc_rule_line_diseases(const struct cc_check *check);
void cc_rule_line_overlap(const struct cc_check *check);
void cc_rule_line_responses(const struct cc_check *check);
void cc_rule_untreated(const struct cc_check *check);
void cc_rule_best(const struct cc_check *check);
void cc_rule_transplants(const struct cc_check *check);

/* A treatment, or a procedure that neither examines nor collects. */
bool cc_check_treats(const struct cc_check *check, const struct cc_fact *fact);

/* check-derived.c: what is stated against what follows */
void cc_rule_best_surpassed(const struct cc_check *check);
void cc_rule_intervals(const struct cc_check *check);
void cc_rule_stretches(const struct cc_check *check);

/* check-legal.c: what a grade or a value can be at all */
void cc_rule_grades(const struct cc_check *check);
void cc_rule_possible(const struct cc_check *check);

/* check-value.c: values beside each other */
void cc_rule_log_scale(const struct cc_check *check);
void cc_rule_units_known(const struct cc_check *check);
void cc_rule_units_unsaid(const struct cc_check *check);
void cc_rule_units(const struct cc_check *check);
void cc_rule_values_twice(const struct cc_check *check);
void cc_rule_thousands(const struct cc_check *check);

/* check-response.c: assessments beside each other */
void cc_rule_responses_twice(const struct cc_check *check);

/* check-image.c */
void cc_rule_images(const struct cc_check *check);

/* Runs every rule of the list in check.c. */
void cc_rules_run(const struct cc_check *check);

/* Nothing of `later` can have been before anything of `earlier`'s start. */
static inline bool
cc_starts_before(const struct cc_span *earlier, const struct cc_span *later)
{
	return earlier->dated && later->dated &&
	       earlier->latest_start.minute <= later->earliest_start.minute;
}

/* Known to the day or better: two of them at one time are one too many. What
 * is counted from an open bracket has no such bound. */
static inline bool
cc_is_of_a_day(const struct cc_span *span)
{
	return span->dated && span->start_form == CC_MOMENT_POINT &&
	       span->earliest_start.minute != INT64_MIN &&
	       span->latest_start.minute != INT64_MAX &&
	       span->latest_start.minute - span->earliest_start.minute <=
	           CC_MINUTES_A_DAY;
}

static inline bool
cc_doubtful(const struct cc_span *a, const struct cc_span *b)
{
	return a->approximate || a->uncertain || b->approximate || b->uncertain;
}

/* Where the time of a thing is written, else the thing. */
static inline struct cc_pos
cc_time_place(const struct cc_when *when, struct cc_pos pos)
{
	return when->time.text != NULL ? when->time.pos : pos;
}

/* The line of another place that a message names. Counting lines costs a walk
 * over the file: not where the message would be kept neither as it is nor a
 * step milder. */
static inline uint32_t
cc_line_of(const struct cc_check *check, enum cc_code code, struct cc_pos pos)
{
	const struct cc_diags *diags = check->diags;
	enum cc_severity severity = cc_code_severity(code);
	enum cc_severity milder = severity > CC_NOTE ? severity - 1 : CC_NOTE;

	if (diags->limit != 0 && diags->here[severity] >= diags->limit &&
	    diags->here[milder] >= diags->limit)
		return 0;
	return cc_pos_place(pos).line;
}

/* Patients of a case by their index; a case that names none has one. */
static inline size_t
cc_patient_room(const struct cc_case *course)
{
	return MAX(course->patient_count, 1);
}

#define cc_rule_diag(check, doubtful, code, pos, ...)                          \
	((doubtful) ? cc_diag_mild((check)->diags, code, pos, __VA_ARGS__)     \
		    : cc_diag((check)->diags, code, pos, __VA_ARGS__))

#endif
