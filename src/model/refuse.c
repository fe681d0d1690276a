/* Elements that have no place where they stand: what was meant, and where it
 * belongs. */
#include "model/foreign.h"
#include "model/owners.h"
#include "model/read.h"

#include <string.h>

#define PLAIN_MAX 40 /* [bytes] of what is repeated */

/* The nearest element round this one that may hold it. */
static const char *
find_outer(const struct cc_owners *owners, const struct cc_element *element,
    const char *name)
{
	const struct cc_element *outer = element->parent;

	while (outer != NULL && (outer = outer->parent) != NULL)
		for (size_t i = 0; i < owners->count; i++)
			if (strcmp(owners->list[i].element, outer->name) == 0 &&
			    cc_owner_holds(&owners->list[i], name))
				return outer->name;
	return NULL;
}

/* Where an element of ours belongs that has no place here. */
static char *
belongs_text(const struct cc_owners *owners, const struct cc_element *element,
    const char *name)
{
	const char *outer = find_outer(owners, element, name);
	g_autofree char *list = NULL;

	if (outer != NULL)
		return g_strdup_printf("stands in <%s>, outside of <%s>", outer,
		    element->parent->name);
	list = cc_owners_text(owners, name, cc_owner_holds);
	return list != NULL ? g_strdup_printf("stands in %s", list) : NULL;
}

/* What may stand in an element. */
static size_t
list_elements(const struct cc_owner *here, const char **words, size_t room)
{
	size_t count = 0;

	for (size_t i = 0; i < here->shape->branch_count && count < room; i++)
		if (cc_branch_holds(&here->shape->branches[i], here->mask))
			words[count++] =
			    here->shape->branches[i].shape->element;
	for (int k = 0;
	     here->shape->holds_facts && k < CC_KIND_COUNT && count < room; k++)
		words[count++] = cc_kind_row((enum cc_kind_id)k)->element;
	return count;
}

/* What an element says as our attribute of the name, by whichever; NULL: it
 * does not. */
static const char *
said_as(const struct cc_element *element, const char *ours)
{
	for (size_t i = 0; i < element->attribute_count; i++) {
		const char *name = element->attributes[i].name;

		if (strcmp(name, ours) == 0 ||
		    g_strcmp0(cc_foreign_attribute(name), ours) == 0)
			return element->attributes[i].value;
	}
	return NULL;
}

/* Our name of an element that has another elsewhere; NULL: none. */
static const char *
foreign_name(const struct cc_element *element, const struct cc_owner *here)
{
	const char *ours =
	    cc_foreign_element(element->name, said_as(element, "time") != NULL);

	/* A laboratory value among those of one time. */
	if ((g_strcmp0(ours, "series") == 0 || g_strcmp0(ours, "panel") == 0) &&
	    cc_owner_holds(here, "value"))
		return "value";
	return ours;
}

/* Whether what is in an element could stand in the one of the name. */
static bool
children_fit(const struct cc_owners *owners, const struct cc_element *element,
    const char *name)
{
	const struct cc_owner *of = owners->list;

	while (strcmp(of->element, name) != 0)
		of++;
	for (const struct cc_element *e = element->first; e; e = e->next)
		if (!cc_owner_holds(of, e->name))
			return false;
	return true;
}

char *
cc_write_hint(const struct cc_meant_element *meant)
{
	return meant->code != NULL
	           ? g_strdup_printf(
			 "; write <%s code=\"%s\">", meant->name, meant->code)
	           : g_strdup_printf("; write <%s>", meant->name);
}

/* Of a name of ours, or that is ours by another name, which has no place here:
 * where it has one. */
static char *
elsewhere_hint(const struct cc_element *element, const char *ours,
    const struct cc_owners *owners, struct cc_meant_element *meant)
{
	g_autofree char *where = belongs_text(owners, element, ours);
	bool own = strcmp(ours, element->name) == 0;

	meant->name = ours;
	meant->outer = find_outer(owners, element, ours);
	if (where == NULL)
		return own ? g_strdup("")
		           : g_strdup_printf("; it is a <%s>", ours);
	return own ? g_strdup_printf("; it %s", where)
	           : g_strdup_printf("; it is a <%s>, which %s", ours, where);
}

/* A list that another holds was looked through with that. */
static bool
is_known_list(struct cc_reading *reading, const struct cc_element *element,
    const struct cc_owner *here)
{
	const struct cc_owner *in =
	    g_hash_table_lookup(reading->lists, element);

	return in != NULL && in->shape == here->shape &&
	       in->mask.extras == here->mask.extras &&
	       in->mask.children == here->mask.children;
}

static bool is_list(struct cc_reading *reading,
    const struct cc_element *element, const struct cc_owner *here);

