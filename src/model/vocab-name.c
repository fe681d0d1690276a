/* Names of entries: those that a language file adds, and entries found by
 * them. */
#include "model/hint.h"
#include "model/vocab-data.h"

#include "xml/template.h"

#include <string.h>

/* Stands in the table for a name that several entries have. */
static const struct cc_term shared;

/* Adds an entry to those that a word may mean; closed by a NULL. */
static void
add_meaning(
    struct cc_vocab *vocab, const struct cc_term *term, const char *word)
{
	struct cc_term_key *key = g_new(struct cc_term_key, 1);
	GPtrArray *all;

	*key = (struct cc_term_key){term->in, NULL, word};
	all = g_hash_table_lookup(vocab->meanings, key);
	if (all == NULL)
		all = g_ptr_array_new();
	else
		g_ptr_array_ref(all);
	if (all->len > 0)
		g_ptr_array_set_size(all, (gint)all->len - 1);
	if (!g_ptr_array_find(all, term, NULL))
		g_ptr_array_add(all, (void *)term);
	g_ptr_array_add(all, NULL);
	g_hash_table_replace(vocab->meanings, key, all);
}

/* Two languages may give two entries one name: then it is both, as a shared
 * abbreviation is. Responses have their scheme to tell them apart. */
static void
add_name(struct cc_vocab *vocab, const struct cc_term *term, const char *name)
{
	struct cc_term_key *key = g_new(struct cc_term_key, 1);
	const struct cc_term *other;

	*key = (struct cc_term_key){term->in, term->scheme, name};
	other = g_hash_table_lookup(vocab->names, key);
	if (other != NULL && other != term && term->scheme == NULL) {
		if (other != &shared)
			add_meaning(vocab, other, name);
		add_meaning(vocab, term, name);
	}
	g_hash_table_replace(vocab->names, key,
	    (void *)(other == NULL || other == term ? term : &shared));
}

/* A word that is shared is no name, though an entry is drawn by it. */
static void
add_shared(struct cc_vocab *vocab, const struct cc_term *term)
{
	for (size_t i = 0; i < term->shared_count; i++) {
		struct cc_term_key *key = g_new(struct cc_term_key, 1);

		*key =
		    (struct cc_term_key){term->in, NULL, term->shared[i].word};
		g_hash_table_replace(vocab->names, key, (void *)&shared);
		add_meaning(vocab, term, term->shared[i].word);
	}
}

static void
array_free(gpointer array)
{
	g_ptr_array_unref(array);
}

void
cc_vocab_forget_names(struct cc_vocab *vocab)
{
	g_clear_pointer(&vocab->names, g_hash_table_unref);
	g_clear_pointer(&vocab->meanings, g_hash_table_unref);
	g_clear_pointer(&vocab->folded, g_hash_table_unref);
}

static void
list_names(struct cc_vocab *vocab)
{
	vocab->names = g_hash_table_new_full(
	    cc_term_key_hash, cc_term_key_equal, g_free, NULL);
	vocab->meanings = g_hash_table_new_full(
	    cc_term_key_hash, cc_term_key_equal, g_free, array_free);
	for (int in = 0; in < CC_IN_COUNT; in++)
		for (guint i = 0; i < vocab->terms[in]->len; i++) {
			const struct cc_term *term = vocab->terms[in]->pdata[i];
			const struct cc_texts *texts[] = {
			    &term->labels, &term->abbreviations};

			for (size_t t = 0; t < G_N_ELEMENTS(texts); t++)
				for (size_t k = 0; k < texts[t]->count; k++)
					add_name(vocab, term,
					    texts[t]->item[k].text);
		}
	for (int in = 0; in < CC_IN_COUNT; in++)
		for (guint i = 0; i < vocab->terms[in]->len; i++)
			add_shared(vocab, vocab->terms[in]->pdata[i]);
}

const struct cc_term *const *
cc_vocab_meanings(
    const struct cc_vocab *vocab, enum cc_scope in, const char *word)
{
	struct cc_term_key key = {in, NULL, word};
	const GPtrArray *all;

	if (vocab->meanings == NULL)
		list_names((struct cc_vocab *)vocab);
	all = g_hash_table_lookup(vocab->meanings, &key);
	return all != NULL ? (const struct cc_term *const *)all->pdata : NULL;
}

