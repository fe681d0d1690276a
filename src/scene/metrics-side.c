/* Lines that part time, and on which side of them words stand. */
#include "scene/shape.h"
#include "scene/survey.h"

#include <math.h>

/* A side has room where this is left beside the words, in their size. */
#define AIR 1.2

struct columns {
	double left, right;
};

static void
widen(struct columns *columns, struct cc_box box)
{
	columns->left = fmin(columns->left, box.x);
	columns->right = fmax(columns->right, cc_box_right(box));
}

static bool
is_beside(struct cc_box box, struct cc_box words)
{
	return box.y < cc_box_bottom(words) && cc_box_bottom(box) > words.y;
}

/* What the words name, and the words, as far as they are of one height. False
 * where they do not stand beside it: on it, as numbers of a day, or at a curve,
 * which has its own places. */
static bool
find_own(const struct cc_survey *survey, const struct cc_survey_text *text,
    struct columns *mark, struct columns *words)
{
	const int group = survey->group[text->item];

	*mark = *words = (struct columns){INFINITY, -INFINITY};
	for (guint i = (guint)group + 1;
	     i < survey->scene->count && survey->group[i] >= group; i++) {
		const struct cc_item *item = cc_survey_item(survey, i);
		const struct cc_box box = cc_item_box(item);

		if (survey->group[i] != group || !is_beside(box, text->ink))
			continue;
		if (item->role == CC_ROLE_CURVE)
			return false;
		if (item->op == CC_OP_TEXT)
			widen(words, box);
		else if (cc_item_is_shape(item))
			widen(mark, box);
	}
	if (mark->left > mark->right)
		return false;
	return mark->left > text->ink.x ||
	       mark->right < cc_box_right(text->ink);
}

/* The columns of all axes, with what stands between the lines about it. */
static struct columns
find_sides(const struct cc_survey *survey, const struct columns *mark,
    struct cc_box words)
{
	struct columns sides = {INFINITY, -INFINITY};

	for (guint i = 0; i < survey->scene->count; i++) {
		const struct cc_item *item = cc_survey_item(survey, i);

		if (item->role == CC_ROLE_AXIS && item->op == CC_OP_PATH)
			widen(&sides, cc_item_box(item));
	}
	for (guint i = 0; i < survey->scene->count; i++) {
		const struct cc_item *item = cc_survey_item(survey, i);
		const struct cc_box box = cc_item_box(item);
		const double x = cc_box_centre(box).x;

		if (item->role != CC_ROLE_DIVIDE || !is_beside(box, words))
			continue;
		if (x <= mark->left)
			sides.left = fmax(sides.left, x);
		else if (x >= mark->right)
			sides.right = fmin(sides.right, x);
	}
	return sides;
}

bool
cc_survey_has_side(
    const struct cc_survey *survey, const struct cc_survey_text *text)
{
	const double air = AIR * cc_survey_item(survey, text->item)->text.size;
	struct columns mark, words, sides;

	if (survey->group[text->item] < 0 ||
	    !find_own(survey, text, &mark, &words))
		return false;
	sides = find_sides(survey, &mark, text->ink);
	return fmax(mark.left - sides.left, sides.right - mark.right) >=
	       words.right - words.left + air;
}
