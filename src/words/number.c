#include "words/language.h"

#include "base/number.h"

#include <math.h>
#include <string.h>

#define GROUP 3 /* digits */

/* A minus sign, thousands and a decimal point as the language has them. */
static const char *
spell_digits(const struct cc_words_in *in, const char *written,
    const char *separator, const char *point)
{
	const char *minus = *written == '-' ? cc_say(in, CC_MSG_MINUS) : "";
	const char *digits = written + (*written == '-');
	size_t whole = strspn(digits, "0123456789");
	char *text = cc_arena_alloc(
	    in->arena, strlen(minus) + strlen(digits) + strlen(point) +
			   whole / GROUP * strlen(separator) + 1);
	char *to = g_stpcpy(text, minus);

	for (size_t i = 0; i < whole; i++) {
		if (i > 0 && (whole - i) % GROUP == 0)
			to = g_stpcpy(to, separator);
		*to++ = digits[i];
	}
	const char *rest = digits + whole;
	if (*rest == '.') {
		to = g_stpcpy(to, point);
		rest++;
	}
	/* Decimals, and a sign: "90+". */
	g_stpcpy(to, rest);
	return text;
}

/* `least`: digits before the decimal separator that are grouped. */
static const char *
digits_grouped(const struct cc_words_in *in, const char *written, size_t least)
{
	bool negative = *written == '-';
	size_t whole = strspn(written + negative, "0123456789");
	bool grouped = whole >= least;
	const char *point = cc_say(in, CC_MSG_DECIMAL_SEPARATOR);

	/* As most are, at least in English. */
	if (!negative && !grouped &&
	    (written[whole] == '\0' ||
		(written[whole] == '.' && strcmp(point, ".") == 0)))
		return written;
	return spell_digits(in, written,
	    grouped ? cc_say(in, CC_MSG_GROUP_SEPARATOR) : "", point);
}

/* "1000": numbers of as many digits are grouped. */
static size_t
group_from(const struct cc_words_in *in)
{
	return strlen(cc_say(in, CC_MSG_GROUP_FROM));
}

/* The same of a number among others. */
static size_t
group_beside(const struct cc_words_in *in, double greatest)
{
	size_t least = group_from(in);

	/* No language groups fewer. */
	if (least <= GROUP + 1)
		return least;
	return fabs(greatest) >= pow(10, (double)least - 1) ? GROUP + 1 : least;
}

const char *
cc_digits_text(const struct cc_words_in *in, const char *written)
{
	return digits_grouped(in, written, group_from(in));
}

const char *
cc_number_text(const struct cc_words_in *in, double number, int decimals)
{
	return cc_digits_text(
	    in, cc_number_decimal(in->arena, number, decimals));
}

/* With zeros behind the point until it has so many places. */
static const char *
fill_places(const struct cc_words_in *in, const char *written, int least)
{
	const char *point = strchr(written, '.');
	int places = point != NULL ? (int)strlen(point + 1) : 0;

	if (places >= least)
		return written;
	return cc_arena_printf(in->arena, "%s%s%.*s", written,
	    point != NULL ? "" : ".", least - places, "000000");
}

const char *
cc_number_beside(const struct cc_words_in *in, double number, double greatest,
    int least, int decimals)
{
	const char *written = cc_number_decimal(in->arena, number, decimals);

	if (number != 0)
		written = fill_places(in, written, least);
	return digits_grouped(in, written, group_beside(in, greatest));
}

#define DECIMALS_MOST 6 /* of a value that was computed, not typed */

/* "95–100", "135/70". */
static const char *
two_text(const struct cc_words_in *in, const struct cc_value *value,
    size_t grouped_from)
{
	const char *ends[2];

	for (size_t i = 0; i < G_N_ELEMENTS(ends); i++) {
		const char *written = value->end_written[i];

		if (written == NULL)
			written = cc_number_decimal(
			    in->arena, value->ends[i], DECIMALS_MOST);
		ends[i] = digits_grouped(in, written, grouped_from);
	}
	return cc_arena_join(in->arena, ends[0],
	    value->form == CC_VALUE_PAIR ? "/" : "–", ends[1], NULL);
}

const char *
cc_result_text(const struct cc_words_in *in, const struct cc_value *value)
{
	static const enum cc_message words[] = {
	    [CC_RESULT_POSITIVE] = CC_MSG_RESULT_POSITIVE,
	    [CC_RESULT_NEGATIVE] = CC_MSG_RESULT_NEGATIVE,
	    [CC_RESULT_NORMAL] = CC_MSG_RESULT_NORMAL,
	    [CC_RESULT_HIGH] = CC_MSG_RESULT_HIGH,
	    [CC_RESULT_LOW] = CC_MSG_RESULT_LOW,
	    [CC_RESULT_BORDERLINE] = CC_MSG_RESULT_BORDERLINE,
	    [CC_RESULT_NOT_DETECTED] = CC_MSG_RESULT_NOT_DETECTED,
	};
	const char *label = cc_text_in(in, &value->labels);
	_Static_assert(G_N_ELEMENTS(words) == CC_RESULT_COUNT, "a word each");

	if (label != NULL)
		return label;
	return value->result != CC_RESULT_NONE
	           ? cc_say(in, words[value->result])
	           : "";
}

