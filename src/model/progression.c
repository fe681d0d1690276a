/* Which responses are progressive disease. */
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

void
cc_read_progression(struct cc_reading *reading, const struct cc_terms *terms)
{
	struct cc_case *course = reading->course;

	for (size_t i = 0; i < course->fact_count; i++)
		course->facts[i].progression =
		    is_progression(course, terms, &course->facts[i]);
}
