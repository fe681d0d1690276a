/* The two rows of the axis: time since zero on top, the calendar below. */
#include "base/number.h"
#include "layout/parts.h"

#include <math.h>
#include <string.h>

bool
cc_axis_has_relative(const struct cc_figure *figure)
{
	if (figure->axis.clock != CC_CLOCK_DATE)
		return false;
	/* A zero or unit that the author chose is what he wants to read. */
	bool chosen = figure->in->options.zero ||
	              figure->in->options.zero_at.dated ||
	              figure->in->options.unit ||
	              (figure->options &&
			  (figure->options->zero || figure->options->unit));
	if (figure->in->options.axis == CC_AXIS_CALENDAR || !figure->zero)
		return false;
	return chosen || !cc_axis_has_calendar(figure) ||
	       !cc_pressed(figure, CC_PRESS_AXIS);
}

bool
cc_axis_has_calendar(const struct cc_figure *figure)
{
	return figure->in->options.axis != CC_AXIS_RELATIVE ||
	       figure->axis.clock != CC_CLOCK_DATE || !figure->zero;
}

static int
unit_wanted(const struct cc_figure *figure)
{
	static const char *const words[] = {
	    [CC_TICK_MINUTE] = "minute",
	    [CC_TICK_HOUR] = "hour",
	    [CC_TICK_DAY] = "day",
	    [CC_TICK_WEEK] = "week",
	    [CC_TICK_MONTH] = "month",
	    [CC_TICK_YEAR] = "year",
	};
	const char *unit = figure->in->options.unit;
	if (!unit && figure->options)
		unit = figure->options->unit;
	for (size_t i = 0; unit && i < G_N_ELEMENTS(words); i++)
		if (strcmp(words[i], unit) == 0)
			return (int)i;
	switch (figure->axis.clock) {
	case CC_CLOCK_WEEK:
	case CC_CLOCK_GESTATION:
		return CC_TICK_WEEK;
	case CC_CLOCK_DAY:
	case CC_CLOCK_STUDY_DAY:
		return CC_TICK_DAY;
	case CC_CLOCK_MONTH:
		return CC_TICK_MONTH;
	case CC_CLOCK_YEAR:
	case CC_CLOCK_AGE:
		return CC_TICK_YEAR;
	case CC_CLOCK_DATE:
	case CC_CLOCK_ELAPSED:
	case CC_CLOCK_COUNT:
		return -1;
	}
	return -1;
}

static struct cc_instant
zero_instant(const struct cc_figure *figure)
{
	bool counted = figure->axis.clock != CC_CLOCK_DATE &&
	               !figure->in->options.zero_at.dated;
	if (counted || !figure->zero)
		return (struct cc_instant){0};
	return figure->zero->when.span.earliest_start;
}

/* Between two of its ticks, at least. */
static double
relative_apart(const struct cc_figure *figure)
{
	return 3.2 * figure->u;
}

static struct cc_ticks
relative_ticks(const struct cc_figure *figure)
{
	return cc_axis_relative(figure->arena, &figure->axis,
	    zero_instant(figure), unit_wanted(figure), relative_apart(figure));
}

static enum cc_tick_unit
relative_unit(const struct cc_figure *figure)
{
	return cc_axis_unit(
	    &figure->axis, unit_wanted(figure), relative_apart(figure));
}

static const char *
zero_name(struct cc_figure *figure)
{
	const struct cc_fact *zero = figure->zero;
	if (zero->kind == CC_KIND_COUNT)
		return cc_date_text(figure->words, &zero->when.span);
	/* One that evolved from it is not what "diagnosis" means. */
	if (zero->kind == CC_KIND_DIAGNOSIS &&
	    zero == figure->course->diagnosis)
		return cc_say(figure->words, CC_MSG_ZERO_DIAGNOSIS);
	if (zero->kind == CC_KIND_TREATMENT)
		return cc_say(figure->words, CC_MSG_ZERO_FIRST_TREATMENT);
	return cc_fact_name(figure->words, zero, CC_NAME_SHORT);
}

/* "Months from diagnosis"; "Month" where that would take a fifth of a narrow
 * page. */
static const char *
relative_name(struct cc_figure *figure, enum cc_tick_unit unit)
{
	static const struct {
		enum cc_message full, brief;
	} names[] = {
	    [CC_TICK_MINUTE] = {CC_MSG_HOURS_FROM, CC_MSG_HOUR},
	    [CC_TICK_HOUR] = {CC_MSG_HOURS_FROM, CC_MSG_HOUR},
	    [CC_TICK_DAY] = {CC_MSG_DAYS_FROM, CC_MSG_DAY},
	    [CC_TICK_WEEK] = {CC_MSG_WEEKS_FROM, CC_MSG_WEEK},
	    [CC_TICK_MONTH] = {CC_MSG_MONTHS_FROM, CC_MSG_MONTH},
	    [CC_TICK_YEAR] = {CC_MSG_YEARS_FROM, CC_MSG_YEAR},
	};
	if (figure->axis_names[unit])
		return figure->axis_names[unit];
	const char *name = cc_say_with(
	    figure->words, names[unit].full, "zero", zero_name(figure), NULL);
	if (cc_width(figure, name, CC_TYPE_BODY, false) >=
	    0.18 * figure->page.width)
		name = cc_say(figure->words, names[unit].brief);
	figure->axis_names[unit] = name;
	return name;
}

