/* Case -> scene. A page is a header, one panel per <figure> (or one), and a
 * legend. What does not fit is pressed in the grammar's order, then refused.
 */
#include "base/number.h"
#include "layout/parts.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

#define PANELS_MAX 16

/* Rows tried in vain before the page counts as full: more than fit on one. */
#define IN_VAIN_MOST 64

/* A state of the fit. Where nothing that it looked at changes, neither does
 * its outcome. */
struct attempt {
	bool measured, drawn;     /* as far as it came */
	unsigned pressed, heeded; /* what had given way, what it looked at */
	double rows;              /* height without the legend [unit] */
	double height;            /* as drawn [unit] */
};

struct page {
	const struct cc_layout_input *in;
	struct cc_scene *scene;
	struct cc_layout_report *report; /* may be NULL */
	struct cc_diags *diags;
	struct cc_figure *panels; /* room for PANELS_MAX */
	size_t count;
	/* What rows put below the grid; and a panel's whole backdrop, when all
	 * is drawn. */
	struct cc_scene ground, backdrop;
	double header;                /* height: it never gives way [unit] */
	unsigned pressed;             /* a bit each */
	struct attempt last;          /* how panels and tracks stand now */
	struct attempt fitted;        /* the last one that did */
	double least_legend;          /* [unit] */
	double drawn_legend;          /* of the last drawing [unit] */
	double whole; /* height of all that there is, at least [unit] */
};

/* What may be left out when nothing else helps, the dearest last; a row that
 * the author marked key="yes" never goes. */
static GPtrArray *
spare_tracks(const struct page *page)
{
	GPtrArray *list = g_ptr_array_new();
	for (int rank = 1; rank <= CC_SPARE_MOST; rank++) {
		for (size_t p = page->count; p-- > 0;) {
			const GPtrArray *tracks = page->panels[p].tracks;
			for (guint i = tracks->len; i-- > 0;) {
				struct cc_track *track = tracks->pdata[i];
				if (track->spare == rank)
					g_ptr_array_add(list, track);
			}
		}
	}
	return list;
}

static void
drop_tracks(struct page *page)
{
	for (size_t p = 0; p < page->count; p++) {
		struct cc_figure *figure = &page->panels[p];
		for (guint i = 0; i < figure->tracks->len; i++) {
			struct cc_track *track = figure->tracks->pdata[i];
			track->dropped =
			    track->given_up ||
			    (track->mark->zone == CC_ZONE_HEAD &&
				cc_pressed(figure, CC_PRESS_STRIP));
		}
	}
}

static double
legend_height(struct page *page)
{
	struct cc_figure *first = &page->panels[0];
	return cc_legend_layout(
	    first, first->page.x, 0, first->page.width, false);
}

/* Below a line at y. */
static void
draw_legend(struct page *page, double y)
{
	struct cc_figure *first = &page->panels[0];
	cc_paint_group(
	    page->scene, (struct cc_group){.kind = CC_GROUP_LEGEND});
	cc_paint_line(page->scene, CC_ROLE_GRID,
	    (struct cc_point){first->page.x, y},
	    (struct cc_point){cc_box_right(first->page), y},
	    cc_pen(cc_ink(first, CC_COLOUR_HAIRLINE),
		first->size->stroke[CC_STROKE_HAIRLINE]));
	cc_legend_layout(
	    first, first->page.x, y + 0.3 * first->u, first->page.width, true);
	cc_paint_end(page->scene);
}

static void
merge_legends(struct page *page)
{
	struct cc_figure *first = &page->panels[0];
	first->classes = (struct cc_class_list){0};
	cc_classes_gather(first, first);
	for (size_t p = 1; p < page->count; p++) {
		struct cc_figure *panel = &page->panels[p];
		cc_classes_gather(first, panel);
		first->legend |= panel->legend;
		for (guint i = 0; i < panel->abbreviations->len; i++)
			cc_abbreviation_take(
			    first, panel->abbreviations->pdata[i]);
	}
}

static void
clear_layer(struct cc_scene *layer, bool muted)
{
	cc_scene_clear(layer);
	layer->muted = muted;
}

/* Empty layers and panels. A draft paints only where its legend would depend
 * on what is painted. */
static void
clear_page(struct page *page, bool draft)
{
	bool muted = draft;
	for (size_t p = 0; p < page->count; p++) {
		struct cc_figure *panel = &page->panels[p];
		panel->legend = 0;
		panel->losses = NULL;
		panel->loss_count = 0;
		panel->draft = draft;
		muted = muted && !panel->room_told;
		g_ptr_array_set_size(panel->abbreviations, 0);
		panel->rule_count = panel->drop_count = 0;
		panel->hanging_count = panel->looked_at = 0;
		panel->written = (struct cc_clear){.arena = panel->arena};
	}
	clear_layer(&page->ground, muted);
	clear_layer(page->scene, muted);
}

