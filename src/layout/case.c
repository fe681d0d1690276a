/* Case -> scene. A page is a header, one panel per <figure> (or one), and a
 * legend. What does not fit gives way in the grammar's order; a page that does
 * not fit at all is refused. */
#include "base/number.h"
#include "layout/sheet.h"

#include <math.h>
#include <string.h>

#define PANELS_MAX 16

/* How many kinds of rows were left out, each counted once. */
static size_t
count_left_out(const struct cc_sheet *sheet)
{
	g_autoptr(GHashTable) named = g_hash_table_new(g_str_hash, g_str_equal);
	for (size_t p = 0; p < sheet->count; p++) {
		const GPtrArray *tracks = sheet->panels[p].tracks;
		for (guint i = 0; i < tracks->len; i++) {
			const struct cc_track *track = tracks->pdata[i];
			if (track->dropped && track->mark->zone == CC_ZONE_PLOT)
				g_hash_table_add(
				    named, (gpointer)cc_track_title(track));
		}
	}
	return g_hash_table_size(named);
}

/* [mm] */
static double
printed(const struct cc_sheet *sheet, double height)
{
	return height * sheet->in->size->unit / 72 * 25.4;
}

/* Where rows went: how much is lacking for all of them. */
static const char *
lack_words(const struct cc_sheet *sheet)
{
	return cc_arena_printf(sheet->scene->arena,
	    ", where all of it needs %d mm of height and there are %d",
	    (int)ceil(printed(sheet, sheet->whole)),
	    (int)printed(sheet, sheet->in->size->max_height));
}

#define FULL_WITHIN 0.5 /* of the greatest height [unit] */

/* What went, a line a figure; each thing at its place for whoever asks for
 * notes. */
static void
tell_lost(struct cc_sheet *sheet)
{
	g_autoptr(GPtrArray) kinds = cc_lost_kinds(sheet->panels, sheet->count);
	g_autoptr(GPtrArray) rows = cc_lost_rows(sheet->panels, sheet->count);
	g_autoptr(GString) list = g_string_new(NULL);
	for (guint i = 0; i < kinds->len; i++)
		g_string_append_printf(list, "%s%s", i > 0 ? ", " : "",
		    (const char *)kinds->pdata[i]);
	if (kinds->len > 0)
		cc_diag(sheet->diags, CC_W402, sheet->in->course->pos,
		    sheet->in->size->name,
		    rows->len > 0 ? lack_words(sheet) : "", list->str);
	cc_losses_note(sheet->panels, sheet->count);
	if (!sheet->report)
		return;
	cc_report_fill(sheet->report, sheet->panels, sheet->count, kinds, rows);
	/* What was given up was given up for height. */
	sheet->report->full =
	    sheet->yielded ||
	    sheet->scene->height >= sheet->in->size->max_height - FULL_WITHIN;
}

/* How high the rows of a mark are together [unit]. */
static double
height_of(const struct cc_sheet *sheet, const struct cc_mark *mark)
{
	double height = 0;
	for (size_t p = 0; p < sheet->count; p++) {
		const GPtrArray *tracks = sheet->panels[p].tracks;
		for (guint i = 0; i < tracks->len; i++) {
			const struct cc_track *track = tracks->pdata[i];
			if (!track->dropped && track->mark == mark)
				height += track->height;
		}
	}
	return height;
}

/* A way out: another size, or without the highest of what a figure can do
 * without. */
static const char *
way_out(const struct cc_sheet *sheet)
{
	const struct cc_mark *highest = NULL;
	double height = 0;
	for (size_t m = 0; sheet->in->marks[m]; m++) {
		const struct cc_mark *mark = sheet->in->marks[m];
		double high = height_of(sheet, mark);
		if (mark->always || mark->subject || high <= height)
			continue;
		highest = mark;
		height = high;
	}
	if (!highest)
		return ": take a higher size";
	return cc_arena_printf(sheet->scene->arena,
	    ": take a higher size, or leave out rows (--tracks=-%s: %d mm)",
	    highest->name, (int)printed(sheet, height));
}

