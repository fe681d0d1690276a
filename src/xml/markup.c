#include "xml/markup.h"

#include "xml/xml.h"

#include <stdarg.h>
#include <string.h>

struct cc_pos
cc_markup_pos(const struct cc_markup *markup, uint32_t at, uint32_t length)
{
	return (struct cc_pos){markup->source, at, length};
}

#define WORD_MAX 64 /* [bytes] */

char *
cc_markup_word(const struct cc_markup *markup, uint32_t at, uint32_t length)
{
	const char *word = markup->source->bytes + at;

	if (length <= WORD_MAX)
		return g_strndup(word, length);
	length = WORD_MAX;
	while (length > 0 && ((unsigned char)word[length] & 0xC0) == 0x80)
		length--;
	return g_strdup_printf("%.*s...", (int)length, word);
}

bool
cc_markup_fault(const struct cc_markup *markup, uint32_t at, uint32_t length,
    const char *format, ...)
{
	va_list args;
	g_autofree char *reason = NULL;

	va_start(args, format);
	reason = g_strdup_vprintf(format, args);
	va_end(args);
	cc_diag(
	    markup->diags, CC_E101, cc_markup_pos(markup, at, length), reason);
	return false;
}

static bool
is_control(char c)
{
	return (unsigned char)c < 0x20 && c != '\n' && c != '\t' && c != '\r';
}

/* Eight letters of ASCII at once, and none is a control: of each byte its
 * highest bit would be set, or would be once 0x20 is taken from it. */
static bool
is_plain_word(const char *bytes)
{
	const uint64_t highest = UINT64_C(0x8080808080808080);
	uint64_t word;

	memcpy(&word, bytes, sizeof word);
	return ((word | (word - UINT64_C(0x2020202020202020))) & highest) == 0;
}

/* Behind the ASCII that they begin with: all of most markup. */
static uint32_t
plain_end(const char *bytes, uint32_t at, uint32_t to)
{
	while (to - at >= sizeof(uint64_t) && is_plain_word(bytes + at))
		at += sizeof(uint64_t);
	while (at < to && (bytes[at] & 0x80) == 0 && !is_control(bytes[at]))
		at++;
	return at;
}

bool
cc_markup_characters(const struct cc_markup *markup, uint32_t from, uint32_t to)
{
	const char *bytes = markup->source->bytes, *bad;
	char word[sizeof "0xFF"];
	uint32_t end, at = plain_end(bytes, from, to);
	bool valid;

	if (at == to)
		return true;
	valid = g_utf8_validate_len(bytes + at, to - at, &bad);
	end = (uint32_t)(bad - bytes);
	while (at < end && !is_control(bytes[at]))
		at++;
	if (at == to)
		return true;
	/* GLib stops at a zero byte, too. */
	if (at < end || (!valid && is_control(*bad)))
		return cc_markup_fault(
		    markup, at, 1, "a control character stands here");
	g_snprintf(word, sizeof word, "0x%02X", (unsigned char)*bad);
	cc_diag(markup->diags, CC_E105, cc_markup_pos(markup, at, 1), word);
	return false;
}

/* The Char production of XML 1.0. */
static bool
is_character(guint32 c)
{
	return c == 0x9 || c == 0xA || c == 0xD || (c >= 0x20 && c <= 0xD7FF) ||
	       (c >= 0xE000 && c <= 0xFFFD) || (c >= 0x10000 && c <= 0x10FFFF);
}

/* "&#8805;" or "&#x2265;" at `at`; its length, or 0 after a diagnostic. */
static uint32_t
numeric_reference(const struct cc_markup *markup, uint32_t at, uint32_t to)
{
	const char *bytes = markup->source->bytes;
	uint32_t i = at + 2, digits, length;
	guint32 base = 10, c = 0;

	if (i < to && bytes[i] == 'x') {
		base = 16;
		i++;
	}
	for (digits = i; i < to; i++) {
		int digit = base == 16 ? g_ascii_xdigit_value(bytes[i])
		                       : g_ascii_digit_value(bytes[i]);
		if (digit < 0)
			break;
		if (c <= 0x10FFFF)
			c = c * base + (guint32)digit;
	}
	length = i - at;
	if (i == digits || i == to || bytes[i] != ';') {
		cc_markup_fault(markup, at, length,
		    "a numeric reference looks like &#8805; or &#x2265;");
		return 0;
	}
	if (is_character(c))
		return length + 1;
	cc_markup_fault(markup, at, length + 1,
	    "the numeric reference means no character that XML allows");
	return 0;
}

