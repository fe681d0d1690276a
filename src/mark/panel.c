/* Baseline strip: the values of a panel side by side above the axis. A value
 * that a curve draws is not said twice. */
#include "follow/follow.h"
#include "layout/draw.h"
#include "mark/marks.h"

#include <math.h>
#include <string.h>

/* Name and value are a line apart: a value stands by its own name. [u] */
#define LINE_PITCH 1.2
#define STACK_PITCH 2.75

struct cell {
	const struct cc_value *value;
	const char *name, *number, *rest; /* rest: unit and arrow */
	const char *brief;                /* of the name */
	struct cc_verdict verdict;
	double value_width;               /* of number and rest [unit] */
	double width, x;
};

/* How the cells stand: all names over their numbers, or beside them. */
struct grid {
	bool stacked, brief;
	bool below; /* the head: beside it there is no room */
	size_t columns, rows;
	double height; /* [unit] */
};

struct strip {
	const struct cc_fact *fact;
	const char *head, *when;
	struct cell *cells;
	size_t count;
	struct grid grid;
	double head_width;
};

/* Whether the figure draws the curve that has a value, where it has it: else
 * the value is lost. */
static bool
is_in_curve(const struct cc_figure *figure, const struct cc_fact *panel,
    size_t value)
{
	const struct cc_curve *curve =
	    figure->follow->curves.of_value[panel->index][value];
	return curve && cc_figure_shows(figure, panel) &&
	       cc_figure_wants(figure, curve->fact->code,
		   cc_figure_wants(figure, "series", true));
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
	/* A date of the caller's is the turn of no fact. */
	const struct cc_turn *turn = figure->follow->turns.of[zero->index];
	if (!turn || turn->fact != zero || turn->kind != CC_TURN_DIAGNOSIS ||
	    !same_start(fact, zero))
		return when;
	return cc_upper_of(
	    figure, zero, cc_fact_name(figure->words, zero, CC_NAME_SHORT));
}

/* Against a range that no laboratory stated the arrow bears a star. */
static const char *
arrow_of(const struct cc_verdict *verdict)
{
	static const char *const own[] = {" ↓", "", " ↑"};
	static const char *const reference[] = {" ↓*", "", " ↑*"};
	return verdict->against == CC_NORM_REFERENCE
	           ? reference[verdict->side + 1]
	           : own[verdict->side + 1];
}

static void
collect_one(const struct cc_mark *mark, struct cc_figure *figure,
    const struct cc_fact *fact)
{
	struct strip *strip = cc_arena_new(figure->arena, struct strip);
	const struct cc_verdict *verdicts =
	    cc_panel_verdicts(figure->arena, figure->follow, fact);
	strip->fact = fact;
	strip->cells =
	    cc_arena_new_array(figure->arena, struct cell, fact->value_count);
	for (size_t i = 0; i < fact->value_count; i++) {
		const struct cc_value *value = &fact->values[i];
		if (is_in_curve(figure, fact, i))
			continue;
		/* Words have no unit. */
		const char *unit =
		    value->text
			? cc_value_unit(figure->in->terms, fact, value)
			: NULL;
		const char *code = value->code ? value->code : "";
		strip->cells[strip->count++] = (struct cell){.value = value,
		    .name = cc_upper(figure, cc_name(figure->words, CC_IN_TEST,
						 NULL, code, CC_NAME_FULL)),
		    .brief = cc_upper(figure, cc_name(figure->words, CC_IN_TEST,
						  NULL, code, CC_NAME_SHORT)),
		    .number = cc_value_text(figure->words, value),
		    .rest = cc_arena_join(figure->arena,
			cc_unit_text(figure->words, unit),
			arrow_of(&verdicts[i]), NULL),
		    .verdict = verdicts[i]};
	}
	if (strip->count == 0)
		return;
	strip->when = cc_date_text(figure->words, &fact->when.span);
	strip->head = head_of(figure, fact, strip->when);
	struct cc_track *track =
	    cc_figure_add_track(figure, mark, NULL, NULL, strip);
	track->own_name = strip->head;
	track->spare = CC_YIELD_STRIP;
	cc_track_hold(figure, track, fact);
}

static void
collect(const struct cc_mark *mark, struct cc_figure *figure)
{
	if (!figure->size->part[CC_PART_BASELINE])
		return;
	for (size_t i = 0; i < figure->course->fact_count; i++) {
		const struct cc_fact *fact = &figure->course->facts[i];
		if (figure->follow->curves.of_value[i] &&
		    cc_figure_claim(figure, fact))
			collect_one(mark, figure, fact);
	}
}

static bool
has_cells(const struct cc_figure *figure, const struct cc_fact *panel)
{
	const struct cc_curve *const *of =
	    figure->follow->curves.of_value[panel->index];
	for (size_t v = 0; of && v < panel->value_count; v++)
		if (!of[v])
			return true;
	return false;
}

