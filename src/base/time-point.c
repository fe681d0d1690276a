/* Reads one point of the time notation: a date, an offset or a number. */
#include "base/time-notation.h"

#include "base/number.h"

#include <string.h>

#define QUOTE_MAX 40 /* [code points] */

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

char *
cc_slice_quote(struct cc_slice slice)
{
	g_autofree char *valid =
	    g_utf8_make_valid(slice.at, (gssize)cc_slice_length(slice));
	g_autofree char *cut = NULL;

	if (g_utf8_strlen(valid, -1) <= QUOTE_MAX)
		return g_steal_pointer(&valid);
	cut = g_utf8_substring(valid, 0, QUOTE_MAX - 1);
	return g_strconcat(cut, "\u2026", NULL);
}

struct cc_pos
cc_slice_pos(const char *text, struct cc_pos pos, struct cc_slice slice)
{
	/* Where the source writes a letter as &#x32; the offsets differ. */
	if (pos.length != 0 && pos.length != strlen(text))
		return pos;
	pos.at += (uint32_t)(slice.at - text);
	pos.length = (uint32_t)cc_slice_length(slice);
	return pos;
}

/* Refuses a slice with a code whose sentence takes it and a suggestion. */
static bool
refuse(const struct cc_time_scan *scan, enum cc_code code,
    struct cc_slice slice, const char *hint)
{
	g_autofree char *quote = cc_slice_quote(slice);

	cc_diag(scan->diags, code, cc_slice_pos(scan->text, scan->pos, slice),
	    quote, hint);
	return false;
}

static bool
not_a_time(const struct cc_time_scan *scan, struct cc_slice slice)
{
	char hint[CC_TIME_HINT];

	if (!cc_time_hint_date(slice, hint))
		g_strlcpy(hint,
		    "a date as 2022-07-01, an offset as 12d, or start/end",
		    sizeof hint);
	return refuse(scan, CC_E217, slice, hint);
}

static bool
all_digits(struct cc_slice slice)
{
	const char *p;

	for (p = slice.at; p < slice.end; p++)
		if (!g_ascii_isdigit(*p))
			return false;
	return slice.at < slice.end;
}

/* A short run of digits. */
static int
slice_number(struct cc_slice slice)
{
	int number = 0;
	const char *p;

	for (p = slice.at; p < slice.end; p++)
		number = number * 10 + (*p - '0');
	return number;
}

/* Takes the part before the next separator off the slice. */
static struct cc_slice
part_take(struct cc_slice *slice, char separator)
{
	struct cc_slice part = *slice;
	const char *found =
	    memchr(slice->at, separator, cc_slice_length(*slice));

	if (found != NULL)
		part.end = found;
	slice->at = found != NULL ? found + 1 : slice->end;
	return part;
}

static bool
year_read(const struct cc_time_scan *scan, struct cc_slice part, int *year)
{
	if (cc_slice_length(part) == 4)
		*year = slice_number(part);
	if (cc_slice_length(part) != 4 || *year < 1000)
		return refuse(scan, CC_E215, part, "");
	return true;
}

/* Two digits of a month or day; `date` is the whole, for the suggestion. */
static bool
two_digits(const struct cc_time_scan *scan, struct cc_slice date,
    struct cc_slice part, int *number)
{
	char hint[CC_TIME_HINT];

	if (!all_digits(part) || cc_slice_length(part) > 2)
		return not_a_time(scan, date);
	*number = slice_number(part);
	if (cc_slice_length(part) == 2)
		return true;
	if (!cc_time_hint_date(date, hint))
		g_strlcpy(
		    hint, "two digits for the month and the day", sizeof hint);
	return refuse(scan, CC_E204, date, hint);
}

static bool
month_refuse(const struct cc_time_scan *scan, struct cc_slice date,
    struct cc_slice part, int year, int month)
{
	char hint[CC_TIME_HINT];

	if (part.end == date.end && cc_time_hint_season(year, month, hint))
		return refuse(scan, CC_E205, date, hint);
	g_snprintf(hint, sizeof hint, "%04d", year);
	return refuse(scan, CC_E202, part, hint);
}

