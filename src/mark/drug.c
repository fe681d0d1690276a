/* Drugs, a row each: the name flush left, each course a bar whose height is the
 * dose. What is a line of therapy by itself stands above them. */
#include "mark/act.h"
#include "mark/drug-row.h"
#include "mark/marks.h"

#include <math.h>
#include <string.h>

#define BAR 0.88  /* [u] */
#define HEAD 1.15 /* of the track's own name [u] */
/* A course shorter than this has no room for steps [u]. */
#define PROFILE_LEAST 1.5

static void
name_row(struct cc_figure *figure, struct cc_drug_row *row)
{
	if (row->called) {
		row->name =
		    cc_thin_name(figure, row->called, &row->abbreviated);
		return;
	}
	row->abbreviated = cc_thin_name_is_long(figure, row->name);
	if (row->abbreviated)
		row->name = cc_of_patient(figure, row->all->fact,
		    cc_name(figure->words, CC_IN_TREATMENT, NULL, row->code,
			CC_NAME_SHORT));
	row->name = cc_upper(figure, row->name);
}

/* The highest dose of all courses in one unit, so that they compare; where
 * there are several units each course has a scale of its own. */
static double
highest_dose(const struct cc_drug_row *row)
{
	const char *unit = NULL;
	double high = 0;
	for (size_t i = 0; i < row->count; i++) {
		const struct cc_doses *doses = &row->all[i].doses;
		if (doses->count == 0 || !doses->alike)
			continue;
		if (unit && g_strcmp0(unit, doses->unit) != 0)
			return 0;
		unit = doses->unit;
		high = fmax(high, cc_doses_highest(doses));
	}
	return high;
}

static bool
is_asked_for(const struct cc_figure *figure)
{
	return cc_figure_wants(figure, "drug", false);
}

/* How long its row stays: what treats the disease longer than what is given
 * beside that. */
static enum cc_yield
spare_rank(const struct cc_figure *figure, const struct cc_drug_row *row)
{
	if (is_asked_for(figure))
		return CC_YIELD_LAST;
	for (size_t i = 0; i < row->count; i++)
		if (row->all[i].fact->line != CC_NO_LINE)
			return CC_YIELD_LINE_DRUGS;
	return CC_YIELD_DRUGS;
}

/* Under the row of treatments they need no name of their own. */
static bool
stands_alone(const struct cc_figure *figure)
{
	const struct cc_track *above =
	    figure->tracks->len > 0
		? figure->tracks->pdata[figure->tracks->len - 1]
		: NULL;
	return !above || (above->mark != &cc_mark_treatment &&
			     above->mark != &cc_mark_drug);
}

static void
add_track(const struct cc_mark *mark, struct cc_figure *figure,
    struct cc_drug_row *row)
{
	name_row(figure, row);
	row->scale.high = highest_dose(row);
	for (size_t i = 0; i < row->count; i++)
		row->all[i].scale = &row->scale;
	const char *name = stands_alone(figure)
	                       ? cc_say(figure->words, CC_MSG_TREATMENT)
	                       : NULL;
	struct cc_track *track =
	    cc_figure_add_track(figure, mark, name, NULL, row);
	track->rule = false;
	track->own_name = row->name;
	for (size_t i = 0; i < row->count; i++)
		cc_track_hold(figure, track, row->all[i].fact);
	track->look = &row->term;
	track->look_count = 1;
	track->spare = spare_rank(figure, row);
}

/* Days of it, each with the same words. */
static bool
is_acts(struct cc_figure *figure, const struct cc_drug_row *row)
{
	int64_t exact = figure->follow->exact;
	const char *words = NULL;
	for (size_t i = 0; i < row->count; i++) {
		const struct cc_given *given = &row->all[i];
		const struct cc_span *span = &given->fact->when.span;
		const char *said = cc_given_words(figure, given);
		if (given->part || span->interval || !given->fact->happened ||
		    !cc_start_is_exact(span, exact) ||
		    (i > 0 && g_strcmp0(words, said) != 0))
			return false;
		words = said;
	}
	return row->count >= CC_ACTS_LEAST;
}

