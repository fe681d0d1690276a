/* Numbers of the author's, and what one lacks that is none. */
#include "model/foreign.h"
#include "model/read.h"

#include "base/number-guess.h"
#include "base/number.h"

#include <string.h>

/* Where a number is written: what its unit, or its < can be put into. */
struct site {
	const struct cc_element *element;
	const char *attribute; /* NULL: it is the element's text */
};

static bool
is_attribute(const struct site *site, const char *name)
{
	return g_strcmp0(site->attribute, name) == 0;
}

static bool
is_value(const struct site *site)
{
	return site->attribute == NULL &&
	       (strcmp(site->element->name, "value") == 0 ||
		   strcmp(site->element->name, "series") == 0);
}

/* 8 months are 8m; 0: the age is in years. */
static char
infant_unit(const char *unit)
{
	static const struct {
		const char *word;
		char letter;
	} words[] = {{"d", 'd'}, {"day", 'd'}, {"days", 'd'}, {"天", 'd'},
	    {"w", 'w'}, {"wk", 'w'}, {"week", 'w'}, {"weeks", 'w'}, {"周", 'w'},
	    {"m", 'm'}, {"mo", 'm'}, {"mos", 'm'}, {"month", 'm'},
	    {"months", 'm'}, {"个月", 'm'}, {"月", 'm'}};

	for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
		if (g_ascii_strcasecmp(unit, words[i].word) == 0)
			return words[i].letter;
	return 0;
}

/* How "; write 98" goes on. */
static void
append_unit(GString *to, const struct site *site, const char *unit)
{
	if (is_attribute(site, "age") || is_attribute(site, "vaf"))
		return;
	if (is_value(site))
		g_string_append_printf(to, " and unit=\"%s\"", unit);
	else
		g_string_append(to, ", in the unit of the values");
}

static void
append_number(
    GString *to, const struct site *site, const struct cc_number_guess *guess)
{
	char infant = is_attribute(site, "age") ? infant_unit(guess->unit) : 0;
	bool limit;

	if (infant != 0 && strchr(guess->number[0], '.') == NULL) {
		g_string_append_printf(
		    to, "; write %s%c", guess->number[0], infant);
		return;
	}
	limit = guess->sign != 0 && is_value(site);
	if (limit)
		g_string_append_printf(to, "; write %s=\"%s\"",
		    guess->sign == '<' ? "below" : "above", guess->number[0]);
	else
		g_string_append_printf(to, "; write %s", guess->number[0]);
	if (guess->kind == CC_NUMBER_TWO_READINGS)
		g_string_append_printf(to, " or %s", guess->number[1]);
	if (guess->unit[0] != '\0')
		append_unit(to, site, guess->unit);
	if (limit)
		g_string_append(to, " in place of the number");
	if (guess->about)
		g_string_append(
		    to, ", and in a <note> that it is so by estimate");
}

/* The word of a result that the text is; NULL: none. */
static const char *
result_word(const char *text)
{
	g_autofree char *small = g_ascii_strdown(text, -1);
	int index;

	return cc_closed_find(&cc_closed_result, small, &index)
	           ? cc_closed_result.words[index]
	           : cc_foreign_word(&cc_closed_result, text);
}

static char *
number_hint(const struct site *site, const char *text)
{
	struct cc_number_guess guess = cc_number_guess(text);
	g_autoptr(GString) to = g_string_new(NULL);
	const char *word;

	switch (guess.kind) {
	case CC_NUMBER_UNKNOWN:
		g_string_assign(to, " such as 12.5");
		if (is_value(site))
			g_string_append(to,
			    "; what is none (3+, 1:320) is the <label> of a <value>");
		break;
	case CC_NUMBER_ONE:
	case CC_NUMBER_TWO_READINGS:
		append_number(to, site, &guess);
		break;
	case CC_NUMBER_RANGE:
		g_string_printf(to, "; write one of them, %s or %s",
		    guess.number[0], guess.number[1]);
		break;
	case CC_NUMBER_RESULT:
		word = result_word(text);
		if (word != NULL && is_value(site))
			g_string_append_printf(to,
			    "; write result=\"%s\" in place of the number",
			    word);
		else
			g_string_assign(to,
		    is_value(site)
			? "; a result in words is written result=\"positive\" "
			  "(negative, normal, high, low, borderline, "
			  "not-detected), or as a <label>"
			: "; a result in words is the <label> of an <event>");
		break;
	case CC_NUMBER_MISSING:
		g_string_assign(to, "; leave out what was not measured");
		break;
	}
	return g_strdup(to->str);
}

/* 38 for the "38%" of what is in percent anyway. */
static const char *
without_percent(
    struct cc_reading *reading, const struct site *site, const char *digits)
{
	size_t length = strlen(digits);

	if (!is_attribute(site, "vaf") || length == 0 ||
	    digits[length - 1] != '%')
		return digits;
	length--;
	while (length > 0 && digits[length - 1] == ' ')
		length--;
	return cc_arena_strndup(reading->arena, digits, length);
}

bool
cc_read_digits(struct cc_reading *reading, const char *text, double *number,
    const char **written)
{
	char plain[CC_NUMBER_TEXT];

	*written = text;
	if (cc_number_read(text, number))
		return true;
	if (!cc_number_plain(text, plain) || !cc_number_read(plain, number))
		return false;
	*written = cc_arena_strdup(reading->arena, plain);
	return true;
}

static bool
read_at(struct cc_reading *reading, const struct site *site, const char *text,
    struct cc_pos pos, double *number, const char **written)
{
	const char *digits = without_percent(
	    reading, site, cc_read_collapsed(reading, text));
	const bool measured = is_value(site) || is_attribute(site, "below") ||
	                      is_attribute(site, "above");
	g_autofree char *hint = NULL;

	*written = digits;
	if (measured ? cc_read_digits(reading, digits, number, written)
	             : cc_number_read(digits, number))
		return true;
	*written = NULL;
	if (pos.source == NULL)
		pos = site->element->pos;
	hint = number_hint(site, digits);
	cc_diag(reading->diags, CC_E309, pos, digits, hint);
	return false;
}

bool
cc_read_number(struct cc_reading *reading, const struct cc_element *element,
    const struct cc_attribute *attribute, double *number, const char **written)
{
	const struct site site = {
	    element, attribute != NULL ? attribute->name : NULL};

	return read_at(reading, &site,
	    attribute != NULL ? attribute->value : element->text,
	    attribute != NULL ? attribute->pos : element->text_pos, number,
	    written);
}

bool
cc_read_number_text(struct cc_reading *reading,
    const struct cc_element *element, const char *text, struct cc_pos pos,
    double *number, const char **written)
{
	const struct site site = {element, NULL};

	return read_at(reading, &site, text, pos, number, written);
}
