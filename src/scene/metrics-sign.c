/* Signs that a reader cannot make out: the legend lacks the entry for them, and
 * no words in their row tell what they are. */
#include "scene/shape.h"
#include "scene/telling.h"

#include <math.h>
#include <string.h>

static bool
is_line(const struct cc_item *item)
{
	return item->op == CC_OP_PATH && item->paint.fill == CC_NO_COLOUR;
}

static bool
is_dashed(const struct cc_item *item)
{
	return item->paint.dash[0] > 0;
}

/* What tells its look from any bar's, line's or area's. */
static bool
is_telling(const struct cc_item *item)
{
	switch (item->role) {
	case CC_ROLE_MARK:
		/* A stroke is a tick, or the stem of a sign. */
		return cc_item_is_shape(item) &&
		       (item->op != CC_OP_PATH || item->path.count > 2);
	case CC_ROLE_BAR:
		return is_dashed(item) ||
		       (item->op == CC_OP_PATH && !is_line(item));
	case CC_ROLE_CURVE:
		return is_dashed(item);
	case CC_ROLE_FILL:
		return item->op == CC_OP_RECT;
	case CC_ROLE_TEXT:
	case CC_ROLE_WHISKER:
		return true;
	case CC_ROLE_PAGE:
	case CC_ROLE_PANEL:
	case CC_ROLE_BAND:
	case CC_ROLE_GRID:
	case CC_ROLE_DIVIDE:
	case CC_ROLE_AXIS:
	case CC_ROLE_STEM:
	case CC_ROLE_BRACKET:
	case CC_ROLE_IMAGE:
	case CC_ROLE_GROUP:
	case CC_ROLE_COUNT:
		break;
	}
	return false;
}

/* "72 ~" and "rash ?" have the sign behind them, as 3.9 ↑* has. */
static bool
ends_in(const char *words, const char *sign)
{
	const size_t length = strlen(sign);

	for (const char *at = strstr(words, sign); at != NULL;
	     at = strstr(at + 1, sign))
		if ((at == words || at[-1] == ' ') &&
		    (at[length] == '\0' || at[length] == ' '))
			return true;
	return false;
}

/* Signs that stand for several are parted by a space. */
static bool
says_sign(const char *words, const char *signs)
{
	g_auto(GStrv) each = g_strsplit(signs, " ", -1);

	for (guint i = 0; each[i] != NULL; i++)
		if (ends_in(words, each[i]))
			return true;
	return false;
}

/* What has the colour of its ground is hollow. */
static bool
is_hollow(const struct cc_picture *picture, const struct cc_item *item)
{
	if (item->paint.fill == picture->scene->background)
		return true;
	for (guint i = 0; i < picture->end; i++) {
		const struct cc_item *panel = &picture->scene->items[i];

		if (panel->role == CC_ROLE_PANEL &&
		    panel->paint.fill == item->paint.fill)
			return true;
	}
	return false;
}

#define POINT_SEGMENTS 4 /* of a bar that goes on */

/* The profile of a dose has as many corners as it has steps. */
static bool
is_profile(const struct cc_item *item)
{
	return item->op == CC_OP_PATH && !is_line(item) &&
	       item->path.count > POINT_SEGMENTS;
}

/* Its colour is that of what it is. */
static bool
is_such_bar(const struct cc_picture *picture, const struct cc_item *item,
    const struct cc_item *sign)
{
	if (is_profile(sign))
		return is_profile(item);
	return cc_survey_same_form(item, sign) &&
	       cc_survey_same_way(item, sign) &&
	       is_dashed(item) == is_dashed(sign) &&
	       is_line(item) == is_line(sign) &&
	       (is_dashed(sign) || !is_hollow(picture, item));
}

/* A line's as well: how thick it is tells what it is. */
static bool
is_such_line(const struct cc_item *item, const struct cc_item *sign)
{
	return item->op == CC_OP_PATH && is_dashed(item) &&
	       fabs(item->paint.width - sign->paint.width) <
	           0.01 * sign->paint.width;
}

#define FADED_MOST 1.35 /* contrast with the page */

/* Into nothing: from one grade to another is no end. */
static bool
fades_out(const struct cc_picture *picture, const struct cc_item *item)
{
	const cc_colour page = picture->scene->background;

	return item->paint.fade &&
	       fmin(cc_colour_contrast(item->paint.fill, page),
		   cc_colour_contrast(item->paint.fade_to, page)) < FADED_MOST;
}

static bool
is_such_fill(const struct cc_picture *picture, const struct cc_item *item,
    const struct cc_item *sign)
{
	if (item->op != CC_OP_RECT)
		return false;
	if (sign->paint.fade)
		return fades_out(picture, item);
	return !item->paint.fade && item->paint.fill == sign->paint.fill;
}