static void
add_acts(struct cc_figure *figure, const struct cc_drug_row *row)
{
	const struct cc_fact **facts = cc_arena_new_array(
	    figure->arena, const struct cc_fact *, row->count);
	for (size_t i = 0; i < row->count; i++)
		facts[i] = row->all[i].fact;
	const struct cc_acts acts = {.fact = facts,
	    .count = row->count,
	    .scope = CC_IN_TREATMENT,
	    /* Ink has no meaning. */
	    .look = row->swatch.outline == cc_ink(figure, CC_COLOUR_INK)
	                ? NULL
	                : row->term,
	    .words = cc_given_words(figure, &row->all[0]),
	    .colour = row->swatch.outline};
	cc_acts_add(figure, &acts, spare_rank(figure, row));
}

static void
collect(const struct cc_mark *mark, struct cc_figure *figure)
{
	struct cc_drug_rows rows = cc_drug_rows_find(figure);
	for (size_t i = 0; i < rows.count; i++)
		if (!is_acts(figure, &rows.item[i]))
			add_track(mark, figure, &rows.item[i]);
	for (size_t i = 0; i < rows.count; i++)
		if (is_acts(figure, &rows.item[i]))
			add_acts(figure, &rows.item[i]);
}

/* A course of one dose is lower than the full bar where others of the drug had
 * more. */
static bool
may_step(const struct cc_figure *figure, const struct cc_drug_row *row,
    const struct cc_given *given)
{
	const struct cc_doses *doses = &given->doses;
	bool lower = row->scale.high > 0 && doses->alike && doses->count > 0 &&
	             doses->all[0].is.number < row->scale.high;
	return given->bar.look == CC_BAR_SOLID && !given->bar.point &&
	       (lower || cc_doses_vary(doses)) &&
	       cc_bar_certain(&given->bar).width > PROFILE_LEAST * figure->u;
}

static void
measure(struct cc_figure *figure, struct cc_track *track)
{
	struct cc_drug_row *row = track->data;
	row->scale.full = BAR * figure->u;
	for (size_t i = 0; i < row->count; i++) {
		struct cc_given *given = &row->all[i];
		cc_bar_shape(figure, given->fact, given->part, &given->bar);
		given->profile = may_step(figure, row, given);
	}
	cc_drug_label(figure, row);
	track->part_width = cc_thin_name_width(figure, row->name, NULL);
	row->head = track->name ? HEAD * figure->u : 0;
	track->height = row->head + cc_thin_height(figure, row->name, NULL);
}

static void
place(struct cc_figure *figure, struct cc_track *track)
{
	struct cc_drug_row *row = track->data;
	double middle =
	    (track->box.y + row->head + cc_box_bottom(track->box)) / 2;
	row->scale.floor = middle + row->scale.full / 2;
	for (size_t i = 0; i < row->count; i++) {
		struct cc_bar *bar = &row->all[i].bar;
		bar->height = row->scale.full;
		bar->y = middle - bar->height / 2;
		bar->fill = row->swatch.fill;
		bar->ground = cc_ink(figure, CC_COLOUR_PAGE);
		bar->outline = row->swatch.pale;
		bar->edge = row->swatch.edge;
	}
}

/* As high as the last dose. */
static void
draw_points(struct cc_figure *figure, const struct cc_drug_row *row,
    const struct cc_given *given)
{
	const struct cc_dose_stretch *pieces =
	    cc_dose_pieces(figure, &given->doses, &given->bar, &row->scale);
	double share = pieces[given->doses.count - 1].share_right;
	struct cc_bar last = given->bar;
	last.height *= share;
	last.y = row->scale.floor - last.height;
	if (share > 0)
		cc_draw_bar_points(figure, &last);
}

/* From the middle of a piece to the baseline of words in it, whose descenders
 * and whose Chinese are inside, too: of their size. */
#define MIDDLE_TO_BASELINE 0.3

static double
baseline_of(const struct cc_figure *figure, const struct cc_drug_row *row,
    const struct cc_dose_label *label)
{
	const struct cc_dose_scale *scale = &row->scale;
	double high = label->share * scale->full;
	switch (label->place) {
	case CC_LABEL_INSIDE:
		return scale->floor - high / 2 +
		       MIDDLE_TO_BASELINE * cc_type_size(figure, CC_TYPE_BODY);
	case CC_LABEL_ABOVE:
		return cc_centre(figure, CC_TYPE_BODY,
		    scale->floor - high - 0.4 * figure->u);
	case CC_LABEL_BESIDE:
		break;
	}
	return cc_centre(figure, CC_TYPE_BODY, scale->floor - scale->full / 2);
}

