/* One entry of a vocabulary document; see clincourse-templates(5). */
#include "model/interval.h"
#include "model/vocab-data.h"

#include "base/number.h"
#include "xml/template.h"

#include <math.h>
#include <string.h>

#define TEXT_MAX 500 /* [characters] of a name */

#define OF(scope) (1u << CC_IN_##scope)
#define OF_ALL (~0u)

/* Which entries have which attribute. */
static const struct {
	const char *name;
	unsigned scopes;
} attributes[] = {
    {"in", OF_ALL},
    {"code", OF_ALL},
    {"source", OF_ALL},
    {"reviewed", OF_ALL},
    {"replaces", OF_ALL},
    {"class", OF(DISEASE) | OF(TREATMENT) | OF(PROCEDURE) | OF(EVENT)},
    {"criteria", OF(DISEASE)},
    {"parts", OF(TREATMENT)},
    {"shade", OF(TREATMENT)},
    {"mark", OF(PROCEDURE)},
    {"grades", OF(EVENT)},
    {"unit", OF(TEST)},
    {"low", OF(TEST)},
    {"high", OF(TEST)},
    {"low-female", OF(TEST)},
    {"high-female", OF(TEST)},
    {"low-male", OF(TEST)},
    {"high-male", OF(TEST)},
    {"least", OF(TEST)},
    {"most", OF(TEST)},
    {"scale", OF(TEST)},
    {"pair", OF(TEST)},
    {"group", OF(TEST)},
    {"loinc", OF(TEST)},
    {"intervals", OF(SCHEME)},
    {"response", OF(SCHEME)},
    {"scheme", OF(RESPONSE)},
    {"rank", OF(RESPONSE)},
    {"slot", OF(RESPONSE)},
    {"endpoint", OF(RESPONSE)},
    {"progression", OF(RESPONSE) | OF(EVENT) | OF(CAUSE)},
    {"transformation", OF(SCHEME)},
    {"deaths", OF(SCHEME)},
    {"markers", OF(SCHEME)},
    {"open", OF(SCHEME)},
    {"assesses", OF(PROCEDURE)},
    {"serves", OF(TREATMENT) | OF(PROCEDURE)},
    {"lesions", OF(DISEASE)},
    {"from", OF(DISEASE)},
    {"own-cells", OF(PROCEDURE)},
    {"pregnancy", OF(DISEASE) | OF(EVENT) | OF(PROCEDURE)},
    {"line", OF(CLASS) | OF(INTENT) | OF(TREATMENT) | OF(PROCEDURE)},
    {"line-in", OF(CLASS) | OF(TREATMENT) | OF(PROCEDURE)},
    {"risk", OF(FINDING)},
    {"for", OF(FINDING)},
    {"constant", OF(FINDING)},
};

/* The same of its children. */
static const struct {
	const char *name;
	unsigned scopes;
} children[] = {
    {"label", OF_ALL},
    {"abbr", OF_ALL},
    {"alias", OF_ALL},
    {"part", OF(TEST)},
    {"unit", OF(TEST)},
    {"range", OF(TEST)},
};

static void
check_attributes(
    const struct cc_element *element, enum cc_scope in, struct cc_diags *diags)
{
	for (size_t i = 0; i < element->attribute_count; i++) {
		const struct cc_attribute *found = &element->attributes[i];
		g_autofree char *where = NULL;
		bool known = g_str_has_prefix(found->name, "xmlns");

		for (size_t k = 0; k < G_N_ELEMENTS(attributes); k++)
			known =
			    known ||
			    ((attributes[k].scopes & 1u << in) != 0 &&
				strcmp(attributes[k].name, found->name) == 0);
		if (known)
			continue;
		where = g_strdup_printf(
		    "%s in=\"%s\"", element->name, cc_scope_word(in));
		cc_diag(diags, CC_E182, found->name_pos, found->name, where);
	}
}

