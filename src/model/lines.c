/* Lines of therapy: what each counts from, and what stands within it. */
#include "model/model.h"
#include "model/read.h"

#include <string.h>

/* The disease went on or came back. */
static bool
is_progression(const struct cc_fact *fact)
{
	if (fact->kind == CC_KIND_RELAPSE)
		return true;
	if (fact->kind != CC_KIND_RESPONSE || fact->code == NULL)
		return false;
	if (fact->term != NULL && fact->term->slot != NULL)
		return strcmp(fact->term->slot, "pd") == 0;
	/* Without a vocabulary, the codes of most schemes. */
	return strcmp(fact->code, "PD") == 0 || strcmp(fact->code, "PMD") == 0;
}

static bool
is_given(const struct cc_fact *fact)
{
	return fact->kind == CC_KIND_TREATMENT ||
	       fact->kind == CC_KIND_PROCEDURE;
}

static bool
starts_before(const struct cc_fact *a, const struct cc_fact *b)
{
	return b == NULL || a->when.span.earliest_start.minute <
	                        b->when.span.earliest_start.minute;
}

static enum cc_line_role
role_of(const struct cc_terms *terms, const struct cc_fact *fact)
{
	return cc_line_role(terms, fact,
	    fact->belongs != NULL ? fact->belongs->code : NULL);
}

/* Supportive drugs, bridging and observation start no line. */
static bool
starts_line(const struct cc_terms *terms, const struct cc_fact *fact)
{
	return role_of(terms, fact) != CC_LINE_APART;
}

static bool
ends_after(const struct cc_fact *a, const struct cc_fact *b)
{
	return b == NULL ||
	       a->when.span.latest_end.minute > b->when.span.latest_end.minute;
}

/* What is only planned, or was not done, makes no line. */
static void
find_planned(struct cc_case *course)
{
	for (size_t i = 0; i < course->fact_count; i++)
		if (course->facts[i].line != CC_NO_LINE &&
		    is_given(&course->facts[i]))
			course->lines[course->facts[i].line].planned = true;
	for (size_t i = 0; i < course->fact_count; i++)
		if (course->facts[i].line != CC_NO_LINE &&
		    is_given(&course->facts[i]) && course->facts[i].happened)
			course->lines[course->facts[i].line].planned = false;
}

/* One without a date may have been the first, unless it is said to have come
 * after what was. */
static bool
may_precede(const struct cc_fact *undated, const struct cc_fact *first)
{
	return first == NULL || undated->when.span.earliest_start.minute <
	                            first->when.span.latest_start.minute;
}

static void
find_starts(struct cc_case *course, const struct cc_terms *terms)
{
	for (size_t i = 0; i < course->fact_count; i++) {
		const struct cc_fact *fact = &course->facts[i];
		struct cc_line *line;

		if (fact->line == CC_NO_LINE || !is_given(fact) ||
		    !cc_fact_took_place(fact))
			continue;
		line = &course->lines[fact->line];
		line->disease = fact->disease;
		if (starts_before(fact, line->first))
			line->first = fact;
		if (!starts_line(terms, fact))
			continue;
		if (line->from == NULL && starts_before(fact, line->start))
			line->start = fact;
		if (ends_after(fact, line->last))
			line->last = fact;
	}
	for (size_t i = 0; i < course->fact_count; i++) {
		const struct cc_fact *fact = &course->facts[i];
		struct cc_line *line;

		if (fact->line == CC_NO_LINE || !is_given(fact) ||
		    !fact->happened || fact->when.span.dated)
			continue;
		line = &course->lines[fact->line];
		if (line->first == NULL && line->undated_first == NULL)
			line->undated_first = fact;
		line->gap = line->gap || fact->when.time.pos.source != NULL;
		if (line->from == NULL && starts_line(terms, fact) &&
		    may_precede(fact, line->start))
			line->undated = true;
	}
}

/* What the author says that it counts from. */
static void
find_said(struct cc_line *line)
{
	if (line->from == NULL || !line->from->happened)
		return;
	line->start = line->from->when.span.dated ? line->from : NULL;
	line->undated = line->start == NULL;
}

/* Cells are collected, the disease is bridged and the marrow made ready for
 * them; other lines have what supports them for longer than they last. */
static void
find_begins(struct cc_line *line, const struct cc_terms *terms)
{
	line->begins = line->start;
	if (line->start == NULL ||
	    role_of(terms, line->start) == CC_LINE_INFUSION)
		line->begins = line->first;
}

/* ---- what stands within ---- */

