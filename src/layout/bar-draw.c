/* The ink of bars: see bar.c for what each part says. */
#include "layout/bar.h"
#include "layout/draw.h"

#include <math.h>

static cc_colour
pale_end(const struct cc_figure *figure, const struct cc_bar *bar)
{
	return cc_colour_mix(
	    bar->fill, bar->ground, cc_theme_look(figure->theme, CC_LOOK_PALE));
}

static cc_colour
faded_end(const struct cc_bar *bar)
{
	return cc_colour_mix(bar->fill, bar->ground, 0.12);
}

cc_colour
cc_bar_ink(const struct cc_figure *figure, const struct cc_bar *bar)
{
	double whole = bar->reach.latest_end - bar->reach.earliest_start;
	double certain = cc_bar_certain(bar).width;
	cc_colour end =
	    cc_bar_fades(bar) ? faded_end(bar) : pale_end(figure, bar);
	if (bar->look != CC_BAR_SOLID)
		return cc_ink(figure, CC_COLOUR_INK);
	if (bar->end == CC_BAR_TO_OPEN)
		return cc_ink_on(figure, end, end);
	if (certain > whole - 0.1)
		return cc_ink_on(figure, bar->fill, bar->fill);
	return cc_ink_on(
	    figure, end, cc_bar_fades(bar) || certain > 0 ? bar->fill : end);
}

/* A stretch within which a bar began or ended. */
struct unsure {
	double left, right;
	enum cc_legend entry; /* that says how it looks */
	bool start;
};

#define SEEN 0.05 /* width of what is drawn [unit] */

static bool
is_seen(const struct unsure *part)
{
	return part->right - part->left >= SEEN;
}

static bool
fades(const struct unsure *part)
{
	return is_seen(part) &&
	       (part->entry == CC_LEGEND_FADE || part->entry == CC_LEGEND_STUB);
}

static bool
has_hatched_ends(const struct cc_figure *figure)
{
	return cc_theme_look(figure->theme, CC_LOOK_HATCHED_ENDS) > 0 &&
	       figure->size->patterns;
}

/* Of what does not fade. */
static cc_colour
unsure_tone(const struct cc_figure *figure, const struct cc_bar *bar)
{
	return has_hatched_ends(figure) ? bar->ground : pale_end(figure, bar);
}

/* What parts two tones that touch [contrast]. */
#define TONES_APART 1.2
#define UNSURE_EDGE 0.5 /* share of the edge's colour in a paler one */

/* Whether the tone of a part tells it from what is certain; that of a hue near
 * the page's own tells nothing. */
static bool
is_told_by_tone(const struct cc_figure *figure, const struct cc_bar *bar,
    const struct unsure *part)
{
	cc_colour other = fades(part) ? faded_end(bar) : pale_end(figure, bar);
	return (has_hatched_ends(figure) && !fades(part)) ||
	       cc_colour_contrast(bar->fill, other) >= TONES_APART;
}

static cc_colour
edge_of(const struct cc_figure *figure, const struct cc_bar *bar)
{
	return bar->outline ? bar->edge
	                    : cc_theme_edge(figure->theme, bar->fill);
}

/* A paler edge says what no tone can. As far as nobody stated an end it has no
 * edge there. */
static void
edge_unsure(struct cc_figure *figure, const struct cc_bar *bar,
    const struct unsure *part)
{
	double pen = figure->size->stroke[CC_STROKE_AXIS] * 0.85, h = pen / 2;
	double top = bar->y + h, bottom = bar->y + bar->height - h;
	double end = part->start ? part->left + h : part->right - h;
	struct cc_strokes edge = {.arena = figure->arena};
	for (int side = 0; side < 2; side++)
		cc_strokes_line(&edge,
		    (struct cc_point){part->left, side ? bottom : top},
		    (struct cc_point){part->right, side ? bottom : top});
	if (!fades(part) && part->entry != CC_LEGEND_OPEN)
		cc_strokes_line(&edge, (struct cc_point){end, top},
		    (struct cc_point){end, bottom});
	cc_paint_strokes(figure->fore, CC_ROLE_BAR, &edge,
	    cc_pen(
		cc_colour_mix(edge_of(figure, bar), bar->ground, UNSURE_EDGE),
		pen));
}

