/* Pictures below the axis: thumbnails at their time, and larger panels by their
 * letters. A row is what stands beside each other, so that of many the last
 * may be left out. */
#include "mark/image.h"
#include "mark/marks.h"

#include "picture/picture.h"

#include <math.h>

/* Height of pictures [u]. */
#define LEAST 4.5
#define MOST 8.5
#define PANEL_LEAST 6
#define PANEL_MOST 12

#define CAPTION_LEAST 7.5 /* its width [u] */
#define AIR 0.9           /* between two [u] */
#define WAY 1.3           /* of the lines from the axis to their pictures [u] */
#define LETTER 1.3        /* above a panel [u] */

/* ---- which ---- */

/* A magnified stretch would show again what stands above it. */
static bool
is_shown(const struct cc_figure *figure, const struct cc_plate *plate)
{
	const struct cc_window *window = &figure->window;
	if (window->kind == CC_WINDOW_DETAIL)
		return false;
	if (plate->fact && cc_follow_span(figure->follow, plate->fact)->dated)
		return cc_figure_shows(figure, plate->fact);
	return window->kind == CC_WINDOW_WHOLE ||
	       window->n + 1 == window->count;
}

static struct cc_shot
shot_of(const struct cc_figure *figure, const struct cc_plate *plate)
{
	const struct cc_picture *picture = plate->of.image->picture;
	return (struct cc_shot){.plate = plate,
	    .caption = cc_plate_caption(figure->words, plate),
	    .date = cc_plate_date(figure->words, plate),
	    .aspect = (double)picture->width / picture->height};
}

static void
add_row(const struct cc_mark *mark, struct cc_figure *figure,
    const struct cc_shots *shots)
{
	struct cc_shots *row =
	    cc_arena_memdup(figure->arena, shots, sizeof(*shots));
	struct cc_track *track =
	    cc_figure_add_track(figure, mark, NULL, NULL, row);
	track->own_name = cc_say(figure->words, CC_MSG_HEADING_PICTURES);
	track->rule = false;
	track->spare = CC_YIELD_IMAGES;
	for (size_t i = 0; i < row->count; i++) {
		const struct cc_fact *fact = row->item[i].plate->fact;
		if (fact && fact->key == CC_KEY_YES)
			track->spare = CC_YIELD_NOTHING;
	}
}

static double
least_of(const struct cc_figure *figure, const struct cc_shots *row)
{
	return (row->lettered ? PANEL_LEAST : LEAST) * figure->u;
}

static double
most_of(const struct cc_figure *figure, const struct cc_shots *row)
{
	return (row->lettered ? PANEL_MOST : MOST) * figure->u;
}

static void
collect(const struct cc_mark *mark, struct cc_figure *figure)
{
	const struct cc_plates *plates = &figure->follow->plates;
	struct cc_shots left = {.room = figure->page.width,
	    .caption = CAPTION_LEAST * figure->u,
	    .air = AIR * figure->u,
	    .gap = CC_CAPTION_GAP * figure->u};
	left.item =
	    cc_arena_new_array(figure->arena, struct cc_shot, plates->count);
	for (size_t i = 0; i < plates->count; i++)
		if (is_shown(figure, &plates->item[i]))
			left.item[left.count++] =
			    shot_of(figure, &plates->item[i]);
	for (bool first = true; left.count > 0;) {
		struct cc_shots row = left;
		row.lettered = cc_shot_has_letter(left.item);
		row.led = first && !row.lettered;
		first = false;
		row.count = cc_shots_take(&row, least_of(figure, &row));
		add_row(mark, figure, &row);
		left.item += row.count;
		left.count -= row.count;
	}
}

/* ---- how large ---- */

double
cc_shots_above(const struct cc_figure *figure, const struct cc_shots *row)
{
	return (row->lettered ? LETTER : row->led ? WAY : 0) * figure->u;
}

