/* The order in which facts are told: by time, and where times do not tell, as
 * the case asserts (after="...", because="...") and as things go: a response
 * follows the treatment that it is one to. Else as the file has them. */
#include "follow/contact.h"
#include "model/model.h"
#include "words/language.h"
#include "words/prose.h"

#include <stdlib.h>

/* A fact in its place. */
struct place {
	const struct cc_fact *fact;
	int64_t start; /* [minute]; INT64_MAX: nothing dates it */
	bool dies;
};

static int64_t
start_of(const struct cc_fact *fact)
{
	const struct cc_when *when = &fact->when;

	/* Values of a series are dated one by one. */
	if (fact->kind == CC_KIND_SERIES && fact->value_count > 0)
		when = &fact->values[0].when;
	if (!when->span.dated && when->span.earliest_start.minute == INT64_MIN)
		return INT64_MAX;
	return when->span.earliest_start.minute;
}

static bool
has_date(const struct cc_fact *fact)
{
	return fact->when.span.dated || fact->kind == CC_KIND_SERIES;
}

/* What a fact follows as things go: a response its treatment, therapy the
 * diagnosis. NULL: nothing. */
static const struct cc_fact *
forerunner(const struct cc_case *course, const struct cc_fact *fact)
{
	if (fact->line == CC_NO_LINE)
		return NULL;
	if (fact->kind == CC_KIND_RESPONSE)
		return course->lines[fact->line].start;
	if (fact->kind != CC_KIND_TREATMENT && fact->kind != CC_KIND_PROCEDURE)
		return NULL;
	return course->diagnosis != NULL &&
	               course->diagnosis->patient == fact->patient
	           ? course->diagnosis
	           : NULL;
}

/* The same where times allow it and nothing else is asserted; else NULL. */
static const struct cc_fact *
before_of(const struct cc_case *course, const struct cc_fact *fact)
{
	const struct cc_fact *before = forerunner(course, fact);

	if (before == NULL || before->after.count > 0 ||
	    !before->when.span.dated || !fact->when.span.dated ||
	    fact->when.span.latest_start.minute <=
		before->when.span.earliest_start.minute)
		return NULL;
	return before;
}

/* From when on a fact is told: a response from its treatment's, that from the
 * diagnosis', which follows none. */
static int64_t
told_from(const struct cc_case *course, const struct cc_fact *fact)
{
	int64_t from = INT64_MIN;

	for (; fact != NULL; fact = before_of(course, fact))
		from = MAX(from, start_of(fact));
	return from;
}

static int
place_compare(const void *left, const void *right)
{
	const struct place *a = left, *b = right;

	if (a->start != b->start)
		return a->start < b->start ? -1 : 1;
	if (has_date(a->fact) != has_date(b->fact))
		return has_date(a->fact) ? -1 : 1;
	if (a->dies != b->dies)
		return a->dies ? 1 : -1;
	return a->fact->index < b->fact->index ? -1 : 1;
}

/* A death "in 2018" comes after what happened in that year, but for what may
 * outlive it. */
static void
put_deaths_last(const struct cc_case *course, struct place *places)
{
	g_autofree int64_t *last = g_new(int64_t, course->patient_count + 1);

	for (size_t i = 0; i <= course->patient_count; i++)
		last[i] = INT64_MIN;
	for (size_t i = 0; i < course->fact_count; i++) {
		const struct cc_fact *fact = &course->facts[i];

		places[i].dies = cc_fact_is_death(fact) && fact->happened;
		if (fact->happened && !places[i].dies && has_date(fact) &&
		    !cc_fact_outlives(fact) && places[i].start != INT64_MAX)
			last[fact->patient] =
			    MAX(last[fact->patient], places[i].start);
	}
	for (size_t i = 0; i < course->fact_count; i++) {
		const struct cc_span *span = &places[i].fact->when.span;

		if (places[i].dies && span->dated &&
		    last[places[i].fact->patient] < span->latest_end.minute)
			places[i].start =
			    MAX(places[i].start, last[places[i].fact->patient]);
	}
}

