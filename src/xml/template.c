#include "xml/template.h"

#include "base/number.h"

#include <stdarg.h>
#include <string.h>

const char *
cc_template_need(
    const struct cc_element *element, const char *name, struct cc_diags *diags)
{
	const char *value = cc_element_value(element, name);

	if (value == NULL || *value == '\0') {
		cc_diag(diags, CC_E181, element->pos, element->name, name);
		return NULL;
	}
	return value;
}

void
cc_template_wrong(const struct cc_attribute *attribute, const char *wanted,
    struct cc_diags *diags)
{
	cc_diag(diags, CC_E183, attribute->pos, attribute->value, wanted);
}

bool
cc_template_number(const struct cc_element *element, const char *name,
    double *number, struct cc_diags *diags)
{
	const struct cc_attribute *attribute =
	    cc_element_attribute(element, name);

	if (attribute == NULL || cc_number_read(attribute->value, number))
		return true;
	cc_template_wrong(attribute, "a number", diags);
	return false;
}

bool
cc_template_flag(const struct cc_element *element, const char *name,
    bool fallback, struct cc_diags *diags)
{
	const struct cc_attribute *attribute =
	    cc_element_attribute(element, name);

	if (attribute == NULL)
		return fallback;
	if (strcmp(attribute->value, "yes") == 0)
		return true;
	if (strcmp(attribute->value, "no") == 0)
		return false;
	cc_template_wrong(attribute, "yes or no", diags);
	return fallback;
}

#define LISTED_MAX 16 /* words; of more, only the nearest is told */

/* How "x is not ..." goes on: the nearest word, else the few there are. */
static char *
legal_words(const char *value, const char *const *words, size_t count)
{
	const char *nearest = cc_nearest(value, words, count);
	GString *to;

	if (nearest != NULL)
		return g_strdup_printf(
		    "known here; the nearest is \"%s\"", nearest);
	if (count > LISTED_MAX)
		return g_strdup("known here");
	to = g_string_new("one of: ");
	for (size_t i = 0; i < count; i++)
		g_string_append_printf(to, "%s%s", i > 0 ? ", " : "", words[i]);
	return g_string_free(to, FALSE);
}

int
cc_template_choice(const struct cc_element *element, const char *name,
    const char *const *words, size_t count, struct cc_diags *diags)
{
	const char *value = cc_template_need(element, name, diags);
	g_autofree char *wanted = NULL;

	if (value == NULL)
		return -1;
	for (size_t i = 0; i < count; i++)
		if (strcmp(words[i], value) == 0)
			return (int)i;
	wanted = legal_words(value, words, count);
	cc_template_wrong(cc_element_attribute(element, name), wanted, diags);
	return -1;
}

void
cc_template_only(const struct cc_element *element, struct cc_diags *diags, ...)
{
	for (size_t i = 0; i < element->attribute_count; i++) {
		const struct cc_attribute *attribute = &element->attributes[i];
		const char *known;
		va_list args;

		if (g_str_has_prefix(attribute->name, "xmlns"))
			continue;
		va_start(args, diags);
		do
			known = va_arg(args, const char *);
		while (known != NULL && strcmp(known, attribute->name) != 0);
		va_end(args);
		if (known == NULL)
			cc_diag(diags, CC_E182, attribute->name_pos,
			    attribute->name, element->name);
	}
}

void
cc_template_stray(const struct cc_element *element, struct cc_diags *diags)
{
	cc_diag(diags, CC_E180, element->pos, element->name);
}

void
cc_template_bare(const struct cc_element *element, struct cc_diags *diags)
{
	const char *text = element->text;

	while (text != NULL && g_ascii_isspace(*text))
		text++;
	if (text != NULL && *text != '\0')
		cc_diag(diags, CC_E184,
		    element->text_pos.source != NULL ? element->text_pos
						     : element->pos,
		    element->name);
}
