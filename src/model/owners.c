#include "model/owners.h"

#include <glib.h>
#include <string.h>

bool
cc_owners_have(const struct cc_owners *owners, const char *element)
{
	for (size_t i = 0; i < owners->count; i++)
		if (strcmp(owners->list[i].element, element) == 0)
			return true;
	return false;
}

static void
add_owner(struct cc_owners *owners, const char *element,
    const struct cc_shape *shape, struct cc_mask mask)
{
	if (cc_owners_have(owners, element) || owners->count == CC_OWNERS_MAX)
		return;
	owners->list[owners->count++] = (struct cc_owner){element, shape, mask};
	for (size_t i = 0; i < shape->branch_count; i++) {
		const struct cc_branch *branch = &shape->branches[i];

		if (cc_branch_holds(branch, mask))
			add_owner(owners, branch->shape->element, branch->shape,
			    CC_MASK_ALL);
	}
}

void
cc_owners_list(struct cc_owners *owners)
{
	owners->count = 0;
	add_owner(owners, cc_shape_case.element, &cc_shape_case, CC_MASK_ALL);
	for (int k = 0; k < CC_KIND_COUNT; k++) {
		const struct cc_kind *kind = cc_kind_row((enum cc_kind_id)k);

		add_owner(
		    owners, kind->element, &cc_shape_fact, cc_kind_mask(kind));
	}
}

bool
cc_owner_holds(const struct cc_owner *owner, const char *name)
{
	return cc_shape_holds(owner->shape, owner->mask, name);
}

bool
cc_owner_has(const struct cc_owner *owner, const char *name)
{
	for (size_t i = 0; i < owner->shape->field_count; i++)
		if (cc_field_holds(&owner->shape->fields[i], owner->mask) &&
		    strcmp(owner->shape->fields[i].name, name) == 0)
			return true;
	return false;
}

#define TOLD_MAX 4 /* more owners help nobody */

char *
cc_owners_text(const struct cc_owners *owners, const char *name,
    bool (*holds)(const struct cc_owner *, const char *))
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
