#include "layout/theme-data.h"

#include "xml/template.h"

#include <math.h>
#include <string.h>

const char *const cc_theme_role_words[CC_COLOUR_COUNT] = {
    [CC_COLOUR_PAGE] = "page",
    [CC_COLOUR_PANEL] = "panel",
    [CC_COLOUR_PANEL_EDGE] = "panel-edge",
    [CC_COLOUR_BAND] = "band",
    [CC_COLOUR_BAND_EDGE] = "band-edge",
    [CC_COLOUR_INK] = "ink",
    [CC_COLOUR_MID] = "mid",
    [CC_COLOUR_BRACKET] = "bracket",
    [CC_COLOUR_HAIRLINE] = "hairline",
    [CC_COLOUR_JANUARY] = "january",
    [CC_COLOUR_AXIS] = "axis",
    [CC_COLOUR_CURVE] = "curve",
    [CC_COLOUR_CURVE_RIGHT] = "curve-right",
    [CC_COLOUR_NUMBER_RIGHT] = "number-right",
    [CC_COLOUR_RANGE] = "range",
    [CC_COLOUR_THRESHOLD] = "threshold",
    [CC_COLOUR_PROGRESSION] = "progression",
    [CC_COLOUR_PD] = "pd",
    [CC_COLOUR_CELL] = "cell",
    [CC_COLOUR_LESION] = "lesion",
    [CC_COLOUR_HARM1] = "harm1",
    [CC_COLOUR_HARM2] = "harm2",
    [CC_COLOUR_HARM3] = "harm3",
    [CC_COLOUR_HARM4] = "harm4",
    [CC_COLOUR_HARM5] = "harm5",
    [CC_COLOUR_INFECTION] = "infection",
    [CC_COLOUR_PLAIN] = "plain",
    [CC_COLOUR_UNDATED] = "undated",
    [CC_COLOUR_NEW_FINDING] = "new-finding",
    [CC_COLOUR_WHITE] = "white",
    [CC_COLOUR_BLACK] = "black",
    [CC_COLOUR_DEATH] = "death",
};

const char *const cc_theme_look_words[CC_LOOK_COUNT] = {
    [CC_LOOK_PALE] = "pale",
    [CC_LOOK_RESPONSE_FILL] = "response-fill",
    [CC_LOOK_HATCHED_ENDS] = "hatched-ends",
    [CC_LOOK_TONE_APART] = "tone-apart",
    [CC_LOOK_PD_HEXAGON] = "pd-hexagon",
};

const char *const cc_theme_slot_words[CC_SLOT_COUNT] = {
    [CC_SLOT_DEEPEST] = "deepest",
    [CC_SLOT_CR] = "cr",
    [CC_SLOT_VGPR] = "vgpr",
    [CC_SLOT_PR] = "pr",
    [CC_SLOT_MR] = "mr",
    [CC_SLOT_SD] = "sd",
    [CC_SLOT_PD] = "pd",
    [CC_SLOT_NE] = "ne",
};

const struct cc_swatch cc_no_swatch = {
    .fill = CC_NO_COLOUR, .text = CC_NO_COLOUR, .outline = CC_NO_COLOUR};

struct cc_theme *
cc_theme_new(struct cc_arena *arena)
{
	struct cc_theme *theme = cc_arena_new(arena, struct cc_theme);

	theme->about = "";
	theme->hues = g_array_new(FALSE, FALSE, sizeof(struct cc_theme_hue));
	theme->classes = g_hash_table_new(g_str_hash, g_str_equal);
	for (int i = 0; i < CC_COLOUR_COUNT; i++)
		theme->colour[i] = CC_NO_COLOUR;
	for (int i = 0; i < CC_LOOK_COUNT; i++)
		theme->look[i] = NAN;
	for (int i = 0; i < CC_SLOT_COUNT; i++)
		theme->response[i] = cc_no_swatch;
	return theme;
}

void
cc_theme_finish(struct cc_theme *theme)
{
	g_array_unref(theme->hues);
	g_hash_table_unref(theme->classes);
}

const struct cc_theme_hue *
cc_theme_hue_find(const struct cc_theme *theme, const char *name)
{
	for (guint i = 0; i < theme->hues->len; i++) {
		const struct cc_theme_hue *hue =
		    &g_array_index(theme->hues, struct cc_theme_hue, i);

		if (strcmp(hue->name, name) == 0)
			return hue;
	}
	return NULL;
}

/* Leaves *colour alone where the attribute is absent. */
static void
colour_read(const struct cc_element *element, const char *name,
    cc_colour *colour, struct cc_diags *diags)
{
	const struct cc_attribute *attribute =
	    cc_element_attribute(element, name);

	if (attribute != NULL && !cc_colour_read(attribute->value, colour))
		cc_template_wrong(attribute, "a colour (as in #1F7F78)", diags);
}

static void
read_font(struct cc_theme *theme, const struct cc_element *element,
    struct cc_diags *diags)
{
	cc_template_only(element, diags, "families", NULL);
	theme->families = cc_template_need(element, "families", diags);
}

static void
read_colour(struct cc_theme *theme, const struct cc_element *element,
    struct cc_diags *diags)
{
	int role = cc_template_choice(
	    element, "role", cc_theme_role_words, CC_COLOUR_COUNT, diags);

