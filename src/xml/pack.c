/* A packed tree is: the number of names and the names; then the root. An
 * element is: its name's number, its place, its attributes (each name's number,
 * the name's place, the value's place, the value), its text (and its place,
 * where there is any), the number of children, the children.
 *
 * A place is the distance from the one before it, in the order of elements and
 * attributes, and a length; that of a text is counted from its element. */
#include "xml/pack.h"

#include "base/bytes.h"

#include <string.h>

struct packing {
	GByteArray *to;
	GHashTable *numbers; /* name -> number + 1 */
	GPtrArray *names;
	uint32_t at; /* the last place */
};

static void
put_place(struct packing *packing, struct cc_pos pos)
{
	g_assert(pos.at >= packing->at);
	cc_bytes_put_number(packing->to, pos.at - packing->at);
	cc_bytes_put_number(packing->to, pos.length);
	packing->at = pos.at;
}

static void
put_name(struct packing *packing, const char *name)
{
	guint number =
	    GPOINTER_TO_UINT(g_hash_table_lookup(packing->numbers, name));

	g_assert(number > 0);
	cc_bytes_put_number(packing->to, number - 1);
}

static void
put_text(struct packing *packing, const struct cc_element *element)
{
	struct cc_pos pos = element->text_pos;

	cc_bytes_put_string(packing->to, element->text);
	if (*element->text == '\0')
		return;
	cc_bytes_put_number(packing->to, pos.source != NULL);
	if (pos.source == NULL)
		return;
	cc_bytes_put_number(packing->to, pos.at - element->pos.at);
	cc_bytes_put_number(packing->to, pos.length);
}

static void
put_element(struct packing *packing, const struct cc_element *element)
{
	uint32_t children = 0;

	put_name(packing, element->name);
	put_place(packing, element->pos);
	cc_bytes_put_number(packing->to, (uint32_t)element->attribute_count);
	for (size_t i = 0; i < element->attribute_count; i++) {
		const struct cc_attribute *attribute = &element->attributes[i];

		put_name(packing, attribute->name);
		put_place(packing, attribute->name_pos);
		put_place(packing, attribute->pos);
		cc_bytes_put_string(packing->to, attribute->value);
	}
	put_text(packing, element);
	for (const struct cc_element *e = element->first; e; e = e->next)
		children++;
	cc_bytes_put_number(packing->to, children);
	for (const struct cc_element *e = element->first; e; e = e->next)
		put_element(packing, e);
}

static void
collect_name(struct packing *packing, const char *name)
{
	if (g_hash_table_contains(packing->numbers, name))
		return;
	g_ptr_array_add(packing->names, (gpointer)name);
	g_hash_table_insert(packing->numbers, (gpointer)name,
	    GUINT_TO_POINTER(packing->names->len));
}

static void
collect_names(struct packing *packing, const struct cc_element *element)
{
	collect_name(packing, element->name);
	for (size_t i = 0; i < element->attribute_count; i++)
		collect_name(packing, element->attributes[i].name);
	for (const struct cc_element *e = element->first; e; e = e->next)
		collect_names(packing, e);
}

void
cc_tree_pack(const struct cc_element *root, GByteArray *to)
{
	g_autoptr(GHashTable) numbers =
	    g_hash_table_new(g_str_hash, g_str_equal);
	g_autoptr(GPtrArray) names = g_ptr_array_new();
	struct packing packing = {.to = to, .numbers = numbers, .names = names};

	collect_names(&packing, root);
	cc_bytes_put_number(to, names->len);
	for (guint i = 0; i < names->len; i++)
		cc_bytes_put_string(to, names->pdata[i]);
	put_element(&packing, root);
}

struct unpacking {
	struct cc_arena *arena;
	const struct cc_source *source;
	const unsigned char *from;
	const char **names;
	uint32_t at; /* the last place */
};

static uint32_t
take_number(struct unpacking *unpacking)
{
	return cc_bytes_take_number(&unpacking->from);
}

static const char *
take_string(struct unpacking *unpacking)
{
	return cc_bytes_take_string(&unpacking->from);
}

static struct cc_pos
take_place(struct unpacking *unpacking)
{
	struct cc_pos pos = {.source = unpacking->source};

	pos.at = unpacking->at += take_number(unpacking);
	pos.length = take_number(unpacking);
	return pos;
}

static void
take_text(struct unpacking *unpacking, struct cc_element *element)
{
	element->text = take_string(unpacking);
	if (*element->text == '\0' || take_number(unpacking) == 0)
		return;
	element->text_pos.source = unpacking->source;
	element->text_pos.at = element->pos.at + take_number(unpacking);
	element->text_pos.length = take_number(unpacking);
}

static struct cc_element *
take_element(struct unpacking *unpacking, struct cc_element *parent)
{
	struct cc_element *element =
	    cc_arena_new(unpacking->arena, struct cc_element);
	struct cc_element **next = &element->first;

	element->name = unpacking->names[take_number(unpacking)];
	element->parent = parent;
	element->pos = take_place(unpacking);
	element->attribute_count = take_number(unpacking);
	if (element->attribute_count > 0)
		element->attributes = cc_arena_new_array(unpacking->arena,
		    struct cc_attribute, element->attribute_count);
	for (size_t i = 0; i < element->attribute_count; i++) {
		struct cc_attribute *attribute = &element->attributes[i];

		attribute->name = unpacking->names[take_number(unpacking)];
		attribute->name_pos = take_place(unpacking);
		attribute->pos = take_place(unpacking);
		attribute->value = take_string(unpacking);
	}
	take_text(unpacking, element);
	for (uint32_t n = take_number(unpacking); n > 0; n--) {
		*next = take_element(unpacking, element);
		next = &(*next)->next;
	}
	return element;
}

struct cc_element *
cc_tree_unpack(struct cc_arena *arena, const struct cc_source *source)
{
	struct unpacking unpacking = {
	    .arena = arena, .source = source, .from = source->tree};
	const uint32_t count = take_number(&unpacking);

	unpacking.names = cc_arena_new_array(arena, const char *, count);
	for (uint32_t i = 0; i < count; i++)
		unpacking.names[i] = take_string(&unpacking);
	return take_element(&unpacking, NULL);
}
