/* The two rows of the axis: time since zero on top, the calendar below. */
#include "base/number.h"
#include "layout/axis-count.h"

#include <math.h>

double
cc_axis_top_height(const struct cc_figure *figure)
{
	return cc_axis_has_relative(figure) ? 1.75 * figure->u : 0.4;
}

/* Between two ticks of the calendar: month names need some 30 px. */
static double
calendar_apart(const struct cc_figure *figure)
{
	const char *name = cc_month_name(figure->words, 10);
	return fmax(3.4 * figure->u,
	    cc_width(figure, name, CC_TYPE_BODY, false) + figure->u);
}

/* Below the numbers or dates: the year of months, the day of hours. */
static bool
has_context(const struct cc_figure *figure)
{
	return figure->axis.clock == CC_CLOCK_DATE &&
	       cc_axis_has_calendar(figure) &&
	       cc_axis_calendar_unit(&figure->axis, calendar_apart(figure)) !=
	           CC_TICK_YEAR;
}

/* Rows of words below the axis: dates or numbers, what is above these, and how
 * much was cut. What has no date says so in the second. */
#define ROWS_MOST 3

static size_t
bottom_rows(const struct cc_figure *figure)
{
	bool calendar = cc_axis_has_calendar(figure);
	size_t rows = (size_t)calendar + (size_t)has_context(figure) +
	              (size_t)(figure->axis.stretches > 1);
	return figure->axis.steps.count > 0 ? MAX(rows, 2) : rows;
}

double
cc_axis_bottom_height(const struct cc_figure *figure)
{
	size_t rows = bottom_rows(figure);
	return (rows == 0 ? 0.6 : 0.4 + 1.05 * (double)rows) * figure->u;
}

void
cc_axis_draw_top(struct cc_figure *figure, double y)
{
	if (cc_axis_lost_relative(figure))
		cc_lose(figure, CC_LOST_AXIS, NULL);
	if (!cc_axis_has_relative(figure) || figure->fore->muted)
		return;
	struct cc_ticks ticks = cc_axis_counted(figure);
	double u = figure->u;
	double baseline = y + 0.85 * u;
	struct cc_strokes marks = {.arena = figure->arena};
	double taken = figure->page.x + 0.3 * u +
	               cc_write(figure, CC_TYPE_BODY, false, CC_COLOUR_MID,
			   CC_ANCHOR_START, figure->page.x, baseline,
			   cc_axis_counted_name(figure, ticks.unit));
	for (size_t i = 0; i < ticks.count; i++) {
		const struct cc_tick *tick = &ticks.tick[i];
		const char *number =
		    cc_axis_number(figure, ticks.unit, tick->number);
		double w = cc_width(figure, number, CC_TYPE_BODY, false);
		if (tick->x - w / 2 >= taken) {
			cc_write_measured(figure, CC_TYPE_BODY, false,
			    cc_ink(figure, CC_COLOUR_MID), CC_ANCHOR_MIDDLE,
			    (struct cc_point){tick->x, baseline}, number, w);
			taken = tick->x + w / 2 + 0.3 * u;
		}
		cc_strokes_line(&marks,
		    (struct cc_point){tick->x, y + 1.2 * u},
		    (struct cc_point){tick->x, y + 1.6 * u});
	}
	cc_paint_strokes(figure->fore, CC_ROLE_AXIS, &marks,
	    cc_pen(cc_ink(figure, CC_COLOUR_BRACKET),
		figure->size->stroke[CC_STROKE_HAIRLINE] * 1.2));
}

static struct cc_ticks
calendar_ticks(const struct cc_figure *figure)
{
	return cc_axis_calendar(
	    figure->arena, &figure->axis, calendar_apart(figure));
}

struct cc_ticks
cc_axis_grid(const struct cc_figure *figure)
{
	if (figure->axis.absent)
		return (struct cc_ticks){0};
	if (cc_axis_has_calendar(figure) && figure->axis.clock == CC_CLOCK_DATE)
		return calendar_ticks(figure);
	return cc_axis_counted(figure);
}

static const char *
tick_word(const struct cc_figure *figure, const struct cc_ticks *ticks,
    const struct cc_tick *tick)
{
	struct cc_date date = cc_instant_date(tick->at);
	switch (ticks->unit) {
	case CC_TICK_YEAR:
		return cc_year_text(figure->words, date.year);
	case CC_TICK_MONTH:
		return cc_month_name(figure->words, date.month);
	case CC_TICK_DAY:
	case CC_TICK_WEEK:
		return cc_number_whole(figure->arena, date.day);
	case CC_TICK_HOUR:
	case CC_TICK_MINUTE:
		return cc_arena_printf(figure->arena, "%02d:%02d", tick->number,
		    (int)(((tick->at.minute % 60) + 60) % 60));
	}
	return "";
}

