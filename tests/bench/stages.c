/* CPU time of each stage, many cases in one process:
 * stages FORMAT ROUNDS FILE... */
#include "api/context.h"
#include "base/cpu.h"

#include <stdio.h>
#include <stdlib.h>

enum stage { STAGE_READ, STAGE_CHECK, STAGE_LAYOUT, STAGE_WRITE, STAGE_COUNT };

struct bench {
	struct clincourse *context;
	struct clincourse_render *render;
	const struct cc_output *output;
	struct clincourse_diags *diags;
	struct cc_page_maker maker;
	struct cc_arena arena;
	GString *bytes;
	double spent[STAGE_COUNT]; /* [ms] */
	double last;
	size_t drawn, written; /* files, bytes */
};

/* One page to pull. */
struct single {
	struct cc_pages pages;
	const struct cc_page *page;
};

static void
lap(struct bench *bench, enum stage stage)
{
	const double now = cc_cpu_ms();

	bench->spent[stage] += now - bench->last;
	bench->last = now;
}

static const struct cc_page *
single_next(struct cc_pages *pages)
{
	struct single *single = pages->source;
	const struct cc_page *page = single->page;

	single->page = NULL;
	return page;
}

static bool
page_write(struct bench *bench, const struct cc_page *page)
{
	struct single single = {.page = page};
	struct cc_sink *sink = cc_sink_open_memory(bench->bytes);

	single.pages.next = single_next;
	single.pages.source = &single;
	single.pages.fonts = bench->maker.fonts;
	if (!bench->output->write(&single.pages, sink, &bench->diags->list)) {
		cc_sink_abandon(sink);
		return false;
	}
	return cc_sink_commit(sink, &bench->diags->list);
}

static bool
case_draw(struct bench *bench, const struct cc_element *root)
{
	struct cc_diags *diags = &bench->diags->list;
	struct clincourse_case course = {.context = bench->context};
	const struct cc_page *page;
	bool written;

	course.data =
	    cc_case_read(&bench->arena, root, bench->context->vocab, diags);
	if (course.data == NULL || cc_diags_errors(diags) > 0)
		return false;
	cc_terms_init(
	    &course.terms, &bench->arena, bench->context->vocab, course.data);
	course.follow =
	    cc_follow_create(&bench->arena, course.data, &course.terms);
	lap(bench, STAGE_CHECK);
	bench->maker.output = bench->output;
	page = cc_page_make(&bench->maker, &course);
	if (page == NULL)
		return false;
	lap(bench, STAGE_LAYOUT);
	g_string_truncate(bench->bytes, 0);
	written = page_write(bench, page);
	lap(bench, STAGE_WRITE);
	bench->drawn++;
	bench->written += bench->bytes->len;
	return written;
}

static bool
file_draw(struct bench *bench, const char *path)
{
	struct cc_xml_reader *xml;
	struct cc_element *root;
	bool drawn;

	bench->last = cc_cpu_ms();
	cc_arena_reset(&bench->arena);
	xml = cc_xml_open(path, CC_CASE_NAMESPACE, &bench->diags->list);
	if (xml == NULL)
		return false;
	root = cc_xml_next_case(xml, &bench->arena, &bench->diags->list);
	lap(bench, STAGE_READ);
	drawn = root != NULL && case_draw(bench, root);
	cc_xml_close(xml);
	return drawn;
}

static bool
rounds_draw(struct bench *bench, int rounds, char **paths, int count)
{
	int i;

	for (i = 0; i < rounds; i++)
		if (!file_draw(bench, paths[i % count]))
			return false;
	return true;
}

static void
report(const struct bench *bench, const char *format)
{
	static const char *const words[] = {
	    [STAGE_READ] = "read",
	    [STAGE_CHECK] = "check",
	    [STAGE_LAYOUT] = "layout",
	    [STAGE_WRITE] = "write",
	};
	const double count = (double)bench->drawn;
	double all = 0;
	int i;

	printf("%-6s", format);
	for (i = 0; i < STAGE_COUNT; i++) {
		all += bench->spent[i];
		printf(" %s %7.3f ", words[i], bench->spent[i] / count);
	}
	printf(" all %7.3f ms a chart, %.1f kB\n", all / count,
	    (double)bench->written / count / 1e3);
}

int
main(int argc, char **argv)
{
	struct bench bench = {.diags = clincourse_diags_create()};
	const int rounds = argc > 3 ? atoi(argv[2]) : 0;
	char *text;
	bool drawn;

	bench.output = argc > 3 ? cc_output_find(argv[1]) : NULL;
	if (bench.output == NULL || rounds < 1)
		return 2;
	bench.context = clincourse_create(NULL, bench.diags);
	if (bench.context == NULL)
		return 3;
	bench.render = clincourse_render_create(bench.context);
	/* One page is laid out, not others that would hold more. */
	clincourse_render_advise(bench.render, false);
	bench.bytes = g_string_new(NULL);
	cc_arena_init(&bench.arena);
	cc_page_maker_init(&bench.maker, bench.render, &bench.diags->list);
	/* The first tenth warms caches up and does not count. */
	drawn = rounds_draw(&bench, rounds / 10 + 1, argv + 3, argc - 3);
	for (int i = 0; i < STAGE_COUNT; i++)
		bench.spent[i] = 0;
	bench.drawn = bench.written = 0;
	drawn = drawn && rounds_draw(&bench, rounds, argv + 3, argc - 3);
	if (drawn)
		report(&bench, argv[1]);
	text = clincourse_diags_text(
	    bench.diags, CLINCOURSE_DIAGS_TEXT, CLINCOURSE_ERROR);
	fputs(text, stderr);
	g_free(text);
	cc_page_maker_finish(&bench.maker);
	cc_arena_finish(&bench.arena);
	g_string_free(bench.bytes, TRUE);
	clincourse_render_destroy(bench.render);
	clincourse_destroy(bench.context);
	clincourse_diags_destroy(bench.diags);
	return drawn ? 0 : 1;
}
