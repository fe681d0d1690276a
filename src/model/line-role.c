/* Whether a treatment or procedure makes a line of therapy: data of its
 * intent, its own entry and its class. */
#include "model/vocab.h"

#include <string.h>

static bool
holds(const struct cc_words *words, const char *word)
{
	for (size_t i = 0; word != NULL && i < words->count; i++)
		if (strcmp(words->word[i], word) == 0)
			return true;
	return false;
}

/* What is treated: its code, and the class that its entry is of. */
struct treated {
	const char *code, *class;
};

static enum cc_line_role
role_of(const struct cc_term *term, struct treated disease)
{
	if (term == NULL)
		return CC_LINE_UNSAID;
	return holds(&term->line_in, disease.code) ||
	               holds(&term->line_in, disease.class)
	           ? CC_LINE_STARTS
	           : term->line;
}

static const struct cc_term *
term_of(const struct cc_terms *terms, enum cc_scope in, const char *code)
{
	return code != NULL ? cc_terms_find(terms, in, NULL, code) : NULL;
}

static struct treated
treated_of(const struct cc_terms *terms, const char *code)
{
	const struct cc_term *term = term_of(terms, CC_IN_DISEASE, code);

	return (struct treated){code, term != NULL ? term->class : NULL};
}

enum cc_line_role
cc_line_role(const struct cc_terms *terms, const struct cc_fact *fact,
    const char *code)
{
	const struct treated disease = treated_of(terms, code);
	enum cc_scope in =
	    fact->kind == CC_KIND_PROCEDURE ? CC_IN_PROCEDURE : CC_IN_TREATMENT;
	const struct cc_term *term = term_of(terms, in, fact->code);
	const struct cc_term *intent =
	    term_of(terms, CC_IN_INTENT, fact->intent);
	enum cc_line_role role;

	if (role_of(intent, disease) == CC_LINE_APART)
		return CC_LINE_APART;
	role = role_of(term, disease);
	if (role == CC_LINE_UNSAID && term != NULL)
		role =
		    role_of(term_of(terms, CC_IN_CLASS, term->class), disease);
	return role != CC_LINE_UNSAID ? role : CC_LINE_STARTS;
}
