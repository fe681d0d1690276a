/* How each line of therapy went. One pass gathers what acts on the lines,
 * sorted by line and time; each line then reads its own stretch of that. */
#include "follow/line.h"

#include "follow/line-order.h"
#include "follow/turn.h"
#include "model/model.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* A fact that says how a line went. */
struct word {
	size_t line;
	const struct cc_fact *fact;
};

struct gathering {
	const struct cc_case *course;
	const struct cc_terms *terms;
	struct cc_therapy *lines;
	size_t *acted; /* by line: the one on which its facts act */
	struct word *words;
	size_t word_count;
};

static bool
is_given(const struct cc_fact *fact)
{
	return fact->kind == CC_KIND_TREATMENT ||
	       fact->kind == CC_KIND_PROCEDURE;
}

/* ---- which lines there are ---- */

static void
find_patients(struct gathering *gathering)
{
	const struct cc_case *course = gathering->course;

	for (size_t i = course->fact_count; i-- > 0;)
		if (course->facts[i].line != CC_NO_LINE)
			gathering->lines[course->facts[i].line].patient =
			    course->facts[i].patient;
}

static void
find_counting(struct gathering *gathering, struct cc_arena *arena)
{
	const struct cc_case *course = gathering->course;
	bool *given = cc_arena_new_array(arena, bool, course->line_count);

	for (size_t i = 0; i < course->fact_count; i++)
		if (course->facts[i].line != CC_NO_LINE &&
		    is_given(&course->facts[i]))
			given[course->facts[i].line] = true;
	for (size_t i = 0; i < course->line_count; i++) {
		const struct cc_line *line = &course->lines[i];
		struct cc_therapy *of = &gathering->lines[i];

		of->line = i;
		of->start = line->undated ? NULL : line->start;
		of->counts = !line->planned &&
		             (!given[i] || line->start != NULL ||
				 line->undated);
	}
}

/* What happens in a line that is none acts on the one before, of the same
 * patient. */
static void
find_acted(struct gathering *gathering, struct cc_arena *arena)
{
	const struct cc_case *course = gathering->course;
	size_t patients = MAX(course->patient_count, 1);
	size_t *last = cc_arena_new_array(arena, size_t, patients);

	gathering->acted =
	    cc_arena_new_array(arena, size_t, course->line_count);
	for (size_t i = 0; i < patients; i++)
		last[i] = CC_NO_LINE;
	for (size_t i = 0; i < course->line_count; i++) {
		const struct cc_therapy *of = &gathering->lines[i];

		if (of->counts)
			last[of->patient] = i;
		gathering->acted[i] = last[of->patient];
	}
}

/* ---- what says how they went ---- */

static bool
says(const struct cc_fact *fact)
{
	return fact->happened && !fact->between &&
	       (fact->kind == CC_KIND_RESPONSE ||
		   fact->kind == CC_KIND_RELAPSE || fact->best != NULL ||
		   cc_fact_is_transformation(fact));
}

/* By line, then time, then file; what has no date after what has one. */
static int
word_compare(const void *left, const void *right)
{
	const struct word *a = left, *b = right;
	const struct cc_span *s = &a->fact->when.span;
	const struct cc_span *t = &b->fact->when.span;

	if (a->line != b->line)
		return a->line < b->line ? -1 : 1;
	if (s->dated != t->dated)
		return s->dated ? -1 : 1;
	if (s->dated && s->earliest_start.minute != t->earliest_start.minute)
		return s->earliest_start.minute < t->earliest_start.minute
		           ? -1
		           : 1;
	return a->fact->index < b->fact->index ? -1 : 1;
}

static void
gather_words(struct gathering *gathering, struct cc_arena *arena)
{
	const struct cc_case *course = gathering->course;

	gathering->words =
	    cc_arena_new_array(arena, struct word, course->fact_count);
	for (size_t i = 0; i < course->fact_count; i++) {
		const struct cc_fact *fact = &course->facts[i];
		size_t line = fact->within == CC_NO_LINE
		                  ? CC_NO_LINE
		                  : gathering->acted[fact->within];

		if (line != CC_NO_LINE && says(fact))
			gathering->words[gathering->word_count++] =
			    (struct word){line, fact};
	}
	if (gathering->word_count > 0)
		qsort(gathering->words, gathering->word_count,
		    sizeof(struct word), word_compare);
}

