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
list_names(const struct cc_layout_input *in)
{
	GPtrArray *names = g_ptr_array_new();
	for (size_t m = 0; in->marks[m]; m++)
		g_ptr_array_add(names, (gpointer)in->marks[m]->name);
	for (size_t i = 0; i < in->course->fact_count; i++) {
		const struct cc_fact *fact = &in->course->facts[i];
		if (fact->kind == CC_KIND_SERIES && fact->code)
			g_ptr_array_add(names, (gpointer)fact->code);
	}
	return names;
}

/* A track, a series of this case, or a test that others may have. */
static bool
is_known(const struct cc_layout_input *in, const GPtrArray *names,
    const char *name)
{
	return g_ptr_array_find_with_equal_func(
		   (GPtrArray *)names, name, g_str_equal, NULL) ||
	       cc_terms_find(in->terms, CC_IN_TEST, NULL, name);
}

bool
cc_tracks_check(const struct cc_layout_input *in, const struct cc_words *words,
    struct cc_diags *diags)
{
	if (words->count == 0)
		return true;
	g_autoptr(GPtrArray) names = list_names(in);
	bool known = true;
	for (size_t i = 0; i < words->count; i++) {
		const char *name = bare_name(words->word[i]);
		if (is_known(in, names, name))
			continue;
		g_autofree char *hint = cc_nearest_text(
		    name, (const char *const *)names->pdata, names->len);
		cc_diag(diags, CC_E485,
		    words->pos ? words->pos[i] : (struct cc_pos){0}, name,
		    hint);
		known = false;
	}
	return known;
}

bool
cc_tracks_known(const struct cc_figure *figure)
{
	const struct cc_track_choice *choice = &figure->choice;
	/* Those of a <figure> were looked at as it was read. */
	return !figure->in->options.tracks ||
	       cc_tracks_check(figure->in,
		   &(struct cc_words){
		       .word = (const char **)choice->word,
		       .count = choice->count},
		   figure->diags);
}