/* Draws all on empty layers. Returns the height used; the legend's height is
 * only known when all is drawn, so a draft tells it first. */
static double
draw_page(struct page *page, double spare, bool draft)
{
	struct cc_figure *first = &page->panels[0];
	clear_page(page, draft);
	if (!page->scene->muted)
		cc_header_draw(first);
	double y = first->page.y + page->header;
	for (size_t p = 0; p < page->count; p++) {
		y = cc_panel_draw(
		    &page->panels[p], y, spare / (double)page->count);
		if (p + 1 < page->count)
			y += 0.8 * first->u;
	}
	merge_legends(page);
	/* Asked before its icons are drawn: they are drawn like marks and ask
	 * for entries of their own. */
	page->drawn_legend = legend_height(page);
	if (page->drawn_legend > 0) {
		y += 0.25 * first->u;
		if (!draft)
			draw_legend(page, y);
		y += 0.3 * first->u;
		y += page->drawn_legend;
	}
	/* The caption may stand nearer to the edge than the title. */
	return y + 0.5 * first->size->margin;
}

static double
measure_panels(struct page *page)
{
	double height = 0;
	for (size_t p = 0; p < page->count; p++)
		height += cc_panel_measure(&page->panels[p]);
	return height;
}

/* True where an edge of a panel moved. */
static bool
share_edges(struct page *page)
{
	double left = 0, right = 0;
	for (size_t p = 0; p < page->count; p++) {
		const struct cc_figure *panel = &page->panels[p];
		left = fmax(left, panel->plot.x - panel->page.x);
		if (panel->window.kind == CC_WINDOW_STRIP)
			right = fmax(right, cc_box_right(panel->page) -
						cc_box_right(panel->plot));
	}
	bool moved = false;
	for (size_t p = 0; p < page->count; p++) {
		struct cc_figure *panel = &page->panels[p];
		moved |= panel->plot.x - panel->page.x < left - 0.01;
		panel->least_left = left;
		if (panel->window.kind != CC_WINDOW_STRIP)
			continue;
		moved |= cc_box_right(panel->page) - cc_box_right(panel->plot) <
		         right - 0.01;
		panel->least_right = right;
	}
	return moved;
}

static double
measure_page(struct page *page)
{
	double height = page->header;
	for (size_t p = 0; p < page->count; p++) {
		page->panels[p].pressed = page->pressed;
		page->panels[p].heeded = &page->last.heeded;
	}
	drop_tracks(page);
	for (size_t p = 0; p < page->count; p++)
		page->panels[p].least_left = page->panels[p].least_right = 0;
	double rows = measure_panels(page);
	/* Panels below each other start at one edge, strips end at one, too. */
	if (share_edges(page))
		rows = measure_panels(page);
	return height + rows +
	       0.8 * page->panels[0].u * (double)(page->count - 1);
}

/* Puts what lies behind a panel's rows there. */
static void
add_backdrop(struct page *page, struct cc_figure *panel)
{
	struct cc_scene *backdrop = &page->backdrop;
	cc_scene_clear(backdrop);
	cc_paint_group(
	    backdrop, (struct cc_group){.kind = CC_GROUP_BACKDROP});
	cc_scene_insert(backdrop, backdrop->count, &page->ground,
	    panel->ground_first, panel->ground_count);
	cc_backdrop_grid(panel, backdrop);
	cc_paint_end(backdrop);
	cc_scene_insert(page->scene, panel->backdrop_at, backdrop, 0,
	    backdrop->count);
}

static void
compose(struct page *page, double height)
{
	struct cc_scene *scene = page->scene;
	const struct cc_layout_input *in = page->in;
	scene->width = in->size->width;
	scene->height = in->size->fixed_height ? in->size->height : height;
	scene->unit = in->size->unit;
	scene->background = cc_theme_colour(in->theme, CC_COLOUR_PAGE);
	scene->lang = cc_arena_strdup(scene->arena, in->words->lang);
	scene->families =
	    cc_arena_strdup(scene->arena, cc_theme_families(in->theme));
	/* Only now, when all words have their place; the last panel first, so
	 * that the others keep theirs in the list. */
	for (size_t p = page->count; p-- > 0;)
		add_backdrop(page, &page->panels[p]);
	cc_scene_part_ids(scene);
}