/* "&lt;" at `at`; its length, or 0 after a diagnostic. */
static uint32_t
named_reference(const struct cc_markup *markup, uint32_t at, uint32_t to)
{
	static const char *const known[] = {"amp", "lt", "gt", "quot", "apos"};
	const char *name = markup->source->bytes + at + 1;
	uint32_t length = 0, most = to - at - 1;
	g_autofree char *word = NULL;

	while (length < most && (g_ascii_isalnum(name[length]) ||
				    strchr("_-.:", name[length]) != NULL ||
				    (name[length] & 0x80) != 0))
		length++;
	if (length == 0 || length == most || name[length] != ';') {
		cc_markup_fault(markup, at, 1,
		    "a & that begins no entity must be written &amp;");
		return 0;
	}
	for (size_t i = 0; i < G_N_ELEMENTS(known); i++)
		if (strlen(known[i]) == length &&
		    memcmp(known[i], name, length) == 0)
			return length + 2;
	word = cc_markup_word(markup, at + 1, length);
	cc_diag(markup->diags, CC_E102, cc_markup_pos(markup, at, length + 2),
	    word);
	return 0;
}

bool
cc_markup_references(const struct cc_markup *markup, uint32_t from, uint32_t to)
{
	const char *bytes = markup->source->bytes, *hit;
	uint32_t at, length;

	while ((hit = memchr(bytes + from, '&', to - from)) != NULL) {
		at = (uint32_t)(hit - bytes);
		if (at + 1 < to && bytes[at + 1] == '#')
			length = numeric_reference(markup, at, to);
		else
			length = named_reference(markup, at, to);
		if (length == 0)
			return false;
		from = at + length;
	}
	return true;
}

bool
cc_markup_declares_namespace(const char *name, uint32_t length)
{
	return length >= 5 && memcmp(name, "xmlns", 5) == 0 &&
	       (length == 5 || name[5] == ':');
}

/* The length of a quote of word processors at `at`; false where there is none.
 */
static bool
curly_at(const struct cc_markup *markup, uint32_t at, uint32_t *length)
{
	static const char *const quotes[] = {
	    "“", "”", "„", "‘", "’", "«", "»", "＂"};
	const struct cc_source *source = markup->source;

	for (size_t i = 0; i < G_N_ELEMENTS(quotes); i++) {
		*length = (uint32_t)strlen(quotes[i]);
		if (source->length - at >= *length &&
		    memcmp(source->bytes + at, quotes[i], *length) == 0)
			return true;
	}
	return false;
}

/* A curly quote where a straight one should close the value; true where that
 * was told. */
static bool
curly_end(const struct cc_markup *markup,
    const struct cc_scan_attribute *attribute, uint32_t end, const char *name)
{
	uint32_t at = attribute->value, length;

	while (at < end && !curly_at(markup, at, &length))
		at++;
	if (at == end)
		return false;
	cc_markup_fault(markup, at, length,
	    "a curly quote does not close the value of %s: write a straight "
	    "one",
	    name);
	return true;
}

/* The quote of a value is missing, or the value holds a "<" (at `end`) that
 * cut its tag short. */
static bool
open_quote(const struct cc_markup *markup,
    const struct cc_scan_attribute *attribute, uint32_t end, const char *name)
{
	const struct cc_source *source = markup->source;
	const char *value = source->bytes + attribute->value;
	uint32_t length = end - attribute->value;
	const char *next = source->bytes + end + 1;
	bool tag_like;

	if (curly_end(markup, attribute, end, name))
		return false;

	if (end + 1 < source->length) {
		tag_like = g_ascii_isalpha(*next) || *next == '/' ||
		           *next == '!' || *next == '?';
		if (!tag_like || (memchr(value, '>', length) == NULL &&
				     memchr(value, '\n', length) == NULL))
			return cc_markup_fault(markup, end, 1,
			    "a < in the value of %s must be written &lt;",
			    name);
	}
	return cc_markup_fault(markup, attribute->value - 1, 1,
	    "the value of %s lacks its closing quote", name);
}

