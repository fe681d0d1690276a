/* Vocabulary documents; see clincourse-templates(5). */
#include "model/closed.h"
#include "model/vocab-data.h"

#include "base/number.h"
#include "xml/template.h"

#include <math.h>
#include <string.h>

#define NAMESPACE "urn:clincourse:vocabulary:1"

/* The language of names that do not say. */
#define LANGUAGE "en"

struct reading {
	struct cc_vocab *vocab;
	const struct cc_source *source;
	struct cc_diags *diags;
	const char *origin; /* the document's own source sentence */
	bool reviewed;
	bool override;
};

static const char *
keep(struct reading *reading, const char *text)
{
	if (text == NULL)
		return NULL;
	return cc_arena_strdup(&reading->vocab->arena, text);
}

static const char *
value(
    struct reading *reading, const struct cc_element *element, const char *name)
{
	return keep(reading, cc_element_value(element, name));
}

static size_t
count_children(const struct cc_element *element, const char *name)
{
	size_t count = 0;

	for (const struct cc_element *e = element->first; e; e = e->next)
		count += strcmp(e->name, name) == 0;
	return count;
}

static struct cc_texts
read_texts(
    struct reading *reading, const struct cc_element *element, const char *name)
{
	struct cc_arena *arena = &reading->vocab->arena;
	struct cc_texts texts = {0};

	texts.item = cc_arena_new_array(
	    arena, struct cc_text, count_children(element, name));
	for (const struct cc_element *e = element->first; e; e = e->next) {
		const char *lang = cc_element_value(e, "xml:lang");

		if (strcmp(e->name, name) != 0)
			continue;
		cc_template_only(e, reading->diags, "xml:lang", NULL);
		texts.item[texts.count++] = (struct cc_text){
		    .lang = keep(reading, lang != NULL ? lang : LANGUAGE),
		    .text = keep(reading, e->text),
		    .pos = e->pos,
		};
	}
	return texts;
}

static struct cc_words
read_aliases(struct reading *reading, const struct cc_element *element)
{
	struct cc_arena *arena = &reading->vocab->arena;
	size_t room = count_children(element, "alias");
	struct cc_words words = {
	    .word = cc_arena_new_array(arena, const char *, room),
	    .pos = cc_arena_new_array(arena, struct cc_pos, room),
	};

	for (const struct cc_element *e = element->first; e; e = e->next) {
		if (strcmp(e->name, "alias") != 0)
			continue;
		words.pos[words.count] = e->pos;
		words.word[words.count++] = keep(reading, e->text);
	}
	return words;
}

static struct cc_words
read_list(
    struct reading *reading, const struct cc_element *element, const char *name)
{
	const struct cc_attribute *from = cc_element_attribute(element, name);
	struct cc_arena *arena = &reading->vocab->arena;
	struct cc_words words = {0};
	g_auto(GStrv) parts = NULL;
	size_t room;

	if (from == NULL)
		return words;
	parts = g_strsplit(from->value, " ", -1);
	room = g_strv_length(parts);
	words.word = cc_arena_new_array(arena, const char *, room);
	words.pos = cc_arena_new_array(arena, struct cc_pos, room);
	for (size_t i = 0; i < room; i++) {
		if (parts[i][0] == '\0')
			continue;
		words.pos[words.count] = from->pos;
		words.word[words.count++] = keep(reading, parts[i]);
	}
	return words;
}

static void
read_numbers(struct reading *reading, const struct cc_element *element,
    struct cc_term *term)
{
	static const struct {
		const char *low, *high;
	} names[] = {
	    {"low", "high"},
	    {"low-female", "high-female"},
	    {"low-male", "high-male"},
	};

	cc_template_number(element, "rank", &term->rank, reading->diags);
	for (size_t sex = 0; sex < G_N_ELEMENTS(names); sex++) {
		cc_template_number(
		    element, names[sex].low, &term->low[sex], reading->diags);
		cc_template_number(
		    element, names[sex].high, &term->high[sex], reading->diags);
	}
}

static void
read_choices(struct reading *reading, const struct cc_element *element,
    struct cc_term *term)
{
	static const char *const shades[] = {"1", "2"};
	static const char *const slots[] = {
	    "deepest", "cr", "vgpr", "pr", "mr", "sd", "pd", "ne"};
	int choice;

	if (cc_element_value(element, "shade") != NULL) {
		choice = cc_template_choice(element, "shade", shades,
		    G_N_ELEMENTS(shades), reading->diags);
		term->shade = MAX(choice, 0) + 1;
	}
	if (cc_element_value(element, "slot") != NULL) {
		choice = cc_template_choice(element, "slot", slots,
		    G_N_ELEMENTS(slots), reading->diags);
		term->slot = choice >= 0 ? slots[choice] : NULL;
	}
	if (cc_element_value(element, "scale") != NULL) {
		const struct cc_closed *scales = &cc_closed_scale;

		choice = cc_template_choice(element, "scale", scales->words + 1,
		    scales->count - 1, reading->diags);
		term->scale = (enum cc_scale)(choice + 1);
	}
}

/* False where the entry cannot be used. */
static bool
read_term(struct reading *reading, const struct cc_element *element,
    struct cc_term *term)
{
	const char *code = cc_template_need(element, "code", reading->diags);
	int in = cc_template_choice(
	    element, "in", cc_scope_list(), CC_IN_COUNT, reading->diags);

