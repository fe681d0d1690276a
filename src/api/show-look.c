/* Sizes and themes as a person reads them. */
#include "api/show.h"

#include <math.h>
#include <string.h>

#define MM_A_POINT (25.4 / 72)

/* "89 mm (252.28 pt)", "1280 px (338.67 mm)". */
static void
length_append(
    GString *to, const char *name, const struct cc_size *size, double length)
{
	g_autofree char *mm =
	    cc_show_number(length * size->unit * MM_A_POINT, 1);
	g_autofree char *own = cc_show_number(length, 2);

	if (size->unit < 1)
		cc_show_row(to, name, "%s px (%s mm)", own, mm);
	else
		cc_show_row(to, name, "%s mm (%s pt)", mm, own);
}

static void
type_append(GString *to, const struct cc_size *size)
{
	static const struct {
		const char *what;
		enum cc_type_role role;
	} rows[] = {
	    {"title", CC_TYPE_TITLE},
	    {"subtitle", CC_TYPE_SUBTITLE},
	    {"bars", CC_TYPE_BAR},
	    {"names", CC_TYPE_NAME},
	    {"small", CC_TYPE_BODY},
	    {"least", CC_TYPE_LEAST},
	};
	g_autoptr(GString) text = g_string_new(NULL);

	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_autofree char *points =
		    cc_show_number(size->type[rows[i].role] * size->unit, 2);

		g_string_append_printf(
		    text, "%s%s %s", i > 0 ? ", " : "", rows[i].what, points);
	}
	cc_show_row(to, "text (pt)", "%s", text->str);
}

static void
strokes_append(GString *to, const struct cc_size *size)
{
	static const struct {
		const char *what;
		enum cc_stroke stroke;
	} rows[] = {
	    {"hairline", CC_STROKE_HAIRLINE},
	    {"axis", CC_STROKE_AXIS},
	    {"whisker", CC_STROKE_WHISKER},
	    {"curve", CC_STROKE_CURVE},
	    {"response", CC_STROKE_RESPONSE},
	};
	g_autoptr(GString) text = g_string_new(NULL);

	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_autofree char *points = cc_show_number(
		    size->stroke[rows[i].stroke] * size->unit, 2);

		g_string_append_printf(
		    text, "%s%s %s", i > 0 ? ", " : "", rows[i].what, points);
	}
	cc_show_row(to, "lines (pt)", "%s", text->str);
}

static void
least_append(GString *to, const char *name, double least, bool chinese,
    const struct cc_size *size)
{
	g_autofree char *points = cc_show_number(least * size->unit, 2);

	if (least > 0)
		cc_show_row(to, name, "%s pt at least%s", points,
		    chinese ? ", 1.2 times that in Chinese" : "");
}

static void
parts_append(GString *to, const struct cc_size *size)
{
	static const char *const words[] = {
	    [CC_PART_TITLE] = "title",
	    [CC_PART_SUBTITLE] = "subtitle",
	    [CC_PART_BASELINE] = "values at diagnosis",
	    [CC_PART_GENETICS] = "genetics",
	    [CC_PART_LEGEND] = "legend",
	    [CC_PART_CAPTION] = "abbreviations",
	};
	g_autoptr(GString) text = g_string_new(NULL);

	for (int i = 0; i < CC_PART_COUNT; i++)
		if (!size->part[i])
			g_string_append_printf(
			    text, "%s%s", text->len > 0 ? ", " : "", words[i]);
	if (!size->patterns)
		g_string_append_printf(
		    text, "%shatching", text->len > 0 ? ", " : "");
	cc_show_row(to, "without", "%s", text->str);
}

void
cc_show_size(GString *to, const struct cc_size *size)
{
	if (to->len > 0)
		g_string_append_c(to, '\n');
	g_string_append_printf(to, "%s (size: %s)\n", size->name, size->about);
	length_append(to, "width", size, size->width);
	if (size->fixed_height)
		length_append(to, "height", size, size->height);
	else if (isfinite(size->max_height))
		length_append(to, "height at most", size, size->max_height);
	else
		cc_show_row(to, "height", "as the content needs");
	least_append(to, "asked of text", size->text_min, true, size);
	least_append(to, "asked of lines", size->line_min, false, size);
	type_append(to, size);
	strokes_append(to, size);
	parts_append(to, size);
	cc_show_row(to, "source", "%s", size->source);
	if (*size->checked != '\0')
		cc_show_row(to, "checked", "%s", size->checked);
	else if (!size->reviewed)
		cc_show_row(to, "checked", "not against the publisher's page");
	cc_show_row(to, "reviewed", "%s", size->reviewed ? "yes" : "no");
}

/* "#0072B2, white words on it: 5.2 : 1". */
static void
swatch_append(GString *to, const char *name, const struct cc_theme *theme,
    const struct cc_swatch *swatch)
{
	cc_colour page = cc_theme_colour(theme, CC_COLOUR_PAGE);
	g_autofree char *words =
	    cc_show_number(cc_colour_contrast(swatch->text, swatch->fill), 1);
	g_autofree char *edge =
	    cc_show_number(cc_colour_contrast(swatch->outline, page), 1);

	cc_show_row(to, name,
	    "#%06X, words #%06X %s : 1, outline #%06X %s : 1%s%s",
	    (unsigned)swatch->fill, (unsigned)swatch->text, words,
	    (unsigned)swatch->outline, edge, swatch->hatch ? ", hatched" : "",
	    swatch->dashed ? ", dashed" : "");
}

static void
classes_append(GString *to, const struct cc_theme *theme)
{
	g_autofree const char **codes = NULL;
	size_t count;

	codes = cc_theme_classes(theme, &count);
	for (size_t i = 0; i < count; i++) {
		struct cc_swatch swatch = cc_theme_class(theme, codes[i], 1);

		cc_show_row(to, i == 0 ? "classes" : "", "#%06X%s %s",
		    (unsigned)swatch.fill,
		    swatch.hatch ? " hatched" : "        ", codes[i]);
	}
}

void
cc_show_theme(GString *to, const struct cc_theme *theme)
{
	static const char *const slots[] = {
	    "deepest", "cr", "vgpr", "pr", "mr", "sd", "pd", "ne"};
	cc_colour page = cc_theme_colour(theme, CC_COLOUR_PAGE);

	if (to->len > 0)
		g_string_append_c(to, '\n');
	g_string_append_printf(to, "%s (theme: %s)\n", cc_theme_name(theme),
	    cc_theme_about(theme));
	cc_show_row(to, "fonts", "%s", cc_theme_families(theme));
	for (int role = 0; role < CC_COLOUR_COUNT; role++) {
		const enum cc_colour_role row = (enum cc_colour_role)role;
		cc_colour colour = cc_theme_colour(theme, row);
		g_autofree char *contrast =
		    cc_show_number(cc_colour_contrast(colour, page), 1);

		cc_show_row(to, cc_colour_role_word(row),
		    "#%06X, %s : 1 on the page", (unsigned)colour, contrast);
	}
	for (size_t i = 0; i < G_N_ELEMENTS(slots); i++) {
		struct cc_swatch swatch = cc_theme_response(theme, slots[i]);
		g_autofree char *name =
		    g_strdup_printf("response %s", slots[i]);

		swatch_append(to, name, theme, &swatch);
	}
	classes_append(to, theme);
}
