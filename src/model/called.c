/* Facts called by their code where they have no id: because="rituximab", in a
 * case that gives it once. */
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

		if (code == NULL)
			continue;
		g_hash_table_insert(codes, (gpointer)code->value,
		    g_hash_table_contains(codes, code->value)
			? (gpointer)&several
			: &reading->course->facts[i]);
	}
	return codes;
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
