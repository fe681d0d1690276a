#include "xml/guard-root.h"

#include "xml/magic.h"

#include <string.h>

/* In force at once, over all open elements: libxml2 searches them one by one
 * for every name. */
#define NAMESPACES_MAX 64

void
cc_guard_init(
    struct cc_guard *guard, const char *ns, const char *root, const char *many)
{
	*guard = (struct cc_guard){.ns = ns, .root = root, .many = many};
}

void
cc_guard_finish(struct cc_guard *guard)
{
	g_free(guard->root_name);
	*guard = (struct cc_guard){0};
}

void
cc_guard_shift(struct cc_guard *guard)
{
	guard->scan = (struct cc_scan){0};
	guard->nodes = 0;
}

/* No letter has been read yet: these speak of the file, not of a place. */
static bool
begin(struct cc_guard *guard, const struct cc_markup *markup)
{
	const struct cc_source *source = markup->source;

	guard->begun = true;
	if (!cc_magic_allowed(source, markup->diags))
		return false;
	guard->scan.at = cc_magic_mark(source);
	return true;
}

static bool
tag_length_allowed(const struct cc_markup *markup, uint32_t at, uint32_t end)
{
	const char *bytes = markup->source->bytes;
	uint32_t length;

	if (end - at <= CC_XML_START_TAG_MAX)
		return true;
	length = cc_scan_name(bytes, at + 1, at + CC_XML_START_TAG_MAX);
	cc_diag(markup->diags, CC_E118,
	    cc_markup_pos(markup, at, MIN(length, 64) + 1),
	    CC_XML_START_TAG_MAX);
	return false;
}

static bool
start_allowed(struct cc_guard *guard, const struct cc_markup *markup,
    const struct cc_token *token, struct cc_guard_level *level)
{
	struct cc_markup_tag tag;
	struct cc_pos pos;

	if (!cc_markup_tag(markup, token->at, token->end, &tag))
		return false;
	pos = cc_markup_pos(markup, token->at, tag.name_length + 1);
	*level =
	    (struct cc_guard_level){token->at, tag.name_length, tag.namespaces};
	if (guard->depth > 0)
		level->namespaces += guard->levels[guard->depth - 1].namespaces;
	guard->nodes += 1 + tag.attributes;
	if (guard->depth == CC_XML_DEPTH_MAX)
		cc_diag(markup->diags, CC_E116, pos, CC_XML_DEPTH_MAX);
	else if (level->namespaces > NAMESPACES_MAX)
		cc_diag(markup->diags, CC_E123, pos, NAMESPACES_MAX);
	else if (guard->nodes > CC_XML_NODES_MAX)
		cc_diag(markup->diags, CC_E122, pos, CC_XML_NODES_MAX);
	else
		return true;
	return false;
}

static enum cc_guard_verdict
closed_one(struct cc_guard *guard)
{
	if (guard->depth == 0)
		guard->closed = true;
	return guard->split && guard->depth == 1 ? CC_GUARD_CASE
	                                         : CC_GUARD_MORE;
}

/* libxml2's releases differ in where they say so. */
static bool
name_colons(
    const struct cc_markup *markup, uint32_t at, uint32_t length)
{
	const char *name = markup->source->bytes + at;
	const char *end = name + length;
	const char *first = memchr(name, ':', length);
	const char *second =
	    first != NULL ? memchr(first + 1, ':', end - first - 1) : NULL;

	return second == NULL ||
	       cc_markup_fault(markup, at + (uint32_t)(second - name), 1,
		   "a name holds one colon at most, in its middle");
}

static enum cc_guard_verdict
start(struct cc_guard *guard, const struct cc_markup *markup,
    const struct cc_token *token)
{
	struct cc_guard_level level;

	if (!tag_length_allowed(markup, token->at, token->end) ||
	    !start_allowed(guard, markup, token, &level) ||
	    !name_colons(markup, token->at + 1, level.name_length))
		return CC_GUARD_FAILED;
	if (guard->depth == 0 &&
	    !cc_guard_root(guard, markup, token, level.name_length))
		return CC_GUARD_FAILED;
	if (token->kind == CC_TOKEN_EMPTY)
		return closed_one(guard);
	guard->levels[guard->depth++] = level;
	return CC_GUARD_MORE;
}

/* The name of an open element; owned by the caller. */
static char *
open_name(const struct cc_guard *guard, const struct cc_markup *markup,
    uint32_t depth, struct cc_place *place)
{
	const struct cc_guard_level *level = &guard->levels[depth];

	if (depth == 0) {
		*place = guard->root_place;
		return g_strdup(guard->root_name);
	}
	*place = cc_pos_place(cc_markup_pos(markup, level->at, 0));
	return g_strndup(
	    markup->source->bytes + level->at + 1, level->name_length);
}

