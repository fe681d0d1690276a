/* Measured values: one row a test, or a group of tests that share one. */
#include "layout/draw.h"
#include "mark/marks.h"
#include "mark/series.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define SIGN_RADIUS 0.36 /* of a value [u] */
#define SIGN_SHRINK 0.78 /* where they would heap up */
#define HEAPED_LEAST 2   /* values that touch the one before */

#define TICK_AIR 0.35 /* between the axis and words beside a tick [u] */

/* Above the highest value, for its words: as much at most [u], and as a share
 * of the curve's height. */
#define HEADROOM_MOST 0.6
#define HEADROOM_SHARE 0.3

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

/* Of one moment: in the order of the file. Addresses tell that within one fact
 * alone; facts may lie anywhere. */
static int
by_x(const void *a, const void *b)
{
	const struct sample *x = a, *y = b;
	if (x->x != y->x)
		return x->x < y->x ? -1 : 1;
	if (x->owner != y->owner)
		return x->owner < y->owner ? -1 : 1;
	return x->value < y->value ? -1 : x->value > y->value;
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
	name = cc_upper(figure, cc_drawn_name(figure, fact, name));
	/* Compartments take the line below the name, where a unit stands. */
	if (curve.part && plot->unit[0] != '\0')
		name = cc_arena_join(figure->arena, name,
		    cc_say(figure->words, CC_MSG_CLAUSE_SEPARATOR), plot->unit,
		    NULL);
	struct cc_track *track =
	    cc_figure_add_track(figure, mark, name, plot->unit, plot);
	track->spare = fact->key == CC_KEY_YES ? 0 : spare_rank(figure, mark);
}

static void
collect(const struct cc_mark *mark, struct cc_figure *figure)
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

static double
value_y(const struct plot *plot, double number)
{
	double v = number;
	if (plot->log)
		v = number > 0 ? log10(number) : plot->low;
	double part = (v - plot->low) / (plot->high - plot->low);
	part = fmin(fmax(part, 0), 1);
	return plot->bottom - part * (plot->bottom - plot->top);
}

/* What is beyond the axis would stand on its edge, as if it were there. */
static bool
on_scale(const struct plot *plot, double number)
{
	double v = plot->log ? log10(number) : number;
	double slack = 1e-9 * (plot->high - plot->low);
	return v >= plot->low - slack && v <= plot->high + slack;
}

static bool
is_spark(const struct cc_figure *figure)
{
	return cc_pressed(figure, CC_PRESS_SPARK);
}

static void
measure(struct cc_figure *figure, struct cc_track *track)
{
	struct plot *plot = track->data;
	track->tick_width = 0;
	for (size_t i = 0; i < plot->guide_count; i++) {
		struct guide *guide = &plot->guides[i];
		guide->width =
		    cc_width(figure, guide->text, CC_TYPE_BODY, false);
		track->tick_width = fmax(track->tick_width, guide->width);
	}
	const char *unit = plot->unit;
	if (plot->log && unit[0] != '\0')
		unit = cc_arena_join(figure->arena, unit,
		    cc_say(figure->words, CC_MSG_CLAUSE_SEPARATOR),
		    cc_say(figure->words, CC_MSG_LOG_SCALE), NULL);
	else if (plot->log)
		unit = cc_say(figure->words, CC_MSG_LOG_SCALE);
	plot->parts_named =
	    plot->curves[0].part &&
	    cc_series_parts_width(figure, plot) > 0.19 * figure->page.width;
	track->own_sub = 0;
	if ((plot->curve_count > 1 || plot->curves[0].part) &&
	    !plot->parts_named)
		track->own_sub = fmax(1, cc_series_parts_width(figure, plot));
	/* Compartments named at the dots leave the line free. */
	if (plot->curves[0].part)
		unit = plot->log && plot->parts_named
		           ? cc_say(figure->words, CC_MSG_LOG_SCALE)
		           : "";
	track->sub = track->own_sub > 0 || *unit == '\0' ? NULL : unit;
	size_t samples = 0;
	for (size_t c = 0; c < plot->curve_count; c++)
		samples += plot->curves[c].count;
	track->height = (samples > 6 ? 3.0 : 2.4) * figure->u;
	if (is_spark(figure))
		track->height = 2.1 * figure->u;
	track->stretch = samples > 6 ? 1 : 0.2;
	if (track->spare == 0)
		track->stretch *= 1.6;
	if (plot->curve_count > 1)
		track->height = fmax(track->height, 3.0 * figure->u);
}

