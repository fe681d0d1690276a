/* One case -> one page: options, words, theme, size, fonts, layout. */
#include "api/context.h"

#include "base/cpu.h"
#include "mark/marks.h"

#include <string.h>

#define DEFAULT_SIZE "screen"
#define DEFAULT_THEME "light"

void
cc_page_maker_init(struct cc_page_maker *maker,
    const struct clincourse_render *render, struct cc_diags *diags)
{
	*maker = (struct cc_page_maker){.render = render,
	    .diags = diags,
	    .measured = render->metrics != NULL,
	    .number = render->number};
	maker->privacy.level = cc_privacy_find(render->privacy);
	if (maker->privacy.level != CC_PRIVACY_NONE)
		maker->privacy.forms =
		    cc_context_forms(render->context, diags);
	cc_arena_init(&maker->arena);
	cc_scene_init(&maker->scene, &maker->arena);
	maker->rest =
	    g_array_new(FALSE, FALSE, sizeof(struct cc_layout_left));
	maker->shares =
	    g_ptr_array_new_with_free_func((GDestroyNotify)g_array_unref);
	maker->losses = cc_losses_create();
}

void
cc_page_maker_finish(struct cc_page_maker *maker)
{
	cc_scene_finish(&maker->scene);
	cc_arena_finish(&maker->arena);
	g_array_unref(maker->rest);
	g_ptr_array_unref(maker->shares);
	cc_losses_destroy(maker->losses);
}

/* The <figure> whose options apply where the caller gives none: the one that
 * was asked for by its id in the case as `written`, else the first; NULL where
 * the case has none. False after a diagnostic. */
static bool
figure_find(const struct cc_case *written, const struct cc_case *shown,
    const char *id, const struct cc_figure_options **figure,
    struct cc_diags *diags)
{
	g_autofree const char **ids =
	    g_new0(const char *, written->figure_count + 1);
	g_autofree char *hint = NULL;
	size_t i, named = 0;

	*figure = shown->figure_count > 0 ? shown->figures : NULL;
	if (id == NULL)
		return true;
	for (i = 0; i < written->figure_count; i++) {
		const char *own = written->figures[i].id;

		*figure = &shown->figures[i];
		if (g_strcmp0(own, id) == 0)
			return true;
		if (own != NULL)
			ids[named++] = own;
	}
	hint = cc_nearest_text(id, ids, named);
	cc_diag(diags, CC_E478, written->pos, id, hint);
	return false;
}

static const char *
first_of(const char *given, const char *figure, const char *fallback)
{
	if (given != NULL)
		return given;
	return figure != NULL ? figure : fallback;
}

static const char *
page_title(const struct cc_words_in *words, const char *given)
{
	const char *title = given != NULL ? given : cc_title(words);

	return title != NULL ? title : "";
}

/* What the output is made of: words in place of a picture, or beside it. */
static bool
is_words(const struct cc_page_maker *maker)
{
	return maker->output != NULL && maker->output->words;
}

static bool
is_told(const struct cc_page_maker *maker)
{
	return maker->output != NULL && maker->output->told;
}

static void
page_fill(struct cc_page_maker *maker, const struct cc_words_in *words,
    const char *title)
{
	const char *summary = cc_summary(words);
	const char *id = words->course->id;
	struct cc_arena *arena = &maker->arena;

	maker->page = (struct cc_page){
	    .scene = &maker->scene,
	    .langs = maker->page.langs,
	    .lang_count = maker->page.lang_count,
	    .lang_at = maker->page.lang_at,
	    .case_id = cc_arena_strdup(arena, id != NULL ? id : ""),
	    .lang = maker->scene.lang,
	    .title = cc_arena_strdup(arena, page_title(words, title)),
	    .summary = cc_arena_strdup(arena, summary),
	};
	if (!is_words(maker) && !is_told(maker))
		return;
	cc_prose_make(words, &maker->prose);
	maker->page.prose = &maker->prose;
}

static void
page_clear(struct cc_page_maker *maker)
{
	cc_scene_finish(&maker->scene);
	cc_arena_reset(&maker->arena);
	cc_scene_init(&maker->scene, &maker->arena);
	g_array_set_size(maker->rest, 0);
	g_ptr_array_set_size(maker->shares, 0);
	maker->share = (struct cc_layout_share){0};
	maker->alone = false;
}

