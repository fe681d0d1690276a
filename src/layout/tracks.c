/* Which tracks a panel draws. Names alone are all that it draws; a name after
 * + adds to what is drawn anyway, after - takes away. */
#include "layout/parts.h"

#include <string.h>

/* The words of --tracks, else of the <figure>. */
static void
find_words(struct cc_figure *figure)
{
	struct cc_track_choice *choice = &figure->choice;
	const char *given = figure->in->options.tracks;
	if (figure->options) {
		choice->word = figure->options->tracks.word;
		choice->count = figure->options->tracks.count;
	}
	if (!given)
		return;
	g_auto(GStrv) words = g_strsplit_set(given, " \t\n", -1);
	const char **kept = cc_arena_new_array(
	    figure->arena, const char *, g_strv_length(words) + 1);
	choice->word = kept;
	choice->count = 0;
	for (size_t i = 0; words[i]; i++)
		if (words[i][0] != '\0')
			kept[choice->count++] =
			    cc_arena_strdup(figure->arena, words[i]);
}

static bool
is_change(const char *word)
{
	return word[0] == '+' || word[0] == '-';
}

static const char *
bare_name(const char *word)
{
	return is_change(word) ? word + 1 : word;
}

void
cc_tracks_choose(struct cc_figure *figure)
{
	struct cc_track_choice *choice = &figure->choice;
	find_words(figure);
	choice->only = false;
	for (size_t i = 0; i < choice->count; i++)
		choice->only = choice->only || !is_change(choice->word[i]);
}

bool
cc_figure_wants(
    const struct cc_figure *figure, const char *name, bool by_itself)
{
	const struct cc_track_choice *choice = &figure->choice;
	bool wanted = by_itself && !choice->only;
	for (size_t i = 0; i < choice->count; i++)
		if (strcmp(bare_name(choice->word[i]), name) == 0)
			wanted = choice->word[i][0] != '-';
	return wanted;
}

static GPtrArray *
list_names(const struct cc_figure *figure)
{
	GPtrArray *names = g_ptr_array_new();
	for (size_t m = 0; figure->in->marks[m]; m++)
		g_ptr_array_add(names, (gpointer)figure->in->marks[m]->name);
	for (size_t i = 0; i < figure->course->fact_count; i++) {
		const struct cc_fact *fact = &figure->course->facts[i];
		if (fact->kind == CC_KIND_SERIES && fact->code)
			g_ptr_array_add(names, (gpointer)fact->code);
	}
	return names;
}

/* A track, a series of this case, or a test that others may have. */
static bool
is_known(
    const struct cc_figure *figure, const GPtrArray *names, const char *name)
{
	return g_ptr_array_find_with_equal_func(
		   (GPtrArray *)names, name, g_str_equal, NULL) ||
	       cc_terms_find(figure->in->terms, CC_IN_TEST, NULL, name);
}

bool
cc_tracks_known(const struct cc_figure *figure)
{
	const struct cc_track_choice *choice = &figure->choice;
	if (choice->count == 0)
		return true;
	g_autoptr(GPtrArray) names = list_names(figure);
	struct cc_pos pos = {0};
	bool known = true;
	if (!figure->in->options.tracks && figure->options)
		pos = figure->options->pos;
	for (size_t i = 0; i < choice->count; i++) {
		const char *name = bare_name(choice->word[i]);
		if (is_known(figure, names, name))
			continue;
		g_autofree char *hint = cc_nearest_text(
		    name, (const char *const *)names->pdata, names->len);
		cc_diag(figure->diags, CC_E485, pos, name, hint);
		known = false;
	}
	return known;
}
