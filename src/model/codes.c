/* Codes as the vocabulary has them: an alias (Velcade, RVd, 硼替佐米) is read
 * as the code that it stands for, so that what is said of one thing in two ways
 * is one thing from here on. */
#include "model/kind.h"
#include "model/model.h"
#include "model/read.h"
#include "model/terms.h"

#include <string.h>

static void
settle(struct cc_reading *reading, const struct cc_terms *terms,
    enum cc_scope in, const char *scheme, const char **code)
{
	const struct cc_term *term;

	if (*code == NULL)
		return;
	term = cc_terms_find(terms, in, scheme, *code);
	if (term != NULL && strcmp(term->code, *code) != 0)
		*code = cc_arena_strdup(reading->arena, term->code);
}

/* The same of a word that may be an abbreviation of several meanings: its
 * case decides, and is told so. */
static void
settle_word(struct cc_reading *reading, const struct cc_terms *terms,
    enum cc_scope in, const char *unit, struct cc_pos pos, const char **code)
{
	const struct cc_term *term;
	g_autofree char *other = NULL;

	settle(reading, terms, in, NULL, code);
	if (*code == NULL || cc_terms_find(terms, in, NULL, *code) != NULL)
		return;
	term = cc_terms_mean(terms, reading->course, in, *code, unit);
	if (term == NULL)
		return;
	other = cc_meanings_text(terms->vocab, in, *code, term);
	cc_diag(reading->diags, CC_N318, pos, *code, term->code, other);
	*code = cc_arena_strdup(reading->arena, term->code);
}

/* The code of a fact is of its kind's scope; a cell product may be given as a
 * procedure and be listed as a treatment. */
static void
settle_code(struct cc_reading *reading, const struct cc_terms *terms,
    struct cc_fact *fact)
{
	enum cc_scope in = cc_kind_row(fact->kind)->scope;
	const struct cc_attribute *from =
	    cc_element_attribute(reading->elements[fact->index], "code");
	const char *code = fact->code;

	if (in == CC_IN_COUNT || code == NULL)
		return;
	if (in == CC_IN_PROCEDURE &&
	    cc_terms_find(terms, in, NULL, code) == NULL &&
	    cc_terms_find(terms, CC_IN_TREATMENT, NULL, code) != NULL)
		in = CC_IN_TREATMENT;
	settle_word(reading, terms, in, fact->unit,
	    from != NULL ? from->pos : fact->pos, &fact->code);
}

static void
settle_responses(struct cc_reading *reading, const struct cc_terms *terms,
    struct cc_fact *fact)
{
	const char *scheme;

	settle(reading, terms, CC_IN_SCHEME, NULL, &fact->criteria);
	scheme = cc_case_criteria(reading->course, terms, fact);
	settle(reading, terms, CC_IN_RESPONSE, scheme, &fact->best);
	if (fact->kind == CC_KIND_RESPONSE || fact->kind == CC_KIND_RELAPSE)
		settle(reading, terms, CC_IN_RESPONSE, scheme, &fact->code);
}

void
cc_read_codes(struct cc_reading *reading, const struct cc_terms *terms)
{
	struct cc_case *course = reading->course;

	if (terms->vocab == NULL)
		return;
	settle(reading, terms, CC_IN_SCHEME, NULL, &course->criteria);
	/* The first diagnosis chooses the criteria: all codes of facts first.
	 */
	for (size_t i = 0; i < course->fact_count; i++)
		settle_code(reading, terms, &course->facts[i]);
	for (size_t i = 0; i < course->fact_count; i++) {
		struct cc_fact *fact = &course->facts[i];

		settle_responses(reading, terms, fact);
		settle(reading, terms, CC_IN_INTENT, NULL, &fact->intent);
		settle(reading, terms, CC_IN_CAUSE, NULL, &fact->cause);
		cc_read_sites(reading, terms, &fact->sites);
		for (size_t k = 0; k < fact->drug_count; k++)
			settle_word(reading, terms, CC_IN_TREATMENT, NULL,
			    fact->drugs[k].code_pos, &fact->drugs[k].code);
		for (size_t k = 0; k < fact->value_count; k++)
			settle_word(reading, terms, CC_IN_TEST,
			    fact->values[k].unit, fact->values[k].code_pos,
			    &fact->values[k].code);
	}
}
