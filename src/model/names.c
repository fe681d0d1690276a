#include "model/names.h"

#include "base/plain.h"
#include "model/vocab-data.h"

#include <string.h>

/* ---- the list ---- */

static void
add_plain(struct cc_names *names, struct cc_naming naming, char *plain)
{
	if (plain == NULL)
		return;
	naming.plain = g_string_chunk_insert_const(names->words, plain);
	g_array_append_val(names->list, naming);
	g_free(plain);
}

static void
add(struct cc_names *names, const struct cc_term *term, enum cc_named_by by,
    const char *word, const char *lang)
{
	const struct cc_naming naming = {
	    .word = word, .lang = lang, .term = term, .by = by};

	add_plain(names, naming, cc_plain(word));
	add_plain(names, naming, cc_plain_german(word));
}

static void
add_texts(struct cc_names *names, const struct cc_term *term,
    enum cc_named_by by, const struct cc_texts *texts)
{
	for (size_t i = 0; i < texts->count; i++)
		add(names, term, by, texts->item[i].text, texts->item[i].lang);
}

static void
add_term(struct cc_names *names, const struct cc_term *term)
{
	const size_t current = term->aliases.count - term->former;

	add(names, term, CC_BY_CODE, term->code, NULL);
	add_texts(names, term, CC_BY_LABEL, &term->labels);
	add_texts(names, term, CC_BY_ABBREVIATION, &term->abbreviations);
	for (size_t i = 0; i < term->aliases.count; i++)
		add(names, term, i < current ? CC_BY_ALIAS : CC_BY_FORMER,
		    term->aliases.word[i], NULL);
	for (size_t i = 0; i < term->shared_count; i++)
		add(names, term, CC_BY_SHARED, term->shared[i].word, NULL);
}

/* By plain word, then scope, then how; entries in the order of files. */
static int
naming_compare(const void *left, const void *right)
{
	const struct cc_naming *a = left, *b = right;
	int order = strcmp(a->plain, b->plain);

	if (order != 0)
		return order;
	if (a->term->in != b->term->in)
		return a->term->in < b->term->in ? -1 : 1;
	return (int)a->by - (int)b->by;
}

static struct cc_names *
names_create(const struct cc_vocab *vocab)
{
	struct cc_names *names = g_new0(struct cc_names, 1);

	names->words = g_string_chunk_new(4096);
	names->list = g_array_new(FALSE, FALSE, sizeof(struct cc_naming));
	for (int in = 0; in < CC_IN_COUNT; in++)
		for (guint i = 0; i < vocab->terms[in]->len; i++)
			add_term(names, vocab->terms[in]->pdata[i]);
	g_array_sort(names->list, naming_compare);
	return names;
}

void
cc_vocab_forget_names(struct cc_vocab *vocab)
{
	if (vocab->names == NULL)
		return;
	g_string_chunk_free(vocab->names->words);
	g_array_unref(vocab->names->list);
	g_clear_pointer(&vocab->names, g_free);
}

const struct cc_naming *
cc_names_list(const struct cc_vocab *vocab, size_t *count)
{
	/* Most courses are written in codes: made when first needed. */
	if (vocab->names == NULL)
		((struct cc_vocab *)vocab)->names = names_create(vocab);
	*count = vocab->names->list->len;
	return (const struct cc_naming *)vocab->names->list->data;
}

/* The first that does not come before `plain`. */
static size_t
names_from(const struct cc_naming *names, size_t count, const char *plain)
{
	size_t from = 0;

	while (count > 0) {
		size_t half = count / 2;

		if (strcmp(names[from + half].plain, plain) < 0) {
			from += half + 1;
			count -= half + 1;
		} else {
			count = half;
		}
	}
	return from;
}

/* ---- finding one ---- */

/* Sets that are closed, or whose words differ by their capitals: CR is not Cr.
 */
static bool
is_strict(enum cc_scope in)
{
	switch (in) {
	case CC_IN_RESPONSE:
	case CC_IN_SCHEME:
	case CC_IN_CLASS:
	case CC_IN_INTERVAL:
	case CC_IN_OUTCOME:
	case CC_IN_COUNT:
		return true;
	case CC_IN_TREATMENT:
	case CC_IN_DISEASE:
	case CC_IN_PROCEDURE:
	case CC_IN_EVENT:
	case CC_IN_TEST:
	case CC_IN_SITE:
	case CC_IN_INTENT:
	case CC_IN_FINDING:
	case CC_IN_CAUSE:
		return false;
	}
	return true;
}

/* The entries that are called so: those that are exactly, where any is, else
 * all. *shared: such a word says no entry by itself. */
static GPtrArray *
meanings(const struct cc_vocab *vocab, enum cc_scope in, const char *scheme,
    const char *word, bool *shared)
{
	g_autofree char *plain = cc_plain(word);
	size_t count;
	const struct cc_naming *names = cc_names_list(vocab, &count);
	GPtrArray *all = g_ptr_array_new();
	bool exact = is_strict(in);

	*shared = false;
	for (size_t i = names_from(names, count, plain);
	     i < count && strcmp(names[i].plain, plain) == 0; i++) {
		const struct cc_naming *name = &names[i];
		bool same = strcmp(name->word, word) == 0;

		if (name->term->in != in || (exact && !same) ||
		    g_strcmp0(name->term->scheme, scheme) != 0)
			continue;
		if (same && !exact) {
			exact = true;
			*shared = false;
			g_ptr_array_set_size(all, 0);
		}
		*shared = *shared || name->by == CC_BY_SHARED;
		if (!g_ptr_array_find(all, name->term, NULL))
			g_ptr_array_add(all, (gpointer)name->term);
	}
	return all;
}

const struct cc_term *
cc_names_find(const struct cc_vocab *vocab, enum cc_scope in,
    const char *scheme, const char *word)
{
	bool shared;
	g_autoptr(GPtrArray) all = meanings(vocab, in, scheme, word, &shared);

	return all->len == 1 && !shared ? all->pdata[0] : NULL;
}

GPtrArray *
cc_vocab_meanings(
    const struct cc_vocab *vocab, enum cc_scope in, const char *word)
{
	bool shared;
	GPtrArray *all = meanings(vocab, in, NULL, word, &shared);

	if (shared || all->len > 1)
		return all;
	g_ptr_array_unref(all);
	return NULL;
}