static const char *
clock_name(struct cc_figure *figure)
{
	static const enum cc_message names[] = {
	    [CC_CLOCK_DATE] = CC_MSG_DATE,
	    [CC_CLOCK_DAY] = CC_MSG_DAY,
	    [CC_CLOCK_STUDY_DAY] = CC_MSG_STUDY_DAY,
	    [CC_CLOCK_WEEK] = CC_MSG_WEEK,
	    [CC_CLOCK_MONTH] = CC_MSG_MONTH,
	    [CC_CLOCK_YEAR] = CC_MSG_YEAR,
	    [CC_CLOCK_AGE] = CC_MSG_AGE_YEARS,
	    [CC_CLOCK_GESTATION] = CC_MSG_GESTATION_WEEKS,
	    [CC_CLOCK_ELAPSED] = CC_MSG_DAY, /* with nothing to count from */
	};
	if (figure->axis.clock == CC_CLOCK_ELAPSED && figure->zero)
		return relative_name(figure, relative_unit(figure));
	return cc_say(figure->words, names[figure->axis.clock]);
}

/* The unit of the relative row depends on the room for it: the width is kept
 * with the columns that it was found for. */
double
cc_axis_name_width(struct cc_figure *figure)
{
	const struct cc_axis *axis = &figure->axis;
	struct cc_axis_name *kept = &figure->axis_name;
	double left = axis->stretch[0].left;
	double right = axis->stretch[axis->stretches - 1].right;
	bool relative = cc_axis_has_relative(figure);
	if (kept->left == left && kept->right == right &&
	    kept->relative == relative)
		return kept->width;
	double width =
	    cc_width(figure, clock_name(figure), CC_TYPE_BODY, false);
	if (relative)
		width = fmax(
		    width, cc_width(figure,
			       relative_name(figure, relative_unit(figure)),
			       CC_TYPE_BODY, false));
	*kept = (struct cc_axis_name){left, right, relative, width};
	return width;
}

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

/* A second row says the year of months, and what was cut, and when things
 * without a date were. */
static bool
has_second_row(const struct cc_figure *figure)
{
	return figure->axis.steps.count > 0 ||
	       figure->axis.stretches > 1 ||
	       (figure->axis.clock == CC_CLOCK_DATE &&
		   cc_axis_calendar_unit(
		       &figure->axis, calendar_apart(figure)) != CC_TICK_YEAR);
}

double
cc_axis_bottom_height(const struct cc_figure *figure)
{
	if (!cc_axis_has_calendar(figure))
		return 0.6 * figure->u;
	return (has_second_row(figure) ? 2.5 : 1.45) * figure->u;
}

static const char *
tick_number(const struct cc_figure *figure, int number)
{
	/* There is no study day 0: the first day is 1. */
	if (figure->axis.clock == CC_CLOCK_STUDY_DAY && number >= 0)
		number++;
	if (number < 0)
		return cc_arena_printf(figure->arena, "−%d", -number);
	return cc_number_whole(figure->arena, number);
}