static int
by_number(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;
	return (x > y) - (x < y);
}

static double
usual_interval(const struct cc_figure *figure, const struct curve *curve)
{
	if (curve->count < 4)
		return 0.06 * figure->plot.width;
	size_t n = curve->count - 1;
	double *apart = cc_arena_new_room(figure->arena, double, n);
	for (size_t i = 0; i < n; i++)
		apart[i] = curve->samples[i + 1].x - curve->samples[i].x;
	qsort(apart, n, sizeof(apart[0]), by_number);
	return apart[n / 2];
}

/* A line across a long silence would be invented. Long: a seventh of the axis,
 * as few are, and five times the usual interval. */
static void
join_samples(const struct cc_figure *figure, struct curve *curve)
{
	double usual = NAN; /* not asked for yet */
	for (size_t i = 0; i < curve->count; i++) {
		struct sample *sample = &curve->samples[i];
		sample->joined = i > 0 && !cc_axis_is_cut(&figure->axis,
					      sample[-1].x, sample->x);
		if (!sample->joined ||
		    sample->x - sample[-1].x <= 0.14 * figure->plot.width)
			continue;
		if (isnan(usual))
			usual = usual_interval(figure, curve);
		sample->joined = sample->x - sample[-1].x <= 5 * usual;
	}
	/* Values that no line joins stand on stems. */
	for (size_t i = 0; i < curve->count; i++) {
		struct sample *sample = &curve->samples[i];
		sample->stem = !sample->joined &&
		               (i + 1 == curve->count || !sample[1].joined);
	}
}

/* Two compartments of one day stand side by side, not on each other; the
 * first named keeps to the right, where its words go. */
static void
part_twins(struct cc_figure *figure, struct plot *plot)
{
	if (plot->curve_count < 2)
		return;
	struct curve *a = &plot->curves[0], *b = &plot->curves[1];
	double apart = 0.42 * figure->u;
	for (size_t i = 0; i < a->count; i++) {
		for (size_t j = 0; j < b->count; j++) {
			struct sample *s = &a->samples[i];
			struct sample *t = &b->samples[j];
			if (!s->stem || !t->stem || s->x != t->x)
				continue;
			s->x += apart;
			t->x -= apart;
		}
	}
}

/* Of a value's sign; 0: many values are told by their line [unit]. */
static double
sign_radius(const struct cc_figure *figure, const struct plot *plot,
    const struct curve *c, const struct sample *s)
{
	bool many = c->count > 26 || is_spark(figure);
	if (many && !s->stem && s->value->limit == CC_LIMIT_NONE)
		return 0;
	if (s->stem)
		return 1.25 * SIGN_RADIUS * figure->u;
	return (plot->crowded ? SIGN_SHRINK : 1) * SIGN_RADIUS * figure->u;
}

/* Signs on signs hide the line between them. */
static bool
is_crowded(const struct cc_figure *figure, const struct plot *plot)
{
	double least = 2 * SIGN_RADIUS * figure->u;
	size_t heaped = 0;
	for (size_t c = 0; c < plot->curve_count; c++)
		for (size_t i = 1; i < plot->curves[c].count; i++) {
			const struct sample *s = &plot->curves[c].samples[i];
			double across = s->x - s[-1].x;
			/* As nearly all. */
			if (across >= least)
				continue;
			double up = value_y(plot, s->number) -
			            value_y(plot, s[-1].number);
			heaped += hypot(across, up) < least;
		}
	return heaped >= HEAPED_LEAST;
}

