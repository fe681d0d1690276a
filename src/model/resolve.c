/* What the words of a case mean: each code is looked up once, so that no later
 * stage asks the vocabulary what a fact is. */
#include "model/kind.h"
#include "model/model.h"

static const struct cc_term *
find_code(const struct cc_terms *terms, const struct cc_fact *fact)
{
	const struct cc_kind *kind = cc_kind_row(fact->kind);

	if (fact->code == NULL)
		return NULL;
	if (fact->kind == CC_KIND_RESPONSE || fact->kind == CC_KIND_RELAPSE)
		return cc_terms_find(
		    terms, CC_IN_RESPONSE, fact->scheme, fact->code);
	if (kind->scope == CC_IN_COUNT)
		return NULL;
	return cc_terms_find(
	    terms, cc_kind_scope(kind, terms, fact->code), NULL, fact->code);
}

static const struct cc_term *
find(const struct cc_terms *terms, enum cc_scope in, const char *code)
{
	return code != NULL ? cc_terms_find(terms, in, NULL, code) : NULL;
}

static void
resolve_parts(struct cc_fact *fact, const struct cc_terms *terms)
{
	for (size_t i = 0; i < fact->drug_count; i++)
		fact->drugs[i].term =
		    find(terms, CC_IN_TREATMENT, fact->drugs[i].code);
	for (size_t i = 0; i < fact->value_count; i++)
		fact->values[i].term =
		    fact->values[i].code != NULL
		        ? find(terms, CC_IN_TEST, fact->values[i].code)
		        : fact->term;
	for (size_t i = 0; i < fact->finding_count; i++)
		fact->findings[i].term =
		    find(terms, CC_IN_FINDING, fact->findings[i].text);
}

void
cc_case_resolve(struct cc_case *course, const struct cc_terms *terms)
{
	for (size_t i = 0; i < course->fact_count; i++) {
		struct cc_fact *fact = &course->facts[i];

		fact->happened = fact->status == CC_STATUS_DONE;
		fact->scheme = cc_case_criteria(course, terms, fact);
		fact->term = find_code(terms, fact);
		fact->best_term =
		    fact->best != NULL ? cc_terms_find(terms, CC_IN_RESPONSE,
					     fact->scheme, fact->best)
				       : NULL;
		resolve_parts(fact, terms);
	}
}
