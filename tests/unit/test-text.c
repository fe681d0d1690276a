#include "text/line.h"

#include <math.h>
#include <string.h>
#include <unistd.h>

#define FAMILIES "Liberation Sans, Arial, Noto Sans CJK SC, WenQuanYi Micro Hei"

static struct cc_fonts *
fonts_create(void)
{
	struct cc_diags diags;
	struct cc_fonts *fonts;

	cc_diags_init(&diags);
	fonts = cc_fonts_create(FAMILIES, "en", &diags);
	g_assert_nonnull(fonts);
	g_assert_cmpuint(diags.list->len, ==, 0);
	cc_diags_finish(&diags);
	return fonts;
}

/* The width Pango itself gives a whole line at a size. */
static double
whole_width(struct cc_fonts *fonts, const char *text, double size, bool bold)
{
	g_autofree char *respelled = cc_fonts_respell(fonts, text);
	g_autoptr(PangoLayout) layout = cc_fonts_layout(
	    fonts, respelled != NULL ? respelled : text, size, bold);
	PangoRectangle logical;

	pango_layout_get_extents(layout, NULL, &logical);
	return (double)logical.width / PANGO_SCALE;
}

static const char *const lines[] = {
    "Latin \xE4\xB8\xAD\xE6\x96\x87",
    "Daratumumab, bortezomib, lenalidomide, dexamethasone",
    "12 Jul 2022",
    "2022-10-11",
    "1,111.17",
    "M protein 32.5 g/L",
    "IgG-\xCE\xBB \xE5\x9E\x8B\xE5\xA4\x9A\xE5\x8F\x91\xE6\x80\xA7 "
    "\xE9\xAA\xA8\xE9\xAB\x93\xE7\x98\xA4",
    "\xC3\x97"
    "10\xE2\x81\xB9/L",
    "two  spaces ",
};

static int
spaces(const char *text)
{
	int count = 0;

	for (; *text != '\0'; text++)
		count += *text == ' ';
	return count;
}

static void
test_adds_up(void)
{
	struct cc_fonts *fonts = fonts_create();
	struct cc_measure *measure = cc_fonts_measure(fonts);
	int bold;
	size_t i;

	for (i = 0; i < G_N_ELEMENTS(lines); i++)
		for (bold = 0; bold < 2; bold++) {
			double ours =
			    cc_measure_text(measure, lines[i], 1000, bold);
			double whole = whole_width(fonts, lines[i], 1000, bold);

			/* Never narrower; wider by kerning across spaces. */
			g_assert_cmpfloat(ours, >=, whole * 0.999);
			g_assert_cmpfloat(
			    ours, <=, whole * 1.001 + 60 * spaces(lines[i]));
		}
	g_assert_cmpfloat_with_epsilon(
	    cc_measure_text(
		measure, "Latin \xE4\xB8\xAD\xE6\x96\x87", 1, false),
	    cc_measure_text(measure, "Latin", 1, false) +
		cc_measure_text(measure, " ", 1, false) +
		cc_measure_text(measure, "\xE4\xB8\xAD\xE6\x96\x87", 1, false),
	    1e-9);
	cc_fonts_destroy(fonts);
}

static void
test_linear(void)
{
	struct cc_fonts *fonts = fonts_create();
	static const double sizes[] = {6, 7.5, 11, 48};
	size_t i, k;

	for (i = 0; i < G_N_ELEMENTS(lines); i++) {
		double em = whole_width(fonts, lines[i], 1000, false) / 1000;

		for (k = 0; k < G_N_ELEMENTS(sizes); k++)
			g_assert_cmpfloat_with_epsilon(
			    whole_width(fonts, lines[i], sizes[k], false) /
				(sizes[k] * em),
			    1, 0.002);
	}
	cc_fonts_destroy(fonts);
}

/* The same width whatever was measured before, and however often. */
static void
test_cache(void)
{
	struct cc_fonts *fonts = fonts_create(), *fresh = fonts_create();
	struct cc_measure *measure = cc_fonts_measure(fonts);
	g_autoptr(GString) word = g_string_new(NULL);
	double first = cc_measure_text(measure, lines[1], 1, true);
	int i;

	for (i = 0; i < 70000; i++) {
		g_string_printf(word, "w%x", i);
		cc_measure_text(measure, word->str, 1, true);
	}
	g_assert_cmpfloat(
	    cc_measure_text(measure, lines[1], 1, true), ==, first);
	g_assert_cmpfloat(cc_measure_text(measure, word->str, 1, true), ==,
	    cc_measure_text(cc_fonts_measure(fresh), word->str, 1, true));
	cc_fonts_destroy(fonts);
	cc_fonts_destroy(fresh);
}

