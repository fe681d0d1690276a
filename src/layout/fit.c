/* Which parts of a page give way: rows, by what their marks can do without, and
 * what the page has itself. The choice is made by numbers (layout/choose.h);
 * here is what it is about.
 *
 * A row's height depends on how wide the plot is, and that on the names of the
 * rows that are drawn and on the numbers of their ticks. So the choice is made
 * at the columns that all rows want, and once more where what is left wants
 * others; rows that would want the old ones again stay away, so that columns do
 * not swing. Where there is room for all, nothing is chosen. */
#include "layout/choose.h"
#include "layout/sheet.h"

#include <string.h>

/* Times that it is chosen anew for other columns; after that, what went stays.
 */
#define ROUNDS 3

/* What the page can do without, each by itself. */
static const struct own {
	enum cc_yield yields[CC_YIELDS_MOST];
	size_t count;
} owns[] = {
    {{CC_YIELD_AIR, CC_YIELD_AIR_MORE}, 2},
    {{CC_YIELD_LEGEND}, 1},
    {{CC_YIELD_CAPTION}, 1},
    {{CC_YIELD_RELATIVE}, 1},
    {{CC_YIELD_CLASSES}, 1},
};

struct fit {
	struct cc_sheet *sheet;
	struct cc_choice *choices; /* those of the page, then one a row */
	size_t count;
	/* Of rows that may go on to another page, the one that this page is
	 * for. */
	const struct cc_track *kept;
};

static size_t
count_rows(const struct cc_sheet *sheet)
{
	size_t rows = 0;
	for (size_t p = 0; p < sheet->count; p++)
		rows += sheet->panels[p].tracks->len;
	return rows;
}

/* How dear a row is where another page can take it. */
static enum cc_yield
rank_of(const struct cc_track *track)
{
	if (track->elsewhere)
		return CC_YIELD_AGAIN;
	return track->spare == CC_YIELD_NOTHING ? CC_YIELD_KEPT : track->spare;
}

/* A page has at least the dearest of its own rows, of two what the figure is
 * about; a strip where there is nothing else. */
static const struct cc_track *
kept_row(const struct cc_sheet *sheet)
{
	const GPtrArray *tracks = sheet->panels[0].tracks;
	const struct cc_track *kept = NULL;
	for (guint i = 0; i < tracks->len; i++) {
		const struct cc_track *track = tracks->pdata[i];
		if (track->elsewhere)
			continue;
		if (!kept || rank_of(track) > rank_of(kept) ||
		    (rank_of(track) == rank_of(kept) && track->mark->subject &&
			!kept->mark->subject))
			kept = track;
	}
	return kept;
}

/* When all of it goes; CC_YIELD_NOTHING: it stays. For a strip no page is
 * refused. */
static enum cc_yield
spare_of(const struct fit *fit, const struct cc_track *track)
{
	if (!cc_sheet_hands_on(fit->sheet))
		return track->spare;
	if (track != fit->kept)
		return rank_of(track);
	return track->mark->zone == CC_ZONE_HEAD ? CC_YIELD_STRIP_LAST
	                                         : CC_YIELD_NOTHING;
}

/* Parts of it give way, then all of it where `last` says so: what is dearer
 * than all of it is no step. No part is dearer than `most`. */
static struct cc_choice
choice_of(struct cc_arena *arena, const enum cc_yield *yields, size_t count,
    enum cc_yield last, enum cc_yield most)
{
	int *ranks = cc_arena_new_array(arena, int, count + 1);
	size_t steps = 0;
	while (steps < count &&
	       (last == CC_YIELD_NOTHING || yields[steps] < last)) {
		ranks[steps] = (int)MIN(yields[steps], most);
		steps++;
	}
	if (last != CC_YIELD_NOTHING)
		ranks[steps++] = (int)last;
	return (struct cc_choice){.ranks = ranks, .steps = steps};
}

/* Where rows go on, the one that stays leaves parts before it is refused. */
static enum cc_yield
part_rank(const struct cc_track *track, size_t left)
{
	size_t stay = cc_parts_stay(track->fact_count, left);
	return 2 * stay >= track->fact_count ? CC_YIELD_PART
	                                     : CC_YIELD_PART_MORE;
}

static struct cc_choice
row_choice(const struct fit *fit, const struct cc_track *track)
{
	enum cc_yield yields[CC_YIELDS_MOST + CC_PARTS_MOST];
	size_t count = cc_yield_count(track->mark);
	size_t parts = track == fit->kept ? track->parts : 0;
	memcpy(yields, track->mark->yields, count * sizeof(yields[0]));
	for (size_t left = 1; left <= parts; left++)
		yields[count++] = part_rank(track, left);
	return choice_of(fit->sheet->scene->arena, yields, count,
	    spare_of(fit, track),
	    track->elsewhere ? CC_YIELD_CALLOUTS : CC_YIELD_PART_MORE);
}