/* A part of a list: a thing, or a list itself. */
static bool
is_listed(struct cc_reading *reading, const struct cc_element *element,
    const struct cc_owner *here)
{
	const char *ours = cc_owner_holds(here, element->name)
	                       ? element->name
	                       : cc_foreign_element(element->name, true);
	struct cc_meant_element meant = {.name = ours};
	g_autofree char *hint = NULL;

	if (is_list(reading, element, here))
		return true;
	if (ours == NULL || !cc_owner_holds(here, ours))
		hint = cc_word_hint(reading, element, here, &meant);
	return meant.name != NULL && !cc_foreign_words(meant.name) &&
	       cc_owner_holds(here, meant.name);
}

/* A list of what stands here without one: <treatments>, <timeline>. What has
 * words of its own, a label or a note, is a thing. */
static bool
is_list(struct cc_reading *reading, const struct cc_element *element,
    const struct cc_owner *here)
{
	if (element->first == NULL || *element->text != '\0' ||
	    element->attribute_count > 0)
		return false;
	if (is_known_list(reading, element, here))
		return true;
	for (const struct cc_element *e = element->first; e; e = e->next)
		if (!is_listed(reading, e, here))
			return false;
	g_hash_table_insert(reading->lists, (gpointer)element,
	    cc_arena_memdup(reading->arena, here, sizeof *here));
	return true;
}

static char *
nearest_hint(const struct cc_element *element, const struct cc_owner *here,
    const struct cc_owners *owners, struct cc_meant_element *meant)
{
	const char *words[CC_OWNER_WORDS];
	const char *ours = cc_nearest(
	    element->name, words, list_elements(here, words, CC_OWNER_WORDS));

	if (ours != NULL && children_fit(owners, element, ours))
		meant->name = ours;
	return cc_hint_text(ours);
}

static bool
is_plain(const char *text, const char *but)
{
	return text != NULL && *text != '\0' && strlen(text) <= PLAIN_MAX &&
	       strpbrk(text, but) == NULL;
}

/* A number of one time, <lab code="CRP" date="2021-03-02" value="23"/>: one
 * element is not enough for it. */
static char *
value_hint(const struct cc_element *element)
{
	const char *time = said_as(element, "time");
	const char *code = said_as(element, "code");
	const char *unit = said_as(element, "unit");
	const char *value = said_as(element, "value");
	g_autofree char *said = NULL;

	if (code == NULL)
		code = said_as(element, "name");
	if (value == NULL)
		value = element->text;
	if (!is_plain(time, " /<&\"") || !is_plain(code, "<&\"") ||
	    !is_plain(value, " <&\""))
		return g_strdup(
		    "; write it as a <value> in a <panel>, which has the time");
	if (is_plain(unit, "<&\""))
		said = g_strdup_printf(" unit=\"%s\"", unit);
	return g_strdup_printf("; write <panel time=\"%s\">"
			       "<value code=\"%s\"%s>%s</value></panel>",
	    time, code, said != NULL ? said : "", value);
}

/* What the element of ours is that another has the name of, and stands here. */
static char *
here_hint(struct cc_reading *reading, const struct cc_element *element,
    const char *ours, struct cc_meant_element *meant)
{
	if (strcmp(ours, "panel") == 0 && element->first == NULL)
		return value_hint(element);
	meant->name = ours;
	meant->code = cc_word_code(reading, element, ours);
	return cc_write_hint(meant);
}

static char *
element_hint(struct cc_reading *reading, const struct cc_element *element,
    const struct cc_owner *here, struct cc_meant_element *meant)
{
	const char *ours = foreign_name(element, here);
	struct cc_owners owners;
	char *hint;
	bool own;

	cc_owners_list(&owners);
	own = cc_owners_have(&owners, element->name);
	if (!own && is_list(reading, element, here)) {
		meant->opened = true;
		return g_strdup_printf(
		    "; what is in it stands in <%s> itself", here->element);
	}
	if (ours != NULL && cc_owner_holds(here, ours))
		return here_hint(reading, element, ours, meant);
	if (!cc_hint_spend(&reading->hints))
		return g_strdup("");
	if (own)
		ours = element->name;
	/* A part that stands alone is the whole. */
	if (g_strcmp0(ours, "drug") == 0 && cc_owner_holds(here, "treatment")) {
		meant->name = "treatment";
		return g_strdup("; it is a part of a <treatment>: alone, write "
				"<treatment>");
	}
	if (ours != NULL)
		return elsewhere_hint(element, ours, &owners, meant);
	hint = cc_word_hint(reading, element, here, meant);
	return hint != NULL ? hint
	                    : nearest_hint(element, here, &owners, meant);
}

struct cc_meant_element
cc_refuse_element(struct cc_reading *reading, const struct cc_element *element,
    const struct cc_shape *shape, struct cc_mask mask)
{
	const struct cc_owner here = {element->parent->name, shape, mask};
	struct cc_meant_element meant = {0};
	g_autofree char *hint = element_hint(reading, element, &here, &meant);

	cc_diag(reading->diags, CC_E301, element->pos, element->name,
	    element->parent->name, hint);
	return meant;
}