/* A word of 2,000 wide letters fits no 32-bit number of Pango units. */
static void
test_long(void)
{
	struct cc_fonts *fonts = fonts_create();
	struct cc_measure *measure = cc_fonts_measure(fonts);
	g_autoptr(GString) word = g_string_new(NULL);
	int i;

	for (i = 0; i < 20000; i++)
		g_string_append(word, "\xE4\xB8\xAD");
	g_assert_cmpfloat_with_epsilon(
	    cc_measure_text(measure, word->str, 1, false),
	    20000 * cc_measure_text(measure, "\xE4\xB8\xAD", 1, false), 1);
	cc_fonts_destroy(fonts);
}

static void
test_missing(void)
{
	struct cc_fonts *fonts = fonts_create();
	g_autoptr(GString) missing = g_string_new(NULL);

	g_assert_cmpint(
	    cc_fonts_missing(fonts, "plain \xCE\xBB \xC2\xB5g", missing), ==,
	    0);
	g_assert_cmpstr(missing->str, ==, "");
	/* Private use: no font has a right to these. */
	g_assert_cmpint(
	    cc_fonts_missing(fonts,
		"a\xF3\xB0\x80\x81 \xF3\xB0\x80\x82 \xF3\xB0\x80\x81", missing),
	    ==, 2);
	g_assert_cmpstr(missing->str, ==, "U+F0001, U+F0002");
	g_assert_cmpint(
	    cc_fonts_missing(fonts, "\xF3\xB0\x80\x81", NULL), ==, 1);
	cc_fonts_destroy(fonts);
}

static void
test_used(void)
{
	struct cc_fonts *fonts = fonts_create();
	const char *const *names;
	size_t count, i;

	cc_fonts_used(fonts, &count);
	g_assert_cmpuint(count, ==, 0);
	cc_measure_text(cc_fonts_measure(fonts), lines[0], 10, false);
	cc_measure_text(cc_fonts_measure(fonts), "2022", 10, true);
	names = cc_fonts_used(fonts, &count);
	g_assert_cmpuint(count, >=, 1);
	g_assert_null(names[count]);
	for (i = 0; i < count; i++)
		g_assert_true(g_file_test(names[i], G_FILE_TEST_EXISTS));
	for (i = 1; i < count; i++)
		g_assert_cmpstr(names[i - 1], <, names[i]);
	cc_fonts_forget_used(fonts);
	cc_fonts_used(fonts, &count);
	g_assert_cmpuint(count, ==, 0);
	cc_fonts_ink(fonts)->box(cc_fonts_ink(fonts), "2022", false);
	cc_fonts_used(fonts, &count);
	g_assert_cmpuint(count, ==, 1);
	cc_fonts_destroy(fonts);
}

/* What letters fill of the room that a line of them takes [em]. */
static void
test_ink(void)
{
	struct cc_fonts *fonts = fonts_create();
	struct cc_ink *ink = cc_fonts_ink(fonts);
	const double width =
	    cc_measure_text(cc_fonts_measure(fonts), "nnn", 1, false);
	const struct cc_box low = ink->box(ink, "nnn", false);
	const struct cc_box high = ink->box(ink, "NNN", false);
	const struct cc_box deep = ink->box(ink, "ppp", false);
	const struct cc_box dash = ink->box(ink, "-", false);

	g_assert_cmpfloat(low.x, >, 0);
	g_assert_cmpfloat(low.x + low.width, <, width);
	g_assert_cmpfloat(low.y, <, -0.4);
	g_assert_cmpfloat(low.y, >, -0.65);
	g_assert_cmpfloat_with_epsilon(low.y + low.height, 0, 0.02);
	g_assert_cmpfloat(high.y, <, low.y);
	g_assert_cmpfloat(deep.y + deep.height, >, 0.1);
	g_assert_cmpfloat(dash.height, <, 0.2);
	g_assert_cmpfloat(dash.y + dash.height, <, 0);
	cc_fonts_destroy(fonts);
}

