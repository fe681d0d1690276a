/* The grey panel after the axis: what is ordered but not dated, one below the
 * other, joined by arrows. No place on the axis is invented for it. */
#include "layout/draw.h"
#include "layout/parts.h"

#include <math.h>
#include <string.h>

#define UNDATED_MAX 12

/* The first of them in `found`; returns how many there are. */
static size_t
undated_facts(const struct cc_figure *figure, const struct cc_fact **found)
{
	size_t n = 0;
	for (size_t i = 0; i < figure->course->fact_count; i++) {
		const struct cc_fact *fact = &figure->course->facts[i];
		if (fact->when.span.dated || fact->kind == CC_KIND_SERIES ||
		    fact->after.count == 0)
			continue;
		if (n < UNDATED_MAX)
			found[n] = fact;
		n++;
	}
	return n;
}

void
cc_undated_collect(struct cc_figure *figure)
{
	const struct cc_fact *facts[UNDATED_MAX];
	size_t count = undated_facts(figure, facts);
	figure->undated = count > 0;
	for (size_t i = 0; i < MIN(count, UNDATED_MAX); i++)
		cc_figure_claim(figure, facts[i]);
}

struct stop { /* one thing on the way down */
	const struct cc_fact *fact;
	const char *head, *tail;
	const char *lines[2]; /* of the tail */
	int line_count;
	const char *pill; /* instead of a sign */
	struct cc_swatch swatch;
	enum cc_sign sign;
	enum cc_colour_role colour;
};

static struct stop
stop_of(struct cc_figure *figure, const struct cc_fact *fact)
{
	struct stop stop = {.fact = fact,
	    .head = cc_fact_name(figure->words, fact, CC_NAME_SHORT),
	    .tail = cc_text_in(figure->words, &fact->notes),
	    .sign = CC_SIGN_DOT,
	    .colour = CC_COLOUR_INK};
	if (fact->kind == CC_KIND_OUTCOME) {
		const char *name = cc_name(figure->words, CC_IN_OUTCOME, NULL,
		    fact->code ? fact->code : "", CC_NAME_FULL);
		stop.head = cc_upper(figure, name);
		if (fact->cause)
			stop.tail = cc_name(figure->words, CC_IN_CAUSE, NULL,
			    fact->cause, CC_NAME_FULL);
		if (fact->code && strcmp(fact->code, "death") == 0) {
			stop.sign = CC_SIGN_SQUARE;
			stop.colour = CC_COLOUR_DEATH;
			cc_figure_legend(figure, CC_LEGEND_DEATH);
		}
	}
	if (fact->kind == CC_KIND_PROCEDURE) {
		const struct cc_term *term =
		    fact->code ? cc_terms_find(figure->in->terms,
				     CC_IN_PROCEDURE, NULL, fact->code)
			       : NULL;
		bool cell = term && term->class &&
		            strcmp(term->class, "cell-therapy") == 0;
		bool grey =
		    cc_theme_look(figure->theme, CC_LOOK_PD_HEXAGON) > 0;
		bool transplant = term && term->class &&
		                  strcmp(term->class, "transplant") == 0;
		stop.sign = CC_SIGN_OPEN_DOT;
		if (cell || transplant)
			stop.sign = cell && grey ? CC_SIGN_RING_DIAMOND
			                         : CC_SIGN_DIAMOND;
		stop.colour = cell ? CC_COLOUR_CELL : CC_COLOUR_INK;
		if (cell || transplant)
			cc_figure_legend(figure,
			    cell ? CC_LEGEND_CELL : CC_LEGEND_TRANSPLANT);
	}
	return stop;
}

static void
add_best(struct cc_figure *figure, struct stop *stop,
    const struct cc_fact *fact, const char *code)
{
	const char *scheme =
	    cc_case_criteria(figure->course, figure->in->terms, fact);
	const struct cc_term *term =
	    cc_terms_find(figure->in->terms, CC_IN_RESPONSE, scheme, code);
	*stop = (struct stop){.fact = fact,
	    .pill = cc_name(
		figure->words, CC_IN_RESPONSE, scheme, code, CC_NAME_SHORT),
	    .tail = cc_name(
		figure->words, CC_IN_RESPONSE, scheme, code, CC_NAME_FULL),
	    .swatch = cc_theme_response(
		figure->theme, term && term->slot ? term->slot : "ne")};
}

/* Returns how many stops there are; *hidden is how many things are none. */
static size_t
collect_stops(struct cc_figure *figure, struct stop *stops, size_t *hidden)
{
	const struct cc_fact *facts[UNDATED_MAX];
	size_t all = undated_facts(figure, facts), n = 0;
	size_t count = MIN(all, UNDATED_MAX);
	*hidden = all - count;
	for (size_t i = 0; i < count; i++) {
		const struct cc_fact *fact = facts[i];
		if (fact->kind == CC_KIND_RESPONSE && fact->code)
			add_best(figure, &stops[n++], fact, fact->code);
		else
			stops[n++] = stop_of(figure, fact);
		if (fact->best)
			add_best(figure, &stops[n++], fact, fact->best);
	}
	return n;
}

