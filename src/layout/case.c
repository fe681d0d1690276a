/* Case -> scene. A page is a header, one panel per <figure> (or one), and a
 * legend. What does not fit is pressed in the grammar's order, then refused.
 */
#include "base/number.h"
#include "layout/parts.h"

#include <math.h>
#include <string.h>

#define PANELS_MAX 8

struct page {
	const struct cc_layout_input *in;
	struct cc_scene *scene;
	struct cc_layout_report *report; /* may be NULL */
	struct cc_diags *diags;
	struct cc_figure panels[PANELS_MAX];
	size_t count;
	struct cc_scene ground, grid, fore;
	bool pressed[CC_PRESS_COUNT];
};

/* ---- which part of the course ---- */

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

/* A tick of a unit in which nothing is known would invite to read it off. */
static enum cc_tick_unit
finest_tick(enum cc_precision finest)
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
	return units[finest];
}

static void
find_domain(struct cc_figure *figure)
{
	struct cc_instant first = figure->course->first_dated;
	struct cc_instant last = figure->course->last_dated;
	const struct cc_figure_options *options = figure->options;
	if (options && options->when.span.dated) {
		first = later(first, options->when.span.earliest_start);
		last = earlier(last, options->when.span.latest_end);
	}
	if (last.minute <= first.minute)
		last.minute = first.minute + CC_MINUTES_A_DAY;
	struct cc_axis *axis = &figure->axis;
	*axis = (struct cc_axis){.clock = figure->course->clock,
	    .finest = finest_tick(figure->course->finest),
	    .stretches = 1};
	axis->stretch[0].from = first;
	axis->stretch[0].to = last;
	cc_axis_cut(figure);
	/* Marks at the very ends keep inside the plot: a day-precise course
	 * gets a little air, a month-precise one has its months. */
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

static bool
wants_track(const struct cc_figure *figure, const char *name)
{
	const char *given = figure->in->options.tracks;
	if (given) {
		g_auto(GStrv) words = g_strsplit(given, " ", -1);
		return g_strv_contains((const char *const *)words, name);
	}
	if (!figure->options || figure->options->tracks.count == 0)
		return true;
	for (size_t i = 0; i < figure->options->tracks.count; i++)
		if (strcmp(figure->options->tracks.word[i], name) == 0)
			return true;
	return false;
}

/* A series is asked for by its own code too. */
static bool
wants_series_code(const struct cc_figure *figure)
{
	for (size_t i = 0; i < figure->course->fact_count; i++) {
		const struct cc_fact *fact = &figure->course->facts[i];
		if (fact->kind == CC_KIND_SERIES && fact->code &&
		    wants_track(figure, fact->code))
			return true;
	}
	return false;
}

static void
hide_unwanted_series(struct cc_figure *figure)
{
	if (wants_track(figure, "series"))
		return;
	for (size_t i = 0; i < figure->course->fact_count; i++) {
		const struct cc_fact *fact = &figure->course->facts[i];
		if (fact->kind == CC_KIND_SERIES &&
		    !(fact->code && wants_track(figure, fact->code)))
			figure->claimed[i] = true;
	}
}

static void
collect(struct page *page, struct cc_figure *figure)
{
	hide_unwanted_series(figure);
	if (!figure->options || figure->options->tracks.count == 0)
		cc_undated_collect(figure);
	for (size_t m = 0; page->in->marks[m]; m++) {
		const struct cc_mark *mark = page->in->marks[m];
		bool wanted = wants_track(figure, mark->name) ||
		              strcmp(mark->name, "flag") == 0 ||
		              (strcmp(mark->name, "series") == 0 &&
				  wants_series_code(figure));
		if (wanted)
			mark->collect(mark, figure);
	}
}

static void
start_panel(struct page *page, struct cc_figure *figure,
    const struct cc_figure_options *options)
{
	const struct cc_layout_input *in = page->in;
	const struct cc_size *size = in->size;
	*figure = (struct cc_figure){.in = in,
	    .course = in->course,
	    .theme = in->theme,
	    .size = size,
	    .words = in->words,
	    .arena = page->scene->arena,
	    .diags = page->diags,
	    .reporting = page->report != NULL,
	    .u = size->leading,
	    .options = options,
	    .ground = &page->ground,
	    .fore = &page->fore};
	figure->page = (struct cc_box){size->margin, size->margin,
	    size->width - 2 * size->margin,
	    size->max_height - 2 * size->margin};
	figure->tracks = g_ptr_array_new();
	figure->abbreviations =
	    g_array_new(FALSE, FALSE, sizeof(struct cc_abbreviation));
	figure->rules = g_array_new(FALSE, FALSE, sizeof(struct cc_rule));
	figure->claimed =
	    cc_arena_new_array(figure->arena, bool, in->course->fact_count + 1);
	const char *zero = in->options.zero;
	if (!zero && options)
		zero = options->zero;
	figure->zero = cc_case_zero(in->course, zero);
	find_domain(figure);
	/* Provisional columns, so that collecting may look at places. */
	figure->axis.stretch[0].left = figure->page.x;
	figure->axis.stretch[0].right = cc_box_right(figure->page);
	figure->plot = figure->page;
	collect(page, figure);
}

static void
finish_panel(struct cc_figure *figure)
{
	g_ptr_array_free(figure->tracks, TRUE);
	g_array_free(figure->abbreviations, TRUE);
	g_array_free(figure->rules, TRUE);
}

/* ---- columns ---- */

/* What may be left out when nothing else helps, the dearest last; a row that
 * the author marked key="yes" never goes. */
static GPtrArray *
spare_tracks(const struct page *page)
{
	GPtrArray *list = g_ptr_array_new();
	for (int rank = 1; rank <= CC_SPARE_MOST; rank++) {
		for (size_t p = page->count; p-- > 0;) {
			const GPtrArray *tracks = page->panels[p].tracks;
			for (guint i = tracks->len; i-- > 0;) {
				struct cc_track *track = tracks->pdata[i];
				if (track->spare == rank)
					g_ptr_array_add(list, track);
			}
		}
	}
	return list;
}

static void
drop_tracks(struct page *page)
{
	for (size_t p = 0; p < page->count; p++) {
		struct cc_figure *figure = &page->panels[p];
		for (guint i = 0; i < figure->tracks->len; i++) {
			struct cc_track *track = figure->tracks->pdata[i];
			track->dropped = track->given_up ||
			                 (track->mark->zone == CC_ZONE_HEAD &&
					     figure->pressed[CC_PRESS_STRIP]);
		}
	}
}

static void
share_columns(struct cc_figure *figure)
{
	struct cc_axis *axis = &figure->axis;
	double gap = 1.5 * figure->u;
	double width = figure->plot.width - gap * (double)(axis->stretches - 1);
	double total = 0, x = figure->plot.x;
	for (size_t i = 0; i < axis->stretches; i++)
		total += (double)(axis->stretch[i].to.minute -
				  axis->stretch[i].from.minute);
	for (size_t i = 0; i < axis->stretches; i++) {
		struct cc_stretch *s = &axis->stretch[i];
		s->left = x;
		s->right =
		    x + width * (double)(s->to.minute - s->from.minute) / total;
		x = s->right + gap;
	}
}

static double
name_width(struct cc_figure *figure, const struct cc_track *track)
{
	double width = 0;
	if (track->name)
		width = cc_width(figure, track->name, CC_TYPE_NAME, true);
	if (track->sub)
		width = fmax(
		    width, cc_width(figure, track->sub, CC_TYPE_BODY, false));
	return width;
}

/* Names flush left with the title; tick labels flush right before the plot. */
static void
set_columns(struct cc_figure *figure)
{
	double u = figure->u,
	       left = cc_axis_name_width(figure) + 0.4 * figure->u;
	/* A column of a journal is narrow: its names wrap. */
	double most =
	    (figure->page.width < 50 * u ? 0.2 : 0.24) * figure->page.width;
	for (guint i = 0; i < figure->tracks->len; i++) {
		const struct cc_track *track = figure->tracks->pdata[i];
		if (track->mark->zone != CC_ZONE_PLOT)
			continue;
		double ticks =
		    track->tick_width > 0 ? track->tick_width + 1.2 * u : 0;
		/* A long name wraps; its ticks stand beside any line. */
		double name = fmin(name_width(figure, track), most - ticks);
		left = fmax(left, name + ticks);
		left = fmax(left, fmin(track->part_width, most));
	}
	left += 0.9 * u;
	figure->undated_width = cc_undated_width(figure);
	double right =
	    figure->undated ? figure->undated_width + 1.3 * u : 0.8 * u;
	figure->plot.x = figure->page.x + left;
	figure->plot.width = figure->page.width - left - right;
	share_columns(figure);
}

/* ---- rows ---- */

static double
row_gap(const struct cc_figure *figure, const struct cc_track *track)
{
	double scale = figure->pressed[CC_PRESS_GAPS] ? 0.6 : 1;
	if (figure->pressed[CC_PRESS_TIGHT])
		scale = 0.4;
	if (track->mark->zone == CC_ZONE_HEAD)
		return 0.4 * figure->u;
	return (track->rule ? 0.8 : 0.2) * scale * figure->u;
}

/* Lines of a track's name within the left column. */
static int
name_lines(
    struct cc_figure *figure, const struct cc_track *track, const char **lines)
{
	if (!track->name)
		return 0;
	double room = figure->plot.x - figure->page.x - 0.9 * figure->u;
	if (track->tick_width > 0)
		room -= track->tick_width + 0.3 * figure->u;
	return cc_wrap(figure, track->name, CC_TYPE_NAME, true, room, 2, lines);
}

/* Lines of what stands below it. */
static int
sub_lines(
    struct cc_figure *figure, const struct cc_track *track, const char **lines)
{
	if (!track->sub)
		return 0;
	return cc_wrap(figure, track->sub, CC_TYPE_BODY, false,
	    figure->plot.x - figure->page.x - 0.9 * figure->u -
		track->tick_width,
	    2, lines);
}

static double
name_height(struct cc_figure *figure, const struct cc_track *track)
{
	const char *lines[2];
	double count = name_lines(figure, track, lines);
	if (track->own_sub)
		count++;
	else
		count += sub_lines(figure, track, lines);
	return count * 1.12 * figure->u;
}

static double
panel_title_height(const struct cc_figure *figure)
{
	return figure->options && figure->options->titles.count > 0
	           ? 1.6 * figure->u
	           : 0;
}

/* Measures at the present columns; returns the height of the whole panel. */
static double
measure_panel(struct cc_figure *figure)
{
	double height = panel_title_height(figure) +
	                cc_axis_top_height(figure) +
	                cc_axis_bottom_height(figure);
	for (guint i = 0; i < figure->tracks->len; i++) {
		struct cc_track *track = figure->tracks->pdata[i];
		track->mark->measure(figure, track);
		track->height = fmax(track->height, name_height(figure, track));
		if (!track->dropped)
			height += track->height + row_gap(figure, track);
	}
	return height;
}

static void
clear_columns(struct cc_track *track)
{
	track->tick_width = 0;
	track->part_width = 0;
}

static double
layout_columns_and_measure(struct cc_figure *figure)
{
	for (guint i = 0; i < figure->tracks->len; i++)
		clear_columns(figure->tracks->pdata[i]);
	set_columns(figure);
	double height = measure_panel(figure);
	double x = figure->plot.x, width = figure->plot.width;
	set_columns(figure);
	if (figure->plot.x == x && figure->plot.width == width)
		return height;
	return measure_panel(figure);
}

/* ---- drawing ---- */

static void
draw_name(struct cc_figure *figure, struct cc_track *track)
{
	const char *lines[2];
	int count = name_lines(figure, track, lines);
	double u = figure->u;
	double y = track->box.y + 0.9 * u;
	double tall = name_height(figure, track);
	/* A row no higher than its name is centred on it. */
	if (track->box.height < 3.2 * u && track->part_width <= 0)
		y = track->box.y + (track->box.height - tall) / 2 + 0.85 * u;
	for (int i = 0; i < count; i++, y += 1.12 * u)
		cc_write(figure, CC_TYPE_NAME, true, CC_COLOUR_INK,
		    CC_ANCHOR_START, figure->page.x, y, lines[i]);
	track->sub_baseline = y;
	count = sub_lines(figure, track, lines);
	for (int i = 0; i < count; i++, y += 1.12 * u)
		cc_write(figure, CC_TYPE_BODY, false, CC_COLOUR_MID,
		    CC_ANCHOR_START, figure->page.x, y, lines[i]);
}

static double
draw_heads(struct cc_figure *figure, double y)
{
	for (guint i = 0; i < figure->tracks->len; i++) {
		struct cc_track *track = figure->tracks->pdata[i];
		if (track->mark->zone != CC_ZONE_HEAD || track->dropped)
			continue;
		track->box = (struct cc_box){
		    figure->page.x, y, figure->page.width, track->height};
		y += track->height + row_gap(figure, track);
	}
	return y;
}

/* What is left over goes to the rows that asked for it, within reason. */
static void
stretch_rows(struct cc_figure *figure, double spare)
{
	double shares = 0;
	for (guint i = 0; i < figure->tracks->len; i++) {
		const struct cc_track *track = figure->tracks->pdata[i];
		if (!track->dropped)
			shares += track->stretch;
	}
	if (shares <= 0)
		return;
	for (guint i = 0; i < figure->tracks->len; i++) {
		struct cc_track *track = figure->tracks->pdata[i];
		if (track->dropped)
			continue;
		double most = track->height * 1.9 * fmin(1, track->stretch);
		track->height += fmin(spare * track->stretch / shares, most);
	}
}

static double
draw_panel(struct cc_figure *figure, double y, double spare)
{
	double u = figure->u;
	stretch_rows(figure, spare);
	if (panel_title_height(figure) > 0) {
		cc_write(figure, CC_TYPE_NAME, true, CC_COLOUR_INK,
		    CC_ANCHOR_START, figure->page.x, y + 0.9 * u,
		    cc_text_in(figure->words, &figure->options->titles));
		y += panel_title_height(figure);
	}
	y = draw_heads(figure, y);
	double axis_top = y;
	y += cc_axis_top_height(figure);
	figure->plot.y = y;
	for (guint i = 0; i < figure->tracks->len; i++) {
		struct cc_track *track = figure->tracks->pdata[i];
		if (track->mark->zone != CC_ZONE_PLOT || track->dropped)
			continue;
		y += row_gap(figure, track);
		track->box = (struct cc_box){
		    figure->plot.x, y, figure->plot.width, track->height};
		y += track->height;
	}
	y += 0.4 * u;
	figure->plot.height = y - figure->plot.y;

	cc_backdrop_bands(figure);
	cc_axis_draw_top(figure, axis_top);
	for (guint i = 0; i < figure->tracks->len; i++) {
		struct cc_track *track = figure->tracks->pdata[i];
		if (track->dropped)
			continue;
		track->mark->place(figure, track);
		if (track->mark->zone == CC_ZONE_PLOT)
			draw_name(figure, track);
		track->mark->draw(figure, track);
	}
	cc_axis_draw_bottom(figure, y);
	cc_undated_draw(figure,
	    (struct cc_box){cc_box_right(figure->page) - figure->undated_width,
		figure->plot.y, figure->undated_width, figure->plot.height});
	return y + cc_axis_bottom_height(figure);
}

/* ---- the page ---- */

static double
legend_height(struct page *page)
{
	struct cc_figure *first = &page->panels[0];
	return cc_legend_layout(
	    first, first->page.x, 0, first->page.width, false);
}

static void
merge_legends(struct page *page)
{
	struct cc_figure *first = &page->panels[0];
	for (size_t p = 1; p < page->count; p++) {
		struct cc_figure *panel = &page->panels[p];
		for (size_t i = 0; i < CC_LEGEND_COUNT; i++)
			first->legend[i] |= panel->legend[i];
		for (guint i = 0; i < panel->abbreviations->len; i++) {
			struct cc_abbreviation *row = &g_array_index(
			    panel->abbreviations, struct cc_abbreviation, i);
			cc_figure_abbreviation(
			    first, row->scope, row->scheme, row->code);
		}
	}
}

/* Draws all on empty layers. Returns the height used; the legend's height is
 * only known when all is drawn, so a page is drawn again where it differs. */
static double
draw_page(struct page *page, double spare)
{
	struct cc_figure *first = &page->panels[0];
	g_array_set_size(page->ground.items, 0);
	g_array_set_size(page->fore.items, 0);
	g_array_set_size(page->grid.items, 0);
	for (size_t p = 0; p < page->count; p++) {
		struct cc_figure *panel = &page->panels[p];
		memset(panel->legend, 0, sizeof(panel->legend));
		g_array_set_size(panel->abbreviations, 0);
		g_array_set_size(panel->rules, 0);
	}
	cc_header_draw(first);
	double y = first->page.y + cc_header_height(first);
	for (size_t p = 0; p < page->count; p++) {
		y = draw_panel(
		    &page->panels[p], y, spare / (double)page->count);
		if (p + 1 < page->count)
			y += 0.8 * first->u;
	}
	merge_legends(page);
	double legend = legend_height(page);
	if (legend > 0) {
		y += 0.25 * first->u;
		cc_paint_line(&page->grid, CC_ROLE_GRID,
		    (struct cc_point){first->page.x, y},
		    (struct cc_point){cc_box_right(first->page), y},
		    cc_pen(cc_ink(first, CC_COLOUR_HAIRLINE),
			first->size->stroke[CC_STROKE_HAIRLINE]));
		y += 0.3 * first->u;
		cc_legend_layout(
		    first, first->page.x, y, first->page.width, true);
		y += legend;
	}
	/* The caption may stand nearer to the edge than the title. */
	return y + 0.5 * first->size->margin;
}

static double
measure_page(struct page *page)
{
	double height = cc_header_height(&page->panels[0]);
	for (size_t p = 0; p < page->count; p++)
		memcpy(page->panels[p].pressed, page->pressed,
		    sizeof(page->pressed));
	drop_tracks(page);
	for (size_t p = 0; p < page->count; p++)
		height += layout_columns_and_measure(&page->panels[p]);
	return height + 0.8 * page->panels[0].u * (double)(page->count - 1);
}

static void
append_layer(struct cc_scene *to, const struct cc_scene *layer)
{
	g_array_append_vals(to->items, layer->items->data, layer->items->len);
}

static void
compose(struct page *page, double height)
{
	struct cc_scene *scene = page->scene;
	const struct cc_layout_input *in = page->in;
	scene->width = in->size->width;
	scene->height = in->size->fixed_height ? in->size->height : height;
	scene->unit = in->size->unit;
	scene->background = cc_theme_colour(in->theme, CC_COLOUR_PAGE);
	scene->lang = cc_arena_strdup(scene->arena, in->words->lang);
	scene->families =
	    cc_arena_strdup(scene->arena, cc_theme_families(in->theme));
	/* Only now, when all words have their place. */
	for (size_t p = 0; p < page->count; p++)
		cc_backdrop_grid(&page->panels[p], &page->grid);
	append_layer(scene, &page->ground);
	append_layer(scene, &page->grid);
	append_layer(scene, &page->fore);
}

static const char *const press_words[CC_PRESS_COUNT] = {
    [CC_PRESS_TIGHT] = NULL,
    [CC_PRESS_GAPS] = NULL, /* nothing is lost */
    [CC_PRESS_CAPTION] = "abbreviations",
    [CC_PRESS_SUBNAMES] = "intents of treatments",
    [CC_PRESS_LEVELS] = "response levels above the best",
    [CC_PRESS_RIBBON] = NULL,
    [CC_PRESS_LEGEND] = "legend entries whose mark is labelled",
    [CC_PRESS_AXIS] = "relative time on the axis",
    [CC_PRESS_PLAIN] = "callouts of plain events",
    [CC_PRESS_FLAGS] = "second lines of callouts",
    [CC_PRESS_VAF] = "allele fractions",
    [CC_PRESS_STRIP] = "values at diagnosis",
    [CC_PRESS_DOSES] = "doses as the height of bars",
    [CC_PRESS_SPARK] = NULL,
};

/* The parts given up, and the rows left out: words of the scene's arena. */
static GPtrArray *
dropped_parts(const struct page *page)
{
	GPtrArray *list = g_ptr_array_new();
	for (size_t p = 0; p < CC_PRESS_COUNT; p++)
		if (page->pressed[p] && press_words[p])
			g_ptr_array_add(list, (gpointer)press_words[p]);
	return list;
}

static GPtrArray *
left_out_rows(const struct page *page)
{
	GPtrArray *list = g_ptr_array_new();
	for (size_t p = 0; p < page->count; p++) {
		const GPtrArray *tracks = page->panels[p].tracks;
		for (guint i = 0; i < tracks->len; i++) {
			const struct cc_track *track = tracks->pdata[i];
			const char *name =
			    track->name ? track->name : track->mark->name;
			if (track->dropped && track->spare > 0)
				g_ptr_array_add(list, (gpointer)name);
		}
	}
	return list;
}

static void
tell_list(struct page *page, enum cc_code code, const GPtrArray *list)
{
	g_autoptr(GString) words = g_string_new(NULL);
	for (guint i = 0; i < list->len; i++)
		g_string_append_printf(words, "%s%s", i > 0 ? ", " : "",
		    (const char *)list->pdata[i]);
	if (list->len > 0)
		cc_diag(page->diags, code, page->in->course->pos,
		    page->in->size->name, words->str);
}

static void
tell_dropped(struct page *page)
{
	g_autoptr(GPtrArray) dropped = dropped_parts(page);
	g_autoptr(GPtrArray) out = left_out_rows(page);
	tell_list(page, CC_N401, dropped);
	tell_list(page, CC_W401, out);
	if (page->report)
		cc_report_fill(
		    page->report, page->panels, page->count, dropped, out);
}

static bool
fits(struct page *page, double *height)
{
	double margin = page->in->size->margin;
	*height = measure_page(page) + 1.5 * margin;
	/* The legend only adds to the rows. */
	if (*height > page->in->size->max_height + 0.01)
		return false;
	*height = draw_page(page, 0);
	return *height <= page->in->size->max_height + 0.01;
}

/* Rows that found room after all, the dearest first; the last of the list was
 * needed. */
static void
bring_back_tracks(struct page *page, const GPtrArray *spare, size_t given_up)
{
	double height;
	for (size_t i = given_up; i-- > 0;) {
		struct cc_track *track = spare->pdata[i];
		track->given_up = false;
		if (i + 1 == given_up || !fits(page, &height))
			track->given_up = true;
	}
}

/* Gives way in order until it fits, then takes back what was not needed. */
static bool
press_until_fits(struct page *page, double *height)
{
	g_autoptr(GPtrArray) spare = spare_tracks(page);
	size_t press = 0, given_up = 0;
	while (!fits(page, height)) {
		if (press < CC_PRESS_COUNT)
			page->pressed[press++] = true;
		else if (given_up < spare->len)
			((struct cc_track *)spare->pdata[given_up++])
			    ->given_up = true;
		else
			return false;
	}
	bring_back_tracks(page, spare, given_up);
	/* The last one was needed: without it the page did not fit. */
	for (size_t p = given_up > 0 ? press : MAX(press, 1) - 1; p-- > 0;) {
		page->pressed[p] = false;
		if (!fits(page, height))
			page->pressed[p] = true;
	}
	return true;
}

static bool
fit(struct page *page)
{
	const struct cc_size *size = page->in->size;
	double height = 0;
	if (!press_until_fits(page, &height)) {
		g_autoptr(GString) least = g_string_new(NULL);

		cc_number_append(
		    least, size->type[CC_TYPE_LEAST] * size->unit, 1);
		cc_diag(page->diags, CC_E410, page->in->course->pos, size->name,
		    (int)ceil(height * size->unit / 72 * 25.4), least->str,
		    (int)(size->max_height * size->unit / 72 * 25.4));
		return false;
	}
	fits(page, &height);
	double spare = size->max_height - height;
	if (size->fixed_height && spare > 0) {
		measure_page(page);
		height = draw_page(page, spare);
	}
	compose(page, height);
	tell_dropped(page);
	return true;
}

static size_t
choose_panels(struct page *page)
{
	const struct cc_case *course = page->in->course;
	const char *wanted = page->in->options.figure;
	for (size_t i = 0; i < course->figure_count; i++) {
		const struct cc_figure_options *options = &course->figures[i];
		if (wanted && (!options->id || strcmp(options->id, wanted)))
			continue;
		if (page->count < PANELS_MAX)
			start_panel(
			    page, &page->panels[page->count++], options);
	}
	if (page->count == 0 && !wanted)
		start_panel(page, &page->panels[page->count++], NULL);
	return page->count;
}

bool
cc_layout_case(const struct cc_layout_input *input, struct cc_scene *scene,
    struct cc_layout_report *report, struct cc_diags *diags)
{
	struct page page = {
	    .in = input, .scene = scene, .report = report, .diags = diags};
	cc_scene_init(&page.ground, scene->arena);
	cc_scene_init(&page.grid, scene->arena);
	cc_scene_init(&page.fore, scene->arena);
	bool done = false;
	if (choose_panels(&page) == 0)
		cc_diag(
		    diags, CC_E411, input->course->pos, input->options.figure);
	else
		done = fit(&page);
	for (size_t p = 0; p < page.count; p++)
		finish_panel(&page.panels[p]);
	cc_scene_finish(&page.ground);
	cc_scene_finish(&page.grid);
	cc_scene_finish(&page.fore);
	return done;
}
