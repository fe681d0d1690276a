#include "layout/size-data.h"

#include "base/number.h"
#include "base/time.h"
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

#define LENGTH_MAX 100000 /* in any unit; keeps sums finite */

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
		if (!cc_number_read(digits, &number) || number <= 0 ||
		    number > LENGTH_MAX)
			return false;
		length->value = number * units[i].points;
		length->px = units[i].px;
		return true;
	}
	return false;
}

#define NUMBER_MAX 10000 /* [pt] or [px]; no text or line is larger */

/* A positive number for every word that the element has as an attribute. */
static void
read_numbers(const struct cc_element *element, const char *const *words,
    size_t count, double *numbers, struct cc_diags *diags)
{
	for (size_t i = 0; i < count; i++) {
		double number = 1;

		if (!cc_template_number(element, words[i], &number, diags))
			continue;
		if (number <= 0 || number > NUMBER_MAX)
			cc_template_wrong(
			    cc_element_attribute(element, words[i]),
			    "above 0 and at most 10000", diags);
		else if (cc_element_value(element, words[i]) != NULL)
			numbers[i] = number;
	}
}

/* What the publisher asks for at least, beside what is drawn. */
static const char *const least[] = {"min"};

static void
read_type(struct cc_size *size, const struct cc_element *element,
    struct cc_diags *diags)
{
	static const char *const leading[] = {"leading"};

	cc_template_bare(element, diags);
	cc_template_only(element, diags, "title", "subtitle", "bar", "name",
	    "body", "least", "leading", "min", NULL);
	read_numbers(element, type_words, CC_TYPE_COUNT, size->type, diags);
	read_numbers(element, leading, 1, &size->leading, diags);
	read_numbers(element, least, 1, &size->text_min, diags);
}

static void
read_stroke(struct cc_size *size, const struct cc_element *element,
    struct cc_diags *diags)
{
	cc_template_bare(element, diags);
	cc_template_only(element, diags, "hairline", "axis", "whisker", "curve",
	    "response", "min", NULL);
	read_numbers(
	    element, stroke_words, CC_STROKE_COUNT, size->stroke, diags);
	read_numbers(element, least, 1, &size->line_min, diags);
}

static void
read_parts(struct cc_size *size, const struct cc_element *element,
    struct cc_diags *diags)
{
	cc_template_bare(element, diags);
	cc_template_only(element, diags, "title", "subtitle", "baseline",
	    "genetics", "legend", "caption", "patterns", "goes-on", NULL);
	for (int i = 0; i < CC_PART_COUNT; i++)
		size->part[i] = cc_template_flag(
		    element, part_words[i], size->part[i], diags);
	size->patterns =
	    cc_template_flag(element, "patterns", size->patterns, diags);
	size->goes_on =
	    cc_template_flag(element, "goes-on", size->goes_on, diags);
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
	if (cc_element_value(element, "height") != NULL &&
	    cc_element_value(element, "max-height") != NULL)
		cc_diag(diags, CC_E182,
		    cc_element_attribute(element, "max-height")->name_pos,
		    "max-height", "size height");
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

/* A length of a size beyond a limit of it. */
static void
refuse(const struct cc_size *size, enum cc_code code, const char *what,
    double drawn, double limit, struct cc_pos pos, struct cc_diags *diags)
{
	const char *unit = size->unit < 1 ? "px" : "pt";
	g_autoptr(GString) text = g_string_new(NULL);
	size_t split;

	cc_number_append(text, drawn, 2);
	g_string_append_printf(text, " %s", unit);
	split = text->len + 1;
	g_string_append_c(text, '\0');
	cc_number_append(text, limit, 2);
	g_string_append_printf(text, " %s", unit);
	cc_diag(diags, code, pos, size->name, what, text->str,
	    text->str + split);
}

/* What is drawn keeps to what the publisher asks. */
static void
check_least(
    const struct cc_size *size, struct cc_pos pos, struct cc_diags *diags)
{
	for (int i = 0; i < CC_TYPE_COUNT; i++)
		if (size->type[i] < size->text_min)
			refuse(size, CC_E455, type_words[i], size->type[i],
			    size->text_min, pos, diags);
	for (int i = 0; i < CC_STROKE_COUNT; i++)
		if (size->stroke[i] < size->line_min)
			refuse(size, CC_E455, stroke_words[i], size->stroke[i],
			    size->line_min, pos, diags);
}

/* Letters of a row stand in it, those of a bar may reach a little over. The
 * leading is a length: 1.2, as in style sheets, holds none. */
static double
leading_least(const struct cc_size *size)
{
	const double *type = size->type;

	return MAX(MAX(type[CC_TYPE_NAME], type[CC_TYPE_BODY]),
	    MAX(type[CC_TYPE_LEAST], 0.9 * type[CC_TYPE_BAR]));
}

/* What is drawn finds room: a line in its row, a plot between its margins. */
static void
check_room(
    const struct cc_size *size, struct cc_pos pos, struct cc_diags *diags)
{
	const double stroke_most = size->leading / 2;
	const double margin_most =
	    (size->fixed_height ? MIN(size->width, size->height)
				: size->width) /
	    4;

	if (size->leading < leading_least(size))
		refuse(size, CC_E455, "leading", size->leading,
		    leading_least(size), pos, diags);
	for (int i = 0; i < CC_STROKE_COUNT; i++)
		if (size->stroke[i] > stroke_most)
			refuse(size, CC_E456, stroke_words[i], size->stroke[i],
			    stroke_most, pos, diags);
	if (size->margin > margin_most)
		refuse(size, CC_E456, "margin", size->margin, margin_most, pos,
		    diags);
}

static bool
read_size(struct cc_size_entry *entry, const struct cc_element *element,
    struct cc_diags *diags)
{
	struct cc_size *size = &entry->size;
	guint errors = diags->count[CC_ERROR];

