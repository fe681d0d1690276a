#include "xml/tree-read.h"

#include "xml/reason.h"

#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>
#include <string.h>

/* After so many of another namespace the file is of another kind. */
#define FOREIGN_MAX 20

static bool
is_verbatim(const struct cc_element *root)
{
	const char *space = cc_element_value(root, "xml:space");

	return space != NULL && strcmp(space, "preserve") == 0;
}

static void
stop(struct tree *tree)
{
	tree->failed = true;
	xmlStopParser(tree->context);
}

/* The innermost open element; NULL outside the root. */
static struct open_element *
innermost(struct tree *tree)
{
	return tree->depth > 0 ? &tree->open[tree->depth - 1] : NULL;
}

/* Text passes under the element that is open: its place is that of the first
 * character that is not white, as far as the token goes. */
static void
pass_text(struct tree *tree, const struct cc_token *token)
{
	struct open_element *open = innermost(tree);
	const char *bytes = tree->scan.bytes;
	uint32_t at = token->at, end = token->end;

	if (open == NULL || tree->skipped > 0 ||
	    open->element->text_pos.source != NULL)
		return;
	if (token->kind == CC_TOKEN_CDATA) {
		at += (uint32_t)strlen("<![CDATA[");
		end -= (uint32_t)strlen("]]>");
	}
	at = cc_scan_white(bytes, at, end);
	while (end > at && g_ascii_isspace(bytes[end - 1]))
		end--;
	if (at < end)
		open->element->text_pos =
		    cc_markup_pos(&tree->markup, at, end - at);
}

/* On to the next tag of the source. */
static bool
next_tag(struct tree *tree)
{
	struct cc_token token;

	while (cc_scan_next(&tree->scan, &token)) {
		if (token.kind == CC_TOKEN_TEXT || token.kind == CC_TOKEN_CDATA)
			pass_text(tree, &token);
		if (token.kind == CC_TOKEN_START ||
		    token.kind == CC_TOKEN_EMPTY ||
		    token.kind == CC_TOKEN_END) {
			tree->token = token;
			return true;
		}
	}
	return false;
}

/* Both readings of the text must agree; they do unless the guard let through
 * what libxml2 understands otherwise. */
static bool
at_start_tag(struct tree *tree, const char *name)
{
	const char *bytes = tree->scan.bytes;
	uint32_t from, length;
	size_t tail = strlen(name);

	if (!next_tag(tree) || tree->token.kind == CC_TOKEN_END)
		return false;
	from = tree->token.at + 1;
	length = cc_scan_name(bytes, from, tree->token.end);
	return length >= tail &&
	       memcmp(bytes + from + length - tail, name, tail) == 0;
}

static const char *
interned(struct tree *tree, const xmlChar *name)
{
	char *copy = g_hash_table_lookup(tree->names, name);

	if (copy == NULL) {
		copy = cc_arena_strdup(tree->arena, (const char *)name);
		g_hash_table_insert(tree->names, (gpointer)name, copy);
	}
	return copy;
}

const char *
cc_tree_qualified(struct tree *tree, const xmlChar *prefix, const xmlChar *name)
{
	if (prefix == NULL)
		return interned(tree, name);
	return cc_arena_printf(
	    tree->arena, "%s:%s", (const char *)prefix, (const char *)name);
}

void
cc_tree_add_foreign(struct tree *tree)
{
	if (++tree->foreign == FOREIGN_MAX)
		stop(tree);
}

static void
open_element(struct tree *tree, struct cc_element *element)
{
	struct open_element *parent = innermost(tree);
	struct open_element *open = &tree->open[tree->depth++];

	open->element = element;
	open->last = NULL;
	if (open->text == NULL)
		open->text = g_string_new(NULL);
	g_string_truncate(open->text, 0);
	if (parent == NULL) {
		tree->root = element;
		return;
	}
	element->parent = parent->element;
	if (parent->last == NULL)
		parent->element->first = element;
	else
		parent->last->next = element;
	parent->last = element;
}

