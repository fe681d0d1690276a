/* Facts that follow from the course; nothing here is written in a file. */
#include "model/kind.h"
#include "model/model.h"

#include <string.h>

bool
cc_fact_took_place(const struct cc_fact *fact)
{
	return fact->status == CC_STATUS_DONE && fact->when.span.dated;
}

/* What began nobody knows when is nothing to count from. */
static bool
can_be_zero(const struct cc_fact *fact)
{
	return cc_fact_took_place(fact) &&
	       fact->when.span.earliest_start.minute != INT64_MIN;
}

static bool
starts_before(const struct cc_fact *a, const struct cc_fact *b)
{
	return b == NULL || a->when.span.earliest_start.minute <
	                        b->when.span.earliest_start.minute;
}

static const struct cc_fact *
first_of_kind(const struct cc_case *course, enum cc_kind_id kind)
{
	const struct cc_fact *first = NULL;

	for (size_t i = 0; i < course->fact_count; i++) {
		const struct cc_fact *fact = &course->facts[i];

		if (fact->kind == kind && can_be_zero(fact) &&
		    starts_before(fact, first))
			first = fact;
	}
	return first;
}

/* What began the treatment of the disease: where a line of therapy counts from,
 * not what prevents or supports. Without lines the first of all that was
 * given. NULL where the first line began nobody knows when. */
static const struct cc_fact *
first_treatment(const struct cc_case *course)
{
	const struct cc_fact *first = NULL;
	bool lines = false;

	for (size_t i = 0; i < course->line_count; i++) {
		const struct cc_line *line = &course->lines[i];

		if (line->planned || (line->start == NULL && !line->undated))
			continue;
		if (line->undated && !lines)
			return NULL;
		lines = true;
		if (line->start != NULL && can_be_zero(line->start) &&
		    starts_before(line->start, first))
			first = line->start;
	}
	return lines ? first : first_of_kind(course, CC_KIND_TREATMENT);
}

static const struct cc_fact *
first_dated(const struct cc_case *course)
{
	const struct cc_fact *first = NULL;

	for (size_t i = 0; i < course->fact_count; i++)
		if (can_be_zero(&course->facts[i]) &&
		    starts_before(&course->facts[i], first))
			first = &course->facts[i];
	return first;
}

static const struct cc_fact *
find_id(const struct cc_case *course, const char *id)
{
	for (size_t i = 0; i < course->fact_count; i++)
		if (g_strcmp0(course->facts[i].id, id) == 0)
			return &course->facts[i];
	return NULL;
}

const struct cc_fact *
cc_case_zero(const struct cc_case *course, const char *zero)
{
	const struct cc_fact *fact;

	if (zero == NULL)
		zero = course->zero;
	if (zero != NULL && strcmp(zero, "first-treatment") == 0)
		return first_treatment(course);
	if (zero != NULL && strcmp(zero, "diagnosis") != 0) {
		fact = find_id(course, zero);
		return fact != NULL && fact->when.span.dated &&
		               fact->when.span.earliest_start.minute !=
		                   INT64_MIN
		           ? fact
		           : NULL;
	}
	if (course->diagnosis != NULL && can_be_zero(course->diagnosis))
		return course->diagnosis;
	fact = first_of_kind(course, CC_KIND_DIAGNOSIS);
	return fact != NULL ? fact : first_dated(course);
}
