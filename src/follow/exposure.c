#include "follow/exposure.h"

#include "follow/follow.h"

#include <glib.h>
#include <stdlib.h>
#include <string.h>

/* Care that prevents or supports, also where it stands in a line. */
static bool
is_care(const char *intent)
{
	return intent != NULL && (g_str_has_suffix(intent, "prophylaxis") ||
				     strcmp(intent, "supportive") == 0);
}

static bool
is_beside(const struct cc_follow *follow, const struct cc_fact *fact)
{
	if (fact->line == CC_NO_LINE || is_care(fact->intent))
		return true;
	for (size_t i = 0; i < fact->because.words.count; i++)
		if (fact->because.fact[i] != NULL &&
		    cc_harm_is(&follow->harms, fact->because.fact[i]))
			return true;
	return false;
}

/* What the vocabulary knows of may be one drug; what it does not may be many.
 */
static bool
is_drug(const struct cc_exposure *exposure)
{
	const struct cc_term *term = exposure->fact->term;

	return term != NULL && term->parts.count == 0;
}

/* It was surely given from `from` on and until `to`; nothing is sure of it
 * where they are the other way round. */
static int64_t
sure_from(const struct cc_exposure *exposure)
{
	return exposure->extent.span.latest_start.minute;
}

static int64_t
sure_to(const struct cc_exposure *exposure)
{
	return exposure->extent.span.earliest_end.minute;
}

/* What was given in a line, by when it is sure: what is no drug by itself, and
 * when the last of those that began was over. */
struct given {
	struct cc_exposure **drug, **other;
	size_t drugs, others;
	int64_t *over;
};

static int
by_line_and_start(const void *a, const void *b)
{
	const struct cc_exposure *x = *(struct cc_exposure *const *)a;
	const struct cc_exposure *y = *(struct cc_exposure *const *)b;

	if (x->fact->line != y->fact->line)
		return x->fact->line < y->fact->line ? -1 : 1;
	if (is_drug(x) != is_drug(y))
		return is_drug(x) ? -1 : 1;
	if (sure_from(x) != sure_from(y))
		return sure_from(x) < sure_from(y) ? -1 : 1;
	return x->fact->index < y->fact->index ? -1 : 1;
}

/* Two of the drugs were given at one time. */
static bool
is_combined(const struct given *given)
{
	int64_t over = INT64_MIN;

	for (size_t i = 0; i < given->drugs; i++) {
		if (sure_from(given->drug[i]) < over)
			return true;
		over = MAX(over, sure_to(given->drug[i]));
	}
	return false;
}

/* Something else of the line was given while the drug was. */
static bool
is_with_other(const struct given *given, const struct cc_exposure *drug)
{
	size_t low = 0, high = given->others;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (sure_from(given->other[middle]) < sure_to(drug))
			low = middle + 1;
		else
			high = middle;
	}
	return low > 0 && given->over[low - 1] > sure_from(drug);
}

static void
mark_line(struct given *given)
{
	bool combined = given->others == 0 && is_combined(given);

	for (size_t i = 0; i < given->others; i++)
		given->over[i] = MAX(sure_to(given->other[i]),
		    i > 0 ? given->over[i - 1] : INT64_MIN);
	for (size_t i = 0; i < given->drugs; i++)
		given->drug[i]->accompanies =
		    combined || is_with_other(given, given->drug[i]);
}

/* Regimens are the lines of a course that names none. */
static bool
is_apart(const struct cc_case *course, const struct cc_exposure *exposure)
{
	return exposure->beside &&
	       (exposure->fact->line != CC_NO_LINE || is_drug(exposure) ||
		   course->line_count > 0 || is_care(exposure->fact->intent) ||
		   exposure->fact->because.words.count > 0);
}

static void
find_accompanying(
    const struct cc_case *course, struct cc_exposure *all, size_t count)
{
	g_autofree struct cc_exposure **of = g_new(struct cc_exposure *, count);
	g_autofree int64_t *over = g_new(int64_t, count);
	size_t lined = 0, end;

	for (size_t i = 0; i < count; i++) {
		all[i].accompanies = is_apart(course, &all[i]);
		if (!all[i].beside && all[i].fact->happened)
			of[lined++] = &all[i];
	}
	if (lined > 0)
		qsort(
		    of, lined, sizeof(struct cc_exposure *), by_line_and_start);
	for (size_t i = 0; i < lined; i = end) {
		struct given given = {.drug = &of[i], .over = over};

		for (end = i;
		     end < lined && of[end]->fact->line == of[i]->fact->line;
		     end++)
			given.drugs += is_drug(of[end]);
		given.other = given.drug + given.drugs;
		given.others = end - i - given.drugs;
		mark_line(&given);
	}
}

struct cc_exposures
cc_exposures_follow(struct cc_arena *arena, const struct cc_follow *follow)
{
	const struct cc_case *course = follow->course;
	struct cc_exposure *all;
	size_t count = 0;

	for (size_t i = 0; i < course->fact_count; i++)
		count += course->facts[i].kind == CC_KIND_TREATMENT;
	all = cc_arena_new_array(arena, struct cc_exposure, count);
	count = 0;
	for (size_t i = 0; i < course->fact_count; i++) {
		const struct cc_fact *fact = &course->facts[i];

		if (fact->kind == CC_KIND_TREATMENT)
			all[count++] = (struct cc_exposure){.fact = fact,
			    .extent = cc_extent_of(follow, fact, NULL),
			    .beside = is_beside(follow, fact)};
	}
	find_accompanying(course, all, count);
	return (struct cc_exposures){all, count};
}

const struct cc_term *
cc_follow_drug(const struct cc_follow *follow, const char *code)
{
	return cc_terms_find(follow->terms, CC_IN_TREATMENT, NULL, code);
}
