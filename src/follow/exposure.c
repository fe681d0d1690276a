#include "follow/exposure.h"

#include "follow/follow.h"

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
	for (size_t i = 0; i < fact->because.count; i++)
		if (cc_harm_is(
			&follow->harms, fact->because.fact[i]))
			return true;
	return false;
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
	return (struct cc_exposures){all, count};
}

const struct cc_term *
cc_follow_drug(const struct cc_follow *follow, const char *code)
{
	return cc_terms_find(follow->terms, CC_IN_TREATMENT, NULL, code);
}

bool
cc_dose_is_stop(const struct cc_fact *treatment, const struct cc_dose *doses,
    size_t count, size_t at)
{
	const struct cc_span *dose = &doses[at].when.span;
	const struct cc_span *span = &treatment->when.span;

	if (doses[at].amount != 0 || at + 1 < count)
		return false;
	return !dose->dated || !span->dated ||
	       dose->latest_start.minute >= span->earliest_end.minute ||
	       dose->latest_end.minute >= span->earliest_end.minute;
}
