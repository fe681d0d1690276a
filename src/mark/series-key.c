/* What the mark itself writes into the left column, below the row's name:
 * which compartment of a group is which, or what else stands in the row. */
#include "layout/draw.h"
#include "mark/series.h"

#include <math.h>

/* ---- compartments, side by side ---- */

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
draw_parts(
    struct cc_figure *figure, struct cc_track *track, const struct plot *plot)
{
	double x = figure->page.x;
	double y = track->sub_baseline;
	double r = 0.36 * figure->u;
	for (size_t c = 0; c < plot->curve_count; c++) {
		const struct curve *curve = &plot->curves[c];
		if (!curve->part)
			continue;
		cc_draw_sign(figure, curve->sign, x + r, y - 0.3 * figure->u,
		    1.2 * r, cc_series_ink(figure, curve));
		double w = cc_write(figure, CC_TYPE_BODY, false, CC_COLOUR_MID,
		    CC_ANCHOR_START, x + 2.6 * r, y, curve->part);
		x += 2.6 * r + w + 0.7 * figure->u;
	}
	/* Where the unit would say it, were there no compartments. */
	const char *log = cc_say(figure->words, CC_MSG_LOG_SCALE);
	double ticks = figure->plot.x - track->tick_width - 0.9 * figure->u;
	if (plot->scales[SIDE_LEFT].log &&
	    x + cc_width(figure, log, CC_TYPE_BODY, false) < ticks)
		cc_write(figure, CC_TYPE_BODY, false, CC_COLOUR_MID,
		    CC_ANCHOR_START, x, y, log);
}

/* ---- tests and doses that share the row, below each other ---- */

#define SIGN_WIDTH 1.4 /* a piece of line, with the dot of its values [u] */
#define SWATCH_WIDTH 0.9
#define SIGN_GAP 0.4
#define LINE 1.12  /* from one baseline to the next [u] */
#define MIDDLE 0.3 /* of small letters, above the baseline [u] */

/* A line of the key; the sign of a curve or the colour of an area stands before
 * what names it. */
struct line {
	const char *text;
	bool bold;
	const struct curve *curve;       /* NULL: no sign */
	const struct cc_dose_area *area; /* NULL: no swatch */
	bool indented;
};

#define LINES_MOST (4 * GROUP_MAX)

struct key {
	struct line lines[LINES_MOST];
	size_t count;
};

/* Before the names of a row that has a key [unit]. */
static double
sign_room(const struct cc_figure *figure)
{
	return (SIGN_WIDTH + SIGN_GAP) * figure->u;
}

static double
line_indent(const struct cc_figure *figure, const struct line *line)
{
	if (line->curve)
		return sign_room(figure);
	return line->area || line->indented
	           ? (SWATCH_WIDTH + SIGN_GAP) * figure->u
	           : 0;
}

static void
add_line(struct key *key, struct line line)
{
	if (key->count < LINES_MOST && line.text && line.text[0] != '\0')
		key->lines[key->count++] = line;
}

/* "mg/L, log scale, right axis" */
static const char *
axis_words(struct cc_figure *figure, const char *unit, bool log, bool right)
{
	const char *clauses[] = {cc_unit_text(figure->words, unit),
	    log ? cc_say(figure->words, CC_MSG_LOG_SCALE) : "",
	    right ? cc_say(figure->words, CC_MSG_RIGHT_AXIS) : ""};
	const char *text = "";
	for (size_t i = 0; i < G_N_ELEMENTS(clauses); i++)
		if (clauses[i][0] != '\0')
			text = text[0] == '\0'
			           ? clauses[i]
			           : cc_arena_join(figure->arena, text,
					 cc_say(figure->words,
					     CC_MSG_CLAUSE_SEPARATOR),
					 clauses[i], NULL);
	return text;
}

static void
add_area(
    struct cc_figure *figure, struct key *key, const struct cc_dose_area *area)
{
	if (!area || area->count == 0)
		return;
	add_line(key, (struct line){.text = cc_series_area_name(figure, area),
			  .area = area});
	add_line(key,
	    (struct line){.text = axis_words(figure, area->unit, false, true),
		.indented = true});
}

static void
list_lines(struct cc_figure *figure, const struct plot *plot, struct key *key)
{
	key->count = 0;
	add_area(figure, key, plot->curves[0].source->area);
	for (size_t c = 1; c < plot->curve_count; c++) {
		const struct curve *curve = &plot->curves[c];
		if (!curve->name)
			continue;
		add_line(key,
		    (struct line){
			.text = curve->name, .bold = true, .curve = curve});
		if (curve->side == SIDE_RIGHT)
			add_line(key,
			    (struct line){
				.text = axis_words(figure, curve->unit,
				    cc_curve_scale(plot, curve)->log, true)});
		add_area(figure, key, curve->source->area);
	}
}