static cc_colour
ink_of(const struct cc_figure *figure, const struct cc_drug_row *row,
    const struct cc_given *given, enum cc_label_place place)
{
	if (place != CC_LABEL_INSIDE)
		return cc_ink(figure, CC_COLOUR_INK);
	return given->bar.end == CC_BAR_TO_OPEN ||
	               given->bar.look != CC_BAR_SOLID
	           ? cc_bar_ink(figure, &given->bar)
	           : row->swatch.text;
}

static void
write_labels(struct cc_figure *figure, const struct cc_drug_row *row,
    const struct cc_given *given)
{
	for (size_t i = 0; i < given->label_count; i++) {
		const struct cc_dose_label *label = &given->label[i];
		cc_write_in(figure, CC_TYPE_BODY, false,
		    ink_of(figure, row, given, label->place), CC_ANCHOR_START,
		    label->x, baseline_of(figure, row, label), label->text);
	}
}

/* Over what is certain of each dose, or of the bar. */
static void
draw_pattern(struct cc_figure *figure, const struct cc_drug_row *row,
    const struct cc_given *given)
{
	const struct cc_dose_scale *scale = &row->scale;
	const struct cc_reach *reach = &given->bar.reach;
	if (!given->profile) {
		cc_draw_bar_pattern(figure, &given->bar, &row->swatch);
		return;
	}
	const struct cc_dose_stretch *pieces =
	    cc_dose_pieces(figure, &given->doses, &given->bar, scale);
	for (size_t i = 0; i < given->doses.count; i++)
		cc_draw_pattern(figure, &row->swatch,
		    (struct cc_point){fmax(pieces[i].left, reach->latest_start),
			scale->floor - pieces[i].share_left * scale->full},
		    (struct cc_point){
			fmin(pieces[i].right, reach->earliest_end),
			scale->floor - pieces[i].share_right * scale->full},
		    scale->floor);
}

static void
draw_one(struct cc_figure *figure, const struct cc_drug_row *row,
    const struct cc_given *given)
{
	cc_open_fact(figure, given->fact,
	    cc_words_join(figure->words, CC_MSG_CLAUSE_SEPARATOR, row->name,
		given->words));
	if (given->profile) {
		cc_draw_doses(figure, &given->doses, &given->bar, &row->scale);
		draw_points(figure, row, given);
	} else {
		cc_draw_bar(figure, &given->bar);
	}
	write_labels(figure, row, given);
	draw_pattern(figure, row, given);
	if (given->words && given->label_count == 0)
		cc_lose(figure, CC_LOST_DOSES, given->fact);
	if (given->unstopped)
		cc_lose(figure, CC_LOST_REASONS, given->fact);
	cc_paint_end(figure->fore);
}

static void
draw_name(struct cc_figure *figure, const struct cc_track *track)
{
	const struct cc_drug_row *row = track->data;
	if (row->called && row->abbreviated)
		cc_figure_abbreviation_of(figure, CC_IN_TREATMENT, row->called);
	else if (row->called)
		cc_figure_word_of(figure, CC_IN_TREATMENT, row->called);
	else if (row->abbreviated)
		cc_figure_abbreviation(
		    figure, CC_IN_TREATMENT, NULL, row->code);
	else
		cc_figure_word(figure, CC_IN_TREATMENT, row->code);
	cc_thin_draw(figure, track, row->scale.floor - row->scale.full / 2);
}

static void
draw(struct cc_figure *figure, struct cc_track *track)
{
	const struct cc_drug_row *row = track->data;
	draw_name(figure, track);
	for (size_t i = 0; i < row->count; i++)
		draw_one(figure, row, &row->all[i]);
}

const struct cc_mark cc_mark_drug = {
    .name = "drug",
    .zone = CC_ZONE_PLOT,
    .fills_column = true,
    .always = true,
    .yields = {CC_YIELD_LANES},
    .collect = collect,
    .measure = measure,
    .place = place,
    .draw = draw,
};
