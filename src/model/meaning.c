/* Words of two meanings: AZA is azacitidine in leukaemia, azathioprine in
 * lupus, a graft biopsy one of the kidney who was given one. The case's
 * diagnoses and acts decide, or nobody does. */
#include "base/plain.h"
#include "model/terms.h"

#include <string.h>

static bool
holds(const struct cc_words *words, const char *word)
{
	for (size_t i = 0; word != NULL && i < words->count; i++)
		if (strcmp(words->word[i], word) == 0)
			return true;
	return false;
}

static const struct cc_words *
deciding(const struct cc_term *term, const char *word)
{
	g_autofree char *plain = cc_plain(word);

	for (size_t i = 0; i < term->shared_count; i++) {
		g_autofree char *other = cc_plain(term->shared[i].word);

		if (strcmp(plain, other) == 0)
			return &term->shared[i].of;
	}
	return NULL;
}

/* Whether this fact is of what decides; an act that was done. */
static bool
decides(const struct cc_terms *terms, const struct cc_fact *fact,
    const struct cc_words *of)
{
	const bool act = fact->kind == CC_KIND_PROCEDURE;
	const struct cc_term *term;

	if (fact->code == NULL || (!act && fact->kind != CC_KIND_DIAGNOSIS) ||
	    (act && fact->status != CC_STATUS_DONE))
		return false;
	term = cc_terms_find(
	    terms, act ? CC_IN_PROCEDURE : CC_IN_DISEASE, NULL, fact->code);
	return term != NULL &&
	       (holds(of, term->code) || (!act && holds(of, term->class)));
}

static bool
fits_case(const struct cc_terms *terms, const struct cc_case *course,
    const struct cc_words *of)
{
	for (size_t i = 0; of != NULL && i < course->fact_count; i++)
		if (decides(terms, &course->facts[i], of))
			return true;
	return false;
}

const struct cc_term *
cc_terms_mean(const struct cc_terms *terms, const struct cc_case *course,
    enum cc_scope in, const char *word, const char *unit)
{
	g_autoptr(GPtrArray) all =
	    terms->vocab != NULL ? cc_vocab_meanings(terms->vocab, in, word)
				 : NULL;
	const struct cc_term *found = NULL;
	double factor;

	for (guint i = 0; all != NULL && i < all->len; i++) {
		const struct cc_term *term = all->pdata[i];
		bool fits =
		    fits_case(terms, course, deciding(term, word)) ||
		    (unit != NULL && term->unit != NULL &&
			cc_unit_factor(term, unit, term->unit, &factor));

		if (fits && found != NULL)
			return NULL;
		if (fits)
			found = term;
	}
	return found;
}

char *
cc_meanings_text(const struct cc_vocab *vocab, enum cc_scope in,
    const char *word, const struct cc_term *but)
{
	g_autoptr(GPtrArray) all = cc_vocab_meanings(vocab, in, word);
	GString *text = g_string_new(NULL);

	for (guint i = 0; all != NULL && i < all->len; i++) {
		const struct cc_term *term = all->pdata[i];

		if (term != but)
			g_string_append_printf(text, "%s%s",
			    text->len > 0 ? " or " : "", term->code);
	}
	return g_string_free(text, FALSE);
}
