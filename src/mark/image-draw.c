/* Pictures, their captions, and the lines to their time on the axis. */
#include "mark/image.h"

#include "picture/picture.h"

#include <math.h>

#define DOT 0.2       /* radius, on the axis [u] */
#define TURN 0.4      /* of a line, below the words of the axis [u] */
#define BASELINE 0.85 /* of a line of words, below its upper edge [u] */

static struct cc_box
picture_box(const struct cc_figure *figure, const struct cc_track *track,
    const struct cc_shot *shot)
{
	const struct cc_shots *row = track->data;
	return (struct cc_box){shot->left,
	    track->box.y + cc_shots_above(figure, row), shot->width,
	    shot->height};
}

/* Greys alone are greys alone in pictures, too. */
static const struct cc_picture *
shown(struct cc_figure *figure, const struct cc_shot *shot)
{
	const struct cc_picture *picture = shot->plate->of.image->picture;
	const struct cc_picture *grey = NULL;
	if (!figure->fore->muted && cc_theme_is_grey(figure->theme))
		grey = cc_picture_in_greys(figure->arena, picture);
	return grey ? grey : picture;
}

/* A pale ground of its own would have no edge on the page. */
static void
draw_picture(struct cc_figure *figure, const struct cc_shot *shot,
    struct cc_box box, const char *told)
{
	const struct cc_picture *picture = shown(figure, shot);
	cc_paint_image(
	    figure->fore, box, picture->bytes, picture->length, told);
	cc_paint_rect(figure->fore, CC_ROLE_IMAGE, box, 0,
	    cc_pen(cc_ink(figure, CC_COLOUR_BRACKET),
		figure->size->stroke[CC_STROKE_HAIRLINE]));
}

static void
draw_caption(struct cc_figure *figure, const struct cc_shots *row,
    const struct cc_shot *shot, struct cc_box box)
{
	const char *lines[CC_CAPTION_MOST];
	int count = cc_shot_wrap(figure, row, shot, lines);
	double u = figure->u, x = box.x, y = box.y + BASELINE * u;
	if (row->beside)
		x += box.width + row->gap;
	else
		y += box.height + CC_CAPTION_GAP * u;
	for (int i = 0; i < count; i++, y += CC_CAPTION_LEADING * u)
		cc_write(figure, CC_TYPE_BODY, false, CC_COLOUR_INK,
		    CC_ANCHOR_START, x, y, lines[i]);
	if (*shot->date != '\0')
		cc_write(figure, CC_TYPE_BODY, false, CC_COLOUR_MID,
		    CC_ANCHOR_START, x, y,
		    cc_shorten(figure, shot->date, CC_TYPE_BODY, false,
			row->beside ? row->caption : shot->cell));
}

/* On the axis: a dot on its day, or all the time in which it may lie. */
static void
draw_time(struct cc_figure *figure, const struct cc_shot *shot)
{
	double y = cc_box_bottom(figure->plot), r = DOT * figure->u;
	double left = fmax(shot->reach.earliest_start, figure->plot.x);
	double right = fmin(shot->reach.latest_end, cc_box_right(figure->page));
	cc_colour ink = cc_ink(figure, CC_COLOUR_INK);
	if (right - left > 2 * r)
		cc_paint_rect(figure->fore, CC_ROLE_MARK,
		    (struct cc_box){left, y - r / 2, right - left, r}, r / 2,
		    cc_brush(ink));
	else
		cc_paint_circle(figure->fore, CC_ROLE_MARK,
		    (struct cc_point){shot->reach.middle, y}, r, cc_brush(ink));
}

/* Straight down past the words of the axis, then to the picture. */
static void
draw_leader(struct cc_figure *figure, const struct cc_track *track,
    const struct cc_shot *shot, double top)
{
	double x = shot->reach.middle, turn = track->box.y + TURN * figure->u;
	struct cc_paint pen = cc_pen(cc_ink(figure, CC_COLOUR_AXIS),
	    figure->size->stroke[CC_STROKE_HAIRLINE]);
	cc_drop(figure, x, turn, pen);
	cc_paint_line(figure->fore, CC_ROLE_STEM, (struct cc_point){x, turn},
	    (struct cc_point){cc_shot_foot(shot, x), top}, pen);
	draw_time(figure, shot);
}

static void
open_group(
    struct cc_figure *figure, const struct cc_shot *shot, const char *told)
{
	if (shot->plate->fact)
		cc_open_told(figure, shot->plate->fact, told);
	else
		cc_paint_group(figure->fore,
		    (struct cc_group){.kind = CC_GROUP_FACT,
			.title = told,
			.order = INT64_MAX});
}

static void
draw_shot(struct cc_figure *figure, const struct cc_track *track,
    const struct cc_shot *shot)
{
	const struct cc_shots *row = track->data;
	const char *told = cc_plate_text(figure->words, shot->plate);
	const char *letter = shot->plate->of.image->panel;
	struct cc_box box = picture_box(figure, track, shot);
	open_group(figure, shot, told);
	if (row->led && shot->timed)
		draw_leader(figure, track, shot, box.y);
	if (letter)
		cc_write(figure, CC_TYPE_NAME, true, CC_COLOUR_INK,
		    CC_ANCHOR_START, box.x, box.y - 0.35 * figure->u, letter);
	draw_picture(figure, shot, box, told);
	draw_caption(figure, row, shot, box);
	cc_paint_end(figure->fore);
}

void
cc_shots_draw(struct cc_figure *figure, const struct cc_track *track)
{
	const struct cc_shots *row = track->data;
	for (size_t i = 0; i < row->count; i++)
		draw_shot(figure, track, &row->item[i]);
}
