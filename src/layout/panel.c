/* A panel: its stretch of time and what is drawn of it. A page has one panel a
 * <figure>, one a strip where a long course is folded, and one more for a
 * magnified stretch. */
#include "layout/parts.h"

static struct cc_instant
later(struct cc_instant a, struct cc_instant b)
{
	return a.minute > b.minute ? a : b;
}

static struct cc_instant
earlier(struct cc_instant a, struct cc_instant b)
{
	return a.minute < b.minute ? a : b;
}

/* A tick of a unit in which nothing is known, or in which as good as nothing
 * is, would invite to read it off. */
static enum cc_tick_unit
finest_tick(const struct cc_figure *figure)
{
	static const enum cc_tick_unit units[] = {
	    [CC_PRECISION_NONE] = CC_TICK_MINUTE,
	    [CC_PRECISION_YEAR] = CC_TICK_YEAR,
	    [CC_PRECISION_MONTH] = CC_TICK_MONTH,
	    [CC_PRECISION_WEEK] = CC_TICK_WEEK,
	    [CC_PRECISION_DAY] = CC_TICK_DAY,
	    [CC_PRECISION_HOUR] = CC_TICK_HOUR,
	    [CC_PRECISION_MINUTE] = CC_TICK_MINUTE,
	};
	const struct cc_stretch *whole = &figure->axis.stretch[0];
	enum cc_precision usual =
	    cc_precision_usual(figure->course, whole->from, whole->to);
	/* What privacy took away is none either. */
	return MAX(units[usual], units[figure->course->finest]);
}

/* From the first to the last date of what is drawn. */
static void
whole_course(const struct cc_figure *figure, struct cc_instant *first,
    struct cc_instant *last)
{
	const struct cc_figure_options *options = figure->options;
	*first = figure->course->first_dated;
	*last = figure->follow->last;
	if (options && options->when.span.dated) {
		*first = later(*first, options->when.span.earliest_start);
		*last = earlier(*last, options->when.span.latest_end);
	}
	if (last->minute <= first->minute)
		last->minute = first->minute + CC_MINUTES_A_DAY;
}

/* Marks at the very ends keep inside the plot: a day-precise course gets a
 * little air, a month-precise one has its months. */
static void
add_air(struct cc_figure *figure)
{
	struct cc_axis *axis = &figure->axis;
	const struct cc_fact *zero = figure->zero;
	if (!zero || zero->when.span.start_precision < CC_PRECISION_DAY)
		return;
	int64_t drawn = 0;
	for (size_t i = 0; i < axis->stretches; i++)
		drawn +=
		    axis->stretch[i].to.minute - axis->stretch[i].from.minute;
	axis->stretch[0].from.minute -= drawn / 120;
	axis->stretch[axis->stretches - 1].to.minute += drawn / 120;
}

static void
find_domain(struct cc_figure *figure)
{
	struct cc_axis *axis = &figure->axis;
	const struct cc_window *window = &figure->window;
	*axis = (struct cc_axis){.clock = figure->course->clock,
	    .absent = figure->follow->last.minute <=
	              figure->course->first_dated.minute,
	    .stretches = 1};
	if (window->kind == CC_WINDOW_DETAIL) {
		axis->stretch[0].from = window->from;
		axis->stretch[0].to = window->to;
	} else {
		whole_course(
		    figure, &axis->stretch[0].from, &axis->stretch[0].to);
	}
	axis->finest = finest_tick(figure);
	if (window->kind == CC_WINDOW_DETAIL)
		return;
	if (window->kind == CC_WINDOW_STRIP) {
		/* All strips to one scale: nothing is cut. */
		add_air(figure);
		int64_t from = axis->stretch[0].from.minute;
		int64_t span = axis->stretch[0].to.minute - from;
		int64_t count = (int64_t)window->count;
		int64_t n = (int64_t)window->n;
		axis->stretch[0].from.minute = from + span * n / count;
		axis->stretch[0].to.minute = from + span * (n + 1) / count;
		return;
	}
	cc_axis_cut(figure);
	add_air(figure);
}

