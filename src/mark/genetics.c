/* Genetics: a line a finding, a sign at each test that looked for it. What is
 * joined by a line was found at both its ends. */
#include "mark/genetics.h"
#include "mark/marks.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Above so many lines, findings that the same tests looked for in vain share
 * one; where height is dear, those too that the same tests found. */
#define LINES_MOST 8

struct genetics {
	const char *title;
	const struct cc_trail **trails; /* shown in this figure */
	size_t trail_count;
	struct finding_line *lines;
	size_t count;
	bool beside;  /* names stand beside the title, else below it */
	double head;  /* above the first line [unit] */
	double *tops; /* of each line below that, and the last's end [unit] */
	struct look **by_test; /* all looks, by test */
	size_t look_count;
};

static bool
is_shown(const struct cc_figure *figure, const struct cc_trail *trail)
{
	for (size_t i = 0; i < trail->count; i++)
		if (cc_figure_shows(figure, trail->sighting[i].test))
			return true;
	return false;
}

/* Each test that the row tells of, once. */
static void
hold_tests(struct cc_figure *figure, struct cc_track *track,
    const struct genetics *row)
{
	g_autoptr(GHashTable) held = g_hash_table_new(NULL, NULL);
	for (size_t i = 0; i < row->trail_count; i++) {
		const struct cc_trail *trail = row->trails[i];
		for (size_t s = 0; s < trail->count; s++) {
			const struct cc_fact *test = trail->sighting[s].test;
			if (g_hash_table_add(held, (gpointer)test))
				cc_track_hold(figure, track, test);
		}
	}
}

static void
collect(const struct cc_mark *mark, struct cc_figure *figure)
{
	const struct cc_trails *trails = &figure->follow->findings;
	struct genetics *row = cc_arena_new(figure->arena, struct genetics);
	row->trails = cc_arena_new_array(
	    figure->arena, const struct cc_trail *, trails->count);
	for (size_t i = 0; i < trails->count; i++) {
		const struct cc_trail *trail = &trails->item[i];
		if (!is_shown(figure, trail))
			continue;
		row->trails[row->trail_count++] = trail;
		for (size_t s = 0; s < trail->count; s++)
			if (cc_figure_shows(figure, trail->sighting[s].test))
				cc_figure_claim(
				    figure, trail->sighting[s].test);
	}
	if (row->trail_count == 0 || !figure->size->part[CC_PART_GENETICS])
		return;
	row->title = cc_say(figure->words, CC_MSG_GENETICS);
	struct cc_track *track =
	    cc_figure_add_track(figure, mark, row->title, NULL, row);
	track->spare = CC_YIELD_GENETICS;
	hold_tests(figure, track, row);
}

/* The patient line names what was found first, without its fraction; any other
 * test is lost. */
static void
lose(struct cc_figure *figure)
{
	const struct cc_trails *trails = &figure->follow->findings;
	if (figure->size->part[CC_PART_GENETICS] || trails->count == 0)
		return;
	g_autoptr(GHashTable) lost = g_hash_table_new(NULL, NULL);
	for (size_t i = 0; i < trails->count; i++)
		for (size_t s = 0; s < trails->item[i].count; s++) {
			const struct cc_sighting *seen =
			    &trails->item[i].sighting[s];
			if (cc_figure_shows(figure, seen->test) &&
			    !(seen->test == trails->first &&
				!seen->finding->vaf_written &&
				cc_header_says(figure, seen->finding)) &&
			    g_hash_table_add(lost, (gpointer)seen->test))
				cc_lose(figure, CC_LOST_GENETICS, seen->test);
		}
}

/* ---- lines and their names ---- */

static double
line_height(const struct cc_figure *figure)
{
	return cc_lane_of_names(figure, 1.12, 1.0);
}

/* For title and names side by side: time has most of the page. */
static double
column_most(const struct cc_figure *figure)
{
	return 0.18 * figure->page.width;
}

/* A column of a journal: names have several lines. */
static bool
is_narrow(const struct cc_figure *figure)
{
	return figure->page.width < 50 * figure->u;
}

/* Never found: its name says so. */
static const char *
name_finding(struct cc_figure *figure, const struct cc_trail *trail)
{
	struct cc_finding bare = *trail->sighting[0].finding;
	bare.vaf_written = NULL;
	bare.absent = true;
	for (size_t i = 0; i < trail->count; i++)
		if (trail->sighting[i].sight != CC_SIGHT_ABSENT)
			bare.absent = false;
	return cc_of_patient(figure, trail->sighting[0].test,
	    cc_finding_text(figure->words, &bare));
}

