/* What is given for the sake of a value, as red cells for haemoglobin: each
 * time belongs to the curve of that. */
#include "follow/follow.h"
#include "model/model.h"

#include <string.h>

/* Of which no more is told than its day, how much it was and why: what has a
 * result, a rank or a length of its own stays what it is. */
static bool
is_one_time(const struct cc_fact *fact)
{
	return fact->happened && fact->when.span.dated &&
	       !fact->when.span.interval && fact->cycles == 0 &&
	       fact->drug_count == 0 && fact->finding_count == 0 &&
	       fact->result == NULL && fact->key != CC_KEY_YES &&
	       cc_fact_repeats(fact).lasts == 0;
}

/* The first that there is of the tests that it is given for. */
static const struct cc_curve *
find_served(const struct cc_curves *curves, const struct cc_fact *fact)
{
	const struct cc_words *tests = &fact->term->serves;

	for (size_t t = 0; t < tests->count; t++)
		for (size_t c = 0; c < curves->count; c++) {
			const struct cc_curve *curve = &curves->item[c];

			if (curve->fact->patient == fact->patient &&
			    curve->count > 0 && curve->term != NULL &&
			    strcmp(curve->term->code, tests->word[t]) == 0)
				return curve;
		}
	return NULL;
}

const struct cc_curve *const *
cc_curves_served(struct cc_arena *arena, const struct cc_follow *follow)
{
	const struct cc_story *story = &follow->story;
	const struct cc_exposures *exposures = &follow->exposures;
	const struct cc_curve **served = cc_arena_new_array(
	    arena, const struct cc_curve *, follow->course->fact_count);

	for (size_t i = 0; i < story->act_count; i++) {
		const struct cc_fact *fact = story->act[i].fact;

		if (fact->term != NULL && is_one_time(fact))
			served[fact->index] =
			    find_served(&follow->curves, fact);
	}
	/* A line of therapy is more than that. */
	for (size_t i = 0; i < exposures->count; i++) {
		const struct cc_fact *fact = exposures->item[i].fact;

		if (exposures->item[i].accompanies && fact->term != NULL &&
		    is_one_time(fact) &&
		    cc_start_is_exact(&fact->when.span, follow->exact))
			served[fact->index] =
			    find_served(&follow->curves, fact);
	}
	return served;
}
