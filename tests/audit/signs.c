/* signs CASES FILE...
 * Takes each entry of the legend away in turn, wherever generated courses and
 * those of the files have it, and asks whether the counter of unexplained signs
 * (scene/metrics-sign.c) sees that. Prints how often, by entry, and TAP: of
 * each entry it is seen at times, but for those of which is known why it cannot
 * be; and nothing is unexplained where the legend is whole. */
#include "press.h"

#include "layout/legend-icon.h"
#include "mark/marks.h"
#include "scene/metrics.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const sizes[] = {"screen", "a4-landscape", "slide-16x9"};
static const char *const languages[] = {"en", "zh"};

/* By entry. */
static const struct {
	const char *name;
	const char *unseen; /* why it cannot be told; NULL: it is */
} kinds[CC_LEGEND_COUNT] = {
#define NAMED "the words beside its sign tell, for which it may be left out"
#define CALLED "its callout has the words, or the entry of the other its look"
#define KIND(id, why) [CC_LEGEND_##id] = {#id, why}
    KIND(COLLECTION, NAMED),
    KIND(TRANSPLANT, NAMED),
    KIND(PLANNED, NAMED),
    KIND(NOT_DONE, NAMED),
    KIND(CELL, NAMED),
    KIND(UNNAMED, NULL),
    KIND(DEATH, NAMED),
    KIND(DEATH_UNNAMED, NULL),
    KIND(WHISKER, NULL),
    KIND(PALE, NULL),
    KIND(FADE, NULL),
    KIND(STUB, NULL),
    KIND(OPEN, NULL),
    KIND(ONGOING, NULL),
    KIND(BEFORE, NULL),
    KIND(CYCLES, NULL),
    KIND(HELD, NULL),
    KIND(DOSE, NULL),
    KIND(DOSE_SLOPE, NULL),
    KIND(REACHED, NULL),
    KIND(IN_ORDER, NULL),
    KIND(CARRIED, NULL),
    KIND(CARRIED_LOW, NULL),
    KIND(PROGRESSED, CALLED),
    KIND(RELAPSED, CALLED),
    KIND(BELOW, NULL),
    KIND(ABOVE, NULL),
    KIND(OFF_SCALE, NULL),
    KIND(SILENCE, NULL),
    KIND(RANGE, NULL),
    KIND(THRESHOLD, NULL),
    KIND(GRADE, NULL),
    KIND(CTCAE_GRADE, NULL),
    KIND(LARGER, NULL),
    KIND(SMALLER, NULL),
    KIND(MEASURED, NULL),
    KIND(CLUSTER, NULL),
    KIND(FOUND, NULL),
    KIND(NEW_FINDING, NULL),
    KIND(NOT_FOUND, NULL),
    KIND(APPROXIMATE, NULL),
    KIND(UNCERTAIN, NULL),
    KIND(PLANNED_BAR, NULL),
    KIND(NOT_DONE_BAR, NULL),
    KIND(UNDATED, NULL),
    KIND(OWN_RANGE, NULL),
    KIND(ADULT_RANGE, NULL),
    KIND(BREAK, NULL),
#undef KIND
};

struct audit {
	struct cc_press press;
	int shown[CC_LEGEND_COUNT], seen[CC_LEGEND_COUNT];
	int faulty;       /* pictures that lack nothing, and are said to */
	const char *name; /* of the case at hand */
};

/* As it is drawn without those entries; which of them it would have had, and
 * how many signs are unexplained then. SIZE_MAX: it is not drawn. */
