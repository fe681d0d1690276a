/* Genetics: findings as chips that start at the day of the test; what no
 * earlier test had is marked as new. */
#include "layout/draw.h"
#include "mark/marks.h"

#include <math.h>
#include <string.h>

struct chip {
	const char *text;
	double width;
	bool new, absent;
	double x; /* [unit] */
	size_t lane;
};

struct test {
	const struct cc_fact *fact;
	struct chip *chips;
	size_t count;
	double from; /* the day, or further left where it must */
};

struct genetics {
	struct test *tests;
	size_t count, lanes;
};

static bool
had_before(const struct genetics *row, size_t upto, const char *finding)
{
	for (size_t t = 0; t < upto; t++) {
		const struct cc_fact *fact = row->tests[t].fact;
		for (size_t i = 0; i < fact->finding_count; i++)
			if (!fact->findings[i].absent &&
			    strcmp(fact->findings[i].text, finding) == 0)
				return true;
	}
	return false;
}

static int
by_start(const void *a, const void *b)
{
	const struct test *x = a, *y = b;
	return cc_fact_by_start(x->fact, y->fact);
}

static void
collect(const struct cc_mark *mark, struct cc_figure *figure)
{
	const struct cc_case *course = figure->course;
	struct genetics *row = cc_arena_new(figure->arena, struct genetics);
	row->tests =
	    cc_arena_new_array(figure->arena, struct test, course->fact_count);
	for (size_t i = 0; i < course->fact_count; i++) {
		const struct cc_fact *fact = &course->facts[i];
		if (fact->kind == CC_KIND_GENETICS &&
		    cc_figure_shows(figure, fact) &&
		    cc_figure_claim(figure, fact))
			row->tests[row->count++].fact = fact;
	}
	if (row->count == 0 || !figure->size->part[CC_PART_GENETICS])
		return;
	qsort(row->tests, row->count, sizeof(row->tests[0]), by_start);
	struct cc_track *track = cc_figure_add_track(
	    figure, mark, cc_say(figure->words, CC_MSG_GENETICS), NULL, row);
	track->spare = 6;
}

static double
chip_pad(const struct cc_figure *figure)
{
	return 0.55 * figure->u;
}

static const char *
chip_text(const struct cc_figure *figure, const struct cc_finding *finding)
{
	struct cc_finding bare = *finding;
	if (figure->pressed[CC_PRESS_VAF])
		bare.vaf = NAN;
	return cc_finding_text(figure->words, &bare);
}

static bool
same_start(const struct cc_fact *a, const struct cc_fact *b)
{
	return a->when.span.earliest_start.minute ==
	       b->when.span.earliest_start.minute;
}

/* Of all chips of a test, side by side. */
static double
test_width(const struct cc_figure *figure, const struct cc_fact *fact)
{
	double width = 0;
	for (size_t i = 0; i < fact->finding_count; i++)
		width += (i > 0 ? 0.4 * figure->u : 0) + 2 * chip_pad(figure) +
		         cc_width(figure, chip_text(figure, &fact->findings[i]),
			     CC_TYPE_NAME, false);
	return width;
}

static void
fill_test(struct cc_figure *figure, struct genetics *row, size_t t)
{
	struct test *test = &row->tests[t];
	const struct cc_fact *fact = test->fact;
	test->chips =
	    cc_arena_new_array(figure->arena, struct chip, fact->finding_count);
	test->count = fact->finding_count;
	double width = 0;
	for (size_t i = 0; i < fact->finding_count; i++) {
		const struct cc_finding *finding = &fact->findings[i];
		struct chip *chip = &test->chips[i];
		chip->text = chip_text(figure, finding);
		chip->absent = finding->absent;
		chip->new =
		    t > 0 && !finding->absent &&
		    fact->when.span.earliest_start.minute >
			row->tests[0].fact->when.span.earliest_start.minute &&
		    !had_before(row, t, finding->text);
		chip->text = cc_shorten(figure, chip->text, CC_TYPE_NAME, false,
		    figure->plot.width - 2 * chip_pad(figure));
		chip->width =
		    cc_width(figure, chip->text, CC_TYPE_NAME, false) +
		    2 * chip_pad(figure);
		width += chip->width + (i > 0 ? 0.4 * figure->u : 0);
	}
	struct cc_reach reach = cc_reach_of(figure, &fact->when.span);
	test->from = reach.earliest_start;
	double right = cc_box_right(figure->plot);
	/* Tests of the same day stand in one row, so they shift together. */
	for (size_t o = t + 1; o < row->count; o++)
		if (same_start(fact, row->tests[o].fact))
			width += test_width(figure, row->tests[o].fact) +
			         0.4 * figure->u;
	if (test->from + width > right)
		test->from = fmax(figure->plot.x, right - width);
	for (size_t o = 0; o < t; o++)
		if (same_start(fact, row->tests[o].fact))
			test->from = row->tests[o].from;
}

/* A place for a chip: first fit over the lanes from `lane` on. Tests of one
 * day share a lane while it has room; beside earlier chips a chip stands only
 * within reach of its day, else it would look later. */
static double
fit_chip(const struct cc_figure *figure, struct genetics *row, double *ends,
    double from, double start, double width, size_t *lane)
{
	double gap = 0.4 * figure->u;
	double reach = 0.25 * figure->plot.width;
	double right = cc_box_right(figure->plot) + 0.5;
	for (;; (*lane)++, from = start) {
		if (*lane >= row->lanes) {
			row->lanes = *lane + 1;
			return from;
		}
		double x = fmax(from, ends[*lane] + gap);
		if (x <= from + reach && x + width <= right)
			return x;
	}
}

static void
measure(struct cc_figure *figure, struct cc_track *track)
{
	struct genetics *row = track->data;
	double gap = 0.4 * figure->u;
	size_t findings = 0;
	for (size_t t = 0; t < row->count; t++)
		findings += row->tests[t].fact->finding_count;
	double *ends = cc_arena_new_array(figure->arena, double, findings + 1);
	row->lanes = 0;
	for (size_t t = 0; t < row->count; t++) {
		struct test *test = &row->tests[t];
		fill_test(figure, row, t);
		size_t lane = 0;
		double from = test->from;
		for (size_t i = 0; i < test->count; i++) {
			struct chip *chip = &test->chips[i];
			chip->x = fit_chip(figure, row, ends, from, test->from,
			    chip->width, &lane);
			chip->lane = lane;
			ends[lane] = chip->x + chip->width;
			from = ends[lane] + gap;
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
		const char *when =
		    cc_date_text(figure->words, &test->fact->when.span);
		cc_open_fact(figure, test->fact,
		    cc_arena_printf(figure->arena, "%s, %s",
			test->fact->method ? test->fact->method : track->name,
			when));
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
    .collect = collect,
    .measure = measure,
    .place = place,
    .draw = draw,
};