/* The case as it may be shown: itself, or a copy that knows less. */
static struct clincourse_case
page_case(struct cc_page_maker *maker, const struct clincourse_case *course)
{
	const struct clincourse_render *render = maker->render;
	struct cc_arena *arena = &maker->arena;
	struct cc_privacy_way *way = &maker->privacy;
	struct clincourse_case shown = *course;
	g_autofree char *id = NULL;
	struct cc_case *data;

	if (way->level == CC_PRIVACY_NONE)
		return shown;
	id = cc_render_id(render, maker->number, course->data);
	way->id = cc_arena_strdup(arena, id);
	way->vocab = course->terms.vocab;
	way->zero = render->zero;
	if (way->zero == NULL && course->data->figure_count > 0)
		way->zero = course->data->figures[0].zero;
	data = cc_case_private(arena, course->data, way, maker->diags);
	cc_terms_init(&shown.terms, arena, course->terms.vocab, data);
	cc_case_resolve(data, &shown.terms);
	shown.data = data;
	shown.follow = cc_follow_create(arena, data, &shown.terms);
	return shown;
}

/* What was asked for in words of the case, in those that it has now. */
static void
options_veil(struct cc_page_maker *maker, struct cc_layout_options *options,
    const struct cc_case *shown)
{
	if (maker->privacy.level == CC_PRIVACY_NONE)
		return;
	if (options->zero != NULL)
		options->zero = shown->zero;
	if (options->title != NULL)
		options->title =
		    cc_text_private(&maker->arena,
			cc_forms_leaks(
			    maker->privacy.forms, maker->privacy.level),
			options->title, (struct cc_pos){0}, maker->diags);
}

/* The theme and the size. What the caller named was known when it was set: an
 * unknown one is the figure's. */
static bool
page_look(struct cc_page_maker *maker, const struct cc_figure_options *figure,
    const char *lang)
{
	const struct clincourse_render *render = maker->render;
	const struct clincourse *context = render->context;
	const char *own = maker->output != NULL ? maker->output->size : NULL;
	struct cc_pos pos = {0};

	if (figure != NULL)
		pos = figure->pos;
	maker->theme = cc_themes_find(context->themes,
	    first_of(
		render->theme, figure ? figure->theme : NULL, DEFAULT_THEME),
	    pos, maker->diags);
	maker->size = cc_sizes_find(context->sizes,
	    first_of(first_of(render->size, own, NULL),
		figure ? figure->size : NULL, DEFAULT_SIZE),
	    pos, maker->diags);
	if (maker->theme == NULL || maker->size == NULL)
		return false;
	maker->size = cc_size_for(maker->size, lang, &maker->arena);
	return true;
}

/* The language of the page at hand: `first`, or the next that the case speaks. */
static const char *
page_lang(struct cc_page_maker *maker, const struct cc_case *course,
    const char *first)
{
	maker->page = (struct cc_page){0};
	if (maker->output == NULL || !maker->output->speaks)
		return cc_arena_strdup(&maker->arena, first);
	cc_page_tongues(maker, course, first);
	return maker->page.langs[maker->tongue].code;
}

bool
cc_page_hands_on(const struct cc_page_maker *maker)
{
	const struct cc_output *output = maker->output;

	if (output == NULL || !output->goes_on || maker->alone)
		return false;
	if (maker->render->goes_on != NULL)
		return strcmp(maker->render->goes_on, "yes") == 0;
	return output->size != NULL || maker->size->goes_on;
}

/* As it is shown, by `maker->share`. */
static const struct cc_page *
page_lay_out(struct cc_page_maker *maker)
{
	const struct clincourse_case *course = &maker->shown;
	const struct cc_case *written = maker->written;
	const struct clincourse_render *render = maker->render;
	struct clincourse *context = render->context;
	const struct cc_case *data = course->data;
	const guint before = cc_diags_errors(maker->diags);
	const struct cc_figure_options *figure;
	struct cc_words_in words = {
	    .terms = &course->terms,
	    .course = data,
	    .follow = course->follow,
	    .arena = &maker->arena,
	};
	struct cc_layout_input input = {
	    .course = data,
	    .follow = course->follow,
	    .terms = &course->terms,
	    .words = &words,
	    .marks = cc_marks,
	    .told = is_told(maker),
	    .tips = maker->output == NULL || maker->output->tips,
	};

	if (!cc_options_resolve(render, written, data,
		data != written ? &maker->privacy : NULL, &maker->arena,
		&input.options, maker->diags) ||
	    !figure_find(
		written, data, render->figure, &figure, maker->diags))
		return NULL;
	if (render->figure != NULL)
		input.options.figure = figure->id;
	words.intervals = input.options.intervals;
	options_veil(maker, &input.options, data);
	cc_words_speak(&words, context->languages,
	    page_lang(maker, data,
		first_of(render->lang, figure ? figure->lang : NULL,
		    data->lang)));
	maker->scene.lang = words.lang;
	if (is_words(maker)) {
		page_fill(maker, &words, input.options.title);
		return &maker->page;
	}
	if (!page_look(maker, figure, words.lang))
		return NULL;
	input.theme = maker->theme;
	input.size = maker->size;
	maker->fonts = cc_context_fonts(
	    context, cc_theme_families(input.theme), words.lang, maker->diags);
	if (maker->fonts == NULL)
		return NULL;
	input.measure = cc_fonts_measure(maker->fonts);
	input.options.share = maker->share;
	maker->scene.families = cc_theme_families(input.theme);
	if (!cc_layout_case(&input, &maker->scene,
		maker->measured ? &maker->report : NULL,
		cc_page_hands_on(maker) ? maker->rest : NULL,
		maker->counting ? NULL : maker->losses, maker->diags) ||
	    cc_diags_errors(maker->diags) > before)
		return NULL;
	cc_page_respell(maker);
	if (!cc_page_letters_there(maker, data))
		return NULL;
	page_fill(maker, &words, input.options.title);
	return &maker->page;
}

