/* Cases -> pages -> a file or memory. */
#include "api/target.h"

#include <string.h>

/* What an output pulls its pages from: one case, or the cases of files. The
 * first page is made before anything is opened for writing. */
struct stream {
	struct cc_pages pages;
	struct cc_page_maker maker;
	struct clincourse *context;
	struct clincourse_metrics *metrics; /* may be NULL */
	const struct cc_output *output;
	struct clincourse_diags *diags;
	const char *target;       /* NULL: memory */
	const char *const *paths; /* NULL: `pull`, or the one page, `first` */
	size_t count, at;
	struct clincourse_reader *reader;
	/* Where cases come from instead; NULL: from files. */
	const struct clincourse_case *(*pull)(void *data);
	void *pull_data;
	const struct clincourse_case *course; /* of the last page */
	const struct cc_page *first;
	bool refused; /* at least one case was */
};

static const struct cc_output *
output_for(const char *format, const char *path, struct clincourse_diags *diags)
{
	const struct cc_output *output =
	    format != NULL ? cc_output_find(format) : cc_output_by_suffix(path);
	g_autoptr(GPtrArray) names = NULL;
	g_autofree char *all = NULL, *hint = NULL;
	size_t i;

	if (output != NULL)
		return output;
	names = g_ptr_array_new();
	for (i = 0; cc_outputs()[i] != NULL; i++)
		g_ptr_array_add(names, (gpointer)cc_outputs()[i]->name);
	if (format != NULL) {
		hint = cc_hint(
		    format, (const char *const *)names->pdata, names->len);
		cc_diag(
		    &diags->list, CC_E474, (struct cc_pos){0}, format, hint);
		return NULL;
	}
	g_ptr_array_add(names, NULL);
	all = g_strjoinv(" ", (char **)names->pdata);
	cc_diag(&diags->list, CC_E475, (struct cc_pos){0}, path, all);
	return NULL;
}

/* No more cases, and no picture of those before. */
static const struct clincourse_case *
stream_fail(struct stream *stream)
{
	stream->pages.failed = stream->refused = true;
	stream->at = stream->count;
	clincourse_close(stream->reader);
	stream->reader = NULL;
	return NULL;
}

static const struct clincourse_case *
pulled_case(struct stream *stream)
{
	const struct clincourse_case *course = stream->pull(stream->pull_data);

	stream->maker.number = stream->maker.render->number;
	return course;
}

/* The next case of the files that is not refused, or NULL at their end. */
static const struct clincourse_case *
file_case(struct stream *stream)
{
	const struct clincourse_case *course;
	bool bad = false;

	for (;;) {
		if (stream->reader == NULL && stream->at == stream->count)
			return NULL;
		if (stream->reader == NULL)
			stream->reader = clincourse_open(stream->context,
			    stream->paths[stream->at++], stream->diags);
		if (stream->reader == NULL) {
			stream->refused = true;
			continue;
		}
		course = clincourse_next(stream->reader, &bad, stream->diags);
		/* A refused case keeps its number: the others' stay theirs. */
		if (course != NULL || bad)
			stream->maker.number++;
		if (course != NULL &&
		    !cc_target_spares(stream->maker.render, stream->target,
			course, stream->diags))
			return stream_fail(stream);
		if (course != NULL)
			return course;
		if (bad) {
			stream->refused = true;
			continue;
		}
		clincourse_close(stream->reader);
		stream->reader = NULL;
	}
}

static const struct clincourse_case *
stream_case(struct stream *stream)
{
	return stream->pull != NULL ? pulled_case(stream) : file_case(stream);
}

/* A page that was made of the stream's case, if it was. */
static const struct cc_page *
page_take(struct stream *stream, const struct cc_page *page)
{
	stream->pages.fonts = stream->maker.fonts;
	if (page != NULL && stream->metrics != NULL)
		cc_metrics_page(
		    stream->metrics, &stream->maker, stream->course);
	return page;
}

static const struct cc_page *
page_make(struct stream *stream, const struct clincourse_case *course)
{
	stream->course = course;
	return page_take(stream, cc_page_make(&stream->maker, course));
}

/* The next of the same case. An output that has begun it does not leave it at
 * that. */
static const struct cc_page *
page_make_next(struct stream *stream)
{
	const struct cc_page *page = page_take(
	    stream, cc_page_make_next(&stream->maker, stream->course));

	if (page == NULL)
		stream->pages.failed = stream->refused = true;
	return page;
}

static const struct cc_page *
stream_page(struct stream *stream)
{
	const struct clincourse_case *course;
	const struct cc_page *page;

	while ((course = stream_case(stream)) != NULL) {
		page = page_make(stream, course);
		if (page != NULL)
			return page;
		stream->refused = true;
		/* Without fonts, none of the others can be drawn either. */
		if (stream->maker.fonts == NULL &&
		    stream->diags->list.count[CC_FATAL] > 0)
			return NULL;
	}
	return NULL;
}

/* Coming for the next page, an output has written the one before. */
static const struct cc_page *
stream_next(struct cc_pages *pages)
{
	struct stream *stream = pages->source;
	const struct cc_page *page = stream->first;

	if (page == NULL && stream->metrics != NULL)
		cc_metrics_end(stream->metrics, true);
	if (page == NULL && cc_page_goes_on(&stream->maker))
		page = page_make_next(stream);
	else if (page == NULL &&
		 (stream->paths != NULL || stream->pull != NULL))
		page = stream_page(stream);
	stream->first = NULL;
	if (page != NULL && stream->metrics != NULL)
		cc_metrics_start(stream->metrics);
	return page;
}

