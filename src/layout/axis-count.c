/* What the axis counts: from which zero, in which unit, by what name. Its unit
 * is never finer than the course is known, nor than its zero. */
#include "layout/axis-count.h"

#include "base/number.h"

#include <math.h>
#include <string.h>

/* Months and years of the calendar may be this much longer than the average. */
#define LONGEST 1.03

static int64_t
axis_drawn(const struct cc_axis *axis)
{
	int64_t drawn = 0;
	for (size_t i = 0; i < axis->stretches; i++)
		drawn +=
		    axis->stretch[i].to.minute - axis->stretch[i].from.minute;
	return drawn;
}

/* How well the zero of a relative row is known: nothing counts in a finer unit
 * from it. False where not even years do, or none of them lies there. */
static bool
zero_unit(const struct cc_figure *figure, enum cc_tick_unit *unit)
{
	if (!figure->zero)
		return false;
	const struct cc_span *span = &figure->zero->when.span;
	if (span->earliest_start.minute == INT64_MIN ||
	    span->latest_start.minute == INT64_MAX)
		return false;
	double doubt =
	    (double)(span->latest_start.minute - span->earliest_start.minute);
	*unit = CC_TICK_MINUTE;
	while (*unit < CC_TICK_YEAR &&
	       doubt > LONGEST * (double)cc_tick_minutes(*unit))
		(*unit)++;
	return doubt <= LONGEST * (double)cc_tick_minutes(*unit) &&
	       axis_drawn(&figure->axis) >= cc_tick_minutes(*unit);
}

static bool
may_have_relative(const struct cc_figure *figure)
{
	enum cc_tick_unit unit;
	return figure->axis.clock == CC_CLOCK_DATE && !figure->axis.absent &&
	       figure->in->options.axis != CC_AXIS_CALENDAR &&
	       zero_unit(figure, &unit);
}

bool
cc_axis_has_relative(const struct cc_figure *figure)
{
	/* A zero or unit that the author chose is what he wants to read. */
	bool chosen = figure->in->options.zero ||
	              figure->in->options.zero_at.dated ||
	              figure->in->options.unit ||
	              (figure->options &&
			  (figure->options->zero || figure->options->unit));
	return may_have_relative(figure) &&
	       (chosen || !cc_axis_has_calendar(figure) ||
		   !cc_page_yielded(figure, CC_YIELD_RELATIVE));
}

bool
cc_axis_lost_relative(const struct cc_figure *figure)
{
	return may_have_relative(figure) && !cc_axis_has_relative(figure);
}

bool
cc_axis_has_calendar(const struct cc_figure *figure)
{
	enum cc_tick_unit unit;
	return !figure->axis.absent &&
	       (figure->in->options.axis != CC_AXIS_RELATIVE ||
		   figure->axis.clock != CC_CLOCK_DATE ||
		   !zero_unit(figure, &unit));
}

