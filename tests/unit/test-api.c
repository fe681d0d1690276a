/* The public interface, and each diagnostic that it adds itself. */
#include "api/context.h"

#include <glib.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define CASE_START "<case xmlns=\"urn:clincourse:case:1\" id=\"c\">\n"
#define CASE_BODY                                                              \
	"<diagnosis id=\"dx\" code=\"aml\" time=\"2020\">"                     \
	"<label>leukaemia</label><note>by chance</note></diagnosis>"
#define CASE_TEXT CASE_START CASE_BODY "</case>\n"
#define CASES_TAG "<cases xmlns=\"urn:clincourse:case:1\">"
#define CASES_START CASES_TAG "\n"

struct world {
	struct clincourse_diags *diags;
	struct clincourse *context;
	struct clincourse_render *render;
	char *folder;
	GPtrArray *files; /* to be removed */
};

static void
world_init(struct world *world, gconstpointer unused)
{
	(void)unused;
	world->diags = clincourse_diags_create();
	world->context = clincourse_create(NULL, world->diags);
	g_assert_nonnull(world->context);
	world->render = clincourse_render_create(world->context);
	world->folder = g_dir_make_tmp("clincourse-api-XXXXXX", NULL);
	g_assert_nonnull(world->folder);
	world->files = g_ptr_array_new_with_free_func(g_free);
}

static void
world_finish(struct world *world, gconstpointer unused)
{
	guint i;

	(void)unused;
	for (i = 0; i < world->files->len; i++)
		unlink(world->files->pdata[i]);
	g_assert_cmpint(rmdir(world->folder), ==, 0);
	g_ptr_array_unref(world->files);
	g_free(world->folder);
	clincourse_render_destroy(world->render);
	clincourse_destroy(world->context);
	clincourse_diags_destroy(world->diags);
}

/* A file of the test's folder; borrowed. */
static const char *
file_path(struct world *world, const char *name)
{
	char *path = g_build_filename(world->folder, name, NULL);

	g_ptr_array_add(world->files, path);
	return path;
}

static const char *
file_write(struct world *world, const char *name, const char *text)
{
	const char *path = file_path(world, name);

	g_assert_true(g_file_set_contents(path, text, -1, NULL));
	return path;
}

/* The newest diagnostic has the code and says the word. */
static void
assert_said(const struct world *world, enum cc_code code, const char *word)
{
	const GPtrArray *list = world->diags->list.list;
	const struct cc_diag *last;

	g_assert_cmpuint(list->len, >, 0);
	last = list->pdata[list->len - 1];
	g_assert_cmpstr(cc_code_word(last->code), ==, cc_code_word(code));
	g_assert_nonnull(strstr(last->sentence, word));
}

static void
test_options(struct world *world, gconstpointer unused)
{
	static const struct {
		const char *name, *value;
		enum cc_code code;
		const char *word;
	} wrong[] = {
	    {"siz", "screen-16x9", CC_E470, "\"size\""},
	    {"axis", "relativ", CC_E471, "\"relative\""},
	    {"unit", "months", CC_E471, "\"month\""},
	    {"text", "", CC_E471, "live outline"},
	    {"lang", "xx", CC_E472, "xx"},
	    {"dpi", "9", CC_E473, "10"},
	    {"dpi", "1e2", CC_E473, "1e2"},
	    {"theme", "lihgt", CC_E450, "\"light\""},
	    {"size", "12x12", CC_E453, "12x12"},
	    {"title", "Gr\xfc\xdf", CC_E488, "byte 3"},
	    {"figure", "\xc3", CC_E488, "figure"},
	    {"title", "a\xef\xb7\x90", CC_E489, "U+FDD0"},
	};
	size_t i;

	(void)unused;
	for (i = 0; i < G_N_ELEMENTS(wrong); i++) {
		g_assert_false(clincourse_render_set(world->render,
		    wrong[i].name, wrong[i].value, world->diags));
		assert_said(world, wrong[i].code, wrong[i].word);
	}
	g_assert_cmpuint(clincourse_diags_count(world->diags, CLINCOURSE_ERROR),
	    ==, G_N_ELEMENTS(wrong));
	g_assert_true(
	    clincourse_render_set(world->render, "dpi", "150", world->diags));
	g_assert_true(clincourse_render_set(
	    world->render, "size", "180x120mm", world->diags));
}

