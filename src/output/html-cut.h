/* A figure cut at the edges of its rows, so that a row can be hidden and what
 * is below moves up, without a new layout. */
#ifndef CC_OUTPUT_HTML_CUT_H
#define CC_OUTPUT_HTML_CUT_H

#include "scene/scene.h"

/* Fills `cut`, which is initialised, with the same picture but for the page's
 * title, which a document says itself; returns where the rest begins. Each
 * group that lies below others (rows, axes, legend) has in its box the stretch
 * of the page that is its own, from the end of the one above. Lines of the
 * backdrop are cut there, and their pieces are in groups with the boxes of the
 * rows they run through; bands and grounds that span rows stay whole, outside
 * of such groups: whoever hides a row makes them as much lower. */
double cc_html_cut(struct cc_scene *cut, const struct cc_scene *scene);

/* Whether a group is that of a row's marks, in a scene that was cut. */
static inline bool
cc_html_is_row(const struct cc_item *item)
{
	return item->op == CC_OP_GROUP && item->group.kind == CC_GROUP_ROW &&
	       item->group.id != NULL;
}

#endif
