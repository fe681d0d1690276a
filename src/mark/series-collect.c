/* Which curves stand in which row. */
#include "mark/series.h"

#include <math.h>
#include <string.h>

static void
add_sample(struct cc_figure *figure, struct curve *curve,
    const struct cc_reading *reading)
{
	bool inside = cc_figure_has(figure, &reading->span);
	/* The strips of one course share their scale. */
	if (!inside && figure->window.kind != CC_WINDOW_STRIP)
		return;
	const struct cc_value *shown =
	    cc_reading_in(figure->arena, curve->source, reading, curve->unit);
	if (!shown)
		return;
	bool two = shown->form != CC_VALUE_ONE;
	double least =
	    two ? MIN(shown->ends[0], shown->ends[1]) : shown->number;
	double most =
	    two ? MAX(shown->ends[0], shown->ends[1]) : shown->number;
	curve->least = MIN(curve->least, least);
	curve->most = MAX(curve->most, most);
	if (least > 0)
		curve->least_above = MIN(curve->least_above, least);
	if (!inside)
		return;
	curve->samples[cc_curve_shown(curve)] = (struct sample){.number = most,
	    .reading = reading,
	    .value = reading->value,
	    .shown = shown,
	    .loose = reading->place != NULL};
	if (reading->place)
		curve->loose++;
	else
		curve->count++;
}

static void
fill_curve(struct cc_figure *figure, struct curve *curve)
{
	const struct cc_curve *source = curve->source;
	if (!curve->samples)
		curve->samples = cc_arena_new_room(figure->arena, struct sample,
		    source->count + source->ordered);
	curve->least = curve->least_above = INFINITY;
	curve->most = -INFINITY;
	curve->count = curve->loose = 0;
	for (size_t i = 0; i < source->count + source->ordered; i++)
		add_sample(figure, curve, &source->reading[i]);
}

/* While rows are collected: how many there are, and the last of each group of
 * tests of a patient. */
struct rows {
	const struct cc_mark *mark;
	GHashTable *groups;  /* NULL: none yet */
	struct plot **plots; /* by the curve that began them */
	size_t count;
	size_t keys; /* of those that their author marked */
};

struct group {
	size_t patient;
	const char *name;
	struct plot *plot;
};

static guint
group_hash(gconstpointer at)
{
	const struct group *group = at;
	return g_str_hash(group->name) * 31 + (guint)group->patient;
}