static const struct clincourse_case *
case_open(
    struct world *world, const char *text, struct clincourse_reader **reader)
{
	const char *path = file_write(world, "case.xml", text);
	bool bad = true;
	const struct clincourse_case *course;

	*reader = clincourse_open(world->context, path, world->diags);
	g_assert_nonnull(*reader);
	course = clincourse_next(*reader, &bad, world->diags);
	g_assert_nonnull(course);
	g_assert_false(bad);
	return course;
}

static void
test_draw(struct world *world, gconstpointer unused)
{
	struct clincourse_reader *reader;
	const struct clincourse_case *course =
	    case_open(world, CASE_TEXT, &reader);
	const char *out = file_path(world, "out.svg");
	g_autofree char *file = NULL;
	char *bytes;
	size_t length;
	gsize size;

	(void)unused;
	g_assert_cmpstr(clincourse_case_id(course), ==, "c");
	g_assert_true(
	    clincourse_draw(world->render, course, NULL, out, world->diags));
	g_assert_true(clincourse_draw_memory(
	    world->render, course, "svg", &bytes, &length, world->diags));
	g_assert_true(g_file_get_contents(out, &file, &size, NULL));
	g_assert_cmpmem(bytes, length, file, size);
	free(bytes);

	g_assert_false(clincourse_draw_memory(
	    world->render, course, "sgv", &bytes, &length, world->diags));
	assert_said(world, CC_E474, "\"svg\"");
	g_assert_null(bytes);
	g_assert_false(clincourse_draw(
	    world->render, course, NULL, "x.unheard", world->diags));
	assert_said(world, CC_E475, "svg");
	g_assert_true(
	    clincourse_render_set(world->render, "figure", "f1", world->diags));
	g_assert_false(clincourse_draw_memory(
	    world->render, course, "svg", &bytes, &length, world->diags));
	assert_said(world, CC_E478, "f1");
	g_assert_null(clincourse_next(reader, NULL, world->diags));
	clincourse_close(reader);
}

static void
test_missing_letter(struct world *world, gconstpointer unused)
{
	/* U+10FFFD is private: no font has it. */
	struct clincourse_reader *reader;
	const struct clincourse_case *course = case_open(world,
	    CASE_START "<title>\xF4\x8F\xBF\xBD</title>" CASE_BODY "</case>\n",
	    &reader);
	const struct cc_diag *said;
	char *bytes;
	size_t length;

	(void)unused;
	g_assert_false(clincourse_draw_memory(
	    world->render, course, "svg", &bytes, &length, world->diags));
	assert_said(world, CC_E479, "U+10FFFD");
	said = world->diags->list.list->pdata[0];
	g_assert_cmpuint(said->place.line, ==, 2);
	g_assert_cmpuint(said->place.column, ==, 8);
	clincourse_close(reader);
}

static void
test_files(struct world *world, gconstpointer unused)
{
	const char *one = file_write(world, "one.xml", CASE_TEXT);
	const char *two = file_write(world, "two.xml",
	    CASES_START "<case id=\"a\">" CASE_BODY "</case>\n"
			"<case id=\"b\">" CASE_BODY "</case>\n</cases>\n");
	const char *none =
	    file_write(world, "none.xml", CASES_START "</cases>\n");
	const char *out = file_path(world, "out");
	const char *const paths[] = {one, two};

	(void)unused;
	g_assert_true(clincourse_draw_files(
	    world->render, paths, 2, "pdf", out, world->diags));
	g_assert_true(clincourse_draw_files(
	    world->render, &one, 1, "svg", out, world->diags));
	unlink(out);
	g_assert_false(clincourse_draw_files(
	    world->render, &two, 1, "svg", out, world->diags));
	assert_said(world, CC_E476, "svg");
	g_assert_false(clincourse_draw_files(
	    world->render, &none, 1, "pdf", out, world->diags));
	assert_said(world, CC_E477, "no case");
	g_assert_false(g_file_test(out, G_FILE_TEST_EXISTS));
}

