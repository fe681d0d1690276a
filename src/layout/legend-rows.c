/* Of which rows an entry of the legend speaks: where all of them are hidden, it
 * explains nothing. */
#include "layout/parts.h"

/* A row and the colours of its treatments. */
struct cc_shown {
	const struct cc_track *track;
	struct cc_swatch *swatch; /* track->look_count of them */
};

void
cc_legend_gather(struct cc_figure *figure, const struct cc_figure *panel)
{
	for (guint i = 0; i < panel->tracks->len; i++) {
		const struct cc_track *track = panel->tracks->pdata[i];
		if (track->dropped)
			continue;
		figure->shown = cc_arena_grow(figure->arena, figure->shown,
		    figure->shown_count, sizeof(figure->shown[0]));
		struct cc_shown *shown = &figure->shown[figure->shown_count++];
		shown->track = track;
		shown->swatch = cc_arena_new_room(
		    figure->arena, struct cc_swatch, track->look_count);
		for (size_t k = 0; k < track->look_count; k++)
			shown->swatch[k] =
			    cc_figure_swatch(figure, track->look[k]);
	}
}

/* Rows of one name, as in strips, are one. */
static void
add_name(GPtrArray *names, const struct cc_track *track)
{
	const char *name = cc_track_title(track);
	if (!g_ptr_array_find_with_equal_func(names, name, g_str_equal, NULL))
		g_ptr_array_add(names, (gpointer)name);
}

static const char *const *
names_keep(const struct cc_figure *figure, GPtrArray *names)
{
	if (names->len == 0)
		return NULL;
	g_ptr_array_add(names, NULL);
	return cc_arena_memdup(
	    figure->arena, names->pdata, names->len * sizeof(names->pdata[0]));
}

const char *const *
cc_legend_rows(const struct cc_figure *figure, uint64_t entries)
{
	g_autoptr(GPtrArray) names = g_ptr_array_new();
	if (figure->legend_beside & entries)
		return NULL;
	for (size_t i = 0; i < figure->shown_count; i++)
		if (figure->shown[i].track->legend & entries)
			add_name(names, figure->shown[i].track);
	return names_keep(figure, names);
}

static bool
has_colour(const struct cc_shown *shown, const struct cc_swatch *swatch)
{
	for (size_t i = 0; i < shown->track->look_count; i++)
		if (shown->swatch[i].fill == swatch->fill &&
		    shown->swatch[i].pattern == swatch->pattern)
			return true;
	return false;
}

const char *const *
cc_class_rows(
    const struct cc_figure *figure, const struct cc_class_entry *entry)
{
	g_autoptr(GPtrArray) names = g_ptr_array_new();
	for (size_t i = 0; i < figure->shown_count; i++)
		if (has_colour(&figure->shown[i], &entry->swatch))
			add_name(names, figure->shown[i].track);
	return names_keep(figure, names);
}

/* The row may have had one of its own that says the same. */
static bool
asks_for(const struct cc_track *track, const struct cc_abbreviation *row)
{
	for (size_t i = 0; i < track->ask_count; i++)
		if (cc_abbreviation_is(track->asks[i], row->scope, row->code))
			return true;
	return false;
}

const char *const *
cc_abbreviation_rows(
    const struct cc_figure *figure, const struct cc_abbreviation *row)
{
	g_autoptr(GPtrArray) names = g_ptr_array_new();
	if (row->beside)
		return NULL;
	for (size_t i = 0; i < figure->shown_count; i++)
		if (asks_for(figure->shown[i].track, row))
			add_name(names, figure->shown[i].track);
	return names_keep(figure, names);
}