/* `below`: what it is painted on; it may have its tone. */
static void
draw_unsure(struct cc_figure *figure, const struct cc_bar *bar,
    const struct unsure *part, cc_colour below)
{
	if (!is_seen(part))
		return;
	cc_figure_legend(figure, part->entry);
	/* The rest is ink alone. */
	if (figure->fore->muted)
		return;
	struct cc_box box = {
	    part->left, bar->y, part->right - part->left, bar->height};
	if (fades(part)) {
		cc_colour far = faded_end(bar);
		cc_draw_fade(figure->fore, box, part->start ? far : bar->fill,
		    part->start ? bar->fill : far);
		if (!is_told_by_tone(figure, bar, part))
			edge_unsure(figure, bar, part);
		return;
	}
	cc_colour tone = unsure_tone(figure, bar);
	if (tone != below)
		cc_paint_rect(
		    figure->fore, CC_ROLE_BAR, box, 0, cc_brush(tone));
	if (has_hatched_ends(figure))
		cc_draw_hatch(figure, figure->fore, box,
		    cc_ink(figure, CC_COLOUR_INK), 0.4 * figure->u);
	else if (!is_told_by_tone(figure, bar, part))
		edge_unsure(figure, bar, part);
}

/* No stroke where the bar has no edge. */
static void
outline_bar(struct cc_figure *figure, const struct cc_bar *bar)
{
	double left = bar->reach.earliest_start;
	double right = bar->reach.latest_end;
	double pen = figure->size->stroke[CC_STROKE_AXIS] * 0.85;
	double h = pen / 2;
	struct cc_paint paint = cc_pen(edge_of(figure, bar), pen);
	double top = bar->y + h, bottom = bar->y + bar->height - h;
	struct cc_point points[] = {
	    {right, top}, {left + h, top}, {left + h, bottom}, {right, bottom}};
	bool open = bar->end == CC_BAR_TO_OPEN || bar->end == CC_BAR_TO_ARROW;
	if (bar->start == CC_BAR_FROM_EDGE && !open) {
		cc_paint_rect(figure->fore, CC_ROLE_BAR,
		    (struct cc_box){left + h, top,
			fmax(0.1, right - left - pen), bottom - top},
		    0, paint);
		return;
	}
	if (bar->start == CC_BAR_FROM_EDGE) {
		cc_paint_polyline(
		    figure->fore, CC_ROLE_BAR, points, 4, false, paint);
		return;
	}
	struct cc_strokes edge = {.arena = figure->arena};
	for (int side = 0; side < 2; side++)
		cc_strokes_line(&edge,
		    (struct cc_point){left, side ? bottom : top},
		    (struct cc_point){right, side ? bottom : top});
	if (!open)
		cc_strokes_line(&edge, (struct cc_point){right - h, top},
		    (struct cc_point){right - h, bottom});
	cc_paint_strokes(figure->fore, CC_ROLE_BAR, &edge, paint);
}

/* What did not happen is never filled; what was not done is struck through. */
static void
draw_hollow(struct cc_figure *figure, const struct cc_bar *bar)
{
	double pen = figure->size->stroke[CC_STROKE_AXIS];
	double left = bar->reach.earliest_start;
	struct cc_box box = {left + pen / 2, bar->y + pen / 2,
	    fmax(bar->reach.latest_end - left - pen, pen), bar->height - pen};
	struct cc_paint paint = cc_pen(edge_of(figure, bar), pen);
	paint.fill = bar->ground;
	if (bar->look != CC_BAR_NOT_DONE) {
		paint.dash[0] = 3 * pen;
		paint.dash[1] = 2 * pen;
	}
	cc_paint_rect(figure->fore, CC_ROLE_BAR, box, 0, paint);
	switch (bar->look) {
	case CC_BAR_SOLID:
		return;
	case CC_BAR_PLANNED:
		cc_figure_legend(figure, CC_LEGEND_PLANNED_BAR);
		return;
	case CC_BAR_UNDATED:
		cc_figure_legend(figure, CC_LEGEND_UNDATED);
		cc_paint_line(figure->fore, CC_ROLE_BAR,
		    (struct cc_point){box.x, bar->y},
		    (struct cc_point){box.x, bar->y + bar->height},
		    cc_pen(paint.stroke, 2 * pen));
		return;
	case CC_BAR_NOT_DONE:
		break;
	}
	cc_figure_legend(figure, CC_LEGEND_NOT_DONE_BAR);
	double slash = fmin(box.width, box.height);
	cc_paint_line(figure->fore, CC_ROLE_BAR,
	    (struct cc_point){box.x, box.y + slash},
	    (struct cc_point){box.x + slash, box.y}, cc_pen(paint.stroke, pen));
}