static bool
element_known(struct tree *tree, const xmlChar *name, const xmlChar *prefix,
    const xmlChar *ns, struct cc_pos pos)
{
	const char *expected = tree->document->ns;

	if (expected == NULL ||
	    (ns != NULL && strcmp((const char *)ns, expected) == 0))
		return true;
	cc_diag(tree->markup.diags, CC_E114, pos,
	    cc_tree_qualified(tree, prefix, name), expected);
	cc_tree_add_foreign(tree);
	return false;
}

static void
on_start(void *data, const xmlChar *name, const xmlChar *prefix,
    const xmlChar *ns, int ns_count, const xmlChar **ns_list, int count,
    int defaulted, const xmlChar **attributes)
{
	struct tree *tree = data;
	bool outer = tree->depth == 0 && tree->document->before != NULL;
	struct cc_element *element;
	struct cc_pos pos = {0};

	(void)ns_count, (void)ns_list, (void)defaulted;
	if (tree->failed)
		return;
	if (!outer && !at_start_tag(tree, (const char *)name)) {
		cc_markup_fault(&tree->markup, tree->token.at, 1,
		    "its tags can be understood in two ways");
		stop(tree);
		return;
	}
	if (tree->skipped > 0) {
		tree->skipped++;
		return;
	}
	if (!outer)
		pos = cc_markup_pos(&tree->markup, tree->token.at,
		    1 + cc_scan_name(tree->scan.bytes, tree->token.at + 1,
			    tree->token.end));
	if (!element_known(tree, name, prefix, ns, pos)) {
		tree->skipped = 1;
		return;
	}
	element = cc_arena_new(tree->arena, struct cc_element);
	element->name = interned(tree, name);
	element->text = "";
	element->pos = pos;
	if (!outer)
		cc_tree_add_attributes(tree, element, count, attributes);
	if (tree->root == NULL)
		tree->verbatim = is_verbatim(element);
	open_element(tree, element);
}

static void
keep_text(struct tree *tree, const struct open_element *open)
{
	struct cc_element *element = open->element;
	const char *text = open->text->str;
	size_t length = open->text->len;
	guint letters;

	while (length > 0 && g_ascii_isspace(text[length - 1]))
		length--;
	if (length == 0)
		return;
	if (tree->verbatim)
		length = open->text->len;
	element->text =
	    cc_tree_composed(tree, cc_arena_strndup(tree->arena, text, length));
	cc_tree_refuse_noncharacter(tree, element->text, element->text_pos);
	if (length <= CC_XML_TEXT_MAX)
		return;
	letters = (guint)g_utf8_strlen(element->text, -1);
	if (letters > CC_XML_TEXT_MAX)
		cc_diag(tree->markup.diags, CC_E119, element->text_pos,
		    element->name, letters, CC_XML_TEXT_MAX);
}

static void
on_end(
    void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *ns)
{
	struct tree *tree = data;

	(void)name, (void)prefix, (void)ns;
	if (tree->failed)
		return;
	/* An empty tag ends where it starts. */
	if (tree->token.kind == CC_TOKEN_EMPTY)
		tree->token.kind = CC_TOKEN_END;
	else
		next_tag(tree);
	if (tree->skipped > 0)
		tree->skipped--;
	else
		keep_text(tree, &tree->open[--tree->depth]);
}

static void
on_text(void *data, const xmlChar *bytes, int length)
{
	struct tree *tree = data;
	struct open_element *open = innermost(tree);
	const char *text = (const char *)bytes;

	if (tree->failed || tree->skipped > 0 || open == NULL)
		return;
	if (open->text->len == 0 && !tree->verbatim)
		for (; length > 0 && g_ascii_isspace(*text); length--)
			text++;
	g_string_append_len(open->text, text, length);
}

/* The guard refuses them all before; this holds should it ever miss one. */
static void
on_document_type(void *data, const xmlChar *name, const xmlChar *external,
    const xmlChar *system)
{
	struct tree *tree = data;

	(void)name, (void)external, (void)system;
	if (tree->failed)
		return;
	cc_diag(tree->markup.diags, CC_E103,
	    cc_markup_pos(&tree->markup, tree->scan.at, 0));
	stop(tree);
}

#if LIBXML_VERSION >= 21200
typedef const xmlError *error_pointer;
#else
typedef xmlError *error_pointer;
#endif

