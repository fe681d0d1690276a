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
 * which one has a scale of its own, a relapse, which is a progression, sizes
 * that are written and others. */
static const enum cc_legend others[CC_LEGEND_COUNT] = {
    [CC_LEGEND_PLANNED_BAR] = CC_LEGEND_PLANNED,
    [CC_LEGEND_NOT_DONE_BAR] = CC_LEGEND_NOT_DONE,
    [CC_LEGEND_DOSE] = CC_LEGEND_DOSE_SLOPE,
    [CC_LEGEND_CTCAE_GRADE] = CC_LEGEND_GRADE,
    [CC_LEGEND_SIZE] = CC_LEGEND_SIZE_RING,
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
	       !(figure->in->unexplained >> id & 1) &&
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

/* A finding that has its name beside it was found, where none was not. */
static bool
says_itself(const struct cc_figure *figure, enum cc_legend id)
{
	return id == CC_LEGEND_FOUND &&
	       !cc_legend_shows(figure, CC_LEGEND_NOT_FOUND) &&
	       !cc_legend_shows(figure, CC_LEGEND_NEW_FINDING);
}

static bool
is_absent(const struct cc_figure *figure, enum cc_legend id)
{
	return !cc_legend_shows(figure, id) && !is_said_by_other(figure, id) &&
	       !says_itself(figure, id);
}

static bool
is_of(const struct cc_entry *entry, const struct cc_track *track)
{
	for (size_t i = 0; i < G_N_ELEMENTS(entry->mark); i++)
		if (entry->mark[i] &&
		    g_str_equal(entry->mark[i], track->mark->name))
			return true;
	return false;
}

/* NULL: of all. */
static const char *const *
rows_of(
    const struct cc_figure *panels, size_t count, const struct cc_entry *entry)
{
	g_autoptr(GPtrArray) names = g_ptr_array_new();
	if (!entry->mark[0])
		return NULL;
	for (size_t p = 0; p < count; p++)
		for (guint i = 0; i < panels[p].tracks->len; i++) {
			const struct cc_track *track =
			    panels[p].tracks->pdata[i];
			if (is_of(entry, track))
				g_ptr_array_add(
				    names, (gpointer)cc_track_title(track));
		}
	g_ptr_array_add(names, NULL);
	return cc_arena_memdup(
	    panels->arena, names->pdata, names->len * sizeof(names->pdata[0]));
}

/* Icons are drawn like marks: what they ask for and where they write is not the
 * page's. */
static struct cc_missing
missing_of(const struct cc_figure *panels, size_t count, enum cc_legend id)
{
	const struct cc_entry *entry = cc_entry_of(id);
	struct cc_figure figure = panels[0];
	struct cc_missing missing = {.tells = entry->tells,
	    .words = entry_text(&panels[0], id),
	    .rows = rows_of(panels, count, entry),
	    .worded = entry->labelled || entry->worded};
	struct cc_scene icon;
	cc_scene_init(&icon, figure.arena);
	figure.fore = &icon;
	figure.written = (struct cc_clear){.arena = figure.arena};
	cc_icon_draw(&figure, entry, 0, 0);
	missing.count = icon.count;
	missing.sign = cc_arena_memdup(
	    figure.arena, icon.items, icon.count * sizeof(icon.items[0]));
	cc_scene_finish(&icon);
	return missing;
}

uint64_t
cc_legend_shown(const struct cc_figure *figure)
{
	uint64_t shown = 0;
	for (enum cc_legend id = 0; id < CC_LEGEND_COUNT; id++)
		if (cc_legend_shows(figure, id))
			shown |= (uint64_t)1 << id;
	return shown;
}

void
cc_legend_missing(
    const struct cc_figure *panels, size_t count, struct cc_scene *scene)
{
	struct cc_missing *all = cc_arena_new_array(
	    scene->arena, struct cc_missing, CC_LEGEND_COUNT);
	scene->missing = all;
	scene->missing_count = 0;
	for (enum cc_legend id = 0; id < CC_LEGEND_COUNT; id++)
		if (is_absent(&panels[0], id))
			all[scene->missing_count++] =
			    missing_of(panels, count, id);
}
