/* The samples as a reader sees them, in real fonts: none of the faults that
 * can be counted, and every fact is named or its absence is told. */
#include "api/context.h"
#include "model-case.h"
#include "scene/metrics.h"

#include <locale.h>
#include <string.h>

/* Where `names` is not set, events whose words find no room may be rings. */
static const struct {
	const char *name;
	bool names;
} sizes[] = {
    {"screen-16x9", true},
    {"a4-landscape", true},
    {"slide-16x9", true},
    {"a4", true},
    {"nature-2", true},
    {"nature-1", false},
    {"lancet-1", false},
};
static const char *const languages[] = {"en", "zh"};
static const char *const themes[] = {"light", "dark", "grey", "print"};

struct fixture {
	struct clincourse_diags *diags;
	struct clincourse *context;
};

struct picture {
	struct fixture *fixture;
	const char *sample, *size, *lang, *theme;
	bool names;
	const struct clincourse_case *course;
	const struct cc_scene *scene;
	const struct cc_size *room;
	GString *all;  /* its texts, folded, without spaces */
	GString *told; /* the diagnostics */
};

static void
offend(const struct picture *picture, const char *what, const char *text,
    const char *other)
{
	g_test_fail();
	g_test_message("%s %s %s %s: %s: \"%s\" \"%s\"", picture->sample,
	    picture->size, picture->lang, picture->theme, what, text, other);
}

static const char *
item_words(const struct cc_scene *scene, guint index)
{
	const struct cc_item *item = &scene->items[index];

	return item->op == CC_OP_TEXT ? item->text.string
	                              : cc_role_word(item->role);
}

static void
check_faults(const struct picture *picture, struct cc_fonts *fonts)
{
	struct cc_metrics metrics;

	cc_metrics_count(&metrics, picture->scene, cc_fonts_ink(fonts));
	for (guint i = 0; i < metrics.places->len; i++) {
		const struct cc_place_of_fault *place =
		    &g_array_index(metrics.places, struct cc_place_of_fault, i);

		/* A full page has them rather than a lane more. */
		if (place->fault == CC_FAULT_WORD_CUT)
			continue;
		offend(picture, cc_fault_word(place->fault),
		    item_words(picture->scene, place->item),
		    item_words(picture->scene, place->other));
	}
	cc_metrics_finish(&metrics);
}

/* Nothing stands outside of a group; each id is there once; rows have a name,
 * and lie below each other. */
static void
check_groups(const struct picture *picture)
{
	const struct cc_scene *scene = picture->scene;
	g_autoptr(GHashTable) ids = g_hash_table_new(g_str_hash, g_str_equal);
	double bottom = 0;
	int depth = 0;

	for (guint i = 0; i < scene->count; i++) {
		const struct cc_item *item = &scene->items[i];
		const struct cc_group *group = &item->group;

		if (depth == 0 && item->op != CC_OP_GROUP)
			offend(picture, "in no group", item_words(scene, i), "");
		depth += (item->op == CC_OP_GROUP) - (item->op == CC_OP_END);
		if (item->op != CC_OP_GROUP)
			continue;
		if (group->id != NULL &&
		    !g_hash_table_add(ids, (gpointer)group->id))
			offend(picture, "id is there twice", group->id, "");
		if (group->kind != CC_GROUP_ROW)
			continue;
		if (group->title == NULL)
			offend(picture, "row without a name", group->id, "");
		/* Those in the backdrop have no id. */
		if (group->id == NULL)
			continue;
		if (group->box.y < bottom - 0.01)
			offend(picture, "row on a row", group->title, "");
		bottom = group->box.y + group->box.height;
	}
}

/* Breaks, capitals at a row's start and spaces between scripts are matters of
 * setting. */
static char *
folded(const char *text)
{
	g_autofree char *low = g_utf8_casefold(text, -1);
	g_auto(GStrv) words = g_strsplit_set(low, " \n\t", -1);

	return g_strjoinv("", words);
}

static bool
appears(const struct picture *picture, const char *name)
{
	g_autofree char *low = folded(name);

	return strstr(picture->all->str, low) != NULL;
}

static bool
told(const struct picture *picture, const char *what)
{
	return strstr(picture->told->str, what) != NULL;
}

/* True where the program has said that rows like the fact's were left out, or
 * where figures of this size never have them. */
