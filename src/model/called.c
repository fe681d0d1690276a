/* Facts called by their code where they have no id: because="rituximab", in a
 * case that gives it once. A code that no id could be, "CMV viraemia", has one
 * made of it. */
#include "model/read.h"

#include <string.h>

/* Several facts have the code. */
static const struct cc_fact several;

/* Each code as written, with its fact. Made when it is first asked for: most
 * cases give ids. */
static GHashTable *
list_codes(const struct cc_reading *reading)
{
	GHashTable *codes = g_hash_table_new(g_str_hash, g_str_equal);

	for (size_t i = 0; i < reading->course->fact_count; i++) {
		const struct cc_attribute *code =
		    cc_element_attribute(reading->elements[i], "code");

		const char *name;

		if (code == NULL || *code->value == '\0')
			continue;
		name = cc_name_made(reading->arena, code->value);
		g_hash_table_insert(codes, (gpointer)name,
		    g_hash_table_contains(codes, name)
			? (gpointer)&several
			: &reading->course->facts[i]);
	}
	return codes;
}

/* Codes that are no names, of all elements in one. */
static void
gather_phrases(GHashTable *phrases, const struct cc_element *element)
{
	const struct cc_attribute *code = cc_element_attribute(element, "code");

	if (code != NULL && *code->value != '\0' && !cc_name_valid(code->value))
		g_hash_table_add(phrases, (gpointer)code->value);
	for (const struct cc_element *e = element->first; e; e = e->next)
		gather_phrases(phrases, e);
}

const char *
cc_read_phrase(struct cc_reading *reading, const struct cc_element *element,
    const char *text)
{
	if (cc_name_valid(text))
		return NULL;
	while (element->parent != NULL)
		element = element->parent;
	if (reading->phrases == NULL) {
		reading->phrases = g_hash_table_new(g_str_hash, g_str_equal);
		gather_phrases(reading->phrases, element);
	}
	return g_hash_table_contains(reading->phrases, text)
	           ? cc_name_made(reading->arena, text)
	           : NULL;
}

const struct cc_named *
cc_read_named(struct cc_reading *reading, const char *name, unsigned target)
{
	struct cc_named *named = g_hash_table_lookup(reading->names, name);
	struct cc_fact *fact;

	if (named != NULL || !cc_name_valid(name))
		return named;
	if (reading->codes == NULL)
		reading->codes = list_codes(reading);
	fact = g_hash_table_lookup(reading->codes, name);
	if (fact == NULL || fact == &several || fact->id != NULL ||
	    !(cc_kind_target(fact->kind) & target))
		return NULL;
	fact->id = cc_arena_strdup(reading->arena, name);
	named = cc_arena_new(reading->arena, struct cc_named);
	*named = (struct cc_named){
	    cc_kind_target(fact->kind), fact, fact->code_pos};
	g_hash_table_insert(reading->names, (gpointer)fact->id, named);
	return named;
}
