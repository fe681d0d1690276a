/* deaths CASES [--first SEED] [--all]
 * Draws generated courses and counts, a size each, the words of what was before
 * a death that stand across its line or behind it, where a reader takes them
 * for something that followed. Prints TAP; --all tells of each of them. */
#include "press.h"
#include "view.h"

#include "model/kind.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A sign on the day itself, with its stroke, reaches so far behind it [u]. */
#define SIGN 0.75
/* Whose middle is no nearer to the day behind is of that day [unit]. */
#define NEAR 0.1

static const enum cc_structure structures[] = {CC_STRUCTURE_SPARSE,
    CC_STRUCTURE_CHAIN, CC_STRUCTURE_DATELESS, CC_STRUCTURE_PLANS,
    CC_STRUCTURE_CLOCKED, CC_STRUCTURE_PAIR, CC_STRUCTURE_YOUNG,
    CC_STRUCTURE_DRAWN};

/* What no side, bar or lane has room for runs across rather than be cut, more
 * of it the narrower the page: of a thousand words of the first 2,000 courses
 * so many at most. A number may only fall. */
static const struct {
	const char *name;
	double most;
} sizes[] = {{"screen", 1.1}, {"a4-landscape", 1.6}, {"nature-1", 7.5}};

struct count {
	int pictures; /* with the line of a death */
	int words;    /* of what was before it */
	int across, behind;
	int missed; /* things that had no room, or not for all words */
};

struct audit {
	struct cc_press press;
	struct count counts[G_N_ELEMENTS(sizes)];
	bool all;
	/* Of the picture at hand. */
	struct cc_knobs knobs;
	size_t size;
	const struct cc_view *view;
};

/* All of its ink is there, up to the line. */
static bool
is_before(const struct audit *audit, const struct cc_fact *fact, double line)
{
	const struct cc_trace *trace = &audit->view->traces[fact->index];

	return fact->happened && trace->left < INFINITY &&
	       trace->left + trace->right <= 2 * line + NEAR &&
	       trace->right <= line + SIGN * audit->view->u;
}

/* A grade in the sign that stands on the day. */
static bool
is_in_sign(
    const struct audit *audit, const struct cc_fact *fact, struct cc_box box)
{
	const struct cc_trace *trace = &audit->view->traces[fact->index];

	return box.x >= trace->left && cc_box_right(box) <= trace->right;
}

static void
tell_word(const struct audit *audit, const struct cc_fact *fact,
    const struct cc_item *text, double line)
{
	const struct cc_box box = cc_item_box(text);
	g_autoptr(GString) knobs = g_string_new(NULL);

	cc_knobs_describe(&audit->knobs, knobs);
	printf("# %s %s <%s> line %u: \"%s\" %.1f..%.1f, line %.1f, ink "
	       "%.1f..%.1f\n#   cases %s\n",
	    box.x >= line ? "behind" : "across", sizes[audit->size].name,
	    cc_kind_row(fact->kind)->element, cc_pos_place(fact->pos).line,
	    text->text.string, box.x, cc_box_right(box), line,
	    audit->view->traces[fact->index].left,
	    audit->view->traces[fact->index].right, knobs->str);
}

static void
count_word(void *to, const struct cc_fact *fact, const struct cc_item *text)
{
	struct audit *audit = to;
	struct count *count = &audit->counts[audit->size];
	const double line = cc_view_death(audit->view, fact);
	const struct cc_box box = cc_item_box(text);

	if (isnan(line) || !is_before(audit, fact, line))
		return;
	count->words++;
	if (cc_box_right(box) <= line || is_in_sign(audit, fact, box))
		return;
	if (box.x >= line)
		count->behind++;
	else
		count->across++;
	if (audit->all)
		tell_word(audit, fact, text, line);
}

static bool
has_line(const struct cc_view *view)
{
	for (size_t i = 0; i < view->course->data->fact_count; i++)
		if (!isnan(cc_view_death(view, &view->course->data->facts[i])))
			return true;
	return false;
}

static int
count_missed(const struct cc_view *view)
{
	const GPtrArray *list = view->told.list;
	int missed = 0;

	for (guint i = 0; i < list->len; i++) {
		const struct cc_diag *diag = list->pdata[i];

		missed += diag->code == CC_N401;
	}
	return missed;
}

static void
picture_count(struct audit *audit, const char *lang)
{
	struct cc_view view;

	cc_view_init(
	    &view, &audit->press.course, sizes[audit->size].name, lang);
	audit->view = &view;
	if (view.drawn && has_line(&view)) {
		audit->counts[audit->size].pictures++;
		audit->counts[audit->size].missed += count_missed(&view);
		cc_view_words(&view, count_word, audit);
	}
	cc_view_finish(&view);
}

static void
case_count(struct audit *audit, uint64_t seed)
{
	const char *lang =
	    seed / G_N_ELEMENTS(structures) % 4 == 0 ? "zh" : "en";

	cc_knobs_init(&audit->knobs, seed);
	audit->knobs.structure = structures[seed % G_N_ELEMENTS(structures)];
	if (cc_press_case(&audit->press, &audit->knobs) == NULL)
		return;
	for (audit->size = 0; audit->size < G_N_ELEMENTS(sizes); audit->size++)
		picture_count(audit, lang);
}

static bool
size_judge(const struct audit *audit, size_t size)
{
	const struct count *count = &audit->counts[size];
	const int wrong = count->across + count->behind;
	const bool good = wrong * 1000 <= sizes[size].most * count->words;

	printf("%sok %zu - %s: of %d words before a death %d stand across its "
	       "line and %d behind it, in %d pictures; %d things missed\n",
	    good ? "" : "not ", size + 1, sizes[size].name, count->words,
	    count->across, count->behind, count->pictures, count->missed);
	return good;
}

int
main(int argc, char **argv)
{
	struct audit audit = {0};
	const int cases = argc > 1 ? atoi(argv[1]) : 200;
	uint64_t first = 1;
	bool good = true;

	for (int i = 2; i < argc; i++) {
		if (strcmp(argv[i], "--all") == 0)
			audit.all = true;
		else if (strcmp(argv[i], "--first") == 0 && i + 1 < argc)
			first = g_ascii_strtoull(argv[++i], NULL, 10);
	}
	/* Nobody's own templates take part. */
	g_setenv("XDG_DATA_HOME", "/nonexistent", TRUE);
	g_setenv("XDG_DATA_DIRS", "/nonexistent", TRUE);
	if (!cc_press_init(&audit.press)) {
		fputs("deaths: the templates cannot be read\n", stderr);
		return 3;
	}
	for (int i = 0; i < cases; i++)
		case_count(&audit, first + (uint64_t)i);
	for (size_t i = 0; i < G_N_ELEMENTS(sizes); i++)
		good &= size_judge(&audit, i);
	printf("1..%zu\n", G_N_ELEMENTS(sizes));
	cc_press_finish(&audit.press);
	return good ? 0 : 1;
}