static const char *
value_text(const struct cc_words_in *in, const struct cc_value *value,
    size_t grouped_from)
{
	const char *written = value->written;
	const char *number;

	if (isnan(value->number))
		return cc_result_text(in, value);
	if (value->form != CC_VALUE_ONE)
		return two_text(in, value, grouped_from);
	if (written == NULL)
		written =
		    cc_number_decimal(in->arena, value->number, DECIMALS_MOST);
	number = digits_grouped(in, written, grouped_from);
	switch (value->limit) {
	case CC_LIMIT_BELOW:
		return cc_say_with(
		    in, CC_MSG_VALUE_BELOW, "value", number, NULL);
	case CC_LIMIT_ABOVE:
		return cc_say_with(
		    in, CC_MSG_VALUE_ABOVE, "value", number, NULL);
	case CC_LIMIT_NONE:
		break;
	}
	return number;
}

const char *
cc_value_text(const struct cc_words_in *in, const struct cc_value *value)
{
	return value_text(in, value, group_from(in));
}

const char *
cc_value_beside(
    const struct cc_words_in *in, const struct cc_value *value, double greatest)
{
	return value_text(in, value, group_beside(in, greatest));
}

static void
append_superscript(GString *to, const char *digits, size_t length)
{
	static const char *const raised[] = {
	    "⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};

	for (size_t i = 0; i < length; i++)
		g_string_append(
		    to, digits[i] == '-' ? "⁻" : raised[digits[i] - '0']);
}

/* The bytes of an exponent "9" or "-9"; 0 where there is none. */
static size_t
exponent_length(const char *text)
{
	size_t sign = *text == '-';
	size_t digits = strspn(text + sign, "0123456789");

	return digits > 0 ? sign + digits : 0;
}

/* m2, dm2, cm3, mm3: what units typed without a raised digit end in. */
static bool
is_power_of_metre(const char *part, size_t length)
{
	static const char *const lengths[] = {"m", "dm", "cm", "mm"};

	while (length > 0 && g_ascii_isdigit(*part)) { /* 1.73m2 */
		part++;
		length--;
	}
	if (length < 2 || (part[length - 1] != '2' && part[length - 1] != '3'))
		return false;
	for (size_t i = 0; i < G_N_ELEMENTS(lengths); i++)
		if (strlen(lengths[i]) == length - 1 &&
		    memcmp(lengths[i], part, length - 1) == 0)
			return true;
	return false;
}

/* Whether a part of a unit begins with a u that stands for micro. */
static bool
begins_with_micro(const char *part, size_t length)
{
	static const char *const units[] = {
	    "mol", "g", "L", "l", "m", "U", "IU", "s", "V", "Sv", "Eq"};

	if (length < 2 || *part != 'u')
		return false;
	for (size_t i = 0; i < G_N_ELEMENTS(units); i++)
		if (strlen(units[i]) == length - 1 &&
		    memcmp(units[i], part + 1, length - 1) == 0)
			return true;
	return false;
}

/* One part of a unit, between slashes, spaces and dots. */
static void
append_part(GString *to, const char *part, size_t length)
{
	const char *caret = memchr(part, '^', length);
	size_t raised = caret == NULL ? 0 : exponent_length(caret + 1);

	if (begins_with_micro(part, length)) {
		g_string_append(to, "µ");
		part++;
		length--;
	}
	if (raised > 0 && caret + 1 + raised <= part + length) {
		if (caret - part == 2 && memcmp(part, "10", 2) == 0)
			g_string_append(to, "×");
		g_string_append_len(to, part, caret - part);
		append_superscript(to, caret + 1, raised);
		length -= (size_t)(caret + 1 + raised - part);
		part = caret + 1 + raised;
	} else if (is_power_of_metre(part, length)) {
		g_string_append_len(to, part, (gssize)length - 1);
		append_superscript(to, part + length - 1, 1);
		return;
	}
	g_string_append_len(to, part, (gssize)length);
}

/* Words of units that other languages have their own for; NULL: none. */
static const char *
unit_word(const struct cc_words_in *in, const char *part, size_t length)
{
	static const struct {
		const char *word;
		enum cc_message message;
	} words[] = {
	    {"cells", CC_MSG_UNIT_CELLS},
	    {"copies", CC_MSG_UNIT_COPIES},
	    {"count", CC_MSG_UNIT_COUNT},
	    {"points", CC_MSG_UNIT_POINTS},
	    {"minute", CC_MSG_UNIT_MINUTE},
	    {"hour", CC_MSG_UNIT_HOUR},
	    {"day", CC_MSG_UNIT_DAY},
	    {"wk", CC_MSG_UNIT_WEEK},
	    {"week", CC_MSG_UNIT_WEEK},
	    {"month", CC_MSG_UNIT_MONTH},
	};

	for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
		if (strlen(words[i].word) == length &&
		    strncmp(words[i].word, part, length) == 0)
			return cc_say(in, words[i].message);
	return NULL;
}

const char *
cc_unit_text(const struct cc_words_in *in, const char *unit)
{
	GString *to;

	if (unit == NULL || strcmp(unit, "1") == 0)
		return "";
	if (cc_unit_of_limit(unit))
		return "×ULN";
	to = g_string_new(NULL);
	while (*unit != '\0') {
		size_t length = strcspn(unit, "/ .*");

		const char *word = unit_word(in, unit, length);

		if (word != NULL)
			g_string_append(to, word);
		else
			append_part(to, unit, length);
		unit += length;
		if (*unit != '\0')
			g_string_append_c(to, *unit++);
	}
	return cc_words_take(in, to);
}
