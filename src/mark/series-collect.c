/* Which values stand in which row of curves. */
#include "mark/series.h"

#include <math.h>
#include <string.h>

static const struct cc_term *
term_of(const struct cc_figure *figure, const struct cc_fact *fact)
{
	return fact->code ? cc_terms_find(
				figure->in->terms, CC_IN_TEST, NULL, fact->code)
	                  : NULL;
}

/* A value in another unit than the axis is converted, or has no place there:
 * as it stands it would be a fall or rise that nobody measured. */
static const struct cc_value *
on_axis(struct cc_figure *figure, const struct curve *curve,
    const struct cc_fact *owner, const struct cc_value *value)
{
	const char *unit = cc_test_unit(curve->term, owner, value);
	struct cc_value shown;
	double factor;
	if (!unit || !curve->unit || unit == curve->unit)
		return value;
	if (!cc_unit_factor(curve->term, unit, curve->unit, &factor))
		return NULL;
	if (factor == 1)
		return value;
	if (!cc_value_convert(curve->term, value, unit, curve->unit, &shown))
		return NULL;
	return cc_arena_memdup(figure->arena, &shown, sizeof(shown));
}

static bool
is_shown(const struct cc_figure *figure, const struct cc_span *span)
{
	const struct cc_axis *axis = &figure->axis;
	return span->latest_end.minute >= axis->stretch[0].from.minute &&
	       span->earliest_start.minute <=
	           axis->stretch[axis->stretches - 1].to.minute;
}

static void
add_sample(struct cc_figure *figure, struct curve *curve,
    const struct cc_fact *owner, const struct cc_value *value)
{
	const struct cc_span *span = &value->when.span;
	const struct cc_value *shown;
	bool inside = span->dated && is_shown(figure, span);
	/* The strips of one course share their scale. */
	bool scaled = span->dated && figure->window.kind == CC_WINDOW_STRIP;
	if (!inside && !scaled)
		return;
	shown = on_axis(figure, curve, owner, value);
	if (!shown)
		return;
	curve->least = fmin(curve->least, shown->number);
	curve->most = fmax(curve->most, shown->number);
	if (shown->number > 0)
		curve->least_above = fmin(curve->least_above, shown->number);
	if (!inside)
		return;
	curve->samples[curve->count++] =
	    (struct sample){.number = shown->number,
		.owner = owner->index,
		.value = value,
		.shown = shown};
}

static bool
same_axis(const struct cc_figure *figure, const struct cc_fact *a,
    const struct cc_fact *b)
{
	const char *one = cc_series_unit(figure->in->terms, a);
	const char *two = cc_series_unit(figure->in->terms, b);
	double factor;
	return !one || !two ||
	       cc_unit_factor(term_of(figure, a), two, one, &factor);
}

/* Whether a later series only goes on with an earlier one: the same test of
 * the same patient, and nothing that the other does not have. */
static bool
goes_on(const struct cc_figure *figure, const struct cc_fact *later,
    const struct cc_fact *first)
{
	return later->kind == CC_KIND_SERIES && later->index > first->index &&
	       later->code && first->code &&
	       strcmp(later->code, first->code) == 0 &&
	       later->patient == first->patient && later->labels.count == 0 &&
	       later->range_count == 0 && later->key == first->key &&
	       same_axis(figure, first, later);
}

static void
add_values(
    struct cc_figure *figure, struct curve *curve, const struct cc_fact *owner)
{
	for (size_t v = 0; v < owner->value_count; v++) {
		const struct cc_value *value = &owner->values[v];
		/* A panel has many tests; a series one. */
		if (owner->kind != CC_KIND_PANEL ||
		    (value->code &&
			strcmp(value->code, curve->fact->code) == 0))
			add_sample(figure, curve, owner, value);
	}
}

static size_t
most_samples(const struct cc_figure *figure, const struct cc_fact *fact)
{
	const struct cc_case *course = figure->course;
	size_t most = fact->value_count;
	for (size_t i = 0; i < course->fact_count; i++)
		if (course->facts[i].kind == CC_KIND_PANEL ||
		    goes_on(figure, &course->facts[i], fact))
			most += course->facts[i].value_count;
	return most;
}

/* A panel's value joins the series of its code. */
static void
fill_curve(struct cc_figure *figure, struct curve *curve)
{
	const struct cc_fact *fact = curve->fact;
	const struct cc_case *course = figure->course;
	if (!curve->samples)
		curve->samples = cc_arena_new_array(
		    figure->arena, struct sample, most_samples(figure, fact));
	curve->least = curve->least_above = INFINITY;
	curve->most = -INFINITY;
	curve->count = 0;
	add_values(figure, curve, fact);
	for (size_t i = 0; i < course->fact_count && fact->code; i++)
		if (course->facts[i].kind == CC_KIND_PANEL ||
		    goes_on(figure, &course->facts[i], fact))
			add_values(figure, curve, &course->facts[i]);
}

