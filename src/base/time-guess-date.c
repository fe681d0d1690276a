/* Dates as people write them: the ways to read one. */
#include "base/time-guess.h"

#include <string.h>

#define PARTS_MAX 3

/* A number, a month's name or what is not known, and the sign before it. */
struct part {
	int value, digits; /* digits 0: a month's name; -1: not known */
	int before;        /* the mark before it; ' ' for a gap or a word */
};

struct parts {
	struct part part[PARTS_MAX];
	size_t count;
	bool numbers; /* no month has a name */
};

struct way {
	const struct cc_time_point *other; /* the other end, or NULL */
	bool later;                        /* `other` is the start */
	struct cc_time_point clock;        /* hour and minute, if any */
	struct cc_time_reading *reading;
	size_t count;
};

static bool
is_number(const struct part *part)
{
	return part->digits > 0;
}

static bool
is_short(const struct part *part)
{
	return part->digits == 1 || part->digits == 2;
}

static bool
is_month(const struct part *part)
{
	return part->digits == 0;
}

static bool
is_unknown(const struct part *part)
{
	return part->digits < 0;
}

static bool
date_exists(const struct cc_time_point *date)
{
	int month = MAX(date->month, 1);

	return date->year >= 1000 && date->year <= 9999 && month <= 12 &&
	       date->day >= 0 &&
	       date->day <= cc_month_days(date->year, month);
}

/* A reading where there is such a date; 0 stands for a part that is not said.
 */
static void
add(struct way *way, int year, int month, int day)
{
	struct cc_time_point date = way->clock;

	date.form = CC_POINT_DATE;
	date.year = year;
	date.month = month;
	date.day = day;
	if (month == 0)
		date.precision = CC_PRECISION_YEAR;
	else if (day == 0)
		date.precision = CC_PRECISION_MONTH;
	else if (date.precision != CC_PRECISION_MINUTE)
		date.precision = CC_PRECISION_DAY;
	if (date.precision < CC_PRECISION_DAY &&
	    way->clock.precision == CC_PRECISION_MINUTE)
		return;
	for (size_t i = 0; i < way->count; i++)
		if (way->reading[i].date.year == year &&
		    way->reading[i].date.month == month &&
		    way->reading[i].date.day == day)
			return;
	if (date_exists(&date) && month >= 0 && month <= 12 &&
	    way->count < CC_TIME_READINGS)
		way->reading[way->count++].date = date;
}

/* A day and a month, in an order that only the land of the author tells. */
static void
add_day_month(struct way *way, int first, int second, int year, bool european)
{
	size_t from = way->count;

	add(way, year, second, first);
	if (way->count > from)
		way->reading[from].day_first = !european && first != second;
	if (european && way->count > from)
		return;
	from = way->count;
	add(way, year, first, second);
	if (way->count > from)
		way->reading[from].month_first = true;
}

/* The year of a month of which only the other end's year is said: November to
 * January 2022. */
static int
year_beside(const struct way *way, int month)
{
	const struct cc_time_point *other = way->other;

	if (other->precision < CC_PRECISION_MONTH)
		return other->year;
	if (way->later)
		return other->year + (month < other->month);
	return other->year - (month > other->month);
}

/* Two digits of a year: nobody's course is told from before 1950. */
static int
century(int year)
{
	return year + (year < 50 ? 2000 : 1900);
}

/* Days that tables count instead of writing dates: Excel from 1899-12-30, SAS
 * from 1960-01-01. Between the years of living patients no number is both. */
static void
read_day_number(struct way *way, int number)
{
	static const struct {
		const char *system;
		int zero; /* [days] from 1970-01-01 */
	} tables[] = {{"Excel", -25569}, {"SAS", -3653}};

	for (size_t i = 0; i < G_N_ELEMENTS(tables); i++) {
		struct cc_date date =
		    cc_date_from_days(tables[i].zero + number);

		if (date.year < 1990 || date.year >= 2050)
			continue;
		add(way, date.year, date.month, date.day);
		way->reading[way->count - 1].system = tables[i].system;
	}
}

/* 20220312, 12032022, 202203, 120322 */
static void
read_run(struct way *way, const struct part *part)
{
	int value = part->value;

	if (part->digits == 4)
		add(way, value, 0, 0);
	if (part->digits == 5)
		read_day_number(way, value);
	if (part->digits == 8) {
		add(way, value / 10000, value / 100 % 100, value % 100);
		if (way->count == 0)
			add_day_month(way, value / 1000000,
			    value / 10000 % 100, value % 10000, false);
	}
	if (part->digits != 6)
		return;
	if (value / 100 >= 1900 && value / 100 < 2100)
		add(way, value / 100, value % 100, 0);
	if (way->count == 0)
		add(way, century(value / 10000), value / 100 % 100,
		    value % 100);
	if (way->count == 0)
		add_day_month(way, value / 10000, value / 100 % 100,
		    century(value % 100), false);
}