/* The criteria of the line: those of the disease that it treats, unless all
 * its responses are by others. */
static const char *
line_scheme(const struct gathering *gathering, const struct cc_therapy *of,
    const struct word *words, size_t count)
{
	const struct cc_fact *first = gathering->course->lines[of->line].first;
	const char *said = NULL;

	for (size_t i = 0; i < count; i++) {
		const struct cc_fact *fact = words[i].fact;

		if (fact->kind != CC_KIND_RESPONSE && fact->best == NULL)
			continue;
		if (first == NULL || strcmp(fact->scheme, first->scheme) == 0)
			return fact->scheme;
		if (said == NULL)
			said = fact->scheme;
	}
	if (said != NULL)
		return said;
	if (first != NULL)
		return first->scheme;
	return count > 0 ? words[0].fact->scheme
	                 : cc_case_criteria(
			       gathering->course, gathering->terms, NULL);
}

/* Not surely before what the line counts from. */
static bool
is_since(const struct cc_therapy *of, const struct cc_fact *fact)
{
	return of->start == NULL || !fact->when.span.dated ||
	       fact->when.span.latest_start.minute >
	           of->start->when.span.earliest_start.minute;
}

static bool
is_by(const struct cc_fact *fact, const char *scheme)
{
	return strcmp(fact->scheme, scheme) == 0;
}

/* ---- progression ---- */

static enum cc_progression
progression_of(const struct cc_therapy *of, const char *scheme,
    const struct cc_fact *fact)
{
	if (cc_fact_is_transformation(fact))
		return of->scheme != NULL && of->scheme->transformation
		           ? CC_PROGRESSION_YES
		           : CC_PROGRESSION_NONE;
	if (fact->kind == CC_KIND_RELAPSE)
		return fact->term != NULL ? fact->term->progression
		                          : CC_PROGRESSION_YES;
	if (fact->kind != CC_KIND_RESPONSE || !is_by(fact, scheme))
		return CC_PROGRESSION_NONE;
	if (fact->term == NULL)
		return fact->progression ? CC_PROGRESSION_YES
		                         : CC_PROGRESSION_NONE;
	return fact->term->progression;
}

/* An unconfirmed progression is taken back by whatever is assessed next as
 * anything but a progression (Seymour L et al., Lancet Oncol 2017;18:e143). */
static bool
takes_back(const struct cc_fact *fact, const char *scheme)
{
	return fact->kind == CC_KIND_RESPONSE && is_by(fact, scheme) &&
	       fact->term != NULL && !isnan(fact->term->rank);
}

static const struct cc_fact *
find_progression(const struct cc_therapy *of, const char *scheme,
    const struct word *words, size_t count)
{
	const struct cc_fact *unconfirmed = NULL;

	for (size_t i = 0; i < count; i++) {
		const struct cc_fact *fact = words[i].fact;

		if (!is_since(of, fact))
			continue;
		switch (progression_of(of, scheme, fact)) {
		case CC_PROGRESSION_YES:
			return fact;
		case CC_PROGRESSION_CONFIRMING:
			return unconfirmed != NULL ? unconfirmed : fact;
		case CC_PROGRESSION_UNCONFIRMED:
			if (unconfirmed == NULL)
				unconfirmed = fact;
			break;
		case CC_PROGRESSION_NONE:
		case CC_PROGRESSION_UNKNOWN:
		case CC_PROGRESSION_TRANSFORMATION:
			if (takes_back(fact, scheme))
				unconfirmed = NULL;
			break;
		}
	}
	return NULL;
}

/* ---- response ---- */

/* At least as deep as what the scheme counts as response. */
static bool
responds(const struct cc_therapy *of, const struct cc_term *least,
    const struct cc_term *term)
{
	return of->scheme != NULL && least != NULL && term != NULL &&
	       !isnan(term->rank) && term->rank >= least->rank;
}

/* A response without a date, or the best of a treatment that had ended, may
 * have been there before the first dated one: then nobody knows the first. */