/* Values that no curve has. */
static void
lose(struct cc_figure *figure)
{
	const struct cc_case *course = figure->course;
	if (figure->size->part[CC_PART_BASELINE])
		return;
	for (size_t i = 0; i < course->fact_count; i++)
		if (cc_figure_shows(figure, &course->facts[i]) &&
		    has_cells(figure, &course->facts[i]))
			cc_lose(figure, CC_LOST_BASELINE, &course->facts[i]);
}

static const char *
cell_name(const struct cell *cell, bool brief)
{
	return brief ? cell->brief : cell->name;
}

static double
head_lines(const struct strip *strip)
{
	return strcmp(strip->head, strip->when) != 0 ? 2 : 1;
}

static double
cell_width(
    struct cc_figure *figure, const struct cell *cell, const struct grid *grid)
{
	double name =
	    cc_width(figure, cell_name(cell, grid->brief), CC_TYPE_BODY, false);
	return grid->stacked ? fmax(name, cell->value_width)
	                     : name + 0.35 * figure->u + cell->value_width;
}

/* Columns of one width, air of two lines between them; of no end where one is
 * too wide. */
static struct grid
stack_cells(struct cc_figure *figure, const struct strip *strip, double room)
{
	double u = figure->u, widest = 0;
	struct grid grid = {.stacked = true};
	for (size_t i = 0; i < strip->count; i++)
		widest =
		    fmax(widest, cell_width(figure, &strip->cells[i], &grid));
	grid.columns = (size_t)fmax(1, floor((room + u) / (widest + 2 * u)));
	grid.columns = MIN(grid.columns, strip->count);
	grid.rows = (strip->count + grid.columns - 1) / grid.columns;
	grid.columns = (strip->count + grid.rows - 1) / grid.rows;
	grid.height = widest > room
	                  ? INFINITY
	                  : (STACK_PITCH * (double)grid.rows + 0.1) * u;
	return grid;
}

/* Whether the cells fit in so many columns, each as wide as it needs, filled
 * from top to bottom. */
static bool
fits_columns(struct cc_figure *figure, const struct strip *strip, double room,
    const struct grid *grid)
{
	double sum = 0, widest = 0;
	for (size_t i = 0; i < strip->count; i++) {
		if (i % grid->rows == 0) {
			sum += widest + (i > 0 ? 1.6 * figure->u : 0);
			widest = 0;
		}
		widest =
		    fmax(widest, cell_width(figure, &strip->cells[i], grid));
	}
	return sum + widest <= room;
}

/* In the most columns that fit; of no end where one does not. */
static struct grid
line_cells(struct cc_figure *figure, const struct strip *strip, double room,
    bool brief)
{
	struct grid grid = {.brief = brief};
	for (size_t columns = strip->count; columns > 0; columns--) {
		grid.rows = (strip->count + columns - 1) / columns;
		grid.columns = (strip->count + grid.rows - 1) / grid.rows;
		if (!fits_columns(figure, strip, room, &grid))
			continue;
		/* The head has two lines. */
		double lines = (double)MAX(grid.rows, 2);
		grid.height = (0.45 + LINE_PITCH * lines) * figure->u;
		return grid;
	}
	grid.height = INFINITY;
	return grid;
}

/* Names over numbers where that takes one row; else what is lowest, short
 * names last. */
static struct grid
choose_grid(struct cc_figure *figure, const struct strip *strip, double room)
{
	struct grid best = stack_cells(figure, strip, room);
	bool more = best.rows > 1 || isinf(best.height);
	for (int brief = 0; brief < 2 && more; brief++) {
		struct grid grid = line_cells(figure, strip, room, brief == 1);
		if (grid.height < best.height - 0.01)
			best = grid;
	}
	return best;
}

/* Where each column begins: at equal steps where names stand over numbers,
 * else with what is left over shared between the columns. */
static void
place_cells(struct cc_figure *figure, struct strip *strip, double left,
    double room, double full)
{
	const struct grid *grid = &strip->grid;
	double step = full / (double)grid->columns, x = left, widest = 0;
	double used = 0;
	for (size_t i = 0; i < strip->count; i++) {
		struct cell *cell = &strip->cells[i];
		cell->width = cell_width(figure, cell, grid);
		if (grid->stacked) {
			cell->x = left + step * (double)(i % grid->columns);
			continue;
		}
		if (i > 0 && i % grid->rows == 0) {
			x += widest + 1.6 * figure->u;
			widest = 0;
		}
		widest = fmax(widest, cell->width);
		cell->x = x;
		used = x + widest - left;
	}
	double more = grid->columns > 1
	                  ? fmax(0, room - used) / (double)grid->columns
	                  : 0;
	for (size_t i = 0; i < strip->count && !grid->stacked; i++)
		strip->cells[i].x +=
		    fmin(more, 4 * figure->u) * (double)(i / grid->rows);
}

