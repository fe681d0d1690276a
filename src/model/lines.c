/* Lines of therapy: where each begins and progresses. */
#include "model/model.h"
#include "model/read.h"

#include <string.h>

static bool
is_progression(const struct cc_case *course, const struct cc_terms *terms,
    const struct cc_fact *fact)
{
	const struct cc_term *term;

	if (fact->kind == CC_KIND_RELAPSE)
		return true;
	if (fact->kind != CC_KIND_RESPONSE || fact->code == NULL)
		return false;
	term = cc_terms_find(terms, CC_IN_RESPONSE,
	    cc_case_criteria(course, terms, fact), fact->code);
	if (term != NULL && term->slot != NULL)
		return strcmp(term->slot, "pd") == 0;
	/* Without a vocabulary, the codes of most schemes. */
	return strcmp(fact->code, "PD") == 0 || strcmp(fact->code, "PMD") == 0;
}

static bool
starts_before(const struct cc_fact *a, const struct cc_fact *b)
{
	return b == NULL || a->when.span.earliest_start.minute <
	                        b->when.span.earliest_start.minute;
}

/* Where each line begins. */
static void
find_firsts(struct cc_case *course)
{
	for (size_t i = 0; i < course->fact_count; i++) {
		const struct cc_fact *fact = &course->facts[i];
		struct cc_line *line;

		if (fact->line == CC_NO_LINE || !cc_fact_took_place(fact) ||
		    (fact->kind != CC_KIND_TREATMENT &&
			fact->kind != CC_KIND_PROCEDURE))
			continue;
		line = &course->lines[fact->line];
		if (starts_before(fact, line->first))
			line->first = fact;
		if (fact->kind == CC_KIND_TREATMENT &&
		    starts_before(fact, line->first_treatment))
			line->first_treatment = fact;
	}
}

struct start {
	size_t patient, line;
	int64_t minute;
};

static int
start_compare(const void *left, const void *right)
{
	const struct start *a = left, *b = right;

	if (a->patient != b->patient)
		return a->patient < b->patient ? -1 : 1;
	if (a->minute != b->minute)
		return a->minute < b->minute ? -1 : 1;
	return 0;
}

/* The line of the same patient that had begun last when the fact was. */
static size_t
line_at(const GArray *starts, const struct cc_fact *fact)
{
	struct start key = {
	    .patient = fact->patient,
	    .minute = fact->when.span.earliest_start.minute,
	};
	guint low = 0, high = starts->len;
	const struct start *found;

	while (low < high) {
		guint middle = low + (high - low) / 2;

		if (start_compare(&g_array_index(starts, struct start, middle),
			&key) <= 0)
			low = middle + 1;
		else
			high = middle;
	}
	if (low == 0)
		return CC_NO_LINE;
	found = &g_array_index(starts, struct start, low - 1);
	return found->patient == fact->patient ? found->line : CC_NO_LINE;
}

static void
find_within(struct cc_case *course)
{
	g_autoptr(GArray) starts =
	    g_array_new(FALSE, FALSE, sizeof(struct start));

	for (size_t i = 0; i < course->line_count; i++) {
		const struct cc_fact *first = course->lines[i].first;
		struct start start = {.line = i};

		if (first == NULL)
			continue;
		start.patient = first->patient;
		start.minute = first->when.span.earliest_start.minute;
		g_array_append_val(starts, start);
	}
	g_array_sort(starts, start_compare);
	for (size_t i = 0; i < course->fact_count; i++) {
		struct cc_fact *fact = &course->facts[i];

		fact->within = fact->line;
		if (fact->line == CC_NO_LINE && fact->when.span.dated)
			fact->within = line_at(starts, fact);
	}
}

/* The first progression of each line; one without a date counts where there
 * is no other. */
static void
find_progressions(struct cc_case *course)
{
	for (size_t i = 0; i < course->fact_count; i++) {
		const struct cc_fact *fact = &course->facts[i];
		struct cc_line *line;

		if (!fact->progression || fact->status != CC_STATUS_DONE ||
		    fact->within == CC_NO_LINE)
			continue;
		line = &course->lines[fact->within];
		if (line->progression == NULL ||
		    !line->progression->when.span.dated ||
		    (fact->when.span.dated &&
			starts_before(fact, line->progression)))
			line->progression = fact;
	}
}

void
cc_read_lines(struct cc_reading *reading, const struct cc_terms *terms)
{
	struct cc_case *course = reading->course;

	for (size_t i = 0; i < course->fact_count; i++)
		course->facts[i].progression =
		    is_progression(course, terms, &course->facts[i]);
	find_firsts(course);
	find_within(course);
	find_progressions(course);
}