/* All signs of the one would hide all of the other, and no number is lost. */
static bool
same_signs(const struct cc_trail *a, const struct cc_trail *b)
{
	if (a->count != b->count)
		return false;
	for (size_t i = 0; i < a->count; i++)
		if (a->sighting[i].test != b->sighting[i].test ||
		    a->sighting[i].sight != b->sighting[i].sight ||
		    a->sighting[i].finding->vaf_written ||
		    b->sighting[i].finding->vaf_written)
			return false;
	return true;
}

/* Whether the n-th may stand on the line of the one before. */
static bool
may_share(const struct cc_figure *figure, const struct genetics *row, size_t n)
{
	if (n == 0 || !same_signs(row->trails[n - 1], row->trails[n]))
		return false;
	return cc_yielded(figure, CC_YIELD_FINDINGS) ||
	       (row->trail_count > LINES_MOST && !row->trails[n]->found);
}

static void
list_looks(const struct cc_figure *figure, const struct cc_trail *trail,
    struct finding_line *line)
{
	line->looks =
	    cc_arena_new_array(figure->arena, struct look, trail->count);
	for (size_t i = 0; i < trail->count; i++)
		if (cc_figure_shows(figure, trail->sighting[i].test))
			line->looks[line->count++].sighting =
			    &trail->sighting[i];
}

static double
widest_name(struct cc_figure *figure, const struct genetics *row)
{
	double widest = 0;
	for (size_t i = 0; i < row->trail_count; i++) {
		const char *name = name_finding(figure, row->trails[i]);
		widest = fmax(widest,
		    !row->beside && is_narrow(figure)
			? cc_wrap_width(figure, name, CC_TYPE_BODY, false)
			: cc_width(figure, name, CC_TYPE_BODY, false));
	}
	return widest;
}

/* As in text: "not detected" of a Chinese list would hold for all of it. */
static const char *
add_name(struct cc_figure *figure, const struct cc_trail *trail,
    const char *names, const char *name)
{
	return cc_arena_join(figure->arena, names,
	    cc_say(figure->words,
		trail->found ? CC_MSG_LIST_SEPARATOR : CC_MSG_PART_SEPARATOR),
	    name, NULL);
}

/* A line is shared as far as the column that names need alone has room. */
static void
list_lines(struct cc_figure *figure, struct genetics *row, double room)
{
	row->lines = cc_arena_new_array(
	    figure->arena, struct finding_line, row->trail_count);
	row->count = 0;
	for (size_t i = 0; i < row->trail_count; i++) {
		const struct cc_trail *trail = row->trails[i];
		const char *name = name_finding(figure, trail);
		const char *both = NULL;
		if (may_share(figure, row, i))
			both = add_name(figure, trail,
			    row->lines[row->count - 1].name, name);
		if (both &&
		    cc_width(figure, both, CC_TYPE_BODY, false) <= room) {
			row->lines[row->count - 1].name = both;
			continue;
		}
		struct finding_line *line = &row->lines[row->count++];
		line->name = name;
		list_looks(figure, trail, line);
	}
}

/* How all was tested, where that is one method, and what numbers are. */
static const char *
sub_name(struct cc_figure *figure, const struct genetics *row)
{
	const char *method = figure->follow->findings.method;
	const char *unit = NULL;
	for (size_t i = 0; i < row->count; i++)
		for (size_t l = 0; l < row->lines[i].count; l++) {
			const struct cc_sighting *sighting =
			    row->lines[i].looks[l].sighting;
			if (sighting->finding->vaf_written)
				unit =
				    cc_say(figure->words, CC_MSG_VAF_PERCENT);
		}
	if (!method || !unit)
		return method ? method : unit;
	return cc_arena_join(figure->arena, method,
	    cc_say(figure->words, CC_MSG_CLAUSE_SEPARATOR), unit, NULL);
}

/* Below the title, or behind it where names stand below. */
static void
name_track(struct cc_figure *figure, struct cc_track *track, double widest)
{
	struct genetics *row = track->data;
	const char *sub = sub_name(figure, row);
	track->name = row->title;
	track->sub = row->beside ? sub : NULL;
	for (size_t i = 0; i < row->count && row->beside; i++)
		widest = fmax(widest,
		    cc_width(figure, row->lines[i].name, CC_TYPE_BODY, false));
	track->tick_width = row->beside ? widest : 0;
	track->part_width = row->beside ? 0 : widest;
	row->head = 0;
	if (row->beside)
		return;
	if (sub)
		track->name = cc_arena_join(figure->arena, row->title,
		    cc_say(figure->words, CC_MSG_CLAUSE_SEPARATOR), sub, NULL);
	row->head = cc_name_height(figure, track) + 0.08 * figure->u;
}

