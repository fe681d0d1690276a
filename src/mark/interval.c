/* Intervals that follow from the course, where the figure asks for them: a
 * bracket with its words, whiskers over what its ends leave open, and an arrow
 * where it was still running. */
#include "layout/divide.h"
#include "layout/draw.h"
#include "mark/marks.h"
#include "place/air.h"
#include "place/lanes.h"

#include "follow/interval.h"

#include <math.h>
#include <string.h>

struct bracket {
	struct cc_interval interval;
	const char *name;  /* all of its words, for the tooltip */
	const char *brief; /* without the line */
	const char *words; /* those drawn */
	double words_width;
	struct cc_reach from, to;
	double left, right; /* of the longest piece between the whiskers */
	struct cc_lane_item item;
	double y;
};

struct brackets {
	struct bracket *all;
	size_t count, lanes;
	bool above; /* words have no room in or beside some bracket */
};

static bool
asks_for(const struct cc_figure *figure, const char *word)
{
	const char *given = figure->in->options.intervals;
	const struct cc_words *own;

	if (given) {
		g_auto(GStrv) words = g_strsplit(given, " ", -1);
		return g_strv_contains((const char *const *)words, word);
	}
	if (!figure->options)
		return false;
	own = &figure->options->intervals;
	for (size_t i = 0; i < own->count; i++)
		if (strcmp(own->word[i], word) == 0)
			return true;
	return false;
}

/* Some of it lies in the stretch that is drawn. */
static bool
is_drawn(const struct cc_figure *figure, const struct cc_interval *interval)
{
	const struct cc_axis *axis = &figure->axis;
	const struct cc_stretch *first = &axis->stretch[0];
	const struct cc_stretch *last = &axis->stretch[axis->stretches - 1];

	return interval->from.earliest_start.minute < last->to.minute &&
	       interval->to.latest_end.minute > first->from.minute;
}

static void
add(struct cc_figure *figure, struct brackets *row,
    const struct cc_interval *interval)
{
	struct bracket *bracket = &row->all[row->count];

	if (!is_drawn(figure, interval))
		return;
	row->count++;
	*bracket = (struct bracket){.interval = *interval,
	    .name = cc_interval_text(figure->words, interval, false),
	    .brief = cc_interval_text(figure->words, interval, true)};
}

static int
by_start(const void *a, const void *b)
{
	const struct cc_interval *x = &((const struct bracket *)a)->interval;
	const struct cc_interval *y = &((const struct bracket *)b)->interval;
	int64_t left = x->from.earliest_start.minute;
	int64_t right = y->from.earliest_start.minute;

	if (left != right)
		return left < right ? -1 : 1;
	if (x->kind != y->kind)
		return x->kind < y->kind ? -1 : 1;
	return x->line < y->line ? -1 : x->line > y->line;
}

static void
collect_kind(
    struct cc_figure *figure, struct brackets *row, enum cc_interval_kind kind)
{
	struct cc_interval interval;

	if (!cc_interval_of_line(kind)) {
		if (cc_case_interval(figure->follow, kind, &interval))
			add(figure, row, &interval);
		return;
	}
	for (size_t i = 0; i < figure->course->line_count; i++)
		if (cc_line_interval(figure->follow, i, kind, &interval))
			add(figure, row, &interval);
}

static void
collect(const struct cc_mark *mark, struct cc_figure *figure)
{
	struct brackets *row = cc_arena_new(figure->arena, struct brackets);
	struct cc_track *track;
	size_t kinds = 0;

	for (int kind = 0; kind < CC_INTERVAL_COUNT; kind++)
		kinds += asks_for(figure, cc_closed_interval.words[kind]);
	row->all = cc_arena_new_array(figure->arena, struct bracket,
	    kinds * (figure->course->line_count + 1));
	for (int kind = 0; kind < CC_INTERVAL_COUNT; kind++)
		if (asks_for(figure, cc_closed_interval.words[kind]))
			collect_kind(figure, row, (enum cc_interval_kind)kind);
	if (row->count == 0)
		return;
	qsort(row->all, row->count, sizeof(row->all[0]), by_start);
	track = cc_figure_add_track(figure, mark, NULL, NULL, row);
	track->own_name = cc_say(figure->words, CC_MSG_HEADING_INTERVALS);
	/* What it says follows from the other rows: it goes first. */
	track->spare = CC_YIELD_INTERVALS;
}

/* The longest part of the bracket that neither a whisker nor a cut takes. */
static void
find_piece(const struct cc_figure *figure, struct bracket *bracket)
{
	bracket->left = bracket->right = bracket->from.latest_start;
	for (size_t i = 0; i < figure->axis.stretches; i++) {
		double left = bracket->from.latest_start;
		double right = bracket->to.earliest_end;

		if (!cc_axis_piece(&figure->axis, i, &left, &right) ||
		    right - left <= bracket->right - bracket->left)
			continue;
		bracket->left = left;
		bracket->right = right;
	}
}

