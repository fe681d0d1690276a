/* Classes of treatments in the legend: a swatch each, where two or more of them
 * are drawn. */
#include "layout/bar.h"
#include "layout/parts.h"

#include <string.h>

#define ICON 1.2     /* width of a swatch [u] */
#define TEXT_GAP 0.45 /* between it and its words [u] */

static bool
is_listed(const struct cc_class_list *list, const char *class,
    enum cc_pattern pattern)
{
	for (size_t i = 0; i < list->count; i++)
		for (size_t k = 0; k < list->item[i].count; k++)
			if (list->item[i].swatch.pattern == pattern &&
			    strcmp(list->item[i].code[k], class) == 0)
				return true;
	return false;
}

/* The entry of that look, or a new one. */
static struct cc_class_entry *
entry_of(struct cc_figure *figure, struct cc_class_list *list,
    struct cc_swatch swatch)
{
	for (size_t i = 0; i < list->count; i++)
		if (list->item[i].swatch.fill == swatch.fill &&
		    list->item[i].swatch.pattern == swatch.pattern)
			return &list->item[i];
	list->item = cc_arena_grow(
	    figure->arena, list->item, list->count, sizeof(list->item[0]));
	list->item[list->count] = (struct cc_class_entry){.swatch = swatch};
	return &list->item[list->count++];
}

static void
add_class(struct cc_figure *figure, const struct cc_term *term)
{
	struct cc_class_list *list = &figure->classes;
	struct cc_swatch swatch = cc_figure_swatch(figure, term);
	const char *class = swatch.class;
	if (!class || is_listed(list, class, swatch.pattern))
		return;
	struct cc_class_entry *entry = entry_of(figure, list, swatch);
	const char *name = cc_name(
	    figure->words, CC_IN_CLASS, NULL, class, CC_NAME_FULL);
	entry->code = cc_arena_grow(figure->arena, entry->code,
	    entry->count, sizeof(entry->code[0]));
	entry->code[entry->count++] = class;
	entry->text =
	    entry->text
		? cc_arena_join(figure->arena, entry->text,
		      cc_say(figure->words, CC_MSG_LIST_SEPARATOR), name, NULL)
		: name;
	entry->width = (ICON + TEXT_GAP) * figure->u +
	               cc_width(figure, entry->text, CC_TYPE_BODY, false);
}

void
cc_classes_gather(struct cc_figure *figure, const struct cc_figure *panel)
{
	for (guint i = 0; i < panel->tracks->len; i++) {
		const struct cc_track *track = panel->tracks->pdata[i];
		for (size_t k = 0; k < track->look_count && !track->dropped; k++)
			add_class(figure, track->look[k]);
	}
}

void
cc_class_draw(struct cc_figure *figure, const struct cc_class_entry *entry,
    double x, double y)
{
	double u = figure->u, h = 0.72 * u;
	struct cc_bar bar = {.y = y - h / 2,
	    .height = h,
	    .fill = entry->swatch.fill,
	    .ground = cc_ink(figure, CC_COLOUR_PAGE),
	    .outline = entry->swatch.pale,
	    .edge = entry->swatch.edge};
	bar.reach.earliest_start = bar.reach.latest_start = x;
	bar.reach.earliest_end = bar.reach.latest_end = x + ICON * u;
	cc_draw_bar(figure, &bar);
	cc_draw_bar_pattern(figure, &bar, &entry->swatch);
	cc_write(figure, CC_TYPE_BODY, false, CC_COLOUR_MID, CC_ANCHOR_START,
	    x + (ICON + TEXT_GAP) * u, cc_centre(figure, CC_TYPE_BODY, y),
	    entry->text);
}
