/* The table of the legend: signs as they are in the picture, and their words.
 */
#include "layout/legend-icon.h"

#include "base/number.h"
#include "layout/bar.h"
#include "layout/draw.h"

#include <math.h>

static void
icon_sign(struct cc_figure *figure, enum cc_sign sign, enum cc_colour_role role,
    double x, double y, double w)
{
	cc_draw_sign(
	    figure, sign, x + w / 2, y, 0.5 * figure->u, cc_ink(figure, role));
}

static void
icon_cell(struct cc_figure *figure, double x, double y, double w)
{
	bool grey = cc_theme_look(figure->theme, CC_LOOK_PD_HEXAGON) > 0;
	icon_sign(figure, grey ? CC_SIGN_RING_DIAMOND : CC_SIGN_DIAMOND,
	    CC_COLOUR_CELL, x, y, w);
}

/* As it stands on the line of its day. */
static void
icon_further(struct cc_figure *figure, double x, double y, double w)
{
	double u = figure->u;
	cc_paint_line(figure->fore, CC_ROLE_MARK,
	    (struct cc_point){x + w / 2, y + 0.1 * u},
	    (struct cc_point){x + w / 2, y + 0.5 * u},
	    cc_pen(cc_ink(figure, CC_COLOUR_INK),
		figure->size->stroke[CC_STROKE_WHISKER]));
	cc_draw_sign(figure, CC_SIGN_OPEN_DOT, x + w / 2, y - 0.15 * u,
	    0.42 * u, cc_ink(figure, CC_COLOUR_INK));
}

static void
icon_silence(struct cc_figure *figure, double x, double y, double w)
{
	struct cc_paint pen = cc_pen(cc_ink(figure, CC_COLOUR_CURVE),
	    figure->size->stroke[CC_STROKE_CURVE]);
	pen.dash[0] = 3 * pen.width;
	pen.dash[1] = 2.5 * pen.width;
	cc_paint_line(figure->fore, CC_ROLE_CURVE, (struct cc_point){x, y},
	    (struct cc_point){x + w, y}, pen);
}

static void
icon_whisker(struct cc_figure *figure, double x, double y, double w)
{
	struct cc_reach reach = {.earliest_start = x, .latest_end = x + w};
	cc_draw_whisker(figure, reach, y, cc_ink(figure, CC_COLOUR_INK), 0);
}

static void
icon_bar(
    struct cc_figure *figure, double x, double y, double w, struct cc_bar bar)
{
	double h = 0.72 * figure->u;
	bar.y = y - h / 2;
	bar.height = h;
	bar.reach.earliest_start = x;
	bar.reach.latest_end = x + w;
	bar.fill = cc_ink(figure, CC_COLOUR_PLAIN);
	if (bar.outline)
		bar.edge = cc_theme_edge(figure->theme, bar.fill);
	bar.ground = cc_ink(figure, CC_COLOUR_PAGE);
	cc_draw_bar(figure, &bar);
}

static void
icon_pale(struct cc_figure *figure, double x, double y, double w)
{
	struct cc_bar bar = {.outline = true};
	bar.reach.latest_start = x + w / 2;
	bar.reach.earliest_end = x + w;
	icon_bar(figure, x, y, w, bar);
}

static void
icon_fade(struct cc_figure *figure, double x, double y, double w)
{
	struct cc_bar bar = {.end = CC_BAR_TO_FADE};
	bar.reach.latest_start = x;
	bar.reach.earliest_end = x + w / 3;
	icon_bar(figure, x, y, w, bar);
}

static void
icon_stub(struct cc_figure *figure, double x, double y, double w)
{
	struct cc_bar bar = {.end = CC_BAR_TO_STUB};
	bar.reach.latest_start = bar.reach.earliest_end = x;
	icon_bar(figure, x, y, w, bar);
}

static void
icon_open(struct cc_figure *figure, double x, double y, double w)
{
	struct cc_bar bar = {.outline = true, .end = CC_BAR_TO_OPEN};
	bar.reach.latest_start = bar.reach.earliest_end = x;
	icon_bar(figure, x, y, w, bar);
}