static void
stack_lines(struct cc_figure *figure, struct genetics *row)
{
	double room = figure->plot.x - figure->page.x - 0.9 * figure->u;
	row->tops = cc_arena_new_array(figure->arena, double, row->count + 1);
	for (size_t i = 0; i < row->count; i++) {
		struct finding_line *line = &row->lines[i];
		line->lines[0] = line->name;
		line->line_count = 1;
		if (!row->beside)
			line->line_count =
			    cc_wrap(figure, line->name, CC_TYPE_BODY, false,
				room, FINDING_LINES, line->lines);
		row->tops[i + 1] =
		    row->tops[i] + line->line_count * line_height(figure);
	}
}

static void
measure(struct cc_figure *figure, struct cc_track *track)
{
	struct genetics *row = track->data;
	double title =
	    cc_width(figure, row->title, CC_TYPE_NAME, true) + 1.2 * figure->u;
	row->beside = true;
	double widest = widest_name(figure, row);
	row->beside = title + widest <= column_most(figure);
	if (!row->beside)
		widest = widest_name(figure, row);
	double room = row->beside ? column_most(figure) - title : widest;
	list_lines(figure, row, room);
	name_track(figure, track, widest);
	stack_lines(figure, row);
	track->height = row->head + row->tops[row->count];
}

/* ---- signs ---- */

static int
by_test(const void *a, const void *b)
{
	const struct look *x = *(const struct look *const *)a;
	const struct look *y = *(const struct look *const *)b;
	size_t s = x->sighting->test->index, t = y->sighting->test->index;
	if (s != t)
		return s < t ? -1 : 1;
	return x->y < y->y ? -1 : x->y > y->y;
}

static void
place(struct cc_figure *figure, struct cc_track *track)
{
	struct genetics *row = track->data;
	size_t count = 0;
	for (size_t i = 0; i < row->count; i++)
		count += row->lines[i].count;
	row->by_test = cc_arena_new_array(figure->arena, struct look *, count);
	row->look_count = 0;
	for (size_t i = 0; i < row->count; i++) {
		struct finding_line *line = &row->lines[i];
		double y = track->box.y + row->head +
		           (row->tops[i] + row->tops[i + 1]) / 2;
		for (size_t l = 0; l < line->count; l++) {
			cc_genetics_place(figure, line, l, y);
			row->by_test[row->look_count++] = &line->looks[l];
		}
		cc_genetics_number(figure, line);
	}
	qsort(row->by_test, row->look_count, sizeof(row->by_test[0]), by_test);
}

static void
draw_name(struct cc_figure *figure, const struct genetics *row, size_t i)
{
	const struct finding_line *line = &row->lines[i];
	double step = line_height(figure);
	double y = cc_centre(figure, CC_TYPE_BODY, line->looks[0].y) -
	           0.5 * step * (line->line_count - 1);
	for (int l = 0; l < line->line_count; l++)
		cc_write(figure, CC_TYPE_BODY, false, CC_COLOUR_INK,
		    row->beside ? CC_ANCHOR_END : CC_ANCHOR_START,
		    row->beside ? figure->plot.x - 0.6 * figure->u
				: figure->page.x,
		    y + l * step, line->lines[l]);
}

/* A plain sign is explained where another one is drawn. */
static void
explain_found(struct cc_figure *figure, const struct genetics *row)
{
	bool found = false, others = false;
	for (size_t i = 0; i < row->look_count; i++) {
		bool plain = row->by_test[i]->sighting->sight == CC_SIGHT_FOUND;
		found = found || plain;
		others = others || !plain;
	}
	if (found && others)
		cc_figure_legend(figure, CC_LEGEND_FOUND);
}

static void
draw(struct cc_figure *figure, struct cc_track *track)
{
	struct genetics *row = track->data;
	explain_found(figure, row);
	for (size_t i = 0; i < row->count; i++) {
		draw_name(figure, row, i);
		cc_genetics_join(figure, &row->lines[i]);
	}
	for (size_t i = 0; i < row->look_count; i++) {
		const struct cc_fact *test = row->by_test[i]->sighting->test;
		if (i == 0 || row->by_test[i - 1]->sighting->test != test)
			cc_open_fact(figure, test, NULL);
		cc_genetics_draw(figure, row->by_test[i]);
		if (i + 1 == row->look_count ||
		    row->by_test[i + 1]->sighting->test != test)
			cc_paint_end(figure->fore);
	}
}

const struct cc_mark cc_mark_genetics = {
    .name = "genetics",
    .zone = CC_ZONE_PLOT,
    .fills_column = true,
    .yields = {CC_YIELD_FINDINGS, CC_YIELD_LANES},
    .collect = collect,
    .measure = measure,
    .place = place,
    .draw = draw,
    .lose = lose,
};