static bool
may_be_earlier(const struct cc_fact *fact, const struct cc_fact *first)
{
	const struct cc_span *span = &fact->when.span;
	int64_t found = first->when.span.earliest_start.minute;

	if (!span->dated)
		return span->earliest_start.minute <
		       first->when.span.latest_start.minute;
	return fact->best != NULL && span->interval &&
	       span->latest_end.minute <= found;
}

static const struct cc_fact *
find_response(const struct gathering *gathering, const struct cc_therapy *of,
    const char *scheme, const struct word *words, size_t count)
{
	const struct cc_term *least =
	    of->scheme != NULL && of->scheme->response != NULL
	        ? cc_terms_find(gathering->terms, CC_IN_RESPONSE, scheme,
		      of->scheme->response)
	        : NULL;
	const struct cc_fact *first = NULL;

	for (size_t i = 0; i < count && first == NULL; i++)
		if (words[i].fact->kind == CC_KIND_RESPONSE &&
		    words[i].fact->when.span.dated &&
		    is_by(words[i].fact, scheme) &&
		    is_since(of, words[i].fact) &&
		    responds(of, least, words[i].fact->term))
			first = words[i].fact;
	for (size_t i = 0; i < count && first != NULL; i++) {
		const struct cc_fact *fact = words[i].fact;
		const struct cc_term *term = fact->kind == CC_KIND_RESPONSE
		                                 ? fact->term
		                                 : fact->best_term;

		if (is_by(fact, scheme) && responds(of, least, term) &&
		    may_be_earlier(fact, first))
			return NULL;
	}
	return first;
}

static void
find_best(struct cc_therapy *of, const char *scheme, const struct word *words,
    size_t count)
{
	for (size_t i = 0; i < count; i++) {
		const struct cc_fact *fact = words[i].fact;
		const struct cc_term *term = fact->kind == CC_KIND_RESPONSE
		                                 ? fact->term
		                                 : fact->best_term;

		if (term == NULL || isnan(term->rank) || !is_by(fact, scheme) ||
		    fact->kind == CC_KIND_RELAPSE ||
		    (of->best != NULL && term->rank < of->best_term->rank))
			continue;
		of->best = fact;
		of->best_term = term;
	}
}

static void
find_course(struct gathering *gathering)
{
	const struct word *words = gathering->words;
	size_t left = gathering->word_count;

	for (size_t i = 0; i < gathering->course->line_count; i++) {
		struct cc_therapy *of = &gathering->lines[i];
		size_t count = 0;
		const char *scheme;

		while (count < left && words[count].line == i)
			count++;
		scheme = line_scheme(gathering, of, words, count);
		of->scheme = cc_terms_find(
		    gathering->terms, CC_IN_SCHEME, NULL, scheme);
		of->progression = find_progression(of, scheme, words, count);
		of->response =
		    find_response(gathering, of, scheme, words, count);
		find_best(of, scheme, words, count);
		words += count;
		left -= count;
	}
}

const struct cc_therapy *
cc_lines_follow(struct cc_arena *arena, const struct cc_case *course,
    const struct cc_terms *terms)
{
	struct gathering gathering = {
	    .course = course,
	    .terms = terms,
	    .lines = cc_arena_new_array(
		arena, struct cc_therapy, course->line_count),
	};

	find_patients(&gathering);
	find_counting(&gathering, arena);
	find_acted(&gathering, arena);
	gather_words(&gathering, arena);
	find_course(&gathering);
	cc_lines_order(arena, course, gathering.lines);
	return gathering.lines;
}

bool
cc_progression_is_late(const struct cc_therapy *of)
{
	const struct cc_fact *loss = of->progression;

	return loss != NULL && loss->when.span.dated && of->next != NULL &&
	       loss->when.span.earliest_start.minute >=
	           of->next->start->when.span.latest_start.minute;
}

bool
cc_line_is_given(const struct cc_case *course, const struct cc_therapy *of)
{
	const struct cc_fact *disease = course->lines[of->line].disease;
	const struct cc_fact *index = course->diagnosis;

	for (int i = 0; i < CC_GENERATIONS_MOST && index != NULL &&
			disease != NULL && index != disease;
	     i++)
		index = index->evolved_from;
	return of->counts && of->patient == 0 &&
	       (disease == NULL || index == disease);
}