static size_t
count_unsaid(struct audit *audit, const char *size, const char *lang,
    uint64_t hidden, uint64_t *shown)
{
	const struct clincourse_case *course = &audit->press.course;
	const struct clincourse *context = course->context;
	struct cc_layout_report report = {0};
	struct cc_metrics metrics;
	struct cc_words_in words;
	struct cc_arena arena;
	struct cc_scene scene;
	struct cc_diags told;
	size_t count = SIZE_MAX;

	cc_diags_init(&told);
	cc_arena_init(&arena);
	cc_scene_init(&scene, &arena);
	words = (struct cc_words_in){.terms = &course->terms,
	    .course = course->data,
	    .follow = course->follow,
	    .arena = &arena};
	cc_words_speak(&words, context->languages, lang);
	const struct cc_layout_input input = {.course = course->data,
	    .follow = course->follow,
	    .terms = &course->terms,
	    .words = &words,
	    .theme = cc_themes_find(
		context->themes, "light", (struct cc_pos){0}, &told),
	    .size =
		cc_sizes_find(context->sizes, size, (struct cc_pos){0}, &told),
	    .measure = cc_measure_fixed(),
	    .marks = cc_marks,
	    .unexplained = hidden};
	if (cc_layout_case(&input, &scene, &report, NULL, NULL, &told)) {
		cc_metrics_count(&metrics, &scene, NULL);
		count = metrics.faults[CC_FAULT_SIGN_NONE];
		*shown = report.entries;
		cc_metrics_finish(&metrics);
	}
	cc_scene_finish(&scene);
	cc_arena_finish(&arena);
	cc_diags_finish(&told);
	return count;
}

static void
picture_hold(struct audit *audit, const char *size, const char *lang)
{
	uint64_t shown = 0, ignored;
	size_t whole = count_unsaid(audit, size, lang, 0, &shown);

	if (whole == SIZE_MAX)
		return;
	if (whole > 0) {
		audit->faulty++;
		printf(
		    "# case %s %s %s: %zu\n", audit->name, size, lang, whole);
		return;
	}
	for (int id = 0; id < CC_LEGEND_COUNT; id++) {
		if (!(shown >> id & 1))
			continue;
		size_t lacks = count_unsaid(
		    audit, size, lang, (uint64_t)1 << id, &ignored);

		audit->shown[id]++;
		if (lacks != SIZE_MAX && lacks > 0)
			audit->seen[id]++;
	}
}

static bool
audit_judge(const struct audit *audit)
{
	bool good = audit->faulty == 0;

	printf("%sok 1 - nothing is unexplained where the legend is whole\n",
	    good ? "" : "not ");
	for (int id = 0; id < CC_LEGEND_COUNT; id++) {
		const bool expected = kinds[id].unseen == NULL;
		const bool holds =
		    audit->shown[id] == 0 || (audit->seen[id] > 0) == expected;

		printf("%sok %d - %s: %d of %d%s%s\n", holds ? "" : "not ",
		    id + 2, kinds[id].name, audit->seen[id], audit->shown[id],
		    expected ? "" : ", ", expected ? "" : kinds[id].unseen);
		good = good && holds;
	}
	printf("1..%d\n", CC_LEGEND_COUNT + 1);
	return good;
}

/* A file of cases by hand, in every size. */
static void
file_hold(struct audit *audit, const char *path)
{
	g_autofree char *text = NULL;
	gsize length;

	audit->name = path;
	if (!g_file_get_contents(path, &text, &length, NULL))
		g_error("%s", path);
	for (size_t i = 0; i < G_N_ELEMENTS(sizes); i++)
		if (cc_press_text(&audit->press, text, length) != NULL)
			picture_hold(audit, sizes[i], "en");
}

static void
seed_hold(struct audit *audit, uint64_t seed)
{
	g_autofree char *name = g_strdup_printf("%" G_GUINT64_FORMAT, seed);
	struct cc_knobs knobs;

	audit->name = name;
	cc_knobs_init(&knobs, seed);
	if (cc_press_case(&audit->press, &knobs) != NULL)
		picture_hold(audit, sizes[seed % G_N_ELEMENTS(sizes)],
		    languages[seed / 3 % G_N_ELEMENTS(languages)]);
}

int
main(int argc, char **argv)
{
	struct audit audit = {0};
	const int cases = argc > 1 ? atoi(argv[1]) : 100;
	bool good;

	/* Nobody's own templates take part. */
	g_setenv("XDG_DATA_HOME", "/nonexistent", TRUE);
	g_setenv("XDG_DATA_DIRS", "/nonexistent", TRUE);
	if (!cc_press_init(&audit.press)) {
		puts("Bail out! no context");
		return 1;
	}
	for (int i = 0; i < cases; i++)
		seed_hold(&audit, (uint64_t)i + 1);
	for (int i = 2; i < argc; i++)
		file_hold(&audit, argv[i]);
	good = audit_judge(&audit);
	cc_press_finish(&audit.press);
	return good ? 0 : 1;
}
