#include "model/find.h"

#include "base/plain.h"

#include <string.h>

struct search {
	const struct cc_vocab *vocab;
	unsigned scopes;
	char *plain; /* of the query */
	GStrv words; /* of the query */
	GArray *found;
	GHashTable *best; /* struct cc_term -> its place in `found` + 1 */
};

static void
take(struct search *search, const struct cc_naming *name, enum cc_fit fit)
{
	const struct cc_term *term = cc_naming_term(search->vocab, name);
	const struct cc_found found = {
	    .term = term,
	    .word = name->word,
	    .lang = name->lang,
	    .by = name->by,
	    .fit = fit,
	};
	gpointer place = g_hash_table_lookup(search->best, term);
	struct cc_found *known;

	if (place == NULL) {
		g_array_append_val(search->found, found);
		g_hash_table_insert(search->best, (gpointer)term,
		    GUINT_TO_POINTER(search->found->len));
		return;
	}
	known = &g_array_index(
	    search->found, struct cc_found, GPOINTER_TO_UINT(place) - 1);
	if (fit < known->fit || (fit == known->fit && name->by < known->by))
		*known = found;
}

/* ---- words ---- */

static bool
begins_one(const char *word, char *const *of)
{
	for (; *of != NULL; of++)
		if (g_str_has_prefix(*of, word))
			return true;
	return false;
}

static bool
is_han(const char *text)
{
	return g_unichar_iswide(g_utf8_get_char(text));
}

/* Chinese has no spaces: there a part of a name is a word of it. */
static bool
words_fit(const struct search *search, const struct cc_naming *name)
{
	g_auto(GStrv) of = NULL;

	for (char **word = search->words; *word != NULL; word++)
		if (strstr(name->plain, *word) == NULL)
			return false;
	of = cc_plain_words(name->word);
	for (char **word = search->words; *word != NULL; word++)
		if (!is_han(*word) && !begins_one(*word, of))
			return false;
	return *search->words != NULL;
}

/* ---- slips of the pen ---- */

/* Names of drugs, tests and genes lie near each other: only of a long word is
 * one letter more or less or another a slip, and a digit never is. */
#define SLIP_LEAST 7 /* [letters] of a word with a slip */

static bool
differs_by_slip(const char *a, const char *b)
{
	size_t a_length = strlen(a), b_length = strlen(b);
	size_t head = 0, tail = 0, a_left, b_left;

	if (MIN(a_length, b_length) < SLIP_LEAST || a[0] != b[0])
		return false;
	while (a[head] != '\0' && a[head] == b[head])
		head++;
	while (tail < MIN(a_length, b_length) - head &&
	       a[a_length - 1 - tail] == b[b_length - 1 - tail])
		tail++;
	a_left = a_length - head - tail;
	b_left = b_length - head - tail;
	for (size_t i = 0; i < MAX(a_left, b_left); i++)
		if ((i < a_left && !g_ascii_isalpha(a[head + i])) ||
		    (i < b_left && !g_ascii_isalpha(b[head + i])))
			return false;
	if (a_left == 2 && b_left == 2)
		return a[head] == b[head + 1] && a[head + 1] == b[head];
	return MAX(a_left, b_left) == 1;
}

/* Word by word: all alike, but that slips are allowed. */
static bool
slips_fit(const struct search *search, const struct cc_naming *name)
{
	size_t length = strlen(search->plain), other = strlen(name->plain);
	g_auto(GStrv) of = NULL;

	if (length < SLIP_LEAST ||
	    MAX(length, other) - MIN(length, other) > 1 ||
	    search->plain[0] != name->plain[0])
		return false;
	of = cc_plain_words(name->word);
	if (g_strv_length(of) != g_strv_length(search->words))
		return differs_by_slip(search->plain, name->plain) &&
		       g_strv_length(of) == 1;
	for (size_t i = 0; of[i] != NULL; i++)
		if (strcmp(of[i], search->words[i]) != 0 &&
		    !differs_by_slip(of[i], search->words[i]))
			return false;
	return true;
}

/* ---- the search ---- */

static void
look_at(struct search *search, const struct cc_naming *name)
{
	if ((search->scopes & CC_FIND_IN(name->in)) == 0)
		return;
	if (strcmp(name->plain, search->plain) == 0)
		take(search, name, CC_FIT_WHOLE);
	else if (slips_fit(search, name))
		take(search, name, CC_FIT_SLIP);
	else if (g_str_has_prefix(name->plain, search->plain))
		take(search, name, CC_FIT_BEGINNING);
	else if (words_fit(search, name))
		take(search, name, CC_FIT_WORDS);
}

/* Better fits first, then shorter names, then the list's order, which is that
 * of the alphabet. */
static gint
found_compare(gconstpointer left, gconstpointer right)
{
	const struct cc_found *a = left, *b = right;
	size_t a_length = strlen(a->word), b_length = strlen(b->word);

	if (a->fit != b->fit)
		return (gint)a->fit - (gint)b->fit;
	if (a_length != b_length)
		return a_length < b_length ? -1 : 1;
	if (a->term->in != b->term->in)
		return a->term->in < b->term->in ? -1 : 1;
	return strcmp(a->term->code, b->term->code);
}