static void
test_refused(struct world *world, gconstpointer unused)
{
	const char *path = file_write(world, "three.xml",
	    CASES_START "<case id=\"a\">" CASE_BODY "</case>\n"
			"<case id=\"b\"><unheard/></case>\n"
			"<case id=\"c\">" CASE_BODY "</case>\n</cases>\n");
	struct clincourse_reader *reader =
	    clincourse_open(world->context, path, world->diags);
	const struct clincourse_case *course;
	bool bad;

	(void)unused;
	course = clincourse_next(reader, &bad, world->diags);
	g_assert_cmpstr(clincourse_case_id(course), ==, "a");
	g_assert_null(clincourse_next(reader, &bad, world->diags));
	g_assert_true(bad);
	course = clincourse_next(reader, &bad, world->diags);
	g_assert_false(bad);
	g_assert_cmpstr(clincourse_case_id(course), ==, "c");
	g_assert_null(clincourse_next(reader, &bad, world->diags));
	g_assert_false(bad);
	g_assert_null(clincourse_next(reader, &bad, world->diags));
	g_assert_false(bad);
	clincourse_close(reader);
}

static void
test_names(struct world *world, gconstpointer unused)
{
	static const char *const lists[] = {"formats", "themes", "sizes",
	    "languages", "diseases", "vocab", "vocab response", "vocab tests"};
	char *text;
	size_t i;

	(void)unused;
	for (i = 0; i < G_N_ELEMENTS(lists); i++) {
		text = clincourse_list(world->context, lists[i]);
		g_assert_nonnull(strchr(text, '\t'));
		free(text);
	}
	g_assert_null(clincourse_list(world->context, "format"));
	g_assert_null(clincourse_list(world->context, "vocab word"));
	text = clincourse_list(world->context, "vocab response");
	g_assert_nonnull(strstr(text, "VGPR\tresponse of imwg-2016: "));
	g_assert_null(strstr(text, "treatment"));
	free(text);
	g_assert_null(
	    clincourse_show(world->context, "bortezomip", world->diags));
	assert_said(world, CC_E480, "\"bortezomib\"");
	text =
	    clincourse_blank(world->context, "acute myelogenous", world->diags);
	g_assert_nonnull(strstr(text, "code=\"aml\""));
	free(text);
	assert_said(world, CC_W481, "\"aml\"");
	text = clincourse_blank(world->context, "<ward's> fever", world->diags);
	g_assert_nonnull(strstr(text, "code=\"&lt;ward&apos;s&gt; fever\""));
	free(text);
	assert_said(world, CC_W482, "<ward's> fever");
	g_assert_null(clincourse_blank(world->context, "a\001b", world->diags));
	assert_said(world, CC_E489, "U+0001");
	text = clincourse_blank(world->context, "AML", world->diags);
	g_assert_nonnull(strstr(text, "code=\"aml\""));
	free(text);
	text = clincourse_blank(world->context, "sle", world->diags);
	g_assert_nonnull(strstr(text, "code=\"sle\""));
	free(text);
}

static void
test_language(struct world *world, gconstpointer unused)
{
	struct clincourse_reader *reader;
	const struct clincourse_case *course =
	    case_open(world, CASE_TEXT, &reader);

	(void)unused;
	g_assert_false(clincourse_check_language(course, "xx", world->diags));
	g_assert_true(clincourse_check_language(course, "en", world->diags));
	g_assert_cmpuint(
	    clincourse_diags_count(world->diags, CLINCOURSE_NOTE), ==, 0);
	/* The vocabulary has a Chinese name of the code, not of the note. */
	g_assert_true(clincourse_check_language(course, "zh", world->diags));
	g_assert_cmpuint(
	    clincourse_diags_count(world->diags, CLINCOURSE_NOTE), ==, 1);
	assert_said(world, CC_N470, "by chance");
	clincourse_close(reader);
}

static void
test_care(struct world *world, gconstpointer unused)
{
	struct clincourse_reader *reader;
	const struct clincourse_case *course =
	    case_open(world, CASE_TEXT, &reader);

	(void)unused;
	clincourse_check_care(course, world->diags);
	assert_said(world, CC_N350, "outcome");
	clincourse_close(reader);
}