/* Of captions below the pictures. */
static double
below_of(const struct cc_figure *figure, const struct cc_shots *row)
{
	return row->beside
	           ? 0
	           : (CC_CAPTION_GAP + CC_CAPTION_LEADING * row->lines) *
	                 figure->u;
}

int
cc_shot_wrap(struct cc_figure *figure, const struct cc_shots *row,
    const struct cc_shot *shot, const char *lines[CC_CAPTION_MOST])
{
	return cc_wrap(figure, shot->caption, CC_TYPE_BODY, false,
	    row->beside ? row->caption : shot->cell, CC_CAPTION_MOST, lines);
}

/* Of the longest caption in the cells as they are. */
static int
count_lines(struct cc_figure *figure, const struct cc_shots *row)
{
	const char *lines[CC_CAPTION_MOST];
	int most = 0;
	for (size_t i = 0; i < row->count; i++) {
		const struct cc_shot *shot = &row->item[i];
		int count = cc_shot_wrap(figure, row, shot, lines);
		most = MAX(most, count + (*shot->date != '\0'));
	}
	return most;
}

/* Where height is dear, captions stand beside pictures, if there is room. */
static bool
stands_beside(const struct cc_figure *figure, const struct cc_shots *row)
{
	struct cc_shots tried = *row;
	tried.beside = true;
	return cc_yielded(figure, CC_YIELD_LANES) &&
	       cc_shots_size(&tried, least_of(figure, row)) <= row->room;
}

static void
measure(struct cc_figure *figure, struct cc_track *track)
{
	struct cc_shots *row = track->data;
	row->beside = stands_beside(figure, row);
	row->most = cc_shots_fit(row, most_of(figure, row));
	row->least = fmin(row->most, least_of(figure, row));
	cc_shots_size(row, row->least);
	row->lines = count_lines(figure, row);
	double words = cc_shots_above(figure, row) + below_of(figure, row);
	track->height = row->least + words;
	track->fair = row->most + words;
}

/* ---- where ---- */

static void
find_time(struct cc_figure *figure, struct cc_shot *shot)
{
	const struct cc_plate *plate = shot->plate;
	const struct cc_fact *fact = plate->of.fact;
	bool ordered = fact && cc_follow_span(figure->follow, fact)->dated;
	/* The axis need not reach back to what was before the course. */
	shot->timed = ordered || (plate->fact && plate->when.dated);
	if (shot->timed)
		shot->reach = ordered ? cc_fact_reach(figure, fact)
		                      : cc_reach_of(figure, &plate->when);
}

/* Where the middle of each would be: panels from the left, and what has no time
 * behind what has one. */
static void
find_wanted(const struct cc_shots *row, struct cc_box box, double *at)
{
	double rest = box.x;
	for (size_t i = 0; i < row->count; i++) {
		const struct cc_shot *shot = &row->item[i];
		if (shot->timed && !row->lettered)
			rest = cc_box_right(box);
		at[i] =
		    shot->timed && !row->lettered ? shot->reach.middle : rest;
	}
}

static void
place(struct cc_figure *figure, struct cc_track *track)
{
	struct cc_shots *row = track->data;
	double *at = cc_arena_new_array(figure->arena, double, row->count);
	double height = track->box.height - cc_shots_above(figure, row) -
	                below_of(figure, row);
	cc_shots_size(row, fmin(fmax(height, row->least), row->most));
	for (size_t i = 0; i < row->count; i++)
		find_time(figure, &row->item[i]);
	find_wanted(row, track->box, at);
	cc_shots_place(figure->arena, row, track->box.x, at);
}

static void
draw(struct cc_figure *figure, struct cc_track *track)
{
	cc_shots_draw(figure, track);
}

const struct cc_mark cc_mark_image = {
    .name = "image",
    .zone = CC_ZONE_FOOT,
    .yields = {CC_YIELD_LANES},
    .collect = collect,
    .measure = measure,
    .place = place,
    .draw = draw,
};