/* How many kinds of rows were left out, each counted once. */
static size_t
count_left_out(const struct page *page)
{
	g_autoptr(GHashTable) named = g_hash_table_new(g_str_hash, g_str_equal);
	for (size_t p = 0; p < page->count; p++) {
		const GPtrArray *tracks = page->panels[p].tracks;
		for (guint i = 0; i < tracks->len; i++) {
			const struct cc_track *track = tracks->pdata[i];
			if (track->dropped && track->spare > 0)
				g_hash_table_add(
				    named, (gpointer)cc_track_title(track));
		}
	}
	return g_hash_table_size(named);
}

/* [mm] */
static double
printed(const struct page *page, double height)
{
	return height * page->in->size->unit / 72 * 25.4;
}

/* Where rows went: how much is lacking for all of them. */
static const char *
lack_words(const struct page *page)
{
	return cc_arena_printf(page->scene->arena,
	    ", where all of it needs %d mm of height and there are %d",
	    (int)ceil(printed(page, page->whole)),
	    (int)printed(page, page->in->size->max_height));
}

#define FULL_WITHIN 0.5 /* of the greatest height [unit] */

/* What went, a line a figure; each thing at its place for whoever asks for
 * notes. */
static void
tell_lost(struct page *page)
{
	g_autoptr(GPtrArray) kinds = cc_lost_kinds(page->panels, page->count);
	g_autoptr(GPtrArray) rows = cc_lost_rows(page->panels, page->count);
	g_autoptr(GString) list = g_string_new(NULL);
	for (guint i = 0; i < kinds->len; i++)
		g_string_append_printf(list, "%s%s", i > 0 ? ", " : "",
		    (const char *)kinds->pdata[i]);
	if (kinds->len > 0)
		cc_diag(page->diags, CC_W402, page->in->course->pos,
		    page->in->size->name, rows->len > 0 ? lack_words(page) : "",
		    list->str);
	cc_losses_note(page->panels, page->count);
	if (!page->report)
		return;
	cc_report_fill(page->report, page->panels, page->count, kinds, rows);
	/* What was given up was given up for height. */
	page->report->full =
	    page->pressed != 0 ||
	    page->scene->height >= page->in->size->max_height - FULL_WITHIN;
}

/* Measures, unless nothing that the last attempt looked at has changed. */
static void
attempt(struct page *page)
{
	struct attempt *last = &page->last;
	if (!last->measured ||
	    ((last->pressed ^ page->pressed) & last->heeded) != 0) {
		*last = (struct attempt){.measured = true};
		last->rows = measure_page(page);
	}
	last->pressed = page->pressed;
	for (size_t p = 0; p < page->count; p++)
		page->panels[p].pressed = page->pressed;
}

static bool
fits(struct page *page, double *height)
{
	struct attempt *last = &page->last;
	double most = page->in->size->max_height + 0.01;
	attempt(page);
	*height =
	    last->rows + 1.5 * page->in->size->margin + page->least_legend;
	/* The legend only adds to the rows. */
	if (*height > most)
		return false;
	if (!last->drawn)
		last->height = draw_page(page, 0, true);
	last->drawn = true;
	*height = last->height;
	if (*height > most)
		return false;
	page->fitted = *last;
	return true;
}

static void
give_up(struct page *page, struct cc_track *track, bool given_up)
{
	track->given_up = given_up;
	page->last.measured = false;
}

/* The next of the list, and with it as many as take half of what the page is
 * too high by: of thousands, one at a time would take a day. */
static size_t
give_up_some(
    struct page *page, const GPtrArray *spare, size_t given_up, double height)
{
	double half = (height - page->in->size->max_height) / 2;
	double room = 0;
	while (given_up < spare->len) {
		struct cc_track *track = spare->pdata[given_up];
		if (room > 0 && room + track->height > half)
			break;
		room += track->height;
		give_up(page, track, true);
		given_up++;
	}
	return given_up;
}

/* Rows that found room after all, the dearest first; the last of the list was
 * needed. Where many in succession found none, the page is full. */
static void
bring_back_tracks(struct page *page, const GPtrArray *spare, size_t given_up)
{
	double height;
	int in_vain = 0;
	for (size_t i = given_up; i-- > 0 && in_vain < IN_VAIN_MOST;) {
		struct cc_track *track = spare->pdata[i];
		give_up(page, track, false);
		if (i + 1 == given_up || !fits(page, &height)) {
			give_up(page, track, true);
			in_vain++;
		} else {
			in_vain = 0;
		}
	}
}

