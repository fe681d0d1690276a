/* Attributes that an element has not: what was meant, and where it belongs. */
#include "model/foreign.h"
#include "model/kind.h"
#include "model/misfit.h"

#include <string.h>

#define VALUE_MAX 40 /* [bytes] of a value that is repeated */

static bool
has_child(const struct cc_element *element, const char *name)
{
	for (const struct cc_element *e = element->first; e; e = e->next)
		if (strcmp(e->name, name) == 0)
			return true;
	return false;
}

/* The elements in this one that have the attribute: those that are there, else
 * the last that may be. */
static const char *
find_inner(const struct cc_misfit *misfit, const char *name)
{
	const struct cc_owner *here = &misfit->here;
	const char *found = NULL;

	for (size_t i = 0; i < here->shape->branch_count; i++) {
		const struct cc_branch *branch = &here->shape->branches[i];
		const struct cc_owner inner = {
		    branch->shape->element, branch->shape, CC_MASK_ALL};

		if (!cc_branch_holds(branch, here->mask) ||
		    !cc_owner_has(&inner, name))
			continue;
		found = inner.element;
		if (has_child(misfit->element, found))
			break;
	}
	return found;
}

/* Where an attribute of ours belongs that this element has not; NULL where it
 * is none of ours. */
static char *
attribute_place(const struct cc_misfit *misfit, const char *name)
{
	const char *inner = find_inner(misfit, name);
	const struct cc_element *parent = misfit->element->parent;
	g_autofree char *list = NULL;
	struct cc_owners owners;

	if (inner != NULL)
		return g_strdup_printf(
		    "; each <%s> in it has its %s", inner, name);
	cc_owners_list(&owners);
	for (size_t i = 0; parent != NULL && i < owners.count; i++)
		if (strcmp(owners.list[i].element, parent->name) == 0 &&
		    cc_owner_has(&owners.list[i], name))
			return g_strdup_printf(
			    "; it belongs to its <%s>", parent->name);
	list = cc_owners_text(&owners, name, cc_owner_has);
	return list != NULL ? g_strdup_printf("; it belongs to %s", list)
	                    : NULL;
}

/* Whether an attribute says what the element says between its tags. */
static bool
is_content(const struct cc_misfit *misfit, const char *name)
{
	const enum cc_content content = misfit->here.shape->content;

	if (content == CC_CONTENT_NONE || cc_owner_has(&misfit->here, name))
		return false;
	return strcmp(name, "value") == 0 ||
	       g_strcmp0(cc_foreign_attribute(name), misfit->here.element) ==
	           0 ||
	       (content == CC_CONTENT_PROSE && cc_foreign_content(name));
}

static bool
is_unit(const char *name)
{
	return strcmp(name, "unit") == 0 ||
	       g_strcmp0(cc_foreign_attribute(name), "unit") == 0;
}

/* <dose amount="60" unit="mg/d">: the unit stands behind the number. */
static bool
is_unit_of_content(const struct cc_misfit *misfit, const char *name)
{
	const struct cc_element *element = misfit->element;

	if (misfit->here.shape->content != CC_CONTENT_AMOUNT || !is_unit(name))
		return false;
	for (size_t i = 0; i < element->attribute_count; i++)
		if (is_content(misfit, element->attributes[i].name))
			return true;
	return false;
}

/* The content as it would be: "60 mg/d". NULL: it is not said; owned by the
 * caller. */
static char *
content_text(const struct cc_misfit *misfit)
{
	const struct cc_element *element = misfit->element;

	for (size_t i = 0; i < element->attribute_count; i++)
		if (is_unit_of_content(misfit, element->attributes[i].name))
			return g_strdup_printf("%s %s",
			    misfit->attribute->value,
			    element->attributes[i].value);
	return NULL;
}

/* An attribute of ours by its name elsewhere; NULL where there is none. */
static const char *
foreign_attribute(const struct cc_misfit *misfit)
{
	const char *name = misfit->attribute->name;
	const char *ours = cc_foreign_attribute(name);

	/* The type of a <define> is what it is in. */
	if (g_strcmp0(ours, "code") == 0 && cc_owner_has(&misfit->here, "in") &&
	    cc_element_attribute(misfit->element, "in") == NULL)
		return "in";
	if (ours == NULL && strcmp(name, "name") == 0)
		return "code";
	if (cc_misfit_reason(misfit, misfit->attribute))
		return "stop-because";
	/* An act has no cycles; it is done so many times. */
	if (g_strcmp0(ours, "cycles") == 0 &&
	    cc_owner_has(&misfit->here, "count"))
		return "count";
	return ours;
}

