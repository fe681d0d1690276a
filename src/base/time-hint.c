/* Suggestions: what a refused time would be in our notation. */
#include "base/time-notation.h"

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

static bool
date_valid(int year, int month, int day)
{
	return year >= 1000 && year <= 9999 && month >= 1 && month <= 12 &&
	       day >= 1 && day <= cc_month_days(year, month);
}

struct groups {
	int number[3], digits[3];
	int count;
	char separator; /* the first one; 0 for a Chinese one */
};

/* Skips one separator of dates; false where there is none. */
static bool
separator_skip(struct cc_slice *slice, char *which)
{
	static const char *const words[] = {
	    "-", "/", ".", "\u5E74", "\u6708", "\u65E5", "\u53F7"};
	size_t i;

	for (i = 0; i < G_N_ELEMENTS(words); i++) {
		size_t length = strlen(words[i]);

		if (cc_slice_length(*slice) < length ||
		    memcmp(slice->at, words[i], length) != 0)
			continue;
		*which = (char)(length == 1 ? words[i][0] : 0);
		slice->at += length;
		return true;
	}
	return false;
}

static bool
groups_read(struct cc_slice slice, struct groups *groups)
{
	memset(groups, 0, sizeof *groups);
	while (slice.at < slice.end) {
		int *number = &groups->number[groups->count];
		int *digits = &groups->digits[groups->count];
		char separator = 0;

		if (groups->count == 3)
			return false;
		while (slice.at < slice.end && g_ascii_isdigit(*slice.at)) {
			if (++*digits > 8)
				return false;
			*number = *number * 10 + (*slice.at++ - '0');
		}
		if (*digits == 0)
			return false;
		groups->count++;
		if (slice.at < slice.end && !separator_skip(&slice, &separator))
			return false;
		if (groups->count == 1)
			groups->separator = separator;
	}
	return groups->count > 0;
}

/* 20220701 and 202207: one group into three or two. */
static void
groups_split(struct groups *groups)
{
	int whole = groups->number[0];

	if (groups->count != 1)
		return;
	if (groups->digits[0] == 8)
		*groups = (struct groups){
		    {whole / 10000, whole / 100 % 100, whole % 100}, {4, 2, 2},
		    3, '-'};
	else if (groups->digits[0] == 6)
		*groups = (struct groups){
		    {whole / 100, whole % 100, 0}, {4, 2, 0}, 2, '-'};
}

bool
cc_time_hint_date(struct cc_slice slice, char hint[CC_TIME_HINT])
{
	struct groups groups;
	struct cc_time_point date = {.precision = CC_PRECISION_MONTH};
	int last;

	if (!groups_read(slice, &groups))
		return false;
	groups_split(&groups);
	last = groups.count - 1;
	if (last < 1)
		return false;
	if (groups.digits[0] == 4) {
		date.year = groups.number[0];
		date.month = groups.number[1];
		date.day = groups.number[2];
	} else if (groups.digits[last] == 4 &&
		   (groups.count == 2 || groups.separator == '.')) {
		/* With slashes the day may stand before the month or after
		 * it; with points it stands before. */
		date.year = groups.number[last];
		date.month = groups.number[last - 1];
		date.day = groups.number[0];
	} else {
		return false;
	}
	if (groups.count == 3)
		date.precision = CC_PRECISION_DAY;
	else
		date.day = 1;
	if (!date_valid(date.year, date.month, date.day))
		return false;
	cc_time_hint_fill(&date, date.precision, false, hint);
	return true;
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