/* The line is not named where that lets the words stand inside: the bracket
 * lies below it. */
static bool
needs_brief(
    const struct cc_figure *figure, const struct bracket *bracket, bool *can)
{
	double room = bracket->right - bracket->left - 1.3 * figure->u;

	*can = cc_width(figure, bracket->brief, CC_TYPE_BODY, false) <= room;
	return *can &&
	       cc_width(figure, bracket->name, CC_TYPE_BODY, false) > room;
}

/* One form for all, where all can be brief. */
static void
choose_words(struct cc_figure *figure, struct brackets *row)
{
	bool any = false, all = true, can;

	for (size_t i = 0; i < row->count; i++) {
		any = needs_brief(figure, &row->all[i], &can) || any;
		all = all && can;
	}
	for (size_t i = 0; i < row->count; i++) {
		struct bracket *bracket = &row->all[i];
		bool brief = (any && all) || needs_brief(figure, bracket, &can);

		bracket->words = brief ? bracket->brief : bracket->name;
		bracket->words_width =
		    cc_width(figure, bracket->words, CC_TYPE_BODY, false);
	}
}

/* Room for words in the bracket or on its better side. */
static double
words_room(const struct cc_figure *figure, const struct bracket *bracket)
{
	double inside = bracket->right - bracket->left - 0.8 * figure->u;
	double left = bracket->from.earliest_start - figure->plot.x;
	double right = cc_box_right(figure->plot) - bracket->to.latest_end;

	return fmax(inside, fmax(left, right)) - 0.5 * figure->u;
}

/* What fits nowhere does without its line, and else stands above. */
static void
fit_words(struct cc_figure *figure, struct brackets *row)
{
	row->above = false;
	for (size_t i = 0; i < row->count; i++) {
		struct bracket *bracket = &row->all[i];
		double room = words_room(figure, bracket);

		if (bracket->words_width <= room)
			continue;
		bracket->words = bracket->brief;
		bracket->words_width =
		    cc_width(figure, bracket->words, CC_TYPE_BODY, false);
		row->above = row->above || bracket->words_width > room;
	}
}

/* Over the middle of its bracket, inside the plot; what is wider than that
 * reaches into the left column, which has no name there, and not into what
 * stands on the right. */
static double
words_above(struct cc_figure *figure, struct bracket *bracket)
{
	double most = cc_box_right(figure->plot) - bracket->words_width;
	double middle =
	    (bracket->from.earliest_start + bracket->to.latest_end) / 2;

	return fmax(fmin(middle - bracket->words_width / 2, most),
	    fmin(figure->plot.x, most));
}

static struct cc_lane_item
lane_item(struct cc_figure *figure, struct bracket *bracket, bool above)
{
	struct cc_lane_item item = {.left = bracket->from.earliest_start,
	    .right = fmax(bracket->to.latest_end,
		bracket->from.earliest_start + 0.5 * figure->u)};

	if (above) {
		double x = words_above(figure, bracket);

		item.left = fmin(item.left, x);
		item.right = fmax(item.right, x + bracket->words_width);
		return item;
	}
	item.inside = bracket->right - bracket->left - 0.8 * figure->u;
	item.words = bracket->words_width + 0.5 * figure->u;
	return item;
}

static double
lane_height(const struct cc_figure *figure, const struct brackets *row)
{
	return cc_lane(figure, 1.15, 1.05) + (row->above ? figure->u : 0);
}

static void
measure(struct cc_figure *figure, struct cc_track *track)
{
	struct brackets *row = track->data;
	struct cc_lane_item *items =
	    cc_arena_new_array(figure->arena, struct cc_lane_item, row->count);
	struct cc_lanes lanes =
	    cc_lanes_of(figure, CC_AIR_WORDS * figure->u, false);

	for (size_t i = 0; i < row->count; i++) {
		struct bracket *bracket = &row->all[i];

		bracket->from = cc_reach_of(figure, &bracket->interval.from);
		bracket->to = cc_reach_of(figure, &bracket->interval.to);
		find_piece(figure, bracket);
	}
	choose_words(figure, row);
	fit_words(figure, row);
	for (size_t i = 0; i < row->count; i++)
		items[i] = lane_item(figure, &row->all[i], row->above);
	row->lanes = cc_lanes_pack(&lanes, items, row->count);
	cc_figure_packed(figure, track, &lanes, items, row->count, row->lanes);
	for (size_t i = 0; i < row->count; i++)
		row->all[i].item = items[i];
	track->height = (double)row->lanes * lane_height(figure, row);
}

static void
place(struct cc_figure *figure, struct cc_track *track)
{
	struct brackets *row = track->data;
	double lane = lane_height(figure, row);

	for (size_t i = 0; i < row->count; i++)
		row->all[i].y = track->box.y +
		                ((double)row->all[i].item.lane + 1) * lane -
		                0.5 * cc_lane(figure, 1.15, 1.05);
}

