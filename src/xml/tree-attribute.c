/* Attributes: their values as they were meant, each with its place. */
#include "xml/tree-read.h"

#include "base/letter.h"

#include <string.h>

/* libxml2's row of five pointers. */
struct sax_attribute {
	const xmlChar *name, *prefix, *ns, *value, *value_end;
};

static bool
attribute_known(struct tree *tree, const struct sax_attribute *sax,
    struct cc_pos pos, const char *name)
{
	if (sax->prefix == NULL || tree->document->ns == NULL ||
	    (sax->ns != NULL && xmlStrEqual(sax->ns, XML_XML_NAMESPACE)))
		return true;
	cc_diag(tree->markup.diags, CC_E115, pos, name);
	cc_tree_add_foreign(tree);
	return false;
}

/* The next attribute in the source that is no namespace declaration. */
static struct cc_scan_attribute
next_attribute(struct tree *tree, uint32_t *at)
{
	const char *bytes = tree->scan.bytes;
	struct cc_scan_attribute attribute;

	while (cc_scan_attribute(bytes, tree->token.end, at, &attribute) ==
		   CC_SCAN_ATTRIBUTE &&
	       cc_markup_declares_namespace(
		   bytes + attribute.name, attribute.name_length))
		continue;
	return attribute;
}

#define AMPERSAND "&#38;"

/* In values libxml2 leaves an ampersand as the reference that it took the
 * place of; in text it does not. Undone once: what was typed as "&amp;#38;" is
 * "&#38;". */
static size_t
undo_ampersands(char *value, size_t length)
{
	const size_t skip = strlen(AMPERSAND);
	char *to = memchr(value, '&', length);
	const char *from = to, *end = value + length;

	if (to == NULL)
		return length;
	while (from < end) {
		*to++ = *from;
		from += g_str_has_prefix(from, AMPERSAND) ? skip : 1;
	}
	*to = '\0';
	return (size_t)(to - value);
}

/* Whether the character that begins with this byte may be a part of the one
 * before it. The first that may is U+0300; those of the Han block, the bulk of
 * Chinese text, are none. Of a character's later bytes none is as great. */
static bool
may_combine(unsigned char byte)
{
	return byte >= 0xCC && (byte < 0xE4 || byte > 0xE9);
}

const char *
cc_tree_composed(struct tree *tree, const char *text)
{
	g_autofree char *to = NULL;
	const unsigned char *p = (const unsigned char *)text;

	while (*p != '\0' && !may_combine(*p))
		p++;
	if (*p == '\0')
		return text;
	to = g_utf8_normalize(text, -1, G_NORMALIZE_NFC);
	if (to == NULL || strcmp(to, text) == 0)
		return text;
	return cc_arena_strdup(tree->arena, to);
}

void
cc_tree_refuse_noncharacter(const struct tree *tree, const char *text, struct cc_pos pos)
{
	const gunichar c = cc_noncharacter_find(text);

	if (c != 0)
		cc_diag(tree->markup.diags, CC_E126, cc_pos_letter(pos, c),
		    (unsigned)c);
}

static void
add_attribute(struct tree *tree, struct cc_element *element,
    const struct sax_attribute *sax, const struct cc_scan_attribute *place)
{
	struct cc_attribute *attribute =
	    &element->attributes[element->attribute_count];
	const char *name = cc_tree_qualified(tree, sax->prefix, sax->name);
	struct cc_pos pos =
	    cc_markup_pos(&tree->markup, place->name, place->name_length);
	size_t length = (size_t)(sax->value_end - sax->value);
	guint letters;
	char *value;

	if (!attribute_known(tree, sax, pos, name))
		return;
	attribute->name = name;
	attribute->name_pos = pos;
	attribute->pos =
	    cc_markup_pos(&tree->markup, place->value, place->value_length);
	value =
	    cc_arena_strndup(tree->arena, (const char *)sax->value, length);
	length = undo_ampersands(value, length);
	attribute->value = cc_tree_composed(tree, value);
	element->attribute_count++;
	cc_tree_refuse_noncharacter(tree, attribute->value, attribute->pos);
	if (length <= CC_XML_TEXT_MAX)
		return;
	letters = (guint)g_utf8_strlen(attribute->value, -1);
	if (letters > CC_XML_TEXT_MAX)
		cc_diag(tree->markup.diags, CC_E120, attribute->pos, name,
		    letters, CC_XML_TEXT_MAX);
}

void
cc_tree_add_attributes(struct tree *tree, struct cc_element *element, int count,
    const xmlChar **row)
{
	uint32_t at = tree->token.at + 1;

	if (count == 0)
		return;
	element->attributes =
	    cc_arena_new_array(tree->arena, struct cc_attribute, count);
	at += cc_scan_name(tree->scan.bytes, at, tree->token.end);
	for (int i = 0; i < count; i++, row += 5) {
		struct sax_attribute sax = {
		    row[0], row[1], row[2], row[3], row[4]};
		struct cc_scan_attribute place = next_attribute(tree, &at);

		add_attribute(tree, element, &sax, &place);
	}
}