/* From left to right, as they nearly always come. */
static void
place_samples(const struct cc_figure *figure, struct curve *curve)
{
	bool sorted = true;
	for (size_t i = 0; i < curve->count; i++) {
		struct sample *sample = &curve->samples[i];
		sample->x = cc_middle_of(figure, &sample->value->when.span);
		sample->labelled = false;
		sorted = sorted && (i == 0 || by_x(sample - 1, sample) < 0);
	}
	if (!sorted)
		qsort(curve->samples, curve->count, sizeof(curve->samples[0]),
		    by_x);
}

/* The highest value gets room for words above it, as far as that takes little
 * of its curve. */
static void
make_headroom(const struct cc_figure *figure, const struct cc_track *track,
    struct plot *plot)
{
	double rule = cc_row_rule(figure, track);
	double height = plot->bottom - plot->top, top = plot->top;
	for (size_t c = 0; c < plot->curve_count; c++)
		for (size_t i = 0; i < plot->curves[c].count; i++) {
			const struct sample *s = &plot->curves[c].samples[i];
			double up = plot->bottom - value_y(plot, s->number);
			double most =
			    plot->bottom - rule - cc_series_headroom(figure, s);
			if (!s->stem && up > most)
				top = fmax(
				    top, plot->bottom - most * height / up);
		}
	plot->top = fmin(top, plot->top + fmin(HEADROOM_MOST * figure->u,
					      HEADROOM_SHARE * height));
}

static void
place(struct cc_figure *figure, struct cc_track *track)
{
	struct plot *plot = track->data;
	plot->top = track->box.y + 0.5 * figure->u;
	plot->bottom = cc_box_bottom(track->box) - 0.45 * figure->u;
	/* Where values stand is asked by their ink alone. */
	if (figure->fore->muted)
		return;
	for (size_t c = 0; c < plot->curve_count; c++) {
		struct curve *curve = &plot->curves[c];
		place_samples(figure, curve);
		join_samples(figure, curve);
	}
	plot->crowded = is_crowded(figure, plot);
	for (size_t c = 0; c < plot->curve_count; c++)
		for (size_t i = 0; i < plot->curves[c].count; i++) {
			struct curve *curve = &plot->curves[c];
			struct sample *sample = &curve->samples[i];
			sample->radius =
			    sign_radius(figure, plot, curve, sample);
		}
	make_headroom(figure, track, plot);
	for (size_t c = 0; c < plot->curve_count; c++)
		for (size_t i = 0; i < plot->curves[c].count; i++) {
			struct sample *sample = &plot->curves[c].samples[i];
			sample->y = value_y(plot, sample->number);
		}
	part_twins(figure, plot);
}

static void
draw_guides(struct cc_figure *figure, struct plot *plot)
{
	/* Nothing is asked of them but their ink. */
	if (figure->fore->muted || plot->guide_count == 0)
		return;
	/* Digits have no descenders. */
	double least = cc_type_size(figure, CC_TYPE_BODY);
	double last = 1e9;
	const struct guide *top = &plot->guides[plot->guide_count - 1];
	double highest = value_y(plot, top->number);
	for (const struct guide *guide = plot->guides; guide <= top; guide++) {
		double y = value_y(plot, guide->number);
		cc_rule(figure, figure->plot.x, cc_box_right(figure->plot), y,
		    cc_pen(cc_ink(figure, CC_COLOUR_HAIRLINE),
			figure->size->stroke[CC_STROKE_HAIRLINE]));
		if (last - y < least || (guide != top && y - highest < least))
			continue;
		last = y;
		cc_write_measured(figure, CC_TYPE_BODY, false,
		    cc_ink(figure, CC_COLOUR_MID), CC_ANCHOR_END,
		    (struct cc_point){figure->plot.x - 0.4 * figure->u,
			cc_centre(figure, CC_TYPE_BODY, y)},
		    guide->text, guide->width);
		/* A value right behind a tick would read as one number. */
		cc_spots_keep_words(
		    &plot->spots, (struct cc_box){figure->plot.x, y - least / 2,
				      TICK_AIR * figure->u, least});
	}
}

