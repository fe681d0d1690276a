/* What the files of pictures share: image.c collects and measures,
 * image-place.c works out the numbers, image-draw.c draws. */
#ifndef CC_MARK_IMAGE_H
#define CC_MARK_IMAGE_H

#include "layout/mark.h"

#define CC_CAPTION_MOST 3       /* lines of a caption, its date not counted */
#define CC_CAPTION_LEADING 1.12 /* [u] */
#define CC_CAPTION_GAP 0.35     /* to its picture [u] */

/* A picture with its caption below. */
struct cc_shot {
	const struct cc_plate *plate;
	const char *caption, *date; /* the date "" where nobody tells one */
	double aspect;              /* width by height */
	bool timed;                 /* it has a place on the axis */
	struct cc_reach reach;
	/* In its place [unit]. */
	double left;          /* of the picture and of its cell */
	double width, height; /* of the picture */
	double cell;          /* width of that and of its caption */
};

/* Those that stand beside each other; all of them have a letter, or none. */
struct cc_shots {
	struct cc_shot *item;
	size_t count;
	bool lettered;
	bool led;    /* lines lead to the axis: no row lies between */
	bool beside; /* captions stand beside pictures, else below them */
	/* Widths of the page, of a caption at least, and of what lies between
	 * two and between a picture and a caption beside it [unit]. */
	double room, caption, air, gap;
	double least, most; /* height of pictures [unit] */
	int lines;          /* of the longest caption below */
};

static inline bool
cc_shot_has_letter(const struct cc_shot *shot)
{
	return shot->plate->of.image->panel != NULL;
}

/* Sets width, height and cell of each for pictures of a height; the sum of the
 * cells with the air between them. */
double cc_shots_size(struct cc_shots *row, double height);

/* The greatest height, up to `most`, at which they stand beside each other. */
double cc_shots_fit(struct cc_shots *row, double most);

/* How many of those at hand a row takes at a height: one at least. */
size_t cc_shots_take(const struct cc_shots *all, double height);

/* Gives each its place; `at` are the wanted middles of the pictures. */
void cc_shots_place(struct cc_arena *arena, struct cc_shots *row, double left,
    const double *at);

/* Where the line from the axis at x meets a picture's upper edge. */
double cc_shot_foot(const struct cc_shot *shot, double x);

/* Height above the pictures, of their letters or of the lines' way [unit]. */
double cc_shots_above(
    const struct cc_figure *figure, const struct cc_shots *row);

/* Breaks a caption into lines; returns how many. */
int cc_shot_wrap(struct cc_figure *figure, const struct cc_shots *row,
    const struct cc_shot *shot, const char *lines[CC_CAPTION_MOST]);

void cc_shots_draw(struct cc_figure *figure, const struct cc_track *track);

#endif