static gboolean
group_equal(gconstpointer left, gconstpointer right)
{
	const struct group *a = left, *b = right;
	return a->patient == b->patient && strcmp(a->name, b->name) == 0;
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

/* A page of fixed height keeps its first curve: without one a slide is a slab
 * of bars. Of those that the author marked the first one stays, the others go
 * rather than that there be no picture. */
static enum cc_yield
spare_rank(const struct cc_figure *figure, struct rows *rows,
    const struct cc_fact *fact)
{
	static const enum cc_yield ranks[] = {
	    CC_YIELD_CURVE_FIRST, CC_YIELD_CURVE_SECOND, CC_YIELD_CURVE_MORE};
	if (fact->key == CC_KEY_YES)
		return rows->keys++ > 0 ? CC_YIELD_KEYS : CC_YIELD_NOTHING;
	if (rows->count == 0 && figure->size->fixed_height)
		return CC_YIELD_LESIONS;
	return ranks[MIN(rows->count, G_N_ELEMENTS(ranks) - 1)];
}

/* A compartment goes on the group's axis in the unit of that. */
static bool
takes_axis(
    struct cc_figure *figure, const struct plot *plot, struct curve *curve)
{
	const char *unit = plot->curves[0].unit;
	double factor;
	if (!cc_unit_factor(curve->source->term, curve->unit, unit, &factor) ||
	    (factor != 1 && curve->source->range_count > 0))
		return false;
	curve->unit = unit;
	fill_curve(figure, curve);
	return true;
}

/* What tells curves of a row apart, in its order on each side. */
static void
give_look(const struct plot *plot, struct curve *curve)
{
	static const struct {
		enum cc_sign sign;
		bool light;
	} looks[SIDES][GROUP_MAX] = {
	    [SIDE_LEFT] = {{CC_SIGN_DOT, false}, {CC_SIGN_OPEN_DOT, false},
		{CC_SIGN_DOT, true}, {CC_SIGN_OPEN_DOT, true}},
	    [SIDE_RIGHT] = {{CC_SIGN_OPEN_DOT, true}, {CC_SIGN_DOT, true},
		{CC_SIGN_OPEN_DOT, false}, {CC_SIGN_DOT, false}},
	};
	size_t before = 0;
	for (size_t c = 0; c < plot->curve_count; c++)
		before += plot->curves[c].side == curve->side;
	curve->sign = looks[curve->side][before].sign;
	curve->light = looks[curve->side][before].light;
}

static void
add_curve(struct plot *plot, struct curve curve)
{
	give_look(plot, &curve);
	plot->curves[plot->curve_count++] = curve;
}

/* True where the curve went into the row of its group. */
static bool
join_group(struct cc_figure *figure, struct rows *rows, struct curve *curve)
{
	const struct group key = {
	    curve->fact->patient, curve->source->term->group, NULL};
	const struct group *group =
	    rows->groups ? g_hash_table_lookup(rows->groups, &key) : NULL;
	if (!group || group->plot->curve_count == GROUP_MAX ||
	    !takes_axis(figure, group->plot, curve))
		return false;
	add_curve(group->plot, *curve);
	return true;
}

static void
begin_group(struct cc_figure *figure, struct rows *rows, struct plot *plot)
{
	const struct curve *curve = &plot->curves[0];
	struct group *group = cc_arena_new(figure->arena, struct group);
	*group = (struct group){
	    curve->fact->patient, curve->source->term->group, plot};
	if (!rows->groups)
		rows->groups = g_hash_table_new(group_hash, group_equal);
	g_hash_table_replace(rows->groups, group, group);
}

/* What the row is called, its compartments apart. */
static const char *
row_name(struct cc_figure *figure, struct plot *plot, const char *group)
{
	const struct curve *curve = &plot->curves[0];
	const struct cc_fact *fact = curve->fact;
	bool brief;
	const char *name = series_name(figure, fact, group, &brief);
	if (brief && fact->labels.count == 0)
		plot->brief = group ? group : fact->code;
	name = cc_drawn_name(figure, fact, cc_upper_of(figure, fact, name));
	/* Compartments take the line below the name, where a unit stands. */
	if (curve->part && plot->unit[0] != '\0')
		name = cc_arena_join(figure->arena, name,
		    cc_say(figure->words, CC_MSG_CLAUSE_SEPARATOR), plot->unit,
		    NULL);
	return name;
}

/* The place for the plot that a curve begins. */
static struct plot **
plot_of(const struct cc_figure *figure, const struct rows *rows,
    const struct cc_curve *curve)
{
	return &rows->plots[curve - figure->follow->curves.item];
}

/* True where the curve went into the row that the author put it in. */
static bool
join_row(struct cc_figure *figure, struct rows *rows, struct curve *curve)
{
	struct plot *plot = *plot_of(figure, rows, curve->source->with);
	bool brief;
	if (!plot || plot->curve_count == GROUP_MAX)
		return false;
	curve->side = cc_curve_is_right(curve->source) ? SIDE_RIGHT : SIDE_LEFT;
	curve->name = cc_upper_of(figure, curve->fact,
	    series_name(figure, curve->fact, NULL, &brief));
	if (brief && curve->fact->labels.count == 0)
		curve->brief = curve->fact->code;
	curve->name = cc_drawn_name(figure, curve->fact, curve->name);
	plot->shared = true;
	add_curve(plot, *curve);
	return true;
}

static void
collect_one(
    struct cc_figure *figure, struct rows *rows, const struct cc_curve *source)
{
	const struct cc_fact *fact = source->fact;
	const struct cc_term *term = source->term;
	struct curve curve = {.source = source,
	    .fact = fact,
	    .unit = source->unit,
	    .step = source->scale == CC_SCALE_STEP};
	fill_curve(figure, &curve);
	if (source->lost)
		cc_lose(figure, CC_LOST_VALUES, fact);
	if (cc_curve_shown(&curve) == 0)
		return;
	if (source->with && join_row(figure, rows, &curve))
		return;
	bool grouped = term && term->group && fact->labels.count == 0;
	if (grouped) {
		curve.part = cc_text_in(figure->words, &term->part_names);
		if (join_group(figure, rows, &curve))
			return;
	}
	struct plot *plot = cc_arena_new(figure->arena, struct plot);
	add_curve(plot, curve);
	plot->shared = source->area && source->area->count > 0;
	*plot_of(figure, rows, source) = plot;
	if (grouped)
		begin_group(figure, rows, plot);
	plot->unit = cc_unit_text(figure->words, curve.unit);
	const char *name = row_name(figure, plot, grouped ? term->group : NULL);
	struct cc_track *track =
	    cc_figure_add_track(figure, rows->mark, name, plot->unit, plot);
	track->spare = spare_rank(figure, rows, fact);
	cc_track_hold(figure, track, fact);
	rows->count++;
}

void
cc_series_collect(const struct cc_mark *mark, struct cc_figure *figure)
{
	const struct cc_curves *curves = &figure->follow->curves;
	struct rows rows = {.mark = mark,
	    .plots = cc_arena_new_array(
		figure->arena, struct plot *, curves->count)};
	/* Curves that share a row come when all rows are there. */
	for (int shared = 0; shared < 2; shared++)
		for (size_t i = 0; i < figure->course->fact_count; i++) {
			const struct cc_fact *fact = &figure->course->facts[i];
			const struct cc_curve *curve = curves->of[i];
			if (!curve || (curve->with != NULL) != shared)
				continue;
			if (cc_figure_claim(figure, fact) &&
			    curve->fact == fact)
				collect_one(figure, &rows, curve);
		}
	g_clear_pointer(&rows.groups, g_hash_table_unref);
	for (guint i = 0; i < figure->tracks->len; i++) {
		struct cc_track *track = figure->tracks->pdata[i];
		if (track->mark == mark)
			cc_series_scale(figure, track->data);
	}
	cc_series_served_collect(figure, mark);
}
