/* After the last document: what entries name is there. */
#include "model/find.h"
#include "model/hint.h"
#include "model/vocab-data.h"

static void
settle(const struct cc_vocab *vocab, enum cc_scope in, const char *code,
    const struct cc_term *by, struct cc_diags *diags)
{
	g_autofree char *hint = NULL;

	if (code == NULL || cc_vocab_find(vocab, in, NULL, code) != NULL)
		return;
	hint = cc_search_text(vocab, in, code);
	cc_diag(
	    diags, CC_E338, by->pos, by->code, cc_scope_word(in), code, hint);
}

static bool
is_disease_class(const struct cc_vocab *vocab, const char *word)
{
	const GPtrArray *diseases = cc_vocab_terms(vocab, CC_IN_DISEASE);

	for (guint i = 0; i < diseases->len; i++) {
		const struct cc_term *disease = diseases->pdata[i];

		if (g_strcmp0(disease->class, word) == 0)
			return true;
	}
	return false;
}

/* Diseases, or classes of them. */
static void
settle_diseases(const struct cc_vocab *vocab, const struct cc_words *words,
    const struct cc_term *by, struct cc_diags *diags)
{
	for (size_t i = 0; i < words->count; i++)
		if (!is_disease_class(vocab, words->word[i]))
			settle(vocab, CC_IN_DISEASE, words->word[i], by, diags);
}

/* What decides what a shared word means: diseases, classes of them, acts. */
static void
settle_deciding(const struct cc_vocab *vocab, const struct cc_words *words,
    const struct cc_term *by, struct cc_diags *diags)
{
	for (size_t i = 0; i < words->count; i++)
		if (!is_disease_class(vocab, words->word[i]) &&
		    cc_vocab_find(
			vocab, CC_IN_PROCEDURE, NULL, words->word[i]) == NULL)
			settle(vocab, CC_IN_DISEASE, words->word[i], by, diags);
}

/* The least response of a scheme is one of its own. */
static void
settle_response(const struct cc_vocab *vocab, const struct cc_term *scheme,
    struct cc_diags *diags)
{
	g_autofree char *hint = NULL;

	if (scheme->response == NULL ||
	    cc_vocab_entry(
		vocab, CC_IN_RESPONSE, scheme->code, scheme->response) != NULL)
		return;
	hint = cc_hint_response(vocab, scheme->code, scheme->response);
	cc_diag(diags, CC_E338, scheme->pos, scheme->code, "response",
	    scheme->response, hint);
}

static void
settle_all(const struct cc_vocab *vocab, enum cc_scope in,
    const struct cc_words *codes, const struct cc_term *by,
    struct cc_diags *diags)
{
	for (size_t i = 0; i < codes->count; i++)
		settle(vocab, in, codes->word[i], by, diags);
}

static void
settle_term(const struct cc_vocab *vocab, const struct cc_term *term,
    struct cc_diags *diags)
{
	if (term->in == CC_IN_TREATMENT)
		settle(vocab, CC_IN_CLASS, term->class, term, diags);
	settle(vocab, CC_IN_SCHEME, term->scheme, term, diags);
	settle(vocab, CC_IN_SCHEME, term->criteria, term, diags);
	settle_response(vocab, term, diags);
	settle(vocab, CC_IN_TEST, term->group, term, diags);
	settle_all(vocab, CC_IN_DISEASE, &term->risk_of, term, diags);
	settle_all(vocab, CC_IN_TREATMENT, &term->parts, term, diags);
	settle_all(vocab, CC_IN_TEST, &term->markers, term, diags);
	settle_all(vocab, CC_IN_TEST, &term->serves, term, diags);
	settle_diseases(vocab, &term->line_in, term, diags);
	for (size_t i = 0; i < term->shared_count; i++)
		settle_deciding(vocab, &term->shared[i].of, term, diags);
}

/* What is packed was settled then, and names others by their codes: those stay,
 * whatever is read later. */
bool
cc_vocab_settle(const struct cc_vocab *vocab, struct cc_diags *diags)
{
	guint before = diags->count[CC_ERROR];

	for (int in = 0; in < CC_IN_COUNT; in++) {
		const GPtrArray *terms;

		if ((vocab->changed & 1u << in) == 0)
			continue;
		terms = cc_vocab_terms(vocab, (enum cc_scope)in);
		for (guint i = 0; i < terms->len; i++)
			if (cc_term_entry(terms->pdata[i])->read)
				settle_term(vocab, terms->pdata[i], diags);
	}
	return diags->count[CC_ERROR] == before;
}
