/* pages CASES [--first SEED]
 * Draws generated courses at sizes of fixed height, where there is little, and
 * holds that nobody is left without a figure: on several pages each course is
 * drawn, every row and every event of it on one of them; what the refusal of
 * one page proposes leads to a drawing, and what is proposed where something is
 * left out leaves out less. Prints TAP, a point a rule. */
#include "press.h"

#include "output/output.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define EXAMPLES 12 /* told of a rule */

enum rule {
	RULE_LEGAL,
	RULE_PAGES,
	RULE_ROWS,
	RULE_EVENTS,
	RULE_TRACKS,
	RULE_PROPOSED,
	RULE_HEIGHT,
	RULE_WAY,
	RULE_COUNT
};

static const char *const rules[] = {
    [RULE_LEGAL] = "every course is legal",
    [RULE_PAGES] = "every course is drawn on pages",
    [RULE_ROWS] = "every row stands on one of them",
    [RULE_EVENTS] = "every event stands on one of them",
    [RULE_TRACKS] = "without the rows that a refusal names it is drawn",
    [RULE_PROPOSED] = "a refusal names pages where they help",
    [RULE_HEIGHT] = "as high as a refusal says it is drawn",
    [RULE_WAY] = "what is proposed leaves out less, or nothing",
};
_Static_assert(G_N_ELEMENTS(rules) == RULE_COUNT, "a sentence each");

/* The last is low, so that many are refused. */
static const struct {
	const char *name;
	double most; /* refused on pages, too: one row is higher than those */
	const char *tall; /* as wide, and has room for all */
} sizes[] = {{"slide-16x9", 0, "254x2000mm"}, {"slide-4x3", 0, "254x2000mm"},
    {"180x100mm", 0.01, "180x2000mm"}};
static const char *const languages[] = {"en", "zh"};

struct audit {
	struct cc_press press;
	int broken[RULE_COUNT];
	/* By size: on one page, on several, and of how many; where one page
	 * leaves out events, which several do not. */
	int refused[G_N_ELEMENTS(sizes)], higher[G_N_ELEMENTS(sizes)];
	int kept[G_N_ELEMENTS(sizes)];
	int cases;
	uint64_t seed;
	size_t size;
	const char *lang;
};

static void
breaks(struct audit *audit, enum rule rule, const char *what)
{
	if (audit->broken[rule]++ < EXAMPLES)
		printf("# %s: seed %" G_GUINT64_FORMAT " %s %s: %s\n",
		    rules[rule], audit->seed, sizes[audit->size].name,
		    audit->lang, what);
}

/* What a drawing is asked to be; NULL: nothing is. */
struct asked {
	const char *size;
	bool on_pages;
	const char *tracks, *fold;
};

/* For the language at hand. */
static struct clincourse_render *
render_create(struct audit *audit, const struct asked *asked)
{
	const char *const options[][2] = {{"size", asked->size},
	    {"lang", audit->lang}, {"continue", asked->on_pages ? "yes" : "no"},
	    {"tracks", asked->tracks}, {"fold", asked->fold}};
	struct clincourse_render *render =
	    clincourse_render_create(audit->press.context);

	for (size_t i = 0; i < G_N_ELEMENTS(options); i++)
		if (options[i][1] != NULL &&
		    !clincourse_render_set(render, options[i][0], options[i][1],
			audit->press.diags))
			g_error("%s %s", options[i][0], options[i][1]);
	return render;
}

/* What was said of it with this code; NULL: nothing. */
static const char *
sentence_of(const struct cc_diags *diags, enum cc_code code)
{
	for (guint i = 0; i < diags->list->len; i++) {
		const struct cc_diag *diag = diags->list->pdata[i];

		if (diag->code == code)
			return diag->sentence;
	}
	return NULL;
}

/* What became of a drawing. */
struct drawn {
	bool rows_lost, events_lost;
	bool *facts; /* by index: has a group on some page */
	size_t pages;
	size_t losses;  /* things that were told as left out */
	char *left_out; /* the sentence of that; NULL: nothing is */
};

static void
drawn_add(struct drawn *drawn, const struct cc_scene *scene)
{
	drawn->pages++;
	for (size_t i = 0; i < scene->count; i++) {
		const struct cc_item *item = &scene->items[i];
		unsigned fact;

		if (item->op == CC_OP_GROUP && item->group.id != NULL &&
		    sscanf(item->group.id, "f%u", &fact) == 1)
			drawn->facts[fact - 1] = true;
	}
}

/* As a PDF would have it: all pages of it, or one. NULL: it is drawn; else why
 * not, for the caller to free. `drawn->facts` is of as many as there are. */