/* What is wrong at `at`, behind the attribute `last` (all 0: there is none).
 */
static bool
attribute_fault(const struct cc_markup *markup, enum cc_scan_found found,
    uint32_t at, uint32_t end, const struct cc_scan_attribute *attribute,
    const struct cc_scan_attribute *last)
{
	const char *bytes = markup->source->bytes;
	g_autofree char *name =
	    cc_markup_word(markup, attribute->name, attribute->name_length);
	g_autofree char *name_before =
	    cc_markup_word(markup, last->name, last->name_length);
	uint32_t curly;

	switch (found) {
	case CC_SCAN_END:
	case CC_SCAN_ATTRIBUTE:
		break;
	case CC_SCAN_NO_SPACE:
		/* time="2022 label="x": the next quote closed the value. */
		if (last->value_length > 0 &&
		    bytes[last->value + last->value_length - 1] == '=' &&
		    curly_end(markup, last, last->value + last->value_length,
			name_before))
			return false;
		if (last->value_length > 0 &&
		    bytes[last->value + last->value_length - 1] == '=')
			return cc_markup_fault(markup, last->value - 1, 1,
			    "the value of %s lacks its closing quote",
			    name_before);
		return cc_markup_fault(
		    markup, at, 1, "only white space, > or /> may stand here");
	case CC_SCAN_NO_NAME:
		return cc_markup_fault(
		    markup, at, 1, "the name of an attribute is missing");
	case CC_SCAN_NO_VALUE:
		return cc_markup_fault(markup, attribute->name,
		    attribute->name_length,
		    "attribute %s has no value: write %s=\"...\"", name, name);
	case CC_SCAN_NO_QUOTE:
		if (curly_at(markup, at, &curly))
			return cc_markup_fault(markup, at, curly,
			    "a curly quote stands round the value of %s: write "
			    "%s=\"...\" with straight ones",
			    name, name);
		return cc_markup_fault(markup, at, 1,
		    "the value of %s lacks its opening quote", name);
	case CC_SCAN_OPEN_QUOTE:
		return open_quote(markup, attribute, end, name);
	}
	g_return_val_if_reached(false);
}

/* Both attributes' names in full, prefix and all. */
static bool
same_name(const char *bytes, const struct cc_scan_attribute *a,
    const struct cc_scan_attribute *b)
{
	return a->name_length == b->name_length &&
	       memcmp(bytes + a->name, bytes + b->name, a->name_length) == 0;
}

static bool
repeated(const struct cc_markup *markup, const struct cc_scan_attribute *known,
    uint32_t count)
{
	const char *bytes = markup->source->bytes;
	const struct cc_scan_attribute *last = &known[count];
	g_autofree char *name = NULL;

	for (uint32_t i = 0; i < count; i++) {
		if (!same_name(bytes, &known[i], last))
			continue;
		name = cc_markup_word(markup, last->name, last->name_length);
		cc_markup_fault(markup, last->name, last->name_length,
		    "attribute %s stands twice in one tag", name);
		return true;
	}
	return false;
}

/* What is left behind the last attribute. */
static bool
tag_end(const struct cc_markup *markup, uint32_t tag, uint32_t at, uint32_t end)
{
	const char *bytes = markup->source->bytes;
	uint32_t length = cc_scan_name(bytes, tag + 1, end);
	g_autofree char *name = cc_markup_word(markup, tag + 1, length);

	if (end - at == 1 && bytes[at] == '>')
		return true;
	if (end - at == 2 && bytes[at] == '/' && bytes[at + 1] == '>')
		return true;
	if (at == end)
		return cc_markup_fault(markup, tag, length + 1,
		    "the tag <%s is not closed by a >", name);
	return cc_markup_fault(
	    markup, at, 1, "only > or /> may stand at the end of a tag");
}

