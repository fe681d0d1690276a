/* Reads offsets (12d, 5y7m) and bare numbers. */
#include "base/time-notation.h"

#include "base/number.h"

#include <string.h>

/* Keeps every offset far from overflow; nobody lives longer. */
#define AMOUNT_DIGITS_MAX 9

static const char unit_letters[] = {
    [CC_PRECISION_YEAR] = 'y',
    [CC_PRECISION_MONTH] = 'm',
    [CC_PRECISION_WEEK] = 'w',
    [CC_PRECISION_DAY] = 'd',
    [CC_PRECISION_HOUR] = 'h',
    [CC_PRECISION_MINUTE] = 0,
};

/* The slice is digits and perhaps a point: a bare number. */
static bool
number_read(const struct cc_time_scan *scan, struct cc_slice slice,
    struct cc_time_point *point)
{
	g_autofree char *text = g_strndup(slice.at, cc_slice_length(slice));
	const char *fraction = strchr(text, '.');
	size_t whole =
	    fraction != NULL ? (size_t)(fraction - text) : strlen(text);
	bool letter = slice.end < scan->text + strlen(scan->text) &&
	              g_ascii_isalpha(*slice.end);

	if (fraction != NULL && letter) {
		char hint[CC_TIME_HINT] =
		    "whole numbers of smaller units, as 2y6m";

		cc_time_hint_decimal(text, *slice.end, hint);
		slice.end++;
		cc_diag(scan->diags, CC_E226,
		    cc_slice_pos(scan->text, scan->pos, slice), hint);
		return false;
	}
	if (whole > AMOUNT_DIGITS_MAX ||
	    !cc_number_read(text, &point->amount[CC_PRECISION_NONE]))
		return cc_time_not_one(scan, slice);
	point->bare = true;
	point->decimals = fraction != NULL ? (int)strlen(fraction) - 1 : 0;
	return true;
}

static enum cc_precision
unit_find(char letter)
{
	size_t i;

	for (i = CC_PRECISION_YEAR; i <= CC_PRECISION_HOUR; i++)
		if (unit_letters[i] == letter)
			return (enum cc_precision)i;
	return CC_PRECISION_NONE;
}

/* Suggests the same units, largest first. */
static bool
order_refuse(const struct cc_time_scan *scan, struct cc_slice slice,
    const struct cc_time_point *point)
{
	g_autoptr(GString) hint = g_string_new(point->negative ? "-" : "");
	size_t i;

	for (i = CC_PRECISION_YEAR; i <= CC_PRECISION_HOUR; i++) {
		if (point->amount[i] == 0)
			continue;
		cc_number_append(hint, point->amount[i], 0);
		g_string_append_c(hint, unit_letters[i]);
	}
	if (hint->len == 0)
		g_string_append(hint, "0d");
	cc_diag(scan->diags, CC_E224,
	    cc_slice_pos(scan->text, scan->pos, slice), hint->str);
	return false;
}

static bool
unit_refuse(const struct cc_time_scan *scan, struct cc_slice slice,
    struct cc_slice letter)
{
	g_autofree char *hint = cc_time_hint_guess(scan, slice);

	if (hint != NULL)
		return cc_time_refuse(scan, CC_E217, slice, hint);
	return cc_time_refuse(scan, CC_E225, letter, "");
}

/* One "digits unit"; advances p. Amounts of the same unit are added up, for
 * the suggestion of what was meant. */
static bool
unit_read(const struct cc_time_scan *scan, struct cc_slice slice,
    const char **p, struct cc_time_point *point, bool *ordered)
{
	struct cc_slice digits = {*p, *p}, letter;
	enum cc_precision unit;

	while (digits.end < slice.end && g_ascii_isdigit(*digits.end))
		digits.end++;
	if (cc_slice_length(digits) == 0 ||
	    cc_slice_length(digits) > AMOUNT_DIGITS_MAX)
		return cc_time_not_one(scan, slice);
	if (digits.end == slice.end)
		return cc_time_refuse(
		    scan, CC_E228, digits, "5y7m, 23w4d or 12d");
	letter.at = digits.end;
	letter.end = g_utf8_find_next_char(letter.at, slice.end);
	if (letter.end == NULL)
		letter.end = slice.end;
	if (*letter.at == '.' || *letter.at == '-')
		return cc_time_not_one(scan, slice);
	unit = unit_find(*letter.at);
	if (unit == CC_PRECISION_NONE)
		return unit_refuse(scan, slice, letter);
	if (unit <= point->precision)
		*ordered = false;
	point->precision = MAX(point->precision, unit);
	point->amount[unit] += cc_slice_number(digits);
	*p = letter.end;
	return true;
}

bool
cc_time_offset_read(const struct cc_time_scan *scan, struct cc_slice slice,
    struct cc_time_point *point)
{
	struct cc_slice number = slice;
	bool ordered = true;
	const char *p;

	point->form = CC_POINT_OFFSET;
	point->negative = *slice.at == '-';
	number.at += *slice.at == '-' || *slice.at == '+';
	for (p = number.at; p < slice.end && (g_ascii_isdigit(*p) || *p == '.');
	     p++)
		;
	if (p == number.at)
		return cc_time_not_one(scan, slice);
	number.end = p;
	if (p == slice.end || memchr(number.at, '.', p - number.at) != NULL) {
		if (!number_read(scan, number, point))
			return false;
		return p == slice.end || cc_time_not_one(scan, slice);
	}
	p = number.at;
	while (p < slice.end)
		if (!unit_read(scan, slice, &p, point, &ordered))
			return false;
	return ordered || order_refuse(scan, slice, point);
}
