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
    [CC_IN_STOP] = "stop",
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

static guint
key_hash(gconstpointer data)
{
	const struct cc_term_key *key = data;
	guint hash = g_str_hash(key->word) * 31 + key->in;

	return key->scheme != NULL ? hash * 31 + g_str_hash(key->scheme) : hash;
}

static gboolean
key_equal(gconstpointer left, gconstpointer right)
{
	const struct cc_term_key *a = left, *b = right;

	return a->in == b->in && strcmp(a->word, b->word) == 0 &&
	       g_strcmp0(a->scheme, b->scheme) == 0;
}

struct cc_vocab *
cc_vocab_create(void)
{
	return cc_vocab_create_packed(NULL, NULL);
}

struct cc_vocab *
cc_vocab_create_packed(
    const struct cc_vocab_pack *pack, const struct cc_source *const *files)
{
	struct cc_vocab *vocab = g_new0(struct cc_vocab, 1);

	cc_arena_init(&vocab->arena);
	vocab->pack = pack;
	vocab->files = files;
	if (pack != NULL)
		vocab->unpacked =
		    g_new0(struct cc_entry *, pack->first[CC_IN_COUNT]);
	vocab->codes = g_hash_table_new(key_hash, key_equal);
	vocab->aliases = g_hash_table_new(key_hash, key_equal);
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
	g_free(vocab->unpacked);
	cc_arena_finish(&vocab->arena);
	g_free(vocab);
}

/* ---- entries ---- */

struct cc_term *
cc_vocab_entry_create(struct cc_vocab *vocab, const struct cc_term *term)
{
	struct cc_entry *entry = cc_arena_new(&vocab->arena, struct cc_entry);

	*entry = (struct cc_entry){.term = *term, .number = CC_ENTRY_READ};
	cc_vocab_changed(vocab, &entry->term);
	return &entry->term;
}

const struct cc_entry *
cc_term_entry(const struct cc_term *term)
{
	return (const struct cc_entry *)term;
}

void
cc_vocab_changed(struct cc_vocab *vocab, struct cc_term *term)
{
	((struct cc_entry *)term)->read = true;
	vocab->changed |= 1u << term->in;
	cc_vocab_forget_names(vocab);
}

/* Most people have no words of their own: nothing is looked up there. */
static bool
is_read(const struct cc_vocab *vocab, enum cc_scope in)
{
	return (vocab->changed & 1u << in) != 0;
}

struct cc_term *
cc_vocab_code(const struct cc_vocab *vocab, const struct cc_term_key *key)
{
	struct cc_term *term = is_read(vocab, key->in)
	                           ? g_hash_table_lookup(vocab->codes, key)
	                           : NULL;
	const struct cc_packed_name *packed;

	if (term != NULL)
		return term;
	packed = cc_pack_find(vocab->pack, key);
	return packed != NULL && packed->by == CC_BY_CODE
	           ? cc_vocab_unpack(vocab, packed->entry)
	           : NULL;
}

struct cc_term *
cc_vocab_alias(const struct cc_vocab *vocab, const struct cc_term_key *key)
{
	const struct cc_packed_name *packed;
	gpointer term;

	if (is_read(vocab, key->in) &&
	    g_hash_table_lookup_extended(vocab->aliases, key, NULL, &term))
		return term;
	packed = cc_pack_find(vocab->pack, key);
	return packed != NULL && packed->by != CC_BY_CODE
	           ? cc_vocab_unpack(vocab, packed->entry)
	           : NULL;
}

struct cc_term *
cc_vocab_entry(const struct cc_vocab *vocab, enum cc_scope in,
    const char *scheme, const char *word)
{
	const struct cc_term_key key = {in, scheme, word};
	struct cc_term *term = cc_vocab_code(vocab, &key);

	return term != NULL ? term : cc_vocab_alias(vocab, &key);
}

const struct cc_term *
cc_vocab_find(const struct cc_vocab *vocab, enum cc_scope in,
    const char *scheme, const char *code)
{
	const struct cc_term *term;

	if (in != CC_IN_RESPONSE)
		scheme = NULL;
	term = cc_vocab_entry(vocab, in, scheme, code);
	return term != NULL ? term : cc_names_find(vocab, in, scheme, code);
}

/* ---- lists ---- */

GPtrArray *
cc_vocab_terms(const struct cc_vocab *vocab, enum cc_scope in)
{
	GPtrArray *terms = vocab->terms[in];

	/* What is read later stands behind what is packed. */
	if (vocab->pack != NULL && terms->len == 0)
		for (uint32_t number = vocab->pack->first[in];
		     number < vocab->pack->first[in + 1]; number++)
			g_ptr_array_add(terms, cc_vocab_unpack(vocab, number));
	return terms;
}

const struct cc_term *const *
cc_vocab_list(const struct cc_vocab *vocab, enum cc_scope in, size_t *count)
{
	const GPtrArray *terms = cc_vocab_terms(vocab, in);

	*count = terms->len;
	return (const struct cc_term *const *)terms->pdata;
}
