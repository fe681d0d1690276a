/* Case -> scene. A page is a header, one panel per <figure> (or one), and a
 * legend. What does not fit gives way in the grammar's order; a page that does
 * not fit at all is refused. */
#include "layout/losses.h"
#include "layout/sheet.h"

#include <math.h>
#include <string.h>

/* How many kinds of rows were left out, each counted once. */
static size_t
count_left_out(const struct cc_sheet *sheet)
{
	g_autoptr(GHashTable) named = NULL;
	for (size_t p = 0; p < sheet->count; p++) {
		const GPtrArray *tracks = sheet->panels[p].tracks;
		for (guint i = 0; i < tracks->len; i++) {
			const struct cc_track *track = tracks->pdata[i];
			if (!track->dropped ||
			    track->mark->zone != CC_ZONE_PLOT)
				continue;
			if (!named)
				named =
				    g_hash_table_new(g_str_hash, g_str_equal);
			g_hash_table_add(
			    named, (gpointer)cc_track_title(track));
		}
	}
	return named ? g_hash_table_size(named) : 0;
}

#define FULL_WITHIN 0.5 /* of the greatest height [unit] */

static void
fill_report(struct cc_sheet *sheet, const struct cc_losses *losses)
{
	struct cc_arena *arena = sheet->scene->arena;
	g_autoptr(GPtrArray) kinds = cc_losses_kinds(losses, arena);
	g_autoptr(GPtrArray) rows = cc_losses_rows(losses, arena);
	cc_legend_missing(sheet->panels, sheet->count, sheet->scene);
	cc_report_fill(sheet->report, sheet->panels, sheet->count, kinds, rows);
	/* What was given up was given up for height. */
	sheet->report->full =
	    sheet->yielded ||
	    sheet->scene->height >= sheet->in->size->max_height - FULL_WITHIN;
}

/* What went, with what other pages lost, or by itself; each thing at its place
 * for whoever asks for notes. */
static void
tell_lost(struct cc_sheet *sheet, struct cc_losses *all)
{
	struct cc_losses *own =
	    !all || sheet->report ? cc_losses_create() : NULL;
	double needed = cc_sheet_printed(sheet, sheet->whole);
	double there = cc_sheet_printed(sheet, sheet->in->size->max_height);
	if (own)
		cc_losses_add(own, sheet->panels, sheet->count, needed, there);
	if (all)
		cc_losses_add(all, sheet->panels, sheet->count, needed, there);
	else
		cc_losses_tell(own, "", sheet->diags);
	cc_losses_note(sheet->panels, sheet->count);
	if (sheet->report)
		fill_report(sheet, own);
	cc_losses_destroy(own);
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
		cc_sheet_close(sheet);
		cc_sheet_open(sheet, strips);
		fitted = cc_sheet_fit(sheet);
		if (count_lost(sheet, fitted) >= lost)
			continue;
		lost = count_lost(sheet, fitted);
		best = strips;
	}
	if (strips == best + 1)
		return fitted;
	cc_sheet_close(sheet);
	cc_sheet_open(sheet, best);
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
lay_out(struct cc_sheet *sheet, GArray *rest, struct cc_losses *losses)
{
	const struct cc_layout_input *in = sheet->in;
	int fold = in->options.fold;
	if (!cc_sheet_open(sheet, (size_t)CLAMP(fold, 1, CC_FOLD_MOST))) {
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
		cc_sheet_refuse(sheet);
		return false;
	}
	if (rest)
		cc_sheet_hand_on(sheet, rest);
	cc_sheet_finish(sheet);
	tell_lost(sheet, losses);
	return true;
}

bool
cc_layout_case(const struct cc_layout_input *input, struct cc_scene *scene,
    struct cc_layout_report *report, GArray *rest, struct cc_losses *losses,
    struct cc_diags *diags)
{
	struct cc_figure panels[CC_PANELS_MOST]; /* set when they are added */
	struct cc_sheet sheet = {.in = input,
	    .scene = scene,
	    .report = report,
	    .diags = diags,
	    .panels = panels,
	    .goes_on = rest != NULL};
	cc_scene_init(&sheet.ground, scene->arena);
	cc_scene_init(&sheet.backdrop, scene->arena);
	bool done = lay_out(&sheet, rest, losses);
	cc_sheet_close(&sheet);
	cc_scene_finish(&sheet.ground);
	cc_scene_finish(&sheet.backdrop);
	/* Drafts of what did not fit. */
	if (!done)
		cc_scene_clear(scene);
	scene->muted = false;
	return done;
}