/* Outside the bar's time, to the left (-1) or the right (1). */
static void
draw_point(
    struct cc_figure *figure, const struct cc_bar *bar, double x, int side)
{
	double bottom = bar->y + bar->height;
	struct cc_point points[] = {{x, bar->y},
	    {x + side * CC_BAR_POINT * figure->u, bar->y + bar->height / 2},
	    {x, bottom}};
	bool hollow = bar->look != CC_BAR_SOLID;
	cc_paint_polyline(figure->fore, CC_ROLE_BAR, points, 3, true,
	    cc_brush(hollow ? bar->ground : bar->fill));
	if (hollow || bar->outline)
		cc_paint_polyline(figure->fore, CC_ROLE_BAR, points, 3, false,
		    cc_pen(edge_of(figure, bar),
			figure->size->stroke[CC_STROKE_AXIS] * 0.85));
}

void
cc_draw_bar_points(struct cc_figure *figure, const struct cc_bar *bar)
{
	if (bar->start == CC_BAR_FROM_POINT) {
		draw_point(figure, bar, bar->reach.earliest_start, -1);
		cc_figure_legend(figure, CC_LEGEND_BEFORE);
	}
	if (bar->end == CC_BAR_TO_ARROW) {
		draw_point(figure, bar, bar->reach.latest_end, 1);
		if (bar->look == CC_BAR_SOLID)
			cc_figure_legend(figure, CC_LEGEND_ONGOING);
	}
}

/* A sign in the hue on its whisker. */
static void
draw_moment(struct cc_figure *figure, const struct cc_bar *bar)
{
	double r = fmin(CC_BAR_SIGN * figure->u, bar->height / 2);
	double y = bar->y + bar->height / 2;
	cc_draw_whisker(
	    figure, bar->reach, y, cc_ink(figure, CC_COLOUR_INK), r);
	switch (bar->look) {
	case CC_BAR_SOLID:
	case CC_BAR_UNDATED:
		cc_draw_sign(figure, CC_SIGN_DOT, bar->reach.middle, y, 1.3 * r,
		    bar->fill);
		return;
	case CC_BAR_PLANNED:
		cc_draw_sign(
		    figure, CC_SIGN_DASHED, bar->reach.middle, y, r, bar->fill);
		cc_figure_legend(figure, CC_LEGEND_PLANNED);
		return;
	case CC_BAR_NOT_DONE:
		cc_draw_sign(figure, CC_SIGN_SLASHED, bar->reach.middle, y, r,
		    bar->fill);
		cc_figure_legend(figure, CC_LEGEND_NOT_DONE);
		return;
	}
}

static enum cc_legend
start_entry(const struct cc_bar *bar)
{
	switch (bar->start) {
	case CC_BAR_FROM_FADE:
		return CC_LEGEND_FADE;
	case CC_BAR_FROM_STUB:
		return CC_LEGEND_STUB;
	case CC_BAR_FROM_EDGE:
	case CC_BAR_FROM_POINT:
		break;
	}
	return CC_LEGEND_PALE;
}

