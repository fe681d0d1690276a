/* Vocabulary documents: entries put together, and where they clash. */
#include "model/vocab-data.h"

#include "xml/template.h"

#include <math.h>
#include <string.h>

#define NAMESPACE "urn:clincourse:vocabulary:1"

static struct cc_term_key *
new_key(struct cc_vocab *vocab, const struct cc_term *term, const char *word)
{
	struct cc_term_key *key =
	    cc_arena_new(&vocab->arena, struct cc_term_key);

	*key = (struct cc_term_key){term->in, term->scheme, word};
	return key;
}

/* Whether an earlier entry has to give way; if not, that is an error. */
static bool
gives_way(const struct cc_vocab_reading *reading, const char *word,
    struct cc_pos pos, const struct cc_term *old)
{
	if (reading->override && old->pos.source != reading->source)
		return true;
	cc_diag(reading->diags, CC_E329, pos, word, old->pos.source->name,
	    cc_pos_place(old->pos).line);
	return false;
}

static void
warn_of(const struct cc_vocab_reading *reading, enum cc_code code,
    struct cc_pos pos, const char *word, const struct cc_term *old)
{
	cc_diag(reading->diags, code, pos, word, old->pos.source->name,
	    cc_pos_place(old->pos).line);
}

/* What checks hang on. An entry that is replaced by one without it takes the
 * check away, and nobody would see that. */
static void
warn_of_loss(const struct cc_vocab_reading *reading, const struct cc_term *term,
    const struct cc_term *old)
{
	const struct {
		const char *what;
		bool had, has;
	} rows[] = {
	    {"rank", !isnan(old->rank), !isnan(term->rank)},
	    {"slot", old->slot != NULL, term->slot != NULL},
	    {"criteria", old->criteria != NULL, term->criteria != NULL},
	    {"class", old->class != NULL, term->class != NULL},
	    {"parts", old->parts.count > 0, term->parts.count > 0},
	    {"grades", old->grades.count > 0, term->grades.count > 0},
	    {"reference range",
		!isnan(old->low[0]) || !isnan(old->high[0]) ||
		    !isnan(old->low[1]) || !isnan(old->high[1]) ||
		    old->band_count > 0,
		!isnan(term->low[0]) || !isnan(term->high[0]) ||
		    !isnan(term->low[1]) || !isnan(term->high[1]) ||
		    term->band_count > 0},
	    {"possible values", !isnan(old->least) || !isnan(old->most),
		!isnan(term->least) || !isnan(term->most)},
	    {"other units", old->units.count > 0, term->units.count > 0},
	    {"risk", old->risk != NULL, term->risk != NULL},
	    {"line", old->line != CC_LINE_UNSAID, term->line != CC_LINE_UNSAID},
	};
	g_autoptr(GString) lost = g_string_new(NULL);

	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
		if (rows[i].had && !rows[i].has)
			g_string_append_printf(lost, "%s%s",
			    lost->len > 0 ? ", " : "", rows[i].what);
	if (lost->len > 0)
		cc_diag(reading->diags, CC_W331, term->pos, term->code,
		    lost->str, old->pos.source->name,
		    cc_pos_place(old->pos).line);
}

static void
add_aliases(struct cc_vocab_reading *reading, struct cc_term *term)
{
	struct cc_vocab *vocab = reading->vocab;

	for (size_t i = 0; i < term->aliases.count; i++) {
		const char *word = term->aliases.word[i];
		struct cc_pos pos = term->aliases.pos[i];
		struct cc_term_key *key = new_key(vocab, term, word);
		const struct cc_term *other = cc_vocab_code(vocab, key);

		/* A code is stronger than an alias: this one is never found. */
		if (other != NULL && gives_way(reading, word, pos, other))
			warn_of(reading, CC_W332, pos, word, other);
		if (other != NULL)
			continue;
		other = cc_vocab_alias(vocab, key);
		if (other != NULL && !gives_way(reading, word, pos, other))
			continue;
		if (other != NULL)
			warn_of(reading, CC_W330, pos, word, other);
		g_hash_table_replace(vocab->aliases, key, term);
	}
}

/* Takes the place of an entry that an earlier file has; its aliases go. */
static void
replace_term(struct cc_vocab_reading *reading, struct cc_term *old,
    const struct cc_term *term, bool replaces)
{
	struct cc_vocab *vocab = reading->vocab;

	for (size_t i = 0; i < old->aliases.count; i++) {
		struct cc_term_key *key =
		    new_key(vocab, old, old->aliases.word[i]);

		if (cc_vocab_alias(vocab, key) == old)
			g_hash_table_replace(vocab->aliases, key, NULL);
	}
	if (!replaces)
		warn_of(reading, CC_W330, term->pos, term->code, old);
	warn_of_loss(reading, term, old);
	*old = *term;
	cc_vocab_changed(vocab, old);
	add_aliases(reading, old);
}