struct start {
	size_t patient, line;
	int64_t minute;
	const struct cc_fact *disease;
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

/* The line of that fact's patient that had begun last by then, and not for
 * another disease than the fact is of. */
static size_t
line_at(const GArray *starts, const struct cc_fact *fact, int64_t minute)
{
	const struct start key = {.patient = fact->patient, .minute = minute};
	guint low = 0, high = starts->len;

	while (low < high) {
		guint middle = low + (high - low) / 2;

		if (start_compare(&g_array_index(starts, struct start, middle),
			&key) <= 0)
			low = middle + 1;
		else
			high = middle;
	}
	while (low-- > 0) {
		const struct start *found =
		    &g_array_index(starts, struct start, low);

		if (found->patient != fact->patient)
			return CC_NO_LINE;
		if (cc_same_disease(found->disease, fact->disease))
			return found->line;
	}
	return CC_NO_LINE;
}

/* When a line has begun: at the earliest, surely, or so that what is told of
 * that day is told with it. */
enum since { SINCE_EARLIEST, SINCE_SURELY, SINCE_TOLD };

static int64_t
begun_at(const struct cc_fact *from, enum since since)
{
	int64_t minute = from->when.span.earliest_start.minute;

	if (since == SINCE_SURELY)
		return from->when.span.latest_start.minute;
	if (since == SINCE_EARLIEST || minute == INT64_MIN)
		return minute;
	return minute - ((minute % CC_MINUTES_A_DAY) + CC_MINUTES_A_DAY) %
	                    CC_MINUTES_A_DAY;
}

static GArray *
list_starts(const struct cc_case *course, enum since since)
{
	GArray *starts = g_array_new(FALSE, FALSE, sizeof(struct start));

	for (size_t i = 0; i < course->line_count; i++) {
		const struct cc_line *line = &course->lines[i];
		const struct cc_fact *from =
		    since == SINCE_TOLD ? line->begins : line->start;
		struct start start = {.line = i, .disease = line->disease};

		if (from == NULL)
			continue;
		start.patient = from->patient;
		start.minute = begun_at(from, since);
		g_array_append_val(starts, start);
	}
	g_array_sort(starts, start_compare);
	return starts;
}

/* It ends what was before it, and is why the next line began: where it touches
 * the start of that, it is of the one before. */
static bool
turns_back(const struct cc_fact *fact)
{
	return fact->progression ||
	       (fact->kind == CC_KIND_DIAGNOSIS &&
		   fact->evolved_from != NULL) ||
	       (fact->kind == CC_KIND_EVENT && fact->term != NULL &&
		   fact->term->progression == CC_PROGRESSION_TRANSFORMATION);
}

struct starts {
	GArray *earliest, *surely, *told;
};

/* A response before the first line is of none but that. */
static void
place_response(struct cc_fact *fact, const struct starts *starts)
{
	const struct cc_span *span = &fact->when.span;
	size_t before = line_at(
	    starts->surely, fact, span->earliest_start.minute);
	size_t after = line_at(
	    starts->earliest, fact, span->latest_start.minute - 1);

	fact->between = before != CC_NO_LINE && before != after;
	fact->within = fact->between ? before : after;
}

static void
place_fact(struct cc_fact *fact, const struct starts *starts)
{
	int64_t minute = fact->when.span.earliest_start.minute;

	fact->within = fact->line;
	if (fact->line != CC_NO_LINE || !fact->when.span.dated)
		return;
	if (turns_back(fact))
		fact->within = line_at(starts->surely, fact, minute);
	else if (fact->kind == CC_KIND_RESPONSE)
		place_response(fact, starts);
	else
		fact->within = line_at(starts->told, fact, minute);
}

static void
find_within(struct cc_case *course)
{
	const struct starts starts = {
	    .earliest = list_starts(course, SINCE_EARLIEST),
	    .surely = list_starts(course, SINCE_SURELY),
	    .told = list_starts(course, SINCE_TOLD),
	};

	for (size_t i = 0; i < course->fact_count; i++)
		place_fact(&course->facts[i], &starts);
	g_array_unref(starts.earliest);
	g_array_unref(starts.surely);
	g_array_unref(starts.told);
}

void
cc_read_lines(struct cc_reading *reading, const struct cc_terms *terms)
{
	struct cc_case *course = reading->course;

	for (size_t i = 0; i < course->fact_count; i++)
		course->facts[i].progression =
		    is_progression(&course->facts[i]);
	find_planned(course);
	find_starts(course, terms);
	for (size_t i = 0; i < course->line_count; i++) {
		find_said(&course->lines[i]);
		find_begins(&course->lines[i], terms);
	}
	find_within(course);
}
