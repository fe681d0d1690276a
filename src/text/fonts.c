#include "text/fonts.h"

#include <fontconfig/fontconfig.h>
#include <string.h>

static bool
fonts_installed(void)
{
	const FcFontSet *set = FcConfigGetFonts(NULL, FcSetSystem);

	return set != NULL && set->nfont > 0;
}

/* Advances that scale with the size: no hinting, no rounding (Pango rounds to
 * whole units by default, up to 6 % off at 6 px). */
static PangoContext *
context_create(PangoFontMap *map, PangoLanguage *language)
{
	PangoContext *context = pango_font_map_create_context(map);
	cairo_font_options_t *options = cairo_font_options_create();

	/* Letters would be hinted, and words of other widths. */
	if (cairo_font_options_status(options) != CAIRO_STATUS_SUCCESS)
		g_error("out of memory");
	cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
	cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
	cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
	pango_cairo_context_set_font_options(context, options);
	cairo_font_options_destroy(options);
	pango_cairo_context_set_resolution(context, 96);
	pango_context_set_round_glyph_positions(context, FALSE);
	pango_context_set_language(context, language);
	pango_context_set_base_dir(context, PANGO_DIRECTION_LTR);
	return context;
}

struct cc_fonts *
cc_fonts_create(const char *families, const char *lang, struct cc_diags *diags)
{
	PangoLanguage *language = pango_language_from_string(lang);
	struct cc_fonts *fonts;
	int i;

	if (!fonts_installed()) {
		cc_diag(diags, CC_E004, (struct cc_pos){0});
		return NULL;
	}
	fonts = g_new0(struct cc_fonts, 1);
	fonts->measure.width = cc_fonts_width;
	fonts->ink.box = cc_fonts_ink_box;
	fonts->map = pango_cairo_font_map_new();
	fonts->context = context_create(fonts->map, language);
	fonts->has_han =
	    pango_language_includes_script(language, PANGO_SCRIPT_HAN);
	fonts->letters = g_hash_table_new(NULL, NULL);
	fonts->seen = g_hash_table_new_full(NULL, NULL, g_object_unref, NULL);
	fonts->names = g_ptr_array_new_with_free_func(g_free);
	for (i = 0; i < CC_WEIGHTS; i++) {
		PangoFontDescription *description =
		    pango_font_description_new();

		pango_font_description_set_family(description, families);
		pango_font_description_set_weight(description,
		    i == CC_BOLD ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
		fonts->weight[i].description = description;
	}
	cc_arena_init(&fonts->words);
	cc_fonts_forget_widths(fonts);
	return fonts;
}

void
cc_fonts_destroy(struct cc_fonts *fonts)
{
	int i;

	if (fonts == NULL)
		return;
	for (i = 0; i < CC_WEIGHTS; i++) {
		g_hash_table_unref(fonts->weight[i].words);
		pango_font_description_free(fonts->weight[i].description);
	}
	cc_arena_finish(&fonts->words);
	g_ptr_array_unref(fonts->names);
	g_hash_table_unref(fonts->seen);
	g_hash_table_unref(fonts->letters);
	g_object_unref(fonts->context);
	g_object_unref(fonts->map);
	g_free(fonts);
}

struct cc_measure *
cc_fonts_measure(struct cc_fonts *fonts)
{
	return &fonts->measure;
}

/* The stretch of Han signs, and what stands between them, that begins at or
 * after `from`; false where there is none. */
static bool
next_han(const char *string, guint from, guint *start, guint *end)
{
	bool found = false;
	const char *p;

	for (p = string + from; *p != '\0'; p = g_utf8_next_char(p)) {
		const bool high = (unsigned char)*p >= 0xE2;
		const bool han = high && g_unichar_get_script(g_utf8_get_char(
					     p)) == G_UNICODE_SCRIPT_HAN;

		if (han && !found)
			*start = (guint)(p - string);
		found = found || han;
		if (han)
			*end = (guint)(g_utf8_next_char(p) - string);
		else if (found)
			break;
	}
	return found;
}

/* Pango asks the environment whose signs they are, where nobody tells it. */
static void
tell_han(PangoLayout *layout, const char *string)
{
	PangoAttrList *list = NULL;
	guint start = 0, end = 0;

	while (next_han(string, end, &start, &end)) {
		PangoAttribute *chinese =
		    pango_attr_language_new(pango_language_from_string("zh"));

		chinese->start_index = start;
		chinese->end_index = end;
		if (list == NULL)
			list = pango_attr_list_new();
		pango_attr_list_insert(list, chinese);
	}
	if (list == NULL)
		return;
	pango_layout_set_attributes(layout, list);
	pango_attr_list_unref(list);
}

PangoLayout *
cc_fonts_layout(
    struct cc_fonts *fonts, const char *string, double size, bool bold)
{
	PangoLayout *layout = pango_layout_new(fonts->context);
	PangoFontDescription *description = pango_font_description_copy_static(
	    fonts->weight[bold ? CC_BOLD : CC_REGULAR].description);

	pango_font_description_set_absolute_size(
	    description, size * PANGO_SCALE);
	pango_layout_set_font_description(layout, description);
	pango_font_description_free(description);
	pango_layout_set_single_paragraph_mode(layout, TRUE);
	pango_layout_set_auto_dir(layout, TRUE);
	pango_layout_set_text(layout, string, -1);
	if (!fonts->has_han)
		tell_han(layout, string);
	return layout;
}

void
cc_fonts_note(struct cc_fonts *fonts, PangoLayout *layout)
{
	PangoLayoutLine *line = pango_layout_get_line_readonly(layout, 0);
	GSList *run;

	for (run = line->runs; run != NULL; run = run->next) {
		const PangoGlyphItem *item = run->data;
		PangoFont *font = item->item->analysis.font;

		if (font != NULL && !g_hash_table_contains(fonts->seen, font))
			g_hash_table_add(fonts->seen, g_object_ref(font));
	}
}

void
cc_fonts_forget_used(struct cc_fonts *fonts)
{
	g_hash_table_remove_all(fonts->seen);
}

/* The file of a font of fontconfig's, or NULL of any other. */
static char *
font_file(gpointer font)
{
	FcPattern *pattern = NULL;
	FcChar8 *file = NULL;

	if (g_object_class_find_property(G_OBJECT_GET_CLASS(font), "pattern") ==
	    NULL)
		return NULL;
	g_object_get(font, "pattern", &pattern, NULL);
	if (pattern == NULL ||
	    FcPatternGetString(pattern, FC_FILE, 0, &file) != FcResultMatch)
		return NULL;
	return g_strdup((const char *)file);
}

static gint
compare_names(gconstpointer left, gconstpointer right)
{
	return strcmp(*(const char *const *)left, *(const char *const *)right);
}

const char *const *
cc_fonts_used(struct cc_fonts *fonts, size_t *count)
{
	g_autoptr(GHashTable) files = g_hash_table_new(g_str_hash, g_str_equal);
	GHashTableIter iter;
	gpointer font;

	g_ptr_array_set_size(fonts->names, 0);
	g_hash_table_iter_init(&iter, fonts->seen);
	while (g_hash_table_iter_next(&iter, &font, NULL)) {
		char *file = font_file(font);

		if (file == NULL || !g_hash_table_add(files, file))
			g_free(file);
		else
			g_ptr_array_add(fonts->names, file);
	}
	g_ptr_array_sort(fonts->names, compare_names);
	*count = fonts->names->len;
	g_ptr_array_add(fonts->names, NULL);
	return (const char *const *)fonts->names->pdata;
}
