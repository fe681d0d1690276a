/* Words that stand directly in an element. What they are a word of the
 * vocabulary for, they are the code of; else they are its label. A quantity is
 * none, for nobody's drug is called "80 mg/d": of what has a code, it is the
 * dose, or else what there is to note. Words that have nothing of what the code
 * is called, "dose reduced for rash", are noted likewise, of an act they are
 * its result: in place of a name they would hide the drug. Who wants them there
 * writes a <label>. */
#include "base/plain.h"
#include "model/kind.h"
#include "model/read.h"

#include <string.h>

static const struct cc_field *
field_of(const struct cc_shape *shape, struct cc_mask mask, const char *name)
{
	for (size_t i = 0; i < shape->field_count; i++)
		if (strcmp(shape->fields[i].name, name) == 0 &&
		    cc_field_holds(&shape->fields[i], mask))
			return &shape->fields[i];
	return NULL;
}

static bool
has_dose(const struct cc_element *element)
{
	for (const struct cc_element *e = element->first; e; e = e->next)
		if (strcmp(e->name, "dose") == 0)
			return true;
	return cc_element_attribute(element, "dose") != NULL;
}

/* What the words say beside the code that names it. */
static bool
is_quantity(struct cc_reading *reading, const struct cc_element *element)
{
	return cc_element_attribute(element, "code") != NULL &&
	       cc_is_amount(reading->arena, element->text);
}

/* ---- words beside a name ---- */

#define WORD_LEAST 4 /* letters of one that tells anything: no "of", "and" */

/* Whether words have one of a name's, or it one of theirs: biopsy in "biopsy of
 * the skin" and in Hautbiopsie. Both as base/plain.h leaves them. */
static bool
shares_word(const char *words, const char *name)
{
	g_auto(GStrv) list = cc_plain_words(name);
	g_autofree char *plain = cc_plain(words);

	for (char **word = list; *word != NULL; word++)
		if (g_utf8_strlen(*word, -1) >= WORD_LEAST &&
		    strstr(plain, *word) != NULL)
			return true;
	return false;
}

/* Two characters of Chinese that are in both. */
static bool
shares_han(const char *words, const char *name)
{
	for (const char *p = words; *p != '\0'; p = g_utf8_next_char(p)) {
		const char *next = g_utf8_next_char(p);
		g_autofree char *pair = NULL;

		if (g_unichar_get_script(g_utf8_get_char(p)) !=
			G_UNICODE_SCRIPT_HAN ||
		    g_unichar_get_script(g_utf8_get_char(next)) !=
			G_UNICODE_SCRIPT_HAN)
			continue;
		pair = g_strndup(p, (size_t)(g_utf8_next_char(next) - p));
		if (strstr(name, pair) != NULL)
			return true;
	}
	return false;
}

/* An abbreviation is a word of the others as a whole: "AF with flutter". */
static bool
holds_name(const char *words, const char *name)
{
	g_auto(GStrv) list = cc_plain_words(words);
	g_autofree char *plain = cc_plain(name);

	return g_strv_contains((const char *const *)list, plain);
}

static bool
is_called(const char *words, const char *name)
{
	return shares_word(words, name) || shares_word(name, words) ||
	       shares_han(words, name) || holds_name(words, name);
}

static bool
any_called(const char *words, const struct cc_texts *names)
{
	for (size_t i = 0; i < names->count; i++)
		if (is_called(words, names->item[i].text))
			return true;
	return false;
}

/* Of what text could hide the name. A patient who lives does so whatever is
 * said. */
