/* Element trees of shipped templates, read when the program is built: parsing
 * their XML at every start took a third of it. A packed tree has all that
 * cc_xml_read gives, places too, and its strings are used where they lie. */
#ifndef CC_XML_PACK_H
#define CC_XML_PACK_H

#include "xml/xml.h"

#include <glib.h>

/* The tree of a built-in file, by its name: "vocab/tests.xml". */
struct cc_packed {
	const char *name;
	const unsigned char *tree;
};

/* Appends the tree; its places are those in one source. */
void cc_tree_pack(const struct cc_element *root, GByteArray *to);

/* The tree that `source->tree` holds. It borrows from that; elements lie in
 * the arena. */
struct cc_element *cc_tree_unpack(
    struct cc_arena *arena, const struct cc_source *source);

#endif