static glong
bytes_consumed(xmlParserCtxt *context)
{
#if LIBXML_VERSION >= 21400
	unsigned long at = 0;

	xmlCtxtGetInputPosition(context, 0, NULL, NULL, NULL, &at);
	return (glong)at;
#else
	return xmlByteConsumed(context);
#endif
}

/* libxml2 counts from the start of what it was given. */
static uint32_t
place_of_error(const struct tree *tree)
{
	const struct cc_tree_document *document = tree->document;
	glong from = document->from, to = document->to;
	glong at = from + bytes_consumed(tree->context);

	if (document->before != NULL)
		at -= (glong)strlen(document->before);
	return (uint32_t)CLAMP(at, from, to);
}

static void
on_error(void *data, error_pointer error)
{
	struct tree *tree = data;
	g_autofree char *reason = NULL;

	if (tree->failed || error->level < XML_ERR_ERROR)
		return;
	/* Of another namespace it is, too: diagnosed there. */
	if (error->code == XML_NS_ERR_UNDEFINED_NAMESPACE &&
	    tree->document->ns != NULL)
		return;
	reason = cc_reason(error->code, error->message);
	cc_markup_fault(&tree->markup, place_of_error(tree), 0, "%s", reason);
	stop(tree);
}

static int
on_read(void *data, char *to, int most)
{
	struct tree *tree = data;
	int length = 0;

	for (size_t i = 0; i < G_N_ELEMENTS(tree->parts); i++) {
		struct part *part = &tree->parts[i];
		size_t n = MIN(part->length, (size_t)(most - length));

		if (n == 0)
			continue;
		memcpy(to + length, part->bytes, n);
		part->bytes += n;
		part->length -= n;
		length += (int)n;
	}
	return length;
}

/* No handler for anything that is not read, above all for entities; and none
 * of libxml2's own, which would build its tree. */
static const xmlSAXHandler handlers = {
    .initialized = XML_SAX2_MAGIC,
    .startElementNs = on_start,
    .endElementNs = on_end,
    .characters = on_text,
    .ignorableWhitespace = on_text,
    .cdataBlock = on_text,
    .internalSubset = on_document_type,
    .serror = on_error,
};

#if LIBXML_VERSION >= 21300
#define OPTIONS (XML_PARSE_NONET | XML_PARSE_NO_XXE)
#else
#define OPTIONS XML_PARSE_NONET
#endif

static void
tree_init(struct tree *tree, struct cc_arena *arena,
    const struct cc_tree_document *document, struct cc_diags *diags)
{
	const struct cc_source *source = document->source;
	const char *before = document->before;
	const char *behind = document->behind;

	*tree = (struct tree){
	    .arena = arena,
	    .document = document,
	    .markup = {source, diags},
	    .names = g_hash_table_new(NULL, NULL),
	    .parts = {{before, before != NULL ? strlen(before) : 0},
		{source->bytes + document->from, document->to - document->from},
		{behind, behind != NULL ? strlen(behind) : 0}},
	    .scan = {.bytes = source->bytes,
		.length = document->to,
		.at = document->from},
	};
	xmlInitParser();
	tree->context = xmlNewParserCtxt();
	if (tree->context == NULL)
		g_error("out of memory");
	*tree->context->sax = handlers;
	tree->context->userData = tree;
}

static void
tree_finish(struct tree *tree)
{
	for (size_t i = 0; i < CC_XML_DEPTH_MAX; i++)
		if (tree->open[i].text != NULL)
			g_string_free(tree->open[i].text, TRUE);
	g_hash_table_unref(tree->names);
	xmlFreeParserCtxt(tree->context);
}

struct cc_element *
cc_tree_read(struct cc_arena *arena, const struct cc_tree_document *document,
    struct cc_diags *diags)
{
	struct tree tree;
	bool whole;

	tree_init(&tree, arena, document, diags);
	/* Its result is a document that nobody built: always NULL. */
	xmlCtxtReadIO(tree.context, on_read, NULL, &tree, NULL, NULL, OPTIONS);
	whole = !tree.failed && tree.context->wellFormed && tree.depth == 0;
	if (!whole && !tree.failed)
		cc_markup_fault(
		    &tree.markup, document->to, 0, "it ends too early");
	tree_finish(&tree);
	return whole ? tree.root : NULL;
}
