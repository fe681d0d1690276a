/* Suggestions: what a refused time would be in our notation. */
#include "base/number.h"
#include "base/time-guess.h"

#include <string.h>

void
cc_time_hint_fill(const struct cc_time_point *point,
    enum cc_precision precision, bool last, char hint[CC_TIME_HINT])
{
	bool has_month = point->precision >= CC_PRECISION_MONTH;
	bool has_day = point->precision >= CC_PRECISION_DAY;
	int month = has_month ? point->month : last ? 12 : 1;
	int day = has_day ? point->day
	          : last  ? cc_month_days(point->year, month)
	                  : 1;
	bool has_minute = point->precision == CC_PRECISION_MINUTE;

	int hour = has_minute ? point->hour : last ? 23 : 0;
	int minute = has_minute ? point->minute : last ? 59 : 0;

	if (precision == CC_PRECISION_YEAR)
		g_snprintf(hint, CC_TIME_HINT, "%04d", point->year);
	else if (precision == CC_PRECISION_MONTH)
		g_snprintf(hint, CC_TIME_HINT, "%04d-%02d", point->year, month);
	else if (precision == CC_PRECISION_DAY)
		g_snprintf(hint, CC_TIME_HINT, "%04d-%02d-%02d", point->year,
		    month, day);
	else
		g_snprintf(hint, CC_TIME_HINT, "%04d-%02d-%02dT%02d:%02d",
		    point->year, month, day, hour, minute);
}

char *
cc_time_hint_guess(const struct cc_time_scan *scan, struct cc_slice slice)
{
	g_autofree char *text = g_strndup(slice.at, cc_slice_length(slice));
	g_autoptr(GString) hint = g_string_new(NULL);

	/* Nobody would read it; and guesses are tried so themselves. */
	if (cc_diags_deaf(scan->diags))
		return NULL;
	if (!cc_time_guess(text, scan->clock, scan->anchored, hint))
		return NULL;
	return g_strdup(hint->str);
}

/* ISO 8601-2, 4.8: divisions of a year, from 21. A season that names no half
 * of the world is taken for a northern one. */
#define PART_FIRST 21

static const struct {
	int month, length;
} parts[] = {
    {3, 3}, {6, 3}, {9, 3}, {12, 3},        /* seasons */
    {3, 3}, {6, 3}, {9, 3}, {12, 3},        /* northern */
    {9, 3}, {12, 3}, {3, 3}, {6, 3},        /* southern */
    {1, 3}, {4, 3}, {7, 3}, {10, 3},        /* quarters */
    {1, 4}, {5, 4}, {9, 4}, {1, 6}, {7, 6}, /* thirds and halves */
};

bool
cc_time_hint_season(int year, int part, char hint[CC_TIME_HINT])
{
	int index = part - PART_FIRST, last;

	if (index < 0 || index >= (int)G_N_ELEMENTS(parts))
		return false;
	last = parts[index].month + parts[index].length - 1;
	g_snprintf(hint, CC_TIME_HINT, "[%04d-%02d..%04d-%02d]", year,
	    parts[index].month, year + (last > 12),
	    last > 12 ? last - 12 : last);
	return true;
}

static bool
digit_open(char pattern)
{
	return pattern == 'X' || pattern == 'x';
}

/* The least and the greatest number of so many digits that fits a pattern;
 * false where none from `low` to `high` does. */
static bool
pattern_range(const char *pattern, int digits, int low, int high, int *least,
    int *greatest)
{
	int number;

	*least = *greatest = -1;
	for (number = low; number <= high; number++) {
		int left = number, i = digits;

		for (; i > 0; i--, left /= 10)
			if (!digit_open(pattern[i - 1]) &&
			    pattern[i - 1] != '0' + left % 10)
				break;
		if (i > 0)
			continue;
		if (*least < 0)
			*least = number;
		*greatest = number;
	}
	return *least >= 0;
}

bool
cc_time_hint_unspecified(struct cc_slice slice, char hint[CC_TIME_HINT])
{
	size_t length = cc_slice_length(slice);
	const char *p = slice.at;
	int year[2], month[2] = {0, 0}, day[2] = {0, 0};
	char sides[2][CC_TIME_HINT];
	int i;

	if (length != 4 && length != 7 && length != 10)
		return false;
	/* A day or month of which nothing is known is better left out. */
	while (length > 4 && digit_open(p[length - 2]) &&
	       digit_open(p[length - 1]))
		length -= 3;
	if (!pattern_range(p, 4, 1000, 9999, &year[0], &year[1]))
		return false;
	if (length >= 7 &&
	    !pattern_range(p + 5, 2, 1, 12, &month[0], &month[1]))
		return false;
	for (i = 0; length == 10 && i < 2; i++) {
		int range[2];

		if (!pattern_range(p + 8, 2, 1,
			cc_month_days(year[i], month[i]), &range[0], &range[1]))
			return false;
		day[i] = range[i];
	}
	for (i = 0; i < 2; i++) {
		struct cc_time_point side = {
		    .precision = length == 10  ? CC_PRECISION_DAY
		                 : length == 7 ? CC_PRECISION_MONTH
		                               : CC_PRECISION_YEAR,
		    .year = year[i],
		    .month = month[i],
		    .day = day[i]};

		cc_time_hint_fill(&side, side.precision, false, sides[i]);
	}
	if (strcmp(sides[0], sides[1]) == 0)
		g_strlcpy(hint, sides[0], CC_TIME_HINT);
	else
		g_snprintf(
		    hint, CC_TIME_HINT, "[%.28s..%.28s]", sides[0], sides[1]);
	return true;
}

bool
cc_time_hint_decimal(const char *number, char letter, char hint[CC_TIME_HINT])
{
	static const struct {
		char letter, smaller;
		int parts;
	} units[] = {
	    {'y', 'm', 12}, {'m', 'd', 30}, {'w', 'd', 7}, {'d', 'h', 24}};
	double amount;

	if (!cc_number_read(number, &amount) || amount >= 1e6)
		return false;
	for (size_t i = 0; i < G_N_ELEMENTS(units); i++) {
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
		return true;
	}
	return false;
}