static void
icon_ongoing(struct cc_figure *figure, double x, double y, double w)
{
	double end = x + w - CC_BAR_POINT * figure->u;
	struct cc_bar bar = {.end = CC_BAR_TO_ARROW};
	bar.reach.latest_start = x;
	bar.reach.earliest_end = end;
	icon_bar(figure, x, y, end - x, bar);
}

static void
icon_cycles(struct cc_figure *figure, double x, double y, double w)
{
	double h = 0.72 * figure->u;
	struct cc_bar bar = {.outline = true};
	bar.reach.latest_start = x;
	bar.reach.earliest_end = x + w;
	icon_bar(figure, x, y, w, bar);
	struct cc_strokes ticks = {.arena = figure->arena};
	for (int i = 1; i < 4; i++)
		cc_strokes_line(&ticks, (struct cc_point){x + w * i / 4, y},
		    (struct cc_point){x + w * i / 4, y + h / 2});
	cc_paint_strokes(figure->fore, CC_ROLE_BAR, &ticks,
	    cc_pen(cc_ink(figure, CC_COLOUR_PAGE),
		figure->size->stroke[CC_STROKE_AXIS]));
}

/* A dose, none, and a lower one. */
static void
icon_held(struct cc_figure *figure, double x, double y, double w)
{
	double h = 0.7 * figure->u, floor = y + h / 2;
	struct cc_paint fill = cc_brush(cc_ink(figure, CC_COLOUR_PLAIN));
	double pen = figure->size->stroke[CC_STROKE_AXIS];
	cc_paint_rect(figure->fore, CC_ROLE_BAR,
	    (struct cc_box){x, floor - h, w * 0.35, h}, 0, fill);
	cc_paint_rect(figure->fore, CC_ROLE_BAR,
	    (struct cc_box){x, floor - pen, w, pen}, 0, fill);
	cc_paint_rect(figure->fore, CC_ROLE_BAR,
	    (struct cc_box){x + w * 0.65, floor - h / 2, w * 0.35, h / 2}, 0,
	    fill);
}

static void
icon_dose(struct cc_figure *figure, double x, double y, double w)
{
	double h = 0.7 * figure->u, floor = y + h / 2;
	struct cc_point points[] = {{x, floor}, {x, floor - h},
	    {x + w / 2, floor - h}, {x + w / 2, floor - h / 2},
	    {x + w, floor - h / 5}, {x + w, floor}};
	cc_paint_polyline(figure->fore, CC_ROLE_BAR, points, 6, true,
	    cc_brush(cc_ink(figure, CC_COLOUR_PLAIN)));
}

static void
icon_reached(struct cc_figure *figure, double x, double y, double w)
{
	struct cc_swatch swatch = cc_theme_response(figure->theme, "vgpr");
	double width = figure->size->stroke[CC_STROKE_RESPONSE];
	struct cc_paint pen = cc_pen(swatch.fill, width);
	pen.dash[0] = 1.7 * width;
	pen.dash[1] = width;
	cc_paint_line(figure->fore, CC_ROLE_CURVE, (struct cc_point){x, y},
	    (struct cc_point){x + w, y}, pen);
}

/* Assessed, and no more. */
static void
icon_carried(struct cc_figure *figure, double x, double y, double w)
{
	struct cc_swatch swatch = cc_theme_response(figure->theme, "vgpr");
	double dot = x + 0.3 * figure->u;
	cc_paint_line(figure->fore, CC_ROLE_CURVE, (struct cc_point){dot, y},
	    (struct cc_point){x + w, y},
	    cc_pen(swatch.fill, figure->size->stroke[CC_STROKE_WHISKER]));
	cc_draw_sign(
	    figure, CC_SIGN_OPEN_DOT, dot, y, 0.24 * figure->u, swatch.outline);
}

static void
icon_carried_low(struct cc_figure *figure, double x, double y, double w)
{
	struct cc_swatch swatch = cc_theme_response(figure->theme, "vgpr");
	double h = 0.72 * figure->u, head = 0.25 * figure->u;
	cc_paint_rect(figure->fore, CC_ROLE_BAR,
	    (struct cc_box){x, y - h / 2, head, h}, 0, cc_brush(swatch.fill));
	cc_paint_rect(figure->fore, CC_ROLE_BAR,
	    (struct cc_box){x + head, y + 0.2 * h, w - head, 0.3 * h}, 0,
	    cc_brush(swatch.fill));
}

