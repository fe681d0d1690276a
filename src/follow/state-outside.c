/* What ends responses from outside their row: lines of therapy and relapses,
 * each patient's own, looked up by time. */
#include "follow/state-end.h"

#include <glib.h>
#include <stdlib.h>

/* Something that begins at a moment. */
struct beginning {
	size_t patient, line;
	const struct cc_fact *fact;
};

struct cc_outside {
	const struct cc_case *course;
	/* Of struct beginning, by patient and time. */
	GArray *lines, *relapses, *transformations;
	/* Without a date, by line: what lost the response, what began it. */
	const struct cc_fact **lost, **begun;
	const struct cc_fact **stray; /* losses outside lines, by patient */
};

static int64_t
start_of(const struct cc_fact *fact)
{
	return fact->when.span.earliest_start.minute;
}

static int
by_patient_and_time(const void *left, const void *right)
{
	const struct beginning *a = left, *b = right;

	if (a->patient != b->patient)
		return a->patient < b->patient ? -1 : 1;
	if (start_of(a->fact) != start_of(b->fact))
		return start_of(a->fact) < start_of(b->fact) ? -1 : 1;
	return a->fact->index < b->fact->index ? -1 : 1;
}

/* The first that begins at `minute` or later; of another patient, or the
 * array's length, where none does. */
static guint
first_from(const GArray *array, size_t patient, int64_t minute)
{
	guint low = 0, high = array->len;

	while (low < high) {
		guint middle = low + (high - low) / 2;
		const struct beginning *at =
		    &g_array_index(array, struct beginning, middle);

		if (at->patient < patient ||
		    (at->patient == patient && start_of(at->fact) < minute))
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* What begins a line nobody knows when. */
static bool
begins_undated(const struct cc_fact *fact, const struct cc_terms *terms)
{
	const char *disease =
	    fact->belongs != NULL ? fact->belongs->code : NULL;

	return fact->line != CC_NO_LINE && fact->happened &&
	       !fact->when.span.dated &&
	       (fact->kind == CC_KIND_TREATMENT ||
		   fact->kind == CC_KIND_PROCEDURE) &&
	       cc_line_role(terms, fact, disease) != CC_LINE_APART;
}

static void
add_lines(struct cc_outside *outside, const struct cc_terms *terms)
{
	const struct cc_case *course = outside->course;

	for (size_t i = 0; i < course->fact_count; i++)
		if (begins_undated(&course->facts[i], terms))
			outside->begun[course->facts[i].line] =
			    &course->facts[i];
	for (size_t line = 0; line < course->line_count; line++) {
		const struct cc_fact *start = course->lines[line].start;
		struct beginning beginning = {.line = line, .fact = start};

		if (start == NULL)
			continue;
		/* A day that is known is the line's own. */
		outside->begun[line] = NULL;
		beginning.patient = start->patient;
		g_array_append_val(outside->lines, beginning);
	}
	g_array_sort(outside->lines, by_patient_and_time);
}

static void
add_losses(struct cc_outside *outside, const struct cc_turns *turns)
{
	for (size_t i = 0; i < turns->count; i++) {
		const struct cc_turn *turn = &turns->item[i];
		const struct cc_fact *fact = turn->fact;
		struct beginning beginning = {fact->patient, CC_NO_LINE, fact};

		if (!cc_turn_is_back(turn))
			continue;
		if (fact->when.span.dated) {
			if (turn->kind == CC_TURN_RELAPSE)
				g_array_append_val(
				    outside->relapses, beginning);
		} else if (fact->line != CC_NO_LINE)
			outside->lost[fact->line] = fact;
		else
			outside->stray[fact->patient] = fact;
	}
	g_array_sort(outside->relapses, by_patient_and_time);
}

static void
add_transformations(struct cc_outside *outside)
{
	const struct cc_case *course = outside->course;

	for (size_t i = 0; i < course->fact_count; i++) {
		const struct cc_fact *fact = &course->facts[i];
		struct beginning beginning = {fact->patient, CC_NO_LINE, fact};

		if (fact->happened && fact->when.span.dated &&
		    cc_fact_is_transformation(fact))
			g_array_append_val(outside->transformations, beginning);
	}
	g_array_sort(outside->transformations, by_patient_and_time);
}

struct cc_outside *
cc_outside_create(const struct cc_case *course, const struct cc_terms *terms,
    const struct cc_turns *turns)
{
	struct cc_outside *outside = g_new0(struct cc_outside, 1);
	size_t lines = course->line_count + 1;
	size_t people = MAX(course->patient_count, 1);

	outside->course = course;
	outside->lines = g_array_new(FALSE, FALSE, sizeof(struct beginning));
	outside->relapses = g_array_new(FALSE, FALSE, sizeof(struct beginning));
	outside->transformations =
	    g_array_new(FALSE, FALSE, sizeof(struct beginning));
	outside->lost = g_new0(const struct cc_fact *, lines);
	outside->begun = g_new0(const struct cc_fact *, lines);
	outside->stray = g_new0(const struct cc_fact *, people);
	add_lines(outside, terms);
	add_losses(outside, turns);
	add_transformations(outside);
	return outside;
}

void
cc_outside_destroy(struct cc_outside *outside)
{
	g_array_free(outside->lines, TRUE);
	g_array_free(outside->relapses, TRUE);
	g_array_free(outside->transformations, TRUE);
	g_free(outside->lost);
	g_free(outside->begun);
	g_free(outside->stray);
	g_free(outside);
}

const struct cc_fact *
cc_outside_line(const struct cc_outside *outside, size_t patient, size_t own,
    struct cc_instant at)
{
	guint i = at.minute == INT64_MAX
	              ? outside->lines->len
	              : first_from(outside->lines, patient, at.minute + 1);

	for (; i < outside->lines->len; i++) {
		const struct beginning *line =
		    &g_array_index(outside->lines, struct beginning, i);

		if (line->patient != patient)
			return NULL;
		if (line->line != own)
			return line->fact;
	}
	return NULL;
}

static const struct cc_fact *
first_of(const GArray *array, size_t patient, struct cc_instant at)
{
	guint i = first_from(array, patient, at.minute);
	const struct beginning *first =
	    &g_array_index(array, struct beginning, i);

	return i < array->len && first->patient == patient ? first->fact
	                                                   : NULL;
}

const struct cc_fact *
cc_outside_relapse(
    const struct cc_outside *outside, size_t patient, struct cc_instant at)
{
	return first_of(outside->relapses, patient, at);
}

const struct cc_fact *
cc_outside_transformation(
    const struct cc_outside *outside, size_t patient, struct cc_instant at)
{
	return first_of(outside->transformations, patient, at);
}

const struct cc_fact *
cc_outside_undated(
    const struct cc_outside *outside, size_t patient, size_t line)
{
	size_t next = line == CC_NO_LINE ? 0 : line + 1;

	if (outside->stray[patient] != NULL)
		return outside->stray[patient];
	if (line != CC_NO_LINE && outside->lost[line] != NULL)
		return outside->lost[line];
	/* Only the line after it: what comes later has come to nothing else. */
	return next < outside->course->line_count &&
	               outside->begun[next] != NULL &&
	               outside->begun[next]->patient == patient
	           ? outside->begun[next]
	           : NULL;
}
