#include "layout/theme-data.h"
#include "model/vocab.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define THEME_NAMESPACE "urn:clincourse:theme:1"
#define TEXT_CONTRAST 4.5 /* WCAG 2.1, 1.4.3 */

struct cc_themes {
	struct cc_arena arena;
	GPtrArray *list;  /* of struct cc_theme, in the arena */
	GPtrArray *names; /* of the same, in the same order */
};

const char *
cc_colour_role_word(enum cc_colour_role role)
{
	return cc_theme_role_words[role];
}

struct cc_themes *
cc_themes_create(void)
{
	struct cc_themes *themes = g_new0(struct cc_themes, 1);

	cc_arena_init(&themes->arena);
	themes->list = g_ptr_array_new();
	themes->names = g_ptr_array_new();
	return themes;
}

void
cc_themes_destroy(struct cc_themes *themes)
{
	if (themes == NULL)
		return;
	for (guint i = 0; i < themes->list->len; i++)
		cc_theme_finish(g_ptr_array_index(themes->list, i));
	g_ptr_array_unref(themes->list);
	g_ptr_array_unref(themes->names);
	cc_arena_finish(&themes->arena);
	g_free(themes);
}

static struct cc_theme *
theme_named(const struct cc_themes *themes, const char *name)
{
	for (guint i = 0; i < themes->list->len; i++)
		if (strcmp(g_ptr_array_index(themes->names, i), name) == 0)
			return g_ptr_array_index(themes->list, i);
	return NULL;
}

static void
themes_take(struct cc_themes *themes, struct cc_theme *theme)
{
	for (guint i = 0; i < themes->list->len; i++) {
		if (strcmp(g_ptr_array_index(themes->names, i), theme->name))
			continue;
		cc_theme_finish(themes->list->pdata[i]);
		themes->list->pdata[i] = theme;
		return;
	}
	g_ptr_array_add(themes->list, theme);
	g_ptr_array_add(themes->names, (char *)theme->name);
}

bool
cc_themes_add(struct cc_themes *themes, const struct cc_source *source,
    struct cc_diags *diags)
{
	guint errors = diags->count[CC_ERROR];
	const struct cc_element *root = cc_xml_read(
	    &themes->arena, source, THEME_NAMESPACE, "theme", diags);
	struct cc_theme *theme;

	if (root == NULL)
		return false;
	theme = cc_theme_new(&themes->arena);
	cc_theme_read(theme, &themes->arena, root, diags);
	if (diags->count[CC_ERROR] > errors) {
		cc_theme_finish(theme);
		return false;
	}
	themes_take(themes, theme);
	return true;
}

const char *const *
cc_themes_list(const struct cc_themes *themes, size_t *count)
{
	*count = themes->names->len;
	return (const char *const *)themes->names->pdata;
}

/* What the theme leaves unsaid is its base's. */
static void
theme_inherit(struct cc_arena *arena, struct cc_theme *theme,
    const struct cc_theme *base)
{
	GHashTableIter iter;
	gpointer code, look;

	if (theme->families == NULL)
		theme->families = base->families;
	for (int i = 0; i < CC_COLOUR_COUNT; i++)
		if (theme->colour[i] == CC_NO_COLOUR)
			theme->colour[i] = base->colour[i];
	for (int i = 0; i < CC_LOOK_COUNT; i++)
		if (isnan(theme->look[i]))
			theme->look[i] = base->look[i];
	for (int i = 0; i < CC_SLOT_COUNT; i++)
		if (theme->response[i].fill == CC_NO_COLOUR)
			theme->response[i] = base->response[i];
	for (guint i = 0; i < base->hues->len; i++) {
		struct cc_theme_hue hue =
		    g_array_index(base->hues, struct cc_theme_hue, i);

		if (cc_theme_hue_find(theme, hue.name) == NULL)
			g_array_append_val(theme->hues, hue);
	}
	g_hash_table_iter_init(&iter, base->classes);
	while (g_hash_table_iter_next(&iter, &code, &look))
		if (!g_hash_table_contains(theme->classes, code))
			g_hash_table_insert(theme->classes, code,
			    cc_arena_memdup(
				arena, look, sizeof(struct cc_theme_class)));
}

/* Words on a mark: white where that is legible, else ink, else black. */
static cc_colour
text_on(const struct cc_theme *theme, cc_colour fill)
{
	static const enum cc_colour_role order[] = {
	    CC_COLOUR_WHITE, CC_COLOUR_INK, CC_COLOUR_BLACK};
	cc_colour best = theme->colour[CC_COLOUR_WHITE];

	for (size_t i = 0; i < G_N_ELEMENTS(order); i++) {
		cc_colour text = theme->colour[order[i]];

		if (cc_colour_contrast(text, fill) >= TEXT_CONTRAST)
			return text;
		if (cc_colour_contrast(text, fill) >
		    cc_colour_contrast(best, fill))
			best = text;
	}
	return best;
}

