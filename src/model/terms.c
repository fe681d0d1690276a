#include "model/terms.h"

#include "base/plain.h"
#include "model/compound.h"
#include "model/find.h"
#include "model/hint.h"
#include "model/model.h"

#include <math.h>
#include <string.h>

/* By scope and code, to be searched by halves: a case may define many. */
static int
term_compare(const void *left, const void *right)
{
	const struct cc_term *a = left, *b = right;

	if (a->in != b->in)
		return a->in < b->in ? -1 : 1;
	return strcmp(a->code, b->code);
}

/* A word of the case's own that the vocabulary has: what the case does not
 * say stays, since checks hang on it. */
static void
inherit(struct cc_term *term, const struct cc_term *known)
{
	const struct cc_term own = *term;

	if (known == NULL)
		return;
	*term = *known;
	term->code = own.code;
	term->pos = own.pos;
	term->defined = own.defined;
	if (own.class != NULL)
		term->class = own.class;
	if (own.labels.count == 0)
		return;
	term->labels = own.labels;
	term->abbreviations = (struct cc_texts){0};
}

/* Of the case's own; may be NULL. A response of these belongs to whatever
 * scheme is in force. */
static const struct cc_term *
own_find(const struct cc_terms *terms, enum cc_scope in, const char *code)
{
	if (terms->own_count == 0)
		return NULL;
	/* In brackets: some C libraries have it as a macro, for which the
	 * commas of the key would part its arguments. */
	return (bsearch)(&(struct cc_term){.in = in, .code = code}, terms->own,
	    terms->own_count, sizeof(struct cc_term), term_compare);
}

/* The texts with that one for its language. */
static struct cc_texts
texts_with(struct cc_arena *arena, const struct cc_texts *texts,
    const struct cc_text *text)
{
	struct cc_texts all = {.item = cc_arena_new_array(
				   arena, struct cc_text, texts->count + 1)};

	all.item[all.count++] = *text;
	for (size_t i = 0; i < texts->count; i++)
		if (strcmp(texts->item[i].lang, text->lang) != 0)
			all.item[all.count++] = texts->item[i];
	return all;
}

/* What the author calls by another name is drawn by that, in the case's own
 * language, and what he writes out in full by its full name in any; words of
 * its own stay before that. */
static void
add_synonym(struct cc_terms *terms, struct cc_arena *arena,
    const struct cc_case *course, const struct cc_synonym *synonym)
{
	const enum cc_scope in = (enum cc_scope)synonym->in;
	const struct cc_term *known =
	    cc_vocab_find(terms->vocab, in, NULL, synonym->code);
	const struct cc_text text = {
	    .lang = course->lang, .text = synonym->word};
	struct cc_term *term = &terms->own[terms->own_count];

	if (known == NULL)
		return;
	*term = *known;
	terms->own_count++;
	if (synonym->full) {
		term->abbreviations = (struct cc_texts){0};
		return;
	}
	term->renamed = true;
	term->meant = known->labels;
	term->labels = texts_with(arena, &known->labels, &text);
	term->abbreviations = texts_with(arena, &known->abbreviations, &text);
}

static bool
is_compound(const struct cc_terms *terms, const struct cc_fact *fact)
{
	return fact->kind == CC_KIND_TREATMENT && fact->code != NULL &&
	       cc_is_compound(fact->code) &&
	       cc_terms_find(terms, CC_IN_TREATMENT, NULL, fact->code) == NULL;
}

/* Drugs that are given together and that no regimen names. */
static void
add_compounds(struct cc_terms *terms, struct cc_arena *arena,
    const struct cc_case *course)
{
	g_autoptr(GHashTable) added = g_hash_table_new(g_str_hash, g_str_equal);
	g_autoptr(GPtrArray) codes = g_ptr_array_new();
	struct cc_term *own;

	for (size_t i = 0; i < course->fact_count; i++)
		if (is_compound(terms, &course->facts[i]) &&
		    g_hash_table_add(added, (char *)course->facts[i].code))
			g_ptr_array_add(
			    codes, (char *)course->facts[i].code);
	if (codes->len == 0)
		return;
	own = cc_arena_new_array(
	    arena, struct cc_term, terms->own_count + codes->len);
	for (guint i = 0; i < codes->len; i++)
		cc_compound_term(&own[terms->own_count + i], arena, terms,
		    codes->pdata[i]);
	memcpy(own, terms->own, terms->own_count * sizeof(*own));
	terms->own = own;
	terms->own_count += codes->len;
	qsort(own, terms->own_count, sizeof(*own), term_compare);
}