/* What the second line says at a tick: the year of months, or month and year
 * over days. NULL where it said so at the tick `told`, if any. */
static const char *
tick_context(struct cc_figure *figure, enum cc_tick_unit unit,
    const struct cc_tick *tick, const struct cc_tick *told)
{
	struct cc_date date = cc_instant_date(tick->at);
	struct cc_date before =
	    told ? cc_instant_date(told->at) : (struct cc_date){0};
	if (unit == CC_TICK_MONTH)
		return date.year != before.year
		           ? cc_year_text(figure->words, date.year)
		           : NULL;
	if (unit == CC_TICK_YEAR)
		return NULL;
	bool days = unit == CC_TICK_DAY || unit == CC_TICK_WEEK;
	if (date.year == before.year && date.month == before.month &&
	    (days || date.day == before.day))
		return NULL;
	struct cc_span span = {.dated = true,
	    .start_form = CC_MOMENT_POINT,
	    .end_form = CC_MOMENT_POINT,
	    .start_precision = days ? CC_PRECISION_MONTH : CC_PRECISION_DAY,
	    .end_precision = days ? CC_PRECISION_MONTH : CC_PRECISION_DAY};
	span.earliest_start =
	    cc_instant_from_date(date.year, date.month, days ? 1 : date.day);
	span.latest_start =
	    days ? cc_instant_add_months(span.earliest_start, 1)
		 : (struct cc_instant){
		       span.earliest_start.minute + CC_MINUTES_A_DAY};
	span.earliest_end = span.earliest_start;
	span.latest_end = span.latest_start;
	return cc_date_text(figure->words, &span);
}

static void
draw_axis_line(struct cc_figure *figure, double y)
{
	struct cc_paint pen = cc_pen(cc_ink(figure, CC_COLOUR_AXIS),
	    figure->size->stroke[CC_STROKE_AXIS]);
	double u = figure->u;
	struct cc_strokes line = {.arena = figure->arena};
	struct cc_strokes cuts = {.arena = figure->arena};
	if (figure->axis.absent)
		return;
	for (size_t i = 0; i < figure->axis.stretches; i++) {
		const struct cc_stretch *s = &figure->axis.stretch[i];
		double left = i == 0 ? figure->plot.x - 0.2 * u : s->left;
		bool steps = figure->axis.steps.count > 0;
		double right = i + 1 == figure->axis.stretches
		                   ? cc_box_right(figure->plot)
		                   : s->right;
		cc_strokes_line(&line, (struct cc_point){left, y},
		    (struct cc_point){right, y});
		bool cut = i + 1 < figure->axis.stretches;
		if (!cut && !steps)
			continue;
		double x = right + 0.15 * u;
		for (int slash = 0; slash < 2; slash++, x += 0.38 * u)
			cc_strokes_line(&cuts,
			    (struct cc_point){x, y + 0.32 * u},
			    (struct cc_point){x + 0.4 * u, y - 0.4 * u});
		if (cut)
			cc_figure_legend(figure, CC_LEGEND_BREAK);
	}
	cc_paint_strokes(figure->fore, CC_ROLE_AXIS, &line, pen);
	cc_paint_strokes(figure->fore, CC_ROLE_AXIS, &cuts,
	    cc_pen(cc_ink(figure, CC_COLOUR_MID), pen.width));
}

/* A row of words below the axis, and what they take of it. */
struct row {
	double baseline; /* [unit] */
	struct taken {
		double from, to; /* [unit] */
	} * taken;
	size_t count;
};

/* A word for it: bold ones are ink. */
struct word {
	const char *text;
	double width; /* [unit] */
	bool bold;
};

static struct word
measured(const struct cc_figure *figure, const char *text, bool bold)
{
	return (struct word){
	    text, cc_width(figure, text, CC_TYPE_BODY, bold), bold};
}

/* Whether no other word of the row stands within `gap` of these. */
static bool
has_room(const struct row *row, double gap, double x, struct word word)
{
	for (size_t i = 0; i < row->count; i++)
		if (x - gap < row->taken[i].to &&
		    row->taken[i].from < x + word.width + gap)
			return false;
	return true;
}

static bool
say_in_row(struct cc_figure *figure, struct row *row, double gap, double x,
    struct word word)
{
	if (!has_room(row, gap, x, word))
		return false;
	row->taken = cc_arena_grow(
	    figure->arena, row->taken, row->count, sizeof(*row->taken));
	row->taken[row->count++] = (struct taken){x, x + word.width};
	cc_write_measured(figure, CC_TYPE_BODY, word.bold,
	    cc_ink(figure, word.bold ? CC_COLOUR_INK : CC_COLOUR_MID),
	    CC_ANCHOR_START, (struct cc_point){x, row->baseline}, word.text,
	    word.width);
	return true;
}