static void
check_children(
    const struct cc_element *element, enum cc_scope in, struct cc_diags *diags)
{
	for (const struct cc_element *e = element->first; e; e = e->next) {
		bool known = false;

		for (size_t k = 0; k < G_N_ELEMENTS(children); k++)
			known = known ||
			        ((children[k].scopes & 1u << in) != 0 &&
				    strcmp(children[k].name, e->name) == 0);
		if (!known)
			cc_template_stray(e, diags);
	}
}

static const char *
keep(struct cc_vocab *vocab, const char *text)
{
	return text == NULL ? NULL : cc_arena_strdup(&vocab->arena, text);
}

size_t
cc_term_count(const struct cc_element *element, const char *name)
{
	size_t count = 0;

	for (const struct cc_element *e = element->first; e; e = e->next)
		count += strcmp(e->name, name) == 0;
	return count;
}

const char *
cc_term_text(const struct cc_element *child, glong most, struct cc_diags *diags)
{
	glong length = g_utf8_strlen(child->text, -1);

	if (length == 0)
		cc_diag(diags, CC_E313, child->pos);
	else if (length > most)
		cc_diag(diags, CC_E119, child->pos, child->name, (guint)length,
		    (guint)most);
	return length > 0 && length <= most ? child->text : NULL;
}

static const char *
child_language(
    const struct cc_element *child, const char *lang, struct cc_diags *diags)
{
	const struct cc_attribute *from =
	    cc_element_attribute(child, "xml:lang");

	if (from == NULL)
		return lang;
	if (cc_lang_valid(from->value))
		return from->value;
	cc_diag(diags, CC_E335, from->pos, from->value);
	return NULL;
}

static bool
has_language(const struct cc_texts *texts, const char *lang)
{
	for (size_t i = 0; i < texts->count; i++)
		if (strcmp(texts->item[i].lang, lang) == 0)
			return true;
	return false;
}

struct cc_texts
cc_term_texts(struct cc_vocab *vocab, const struct cc_element *element,
    const char *name, const char *lang, struct cc_diags *diags)
{
	struct cc_texts texts = {0};

	texts.item = cc_arena_new_array(
	    &vocab->arena, struct cc_text, cc_term_count(element, name));
	for (const struct cc_element *e = element->first; e; e = e->next) {
		const char *text, *of;

		if (strcmp(e->name, name) != 0)
			continue;
		cc_template_only(e, diags, "xml:lang", NULL);
		of = child_language(e, lang, diags);
		text = cc_term_text(e, TEXT_MAX, diags);
		if (of == NULL || text == NULL)
			continue;
		if (has_language(&texts, of)) {
			cc_diag(diags, CC_W301, e->pos, of);
			continue;
		}
		texts.item[texts.count++] = (struct cc_text){
		    .lang = keep(vocab, of),
		    .text = keep(vocab, text),
		    .pos = e->pos,
		};
	}
	return texts;
}

static bool
is_shared(const struct cc_element *alias)
{
	return cc_element_attribute(alias, "for") != NULL ||
	       cc_element_attribute(alias, "shared") != NULL;
}

static bool
is_former(const struct cc_element *alias)
{
	return cc_element_attribute(alias, "former") != NULL;
}

/* Of the former ones, or of the others. */
static void
add_aliases_of(struct cc_vocab_reading *reading,
    const struct cc_element *element, struct cc_term *term, bool former)
{
	struct cc_words *words = &term->aliases;

	for (const struct cc_element *e = element->first; e; e = e->next) {
		const char *text;

		if (strcmp(e->name, "alias") != 0 || is_former(e) != former)
			continue;
		cc_template_only(
		    e, reading->diags, "for", "shared", "former", NULL);
		cc_template_flag(e, "shared", true, reading->diags);
		cc_template_flag(e, "former", true, reading->diags);
		text = keep(reading->vocab,
		    cc_term_text(e, CC_TERM_CODE_MAX, reading->diags));
		if (text == NULL)
			continue;
		if (is_shared(e)) {
			term->shared[term->shared_count++] = (struct cc_shared){
			    text, cc_term_list(reading, e, "for")};
			continue;
		}
		words->pos[words->count] = e->pos;
		words->word[words->count++] = text;
		term->former += former;
	}
}

