#include "xml/reader.h"

#include "xml/magic.h"
#include "xml/pack.h"
#include "xml/tree.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#define PIECE (64u << 10) /* [bytes] */

static struct cc_xml_reader *
reader_create(const char *name, const char *ns)
{
	struct cc_xml_reader *reader = g_new0(struct cc_xml_reader, 1);

	reader->fd = -1;
	reader->name = g_strdup(name);
	reader->ns = g_strdup(ns);
	reader->window.name = reader->name;
	reader->window.bytes = "";
	reader->window.first_line = 1;
	reader->window.lines = &reader->lines;
	cc_guard_init(&reader->guard, reader->ns, "case", "cases");
	return reader;
}

struct cc_xml_reader *
cc_xml_open(const char *name, const char *ns, struct cc_diags *diags)
{
	int fd = cc_source_open(name, diags);
	struct cc_xml_reader *reader;

	if (fd < 0)
		return NULL;
	reader = reader_create(name, ns);
	reader->fd = fd;
	return reader;
}

static bool
enter_root(
    struct cc_xml_reader *reader, const char *root, struct cc_diags *diags)
{
	const struct cc_source tag = {.name = reader->name,
	    .bytes = root,
	    .length = strlen(root),
	    .first_line = 1};

	reader->root_start = g_strdup(root);
	return cc_guard_enter(&reader->guard, &tag, diags);
}

struct cc_xml_reader *
cc_xml_open_text(
    const struct cc_xml_text *text, const char *ns, struct cc_diags *diags)
{
	struct cc_xml_reader *reader = reader_create(text->name, ns);

	reader->left = text->bytes;
	reader->left_length = text->length;
	reader->window.first_line = text->line;
	reader->window.columns_before = text->column - 1;
	if (text->root == NULL || enter_root(reader, text->root, diags))
		return reader;
	cc_xml_close(reader);
	return NULL;
}

void
cc_xml_close(struct cc_xml_reader *reader)
{
	if (reader == NULL)
		return;
	if (reader->fd > STDIN_FILENO)
		close(reader->fd);
	cc_guard_finish(&reader->guard);
	cc_lines_forget(&reader->lines);
	g_free(reader->name);
	g_free(reader->ns);
	g_free(reader->buffer);
	g_free(reader->root_start);
	g_free(reader->root_end);
	g_free(reader);
}

bool
cc_xml_failed(const struct cc_xml_reader *reader)
{
	return reader->failed;
}

/* Room for one more piece behind what is held. */
static void
make_room(struct cc_xml_reader *reader)
{
	size_t held = reader->end - reader->start;

	if (reader->capacity - reader->end >= PIECE)
		return;
	if (reader->start > 0)
		memmove(reader->buffer, reader->buffer + reader->start, held);
	reader->start = 0;
	reader->end = held;
	if (reader->capacity - held >= PIECE)
		return;
	reader->capacity = MAX(2 * reader->capacity, held + PIECE);
	reader->buffer = g_realloc(reader->buffer, reader->capacity);
}

static void
update_window(struct cc_xml_reader *reader)
{
	cc_lines_forget(&reader->lines);
	reader->window.bytes = reader->buffer + reader->start;
	reader->window.length = reader->end - reader->start;
}

/* At most a piece; 0 at the end. */
static ssize_t
take(struct cc_xml_reader *reader, char *to)
{
	size_t length = MIN(reader->left_length, PIECE);
	ssize_t n;

	if (reader->fd < 0) {
		memcpy(to, reader->left, length);
		reader->left += length;
		reader->left_length -= length;
		return (ssize_t)length;
	}
	do {
		n = read(reader->fd, to, PIECE);
	} while (n < 0 && errno == EINTR);
	return n;
}

bool
cc_reader_piece(struct cc_xml_reader *reader, struct cc_diags *diags)
{
	ssize_t n;

	make_room(reader);
	n = take(reader, reader->buffer + reader->end);
	if (n < 0) {
		cc_diag_file(diags, CC_E001, reader->name, g_strerror(errno));
		return false;
	}
	reader->end += (size_t)n;
	reader->complete = n == 0;
	update_window(reader);
	return true;
}

void
cc_reader_shift(struct cc_xml_reader *reader)
{
	uint32_t past = reader->guard.scan.at;
	struct cc_place place;

	if (past == 0)
		return;
	place = cc_pos_place((struct cc_pos){&reader->window, past, 0});
	reader->window.first_line = place.line;
	reader->window.columns_before = place.column - 1;
	reader->start += past;
	update_window(reader);
	cc_guard_shift(&reader->guard);
}

/* The outermost element that began in this window, or its start. */
static void
too_large(const struct cc_guard *guard, const struct cc_source *window,
    struct cc_diags *diags)
{
	uint32_t level = guard->split ? 1 : 0;
	struct cc_pos pos = {window, 0, 0};

	if (level < guard->depth) {
		pos.at = guard->levels[level].at;
		pos.length = guard->levels[level].name_length + 1;
	}
	cc_diag(diags, CC_E121, pos, CC_XML_CASE_MAX >> 20);
}