static enum cc_legend
end_entry(const struct cc_bar *bar)
{
	switch (bar->end) {
	case CC_BAR_TO_FADE:
		return CC_LEGEND_FADE;
	case CC_BAR_TO_STUB:
		return CC_LEGEND_STUB;
	case CC_BAR_TO_OPEN:
		return CC_LEGEND_OPEN;
	case CC_BAR_TO_EDGE:
	case CC_BAR_TO_ARROW:
		break;
	}
	return CC_LEGEND_PALE;
}

static struct unsure
unsure_part(const struct cc_bar *bar, double left, double right, bool start)
{
	return (struct unsure){
	    left, right, start ? start_entry(bar) : end_entry(bar), start};
}

void
cc_draw_bar_unsure(struct cc_figure *figure, const struct cc_bar *bar,
    double left, double right, bool start)
{
	struct unsure part = unsure_part(bar, left, right, start);
	draw_unsure(figure, bar, &part, CC_NO_COLOUR);
}

void
cc_fill_bar_part(struct cc_figure *figure, const struct cc_bar *bar,
    double left, double right, cc_colour tone)
{
	if (right > left)
		cc_paint_rect(figure->fore, CC_ROLE_BAR,
		    (struct cc_box){left, bar->y, right - left, bar->height}, 0,
		    cc_brush(tone));
}

/* Both parts of a bar within which it began and ended; what is certain lies
 * between them. */
struct parts {
	struct unsure start, end;
};

static struct parts
parts_of(const struct cc_bar *bar)
{
	const struct cc_reach *r = &bar->reach;
	double from = r->latest_start, to = r->earliest_end;
	/* No day of it is certain: pale all over. */
	if (to < from)
		from = to = (from + to) / 2;
	return (struct parts){unsure_part(bar, r->earliest_start, from, true),
	    unsure_part(bar, to, r->latest_end, false)};
}

/* What does not fade is painted whole in the tone of what is unsure of it, then
 * what is certain over that: no edge of a part lets the page through. */
static void
fill_bar(struct cc_figure *figure, const struct cc_bar *bar)
{
	const struct parts part = parts_of(bar);
	const struct unsure *start = &part.start, *end = &part.end;
	bool pale =
	    (is_seen(start) && !fades(start)) || (is_seen(end) && !fades(end));
	cc_colour below = pale ? unsure_tone(figure, bar) : bar->fill;
	cc_fill_bar_part(figure, bar, fades(start) ? start->right : start->left,
	    fades(end) ? end->left : end->right, below);
	draw_unsure(figure, bar, start, below);
	if (below != bar->fill)
		cc_fill_bar_part(
		    figure, bar, start->right, end->left, bar->fill);
	draw_unsure(figure, bar, end, below);
}

/* The bar that its outline goes round: parts that a paler edge tells have that
 * one already. */
static struct cc_bar
framed_part(const struct cc_figure *figure, const struct cc_bar *bar)
{
	const struct parts part = parts_of(bar);
	struct cc_bar framed = *bar;
	if (is_seen(&part.start) &&
	    !is_told_by_tone(figure, bar, &part.start)) {
		framed.reach.earliest_start = part.start.right;
		framed.start = CC_BAR_FROM_EDGE;
	}
	if (is_seen(&part.end) && !is_told_by_tone(figure, bar, &part.end)) {
		framed.reach.latest_end = part.end.left;
		framed.end = CC_BAR_TO_EDGE;
	}
	return framed;
}

static bool
is_framed(const struct cc_bar *bar)
{
	return (bar->outline || bar->thin) && !cc_bar_fades(bar) &&
	       bar->reach.latest_end > bar->reach.earliest_start;
}

void
cc_draw_bar(struct cc_figure *figure, const struct cc_bar *bar)
{
	if (bar->point) {
		draw_moment(figure, bar);
		return;
	}
	if (bar->look != CC_BAR_SOLID) {
		draw_hollow(figure, bar);
		cc_draw_bar_points(figure, bar);
		return;
	}
	fill_bar(figure, bar);
	const struct cc_bar framed = framed_part(figure, bar);
	if (is_framed(&framed) && !figure->fore->muted)
		outline_bar(figure, &framed);
	cc_draw_bar_points(figure, bar);
}
