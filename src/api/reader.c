/* Files -> cases, one at a time. */
#include "api/context.h"

#include "base/cpu.h"
#include "follow/check.h"

#include <unistd.h>

/* `text` NULL: of the file at `path`. */
static struct clincourse_reader *
reader_open(struct clincourse *context, const char *path,
    const struct cc_xml_text *text, struct clincourse_diags *diags)
{
	const double start = cc_cpu_ms();
	struct clincourse_reader *reader;
	struct cc_beside *beside;
	struct cc_xml_reader *xml;

	cc_diags_section(&diags->list);
	cc_diags_input(diags, path);
	beside = cc_beside_find(context, path, &diags->list);
	if (beside == NULL)
		return NULL;
	xml = text != NULL
	          ? cc_xml_open_text(text, CC_CASE_NAMESPACE, &diags->list)
	          : cc_xml_open(path, CC_CASE_NAMESPACE, &diags->list);
	if (xml == NULL) {
		cc_beside_release(beside);
		return NULL;
	}
	reader = g_new0(struct clincourse_reader, 1);
	reader->context = context;
	reader->xml = xml;
	reader->beside = beside;
	reader->regular = cc_identity_find(path, STDIN_FILENO, &reader->file);
	cc_arena_init(&reader->arena);
	reader->open_ms = cc_cpu_ms() - start;
	return reader;
}

struct clincourse_reader *
clincourse_open(struct clincourse *context, const char *path,
    struct clincourse_diags *diags)
{
	return reader_open(context, path, NULL, diags);
}

struct clincourse_reader *
clincourse_open_bytes(struct clincourse *context, const char *name,
    const char *bytes, size_t length, unsigned line, unsigned column,
    const char *root, struct clincourse_diags *diags)
{
	const struct cc_xml_text text = {
	    .name = name,
	    .bytes = bytes,
	    .length = length,
	    .line = line,
	    .column = column,
	    .root = root,
	};

	return reader_open(context, name, &text, diags);
}

struct clincourse_reader *
clincourse_open_memory(struct clincourse *context, const char *name,
    const char *bytes, size_t length, struct clincourse_diags *diags)
{
	return clincourse_open_bytes(
	    context, name, bytes, length, 1, 1, NULL, diags);
}

void
clincourse_close(struct clincourse_reader *reader)
{
	if (reader == NULL)
		return;
	cc_xml_close(reader->xml);
	cc_beside_release(reader->beside);
	cc_arena_finish(&reader->arena);
	g_free(reader);
}

static const struct cc_vocab *
reader_vocab(const struct clincourse_reader *reader)
{
	return reader->beside->vocab != NULL ? reader->beside->vocab
	                                     : reader->context->vocab;
}

/* The case that was read, refused or not. */
static void
reader_take(struct clincourse_reader *reader, struct cc_case *data,
    const struct cc_element *root, struct cc_diags *diags)
{
	reader->course.context = reader->context;
	reader->course.reader = reader;
	reader->course.data = data;
	cc_terms_init(&reader->course.terms, &reader->arena,
	    reader_vocab(reader), data);
	cc_figures_check(&reader->course, root, diags);
}

const struct clincourse_case *
clincourse_next(
    struct clincourse_reader *reader, bool *bad, struct clincourse_diags *diags)
{
	const guint before = cc_diags_errors(&diags->list);
	const double start = cc_cpu_ms();
	const struct cc_vocab *vocab = reader_vocab(reader);
	struct cc_element *root = NULL;
	struct cc_case *data;

	cc_diags_section(&diags->list);
	cc_arena_reset(&reader->arena);
	if (!reader->ended)
		root =
		    cc_xml_next_case(reader->xml, &reader->arena, &diags->list);
	data = root == NULL
	           ? NULL
	           : cc_case_read(&reader->arena, root, vocab, &diags->list);
	if (root == NULL)
		reader->ended = true;
	if (data != NULL)
		reader_take(reader, data, root, &diags->list);
	if (bad != NULL)
		*bad = cc_diags_errors(&diags->list) > before;
	if (data == NULL || cc_diags_errors(&diags->list) > before)
		return NULL;
	reader->course.follow =
	    cc_follow_create(&reader->arena, data, &reader->course.terms);
	cc_follow_check(reader->course.follow, &diags->list);
	reader->course.read_ms = reader->open_ms + cc_cpu_ms() - start;
	reader->open_ms = 0;
	return &reader->course;
}

const char *
clincourse_case_id(const struct clincourse_case *course)
{
	return course->data->id != NULL ? course->data->id : "";
}
