/* Baseline strip: the values of a panel side by side above the axis. A value
 * that a series of its code draws is not said twice. */
#include "layout/draw.h"
#include "mark/marks.h"

#include <math.h>
#include <string.h>

/* Name and value are 1.2 apart: a value stands by its own name. [u] */
#define ROW_PITCH 2.75

struct cell {
	const char *name, *number, *rest; /* rest: unit and arrow */
	double width;
};

struct strip {
	const struct cc_fact *fact;
	const char *head, *when;
	struct cell *cells;
	size_t count;
	size_t columns, rows; /* of cells */
	double head_width;
	bool stacked; /* name over number, else beside it */
};

static const struct cc_term *
test_of(const struct cc_figure *figure, const struct cc_value *value)
{
	return value->code ? cc_terms_find(figure->in->terms, CC_IN_TEST, NULL,
				 value->code)
	                   : NULL;
}

/* A value joins the curve of its test where it can be in the unit of that. */
static bool
joins_series(const struct cc_figure *figure, const struct cc_fact *panel,
    const struct cc_value *value)
{
	const struct cc_terms *terms = figure->in->terms;
	const char *unit = cc_value_unit(terms, panel, value);
	for (size_t i = 0; i < figure->course->fact_count && value->code; i++) {
		const struct cc_fact *fact = &figure->course->facts[i];
		double factor;
		if (fact->kind == CC_KIND_SERIES && fact->code &&
		    strcmp(fact->code, value->code) == 0)
			return cc_unit_factor(test_of(figure, value), unit,
			    cc_series_unit(terms, fact), &factor);
	}
	return false;
}

/* ↓ and ↑ against the range of the patient's sex. */
static const char *
arrow_of(const struct cc_figure *figure, const struct cc_fact *fact,
    const struct cc_value *value)
{
	const struct cc_term *term = test_of(figure, value);
	double factor;
	if (!term ||
	    !cc_unit_factor(term, cc_value_unit(figure->in->terms, fact, value),
		term->unit, &factor))
		return "";
	size_t sex = 0;
	if (fact->patient < figure->course->patient_count) {
		enum cc_sex s = figure->course->patients[fact->patient].sex;
		sex = s == CC_SEX_FEMALE ? 1 : s == CC_SEX_MALE ? 2 : 0;
	}
	double low = isnan(term->low[sex]) ? term->low[0] : term->low[sex];
	double high = isnan(term->high[sex]) ? term->high[0] : term->high[sex];
	if (value->number * factor < low)
		return " ↓";
	if (value->number * factor > high)
		return " ↑";
	return "";
}

static bool
same_start(const struct cc_fact *a, const struct cc_fact *b)
{
	return a->when.span.earliest_start.minute ==
	       b->when.span.earliest_start.minute;
}

/* The author's words; else what it was measured at: the first diagnosis, or
 * what time is counted from. */
static const char *
head_of(struct cc_figure *figure, const struct cc_fact *fact, const char *when)
{
	const char *label = cc_text_in(figure->words, &fact->labels);
	const struct cc_fact *zero = figure->zero;
	if (label)
		return label;
	if (!zero ||
	    (zero == figure->course->diagnosis && same_start(fact, zero)))
		return cc_say(figure->words, CC_MSG_AT_DIAGNOSIS);
	if (zero->kind != CC_KIND_DIAGNOSIS || !same_start(fact, zero))
		return when;
	return cc_upper(
	    figure, cc_fact_name(figure->words, zero, CC_NAME_SHORT));
}

static void
collect_one(const struct cc_mark *mark, struct cc_figure *figure,
    const struct cc_fact *fact)
{
	struct strip *strip = cc_arena_new(figure->arena, struct strip);
	strip->fact = fact;
	strip->cells =
	    cc_arena_new_array(figure->arena, struct cell, fact->value_count);
	for (size_t i = 0; i < fact->value_count; i++) {
		const struct cc_value *value = &fact->values[i];
		if (joins_series(figure, fact, value))
			continue;
		const char *unit =
		    cc_value_unit(figure->in->terms, fact, value);
		strip->cells[strip->count++] = (struct cell){
		    .name = cc_name(figure->words, CC_IN_TEST, NULL,
			value->code ? value->code : "", CC_NAME_FULL),
		    .number = cc_value_text(figure->words, value),
		    .rest = cc_arena_join(figure->arena,
			cc_unit_text(figure->words, unit),
			arrow_of(figure, fact, value), NULL)};
	}
	if (strip->count == 0)
		return;
	strip->when = cc_date_text(figure->words, &fact->when.span);
	strip->head = head_of(figure, fact, strip->when);
	cc_figure_add_track(figure, mark, NULL, NULL, strip);
}

