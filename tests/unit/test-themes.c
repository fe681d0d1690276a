#include "layout/theme.h"
#include "xml/xml.h"

#include <math.h>
#include <string.h>

#include "builtin.h"

#define WORDS 4.5 /* contrast, WCAG 2.1, 1.4.3 */
#define MARKS 3.0 /* contrast, WCAG 2.1, 1.4.11 */

static bool
theme_add(void *to, const struct cc_source *source, struct cc_diags *diags)
{
	return cc_themes_add(to, source, diags);
}

struct fixture {
	struct cc_themes *themes;
	GPtrArray *sources;
	struct cc_diags diags;
};

static void
set_up(struct fixture *fixture, gconstpointer unused)
{
	(void)unused;
	fixture->themes = cc_themes_create();
	fixture->sources =
	    builtin_load("themes", NULL, theme_add, fixture->themes);
	cc_diags_init(&fixture->diags);
}

static void
tear_down(struct fixture *fixture, gconstpointer unused)
{
	(void)unused;
	cc_diags_finish(&fixture->diags);
	cc_themes_destroy(fixture->themes);
	g_ptr_array_unref(fixture->sources);
}

static const struct cc_theme *
find(struct fixture *fixture, const char *name)
{
	const struct cc_theme *theme =
	    cc_themes_find(fixture->themes, name,
		(struct cc_pos){0}, &fixture->diags);

	g_assert_nonnull(theme);
	return theme;
}

static const char *const theme_names[] = {"light", "dark", "grey", "print"};

static void
test_complete(struct fixture *fixture, gconstpointer unused)
{
	size_t count;

	(void)unused;
	cc_themes_list(fixture->themes, &count);
	g_assert_cmpuint(count, ==, G_N_ELEMENTS(theme_names));
	for (size_t i = 0; i < G_N_ELEMENTS(theme_names); i++) {
		const struct cc_theme *theme = find(fixture, theme_names[i]);

		g_assert_cmpstr(cc_theme_name(theme), ==, theme_names[i]);
		g_assert_cmpstr(cc_theme_about(theme), !=, "");
		g_assert_nonnull(cc_theme_families(theme));
		g_assert_true(cc_theme_is_grey(theme) ==
			      g_str_equal(theme_names[i], "grey"));
	}
	g_assert_cmpuint(fixture->diags.list->len, ==, 0);
}

static void
assert_contrast(const struct cc_theme *theme, const char *what, cc_colour mark,
    cc_colour ground, double least)
{
	double contrast = cc_colour_contrast(mark, ground);

	if (contrast >= least)
		return;
	g_test_message("%s: %s #%06X on #%06X", cc_theme_name(theme), what,
	    (unsigned)mark, (unsigned)ground);
	g_assert_cmpfloat(contrast, >=, least);
}