bool
cc_markup_tag(const struct cc_markup *markup, uint32_t at, uint32_t end,
    struct cc_markup_tag *tag)
{
	const char *bytes = markup->source->bytes;
	/* One in front, so that the first has one before it. */
	struct cc_scan_attribute all[CC_XML_ATTRIBUTES_MAX + 1];
	struct cc_scan_attribute *known = all + 1, now;
	enum cc_scan_found found;
	uint32_t count = 0, next;

	all[0] = (struct cc_scan_attribute){0};
	*tag = (struct cc_markup_tag){
	    .name_length = cc_scan_name(bytes, at + 1, end)};
	next = at + 1 + tag->name_length;
	while ((found = cc_scan_attribute(bytes, end, &next, &now)) ==
	       CC_SCAN_ATTRIBUTE) {
		if (count == CC_XML_ATTRIBUTES_MAX) {
			cc_diag(markup->diags, CC_E117,
			    cc_markup_pos(markup, now.name, now.name_length),
			    CC_XML_ATTRIBUTES_MAX);
			return false;
		}
		known[count] = now;
		if (repeated(markup, known, count) ||
		    !cc_markup_references(
			markup, now.value, now.value + now.value_length))
			return false;
		tag->namespaces += cc_markup_declares_namespace(
		    bytes + now.name, now.name_length);
		count++;
	}
	tag->attributes = count;
	if (found != CC_SCAN_END)
		return attribute_fault(
		    markup, found, next, end, &now, &known[count] - 1);
	return tag_end(markup, at, next, end);
}

static bool
begins(const struct cc_markup *markup, uint32_t at, const char *word)
{
	const struct cc_source *source = markup->source;
	size_t length = strlen(word);

	return source->length - at >= length &&
	       memcmp(source->bytes + at, word, length) == 0;
}

bool
cc_markup_broken(const struct cc_markup *markup, uint32_t at, uint32_t end)
{
	struct cc_markup_tag tag;

	if (begins(markup, at, "<!--"))
		return cc_markup_fault(
		    markup, at, 4, "the comment is not closed by -->");
	if (begins(markup, at, "<![CDATA["))
		return cc_markup_fault(
		    markup, at, 9, "the CDATA section is not closed by ]]>");
	if (begins(markup, at, "<!"))
		return cc_markup_fault(
		    markup, at, 2, "<! begins no comment and no CDATA section");
	if (begins(markup, at, "<?"))
		return cc_markup_fault(markup, at, 2,
		    "the processing instruction is not closed by ?>");
	if (begins(markup, at, "</"))
		return cc_markup_fault(
		    markup, at, 2, "the end tag is not closed by a >");
	if (cc_scan_name(markup->source->bytes, at + 1, end) == 0)
		return cc_markup_fault(markup, at, 1,
		    "a < that begins no tag must be written &lt;");
	return cc_markup_tag(markup, at, end, &tag);
}

static bool
declared(
    const struct cc_markup *markup, const struct cc_scan_attribute *attribute)
{
	const char *bytes = markup->source->bytes;
	g_autofree char *name =
	    g_strndup(bytes + attribute->name, attribute->name_length);
	g_autofree char *value =
	    cc_markup_word(markup, attribute->value, attribute->value_length);

	if (strcmp(name, "version") == 0 && strcmp(value, "1.0") != 0)
		return cc_markup_fault(markup, attribute->value,
		    attribute->value_length, "only XML version 1.0 is read");
	if (strcmp(name, "encoding") == 0 &&
	    g_ascii_strcasecmp(value, "UTF-8") != 0) {
		cc_diag(markup->diags, CC_E104,
		    cc_markup_pos(
			markup, attribute->value, attribute->value_length),
		    value);
		return false;
	}
	return true;
}

bool
cc_markup_xml_declaration(
    const struct cc_markup *markup, uint32_t at, uint32_t end)
{
	const char *bytes = markup->source->bytes;
	struct cc_scan_attribute now, last = {0};
	enum cc_scan_found found;
	uint32_t next = at + (uint32_t)strlen("<?xml");

	while ((found = cc_scan_attribute(bytes, end, &next, &now)) ==
	       CC_SCAN_ATTRIBUTE) {
		if (!declared(markup, &now))
			return false;
		last = now;
	}
	if (found != CC_SCAN_END)
		return attribute_fault(markup, found, next, end, &now, &last);
	return true;
}
