/* Words that stand directly in an element. What they are a word of the
 * vocabulary for, they are the code of; else they are its label. A quantity is
 * none, for nobody's drug is called "80 mg/d": of what has a code, it is the
 * dose, or else what there is to note. */
#include "model/kind.h"
#include "model/read.h"

#include <string.h>

static const struct cc_field *
dose_field(const struct cc_shape *shape, struct cc_mask mask)
{
	for (size_t i = 0; i < shape->field_count; i++)
		if (strcmp(shape->fields[i].name, "dose") == 0 &&
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

void
cc_read_own_words(struct cc_reading *reading, const struct cc_element *element,
    const struct cc_shape *shape, struct cc_mask mask, void *to)
{
	const struct cc_field *dose = dose_field(shape, mask);
	bool quantity = is_quantity(reading, element);
	const struct cc_branch *branch = NULL;
	g_autofree char *place = NULL;

	if (quantity && dose != NULL && !has_dose(element)) {
		read_dose(reading, element, dose, to);
		return;
	}
	if (quantity)
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