/* Words and lines on every ground that they are drawn on. */
static void
test_roles(struct fixture *fixture, gconstpointer unused)
{
	static const struct {
		enum cc_colour_role mark, ground;
		double least;
	} rows[] = {
	    {CC_COLOUR_INK, CC_COLOUR_PAGE, WORDS},
	    {CC_COLOUR_INK, CC_COLOUR_PANEL, WORDS},
	    {CC_COLOUR_INK, CC_COLOUR_BAND, WORDS},
	    {CC_COLOUR_INK, CC_COLOUR_UNDATED, WORDS},
	    {CC_COLOUR_NEW_FINDING, CC_COLOUR_PAGE, WORDS},
	    {CC_COLOUR_INK, CC_COLOUR_RANGE, WORDS},
	    {CC_COLOUR_MID, CC_COLOUR_PAGE, WORDS},
	    {CC_COLOUR_MID, CC_COLOUR_PANEL, WORDS},
	    {CC_COLOUR_MID, CC_COLOUR_UNDATED, WORDS},
	    {CC_COLOUR_MID, CC_COLOUR_BAND, WORDS},
	    {CC_COLOUR_PROGRESSION, CC_COLOUR_PAGE, WORDS},
	    {CC_COLOUR_PROGRESSION, CC_COLOUR_BAND, WORDS},
	    {CC_COLOUR_BRACKET, CC_COLOUR_PAGE, MARKS},
	    {CC_COLOUR_AXIS, CC_COLOUR_PAGE, MARKS},
	    {CC_COLOUR_CURVE, CC_COLOUR_PAGE, MARKS},
	    {CC_COLOUR_CURVE, CC_COLOUR_BAND, MARKS},
	    {CC_COLOUR_CURVE, CC_COLOUR_RANGE, MARKS},
	    {CC_COLOUR_THRESHOLD, CC_COLOUR_PAGE, MARKS},
	    {CC_COLOUR_PD, CC_COLOUR_PAGE, MARKS},
	    {CC_COLOUR_CELL, CC_COLOUR_PAGE, MARKS},
	    {CC_COLOUR_CELL, CC_COLOUR_UNDATED, MARKS},
	    {CC_COLOUR_LESION, CC_COLOUR_PAGE, MARKS},
	    {CC_COLOUR_HARM3, CC_COLOUR_PAGE, MARKS},
	    {CC_COLOUR_HARM4, CC_COLOUR_PAGE, MARKS},
	    {CC_COLOUR_HARM5, CC_COLOUR_PAGE, MARKS},
	    {CC_COLOUR_INFECTION, CC_COLOUR_PAGE, MARKS},
	    {CC_COLOUR_PLAIN, CC_COLOUR_PAGE, MARKS},
	    {CC_COLOUR_DEATH, CC_COLOUR_PAGE, MARKS},
	    {CC_COLOUR_DEATH, CC_COLOUR_UNDATED, MARKS},
	};

	(void)unused;
	for (size_t t = 0; t < G_N_ELEMENTS(theme_names); t++) {
		const struct cc_theme *theme = find(fixture, theme_names[t]);

		for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
			assert_contrast(theme,
			    cc_colour_role_word(rows[i].mark),
			    cc_theme_colour(theme, rows[i].mark),
			    cc_theme_colour(theme, rows[i].ground),
			    rows[i].least);
	}
}

/* Graver is further from the page. */
static void
test_harm(struct fixture *fixture, gconstpointer unused)
{
	(void)unused;
	for (size_t t = 0; t < G_N_ELEMENTS(theme_names); t++) {
		const struct cc_theme *theme = find(fixture, theme_names[t]);
		cc_colour page = cc_theme_colour(theme, CC_COLOUR_PAGE);
		double last = 1;

		for (int i = CC_COLOUR_HARM1; i <= CC_COLOUR_HARM5; i++) {
			double contrast = cc_colour_contrast(
			    cc_theme_colour(theme, (enum cc_colour_role)i),
			    page);

			g_assert_cmpfloat(contrast, >, last * 1.2);
			last = contrast;
		}
	}
}

static const char *const slots[] = {
    "deepest", "cr", "vgpr", "pr", "mr", "sd", "pd", "ne"};

static void
test_responses(struct fixture *fixture, gconstpointer unused)
{
	(void)unused;
	for (size_t t = 0; t < G_N_ELEMENTS(theme_names); t++) {
		const struct cc_theme *theme = find(fixture, theme_names[t]);
		cc_colour page = cc_theme_colour(theme, CC_COLOUR_PAGE);

		for (size_t i = 0; i < G_N_ELEMENTS(slots); i++) {
			struct cc_swatch swatch =
			    cc_theme_response(theme, slots[i]);

			assert_contrast(
			    theme, slots[i], swatch.text, swatch.fill, WORDS);
			assert_contrast(
			    theme, slots[i], swatch.outline, page, MARKS);
		}
		g_assert_true(cc_theme_response(theme, "sd").hatch);
		g_assert_true(cc_theme_response(theme, "ne").dashed);
		g_assert_cmpint(cc_theme_response(theme, NULL).fill, ==,
		    cc_theme_response(theme, "ne").fill);
	}
}

/* Deeper is further from the page, from one slot to the next. */
static void
test_depth(struct fixture *fixture, gconstpointer unused)
{
	(void)unused;
	for (size_t t = 0; t < G_N_ELEMENTS(theme_names); t++) {
		const struct cc_theme *theme = find(fixture, theme_names[t]);
		cc_colour page = cc_theme_colour(theme, CC_COLOUR_PAGE);
		double last = 100;

		for (size_t i = 0; i < 5; i++) {
			double contrast = cc_colour_contrast(
			    cc_theme_response(theme, slots[i]).fill, page);

			g_assert_cmpfloat(contrast, <, last);
			last = contrast;
		}
	}
}