static void
icon_lost(struct cc_figure *figure, double x, double y, double w)
{
	struct cc_swatch swatch = cc_theme_response(figure->theme, "pd");
	double h = 0.72 * figure->u;
	struct cc_paint paint = cc_brush(swatch.fill);
	paint.stroke = swatch.outline;
	paint.width = figure->size->stroke[CC_STROKE_HAIRLINE];
	cc_paint_rect(figure->fore, CC_ROLE_BAR,
	    (struct cc_box){x, y - h / 2, w, h}, 0, paint);
}

static void
icon_range(struct cc_figure *figure, double x, double y, double w)
{
	double h = 0.72 * figure->u;
	struct cc_paint paint = cc_brush(cc_ink(figure, CC_COLOUR_RANGE));
	paint.stroke = cc_ink(figure, CC_COLOUR_JANUARY);
	paint.width = figure->size->stroke[CC_STROKE_HAIRLINE];
	cc_paint_rect(figure->fore, CC_ROLE_FILL,
	    (struct cc_box){x, y - h / 2, w, h}, 0, paint);
}

static void
icon_threshold(struct cc_figure *figure, double x, double y, double w)
{
	struct cc_paint pen = cc_pen(cc_ink(figure, CC_COLOUR_THRESHOLD),
	    figure->size->stroke[CC_STROKE_HAIRLINE] * 1.2);
	pen.dash[0] = 4 * pen.width;
	pen.dash[1] = 3 * pen.width;
	cc_paint_line(figure->fore, CC_ROLE_CURVE, (struct cc_point){x, y},
	    (struct cc_point){x + w, y}, pen);
}

static void
icon_text(
    struct cc_figure *figure, double x, double y, double w, const char *text)
{
	cc_write(figure, CC_TYPE_NAME, true, CC_COLOUR_INK, CC_ANCHOR_MIDDLE,
	    x + w / 2, cc_centre(figure, CC_TYPE_NAME, y), text);
}

/* A digit, or the number of things of one day, in its box. */
static void
icon_boxed(struct cc_figure *figure, double x, double y, double w,
    struct cc_paint paint, double round, const char *text)
{
	double h = 0.88 * figure->u;
	cc_colour ink = paint.fill;
	cc_paint_rect(figure->fore, CC_ROLE_MARK,
	    (struct cc_box){x, y - h / 2, w, h}, round * h, paint);
	cc_write_in(figure, CC_TYPE_LEAST, true, cc_ink_on(figure, ink, ink),
	    CC_ANCHOR_MIDDLE, x + w / 2, cc_centre(figure, CC_TYPE_LEAST, y),
	    text);
}

/* In the tone of one that is drawn; where none is, as in bars of which no day
 * is certain, the digit alone. */
static void
icon_grade(struct cc_figure *figure, double x, double y, double w)
{
	unsigned grade = (unsigned)CLAMP(figure->grade, 1, 5);
	if (figure->grade == 0)
		icon_text(figure, x, y, w, "3");
	else
		icon_boxed(figure, x, y, w,
		    cc_brush(cc_ink(figure, CC_COLOUR_HARM1 + grade - 1)), 0,
		    cc_number_whole(figure->arena, (int)grade));
}

static void
icon_cluster(struct cc_figure *figure, double x, double y, double w)
{
	icon_boxed(figure, x, y, w,
	    (struct cc_paint){.fill = cc_ink(figure, CC_COLOUR_PAGE),
		.stroke = cc_ink(figure, CC_COLOUR_INK),
		.width = figure->size->stroke[CC_STROKE_AXIS]},
	    0.3, "×3");
}

static void
icon_size(struct cc_figure *figure, double x, double y, double w)
{
	double h = 0.4 * figure->u;
	struct cc_point points[] = {
	    {x, y - h}, {x + w, y - h / 4}, {x + w, y + h / 4}, {x, y + h}};
	cc_paint_polyline(figure->fore, CC_ROLE_BAR, points, 4, true,
	    cc_brush(cc_ink(figure, CC_COLOUR_LESION)));
}

