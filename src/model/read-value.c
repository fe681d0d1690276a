/* Measured values as laboratories print them. */
#include "model/read.h"

#include <math.h>
#include <string.h>

/* Between the two numbers of a range. */
static const char *const dashes[] = {"-", "–", "—"};

static bool
number_at(struct cc_reading *reading, const char *text, size_t length,
    double *number, const char **written)
{
	char *digits = cc_arena_strndup(reading->arena, text, length);

	g_strstrip(digits);
	return cc_read_digits(reading, digits, number, written);
}

/* Two numbers on both sides of a sign; false where they are none. */
static bool
two_at(struct cc_reading *reading, const char *text, const char *sign,
    struct cc_value *value)
{
	/* A minus may begin the text. */
	const char *at = *text != '\0' ? strstr(text + 1, sign) : NULL;

	return at != NULL &&
	       number_at(reading, text, (size_t)(at - text), &value->ends[0],
		   &value->end_written[0]) &&
	       number_at(reading, at + strlen(sign), strlen(at + strlen(sign)),
		   &value->ends[1], &value->end_written[1]);
}

/* What is written of two numbers is one text, however it was spaced. */
static void
take_two(struct cc_reading *reading, struct cc_value *value,
    enum cc_value_form form, const char *sign)
{
	value->form = form;
	value->text = cc_arena_join(reading->arena, value->end_written[0],
	    sign, value->end_written[1], NULL);
	value->number = form == CC_VALUE_PAIR
	                    ? value->ends[0]
	                    : (value->ends[0] + value->ends[1]) / 2;
}

static bool
read_range(struct cc_reading *reading, const char *text, struct cc_pos pos,
    struct cc_value *value)
{
	for (size_t i = 0; i < G_N_ELEMENTS(dashes); i++) {
		if (!two_at(reading, text, dashes[i], value))
			continue;
		if (value->ends[0] > value->ends[1])
			cc_diag(reading->diags, CC_E325, pos,
			    value->end_written[0], value->end_written[1]);
		take_two(reading, value, CC_VALUE_RANGE, "-");
		return true;
	}
	return false;
}

/* "<0.01" is below="0.01". */
static bool
read_limit(struct cc_reading *reading, const char *text, struct cc_value *value)
{
	static const struct {
		const char *sign;
		enum cc_limit limit;
	} signs[] = {
	    {"<", CC_LIMIT_BELOW},
	    {">", CC_LIMIT_ABOVE},
	    {"＜", CC_LIMIT_BELOW},
	    {"＞", CC_LIMIT_ABOVE},
	};

	for (size_t i = 0; i < G_N_ELEMENTS(signs); i++) {
		const char *rest = text + strlen(signs[i].sign);

		if (!g_str_has_prefix(text, signs[i].sign) ||
		    !number_at(reading, rest, strlen(rest), &value->number,
			&value->written))
			continue;
		value->limit = signs[i].limit;
		value->text = value->written;
		return true;
	}
	return false;
}

bool
cc_read_value_text(struct cc_reading *reading,
    const struct cc_element *element, const char *text, struct cc_pos pos,
    struct cc_value *value)
{
	if (read_limit(reading, text, value) ||
	    read_range(reading, text, pos, value))
		return true;
	if (two_at(reading, text, "/", value)) {
		take_two(reading, value, CC_VALUE_PAIR, "/");
		return true;
	}
	if (!cc_read_number_text(reading, element, text, pos, &value->number,
		&value->written))
		return false;
	value->text = value->written;
	return true;
}

static bool
has_label(const struct cc_element *element)
{
	for (const struct cc_element *e = element->first; e; e = e->next)
		if (strcmp(e->name, "label") == 0)
			return true;
	return false;
}

void
cc_read_value(struct cc_reading *reading, const struct cc_element *element,
    struct cc_value *value)
{
	bool empty = element->text[strspn(element->text, " \t\r\n")] == '\0';
	bool words = value->result != CC_RESULT_NONE || has_label(element);

	if (value->limit == CC_LIMIT_NONE)
		value->number = NAN;
	/* One in an attribute, and a word that is none, were refused there. */
	words = words || cc_element_attribute(element, "value") != NULL ||
	        cc_element_attribute(element, "result") != NULL;
	if (empty && (words || value->limit != CC_LIMIT_NONE))
		return;
	if (empty)
		cc_diag(reading->diags, CC_E303, element->pos, element->name,
		    "a number, or result=\"...\"");
	else if (value->limit != CC_LIMIT_NONE)
		cc_diag(reading->diags, CC_E323, element->text_pos);
	else
		cc_read_value_text(reading, element, element->text,
		    element->text_pos, value);
}