static void
tell_refused(const struct cc_sheet *sheet)
{
	const struct cc_size *size = sheet->in->size;
	g_autoptr(GString) least = g_string_new(NULL);
	cc_number_append(least, size->type[CC_TYPE_LEAST] * size->unit, 1);
	cc_diag(sheet->diags, CC_E410, sheet->in->course->pos, size->name,
	    (int)ceil(printed(sheet, sheet->height)), least->str,
	    (int)printed(sheet, size->max_height), way_out(sheet));
}

/* ---- the panels ---- */

static void
add_panel(struct cc_sheet *sheet, const struct cc_figure_options *options,
    struct cc_window window)
{
	if (sheet->count == PANELS_MAX)
		return;
	struct cc_figure *figure = &sheet->panels[sheet->count++];
	*figure = (struct cc_figure){.in = sheet->in,
	    .arena = sheet->scene->arena,
	    .diags = sheet->diags,
	    .reporting = sheet->report != NULL,
	    .options = options,
	    .window = window,
	    .ground = &sheet->ground,
	    .fore = sheet->scene};
	cc_panel_start(figure);
}

static void
add_strips(struct cc_sheet *sheet, const struct cc_figure_options *options,
    size_t strips)
{
	if (strips < 2) {
		add_panel(sheet, options, (struct cc_window){0});
		return;
	}
	for (size_t n = 0; n < strips; n++)
		add_panel(sheet, options,
		    (struct cc_window){
			.kind = CC_WINDOW_STRIP, .n = n, .count = strips});
}

static void
add_detail(struct cc_sheet *sheet, const struct cc_figure_options *options)
{
	const struct cc_layout_input *in = sheet->in;
	const struct cc_span *detail = &in->options.detail;
	if (!detail->dated)
		return;
	struct cc_window window = {.kind = CC_WINDOW_DETAIL,
	    .from = detail->earliest_start,
	    .to = detail->latest_end};
	window.title = cc_say_with(in->words, CC_MSG_DETAIL, "dates",
	    cc_date_text(in->words, detail), NULL);
	add_panel(sheet, options, window);
}

/* Strips of one course go on; only what is a panel by itself has a letter. */
static bool
is_panel(const struct cc_figure *figure)
{
	return figure->window.kind != CC_WINDOW_STRIP || figure->window.n == 0;
}

/* By them a text speaks of one of several. */
static void
letter_panels(struct cc_sheet *sheet)
{
	size_t count = 0;
	for (size_t p = 0; p < sheet->count; p++)
		count += is_panel(&sheet->panels[p]);
	char next = 'A';
	for (size_t p = 0; p < sheet->count && count > 1; p++)
		if (is_panel(&sheet->panels[p]))
			sheet->panels[p].window.letter = next++;
}

static bool
choose_panels(struct cc_sheet *sheet, size_t strips)
{
	const struct cc_case *course = sheet->in->course;
	const struct cc_figure_options *first = NULL;
	const char *wanted = sheet->in->options.figure;
	for (size_t i = 0; i < course->figure_count; i++) {
		const struct cc_figure_options *options = &course->figures[i];
		if (wanted && (!options->id || strcmp(options->id, wanted)))
			continue;
		if (!first)
			first = options;
		add_strips(sheet, options, strips);
	}
	if (sheet->count == 0 && !wanted)
		add_strips(sheet, NULL, strips);
	if (sheet->count == 0)
		return false;
	add_detail(sheet, first);
	letter_panels(sheet);
	sheet->header = cc_header_height(&sheet->panels[0]);
	return true;
}

static void
sheet_clear(struct cc_sheet *sheet)
{
	for (size_t p = 0; p < sheet->count; p++)
		cc_panel_finish(&sheet->panels[p]);
	sheet->count = 0;
}

/* Rows that a page has to leave out; SIZE_MAX where it does not fit. */
static size_t
count_lost(const struct cc_sheet *sheet, bool fitted)
{
	return fitted ? count_left_out(sheet) : SIZE_MAX;
}

/* A course of more facts than this is not tried in several ways. */
#define FOLD_FACTS_MOST 1000
#define FOLD_TRIED 3

/* A long course whose rows do not find room in one strip may find it in two
 * or three, where there is height. Returns whether it fits. */