static void
add_term(
    struct cc_vocab_reading *reading, const struct cc_term *term, bool replaces)
{
	struct cc_vocab *vocab = reading->vocab;
	struct cc_term_key *key = new_key(vocab, term, term->code);
	struct cc_term *old = cc_vocab_code(vocab, key);
	const struct cc_term *alias = cc_vocab_alias(vocab, key);
	struct cc_term *added;

	if (old != NULL) {
		if (gives_way(reading, term->code, term->pos, old))
			replace_term(reading, old, term, replaces);
		return;
	}
	if (alias != NULL) {
		if (!gives_way(reading, term->code, term->pos, alias))
			return;
		if (!replaces)
			warn_of(reading, CC_W330, term->pos, term->code, alias);
		g_hash_table_replace(vocab->aliases, key, NULL);
	}
	added = cc_vocab_entry_create(vocab, term);
	g_hash_table_insert(vocab->codes, key, added);
	g_ptr_array_add(cc_vocab_terms(vocab, term->in), added);
	add_aliases(reading, added);
}

struct ranked {
	struct cc_term *term;
	guint scheme, index; /* first and own place in the list */
};

/* Schemes in the order of files, their responses best first, unranked last. */
static int
ranked_compare(const void *left, const void *right)
{
	const struct ranked *a = left, *b = right;
	double a_rank = isnan(a->term->rank) ? -INFINITY : a->term->rank;
	double b_rank = isnan(b->term->rank) ? -INFINITY : b->term->rank;

	if (a->scheme != b->scheme)
		return a->scheme < b->scheme ? -1 : 1;
	if (a_rank != b_rank)
		return a_rank > b_rank ? -1 : 1;
	return a->index < b->index ? -1 : 1;
}

static void
sort_responses(struct cc_vocab *vocab)
{
	GPtrArray *terms = cc_vocab_terms(vocab, CC_IN_RESPONSE);
	g_autofree struct ranked *ranked = g_new(struct ranked, terms->len + 1);
	g_autoptr(GHashTable) first = g_hash_table_new(g_str_hash, g_str_equal);

	for (guint i = 0; i < terms->len; i++) {
		struct cc_term *term = terms->pdata[i];
		const char *scheme = term->scheme != NULL ? term->scheme : "";

		if (!g_hash_table_contains(first, scheme))
			g_hash_table_insert(
			    first, (void *)scheme, GUINT_TO_POINTER(i));
		ranked[i] = (struct ranked){
		    .term = term,
		    .scheme =
			GPOINTER_TO_UINT(g_hash_table_lookup(first, scheme)),
		    .index = i,
		};
	}
	qsort(ranked, terms->len, sizeof(*ranked), ranked_compare);
	for (guint i = 0; i < terms->len; i++)
		terms->pdata[i] = ranked[i].term;
}

static void
add_define(struct cc_vocab_reading *reading, const struct cc_element *element)
{
	struct cc_term term = {0};
	bool replaces;

	if (strcmp(element->name, "define") != 0)
		cc_template_stray(element, reading->diags);
	else if (cc_term_read(reading, element, &term, &replaces))
		add_term(reading, &term, replaces);
}

bool
cc_vocab_add(struct cc_vocab *vocab, const struct cc_source *source,
    bool override, struct cc_diags *diags)
{
	guint before = diags->count[CC_ERROR];
	struct cc_vocab_reading reading = {
	    .vocab = vocab,
	    .source = source,
	    .diags = diags,
	    .override = override,
	};
	const struct cc_element *root;
	struct cc_arena tree;

	cc_arena_init(&tree);
	root = cc_xml_read(&tree, source, NAMESPACE, "vocabulary", diags);
	if (root != NULL) {
		const char *origin;

		cc_template_only(
		    root, diags, "name", "source", "reviewed", NULL);
		cc_template_bare(root, diags);
		cc_template_need(root, "name", diags);
		origin = cc_template_need(root, "source", diags);
		reading.origin = cc_arena_strdup(
		    &vocab->arena, origin != NULL ? origin : "");
		reading.reviewed =
		    cc_template_flag(root, "reviewed", false, diags);
		for (const struct cc_element *e = root->first; e; e = e->next)
			add_define(&reading, e);
		if (root->first == NULL)
			cc_diag(diags, CC_E303, root->pos, root->name,
			    "a <define>");
		if ((vocab->changed & 1u << CC_IN_RESPONSE) != 0)
			sort_responses(vocab);
	}
	cc_arena_finish(&tree);
	return root != NULL && diags->count[CC_ERROR] == before;
}