/* Gives way in order until it fits, then takes back what was not needed. */
static bool
press_until_fits(struct page *page, double *height)
{
	g_autoptr(GPtrArray) spare = spare_tracks(page);
	size_t press = 0, given_up = 0;
	while (!fits(page, height)) {
		page->whole = MAX(page->whole, *height);
		/* Only these make the legend lower: after them the last
		 * drawing does not tell how high it is. */
		bool lower = press == CC_PRESS_CAPTION ||
		             press == CC_PRESS_LEGEND ||
		             press >= CC_PRESS_COUNT;
		if (lower)
			page->drawn_legend = 0;
		page->least_legend = page->drawn_legend;
		if (press < CC_PRESS_COUNT)
			page->pressed |= 1u << press++;
		else if (given_up < spare->len)
			given_up = give_up_some(page, spare, given_up, *height);
		else
			return false;
	}
	/* What comes back adds to the legend, or leaves it. */
	page->least_legend = page->drawn_legend;
	bring_back_tracks(page, spare, given_up);
	/* The last one was needed: without it the page did not fit. */
	for (size_t p = given_up > 0 ? press : MAX(press, 1) - 1; p-- > 0;) {
		bool heeded = page->fitted.heeded >> p & 1;
		page->pressed &= ~(1u << p);
		if (heeded && !fits(page, height))
			page->pressed |= 1u << p;
	}
	return true;
}

/* Hands out what the page has to spare, or may grow by; *spare is what is
 * taken. Higher rows hold more words, which the legend may have to explain:
 * then it takes its part. */
static double
draw_spread(struct page *page, double *spare)
{
	double most = page->in->size->max_height + 0.01;
	for (;;) {
		measure_page(page);
		double height = draw_page(page, *spare, false);
		if (*spare == 0 || height <= most)
			return height;
		*spare = fmax(*spare - (height - most), 0);
	}
}

#define BLANK_MOST 0.06 /* of a page of fixed height, at its foot */

/* Rows that want no more leave the rest of the page: above and below. */
static void
centre_page(struct page *page, double height, double spare)
{
	const struct cc_size *size = page->in->size;
	double blank = size->max_height - height;
	if (!size->fixed_height || blank <= BLANK_MOST * size->max_height)
		return;
	for (size_t p = 0; p < page->count; p++)
		page->panels[p].page.y += blank / 2;
	measure_page(page);
	draw_page(page, spare, false);
}

/* Draws what was fitted; says what does not fit. */
static bool
settle(struct page *page, bool fitted, double height)
{
	const struct cc_size *size = page->in->size;
	if (!fitted) {
		g_autoptr(GString) least = g_string_new(NULL);

		cc_number_append(
		    least, size->type[CC_TYPE_LEAST] * size->unit, 1);
		cc_diag(page->diags, CC_E410, page->in->course->pos, size->name,
		    (int)ceil(printed(page, height)), least->str,
		    (int)printed(page, size->max_height));
		return false;
	}
	/* The last try may not have been the one that holds. */
	height = page->fitted.height;
	double spare = fmax(size->max_height - height, 0);
	height = draw_spread(page, &spare);
	centre_page(page, height, spare);
	for (size_t p = 0; p < page->count; p++)
		cc_lose_rows(&page->panels[p]);
	cc_lose_cut_words(page->panels, page->count);
	compose(page, height);
	tell_lost(page);
	return true;
}

/* ---- the panels ---- */

static void
add_panel(struct page *page, const struct cc_figure_options *options,
    struct cc_window window)
{
	if (page->count == PANELS_MAX)
		return;
	struct cc_figure *figure = &page->panels[page->count++];
	*figure = (struct cc_figure){.in = page->in,
	    .arena = page->scene->arena,
	    .diags = page->diags,
	    .reporting = page->report != NULL,
	    .options = options,
	    .window = window,
	    .ground = &page->ground,
	    .fore = page->scene};
	cc_panel_start(figure);
}

static void
add_strips(
    struct page *page, const struct cc_figure_options *options, size_t strips)
{
	if (strips < 2) {
		add_panel(page, options, (struct cc_window){0});
		return;
	}
	for (size_t n = 0; n < strips; n++)
		add_panel(page, options,
		    (struct cc_window){
			.kind = CC_WINDOW_STRIP, .n = n, .count = strips});
}

static void
add_detail(struct page *page, const struct cc_figure_options *options)
{
	const struct cc_layout_input *in = page->in;
	const struct cc_span *detail = &in->options.detail;
	if (!detail->dated)
		return;
	struct cc_window window = {.kind = CC_WINDOW_DETAIL,
	    .from = detail->earliest_start,
	    .to = detail->latest_end};
	window.title = cc_say_with(in->words, CC_MSG_DETAIL, "dates",
	    cc_date_text(in->words, detail), NULL);
	add_panel(page, options, window);
}