/* False for what has a low and a high end. */
static bool
is_threshold(const struct cc_range *range, double *number)
{
	*number = isnan(range->low) ? range->high : range->low;
	return isnan(range->low) || isnan(range->high);
}

/* With the hairlines, which keep clear of words. */
static void
draw_threshold(struct cc_figure *figure, double y, double left, double right)
{
	struct cc_paint pen = cc_pen(cc_ink(figure, CC_COLOUR_THRESHOLD),
	    figure->size->stroke[CC_STROKE_HAIRLINE] * 1.2);
	pen.dash[0] = 4 * pen.width;
	pen.dash[1] = 3 * pen.width;
	cc_rule(figure, left, right, y, pen);
}

static void
draw_ranges(struct cc_figure *figure, const struct plot *plot)
{
	const struct cc_fact *fact = plot->curves[0].fact;
	for (size_t i = 0; i < fact->range_count; i++) {
		const struct cc_range *range = &fact->ranges[i];
		double left = figure->plot.x;
		double right = cc_box_right(figure->plot);
		double number;
		if (range->when.span.dated) {
			struct cc_reach reach =
			    cc_reach_of(figure, &range->when.span);
			left = reach.earliest_start;
			right = reach.latest_end;
		}
		if (is_threshold(range, &number)) {
			if (on_scale(plot, number))
				draw_threshold(
				    figure, value_y(plot, number), left, right);
			continue;
		}
		double top = value_y(plot, range->high);
		double bottom = value_y(plot, range->low);
		if (bottom - top < 0.01)
			continue;
		cc_paint_rect(figure->ground, CC_ROLE_FILL,
		    (struct cc_box){left, top, right - left, bottom - top}, 0,
		    cc_brush(cc_ink(figure, CC_COLOUR_RANGE)));
		cc_figure_legend(figure, CC_LEGEND_RANGE);
	}
}

static void
name_thresholds(struct cc_figure *figure, struct plot *plot, bool named)
{
	const struct cc_fact *fact = plot->curves[0].fact;
	for (size_t i = 0; i < fact->range_count; i++) {
		const struct cc_range *range = &fact->ranges[i];
		const char *name = cc_text_in(figure->words, &range->labels);
		double number;
		if (named != (name != NULL) || !is_threshold(range, &number) ||
		    !on_scale(plot, number))
			continue;
		if (!named) {
			cc_figure_legend(figure, CC_LEGEND_THRESHOLD);
			/* With its sign it is no value of the curve. */
			name = cc_arena_printf(figure->arena, "%s%s",
			    isnan(range->low) ? "≤" : "≥",
			    cc_number_text(figure->words, number, 6));
		}
		cc_series_label_threshold(
		    figure, plot, value_y(plot, number), name);
	}
}

static void
draw_curve(struct cc_figure *figure, struct plot *plot, const struct curve *c)
{
	/* Nothing is asked of it but its ink. */
	if (figure->fore->muted)
		return;
	cc_colour colour = cc_ink(figure, CC_COLOUR_CURVE);
	struct cc_paint pen =
	    cc_pen(colour, figure->size->stroke[CC_STROKE_CURVE]);
	pen.round = true;
	struct cc_point *points = cc_arena_new_array(
	    figure->arena, struct cc_point, 2 * c->count + 2);
	size_t n = 0;
	for (size_t i = 0; i < c->count; i++) {
		if (plot->step && n > 0)
			points[n++] = (struct cc_point){
			    c->samples[i].x, c->samples[i - 1].y};
		points[n++] =
		    (struct cc_point){c->samples[i].x, c->samples[i].y};
		if (i + 1 < c->count && c->samples[i + 1].joined)
			continue;
		if (n > 1)
			cc_paint_polyline(
			    figure->fore, CC_ROLE_CURVE, points, n, false, pen);
		cc_series_keep_line(plot, points, n);
		n = 0;
	}
}

