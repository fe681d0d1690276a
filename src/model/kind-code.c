/* Words as the code of a kind: what stands in a fact without one, or is the
 * name of its element. */
#include "model/foreign.h"
#include "model/kind.h"
#include "model/terms.h"

#include <string.h>

/* The code of a response, by the first criteria that know the word. */
static const char *
code_of_response(const struct cc_terms *terms, const char *word)
{
	const char *code = cc_foreign_code(word);
	const struct cc_term *term =
	    cc_terms_find(terms, CC_IN_RESPONSE, NULL, word);
	const struct cc_term *const *schemes;
	size_t count = 0;

	if (code != NULL || terms->vocab == NULL)
		return code;
	schemes = cc_vocab_list(terms->vocab, CC_IN_SCHEME, &count);
	for (size_t i = 0; i < count && term == NULL; i++)
		term = cc_vocab_find(
		    terms->vocab, CC_IN_RESPONSE, schemes[i]->code, word);
	return term != NULL ? term->code : NULL;
}

const char *
cc_kind_code(
    const struct cc_terms *terms, const struct cc_kind *kind, const char *word)
{
	const struct cc_closed *closed = kind->closed;
	int index;

	if (closed != NULL)
		return cc_closed_find(closed, word, &index)
		           ? closed->words[index]
		           : cc_foreign_same(closed, word);
	if (kind->id == CC_KIND_RESPONSE)
		return code_of_response(terms, word);
	return kind->scope != CC_IN_COUNT &&
	               cc_terms_find(terms, kind->scope, NULL, word) != NULL
	           ? word
	           : NULL;
}

/* Where the first of several words, or of several sentences, ends. */
static const char *const stops[] = {
    ",", ";", ":", "(", ".", "，", "；", "：", "（", "。", " - ", " – ", " — "};

char *
cc_kind_code_first(
    const struct cc_terms *terms, const struct cc_kind *kind, const char *words)
{
	size_t length = strlen(words);
	g_autofree char *first = NULL;

	for (size_t i = 0; i < G_N_ELEMENTS(stops); i++) {
		const char *stop = strstr(words, stops[i]);

		if (stop != NULL)
			length = MIN(length, (size_t)(stop - words));
	}
	first = g_strstrip(g_strndup(words, length));
	return *first != '\0' ? g_strdup(cc_kind_code(terms, kind, first))
	                      : NULL;
}