static struct plot *
find_group(
    struct cc_figure *figure, const struct cc_mark *mark, const char *group)
{
	for (guint i = 0; i < figure->tracks->len; i++) {
		struct cc_track *track = figure->tracks->pdata[i];
		struct plot *plot = track->data;
		if (track->mark != mark || plot->curve_count == GROUP_MAX)
			continue;
		const struct cc_term *term = plot->curves[0].term;
		if (term && term->group && strcmp(term->group, group) == 0)
			return plot;
	}
	return NULL;
}

/* The full name where it does not take the left column for itself. */
static const char *
series_name(struct cc_figure *figure, const struct cc_fact *fact,
    const char *group, bool *brief)
{
	static const enum cc_name_form forms[] = {CC_NAME_FULL, CC_NAME_SHORT};
	const char *name = "";
	for (size_t i = 0; i < G_N_ELEMENTS(forms); i++) {
		name = group ? cc_name(figure->words, CC_IN_TEST, NULL, group,
				   forms[i])
		             : cc_fact_name(figure->words, fact, forms[i]);
		*brief = forms[i] == CC_NAME_SHORT;
		if (cc_width(figure, name, CC_TYPE_NAME, true) <
		    0.13 * figure->page.width)
			break;
	}
	return name;
}

/* The author's first series is dearer than what stands beside the course, the
 * second than its adverse events, the rest goes first of all. */
static int
spare_rank(const struct cc_figure *figure, const struct cc_mark *mark)
{
	static const int ranks[] = {5, 3, 1};
	size_t before = 0;
	for (guint i = 0; i < figure->tracks->len; i++) {
		const struct cc_track *track = figure->tracks->pdata[i];
		before += track->mark == mark;
	}
	return ranks[MIN(before, G_N_ELEMENTS(ranks)) - 1];
}

/* A compartment goes on the group's axis in the unit of that. */
static bool
takes_axis(
    struct cc_figure *figure, const struct plot *plot, struct curve *curve)
{
	const char *unit = plot->curves[0].unit;
	double factor;
	if (!cc_unit_factor(curve->term, curve->unit, unit, &factor) ||
	    (factor != 1 && curve->fact->range_count > 0))
		return false;
	curve->unit = unit;
	fill_curve(figure, curve);
	return true;
}

static void
collect_one(const struct cc_mark *mark, struct cc_figure *figure,
    const struct cc_fact *fact)
{
	const struct cc_term *term = term_of(figure, fact);
	struct curve curve = {.fact = fact,
	    .term = term,
	    .unit = cc_series_unit(figure->in->terms, fact)};
	fill_curve(figure, &curve);
	if (curve.count == 0)
		return;
	bool grouped = term && term->group && fact->labels.count == 0;
	if (grouped) {
		curve.part = cc_text_in(figure->words, &term->part_names);
		struct plot *plot = find_group(figure, mark, term->group);
		if (plot && takes_axis(figure, plot, &curve)) {
			plot->curves[plot->curve_count++] = curve;
			return;
		}
	}
	struct plot *plot = cc_arena_new(figure->arena, struct plot);
	plot->curves[plot->curve_count++] = curve;
	for (size_t i = 0; i < fact->range_count; i++)
		figure->room_told |= fact->ranges[i].labels.count > 0;
	plot->unit = cc_unit_text(figure->words, curve.unit);
	enum cc_scale scale = fact->scale;
	if (scale == CC_SCALE_DEFAULT && term)
		scale = term->scale;
	plot->log = scale == CC_SCALE_LOG;
	plot->step = scale == CC_SCALE_STEP;
	bool brief;
	const char *name =
	    series_name(figure, fact, grouped ? term->group : NULL, &brief);
	if (brief && fact->labels.count == 0)
		plot->brief = grouped ? term->group : fact->code;
	name = cc_upper_of(figure, fact, name);
	name = cc_drawn_name(figure, fact, name);
	/* Compartments take the line below the name, where a unit stands. */
	if (curve.part && plot->unit[0] != '\0')
		name = cc_arena_join(figure->arena, name,
		    cc_say(figure->words, CC_MSG_CLAUSE_SEPARATOR), plot->unit,
		    NULL);
	struct cc_track *track =
	    cc_figure_add_track(figure, mark, name, plot->unit, plot);
	track->spare = fact->key == CC_KEY_YES ? 0 : spare_rank(figure, mark);
}

void
cc_series_collect(const struct cc_mark *mark, struct cc_figure *figure)
{
	g_autoptr(GHashTable) firsts =
	    g_hash_table_new(g_str_hash, g_str_equal);
	for (size_t i = 0; i < figure->course->fact_count; i++) {
		const struct cc_fact *fact = &figure->course->facts[i];
		if (fact->kind != CC_KIND_SERIES ||
		    !cc_figure_claim(figure, fact))
			continue;
		const struct cc_fact *first =
		    fact->code ? g_hash_table_lookup(firsts, fact->code) : NULL;
		if (first && goes_on(figure, fact, first))
			continue;
		if (fact->code && !first)
			g_hash_table_insert(
			    firsts, (gpointer)fact->code, (gpointer)fact);
		collect_one(mark, figure, fact);
	}
	for (guint i = 0; i < figure->tracks->len; i++) {
		struct cc_track *track = figure->tracks->pdata[i];
		if (track->mark == mark)
			cc_series_scale(figure, track->data);
	}
}
