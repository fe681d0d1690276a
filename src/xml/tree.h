/* libxml2's events -> elements in the arena. */
#ifndef CC_XML_TREE_H
#define CC_XML_TREE_H

#include "xml/xml.h"

/* A document in three parts: of a case that stands in the middle of a stream,
 * the stream's root tag goes before and its end tag behind. */
struct cc_tree_document {
	const char *before; /* a start tag, or NULL */
	const struct cc_source *source;
	uint32_t from, to;  /* the stretch of the source [bytes] */
	const char *behind; /* an end tag, or NULL */
	const char *ns;     /* the one that is read; NULL: any */
};

/* The root element, or NULL after diagnostics. The text must have passed the
 * guard. Elements and attributes of other namespaces are diagnosed and left
 * out. */
struct cc_element *cc_tree_read(struct cc_arena *arena,
    const struct cc_tree_document *document, struct cc_diags *diags);

#endif