static bool
told_of(const struct picture *picture, const struct cc_fact *fact)
{
	const bool *part = picture->room->part;

	switch (fact->kind) {
	case CC_KIND_SERIES:
	case CC_KIND_LESION:
	case CC_KIND_TREATMENT:
		return told(picture, "rows (");
	case CC_KIND_EVENT:
	case CC_KIND_COMMENT:
		return told(picture, "plain events") || told(picture, "rows (");
	case CC_KIND_GENETICS:
		return !part[CC_PART_GENETICS];
	case CC_KIND_PANEL:
		return !part[CC_PART_BASELINE] ||
		       told(picture, "strips of values");
	/* Below a curve, and with that. */
	case CC_KIND_PROCEDURE:
		return fact->term != NULL && fact->term->serves.count > 0 &&
		       told(picture, "rows (");
	case CC_KIND_DIAGNOSIS:
	case CC_KIND_RESPONSE:
	case CC_KIND_RELAPSE:
	case CC_KIND_OUTCOME:
	case CC_KIND_COUNT:
		break;
	}
	return false;
}

static void
check_findings(const struct picture *picture, const struct cc_words_in *words,
    const struct cc_fact *fact)
{
	for (size_t i = 0; i < fact->finding_count; i++) {
		struct cc_finding finding = fact->findings[i];
		const char *text;

		/* The fraction is a number of its own, and the name says
		 * that it was not found only where it never was. */
		finding.vaf_written = NULL;
		finding.absent = false;
		text = cc_finding_text(words, &finding);
		if (!appears(picture, text))
			offend(picture, "finding missing", text, "");
	}
}

static void
check_values(const struct picture *picture, const struct cc_words_in *words,
    const struct cc_fact *fact)
{
	for (size_t i = 0; i < fact->value_count; i++) {
		const struct cc_value *value = &fact->values[i];
		const char *text = cc_value_text(words, value);

		if (!appears(picture, text))
			offend(picture, "value missing", text, value->code);
	}
}

/* A relapse as another disease is named by the relapse's own label. */
static bool
told_by_relapse(const struct cc_case *course, const struct cc_fact *fact)
{
	for (size_t i = 0; i < course->fact_count; i++) {
		const struct cc_fact *other = &course->facts[i];

		if (fact->kind == CC_KIND_DIAGNOSIS &&
		    other->kind == CC_KIND_RELAPSE &&
		    g_strcmp0(fact->when.time.text, other->when.time.text) == 0)
			return true;
	}
	return false;
}

static bool
is_drawn(const struct picture *picture, const struct cc_fact *fact)
{
	g_autofree char *id = g_strdup_printf("f%zu", fact->index + 1);

	for (size_t i = 0; i < picture->scene->count; i++) {
		const struct cc_item *item = &picture->scene->items[i];

		if (item->op == CC_OP_GROUP &&
		    g_strcmp0(item->group.id, id) == 0)
			return true;
	}
	return false;
}

/* By the words that it is known under in the picture. */
static bool
is_named(const struct picture *picture, const struct cc_words_in *words,
    const struct cc_fact *fact)
{
	const char *full = cc_fact_name(words, fact, CC_NAME_FULL);
	const char *brief = cc_fact_name(words, fact, CC_NAME_SHORT);

	if ((full != NULL && appears(picture, full)) ||
	    (brief != NULL && appears(picture, brief)))
		return true;
	if (fact->kind == CC_KIND_RESPONSE)
		return fact->code != NULL && appears(picture, fact->code);
	/* Curves of one row share its name: "Plasma cells", marrow, blood. */
	if (fact->kind == CC_KIND_SERIES)
		return is_drawn(picture, fact);
	return told_by_relapse(words->course, fact);
}

static void
check_fact(const struct picture *picture, const struct cc_words_in *words,
    const struct cc_fact *fact)
{
	if (told_of(picture, fact))
		return;
	if (fact->kind == CC_KIND_GENETICS)
		check_findings(picture, words, fact);
	else if (fact->kind == CC_KIND_PANEL)
		check_values(picture, words, fact);
	/* The patient line names the first diagnosis where it is drawn. */
	else if (fact != words->course->diagnosis &&
		 !is_named(picture, words, fact))
		offend(picture, "fact missing",
		    cc_fact_name(words, fact, CC_NAME_FULL), "");
}

