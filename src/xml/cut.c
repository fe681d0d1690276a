/* A file to the bytes of its cases, for whoever has them read elsewhere. */
#include "xml/magic.h"
#include "xml/reader.h"

#include <string.h>

/* On to the first tag; false where the file ends before. */
static bool
first_tag(struct cc_xml_reader *reader, struct cc_scan *scan,
    struct cc_token *token, struct cc_diags *diags)
{
	const struct cc_source *window = &reader->window;

	for (;;) {
		scan->bytes = window->bytes;
		scan->length = (uint32_t)window->length;
		while (cc_scan_next(scan, token))
			if (token->kind != CC_TOKEN_TEXT &&
			    token->kind != CC_TOKEN_COMMENT &&
			    token->kind != CC_TOKEN_INSTRUCTION)
				return true;
		if (reader->complete || window->length > CC_XML_CASE_MAX ||
		    !cc_reader_piece(reader, diags))
			return false;
	}
}

/* Whether the root holds cases; what is neither that nor a case will be told
 * by whoever reads it. */
static bool
holds_many(struct cc_xml_reader *reader, struct cc_diags *diags)
{
	const char *many = reader->guard.many;
	struct cc_scan scan = {0};
	struct cc_token token;
	const char *name, *colon;
	uint32_t length;

	if (!first_tag(reader, &scan, &token, diags) ||
	    (token.kind != CC_TOKEN_START && token.kind != CC_TOKEN_EMPTY))
		return false;
	name = scan.bytes + token.at + 1;
	length = cc_scan_name(scan.bytes, token.at + 1, token.end);
	colon = memchr(name, ':', length);
	if (colon != NULL) {
		length -= (uint32_t)(colon + 1 - name);
		name = colon + 1;
	}
	return length == strlen(many) && memcmp(name, many, length) == 0;
}

/* One byte more than the limit tells that it is beyond. */
static bool
take_whole(struct cc_xml_reader *reader, struct cc_xml_text *text,
    struct cc_diags *diags)
{
	while (!reader->complete && reader->window.length <= CC_XML_CASE_MAX)
		if (!cc_reader_piece(reader, diags))
			return false;
	reader->done = true;
	*text = (struct cc_xml_text){
	    .name = reader->name,
	    .bytes = reader->window.bytes,
	    .length = reader->window.length,
	    .line = 1,
	    .column = 1,
	};
	return true;
}

/* What stands between the case before, or the root's tag, and the end of this
 * one. */
static void
take_case(struct cc_xml_reader *reader, struct cc_xml_text *text)
{
	const struct cc_guard *guard = &reader->guard;
	const bool first = reader->root_start == NULL;
	const uint32_t from = first ? guard->root_end : 0;
	const struct cc_place place =
	    cc_pos_place((struct cc_pos){&reader->window, from, 0});

	cc_reader_keep_root(reader);
	*text = (struct cc_xml_text){
	    .name = reader->name,
	    .bytes = reader->window.bytes + from,
	    .length = guard->scan.at - from,
	    .line = place.line,
	    .column = place.column,
	    .root = reader->root_start,
	};
}

bool
cc_xml_next_text(struct cc_xml_reader *reader, struct cc_xml_text *text,
    struct cc_diags *diags)
{
	enum cc_guard_verdict verdict;

	if (reader->failed || reader->done)
		return false;
	if (!reader->guard.begun && !holds_many(reader, diags)) {
		reader->failed = !take_whole(reader, text, diags);
		return !reader->failed;
	}
	cc_reader_shift(reader);
	verdict = cc_reader_walk(reader, diags);
	reader->failed = verdict == CC_GUARD_FAILED;
	reader->done = verdict == CC_GUARD_END;
	if (verdict == CC_GUARD_CASE)
		take_case(reader, text);
	else if (reader->done && reader->root_start == NULL)
		cc_reader_warn_of_none(reader, diags);
	return verdict == CC_GUARD_CASE;
}