static bool
choose_panels(struct page *page, size_t strips)
{
	const struct cc_case *course = page->in->course;
	const struct cc_figure_options *first = NULL;
	const char *wanted = page->in->options.figure;
	for (size_t i = 0; i < course->figure_count; i++) {
		const struct cc_figure_options *options = &course->figures[i];
		if (wanted && (!options->id || strcmp(options->id, wanted)))
			continue;
		if (!first)
			first = options;
		add_strips(page, options, strips);
	}
	if (page->count == 0 && !wanted)
		add_strips(page, NULL, strips);
	if (page->count == 0)
		return false;
	add_detail(page, first);
	page->header = cc_header_height(&page->panels[0]);
	return true;
}

static void
page_clear(struct page *page)
{
	for (size_t p = 0; p < page->count; p++)
		cc_panel_finish(&page->panels[p]);
	page->count = 0;
	page->pressed = 0;
	page->last = page->fitted = (struct attempt){0};
	page->least_legend = page->drawn_legend = 0;
}

/* Rows that a page has to leave out; SIZE_MAX where it does not fit. */
static size_t
count_lost(const struct page *page, bool fitted)
{
	return fitted ? count_left_out(page) : SIZE_MAX;
}

/* A course of more facts than this is not tried in several ways. */
#define FOLD_FACTS_MOST 1000
#define FOLD_TRIED 3

/* A long course whose rows do not find room in one strip may find it in two
 * or three, where there is height. Returns whether it fits. */
static bool
fold_by_itself(struct page *page, size_t lost, double *height)
{
	size_t best = 1, strips = 2;
	bool fitted = lost < SIZE_MAX;
	for (; strips <= FOLD_TRIED && lost > 0; strips++) {
		page_clear(page);
		choose_panels(page, strips);
		fitted = press_until_fits(page, height);
		if (count_lost(page, fitted) >= lost)
			continue;
		lost = count_lost(page, fitted);
		best = strips;
	}
	if (strips == best + 1)
		return fitted;
	page_clear(page);
	choose_panels(page, best);
	return press_until_fits(page, height);
}

static bool
tracks_known(const struct page *page)
{
	bool known = true;
	/* The strips of one <figure> have the same words. */
	for (size_t p = 0; p < page->count; p++)
		if (p == 0 ||
		    page->panels[p].options != page->panels[p - 1].options)
			known = cc_tracks_known(&page->panels[p]) && known;
	return known;
}

/* Time is told in minutes: a strip of less has no scale. */
static bool
strips_last(const struct page *page, int fold)
{
	for (size_t p = 0; p < page->count; p++) {
		const struct cc_axis *axis = &page->panels[p].axis;
		if (axis->stretch[0].to.minute > axis->stretch[0].from.minute)
			continue;
		cc_diag(page->diags, CC_E487, page->in->course->pos, fold);
		return false;
	}
	return true;
}

static bool
lay_out(struct page *page)
{
	const struct cc_layout_input *in = page->in;
	int fold = in->options.fold;
	double height = 0;
	if (!choose_panels(page, (size_t)CLAMP(fold, 1, CC_FOLD_MOST))) {
		cc_diag(
		    page->diags, CC_E411, in->course->pos, in->options.figure);
		return false;
	}
	if (!strips_last(page, fold) || !tracks_known(page))
		return false;
	bool fitted = press_until_fits(page, &height);
	size_t lost = count_lost(page, fitted);
	if (fold == 0 && lost > 0 && !in->size->fixed_height &&
	    in->course->fact_count <= FOLD_FACTS_MOST)
		fitted = fold_by_itself(page, lost, &height);
	return settle(page, fitted, height);
}

bool
cc_layout_case(const struct cc_layout_input *input, struct cc_scene *scene,
    struct cc_layout_report *report, struct cc_diags *diags)
{
	struct cc_figure panels[PANELS_MAX]; /* set when they are added */
	struct page page = {.in = input,
	    .scene = scene,
	    .report = report,
	    .diags = diags,
	    .panels = panels};
	cc_scene_init(&page.ground, scene->arena);
	cc_scene_init(&page.backdrop, scene->arena);
	bool done = lay_out(&page);
	page_clear(&page);
	cc_scene_finish(&page.ground);
	cc_scene_finish(&page.backdrop);
	/* Drafts of what did not fit. */
	if (!done)
		clear_layer(scene, false);
	return done;
}