static void
collect(const struct cc_mark *mark, struct cc_figure *figure)
{
	if (!figure->size->part[CC_PART_BASELINE])
		return;
	for (size_t i = 0; i < figure->course->fact_count; i++) {
		const struct cc_fact *fact = &figure->course->facts[i];
		if (fact->kind == CC_KIND_PANEL &&
		    cc_figure_claim(figure, fact))
			collect_one(mark, figure, fact);
	}
}

static void
measure(struct cc_figure *figure, struct cc_track *track)
{
	struct strip *strip = track->data;
	double u = figure->u, pad = 0.9 * u;
	strip->head_width =
	    fmax(cc_width(figure, strip->head, CC_TYPE_NAME, true),
		cc_width(figure, strip->when, CC_TYPE_BODY, false));
	double left =
	    fmax(figure->plot.x - figure->page.x, strip->head_width + 2.2 * u);
	double room = figure->page.width - left - pad;
	double widest = 0;
	for (size_t i = 0; i < strip->count; i++) {
		struct cell *cell = &strip->cells[i];
		cell->name = cc_upper(figure, cell->name);
		double value =
		    cc_width(figure, cell->number, CC_TYPE_NAME, true) +
		    cc_width(figure, cell->rest, CC_TYPE_BODY, false) + 0.3 * u;
		cell->width = fmax(
		    cc_width(figure, cell->name, CC_TYPE_BODY, false), value);
		widest = fmax(widest, cell->width);
	}
	strip->columns = (size_t)fmax(1, floor((room + u) / (widest + 2 * u)));
	strip->columns = MIN(strip->columns, strip->count);
	strip->rows = (strip->count + strip->columns - 1) / strip->columns;
	strip->columns = (strip->count + strip->rows - 1) / strip->rows;
	track->height = (ROW_PITCH * (double)strip->rows + 0.1) * u;
	track->tick_width = left;
}

static void
place(struct cc_figure *figure, struct cc_track *track)
{
	(void)figure;
	(void)track;
}

static void
draw_cell(struct cc_figure *figure, const struct cell *cell, double x, double y)
{
	double u = figure->u;
	cc_write(figure, CC_TYPE_BODY, false, CC_COLOUR_MID, CC_ANCHOR_START, x,
	    y, cell->name);
	double w = cc_write(figure, CC_TYPE_NAME, true, CC_COLOUR_INK,
	    CC_ANCHOR_START, x, y + 1.2 * u, cell->number);
	cc_write(figure, CC_TYPE_BODY, false, CC_COLOUR_MID, CC_ANCHOR_START,
	    x + w + 0.3 * u, y + 1.2 * u, cell->rest);
}

static void
draw(struct cc_figure *figure, struct cc_track *track)
{
	struct strip *strip = track->data;
	double u = figure->u;
	struct cc_paint ground = cc_brush(cc_ink(figure, CC_COLOUR_PANEL));
	cc_colour edge = cc_ink(figure, CC_COLOUR_PANEL_EDGE);
	if (edge != ground.fill) {
		ground.stroke = edge;
		ground.width = figure->size->stroke[CC_STROKE_HAIRLINE];
	}
	cc_paint_rect(
	    figure->ground, CC_ROLE_PANEL, track->box, 0.25 * u, ground);
	cc_open_fact(figure, strip->fact, strip->head, NULL);
	double x = track->box.x + 0.9 * u, y = track->box.y + 1.13 * u;
	cc_write(figure, CC_TYPE_NAME, true, CC_COLOUR_INK, CC_ANCHOR_START, x,
	    y, strip->head);
	if (strcmp(strip->head, strip->when) != 0)
		cc_write(figure, CC_TYPE_BODY, false, CC_COLOUR_MID,
		    CC_ANCHOR_START, x, y + 1.2 * u, strip->when);
	double left = track->box.x + track->tick_width;
	double step =
	    (cc_box_right(track->box) - left) / (double)strip->columns;
	for (size_t i = 0; i < strip->count; i++) {
		size_t column = i % strip->columns;
		double cell_x = left + step * (double)column;
		double cell_y =
		    y + ROW_PITCH * u * (double)(i / strip->columns);
		draw_cell(figure, &strip->cells[i], cell_x, cell_y);
		if (column == 0)
			continue;
		cc_paint_line(figure->fore, CC_ROLE_GRID,
		    (struct cc_point){cell_x - 1.1 * u, cell_y - 0.75 * u},
		    (struct cc_point){cell_x - 1.1 * u, cell_y + 1.35 * u},
		    cc_pen(cc_ink(figure, CC_COLOUR_JANUARY),
			figure->size->stroke[CC_STROKE_HAIRLINE]));
	}
	cc_paint_end(figure->fore);
}

const struct cc_mark cc_mark_panel = {
    .name = "panel",
    .zone = CC_ZONE_HEAD,
    .collect = collect,
    .measure = measure,
    .place = place,
    .draw = draw,
};