/* A series is asked for by its own code too. */
static bool
wants_series_code(const struct cc_figure *figure)
{
	for (size_t i = 0; i < figure->course->fact_count; i++) {
		const struct cc_fact *fact = &figure->course->facts[i];
		if (figure->follow->curves.of[i] && fact->code &&
		    cc_figure_wants(figure, fact->code, false))
			return true;
	}
	return false;
}

static void
hide_unwanted_series(struct cc_figure *figure)
{
	bool wanted = cc_figure_wants(figure, "series", true);
	for (size_t i = 0; i < figure->course->fact_count; i++) {
		const struct cc_fact *fact = &figure->course->facts[i];
		if (figure->follow->curves.of[i] &&
		    !(fact->code ? cc_figure_wants(figure, fact->code, wanted)
				 : wanted))
			figure->claimed[i] = true;
	}
}

/* What has no date stands behind the last strip; what stands above the axis
 * is said once. */
static bool
has_steps(const struct cc_figure *figure)
{
	const struct cc_window *window = &figure->window;
	if (figure->choice.only && !figure->in->options.tracks)
		return false;
	return window->kind == CC_WINDOW_WHOLE ||
	       (window->kind == CC_WINDOW_STRIP &&
		   window->n + 1 == window->count);
}

static bool
has_head(const struct cc_figure *figure)
{
	return figure->window.kind == CC_WINDOW_WHOLE ||
	       (figure->window.kind == CC_WINDOW_STRIP &&
		   figure->window.n == 0);
}

static void
collect(struct cc_figure *figure)
{
	hide_unwanted_series(figure);
	for (size_t m = 0; figure->in->marks[m]; m++) {
		const struct cc_mark *mark = figure->in->marks[m];
		bool wanted = cc_figure_wants(figure, mark->name, true) ||
		              mark->always ||
		              (mark->by_code && wants_series_code(figure));
		if (wanted && (mark->zone != CC_ZONE_HEAD || has_head(figure)))
			mark->collect(mark, figure);
	}
	cc_shares_keep(figure);
}

const char *
cc_zero_asked(const struct cc_figure *figure)
{
	const char *zero = figure->in->options.zero;
	if (!zero && figure->options)
		zero = figure->options->zero;
	return zero ? zero : figure->course->zero;
}

static const struct cc_fact *
find_zero(const struct cc_figure *figure)
{
	const struct cc_layout_options *options = &figure->in->options;
	if (options->zero_at.dated)
		return cc_follow_date(figure->arena, &options->zero_at);
	return cc_case_zero(figure->course, cc_zero_asked(figure));
}

void
cc_panel_start(struct cc_figure *figure)
{
	const struct cc_layout_input *in = figure->in;
	const struct cc_size *size = in->size;
	figure->course = in->course;
	figure->follow = in->follow;
	figure->theme = in->theme;
	figure->size = size;
	figure->words = in->words;
	figure->u = size->leading;
	figure->page = (struct cc_box){size->margin, size->margin,
	    size->width - 2 * size->margin,
	    size->max_height - 2 * size->margin};
	cc_tracks_choose(figure);
	figure->tracks = g_ptr_array_new();
	figure->abbreviations = g_ptr_array_new();
	figure->cuts = g_hash_table_new(g_str_hash, g_str_equal);
	figure->line_top = cc_arena_new_array(
	    figure->arena, double, figure->course->fact_count);
	figure->claimed =
	    cc_arena_new_array(figure->arena, bool, in->course->fact_count + 1);
	cc_shares_find(figure);
	figure->zero = find_zero(figure);
	cc_patterns_find(figure);
	find_domain(figure);
	if (has_steps(figure))
		figure->axis.steps =
		    (struct cc_axis_steps){.count = figure->follow->order.steps,
			.step = figure->follow->order.step};
	/* Provisional columns, so that collecting may look at places. */
	figure->axis.stretch[0].left = figure->page.x;
	figure->axis.stretch[0].right = cc_box_right(figure->page);
	figure->plot = figure->page;
	collect(figure);
}

void
cc_panel_finish(struct cc_figure *figure)
{
	g_ptr_array_free(figure->tracks, TRUE);
	g_ptr_array_free(figure->abbreviations, TRUE);
	g_hash_table_unref(figure->cuts);
}
