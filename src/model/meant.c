/* Elements by other names, or in other places, than they have here: each is
 * told, and then read as what it was meant to be, so that what is wrong within
 * it is told in the same run and what hangs on it is not missed. The tree that
 * was parsed stays as it is: this is a copy. */
#include "model/read.h"

#include <string.h>

/* An element's row of the format. */
struct row {
	const struct cc_shape *shape;
	struct cc_mask mask;
};

/* Of a child that the parent holds. */
static struct row
child_row(struct row of, const char *name)
{
	const struct cc_kind *kind =
	    of.shape->holds_facts ? cc_kind_find(name) : NULL;

	if (kind != NULL)
		return (struct row){&cc_shape_fact, cc_kind_mask(kind)};
	return (struct row){
	    cc_shape_branch(of.shape, of.mask, name)->shape, CC_MASK_ALL};
}

static bool
holds(struct row row, const char *name)
{
	return cc_shape_holds(row.shape, row.mask, name);
}

/* Whether anything in it has no place there. */
static bool
has_stranger(const struct cc_element *element, struct row row)
{
	for (const struct cc_element *e = element->first; e; e = e->next)
		if (!holds(row, e->name) ||
		    has_stranger(e, child_row(row, e->name)))
			return true;
	return false;
}

static struct cc_element *
copy(struct cc_arena *arena, const struct cc_element *from,
    struct cc_element *parent)
{
	struct cc_element *to = cc_arena_new(arena, struct cc_element);
	struct cc_element **link = &to->first;

	*to = *from;
	to->parent = parent;
	for (const struct cc_element *e = from->first; e; e = e->next) {
		*link = copy(arena, e, to);
		link = &(*link)->next;
	}
	*link = NULL;
	return to;
}

/* Behind what stands in the element of the name. */
static void
move_out(struct cc_element *element, const char *outer)
{
	struct cc_element *behind = element->parent;

	while (strcmp(behind->parent->name, outer) != 0)
		behind = behind->parent;
	element->parent = behind->parent;
	element->next = behind->next;
	behind->next = element;
}

/* What is in it takes its place. */
static void
open_list(struct cc_element **link)
{
	struct cc_element *list = *link;
	struct cc_element **end = &list->first;

	while (*end != NULL) {
		(*end)->parent = list->parent;
		end = &(*end)->next;
	}
	*end = list->next;
	*link = list->first;
}

void
cc_add_code(struct cc_arena *arena, struct cc_element *element,
    const char *code, struct cc_pos pos)
{
	size_t count = element->attribute_count;
	struct cc_attribute *all =
	    cc_arena_new_array(arena, struct cc_attribute, count + 1);

	for (size_t i = 0; i < count; i++)
		all[i] = element->attributes[i];
	all[count] = (struct cc_attribute){.name = "code",
	    .value = code,
	    .name_pos = pos,
	    .pos = pos};
	element->attributes = all;
	element->attribute_count = count + 1;
}

static void put_right(
    struct cc_reading *reading, struct cc_element *element, struct row row);

/* One that has no place where it stands: told, and put where it was meant.
 * False where it stays, under whichever name; else another is there now. */
static bool
put_stranger(
    struct cc_reading *reading, struct cc_element **link, struct row row)
{
	struct cc_element *element = *link;
	struct cc_meant_element meant =
	    cc_refuse_element(reading, element, row.shape, row.mask);

	if (meant.opened)
		open_list(link);
	if (meant.name == NULL)
		return meant.opened;
	if (meant.outer != NULL) {
		*link = element->next;
		move_out(element, meant.outer);
	} else if (!holds(row, meant.name)) {
		return false;
	}
	element->name = meant.name;
	if (meant.code != NULL)
		cc_add_code(
		    reading->arena, element, meant.code, element->pos);
	return meant.outer != NULL;
}

/* What was moved out comes by again where it is now. */
static void
put_right(
    struct cc_reading *reading, struct cc_element *element, struct row row)
{
	struct cc_element **link = &element->first;

	while (*link != NULL) {
		if (!holds(row, (*link)->name) &&
		    put_stranger(reading, link, row))
			continue;
		if (holds(row, (*link)->name))
			put_right(
			    reading, *link, child_row(row, (*link)->name));
		link = &(*link)->next;
	}
}

const struct cc_element *
cc_read_meant(struct cc_reading *reading, const struct cc_element *root)
{
	const struct row row = {&cc_shape_case, CC_MASK_ALL};
	struct cc_element *tree;

	if (!has_stranger(root, row))
		return root;
	tree = copy(reading->arena, root, NULL);
	put_right(reading, tree, row);
	return tree;
}