	if (code == NULL || in < 0)
		return false;
	term->in = (enum cc_scope)in;
	cc_term_clear(term);
	term->code = keep(reading, code);
	term->pos = cc_element_attribute(element, "code")->pos;
	term->class = value(reading, element, "class");
	term->criteria = value(reading, element, "criteria");
	term->unit = value(reading, element, "unit");
	term->loinc = value(reading, element, "loinc");
	term->mark = value(reading, element, "mark");
	term->risk = value(reading, element, "risk");
	term->for_code = value(reading, element, "for");
	term->group = value(reading, element, "group");
	term->source = value(reading, element, "source");
	if (term->source == NULL)
		term->source = reading->origin;
	term->reviewed = cc_template_flag(
	    element, "reviewed", reading->reviewed, reading->diags);
	if (term->in == CC_IN_RESPONSE) {
		const char *scheme =
		    cc_template_need(element, "scheme", reading->diags);

		term->scheme = keep(reading, scheme);
	}
	read_numbers(reading, element, term);
	read_choices(reading, element, term);
	term->parts = read_list(reading, element, "parts");
	term->labels = read_texts(reading, element, "label");
	term->abbreviations = read_texts(reading, element, "abbr");
	term->part_names = read_texts(reading, element, "part");
	term->aliases = read_aliases(reading, element);
	return true;
}

static void
check_children(struct reading *reading, const struct cc_element *element)
{
	static const char *const names[] = {"label", "abbr", "part", "alias"};

	for (const struct cc_element *e = element->first; e; e = e->next) {
		bool known = false;

		for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
			known = known || strcmp(e->name, names[i]) == 0;
		if (!known)
			cc_template_stray(e, reading->diags);
	}
}

static void
refuse_twice(struct reading *reading, const char *word, struct cc_pos pos,
    const struct cc_term *first)
{
	cc_diag(reading->diags, CC_E329, pos, word, first->pos.source->name,
	    cc_pos_place(first->pos).line);
}

static struct cc_term_key *
new_key(struct reading *reading, const struct cc_term *term, const char *word)
{
	struct cc_term_key *key =
	    cc_arena_new(&reading->vocab->arena, struct cc_term_key);

	*key = (struct cc_term_key){term->in, term->scheme, word};
	return key;
}

static void
add_aliases(struct reading *reading, struct cc_term *term)
{
	struct cc_vocab *vocab = reading->vocab;

	for (size_t i = 0; i < term->aliases.count; i++) {
		const char *word = term->aliases.word[i];
		struct cc_term_key *key = new_key(reading, term, word);
		const struct cc_term *other =
		    g_hash_table_lookup(vocab->codes, key);

		if (other == NULL)
			other = g_hash_table_lookup(vocab->aliases, key);
		if (other != NULL && !reading->override)
			refuse_twice(
			    reading, word, term->aliases.pos[i], other);
		else
			g_hash_table_insert(vocab->aliases, key, term);
	}
}

/* Takes the place of an entry that an earlier file has; its aliases go. */
static void
replace_term(
    struct reading *reading, struct cc_term *old, const struct cc_term *term)
{
	for (size_t i = 0; i < old->aliases.count; i++) {
		struct cc_term_key key = {
		    old->in, old->scheme, old->aliases.word[i]};

		if (g_hash_table_lookup(reading->vocab->aliases, &key) == old)
			g_hash_table_remove(reading->vocab->aliases, &key);
	}
	*old = *term;
	add_aliases(reading, old);
}

static void
add_term(struct reading *reading, const struct cc_term *term)
{
	struct cc_vocab *vocab = reading->vocab;
	struct cc_term_key *key = new_key(reading, term, term->code);
	struct cc_term *old = g_hash_table_lookup(vocab->codes, key);
	struct cc_term *added;

	if (old != NULL &&
	    (!reading->override || old->pos.source == reading->source)) {
		refuse_twice(reading, term->code, term->pos, old);
		return;
	}
	if (old != NULL) {
		replace_term(reading, old, term);
		return;
	}
	added = cc_arena_memdup(&vocab->arena, term, sizeof(*term));
	g_hash_table_insert(vocab->codes, key, added);
	g_ptr_array_add(vocab->terms[term->in], added);
	add_aliases(reading, added);
}

static void
add_define(struct reading *reading, const struct cc_element *element)
{
	struct cc_term term = {0};

	if (strcmp(element->name, "define") != 0) {
		cc_template_stray(element, reading->diags);
		return;
	}
	cc_template_only(element, reading->diags, "in", "code", "class",
	    "parts", "shade", "scheme", "rank", "slot", "criteria", "unit",
	    "low", "high", "low-male", "high-male", "low-female", "high-female",
	    "scale", "group", "mark", "loinc", "risk", "for", "source",
	    "reviewed", NULL);
	check_children(reading, element);
	if (read_term(reading, element, &term))
		add_term(reading, &term);
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
	GPtrArray *terms = vocab->terms[CC_IN_RESPONSE];
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

bool
cc_vocab_add(struct cc_vocab *vocab, const struct cc_source *source,
    bool override, struct cc_diags *diags)
{
	guint before = diags->count[CC_ERROR];
	struct reading reading = {
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
		cc_template_only(
		    root, diags, "name", "source", "reviewed", NULL);
		reading.origin = value(&reading, root, "source");
		reading.reviewed =
		    cc_template_flag(root, "reviewed", false, diags);
		for (const struct cc_element *e = root->first; e; e = e->next)
			add_define(&reading, e);
		sort_responses(vocab);
	}
	cc_arena_finish(&tree);
	return root != NULL && diags->count[CC_ERROR] == before;
}
