/* Words at curves: each where it touches neither a line nor a sign nor other
 * words, or nowhere. */
#include "mark/series.h"

#include "scene/shape.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define OUT_ABOVE 0.45 /* how far a label may leave its row [u] */
#define OUT_BELOW 0.1
#define TURNS_MOST 8 /* values of turning points beside a curve */

/* Labels may reach a little out of their row: what stands there already. */
static void
keep_neighbours(
    struct cc_figure *figure, const struct cc_track *track, struct plot *plot)
{
	const GArray *items = figure->fore->items;
	double top = track->box.y - OUT_ABOVE * figure->u;
	for (guint i = 0; i < items->len; i++) {
		const struct cc_item *item =
		    &g_array_index(items, struct cc_item, i);
		if (item->op != CC_OP_TEXT)
			continue;
		struct cc_box box =
		    cc_box_grown(cc_item_box(item), 0.6 / figure->size->unit);
		if (cc_box_bottom(box) > top)
			g_array_append_val(plot->words, box);
	}
}

void
cc_series_clear(
    struct cc_figure *figure, const struct cc_track *track, struct plot *plot)
{
	plot->words = g_array_new(FALSE, FALSE, sizeof(struct cc_box));
	plot->lines = g_array_new(FALSE, FALSE, sizeof(struct cc_edge));
	plot->signs = g_array_new(FALSE, FALSE, sizeof(struct cc_disc));
	keep_neighbours(figure, track, plot);
}

void
cc_series_release(struct plot *plot)
{
	g_clear_pointer(&plot->words, g_array_unref);
	g_clear_pointer(&plot->lines, g_array_unref);
	g_clear_pointer(&plot->signs, g_array_unref);
}

void
cc_series_keep_line(
    struct plot *plot, const struct cc_point *points, size_t count)
{
	for (size_t i = 0; i + 1 < count; i++) {
		struct cc_edge edge = {points[i], points[i + 1], true};
		g_array_append_val(plot->lines, edge);
	}
}

void
cc_series_keep_sign(struct plot *plot, double x, double y, double radius)
{
	struct cc_disc disc = {{x, y}, radius};
	g_array_append_val(plot->signs, disc);
}

static bool
disc_meets(const struct cc_disc *disc, struct cc_box box)
{
	double x = CLAMP(disc->centre.x, box.x, cc_box_right(box));
	double y = CLAMP(disc->centre.y, box.y, cc_box_bottom(box));
	double across = disc->centre.x - x, down = disc->centre.y - y;
	/* Most are further off along one axis alone. */
	return fabs(across) < disc->radius && fabs(down) < disc->radius &&
	       hypot(across, down) < disc->radius;
}

/* Ink 0.5 pt apart is apart; the lines have their own width, too. */
static bool
is_free(
    const struct cc_figure *figure, const struct plot *plot, struct cc_box box)
{
	double air = 0.6 / figure->size->unit;
	double line = air + figure->size->stroke[CC_STROKE_CURVE] / 2;
	struct cc_box clear = cc_box_grown(box, air);
	struct cc_box apart = cc_box_grown(box, line);
	for (guint i = 0; i < plot->words->len; i++)
		if (cc_box_overlap(
			box, g_array_index(plot->words, struct cc_box, i)))
			return false;
	for (guint i = 0; i < plot->signs->len; i++)
		if (disc_meets(
			&g_array_index(plot->signs, struct cc_disc, i), clear))
			return false;
	for (guint i = 0; i < plot->lines->len; i++)
		if (cc_edge_meets(
			&g_array_index(plot->lines, struct cc_edge, i), apart))
			return false;
	return true;
}

static void
keep_words(const struct cc_figure *figure, struct plot *plot, struct cc_box box)
{
	struct cc_box kept = {box.x - 0.25 * figure->u, box.y - 1,
	    box.width + 0.5 * figure->u, box.height + 2};
	g_array_append_val(plot->words, kept);
}

/* Where a label may stand about its point, the best first: shares of its
 * width and height, then of the distance to the point. */
static const struct spot {
	double width, height, x, y;
} spots[] = {
    {0, -0.5, 1, 0},
    {-1, -0.5, -1, 0},
    {0, -1, 0.6, -1},
    {-1, -1, -0.6, -1},
    {-0.5, -1, 0, -1},
    {-0.5, 0, 0, 1},
    {0, -1, 0.8, -0.1}, /* beside a slope, under the row's edge */
    {-1, -1, -0.8, -0.1},
    {0, 0, 0.6, 0.6},
    {-1, 0, -0.6, 0.6},
};

/* The first free spot near the point, then a little further off. */
static bool
find_spot(const struct cc_figure *figure, const struct cc_track *track,
    const struct plot *plot, const struct sample *s, struct cc_box *box)
{
	double u = figure->u;
	double top = track->box.y - OUT_ABOVE * u;
	double bottom = cc_box_bottom(track->box) + OUT_BELOW * u;
	for (size_t i = 0; i < 2 * G_N_ELEMENTS(spots); i++) {
		const struct spot *spot = &spots[i % G_N_ELEMENTS(spots)];
		double r = (i < G_N_ELEMENTS(spots) ? 0.55 : 0.95) * u;
		box->x = s->x + spot->width * box->width + spot->x * r;
		box->y = s->y + spot->height * box->height + spot->y * r;
		if (box->x >= figure->plot.x &&
		    cc_box_right(*box) <= cc_box_right(figure->plot) &&
		    box->y >= top && cc_box_bottom(*box) <= bottom &&
		    is_free(figure, plot, *box))
			return true;
	}
	return false;
}

