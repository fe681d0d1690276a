#include "layout/size.h"

#include <math.h>
#include <string.h>

#include "builtin.h"

static bool
size_add(void *to, const struct cc_source *source, struct cc_diags *diags)
{
	return cc_sizes_add(to, source, diags);
}

struct fixture {
	struct cc_sizes *sizes;
	GPtrArray *sources;
	struct cc_diags diags;
};

static void
set_up(struct fixture *fixture, gconstpointer unused)
{
	(void)unused;
	fixture->sizes = cc_sizes_create();
	fixture->sources =
	    builtin_load("sizes", NULL, size_add, fixture->sizes);
	cc_diags_init(&fixture->diags);
}

static void
tear_down(struct fixture *fixture, gconstpointer unused)
{
	(void)unused;
	cc_diags_finish(&fixture->diags);
	cc_sizes_destroy(fixture->sizes);
	g_ptr_array_unref(fixture->sources);
}

static const struct cc_size *
find(struct fixture *fixture, const char *name)
{
	return cc_sizes_find(fixture->sizes, name,
	    (struct cc_pos){0}, &fixture->diags);
}

static void
test_default(struct fixture *fixture, gconstpointer unused)
{
	const struct cc_size *size = find(fixture, "screen-16x9");

	(void)unused;
	g_assert_nonnull(size);
	g_assert_cmpfloat(size->width, ==, 1280);
	g_assert_cmpfloat(size->height, ==, 720);
	g_assert_true(size->fixed_height);
	g_assert_cmpfloat(size->unit, ==, 0.75);
	g_assert_cmpfloat(size->type[CC_TYPE_TITLE], ==, 24);
	g_assert_cmpfloat(size->leading, ==, 15);
	g_assert_true(size->part[CC_PART_TITLE]);
	g_assert_true(size->patterns);
}

static void
test_column(struct fixture *fixture, gconstpointer unused)
{
	const struct cc_size *size = find(fixture, "nature-1");

	(void)unused;
	g_assert_nonnull(size);
	g_assert_cmpfloat(size->unit, ==, 1);
	g_assert_cmpfloat(fabs(size->width - 89 / 25.4 * 72), <, 1e-9);
	g_assert_false(size->fixed_height);
	g_assert_cmpfloat(fabs(size->max_height - 170 / 25.4 * 72), <, 1e-9);
	g_assert_false(size->part[CC_PART_TITLE]);
	g_assert_false(size->patterns);
	size = find(fixture, "blood-1");
	g_assert_true(isinf(size->max_height));
	g_assert_false(size->reviewed);
}

/* No text is smaller than the size's own least, no rank is turned over. */
static void
test_ranks(struct fixture *fixture, gconstpointer unused)
{
	size_t count;
	const struct cc_size *const *list =
	    cc_sizes_list(fixture->sizes, &count);

	(void)unused;
	g_assert_cmpuint(count, >=, 20);
	for (size_t i = 0; i < count; i++) {
		const struct cc_size *size = list[i];

		for (int role = 0; role < CC_TYPE_LEAST; role++)
			g_assert_cmpfloat(
			    size->type[role], >=, size->type[role + 1]);
		for (int stroke = 1; stroke < CC_STROKE_COUNT; stroke++)
			g_assert_cmpfloat(
			    size->stroke[stroke], >=, size->stroke[stroke - 1]);
		g_assert_cmpfloat(size->leading, >, size->type[CC_TYPE_BODY]);
		g_assert_cmpfloat(
		    size->type[CC_TYPE_LEAST], >=, size->text_min);
		g_assert_cmpfloat(
		    size->stroke[CC_STROKE_HAIRLINE], >=, size->line_min);
		/* What was not read on a day is not said to be right. */
		g_assert_true(*size->checked != '\0' || !size->reviewed ||
			      strstr(size->source, "own design") != NULL);
		g_assert_cmpstr(size->about, !=, "");
		g_assert_cmpstr(size->source, !=, "");
		g_assert_true(
		    !size->fixed_height || size->max_height == size->height);
	}
}

/* What the publishers allow at least [pt]. */
static void
test_least(struct fixture *fixture, gconstpointer unused)
{
	static const struct {
		const char *name;
		double least;
	} rows[] = {
	    {"nature-1", 5},
	    {"nature-2", 5},
	    {"blood-2", 6},
	    {"lancet-1", 8},
	    {"cell-1.5", 6},
	    {"elsevier-1.5", 7},
	    {"bmc-1", 6},
	    {"plos", 8},
	    {"a4", 8},
	    {"a4-landscape", 8},
	    {"poster-a0", 24},
	    {"slide-16x9", 12},
	    {"slide-4x3", 12},
	};

	(void)unused;
	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
		const struct cc_size *size = find(fixture, rows[i].name);

		g_assert_nonnull(size);
		g_assert_cmpfloat(
		    size->type[CC_TYPE_LEAST] * size->unit, >=, rows[i].least);
		/* Slides are the project's own, nobody asks for anything. */
		if (size->text_min > 0)
			g_assert_cmpfloat(size->text_min, ==, rows[i].least);
	}
}