/* An element of that name may be in this one, and says something between its
 * tags. */
static bool
takes_text(const struct cc_misfit *misfit, const char *name)
{
	const struct cc_owner *here = &misfit->here;

	for (size_t i = 0; i < here->shape->branch_count; i++) {
		const struct cc_branch *branch = &here->shape->branches[i];

		if (strcmp(branch->shape->element, name) == 0 &&
		    cc_branch_holds(branch, here->mask))
			return branch->shape->content != CC_CONTENT_NONE;
	}
	return cc_foreign_words(name) && cc_owner_holds(here, name);
}

/* The words of an attribute that the element says as text. */
static char *
words_hint(const struct cc_misfit *misfit)
{
	const char *name = misfit->attribute->name;
	const char *element = misfit->element->name;
	g_autofree char *content = NULL;

	if (is_content(misfit, name)) {
		content = content_text(misfit);
		return content == NULL || strlen(content) > VALUE_MAX
		           ? g_strdup_printf(
				 "; write it between <%s> and </%s>", element,
				 element)
		           : g_strdup_printf("; write <%s>%s</%s>", element,
				 content, element);
	}
	if (takes_text(misfit, name) &&
	    (cc_foreign_words(name) || foreign_attribute(misfit) == NULL))
		return g_strdup_printf(
		    "; write it as <%s>...</%s> in it", name, name);
	if (cc_foreign_words(name) && cc_owner_holds(&misfit->here, "label"))
		return g_strdup("; write it as <label>...</label> in it");
	return NULL;
}

/* A word of the attribute's closed set that means the same, or NULL. */
static const char *
closed_word(const struct cc_misfit *misfit, const char *ours)
{
	for (size_t i = 0; i < misfit->here.shape->field_count; i++) {
		const struct cc_field *field = &misfit->here.shape->fields[i];

		if (field->closed != NULL && strcmp(field->name, ours) == 0 &&
		    cc_field_holds(field, misfit->here.mask))
			return cc_foreign_word(
			    field->closed, misfit->attribute->value);
	}
	return NULL;
}

/* Its value as it would be here; owned by the caller. *legal as above. */
static char *
value_as(const struct cc_misfit *misfit, const char *ours, bool *legal)
{
	const char *value = misfit->attribute->value;
	const char *word = closed_word(misfit, ours);
	char *time = NULL;

	if (word != NULL && *word != '\0')
		value = word;
	if (strcmp(ours, "time") == 0)
		time = cc_misfit_time(misfit, value);
	*legal = strcmp(ours, "time") != 0 || time != NULL;
	return time != NULL ? time : g_strdup(value);
}

static char *
written_as(const char *ours, const char *value, bool legal)
{
	if (!legal || strlen(value) > VALUE_MAX ||
	    strpbrk(value, "\"<&") != NULL)
		return g_strdup(ours);
	return g_strdup_printf("%s=\"%s\"", ours, value);
}

#define FEW 6 /* attributes are all named where none is near */

/* "; it has vaf, result"; owned by the caller. */
static char *
list_few(const char **words, size_t count)
{
	g_autofree char *list = NULL;

	if (count == 0)
		return g_strdup("; it has none");
	words[count] = NULL;
	list = g_strjoinv(", ", (char **)words);
	return g_strdup_printf("; it has %s", list);
}

struct advice {
	char *text, *value; /* owned by the caller; value: NULL, not plain */
	const char *stands; /* the attribute that it stands for, or NULL */
};

/* Dates of birth are in no case. */
static struct advice
advise_age(const struct cc_misfit *misfit)
{
	const bool there = cc_element_attribute(misfit->element, "age") != NULL;

	return (struct advice){
	    .stands = "age",
	    .text = g_strdup(
		there ? "; leave it out, age is there"
		      : "; write the age at the first diagnosis, age=\"...\""),
	};
}