static const char *
longest_word(const struct search *search)
{
	const char *longest = NULL;

	for (char **word = search->words; *word != NULL; word++)
		if (longest == NULL || strlen(*word) > strlen(longest))
			longest = *word;
	return longest;
}

/* Packed names that can fit in none of the ways are not looked at: a slip has
 * the first letter of what was meant, words are held by the name. */
static uint8_t *
sieve(const struct search *search)
{
	const bool slips = strlen(search->plain) >= SLIP_LEAST;
	g_autofree char *letter = g_strndup(search->plain, 1);

	return cc_names_sieve(search->vocab, slips ? letter : search->plain,
	    longest_word(search));
}

static void
look_at_all(struct search *search)
{
	struct cc_names_walk walk = cc_names_from(search->vocab, NULL);
	g_autofree uint8_t *only = sieve(search);
	struct cc_naming name;

	walk.only = only;
	while (cc_names_next(&walk, &name))
		look_at(search, &name);
}

/* ---- words of several names ---- */

#define SPREAD_MOST 31 /* words that are kept track of */

/* Which of the words a name has, as bits. */
static unsigned
words_held(const struct search *search, const struct cc_naming *name)
{
	g_auto(GStrv) of = NULL;
	unsigned held = 0;

	for (size_t i = 0; search->words[i] != NULL; i++) {
		if (strstr(name->plain, search->words[i]) == NULL)
			continue;
		if (of == NULL)
			of = cc_plain_words(name->word);
		if (is_han(search->words[i]) ||
		    begins_one(search->words[i], of))
			held |= 1u << i;
	}
	return held;
}

/* Each word begins one of some name of an entry: none of them has all. */
static void
look_at_spread(struct search *search)
{
	struct cc_names_walk walk = cc_names_from(search->vocab, NULL);
	const guint count = g_strv_length(search->words);
	g_autoptr(GHashTable) held = g_hash_table_new(NULL, NULL);
	struct cc_naming name;

	if (count < 2 || count > SPREAD_MOST)
		return;
	while (cc_names_next(&walk, &name)) {
		/* Entries stay packed that are not what is sought. */
		const gpointer entry =
		    GSIZE_TO_POINTER((gsize)name.number << 32 | name.behind);
		unsigned words;

		if ((search->scopes & CC_FIND_IN(name.in)) == 0 ||
		    (words = words_held(search, &name)) == 0)
			continue;
		words |= GPOINTER_TO_UINT(g_hash_table_lookup(held, entry));
		g_hash_table_insert(held, entry, GUINT_TO_POINTER(words));
		if (words == (1u << count) - 1)
			take(search, &name, CC_FIT_SPREAD);
	}
}

GArray *
cc_vocab_search(const struct cc_vocab *vocab, unsigned scopes,
    const char *query, size_t most)
{
	struct search search = {
	    .vocab = vocab,
	    .scopes = scopes,
	    .plain = cc_plain(query),
	    .words = cc_plain_words(query),
	    .found = g_array_new(FALSE, FALSE, sizeof(struct cc_found)),
	    .best = g_hash_table_new(NULL, NULL),
	};

	if (*search.plain != '\0')
		look_at_all(&search);
	if (search.found->len == 0)
		look_at_spread(&search);
	g_array_sort(search.found, found_compare);
	if (search.found->len > most)
		g_array_set_size(search.found, (guint)most);
	g_hash_table_unref(search.best);
	g_strfreev(search.words);
	g_free(search.plain);
	return search.found;
}

/* ---- for messages ---- */

#define SAID_MAX 3

/* An abbreviation begins no word in small letters: ART is not articaine. */
static bool
is_meant(const struct cc_found *found, const char *word)
{
	for (const char *p = word; *p != '\0'; p++)
		if (!g_ascii_isupper(*p))
			return true;
	return found->fit != CC_FIT_BEGINNING ||
	       g_str_has_prefix(found->word, word);
}

char *
cc_search_text(const struct cc_vocab *vocab, enum cc_scope in, const char *word)
{
	g_autoptr(GArray) found =
	    cc_vocab_search(vocab, CC_FIND_IN(in), word, SAID_MAX);
	const struct cc_found *all = (const struct cc_found *)found->data;
	GString *to = g_string_new(NULL);
	guint said = 0;

	for (guint i = 0; i < found->len && all[i].fit == all[0].fit; i++)
		if (is_meant(&all[i], word))
			g_string_append_printf(to, "%s\"%s\"",
			    said++ > 0 ? ", " : "", all[i].term->code);
	if (said == 1) {
		g_string_prepend(to, "; did you mean ");
		g_string_append_c(to, '?');
	} else if (said > 1) {
		g_string_prepend(to, "; a search finds ");
	}
	return g_string_free(to, FALSE);
}
