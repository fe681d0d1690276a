/* Words in the picture that tell what a look is, for which the legend may lack
 * its entry. */
#include "scene/telling.h"

#include <math.h>
#include <string.h>

#define SAME 0.05 /* two lengths are one [unit] */

/* What stands below the name of a row, whose lines part anywhere. */
static bool
row_says(const struct cc_picture *picture, const struct cc_group *row,
    const char *words)
{
	g_autoptr(GString) said = g_string_new(NULL);

	for (guint i = 0; i < picture->end; i++)
		if (picture->row[i] == row && picture->survey->group[i] < 0 &&
		    cc_picture_item(picture, i)->op == CC_OP_TEXT)
			g_string_append(
			    said, cc_picture_item(picture, i)->text.string);
	g_auto(GStrv) parts = g_strsplit(words, " ", -1);
	g_autofree char *whole = g_strjoinv("", parts);
	g_auto(GStrv) said_parts = g_strsplit(said->str, " ", -1);
	g_autofree char *said_whole = g_strjoinv("", said_parts);
	return strstr(said_whole, whole) != NULL;
}

/* A number has the words of any entry of its look. */
static bool
is_said_below(const struct cc_picture *picture, guint index)
{
	const struct cc_scene *scene = picture->scene;

	for (size_t i = 0; i < scene->missing_count; i++)
		if (scene->missing[i].tells == CC_TELLS_DIGIT &&
		    row_says(
			picture, picture->row[index], scene->missing[i].words))
			return true;
	return false;
}

/* A band or a whisker tells that something was on a day within; a pill may hide
 * that. */
static bool
tells_doubt(const struct cc_picture *picture, guint index, guint of)
{
	const struct cc_item *item = cc_picture_item(picture, index);

	if (item->role == CC_ROLE_BAND)
		return true;
	return picture->row[index] == picture->row[of] &&
	       (item->role == CC_ROLE_WHISKER ||
		   (item->role == CC_ROLE_MARK && item->op == CC_OP_RECT &&
		       item->rect.radius > 0));
}

/* Along all of it: it may have ended there. */
static bool
is_unsure_there(const struct cc_picture *picture, guint index)
{
	const struct cc_box line = cc_item_box(cc_picture_item(picture, index));
	const double pen = line.height;

	for (guint i = 0; i < picture->end; i++) {
		const struct cc_box box =
		    cc_item_box(cc_picture_item(picture, i));

		if (tells_doubt(picture, i, index) && box.x <= line.x + pen &&
		    cc_box_right(box) >= cc_box_right(line) - pen)
			return true;
	}
	return false;
}

/* What a response is called is bold. */
static bool
has_words_on(const struct cc_picture *picture, guint index)
{
	const struct cc_box line = cc_item_box(cc_picture_item(picture, index));

	for (guint i = cc_picture_first(picture, index); i < picture->end;
	     i = cc_picture_next(picture, index, i)) {
		const struct cc_item *item = cc_picture_item(picture, i);
		const struct cc_box box = cc_item_box(item);

		if (item->op == CC_OP_TEXT && !item->text.bold &&
		    box.x > line.x && box.x < cc_box_right(line))
			return true;
	}
	return false;
}

/* Words along one tell what the others of its row are. */
static bool
is_told_along(const struct cc_picture *picture,
    const struct cc_missing *missing, guint index)
{
	for (guint i = 0; i < picture->end; i++)
		if (picture->row[i] == picture->row[index] &&
		    cc_telling_is(picture, missing, i) &&
		    has_words_on(picture, i))
			return true;
	return is_unsure_there(picture, index);
}

/* The second group of a fact is called f12-2. */
static bool
is_fact(const struct cc_item *group, const char *id, size_t length)
{
	return group->op == CC_OP_GROUP && group->group.id != NULL &&
	       strncmp(group->group.id, id, length) == 0 &&
	       (group->group.id[length] == '\0' ||
		   group->group.id[length] == '-');
}

/* Its fact is named, in its row or in a callout. */
static bool
has_words(const struct cc_picture *picture, guint index)
{
	const int *group = picture->survey->group;
	const char *id =
	    group[index] >= 0
		? cc_picture_item(picture, (guint)group[index])->group.id
		: NULL;

	for (guint i = 0; id != NULL && i < picture->end; i++)
		if (cc_picture_item(picture, i)->op == CC_OP_TEXT &&
		    group[i] >= 0 &&
		    is_fact(cc_picture_item(picture, (guint)group[i]), id,
			strcspn(id, "-")))
			return true;
	return false;
}

/* Itself, or another of its row that looks like it. */
static bool
is_named_alike(const struct cc_picture *picture,
    const struct cc_missing *missing, guint index)
{
	for (guint i = 0; i < picture->end; i++)
		if (picture->row[i] == picture->row[index] &&
		    cc_telling_is(picture, missing, i) && has_words(picture, i))
			return true;
	return false;
}

bool
cc_telling_told(const struct cc_picture *picture,
    const struct cc_missing *missing, guint index)
{
	switch (missing->tells) {
	case CC_TELLS_DIGIT:
		return is_said_below(picture, index);
	case CC_TELLS_THIN_LINE:
		return is_told_along(picture, missing, index);
	case CC_TELLS_FILL:
		return is_named_alike(picture, missing, index);
	case CC_TELLS_PALE_END:
	case CC_TELLS_OPEN_END:
	case CC_TELLS_TICKS:
	case CC_TELLS_GAP:
	case CC_TELLS_SLASH:
	case CC_TELLS_EDGE:
	case CC_TELLS_LOW_BAR:
	case CC_TELLS_CUT:
	case CC_TELLS_SHAPE:
		break;
	}
	return false;
}