static bool
day_refuse(
    const struct cc_time_scan *scan, struct cc_slice date, int year, int month)
{
	g_autofree char *quote = cc_slice_quote(date);
	char hint[CC_TIME_HINT];

	g_snprintf(hint, sizeof hint, "%04d-%02d", year, month);
	cc_diag(scan->diags, CC_E203, cc_slice_pos(scan->text, scan->pos, date),
	    quote, hint, cc_month_days(year, month), hint);
	return false;
}

/* "hh:mm" at p, and nothing said of what follows it. */
static bool
clock_shape(const char *p, const char *end)
{
	return end - p >= 5 && g_ascii_isdigit(p[0]) && g_ascii_isdigit(p[1]) &&
	       p[2] == ':' && g_ascii_isdigit(p[3]) && g_ascii_isdigit(p[4]);
}

static bool
clock_read(const struct cc_time_scan *scan, struct cc_slice date,
    struct cc_slice part, struct cc_time_point *point)
{
	struct cc_slice whole = {date.at, part.end};
	g_autofree char *hint = g_strdup_printf(
	    "%04d-%02d-%02dT09:30", point->year, point->month, point->day);

	if (!clock_shape(part.at, part.end))
		return refuse(scan, CC_E213, part, hint);
	if (cc_slice_length(part) > 5) {
		whole.end = part.at + 5;
		g_free(hint);
		hint = cc_slice_quote(whole);
		cc_diag(scan->diags, CC_E214,
		    cc_slice_pos(scan->text, scan->pos,
			(struct cc_slice){whole.end, part.end}),
		    hint);
		return false;
	}
	point->hour = slice_number((struct cc_slice){part.at, part.at + 2});
	point->minute = slice_number((struct cc_slice){part.at + 3, part.end});
	if (point->hour > 23 || point->minute > 59)
		return refuse(scan, CC_E213, part, hint);
	point->precision = CC_PRECISION_MINUTE;
	return true;
}

static bool
date_read(const struct cc_time_scan *scan, struct cc_slice slice,
    struct cc_time_point *point)
{
	struct cc_slice left = slice;
	struct cc_slice day_time = part_take(&left, 'T');
	bool has_clock = day_time.end != slice.end;
	struct cc_slice date = day_time, part;

	point->form = CC_POINT_DATE;
	point->precision = CC_PRECISION_YEAR;
	if (!year_read(scan, part_take(&day_time, '-'), &point->year))
		return false;
	if (date.end[-1] == '-')
		return not_a_time(scan, slice);
	if (day_time.at < day_time.end) {
		point->precision = CC_PRECISION_MONTH;
		part = part_take(&day_time, '-');
		if (!two_digits(scan, date, part, &point->month))
			return false;
		if (point->month < 1 || point->month > 12)
			return month_refuse(
			    scan, date, part, point->year, point->month);
	}
	if (day_time.at < day_time.end) {
		point->precision = CC_PRECISION_DAY;
		if (!two_digits(scan, date, day_time, &point->day))
			return false;
		if (point->day < 1 ||
		    point->day > cc_month_days(point->year, point->month))
			return day_refuse(
			    scan, date, point->year, point->month);
	}
	if (!has_clock)
		return true;
	if (point->precision != CC_PRECISION_DAY)
		return not_a_time(scan, slice);
	return clock_read(scan, date, left, point);
}