static void
stream_init(struct stream *stream, const struct clincourse_render *render,
    const struct cc_output *output, struct clincourse_diags *diags)
{
	*stream = (struct stream){
	    .context = render->context,
	    /* Words have no picture to measure. */
	    .metrics = output->words ? NULL : render->metrics,
	    .output = output,
	    .diags = diags,
	};
	stream->pages.next = stream_next;
	stream->pages.source = stream;
	stream->pages.options.outline = g_strcmp0(render->text, "outline") == 0;
	stream->pages.options.dpi = render->dpi;
	stream->pages.options.picture = g_strcmp0(render->pptx, "picture") == 0;
	cc_page_maker_init(&stream->maker, render, &diags->list);
	stream->maker.output = output;
}

static void
stream_finish(struct stream *stream, bool drawn)
{
	if (stream->metrics != NULL)
		cc_metrics_end(stream->metrics, drawn);
	clincourse_close(stream->reader);
	cc_page_maker_finish(&stream->maker);
}

/* Writes the pages, the first of which is made. */
static bool
stream_write(struct stream *stream, struct cc_sink *sink)
{
	struct cc_diags *list = &stream->diags->list;
	const guint before = cc_diags_errors(list);

	if (!stream->output->write(&stream->pages, sink, list) ||
	    stream->pages.failed) {
		cc_sink_abandon(sink);
		/* Not even then without a word. */
		if (cc_diags_errors(list) == before && !stream->refused)
			cc_diag(list, CC_E491, (struct cc_pos){0},
			    "it gave no reason");
		return false;
	}
	return cc_sink_commit(sink, list);
}

static bool
stream_write_file(struct stream *stream)
{
	struct cc_sink *sink =
	    cc_sink_open(stream->target, &stream->diags->list);

	return sink != NULL && stream_write(stream, sink);
}

static bool
case_start(struct stream *stream, const struct clincourse_case *course)
{
	stream->first = page_make(stream, course);
	return stream->first != NULL;
}

bool
clincourse_draw(struct clincourse_render *render,
    const struct clincourse_case *course, const char *format, const char *path,
    struct clincourse_diags *diags)
{
	const struct cc_output *output = output_for(format, path, diags);
	struct stream stream;
	bool drawn;

	if (output == NULL || !cc_target_free(render, path, NULL, 0, diags) ||
	    !cc_target_spares(render, path, course, diags))
		return false;
	stream_init(&stream, render, output, diags);
	stream.target = path;
	drawn = case_start(&stream, course) && stream_write_file(&stream);
	stream_finish(&stream, drawn);
	return drawn;
}

#define PICTURE_USUAL (48u << 10) /* [bytes] */

bool
clincourse_draw_memory(struct clincourse_render *render,
    const struct clincourse_case *course, const char *format, char **bytes,
    size_t *length, struct clincourse_diags *diags)
{
	const struct cc_output *output = output_for(format, "", diags);
	GString *to;
	struct stream stream;
	bool drawn;

	*bytes = NULL;
	*length = 0;
	if (output == NULL || !cc_target_free(render, NULL, NULL, 0, diags) ||
	    !cc_target_spares(render, NULL, course, diags))
		return false;
	to = g_string_sized_new(PICTURE_USUAL);
	stream_init(&stream, render, output, diags);
	drawn = case_start(&stream, course) &&
	        stream_write(&stream, cc_sink_open_memory(to));
	stream_finish(&stream, drawn);
	if (!drawn) {
		g_string_free(to, TRUE);
		return false;
	}
	*length = to->len;
	*bytes = g_realloc(g_string_free(to, FALSE), *length + 1);
	return true;
}

/* True where nothing follows the first page, or the output takes more. */
static bool
stream_fits(struct stream *stream)
{
	const struct clincourse_case *second;

	if (stream->output->many)
		return true;
	second = stream_case(stream);
	if (second == NULL)
		return true;
	cc_diag(&stream->diags->list, CC_E476, second->data->pos,
	    stream->output->name);
	return false;
}

bool
clincourse_draw_files(struct clincourse_render *render,
    const char *const *paths, size_t count, const char *format,
    const char *path, struct clincourse_diags *diags)
{
	const struct cc_output *output = output_for(format, path, diags);
	struct stream stream;
	bool drawn = false;

	if (output == NULL ||
	    !cc_target_free(render, path, paths, count, diags))
		return false;
	stream_init(&stream, render, output, diags);
	stream.target = path;
	stream.maker.number = 0;
	stream.paths = paths;
	stream.count = count;
	stream.first = stream_page(&stream);
	if (stream.first != NULL && stream_fits(&stream))
		drawn = stream_write_file(&stream);
	else if (stream.first == NULL && !stream.refused && count > 0)
		cc_diag_file(&diags->list, CC_E477, path);
	stream_finish(&stream, drawn);
	return drawn && !stream.refused;
}

bool
cc_draw_pulled(struct clincourse_render *render, const char *format,
    const struct clincourse_case *(*pull)(void *data), void *data,
    struct cc_sink *sink, struct clincourse_diags *diags)
{
	const struct cc_output *output = output_for(format, "", diags);
	struct stream stream;
	bool drawn = false;

	if (output == NULL) {
		cc_sink_abandon(sink);
		return false;
	}
	stream_init(&stream, render, output, diags);
	stream.pull = pull;
	stream.pull_data = data;
	stream.first = stream_page(&stream);
	if (stream.first != NULL)
		drawn = stream_write(&stream, sink);
	else
		cc_sink_abandon(sink);
	stream_finish(&stream, drawn);
	return drawn && !stream.refused;
}
