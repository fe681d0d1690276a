/* Which facts are turning points. */
#include "follow/turn.h"

#include "follow/contact.h"
#include "follow/line.h"
#include "follow/patient.h"

#include <stdlib.h>
#include <string.h>

bool
cc_fact_is_transformation(const struct cc_fact *fact)
{
	if (fact->kind == CC_KIND_DIAGNOSIS)
		return fact->evolved_from != NULL;
	return fact->kind == CC_KIND_EVENT && fact->term != NULL &&
	       fact->term->progression == CC_PROGRESSION_TRANSFORMATION;
}

/* ---- a progression that was confirmed ---- */

static enum cc_progression
progression_of(const struct cc_fact *fact)
{
	return fact != NULL && fact->kind == CC_KIND_RESPONSE &&
	               fact->term != NULL
	           ? fact->term->progression
	           : CC_PROGRESSION_NONE;
}

/* That from which the line counts its progression, where the fact is it, or is
 * what confirms it; else NULL. */
static const struct cc_fact *
confirmed_of(const struct cc_therapy *lines, const struct cc_fact *fact)
{
	const struct cc_fact *from =
	    fact->within != CC_NO_LINE ? lines[fact->within].progression : NULL;

	if (progression_of(from) != CC_PROGRESSION_UNCONFIRMED ||
	    strcmp(from->scheme, fact->scheme) != 0)
		return NULL;
	return from == fact || progression_of(fact) == CC_PROGRESSION_CONFIRMING
	           ? from
	           : NULL;
}

static bool
is_sooner(const struct cc_fact *a, const struct cc_fact *b)
{
	return b == NULL || a->when.span.earliest_start.minute <
	                        b->when.span.earliest_start.minute;
}

/* By index of a progression that was not confirmed on its day: what did so. */
static const struct cc_fact **
find_confirmed(struct cc_arena *arena, const struct cc_case *course,
    const struct cc_therapy *lines)
{
	const struct cc_fact **by = cc_arena_new_array(
	    arena, const struct cc_fact *, course->fact_count);

	for (size_t i = 0; i < course->fact_count; i++) {
		const struct cc_fact *fact = &course->facts[i];
		const struct cc_fact *from = confirmed_of(lines, fact);

		if (from != NULL && from != fact && fact->happened &&
		    !is_sooner(fact, from) && is_sooner(fact, by[from->index]))
			by[from->index] = fact;
	}
	return by;
}

/* Its date is that of the progression which it confirms. */
static bool
confirms(const struct cc_therapy *lines, const struct cc_fact *const *by,
    const struct cc_fact *fact)
{
	const struct cc_fact *from = confirmed_of(lines, fact);

	return from != NULL && by[from->index] == fact;
}

/* ---- turns ---- */

static bool
find_kind(const struct cc_fact *fact, bool confirmed, enum cc_turn_kind *kind)
{
	if (!fact->happened)
		return false;
	if (fact->kind == CC_KIND_DIAGNOSIS)
		*kind = CC_TURN_DIAGNOSIS;
	else if (fact->kind == CC_KIND_RELAPSE)
		*kind = CC_TURN_RELAPSE;
	else if (fact->progression || confirmed)
		*kind = CC_TURN_PROGRESSION;
	else if (fact->kind == CC_KIND_OUTCOME)
		*kind = cc_fact_is_death(fact) ? CC_TURN_DEATH : CC_TURN_REPORT;
	else
		return false;
	return true;
}

static int
by_time(const void *left, const void *right)
{
	const struct cc_fact *a = ((const struct cc_turn *)left)->fact;
	const struct cc_fact *b = ((const struct cc_turn *)right)->fact;
	int64_t s = a->when.span.earliest_start.minute;
	int64_t t = b->when.span.earliest_start.minute;

	if (a->when.span.dated != b->when.span.dated)
		return a->when.span.dated ? -1 : 1;
	if (a->when.span.dated && s != t)
		return s < t ? -1 : 1;
	return a->index < b->index ? -1 : 1;
}

/* Of one date, as precise: a day within a year is another. */
static bool
is_joined(const struct cc_fact *diagnosis, const struct cc_fact *relapse)
{
	const struct cc_span *a = &diagnosis->when.span,
			     *b = &relapse->when.span;

	return diagnosis->patient == relapse->patient && a->dated && b->dated &&
	       a->earliest_start.minute == b->earliest_start.minute &&
	       a->latest_end.minute == b->latest_end.minute;
}

/* Few diagnoses evolve from another. */
static void
join_relapses(struct cc_turn *turns, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (turns[i].kind != CC_TURN_DIAGNOSIS ||
		    turns[i].fact->evolved_from == NULL)
			continue;
		for (size_t j = 0; j < count; j++) {
			if (turns[j].kind != CC_TURN_RELAPSE ||
			    turns[j].with != NULL ||
			    !is_joined(turns[i].fact, turns[j].fact))
				continue;
			turns[i].with = turns[j].fact;
			turns[j].with = turns[i].fact;
			break;
		}
	}
}

struct cc_turns
cc_turns_follow(struct cc_arena *arena, const struct cc_case *course,
    const struct cc_patient_course *patients, const struct cc_therapy *lines)
{
	const struct cc_fact **by = find_confirmed(arena, course, lines);
	struct cc_turn *turns =
	    cc_arena_new_array(arena, struct cc_turn, course->fact_count);
	const struct cc_turn **of = cc_arena_new_array(
	    arena, const struct cc_turn *, course->fact_count);
	size_t count = 0;

	for (size_t i = 0; i < course->fact_count; i++) {
		const struct cc_fact *fact = &course->facts[i];
		enum cc_turn_kind kind;

		if (!confirms(lines, by, fact) &&
		    find_kind(fact, by[i] != NULL, &kind))
			turns[count++] = (struct cc_turn){.kind = kind,
			    .fact = fact,
			    .confirmed = by[i],
			    .index =
				fact == patients[fact->patient].diagnosis};
	}
	qsort(turns, count, sizeof(turns[0]), by_time);
	join_relapses(turns, count);
	for (size_t i = 0; i < count; i++)
		of[turns[i].fact->index] = &turns[i];
	return (struct cc_turns){turns, count, of};
}