static char *
draw_as(struct audit *audit, const struct asked *asked, struct drawn *drawn)
{
	struct clincourse_render *render = render_create(audit, asked);
	struct cc_page_maker maker;
	const struct cc_page *page;
	struct cc_diags diags;
	const char *told;
	char *why = NULL;

	cc_diags_init(&diags);
	cc_page_maker_init(&maker, render, &diags);
	maker.output = cc_output_find("pdf");
	page = cc_page_make(&maker, &audit->press.course);
	while (page != NULL) {
		drawn_add(drawn, page->scene);
		if (!cc_page_goes_on(&maker))
			break;
		page = cc_page_make_next(&maker, &audit->press.course);
	}
	if (page == NULL) {
		told = sentence_of(&diags, CC_E410);
		why = g_strdup(told != NULL ? told : "without a word");
	}
	for (guint i = 0; i < diags.list->len; i++) {
		const struct cc_diag *diag = diags.list->pdata[i];

		if (diag->code != CC_W402)
			continue;
		g_free(drawn->left_out);
		drawn->left_out = g_strdup(diag->sentence);
		drawn->rows_lost |= strstr(diag->sentence, "rows (") != NULL;
		drawn->events_lost |=
		    strstr(diag->sentence, "events that") != NULL ||
		    strstr(diag->sentence, ": events (") != NULL ||
		    strstr(diag->sentence, "), events (") != NULL;
	}
	drawn->losses = cc_losses_count(maker.losses);
	cc_page_maker_finish(&maker);
	cc_diags_finish(&diags);
	clincourse_render_destroy(render);
	return why;
}

static char *
draw(struct audit *audit, const char *size, bool on_pages, const char *tracks,
    struct drawn *drawn)
{
	const struct asked asked = {size, on_pages, tracks, NULL};

	return draw_as(audit, &asked, drawn);
}

/* The words of --tracks in a refusal; NULL: it proposes none. */
static char *
tracks_in(const char *why)
{
	const char *from = strstr(why, "--tracks=");
	const char *to = from != NULL ? strchr(from, ':') : NULL;

	if (to == NULL)
		return NULL;
	from += strlen("--tracks=");
	if (*from == '"') {
		from++;
		to--;
	}
	return g_strndup(from, (gsize)(to - from));
}

static struct drawn
drawn_make(const struct audit *audit)
{
	return (struct drawn){
	    .facts = g_new0(bool, audit->press.course.data->fact_count)};
}

static void
drawn_finish(struct drawn *drawn)
{
	g_free(drawn->facts);
	g_free(drawn->left_out);
}

/* "180x100mm" is refused with how high it has to be. */
static void
hold_height(struct audit *audit, const char *why)
{
	const char *size = sizes[audit->size].name;
	const char *needs = strstr(why, "needs ");
	g_autofree char *higher = NULL, *still = NULL;
	struct drawn drawn;
	unsigned width;

	if (sscanf(size, "%ux", &width) != 1 || needs == NULL)
		return;
	higher = g_strdup_printf("%ux%umm", width,
	    (unsigned)g_ascii_strtoull(needs + strlen("needs "), NULL, 10));
	drawn = drawn_make(audit);
	still = draw(audit, higher, false, NULL, &drawn);
	if (still != NULL)
		breaks(audit, RULE_HEIGHT, why);
	drawn_finish(&drawn);
}

/* The option behind the semicolon. */
static bool
asked_in(const char *sentence, char *word, struct asked *asked)
{
	const char *way = strrchr(sentence, ';');

	if (way == NULL)
		return false;
	asked->on_pages = strstr(way, "--continue yes") != NULL;
	if (sscanf(way, "; --size %63s leaves", word) == 1)
		asked->size = word;
	else if (sscanf(way, "; --fold %63s leaves", word) == 1)
		asked->fold = word;
	else
		return asked->on_pages;
	return true;
}

static void
hold_way(struct audit *audit, const struct drawn *alone)
{
	struct asked asked = {.size = sizes[audit->size].name};
	g_autofree char *why = NULL;
	struct drawn drawn;
	char word[64];

	if (alone->left_out == NULL || !asked_in(alone->left_out, word, &asked))
		return;
	drawn = drawn_make(audit);
	why = draw_as(audit, &asked, &drawn);
	if (why != NULL ||
	    (strstr(alone->left_out, "leaves nothing out") != NULL
		    ? drawn.left_out != NULL
		    : drawn.losses >= alone->losses))
		breaks(audit, RULE_WAY, alone->left_out);
	drawn_finish(&drawn);
}

static void
hold_proposal(struct audit *audit, const char *why)
{
	g_autofree char *tracks = tracks_in(why);
	g_autofree char *still = NULL;
	struct drawn drawn;

	if (tracks == NULL)
		return;
	drawn = drawn_make(audit);
	still = draw(audit, sizes[audit->size].name, false, tracks, &drawn);
	if (still != NULL)
		breaks(audit, RULE_TRACKS, why);
	drawn_finish(&drawn);
}