/* What prompted a thing is told before it, where its time allows that: "between
 * 2014 and 2015" is not before a cause of February 2015. */
static int64_t
after_causes(const struct cc_fact *fact, int64_t from)
{
	for (size_t i = 0; i < fact->because.words.count; i++) {
		const struct cc_span *cause;

		if (fact->because.fact[i] == NULL)
			continue;
		cause = &fact->because.fact[i]->when.span;
		if (fact->when.span.dated && cause->dated &&
		    fact->when.span.latest_start.minute >
			cause->earliest_start.minute)
			from = MAX(from, cause->earliest_start.minute);
	}
	return from;
}

/* What comes before others and has no time of its own is told before them. */
static void
places_fill(const struct cc_case *course, struct place *places)
{
	for (size_t i = 0; i < course->fact_count; i++)
		places[i] = (struct place){.fact = &course->facts[i],
		    .start = after_causes(&course->facts[i],
			told_from(course, &course->facts[i]))};
	for (size_t i = 0; i < course->fact_count; i++) {
		const struct cc_fact *fact = &course->facts[i];

		for (size_t k = 0; k < fact->after.count; k++) {
			size_t before = fact->after.fact[k]->index;

			if (!has_date(&course->facts[before]))
				places[before].start =
				    MIN(places[before].start, places[i].start);
		}
	}
}

/* Facts of one start, so that each follows those that it comes after. */
struct sorter {
	const struct cc_case *course;
	const struct cc_fact **told;
	size_t count;
	size_t *asked;   /* by fact: of those before it, how many were seen */
	guint8 *state;   /* by fact: one of those below */
	size_t *waiting; /* indices; until those before them are told */
};

enum { STATE_OTHER, STATE_HERE, STATE_WAITING, STATE_TOLD };

/* The facts that one follows, by number; NULL where it has no such one, or a
 * cause in words. */
static const struct cc_fact *
followed(const struct cc_case *course, const struct cc_fact *fact, size_t n)
{
	if (n < fact->after.count)
		return fact->after.fact[n];
	n -= fact->after.count;
	if (n < fact->because.words.count)
		return fact->because.fact[n];
	return before_of(course, fact);
}

/* The next one that is to be told before a fact; NULL: all are. */
static const struct cc_fact *
next_before(struct sorter *sorter, const struct cc_fact *fact)
{
	size_t *asked = &sorter->asked[fact->index];

	while (*asked <= fact->after.count + fact->because.words.count) {
		const struct cc_fact *before =
		    followed(sorter->course, fact, (*asked)++);

		if (before != NULL &&
		    sorter->state[before->index] == STATE_HERE)
			return before;
	}
	return NULL;
}

static void
tell_fact(struct sorter *sorter, const struct cc_fact *fact)
{
	size_t depth = 0;

	if (sorter->state[fact->index] != STATE_HERE)
		return;
	sorter->waiting[depth++] = fact->index;
	while (depth > 0) {
		size_t top = sorter->waiting[depth - 1];
		const struct cc_fact *before;

		sorter->state[top] = STATE_WAITING;
		before = next_before(sorter, &sorter->course->facts[top]);
		if (before != NULL) {
			sorter->waiting[depth++] = before->index;
			continue;
		}
		sorter->state[top] = STATE_TOLD;
		sorter->told[sorter->count++] = &sorter->course->facts[top];
		depth--;
	}
}

static void
tell_all(struct sorter *sorter, const struct place *places, size_t count)
{
	for (size_t i = 0, end; i < count; i = end) {
		for (end = i;
		     end < count && places[end].start == places[i].start; end++)
			sorter->state[places[end].fact->index] = STATE_HERE;
		for (size_t k = i; k < end; k++)
			tell_fact(sorter, places[k].fact);
	}
}