static void
measure(struct cc_figure *figure, struct cc_track *track)
{
	struct strip *strip = track->data;
	double u = figure->u;
	strip->head_width =
	    fmax(cc_width(figure, strip->head, CC_TYPE_NAME, true),
		cc_width(figure, strip->when, CC_TYPE_BODY, false));
	double left =
	    fmax(figure->plot.x - figure->page.x, strip->head_width + 2.2 * u);
	double room = figure->page.width - left - 0.9 * u;
	for (size_t i = 0; i < strip->count; i++) {
		struct cell *cell = &strip->cells[i];
		cell->value_width =
		    cc_width(figure, cell->number, CC_TYPE_NAME, true) +
		    cc_width(figure, cell->rest, CC_TYPE_BODY, false) + 0.3 * u;
	}
	strip->grid = choose_grid(figure, strip, room);
	if (isinf(strip->grid.height)) {
		left = 0.9 * u;
		strip->grid =
		    choose_grid(figure, strip, figure->page.width - 2 * left);
		strip->grid.below = true;
		if (isinf(strip->grid.height))
			strip->grid.height =
			    (STACK_PITCH * (double)strip->grid.rows + 0.1) * u;
		strip->grid.height += head_lines(strip) * LINE_PITCH * u;
	}
	track->height = strip->grid.height;
	track->tick_width = left;
}

static void
place(struct cc_figure *figure, struct cc_track *track)
{
	struct strip *strip = track->data;
	double left = track->box.x + track->tick_width;
	double full = cc_box_right(track->box) - left;
	place_cells(figure, strip, left, full - 0.9 * figure->u, full);
}

/* What is wider than the strip ends in an ellipsis; the tooltip has it all. */
static void
draw_cell(struct cc_figure *figure, const struct cell *cell,
    const struct grid *grid, double y, double most)
{
	double u = figure->u, x = cell->x, gap = 0.35 * u;
	double room = most - x - (grid->stacked ? 0 : gap + cell->value_width);
	double name = cc_write(figure, CC_TYPE_BODY, false, CC_COLOUR_MID,
	    CC_ANCHOR_START, x, y,
	    cc_shorten(figure, cell_name(cell, grid->brief), CC_TYPE_BODY,
		false, room));
	if (grid->stacked)
		y += LINE_PITCH * u;
	else
		x += name + gap;
	double w = cc_write(figure, CC_TYPE_NAME, true, CC_COLOUR_INK,
	    CC_ANCHOR_START, x, y, cell->number);
	cc_write(figure, CC_TYPE_BODY, false, CC_COLOUR_MID, CC_ANCHOR_START,
	    x + w + 0.3 * u, y, cell->rest);
	if (grid->brief)
		cc_figure_abbreviation(
		    figure, CC_IN_TEST, NULL, cell->value->code);
	else
		cc_figure_word(figure, CC_IN_TEST, cell->value->code);
	if (cell->verdict.side == 0)
		return;
	cc_figure_legend(figure, cell->verdict.against == CC_NORM_STATED
				     ? CC_LEGEND_OWN_RANGE
				     : CC_LEGEND_ADULT_RANGE);
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
	cc_open_fact(figure, strip->fact, strip->head);
	double x = track->box.x + 0.9 * u, y = track->box.y + 1.13 * u;
	const struct grid *grid = &strip->grid;
	double most = cc_box_right(track->box) - 0.4 * u;
	cc_write(figure, CC_TYPE_NAME, true, CC_COLOUR_INK, CC_ANCHOR_START, x,
	    y, cc_shorten(figure, strip->head, CC_TYPE_NAME, true, most - x));
	if (head_lines(strip) > 1)
		cc_write(figure, CC_TYPE_BODY, false, CC_COLOUR_MID,
		    CC_ANCHOR_START, x, y + LINE_PITCH * u,
		    cc_shorten(
			figure, strip->when, CC_TYPE_BODY, false, most - x));
	if (grid->below)
		y += head_lines(strip) * LINE_PITCH * u;
	for (size_t i = 0; i < strip->count; i++) {
		const struct cell *cell = &strip->cells[i];
		size_t row = grid->stacked ? i / grid->columns : i % grid->rows;
		double pitch = grid->stacked ? STACK_PITCH : LINE_PITCH;
		double cell_y = y + pitch * u * (double)row;
		draw_cell(figure, cell, grid, cell_y, most);
		if (!grid->stacked || i % grid->columns == 0)
			continue;
		cc_paint_line(figure->fore, CC_ROLE_GRID,
		    (struct cc_point){cell->x - 1.1 * u, cell_y - 0.75 * u},
		    (struct cc_point){cell->x - 1.1 * u, cell_y + 1.35 * u},
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
    .lose = lose,
};
