/* Measured values: one row a test, or a group of tests that share one. */
#include "base/number.h"
#include "layout/draw.h"
#include "mark/marks.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define GROUP_MAX 4
#define GUIDES_MAX 5
#define TURNS_MOST 8 /* values of turning points beside a curve */

struct sample {
	double x, number;
	const struct cc_value *value; /* as the file has it */
	const struct cc_value *shown; /* the same in the plot's unit */
	double y;
	bool joined; /* by a line to the one before */
	bool stem;   /* no line joins it */
};

struct curve {
	const struct cc_fact *fact;
	const char *part; /* compartment within the group; NULL alone */
	const char *unit; /* of the axis, as written; NULL unknown */
	struct sample *samples;
	size_t count;
	double interval; /* usual, between two samples [unit] */
};

struct guide { /* a tick of the value axis */
	double number;
	char text[24];
};

struct plot {
	struct curve curves[GROUP_MAX];
	size_t curve_count;
	const char *unit;
	bool log, step;
	double low, high; /* of the value axis; log: decades */
	struct guide guides[GUIDES_MAX];
	size_t guide_count;
	double top, bottom;
	bool parts_named; /* at the dots: no room in the left column */
	GArray *taken;    /* of struct cc_box: labels placed */
};

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
	const struct cc_term *term = term_of(figure, curve->fact);
	const char *unit = cc_value_unit(figure->in->terms, owner, value);
	struct cc_value shown;
	if (!unit || !curve->unit)
		return value;
	if (!cc_value_convert(term, value, unit, curve->unit, &shown))
		return NULL;
	if (shown.written)
		return value;
	return cc_arena_memdup(figure->arena, &shown, sizeof(shown));
}

static void
add_sample(struct cc_figure *figure, struct curve *curve,
    const struct cc_fact *owner, const struct cc_value *value)
{
	const struct cc_span *span = &value->when.span;
	const struct cc_axis *axis = &figure->axis;
	const struct cc_value *shown = on_axis(figure, curve, owner, value);
	if (!shown)
		return;
	if (!span->dated ||
	    span->latest_end.minute < axis->stretch[0].from.minute ||
	    span->earliest_start.minute >
		axis->stretch[axis->stretches - 1].to.minute)
		return;
	struct cc_reach reach = cc_reach_of(figure, span);
	curve->samples[curve->count++] = (struct sample){
	    .x = reach.middle,
	    .number = shown->number,
	    .value = value,
	    .shown = shown};
}

static int
by_x(const void *a, const void *b)
{
	const struct sample *x = a, *y = b;
	if (x->x != y->x)
		return x->x < y->x ? -1 : 1;
	return x->value < y->value ? -1 : x->value > y->value;
}

/* A panel's value joins the series of its code. */
static void
fill_curve(struct cc_figure *figure, struct curve *curve)
{
	const struct cc_fact *fact = curve->fact;
	size_t room = fact->value_count;
	for (size_t i = 0; i < figure->course->fact_count; i++)
		if (figure->course->facts[i].kind == CC_KIND_PANEL)
			room += figure->course->facts[i].value_count;
	curve->samples =
	    cc_arena_new_array(figure->arena, struct sample, room + 1);
	curve->count = 0;
	for (size_t i = 0; i < fact->value_count; i++)
		add_sample(figure, curve, fact, &fact->values[i]);
	for (size_t i = 0; i < figure->course->fact_count && fact->code; i++) {
		const struct cc_fact *panel = &figure->course->facts[i];
		if (panel->kind != CC_KIND_PANEL)
			continue;
		for (size_t v = 0; v < panel->value_count; v++)
			if (panel->values[v].code &&
			    strcmp(panel->values[v].code, fact->code) == 0)
				add_sample(
				    figure, curve, panel, &panel->values[v]);
	}
	qsort(curve->samples, curve->count, sizeof(curve->samples[0]), by_x);
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
		const struct cc_term *term =
		    term_of(figure, plot->curves[0].fact);
		if (term && term->group && strcmp(term->group, group) == 0)
			return plot;
	}
	return NULL;
}