	cc_template_only(element, diags, "name", "width", "height",
	    "max-height", "margin", "model", NULL);
	cc_template_bare(element, diags);
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
	if (diags->count[CC_ERROR] == errors)
		check_least(size, element->pos, diags);
	if (diags->count[CC_ERROR] == errors)
		check_room(size, element->pos, diags);
	return diags->count[CC_ERROR] == errors;
}

static bool
is_day(const char *text)
{
	static const char form[] = "dddd-dd-dd";
	int part[3] = {0}, at = 0;
	struct cc_date date;

	if (strlen(text) != strlen(form))
		return false;
	for (size_t i = 0; form[i] != '\0'; i++) {
		if (form[i] == 'd' ? !g_ascii_isdigit(text[i]) : text[i] != '-')
			return false;
		if (form[i] == 'd')
			part[at] = part[at] * 10 + text[i] - '0';
		else
			at++;
	}
	if (part[0] < 1000 || part[1] < 1 || part[1] > 12 || part[2] < 1)
		return false;
	/* The 31st of a shorter month is a day of the next. */
	date = cc_instant_date(cc_instant_from_date(part[0], part[1], part[2]));
	return date.month == part[1] && date.day == part[2];
}

/* When the publisher's numbers were read: "2024-05-01", or "". */
static const char *
read_day(const struct cc_element *root, struct cc_diags *diags)
{
	const struct cc_attribute *from = cc_element_attribute(root, "checked");

	if (from == NULL)
		return "";
	if (is_day(from->value))
		return from->value;
	cc_template_wrong(from, "a day as 2024-05-01", diags);
	return "";
}

void
cc_sizes_read(const struct cc_element *root,
    void (*take)(void *data, const struct cc_size_entry *entry), void *data,
    struct cc_diags *diags)
{
	struct cc_size_entry file = {.size = {.about = "", .patterns = true}};
	const char *source = cc_template_need(root, "source", diags);
	bool sized = false;

	cc_template_bare(root, diags);
	cc_template_only(root, diags, "source", "checked", "reviewed", NULL);
	file.size.source = source != NULL ? source : "";
	file.size.checked = read_day(root, diags);
	file.size.reviewed = cc_template_flag(root, "reviewed", true, diags);
	for (int i = 0; i < CC_PART_COUNT; i++)
		file.size.part[i] = true;
	for (const struct cc_element *child = root->first; child != NULL;
	     child = child->next) {
		struct cc_size_entry entry = file;
		bool size = strcmp(child->name, "size") == 0;

		sized = sized || size;
		if (!size)
			read_looks(&file.size, child, diags);
		else if (read_size(&entry, child, diags))
			take(data, &entry);
	}
	if (!sized)
		cc_diag(diags, CC_E303, root->pos, root->name, "a <size>");
}
