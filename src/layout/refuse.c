/* A page that has no room for what never gives way is refused, with how much is
 * lacking and with what would help. That is not guessed: each way is gone
 * before it is named. */
#include "base/number.h"
#include "layout/sheet.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* A course of more facts than this is not tried in several ways. */
#define FACTS_MOST 1000

/* Lays out otherwise. What that says nobody hears; `rest`: rows may go on, and
 * those do; NULL: none may. Nothing of it stays. */
static bool
try_fit(
    struct cc_sheet *sheet, const struct cc_layout_input *input, GArray *rest)
{
	const struct cc_sheet own = *sheet;
	struct cc_diags deaf = CC_DIAGS_DEAF;
	int fold = input->options.fold;
	cc_sheet_close(sheet);
	sheet->in = input;
	sheet->diags = &deaf;
	sheet->goes_on = rest != NULL;
	bool fits =
	    cc_sheet_open(sheet, (size_t)CLAMP(fold, 1, CC_FOLD_MOST)) &&
	    cc_sheet_fit(sheet);
	if (fits && rest)
		cc_sheet_hand_on(sheet, rest);
	cc_sheet_close(sheet);
	sheet->in = own.in;
	sheet->diags = own.diags;
	sheet->goes_on = own.goes_on;
	return fits;
}

/* ---- without rows ---- */

struct part { /* of what is on the page, a mark's */
	const struct cc_mark *mark;
	double height; /* [unit] */
};

static double
height_of(const struct cc_sheet *sheet, const char *mark)
{
	double height = 0;
	for (size_t p = 0; p < sheet->count; p++) {
		const GPtrArray *tracks = sheet->panels[p].tracks;
		for (guint i = 0; i < tracks->len; i++) {
			const struct cc_track *track = tracks->pdata[i];
			if (!track->dropped && g_str_equal(track->mark->name, mark))
				height += track->height;
		}
	}
	return height;
}

static int
by_height(const void *a, const void *b)
{
	const struct part *x = a, *y = b;
	return (x->height < y->height) - (x->height > y->height);
}

/* What a figure can do without, the highest first. */
static GArray *
find_parts(const struct cc_sheet *sheet)
{
	GArray *parts = g_array_new(FALSE, FALSE, sizeof(struct part));
	for (size_t m = 0; sheet->in->marks[m]; m++) {
		const struct cc_mark *mark = sheet->in->marks[m];
		const struct part part = {mark, height_of(sheet, mark->name)};
		if (!mark->always && !mark->subject && part.height > 0)
			g_array_append_val(parts, part);
	}
	g_array_sort(parts, by_height);
	return parts;
}

/* The words of --tracks as they are now; false where panels have their own. */
static bool
words_now(const struct cc_sheet *sheet, GString *words)
{
	const struct cc_track_choice *choice = &sheet->panels[0].choice;
	for (size_t p = 1; p < sheet->count; p++)
		if (sheet->panels[p].options != sheet->panels[0].options)
			return sheet->in->options.tracks != NULL;
	for (size_t i = 0; i < choice->count; i++)
		g_string_append_printf(
		    words, "%s%s", i > 0 ? " " : "", choice->word[i]);
	return true;
}

/* Without as few of them as makes it fit; NULL: that does not. */
static const char *
without_rows(struct cc_sheet *sheet)
{
	struct cc_layout_input input = *sheet->in;
	g_autoptr(GString) words = g_string_new(NULL);
	if (!words_now(sheet, words))
		return NULL;
	g_autoptr(GArray) parts = find_parts(sheet);
	double height = 0;
	for (guint i = 0; i < parts->len; i++) {
		const struct part *part = &g_array_index(parts, struct part, i);
		g_string_append_printf(words, "%s-%s",
		    words->len > 0 ? " " : "", part->mark->name);
		height += part->height;
		input.options.tracks = words->str;
		if (!try_fit(sheet, &input, NULL))
			continue;
		const char *quote = strchr(words->str, ' ') ? "\"" : "";
		return cc_arena_printf(sheet->scene->arena,
		    ", or leave out rows (--tracks=%s%s%s: %d mm)", quote,
		    words->str, quote, (int)cc_sheet_printed(sheet, height));
	}
	return NULL;
}

/* ---- on pages ---- */

static bool
fits_on_pages(struct cc_sheet *sheet)
{
	struct cc_layout_input input = *sheet->in;
	g_autoptr(GArray) rest =
	    g_array_new(FALSE, FALSE, sizeof(struct cc_layout_left));
	for (size_t page = 1; page == 1 || rest->len > 0; page++) {
		g_autoptr(GArray) own = g_array_copy(rest);
		input.options.share = (struct cc_layout_share){.page = page,
		    .pages = page + 1,
		    .left = page > 1 ? (const struct cc_layout_left *)own->data
				     : NULL,
		    .left_count = own->len};
		g_array_set_size(rest, 0);
		if (!try_fit(sheet, &input, rest))
			return false;
	}
	return true;
}

/* NULL: it is on pages already, or that does not help. */
static const char *
on_pages(struct cc_sheet *sheet, bool alone)
{
	if (!alone || sheet->goes_on || !fits_on_pages(sheet))
		return NULL;
	return ", or several pages (-f pdf --continue yes)";
}

/* ---- on a higher page ---- */

/* Rows that have room make the legend higher: it is asked for more until all of
 * it has room, or for so often. */
#define HIGHER_MOST 8
#define HIGHER_BY 1.01

static double
height_needed(struct cc_sheet *sheet, double needed)
{
	struct cc_layout_input input = *sheet->in;
	struct cc_size higher = *input.size;
	input.size = &higher;
	for (int i = 0; i < HIGHER_MOST; i++) {
		needed = ceil(cc_sheet_printed(sheet, needed)) /
		         cc_sheet_printed(sheet, 1);
		higher.height = higher.max_height = needed;
		if (try_fit(sheet, &input, NULL))
			break;
		needed = fmax(sheet->height, needed * HIGHER_BY);
	}
	return needed;
}

/* ---- the refusal ---- */

void
cc_sheet_refuse(struct cc_sheet *sheet)
{
	const struct cc_size *size = sheet->in->size;
	const bool alone = sheet->count == 1;
	const bool tried = sheet->in->course->fact_count <= FACTS_MOST;
	const double first = sheet->height;
	const char *without = tried ? without_rows(sheet) : NULL;
	const char *pages = tried ? on_pages(sheet, alone) : NULL;
	const double needed = tried ? height_needed(sheet, first) : first;
	g_autoptr(GString) least = g_string_new(NULL);
	cc_number_append(least, size->type[CC_TYPE_LEAST] * size->unit, 1);
	cc_diag(sheet->diags, CC_E410, sheet->in->course->pos, size->name,
	    (int)ceil(cc_sheet_printed(sheet, needed)), least->str,
	    (int)cc_sheet_printed(sheet, size->max_height),
	    cc_arena_join(sheet->scene->arena, ": take a higher size",
		without ? without : "", pages ? pages : "", NULL));
}
