/* Genetics: findings as chips that start at the day of the test; what no
 * earlier test had is marked as new. */
#include "layout/draw.h"
#include "mark/marks.h"

#include <math.h>
#include <string.h>

struct chip {
	const char *text;
	const struct cc_fact *fact;
	const struct cc_finding *finding;
	double width;
	bool new, absent;
	double x; /* [unit] */
	size_t lane;
};

struct test {
	const struct cc_fact *fact;
	struct chip *chips;
	size_t count;
};

struct genetics {
	struct test *tests;
	size_t count, lanes;
	double *ends;  /* of each lane [unit] */
	double *turns; /* see find_turns [unit] */
	size_t turn_count;
};

/* Since when something is known, by tests of the whole course: they may stand
 * in another panel. */
struct known {
	int64_t first_test;   /* its start */
	GHashTable *findings; /* words -> start of the first that had it */
};

static void
find_known(const struct cc_case *course, struct known *known)
{
	known->first_test = INT64_MAX;
	for (size_t f = 0; f < course->fact_count; f++) {
		const struct cc_fact *fact = &course->facts[f];
		const int64_t *start = &fact->when.span.earliest_start.minute;
		if (fact->kind != CC_KIND_GENETICS || !fact->when.span.dated)
			continue;
		known->first_test = MIN(known->first_test, *start);
		for (size_t i = 0; i < fact->finding_count; i++) {
			const struct cc_finding *finding = &fact->findings[i];
			const int64_t *first = g_hash_table_lookup(
			    known->findings, finding->text);
			if (!finding->absent && (!first || *start < *first))
				g_hash_table_insert(known->findings,
				    (gpointer)finding->text, (gpointer)start);
		}
	}
}

static bool
had_before(const struct known *known, const struct cc_fact *fact,
    const char *finding)
{
	const int64_t *first = g_hash_table_lookup(known->findings, finding);
	return first && *first < fact->when.span.earliest_start.minute;
}

/* What a clone has from the first is not gained when it is looked for late. */
static bool
is_constant(const struct cc_figure *figure, const char *finding)
{
	const struct cc_term *term =
	    cc_terms_find(figure->in->terms, CC_IN_FINDING, NULL, finding);
	return term && term->constant;
}

static int
by_start(const void *a, const void *b, void *follow)
{
	const struct test *x = a, *y = b;
	return cc_fact_by_start(follow, x->fact, y->fact);
}

static void
collect(const struct cc_mark *mark, struct cc_figure *figure)
{
	const struct cc_case *course = figure->course;
	struct genetics *row = cc_arena_new(figure->arena, struct genetics);
	row->tests = cc_arena_new_array(figure->arena, struct test,
	    cc_figure_count(figure, CC_KIND_GENETICS));
	for (size_t i = 0; i < course->fact_count; i++) {
		const struct cc_fact *fact = &course->facts[i];
		if (fact->kind == CC_KIND_GENETICS &&
		    cc_figure_shows(figure, fact) &&
		    cc_figure_claim(figure, fact))
			row->tests[row->count++].fact = fact;
	}
	if (row->count == 0 || !figure->size->part[CC_PART_GENETICS])
		return;
	cc_sort(figure, row->tests, row->count, sizeof(row->tests[0]), by_start);
	struct cc_track *track = cc_figure_add_track(
	    figure, mark, cc_say(figure->words, CC_MSG_GENETICS), NULL, row);
	track->spare = 6;
}

static double
chip_pad(const struct cc_figure *figure)
{
	return 0.55 * figure->u;
}

static double
chip_width(struct cc_figure *figure, const char *text)
{
	return cc_width(figure, text, CC_TYPE_NAME, false) +
	       2 * chip_pad(figure);
}

static const char *
chip_text(const struct cc_figure *figure, const struct cc_finding *finding)
{
	struct cc_finding bare = *finding;
	if (cc_pressed(figure, CC_PRESS_VAF))
		bare.vaf_written = NULL;
	return cc_finding_text(figure->words, &bare);
}

static bool
same_start(const struct cc_fact *a, const struct cc_fact *b)
{
	return a->when.span.earliest_start.minute ==
	       b->when.span.earliest_start.minute;
}

static double
chip_gap(const struct cc_figure *figure)
{
	return 0.4 * figure->u;
}