static void
read_aliases(struct cc_vocab_reading *reading, const struct cc_element *element,
    struct cc_term *term)
{
	struct cc_arena *arena = &reading->vocab->arena;
	size_t room = cc_term_count(element, "alias");

	term->aliases = (struct cc_words){
	    .word = cc_arena_new_array(arena, const char *, room),
	    .pos = cc_arena_new_array(arena, struct cc_pos, room),
	};
	term->shared = cc_arena_new_array(arena, struct cc_shared, room);
	add_aliases_of(reading, element, term, false);
	add_aliases_of(reading, element, term, true);
}

struct cc_words
cc_term_list(struct cc_vocab_reading *reading, const struct cc_element *element,
    const char *name)
{
	const struct cc_attribute *from = cc_element_attribute(element, name);
	struct cc_arena *arena = &reading->vocab->arena;
	struct cc_words words = {0};
	g_auto(GStrv) parts = NULL;
	size_t room;

	if (from == NULL)
		return words;
	parts = g_strsplit_set(from->value, " \t\n", -1);
	room = g_strv_length(parts);
	words.word = cc_arena_new_array(arena, const char *, room);
	words.pos = cc_arena_new_array(arena, struct cc_pos, room);
	for (size_t i = 0; i < room; i++) {
		if (parts[i][0] == '\0')
			continue;
		words.pos[words.count] = from->pos;
		words.word[words.count++] = keep(reading->vocab, parts[i]);
	}
	if (words.count == 0)
		cc_diag(reading->diags, CC_E313, from->pos);
	return words;
}

/* The intervals that a scheme defines. */
static struct cc_words
read_intervals(
    struct cc_vocab_reading *reading, const struct cc_element *element)
{
	struct cc_words words = cc_term_list(reading, element, "intervals");
	int kind;

	for (size_t i = 0; i < words.count; i++)
		if (!cc_closed_find(
			&cc_closed_line_interval, words.word[i], &kind))
			cc_closed_refuse(&cc_closed_line_interval,
			    words.word[i], words.pos[i], reading->diags);
	return words;
}

int
cc_term_choice(struct cc_vocab_reading *reading,
    const struct cc_element *element, const char *name,
    const char *const *words, size_t count, int none)
{
	if (cc_element_attribute(element, name) == NULL)
		return none;
	return cc_template_choice(element, name, words, count, reading->diags);
}

#define CHOICE(name, words, none)                                              \
	cc_term_choice(reading, element, name, words, G_N_ELEMENTS(words), none)

static void
read_choices(struct cc_vocab_reading *reading, const struct cc_element *element,
    struct cc_term *term)
{
	static const char *const shades[] = {"1", "2"};
	static const char *const slots[] = {
	    "deepest", "cr", "vgpr", "pr", "mr", "sd", "pd", "ne"};
	static const char *const procedures[] = {"transplant", "cell-therapy",
	    "collection", "imaging", "biopsy", "surgery", "transfusion",
	    "birth", "other"};
	static const char *const events[] = {"infection", "toxicity", "gvhd",
	    "symptom", "stay", "home-stay", "intensive-stay", "visit",
	    "cell-toxicity", "milestone", "other"};
	static const char *const marks[] = {
	    "diamond", "triangle-down", "circle", "ring", "cross", "dot"};
	static const char *const risks[] = {"high"};
	static const char *const lesions[] = {"extramedullary"};
	const struct cc_closed *scales = &cc_closed_scale;
	static const char *const pairs[] = {"yes"};
	int choice = CHOICE("slot", slots, -1);