static void
test_strict(struct world *world, gconstpointer unused)
{
	(void)unused;
	clincourse_diags_strict(world->diags);
	cc_diag(
	    &world->diags->list, CC_W402, (struct cc_pos){0}, "a", "", "b", "");
	g_assert_cmpuint(
	    clincourse_diags_count(world->diags, CLINCOURSE_ERROR), ==, 1);
}

/* Three cases of a stream, each with a mistake; what stands between them and
 * where lines break is as people and programs have it. */
#define STREAM_CASES 3
static const char *const stream_parts[] = {
    CASES_START,
    " <case id=\"a\">" CASE_BODY "<event time=\"2022-13\"/></case>",
    "<case id=\"b\">\n<x/>" CASE_BODY "</case> <!-- \xe4\xb8\xad -->",
    "\n<?p?>\n <case id=\"c\" sex=\"q\">" CASE_BODY "</case>",
    "\n</cases>\n",
    NULL,
};

static size_t
cases_read(struct clincourse_reader *reader, struct clincourse_diags *diags)
{
	size_t count = 0;
	bool bad = false;

	g_assert_nonnull(reader);
	while (clincourse_next(reader, &bad, diags) != NULL || bad)
		count++;
	clincourse_close(reader);
	return count;
}

static char *
said(struct clincourse_diags *diags)
{
	return clincourse_diags_text(
	    diags, CLINCOURSE_DIAGS_JSON, CLINCOURSE_NOTE);
}

/* Cut out one by one the cases say what they say in their stream. */
static void
test_cut(struct world *world, gconstpointer unused)
{
	struct clincourse_diags *whole = clincourse_diags_create();
	g_autofree char *stream = g_strjoinv("", (char **)stream_parts);
	const char *path = file_write(world, "s.xml", stream);
	struct cc_xml_reader *cutter =
	    cc_xml_open(path, CC_CASE_NAMESPACE, &world->diags->list);
	g_autofree char *expected = NULL, *got = NULL;
	struct cc_xml_text text;
	size_t count = 0;

	(void)unused;
	g_assert_cmpuint(cases_read(clincourse_open_memory(world->context, path,
					stream, strlen(stream), whole),
			     whole),
	    ==, STREAM_CASES);
	while (cc_xml_next_text(cutter, &text, &world->diags->list))
		count += cases_read(clincourse_open_bytes(world->context, path,
					text.bytes, text.length, text.line,
					text.column, text.root, world->diags),
		    world->diags);
	g_assert_cmpuint(count, ==, STREAM_CASES);
	g_assert_false(cc_xml_failed(cutter));
	cc_xml_close(cutter);
	expected = said(whole);
	got = said(world->diags);
	g_assert_cmpuint(
	    clincourse_diags_count(whole, CLINCOURSE_ERROR), >=, 3);
	g_assert_cmpstr(got, ==, expected);
	clincourse_diags_destroy(whole);
}

/* A file of one case is handed on as it is, whatever is wrong with it. */
static void
test_cut_whole(struct world *world, gconstpointer unused)
{
	static const char *const texts[] = {CASE_TEXT, "", "<!DOCTYPE x>", "<x",
	    "\xef\xbb\xbf<!-- <cases> --><case>", "<c:case/>", "\x1f\x8b"};

	(void)unused;
	for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
		const char *path = file_write(world, "one.xml", texts[i]);
		struct cc_xml_reader *cutter =
		    cc_xml_open(path, CC_CASE_NAMESPACE, &world->diags->list);
		struct cc_xml_text text;

		g_assert_true(
		    cc_xml_next_text(cutter, &text, &world->diags->list));
		g_assert_cmpmem(
		    text.bytes, text.length, texts[i], strlen(texts[i]));
		g_assert_null(text.root);
		g_assert_false(
		    cc_xml_next_text(cutter, &text, &world->diags->list));
		cc_xml_close(cutter);
	}
	g_assert_cmpuint(
	    clincourse_diags_count(world->diags, CLINCOURSE_NOTE), ==, 0);
}

