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
