/* Signs that are no shape of their own: a bar that is paler at its end, open,
 * or ticked, a dose that is held, a digit in its bar, a line that is thin. What
 * they are like is measured at the entry's icon, so that a theme may change it.
 */
#include "scene/telling.h"

#include "scene/shape.h"

#include <math.h>
#include <string.h>

#define SAME 0.05 /* two lengths are one [unit] */

guint
cc_picture_next(const struct cc_picture *picture, guint index, guint from)
{
	const int *group = picture->survey->group;
	const int own = group[index];

	for (guint i = from + 1;
	     own >= 0 && i < picture->end && group[i] >= own; i++)
		if (group[i] == own)
			return i;
	return picture->end;
}

guint
cc_picture_first(const struct cc_picture *picture, guint index)
{
	const int own = picture->survey->group[index];

	return own < 0 ? picture->end
	               : cc_picture_next(picture, index, (guint)own);
}

static bool
is_rect(const struct cc_item *item)
{
	return item->op == CC_OP_RECT && item->role == CC_ROLE_BAR &&
	       item->paint.fill != CC_NO_COLOUR;
}

static bool
is_stroke(const struct cc_item *item, enum cc_role role)
{
	return item->op == CC_OP_PATH && item->role == role &&
	       item->paint.fill == CC_NO_COLOUR && item->path.count >= 2;
}

/* Where a segment of a path ends. */
static struct cc_point
end_of(const struct cc_item *item, size_t segment)
{
	return item->path.segments[segment].point[0];
}

/* ---- ends of bars ---- */

static double
channel(cc_colour colour, int shift)
{
	return colour >> shift & 0xff;
}

/* How much of `fill` a paler tone has on the page. */
static double
share_of(cc_colour tone, cc_colour fill, cc_colour page)
{
	double most = 0, share = 1;

	for (int shift = 0; shift <= 16; shift += 8) {
		double room = channel(fill, shift) - channel(page, shift);

		if (fabs(room) <= fabs(most))
			continue;
		most = room;
		share = (channel(tone, shift) - channel(page, shift)) / room;
	}
	return share;
}

#define TONE_OFF 2.5 /* of 255, by rounding */

static bool
is_tone(cc_colour tone, cc_colour fill, cc_colour page, double share)
{
	for (int shift = 0; shift <= 16; shift += 8)
		if (fabs(channel(tone, shift) - channel(page, shift) -
			 share * (channel(fill, shift) -
				     channel(page, shift))) > TONE_OFF)
			return false;
	return tone != fill;
}

/* Two of one bar, side by side or one upon the other. */
static bool
is_level(const struct cc_item *a, const struct cc_item *b)
{
	return fabs(a->rect.box.y - b->rect.box.y) < SAME &&
	       fabs(a->rect.box.height - b->rect.box.height) < SAME;
}

/* Its icon begins with the whole in the paler tone, then what is certain. */
static bool
is_pale_end(const struct cc_picture *picture, const struct cc_missing *missing,
    guint index)
{
	const cc_colour page = picture->scene->background;
	const struct cc_item *item = cc_picture_item(picture, index);
	const struct cc_item *sign = missing->sign;

	if (!is_rect(item) || missing->count < 2 || !is_rect(&sign[0]) ||
	    !is_rect(&sign[1]))
		return false;
	const double share =
	    share_of(sign[0].paint.fill, sign[1].paint.fill, page);
	for (guint i = cc_picture_first(picture, index); i < picture->end;
	     i = cc_picture_next(picture, index, i)) {
		const struct cc_item *other = cc_picture_item(picture, i);

		if (is_rect(other) && is_level(item, other) &&
		    is_tone(item->paint.fill, other->paint.fill, page, share))
			return true;
	}
	return false;
}

/* A filled path of three corners: the point of a bar that goes on. */
static bool
has_point(const struct cc_picture *picture, guint index, double x)
{
	for (guint i = cc_picture_first(picture, index); i < picture->end;
	     i = cc_picture_next(picture, index, i)) {
		const struct cc_item *item = cc_picture_item(picture, i);

		if (item->op == CC_OP_PATH && item->role == CC_ROLE_BAR &&
		    item->paint.fill != CC_NO_COLOUR &&
		    cc_box_right(cc_item_box(item)) > x + SAME)
			return true;
	}
	return false;
}

