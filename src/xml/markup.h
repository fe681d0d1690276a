/* What stands inside one token: attributes, references, the bytes. Each check
 * adds a diagnostic at the exact place and returns false. libxml2 judges the
 * same text afterwards; here is found, where a person would look, what people
 * and programs get wrong. */
#ifndef CC_XML_MARKUP_H
#define CC_XML_MARKUP_H

#include "base/diag.h"
#include "xml/scan.h"

struct cc_markup {
	const struct cc_source *source;
	struct cc_diags *diags;
};

/* A stretch of the text as a place. */
struct cc_pos cc_markup_pos(
    const struct cc_markup *markup, uint32_t at, uint32_t length);

/* A token of the text for a message, cut where it is very long. */
char *cc_markup_word(
    const struct cc_markup *markup, uint32_t at, uint32_t length);

/* Adds "the file is not well-formed XML: ..."; returns false, always. */
bool cc_markup_fault(const struct cc_markup *markup, uint32_t at,
    uint32_t length, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* UTF-8, and no control characters; libxml2 looks for the other few code
 * points that are none. */
bool cc_markup_characters(
    const struct cc_markup *markup, uint32_t from, uint32_t to);
bool cc_markup_references(
    const struct cc_markup *markup, uint32_t from, uint32_t to);

struct cc_markup_tag {
	uint32_t name_length;
	uint32_t attributes; /* namespace declarations among them */
	uint32_t namespaces;
};

/* A start tag at `at` that ends before `end`: syntax, number, repetition and
 * values of its attributes. */
bool cc_markup_tag(const struct cc_markup *markup, uint32_t at, uint32_t end,
    struct cc_markup_tag *tag);

/* Says what is wrong with a token that does not end as it should; false. */
bool cc_markup_broken(
    const struct cc_markup *markup, uint32_t at, uint32_t end);

/* <?xml ...?>: version 1.0, and UTF-8 where an encoding is declared. */
bool cc_markup_xml_declaration(
    const struct cc_markup *markup, uint32_t at, uint32_t end);

/* "xmlns" or "xmlns:prefix". */
bool cc_markup_declares_namespace(const char *name, uint32_t length);

#endif