/* "after Oct 2024", or that nothing is known of the dates. */
static const char *
after_text(struct cc_figure *figure)
{
	const struct cc_fact *facts[UNDATED_MAX];
	if (undated_facts(figure, facts) == 0 ||
	    !facts[0]->after.fact[0]->when.span.dated)
		return cc_say(figure->words, CC_MSG_DATES_NOT_REPORTED);
	return cc_say_with(figure->words, CC_MSG_AFTER_DATE, "date",
	    cc_date_text(figure->words, &facts[0]->after.fact[0]->when.span),
	    NULL);
}

/* Two lines below the panel: after what, and that the dates are not known. A
 * narrow page has room for the first alone. */
static int
undated_caption(struct cc_figure *figure, double room, const char **lines)
{
	const struct cc_fact *facts[UNDATED_MAX];
	const char *after = "";
	if (undated_facts(figure, facts) > 0 &&
	    facts[0]->after.fact[0]->when.span.dated)
		after = cc_say_with(figure->words, CC_MSG_AFTER_DATE_HEADING,
		    "date",
		    cc_date_text(
			figure->words, &facts[0]->after.fact[0]->when.span),
		    NULL);
	lines[0] = after;
	lines[1] = cc_say(figure->words, CC_MSG_DATES_NOT_REPORTED);
	if (room <= 0 ||
	    fmax(cc_width(figure, lines[0], CC_TYPE_BODY, false),
		cc_width(figure, lines[1], CC_TYPE_BODY, false)) <= room)
		return 2;
	return cc_wrap(
	    figure, after_text(figure), CC_TYPE_BODY, false, room, 2, lines);
}

/* Words that would make a narrow page's panel wider than this share of it
 * stand on two lines where they can. */
#define PANEL_SHARE 0.1
/* The most that it takes: a share of the page, of the narrowest one what a long
 * word needs [u]. */
#define PANEL_MOST 0.2
#define PANEL_WORD 5.6

static double
tail_width(const struct cc_figure *figure, const char *tail)
{
	double width = cc_width(figure, tail, CC_TYPE_BODY, false);
	double most = PANEL_SHARE * figure->page.width;
	if (width > most)
		width = fmax(
		    most, cc_wrap_width(figure, tail, CC_TYPE_BODY, false));
	return width;
}

double
cc_undated_width(struct cc_figure *figure)
{
	if (!figure->undated)
		return 0;
	struct stop stops[2 * UNDATED_MAX + 1];
	size_t hidden, n = collect_stops(figure, stops, &hidden);
	double width = 0;
	for (size_t i = 0; i < n; i++) {
		if (stops[i].head)
			width = fmax(width, cc_width(figure, stops[i].head,
						CC_TYPE_NAME, true));
		if (stops[i].tail)
			width = fmax(width, tail_width(figure, stops[i].tail));
	}
	const char *lines[2];
	double caption = 0;
	undated_caption(figure, 0, lines);
	for (size_t i = 0; i < 2; i++)
		caption = fmax(
		    caption, cc_width(figure, lines[i], CC_TYPE_BODY, false));
	if (caption >= 0.13 * figure->page.width)
		caption = cc_wrap_width(
		    figure, after_text(figure), CC_TYPE_BODY, false);
	width = fmax(width, caption);
	return fmin(width + 0.5 * figure->u,
	    fmax(PANEL_MOST * figure->page.width, PANEL_WORD * figure->u));
}

static void
draw_stop(struct cc_figure *figure, const struct stop *stop, double x, double y,
    double room)
{
	double u = figure->u;
	if (!stop->head && !stop->pill) { /* how many more there are */
		cc_write(figure, CC_TYPE_BODY, false, CC_COLOUR_MID,
		    CC_ANCHOR_MIDDLE, x, y + 0.6 * u, stop->tail);
		return;
	}
	cc_open_fact(
	    figure, stop->fact, stop->head ? stop->head : stop->pill);
	double below = y + 1.45 * u;
	if (stop->pill)
		cc_draw_pill(figure, x, y, stop->pill, &stop->swatch);
	else
		cc_draw_sign(figure, stop->sign, x, y, 0.62 * u,
		    cc_ink(figure, stop->colour));
	if (stop->head) {
		cc_write(figure, CC_TYPE_NAME, true, CC_COLOUR_INK,
		    CC_ANCHOR_MIDDLE, x, below + 0.1 * u,
		    cc_shorten(figure, stop->head, CC_TYPE_NAME, true, room));
		below += 1.2 * u;
	}
	for (int i = 0; i < stop->line_count; i++)
		cc_write(figure, CC_TYPE_BODY, false, CC_COLOUR_MID,
		    CC_ANCHOR_MIDDLE, x, below + (0.1 + 1.1 * i) * u,
		    stop->lines[i]);
	cc_paint_end(figure->fore);
}

