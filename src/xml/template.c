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

int
cc_template_choice(const struct cc_element *element, const char *name,
    const char *const *words, size_t count, struct cc_diags *diags)
{
	const char *value = cc_template_need(element, name, diags);
	const char *nearest;
	g_autofree char *wanted = NULL;

	if (value == NULL)
		return -1;
	for (size_t i = 0; i < count; i++)
		if (strcmp(words[i], value) == 0)
			return (int)i;
	nearest = cc_nearest(value, words, count);
	wanted = g_strdup_printf(
	    "known here; %s is", nearest != NULL ? nearest : words[0]);
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
