/* Elements and attributes that have no place where they stand: what was meant,
 * and where it belongs. */
#include "model/foreign.h"
#include "model/read.h"

#include "base/time-guess.h"

#include <string.h>

/* An element of the format, as a row of shapes has it. */
struct owner {
	const char *element;
	const struct cc_shape *shape;
	struct cc_mask mask;
};

#define OWNERS_MAX 64 /* more elements than there are */

struct owners {
	struct owner list[OWNERS_MAX];
	size_t count;
};

static bool
is_listed(const struct owners *owners, const char *element)
{
	for (size_t i = 0; i < owners->count; i++)
		if (strcmp(owners->list[i].element, element) == 0)
			return true;
	return false;
}

static void
add_owner(struct owners *owners, const char *element,
    const struct cc_shape *shape, struct cc_mask mask)
{
	if (is_listed(owners, element) || owners->count == OWNERS_MAX)
		return;
	owners->list[owners->count++] = (struct owner){element, shape, mask};
	for (size_t i = 0; i < shape->branch_count; i++) {
		const struct cc_branch *branch = &shape->branches[i];

		if (cc_branch_holds(branch, mask))
			add_owner(owners, branch->shape->element,
			    branch->shape, CC_MASK_ALL);
	}
}

/* Every element, outer ones first. */
static void
list_owners(struct owners *owners)
{
	owners->count = 0;
	add_owner(owners, cc_shape_case.element, &cc_shape_case, CC_MASK_ALL);
	for (int k = 0; k < CC_KIND_COUNT; k++) {
		const struct cc_kind *kind = cc_kind_row((enum cc_kind_id)k);

		add_owner(owners, kind->element, &cc_shape_fact,
		    cc_kind_mask(kind));
	}
}

static bool
holds_element(const struct owner *owner, const char *name)
{
	if (owner->shape->holds_facts && cc_kind_find(name) != NULL)
		return true;
	for (size_t i = 0; i < owner->shape->branch_count; i++)
		if (cc_branch_holds(&owner->shape->branches[i], owner->mask) &&
		    strcmp(owner->shape->branches[i].shape->element, name) == 0)
			return true;
	return false;
}

static bool
holds_attribute(const struct owner *owner, const char *name)
{
	for (size_t i = 0; i < owner->shape->field_count; i++)
		if (cc_field_holds(&owner->shape->fields[i], owner->mask) &&
		    strcmp(owner->shape->fields[i].name, name) == 0)
			return true;
	return false;
}

#define TOLD_MAX 4 /* more owners help nobody */

/* "<treatment>, <procedure> or <drug>"; NULL where there are none, or too many
 * to be told. */
static char *
list_text(const struct owners *owners, const char *name,
    bool (*holds)(const struct owner *, const char *))
{
	const char *told[TOLD_MAX];
	GString *text = NULL;
	size_t count = 0;

	for (size_t i = 0; i < owners->count; i++) {
		if (!holds(&owners->list[i], name))
			continue;
		if (count == TOLD_MAX)
			return NULL;
		told[count++] = owners->list[i].element;
	}
	for (size_t i = 0; i < count; i++) {
		if (text == NULL)
			text = g_string_new(NULL);
		g_string_append_printf(text, "%s<%s>",
		    i == 0           ? ""
		    : i + 1 == count ? " or "
				     : ", ",
		    told[i]);
	}
	return text != NULL ? g_string_free(text, FALSE) : NULL;
}

/* The nearest element round this one that may hold it. */
static const char *
find_outer(const struct owners *owners, const struct cc_element *element,
    const char *name)
{
	const struct cc_element *outer = element->parent;

	while (outer != NULL && (outer = outer->parent) != NULL)
		for (size_t i = 0; i < owners->count; i++)
			if (strcmp(owners->list[i].element, outer->name) == 0 &&
			    holds_element(&owners->list[i], name))
				return outer->name;
	return NULL;
}

/* Where an element of ours belongs that has no place here. */
static char *
belongs_text(const struct owners *owners, const struct cc_element *element,
    const char *name)
{
	const char *outer = find_outer(owners, element, name);
	g_autofree char *list = NULL;

	if (outer != NULL)
		return g_strdup_printf("stands in <%s>, outside of <%s>",
		    outer, element->parent->name);
	list = list_text(owners, name, holds_element);
	return list != NULL ? g_strdup_printf("stands in %s", list) : NULL;
}

/* What may stand in an element. */
static size_t
list_elements(const struct owner *here, const char **words, size_t room)
{
	size_t count = 0;

	for (size_t i = 0; i < here->shape->branch_count && count < room; i++)
		if (cc_branch_holds(&here->shape->branches[i], here->mask))
			words[count++] =
			    here->shape->branches[i].shape->element;
	for (int k = 0; here->shape->holds_facts && k < CC_KIND_COUNT &&
	     count < room;
	     k++)
		words[count++] = cc_kind_row((enum cc_kind_id)k)->element;
	return count;
}