static double
stop_bottom(const struct cc_figure *figure, const struct stop *stop)
{
	if (!stop->head && !stop->pill)
		return 0.9 * figure->u;
	double lines = stop->head ? 1.2 : 0;
	if (stop->line_count > 0)
		lines += 0.1 + 1.1 * stop->line_count;
	return (0.8 + lines) * figure->u;
}

static void
wrap_tails(
    struct cc_figure *figure, struct stop *stops, size_t count, double room)
{
	for (size_t i = 0; i < count; i++)
		if (stops[i].tail)
			stops[i].line_count = cc_wrap(figure, stops[i].tail,
			    CC_TYPE_BODY, false, room, 2, stops[i].lines);
}

/* Above and below the stops, and the least between two of them [u]. */
#define PANEL_AIR 3.5
#define STOP_GAP 1.1

static double
stops_height(
    const struct cc_figure *figure, const struct stop *stops, size_t count)
{
	double height = 0;
	for (size_t i = 0; i < count; i++)
		height += stop_bottom(figure, &stops[i]) + 0.8 * figure->u;
	return height;
}

/* What a low panel has no room for becomes a number before the last stop,
 * which is the outcome where there is one. */
static size_t
drop_stops(struct cc_figure *figure, struct stop *stops, size_t count,
    size_t *hidden, double height)
{
	double u = figure->u;
	bool some = *hidden > 0;
	while (count > 2 && stops_height(figure, stops, count) + PANEL_AIR * u +
				    STOP_GAP * u * (double)(count - 1 + some) +
				    (some ? 2 * u : 0) >
				height) {
		stops[count - 2] = stops[count - 1];
		count--;
		(*hidden)++;
		some = true;
	}
	if (!some)
		return count;
	stops[count] = stops[count - 1];
	stops[count - 1] = (struct stop){.fact = stops[count].fact,
	    .tail = cc_say_count(figure->words, CC_MSG_MORE, (int)*hidden)};
	return count + 1;
}

void
cc_undated_draw(struct cc_figure *figure, struct cc_box box)
{
	if (!figure->undated)
		return;
	double u = figure->u;
	struct cc_paint ground = cc_brush(cc_ink(figure, CC_COLOUR_UNDATED));
	cc_colour edge = cc_ink(figure, CC_COLOUR_PANEL_EDGE);
	if (edge != cc_ink(figure, CC_COLOUR_PANEL)) {
		ground.stroke = edge;
		ground.width = figure->size->stroke[CC_STROKE_HAIRLINE];
	}
	cc_paint_rect(figure->ground, CC_ROLE_PANEL, box, 0.25 * u, ground);

	struct stop stops[2 * UNDATED_MAX + 1];
	size_t hidden, n = collect_stops(figure, stops, &hidden);
	double x = box.x + box.width / 2, room = box.width - 0.4 * u;
	wrap_tails(figure, stops, n, room);
	n = drop_stops(figure, stops, n, &hidden, box.height);
	figure->lost[CC_LOST_UNDATED] = hidden > 0;
	double words = stops_height(figure, stops, n);
	/* Long arrows over a tall panel part what belongs together. */
	double gap =
	    n > 1 ? (box.height - words - PANEL_AIR * u) / (double)(n - 1) : 0;
	gap = fmin(fmax(gap, STOP_GAP * u), 6 * u);
	double used = words + gap * (double)(n - 1);
	double y = box.y + fmax(2.2 * u, (box.height - used) * 0.42 + u);
	size_t line = stops[0].fact->line;
	if (line != CC_NO_LINE) {
		cc_write(figure, CC_TYPE_BODY, false, CC_COLOUR_MID,
		    CC_ANCHOR_MIDDLE, x, y - 1.3 * u,
		    cc_line_text(
			figure->words, figure->course->lines[line].number));
	}
	for (size_t i = 0; i < n; i++) {
		draw_stop(figure, &stops[i], x, y, room);
		double bottom = y + stop_bottom(figure, &stops[i]);
		double next = bottom + gap + 0.8 * u;
		if (i + 1 < n)
			cc_draw_arrow_down(figure, x, bottom + 0.35 * u,
			    next - 0.95 * u, cc_ink(figure, CC_COLOUR_MID));
		y = next;
	}
	double below = cc_box_bottom(box) + 1.2 * u;
	const char *lines[2];
	int count = undated_caption(figure, box.width, lines);
	for (int i = 0; i < count; i++)
		cc_write(figure, CC_TYPE_BODY, false, CC_COLOUR_MID,
		    CC_ANCHOR_MIDDLE, x, below + 1.15 * u * i, lines[i]);
}