const struct cc_term *
cc_vocab_named(const struct cc_vocab *vocab, enum cc_scope in,
    const char *scheme, const char *name)
{
	struct cc_term_key key = {in, scheme, name};
	const struct cc_term *term;

	/* Most courses are written in codes: made when first needed. */
	if (vocab->names == NULL)
		list_names((struct cc_vocab *)vocab);
	term = g_hash_table_lookup(vocab->names, &key);
	return term != &shared ? term : NULL;
}

/* ---- capitals ---- */

/* Short codes of regimens differ by their capitals alone: Pd is pomalidomide,
 * and whoever writes PD may mean bortezomib. */
#define FOLDED_LEAST 4 /* [characters] of a treatment */

static bool
can_fold(enum cc_scope in, const char *word)
{
	switch (in) {
	case CC_IN_RESPONSE: /* CR is not Cr: closed sets stay strict */
	case CC_IN_SCHEME:
	case CC_IN_CLASS:
	case CC_IN_INTERVAL:
	case CC_IN_OUTCOME:
	case CC_IN_COUNT:
		return false;
	case CC_IN_TREATMENT:
		return g_utf8_strlen(word, -1) >= FOLDED_LEAST;
	case CC_IN_DISEASE:
	case CC_IN_PROCEDURE:
	case CC_IN_EVENT:
	case CC_IN_TEST:
	case CC_IN_SITE:
	case CC_IN_INTENT:
	case CC_IN_FINDING:
	case CC_IN_CAUSE:
		return true;
	}
	return false;
}

static void
key_free(gpointer data)
{
	struct cc_term_key *key = data;

	g_free((char *)key->word);
	g_free(key);
}

/* Of several entries: of none. */
static void
fold(struct cc_vocab *vocab, const struct cc_term *term, const char *word,
    bool taken)
{
	struct cc_term_key *key;
	const struct cc_term *other;

	if (!can_fold(term->in, word))
		return;
	key = g_new(struct cc_term_key, 1);
	*key = (struct cc_term_key){term->in, NULL, g_utf8_casefold(word, -1)};
	other = g_hash_table_lookup(vocab->folded, key);
	if (taken || (other != NULL && other != term))
		term = &shared;
	g_hash_table_replace(vocab->folded, key, (void *)term);
}

static void
fold_term(struct cc_vocab *vocab, const struct cc_term *term)
{
	const struct cc_texts *texts[] = {&term->labels, &term->abbreviations};

	fold(vocab, term, term->code, false);
	for (size_t i = 0; i < term->aliases.count; i++)
		fold(vocab, term, term->aliases.word[i], false);
	for (size_t t = 0; t < G_N_ELEMENTS(texts); t++)
		for (size_t i = 0; i < texts[t]->count; i++)
			fold(vocab, term, texts[t]->item[i].text, false);
	for (size_t i = 0; i < term->shared_count; i++)
		fold(vocab, term, term->shared[i].word, true);
}

static void
list_folded(struct cc_vocab *vocab)
{
	vocab->folded = g_hash_table_new_full(
	    cc_term_key_hash, cc_term_key_equal, key_free, NULL);
	for (int in = 0; in < CC_IN_COUNT; in++)
		for (guint i = 0; i < vocab->terms[in]->len; i++)
			fold_term(vocab, vocab->terms[in]->pdata[i]);
}

const struct cc_term *
cc_vocab_folded(
    const struct cc_vocab *vocab, enum cc_scope in, const char *word)
{
	g_autofree char *plain = NULL;
	const struct cc_term *term;
	struct cc_term_key key = {in, NULL, NULL};

	if (!can_fold(in, word))
		return NULL;
	if (vocab->folded == NULL)
		list_folded((struct cc_vocab *)vocab);
	key.word = plain = g_utf8_casefold(word, -1);
	term = g_hash_table_lookup(vocab->folded, &key);
	return term != &shared ? term : NULL;
}

/* ---- languages ---- */