/* Chinese is set at 1.2 times what the publisher asks for, at least. */
static void
test_chinese(struct fixture *fixture, gconstpointer unused)
{
	const struct cc_size *size = find(fixture, "nature-1");
	const struct cc_size *plos = find(fixture, "plos");
	const struct cc_size *screen = find(fixture, "screen-16x9");
	const struct cc_size *zh;
	struct cc_arena arena;

	(void)unused;
	cc_arena_init(&arena);
	g_assert_true(cc_size_for(size, "en", &arena) == size);
	g_assert_true(cc_size_for(size, "de", &arena) == size);
	zh = cc_size_for(size, "zh-Hans", &arena);
	g_assert_cmpfloat(zh->type[CC_TYPE_LEAST], ==, 6);
	g_assert_cmpfloat(zh->type[CC_TYPE_BODY], ==, 6);
	g_assert_cmpfloat(zh->type[CC_TYPE_TITLE], ==, 9);
	g_assert_cmpfloat(zh->leading, >, size->leading);
	g_assert_cmpfloat(zh->width, ==, size->width);
	zh = cc_size_for(plos, "zh", &arena);
	for (int i = 0; i < CC_TYPE_COUNT; i++)
		g_assert_cmpfloat(zh->type[i], >=, 9.6);
	/* Nobody asks for anything on a screen. */
	g_assert_true(cc_size_for(screen, "zh", &arena) == screen);
	cc_arena_finish(&arena);
}

static void
test_own(struct fixture *fixture, gconstpointer unused)
{
	const struct cc_size *size = find(fixture, "254x127mm");

	(void)unused;
	g_assert_nonnull(size);
	g_assert_cmpfloat(fabs(size->width - 720), <, 1e-9);
	g_assert_cmpfloat(fabs(size->height - 360), <, 1e-9);
	g_assert_cmpfloat(fabs(size->max_height - 360), <, 1e-9);
	g_assert_true(size->fixed_height);
	g_assert_true(size->part[CC_PART_TITLE]); /* as an A4 page */
	g_assert_true(find(fixture, "254x127mm") == size);
	size = find(fixture, "800x600px");
	g_assert_cmpfloat(size->unit, ==, 0.75);
	g_assert_cmpfloat(size->width, ==, 800);
	size = find(fixture, "7.5x4in");
	g_assert_cmpfloat(size->width, ==, 540);
	g_assert_cmpuint(fixture->diags.list->len, ==, 0);
}

static void
test_refused(struct fixture *fixture, gconstpointer unused)
{
	static const struct {
		const char *name;
		enum cc_code code;
	} rows[] = {
	    {"screen-16x10", CC_E453},
	    {"180x120", CC_E453},
	    {"180mmx120mm", CC_E453},
	    {"x120mm", CC_E453},
	    {"180xmm", CC_E453},
	    {"-180x120mm", CC_E453},
	    {"1e3x120mm", CC_E453},
	    {"0x120mm", CC_E453},
	    {"", CC_E453},
	    {"x", CC_E453},
	    {"10x10px", CC_E454},
	    {"100000x100px", CC_E454},
	};

	(void)unused;
	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
		const struct cc_diag *diag;

		g_assert_null(find(fixture, rows[i].name));
		g_assert_cmpuint(fixture->diags.list->len, ==, i + 1);
		diag = g_ptr_array_index(fixture->diags.list, i);
		g_assert_cmpint(diag->code, ==, rows[i].code);
	}
}

static void
test_replaced(struct fixture *fixture, gconstpointer unused)
{
	static const char text[] =
	    "<sizes xmlns='urn:clincourse:size:1' source='mine'>"
	    "<type title='9' subtitle='8' bar='7' name='7' body='7' least='7'"
	    " leading='8'/><stroke hairline='1' axis='1' whisker='1'"
	    " curve='1' response='1'/>"
	    "<size name='plos' width='100mm' margin='1mm'/></sizes>";
	const struct cc_source source = source_of("own.xml", text);
	size_t before, after;

	(void)unused;
	cc_sizes_list(fixture->sizes, &before);
	g_assert_true(cc_sizes_add(fixture->sizes, &source, &fixture->diags));
	cc_sizes_list(fixture->sizes, &after);
	g_assert_cmpuint(before, ==, after);
	g_assert_cmpstr(find(fixture, "plos")->source, ==, "mine");
}

static void
test_malformed(struct fixture *fixture, gconstpointer unused)
{
	static const char text[] = "<sizes xmlns='urn:clincourse:size:1' "
				   "source='here'>"
				   "<type title='big' tilte='2'/><colour/>"
				   "<size name='a' width='100' height='10px'/>"
				   "<size name='b' width='100mm'/></sizes>";
	static const enum cc_code codes[] = {
	    CC_E182, CC_E183, CC_E180, CC_E183, CC_E181};
	const struct cc_source source = source_of("bad.xml", text);

	(void)unused;
	g_assert_false(cc_sizes_add(fixture->sizes, &source, &fixture->diags));
	g_assert_cmpuint(fixture->diags.list->len, >=, G_N_ELEMENTS(codes));
	for (size_t i = 0; i < 3; i++) {
		const struct cc_diag *diag =
		    g_ptr_array_index(fixture->diags.list, i);

		g_assert_cmpint(diag->code, ==, codes[i]);
	}
	g_assert_null(find(fixture, "b"));
}

int
main(int argc, char **argv)
{
	static const struct {
		const char *path;
		void (*test)(struct fixture *fixture, gconstpointer unused);
	} rows[] = {
	    {"/sizes/default", test_default},
	    {"/sizes/column", test_column},
	    {"/sizes/ranks", test_ranks},
	    {"/sizes/least", test_least},
	    {"/sizes/chinese", test_chinese},
	    {"/sizes/own", test_own},
	    {"/sizes/refused", test_refused},
	    {"/sizes/replaced", test_replaced},
	    {"/sizes/malformed", test_malformed},
	};

	g_test_init(&argc, &argv, NULL);
	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
		g_test_add(rows[i].path, struct fixture, NULL, set_up,
		    rows[i].test, tear_down);
	return g_test_run();
}
