#include "layout/size-data.h"

#include "base/number.h"
#include "xml/template.h"

#include <math.h>
#include <string.h>

static const char *const type_words[] = {
    [CC_TYPE_TITLE] = "title",
    [CC_TYPE_SUBTITLE] = "subtitle",
    [CC_TYPE_BAR] = "bar",
    [CC_TYPE_NAME] = "name",
    [CC_TYPE_BODY] = "body",
    [CC_TYPE_LEAST] = "least",
};
G_STATIC_ASSERT(G_N_ELEMENTS(type_words) == CC_TYPE_COUNT);

static const char *const stroke_words[] = {
    [CC_STROKE_HAIRLINE] = "hairline",
    [CC_STROKE_AXIS] = "axis",
    [CC_STROKE_WHISKER] = "whisker",
    [CC_STROKE_CURVE] = "curve",
    [CC_STROKE_RESPONSE] = "response",
};
G_STATIC_ASSERT(G_N_ELEMENTS(stroke_words) == CC_STROKE_COUNT);

static const char *const part_words[] = {
    [CC_PART_TITLE] = "title",
    [CC_PART_SUBTITLE] = "subtitle",
    [CC_PART_BASELINE] = "baseline",
    [CC_PART_GENETICS] = "genetics",
    [CC_PART_LEGEND] = "legend",
    [CC_PART_CAPTION] = "caption",
};
G_STATIC_ASSERT(G_N_ELEMENTS(part_words) == CC_PART_COUNT);

bool
cc_length_read(const char *text, struct cc_length *length)
{
	static const struct {
		const char *unit;
		double points; /* a unit; px stay px */
		bool px;
	} units[] = {
	    {"px", 1, true},
	    {"pt", 1, false},
	    {"in", 72, false},
	    {"mm", 72 / 25.4, false},
	};

	for (size_t i = 0; i < G_N_ELEMENTS(units); i++) {
		g_autofree char *digits = NULL;
		double number;

		if (!g_str_has_suffix(text, units[i].unit))
			continue;
		digits = g_strndup(text, strlen(text) - strlen(units[i].unit));
		if (!cc_number_read(digits, &number) || number <= 0)
			return false;
		length->value = number * units[i].points;
		length->px = units[i].px;
		return true;
	}
	return false;
}

/* A positive number for every word that the element has as an attribute. */
static void
read_numbers(const struct cc_element *element, const char *const *words,
    size_t count, double *numbers, struct cc_diags *diags)
{
	for (size_t i = 0; i < count; i++) {
		double number = 1;

		if (!cc_template_number(element, words[i], &number, diags))
			continue;
		if (number <= 0)
			cc_template_wrong(
			    cc_element_attribute(element, words[i]), "above 0",
			    diags);
		else if (cc_element_value(element, words[i]) != NULL)
			numbers[i] = number;
	}
}

static void
read_type(struct cc_size *size, const struct cc_element *element,
    struct cc_diags *diags)
{
	static const char *const leading[] = {"leading"};

	cc_template_only(element, diags, "title", "subtitle", "bar", "name",
	    "body", "least", "leading", NULL);
	read_numbers(element, type_words, CC_TYPE_COUNT, size->type, diags);
	read_numbers(element, leading, 1, &size->leading, diags);
}

static void
read_stroke(struct cc_size *size, const struct cc_element *element,
    struct cc_diags *diags)
{
	cc_template_only(element, diags, "hairline", "axis", "whisker", "curve",
	    "response", NULL);
	read_numbers(
	    element, stroke_words, CC_STROKE_COUNT, size->stroke, diags);
}

static void
read_parts(struct cc_size *size, const struct cc_element *element,
    struct cc_diags *diags)
{
	cc_template_only(element, diags, "title", "subtitle", "baseline",
	    "genetics", "legend", "caption", "patterns", NULL);
	for (int i = 0; i < CC_PART_COUNT; i++)
		size->part[i] = cc_template_flag(
		    element, part_words[i], size->part[i], diags);
	size->patterns =
	    cc_template_flag(element, "patterns", size->patterns, diags);
}