/* A response is known by the scheme that is in force. */
static void
inherit_responses(struct cc_terms *terms, const struct cc_case *course)
{
	const char *scheme = cc_case_criteria(course, terms, NULL);

	for (size_t i = 0; i < terms->own_count; i++) {
		struct cc_term *term = &terms->own[i];

		if (term->in == CC_IN_RESPONSE)
			inherit(term, cc_vocab_find(terms->vocab, term->in,
					  scheme, term->code));
	}
}

void
cc_terms_init(struct cc_terms *terms, struct cc_arena *arena,
    const struct cc_vocab *vocab, const struct cc_case *course)
{
	struct cc_terms defined;

	*terms = (struct cc_terms){.vocab = vocab};
	terms->own = cc_arena_new_array(arena, struct cc_term,
	    course->define_count + course->synonym_count);
	for (size_t i = 0; i < course->define_count; i++) {
		const struct cc_define *define = &course->defines[i];
		struct cc_term *term = &terms->own[terms->own_count];

		if (define->in == NULL || define->code == NULL ||
		    !cc_scope_find(define->in, &term->in))
			continue;
		cc_term_clear(term);
		term->defined = true;
		term->code = define->code;
		term->class = define->class;
		term->labels = define->labels;
		term->pos = define->pos;
		if (vocab != NULL && term->in != CC_IN_RESPONSE)
			inherit(term,
			    cc_vocab_find(vocab, term->in, NULL, term->code));
		terms->own_count++;
	}
	qsort(
	    terms->own, terms->own_count, sizeof(struct cc_term), term_compare);
	if (vocab == NULL)
		return;
	if (terms->own_count > 0)
		inherit_responses(terms, course);
	defined = *terms;
	for (size_t i = 0; i < course->synonym_count; i++)
		if (own_find(&defined, (enum cc_scope)course->synonyms[i].in,
			course->synonyms[i].code) == NULL)
			add_synonym(terms, arena, course, &course->synonyms[i]);
	qsort(
	    terms->own, terms->own_count, sizeof(struct cc_term), term_compare);
	if (course->coded)
		add_compounds(terms, arena, course);
}

const struct cc_term *
cc_terms_find(const struct cc_terms *terms, enum cc_scope in,
    const char *scheme, const char *code)
{
	const struct cc_term *own = own_find(terms, in, code);

	if (own != NULL || terms->vocab == NULL)
		return own;
	return cc_vocab_find(terms->vocab, in, scheme, code);
}

char *
cc_terms_hint(
    const struct cc_terms *terms, enum cc_scope in, const char *code)
{
	g_autofree char *plain = cc_plain(code);

	for (size_t i = 0; i < terms->own_count; i++) {
		g_autofree char *other = cc_plain(terms->own[i].code);

		if (terms->own[i].in == in && strcmp(plain, other) == 0)
			return cc_hint_text(terms->own[i].code);
	}
	if (terms->vocab == NULL)
		return g_strdup("");
	return cc_search_text(terms->vocab, in, code);
}

/* Tags are of letters, digits and hyphens, whatever the case, which is a bit of
 * a letter and none that parts the others. */
static bool
is_lang(const char *tag, const char *lang, size_t length)
{
	size_t i = 0;

	while (i < length && ((tag[i] ^ lang[i]) & ~0x20) == 0)
		i++;
	return i == length && tag[i] == '\0';
}

static const char *
find_text(const struct cc_texts *texts, const char *lang, size_t length)
{
	for (size_t i = 0; i < texts->count; i++)
		if (is_lang(texts->item[i].lang, lang, length))
			return texts->item[i].text;
	return NULL;
}

const char *
cc_texts_find(const struct cc_texts *texts, const char *lang)
{
	const char *text = find_text(texts, lang, strlen(lang));

	if (text == NULL)
		text = find_text(texts, lang, strcspn(lang, "-"));
	return text;
}

bool
cc_lang_valid(const char *tag)
{
	size_t letters = 0;
	bool first = true;

	for (const char *p = tag; *p != '\0'; p++) {
		if (*p == '-') {
			if (letters == 0)
				return false;
			letters = 0;
			first = false;
			continue;
		}
		if (!g_ascii_isalpha(*p) && (first || !g_ascii_isdigit(*p)))
			return false;
		if (++letters > 8)
			return false;
	}
	return letters > 0;
}