enum cc_guard_verdict
cc_reader_walk(struct cc_xml_reader *reader, struct cc_diags *diags)
{
	enum cc_guard_verdict verdict;

	while ((verdict = cc_guard_walk(&reader->guard, &reader->window,
		    reader->complete, diags)) == CC_GUARD_MORE) {
		if (reader->window.length > CC_XML_CASE_MAX) {
			too_large(&reader->guard, &reader->window, diags);
			return CC_GUARD_FAILED;
		}
		if (!cc_reader_piece(reader, diags))
			return CC_GUARD_FAILED;
	}
	return verdict;
}

static struct cc_element *
read_window(struct cc_xml_reader *reader, enum cc_guard_verdict verdict,
    struct cc_arena *arena, struct cc_diags *diags)
{
	struct cc_guard *guard = &reader->guard;
	const bool open = verdict == CC_GUARD_CASE || guard->cut;
	struct cc_tree_document document = {
	    .before = reader->root_start,
	    .source = &reader->window,
	    .to = guard->scan.at,
	    .ns = guard->ns,
	};

	if (open && reader->root_end == NULL)
		reader->root_end = g_strdup_printf("</%s>", guard->root_name);
	if (open)
		document.behind = reader->root_end;
	if (document.before == NULL)
		document.from = cc_magic_mark(&reader->window);
	return cc_tree_read(arena, &document, diags);
}

void
cc_reader_keep_root(struct cc_xml_reader *reader)
{
	const struct cc_guard *guard = &reader->guard;
	uint32_t at = guard->levels[0].at;

	if (reader->root_start == NULL)
		reader->root_start =
		    g_strndup(reader->window.bytes + at, guard->root_end - at);
}

static bool
is_case(const struct cc_element *element, const struct cc_guard *guard,
    struct cc_diags *diags)
{
	if (strcmp(element->name, guard->root) == 0)
		return true;
	cc_diag(diags, CC_E124, element->pos, guard->root_name);
	return false;
}

void
cc_reader_warn_of_none(const struct cc_xml_reader *reader, struct cc_diags *diags)
{
	const struct cc_guard *guard = &reader->guard;

	cc_diag(diags, CC_W102,
	    (struct cc_pos){&reader->window, guard->root_at,
		(uint32_t)strlen(guard->root_name) + 1});
}

/* Behind a case that was cut out stands nothing as a rule: no need to ask
 * libxml2 whether that is well-formed. */
static bool
cut_ended(const struct cc_xml_reader *reader)
{
	const struct cc_source *window = &reader->window;
	uint32_t length = (uint32_t)window->length;

	return reader->guard.cut && reader->left_length == 0 &&
	       cc_scan_white(window->bytes, 0, length) == length;
}

struct cc_element *
cc_xml_next_case(struct cc_xml_reader *reader, struct cc_arena *arena,
    struct cc_diags *diags)
{
	enum cc_guard_verdict verdict;
	struct cc_element *element;

	while (!reader->failed && !reader->done) {
		cc_reader_shift(reader);
		if (cut_ended(reader))
			break;
		verdict = cc_reader_walk(reader, diags);
		element = NULL;
		if (verdict != CC_GUARD_FAILED)
			element = read_window(reader, verdict, arena, diags);
		reader->failed = element == NULL;
		reader->done = verdict == CC_GUARD_END;
		if (reader->failed || !reader->guard.split)
			return element;
		if (verdict == CC_GUARD_CASE)
			cc_reader_keep_root(reader);
		else if (reader->root_start == NULL)
			cc_reader_warn_of_none(reader, diags);
		element = element->first;
		if (element == NULL || !is_case(element, &reader->guard, diags))
			continue;
		element->parent = NULL;
		return element;
	}
	return NULL;
}

struct cc_element *
cc_xml_read(struct cc_arena *arena, const struct cc_source *source,
    const char *ns, const char *root, struct cc_diags *diags)
{
	struct cc_tree_document document = {
	    .source = source, .from = cc_magic_mark(source)};
	struct cc_guard guard;
	bool passed = false;

	if (source->tree != NULL)
		return cc_tree_unpack(arena, source);
	cc_guard_init(&guard, ns, root, NULL);
	if (source->length > CC_XML_CASE_MAX)
		too_large(&guard, source, diags);
	else
		passed =
		    cc_guard_walk(&guard, source, true, diags) == CC_GUARD_END;
	document.ns = guard.ns;
	cc_guard_finish(&guard);
	document.to = (uint32_t)source->length;
	return passed ? cc_tree_read(arena, &document, diags) : NULL;
}

const struct cc_attribute *
cc_element_attribute(const struct cc_element *element, const char *name)
{
	for (size_t i = 0; i < element->attribute_count; i++)
		if (strcmp(element->attributes[i].name, name) == 0)
			return &element->attributes[i];
	return NULL;
}

const char *
cc_element_value(const struct cc_element *element, const char *name)
{
	const struct cc_attribute *attribute =
	    cc_element_attribute(element, name);

	return attribute != NULL ? attribute->value : NULL;
}