struct classes {
	GHashTable *codes; /* class codes of treatments */
	struct cc_arena arena;
};

static bool
classes_add(void *to, const struct cc_source *source, struct cc_diags *diags)
{
	struct classes *classes = to;
	const struct cc_element *root = cc_xml_read(&classes->arena, source,
	    "urn:clincourse:vocabulary:1", "vocabulary", diags);

	if (root == NULL)
		return false;
	for (const struct cc_element *define = root->first; define != NULL;
	     define = define->next) {
		const char *class = cc_element_value(define, "class");

		if (class != NULL &&
		    strcmp(cc_element_value(define, "in"), "treatment") == 0)
			g_hash_table_add(classes->codes, (char *)class);
	}
	return true;
}

/* Every class that a treatment of the vocabulary has is more than plain, and
 * its words can be read. */
static void
test_classes(struct fixture *fixture, gconstpointer unused)
{
	struct classes classes = {
	    .codes = g_hash_table_new(g_str_hash, g_str_equal)};
	GPtrArray *sources;
	GHashTableIter iter;
	gpointer code;

	(void)unused;
	cc_arena_init(&classes.arena);
	sources = builtin_load("vocab", NULL, classes_add, &classes);
	g_assert_cmpuint(g_hash_table_size(classes.codes), >, 30);
	g_hash_table_iter_init(&iter, classes.codes);
	while (g_hash_table_iter_next(&iter, &code, NULL)) {
		g_test_message("class %s", (const char *)code);
		for (size_t t = 0; t < G_N_ELEMENTS(theme_names); t++) {
			const struct cc_theme *theme =
			    find(fixture, theme_names[t]);
			cc_colour page = cc_theme_colour(theme, CC_COLOUR_PAGE);

			for (int shade = 1; shade <= 2; shade++) {
				struct cc_swatch swatch =
				    cc_theme_class(theme, code, shade);

				g_assert_cmpstr(swatch.class, ==, code);
				assert_contrast(theme, code,
				    swatch.pale ? swatch.edge : swatch.fill,
				    page, MARKS);
				assert_contrast(theme, code, swatch.text,
				    swatch.fill, WORDS);
				assert_contrast(
				    theme, code, swatch.outline, page, MARKS);
			}
		}
	}
	g_hash_table_unref(classes.codes);
	cc_arena_finish(&classes.arena);
	g_ptr_array_unref(sources);
}

/* How an eye sees: as most do, or without one kind of cone. The matrices are
 * those of Machado, Oliveira and Fernandes, A physiologically-based model for
 * simulation of color vision deficiency, IEEE Trans Vis Comput Graph
 * 2009;15:1291-8, severity 1.0, for linear RGB. */
enum eye { EYE_USUAL, EYE_PROTAN, EYE_DEUTAN, EYE_TRITAN, EYE_COUNT };

static const char *const eye_words[] = {"usual", "protan", "deutan", "tritan"};

static const double eyes[EYE_COUNT][3][3] = {
    {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
    {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216},
	{-0.003882, -0.048116, 1.051998}},
    {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413},
	{-0.011820, 0.042940, 0.968881}},
    {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602},
	{0.004733, 0.691367, 0.303900}},
};

/* CIE 1976 distance, D65: enough to tell hues apart. */
struct lab {
	double l, a, b;
};

static double
linear(int byte)
{
	double v = byte / 255.0;

	return v <= 0.04045 ? v / 12.92 : pow((v + 0.055) / 1.055, 2.4);
}

static double
cube(double t)
{
	return t > 0.008856 ? cbrt(t) : 7.787 * t + 16.0 / 116;
}