static bool
looks_like(const struct cc_picture *picture, const struct cc_item *item,
    const struct cc_item *sign)
{
	switch (sign->role) {
	case CC_ROLE_CURVE:
		/* What has words upon it lies with the grid. */
		return (item->role == CC_ROLE_CURVE ||
			   item->role == CC_ROLE_GRID) &&
		       is_such_line(item, sign);
	case CC_ROLE_TEXT:
		return item->op == CC_OP_TEXT &&
		       says_sign(item->text.string, sign->text.string);
	case CC_ROLE_WHISKER:
		return item->role == CC_ROLE_WHISKER;
	case CC_ROLE_BAR:
		return item->role == CC_ROLE_BAR &&
		       is_such_bar(picture, item, sign);
	case CC_ROLE_FILL:
		return item->role == CC_ROLE_FILL &&
		       is_such_fill(picture, item, sign);
	case CC_ROLE_MARK:
		return item->role == CC_ROLE_MARK &&
		       cc_survey_same_sign(item, sign) &&
		       cc_survey_same_way(item, sign);
	case CC_ROLE_PAGE:
	case CC_ROLE_PANEL:
	case CC_ROLE_BAND:
	case CC_ROLE_GRID:
	case CC_ROLE_DIVIDE:
	case CC_ROLE_AXIS:
	case CC_ROLE_STEM:
	case CC_ROLE_BRACKET:
	case CC_ROLE_IMAGE:
	case CC_ROLE_GROUP:
	case CC_ROLE_COUNT:
		break;
	}
	return false;
}

/* Words of its fact say what it is. */
static bool
has_name(const struct cc_picture *picture, guint index)
{
	const int *group = picture->survey->group;
	const int own = group[index];

	for (guint i = (guint)own + 1;
	     own >= 0 && i < picture->end && group[i] >= own; i++)
		if (group[i] == own &&
		    picture->scene->items[i].op == CC_OP_TEXT)
			return true;
	return false;
}

/* Words of its row, above or below it, that are no number of a value. */
static bool
has_words_along(const struct cc_picture *picture, guint index)
{
	const struct cc_group *row = picture->row[index];
	const struct cc_box line = cc_item_box(&picture->scene->items[index]);

	for (guint i = 0; row != NULL && i < picture->end; i++) {
		const struct cc_item *item = &picture->scene->items[i];
		struct cc_point middle;

		if (item->op != CC_OP_TEXT || picture->row[i] == NULL ||
		    strpbrk(item->text.string, "0123456789~?"))
			continue;
		middle = cc_box_centre(cc_item_box(item));
		if (middle.x > line.x && middle.x < cc_box_right(line) &&
		    middle.y > row->box.y && middle.y < cc_box_bottom(row->box))
			return true;
	}
	return false;
}

static bool
has_words(
    const struct cc_picture *picture, guint index, const struct cc_item *sign)
{
	return sign->role == CC_ROLE_CURVE ? has_words_along(picture, index)
	                                   : has_name(picture, index);
}

/* Itself, or by the example of another in its row. */
static bool
is_told(
    const struct cc_picture *picture, guint index, const struct cc_item *sign)
{
	const struct cc_group *row = picture->row[index];

	for (guint i = 0; row != NULL && i < picture->end; i++)
		if (picture->row[i] == row &&
		    looks_like(picture, &picture->scene->items[i], sign) &&
		    has_words(picture, i, sign))
			return true;
	return has_words(picture, index, sign);
}

static bool
is_of_rows(const char *const *rows, const struct cc_group *row)
{
	return rows == NULL || (row != NULL && row->title != NULL &&
				   g_strv_contains(rows, row->title));
}

/* Another entry of that row has the same look. */
static bool
is_explained(
    const struct cc_picture *picture, guint index, const struct cc_item *sign)
{
	const char *const *rows = NULL;

	for (guint i = picture->end; i < picture->scene->count; i++) {
		const struct cc_item *item = &picture->scene->items[i];

		if (item->op == CC_OP_GROUP)
			rows = item->group.rows;
		else if (is_telling(item) && looks_like(picture, item, sign) &&
			 is_of_rows(rows, picture->row[index]))
			return true;
	}
	return false;
}

/* Grounds and lines may be of no fact: what else is of none, as the names of
 * rows, is no sign. */
static bool
can_be(
    const struct cc_picture *picture, guint index, const struct cc_item *sign)
{
	return picture->survey->group[index] >= 0 ||
	       sign->role == CC_ROLE_CURVE ||
	       (sign->role == CC_ROLE_FILL && !sign->paint.fade);
}

/* The items of an entry's group but the last, its words, are that icon. */
static bool
is_icon(
    const struct cc_scene *scene, guint group, const struct cc_missing *missing)
{
	for (size_t i = 0; i < missing->count; i++) {
		const guint at = group + 1 + (guint)i;

		if (at >= scene->count ||
		    !cc_survey_same_sign(&scene->items[at], &missing->sign[i]))
			return false;
	}
	return missing->count > 0;
}