/* The later text of a language takes the place of the earlier. */
static void
merge(struct cc_vocab *vocab, struct cc_texts *to, const struct cc_texts *from)
{
	struct cc_texts all = {.item = cc_arena_new_array(&vocab->arena,
				   struct cc_text, to->count + from->count)};

	for (size_t i = 0; i < to->count; i++) {
		bool replaced = false;

		for (size_t k = 0; k < from->count; k++)
			replaced = replaced || strcmp(from->item[k].lang,
						   to->item[i].lang) == 0;
		if (!replaced)
			all.item[all.count++] = to->item[i];
	}
	for (size_t k = 0; k < from->count; k++)
		all.item[all.count++] = from->item[k];
	*to = all;
}

struct naming {
	struct cc_texts labels, abbreviations, parts;
};

static void
name_term(
    struct cc_vocab *vocab, struct cc_term *term, const struct naming *naming)
{
	if (naming->labels.count > 0)
		merge(vocab, &term->labels, &naming->labels);
	if (naming->abbreviations.count > 0)
		merge(vocab, &term->abbreviations, &naming->abbreviations);
	if (naming->parts.count > 0)
		merge(vocab, &term->part_names, &naming->parts);
}

/* All entries of the scope and code: a response may be in many schemes. */
static bool
name_terms(struct cc_vocab *vocab, enum cc_scope in, const char *scheme,
    const char *code, const struct naming *naming)
{
	const GPtrArray *terms = vocab->terms[in];
	struct cc_term *term;
	bool found = false;

	if (in != CC_IN_RESPONSE || scheme != NULL) {
		struct cc_term_key key = {in, scheme, code};

		term = g_hash_table_lookup(vocab->codes, &key);
		if (term != NULL)
			name_term(vocab, term, naming);
		return term != NULL;
	}
	for (guint i = 0; i < terms->len; i++) {
		term = terms->pdata[i];
		if (strcmp(term->code, code) != 0)
			continue;
		name_term(vocab, term, naming);
		found = true;
	}
	return found;
}

static void
check_children(const struct cc_element *element, struct cc_diags *diags)
{
	if (element->first == NULL)
		cc_diag(
		    diags, CC_E303, element->pos, element->name, "a <label>");
	for (const struct cc_element *e = element->first; e; e = e->next)
		if (strcmp(e->name, "label") != 0 &&
		    strcmp(e->name, "abbr") != 0 &&
		    strcmp(e->name, "part") != 0)
			cc_template_stray(e, diags);
}

static void
read_name(struct cc_vocab *vocab, const struct cc_element *element,
    const char *lang, struct cc_diags *diags)
{
	const char *code = cc_template_need(element, "code", diags);
	const char *scheme = cc_element_value(element, "scheme");
	int in = cc_template_choice(
	    element, "in", cc_scope_list(), CC_IN_COUNT, diags);
	struct naming naming;
	g_autofree char *hint = NULL;

	cc_template_only(element, diags, "in", "code", "scheme", NULL);
	cc_template_bare(element, diags);
	check_children(element, diags);
	naming.labels = cc_term_texts(vocab, element, "label", lang, diags);
	naming.abbreviations =
	    cc_term_texts(vocab, element, "abbr", lang, diags);
	naming.parts = cc_term_texts(vocab, element, "part", lang, diags);
	if (code == NULL || in < 0 ||
	    name_terms(vocab, (enum cc_scope)in, scheme, code, &naming))
		return;
	hint = cc_hint_text(
	    cc_vocab_nearest(vocab, (enum cc_scope)in, scheme, code));
	cc_diag(diags, CC_E339, cc_element_attribute(element, "code")->pos,
	    code, cc_scope_word((enum cc_scope)in), hint);
}

bool
cc_vocab_name(struct cc_vocab *vocab, const struct cc_element *root,
    struct cc_diags *diags)
{
	guint before = diags->count[CC_ERROR];
	const char *lang = cc_element_value(root, "xml:lang");

	cc_vocab_forget_names(vocab);
	for (const struct cc_element *e = root->first; e; e = e->next)
		if (strcmp(e->name, "name") == 0)
			read_name(vocab, e, lang, diags);
	return diags->count[CC_ERROR] == before;
}
