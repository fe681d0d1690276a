/* Where the tokens of XML text and the attributes of a tag lie. Knows no
 * rule but where each thing ends, so that it stays small enough to trust. */
#ifndef CC_XML_SCAN_H
#define CC_XML_SCAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum cc_token_kind {
	CC_TOKEN_TEXT,
	CC_TOKEN_START,
	CC_TOKEN_EMPTY, /* <name/> */
	CC_TOKEN_END,
	CC_TOKEN_COMMENT,
	CC_TOKEN_CDATA,
	CC_TOKEN_INSTRUCTION, /* the XML declaration too */
	CC_TOKEN_DOCTYPE,     /* "<!DOCTYPE" alone: the rest is never read */
	CC_TOKEN_BROKEN,      /* ends where the next "<" cuts it short */
};

/* Places are bytes from the start of the text. */
struct cc_token {
	enum cc_token_kind kind;
	uint32_t at, end;
};

/* Text may be appended (and moved in memory) between two calls. No byte is
 * looked at twice, however small the pieces are in which it comes. */
struct cc_scan {
	const char *bytes;
	uint32_t length;
	uint32_t at;   /* of the next token */
	uint32_t seen; /* how far its end was looked for */
	char quote;    /* inside a tag: the quote that is open, or 0 */
};

/* False where the text ends before the token does (its kind is set as far as
 * it shows); text that no "<" follows is such a token, too. */
bool cc_scan_next(struct cc_scan *scan, struct cc_token *token);

struct cc_scan_attribute {
	uint32_t name, name_length;
	uint32_t value, value_length; /* between the quotes */
};

enum cc_scan_found {
	CC_SCAN_END, /* no further attribute: `at` is at "/", ">" or "?" */
	CC_SCAN_ATTRIBUTE,
	/* Faults; `at` is where to look. */
	CC_SCAN_NO_SPACE,
	CC_SCAN_NO_NAME,
	CC_SCAN_NO_VALUE,
	CC_SCAN_NO_QUOTE,
	CC_SCAN_OPEN_QUOTE,
};

/* The attribute at *at or behind it, in a tag that ends before `end`. */
enum cc_scan_found cc_scan_attribute(const char *bytes, uint32_t end,
    uint32_t *at, struct cc_scan_attribute *attribute);

/* The length of the name at `at`, as far as anyone would take it for one. */
uint32_t cc_scan_name(const char *bytes, uint32_t at, uint32_t end);

/* The first byte from `at` on that is not white, or `end`. */
uint32_t cc_scan_white(const char *bytes, uint32_t at, uint32_t end);

#endif