static const char *
cut_words(struct cc_figure *figure, int64_t minutes)
{
	static const struct {
		enum cc_precision unit;
		double minutes;
	} units[] = {
	    {CC_PRECISION_YEAR, 525960},
	    {CC_PRECISION_MONTH, 43830},
	    {CC_PRECISION_DAY, 1440},
	    {CC_PRECISION_HOUR, 60},
	};
	size_t i = 0;
	while (i + 1 < G_N_ELEMENTS(units) &&
	       (double)minutes < 2 * units[i].minutes)
		i++;
	struct cc_duration cut = {.unit = units[i].unit,
	    .value = (int)lround((double)minutes / units[i].minutes),
	    .exact = true};
	return cc_say_with(figure->words, CC_MSG_TIME_CUT_OUT, "duration",
	    cc_duration_text(figure->words, cut), NULL);
}

/* In the middle below a break, else beginning or ending there. */
static bool
say_cut(
    struct cc_figure *figure, struct row *row, double middle, struct word words)
{
	static const double shifts[] = {0, -1, 1};
	double u = figure->u;
	double aside = fmax(0, words.width / 2 - 0.6 * u);
	for (size_t i = 0; i < G_N_ELEMENTS(shifts); i++) {
		double x = middle - words.width / 2 + shifts[i] * aside;
		x = fmin(x, cc_box_right(figure->plot) - words.width);
		x = fmax(x, figure->plot.x);
		if (say_in_row(figure, row, 0.4 * u, x, words))
			return true;
	}
	return false;
}

/* How much was cut, each time, in a row of its own. */
static void
say_cuts(struct cc_figure *figure, struct row *row)
{
	const struct cc_axis *axis = &figure->axis;
	for (size_t i = 0; i + 1 < axis->stretches; i++) {
		const struct cc_stretch *a = &axis->stretch[i], *b = a + 1;
		say_cut(figure, row, (a->right + b->left) / 2,
		    measured(figure,
			cut_words(figure, b->from.minute - a->to.minute),
			false));
	}
}

static void
add_tick(struct cc_figure *figure, struct cc_strokes *marks, double x, double y)
{
	cc_strokes_line(marks, (struct cc_point){x, y},
	    (struct cc_point){x, y + 0.3 * figure->u});
}

static void
paint_ticks(struct cc_figure *figure, const struct cc_strokes *marks)
{
	cc_paint_strokes(figure->fore, CC_ROLE_AXIS, marks,
	    cc_pen(cc_ink(figure, CC_COLOUR_AXIS),
		figure->size->stroke[CC_STROKE_HAIRLINE] * 1.2));
}

/* How far words may reach that begin at a place: before the next stretch, or
 * to the end of the page. */
static double
edge_after(const struct cc_figure *figure, double x)
{
	const struct cc_axis *axis = &figure->axis;
	for (size_t i = 1; i < axis->stretches; i++)
		if (x < axis->stretch[i].left)
			return axis->stretch[i].left - 0.3 * figure->u;
	return axis->steps.count > 0 ? axis->steps.left
	                             : cc_box_right(figure->page);
}

/* Finds room for the year under a tick whose word stands at x; that of the last
 * tick may end with its stretch. */
static bool
place_context(const struct cc_figure *figure, const struct row *row, double *x,
    struct word word)
{
	double least = edge_after(figure, *x) - word.width;
	bool near = *x - least < fmax(2 * figure->u, word.width);
	*x = fmin(*x, least);
	return near && has_room(row, 0.5 * figure->u, *x, word);
}

/* The rows of dates while they are filled. */
struct dates {
	struct row *rows;
	struct cc_ticks ticks;
	const struct cc_tick *last, *told; /* named; with its year or day */
	struct cc_strokes marks;           /* of those that are named */
	double y;
};

/* The word of a tick: where it begins, and whether there is room. A year stands
 * in the middle of its line, or ends with the page. */
static bool
place_date(struct cc_figure *figure, const struct dates *dates,
    const struct cc_tick *tick, struct word word, double *x)
{
	bool years = dates->ticks.unit == CC_TICK_YEAR;
	*x = fmax(tick->x + 0.12 * figure->u, figure->plot.x);
	double edge = edge_after(figure, *x) - word.width;
	if (years)
		*x = fmin(tick->x - word.width / 2, edge);
	double gap = (years ? 0.2 : 0.4) * figure->u;
	return *x <= edge && has_room(&dates->rows[0], gap, *x, word);
}

/* A year stands at its January rather than at the last month before it: said
 * there first, it would be said of each year in the middle. */