static void
draw_curve_sign(
    struct cc_figure *figure, const struct curve *curve, double x, double y)
{
	double w = SIGN_WIDTH * figure->u;
	cc_colour ink = cc_series_ink(figure, curve);
	cc_paint_line(figure->fore, CC_ROLE_CURVE, (struct cc_point){x, y},
	    (struct cc_point){x + w, y},
	    cc_pen(ink, figure->size->stroke[CC_STROKE_CURVE]));
	cc_draw_sign(figure, curve->sign, x + w / 2, y, 0.3 * figure->u, ink);
}

static void
draw_swatch(struct cc_figure *figure, const struct cc_dose_area *area, double x,
    double y)
{
	double w = SWATCH_WIDTH * figure->u, h = 0.7 * w;
	struct cc_box box = {x, y - h / 2, w, h};
	struct cc_area_look look = cc_series_area_look(figure, area);
	cc_paint_rect(figure->fore, CC_ROLE_FILL, box, 0, cc_brush(look.fill));
	cc_paint_rect(figure->fore, CC_ROLE_FILL, box, 0,
	    cc_pen(look.edge, figure->size->stroke[CC_STROKE_HAIRLINE]));
}

static void
draw_key_line(struct cc_figure *figure, const struct line *line,
    const struct cc_track *track, double y)
{
	double x = figure->page.x, indent = line_indent(figure, line);
	enum cc_type_role type = line->bold ? CC_TYPE_NAME : CC_TYPE_BODY;
	double room =
	    figure->plot.x - x - indent - track->tick_width - 0.9 * figure->u;
	if (line->curve)
		draw_curve_sign(figure, line->curve, x, y - MIDDLE * figure->u);
	if (line->area)
		draw_swatch(figure, line->area, x, y - MIDDLE * figure->u);
	cc_write(figure, type, line->bold,
	    line->bold ? CC_COLOUR_INK : CC_COLOUR_MID, CC_ANCHOR_START,
	    x + indent, y,
	    cc_shorten(figure, line->text, type, line->bold, room));
}

static void
draw_key(
    struct cc_figure *figure, struct cc_track *track, const struct plot *plot)
{
	struct key key;
	double y = track->sub_baseline;
	list_lines(figure, plot, &key);
	if (plot->curve_count > 1)
		draw_curve_sign(figure, &plot->curves[0], figure->page.x,
		    track->name_baseline - MIDDLE * figure->u);
	for (size_t i = 0; i < key.count; i++, y += LINE * figure->u)
		draw_key_line(figure, &key.lines[i], track, y);
}

static void
measure_key(
    struct cc_figure *figure, struct cc_track *track, const struct plot *plot)
{
	struct key key;
	list_lines(figure, plot, &key);
	for (size_t i = 0; i < key.count; i++) {
		const struct line *line = &key.lines[i];
		track->own_sub = fmax(track->own_sub,
		    line_indent(figure, line) + 0.6 * figure->u +
			cc_width(figure, line->text,
			    line->bold ? CC_TYPE_NAME : CC_TYPE_BODY,
			    line->bold));
	}
	track->own_lines = key.count;
	track->name_lead = plot->curve_count > 1 ? sign_room(figure) : 0;
	track->sub = axis_words(
	    figure, plot->curves[0].unit, plot->scales[SIDE_LEFT].log, false);
}

/* ---- which of the two ---- */

static bool
has_parts(const struct plot *plot)
{
	return plot->curves[0].part != NULL && !plot->shared;
}

void
cc_series_key_measure(
    struct cc_figure *figure, struct cc_track *track, struct plot *plot)
{
	bool log = plot->scales[SIDE_LEFT].log;
	plot->parts_named = has_parts(plot) && parts_width(figure, plot) >
	                                           0.19 * figure->page.width;
	track->own_sub = 0;
	track->own_lines = 0;
	track->name_lead = 0;
	if (plot->shared) {
		measure_key(figure, track, plot);
	} else if (has_parts(plot) && !plot->parts_named) {
		track->own_sub = fmax(1, parts_width(figure, plot));
		track->own_lines = 1;
		track->sub = NULL;
	} else {
		/* Compartments named at the dots leave the line free. */
		track->sub = axis_words(figure,
		    has_parts(plot) ? NULL : plot->curves[0].unit, log, false);
	}
	if (track->sub && track->sub[0] == '\0')
		track->sub = NULL;
}

void
cc_series_key_draw(
    struct cc_figure *figure, struct cc_track *track, const struct plot *plot)
{
	if (plot->shared)
		draw_key(figure, track, plot);
	else if (track->own_sub > 0)
		draw_parts(figure, track, plot);
}
