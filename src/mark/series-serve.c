/* What was given for the sake of a value, as red cells for haemoglobin: a tick
 * a time below its curve, a line a name. */
#include "mark/series.h"

#include <math.h>

#define LINE 1.0   /* of a name on one line [u] */
#define ABOVE 0.45 /* the first line, for words under the curves [u] */
#define NEAR 0.02  /* it, words are not lower [u] */

static bool
is_drawn(const struct cc_figure *figure, const struct cc_curve *curve)
{
	if (figure->claimed[curve->fact->index])
		return false;
	for (size_t i = 0; i < curve->count; i++)
		if (cc_figure_has(figure, &curve->reading[i].span))
			return true;
	return false;
}

bool
cc_series_takes(struct cc_figure *figure, const struct cc_fact *fact)
{
	const struct cc_curve *curve =
	    figure->follow->curves.served[fact->index];
	return curve && cc_figure_shows(figure, fact) &&
	       is_drawn(figure, curve) && cc_figure_claim(figure, fact);
}

/* ---- the lines ---- */

/* While it is found. */
struct line {
	struct cc_track *track;
	const char *name;
	const struct cc_fact **facts;
	size_t count;
};

static struct line *
line_of(GArray *lines, struct cc_track *track, const char *name)
{
	for (guint i = 0; i < lines->len; i++) {
		struct line *line = &g_array_index(lines, struct line, i);
		if (line->track == track && g_str_equal(line->name, name))
			return line;
	}
	struct line line = {.track = track, .name = name};
	g_array_append_val(lines, line);
	return &g_array_index(lines, struct line, lines->len - 1);
}

static void
add_fact(struct cc_figure *figure, GArray *lines, struct cc_track *track,
    const struct cc_fact *fact)
{
	struct line *line = line_of(lines, track,
	    cc_of_patient(
		figure, fact, cc_fact_name(figure->words, fact, CC_NAME_FULL)));
	line->facts = cc_arena_grow(
	    figure->arena, line->facts, line->count, sizeof(line->facts[0]));
	line->facts[line->count++] = fact;
	cc_track_hold(figure, track, fact);
}

/* What is said of each of them alike stands behind the last. */
static void
say_words(struct cc_figure *figure, struct cc_acts *acts)
{
	acts->words = cc_act_words(figure, acts->fact[0]);
	for (size_t i = 1; i < acts->count && !acts->various; i++)
		acts->various = g_strcmp0(acts->words,
				    cc_act_words(figure, acts->fact[i])) != 0;
	if (acts->various)
		acts->words = NULL;
}

/* Its colour is explained as that of a row. */
static void
add_look(struct cc_figure *figure, struct cc_track *track,
    const struct cc_term *term)
{
	track->look =
	    cc_arena_grow(figure->arena, (const struct cc_term **)track->look,
		track->look_count, sizeof(track->look[0]));
	((const struct cc_term **)track->look)[track->look_count++] = term;
}

static void
add_line(struct cc_figure *figure, const struct line *line)
{
	struct plot *plot = line->track->data;
	const struct cc_term *term = line->facts[0]->term;
	bool drug = term->in == CC_IN_TREATMENT;
	struct cc_acts acts = {.fact = line->facts,
	    .count = line->count,
	    .scope = term->in,
	    .colour = drug ? cc_theme_term(figure->theme, term).outline
	                   : cc_ink(figure, CC_COLOUR_INK),
	    .ticks = true};
	cc_sort_facts(figure, line->facts, line->count);
	say_words(figure, &acts);
	/* Ink has no meaning. */
	if (drug && acts.colour != cc_ink(figure, CC_COLOUR_INK))
		add_look(figure, line->track, term);
	plot->served = cc_arena_grow(figure->arena, plot->served,
	    plot->served_count, sizeof(plot->served[0]));
	plot->served[plot->served_count++] = cc_act_row_create(figure, &acts);
}

/* Whoever draws acts and drugs has left them to the curves before. */
void
cc_series_served_collect(struct cc_figure *figure, const struct cc_mark *mark)
{
	const struct cc_curves *curves = &figure->follow->curves;
	const struct cc_curve *const *served = curves->served;
	struct cc_track **row_of =
	    cc_arena_new_array(figure->arena, struct cc_track *, curves->count);
	g_autoptr(GArray) lines =
	    g_array_new(FALSE, FALSE, sizeof(struct line));
	for (guint i = 0; i < figure->tracks->len; i++) {
		struct cc_track *track = figure->tracks->pdata[i];
		const struct plot *plot = track->data;
		for (size_t c = 0; track->mark == mark && c < plot->curve_count;
		     c++)
			row_of[plot->curves[c].source - curves->item] = track;
	}
	for (size_t i = 0; i < figure->course->fact_count; i++) {
		struct cc_track *track =
		    served[i] ? row_of[served[i] - curves->item] : NULL;
		if (track && figure->claimed[i])
			add_fact(
			    figure, lines, track, &figure->course->facts[i]);
	}
	for (guint i = 0; i < lines->len; i++)
		add_line(figure, &g_array_index(lines, struct line, i));
}

/* ---- in the row ---- */

static double
height_of(const struct cc_figure *figure, const struct cc_act_row *row)
{
	return fmax(LINE * figure->u, cc_act_row_folded(row));
}

static double
all_heights(const struct cc_figure *figure, const struct plot *plot)
{
	double height = 0;
	for (size_t i = 0; i < plot->served_count; i++)
		height += height_of(figure, plot->served[i]);
	return height;
}

double
cc_series_served_height(const struct cc_figure *figure, const struct plot *plot)
{
	return plot->served_count > 0
	           ? ABOVE * figure->u + all_heights(figure, plot)
	           : 0;
}

void
cc_series_served_measure(
    struct cc_figure *figure, struct cc_track *track, struct plot *plot)
{
	track->part_width = 0;
	for (size_t i = 0; i < plot->served_count; i++) {
		track->part_width = fmax(track->part_width,
		    cc_act_row_measure(figure, plot->served[i]));
		track->own_lines += cc_act_row_lines(plot->served[i]);
	}
}

double
cc_series_floor(const struct cc_figure *figure, const struct cc_track *track,
    const struct plot *plot)
{
	const struct cc_track *below = cc_row_below(figure, track);
	if (plot->served_count > 0)
		return cc_box_bottom(track->box) - all_heights(figure, plot) +
		       NEAR * figure->u;
	return below ? cc_row_rule(figure, below) : INFINITY;
}

void
cc_series_served_draw(struct cc_figure *figure, const struct cc_track *track,
    const struct plot *plot)
{
	double bottom = cc_box_bottom(track->box);
	for (size_t i = plot->served_count; i-- > 0;) {
		double height = height_of(figure, plot->served[i]);
		cc_act_row_draw(figure, plot->served[i], CC_COLOUR_MID,
		    bottom - height / 2);
		bottom -= height;
	}
}
