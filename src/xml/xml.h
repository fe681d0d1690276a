/* Bytes -> element tree with exact places, one <case> at a time. The only
 * room that knows libxml2. */
#ifndef CC_XML_XML_H
#define CC_XML_XML_H

#include "base/arena.h"
#include "base/diag.h"

struct cc_attribute {
	const char *name; /* "time", "xml:lang" */
	const char *value;
	struct cc_pos name_pos;
	struct cc_pos pos; /* of the value, between its quotes */
};

struct cc_element {
	const char *name;  /* local name */
	const char *text;  /* character data, joined, without white space at
	                    * both ends unless the root's xml:space is
	                    * preserve; "" where none */
	struct cc_pos pos; /* the start tag's "<name" */
	struct cc_pos text_pos; /* of the first character that is not white */
	struct cc_attribute *attributes;
	size_t attribute_count;
	struct cc_element *parent, *first, *next; /* next sibling */
};

/* Limits, each a typed error with a test. */
#define CC_XML_CASE_MAX (64u << 20) /* [bytes] */
#define CC_XML_DEPTH_MAX 32
#define CC_XML_ATTRIBUTES_MAX 64
#define CC_XML_START_TAG_MAX (64u << 10) /* [bytes] */
#define CC_XML_TEXT_MAX 2000u            /* [code points] of text or value */
#define CC_XML_NODES_MAX (4u << 20)      /* elements + attributes of a case */

struct cc_xml_reader;

/* A reader of cases: the root is <case>, or <cases> with many, in `ns`. The
 * file is read in pieces, so that a stream of cases has no size limit. On
 * failure adds a diagnostic and returns NULL. `name` "-" is standard input. */
struct cc_xml_reader *cc_xml_open(
    const char *name, const char *ns, struct cc_diags *diags);

/* Text in memory that stands for a file, or for cases that were cut out of a
 * stream of them (by the guard, which says where each ends). */
struct cc_xml_text {
	const char *name;
	const char *bytes;
	size_t length;         /* [bytes] */
	uint32_t line, column; /* of the first byte; from 1 */
	const char *root; /* the stream's start tag; NULL: it is among the bytes */
};

/* The same from memory, which is borrowed until the reader is closed. */
struct cc_xml_reader *cc_xml_open_text(const struct cc_xml_text *text,
    const char *ns, struct cc_diags *diags);
void cc_xml_close(struct cc_xml_reader *reader); /* takes NULL */

/* The next <case>, whole and well-formed, in the arena; its positions stay
 * valid until the next call or close. Elements and attributes of another
 * namespace and texts that are too long are errors that it is handed out
 * behind: diags->count tells. NULL at the end or after an error that
 * no further reading is possible behind (diagnosed; see cc_xml_failed). */
struct cc_element *cc_xml_next_case(struct cc_xml_reader *reader,
    struct cc_arena *arena, struct cc_diags *diags);
bool cc_xml_failed(const struct cc_xml_reader *reader);

/* The same as bytes, which stay valid until the next call or close: of a file
 * of one case all of it, unread; of a stream what stands before the end of its
 * next case, of which no more was looked at than where it ends. False at the
 * end, or after a diagnostic (cc_xml_failed). */
bool cc_xml_next_text(struct cc_xml_reader *reader, struct cc_xml_text *text,
    struct cc_diags *diags);

/* A whole document in memory (a template, a theme): the root element, or
 * NULL after diagnostics. `source` must outlive the tree. */
struct cc_element *cc_xml_read(struct cc_arena *arena,
    const struct cc_source *source, const char *ns, const char *root,
    struct cc_diags *diags);

const struct cc_attribute *cc_element_attribute(
    const struct cc_element *element, const char *name); /* may be NULL */
const char *cc_element_value(
    const struct cc_element *element, const char *name); /* may be NULL */

#endif
