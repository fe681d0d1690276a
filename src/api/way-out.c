/* What a figure has no room for is told with a way out: an option by which less
 * is left out. That is not guessed: each way is gone before it is named. */
#include "api/context.h"

#include "output/output.h"

#include <math.h>
#include <string.h>

/* A course of more facts than this is not tried in several ways. */
#define FACTS_MOST 1000
/* Sizes of one family, as "nature-1.5" and "nature-2" beside "nature-1". */
#define SIBLINGS_MOST 3

struct way {
	const char *words; /* as they are typed */
	const char *size;  /* NULL: as it is, likewise */
	const struct cc_output *output;
	bool on_pages;
	int fold; /* 0: as it is */
};

struct search {
	struct cc_page_maker *maker;
	const struct clincourse_case *course;
	size_t lost, rows; /* with the best way so far */
	const char *best;  /* its words, in the maker's arena; NULL: none */
};

/* It must not lose rows in place of words. */
static void
keep_better(
    struct search *search, const struct cc_losses *losses, const char *words)
{
	const size_t lost = cc_losses_count(losses);
	const size_t rows = cc_losses_rows_count(losses);

	if (lost >= search->lost || rows > search->rows)
		return;
	search->lost = lost;
	search->rows = rows;
	search->best = words;
}

/* All pages by that way. What it says nobody hears. */
static void
try_way(struct search *search, const struct way *way)
{
	const struct cc_page_maker *maker = search->maker;
	struct clincourse_render one = *maker->render;
	struct cc_diags deaf = CC_DIAGS_DEAF;
	const struct cc_page *page;
	struct cc_page_maker other;

	if (search->lost == 0)
		return;
	if (way->size != NULL)
		one.size = (char *)way->size;
	if (way->fold > 0)
		one.fold = way->fold;
	if (way->on_pages)
		one.goes_on = (char *)"yes";
	one.metrics = NULL;
	cc_page_maker_init(&other, &one, &deaf);
	other.output = way->output != NULL ? way->output : maker->output;
	other.number = maker->number;
	other.trying = true;
	page = cc_page_make(&other, search->course);
	while (page != NULL && cc_page_goes_on(&other))
		page = cc_page_make_next(&other, search->course);
	if (page != NULL)
		keep_better(search, other.losses, way->words);
	cc_page_maker_finish(&other);
}

static void
try_pages(struct search *search)
{
	const struct cc_output *output = search->maker->output;
	struct way way = {.words = "--continue yes", .on_pages = true};

	if (cc_page_hands_on(search->maker) || search->rows == 0)
		return;
	if (output == NULL || !output->goes_on) {
		way.words = "-f pdf --continue yes";
		way.output = cc_output_find("pdf");
	}
	try_way(search, &way);
}

static void
try_fold(struct search *search)
{
	if (search->maker->render->fold < 2)
		try_way(search, &(struct way){.words = "--fold 2", .fold = 2});
}

static void
try_size(struct search *search, const char *name)
{
	struct way way = {.size = name};

	if (strcmp(name, search->maker->size->name) == 0)
		return;
	way.words = cc_arena_join(&search->maker->arena, "--size ", name, NULL);
	try_way(search, &way);
}

/* "nature" of "nature-1"; "a4" of itself. */
static size_t
family_length(const char *name)
{
	const char *end = strrchr(name, '-');

	return end != NULL ? (size_t)(end - name) : strlen(name);
}

static bool
is_wider(const struct cc_size *size, const struct cc_size *own)
{
	const size_t length = family_length(own->name);

	return family_length(size->name) == length &&
	       strncmp(size->name, own->name, length) == 0 &&
	       size->width * size->unit > own->width * own->unit;
}

#define MM_INCH 25.4
/* Beside rows their legend is higher, too. */
#define HIGHER_BY 1.08

/* As wide, and as high as all of its rows need. */
static void
try_higher(struct search *search)
{
	const struct cc_size *own = search->maker->size;
	const double width = own->width * own->unit / 72 * MM_INCH;
	const double height =
	    HIGHER_BY * cc_losses_needed(search->maker->losses);

	if (height > 0)
		try_size(
		    search, cc_arena_printf(&search->maker->arena, "%dx%dmm",
				(int)ceil(width), (int)ceil(height)));
}

/* Wider ones of its family, which have the type that the journal asks for; then
 * what has room for nearly all. */
static void
try_sizes(struct search *search)
{
	const struct cc_size *own = search->maker->size;
	size_t count, siblings = 0;
	const struct cc_size *const *sizes =
	    cc_sizes_list(search->maker->render->context->sizes, &count);

	for (size_t i = 0; i < count && siblings < SIBLINGS_MOST; i++)
		if (is_wider(sizes[i], own)) {
			try_size(search, sizes[i]->name);
			siblings++;
		}
	try_size(search, "screen");
	try_higher(search);
	try_size(search, "poster-a0");
}

void
cc_page_tell_lost(
    struct cc_page_maker *maker, const struct clincourse_case *course)
{
	struct search search = {.maker = maker,
	    .course = course,
	    .lost = cc_losses_count(maker->losses),
	    .rows = cc_losses_rows_count(maker->losses)};
	const char *way_out = "";

	if (search.lost == 0)
		return;
	if (course->data->fact_count <= FACTS_MOST && !maker->render->tacit &&
	    !cc_diags_deaf(maker->diags)) {
		try_pages(&search);
		try_fold(&search);
		try_sizes(&search);
	}
	if (search.best != NULL)
		way_out =
		    cc_arena_join(&maker->arena, "; ", search.best, " leaves ",
			search.lost == 0 ? "nothing" : "less", " out", NULL);
	cc_losses_tell(maker->losses, way_out, maker->diags);
}
