/* Reads one point of the time notation, and dates. */
#include "base/time-notation.h"

#include <string.h>

#define QUOTE_MAX 40 /* [code points] */

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

bool
cc_time_refuse(const struct cc_time_scan *scan, enum cc_code code,
    struct cc_slice slice, const char *hint)
{
	g_autofree char *quote = cc_slice_quote(slice);

	cc_diag(scan->diags, code, cc_slice_pos(scan->text, scan->pos, slice),
	    quote, hint);
	return false;
}

bool
cc_time_not_one(const struct cc_time_scan *scan, struct cc_slice slice)
{
	g_autofree char *hint = cc_time_hint_guess(scan, slice);

	if (hint == NULL) {
		struct cc_slice whole = {
		    scan->text, strchr(scan->text, '\0')};

		hint = cc_time_hint_guess(scan, whole);
		if (hint != NULL)
			slice = whole;
	}
	return cc_time_refuse(scan, CC_E217, slice,
	    hint != NULL
		? hint
		: "a date as 2022-07-01, an offset as 12d, or start/end");
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

int
cc_slice_number(struct cc_slice slice)
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

/* `date` is the whole, for the suggestion. */
static bool
year_read(const struct cc_time_scan *scan, struct cc_slice date,
    struct cc_slice part, int *year)
{
	g_autofree char *hint = NULL;

	if (cc_slice_length(part) == 4)
		*year = cc_slice_number(part);
	if (cc_slice_length(part) == 4 && *year >= 1000)
		return true;
	hint = cc_time_hint_guess(scan, date);
	if (hint != NULL)
		return cc_time_refuse(scan, CC_E217, date, hint);
	return cc_time_refuse(scan, CC_E215, part, "");
}

/* Two digits of a month or day; `date` is the whole, for the suggestion. */
static bool
two_digits(const struct cc_time_scan *scan, struct cc_slice date,
    struct cc_slice part, int *number)
{
	g_autofree char *hint = NULL;

	if (!all_digits(part) || cc_slice_length(part) > 2)
		return cc_time_not_one(scan, date);
	*number = cc_slice_number(part);
	if (cc_slice_length(part) == 2)
		return true;
	hint = cc_time_hint_guess(scan, date);
	return cc_time_refuse(scan, CC_E204, date,
	    hint != NULL ? hint : "two digits for the month and the day");
}

static bool
month_refuse(const struct cc_time_scan *scan, struct cc_slice date,
    struct cc_slice part, int year, int month)
{
	char hint[CC_TIME_HINT];

	if (part.end == date.end && cc_time_hint_season(year, month, hint)) {
		/* The winter of 2021-22 is no summer of 2021. */
		if (month == (year + 1) % 100)
			g_snprintf(hint + strlen(hint),
			    sizeof hint - strlen(hint), " or %d/%d", year,
			    year + 1);
		return cc_time_refuse(scan, CC_E205, date, hint);
	}
	g_snprintf(hint, sizeof hint, "%04d", year);
	return cc_time_refuse(scan, CC_E202, part, hint);
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
		return cc_time_refuse(scan, CC_E213, part, hint);
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
	point->hour = cc_slice_number((struct cc_slice){part.at, part.at + 2});
	point->minute =
	    cc_slice_number((struct cc_slice){part.at + 3, part.end});
	if (point->hour > 23 || point->minute > 59)
		return cc_time_refuse(scan, CC_E213, part, hint);
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
	if (!year_read(
		scan, date, part_take(&day_time, '-'), &point->year))
		return false;
	if (date.end[-1] == '-')
		return cc_time_not_one(scan, slice);
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
		return cc_time_not_one(scan, slice);
	return clock_read(scan, date, left, point);
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
		return cc_time_not_one(scan, slice);
	if (has_open_digit(slice)) {
		if (!cc_time_hint_unspecified(slice, hint))
			g_strlcpy(
			    hint, "a bracket, or no time at all", sizeof hint);
		return cc_time_refuse(scan, CC_E206, slice, hint);
	}
	while (digits < length && g_ascii_isdigit(slice.at[digits]))
		digits++;
	if (digits > 0 && digits < length && slice.at[digits] == '-')
		return date_read(scan, slice, point);
	if (digits == 4 && (digits == length || slice.at[4] == 'T'))
		return date_read(scan, slice, point);
	return cc_time_offset_read(scan, slice, point);
}