static void
swatch_complete(const struct cc_theme *theme, struct cc_swatch *swatch)
{
	if (swatch->text == CC_NO_COLOUR)
		swatch->text = text_on(theme, swatch->fill);
	if (swatch->outline == CC_NO_COLOUR)
		swatch->outline = swatch->fill;
	swatch->pale = cc_theme_is_pale(theme, swatch->fill);
	swatch->edge = cc_theme_edge(theme, swatch->fill);
}

/* Of complete hues. */
static void
classes_complete(struct cc_theme *theme)
{
	GHashTableIter iter;
	gpointer value;

	g_hash_table_iter_init(&iter, theme->classes);
	while (g_hash_table_iter_next(&iter, NULL, &value)) {
		struct cc_theme_class *look = value;
		const struct cc_theme_hue *hue =
		    cc_theme_hue_find(theme, look->hue);

		for (int i = 0; i < CC_THEME_SHADES; i++) {
			look->shade[i] = hue->shade[look->light ? 1 : i];
			look->shade[i].class = look->code;
			look->shade[i].hatch = look->hatch;
		}
	}
}

/* The first thing that neither the theme nor its bases say, or NULL. */
static const char *
theme_gap(const struct cc_theme *theme)
{
	if (theme->families == NULL)
		return "font";
	for (int i = 0; i < CC_COLOUR_COUNT; i++)
		if (theme->colour[i] == CC_NO_COLOUR)
			return cc_theme_role_words[i];
	for (int i = 0; i < CC_LOOK_COUNT; i++)
		if (isnan(theme->look[i]))
			return cc_theme_look_words[i];
	for (int i = 0; i < CC_SLOT_COUNT; i++)
		if (theme->response[i].fill == CC_NO_COLOUR)
			return cc_theme_slot_words[i];
	return NULL;
}

/* A class whose hue is nowhere defined, or NULL. */
static const struct cc_theme_class *
class_without_hue(const struct cc_theme *theme)
{
	GHashTableIter iter;
	gpointer look;

	g_hash_table_iter_init(&iter, theme->classes);
	while (g_hash_table_iter_next(&iter, NULL, &look))
		if (cc_theme_hue_find(
			theme, ((struct cc_theme_class *)look)->hue) == NULL)
			return look;
	return NULL;
}

static bool
is_grey(cc_colour colour)
{
	return (colour >> 16 & 0xFF) == (colour & 0xFF) &&
	       (colour >> 8 & 0xFF) == (colour & 0xFF);
}

static bool
swatch_is_grey(const struct cc_swatch *swatch)
{
	return is_grey(swatch->fill) && is_grey(swatch->outline) &&
	       is_grey(swatch->text);
}

/* Of a complete theme. */
static bool
theme_is_grey(const struct cc_theme *theme)
{
	for (int i = 0; i < CC_COLOUR_COUNT; i++)
		if (!is_grey(theme->colour[i]))
			return false;
	for (int i = 0; i < CC_SLOT_COUNT; i++)
		if (!swatch_is_grey(&theme->response[i]))
			return false;
	for (guint i = 0; i < theme->hues->len; i++)
		for (int shade = 0; shade < CC_THEME_SHADES; shade++)
			if (!swatch_is_grey(&g_array_index(theme->hues,
				struct cc_theme_hue, i)
						 .shade[shade]))
				return false;
	return true;
}

static bool
theme_finish_looks(struct cc_theme *theme, struct cc_diags *diags)
{
	const char *gap = theme_gap(theme);

	if (gap == NULL && class_without_hue(theme) != NULL)
		gap = class_without_hue(theme)->hue;
	if (gap != NULL) {
		cc_diag(diags, CC_E452, theme->pos, theme->name, gap);
		return false;
	}
	theme->white = cc_colour_luminance(theme->colour[CC_COLOUR_WHITE]);
	theme->black = cc_colour_luminance(theme->colour[CC_COLOUR_BLACK]);
	theme->page = cc_colour_luminance(theme->colour[CC_COLOUR_PAGE]);
	for (int i = 0; i < CC_SLOT_COUNT; i++)
		swatch_complete(theme, &theme->response[i]);
	for (guint i = 0; i < theme->hues->len; i++)
		for (int shade = 0; shade < CC_THEME_SHADES; shade++)
			swatch_complete(theme,
			    &g_array_index(theme->hues, struct cc_theme_hue, i)
				 .shade[shade]);
	theme->plain = cc_no_swatch;
	theme->plain.fill = theme->colour[CC_COLOUR_PLAIN];
	swatch_complete(theme, &theme->plain);
	classes_complete(theme);
	theme->grey = theme_is_grey(theme);
	theme->complete = true;
	return true;
}

