/* Where generated courses are cut: never through what stands there. The records
 * of what follows are asked here one by one, each cut against all of them. */
#include "api/context.h"

#include "cases.h"
#include "layout/parts.h"

#include <glib/gstdio.h>
#include <string.h>

#define CASES 400

struct fixture {
	struct clincourse_diags *diags;
	struct clincourse *context;
	struct cc_arena arena;
	size_t cuts;
};

static void
set_up(struct fixture *f, gconstpointer data)
{
	(void)data;
	f->diags = clincourse_diags_create();
	f->context = clincourse_create(NULL, f->diags);
	g_assert_nonnull(f->context);
	cc_arena_init(&f->arena);
	f->cuts = 0;
}

static void
tear_down(struct fixture *f, gconstpointer data)
{
	(void)data;
	cc_arena_finish(&f->arena);
	clincourse_destroy(f->context);
	clincourse_diags_destroy(f->diags);
}

static bool
overlaps(const struct cc_stretch *cut, int64_t from, int64_t to)
{
	return from < cut->to.minute && to > cut->from.minute;
}

/* A treatment with its stated end, and a response as long as it stands. */
static void
check_records(const struct cc_follow *follow, const struct cc_stretch *cut)
{
	for (size_t i = 0; i < follow->course->fact_count; i++) {
		const struct cc_fact *fact = &follow->course->facts[i];
		const struct cc_extent extent =
		    cc_extent_of(follow, fact, NULL);

		if (fact->kind == CC_KIND_TREATMENT && fact->when.span.dated &&
		    extent.end != CC_END_NOT_STATED)
			g_assert_false(
			    overlaps(cut, extent.span.latest_start.minute,
				extent.span.latest_end.minute));
	}
	for (size_t r = 0; r < follow->states.count; r++)
		for (size_t i = 0; i < follow->states.of[r].count; i++) {
			const struct cc_state *state =
			    &follow->states.of[r].item[i];

			g_assert_false(
			    overlaps(cut, state->from.latest_start.minute,
				state->carried_until.minute));
		}
}

/* 0 where there is none, or none that is known. */
static int64_t
value_gap(const struct cc_fact *fact, size_t i)
{
	int64_t from, to;

	if (i + 1 >= fact->value_count)
		return 0;
	from = fact->values[i].when.span.earliest_start.minute;
	to = fact->values[i + 1].when.span.earliest_start.minute;
	return from == INT64_MIN || to == INT64_MIN ? 0 : to - from;
}

/* Between two values no further apart than those beside them; in the order of
 * the file, where that is the order of time. */
static void
check_series(const struct cc_case *course, const struct cc_stretch *cut)
{
	for (size_t f = 0; f < course->fact_count; f++) {
		const struct cc_fact *fact = &course->facts[f];

		if (fact->kind != CC_KIND_SERIES)
			continue;
		for (size_t i = 1; i + 1 < fact->value_count; i++) {
			const struct cc_span *from = &fact->values[i].when.span;

			if (from->dated && value_gap(fact, i) > 0 &&
			    value_gap(fact, i - 1) >= value_gap(fact, i))
				g_assert_false(
				    overlaps(cut, from->latest_end.minute,
					from->earliest_start.minute +
					    value_gap(fact, i)));
		}
	}
}

/* The last thing is not alone behind a cut: the time to it was lived. */
static void
check_end(const struct cc_case *course, const struct cc_stretch *cut)
{
	bool other = false, outcome = false;

	for (size_t i = 0; i < course->fact_count; i++) {
		const struct cc_fact *fact = &course->facts[i];
		const struct cc_span *span = &fact->when.span;

		if (!span->dated || span->latest_end.minute < cut->to.minute)
			continue;
		outcome |= fact->kind == CC_KIND_OUTCOME;
		other |= fact->kind != CC_KIND_OUTCOME;
		for (size_t v = 0; v < fact->value_count; v++)
			other |= fact->values[v].when.span.latest_end.minute >=
			         cut->to.minute;
	}
	g_assert_true(other || !outcome);
}

static void
check_case(struct fixture *f, const struct clincourse_case *read)
{
	const struct cc_case *course = read->data;
	const struct cc_layout_input input = {.course = course};
	struct cc_figure figure = {.in = &input,
	    .course = course,
	    .arena = &f->arena,
	    .axis = {.clock = course->clock,
		.stretch = {{course->first_dated, course->last_dated, 0, 1}},
		.stretches = 1}};

	if (course->last_dated.minute <= course->first_dated.minute)
		return;
	figure.follow = cc_follow_create(&f->arena, course, &read->terms);
	cc_axis_cut(&figure);
	g_assert_cmpuint(figure.axis.stretches, <=, CC_AXIS_STRETCHES);
	for (size_t i = 0; i + 1 < figure.axis.stretches; i++) {
		const struct cc_stretch cut = {figure.axis.stretch[i].to,
		    figure.axis.stretch[i + 1].from, 0, 0};

		g_assert_cmpint(cut.from.minute, <, cut.to.minute);
		check_records(figure.follow, &cut);
		check_series(course, &cut);
		check_end(course, &cut);
		f->cuts++;
	}
}

static void
check_seed(struct fixture *f, uint64_t seed)
{
	g_autoptr(GString) text = g_string_new(NULL);
	g_autofree char *path = NULL;
	struct clincourse_reader *reader;
	const struct clincourse_case *read;
	struct cc_knobs knobs;
	const int fd = g_file_open_tmp("cuts-XXXXXX.xml", &path, NULL);

	g_assert_cmpint(fd, >=, 0);
	g_close(fd, NULL);
	cc_knobs_init(&knobs, seed);
	knobs.events = 4 + (int)(seed % 12);
	knobs.structure =
	    seed % 3 ? CC_STRUCTURE_OUTLIER : CC_STRUCTURE_NATURAL;
	cc_case_generate(&knobs, text);
	g_assert_true(
	    g_file_set_contents(path, text->str, (gssize)text->len, NULL));
	reader = clincourse_open(f->context, path, f->diags);
	g_assert_nonnull(reader);
	read = clincourse_next(reader, NULL, f->diags);
	if (read)
		check_case(f, read);
	clincourse_close(reader);
	g_assert_cmpint(g_unlink(path), ==, 0);
	cc_arena_reset(&f->arena);
}

static void
test_generated(struct fixture *f, gconstpointer data)
{
	(void)data;
	for (uint64_t seed = 1; seed <= CASES; seed++)
		check_seed(f, seed);
	g_test_message("%zu cuts", f->cuts);
	g_assert_cmpuint(f->cuts, >, CASES / 10);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add("/cuts/generated", struct fixture, NULL, set_up,
	    test_generated, tear_down);
	return g_test_run();
}