static void
read_looks(struct cc_size *size, const struct cc_element *element,
    struct cc_diags *diags)
{
	if (strcmp(element->name, "type") == 0)
		read_type(size, element, diags);
	else if (strcmp(element->name, "stroke") == 0)
		read_stroke(size, element, diags);
	else if (strcmp(element->name, "parts") == 0)
		read_parts(size, element, diags);
	else
		cc_template_stray(element, diags);
}

/* An optional length in the unit of `like` (NULL: any). Leaves *length alone
 * where absent. */
static void
read_length(const struct cc_element *element, const char *name,
    const struct cc_length *like, struct cc_length *length,
    struct cc_diags *diags)
{
	const struct cc_attribute *attribute =
	    cc_element_attribute(element, name);
	struct cc_length found;

	if (attribute == NULL)
		return;
	if (!cc_length_read(attribute->value, &found))
		cc_template_wrong(
		    attribute, "a length (as 89mm; in, px, pt)", diags);
	else if (like != NULL && like->px != found.px)
		cc_template_wrong(attribute, "in the unit of the width", diags);
	else
		*length = found;
}

static void
read_extent(struct cc_size *size, const struct cc_element *element,
    struct cc_diags *diags)
{
	struct cc_length width = {0}, height = {0}, max = {.value = INFINITY};
	struct cc_length margin = {.value = size->margin};

	cc_template_need(element, "width", diags);
	read_length(element, "width", NULL, &width, diags);
	read_length(element, "height", &width, &height, diags);
	read_length(element, "max-height", &width, &max, diags);
	read_length(element, "margin", &width, &margin, diags);
	size->unit = width.px ? 0.75 : 1;
	size->width = width.value;
	size->height = height.value;
	size->fixed_height = height.value > 0;
	size->max_height = size->fixed_height ? height.value : max.value;
	size->margin = margin.value;
}

/* The first length that is still 0, or NULL. */
static const char *
size_gap(const struct cc_size *size)
{
	for (int i = 0; i < CC_TYPE_COUNT; i++)
		if (size->type[i] <= 0)
			return type_words[i];
	for (int i = 0; i < CC_STROKE_COUNT; i++)
		if (size->stroke[i] <= 0)
			return stroke_words[i];
	if (size->margin <= 0)
		return "margin";
	return size->leading <= 0 ? "leading" : NULL;
}

static bool
read_size(struct cc_size_entry *entry, const struct cc_element *element,
    struct cc_diags *diags)
{
	struct cc_size *size = &entry->size;
	guint errors = diags->count[CC_ERROR];

	cc_template_only(element, diags, "name", "width", "height",
	    "max-height", "margin", "model", NULL);
	size->name = cc_template_need(element, "name", diags);
	read_extent(size, element, diags);
	entry->model = cc_template_flag(element, "model", false, diags);
	for (const struct cc_element *child = element->first; child != NULL;
	     child = child->next) {
		if (strcmp(child->name, "about") == 0)
			size->about = child->text;
		else
			read_looks(size, child, diags);
	}
	if (diags->count[CC_ERROR] == errors && size_gap(size) != NULL)
		cc_diag(diags, CC_E181, element->pos, element->name,
		    size_gap(size));
	return diags->count[CC_ERROR] == errors;
}

void
cc_sizes_read(const struct cc_element *root,
    void (*take)(void *data, const struct cc_size_entry *entry), void *data,
    struct cc_diags *diags)
{
	struct cc_size_entry file = {.size = {.about = "", .patterns = true}};
	const char *source = cc_element_value(root, "source");
	const char *checked = cc_element_value(root, "checked");

	cc_template_only(root, diags, "source", "checked", "reviewed", NULL);
	file.size.source = source != NULL ? source : "";
	file.size.checked = checked != NULL ? checked : "";
	file.size.reviewed = cc_template_flag(root, "reviewed", true, diags);
	for (int i = 0; i < CC_PART_COUNT; i++)
		file.size.part[i] = true;
	for (const struct cc_element *child = root->first; child != NULL;
	     child = child->next) {
		struct cc_size_entry entry = file;

		if (strcmp(child->name, "size") != 0)
			read_looks(&file.size, child, diags);
		else if (read_size(&entry, child, diags))
			take(data, &entry);
	}
}