/* One part: the rest is that of the other end. */
static void
read_one(struct way *way, const struct part *part)
{
	const struct cc_time_point *other = way->other;

	if (is_number(part) && !is_short(part))
		read_run(way, part);
	else if (other == NULL)
		return;
	else if (is_month(part) ||
		 (is_short(part) && other->precision == CC_PRECISION_MONTH))
		add(way, year_beside(way, part->value), part->value, 0);
	else if (is_short(part) && other->precision >= CC_PRECISION_DAY)
		add(way, other->year, other->month, part->value);
	else if (part->digits == 2 && way->later)
		add(way, other->year / 100 * 100 + part->value, 0, 0);
}

static void
read_month_named(struct way *way, const struct part *month,
    const struct part *number, bool first)
{
	const struct cc_time_point *other = way->other;

	if (number->digits == 4)
		add(way, number->value, month->value, 0);
	else if (other != NULL)
		add(way, year_beside(way, month->value), month->value,
		    number->value);
	/* Mar-22, as a table's column of months has it. */
	else if (number->digits == 2 && first)
		add(way, century(number->value), month->value, 0);
}

static void
read_two(struct way *way, const struct part *a, const struct part *b)
{
	const struct cc_time_point *other = way->other;

	if (is_unknown(a) || is_unknown(b)) {
		if (a->digits == 4 || b->digits == 4)
			add(way, a->digits == 4 ? a->value : b->value, 0, 0);
	} else if (is_month(a) && is_number(b)) {
		read_month_named(way, a, b, true);
	} else if (is_month(b) && is_number(a)) {
		read_month_named(way, b, a, false);
	} else if (a->digits == 5 && b->before == '.') {
		read_run(way, a);
	} else if (a->digits == 4 && is_short(b)) {
		add(way, a->value, b->value, 0);
	} else if (is_short(a) && b->digits == 4) {
		add(way, b->value, a->value, 0);
	} else if (is_short(a) && is_short(b) && other != NULL) {
		add_day_month(way, a->value, b->value, other->year,
		    b->before == '.');
	} else if (is_short(a) && b->digits == 2 && b->before == '/') {
		add(way, century(b->value), a->value, 0);
	}
}

/* UN-MAR-2022, 2022---05: what is known, largest part first. */
static void
read_unknown(struct way *way, const struct parts *parts)
{
	const struct part *p = parts->part;
	size_t year = p[0].digits == 4 ? 0 : 2;

	if (p[year].digits != 4)
		return;
	if (!is_unknown(&p[1]) && (is_month(&p[1]) || is_short(&p[1])))
		add(way, p[year].value, p[1].value, 0);
	else
		add(way, p[year].value, 0, 0);
}

static void
read_three_named(struct way *way, const struct part p[3])
{
	const struct part *day = is_month(&p[0]) ? &p[1] : &p[0];
	const struct part *month = is_month(&p[0]) ? &p[0] : &p[1];

	if (p[0].digits == 4 && is_month(&p[1]) && is_short(&p[2]))
		add(way, p[0].value, p[1].value, p[2].value);
	else if (p[0].digits == 4 || !is_short(day) || !is_month(month))
		return;
	else if (p[2].digits == 4)
		add(way, p[2].value, month->value, day->value);
	else if (p[2].digits == 2)
		add(way, century(p[2].value), month->value, day->value);
}

static void
read_three_numbers(struct way *way, const struct part p[3])
{
	bool european = p[1].before == '.';

	if (p[0].digits == 4 && is_short(&p[1]) && is_short(&p[2])) {
		add(way, p[0].value, p[1].value, p[2].value);
	} else if (!is_short(&p[0]) || !is_short(&p[1])) {
		return;
	} else if (p[2].digits == 4) {
		add_day_month(
		    way, p[0].value, p[1].value, p[2].value, european);
	} else if (p[2].digits == 2) {
		if (p[1].before == '-' && p[0].digits == 2)
			add(way, century(p[0].value), p[1].value, p[2].value);
		add_day_month(way, p[0].value, p[1].value,
		    century(p[2].value), european);
	}
}

static void
read_parts(struct way *way, const struct parts *parts)
{
	const struct part *p = parts->part;
	bool unknown = false;

	for (size_t i = 0; i < parts->count; i++)
		unknown = unknown || is_unknown(&p[i]);
	if (parts->count == 1)
		read_one(way, &p[0]);
	else if (parts->count == 2)
		read_two(way, &p[0], &p[1]);
	else if (parts->count == 3 && unknown)
		read_unknown(way, parts);
	else if (parts->count == 3 && parts->numbers)
		read_three_numbers(way, p);
	else if (parts->count == 3)
		read_three_named(way, p);
}

/* hh:mm, and what may follow it to the end. */
static bool
clock_take(const struct cc_time_token *token, size_t count,
    struct cc_time_point *clock)
{
	if (count < 3 || token[2].sign != CC_SIGN_NUMBER ||
	    token[2].digits != 2)
		return false;
	clock->hour = token[0].value;
	clock->minute = token[2].value;
	clock->precision = CC_PRECISION_MINUTE;
	for (size_t i = 3; i < count; i++)
		if (token[i].sign == CC_SIGN_NOON)
			clock->hour = clock->hour % 12 + token[i].value;
	return clock->minute < 60 && clock->hour < 24;
}