void
cc_axis_draw_top(struct cc_figure *figure, double y)
{
	if (!cc_axis_has_relative(figure) || figure->fore->muted)
		return;
	struct cc_ticks ticks = relative_ticks(figure);
	double u = figure->u;
	double baseline = y + 0.85 * u;
	double taken = figure->page.x + 0.3 * u +
	               cc_write(figure, CC_TYPE_BODY, false, CC_COLOUR_MID,
			   CC_ANCHOR_START, figure->page.x, baseline,
			   relative_name(figure, ticks.unit));
	for (size_t i = 0; i < ticks.count; i++) {
		const struct cc_tick *tick = &ticks.tick[i];
		const char *number = tick_number(figure, tick->number);
		double w = cc_width(figure, number, CC_TYPE_BODY, false);
		if (tick->x - w / 2 >= taken)
			cc_write_measured(figure, CC_TYPE_BODY, false,
			    cc_ink(figure, CC_COLOUR_MID), CC_ANCHOR_MIDDLE,
			    (struct cc_point){tick->x, baseline}, number, w);
		cc_paint_line(figure->fore, CC_ROLE_AXIS,
		    (struct cc_point){tick->x, y + 1.2 * u},
		    (struct cc_point){tick->x, y + 1.6 * u},
		    cc_pen(cc_ink(figure, CC_COLOUR_BRACKET),
			figure->size->stroke[CC_STROKE_HAIRLINE] * 1.2));
	}
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
	if (cc_axis_has_calendar(figure) && figure->axis.clock == CC_CLOCK_DATE)
		return calendar_ticks(figure);
	return relative_ticks(figure);
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
		return cc_arena_printf(figure->arena, "%02d:00", tick->number);
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
	for (size_t i = 0; i < figure->axis.stretches; i++) {
		const struct cc_stretch *s = &figure->axis.stretch[i];
		double left = i == 0 ? figure->plot.x - 0.2 * u : s->left;
		bool steps = figure->axis.steps.count > 0;
		double right = i + 1 == figure->axis.stretches
		                   ? cc_box_right(figure->plot)
		                   : s->right;
		cc_paint_line(figure->fore, CC_ROLE_AXIS,
		    (struct cc_point){left, y}, (struct cc_point){right, y},
		    pen);
		bool cut = i + 1 < figure->axis.stretches;
		if (!cut && !steps)
			continue;
		double x = right + 0.15 * u;
		for (int slash = 0; slash < 2; slash++, x += 0.38 * u)
			cc_paint_line(figure->fore, CC_ROLE_AXIS,
			    (struct cc_point){x, y + 0.32 * u},
			    (struct cc_point){x + 0.4 * u, y - 0.4 * u},
			    cc_pen(cc_ink(figure, CC_COLOUR_MID), pen.width));
		if (cut)
			cc_figure_legend(figure, CC_LEGEND_BREAK);
	}
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

/* How much was cut; where other words stand there the legend alone tells of the
 * cut. */
static void
say_cuts(struct cc_figure *figure, struct row rows[2])
{
	const struct cc_axis *axis = &figure->axis;
	for (size_t i = 0; i + 1 < axis->stretches; i++) {
		const struct cc_stretch *a = &axis->stretch[i], *b = a + 1;
		struct word words = measured(figure,
		    cut_words(figure, b->from.minute - a->to.minute), false);
		double middle = (a->right + b->left) / 2;
		if (!say_cut(figure, &rows[1], middle, words))
			say_cut(figure, &rows[0], middle, words);
	}
}

static void
draw_tick(struct cc_figure *figure, double x, double y)
{
	cc_paint_line(figure->fore, CC_ROLE_AXIS, (struct cc_point){x, y},
	    (struct cc_point){x, y + 0.3 * figure->u},
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
	bool near = *x - least < 2 * figure->u;
	*x = fmin(*x, least);
	return near && has_room(row, 0.5 * figure->u, *x, word);
}

/* The first date behind a cut says its year, else it is left out: it would be
 * read as of the year before the cut. */
static void
draw_dates(struct cc_figure *figure, double y, struct row rows[2])
{
	double u = figure->u;
	struct cc_ticks ticks = calendar_ticks(figure);
	bool years = ticks.unit == CC_TICK_YEAR;
	const struct cc_tick *last = NULL, *told = NULL;
	for (size_t i = 0; i < ticks.count; i++) {
		const struct cc_tick *tick = &ticks.tick[i];
		struct word word =
		    measured(figure, tick_word(figure, &ticks, tick), years);
		double x = fmax(tick->x + 0.12 * u, figure->plot.x);
		double edge = edge_after(figure, x), below = x;
		if (years)
			x = tick->x - word.width / 2;
		if (x + word.width > edge ||
		    !has_room(&rows[0], 0.4 * u, x, word))
			continue;
		const char *text = tick_context(figure, ticks.unit, tick, told);
		struct word context = measured(figure, text ? text : "", true);
		bool told_here =
		    text && place_context(figure, &rows[1], &below, context);
		if (text && !told_here && last &&
		    cc_axis_is_cut(&figure->axis, last->x, tick->x))
			continue;
		say_in_row(figure, &rows[0], 0.4 * u, x, word);
		draw_tick(figure, tick->x, y);
		last = tick;
		if (told_here) {
			say_in_row(figure, &rows[1], 0.5 * u, below, context);
			told = tick;
		}
	}
}

static void
draw_clock(struct cc_figure *figure, double y, struct row *row)
{
	struct cc_ticks ticks = relative_ticks(figure);
	for (size_t i = 0; i < ticks.count; i++) {
		const struct cc_tick *tick = &ticks.tick[i];
		struct word number =
		    measured(figure, tick_number(figure, tick->number), false);
		if (say_in_row(figure, row, 0.3 * figure->u,
			tick->x - number.width / 2, number))
			draw_tick(figure, tick->x, y);
	}
}

void
cc_axis_draw_bottom(struct cc_figure *figure, double y)
{
	draw_axis_line(figure, y);
	/* The rest is words alone. */
	if (!cc_axis_has_calendar(figure) || figure->fore->muted)
		return;
	double u = figure->u;
	struct row rows[2] = {
	    {.baseline = y + 1.2 * u}, {.baseline = y + 2.35 * u}};
	say_in_row(figure, &rows[0], 0, figure->page.x,
	    measured(figure, clock_name(figure), false));
	if (figure->axis.clock == CC_CLOCK_DATE)
		draw_dates(figure, y, rows);
	else
		draw_clock(figure, y, &rows[0]);
	say_cuts(figure, rows);
}
