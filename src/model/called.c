/* Facts called by their code where they have no id: because="rituximab", in a
 * case that gives it once, or by another name of it: "MabThera". A code that no
 * id could be, "CMV viraemia", has one made of it. */
#include "model/kind.h"
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

/* What a word is as the code of a kind, "6:bk-viraemia"; NULL: it is none. The
 * caller frees it. */
static char *
meaning_of(const struct cc_reading *reading, const struct cc_kind *kind,
    const char *word)
{
	const char *code = NULL;

	if (kind->closed != NULL) {
		code = cc_kind_code(reading->terms, kind, word);
	} else if (kind->scope != CC_IN_COUNT && kind->id != CC_KIND_RESPONSE) {
		const struct cc_term *term =
		    cc_terms_find(reading->terms, kind->scope, NULL, word);

		code = term != NULL ? term->code : NULL;
	}
	return code != NULL ? g_strdup_printf("%d:%s", (int)kind->id, code)
	                    : NULL;
}

/* Each meaning, with its fact. */
static GHashTable *
list_meanings(const struct cc_reading *reading)
{
	GHashTable *meanings =
	    g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

	for (size_t i = 0; i < reading->course->fact_count; i++) {
		struct cc_fact *fact = &reading->course->facts[i];
		const struct cc_attribute *code =
		    cc_element_attribute(reading->elements[i], "code");
		char *meaning = code != NULL
		                    ? meaning_of(reading,
					  cc_kind_row(fact->kind), code->value)
		                    : NULL;

		if (meaning != NULL)
			g_hash_table_insert(meanings, meaning,
			    g_hash_table_contains(meanings, meaning)
				? (gpointer)&several
				: fact);
	}
	return meanings;
}

static struct cc_fact *
find_among(struct cc_reading *reading, const char *name, unsigned target)
{
	struct cc_fact *found = NULL;

	for (int i = 0; i < CC_KIND_COUNT; i++) {
		const struct cc_kind *kind = cc_kind_row((enum cc_kind_id)i);
		g_autofree char *meaning = cc_kind_target(kind->id) & target
		                               ? meaning_of(reading, kind, name)
		                               : NULL;
		struct cc_fact *fact =
		    meaning != NULL
			? g_hash_table_lookup(reading->meanings, meaning)
			: NULL;

		if (fact != NULL)
			found = found == NULL ? fact : (gpointer)&several;
	}
	return found;
}

/* The one fact whose code means the same. What is an event and a curve, "BK
 * viraemia", is the event. */
static struct cc_fact *
find_meant(struct cc_reading *reading, const char *name, unsigned target)
{
	struct cc_fact *found;

	if (reading->terms == NULL)
		return NULL;
	if (reading->meanings == NULL)
		reading->meanings = list_meanings(reading);
	found = find_among(reading, name, target & ~(unsigned)CC_TARGET_SERIES);
	return found != NULL ? found
	                     : find_among(reading, name,
				   target & (unsigned)CC_TARGET_SERIES);
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
	if (fact == NULL)
		fact = find_meant(reading, name, target);
	if (fact == NULL || fact == &several || fact->id != NULL ||
	    !(cc_kind_target(fact->kind) & target))
		return NULL;
	fact->id = cc_arena_strdup(reading->arena, name);
	named = cc_arena_new(reading->arena, struct cc_named);
	*named =
	    (struct cc_named){cc_kind_target(fact->kind), fact, fact->code_pos};
	g_hash_table_insert(reading->names, (gpointer)fact->id, named);
	return named;
}