/* The first of the tokens that tell the time of day; count where none does. */
static size_t
clock_find(const struct cc_time_token *token, size_t count)
{
	for (size_t i = 1; i + 2 < count; i++)
		if (token[i].sign == CC_SIGN_NUMBER && token[i].digits <= 2 &&
		    token[i + 1].sign == CC_SIGN_MARK &&
		    token[i + 1].value == ':')
			return i;
	return count;
}

/* The mark of a part: the last before it, or ' '. */
static int
mark_of(const struct cc_time_token *token, size_t at)
{
	if (at > 0 && token[at - 1].sign == CC_SIGN_MARK)
		return token[at - 1].value;
	return ' ';
}

static bool
is_dash(const struct cc_time_token *token)
{
	return token->sign == CC_SIGN_MARK && token->value == '-';
}

/* 2022---05: a dash in the place of a part, the second of a run. */
static bool
left_out(const struct cc_time_token *token, size_t at)
{
	return at > 0 && is_dash(&token[at]) && is_dash(&token[at - 1]) &&
	       (at == 1 || !is_dash(&token[at - 2]));
}

/* 5月 */
static bool
names_month(const struct cc_time_token *token, size_t at, size_t count)
{
	return token[at].sign == CC_SIGN_NUMBER && token[at].digits <= 2 &&
	       at + 1 < count && token[at + 1].sign == CC_SIGN_DATE &&
	       token[at + 1].value == CC_PRECISION_MONTH;
}

static bool
part_of(const struct cc_time_token *token, size_t at, size_t count,
    struct part *part)
{
	const struct cc_time_token *t = &token[at];
	bool unknown = t->sign == CC_SIGN_UNKNOWN || left_out(token, at) ||
	               (t->sign == CC_SIGN_MARK && t->value == '?') ||
	               (t->sign == CC_SIGN_NUMBER && t->digits == 2 &&
			   t->value == 0);

	if (!unknown && t->sign != CC_SIGN_NUMBER && t->sign != CC_SIGN_MONTH)
		return false;
	*part = (struct part){t->value, t->digits, mark_of(token, at)};
	if (unknown)
		part->digits = -1;
	else if (names_month(token, at, count))
		part->digits = 0;
	return true;
}

/* What stands between the parts of a date and says nothing. */
static bool
is_between(const struct cc_time_token *token)
{
	return token->sign == CC_SIGN_FILL || token->sign == CC_SIGN_DATE ||
	       token->sign == CC_SIGN_CLOCK || token->sign == CC_SIGN_NOON ||
	       (token->sign == CC_SIGN_MARK &&
		   strchr("-/.,:'", token->value) != NULL);
}

static bool
is_open_mark(const struct cc_time_token *token)
{
	return token->sign == CC_SIGN_MARK && strchr("-/", token->value);
}

static bool
mixes_marks(const struct cc_time_token *token, size_t count)
{
	bool dash = false, slash = false;

	for (size_t i = 0; i < count; i++) {
		dash = dash || is_dash(&token[i]);
		slash = slash || (token[i].sign == CC_SIGN_MARK &&
				     token[i].value == '/');
	}
	return dash && slash;
}

static bool
parts_read(
    const struct cc_time_token *token, size_t count, struct parts *parts)
{
	*parts = (struct parts){.numbers = true};
	/* 2022-05/UNK has two ends, not two sorts of signs. */
	if (mixes_marks(token, count))
		return false;
	/* 2022- is a start whose end is not said. */
	if (count == 0 || is_open_mark(&token[0]) ||
	    is_open_mark(&token[count - 1]))
		return false;
	for (size_t i = 0; i < count; i++) {
		struct part part;

		if (!part_of(token, i, count, &part)) {
			if (!is_between(&token[i]))
				return false;
			continue;
		}
		/* "??" is one that is not known. */
		if (parts->count > 0 && is_unknown(&part) &&
		    token[i].sign == CC_SIGN_MARK &&
		    token[i - 1].sign == CC_SIGN_MARK &&
		    token[i - 1].value == '?')
			continue;
		if (parts->count == PARTS_MAX)
			return false;
		parts->numbers = parts->numbers && !is_month(&part);
		parts->part[parts->count++] = part;
	}
	return parts->count > 0;
}

size_t
cc_time_guess_date(const struct cc_time_token *token, size_t count,
    const struct cc_time_point *other, bool later,
    struct cc_time_reading reading[CC_TIME_READINGS])
{
	struct way way = {
	    .other = other, .later = later, .reading = reading};
	size_t clock = clock_find(token, count);
	struct parts parts;

	memset(reading, 0, CC_TIME_READINGS * sizeof *reading);
	if (clock < count &&
	    !clock_take(token + clock, count - clock, &way.clock))
		return 0;
	if (parts_read(token, clock, &parts))
		read_parts(&way, &parts);
	return way.count;
}