static enum cc_guard_verdict
mismatch(const struct cc_guard *guard, const struct cc_markup *markup,
    uint32_t at, uint32_t length)
{
	struct cc_place place;
	g_autofree char *name = cc_markup_word(markup, at + 2, length);
	g_autofree char *open = NULL;

	if (guard->depth == 0) {
		cc_markup_fault(
		    markup, at, length + 3, "</%s> closes nothing", name);
		return CC_GUARD_FAILED;
	}
	open = open_name(guard, markup, guard->depth - 1, &place);
	cc_markup_fault(markup, at, length + 3,
	    "</%s> where </%s> should close <%s> of line %u, column %u", name,
	    open, open, place.line, place.column);
	return CC_GUARD_FAILED;
}

static bool
closes(const struct cc_guard *guard, const char *bytes, uint32_t name,
    uint32_t length)
{
	const struct cc_guard_level *level;
	const char *open;

	if (guard->depth == 0)
		return false;
	level = &guard->levels[guard->depth - 1];
	open = guard->depth == 1 ? guard->root_name : bytes + level->at + 1;
	return level->name_length == length &&
	       memcmp(open, bytes + name, length) == 0;
}

static enum cc_guard_verdict
end(struct cc_guard *guard, const struct cc_markup *markup,
    const struct cc_token *token)
{
	const char *bytes = markup->source->bytes;
	uint32_t name = token->at + 2;
	uint32_t length = cc_scan_name(bytes, name, token->end);
	uint32_t rest = cc_scan_white(bytes, name + length, token->end);

	if (bytes[rest] != '>') {
		cc_markup_fault(
		    markup, rest, 1, "an end tag holds a name and no more");
		return CC_GUARD_FAILED;
	}
	if (!closes(guard, bytes, name, length))
		return mismatch(guard, markup, token->at, length);
	guard->depth--;
	return closed_one(guard);
}

/* Text outside the root, or between the cases. */
static bool
text_allowed(const struct cc_guard *guard, const struct cc_markup *markup,
    const struct cc_token *token)
{
	const char *bytes = markup->source->bytes;
	uint32_t at = token->at;

	if (guard->depth > 1 || (guard->depth == 1 && !guard->split))
		return true;
	if (token->kind == CC_TOKEN_TEXT)
		at = cc_scan_white(bytes, at, token->end);
	if (at == token->end)
		return true;
	if (guard->depth == 1)
		cc_diag(markup->diags, CC_E124, cc_markup_pos(markup, at, 1),
		    guard->root_name);
	else
		cc_markup_fault(markup, at, 1,
		    guard->closed
			? "text stands behind the end of the root element"
			: "text stands before the root element");
	return false;
}

/* Where a CDATA section would end in a text, or NULL: hardly any has a bracket.
 */
static const char *
section_end(const char *text, const char *end)
{
	const char *hit = memchr(text, ']', (size_t)(end - text));

	return hit != NULL ? memmem(hit, (size_t)(end - hit), "]]>", 3) : NULL;
}

static bool
text(const struct cc_guard *guard, const struct cc_markup *markup,
    const struct cc_token *token)
{
	const char *bytes = markup->source->bytes, *hit;

	if (!text_allowed(guard, markup, token))
		return false;
	if (token->kind == CC_TOKEN_CDATA)
		return true;
	hit = section_end(bytes + token->at, bytes + token->end);
	if (hit != NULL)
		return cc_markup_fault(markup, (uint32_t)(hit - bytes), 3,
		    "]]> in text must be written ]]&gt;");
	return cc_markup_references(markup, token->at, token->end);
}

static bool
instruction(const struct cc_markup *markup, const struct cc_token *token)
{
	const struct cc_source *source = markup->source;
	const char *name = source->bytes + token->at + 2;
	uint32_t length =
	    cc_scan_name(source->bytes, token->at + 2, token->end);
	bool first = source->first_line == 1 && source->columns_before == 0 &&
	             token->at == cc_magic_mark(source);

	if (length != 3 || g_ascii_strncasecmp(name, "xml", 3) != 0)
		return true;
	if (!first)
		return cc_markup_fault(markup, token->at, 5,
		    "<?xml ...?> must be the very first of the file");
	return cc_markup_xml_declaration(markup, token->at, token->end);
}