/* Writes a value beside its point; its compartment before it where the left
 * column does not name it. */
static bool
label_sample(struct cc_figure *figure, struct cc_track *track,
    struct plot *plot, const struct sample *s, const char *part)
{
	const char *text = cc_value_text(figure->words, s->shown);
	double lead =
	    part ? cc_width(figure, part, CC_TYPE_NAME, false) + 0.3 * figure->u
		 : 0;
	double size = cc_type_size(figure, CC_TYPE_NAME);
	/* Digits stand on the baseline, commas and words reach below it. */
	double deep = part || strchr(text, ',') ? 0.18 * size : 0;
	struct cc_box box = {
	    .width = lead + cc_width(figure, text, CC_TYPE_NAME, true),
	    .height = 0.78 * size + deep};
	if (!find_spot(figure, track, plot, s, &box))
		return false;
	double y = cc_box_bottom(box) - deep;
	if (part)
		cc_write(figure, CC_TYPE_NAME, false, CC_COLOUR_MID,
		    CC_ANCHOR_START, box.x, y, part);
	cc_write(figure, CC_TYPE_NAME, true, CC_COLOUR_INK, CC_ANCHOR_START,
	    box.x + lead, y, text);
	keep_words(figure, plot, box);
	return true;
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

/* A relapse's or an outcome's line would run through it. */
static bool
on_turn(const struct cc_figure *figure, struct cc_box box)
{
	double air = 0.15 * figure->u;
	for (size_t i = 0; i < figure->course->fact_count; i++) {
		const struct cc_fact *fact = &figure->course->facts[i];
		if ((fact->kind != CC_KIND_RELAPSE &&
			fact->kind != CC_KIND_OUTCOME) ||
		    !fact->when.span.dated)
			continue;
		double x = cc_reach_of(figure, &fact->when.span).middle;
		if (x > box.x - air && x < cc_box_right(box) + air)
			return true;
	}
	return false;
}

/* At the end of its line, above or below; where that is taken, further to the
 * left. Without room the legend explains the line. */
void
cc_series_label_threshold(
    struct cc_figure *figure, struct plot *plot, double y, const char *name)
{
	double w = cc_width(figure, name, CC_TYPE_LEAST, false);
	double size = cc_type_size(figure, CC_TYPE_LEAST);
	double step = fmax(w / 2, figure->u);
	for (double right = cc_box_right(figure->plot) - 0.2 * figure->u;
	     right - w > figure->plot.x; right -= step) {
		struct cc_box box = {right - w, y - 1.1 * size, w, size};
		if (!is_free(figure, plot, box))
			box.y = y + 0.15 * size;
		if (!is_free(figure, plot, box) || on_turn(figure, box))
			continue;
		cc_write(figure, CC_TYPE_LEAST, false, CC_COLOUR_MID,
		    CC_ANCHOR_END, right, box.y + 0.85 * size, name);
		g_array_append_val(plot->words, box);
		return;
	}
	cc_figure_legend(figure, CC_LEGEND_THRESHOLD);
}

/* In the middle of the time and of the row, or a little higher or lower. */
void
cc_series_label_silence(struct cc_figure *figure, struct plot *plot)
{
	static const double heights[] = {0.5, 0.3, 0.7};
	const struct curve *c = &plot->curves[0];
	const char *words = cc_say(figure->words, CC_MSG_NO_VALUE_BETWEEN);
	double u = figure->u;
	double w = cc_width(figure, words, CC_TYPE_BODY, false);
	for (size_t i = 0; i + 1 < c->count; i++) {
		double x = (c->samples[i].x + c->samples[i + 1].x) / 2;
		if (c->samples[i + 1].joined ||
		    c->samples[i + 1].x - c->samples[i].x < 2.2 * w)
			continue;
		for (size_t h = 0; h < G_N_ELEMENTS(heights); h++) {
			double y =
			    plot->top + heights[h] * (plot->bottom - plot->top);
			struct cc_box box = {x - w / 2, y - u / 2, w, u};
			if (!is_free(figure, plot, box))
				continue;
			keep_words(figure, plot, box);
			cc_write(figure, CC_TYPE_BODY, false, CC_COLOUR_MID,
			    CC_ANCHOR_MIDDLE, x,
			    cc_centre(figure, CC_TYPE_BODY, y), words);
			return;
		}
	}
}

void
cc_series_label(
    struct cc_figure *figure, struct cc_track *track, struct plot *plot)
{
	/* Nothing is asked of them but their ink. */
	if (figure->fore->muted)
		return;
	for (size_t c = 0; c < plot->curve_count; c++)
		label_curve(figure, track, plot, &plot->curves[c]);
}