static void
test_fixed(void)
{
	struct cc_measure *fixed = cc_measure_fixed();

	g_assert_cmpfloat(cc_measure_text(fixed, "abc 1", 10, false), ==, 25);
	g_assert_cmpfloat_with_epsilon(
	    cc_measure_text(fixed, "abcd", 10, true), 21.2, 1e-9);
	g_assert_cmpfloat_with_epsilon(
	    cc_measure_text(fixed, lines[0], 10, false), 50, 1e-9);
	/* A combining accent has no width of its own. */
	g_assert_cmpfloat_with_epsilon(
	    cc_measure_text(fixed, "e\xCC\x81", 10, false), 5, 1e-9);
	g_assert_cmpfloat(fixed->width(fixed, "abc", 2, false), ==, 1);
}

/* The language of the run that holds the byte. */
static const char *
language_at(struct cc_fonts *fonts, const char *string, int byte)
{
	g_autoptr(PangoLayout) layout =
	    cc_fonts_layout(fonts, string, 10, false);
	PangoLayoutLine *line = pango_layout_get_line_readonly(layout, 0);
	GSList *run;

	for (run = line->runs; run != NULL; run = run->next) {
		const PangoItem *item = ((PangoGlyphItem *)run->data)->item;

		if (byte >= item->offset && byte < item->offset + item->length)
			return pango_language_to_string(
			    item->analysis.language);
	}
	return "";
}

/* Whose signs they are is the picture's to say, not the environment's. */
static void
test_language(void)
{
	static const struct {
		const char *lang, *string;
		int byte;
		const char *expected;
	} rows[] = {
	    {"zh", "\xE9\xAA\xA8\xE9\xAB\x93", 0, "zh"},
	    {"ja", "\xE9\xAA\xA8\xE9\xAB\x93", 0, "ja"},
	    {"de", "Mark \xE9\xAA\xA8\xE9\xAB\x93", 0, "de"},
	    {"de", "Mark \xE9\xAA\xA8\xE9\xAB\x93", 5, "zh"},
	    {"en", "\xE9\xAA\xA8 a \xE9\xAB\x93", 6, "zh"},
	    {"zh", "\xE9\xAA\xA8 a", 4, "zh"},
	};

	if (!g_test_subprocess()) {
		/* Pango looks it up once. */
		g_setenv("PANGO_LANGUAGE", "ko:ja", TRUE);
		g_test_trap_subprocess(NULL, 0, 0);
		g_unsetenv("PANGO_LANGUAGE");
		g_test_trap_assert_passed();
		return;
	}
	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
		struct cc_diags diags;
		struct cc_fonts *fonts;

		cc_diags_init(&diags);
		fonts = cc_fonts_create(FAMILIES, rows[i].lang, &diags);
		g_assert_cmpstr(
		    language_at(fonts, rows[i].string, rows[i].byte), ==,
		    rows[i].expected);
		cc_fonts_destroy(fonts);
		cc_diags_finish(&diags);
	}
}

/* Without any font: E004, and nothing to set text in. */
static void
test_no_font(void)
{
	g_autofree char *config = NULL;
	int fd;

	if (g_test_subprocess()) {
		struct cc_diags diags;

		cc_diags_init(&diags);
		g_assert_null(cc_fonts_create(FAMILIES, "en", &diags));
		g_assert_cmpuint(diags.count[CC_FATAL], ==, 1);
		cc_diags_finish(&diags);
		return;
	}
	fd = g_file_open_tmp("fonts-XXXXXX.conf", &config, NULL);
	g_assert_cmpint(fd, >=, 0);
	g_assert_cmpint(write(fd, "<fontconfig/>", 13), ==, 13);
	close(fd);
	g_setenv("FONTCONFIG_FILE", config, TRUE);
	g_test_trap_subprocess(NULL, 0, 0);
	g_unsetenv("FONTCONFIG_FILE");
	unlink(config);
	g_test_trap_assert_passed();
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/text/adds-up", test_adds_up);
	g_test_add_func("/text/linear", test_linear);
	g_test_add_func("/text/cache", test_cache);
	g_test_add_func("/text/long", test_long);
	g_test_add_func("/text/missing", test_missing);
	g_test_add_func("/text/used", test_used);
	g_test_add_func("/text/ink", test_ink);
	g_test_add_func("/text/fixed", test_fixed);
	g_test_add_func("/text/no-font", test_no_font);
	g_test_add_func("/text/language", test_language);
	return g_test_run();
}