/* What a clock counts, by its own name; -1: whatever suits. */
static int
clock_unit(enum cc_clock clock)
{
	switch (clock) {
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

/* A course of fewer units of its clock is told in finer ones, where they are
 * known. */
#define UNITS_LEAST 3

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
	const struct cc_axis *axis = &figure->axis;
	const char *asked = figure->in->options.unit;
	if (!asked && figure->options)
		asked = figure->options->unit;
	for (size_t i = 0; asked && i < G_N_ELEMENTS(words); i++)
		if (strcmp(words[i], asked) == 0)
			return (int)i;
	int unit = clock_unit(axis->clock);
	int64_t span = axis->stretch[axis->stretches - 1].to.minute -
	               axis->stretch[0].from.minute;
	if (unit > (int)axis->finest &&
	    span < UNITS_LEAST * cc_tick_minutes((enum cc_tick_unit)unit))
		return -1;
	return unit;
}

/* Under a clock that counts, its own zero holds unless another was named. */
static bool
is_own_zero(const struct cc_figure *figure)
{
	return figure->axis.clock != CC_CLOCK_DATE &&
	       !figure->in->options.zero_at.dated;
}

static struct cc_instant
zero_instant(const struct cc_figure *figure)
{
	if (is_own_zero(figure) || !figure->zero)
		return (struct cc_instant){0};
	return figure->zero->when.span.earliest_start;
}

/* The axis as it is counted from that zero. */
static struct cc_axis
counted_axis(const struct cc_figure *figure)
{
	struct cc_axis axis = figure->axis;
	enum cc_tick_unit finest;
	if (!is_own_zero(figure) && zero_unit(figure, &finest))
		axis.finest = MAX(axis.finest, finest);
	return axis;
}

const char *
cc_axis_number(
    const struct cc_figure *figure, enum cc_tick_unit unit, int number)
{
	/* There is no study day 0: the first day is 1. */
	bool study_day =
	    figure->axis.clock == CC_CLOCK_STUDY_DAY && is_own_zero(figure);
	if (study_day && unit == CC_TICK_DAY && number >= 0)
		number++;
	if (number < 0)
		return cc_arena_printf(figure->arena, "−%d", -number);
	return cc_number_whole(figure->arena, number);
}

/* Between two of its ticks, at least, and between two of their numbers. */
#define APART 3.2
#define NUMBERS_APART 0.6

/* Numbers are widest at the ends. */
static double
numbers_apart(const struct cc_figure *figure, const struct cc_ticks *ticks)
{
	double width = 0;
	for (size_t i = 0; i < ticks->count; i += MAX(ticks->count - 1, 1))
		width = fmax(width, cc_width(figure,
					cc_axis_number(figure, ticks->unit,
					    ticks->tick[i].number),
					CC_TYPE_BODY, false));
	return width + NUMBERS_APART * figure->u;
}

struct cc_ticks
cc_axis_counted(const struct cc_figure *figure)
{
	struct cc_axis axis = counted_axis(figure);
	struct cc_instant zero = zero_instant(figure);
	double apart = APART * figure->u;
	int unit = unit_wanted(figure);
	struct cc_ticks ticks =
	    cc_axis_relative(figure->arena, &axis, zero, unit, apart);
	double wide = numbers_apart(figure, &ticks);
	if (wide <= apart)
		return ticks;
	return cc_axis_relative(
	    figure->arena, &axis, zero, (int)ticks.unit, wide);
}

static enum cc_tick_unit
relative_unit(const struct cc_figure *figure)
{
	struct cc_axis axis = counted_axis(figure);
	return cc_axis_unit(&axis, unit_wanted(figure), APART * figure->u);
}

static const char *
zero_name(struct cc_figure *figure)
{
	const struct cc_fact *zero = figure->zero;
	const struct cc_case *course = figure->course;
	if (figure->in->options.zero_at.dated)
		return cc_date_text(figure->words, &zero->when.span);
	/* One that evolved from it is not what "diagnosis" means. */
	if (zero == course->diagnosis)
		return cc_say(figure->words, CC_MSG_ZERO_DIAGNOSIS);
	/* Whoever asked for it by its id has it called what it is. */
	bool by_id =
	    zero->id && g_strcmp0(cc_zero_asked(figure), zero->id) == 0;
	if (!by_id && zero == cc_case_zero(course, "first-treatment"))
		return cc_say(figure->words, CC_MSG_ZERO_FIRST_TREATMENT);
	return cc_fact_name(figure->words, zero, CC_NAME_SHORT);
}

/* "Months from diagnosis"; "Month" where that would take a fifth of a narrow
 * page. */
const char *
cc_axis_counted_name(struct cc_figure *figure, enum cc_tick_unit unit)
{
	static const struct {
		enum cc_message full, brief;
	} names[] = {
	    [CC_TICK_MINUTE] = {CC_MSG_MINUTES_FROM, CC_MSG_MINUTE},
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

/* Weeks are not those of a pregnancy where it ended before the axis does. */
static enum cc_message
gestation_message(const struct cc_figure *figure, enum cc_tick_unit unit)
{
	const struct cc_axis *axis = &figure->axis;
	const struct cc_instant last = axis->stretch[axis->stretches - 1].to;
	const bool born = last.minute > cc_pregnancy_end(figure->words);

	switch (unit) {
	case CC_TICK_MINUTE:
		return CC_MSG_MINUTES;
	case CC_TICK_HOUR:
		return CC_MSG_HOURS;
	case CC_TICK_DAY:
		return born ? CC_MSG_LMP_DAYS : CC_MSG_GESTATION_DAYS;
	case CC_TICK_WEEK:
		return born ? CC_MSG_LMP_WEEKS : CC_MSG_GESTATION_WEEKS;
	case CC_TICK_MONTH:
		return born ? CC_MSG_LMP_MONTHS : CC_MSG_GESTATION_MONTHS;
	case CC_TICK_YEAR:
		return born ? CC_MSG_LMP_YEARS : CC_MSG_YEARS;
	}
	g_assert_not_reached();
}

/* A clock's name is that of the unit that is counted on it: of its own, of
 * another one. */
static enum cc_message
clock_message(const struct cc_figure *figure, enum cc_tick_unit unit)
{
	const enum cc_clock clock = figure->axis.clock;
	static const enum cc_message own[] = {
	    [CC_CLOCK_DATE] = CC_MSG_DATE,
	    [CC_CLOCK_DAY] = CC_MSG_DAY,
	    [CC_CLOCK_STUDY_DAY] = CC_MSG_STUDY_DAY,
	    [CC_CLOCK_WEEK] = CC_MSG_WEEK,
	    [CC_CLOCK_MONTH] = CC_MSG_MONTH,
	    [CC_CLOCK_YEAR] = CC_MSG_YEAR,
	    [CC_CLOCK_AGE] = CC_MSG_AGE_YEARS,
	};
	static const struct {
		enum cc_message count, age;
	} names[] = {
	    [CC_TICK_MINUTE] = {CC_MSG_MINUTES, CC_MSG_AGE_MINUTES},
	    [CC_TICK_HOUR] = {CC_MSG_HOURS, CC_MSG_AGE_HOURS},
	    [CC_TICK_DAY] = {CC_MSG_DAYS, CC_MSG_AGE_DAYS},
	    [CC_TICK_WEEK] = {CC_MSG_WEEKS, CC_MSG_AGE_WEEKS},
	    [CC_TICK_MONTH] = {CC_MSG_MONTHS, CC_MSG_AGE_MONTHS},
	    [CC_TICK_YEAR] = {CC_MSG_YEARS, CC_MSG_AGE_YEARS},
	};
	if (clock == CC_CLOCK_GESTATION)
		return gestation_message(figure, unit);
	if (clock == CC_CLOCK_DATE || clock_unit(clock) == (int)unit)
		return own[clock];
	return clock == CC_CLOCK_AGE ? names[unit].age : names[unit].count;
}

const char *
cc_axis_clock_name(struct cc_figure *figure)
{
	enum cc_clock clock = figure->axis.clock;
	enum cc_tick_unit unit =
	    clock == CC_CLOCK_DATE ? CC_TICK_DAY : relative_unit(figure);
	bool from = clock == CC_CLOCK_ELAPSED || !is_own_zero(figure);
	if (clock != CC_CLOCK_DATE && from && figure->zero)
		return cc_axis_counted_name(figure, unit);
	const char *name = cc_say(figure->words, clock_message(figure, unit));
	const char *own = cc_text_in(
	    figure->words, &figure->course->clock_names);
	if (!own || clock == CC_CLOCK_DATE)
		return name;
	/* In another unit than the clock's own: "Weeks (hospital day)". */
	return clock_unit(clock) == (int)unit
	           ? own
	           : cc_say_with(figure->words, CC_MSG_NAME_DETAIL, "name",
			 name, "detail", own, NULL);
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
	double width = 0;
	if (!axis->absent)
		width = cc_width(
		    figure, cc_axis_clock_name(figure), CC_TYPE_BODY, false);
	if (relative)
		width = fmax(width,
		    cc_width(figure,
			cc_axis_counted_name(figure, relative_unit(figure)),
			CC_TYPE_BODY, false));
	*kept = (struct cc_axis_name){left, right, relative, width};
	return width;
}
