#include "xml/scan.h"

#include <glib.h>
#include <string.h>

static bool
is_white(char c)
{
	return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

static bool
is_name_start(char c)
{
	return g_ascii_isalpha(c) || c == '_' || c == ':' || (c & 0x80) != 0;
}

uint32_t
cc_scan_white(const char *bytes, uint32_t at, uint32_t end)
{
	while (at < end && is_white(bytes[at]))
		at++;
	return at;
}

static bool
ends_name(char c)
{
	switch (c) {
	case '\0':
	case ' ':
	case '\n':
	case '\t':
	case '\r':
	case '<':
	case '>':
	case '/':
	case '=':
	case '"':
	case '\'':
	case '?':
		return true;
	default:
		return false;
	}
}

uint32_t
cc_scan_name(const char *bytes, uint32_t at, uint32_t end)
{
	uint32_t from = at;

	while (at < end && !ends_name(bytes[at]))
		at++;
	return at - from;
}

static const struct bracket {
	const char *open, *close;
	enum cc_token_kind kind;
} brackets[] = {
    {"<!--", "-->", CC_TOKEN_COMMENT},
    {"<![CDATA[", "]]>", CC_TOKEN_CDATA},
    {"<?", "?>", CC_TOKEN_INSTRUCTION},
};

/* Looks for `word` behind the first `skip` bytes of the token. */
static bool
find(struct cc_scan *scan, uint32_t skip, const char *word, uint32_t *found)
{
	const char *end = scan->bytes + scan->length;
	const char *from = scan->bytes + MAX(scan->seen, scan->at + skip);
	size_t length = strlen(word);

	for (; (size_t)(end - from) >= length; from++) {
		from = memchr(from, *word, end - from - (length - 1));
		if (from == NULL)
			break;
		if (memcmp(from, word, length) == 0) {
			*found = (uint32_t)(from - scan->bytes);
			return true;
		}
	}
	/* The word's first letters may be there already. */
	scan->seen = MAX(scan->seen, scan->length - (uint32_t)(length - 1));
	return false;
}

/* The ">" of a tag stands outside quotes; a "<" stands nowhere in a tag. */
static bool
find_tag_end(struct cc_scan *scan, uint32_t *found)
{
	uint32_t at = MAX(scan->seen, scan->at + 1);

	for (; at < scan->length; at++) {
		char c = scan->bytes[at];

		/* No sign that matters is above it: most letters are. */
		if ((unsigned char)c > '>')
			continue;
		/* The letter behind a "<" tells why it is there. */
		if (c == '<' && at + 1 == scan->length)
			break;
		if (c == '<' || (c == '>' && scan->quote == 0)) {
			*found = at;
			return true;
		}
		if (c == scan->quote)
			scan->quote = 0;
		else if (scan->quote == 0 && (c == '"' || c == '\''))
			scan->quote = c;
	}
	scan->seen = at;
	return false;
}

static bool
tag(struct cc_scan *scan, struct cc_token *token)
{
	const char *bytes = scan->bytes;
	uint32_t end;

	token->kind = CC_TOKEN_START;
	if (!find_tag_end(scan, &end))
		return false;
	if (bytes[end] == '<') {
		token->kind = CC_TOKEN_BROKEN;
		token->end = end;
		return true;
	}
	if (bytes[token->at + 1] == '/')
		token->kind = CC_TOKEN_END;
	else if (bytes[end - 1] == '/')
		token->kind = CC_TOKEN_EMPTY;
	token->end = end + 1;
	return true;
}

/* "<!DOCTYPE", or what begins nothing at all. */
static bool
declaration(struct cc_scan *scan, struct cc_token *token)
{
	static const char word[] = "<!DOCTYPE";
	uint32_t length = (uint32_t)strlen(word);
	uint32_t left = MIN(scan->length - scan->at, length);

	token->kind = CC_TOKEN_BROKEN;
	token->end = scan->at + 1;
	if (memcmp(scan->bytes + scan->at, word, left) != 0)
		return true;
	token->kind = CC_TOKEN_DOCTYPE;
	token->end = scan->at + length;
	return left == length;
}

static bool
markup(struct cc_scan *scan, struct cc_token *token)
{
	const char *start = scan->bytes + scan->at;
	uint32_t left = scan->length - scan->at, end;

	if (left > 1 && (start[1] == '/' || is_name_start(start[1])))
		return tag(scan, token);
	for (size_t i = 0; i < G_N_ELEMENTS(brackets); i++) {
		const struct bracket *bracket = &brackets[i];
		uint32_t length = (uint32_t)strlen(bracket->open);

		if (memcmp(start, bracket->open, MIN(left, length)) != 0)
			continue;
		token->kind = bracket->kind;
		if (left < length || !find(scan, length, bracket->close, &end))
			return false;
		token->end = end + (uint32_t)strlen(bracket->close);
		return true;
	}
	return declaration(scan, token);
}

bool
cc_scan_next(struct cc_scan *scan, struct cc_token *token)
{
	*token = (struct cc_token){CC_TOKEN_TEXT, scan->at, scan->at};
	if (scan->at == scan->length)
		return false;
	if (scan->bytes[scan->at] != '<') {
		if (!find(scan, 0, "<", &token->end))
			return false;
	} else if (!markup(scan, token)) {
		return false;
	}
	scan->at = scan->seen = token->end;
	scan->quote = 0;
	return true;
}

enum cc_scan_found
cc_scan_attribute(const char *bytes, uint32_t end, uint32_t *at,
    struct cc_scan_attribute *attribute)
{
	uint32_t from = *at, equals;
	const char *close;

	*attribute = (struct cc_scan_attribute){0};
	*at = cc_scan_white(bytes, from, end);
	if (*at == end || strchr("/>?", bytes[*at]) != NULL)
		return CC_SCAN_END;
	if (*at == from)
		return CC_SCAN_NO_SPACE;
	attribute->name = *at;
	attribute->name_length = cc_scan_name(bytes, *at, end);
	if (attribute->name_length == 0)
		return CC_SCAN_NO_NAME;
	equals = cc_scan_white(bytes, *at + attribute->name_length, end);
	if (equals == end || bytes[equals] != '=')
		return CC_SCAN_NO_VALUE;
	*at = cc_scan_white(bytes, equals + 1, end);
	if (*at == end || (bytes[*at] != '"' && bytes[*at] != '\''))
		return CC_SCAN_NO_QUOTE;
	attribute->value = *at + 1;
	close = memchr(bytes + *at + 1, bytes[*at], end - *at - 1);
	if (close == NULL)
		return CC_SCAN_OPEN_QUOTE;
	*at = (uint32_t)(close - bytes) + 1;
	attribute->value_length = *at - 1 - attribute->value;
	return CC_SCAN_ATTRIBUTE;
}