/* An outline round three sides, from the right and back to it. */
static bool
is_open_end(const struct cc_picture *picture, guint index)
{
	const struct cc_item *item = cc_picture_item(picture, index);

	if (!is_stroke(item, CC_ROLE_BAR) || item->path.count < 4)
		return false;
	for (size_t i = 1; i < item->path.count; i++)
		if (item->path.segments[i].op != CC_LINE)
			return false;
	const struct cc_point from = end_of(item, 0);
	const struct cc_point to = end_of(item, item->path.count - 1);
	return fabs(from.x - to.x) < SAME && fabs(from.y - to.y) > SAME &&
	       cc_item_box(item).x < from.x - SAME &&
	       !has_point(picture, index, from.x);
}

/* ---- within bars ---- */

/* All lines of it are upright, and as long. */
static bool
is_upright(const struct cc_item *item)
{
	for (size_t i = 0; i + 1 < item->path.count; i += 2)
		if (item->path.segments[i].op != CC_MOVE ||
		    item->path.segments[i + 1].op != CC_LINE ||
		    fabs(end_of(item, i).x - end_of(item, i + 1).x) > SAME)
			return false;
	return item->path.count % 2 == 0;
}

#define TICK_MOST 0.75 /* of the bar's height */

/* Upright lines at the foot of a bar, lower than it is. */
static bool
are_ticks(const struct cc_picture *picture, guint index)
{
	const struct cc_item *item = cc_picture_item(picture, index);
	if (!is_stroke(item, CC_ROLE_BAR) || !is_upright(item))
		return false;
	const struct cc_point top = end_of(item, 0), foot = end_of(item, 1);
	for (guint i = cc_picture_first(picture, index); i < picture->end;
	     i = cc_picture_next(picture, index, i)) {
		const struct cc_item *bar = cc_picture_item(picture, i);

		if (is_rect(bar) &&
		    fabs(fmax(top.y, foot.y) - cc_box_bottom(bar->rect.box)) <
			1 &&
		    fabs(top.y - foot.y) < TICK_MOST * bar->rect.box.height)
			return true;
	}
	return false;
}

/* One level line, along the foot of a bar that is not there. */
static bool
is_gap(const struct cc_picture *picture, guint index)
{
	const struct cc_item *item = cc_picture_item(picture, index);

	return is_stroke(item, CC_ROLE_BAR) && item->path.count == 2 &&
	       fabs(end_of(item, 0).y - end_of(item, 1).y) < SAME;
}

/* One line from corner to corner. */
static bool
is_slash(const struct cc_picture *picture, guint index)
{
	const struct cc_item *item = cc_picture_item(picture, index);

	return is_stroke(item, CC_ROLE_BAR) && item->path.count == 2 &&
	       fabs(end_of(item, 0).x - end_of(item, 1).x) > SAME &&
	       fabs(end_of(item, 0).y - end_of(item, 1).y) > SAME;
}

/* One upright line, as high as a dashed bar. */
static bool
is_edge(const struct cc_picture *picture, guint index)
{
	const struct cc_item *item = cc_picture_item(picture, index);
	if (!is_stroke(item, CC_ROLE_BAR) || item->path.count != 2 ||
	    !is_upright(item))
		return false;
	const double height = fabs(end_of(item, 0).y - end_of(item, 1).y);
	for (guint i = cc_picture_first(picture, index); i < picture->end;
	     i = cc_picture_next(picture, index, i)) {
		const struct cc_item *bar = cc_picture_item(picture, i);

		if (is_rect(bar) && bar->paint.dash[0] > 0 &&
		    height >= bar->rect.box.height - SAME)
			return true;
	}
	return false;
}

/* A grade in its bar, or in its box. */
static bool
is_digit(const struct cc_picture *picture, guint index)
{
	const struct cc_item *item = cc_picture_item(picture, index);
	if (item->op != CC_OP_TEXT || !g_ascii_isdigit(item->text.string[0]) ||
	    item->text.string[1] != '\0')
		return false;
	const struct cc_point at = cc_box_centre(cc_item_box(item));
	for (guint i = cc_picture_first(picture, index); i < picture->end;
	     i = cc_picture_next(picture, index, i)) {
		const struct cc_item *bar = cc_picture_item(picture, i);

		if (bar->role == CC_ROLE_BAR && cc_item_is_shape(bar) &&
		    cc_box_overlap(cc_item_box(bar),
			(struct cc_box){at.x, at.y, SAME, SAME}))
			return true;
	}
	return false;
}