static void
icon_size_ring(struct cc_figure *figure, double x, double y, double w)
{
	icon_size(figure, x, y, w);
	cc_draw_sign(figure, CC_SIGN_OPEN_DOT, x + 0.55 * w, y,
	    0.22 * figure->u, cc_ink(figure, CC_COLOUR_INK));
}

static void
icon_measured(struct cc_figure *figure, double x, double y, double w)
{
	double h = 0.62 * figure->u;
	cc_paint_rect(figure->fore, CC_ROLE_BAR,
	    (struct cc_box){x, y - h / 2, w, h}, 0,
	    cc_brush(cc_ink(figure, CC_COLOUR_LESION)));
	cc_draw_sign(figure, CC_SIGN_OPEN_DOT, x + w / 2, y, 0.35 * figure->u,
	    cc_ink(figure, CC_COLOUR_INK));
}

static void
icon_new_finding(struct cc_figure *figure, double x, double y, double w)
{
	bool grey = cc_theme_look(figure->theme, CC_LOOK_HATCHED_ENDS) > 0;
	icon_sign(figure, grey ? CC_SIGN_UP : CC_SIGN_DOT,
	    CC_COLOUR_NEW_FINDING, x, y, w);
}

static void
icon_break(struct cc_figure *figure, double x, double y, double w)
{
	double u = figure->u;
	for (int i = 0; i < 2; i++)
		cc_paint_line(figure->fore, CC_ROLE_AXIS,
		    (struct cc_point){x + w * 0.2 + 0.4 * u * i, y + 0.4 * u},
		    (struct cc_point){
			x + w * 0.2 + 0.4 * u * (i + 1), y - 0.4 * u},
		    cc_pen(cc_ink(figure, CC_COLOUR_MID),
			figure->size->stroke[CC_STROKE_AXIS]));
}

static void
icon_planned_bar(struct cc_figure *figure, double x, double y, double w)
{
	icon_bar(figure, x, y, w, (struct cc_bar){.look = CC_BAR_PLANNED});
}

static void
icon_not_done_bar(struct cc_figure *figure, double x, double y, double w)
{
	icon_bar(figure, x, y, w, (struct cc_bar){.look = CC_BAR_NOT_DONE});
}

static void
icon_undated(struct cc_figure *figure, double x, double y, double w)
{
	icon_bar(figure, x, y, w, (struct cc_bar){.look = CC_BAR_UNDATED});
}

static void
icon_before(struct cc_figure *figure, double x, double y, double w)
{
	double point = CC_BAR_POINT * figure->u;
	struct cc_bar bar = {.start = CC_BAR_FROM_POINT};
	bar.reach.latest_start = x + point;
	bar.reach.earliest_end = x + w;
	icon_bar(figure, x + point, y, w - point, bar);
}

