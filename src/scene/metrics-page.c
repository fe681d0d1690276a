/* How the page as a whole is used: what of it is blank, how far words stand
 * from what they name. */
#include "scene/shape.h"
#include "scene/survey.h"

#include <math.h>
#include <stdlib.h>

/* So much between two rows, or at the edge of a page, is air and no blank; in
 * sizes of the smallest text, whose leading it is about two of. */
#define AIR 2.5

struct stretch {
	double top, bottom;
};

static bool
is_ground(enum cc_role role)
{
	return role == CC_ROLE_PAGE || role == CC_ROLE_PANEL ||
	       role == CC_ROLE_BAND || role == CC_ROLE_GRID ||
	       role == CC_ROLE_DIVIDE;
}

/* Grounds, the grid and lines through all rows are no content. */
static bool
is_content(const struct cc_item *item)
{
	switch (item->op) {
	case CC_OP_TEXT:
	case CC_OP_IMAGE:
		return true;
	case CC_OP_RECT:
	case CC_OP_PATH:
	case CC_OP_CIRCLE:
		return !is_ground(item->role) && item->role != CC_ROLE_STEM;
	case CC_OP_GROUP:
	case CC_OP_END:
		break;
	}
	return false;
}

static int
by_top(const void *left, const void *right)
{
	const struct stretch *a = left, *b = right;

	return (a->top > b->top) - (a->top < b->top);
}

/* Bands across the page in which nothing is, as a share of its height. */
void
cc_survey_blank(struct cc_survey *survey)
{
	const struct cc_scene *scene = survey->scene;
	const double air = AIR * survey->metrics->least_text / scene->unit;
	g_autofree struct stretch *all =
	    g_new(struct stretch, scene->count + 1);
	size_t count = 0;
	double seen = 0, blank = 0;

	for (guint i = 0; i < scene->count; i++) {
		const struct cc_item *item = cc_survey_item(survey, i);
		const struct cc_box box = cc_item_box(item);

		if (is_content(item))
			all[count++] =
			    (struct stretch){box.y, cc_box_bottom(box)};
	}
	qsort(all, count, sizeof(*all), by_top);
	all[count] = (struct stretch){scene->height, scene->height};
	for (size_t i = 0; i <= count; i++) {
		blank += fmax(all[i].top - seen - air, 0);
		seen = fmax(seen, all[i].bottom);
	}
	survey->metrics->blank = scene->height > 0 ? blank / scene->height : 0;
}

/* ---- words ---- */

static double
apart(struct cc_box a, struct cc_box b)
{
	const double x = fmax(a.x - cc_box_right(b), b.x - cc_box_right(a));
	const double y = fmax(a.y - cc_box_bottom(b), b.y - cc_box_bottom(a));

	return hypot(fmax(x, 0), fmax(y, 0));
}

/* Lines of one block are nearer to each other, in their size. */
#define LINES_APART 0.8

/* From an item of a group to the nearest other one that is text, or is none;
 * INFINITY where there is no such. */
static double
nearest(const struct cc_survey *survey, guint index, bool text, guint *which)
{
	const int group = survey->group[index];
	const struct cc_box box = cc_item_box(cc_survey_item(survey, index));
	double least = INFINITY;

	for (guint i = (guint)group + 1;
	     i < survey->scene->count && survey->group[i] >= group; i++) {
		const struct cc_item *item = cc_survey_item(survey, i);
		double far;

		if (i == index || survey->group[i] != group ||
		    item->op == CC_OP_GROUP || item->op == CC_OP_END ||
		    is_ground(item->role) || (item->op == CC_OP_TEXT) != text)
			continue;
		far = apart(box, cc_item_box(item));
		if (far < least)
			*which = i;
		least = fmin(least, far);
	}
	return least;
}

/* From words to the nearest sign, bar or stem of their fact; of a block of
 * lines the nearest one counts. Words alone name nothing there. */
static double
word_distance(const struct cc_survey *survey, guint text)
{
	const double size = cc_survey_item(survey, text)->text.size;
	guint beside = text, shape = text;
	double far = nearest(survey, text, false, &shape);

	if (nearest(survey, text, true, &beside) < LINES_APART * size)
		far = fmin(far, nearest(survey, beside, false, &shape));
	return isfinite(far) ? far : 0;
}

void
cc_survey_words(struct cc_survey *survey)
{
	struct cc_metrics *metrics = survey->metrics;

	for (guint i = 0; i < survey->texts->len; i++) {
		const guint text =
		    g_array_index(survey->texts, struct cc_survey_text, i).item;
		double far;

		if (survey->group[text] < 0)
			continue;
		far = word_distance(survey, text) * survey->scene->unit;
		if (far <= metrics->word_far)
			continue;
		metrics->word_far = far;
		metrics->far_word = text;
	}
}