static void
draw_stem(struct cc_figure *figure, struct plot *plot, const struct sample *s)
{
	struct cc_point ends[] = {{s->x, plot->bottom}, {s->x, s->y}};
	cc_paint_line(figure->fore, CC_ROLE_STEM, ends[0], ends[1],
	    cc_pen(cc_ink(figure, CC_COLOUR_CURVE),
		figure->size->stroke[CC_STROKE_CURVE]));
	cc_series_keep_line(plot, ends, 2);
}

/* An end or a turn, which a reader looks for and which has a value: it lies
 * over what is between. */
static bool
stands_out(const struct curve *c, size_t i)
{
	if (i == 0 || i + 1 == c->count || c->samples[i].stem)
		return true;
	double before = c->samples[i - 1].y, after = c->samples[i + 1].y;
	double y = c->samples[i].y;
	return (y < before && y < after) || (y > before && y > after);
}

static void
draw_sample(struct cc_figure *figure, struct plot *plot, size_t which, size_t i)
{
	const struct curve *c = &plot->curves[which];
	const struct sample *s = &c->samples[i];
	cc_colour colour = cc_ink(figure, CC_COLOUR_CURVE);
	enum cc_sign sign = which % 2 ? CC_SIGN_OPEN_DOT : CC_SIGN_DOT;
	if (s->value->limit == CC_LIMIT_BELOW)
		sign = CC_SIGN_OPEN_DOWN;
	else if (s->value->limit == CC_LIMIT_ABOVE)
		sign = CC_SIGN_OPEN_UP;
	if (s->stem)
		draw_stem(figure, plot, s);
	if (s->radius > 0)
		cc_draw_sign(figure, sign, s->x, s->y, s->radius, colour);
	/* Words are taken for those of a turn without a sign as well. */
	if (s->radius > 0 || stands_out(c, i))
		cc_series_keep_sign(plot, s->x, s->y, s->radius);
}

static void
draw_samples(struct cc_figure *figure, struct plot *plot, size_t which)
{
	const struct curve *c = &plot->curves[which];
	for (size_t i = 0; i < c->count; i++)
		if (c->samples[i].value->limit == CC_LIMIT_BELOW)
			cc_figure_legend(figure, CC_LEGEND_BELOW);
	/* The rest is ink alone. */
	if (figure->fore->muted)
		return;
	for (int over = 0; over < 2; over++)
		for (size_t i = 0; i < c->count; i++)
			if (stands_out(c, i) == (over == 1))
				draw_sample(figure, plot, which, i);
}

static void
draw(struct cc_figure *figure, struct cc_track *track)
{
	struct plot *plot = track->data;
	cc_series_clear(figure, track, plot);
	if (plot->brief)
		cc_figure_abbreviation(figure, CC_IN_TEST, NULL, plot->brief);
	draw_ranges(figure, plot);
	draw_guides(figure, plot);
	if (track->own_sub > 0)
		cc_series_parts_draw(figure, track, plot);
	for (size_t c = 0; c < plot->curve_count; c++) {
		cc_open_fact(figure, plot->curves[c].fact, track->name, NULL);
		draw_curve(figure, plot, &plot->curves[c]);
		draw_samples(figure, plot, c);
		cc_paint_end(figure->fore);
	}
	cc_series_label_ends(figure, plot);
	name_thresholds(figure, plot, true);
	cc_series_label_turns(figure, plot);
	name_thresholds(figure, plot, false);
	if (!is_spark(figure))
		cc_series_label_silence(figure, plot);
}

const struct cc_mark cc_mark_series = {
    .name = "series",
    .zone = CC_ZONE_PLOT,
    .fills_column = true,
    .collect = collect,
    .measure = measure,
    .place = place,
    .draw = draw,
};