static struct cc_theme *
theme_unknown(const struct cc_themes *themes, const char *name,
    struct cc_pos pos, struct cc_diags *diags)
{
	g_autofree char *hint = cc_nearest_text(name,
	    (const char *const *)themes->names->pdata, themes->names->len);

	cc_diag(diags, CC_E450, pos, name, hint);
	return NULL;
}

static struct cc_theme *
theme_complete(struct cc_themes *themes, const char *name, struct cc_pos pos,
    struct cc_diags *diags)
{
	struct cc_theme *theme = theme_named(themes, name);
	const struct cc_theme *base = NULL;

	if (theme == NULL)
		return theme_unknown(themes, name, pos, diags);
	if (theme->complete)
		return theme;
	if (theme->visited) {
		cc_diag(diags, CC_E451, theme->base_pos, name);
		return NULL;
	}
	if (theme->base != NULL) {
		theme->visited = true;
		base =
		    theme_complete(themes, theme->base, theme->base_pos, diags);
		theme->visited = false;
		if (base == NULL)
			return NULL;
		theme_inherit(&themes->arena, theme, base);
	}
	return theme_finish_looks(theme, diags) ? theme : NULL;
}

const struct cc_theme *
cc_themes_find(
    struct cc_themes *themes, const char *name, struct cc_pos pos,
    struct cc_diags *diags)
{
	return theme_complete(themes, name, pos, diags);
}

const char *
cc_theme_name(const struct cc_theme *theme)
{
	return theme->name;
}

const char *
cc_theme_about(const struct cc_theme *theme)
{
	return theme->about;
}

const char *
cc_theme_families(const struct cc_theme *theme)
{
	return theme->families;
}

cc_colour
cc_theme_colour(const struct cc_theme *theme, enum cc_colour_role role)
{
	return theme->colour[role];
}

cc_colour
cc_theme_text_on(
    const struct cc_theme *theme, cc_colour ground, cc_colour other)
{
	const double one = cc_colour_luminance(ground);
	const double two = other == ground ? one : cc_colour_luminance(other);
	const double on_white = MIN(cc_luminance_contrast(theme->white, one),
	    cc_luminance_contrast(theme->white, two));
	const double on_black = MIN(cc_luminance_contrast(theme->black, one),
	    cc_luminance_contrast(theme->black, two));

	return theme
	    ->colour[on_white >= on_black ? CC_COLOUR_WHITE : CC_COLOUR_BLACK];
}

double
cc_theme_contrast(const struct cc_theme *theme, cc_colour colour)
{
	return cc_luminance_contrast(cc_colour_luminance(colour), theme->page);
}

bool
cc_theme_is_pale(const struct cc_theme *theme, cc_colour fill)
{
	return cc_theme_contrast(theme, fill) < 3;
}

#define EDGE_LIGHTEST 0.85 /* share of the fill in its edge */
#define EDGE_STEP 0.15

cc_colour
cc_theme_edge(const struct cc_theme *theme, cc_colour fill)
{
	const cc_colour ink = theme->colour[CC_COLOUR_INK];
	double share = EDGE_LIGHTEST;
	cc_colour edge = cc_colour_mix(fill, ink, share);

	while (cc_theme_is_pale(theme, edge) && share > EDGE_STEP) {
		share -= EDGE_STEP;
		edge = cc_colour_mix(fill, ink, share);
	}
	return edge;
}

bool
cc_theme_is_grey(const struct cc_theme *theme)
{
	return theme->grey;
}

double
cc_theme_look(const struct cc_theme *theme, enum cc_look look)
{
	return theme->look[look];
}

struct cc_swatch
cc_theme_response(const struct cc_theme *theme, const char *slot)
{
	for (int i = 0; slot != NULL && i < CC_SLOT_COUNT; i++)
		if (strcmp(cc_theme_slot_words[i], slot) == 0)
			return theme->response[i];
	return theme->response[CC_SLOT_NE];
}

struct cc_swatch
cc_theme_class(const struct cc_theme *theme, const char *class, int shade)
{
	const struct cc_theme_class *look =
	    class == NULL ? NULL : g_hash_table_lookup(theme->classes, class);

	return look == NULL ? theme->plain : look->shade[shade == 2];
}

struct cc_swatch
cc_theme_term(const struct cc_theme *theme, const struct cc_term *term)
{
	return term == NULL ? theme->plain
	                    : cc_theme_class(theme, term->class, term->shade);
}

static int
codes_compare(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

const char **
cc_theme_classes(const struct cc_theme *theme, size_t *count)
{
	guint length;
	gpointer *codes =
	    g_hash_table_get_keys_as_array(theme->classes, &length);

	qsort(codes, length, sizeof(*codes), codes_compare);
	*count = length;
	return (const char **)codes;
}