/* The thin line, with a gap [from, to] for the words, through every stretch of
 * the axis. */
static void
add_line(const struct cc_figure *figure, struct cc_strokes *strokes,
    const struct bracket *bracket, double from, double to)
{
	double ends[2][2] = {
	    {bracket->from.earliest_start, from}, {to, bracket->to.latest_end}};

	for (size_t i = 0; i < figure->axis.stretches; i++) {
		for (size_t k = 0; k < G_N_ELEMENTS(ends); k++) {
			double left = ends[k][0], right = ends[k][1];

			if (cc_axis_piece(&figure->axis, i, &left, &right))
				cc_strokes_line(strokes,
				    (struct cc_point){left, bracket->y},
				    (struct cc_point){right, bracket->y});
		}
	}
}

/* One end: a whisker over the span in which it lies, a tick where that is too
 * short to be seen. */
static void
add_end(struct cc_figure *figure, struct cc_strokes *strokes, double left,
    double right, double y)
{
	double tick = 0.28 * figure->u;
	double inset = figure->size->stroke[CC_STROKE_AXIS] / 2 + 0.4;

	if (right - left < 2 * inset + 0.2 * figure->u) {
		left = right = (left + right) / 2;
	} else {
		left += inset;
		right -= inset;
		cc_strokes_line(strokes, (struct cc_point){right, y - tick},
		    (struct cc_point){right, y + tick});
		cc_figure_legend(figure, CC_LEGEND_WHISKER);
	}
	cc_strokes_line(strokes, (struct cc_point){left, y - tick},
	    (struct cc_point){left, y + tick});
}

/* One path, in whose gap its words stand. */
static void
draw_strokes(struct cc_figure *figure, const struct bracket *bracket,
    double from, double to)
{
	struct cc_strokes strokes = {.arena = figure->arena};

	add_line(figure, &strokes, bracket, from, to);
	add_end(figure, &strokes, bracket->from.earliest_start,
	    bracket->from.latest_start, bracket->y);
	if (!bracket->interval.censored)
		add_end(figure, &strokes, bracket->to.earliest_end,
		    bracket->to.latest_end, bracket->y);
	cc_paint_strokes(figure->fore, CC_ROLE_BRACKET, &strokes,
	    cc_pen(cc_ink(figure, CC_COLOUR_INK),
		figure->size->stroke[CC_STROKE_AXIS]));
}

static void
open_bracket(struct cc_figure *figure, const struct bracket *bracket, size_t i)
{
	const struct cc_interval *interval = &bracket->interval;
	const struct cc_words_in *words = figure->words;
	const char *title = NULL;

	cc_figure_abbreviation(figure, CC_IN_INTERVAL, NULL,
	    cc_closed_interval.words[interval->kind]);
	if (figure->tips)
		title = cc_arena_join(figure->arena, bracket->name,
		    cc_say(words, CC_MSG_CLAUSE_SEPARATOR),
		    cc_interval_ends_text(words, interval), NULL);
	cc_paint_group(figure->fore,
	    (struct cc_group){.kind = CC_GROUP_FACT,
		.id = cc_arena_printf(figure->arena, "i%u", (unsigned)i + 1),
		.title = title,
		.order = interval->from.earliest_start.minute});
}

static void
draw_one(struct cc_figure *figure, struct bracket *bracket, bool above)
{
	double u = figure->u, gap = 0.45 * u;
	double width = bracket->words_width;
	double x = bracket->item.right + 0.5 * u;
	double from = bracket->to.latest_end, to = from;

	if (above) {
		x = words_above(figure, bracket);
	} else if (bracket->item.side == CC_SIDE_INSIDE) {
		x = (bracket->left + bracket->right - width) / 2;
		from = x - gap;
		to = x + width + gap;
	} else if (bracket->item.side == CC_SIDE_LEFT) {
		x = bracket->item.left - 0.5 * u - width;
	}
	draw_strokes(figure, bracket, from, to);
	if (bracket->interval.censored)
		cc_draw_arrow(figure, bracket->to.latest_end, bracket->y,
		    cc_ink(figure, CC_COLOUR_INK));
	cc_write(figure, CC_TYPE_BODY, false, CC_COLOUR_INK, CC_ANCHOR_MIDDLE,
	    x + width / 2,
	    cc_centre(figure, CC_TYPE_BODY, bracket->y - (above ? u : 0)),
	    bracket->words);
}

static void
draw(struct cc_figure *figure, struct cc_track *track)
{
	struct brackets *row = track->data;

	for (size_t i = 0; i < row->count; i++) {
		open_bracket(figure, &row->all[i], i);
		draw_one(figure, &row->all[i], row->above);
		cc_paint_end(figure->fore);
	}
}

const struct cc_mark cc_mark_interval = {
    .name = "interval",
    .always = true,
    .zone = CC_ZONE_PLOT,
    .yields = {CC_YIELD_LANES},
    .collect = collect,
    .measure = measure,
    .place = place,
    .draw = draw,
};