/* <patient diagnosis="AML">, <line response="CR">: a fact, and no part of what
 * stands in the case beside those. */
static bool
is_own_element(const struct cc_misfit *misfit, const char *name)
{
	const struct cc_element *parent = misfit->element->parent;

	return misfit->here.shape != &cc_shape_fact && parent != NULL &&
	       parent->parent == NULL && cc_kind_find(name) != NULL;
}

static struct advice
advise(const struct cc_misfit *misfit)
{
	const char *name = misfit->attribute->name;
	const char *ours = foreign_attribute(misfit);
	const char *words[CC_OWNER_WORDS + 1];
	struct advice advice = {0};
	size_t count = 0;

	advice.text = words_hint(misfit);
	if (advice.text != NULL) {
		advice.stands = "code";
		return advice;
	}
	if (ours != NULL && cc_owner_has(&misfit->here, ours)) {
		bool there =
		    cc_element_attribute(misfit->element, ours) != NULL;
		bool legal;
		g_autofree char *value = value_as(misfit, ours, &legal);
		g_autofree char *written = written_as(ours, value, legal);

		advice.stands = ours;
		advice.text =
		    there ? g_strdup_printf("; leave it out, %s is there", ours)
			  : g_strdup_printf("; write %s", written);
		advice.value = there ? NULL : g_steal_pointer(&value);
		return advice;
	}
	if (cc_foreign_birth(name) && cc_owner_has(&misfit->here, "age"))
		return advise_age(misfit);
	if (is_own_element(misfit, name)) {
		advice.text =
		    g_strdup_printf("; write it as a <%s> of its own", name);
		return advice;
	}
	if (!cc_hint_spend(&misfit->reading->hints)) {
		advice.text = g_strdup("");
		return advice;
	}
	advice.text = attribute_place(misfit, name);
	if (advice.text == NULL && ours != NULL)
		advice.text = attribute_place(misfit, ours);
	if (advice.text != NULL)
		return advice;
	for (size_t i = 0; i < misfit->here.shape->field_count; i++)
		if (cc_field_holds(
			&misfit->here.shape->fields[i], misfit->here.mask))
			words[count++] = misfit->here.shape->fields[i].name;
	advice.stands = cc_nearest(name, words, count);
	advice.text = advice.stands != NULL || count > FEW
	                  ? cc_hint_text(advice.stands)
	                  : list_few(words, count);
	if (advice.stands != NULL &&
	    cc_element_attribute(misfit->element, advice.stands) == NULL)
		advice.value = g_strdup(misfit->attribute->value);
	return advice;
}

static struct advice
advise_time(const struct cc_misfit *misfit)
{
	struct advice advice = {0};

	advice.text = cc_misfit_pieces(misfit, &advice.value);
	advice.stands = advice.value != NULL ? "time" : NULL;
	return advice;
}

struct cc_meant_attribute
cc_refuse_attribute(struct cc_reading *reading,
    const struct cc_element *element, const struct cc_attribute *attribute,
    const struct cc_shape *shape, struct cc_mask mask)
{
	const struct cc_misfit misfit = {
	    reading, element, attribute, {element->name, shape, mask}};
	const bool piece = cc_misfit_piece(&misfit, attribute);
	struct cc_meant_attribute meant = {0};
	struct advice advice;

	if (piece && !cc_misfit_first(&misfit))
		return (struct cc_meant_attribute){.name = "time"};
	/* Told with the number. */
	if (is_unit_of_content(&misfit, attribute->name))
		return meant;
	advice = piece ? advise_time(&misfit) : advise(&misfit);
	cc_diag(reading->diags, CC_E302, attribute->name_pos, element->name,
	    attribute->name, advice.text);
	meant.name = advice.stands;
	if (advice.value != NULL)
		meant.value = cc_arena_strdup(reading->arena, advice.value);
	g_free(advice.text);
	g_free(advice.value);
	return meant;
}

bool
cc_content_is_meant(const struct cc_element *element,
    const struct cc_shape *shape, struct cc_mask mask)
{
	for (size_t i = 0; i < element->attribute_count; i++) {
		const struct cc_misfit misfit = {NULL, element,
		    &element->attributes[i], {element->name, shape, mask}};

		if (is_content(&misfit, misfit.attribute->name))
			return true;
	}
	return false;
}