static void
fill_test(
    struct cc_figure *figure, struct test *test, const struct known *known)
{
	const struct cc_fact *fact = test->fact;
	test->chips =
	    cc_arena_new_array(figure->arena, struct chip, fact->finding_count);
	test->count = fact->finding_count;
	bool first =
	    fact->when.span.earliest_start.minute <= known->first_test;
	for (size_t i = 0; i < fact->finding_count; i++) {
		const struct cc_finding *finding = &fact->findings[i];
		struct chip *chip = &test->chips[i];
		chip->text =
		    cc_shorten(figure, chip_text(figure, finding), CC_TYPE_NAME,
			false, figure->plot.width - 2 * chip_pad(figure));
		chip->absent = finding->absent;
		chip->new = !finding->absent && !first &&
		            !had_before(known, fact, finding->text) &&
		            !is_constant(figure, finding->text);
		chip->finding = finding;
		chip->width = chip_width(figure, chip->text);
	}
}

/* A run of chips of one day, side by side. */
struct run {
	struct chip **chips;
	size_t count;
	double width;
};

/* As many of the chips as fit into `room`, at least one. */
static struct run
next_run(const struct cc_figure *figure, struct chip **chips, size_t count,
    double room)
{
	struct run run = {chips, 0, 0};
	while (run.count < count) {
		double width = run.width + chips[run.count]->width +
		               (run.count > 0 ? chip_gap(figure) : 0);
		if (run.count > 0 && width > room)
			break;
		run.width = width;
		run.count++;
	}
	return run;
}

/* The first lane that has room at or soon after `from`: chips that stand far
 * behind their day look later than they are. */
static void
place_run(const struct cc_figure *figure, struct genetics *row,
    const struct run *run, double from, double right)
{
	double reach = 0.05 * figure->plot.width;
	size_t lane = 0;
	double x = from;
	for (; lane < row->lanes; lane++) {
		x = fmax(from, row->ends[lane] + chip_gap(figure));
		if (x <= from + reach && x + run->width <= right + 0.5)
			break;
		x = from;
	}
	if (lane == row->lanes)
		row->lanes++;
	for (size_t i = 0; i < run->count; i++) {
		run->chips[i]->x = x;
		run->chips[i]->lane = lane;
		x += run->chips[i]->width + chip_gap(figure);
	}
	row->ends[lane] = x - chip_gap(figure);
}

static int
by_place(const void *a, const void *b)
{
	const double *x = a, *y = b;
	return (*x > *y) - (*x < *y);
}

/* Where tests and relapses stand, from left to right. */
static void
find_turns(struct cc_figure *figure, struct genetics *row)
{
	const struct cc_case *course = figure->course;
	if (!row->turns)
		row->turns = cc_arena_new_array(
		    figure->arena, double, course->fact_count);
	row->turn_count = 0;
	for (size_t f = 0; f < course->fact_count; f++) {
		const struct cc_fact *fact = &course->facts[f];
		if (fact->when.span.dated && (fact->kind == CC_KIND_GENETICS ||
						 fact->kind == CC_KIND_RELAPSE))
			row->turns[row->turn_count++] =
			    cc_reach_of(figure, &fact->when.span).middle;
	}
	qsort(row->turns, row->turn_count, sizeof(row->turns[0]), by_place);
}

/* How far to the left chips of a day may begin: beside an earlier test or
 * relapse they would look like its own. */
static double
least_left(
    const struct cc_figure *figure, const struct genetics *row, double day)
{
	double least = fmax(figure->plot.x, day - 0.3 * figure->plot.width);
	size_t low = 0, high = row->turn_count;
	while (low < high) {
		size_t middle = (low + high) / 2;
		if (row->turns[middle] < day - 1.5 * figure->u)
			low = middle + 1;
		else
			high = middle;
	}
	if (low > 0)
		least = fmax(least, row->turns[low - 1] + 0.5 * figure->u);
	return least;
}

static void
drop_fraction(struct cc_figure *figure, struct chip *chip)
{
	struct cc_finding bare = *chip->finding;
	bare.vaf_written = NULL;
	chip->text = cc_finding_text(figure->words, &bare);
	chip->width = chip_width(figure, chip->text);
}

/* Chips start at their day. One that does not fit behind it ends at the right
 * edge, and loses its fraction where it would reach behind what was earlier;
 * where none fits, as many stand side by side as keep apart from that. */
static void
place_day(struct cc_figure *figure, struct genetics *row, struct chip **chips,
    size_t count)
{
	double left, right;
	cc_fact_sides(figure, chips[0]->fact, &left, &right);
	struct cc_reach reach = cc_fact_reach(figure, chips[0]->fact);
	double day = reach.earliest_start;
	double narrowest = INFINITY;
	for (size_t i = 0; i < count; i++)
		narrowest = fmin(narrowest, chips[i]->width);
	double before = least_left(figure, row, day), least = day;
	if (narrowest > right - day)
		least = before;
	for (size_t i = 0; i < count; i++)
		if (chips[i]->finding->vaf_written &&
		    chips[i]->width > right - before)
			drop_fraction(figure, chips[i]);
	for (size_t i = 0; i < count;) {
		struct run run =
		    next_run(figure, chips + i, count - i, right - least);
		double from = fmax(left, fmin(day, right - run.width));
		place_run(figure, row, &run, from, right);
		i += run.count;
	}
}