#define WORDS_MAX 64 /* more than may stand in any element */

static char *
element_hint(struct cc_reading *reading, const struct cc_element *element,
    const struct owner *here)
{
	bool dated = cc_element_attribute(element, "time") != NULL ||
	             cc_element_attribute(element, "date") != NULL;
	const char *ours = cc_foreign_element(element->name, dated);
	const char *words[WORDS_MAX];
	g_autofree char *where = NULL;
	struct owners owners;

	/* A laboratory value among those of one time. */
	if ((g_strcmp0(ours, "series") == 0 || g_strcmp0(ours, "panel") == 0) &&
	    holds_element(here, "value"))
		ours = "value";
	if (ours != NULL && holds_element(here, ours))
		return g_strdup_printf("; write <%s>", ours);
	if (!cc_hint_spend(&reading->hints))
		return g_strdup("");
	list_owners(&owners);
	if (is_listed(&owners, element->name)) {
		where = belongs_text(&owners, element, element->name);
		return where != NULL ? g_strdup_printf("; it %s", where)
		                     : g_strdup("");
	}
	if (ours != NULL) {
		where = belongs_text(&owners, element, ours);
		return where != NULL
		           ? g_strdup_printf(
				 "; it is a <%s>, which %s", ours, where)
		           : g_strdup_printf("; it is a <%s>", ours);
	}
	return cc_hint_text(cc_nearest(element->name, words,
	    list_elements(here, words, WORDS_MAX)));
}

void
cc_refuse_element(struct cc_reading *reading, const struct cc_element *element,
    const struct cc_shape *shape, struct cc_mask mask)
{
	const struct owner here = {element->parent->name, shape, mask};
	g_autofree char *hint = element_hint(reading, element, &here);

	cc_diag(reading->diags, CC_E301, element->pos, element->name,
	    element->parent->name, hint);
}

/* ---- attributes ---- */

/* What was asked of an attribute. */
struct misfit {
	struct cc_reading *reading;
	const struct cc_element *element;
	const struct cc_attribute *attribute;
	struct owner here;
};

static const char *
value_of(const struct cc_element *element, bool (*is)(const char *))
{
	for (size_t i = 0; i < element->attribute_count; i++)
		if (is(element->attributes[i].name))
			return element->attributes[i].value;
	return NULL;
}

/* The first of the attributes that say one time in pieces. */
static bool
is_first_piece(const struct misfit *misfit)
{
	const struct cc_element *element = misfit->element;

	for (size_t i = 0; i < element->attribute_count; i++) {
		const struct cc_attribute *other = &element->attributes[i];

		if (other == misfit->attribute)
			return true;
		if ((cc_foreign_start(other->name) ||
			cc_foreign_end(other->name)) &&
		    !holds_attribute(&misfit->here, other->name))
			return false;
	}
	return true;
}

/* time="2022-03" for a text that says it in whatever notation, else NULL; owned
 * by the caller. */
static char *
time_text(const struct misfit *misfit, const char *text)
{
	const struct cc_reading *reading = misfit->reading;
	g_autoptr(GString) guess = g_string_new(NULL);
	struct cc_diags deaf = CC_DIAGS_DEAF;
	struct cc_time read;

	if (cc_time_read(
		reading->arena, text, (struct cc_pos){0}, &read, &deaf))
		return g_strdup_printf("time=\"%s\"", text);
	if (!cc_time_guess(text, reading->course->clock, true, guess) ||
	    strstr(guess->str, " or ") != NULL ||
	    strchr(guess->str, ',') != NULL)
		return NULL;
	return g_strdup_printf("time=\"%s\"", guess->str);
}

/* time="2021-04/2021-07" for start="2021-04" end="2021-07"; owned by the
 * caller. */
