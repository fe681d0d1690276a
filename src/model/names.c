#include "model/names.h"

#include "base/plain.h"
#include "model/vocab-data.h"

#include <string.h>

/* ---- names of what was read ---- */

/* An entry and where it is listed, as in struct cc_naming. */
struct named {
	const struct cc_term *term;
	uint32_t number, behind;
};

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
add(struct cc_names *names, const struct named *of, enum cc_named_by by,
    const char *word, const char *lang)
{
	const struct cc_naming naming = {
	    .word = word,
	    .lang = lang,
	    .in = of->term->in,
	    .by = by,
	    .number = of->number,
	    .behind = of->behind,
	    .term = of->term,
	};

	add_plain(names, naming, cc_plain(word));
	add_plain(names, naming, cc_plain_german(word));
}

static void
add_texts(struct cc_names *names, const struct named *of, enum cc_named_by by,
    const struct cc_texts *texts)
{
	for (size_t i = 0; i < texts->count; i++)
		add(names, of, by, texts->item[i].text, texts->item[i].lang);
}

static void
add_entry(struct cc_names *names, const struct named *of)
{
	const struct cc_term *term = of->term;
	const size_t current = term->aliases.count - term->former;

	add(names, of, CC_BY_CODE, term->code, NULL);
	add_texts(names, of, CC_BY_LABEL, &term->labels);
	add_texts(names, of, CC_BY_ABBREVIATION, &term->abbreviations);
	for (size_t i = 0; i < term->aliases.count; i++)
		add(names, of, i < current ? CC_BY_ALIAS : CC_BY_FORMER,
		    term->aliases.word[i], NULL);
	for (size_t i = 0; i < term->shared_count; i++)
		add(names, of, CC_BY_SHARED, term->shared[i].word, NULL);
}

static void
add_scope(
    struct cc_names *names, const struct cc_vocab *vocab, enum cc_scope in)
{
	const GPtrArray *terms = cc_vocab_terms(vocab, in);
	struct named of = {0};

	for (guint i = 0; i < terms->len; i++) {
		const struct cc_entry *entry = cc_term_entry(terms->pdata[i]);

		if (entry->number == CC_ENTRY_READ)
			of.behind++;
		else
			of = (struct named){.number = entry->number};
		of.term = &entry->term;
		if (entry->read)
			add_entry(names, &of);
	}
}

static int
listed_compare(const struct cc_naming *a, const struct cc_naming *b)
{
	if (a->in != b->in)
		return a->in < b->in ? -1 : 1;
	if (a->number != b->number)
		return a->number < b->number ? -1 : 1;
	return a->behind < b->behind ? -1 : a->behind > b->behind;
}

/* By plain word, then scope, then how; entries in the order of files. */
static int
naming_compare(const void *left, const void *right)
{
	const struct cc_naming *a = left, *b = right;
	int order = strcmp(a->plain, b->plain);

	if (order != 0)
		return order;
	if (a->in == b->in && a->by != b->by)
		return a->by < b->by ? -1 : 1;
	return listed_compare(a, b);
}

