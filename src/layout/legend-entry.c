/* Entries of the legend: which of them are shown, how wide they are. */
#include "layout/legend-icon.h"
#include "layout/parts.h"

/* What the theme's uncertain ends look like: paler, dimmer, hatched. */
static enum cc_message
entry_message(const struct cc_figure *figure, enum cc_legend id)
{
	if (id != CC_LEGEND_PALE)
		return cc_entry_of(id)->message;
	if (cc_theme_look(figure->theme, CC_LOOK_HATCHED_ENDS) > 0 &&
	    figure->size->patterns)
		return CC_MSG_PALE_END_HATCHED;
	cc_colour page = cc_ink(figure, CC_COLOUR_PAGE);
	if (cc_ink_on(figure, page, page) == cc_ink(figure, CC_COLOUR_WHITE))
		return CC_MSG_PALE_END_DARK;
	return CC_MSG_PALE_END;
}

static const char *
entry_text(const struct cc_figure *figure, enum cc_legend id)
{
	if (id == CC_LEGEND_DEATH || id == CC_LEGEND_DEATH_UNNAMED)
		return cc_name(
		    figure->words, CC_IN_OUTCOME, NULL, "death", CC_NAME_FULL);
	if (id == CC_LEGEND_PROGRESSED)
		return cc_name(figure->words, CC_IN_CAUSE, NULL, "progression",
		    CC_NAME_FULL);
	return cc_say(figure->words, entry_message(figure, id));
}

/* Entries whose mark has words beside it have no room. */
static bool
is_short(const struct cc_figure *figure)
{
	return !figure->size->part[CC_PART_LEGEND] ||
	       cc_page_yielded(figure, CC_YIELD_LEGEND);
}

/* What another entry says with the same words, or with more: bars and signs
 * that were planned, or not done, doses and their slopes, grades of panels of
 * which one has a scale of its own, a relapse, which is a progression. */
static const enum cc_legend others[CC_LEGEND_COUNT] = {
    [CC_LEGEND_PLANNED_BAR] = CC_LEGEND_PLANNED,
    [CC_LEGEND_NOT_DONE_BAR] = CC_LEGEND_NOT_DONE,
    [CC_LEGEND_DOSE] = CC_LEGEND_DOSE_SLOPE,
    [CC_LEGEND_CTCAE_GRADE] = CC_LEGEND_GRADE,
    [CC_LEGEND_DEATH] = CC_LEGEND_DEATH_UNNAMED,
    [CC_LEGEND_RELAPSED] = CC_LEGEND_PROGRESSED,
};

uint64_t
cc_legend_bits(enum cc_legend id)
{
	uint64_t bits = (uint64_t)1 << id;
	for (enum cc_legend other = 0; other < CC_LEGEND_COUNT; other++)
		if (others[other] && others[other] == id)
			bits |= (uint64_t)1 << other;
	return bits;
}

static bool
is_said_by_other(const struct cc_figure *figure, enum cc_legend id)
{
	return others[id] && cc_legend_shows(figure, others[id]);
}

bool
cc_legend_shows(const struct cc_figure *figure, enum cc_legend id)
{
	const struct cc_entry *entry = cc_entry_of(id);
	return (figure->legend >> id & 1) &&
	       !(entry->labelled && is_short(figure)) &&
	       !is_said_by_other(figure, id);
}

#define TEXT_GAP 0.45 /* between an icon and its words [u] */

double
cc_legend_width(struct cc_figure *figure, enum cc_legend id)
{
	double *width = &figure->entry_width[id];
	if (*width == 0)
		*width = (cc_entry_of(id)->width + TEXT_GAP) * figure->u +
		         cc_width(figure, entry_text(figure, id), CC_TYPE_BODY,
			     false);
	return *width;
}

void
cc_legend_draw(struct cc_figure *figure, enum cc_legend id, double x, double y)
{
	const struct cc_entry *entry = cc_entry_of(id);
	double u = figure->u;
	cc_icon_draw(figure, entry, x, y);
	cc_write(figure, CC_TYPE_BODY, false, CC_COLOUR_MID, CC_ANCHOR_START,
	    x + (entry->width + TEXT_GAP) * u,
	    cc_centre(figure, CC_TYPE_BODY, y), entry_text(figure, id));
}