static void
list_choices(struct fit *fit)
{
	struct cc_sheet *sheet = fit->sheet;
	struct cc_arena *arena = sheet->scene->arena;
	fit->choices = cc_arena_new_array(
	    arena, struct cc_choice, G_N_ELEMENTS(owns) + count_rows(sheet));
	for (size_t i = 0; i < G_N_ELEMENTS(owns); i++)
		fit->choices[fit->count++] = choice_of(arena, owns[i].yields,
		    owns[i].count, CC_YIELD_NOTHING, CC_YIELD_AGAIN);
	for (size_t p = 0; p < sheet->count; p++) {
		const GPtrArray *tracks = sheet->panels[p].tracks;
		for (guint i = 0; i < tracks->len; i++)
			fit->choices[fit->count++] =
			    row_choice(fit, tracks->pdata[i]);
	}
}

static unsigned
given_by_page(const struct fit *fit)
{
	unsigned given = 0;
	for (size_t i = 0; i < G_N_ELEMENTS(owns); i++)
		for (size_t n = 0; n < fit->choices[i].given; n++)
			given |= 1u << owns[i].yields[n];
	return given;
}

/* The page as far as it has given way now. */
static void
give(struct fit *fit)
{
	struct cc_sheet *sheet = fit->sheet;
	const struct cc_choice *choice = fit->choices + G_N_ELEMENTS(owns);
	unsigned given = given_by_page(fit);
	for (size_t p = 0; p < sheet->count; p++) {
		struct cc_figure *panel = &sheet->panels[p];
		panel->given = given;
		for (guint i = 0; i < panel->tracks->len; i++, choice++) {
			struct cc_track *track = panel->tracks->pdata[i];
			bool goes = spare_of(fit, track) != CC_YIELD_NOTHING;
			track->dropped = goes && choice->given == choice->steps;
			track->given = choice->given;
		}
	}
}

/* What a page holds is only explained where the rows alone have room. */
static bool
fits(void *data)
{
	struct fit *fit = data;
	struct cc_sheet *sheet = fit->sheet;
	double most = sheet->in->size->max_height + 0.01;
	give(fit);
	sheet->height = cc_sheet_measure(sheet);
	if (sheet->whole == 0)
		sheet->whole = sheet->height;
	if (sheet->height > most)
		return false;
	sheet->height = cc_sheet_draw(sheet, 0, true);
	return sheet->height <= most;
}

/* Rows that went and would want other columns stay away. */
static void
hold_rows(struct fit *fit)
{
	struct cc_choice *choice = fit->choices + G_N_ELEMENTS(owns);
	for (size_t p = 0; p < fit->sheet->count; p++) {
		const struct cc_figure *panel = &fit->sheet->panels[p];
		for (guint i = 0; i < panel->tracks->len; i++, choice++) {
			const struct cc_track *track = panel->tracks->pdata[i];
			if (track->dropped && !cc_columns_hold(panel, track))
				choice->least = choice->given;
		}
	}
}

static bool
has_yielded(const struct fit *fit)
{
	for (size_t i = 0; i < fit->count; i++)
		if (fit->choices[i].given > 0)
			return true;
	return false;
}

/* It comes to an end: columns may swing for ROUNDS, from then on there are
 * fewer steps each time that may still be given (cc_choices_hold). Where none
 * are left, nothing can be chosen: the page is asked as it is. */
static bool
choose_settled(struct fit *fit)
{
	struct cc_sheet *sheet = fit->sheet;
	for (int round = 1;; round++) {
		if (!cc_choose(sheet->scene->arena, fit->choices, fit->count,
			fits, fit))
			return false;
		give(fit);
		sheet->yielded = has_yielded(fit);
		if (!cc_sheet_settle(sheet))
			return true;
		if (round <= ROUNDS)
			hold_rows(fit);
		else if (!cc_choices_hold(fit->choices, fit->count))
			return fits(fit);
	}
}

bool
cc_sheet_fit(struct cc_sheet *sheet)
{
	struct fit fit = {.sheet = sheet};
	cc_sheet_settle(sheet);
	if (cc_sheet_draw_roomy(sheet))
		return true;
	fit.kept = kept_row(sheet);
	list_choices(&fit);
	return choose_settled(&fit);
}
