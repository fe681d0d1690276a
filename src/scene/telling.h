/* Looks that take more than one shape to make out; shared by metrics-sign.c and
 * telling.c only. */
#ifndef CC_SCENE_TELLING_H
#define CC_SCENE_TELLING_H

#include "scene/survey.h"

struct cc_picture {
	const struct cc_survey *survey;
	const struct cc_scene *scene;
	guint end; /* where its legend begins, or the count of items */
	const struct cc_group **row; /* by item: that it is in, or NULL */
};

static inline const struct cc_item *
cc_picture_item(const struct cc_picture *picture, guint index)
{
	return &picture->scene->items[index];
}

/* The items of the fact that one is of: the first, and the next after `from`;
 * the picture's end: there is none. */
guint cc_picture_first(const struct cc_picture *picture, guint index);
guint cc_picture_next(
    const struct cc_picture *picture, guint index, guint from);

/* Whether an item has the look of an entry that is no single shape's. */
bool cc_telling_is(const struct cc_picture *picture,
    const struct cc_missing *missing, guint index);

/* Whether words in the picture tell what that is. */
bool cc_telling_told(const struct cc_picture *picture,
    const struct cc_missing *missing, guint index);

#endif