static struct cc_names *
names_create(const struct cc_vocab *vocab)
{
	struct cc_names *names = g_new0(struct cc_names, 1);

	names->words = g_string_chunk_new(4096);
	names->list = g_array_new(FALSE, FALSE, sizeof(struct cc_naming));
	for (int in = 0; in < CC_IN_COUNT; in++)
		if ((vocab->changed & 1u << in) != 0)
			add_scope(names, vocab, (enum cc_scope)in);
	/* It keeps the order of what is alike: an entry's own names. */
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

static const GArray *
names_read(const struct cc_vocab *vocab)
{
	/* Most courses are written in codes: made when first needed. */
	if (vocab->names == NULL)
		((struct cc_vocab *)vocab)->names = names_create(vocab);
	return vocab->names->list;
}

/* ---- all names ---- */

bool
cc_named_is_key(enum cc_named_by by)
{
	return by == CC_BY_CODE || by == CC_BY_ALIAS || by == CC_BY_FORMER;
}

static const char *
packed_plain(const struct cc_vocab *vocab, size_t name)
{
	return vocab->pack->strings + vocab->pack->names[name].plain;
}

static const char *
read_plain(const struct cc_vocab *vocab, size_t name)
{
	return g_array_index(vocab->names->list, struct cc_naming, name).plain;
}

/* The first of so many that does not come before `plain`. */
static size_t
first_from(const struct cc_vocab *vocab, size_t count, const char *plain,
    const char *(*plain_of)(const struct cc_vocab *vocab, size_t name))
{
	size_t from = 0;

	while (count > 0) {
		size_t half = count / 2;

		if (strcmp(plain_of(vocab, from + half), plain) < 0) {
			from += half + 1;
			count -= half + 1;
		} else {
			count = half;
		}
	}
	return from;
}

struct cc_names_walk
cc_names_from(const struct cc_vocab *vocab, const char *plain)
{
	struct cc_names_walk walk = {.vocab = vocab};
	const GArray *read = names_read(vocab);

	if (plain == NULL)
		return walk;
	walk.read = first_from(vocab, read->len, plain, read_plain);
	if (vocab->pack != NULL)
		walk.packed = first_from(
		    vocab, vocab->pack->name_count, plain, packed_plain);
	return walk;
}

static bool
is_passed(const struct cc_names_walk *walk)
{
	const struct cc_packed_name *name =
	    &walk->vocab->pack->names[walk->packed];

	if (walk->only != NULL && walk->only[walk->packed] != CC_NAME_KEPT)
		return true;
	return !cc_vocab_is_as_packed(walk->vocab, name->entry);
}

/* The next packed name of an entry that is as it was packed. */
static bool
next_packed(struct cc_names_walk *walk, struct cc_naming *name)
{
	const struct cc_vocab_pack *pack = walk->vocab->pack;
	const struct cc_packed_name *packed;

	if (pack == NULL)
		return false;
	while (walk->packed < pack->name_count && is_passed(walk))
		walk->packed++;
	if (walk->packed == pack->name_count)
		return false;
	packed = &pack->names[walk->packed];
	*name = (struct cc_naming){
	    .plain = pack->strings + packed->plain,
	    .word = pack->strings + packed->word,
	    .lang = packed->lang > 0 ? pack->strings + packed->lang : NULL,
	    .in = (enum cc_scope)packed->in,
	    .by = (enum cc_named_by)packed->by,
	    .number = packed->entry,
	};
	return true;
}

bool
cc_names_next(struct cc_names_walk *walk, struct cc_naming *name)
{
	const GArray *list = names_read(walk->vocab);
	const struct cc_naming *read =
	    walk->read < list->len
	        ? &g_array_index(list, struct cc_naming, walk->read)
	        : NULL;

	if (next_packed(walk, name) &&
	    (read == NULL || naming_compare(name, read) <= 0)) {
		walk->packed++;
		return true;
	}
	if (read == NULL)
		return false;
	*name = *read;
	walk->read++;
	return true;
}

const struct cc_term *
cc_naming_term(const struct cc_vocab *vocab, const struct cc_naming *name)
{
	return name->term != NULL ? name->term
	                          : cc_vocab_unpack(vocab, name->number);
}

/* ---- finding one ---- */

/* Words of the vocabulary's own, which no author types. */
static bool
is_strict(enum cc_scope in)
{
	switch (in) {
	case CC_IN_CLASS:
	case CC_IN_INTERVAL:
	case CC_IN_COUNT:
		return true;
	case CC_IN_RESPONSE:
	case CC_IN_SCHEME:
	case CC_IN_OUTCOME:
	case CC_IN_TREATMENT:
	case CC_IN_DISEASE:
	case CC_IN_PROCEDURE:
	case CC_IN_EVENT:
	case CC_IN_TEST:
	case CC_IN_SITE:
	case CC_IN_INTENT:
	case CC_IN_FINDING:
	case CC_IN_CAUSE:
	case CC_IN_STOP:
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
	struct cc_names_walk walk = cc_names_from(vocab, plain);
	GPtrArray *all = g_ptr_array_new();
	bool exact = is_strict(in);
	struct cc_naming name;

	*shared = false;
	while (cc_names_next(&walk, &name) && strcmp(name.plain, plain) == 0) {
		bool same = strcmp(name.word, word) == 0;
		const struct cc_term *term;

		if (name.in != in || (exact && !same))
			continue;
		term = cc_naming_term(vocab, &name);
		if (g_strcmp0(term->scheme, scheme) != 0)
			continue;
		if (same && !exact) {
			exact = true;
			*shared = false;
			g_ptr_array_set_size(all, 0);
		}
		*shared = *shared || name.by == CC_BY_SHARED;
		if (!g_ptr_array_find(all, term, NULL))
			g_ptr_array_add(all, (gpointer)term);
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

static gint
by_list(gconstpointer left, gconstpointer right)
{
	return listed_compare(left, right);
}

GPtrArray *
cc_names_called(const struct cc_vocab *vocab, const char *word)
{
	g_autofree char *plain = cc_plain(word);
	g_autoptr(GArray) names =
	    g_array_new(FALSE, FALSE, sizeof(struct cc_naming));
	struct cc_names_walk walk = cc_names_from(vocab, plain);
	GPtrArray *all = g_ptr_array_new();
	struct cc_naming name;

	while (cc_names_next(&walk, &name) && strcmp(name.plain, plain) == 0)
		g_array_append_val(names, name);
	g_array_sort(names, by_list);
	for (guint i = 0; i < names->len; i++) {
		gpointer term = (gpointer)cc_naming_term(
		    vocab, &g_array_index(names, struct cc_naming, i));

		if (!g_ptr_array_find(all, term, NULL))
			g_ptr_array_add(all, term);
	}
	return all;
}