static bool
is_named_by_code(
    struct cc_reading *reading, const struct cc_kind *kind, const char *code)
{
	switch (kind->id) {
	case CC_KIND_DIAGNOSIS:
	case CC_KIND_TREATMENT:
	case CC_KIND_PROCEDURE:
	case CC_KIND_EVENT:
		return true;
	case CC_KIND_OUTCOME:
		return g_strcmp0(cc_kind_code(reading->terms, kind, code),
			   "death") == 0;
	case CC_KIND_RESPONSE:
	case CC_KIND_RELAPSE:
	case CC_KIND_LESION:
	case CC_KIND_GENETICS:
	case CC_KIND_SERIES:
	case CC_KIND_PANEL:
	case CC_KIND_COMMENT:
	case CC_KIND_COUNT:
		break;
	}
	return false;
}

static const struct cc_term *
find_named(
    struct cc_reading *reading, const struct cc_kind *kind, const char *code)
{
	if (kind->id == CC_KIND_OUTCOME)
		return cc_terms_find(
		    reading->terms, CC_IN_OUTCOME, NULL, "death");
	return cc_terms_find(reading->terms,
	    cc_kind_scope(kind, reading->terms, code), NULL, code);
}

/* Of a code that nobody knows: words are a name, "laparoscopic oophorectomy";
 * one alone may be a handle, of which the text is the name, but of an act both
 * are drawn unless the handle is numbered, "op-1". */
static bool
is_name(const struct cc_kind *kind, const char *code)
{
	return strchr(code, ' ') != NULL || !g_str_is_ascii(code) ||
	       (kind->id == CC_KIND_PROCEDURE &&
		   strpbrk(code, "0123456789") == NULL);
}

/* Words that have nothing of the name that the code gives. */
static bool
is_aside(struct cc_reading *reading, const struct cc_element *element)
{
	const struct cc_attribute *code = cc_element_attribute(element, "code");
	const struct cc_kind *kind = cc_kind_find(element->name);
	const struct cc_term *term;

	if (reading->terms == NULL || code == NULL || kind == NULL ||
	    !is_named_by_code(reading, kind, code->value))
		return false;
	term = find_named(reading, kind, code->value);
	if (term == NULL)
		return is_name(kind, code->value) &&
		       !is_called(element->text, code->value);
	if (is_called(element->text, term->code) ||
	    any_called(element->text, &term->labels) ||
	    any_called(element->text, &term->abbreviations))
		return false;
	for (size_t i = 0; i < term->aliases.count; i++)
		if (is_called(element->text, term->aliases.word[i]))
			return false;
	return true;
}

/* Its label, or its note, in the language of the case, beside those of other
 * languages. */
static void
read_text(struct cc_reading *reading, const struct cc_element *element,
    const struct cc_branch *branch, void *to)
{
	struct cc_text **texts = CC_AT(struct cc_text *, to, branch->items);
	size_t *count = CC_AT(size_t, to, branch->count);
	const struct cc_text text = {
	    .lang = cc_read_lang(reading),
	    .pos = element->text_pos,
	    .text = cc_read_prose(reading, element->text, element->text_pos),
	};
	struct cc_text *all;

	for (size_t i = 0; i < *count; i++) {
		if (strcmp((*texts)[i].lang, text.lang) != 0)
			continue;
		cc_diag(reading->diags, CC_E370, element->text_pos);
		return;
	}
	if (text.text == NULL)
		return;
	all = cc_arena_new_array(reading->arena, struct cc_text, *count + 1);
	all[0] = text;
	for (size_t i = 0; i < *count; i++)
		all[i + 1] = (*texts)[i];
	*texts = all;
	++*count;
}

static void
read_dose(struct cc_reading *reading, const struct cc_element *element,
    const struct cc_field *field, void *to)
{
	const struct cc_attribute attribute = {.name = field->name,
	    .value = element->text,
	    .name_pos = element->text_pos,
	    .pos = element->text_pos};
	const struct cc_field_read in = {.reading = reading,
	    .element = element,
	    .attribute = &attribute,
	    .field = field,
	    .to = to};

	cc_field_read_amount(&in);
}

