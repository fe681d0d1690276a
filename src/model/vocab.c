#include "model/vocab-data.h"

#include <math.h>
#include <string.h>

static const char *const scope_words[] = {
    [CC_IN_DISEASE] = "disease",
    [CC_IN_TREATMENT] = "treatment",
    [CC_IN_PROCEDURE] = "procedure",
    [CC_IN_EVENT] = "event",
    [CC_IN_TEST] = "test",
    [CC_IN_RESPONSE] = "response",
    [CC_IN_SCHEME] = "scheme",
    [CC_IN_SITE] = "site",
    [CC_IN_INTENT] = "intent",
    [CC_IN_CLASS] = "class",
    [CC_IN_FINDING] = "finding",
    [CC_IN_OUTCOME] = "outcome",
    [CC_IN_CAUSE] = "cause",
    [CC_IN_INTERVAL] = "interval",
};
_Static_assert(G_N_ELEMENTS(scope_words) == CC_IN_COUNT, "a word each");

const char *
cc_scope_word(enum cc_scope scope)
{
	return scope_words[scope];
}

const char *const *
cc_scope_list(void)
{
	return scope_words;
}

bool
cc_scope_find(const char *word, enum cc_scope *scope)
{
	for (int i = 0; i < CC_IN_COUNT; i++) {
		if (strcmp(scope_words[i], word) != 0)
			continue;
		*scope = (enum cc_scope)i;
		return true;
	}
	return false;
}

void
cc_term_clear(struct cc_term *term)
{
	enum cc_scope in = term->in;

	*term = (struct cc_term){
	    .in = in, .shade = 1, .rank = NAN, .least = NAN, .most = NAN};
	for (size_t sex = 0; sex < G_N_ELEMENTS(term->low); sex++)
		term->low[sex] = term->high[sex] = NAN;
}

guint
cc_term_key_hash(gconstpointer data)
{
	const struct cc_term_key *key = data;
	guint hash = g_str_hash(key->word) * 31 + key->in;

	return key->scheme != NULL ? hash * 31 + g_str_hash(key->scheme) : hash;
}

gboolean
cc_term_key_equal(gconstpointer left, gconstpointer right)
{
	const struct cc_term_key *a = left, *b = right;

	return a->in == b->in && strcmp(a->word, b->word) == 0 &&
	       g_strcmp0(a->scheme, b->scheme) == 0;
}

struct cc_vocab *
cc_vocab_create(void)
{
	struct cc_vocab *vocab = g_new0(struct cc_vocab, 1);

	cc_arena_init(&vocab->arena);
	vocab->codes = g_hash_table_new(cc_term_key_hash, cc_term_key_equal);
	vocab->aliases = g_hash_table_new(cc_term_key_hash, cc_term_key_equal);
	for (int i = 0; i < CC_IN_COUNT; i++)
		vocab->terms[i] = g_ptr_array_new();
	return vocab;
}

void
cc_vocab_destroy(struct cc_vocab *vocab)
{
	if (vocab == NULL)
		return;
	g_hash_table_unref(vocab->codes);
	g_hash_table_unref(vocab->aliases);
	cc_vocab_forget_names(vocab);
	for (int i = 0; i < CC_IN_COUNT; i++)
		g_ptr_array_unref(vocab->terms[i]);
	cc_arena_finish(&vocab->arena);
	g_free(vocab);
}

struct cc_term *
cc_vocab_entry(const struct cc_vocab *vocab, enum cc_scope in,
    const char *scheme, const char *word)
{
	struct cc_term_key key = {in, scheme, word};
	struct cc_term *term = g_hash_table_lookup(vocab->codes, &key);

	if (term == NULL)
		term = g_hash_table_lookup(vocab->aliases, &key);
	return term;
}

const struct cc_term *
cc_vocab_find(const struct cc_vocab *vocab, enum cc_scope in,
    const char *scheme, const char *code)
{
	const struct cc_term *term;

	if (in != CC_IN_RESPONSE)
		scheme = NULL;
	term = cc_vocab_entry(vocab, in, scheme, code);
	if (term == NULL)
		term = cc_vocab_named(vocab, in, scheme, code);
	return term != NULL ? term : cc_vocab_folded(vocab, in, code);
}

static void
add_texts(GPtrArray *words, const struct cc_texts *texts)
{
	for (size_t i = 0; i < texts->count; i++)
		g_ptr_array_add(words, (void *)texts->item[i].text);
}

/* Codes of a scope, then aliases, then names: of equally near words the first
 * is taken. An alias or name stands for its entry's code. */
const char *
cc_vocab_nearest(const struct cc_vocab *vocab, enum cc_scope in,
    const char *scheme, const char *code)
{
	g_autoptr(GPtrArray) mine = g_ptr_array_new();
	g_autoptr(GPtrArray) words = g_ptr_array_new();
	const GPtrArray *terms = vocab->terms[in];
	const struct cc_term *term;
	const char *nearest;

	if (in != CC_IN_RESPONSE)
		scheme = NULL;
	for (guint i = 0; i < terms->len; i++) {
		term = terms->pdata[i];
		if (g_strcmp0(term->scheme, scheme) != 0)
			continue;
		g_ptr_array_add(mine, (void *)term);
		g_ptr_array_add(words, (void *)term->code);
	}
	for (guint i = 0; i < mine->len; i++) {
		term = mine->pdata[i];
		for (size_t k = 0; k < term->aliases.count; k++)
			g_ptr_array_add(words, (void *)term->aliases.word[k]);
	}
	for (guint i = 0; i < mine->len; i++) {
		term = mine->pdata[i];
		add_texts(words, &term->labels);
		add_texts(words, &term->abbreviations);
	}
	nearest =
	    cc_nearest(code, (const char *const *)words->pdata, words->len);
	if (nearest == NULL)
		return NULL;
	/* A word that several entries share is no answer, least of all where
	 * it is the one that was typed. */
	term = cc_vocab_find(vocab, in, scheme, nearest);
	return term != NULL ? term->code : NULL;
}

const struct cc_term *const *
cc_vocab_list(const struct cc_vocab *vocab, enum cc_scope in, size_t *count)
{
	*count = vocab->terms[in]->len;
	return (const struct cc_term *const *)vocab->terms[in]->pdata;
}