	term->slot = choice >= 0 ? slots[choice] : NULL;
	term->shade = MAX(CHOICE("shade", shades, 0), 0) + 1;
	CHOICE("mark", marks, 0);
	CHOICE("risk", risks, 0);
	term->extramedullary = CHOICE("lesions", lesions, -1) == 0;
	if (term->in == CC_IN_PROCEDURE)
		CHOICE("class", procedures, 0);
	if (term->in == CC_IN_EVENT)
		CHOICE("class", events, 0);
	choice = cc_term_choice(reading, element, "scale", scales->words + 1,
	    scales->count - 1, -1);
	term->scale = (enum cc_scale)(choice + 1);
	term->pair = CHOICE("pair", pairs, -1) == 0;
}

static bool
read_code(struct cc_vocab_reading *reading, const struct cc_element *element,
    struct cc_term *term)
{
	const char *code = cc_template_need(element, "code", reading->diags);
	int in = cc_template_choice(
	    element, "in", cc_scope_list(), CC_IN_COUNT, reading->diags);
	const struct cc_attribute *from;

	if (code == NULL || in < 0)
		return false;
	term->in = (enum cc_scope)in;
	cc_term_clear(term);
	from = cc_element_attribute(element, "code");
	term->code = keep(reading->vocab, code);
	term->pos = from->pos;
	/* A finding is written as the laboratory writes it. */
	if (term->in != CC_IN_FINDING && strpbrk(code, " \t\n") != NULL)
		cc_template_wrong(
		    from, "a code: one without spaces", reading->diags);
	else if (g_utf8_strlen(code, -1) > CC_TERM_CODE_MAX)
		cc_diag(reading->diags, CC_E314, from->pos, CC_TERM_CODE_MAX);
	else
		return true;
	return false;
}

bool
cc_term_read(struct cc_vocab_reading *reading, const struct cc_element *element,
    struct cc_term *term, bool *replaces)
{
	struct cc_vocab *vocab = reading->vocab;
	struct cc_diags *diags = reading->diags;
	const struct {
		const char *name, **to;
	} words[] = {
	    {"class", &term->class},
	    {"criteria", &term->criteria},
	    {"response", &term->response},
	    {"unit", &term->unit},
	    {"loinc", &term->loinc},
	    {"mark", &term->mark},
	    {"risk", &term->risk},
	    {"group", &term->group},
	    {"source", &term->source},
	    {"scheme", &term->scheme},
	    {"endpoint", &term->endpoint},
	};

	if (!read_code(reading, element, term))
		return false;
	cc_template_bare(element, diags);
	check_attributes(element, term->in, diags);
	check_children(element, term->in, diags);
	for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
		*words[i].to =
		    keep(vocab, cc_element_value(element, words[i].name));
	if (term->source == NULL)
		term->source = reading->origin;
	term->reviewed =
	    cc_template_flag(element, "reviewed", reading->reviewed, diags);
	term->constant = cc_template_flag(element, "constant", false, diags);
	*replaces = cc_template_flag(element, "replaces", false, diags);
	cc_template_number(element, "rank", &term->rank, diags);
	read_choices(reading, element, term);
	cc_term_course(reading, element, term);
	term->intervals = read_intervals(reading, element);
	term->parts = cc_term_list(reading, element, "parts");
	term->grades = cc_term_list(reading, element, "grades");
	term->from = cc_term_list(reading, element, "from");
	term->risk_of = cc_term_list(reading, element, "for");
	term->labels = cc_term_texts(vocab, element, "label", CC_LANG, diags);
	term->abbreviations =
	    cc_term_texts(vocab, element, "abbr", CC_LANG, diags);
	term->part_names =
	    cc_term_texts(vocab, element, "part", CC_LANG, diags);
	read_aliases(reading, element, term);
	if (term->in == CC_IN_TEST)
		cc_term_test(reading, element, term);
	if (term->in == CC_IN_RESPONSE)
		return cc_template_need(element, "scheme", diags) != NULL;
	if (term->risk != NULL || term->risk_of.count > 0) {
		cc_template_need(element, "risk", diags);
		cc_template_need(element, "for", diags);
	}
	return true;
}