/* Lays a page of the case out anew. Of a draft nothing is told. */
static const struct cc_page *
page_again(struct cc_page_maker *maker, bool draft)
{
	struct cc_diags *diags = maker->diags;
	const struct cc_page *page;
	struct cc_diags own;

	cc_diags_init(&own);
	if (draft)
		maker->diags = &own;
	cc_scene_finish(&maker->scene);
	cc_scene_init(&maker->scene, &maker->arena);
	g_array_set_size(maker->rest, 0);
	page = page_lay_out(maker);
	maker->diags = diags;
	cc_diags_finish(&own);
	return page;
}

static void
share_set(struct cc_page_maker *maker, size_t page, size_t pages)
{
	const GArray *left = page > 1 ? maker->shares->pdata[page - 2] : NULL;

	maker->share = (struct cc_layout_share){
	    .page = page,
	    .pages = pages,
	    .left = left != NULL ? (const struct cc_layout_left *)left->data
				 : NULL,
	    .left_count = left != NULL ? left->len : 0,
	};
}

/* How many pages there are is known when the last is laid out. False where the
 * rest does not fit into any. */
static bool
shares_find(struct cc_page_maker *maker)
{
	while (maker->rest->len > 0) {
		g_ptr_array_add(maker->shares, g_array_copy(maker->rest));
		share_set(
		    maker, maker->shares->len + 1, maker->shares->len + 1);
		if (page_again(maker, true) == NULL)
			return false;
	}
	return true;
}

/* The first page was laid out, and rows are left: it says of how many it is,
 * for which it may need a line. What it lost itself is told. */
static const struct cc_page *
page_of_several(struct cc_page_maker *maker)
{
	bool found;

	maker->counting = true;
	share_set(maker, 1, 2);
	found = page_again(maker, true) != NULL && shares_find(maker);
	maker->counting = false;
	if (!found)
		g_ptr_array_set_size(maker->shares, 0);
	maker->alone = !found;
	share_set(maker, 1, maker->shares->len + 1);
	return page_again(maker, found);
}

static bool
has_rest(const struct cc_page_maker *maker)
{
	return maker->share.page < maker->share.pages;
}

bool
cc_page_goes_on(const struct cc_page_maker *maker)
{
	return has_rest(maker) || maker->tongue + 1 < maker->page.lang_count;
}

/* After the last page it is told what all of them lost, which --strict refuses.
 */
static const struct cc_page *
page_told(struct cc_page_maker *maker, const struct clincourse_case *course,
    const struct cc_page *page)
{
	const guint before = cc_diags_errors(maker->diags);

	if (page != NULL && !maker->trying && !cc_page_goes_on(maker))
		cc_page_tell_lost(maker, course);
	return cc_diags_errors(maker->diags) > before ? NULL : page;
}

/* The first page in the language at hand. */
static const struct cc_page *
page_make_shown(
    struct cc_page_maker *maker, const struct clincourse_case *course)
{
	const double start = cc_cpu_ms();
	const guint before = cc_diags_errors(maker->diags);
	const struct cc_page *page = NULL;

	page_clear(maker);
	maker->shown = page_case(maker, course);
	maker->written = course->data;
	if (cc_diags_errors(maker->diags) == before)
		page = page_lay_out(maker);
	if (page != NULL && maker->rest->len > 0)
		page = page_of_several(maker);
	maker->layout_ms = cc_cpu_ms() - start;
	return page_told(maker, course, page);
}

const struct cc_page *
cc_page_make(struct cc_page_maker *maker, const struct clincourse_case *course)
{
	maker->tongue = 0;
	cc_losses_clear(maker->losses);
	return page_make_shown(maker, course);
}

static const struct cc_page *
page_rest(struct cc_page_maker *maker, const struct clincourse_case *course)
{
	const double start = cc_cpu_ms();
	const struct cc_page *page;

	share_set(maker, maker->share.page + 1, maker->share.pages);
	page = page_again(maker, false);
	maker->layout_ms = cc_cpu_ms() - start;
	return page_told(maker, course, page);
}

const struct cc_page *
cc_page_make_next(
    struct cc_page_maker *maker, const struct clincourse_case *course)
{
	if (has_rest(maker))
		return page_rest(maker, course);
	maker->tongue++;
	return page_make_shown(maker, course);
}