/* The full name where it does not take the left column for itself. */
static const char *
series_name(
    struct cc_figure *figure, const struct cc_fact *fact, const char *group)
{
	static const enum cc_name_form forms[] = {CC_NAME_FULL, CC_NAME_SHORT};
	const char *name = "";
	for (size_t i = 0; i < G_N_ELEMENTS(forms); i++) {
		name = group ? cc_name(figure->words, CC_IN_TEST, NULL, group,
				   forms[i])
		             : cc_fact_name(figure->words, fact, forms[i]);
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
takes_axis(struct cc_figure *figure, const struct plot *plot,
    struct curve *curve)
{
	const char *unit = plot->curves[0].unit;
	double factor;
	if (!cc_unit_factor(
		term_of(figure, curve->fact), curve->unit, unit, &factor) ||
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
	struct curve curve = {
	    .fact = fact, .unit = cc_series_unit(figure->in->terms, fact)};
	fill_curve(figure, &curve);
	if (curve.count == 0)
		return;
	const struct cc_term *term = term_of(figure, fact);
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
	plot->unit = cc_unit_text(figure->words, curve.unit);
	enum cc_scale scale = fact->scale;
	if (scale == CC_SCALE_DEFAULT && term)
		scale = term->scale;
	plot->log = scale == CC_SCALE_LOG;
	plot->step = scale == CC_SCALE_STEP;
	const char *name =
	    series_name(figure, fact, grouped ? term->group : NULL);
	name = cc_drawn_name(figure, fact, cc_upper(figure, name));
	/* Compartments take the line below the name, where a unit stands. */
	if (curve.part && plot->unit[0] != '\0')
		name = cc_arena_printf(figure->arena, "%s%s%s", name,
		    cc_say(figure->words, CC_MSG_CLAUSE_SEPARATOR), plot->unit);
	struct cc_track *track =
	    cc_figure_add_track(figure, mark, name, plot->unit, plot);
	track->spare = fact->key == CC_KEY_YES ? 0 : spare_rank(figure, mark);
}

static void
collect(const struct cc_mark *mark, struct cc_figure *figure)
{
	for (size_t i = 0; i < figure->course->fact_count; i++) {
		const struct cc_fact *fact = &figure->course->facts[i];
		if (fact->kind == CC_KIND_SERIES &&
		    cc_figure_claim(figure, fact))
			collect_one(mark, figure, fact);
	}
}

/* 1, 2 or 5 times a power of ten, at least x. */
static double
nice_above(double x)
{
	if (x <= 0)
		return 1;
	double p = pow(10, floor(log10(x)));
	static const double steps[] = {1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10};
	for (size_t i = 0; i < G_N_ELEMENTS(steps); i++)
		if (steps[i] * p >= x * 0.9999)
			return steps[i] * p;
	return 10 * p;
}

static void
add_guide(struct plot *plot, double number)
{
	struct guide *guide = &plot->guides[plot->guide_count++];
	g_autoptr(GString) text = g_string_new(NULL);
	cc_number_append(text, number, 6);
	guide->number = number;
	g_strlcpy(guide->text, text->str, sizeof(guide->text));
	/* Thousands: 10000 -> 10 000 reads in both languages. */
	size_t n = strlen(guide->text);
	if (number >= 10000 && n <= 9 && !strchr(guide->text, '.')) {
		g_autofree char *head = g_strndup(guide->text, n - 3);
		g_autofree char *all =
		    g_strconcat(head, ",", guide->text + n - 3, NULL);
		g_strlcpy(guide->text, all, sizeof(guide->text));
	}
}

/* From a little below the least value to a little above the most, ticks at
 * whole decades: a scale that ended at decades itself would press a curve of
 * one decade flat. */
static void
scale_log(struct plot *plot, double least, double most)
{
	double low = log10(least), high = log10(most);
	double air = fmax(0.04 * (high - low), 0.02);
	plot->low = low - air;
	plot->high = high + air;
	if (ceil(plot->low) + 1 > plot->high) {
		/* Less than two ticks: to the decades after all. */
		plot->low = floor(low + 1e-9);
		plot->high = fmax(ceil(high - 1e-9), plot->low + 1);
	}
	int first = (int)ceil(plot->low - 1e-9);
	int last = (int)floor(plot->high + 1e-9);
	int decades = last - first;
	int step = decades <= 3 ? 1 : (decades + 2) / 3;
	for (int d = first; d <= last && plot->guide_count < GUIDES_MAX;
	     d += step)
		add_guide(plot, pow(10, d));
}

static void
scale_linear(struct plot *plot, double least, double most)
{
	double base = least >= 0 && least < 0.55 * most ? 0 : least;
	if (base > 0) {
		double span = fmax(most - least, fabs(most) * 0.05);
		double step = nice_above(span / 2);
		base = floor(least / step) * step;
		plot->low = base;
		plot->high = ceil(most / step - 1e-9) * step;
		if (plot->high <= plot->low)
			plot->high = plot->low + step;
		for (double g = plot->low;
		     g <= plot->high + step / 2 && plot->guide_count < 4;
		     g += step)
			add_guide(plot, g);
		return;
	}
	if (least < 0) {
		double reach = nice_above(fmax(fabs(least), fabs(most)));
		plot->low = -reach;
		plot->high = reach;
		add_guide(plot, -reach);
		add_guide(plot, 0);
		add_guide(plot, reach);
		return;
	}
	plot->low = 0;
	plot->high = nice_above(most);
	add_guide(plot, 0);
	add_guide(plot, plot->high / 2);
	add_guide(plot, plot->high);
}

static void
find_scale(struct plot *plot)
{
	double least = INFINITY, most = -INFINITY;
	for (size_t c = 0; c < plot->curve_count; c++) {
		const struct curve *curve = &plot->curves[c];
		for (size_t i = 0; i < curve->count; i++) {
			double v = curve->samples[i].number;
			if (plot->log && v <= 0)
				continue;
			least = fmin(least, v);
			most = fmax(most, v);
		}
		for (size_t r = 0; r < curve->fact->range_count; r++) {
			const struct cc_range *range = &curve->fact->ranges[r];
			bool log_bad =
			    plot->log && (range->low <= 0 || range->high <= 0);
			if (log_bad)
				continue;
			least = fmin(least, fmin(range->low, range->high));
			if (range->high < 1.5 * most || plot->log)
				most = fmax(most, range->high);
		}
	}
	plot->guide_count = 0;
	if (!isfinite(least)) {
		least = 0;
		most = 1;
		plot->log = false;
	}
	if (plot->log)
		scale_log(plot, least, most);
	else
		scale_linear(plot, least, most);
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

static bool
is_spark(const struct cc_figure *figure)
{
	return figure->pressed[CC_PRESS_SPARK];
}

/* Of "● marrow ○ blood" in the left column. */
static double
parts_width(struct cc_figure *figure, const struct plot *plot)
{
	double width = 0;
	for (size_t c = 0; c < plot->curve_count; c++)
		if (plot->curves[c].part)
			width += 1.6 * figure->u + cc_width(figure,
						       plot->curves[c].part,
						       CC_TYPE_BODY, false);
	return width;
}

static void
measure(struct cc_figure *figure, struct cc_track *track)
{
	struct plot *plot = track->data;
	for (size_t c = 0; c < plot->curve_count; c++) {
		/* x depends on the width of the left column. */
		fill_curve(figure, &plot->curves[c]);
	}
	find_scale(plot);
	track->tick_width = 0;
	for (size_t i = 0; i < plot->guide_count; i++)
		track->tick_width = fmax(
		    track->tick_width, cc_width(figure, plot->guides[i].text,
					   CC_TYPE_BODY, false));
	const char *unit = plot->unit;
	if (plot->log && unit[0] != '\0')
		unit = cc_arena_printf(figure->arena, "%s%s%s", unit,
		    cc_say(figure->words, CC_MSG_CLAUSE_SEPARATOR),
		    cc_say(figure->words, CC_MSG_LOG_SCALE));
	else if (plot->log)
		unit = cc_say(figure->words, CC_MSG_LOG_SCALE);
	plot->parts_named =
	    plot->curves[0].part &&
	    parts_width(figure, plot) > 0.19 * figure->page.width;
	track->own_sub = (plot->curve_count > 1 || plot->curves[0].part) &&
	                 !plot->parts_named;
	track->sub = plot->curves[0].part || track->own_sub || *unit == '\0'
	                 ? NULL
	                 : unit;
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
usual_interval(struct cc_figure *figure, const struct curve *curve)
{
	if (curve->count < 4)
		return 0.06 * figure->plot.width;
	size_t n = curve->count - 1;
	double *apart = cc_arena_new_array(figure->arena, double, n);
	for (size_t i = 0; i < n; i++)
		apart[i] = curve->samples[i + 1].x - curve->samples[i].x;
	qsort(apart, n, sizeof(apart[0]), by_number);
	return apart[n / 2];
}

/* A line across a long silence would be invented. Long: five times the usual
 * interval and a seventh of the axis. */
static bool
silent_between(
    const struct cc_figure *figure, const struct curve *curve, size_t i)
{
	double from = curve->samples[i].x, to = curve->samples[i + 1].x;
	double gap = to - from;
	if (cc_axis_is_cut(&figure->axis, from, to))
		return true;
	return gap > 0.14 * figure->plot.width && gap > 5 * curve->interval;
}

/* Values that no line joins stand on stems. */
static bool
is_alone(const struct cc_figure *figure, const struct curve *c, size_t i)
{
	bool before = i == 0 || silent_between(figure, c, i - 1);
	bool after = i + 1 == c->count || silent_between(figure, c, i);
	return before && after;
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

static void
place(struct cc_figure *figure, struct cc_track *track)
{
	struct plot *plot = track->data;
	plot->top = track->box.y + 0.5 * figure->u;
	plot->bottom = cc_box_bottom(track->box) - 0.45 * figure->u;
	for (size_t c = 0; c < plot->curve_count; c++) {
		struct curve *curve = &plot->curves[c];
		curve->interval = usual_interval(figure, curve);
		for (size_t i = 0; i < curve->count; i++) {
			struct sample *sample = &curve->samples[i];
			sample->y = value_y(plot, sample->number);
			sample->stem = is_alone(figure, curve, i);
			sample->joined =
			    i > 0 && !silent_between(figure, curve, i - 1);
		}
	}
	part_twins(figure, plot);
}

static void
draw_guides(
    struct cc_figure *figure, struct cc_track *track, const struct plot *plot)
{
	double least = 1.05 * cc_type_size(figure, CC_TYPE_BODY);
	double last = 1e9;
	(void)track;
	for (size_t i = 0; i < plot->guide_count; i++) {
		double y = value_y(plot, plot->guides[i].number);
		cc_rule(figure, figure->plot.x, cc_box_right(figure->plot), y,
		    cc_pen(cc_ink(figure, CC_COLOUR_HAIRLINE),
			figure->size->stroke[CC_STROKE_HAIRLINE]));
		bool top = i == plot->guide_count - 1;
		if (last - y < least ||
		    (!top &&
			y - value_y(plot,
				plot->guides[plot->guide_count - 1].number) <
			    least))
			continue;
		last = y;
		cc_write(figure, CC_TYPE_BODY, false, CC_COLOUR_MID,
		    CC_ANCHOR_END, figure->plot.x - 0.4 * figure->u,
		    cc_centre(figure, CC_TYPE_BODY, y), plot->guides[i].text);
	}
}

static bool
label_free_of_words(const struct plot *plot, struct cc_box box)
{
	for (guint i = 0; i < plot->taken->len; i++)
		if (cc_box_overlap(
			box, g_array_index(plot->taken, struct cc_box, i)))
			return false;
	return true;
}

static void
draw_threshold(struct cc_figure *figure, struct plot *plot, double number,
    double left, double right, const char *label)
{
	double y = value_y(plot, number);
	struct cc_paint pen = cc_pen(cc_ink(figure, CC_COLOUR_THRESHOLD),
	    figure->size->stroke[CC_STROKE_HAIRLINE] * 1.2);
	pen.dash[0] = 4 * pen.width;
	pen.dash[1] = 3 * pen.width;
	cc_paint_line(figure->ground, CC_ROLE_CURVE, (struct cc_point){left, y},
	    (struct cc_point){right, y}, pen);
	if (!label) {
		cc_figure_legend(figure, CC_LEGEND_THRESHOLD);
		return;
	}
	double w = cc_width(figure, label, CC_TYPE_LEAST, false);
	double x = cc_box_right(figure->plot) - 0.2 * figure->u;
	double size = cc_type_size(figure, CC_TYPE_LEAST);
	struct cc_box box = {x - w, y - 1.1 * size, w, size};
	if (!label_free_of_words(plot, box))
		box.y = y + 0.15 * size; /* below its line */
	cc_write(figure, CC_TYPE_LEAST, false, CC_COLOUR_MID, CC_ANCHOR_END, x,
	    box.y + 0.85 * size, label);
	g_array_append_val(plot->taken, box);
}

static void
draw_ranges(struct cc_figure *figure, struct plot *plot)
{
	const struct cc_fact *fact = plot->curves[0].fact;
	for (size_t i = 0; i < fact->range_count; i++) {
		const struct cc_range *range = &fact->ranges[i];
		double left = figure->plot.x;
		double right = cc_box_right(figure->plot);
		if (range->when.span.dated) {
			struct cc_reach reach =
			    cc_reach_of(figure, &range->when.span);
			left = reach.earliest_start;
			right = reach.latest_end;
		}
		const char *label = cc_text_in(figure->words, &range->labels);
		if (isnan(range->low) || isnan(range->high)) {
			draw_threshold(figure, plot,
			    isnan(range->low) ? range->high : range->low, left,
			    right, label);
			continue;
		}
		double top = value_y(plot, range->high);
		double bottom = value_y(plot, range->low);
		cc_paint_rect(figure->ground, CC_ROLE_FILL,
		    (struct cc_box){left, top, right - left, bottom - top}, 0,
		    cc_brush(cc_ink(figure, CC_COLOUR_RANGE)));
		cc_figure_legend(figure, CC_LEGEND_RANGE);
	}
}

static void
draw_curve(
    struct cc_figure *figure, const struct plot *plot, const struct curve *c)
{
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
		bool last = i + 1 == c->count;
		if (!last && !silent_between(figure, c, i))
			continue;
		if (n > 1)
			cc_paint_polyline(
			    figure->fore, CC_ROLE_CURVE, points, n, false, pen);
		n = 0;
	}
}

static void
draw_samples(struct cc_figure *figure, const struct plot *plot, size_t which)
{
	const struct curve *c = &plot->curves[which];
	cc_colour colour = cc_ink(figure, CC_COLOUR_CURVE);
	double r = 0.36 * figure->u;
	bool many = c->count > 26 || is_spark(figure);
	for (size_t i = 0; i < c->count; i++) {
		const struct sample *s = &c->samples[i];
		bool alone = s->stem;
		if (alone)
			cc_paint_line(figure->fore, CC_ROLE_STEM,
			    (struct cc_point){s->x, plot->bottom},
			    (struct cc_point){s->x, s->y},
			    cc_pen(
				colour, figure->size->stroke[CC_STROKE_CURVE]));
		enum cc_sign sign = which % 2 ? CC_SIGN_OPEN_DOT : CC_SIGN_DOT;
		if (s->value->limit == CC_LIMIT_BELOW) {
			sign = CC_SIGN_OPEN_DOWN;
			cc_figure_legend(figure, CC_LEGEND_BELOW);
		} else if (s->value->limit == CC_LIMIT_ABOVE) {
			sign = CC_SIGN_OPEN_UP;
		} else if (many && !alone) {
			continue;
		}
		double radius = alone ? 1.25 * r : r;
		cc_draw_sign(figure, sign, s->x, s->y, radius, colour);
	}
}

static bool
curve_crosses(const struct plot *plot, struct cc_box box)
{
	for (size_t c = 0; c < plot->curve_count; c++) {
		const struct curve *curve = &plot->curves[c];
		for (size_t i = 0; i < curve->count; i++) {
			const struct sample *s = &curve->samples[i];
			if (s->x > box.x - 2 && s->x < cc_box_right(box) + 2 &&
			    s->y > box.y - 2 && s->y < cc_box_bottom(box) + 2)
				return true;
			if (s->stem && s->x > box.x - 2 &&
			    s->x < cc_box_right(box) + 2 &&
			    cc_box_bottom(box) > s->y)
				return true;
			if (!s->joined)
				continue;
			/* The segment at the box's columns. */
			const struct sample *p = &curve->samples[i - 1];
			if (s->x < box.x || p->x > cc_box_right(box) ||
			    s->x <= p->x)
				continue;
			double k = (s->y - p->y) / (s->x - p->x);
			double a = p->y + k * (fmax(box.x, p->x) - p->x);
			double b =
			    p->y + k * (fmin(cc_box_right(box), s->x) - p->x);
			if (fmax(a, b) > box.y &&
			    fmin(a, b) < cc_box_bottom(box))
				return true;
		}
	}
	return false;
}

static bool
label_free(const struct plot *plot, struct cc_box box)
{
	return label_free_of_words(plot, box) && !curve_crosses(plot, box);
}

/* Writes a value beside its point, where neither words nor curves are; its
 * compartment before it where the left column does not name it. */
static bool
label_sample(struct cc_figure *figure, struct cc_track *track,
    struct plot *plot, const struct sample *s, const char *part)
{
	const char *text = cc_value_text(figure->words, s->shown);
	double size = cc_type_size(figure, CC_TYPE_NAME);
	double lead =
	    part ? cc_width(figure, part, CC_TYPE_NAME, false) + 0.3 * figure->u
		 : 0;
	double w = lead + cc_width(figure, text, CC_TYPE_NAME, true);
	double r = 0.55 * figure->u, h = 0.78 * size;
	const struct cc_point at[] = {
	    {s->x + r, s->y - h / 2},
	    {s->x - r - w, s->y - h / 2},
	    {s->x + 0.6 * r, s->y - r - h},
	    {s->x - 0.6 * r - w, s->y - r - h},
	    {s->x - w / 2, s->y - r - h},
	    {s->x - w / 2, s->y + r},
	    {s->x + 0.6 * r, s->y + 0.6 * r},
	    {s->x - 0.6 * r - w, s->y + 0.6 * r},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(at); i++) {
		struct cc_box box = {at[i].x, at[i].y, w, h};
		if (box.x < figure->plot.x ||
		    cc_box_right(box) > cc_box_right(figure->plot) ||
		    box.y < track->box.y - 0.45 * figure->u ||
		    cc_box_bottom(box) >
			cc_box_bottom(track->box) + 0.1 * figure->u ||
		    !label_free(plot, box))
			continue;
		if (part)
			cc_write(figure, CC_TYPE_NAME, false, CC_COLOUR_MID,
			    CC_ANCHOR_START, box.x, cc_box_bottom(box), part);
		cc_write(figure, CC_TYPE_NAME, true, CC_COLOUR_INK,
		    CC_ANCHOR_START, box.x + lead, cc_box_bottom(box), text);
		struct cc_box kept = {box.x - 0.25 * figure->u, box.y - 1,
		    box.width + 0.5 * figure->u, box.height + 2};
		g_array_append_val(plot->taken, kept);
		return true;
	}
	return false;
}

/* How far a turning point stands out, in shares of the value axis: the lesser
 * of its heights over the turns on both sides. */
static double
prominence(const struct curve *c, size_t i, double span)
{
	double y = c->samples[i].y;
	double sides[2] = {0, 0};
	bool peak = i > 0 && y <= c->samples[i - 1].y;
	for (int side = 0; side < 2; side++) {
		size_t j = i;
		while (side == 0 ? j > 0 : j + 1 < c->count) {
			j = side == 0 ? j - 1 : j + 1;
			double d = c->samples[j].y - y;
			if (!peak)
				d = -d;
			if (d < 0)
				break;
			sides[side] = fmax(sides[side], d);
		}
	}
	return fmin(sides[0], sides[1]) / span;
}

struct turn {
	size_t sample;
	double prominence;
};

static int
by_prominence(const void *a, const void *b)
{
	const struct turn *x = a, *y = b;
	if (x->prominence != y->prominence)
		return x->prominence > y->prominence ? -1 : 1;
	return x->sample < y->sample ? -1 : 1;
}

/* Turning points that a reader would ask for: those that stand out by a third
 * of the axis, or any of a short curve; the most prominent first. */
static size_t
find_turns(struct cc_figure *figure, const struct plot *plot,
    const struct curve *c, struct turn **turns)
{
	size_t n = 0;
	double span = fmax(plot->bottom - plot->top, 1e-6);
	double least = c->count > 12 ? 0.33 : 0.1;
	*turns = cc_arena_new_array(figure->arena, struct turn, c->count + 1);
	for (size_t i = 1; i + 1 < c->count; i++) {
		double a = c->samples[i - 1].number;
		double b = c->samples[i].number;
		double d = c->samples[i + 1].number;
		if (!((b > a && b >= d) || (b < a && b <= d)))
			continue;
		double out = prominence(c, i, span);
		if (out >= least)
			(*turns)[n++] = (struct turn){i, out};
	}
	qsort(*turns, n, sizeof(**turns), by_prominence);
	return MIN(n, TURNS_MOST);
}

/* First, last, extremes; then turning points while there is room. */
static void
label_curve(struct cc_figure *figure, struct cc_track *track, struct plot *plot,
    const struct curve *c)
{
	size_t low = 0, high = 0;
	for (size_t i = 0; i < c->count; i++) {
		if (c->samples[i].number > c->samples[high].number)
			high = i;
		if (c->samples[i].number < c->samples[low].number)
			low = i;
	}
	const char *part = plot->parts_named ? c->part : NULL;
	bool every = c->count <= 3;
	size_t wanted[4] = {high, 0, c->count - 1, low};
	bool done[4] = {false};
	for (size_t w = 0; w < 4; w++) {
		bool again = false;
		for (size_t v = 0; v < w; v++)
			again = again || (wanted[v] == wanted[w] && done[v]);
		if (again)
			continue;
		done[w] = label_sample(
		    figure, track, plot, &c->samples[wanted[w]], part);
		if (done[w] && !every)
			part = NULL;
	}
	struct turn *turns;
	size_t count = find_turns(figure, plot, c, &turns);
	for (size_t i = 0; i < count; i++)
		if (turns[i].sample != high && turns[i].sample != low)
			label_sample(figure, track, plot,
			    &c->samples[turns[i].sample], NULL);
}

/* "● marrow ○ blood" in the left column, below the group's name. */
static void
draw_parts(
    struct cc_figure *figure, struct cc_track *track, const struct plot *plot)
{
	double x = figure->page.x;
	double y = track->sub_baseline;
	double r = 0.36 * figure->u;
	for (size_t c = 0; c < plot->curve_count; c++) {
		const char *part = plot->curves[c].part;
		if (!part)
			continue;
		cc_draw_sign(figure, c % 2 ? CC_SIGN_OPEN_DOT : CC_SIGN_DOT,
		    x + r, y - 0.3 * figure->u, 1.2 * r,
		    cc_ink(figure, CC_COLOUR_CURVE));
		double w = cc_write(figure, CC_TYPE_BODY, false, CC_COLOUR_MID,
		    CC_ANCHOR_START, x + 2.6 * r, y, part);
		x += 2.6 * r + w + 0.7 * figure->u;
	}
}

static void
say_silence(struct cc_figure *figure, struct cc_track *track, struct plot *plot)
{
	const struct curve *c = &plot->curves[0];
	const char *words = cc_say(figure->words, CC_MSG_NO_VALUE_BETWEEN);
	double w = cc_width(figure, words, CC_TYPE_BODY, false);
	for (size_t i = 0; i + 1 < c->count; i++) {
		if (!silent_between(figure, c, i) ||
		    c->samples[i + 1].x - c->samples[i].x < 2.2 * w)
			continue;
		double x = (c->samples[i].x + c->samples[i + 1].x) / 2;
		double y = (plot->top + plot->bottom) / 2;
		struct cc_box box = {
		    x - w / 2, y - figure->u / 2, w, figure->u};
		if (!label_free(plot, box))
			continue;
		g_array_append_val(plot->taken, box);
		cc_write(figure, CC_TYPE_BODY, false, CC_COLOUR_MID,
		    CC_ANCHOR_MIDDLE, x,
		    cc_centre(figure, CC_TYPE_BODY, y + 0.25 * figure->u),
		    words);
		(void)track;
		return;
	}
}

static void
draw(struct cc_figure *figure, struct cc_track *track)
{
	struct plot *plot = track->data;
	plot->taken = g_array_new(FALSE, FALSE, sizeof(struct cc_box));
	draw_ranges(figure, plot);
	draw_guides(figure, track, plot);
	if (track->own_sub)
		draw_parts(figure, track, plot);
	for (size_t c = 0; c < plot->curve_count; c++) {
		cc_open_fact(figure, plot->curves[c].fact, track->name);
		draw_curve(figure, plot, &plot->curves[c]);
		draw_samples(figure, plot, c);
		cc_paint_end(figure->fore);
	}
	for (size_t c = 0; c < plot->curve_count; c++)
		label_curve(figure, track, plot, &plot->curves[c]);
	if (!is_spark(figure))
		say_silence(figure, track, plot);
	g_array_free(plot->taken, TRUE);
	plot->taken = NULL;
}

const struct cc_mark cc_mark_series = {
    .name = "series",
    .zone = CC_ZONE_PLOT,
    .collect = collect,
    .measure = measure,
    .place = place,
    .draw = draw,
};