/* A decimal with a unit, in whole smaller units. */
static void
decimal_hint(struct cc_slice number, char letter, char hint[CC_TIME_HINT])
{
	static const struct {
		char letter, smaller;
		int parts;
	} units[] = {
	    {'y', 'm', 12}, {'m', 'd', 30}, {'w', 'd', 7}, {'d', 'h', 24}};
	g_autofree char *text = g_strndup(number.at, cc_slice_length(number));
	double amount;
	size_t i;

	g_strlcpy(
	    hint, "whole numbers of smaller units, as 2y6m", CC_TIME_HINT);
	if (!cc_number_read(text, &amount) || amount >= 1e6)
		return;
	for (i = 0; i < G_N_ELEMENTS(units); i++) {
		int whole = (int)amount;
		int rest = (int)((amount - whole) * units[i].parts + 0.5);

		if (units[i].letter != letter)
			continue;
		if (whole > 0 && rest > 0)
			g_snprintf(hint, CC_TIME_HINT, "%d%c%d%c", whole,
			    letter, rest, units[i].smaller);
		else
			g_snprintf(hint, CC_TIME_HINT, "%d%c",
			    rest > 0 ? rest : whole,
			    rest > 0 ? units[i].smaller : letter);
	}
}

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
		char hint[CC_TIME_HINT];

		decimal_hint(slice, *slice.end, hint);
		slice.end++;
		cc_diag(scan->diags, CC_E226,
		    cc_slice_pos(scan->text, scan->pos, slice), hint);
		return false;
	}
	if (whole > AMOUNT_DIGITS_MAX ||
	    !cc_number_read(text, &point->amount[CC_PRECISION_NONE]))
		return not_a_time(scan, slice);
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
	char hint[CC_TIME_HINT];

	/* The Chinese for year and month are no units but make a date. */
	if (cc_time_hint_date(slice, hint))
		return refuse(scan, CC_E217, slice, hint);
	return refuse(scan, CC_E225, letter, "");
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
		return not_a_time(scan, slice);
	if (digits.end == slice.end)
		return refuse(scan, CC_E228, digits, "5y7m, 23w4d or 12d");
	letter.at = digits.end;
	letter.end = g_utf8_find_next_char(letter.at, slice.end);
	if (letter.end == NULL)
		letter.end = slice.end;
	if (*letter.at == '.' || *letter.at == '-')
		return not_a_time(scan, slice);
	unit = unit_find(*letter.at);
	if (unit == CC_PRECISION_NONE)
		return unit_refuse(scan, slice, letter);
	if (unit <= point->precision)
		*ordered = false;
	point->precision = MAX(point->precision, unit);
	point->amount[unit] += slice_number(digits);
	*p = letter.end;
	return true;
}

static bool
offset_read(const struct cc_time_scan *scan, struct cc_slice slice,
    struct cc_time_point *point)
{
	struct cc_slice number = slice;
	bool ordered = true;
	const char *p;

	point->form = CC_POINT_OFFSET;
	if (*slice.at == '-') {
		point->negative = true;
		number.at++;
	}
	for (p = number.at; p < slice.end && (g_ascii_isdigit(*p) || *p == '.');
	     p++)
		;
	if (p == number.at)
		return not_a_time(scan, slice);
	number.end = p;
	if (p == slice.end || memchr(number.at, '.', p - number.at) != NULL) {
		if (!number_read(scan, number, point))
			return false;
		return p == slice.end || not_a_time(scan, slice);
	}
	p = number.at;
	while (p < slice.end)
		if (!unit_read(scan, slice, &p, point, &ordered))
			return false;
	return ordered || order_refuse(scan, slice, point);
}

static bool
has_open_digit(struct cc_slice slice)
{
	const char *p;

	for (p = slice.at; p < slice.end; p++)
		if (!g_ascii_isdigit(*p) && strchr("-Xx", *p) == NULL)
			return false;
	return strcspn(slice.at, "Xx") < cc_slice_length(slice);
}

bool
cc_time_point_read(const struct cc_time_scan *scan, struct cc_slice slice,
    struct cc_time_point *point)
{
	size_t length = cc_slice_length(slice);
	size_t digits = 0;
	char hint[CC_TIME_HINT];

	*point = (struct cc_time_point){.at = (uint32_t)(slice.at - scan->text),
	    .length = (uint32_t)length};
	if (length == 0)
		return not_a_time(scan, slice);
	if (has_open_digit(slice)) {
		if (!cc_time_hint_unspecified(slice, hint))
			g_strlcpy(
			    hint, "a bracket, or no time at all", sizeof hint);
		return refuse(scan, CC_E206, slice, hint);
	}
	while (digits < length && g_ascii_isdigit(slice.at[digits]))
		digits++;
	if (digits > 0 && digits < length && slice.at[digits] == '-')
		return date_read(scan, slice, point);
	if (digits == 4 && (digits == length || slice.at[4] == 'T'))
		return date_read(scan, slice, point);
	return offset_read(scan, slice, point);
}