/* What is new stands first, nearest to its day. */
static size_t
add_chips(struct test *test, bool new, struct chip **day, size_t count)
{
	for (size_t i = 0; i < test->count; i++) {
		struct chip *chip = &test->chips[i];
		if (chip->new != new)
			continue;
		chip->fact = test->fact;
		day[count++] = chip;
	}
	return count;
}

static void
measure(struct cc_figure *figure, struct cc_track *track)
{
	struct genetics *row = track->data;
	size_t findings = 0;
	for (size_t t = 0; t < row->count; t++)
		findings += row->tests[t].fact->finding_count;
	row->ends = cc_arena_new_array(figure->arena, double, findings + 1);
	row->lanes = 0;
	find_turns(figure, row);
	g_autoptr(GHashTable) named = g_hash_table_new(g_str_hash, g_str_equal);
	struct known known = {.findings = named};
	find_known(figure->course, &known);
	struct chip **day =
	    cc_arena_new_array(figure->arena, struct chip *, findings + 1);
	size_t count = 0;
	for (size_t t = 0; t < row->count; t++) {
		struct test *test = &row->tests[t];
		fill_test(figure, test, &known);
		count = add_chips(test, true, day, count);
		count = add_chips(test, false, day, count);
		bool last = t + 1 == row->count ||
		            !same_start(test->fact, row->tests[t + 1].fact);
		if (last && count > 0) {
			place_day(figure, row, day, count);
			count = 0;
		}
	}
	track->height = (double)row->lanes * cc_lane(figure, 1.5, 1.3);
	/* One method for all is a sub-name; several stay in the tooltip. */
	const char *method = row->tests[0].fact->method;
	for (size_t t = 1; t < row->count; t++)
		if (!method || !row->tests[t].fact->method ||
		    strcmp(method, row->tests[t].fact->method) != 0)
			method = NULL;
	track->sub = row->lanes > 1 ? method : NULL;
}

static void
place(struct cc_figure *figure, struct cc_track *track)
{
	(void)figure;
	(void)track;
}

static void
draw_chip(struct cc_figure *figure, const struct chip *chip, double y)
{
	double h = cc_lane(figure, 1.28, 1.18);
	double x = chip->x;
	struct cc_paint paint = {.fill = cc_ink(figure, CC_COLOUR_CHIP),
	    .stroke = cc_ink(figure, CC_COLOUR_MID),
	    .width = figure->size->stroke[CC_STROKE_AXIS] * 0.8};
	if (chip->new) {
		paint.fill = cc_ink(figure, CC_COLOUR_CHIP_NEW);
		paint.stroke = cc_ink(figure, CC_COLOUR_CHIP_NEW_EDGE);
		paint.width = figure->size->stroke[CC_STROKE_AXIS];
		if (cc_theme_look(figure->theme, CC_LOOK_HATCHED_ENDS) > 0)
			paint.width *= 1.8;
		cc_figure_legend(figure, CC_LEGEND_NEW_FINDING);
	}
	if (chip->absent)
		paint.dash[0] = paint.dash[1] = 3 * paint.width;
	cc_paint_rect(figure->fore, CC_ROLE_MARK,
	    (struct cc_box){
		x + paint.width / 2, y - h / 2, chip->width - paint.width, h},
	    h / 2, paint);
	cc_write(figure, CC_TYPE_NAME, false,
	    chip->absent ? CC_COLOUR_MID : CC_COLOUR_INK, CC_ANCHOR_MIDDLE,
	    x + chip->width / 2, cc_centre(figure, CC_TYPE_NAME, y),
	    chip->text);
}

static void
draw(struct cc_figure *figure, struct cc_track *track)
{
	struct genetics *row = track->data;
	double step = cc_lane(figure, 1.5, 1.3);
	for (size_t t = 0; t < row->count; t++) {
		struct test *test = &row->tests[t];
		cc_open_fact(figure, test->fact, NULL);
		for (size_t i = 0; i < test->count; i++) {
			const struct chip *chip = &test->chips[i];
			draw_chip(figure, chip,
			    track->box.y + ((double)chip->lane + 0.5) * step);
		}
		cc_paint_end(figure->fore);
	}
}

const struct cc_mark cc_mark_genetics = {
    .name = "genetics",
    .zone = CC_ZONE_PLOT,
    .fills_column = true,
    .collect = collect,
    .measure = measure,
    .place = place,
    .draw = draw,
};