static const struct cc_entry entries[CC_LEGEND_COUNT] = {
    [CC_LEGEND_COLLECTION] = {NULL, 1, CC_MSG_COLLECTION, true,
	.sign = CC_SIGN_DOWN, .ink = CC_COLOUR_INK, .mark = {"procedure"}},
    [CC_LEGEND_TRANSPLANT] = {NULL, 1, CC_MSG_TRANSPLANT, true,
	.sign = CC_SIGN_DIAMOND, .ink = CC_COLOUR_INK, .mark = {"procedure"}},
    [CC_LEGEND_PLANNED] = {NULL, 1, CC_MSG_PLANNED, true,
	.sign = CC_SIGN_DASHED, .ink = CC_COLOUR_INK},
    [CC_LEGEND_NOT_DONE] = {NULL, 1, CC_MSG_NOT_DONE, true,
	.sign = CC_SIGN_SLASHED, .ink = CC_COLOUR_INK},
    [CC_LEGEND_CELL] = {icon_cell, 1, CC_MSG_CELL_THERAPY, true,
	.mark = {"procedure"}},
    [CC_LEGEND_UNNAMED] = {icon_further, 1, CC_MSG_FURTHER_EVENT, false,
	.mark = {"flag"}},
    [CC_LEGEND_DEATH] = {NULL, 1, CC_MSG_DEATH, true, .sign = CC_SIGN_SQUARE,
	.ink = CC_COLOUR_DEATH, .mark = {"flag"}},
    [CC_LEGEND_DEATH_UNNAMED] = {NULL, 1, CC_MSG_DEATH, false,
	.sign = CC_SIGN_SQUARE, .ink = CC_COLOUR_DEATH, .worded = true,
	.mark = {"flag"}},
    [CC_LEGEND_WHISKER] = {icon_whisker, 2.2, CC_MSG_SOME_DAY_WITHIN, false},
    [CC_LEGEND_PALE] = {icon_pale, 2.4, CC_MSG_PALE_END, false,
	.tells = CC_TELLS_PALE_END,
	.mark = {"treatment", "drug", "response", "lesion", "care"}},
    [CC_LEGEND_FADE] = {icon_fade, 2.4, CC_MSG_FADING_END, false,
	.mark = {"treatment", "drug", "lesion"}},
    [CC_LEGEND_STUB] = {icon_stub, 2.4, CC_MSG_BOUND_NOT_STATED, false,
	.mark = {"treatment", "drug", "lesion"}},
    [CC_LEGEND_OPEN] = {icon_open, 2.4, CC_MSG_END_NOT_STATED, false,
	.tells = CC_TELLS_OPEN_END},
    [CC_LEGEND_ONGOING] = {icon_ongoing, 1.8, CC_MSG_GOES_ON, false},
    [CC_LEGEND_BEFORE] = {icon_before, 2.4, CC_MSG_BEGAN_BEFORE, false},
    [CC_LEGEND_CYCLES] = {icon_cycles, 2.4, CC_MSG_TICKS_CYCLES, false,
	.tells = CC_TELLS_TICKS, .mark = {"treatment"}},
    [CC_LEGEND_HELD] = {icon_held, 2.4, CC_MSG_DOSE_HELD, false,
	.mark = {"treatment", "drug"}, .tells = CC_TELLS_GAP},
    [CC_LEGEND_DOSE] = {icon_dose, 2, CC_MSG_BAR_HEIGHT_DOSE, false,
	.mark = {"treatment", "drug"}},
    [CC_LEGEND_DOSE_SLOPE] = {icon_dose, 2, CC_MSG_BAR_HEIGHT_SLOPE, false,
	.mark = {"treatment", "drug"}},
    [CC_LEGEND_REACHED] = {icon_reached, 2.2, CC_MSG_REACHED_WITHIN, false,
	.mark = {"response"}},
    [CC_LEGEND_IN_ORDER] = {icon_reached, 2.2, CC_MSG_UNTIL_NEXT, false,
	.mark = {"response"}},
    [CC_LEGEND_CARRIED] = {icon_carried, 2.2, CC_MSG_CARRIED, false,
	.mark = {"response"}, .tells = CC_TELLS_THIN_LINE},
    [CC_LEGEND_CARRIED_LOW] = {icon_carried_low, 2.2, CC_MSG_CARRIED, false,
	.mark = {"response"}, .tells = CC_TELLS_LOW_BAR},
    [CC_LEGEND_PROGRESSED] = {icon_lost, 1.2, CC_MSG_PROGRESSION, true,
	.mark = {"response"}, .tells = CC_TELLS_FILL},
    [CC_LEGEND_RELAPSED] = {icon_lost, 1.2, CC_MSG_RELAPSE_SHORT, true,
	.mark = {"response"}, .tells = CC_TELLS_FILL},
    [CC_LEGEND_BELOW] = {NULL, 1, CC_MSG_LIMIT_BELOW, false,
	.sign = CC_SIGN_OPEN_DOWN, .ink = CC_COLOUR_CURVE, .mark = {"series"}},
    [CC_LEGEND_ABOVE] = {NULL, 1, CC_MSG_LIMIT_ABOVE, false,
	.sign = CC_SIGN_OPEN_UP, .ink = CC_COLOUR_CURVE, .mark = {"series"}},
    [CC_LEGEND_OFF_SCALE] = {NULL, 1, CC_MSG_OFF_LOG_SCALE, false,
	.sign = CC_SIGN_CROSS, .ink = CC_COLOUR_CURVE, .mark = {"series"}},
    [CC_LEGEND_SILENCE] = {icon_silence, 2, CC_MSG_NO_VALUE_BETWEEN, false,
	.worded = true, .mark = {"series"}},
    [CC_LEGEND_RANGE] = {icon_range, 1.8, CC_MSG_REFERENCE_RANGE, false,
	.mark = {"series"}},
    [CC_LEGEND_THRESHOLD] = {icon_threshold, 1.8, CC_MSG_THRESHOLD, false,
	.worded = true, .mark = {"series"}},
    [CC_LEGEND_GRADE] = {icon_grade, 0.9, CC_MSG_NUMBER_GRADE, false,
	.tells = CC_TELLS_DIGIT, .mark = {"event"}},
    [CC_LEGEND_CTCAE_GRADE] = {icon_grade, 0.9, CC_MSG_CTCAE_GRADE, false,
	.tells = CC_TELLS_DIGIT, .mark = {"event"}},
    [CC_LEGEND_LARGER] = {NULL, 1, CC_MSG_LARGER, false,
	.sign = CC_SIGN_ARROW_UP, .ink = CC_COLOUR_INK, .mark = {"lesion"}},
    [CC_LEGEND_SMALLER] = {NULL, 1, CC_MSG_SMALLER, false,
	.sign = CC_SIGN_ARROW_DOWN, .ink = CC_COLOUR_INK, .mark = {"lesion"}},
    [CC_LEGEND_SIZE] = {icon_size, 2, CC_MSG_THICKNESS_SIZE, false,
	.mark = {"lesion"}},
    [CC_LEGEND_SIZE_RING] = {icon_size_ring, 2, CC_MSG_THICKNESS_SIZE_RING,
	false, .mark = {"lesion"}},
    [CC_LEGEND_MEASURED] = {icon_measured, 1.8, CC_MSG_SIZE_NOT_WRITTEN, false,
	.mark = {"lesion"}},
    [CC_LEGEND_CLUSTER] = {icon_cluster, 1.5, CC_MSG_NUMBER_OF_DAY, false,
	.mark = {"event", "procedure"}},
    [CC_LEGEND_FOUND] = {NULL, 1, CC_MSG_FOUND, false, .sign = CC_SIGN_DOT,
	.ink = CC_COLOUR_INK, .mark = {"genetics"}},
    [CC_LEGEND_NEW_FINDING] = {icon_new_finding, 1, CC_MSG_NEW_FINDING, false,
	.mark = {"genetics"}},
    [CC_LEGEND_NOT_FOUND] = {NULL, 1, CC_MSG_NOT_FOUND, false,
	.sign = CC_SIGN_OPEN_DOT, .ink = CC_COLOUR_INK, .mark = {"genetics"}},
    [CC_LEGEND_APPROXIMATE] = {NULL, 0.8, CC_MSG_APPROXIMATE_DATE, false,
	.letters = "~"},
    [CC_LEGEND_UNCERTAIN] = {NULL, 0.8, CC_MSG_DATE_UNCERTAIN, false,
	.letters = "?"},
    [CC_LEGEND_PLANNED_BAR] = {icon_planned_bar, 2.4, CC_MSG_PLANNED, false},
    [CC_LEGEND_NOT_DONE_BAR] = {icon_not_done_bar, 2.4, CC_MSG_NOT_DONE, false,
	.tells = CC_TELLS_SLASH},
    [CC_LEGEND_UNDATED] = {icon_undated, 2.4, CC_MSG_AFTER_EDGE, false,
	.tells = CC_TELLS_EDGE},
    [CC_LEGEND_OWN_RANGE] = {NULL, 1.6, CC_MSG_OUTSIDE_OWN_RANGE, false,
	.letters = "↑ ↓"},
    [CC_LEGEND_ADULT_RANGE] = {NULL, 2.4, CC_MSG_OUTSIDE_REFERENCE, false,
	.letters = "↑* ↓*"},
    [CC_LEGEND_BREAK] = {icon_break, 1.4, CC_MSG_TIME_CUT, false,
	.tells = CC_TELLS_CUT},
};

void
cc_icon_draw(
    struct cc_figure *figure, const struct cc_entry *entry, double x, double y)
{
	double w = entry->width * figure->u;
	if (entry->draw)
		entry->draw(figure, x, y, w);
	else if (entry->letters)
		icon_text(figure, x, y, w, entry->letters);
	else
		icon_sign(figure, entry->sign, entry->ink, x, y, w);
}

const struct cc_entry *
cc_entry_of(enum cc_legend id)
{
	return &entries[id];
}