static void
check_facts(const struct picture *picture)
{
	const struct cc_case *course = picture->course->data;
	struct cc_arena arena;
	struct cc_words_in words = {
	    .terms = &picture->course->terms,
	    .course = course,
	    .arena = &arena,
	};

	cc_arena_init(&arena);
	words.follow =
	    cc_follow_create(&arena, course, &picture->course->terms);
	cc_words_speak(
	    &words, picture->fixture->context->languages, picture->lang);
	for (size_t i = 0; i < course->fact_count; i++)
		check_fact(picture, &words, &course->facts[i]);
	cc_arena_finish(&arena);
}

static void
read_scene(struct picture *picture)
{
	const struct cc_scene *scene = picture->scene;

	for (size_t i = 0; i < scene->count; i++) {
		const struct cc_item *item = &scene->items[i];
		g_autofree char *low = NULL;

		if (item->op != CC_OP_TEXT)
			continue;
		low = folded(item->text.string);
		g_string_append(picture->all, low);
	}
}

static void
draw(struct fixture *fixture, const struct clincourse_case *course,
    struct picture *picture)
{
	struct clincourse_render *render =
	    clincourse_render_create(fixture->context);
	struct cc_page_maker maker;
	const struct cc_page *page;
	struct cc_diags told;

	cc_diags_init(&told);
	g_assert_true(clincourse_render_set(
	    render, "size", picture->size, fixture->diags));
	g_assert_true(clincourse_render_set(
	    render, "lang", picture->lang, fixture->diags));
	g_assert_true(clincourse_render_set(
	    render, "theme", picture->theme, fixture->diags));
	cc_page_maker_init(&maker, render, &told);
	page = cc_page_make(&maker, course);
	picture->told = g_string_new(NULL);
	cc_diags_text(&told, CC_NOTE, picture->told);
	if (page == NULL) {
		offend(picture, "not drawn", picture->told->str, "");
	} else {
		picture->course = course;
		picture->scene = page->scene;
		picture->room = cc_sizes_find(
		    fixture->context->sizes, picture->size,
		    (struct cc_pos){0}, &told);
		picture->all = g_string_new(NULL);
		read_scene(picture);
		if (picture->names)
			check_facts(picture);
		check_groups(picture);
		check_faults(picture, maker.fonts);
		g_string_free(picture->all, TRUE);
	}
	g_string_free(picture->told, TRUE);
	cc_page_maker_finish(&maker);
	cc_diags_finish(&told);
	clincourse_render_destroy(render);
}

static void
check_sample(struct fixture *fixture, const char *path)
{
	g_autofree char *name = g_path_get_basename(path);
	struct clincourse_reader *reader =
	    clincourse_open(fixture->context, path, fixture->diags);
	const struct clincourse_case *course;

	g_assert_nonnull(reader);
	course = clincourse_next(reader, NULL, fixture->diags);
	g_assert_nonnull(course);
	for (size_t s = 0; s < G_N_ELEMENTS(sizes); s++)
		for (size_t l = 0; l < G_N_ELEMENTS(languages); l++)
			for (size_t t = 0; t < G_N_ELEMENTS(themes); t++)
				draw(fixture, course,
				    &(struct picture){
					.fixture = fixture,
					.sample = name,
					.size = sizes[s].name,
					.names = sizes[s].names,
					.lang = languages[l],
					.theme = themes[t],
				    });
	clincourse_close(reader);
}

static void
test_samples(void)
{
	g_autoptr(GPtrArray) names =
	    test_folder_list(CC_SOURCE_DIR "/samples", ".xml");
	struct fixture fixture = {.diags = clincourse_diags_create()};

	fixture.context = clincourse_create(NULL, fixture.diags);
	g_assert_nonnull(fixture.context);
	g_assert_cmpuint(names->len, >, 0);
	for (guint i = 0; i < names->len; i++) {
		g_autofree char *path = g_build_filename(
		    CC_SOURCE_DIR "/samples", names->pdata[i], NULL);

		check_sample(&fixture, path);
	}
	clincourse_destroy(fixture.context);
	clincourse_diags_destroy(fixture.diags);
}

int
main(int argc, char **argv)
{
	/* Nobody's own templates take part. */
	g_setenv("XDG_DATA_HOME", "/nonexistent", TRUE);
	g_setenv("XDG_DATA_DIRS", "/nonexistent", TRUE);
	/* Messages quote what is drawn. */
	setlocale(LC_CTYPE, "C.UTF-8");
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/overlap/samples", test_samples);
	return g_test_run();
}
