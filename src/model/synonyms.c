/* What a case calls the things of the vocabulary. A code that is its own key is
 * drawn by the house's name; where the author wrote another of its names, a
 * brand, an abbreviation, the figure says that, and where he wrote it out, it
 * is not abbreviated. Who calls one thing by two words has no word for it: then
 * it is the house's again. */
#include "model/synonyms.h"

#include "base/plain.h"
#include "model/terms.h"

#include <string.h>

/* One thing that the case names. */
struct calling {
	const struct cc_term *term;
	const char *word; /* NULL: the house's name */
	bool full;        /* it is that, written out */
	bool mixed;
};

struct cc_callings {
	struct cc_arena *arena;
	GHashTable *of; /* struct cc_term -> struct calling */
	GPtrArray *list;
};

struct cc_callings *
cc_callings_create(struct cc_arena *arena)
{
	struct cc_callings *callings = g_new(struct cc_callings, 1);

	*callings = (struct cc_callings){
	    .arena = arena,
	    .of = g_hash_table_new(NULL, NULL),
	    .list = g_ptr_array_new(),
	};
	return callings;
}

void
cc_callings_destroy(struct cc_callings *callings)
{
	g_hash_table_unref(callings->of);
	g_ptr_array_unref(callings->list);
	g_free(callings);
}

static bool
is_spelling(const char *plain, const char *word)
{
	g_autofree char *other = cc_plain(word);

	return strcmp(plain, other) == 0;
}

/* What an entry is called in whatever language. */
static bool
is_full_name(const struct cc_term *term, const char *plain)
{
	for (size_t i = 0; i < term->labels.count; i++)
		if (is_spelling(plain, term->labels.item[i].text))
			return true;
	return false;
}

/* That, the key, or what it was called before it was mended. */
static bool
is_house_name(const struct cc_term *term, const char *plain)
{
	const size_t current = term->aliases.count - term->former;

	for (size_t i = current; i < term->aliases.count; i++)
		if (is_spelling(plain, term->aliases.word[i]))
			return true;
	return is_spelling(plain, term->code) || is_full_name(term, plain);
}

/* Of hyphens where people write blanks: renal-biopsy. */
static bool
is_key(const char *alias)
{
	return alias[strspn(alias, "abcdefghijklmnopqrstuvwxyz0123456789-")] ==
	       '\0';
}

/* As the entry spells the word, Velcade for velcade; but nobody writes in
 * words as keys are written. */
static const char *
spelling(const struct cc_term *term, const char *plain, const char *word)
{
	const bool words = strchr(word, ' ') != NULL;

	for (size_t i = 0; i < term->aliases.count; i++)
		if (strcmp(term->aliases.word[i], word) == 0)
			return word;
	for (size_t i = 0; i < term->abbreviations.count; i++)
		if (is_spelling(plain, term->abbreviations.item[i].text))
			return term->abbreviations.item[i].text;
	for (size_t i = 0; i < term->aliases.count; i++)
		if (is_spelling(plain, term->aliases.word[i]))
			return words && is_key(term->aliases.word[i])
			           ? word
			           : term->aliases.word[i];
	for (size_t i = 0; i < term->shared_count; i++)
		if (is_spelling(plain, term->shared[i].word))
			return term->shared[i].word;
	return word;
}

/* How the author calls the entry; the house has its own words for the rest. */
static struct calling
calling_of(const struct cc_callings *callings, const struct cc_term *term,
    const char *word)
{
	struct calling calling = {.term = term};
	g_autofree char *plain = NULL;

	if (strcmp(word, term->code) == 0)
		return calling;
	plain = cc_plain(word);
	calling.full =
	    term->abbreviations.count > 0 && is_full_name(term, plain);
	if (calling.full)
		calling.word = cc_arena_strdup(callings->arena, word);
	else if (!is_house_name(term, plain))
		calling.word = cc_arena_strdup(
		    callings->arena, spelling(term, plain, word));
	return calling;
}

const char *
cc_calling_add(struct cc_callings *callings, const struct cc_term *term,
    const char *written)
{
	struct calling *known = g_hash_table_lookup(callings->of, term);
	const struct calling calling = calling_of(callings, term, written);

	if (known != NULL) {
		known->mixed =
		    known->mixed || g_strcmp0(known->word, calling.word) != 0;
		return NULL;
	}
	known = cc_arena_memdup(callings->arena, &calling, sizeof calling);
	g_hash_table_insert(callings->of, (gpointer)term, known);
	g_ptr_array_add(callings->list, known);
	return calling.full ? NULL : calling.word;
}

void
cc_callings_settle(const struct cc_callings *callings, struct cc_case *course)
{
	course->synonyms = cc_arena_new_array(
	    callings->arena, struct cc_synonym, callings->list->len);
	for (guint i = 0; i < callings->list->len; i++) {
		const struct calling *calling = callings->list->pdata[i];

		if (calling->word == NULL || calling->mixed)
			continue;
		course->synonyms[course->synonym_count++] = (struct cc_synonym){
		    .in = calling->term->in,
		    .code = calling->term->code,
		    .word = calling->word,
		    .full = calling->full,
		};
	}
}

const char *
cc_case_word(const struct cc_case *course, enum cc_scope in, const char *code)
{
	for (size_t i = 0; i < course->synonym_count; i++) {
		const struct cc_synonym *synonym = &course->synonyms[i];

		if (synonym->in == in && strcmp(synonym->code, code) == 0)
			return synonym->word;
	}
	return code;
}
