/* Where every line and word of some samples and of generated cases stands,
 * measured without fonts: tests/golden/scenes. A change of the layout shows
 * there as a difference of text. To write them anew, then read `git diff`
 * before it is committed:
 *
 *   CC_UPDATE_GOLDENS=1 meson test -C build goldens
 */
#include "api/context.h"

#include "cases.h"
#include "mark/marks.h"

#include <glib/gstdio.h>
#include <string.h>

#define FOLDER CC_SOURCE_DIR "/tests/golden/scenes"

static const struct golden {
	const char *name, *lang, *size;
	const char *sample; /* NULL: generated from the seed */
	const char *tracks; /* as the option; NULL: all */
	uint64_t seed;
} goldens[] = {
    {"cll-zh", "zh", "nature-1", "cll", NULL, 0},
    {"cml-en", "en", "screen-16x9", "cml", NULL, 0},
    {"dlbcl-en", "en", "slide-16x9", "dlbcl", NULL, 0},
    {"emm-drug-en", "en", "nature-2", "emm", "+drug", 0},
    {"emm-en", "en", "screen-16x9", "emm", NULL, 0},
    {"emm-zh", "zh", "screen-16x9", "emm", NULL, 0},
    {"first-en", "en", "screen-16x9", "first", NULL, 0},
    {"inpatient-en", "en", "nature-2", "inpatient", NULL, 0},
    {"generated-1-en", "en", "nature-1", NULL, NULL, 1},
    {"generated-2-zh", "zh", "a4-landscape", NULL, NULL, 2},
};

struct fixture {
	struct clincourse_diags *diags;
	struct clincourse *context;
	struct clincourse_reader *reader;
	const struct clincourse_case *course;
	struct cc_arena arena;
	struct cc_scene scene;
};

/* The file of the case; the caller frees the name. */
static char *
case_path(const struct golden *golden)
{
	g_autoptr(GString) text = NULL;
	struct cc_knobs knobs;
	char *path = NULL;
	int fd;

	if (golden->sample != NULL)
		return g_strdup_printf(
		    "%s/samples/%s.xml", CC_SOURCE_DIR, golden->sample);
	text = g_string_new(NULL);
	cc_knobs_init(&knobs, golden->seed);
	knobs.events = 24;
	knobs.labelling = CC_LABELLING_NORMAL;
	knobs.structure = CC_STRUCTURE_NATURAL;
	cc_case_generate(&knobs, text);
	fd = g_file_open_tmp("golden-XXXXXX.xml", &path, NULL);
	g_assert_cmpint(fd, >=, 0);
	g_assert_true(
	    g_file_set_contents(path, text->str, (gssize)text->len, NULL));
	g_close(fd, NULL);
	return path;
}

static void
set_up(struct fixture *f, gconstpointer data)
{
	const struct golden *golden = data;
	g_autofree char *path = case_path(golden);

	f->diags = clincourse_diags_create();
	f->context = clincourse_create(NULL, f->diags);
	g_assert_nonnull(f->context);
	f->reader = clincourse_open(f->context, path, f->diags);
	g_assert_nonnull(f->reader);
	f->course = clincourse_next(f->reader, NULL, f->diags);
	g_assert_nonnull(f->course);
	if (golden->sample == NULL)
		g_assert_cmpint(g_unlink(path), ==, 0);
	cc_arena_init(&f->arena);
	cc_scene_init(&f->scene, &f->arena);
}

static void
tear_down(struct fixture *f, gconstpointer data)
{
	(void)data;
	cc_scene_finish(&f->scene);
	cc_arena_finish(&f->arena);
	clincourse_close(f->reader);
	clincourse_destroy(f->context);
	clincourse_diags_destroy(f->diags);
}

static void
lay_out(struct fixture *f, const struct golden *golden)
{
	struct cc_diags *diags = &f->diags->list;
	const struct cc_follow *follow = cc_follow_create(
	    &f->arena, f->course->data, &f->course->terms);
	struct cc_words_in words = {
	    .terms = &f->course->terms,
	    .course = f->course->data,
	    .follow = follow,
	    .arena = &f->arena,
	};
	const struct cc_layout_input input = {
	    .course = f->course->data,
	    .follow = follow,
	    .terms = &f->course->terms,
	    .words = &words,
	    .theme = cc_themes_find(f->context->themes, "light",
		(struct cc_pos){0}, diags),
	    .size = cc_sizes_find(f->context->sizes, golden->size,
		(struct cc_pos){0}, diags),
	    .options = {.tracks = golden->tracks},
	    .measure = cc_measure_fixed(),
	    .marks = cc_marks,
	    .tips = true,
	};

	cc_words_speak(&words, f->context->languages, golden->lang);
	g_assert_true(
	    cc_layout_case(&input, &f->scene, NULL, NULL, NULL, diags));
}

static const struct cc_page *
next_page(struct cc_pages *pages)
{
	const struct cc_page *page = pages->source;

	pages->source = NULL;
	return page;
}

static GString *
dump(struct fixture *f, const struct golden *golden)
{
	struct cc_page page = {
	    .scene = &f->scene,
	    .case_id = clincourse_case_id(f->course),
	    .lang = golden->lang,
	    .title = "",
	    .summary = "",
	};
	struct cc_pages pages = {.next = next_page, .source = &page};
	GString *text = g_string_new(NULL);
	struct cc_sink *sink = cc_sink_open_memory(text);

	g_assert_true(
	    cc_output_find("scene")->write(&pages, sink, &f->diags->list));
	g_assert_true(cc_sink_commit(sink, &f->diags->list));
	return text;
}

/* The first line that differs says more than both files. */
static void
tell_difference(const char *name, const char *expected, const char *found)
{
	g_auto(GStrv) one = g_strsplit(expected, "\n", -1);
	g_auto(GStrv) two = g_strsplit(found, "\n", -1);
	size_t i = 0;

	while (one[i] != NULL && two[i] != NULL && strcmp(one[i], two[i]) == 0)
		i++;
	g_test_fail();
	g_test_message("%s:%zu: expected\n%s\nfound\n%s", name, i + 1,
	    one[i] != NULL ? one[i] : "(the end)",
	    two[i] != NULL ? two[i] : "(the end)");
}

static void
test_scene(struct fixture *f, gconstpointer data)
{
	const struct golden *golden = data;
	g_autofree char *path =
	    g_strdup_printf("%s/%s.txt", FOLDER, golden->name);
	g_autofree char *expected = NULL;
	GString *found;

	lay_out(f, golden);
	found = dump(f, golden);
	if (g_getenv("CC_UPDATE_GOLDENS") != NULL)
		g_assert_true(g_file_set_contents(path, found->str, -1, NULL));
	if (!g_file_get_contents(path, &expected, NULL, NULL))
		expected = g_strdup("");
	if (strcmp(expected, found->str) != 0)
		tell_difference(path, expected, found->str);
	g_string_free(found, TRUE);
}

int
main(int argc, char **argv)
{
	/* Nobody's own templates take part. */
	g_setenv("XDG_DATA_HOME", "/nonexistent", TRUE);
	g_setenv("XDG_DATA_DIRS", "/nonexistent", TRUE);
	g_test_init(&argc, &argv, NULL);
	for (size_t i = 0; i < G_N_ELEMENTS(goldens); i++) {
		g_autofree char *path =
		    g_strdup_printf("/goldens/%s", goldens[i].name);

		g_test_add(path, struct fixture, &goldens[i], set_up,
		    test_scene, tear_down);
	}
	return g_test_run();
}