/* ---- responses ---- */

static const struct cc_item *
line_of(const struct cc_missing *missing)
{
	for (size_t i = 0; i < missing->count; i++)
		if (is_stroke(&missing->sign[i], CC_ROLE_CURVE))
			return &missing->sign[i];
	return NULL;
}

/* How thick it is tells. */
static bool
is_thin_line(const struct cc_picture *picture, const struct cc_missing *missing,
    guint index)
{
	const struct cc_item *item = cc_picture_item(picture, index);
	const struct cc_item *sign = line_of(missing);

	return sign != NULL && is_stroke(item, CC_ROLE_CURVE) &&
	       item->paint.dash[0] == 0 &&
	       fabs(item->paint.width - sign->paint.width) <
	           0.01 * sign->paint.width;
}

#define LOW_OFF 0.05 /* of the share of the height */

/* Lower than its head, by as much as the icon's. */
static bool
is_low_bar(const struct cc_picture *picture, const struct cc_missing *missing,
    guint index)
{
	const struct cc_item *item = cc_picture_item(picture, index);
	const struct cc_item *sign = missing->sign;
	if (!is_rect(item) || missing->count < 2 || !is_rect(&sign[0]) ||
	    !is_rect(&sign[1]))
		return false;
	const double share = sign[1].rect.box.height / sign[0].rect.box.height;
	for (guint i = cc_picture_first(picture, index); i < picture->end;
	     i = cc_picture_next(picture, index, i)) {
		const struct cc_item *head = cc_picture_item(picture, i);

		if (is_rect(head) && head->paint.fill == item->paint.fill &&
		    fabs(item->rect.box.height / head->rect.box.height -
			 share) < LOW_OFF)
			return true;
	}
	return false;
}

static bool
is_filled_so(const struct cc_item *item, const struct cc_missing *missing)
{
	return is_rect(item) && missing->count > 0 &&
	       item->paint.fill == missing->sign[0].paint.fill;
}

/* ---- the axis ---- */

#define STEPS_NEAR 4 /* widths of a slash */

/* Behind it is the ground of what has no date. */
static bool
is_before_steps(const struct cc_picture *picture, double right, double width)
{
	for (guint i = 0; i < picture->end; i++) {
		const struct cc_item *item = cc_picture_item(picture, i);

		if (item->role == CC_ROLE_PANEL && item->op == CC_OP_RECT &&
		    item->rect.box.x > right - STEPS_NEAR * width &&
		    item->rect.box.x < right + STEPS_NEAR * width)
			return true;
	}
	return false;
}

/* Slashes upon the axis. */
static bool
is_cut(const struct cc_picture *picture, guint index)
{
	const struct cc_item *item = cc_picture_item(picture, index);

	for (size_t i = 0;
	     is_stroke(item, CC_ROLE_AXIS) && i + 1 < item->path.count;
	     i += 2) {
		const struct cc_point from = end_of(item, i);
		const struct cc_point to = end_of(item, i + 1);

		if (fabs(from.x - to.x) > SAME && fabs(from.y - to.y) > SAME &&
		    !is_before_steps(picture, to.x, fabs(to.x - from.x)))
			return true;
	}
	return false;
}

bool
cc_telling_is(const struct cc_picture *picture,
    const struct cc_missing *missing, guint index)
{
	const struct cc_item *item = cc_picture_item(picture, index);

	switch (missing->tells) {
	case CC_TELLS_PALE_END:
		return is_pale_end(picture, missing, index);
	case CC_TELLS_OPEN_END:
		return is_open_end(picture, index);
	case CC_TELLS_TICKS:
		return are_ticks(picture, index);
	case CC_TELLS_GAP:
		return is_gap(picture, index);
	case CC_TELLS_SLASH:
		return is_slash(picture, index);
	case CC_TELLS_EDGE:
		return is_edge(picture, index);
	case CC_TELLS_DIGIT:
		return is_digit(picture, index);
	case CC_TELLS_THIN_LINE:
		return is_thin_line(picture, missing, index);
	case CC_TELLS_LOW_BAR:
		return is_low_bar(picture, missing, index);
	case CC_TELLS_FILL:
		return is_filled_so(item, missing);
	case CC_TELLS_CUT:
		return is_cut(picture, index);
	case CC_TELLS_SHAPE:
		break;
	}
	return false;
}