static enum cc_guard_verdict
step(struct cc_guard *guard, const struct cc_markup *markup,
    const struct cc_token *token)
{
	bool allowed = cc_markup_characters(markup, token->at, token->end);

	if (!allowed)
		return CC_GUARD_FAILED;
	switch (token->kind) {
	case CC_TOKEN_START:
	case CC_TOKEN_EMPTY:
		return start(guard, markup, token);
	case CC_TOKEN_END:
		return end(guard, markup, token);
	case CC_TOKEN_TEXT:
	case CC_TOKEN_CDATA:
		allowed = text(guard, markup, token);
		break;
	case CC_TOKEN_COMMENT:
		break;
	case CC_TOKEN_INSTRUCTION:
		allowed = instruction(markup, token);
		break;
	case CC_TOKEN_DOCTYPE:
		cc_diag(markup->diags, CC_E103,
		    cc_markup_pos(markup, token->at, token->end - token->at));
		return CC_GUARD_FAILED;
	case CC_TOKEN_BROKEN:
		allowed = cc_markup_broken(markup, token->at, token->end);
		break;
	}
	return allowed ? CC_GUARD_MORE : CC_GUARD_FAILED;
}

static bool
never_closed(const struct cc_guard *guard, const struct cc_markup *markup)
{
	const struct cc_source *source = markup->source;
	uint32_t depth = guard->depth - 1;
	const struct cc_guard_level *level = &guard->levels[depth];
	struct cc_place place;
	g_autofree char *name = open_name(guard, markup, depth, &place);

	/* The root of a stream has long left the window. */
	if (depth == 0 && source->first_line + source->columns_before > 1)
		return cc_markup_fault(markup, (uint32_t)source->length, 0,
		    "the file ends before </%s> (line %u, column %u)", name,
		    place.line, place.column);
	return cc_markup_fault(markup, level->at, level->name_length + 1,
	    "<%s> is never closed", name);
}

/* The text is complete, and no whole token is left in it. */
static bool
finished(struct cc_guard *guard, const struct cc_markup *markup)
{
	const struct cc_source *source = markup->source;
	uint32_t at = guard->scan.at, length = (uint32_t)source->length;
	struct cc_token rest = {CC_TOKEN_TEXT, at, length};

	if (!cc_markup_characters(markup, at, length))
		return false;
	if (at < length && source->bytes[at] == '<')
		return cc_markup_broken(markup, at, length);
	if (guard->root_name == NULL &&
	    cc_scan_white(source->bytes, at, length) == length) {
		cc_diag_file(
		    markup->diags, at <= 3 ? CC_E108 : CC_E109, source->name);
		return false;
	}
	if (!text(guard, markup, &rest))
		return false;
	guard->scan.at = length;
	return guard->depth == 0 || (guard->cut && guard->depth == 1) ||
	       never_closed(guard, markup);
}

enum cc_guard_verdict
cc_guard_walk(struct cc_guard *guard, const struct cc_source *window,
    bool complete, struct cc_diags *diags)
{
	struct cc_markup markup = {window, diags};
	enum cc_guard_verdict verdict = CC_GUARD_MORE;
	struct cc_scan *scan = &guard->scan;
	struct cc_token token;

	if (!guard->begun) {
		if (window->length < CC_MAGIC_MAX && !complete)
			return CC_GUARD_MORE;
		if (!begin(guard, &markup))
			return CC_GUARD_FAILED;
	}
	scan->bytes = window->bytes;
	scan->length = (uint32_t)window->length;
	while (verdict == CC_GUARD_MORE && cc_scan_next(scan, &token))
		verdict = step(guard, &markup, &token);
	if (verdict != CC_GUARD_MORE)
		return verdict;
	/* An endless tag must not be waited for. */
	if (token.kind == CC_TOKEN_START &&
	    !tag_length_allowed(&markup, scan->at, scan->length))
		return CC_GUARD_FAILED;
	if (!complete)
		return CC_GUARD_MORE;
	return finished(guard, &markup) ? CC_GUARD_END : CC_GUARD_FAILED;
}

bool
cc_guard_enter(struct cc_guard *guard, const struct cc_source *tag,
    struct cc_diags *diags)
{
	g_autofree char *expected = NULL;

	guard->begun = true;
	if (cc_guard_walk(guard, tag, false, diags) == CC_GUARD_FAILED)
		return false;
	if (guard->depth == 1 && guard->split &&
	    guard->scan.at == tag->length) {
		cc_guard_shift(guard);
		return guard->cut = true;
	}
	expected = g_strdup_printf("the start tag of <%s>", guard->many);
	cc_diag(diags, CC_E111, (struct cc_pos){tag, 0, 0},
	    guard->root_name != NULL ? guard->root_name : "", expected);
	return false;
}