/* Another entry of that row has the same icon. */
static bool
has_icon(const struct cc_picture *picture, guint index,
    const struct cc_missing *missing)
{
	const struct cc_scene *scene = picture->scene;

	for (guint i = picture->end; i < scene->count; i++)
		if (scene->items[i].op == CC_OP_GROUP &&
		    scene->items[i].group.kind == CC_GROUP_ENTRY &&
		    is_icon(scene, i, missing) &&
		    is_of_rows(scene->items[i].group.rows, picture->row[index]))
			return true;
	return false;
}

/* The same of a look that is no single shape's. */
static guint
find_unseen(const struct cc_picture *picture, const struct cc_missing *missing)
{
	guint i = 0;

	for (; i < picture->end; i++)
		if (cc_telling_is(picture, missing, i) &&
		    is_of_rows(missing->rows, picture->row[i]) &&
		    !cc_telling_told(picture, missing, i) &&
		    !has_icon(picture, i, missing))
			break;
	return i;
}

/* Where the sign is in the picture, and nothing tells what it is; the end:
 * nowhere. */
static guint
find_unsaid(const struct cc_picture *picture, const struct cc_missing *missing,
    const struct cc_item *sign)
{
	guint i = 0;

	for (; i < picture->end; i++)
		if (can_be(picture, i, sign) &&
		    looks_like(picture, &picture->scene->items[i], sign) &&
		    is_of_rows(missing->rows, picture->row[i]) &&
		    !(missing->worded && is_told(picture, i, sign)) &&
		    !is_explained(picture, i, sign))
			break;
	return i;
}

/* What tells its look, where a shape does: the last of its shapes, which is
 * what a hollow sign has in it, or its letters. NULL: nothing that is looked
 * for, as a digit, or how thick a line is behind a dot. */
static const struct cc_item *
find_sign(const struct cc_missing *missing)
{
	const struct cc_item *sign = NULL;

	for (size_t i = 0; i < missing->count; i++) {
		const struct cc_item *item = &missing->sign[i];

		if (item->role == CC_ROLE_CURVE && !is_dashed(item))
			return NULL;
		if (is_telling(item) &&
		    (sign == NULL || item->op != CC_OP_TEXT))
			sign = item;
	}
	if (sign != NULL && sign->op == CC_OP_TEXT &&
	    g_ascii_isdigit(sign->text.string[0]))
		return NULL;
	return sign;
}

/* The rows in the list of items, in one panel or several. */
static const struct cc_group *
row_at(const struct cc_picture *picture, struct cc_box box)
{
	const struct cc_point at = cc_box_centre(box);

	for (guint i = 0; i < picture->end; i++) {
		const struct cc_item *item = &picture->scene->items[i];

		if (item->op == CC_OP_GROUP &&
		    item->group.kind == CC_GROUP_ROW &&
		    at.y >= item->group.box.y &&
		    at.y < cc_box_bottom(item->group.box))
			return &item->group;
	}
	return NULL;
}

/* Of each item; dashes that lie with the grid are of the row at their height.
 */
static void
find_rows(struct cc_picture *picture)
{
	const struct cc_group *row = NULL;
	int depth = 0, inside = 0; /* at which depth the row is */

	for (guint i = 0; i < picture->end; i++) {
		const struct cc_item *item = &picture->scene->items[i];
		const bool group = item->op == CC_OP_GROUP;

		picture->row[i] = item->role == CC_ROLE_GRID && is_dashed(item)
		                      ? row_at(picture, cc_item_box(item))
		                      : row;
		depth += group;
		if (group && item->group.kind == CC_GROUP_ROW) {
			row = &item->group;
			inside = depth;
		} else if (item->op == CC_OP_END && depth-- == inside) {
			row = NULL;
		}
	}
}

static guint
find_fault(const struct cc_picture *picture, const struct cc_missing *missing)
{
	const struct cc_item *sign;

	if (missing->tells != CC_TELLS_SHAPE)
		return find_unseen(picture, missing);
	sign = find_sign(missing);
	return sign != NULL ? find_unsaid(picture, missing, sign)
	                    : picture->end;
}

/* Where the legend begins. */
static guint
find_end(const struct cc_scene *scene)
{
	guint i = 0;

	while (i < scene->count &&
	       (scene->items[i].op != CC_OP_GROUP ||
		   scene->items[i].group.kind != CC_GROUP_LEGEND))
		i++;
	return i;
}

void
cc_survey_signs(struct cc_survey *survey)
{
	const struct cc_scene *scene = survey->scene;
	struct cc_picture picture = {.survey = survey,
	    .scene = scene,
	    .end = find_end(scene),
	    .row = g_new0(const struct cc_group *, scene->count)};

	find_rows(&picture);
	for (size_t i = 0; i < scene->missing_count; i++) {
		const guint at = find_fault(&picture, &scene->missing[i]);

		if (at < picture.end)
			cc_survey_fault(survey, CC_FAULT_SIGN_NONE, at, at,
			    cc_item_box(cc_survey_item(survey, at)));
	}
	g_free(picture.row);
}