static struct lab
lab_seen(cc_colour colour, enum eye eye)
{
	const double sent[] = {linear(colour >> 16 & 255),
	    linear(colour >> 8 & 255), linear(colour & 255)};
	double seen[3], x, y, z;

	for (int i = 0; i < 3; i++) {
		double sum = 0;

		for (int k = 0; k < 3; k++)
			sum += eyes[eye][i][k] * sent[k];
		seen[i] = CLAMP(sum, 0, 1);
	}
	x = cube(
	    (0.4124 * seen[0] + 0.3576 * seen[1] + 0.1805 * seen[2]) / 0.9505);
	y = cube(0.2126 * seen[0] + 0.7152 * seen[1] + 0.0722 * seen[2]);
	z = cube(
	    (0.0193 * seen[0] + 0.1192 * seen[1] + 0.9505 * seen[2]) / 1.089);
	return (struct lab){116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

static double
distance_seen(cc_colour one, cc_colour other, enum eye eye)
{
	struct lab a = lab_seen(one, eye), b = lab_seen(other, eye);

	return sqrt((a.l - b.l) * (a.l - b.l) + (a.a - b.a) * (a.a - b.a) +
		    (a.b - b.b) * (a.b - b.b));
}

static double
distance(cc_colour one, cc_colour other)
{
	return distance_seen(one, other, EYE_USUAL);
}

/* The least that eyes without one kind of cone are left: about three times
 * what can just be told. */
#define SEEN 6

static void
assert_seen(const struct cc_theme *theme, const char *one, cc_colour a,
    const char *other, cc_colour b, double least)
{
	for (int eye = EYE_USUAL; eye < EYE_COUNT; eye++) {
		double apart = distance_seen(a, b, (enum eye)eye);

		if (apart >= least)
			continue;
		g_test_fail();
		g_test_message("%s: %s #%06X and %s #%06X, %s eye: %.1f",
		    cc_theme_name(theme), one, (unsigned)a, other, (unsigned)b,
		    eye_words[eye], apart);
	}
}

/* A class of every hue. */
static const char *const hue_classes[] = {"alkylator", "proteasome-inhibitor",
    "anti-cd38", "imid", "bcl2-inhibitor", "flt3-inhibitor", "anthracycline",
    "antimetabolite", "bispecific-antibody", "respiratory-support"};

/* And of every hue of what supports. */
static const char *const supporting_classes[] = {"calcineurin-inhibitor",
    "immunosuppressant", "steroid", "antibacterial", "antifungal", "antiviral",
    "growth-factor", "anticoagulant", "anti-cytokine", "respiratory-support"};

static const char *const colourful[] = {"light", "dark", "print"};

#define FAR 18 /* from colours with a meaning of their own */
#define APART 12

static void
test_hues(struct fixture *fixture, gconstpointer unused)
{
	(void)unused;
	for (size_t t = 0; t < G_N_ELEMENTS(colourful); t++) {
		const struct cc_theme *theme = find(fixture, colourful[t]);

		for (size_t i = 0; i < G_N_ELEMENTS(hue_classes); i++) {
			cc_colour hue =
			    cc_theme_class(theme, hue_classes[i], 1).fill;

			g_test_message(
			    "%s in %s", hue_classes[i], colourful[t]);
			for (size_t s = 0; s < 5; s++)
				g_assert_cmpfloat(
				    distance(
					hue, cc_theme_response(theme, slots[s])
						 .fill),
				    >, FAR);
			g_assert_cmpfloat(
			    distance(hue, cc_theme_colour(theme, CC_COLOUR_PD)),
			    >, FAR);
			g_assert_cmpfloat(
			    distance(hue,
				cc_theme_colour(theme, CC_COLOUR_PROGRESSION)),
			    >, FAR);
			g_assert_cmpfloat(distance(hue, cc_theme_colour(theme,
							    CC_COLOUR_CELL)),
			    >, FAR);
			for (size_t k = 0; k < i; k++)
				g_assert_cmpfloat(
				    distance(hue,
					cc_theme_class(theme, hue_classes[k], 1)
					    .fill),
				    >, APART);
		}
	}
}

/* By hatch, or in every eye by colour. */
static void
assert_apart(const struct cc_theme *theme, const char *one, const char *other)
{
	struct cc_swatch a = cc_theme_class(theme, one, 1);
	struct cc_swatch b = cc_theme_class(theme, other, 1);

	if (a.hatch == b.hatch)
		assert_seen(theme, one, a.fill, other, b.fill, SEEN);
}

/* Classes that meet in one course never look alike. */
static void
test_meetings(struct fixture *fixture, gconstpointer unused)
{
	static const char *const courses[][16] = {
	    {"proteasome-inhibitor", "imid", "anti-cd38", "anti-slamf7",
		"anti-bcma", "anti-gprc5d", "bispecific-antibody",
		"antibody-drug-conjugate", "xpo1-inhibitor", "alkylator",
		"anthracycline", "bcl2-inhibitor", "steroid", "chemotherapy"},
	    {"antimetabolite", "anthracycline", "bcl2-inhibitor",
		"flt3-inhibitor", "idh-inhibitor", "menin-inhibitor",
		"hypomethylating-agent", "antibody-drug-conjugate",
		"differentiating-agent", "alkylator", "calcineurin-inhibitor",
		"immunosuppressant", "steroid"},
	    {"anti-cd20", "anthracycline", "alkylator", "vinca-alkaloid",
		"antimetabolite", "platinum", "btk-inhibitor", "bcl2-inhibitor",
		"pi3k-inhibitor", "bispecific-antibody",
		"antibody-drug-conjugate", "checkpoint-inhibitor", "steroid",
		"radiotherapy", "imid", "conditioning"},
	    {"bcr-abl-inhibitor", "interferon", "jak-inhibitor", "alkylator",
		"antimetabolite", "asparaginase", "vinca-alkaloid",
		"anthracycline", "steroid", "bispecific-antibody"},
	    {"egfr-inhibitor", "alk-inhibitor", "kinase-inhibitor", "platinum",
		"antimetabolite", "taxane", "checkpoint-inhibitor", "anti-vegf",
		"anti-egfr", "topoisomerase-inhibitor",
		"antibody-drug-conjugate", "radiotherapy"},
	    {"anti-her2", "taxane", "cdk4-6-inhibitor", "endocrine-therapy",
		"parp-inhibitor", "platinum", "anthracycline", "alkylator",
		"antibody-drug-conjugate", "checkpoint-inhibitor",
		"radiotherapy", "antimetabolite"},
	    {"calcineurin-inhibitor", "immunosuppressant", "steroid",
		"anti-cytokine", "jak-inhibitor", "alkylator",
		"antimetabolite"},
	};

	(void)unused;
	for (size_t t = 0; t < G_N_ELEMENTS(colourful); t++)
		for (size_t c = 0; c < G_N_ELEMENTS(courses); c++)
			for (size_t i = 0; i < 16 && courses[c][i]; i++)
				for (size_t k = 0; k < i; k++)
					assert_apart(
					    find(fixture, colourful[t]),
					    courses[c][i], courses[c][k]);
}

/* Depths and grades that follow on each other, and what stands beside them,
 * stay apart in every eye; the codes and numbers on them say the same. */
static void
test_neighbours(struct fixture *fixture, gconstpointer unused)
{
	(void)unused;
	for (size_t t = 0; t < G_N_ELEMENTS(theme_names); t++) {
		const struct cc_theme *theme = find(fixture, theme_names[t]);

		for (size_t i = 0; i + 1 < G_N_ELEMENTS(slots); i++)
			assert_seen(theme, slots[i],
			    cc_theme_response(theme, slots[i]).fill,
			    slots[i + 1],
			    cc_theme_response(theme, slots[i + 1]).fill, SEEN);
		for (int i = CC_COLOUR_HARM1; i < CC_COLOUR_HARM5; i++)
			assert_seen(theme,
			    cc_colour_role_word((enum cc_colour_role)i),
			    cc_theme_colour(theme, (enum cc_colour_role)i),
			    cc_colour_role_word((enum cc_colour_role)(i + 1)),
			    cc_theme_colour(
				theme, (enum cc_colour_role)(i + 1)),
			    SEEN);
	}
}

/* What has a meaning of its own is not mistaken for a response; in greys its
 * shape tells it. */
static void
test_meanings(struct fixture *fixture, gconstpointer unused)
{
	static const enum cc_colour_role roles[] = {CC_COLOUR_PD,
	    CC_COLOUR_PROGRESSION, CC_COLOUR_CELL, CC_COLOUR_LESION};

	(void)unused;
	for (size_t t = 0; t < G_N_ELEMENTS(colourful); t++) {
		const struct cc_theme *theme = find(fixture, colourful[t]);

		for (size_t r = 0; r < G_N_ELEMENTS(roles); r++)
			for (size_t i = 0; strcmp(slots[i], "sd") != 0; i++)
				assert_seen(theme,
				    cc_colour_role_word(roles[r]),
				    cc_theme_colour(theme, roles[r]), slots[i],
				    cc_theme_response(theme, slots[i]).fill,
				    SEEN);
	}
}

/* Hues stay apart in every eye, as they are and as lighter shades. */
static void
test_hues_seen(struct fixture *fixture, gconstpointer unused)
{
	(void)unused;
	for (size_t t = 0; t < G_N_ELEMENTS(colourful); t++) {
		const struct cc_theme *theme = find(fixture, colourful[t]);

		for (size_t i = 0; i < G_N_ELEMENTS(hue_classes); i++)
			for (size_t k = 0; k < i; k++)
				for (int shade = 1; shade <= 2; shade++)
					assert_seen(theme, hue_classes[i],
					    cc_theme_class(
						theme, hue_classes[i], shade)
						.fill,
					    hue_classes[k],
					    cc_theme_class(
						theme, hue_classes[k], shade)
						.fill,
					    SEEN);
	}
}

/* What supports: its hues among themselves, and against those of what treats a
 * tumour, be they dark or light. */
static void
test_supporting(struct fixture *fixture, gconstpointer unused)
{
	static const double of_other_tier = 5.5;
	const size_t count = G_N_ELEMENTS(supporting_classes);

	(void)unused;
	for (size_t t = 0; t < G_N_ELEMENTS(colourful); t++) {
		const struct cc_theme *theme = find(fixture, colourful[t]);

		for (size_t i = 0; i < count; i++) {
			const char *one = supporting_classes[i];
			cc_colour hue = cc_theme_class(theme, one, 1).fill;

			for (size_t k = 0; k < i; k++)
				assert_seen(theme, one, hue,
				    supporting_classes[k],
				    cc_theme_class(
					theme, supporting_classes[k], 1)
					.fill,
				    SEEN);
			/* The last is of both tiers. */
			for (size_t k = 0; i + 1 < count &&
			                   k < G_N_ELEMENTS(hue_classes);
			     k++)
				for (int shade = 1; shade <= 2; shade++)
					assert_seen(theme, one, hue,
					    hue_classes[k],
					    cc_theme_class(
						theme, hue_classes[k], shade)
						.fill,
					    of_other_tier);
		}
	}
}

static void
assert_grey(cc_colour c)
{
	g_assert_cmpint(c & 255, ==, c >> 8 & 255);
	g_assert_cmpint(c & 255, ==, c >> 16 & 255);
}

static void
assert_grey_swatch(struct cc_swatch swatch)
{
	assert_grey(swatch.fill);
	assert_grey(swatch.text);
	assert_grey(swatch.outline);
}

static void
test_grey(struct fixture *fixture, gconstpointer unused)
{
	const struct cc_theme *theme = find(fixture, "grey");
	g_autofree const char **classes = NULL;
	int deepest, lost;
	size_t count;

	(void)unused;
	for (int i = 0; i < CC_COLOUR_COUNT; i++)
		assert_grey(cc_theme_colour(theme, (enum cc_colour_role)i));
	for (size_t i = 0; i < G_N_ELEMENTS(slots); i++)
		assert_grey_swatch(cc_theme_response(theme, slots[i]));
	classes = cc_theme_classes(theme, &count);
	g_assert_cmpuint(count, >, 50);
	for (size_t i = 0; i < count; i++)
		for (int shade = 1; shade <= 2; shade++)
			assert_grey_swatch(
			    cc_theme_class(theme, classes[i], shade));
	/* The best response and a progression are no two blacks. */
	deepest = cc_theme_response(theme, "deepest").fill & 255;
	lost = cc_theme_response(theme, "pd").fill & 255;
	g_assert_cmpint(abs(deepest - lost), >, 128);
	g_assert_cmpfloat(cc_theme_look(theme, CC_LOOK_HATCHED_ENDS), ==, 1);
	g_assert_cmpfloat(cc_theme_look(theme, CC_LOOK_PD_HEXAGON), ==, 1);
	g_assert_cmpfloat(cc_theme_look(theme, CC_LOOK_PALE), ==, 0.42);
}

static void
test_unknown(struct fixture *fixture, gconstpointer unused)
{
	const struct cc_theme *theme = find(fixture, "light");
	struct cc_swatch plain = cc_theme_class(theme, "no-such", 1);

	(void)unused;
	g_assert_cmpint(
	    plain.fill, ==, cc_theme_colour(theme, CC_COLOUR_PLAIN));
	g_assert_null(plain.class);
	g_assert_cmpint(cc_theme_class(theme, NULL, 1).fill, ==, plain.fill);
	g_assert_null(
	    cc_themes_find(fixture->themes, "lihgt",
		(struct cc_pos){0}, &fixture->diags));
	g_assert_nonnull(
	    strstr(((struct cc_diag *)g_ptr_array_index(fixture->diags.list, 0))
		       ->sentence,
		"\"light\""));
}

static void
assert_refused(struct fixture *fixture, const char *text, const char *name,
    enum cc_code code)
{
	struct cc_source *source = g_new0(struct cc_source, 1);
	const struct cc_diag *diag;

	*source = source_of("own.xml", text);
	g_ptr_array_add(fixture->sources, source);
	g_assert_true(
	    !cc_themes_add(fixture->themes, source, &fixture->diags) ||
	    cc_themes_find(fixture->themes, name,
		(struct cc_pos){0}, &fixture->diags) == NULL);
	diag = g_ptr_array_index(
	    fixture->diags.list, fixture->diags.list->len - 1);
	g_assert_cmpstr(cc_code_word(diag->code), ==, cc_code_word(code));
}

#define THEME "<theme xmlns='urn:clincourse:theme:1' "

static void
test_refused(struct fixture *fixture, gconstpointer unused)
{
	(void)unused;
	assert_refused(fixture, THEME "name='a'/>", "a", CC_E452);
	assert_refused(fixture, THEME "name='b' base='b'/>", "b", CC_E451);
	assert_refused(fixture, THEME "name='c' base='x'/>", "c", CC_E450);
	assert_refused(fixture, THEME "name='d' colour='x'/>", "d", CC_E182);
	assert_refused(fixture, THEME "/>", "", CC_E181);
	assert_refused(fixture, THEME "name='e'><ink/></theme>", "e", CC_E180);
	assert_refused(fixture,
	    THEME "name='f'><colour role='ink' value='red'/></theme>", "f",
	    CC_E183);
	assert_refused(fixture,
	    THEME "name='g'><colour role='inc' value='#000000'/></theme>", "g",
	    CC_E183);
	assert_refused(fixture,
	    THEME "name='h'><look role='pale' value='1.5'/></theme>", "h",
	    CC_E183);
	assert_refused(fixture,
	    THEME "name='i' base='light'><class code='x' hue='y'/></theme>",
	    "i", CC_E452);
}

/* A theme of three lines: what it leaves unsaid is its base's. */
static void
test_own(struct fixture *fixture, gconstpointer unused)
{
	static const char text[] = THEME
	    "name='mine' base='print'><colour role='ink' value='#010203'/>"
	    "<class code='my-class' hue='teal'/></theme>";
	const struct cc_source source = source_of("mine.xml", text);
	const struct cc_theme *theme;

	(void)unused;
	g_assert_true(cc_themes_add(fixture->themes, &source, &fixture->diags));
	theme = find(fixture, "mine");
	g_assert_cmpint(cc_theme_colour(theme, CC_COLOUR_INK), ==, 0x010203);
	g_assert_cmpint(
	    cc_theme_colour(theme, CC_COLOUR_PROGRESSION), ==, 0xA84300);
	g_assert_cmpint(cc_theme_class(theme, "my-class", 1).fill, ==,
	    cc_theme_class(theme, "proteasome-inhibitor", 1).fill);
}

int
main(int argc, char **argv)
{
	static const struct {
		const char *path;
		void (*test)(struct fixture *fixture, gconstpointer unused);
	} rows[] = {
	    {"/themes/complete", test_complete},
	    {"/themes/roles", test_roles},
	    {"/themes/harm", test_harm},
	    {"/themes/responses", test_responses},
	    {"/themes/depth", test_depth},
	    {"/themes/classes", test_classes},
	    {"/themes/hues", test_hues},
	    {"/themes/meetings", test_meetings},
	    {"/themes/neighbours", test_neighbours},
	    {"/themes/meanings", test_meanings},
	    {"/themes/hues-seen", test_hues_seen},
	    {"/themes/supporting", test_supporting},
	    {"/themes/grey", test_grey},
	    {"/themes/unknown", test_unknown},
	    {"/themes/refused", test_refused},
	    {"/themes/own", test_own},
	};

	g_test_init(&argc, &argv, NULL);
	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
		g_test_add(rows[i].path, struct fixture, NULL, set_up,
		    rows[i].test, tear_down);
	return g_test_run();
}