const struct cc_fact **
cc_facts_sorted(const struct cc_words_in *in, size_t *count)
{
	const struct cc_case *course = in->course;
	const size_t room = course->fact_count + 1;
	g_autofree struct place *places = g_new(struct place, room);
	g_autofree size_t *asked = g_new0(size_t, room);
	g_autofree guint8 *state = g_new0(guint8, room);
	g_autofree size_t *waiting = g_new(size_t, room);
	struct sorter sorter = {
	    .course = course,
	    .told = cc_arena_new_array(in->arena, const struct cc_fact *, room),
	    .asked = asked,
	    .state = state,
	    .waiting = waiting,
	};

	places_fill(course, places);
	put_deaths_last(course, places);
	if (course->fact_count > 0)
		qsort(places, course->fact_count, sizeof(places[0]),
		    place_compare);
	tell_all(&sorter, places, course->fact_count);
	*count = course->fact_count;
	return sorter.told;
}

/* ---- the line with which a fact is told ---- */

/* No line had begun before it: the diagnosis of the month in which therapy
 * began is told before that. */
static bool
precedes_lines(int64_t treated, const struct cc_fact *fact)
{
	return fact->kind != CC_KIND_RESPONSE && !fact->progression &&
	       treated >= start_of(fact);
}

/* When the first of the lines began. */
static int64_t
treated_from(const struct cc_case *course)
{
	int64_t from = INT64_MAX;

	for (size_t i = 0; i < course->line_count; i++)
		if (course->lines[i].begins != NULL)
			from = MIN(from, start_of(course->lines[i].begins));
	return from;
}

/* By after="...": the fact comes after something of a line. */
static bool
follows_line(const struct cc_fact *fact, const size_t *lines)
{
	for (size_t i = 0; i < fact->after.count; i++)
		if (lines[fact->after.fact[i]->index] != CC_NO_LINE)
			return true;
	return false;
}

/* By fact: the line without a date of that patient's that the file has before
 * it. A progression that is in no dated line is told with that one, which it
 * ended. */
static size_t *
lines_before(const struct cc_case *course)
{
	size_t *before = g_new(size_t, course->fact_count + 1);
	g_autofree size_t *last = g_new(size_t, course->patient_count + 1);

	for (size_t i = 0; i <= course->patient_count; i++)
		last[i] = CC_NO_LINE;
	for (size_t i = 0; i < course->fact_count; i++) {
		const struct cc_fact *fact = &course->facts[i];

		if (fact->line != CC_NO_LINE)
			last[fact->patient] = course->lines[fact->line].undated
			                          ? fact->line
			                          : CC_NO_LINE;
		before[i] = last[fact->patient];
	}
	return before;
}

const size_t *
cc_told_lines(
    const struct cc_words_in *in, const struct cc_fact **facts, size_t count)
{
	const struct cc_case *course = in->course;
	size_t *lines = cc_arena_new_array(in->arena, size_t, count + 1);
	g_autofree size_t *begun = g_new(size_t, course->patient_count + 1);
	g_autofree size_t *begins = g_new(size_t, count + 1);
	g_autofree size_t *before = lines_before(course);
	int64_t treated = treated_from(course);

	for (size_t i = 0; i < count; i++)
		begins[i] = lines[i] = CC_NO_LINE;
	for (size_t i = 0; i <= course->patient_count; i++)
		begun[i] = CC_NO_LINE;
	for (size_t i = 0; i < course->line_count; i++)
		if (course->lines[i].begins != NULL)
			begins[course->lines[i].begins->index] = i;
	for (size_t i = 0; i < count; i++) {
		const struct cc_fact *fact = facts[i];

		if (begins[fact->index] != CC_NO_LINE)
			begun[fact->patient] = begins[fact->index];
		if (fact->line != CC_NO_LINE)
			lines[fact->index] = fact->line;
		else if (fact->when.span.dated &&
			 ((fact->within != CC_NO_LINE &&
			      !precedes_lines(treated, fact)) ||
			     follows_line(fact, lines)))
			lines[fact->index] = begun[fact->patient];
		else if (fact->progression && fact->within == CC_NO_LINE)
			lines[fact->index] = before[fact->index];
	}
	return lines;
}