static bool
gives_way(const struct cc_figure *figure, const struct dates *dates,
    const struct cc_tick *tick, double x, struct word context)
{
	const struct cc_tick *end = dates->ticks.tick + dates->ticks.count;
	const struct cc_tick *next = tick + 1;
	while (next < end && !next->major)
		next++;
	return !tick->major && next < end &&
	       !cc_axis_is_cut(&figure->axis, tick->x, next->x) &&
	       next->x < x + context.width + 0.5 * figure->u;
}

/* The first date behind a cut says its year, else it is left out: it would be
 * read as of the year before the cut. A year's own line has it in any case. */
static void
draw_date(
    struct cc_figure *figure, struct dates *dates, const struct cc_tick *tick)
{
	double u = figure->u, x;
	double below = fmax(tick->x + 0.12 * u, figure->plot.x);
	bool years = dates->ticks.unit == CC_TICK_YEAR;
	struct word word =
	    measured(figure, tick_word(figure, &dates->ticks, tick), years);
	bool fits = place_date(figure, dates, tick, word, &x);
	const char *text =
	    tick_context(figure, dates->ticks.unit, tick, dates->told);
	struct word context = measured(figure, text ? text : "", true);
	bool tells =
	    text && place_context(figure, &dates->rows[1], &below, context) &&
	    !gives_way(figure, dates, tick, below, context);
	if (!fits && !(tells && tick->major))
		return;
	if (text && !tells && dates->last &&
	    cc_axis_is_cut(&figure->axis, dates->last->x, tick->x))
		return;
	if (fits)
		say_in_row(figure, &dates->rows[0], 0, x, word);
	add_tick(figure, &dates->marks, tick->x, dates->y);
	dates->last = tick;
	if (tells) {
		say_in_row(figure, &dates->rows[1], 0, below, context);
		dates->told = tick;
	}
}

/* A stretch between cuts that no tick with its year stands in begins with it.
 */
static void
say_first_year(struct cc_figure *figure, struct dates *dates, size_t stretch)
{
	const struct cc_stretch *s = &figure->axis.stretch[stretch];
	bool years = dates->ticks.unit == CC_TICK_YEAR;
	const struct cc_tick *told = years ? dates->last : dates->told;
	if (told && told->x >= s->left)
		return;
	int year = cc_instant_date(s->from).year;
	struct word word =
	    measured(figure, cc_year_text(figure->words, year), true);
	say_in_row(figure, &dates->rows[years ? 0 : 1], 0.2 * figure->u,
	    fmin(s->left, edge_after(figure, s->left) - word.width), word);
}

static void
draw_dates(struct cc_figure *figure, double y, struct row *rows)
{
	const struct cc_axis *axis = &figure->axis;
	struct dates dates = {.rows = rows,
	    .ticks = calendar_ticks(figure),
	    .marks = {.arena = figure->arena},
	    .y = y};
	size_t i = 0;
	for (size_t s = 0; s < axis->stretches; s++) {
		for (; i < dates.ticks.count &&
		       dates.ticks.tick[i].x <= axis->stretch[s].right;
		     i++)
			draw_date(figure, &dates, &dates.ticks.tick[i]);
		if (axis->stretches > 1)
			say_first_year(figure, &dates, s);
	}
	paint_ticks(figure, &dates.marks);
}

static void
draw_clock(struct cc_figure *figure, double y, struct row *row)
{
	struct cc_ticks ticks = cc_axis_counted(figure);
	struct cc_strokes marks = {.arena = figure->arena};
	for (size_t i = 0; i < ticks.count; i++) {
		const struct cc_tick *tick = &ticks.tick[i];
		struct word number = measured(figure,
		    cc_axis_number(figure, ticks.unit, tick->number), false);
		if (say_in_row(figure, row, 0.3 * figure->u,
			tick->x - number.width / 2, number))
			add_tick(figure, &marks, tick->x, y);
	}
	paint_ticks(figure, &marks);
}

void
cc_axis_draw_bottom(struct cc_figure *figure, double y)
{
	draw_axis_line(figure, y);
	/* The rest is words alone. */
	size_t count = bottom_rows(figure);
	if (count == 0 || figure->fore->muted)
		return;
	struct row rows[ROWS_MOST] = {{0}};
	for (size_t i = 0; i < ROWS_MOST; i++)
		rows[i].baseline = y + (1.2 + 1.15 * (double)i) * figure->u;
	if (cc_axis_has_calendar(figure)) {
		say_in_row(figure, &rows[0], 0, figure->page.x,
		    measured(figure, cc_axis_clock_name(figure), false));
		if (figure->axis.clock == CC_CLOCK_DATE)
			draw_dates(figure, y, rows);
		else
			draw_clock(figure, y, &rows[0]);
	}
	say_cuts(figure, &rows[count - 1]);
}