/* Several in one piece, a piece of none, and a root that is none. */
static void
test_cut_edges(struct world *world, gconstpointer unused)
{
	static const char two[] =
	    "<case id=\"a\">" CASE_BODY "</case>\n<case id=\"b\">" CASE_BODY
	    "</case>\n";
	static const char *const roots[] = {
	    CASE_START, "<cases xmlns=\"urn:other\">", "", "<cases"};

	(void)unused;
	g_assert_cmpuint(
	    cases_read(clincourse_open_bytes(world->context, "-", two,
			   strlen(two), 7, 1, CASES_TAG, world->diags),
		world->diags),
	    ==, 2);
	g_assert_cmpuint(
	    cases_read(clincourse_open_bytes(world->context, "-", two,
			   strlen(two), 7, 1, "<cases>", world->diags),
		world->diags),
	    ==, 2);
	g_assert_cmpuint(
	    cases_read(clincourse_open_bytes(world->context, "-", " \n", 2, 7,
			   1, CASES_TAG, world->diags),
		world->diags),
	    ==, 0);
	g_assert_cmpuint(
	    clincourse_diags_count(world->diags, CLINCOURSE_ERROR), ==, 0);
	for (size_t i = 0; i < G_N_ELEMENTS(roots); i++)
		g_assert_null(clincourse_open_bytes(world->context, "-", two,
		    strlen(two), 7, 1, roots[i], world->diags));
	g_assert_cmpuint(clincourse_diags_count(world->diags, CLINCOURSE_ERROR),
	    ==, G_N_ELEMENTS(roots));
}

static char *
fingerprint(struct world *world, const char *format, const char *path)
{
	char *print = clincourse_render_fingerprint(
	    world->render, format, path, world->diags);

	g_assert_nonnull(print);
	g_assert_cmpuint(strlen(print), ==, 32);
	return print;
}

/* The same as long as nothing that is drawn changes. */
static void
test_fingerprint(struct world *world, gconstpointer unused)
{
	g_autofree char *path = g_build_filename(world->folder, "c.xml", NULL);
	g_autofree char *first = fingerprint(world, "svg", path);
	g_autofree char *again = fingerprint(world, "svg", NULL);
	g_autofree char *other = fingerprint(world, "pdf", path);
	g_autofree char *themed = NULL, *beside = NULL;

	(void)unused;
	g_assert_cmpstr(first, ==, again);
	g_assert_cmpstr(first, !=, other);
	g_assert_true(clincourse_render_set(
	    world->render, "theme", "print", world->diags));
	themed = fingerprint(world, "svg", path);
	g_assert_cmpstr(themed, !=, first);
	file_write(world, "our.vocabulary.xml",
	    "<vocabulary xmlns=\"urn:clincourse:vocabulary:1\" name=\"o\" "
	    "source=\"a test\"><define in=\"treatment\" code=\"XYZ-1\">"
	    "<label>XYZ</label></define></vocabulary>");
	/* A folder is listed once, as long as nothing else is read. */
	g_clear_pointer(&world->context->beside, cc_beside_release);
	beside = fingerprint(world, "svg", path);
	g_assert_cmpstr(beside, !=, themed);
}

int
main(int argc, char **argv)
{
#define ADD(path, test)                                                        \
	g_test_add(                                                            \
	    "/api/" path, struct world, NULL, world_init, test, world_finish)
	/* Nobody's own templates take part. */
	g_setenv("XDG_DATA_HOME", "/nonexistent", true);
	g_setenv("XDG_DATA_DIRS", "/nonexistent", true);
	g_test_init(&argc, &argv, NULL);
	ADD("options", test_options);
	ADD("draw", test_draw);
	ADD("missing-letter", test_missing_letter);
	ADD("files", test_files);
	ADD("refused", test_refused);
	ADD("names", test_names);
	ADD("language", test_language);
	ADD("care", test_care);
	ADD("strict", test_strict);
	ADD("cut", test_cut);
	ADD("cut-whole", test_cut_whole);
	ADD("cut-edges", test_cut_edges);
	ADD("fingerprint", test_fingerprint);
#undef ADD
	return g_test_run();
}