	cc_template_only(element, diags, "role", "value", NULL);
	if (role < 0 || cc_template_need(element, "value", diags) == NULL)
		return;
	colour_read(element, "value", &theme->colour[role], diags);
}

static void
read_look(struct cc_theme *theme, const struct cc_element *element,
    struct cc_diags *diags)
{
	int look = cc_template_choice(
	    element, "role", cc_theme_look_words, CC_LOOK_COUNT, diags);
	double value = -1;

	cc_template_only(element, diags, "role", "value", NULL);
	if (look < 0 || cc_template_need(element, "value", diags) == NULL)
		return;
	if (!cc_template_number(element, "value", &value, diags))
		return;
	if (value < 0 || value > 1) {
		cc_template_wrong(cc_element_attribute(element, "value"),
		    "between 0 and 1", diags);
		return;
	}
	theme->look[look] = value;
}

static void
read_response(struct cc_theme *theme, const struct cc_element *element,
    struct cc_diags *diags)
{
	int slot = cc_template_choice(
	    element, "slot", cc_theme_slot_words, CC_SLOT_COUNT, diags);
	struct cc_swatch swatch = cc_no_swatch;

	cc_template_only(element, diags, "slot", "fill", "text", "outline",
	    "hatch", "dashed", NULL);
	if (slot < 0 || cc_template_need(element, "fill", diags) == NULL)
		return;
	colour_read(element, "fill", &swatch.fill, diags);
	colour_read(element, "text", &swatch.text, diags);
	colour_read(element, "outline", &swatch.outline, diags);
	swatch.hatch = cc_template_flag(element, "hatch", false, diags);
	swatch.dashed = cc_template_flag(element, "dashed", false, diags);
	theme->response[slot] = swatch;
}

static void
read_hue(struct cc_theme *theme, const struct cc_element *element,
    struct cc_diags *diags)
{
	struct cc_theme_hue hue = {.shade = {cc_no_swatch, cc_no_swatch}};

	cc_template_only(element, diags, "name", "fill", "shade2", "text",
	    "text2", "outline", NULL);
	hue.name = cc_template_need(element, "name", diags);
	if (hue.name == NULL ||
	    cc_template_need(element, "fill", diags) == NULL ||
	    cc_template_need(element, "shade2", diags) == NULL)
		return;
	colour_read(element, "fill", &hue.shade[0].fill, diags);
	colour_read(element, "text", &hue.shade[0].text, diags);
	colour_read(element, "shade2", &hue.shade[1].fill, diags);
	colour_read(element, "text2", &hue.shade[1].text, diags);
	colour_read(element, "outline", &hue.shade[0].outline, diags);
	hue.shade[1].outline = hue.shade[0].outline != CC_NO_COLOUR
	                           ? hue.shade[0].outline
	                           : hue.shade[0].fill;
	g_array_append_val(theme->hues, hue);
}

static void
read_class(struct cc_theme *theme, struct cc_arena *arena,
    const struct cc_element *element, struct cc_diags *diags)
{
	struct cc_theme_class *look =
	    cc_arena_new(arena, struct cc_theme_class);
	static const char *const shades[] = {"1", "2"};

	cc_template_only(element, diags, "code", "hue", "shade", "hatch", NULL);
	look->code = cc_template_need(element, "code", diags);
	look->hue = cc_template_need(element, "hue", diags);
	if (look->code == NULL || look->hue == NULL)
		return;
	if (cc_element_value(element, "shade") != NULL)
		look->light = cc_template_choice(element, "shade", shades,
				  G_N_ELEMENTS(shades), diags) == 1;
	look->hatch = cc_template_flag(element, "hatch", false, diags);
	g_hash_table_insert(theme->classes, (char *)look->code, look);
}

static void
read_child(struct cc_theme *theme, struct cc_arena *arena,
    const struct cc_element *child, struct cc_diags *diags)
{
	static const struct {
		const char *element;
		void (*read)(struct cc_theme *theme,
		    const struct cc_element *element, struct cc_diags *diags);
	} rows[] = {
	    {"font", read_font},
	    {"colour", read_colour},
	    {"look", read_look},
	    {"response", read_response},
	    {"hue", read_hue},
	};

	if (strcmp(child->name, "about") != 0)
		cc_template_bare(child, diags);
	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
		if (strcmp(rows[i].element, child->name) != 0)
			continue;
		rows[i].read(theme, child, diags);
		return;
	}
	if (strcmp(child->name, "about") == 0)
		theme->about = child->text;
	else if (strcmp(child->name, "class") == 0)
		read_class(theme, arena, child, diags);
	else
		cc_template_stray(child, diags);
}

void
cc_theme_read(struct cc_theme *theme, struct cc_arena *arena,
    const struct cc_element *root, struct cc_diags *diags)
{
	theme->pos = root->pos;
	cc_template_bare(root, diags);
	cc_template_only(root, diags, "name", "base", NULL);
	theme->name = cc_template_need(root, "name", diags);
	theme->base = cc_element_value(root, "base");
	if (theme->base != NULL)
		theme->base_pos = cc_element_attribute(root, "base")->pos;
	for (const struct cc_element *child = root->first; child != NULL;
	     child = child->next)
		read_child(theme, arena, child, diags);
}