static char *
join_pieces(const struct misfit *misfit)
{
	const struct cc_attribute *time =
	    cc_element_attribute(misfit->element, "time");
	const char *start = value_of(misfit->element, cc_foreign_start);
	const char *end = value_of(misfit->element, cc_foreign_end);
	g_autofree char *text = NULL, *words = NULL;
	char *found;

	if (start == NULL && time != NULL)
		start = time->value;
	text = g_strdup_printf("%s/%s", start != NULL ? start : "",
	    end != NULL ? end : "");
	found = time_text(misfit, text);
	if (found != NULL)
		return found;
	words = g_strdup_printf("%s to %s", start != NULL ? start : "unknown",
	    end != NULL ? end : "unknown");
	found = time_text(misfit, words);
	return found != NULL ? found : g_strdup("time=\"start/end\"");
}

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
find_inner(const struct misfit *misfit, const char *name)
{
	const struct owner *here = &misfit->here;
	const char *found = NULL;

	for (size_t i = 0; i < here->shape->branch_count; i++) {
		const struct cc_branch *branch = &here->shape->branches[i];
		const struct owner inner = {
		    branch->shape->element, branch->shape, CC_MASK_ALL};

		if (!cc_branch_holds(branch, here->mask) ||
		    !holds_attribute(&inner, name))
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
attribute_place(const struct misfit *misfit, const char *name)
{
	const char *inner = find_inner(misfit, name);
	const struct cc_element *parent = misfit->element->parent;
	g_autofree char *list = NULL;
	struct owners owners;

	if (inner != NULL)
		return g_strdup_printf("; each <%s> in it has its %s", inner,
		    name);
	list_owners(&owners);
	for (size_t i = 0; parent != NULL && i < owners.count; i++)
		if (strcmp(owners.list[i].element, parent->name) == 0 &&
		    holds_attribute(&owners.list[i], name))
			return g_strdup_printf("; it belongs to its <%s>",
			    parent->name);
	list = list_text(&owners, name, holds_attribute);
	return list != NULL ? g_strdup_printf("; it belongs to %s", list)
	                    : NULL;
}

/* The words of an attribute that the element says as text. */
static char *
words_hint(const struct misfit *misfit)
{
	const char *name = misfit->attribute->name;
	const struct cc_shape *shape = misfit->here.shape;

	if (shape->content != CC_CONTENT_NONE && strcmp(name, "value") == 0)
		return g_strdup_printf("; write it between <%s> and </%s>",
		    misfit->element->name, misfit->element->name);
	if (!cc_foreign_words(name))
		return NULL;
	if (holds_element(&misfit->here, name))
		return g_strdup_printf("; write it as <%s>...</%s> in it", name,
		    name);
	if (holds_element(&misfit->here, "label"))
		return g_strdup("; write it as <label>...</label> in it");
	return NULL;
}

/* An attribute of ours by its name elsewhere; NULL where there is none. */
static const char *
foreign_attribute(const struct misfit *misfit)
{
	const char *name = misfit->attribute->name;
	const char *ours = cc_foreign_attribute(name);

	/* The type of a <define> is what it is in. */
	if (g_strcmp0(ours, "code") == 0 &&
	    holds_attribute(&misfit->here, "in") &&
	    cc_element_attribute(misfit->element, "in") == NULL)
		return "in";
	if (ours == NULL && strcmp(name, "name") == 0)
		return "code";
	return ours;
}

#define VALUE_MAX 40 /* [bytes] of a value that is repeated */

/* A word of the attribute's closed set that means the same, or NULL. */
static const char *
closed_word(const struct misfit *misfit, const char *ours)
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

/* The attribute as it would be here. */
static char *
written_as(const struct misfit *misfit, const char *ours)
{
	const char *value = misfit->attribute->value;
	const char *word = closed_word(misfit, ours);
	char *time = NULL;

	if (word != NULL && *word != '\0')
		value = word;

	if (strcmp(ours, "time") == 0)
		time = time_text(misfit, value);
	if (time != NULL)
		return time;
	if (strlen(value) > VALUE_MAX || strpbrk(value, "\"<&") != NULL)
		return g_strdup(ours);
	return g_strdup_printf("%s=\"%s\"", ours, value);
}

struct advice {
	char *text;         /* owned by the caller */
	const char *stands; /* the attribute that it stands for, or NULL */
};

static struct advice
advise(const struct misfit *misfit)
{
	const char *name = misfit->attribute->name;
	const char *ours = foreign_attribute(misfit);
	const char *words[WORDS_MAX];
	struct advice advice = {0};
	size_t count = 0;

	advice.text = words_hint(misfit);
	if (advice.text != NULL) {
		advice.stands = "code";
		return advice;
	}
	if (ours != NULL && holds_attribute(&misfit->here, ours)) {
		bool there =
		    cc_element_attribute(misfit->element, ours) != NULL;
		g_autofree char *written = written_as(misfit, ours);

		advice.stands = ours;
		advice.text = there ? g_strdup_printf(
					  "; leave it out, %s is there", ours)
		                    : g_strdup_printf("; write %s", written);
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
	advice.text = cc_hint_text(advice.stands);
	return advice;
}

const char *
cc_refuse_attribute(struct cc_reading *reading,
    const struct cc_element *element, const struct cc_attribute *attribute,
    const struct cc_shape *shape, struct cc_mask mask)
{
	const struct misfit misfit = {
	    reading, element, attribute, {element->name, shape, mask}};
	bool piece = (cc_foreign_start(attribute->name) ||
			 cc_foreign_end(attribute->name)) &&
	             holds_attribute(&misfit.here, "time");
	struct advice advice = {0};

	if (piece && !is_first_piece(&misfit))
		return "time";
	if (piece) {
		g_autofree char *time = join_pieces(&misfit);

		advice.stands = "time";
		advice.text = g_strdup_printf("; write %s", time);
	} else {
		advice = advise(&misfit);
	}
	cc_diag(reading->diags, CC_E302, attribute->name_pos, element->name,
	    attribute->name, advice.text);
	g_free(advice.text);
	return advice.stands;
}