/* Where text that has no place could have gone; owned by the caller. */
static char *
place_text(const struct cc_shape *shape, struct cc_mask mask)
{
	static const char *const holders[] = {"title", "label", "note"};
	g_autoptr(GString) text = g_string_new(NULL);

	for (size_t i = 0; i < G_N_ELEMENTS(holders); i++)
		if (cc_shape_branch(shape, mask, holders[i]) != NULL)
			g_string_append_printf(text, "%s a <%s>",
			    text->len == 0 ? ": put it into" : " or",
			    holders[i]);
	return g_string_free(g_steal_pointer(&text), FALSE);
}

/* A code there, and a label in whichever language, is what the author chose. */
static bool
is_named(const struct cc_element *element)
{
	for (const struct cc_element *e = element->first; e; e = e->next)
		if (strcmp(e->name, "label") == 0)
			return true;
	return cc_element_attribute(element, "code") != NULL;
}

const struct cc_element *
cc_read_coded(struct cc_reading *reading, const struct cc_element *element,
    const struct cc_kind *kind)
{
	struct cc_element *coded;
	const char *words, *code;

	if (reading->terms == NULL || *element->text == '\0' ||
	    is_named(element))
		return element;
	words = cc_read_collapsed(reading, element->text);
	if (g_utf8_strlen(words, -1) > CC_CODE_MAX)
		return element;
	code = cc_words_code(reading->terms,
	    kind != NULL ? kind : cc_kind_row(CC_KIND_TREATMENT), words);
	if (code == NULL)
		return element;
	coded = cc_arena_memdup(reading->arena, element, sizeof *element);
	coded->text = "";
	cc_add_code(reading->arena, coded, code, element->text_pos);
	return coded;
}

/* Of a response that is one of a site alone: "intracranial". False: the text
 * is none. */
static bool
read_site(struct cc_reading *reading, const struct cc_element *element,
    const struct cc_field *site, void *to)
{
	const struct cc_kind *kind = cc_kind_find(element->name);
	struct cc_arena *arena = reading->arena;
	const char *words;

	if (site == NULL || reading->terms == NULL || kind == NULL ||
	    kind->id != CC_KIND_RESPONSE ||
	    cc_element_attribute(element, "site") != NULL)
		return false;
	words = cc_read_collapsed(reading, element->text);
	if (g_utf8_strlen(words, -1) > CC_CODE_MAX ||
	    cc_terms_find(reading->terms, CC_IN_SITE, NULL, words) == NULL)
		return false;
	*CC_AT(struct cc_words, to, site->at) =
	    (struct cc_words){cc_arena_memdup(arena, &words, sizeof words),
		cc_arena_memdup(
		    arena, &element->text_pos, sizeof element->text_pos),
		1};
	return true;
}

void
cc_read_own_words(struct cc_reading *reading, const struct cc_element *element,
    const struct cc_shape *shape, struct cc_mask mask, void *to)
{
	const struct cc_field *dose = field_of(shape, mask, "dose");
	const struct cc_field *result = field_of(shape, mask, "result");
	bool quantity = is_quantity(reading, element);
	bool aside = !quantity && is_aside(reading, element);
	const struct cc_branch *branch = NULL;
	g_autofree char *place = NULL;

	if (quantity && dose != NULL && !has_dose(element)) {
		read_dose(reading, element, dose, to);
		return;
	}
	if (read_site(reading, element, field_of(shape, mask, "site"), to))
		return;
	/* What an act has shown. */
	if (aside && result != NULL && result->type == CC_FIELD_TEXT &&
	    cc_element_attribute(element, "result") == NULL) {
		*CC_AT(const char *, to, result->at) =
		    cc_read_prose(reading, element->text, element->text_pos);
		return;
	}
	if (quantity || aside)
		branch = cc_shape_branch(shape, mask, "note");
	if (branch == NULL && shape->words_label)
		branch = cc_shape_branch(shape, mask, "label");
	if (branch != NULL) {
		read_text(reading, element, branch, to);
		return;
	}
	place = place_text(shape, mask);
	cc_diag(
	    reading->diags, CC_E312, element->text_pos, element->name, place);
}
