/* A tree while it is read. Shared by tree*.c only. */
#ifndef CC_XML_TREE_READ_H
#define CC_XML_TREE_READ_H

#include "xml/markup.h"
#include "xml/tree.h"

#include <libxml/parser.h>

struct part {
	const char *bytes;
	size_t length;
};

struct open_element {
	struct cc_element *element;
	struct cc_element *last; /* child */
	GString *text;           /* kept for the next element at this depth */
};

struct tree {
	struct cc_arena *arena;
	const struct cc_tree_document *document;
	struct cc_markup markup;
	xmlParserCtxt *context;
	GHashTable *names; /* libxml2's interned name -> the arena's */
	struct part parts[3];
	/* The same tokens that libxml2 sees: it says what, this says where. */
	struct cc_scan scan;
	struct cc_token token; /* the last start tag */
	struct cc_element *root;
	struct open_element open[CC_XML_DEPTH_MAX];
	uint32_t depth;
	uint32_t skipped; /* depth inside an element that is left out */
	uint32_t foreign;
	bool verbatim; /* the root says xml:space="preserve" */
	bool failed;
};

/* tree.c: a name with its prefix; and that there is something of another
 * namespace, of which so much may be that the file is of another kind. */
const char *cc_tree_qualified(
    struct tree *tree, const xmlChar *prefix, const xmlChar *name);
void cc_tree_add_foreign(struct tree *tree);

/* tree-attribute.c: the attributes of the start tag at which the tree is; `row`
 * has libxml2's five pointers for each. */
void cc_tree_add_attributes(struct tree *tree, struct cc_element *element,
    int count, const xmlChar **row);
/* A text in NFC: some systems write an accent behind its letter, which then
 * matches no word and is drawn beside it. */
const char *cc_tree_composed(struct tree *tree, const char *text);
void cc_tree_refuse_noncharacter(
    const struct tree *tree, const char *text, struct cc_pos pos);

#endif
