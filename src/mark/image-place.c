/* Pictures beside each other. Pure numbers. */
#include "mark/image.h"

#include "place/labels.h"

#include <math.h>

/* Wider ones are lower than the others, so that they do not take the row. */
#define ASPECT_MOST 2

#define HALVINGS 24

/* A line that meets a corner seems to miss the picture. */
#define CORNER 0.12 /* of its width */

/* What just fits must fit again: sums do not come out even. */
#define SLACK 0.01 /* [unit] */

static double
cell_of(const struct cc_shots *row, const struct cc_shot *shot)
{
	return row->beside ? shot->width + row->gap + row->caption
	                   : fmax(shot->width, row->caption);
}

double
cc_shots_size(struct cc_shots *row, double height)
{
	double sum = 0;
	for (size_t i = 0; i < row->count; i++) {
		struct cc_shot *shot = &row->item[i];
		shot->width = fmin(shot->aspect, ASPECT_MOST) * height;
		shot->height = shot->width / shot->aspect;
		shot->cell = cell_of(row, shot);
		sum += shot->cell + (i > 0 ? row->air : 0);
	}
	return sum;
}

double
cc_shots_fit(struct cc_shots *row, double most)
{
	double low = 0, high = most;
	if (cc_shots_size(row, most) <= row->room)
		return most;
	for (int i = 0; i < HALVINGS; i++) {
		double middle = (low + high) / 2;
		if (cc_shots_size(row, middle) <= row->room)
			low = middle;
		else
			high = middle;
	}
	return low;
}

size_t
cc_shots_take(const struct cc_shots *all, double height)
{
	struct cc_shots row = *all;
	for (row.count = 1; row.count < all->count; row.count++) {
		if (cc_shot_has_letter(&row.item[row.count]) != row.lettered)
			break;
		row.count++;
		double width = cc_shots_size(&row, height);
		row.count--;
		if (width > row.room)
			break;
	}
	return row.count;
}

void
cc_shots_place(
    struct cc_arena *arena, struct cc_shots *row, double left, const double *at)
{
	double *width = cc_arena_new_array(arena, double, row->count);
	double *middle = cc_arena_new_array(arena, double, row->count);
	for (size_t i = 0; i < row->count; i++) {
		const struct cc_shot *shot = &row->item[i];
		width[i] = shot->cell + row->air;
		middle[i] = at[i] + (shot->cell - shot->width) / 2;
	}
	cc_labels_row(arena, left - row->air / 2,
	    left + row->room + row->air / 2 + SLACK, width, middle, row->count);
	for (size_t i = 0; i < row->count; i++)
		row->item[i].left = middle[i] - row->item[i].cell / 2;
}

double
cc_shot_foot(const struct cc_shot *shot, double x)
{
	double corner = CORNER * shot->width;
	return fmin(
	    fmax(x, shot->left + corner), shot->left + shot->width - corner);
}