/* Those of one moment may share the group of one of them. */
static bool
is_shown(const struct audit *audit, const struct drawn *drawn,
    const struct cc_fact *fact)
{
	const struct cc_harms *harms = &audit->press.course.follow->harms;

	for (size_t i = 0; i < harms->count; i++) {
		const struct cc_fact *other = harms->item[i].fact;

		if (drawn->facts[other->index] &&
		    (other == fact ||
			other->when.span.earliest_start.minute ==
			    fact->when.span.earliest_start.minute))
			return true;
	}
	return false;
}

static void
hold_events(struct audit *audit, const struct drawn *on_pages)
{
	const struct cc_harms *harms = &audit->press.course.follow->harms;
	struct drawn tall = drawn_make(audit);
	g_autofree char *why =
	    draw(audit, sizes[audit->size].tall, false, NULL, &tall);

	if (on_pages->events_lost)
		breaks(audit, RULE_EVENTS, "an event is lost");
	for (size_t i = 0; i < harms->count && why == NULL; i++) {
		const struct cc_fact *fact = harms->item[i].fact;

		if (tall.facts[fact->index] && !is_shown(audit, on_pages, fact))
			breaks(audit, RULE_EVENTS, fact->when.time.text);
	}
	drawn_finish(&tall);
}

static void
case_hold(struct audit *audit)
{
	const char *size = sizes[audit->size].name;
	g_autofree char *on_pages = NULL, *why = NULL;
	struct drawn drawn = drawn_make(audit), alone = drawn_make(audit);

	on_pages = draw(audit, size, true, NULL, &drawn);
	if (on_pages != NULL && ++audit->higher[audit->size] >
				    sizes[audit->size].most * audit->cases)
		breaks(audit, RULE_PAGES, on_pages);
	if (on_pages == NULL && drawn.rows_lost)
		breaks(audit, RULE_ROWS, "a row is lost");
	if (on_pages == NULL)
		hold_events(audit, &drawn);
	why = draw(audit, size, false, NULL, &alone);
	audit->kept[audit->size] += alone.events_lost && !drawn.events_lost;
	drawn_finish(&drawn);
	if (why == NULL)
		hold_way(audit, &alone);
	drawn_finish(&alone);
	if (why == NULL)
		return;
	audit->refused[audit->size]++;
	if ((on_pages == NULL) != (strstr(why, "--continue yes") != NULL))
		breaks(audit, RULE_PROPOSED, why);
	hold_proposal(audit, why);
	hold_height(audit, why);
}

static void
seed_hold(struct audit *audit, uint64_t seed)
{
	struct cc_knobs knobs;

	cc_knobs_init(&knobs, seed);
	audit->seed = seed;
	audit->lang = languages[seed % G_N_ELEMENTS(languages)];
	if (cc_press_case(&audit->press, &knobs) == NULL) {
		breaks(audit, RULE_LEGAL, "refused");
		return;
	}
	for (audit->size = 0; audit->size < G_N_ELEMENTS(sizes); audit->size++)
		case_hold(audit);
}

static bool
audit_judge(const struct audit *audit)
{
	bool good = true;

	for (size_t size = 0; size < G_N_ELEMENTS(sizes); size++)
		printf("# %s: refused %d of %d on one page, %d on several; "
		       "%d leave out events on one\n",
		    sizes[size].name, audit->refused[size], audit->cases,
		    audit->higher[size], audit->kept[size]);
	for (int rule = 0; rule < RULE_COUNT; rule++) {
		const bool holds = audit->broken[rule] == 0;

		printf(
		    "%sok %d - %s", holds ? "" : "not ", rule + 1, rules[rule]);
		if (!holds)
			printf(", %d times not", audit->broken[rule]);
		putchar('\n');
		good = good && holds;
	}
	printf("1..%d\n", RULE_COUNT);
	return good;
}

int
main(int argc, char **argv)
{
	struct audit audit = {.cases = argc > 1 ? atoi(argv[1]) : 200};
	const uint64_t first = argc > 3 && strcmp(argv[2], "--first") == 0
	                           ? g_ascii_strtoull(argv[3], NULL, 10)
	                           : 1;
	bool good;

	/* Nobody's own templates take part. */
	g_setenv("XDG_DATA_HOME", "/nonexistent", TRUE);
	g_setenv("XDG_DATA_DIRS", "/nonexistent", TRUE);
	if (!cc_press_init(&audit.press)) {
		puts("Bail out! no context");
		return 1;
	}
	for (int i = 0; i < audit.cases; i++)
		seed_hold(&audit, first + (uint64_t)i);
	good = audit_judge(&audit);
	cc_press_finish(&audit.press);
	return good ? 0 : 1;
}