static bool
fold_by_itself(struct cc_sheet *sheet, size_t lost)
{
	size_t best = 1, strips = 2;
	bool fitted = lost < SIZE_MAX;
	for (; strips <= FOLD_TRIED && lost > 0; strips++) {
		sheet_clear(sheet);
		choose_panels(sheet, strips);
		fitted = cc_sheet_fit(sheet);
		if (count_lost(sheet, fitted) >= lost)
			continue;
		lost = count_lost(sheet, fitted);
		best = strips;
	}
	if (strips == best + 1)
		return fitted;
	sheet_clear(sheet);
	choose_panels(sheet, best);
	return cc_sheet_fit(sheet);
}

static bool
tracks_known(const struct cc_sheet *sheet)
{
	bool known = true;
	/* The strips of one <figure> have the same words. */
	for (size_t p = 0; p < sheet->count; p++)
		if (p == 0 ||
		    sheet->panels[p].options != sheet->panels[p - 1].options)
			known = cc_tracks_known(&sheet->panels[p]) && known;
	return known;
}

/* Time is told in minutes: a strip of less has no scale. */
static bool
strips_last(const struct cc_sheet *sheet, int fold)
{
	for (size_t p = 0; p < sheet->count; p++) {
		const struct cc_axis *axis = &sheet->panels[p].axis;
		if (axis->stretch[0].to.minute > axis->stretch[0].from.minute)
			continue;
		cc_diag(sheet->diags, CC_E487, sheet->in->course->pos, fold);
		return false;
	}
	return true;
}

static bool
can_go_on(const struct cc_track *track)
{
	return track->dropped && track->mark->zone != CC_ZONE_HEAD;
}

/* Rows that were left out go to the next page, unless this one could not take a
 * single one of its own: no other could. */
static void
hand_on(struct cc_sheet *sheet, GArray *rest)
{
	const struct cc_layout_share *share = &sheet->in->options.share;
	const GPtrArray *tracks = sheet->panels[0].tracks;
	/* Panels count their rows each for itself. */
	if (!rest || sheet->count > 1)
		return;
	for (guint i = 0; i < tracks->len; i++) {
		const struct cc_track *track = tracks->pdata[i];
		if (can_go_on(track))
			g_array_append_val(rest, track->number);
	}
	if (share->rows && rest->len >= share->row_count)
		g_array_set_size(rest, 0);
	for (guint i = 0; i < tracks->len; i++) {
		struct cc_track *track = tracks->pdata[i];
		track->handed = rest->len > 0 && can_go_on(track);
	}
}

static bool
lay_out(struct cc_sheet *sheet, GArray *rest)
{
	const struct cc_layout_input *in = sheet->in;
	int fold = in->options.fold;
	if (!choose_panels(sheet, (size_t)CLAMP(fold, 1, CC_FOLD_MOST))) {
		cc_diag(
		    sheet->diags, CC_E411, in->course->pos, in->options.figure);
		return false;
	}
	if (!strips_last(sheet, fold) || !tracks_known(sheet))
		return false;
	bool fitted = cc_sheet_fit(sheet);
	size_t lost = count_lost(sheet, fitted);
	if (fold == 0 && lost > 0 && !in->size->fixed_height &&
	    in->course->fact_count <= FOLD_FACTS_MOST)
		fitted = fold_by_itself(sheet, lost);
	if (!fitted) {
		tell_refused(sheet);
		return false;
	}
	hand_on(sheet, rest);
	cc_sheet_finish(sheet);
	tell_lost(sheet);
	return true;
}

bool
cc_layout_case(const struct cc_layout_input *input, struct cc_scene *scene,
    struct cc_layout_report *report, GArray *rest, struct cc_diags *diags)
{
	struct cc_figure panels[PANELS_MAX]; /* set when they are added */
	struct cc_sheet sheet = {.in = input,
	    .scene = scene,
	    .report = report,
	    .diags = diags,
	    .panels = panels};
	cc_scene_init(&sheet.ground, scene->arena);
	cc_scene_init(&sheet.backdrop, scene->arena);
	bool done = lay_out(&sheet, rest);
	sheet_clear(&sheet);
	cc_scene_finish(&sheet.ground);
	cc_scene_finish(&sheet.backdrop);
	/* Drafts of what did not fit. */
	if (!done)
		cc_scene_clear(scene);
	scene->muted = false;
	return done;
}
