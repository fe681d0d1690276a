/* The calendar against GLib's, and durations against counting by hand. */
#include "base/time.h"

#define SEED 1582
#define ROUNDS 20000

static GDate
random_date(GRand *rand)
{
	int year = g_rand_int_range(rand, 1000, 10000);
	int month = g_rand_int_range(rand, 1, 13);
	int days = g_date_get_days_in_month((GDateMonth)month, (GDateYear)year);
	GDate date;

	g_date_clear(&date, 1);
	g_date_set_dmy(&date, (GDateDay)g_rand_int_range(rand, 1, days + 1),
	    (GDateMonth)month, (GDateYear)year);
	return date;
}

static int64_t
oracle_days(const GDate *date)
{
	GDate zero;

	g_date_clear(&zero, 1);
	g_date_set_dmy(&zero, 1, G_DATE_JANUARY, 1970);
	return g_date_days_between(&zero, date);
}

static struct cc_instant
instant_of(const GDate *date)
{
	return cc_instant_from_date(g_date_get_year(date),
	    (int)g_date_get_month(date), g_date_get_day(date));
}

static void
assert_same_date(struct cc_date date, const GDate *expected)
{
	g_assert_cmpint(date.year, ==, g_date_get_year(expected));
	g_assert_cmpint(date.month, ==, (int)g_date_get_month(expected));
	g_assert_cmpint(date.day, ==, g_date_get_day(expected));
}

static void
test_days(void)
{
	GRand *rand = g_rand_new_with_seed(SEED);
	int i;

	for (i = 0; i < ROUNDS; i++) {
		GDate date = random_date(rand);
		int64_t days = cc_date_days(g_date_get_year(&date),
		    (int)g_date_get_month(&date), g_date_get_day(&date));

		g_assert_cmpint(days, ==, oracle_days(&date));
		assert_same_date(cc_date_from_days(days), &date);
		g_assert_cmpint(cc_month_days(g_date_get_year(&date),
				    (int)g_date_get_month(&date)),
		    ==,
		    g_date_get_days_in_month(
			g_date_get_month(&date), g_date_get_year(&date)));
		/* 1970-01-01 was a Thursday. */
		g_assert_cmpint(((days % 7 + 7) % 7 + 3) % 7 + 1, ==,
		    (int)g_date_get_weekday(&date));
	}
	g_rand_free(rand);
}

/* Every single day from 1000 to 9999, one after the other. */
static void
test_every_day(void)
{
	struct cc_date date = {1000, 1, 1};
	int64_t days = cc_date_days(1000, 1, 1);
	int64_t end = cc_date_days(10000, 1, 1);

	for (; days < end; days++) {
		struct cc_date found = cc_date_from_days(days);

		if (found.year != date.year || found.month != date.month ||
		    found.day != date.day)
			g_error("day %d", (int)days);
		if (cc_date_days(date.year, date.month, date.day) != days)
			g_error("date of day %d", (int)days);
		if (++date.day > cc_month_days(date.year, date.month)) {
			date.day = 1;
			date.month++;
		}
		if (date.month > 12) {
			date.month = 1;
			date.year++;
		}
	}
	g_assert_cmpint(date.year, ==, 10000);
}

static void
test_add_days(void)
{
	GRand *rand = g_rand_new_with_seed(SEED + 1);
	int i;

	for (i = 0; i < ROUNDS; i++) {
		GDate date = random_date(rand);
		int days = g_rand_int_range(rand, 0, 20000);
		struct cc_instant from = instant_of(&date);

		g_date_add_days(&date, (guint)days);
		assert_same_date(cc_instant_date(cc_instant_add(
				     from, (int64_t)days * CC_MINUTES_A_DAY)),
		    &date);
	}
	g_rand_free(rand);
}

static void
test_add_months(void)
{
	GRand *rand = g_rand_new_with_seed(SEED + 2);
	int i;

	for (i = 0; i < ROUNDS; i++) {
		GDate date = random_date(rand);
		int months = g_rand_int_range(rand, -600, 600);
		int minute = g_rand_int_range(rand, 0, CC_MINUTES_A_DAY);
		struct cc_instant from =
		    cc_instant_add(instant_of(&date), minute);
		struct cc_instant to = cc_instant_add_months(from, months);

		if (g_date_get_year(&date) < 1060)
			continue;
		if (months >= 0)
			g_date_add_months(&date, (guint)months);
		else
			g_date_subtract_months(&date, (guint)-months);
		assert_same_date(cc_instant_date(to), &date);
		g_assert_cmpint(
		    (to.minute % CC_MINUTES_A_DAY + CC_MINUTES_A_DAY) %
			CC_MINUTES_A_DAY,
		    ==, minute);
	}
	g_rand_free(rand);
}

/* A second oracle, which knows minutes. */
static void
test_minutes(void)
{
	GTimeZone *zone = g_time_zone_new_utc();
	GRand *rand = g_rand_new_with_seed(SEED + 3);
	int i;

	for (i = 0; i < ROUNDS; i++) {
		GDate date = random_date(rand);
		int minute = g_rand_int_range(rand, 0, CC_MINUTES_A_DAY);
		g_autoptr(GDateTime) time = g_date_time_new(zone,
		    g_date_get_year(&date), (int)g_date_get_month(&date),
		    g_date_get_day(&date), minute / 60, minute % 60, 0);

		g_assert_cmpint(
		    cc_instant_add(instant_of(&date), minute).minute * 60, ==,
		    g_date_time_to_unix(time));
	}
	g_rand_free(rand);
	g_time_zone_unref(zone);
}

static void
test_unknown(void)
{
	struct cc_instant before = CC_INSTANT_NONE_BEFORE;
	struct cc_instant after = CC_INSTANT_NONE_AFTER;
	struct cc_instant known = {42};

	g_assert_cmpint(cc_instant_add(before, 1).minute, ==, before.minute);
	g_assert_cmpint(cc_instant_add(after, -1).minute, ==, after.minute);
	g_assert_cmpint(
	    cc_instant_add_months(after, -7).minute, ==, after.minute);
	g_assert_cmpint(
	    cc_instant_add(known, INT64_MAX).minute, ==, after.minute);
	g_assert_cmpint(
	    cc_instant_add((struct cc_instant){-42}, INT64_MIN).minute, ==,
	    before.minute);
	g_assert_cmpint(cc_instant_mid(before, known).minute, ==, 42);
	g_assert_cmpint(cc_instant_mid(known, after).minute, ==, 42);
	g_assert_cmpint(
	    cc_instant_mid(known, (struct cc_instant){44}).minute, ==, 43);
	/* Nonsense in, something in range out. */
	cc_instant_date(before);
	cc_instant_date(after);
	cc_instant_add_months(known, INT_MAX);
	cc_instant_add_months(known, INT_MIN);
	cc_instant_add_months((struct cc_instant){INT64_MAX - 1}, INT_MAX);
}

static struct cc_span
span_read(const char *text, enum cc_clock clock)
{
	struct cc_arena arena;
	struct cc_diags diags;
	struct cc_time time;
	struct cc_span span;

	cc_arena_init(&arena);
	cc_diags_init(&diags);
	g_assert_true(
	    cc_time_read(&arena, text, (struct cc_pos){0}, &time, &diags));
	g_assert_true(cc_time_resolve(&time, clock, NULL,
	    cc_instant_from_date(2024, 12, 31), &span, &diags));
	cc_diags_finish(&diags);
	cc_arena_finish(&arena);
	return span;
}

struct row {
	enum cc_clock clock;
	const char *from, *to; /* to NULL: the length of `from` */
	enum cc_precision unit;
	int value, low, high;
};

static void
test_durations(void)
{
	static const struct row rows[] = {
	    /* the example of the format */
	    {CC_CLOCK_DATE, "2023-03", "2024-10", CC_PRECISION_MONTH, 19, 18,
		20},
	    {CC_CLOCK_DATE, "2023-03/2023-09", "2024-10", CC_PRECISION_MONTH,
		19, 18, 20},
	    {CC_CLOCK_DATE, "2023-03-15", "2024-10", CC_PRECISION_MONTH, 19, 18,
		20},
	    {CC_CLOCK_DATE, "2023-03-15", "2024-10-15", CC_PRECISION_DAY, 580,
		580, 580},
	    {CC_CLOCK_DATE, "2024-02-28", "2024-03-01", CC_PRECISION_DAY, 2, 2,
		2},
	    {CC_CLOCK_DATE, "2023-03-15", "2023-03-15", CC_PRECISION_DAY, 0, 0,
		0},
	    {CC_CLOCK_DATE, "2022", "2024-10", CC_PRECISION_YEAR, 2, 1, 3},
	    {CC_CLOCK_DATE, "2023-03", "2023-03", CC_PRECISION_MONTH, 0, 0, 1},
	    {CC_CLOCK_DATE, "2023-03-01T10:30", "2023-03-02T09:00",
		CC_PRECISION_HOUR, 23, 23, 23},
    {CC_CLOCK_DATE, "2023-03-01T23:10", "2023-03-02T00:30",
		CC_PRECISION_MINUTE, 80, 80, 80},
    {CC_CLOCK_DATE, "2023-03-01T23:10", "2023-03-09T00:30",
		CC_PRECISION_DAY, 8, 8, 8},
	    {CC_CLOCK_DATE, "2023-03-01", "[2023-03-05..2023-03-09]",
		CC_PRECISION_DAY, 6, 4, 8},
	    {CC_CLOCK_DATE, "2023-03", "2024-06/..", CC_PRECISION_MONTH, 21, 21,
		CC_DURATION_OPEN},
	    {CC_CLOCK_DATE, "2023-03", "[2024-10..]", CC_PRECISION_MONTH, 18,
		18, CC_DURATION_OPEN},
	    {CC_CLOCK_DATE, "[2023-03..]", "2024-10", CC_PRECISION_MONTH, 20, 0,
		20},
	    {CC_CLOCK_DATE, "2022-07-01/2022-07-21", NULL, CC_PRECISION_DAY, 21,
		21, 21},
	    {CC_CLOCK_DATE, "2022-07-01", NULL, CC_PRECISION_DAY, 1, 1, 1},
	    {CC_CLOCK_DATE, "2022-07/2022-10", NULL, CC_PRECISION_MONTH, 3, 2,
		4},
	    {CC_CLOCK_DAY, "0", "28", CC_PRECISION_DAY, 28, 28, 28},
	    {CC_CLOCK_STUDY_DAY, "-1", "1", CC_PRECISION_DAY, 1, 1, 1},
	    {CC_CLOCK_STUDY_DAY, "1/21", NULL, CC_PRECISION_DAY, 21, 21, 21},
	    {CC_CLOCK_MONTH, "0", "28", CC_PRECISION_MONTH, 28, 27, 29},
	    /* From 0 to 1 and from 20 to 21: in between 19 to 21. */
	    {CC_CLOCK_MONTH, "0", "20", CC_PRECISION_MONTH, 20, 19, 21},
	    {CC_CLOCK_MONTH, "3", "20", CC_PRECISION_MONTH, 17, 16, 18},
	    {CC_CLOCK_MONTH, "0/6", NULL, CC_PRECISION_MONTH, 6, 5, 7},
	    {CC_CLOCK_AGE, "7", "14", CC_PRECISION_YEAR, 7, 6, 8},
	    {CC_CLOCK_AGE, "2m", "11m", CC_PRECISION_MONTH, 9, 8, 10},
	    /* One of them in decimals. */
	    {CC_CLOCK_MONTH, "0", "14.84", CC_PRECISION_MONTH, 14, 13, 15},
	    {CC_CLOCK_GESTATION, "20", "40w2d", CC_PRECISION_WEEK, 20, 19, 21},
	};
	size_t i;

	for (i = 0; i < G_N_ELEMENTS(rows); i++) {
		const struct row *row = &rows[i];
		struct cc_span from = span_read(row->from, row->clock);
		struct cc_duration found;

		if (row->to == NULL) {
			found = cc_duration_length(&from, row->clock);
		} else {
			struct cc_span to = span_read(row->to, row->clock);

			found = cc_duration_between(&from, &to, row->clock);
		}
		if (found.unit != row->unit || found.value != row->value ||
		    found.low != row->low || found.high != row->high ||
		    found.exact != (row->low == row->high)) {
			g_test_message("%s %s: %d (%d to %d)", row->from,
			    row->to, found.value, found.low, found.high);
			g_test_fail();
		}
	}
}

/* Both ends in decimals are known: no range, and the fewer decimals. */
static void
test_duration_decimals(void)
{
	static const struct {
		enum cc_clock clock;
		const char *from, *to;
		int decimals, value;
	} rows[] = {
	    {CC_CLOCK_MONTH, "0.0", "14.84", 1, 148},
	    {CC_CLOCK_MONTH, "0.51", "8.26", 2, 775},
	    {CC_CLOCK_AGE, "2.5", "11.0", 1, 85},
	    {CC_CLOCK_WEEK, "1.5", "3.0", 1, 15},
	};

	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
		struct cc_span from = span_read(rows[i].from, rows[i].clock);
		struct cc_span to = span_read(rows[i].to, rows[i].clock);
		struct cc_duration found =
		    cc_duration_between(&from, &to, rows[i].clock);

		g_test_message("%s to %s", rows[i].from, rows[i].to);
		g_assert_true(found.exact);
		g_assert_cmpint(found.decimals, ==, rows[i].decimals);
		g_assert_cmpint(found.value, ==, rows[i].value);
		g_assert_cmpint(found.low, ==, rows[i].value);
		g_assert_cmpint(found.high, ==, rows[i].value);
	}
}

static void
test_duration_flags(void)
{
	struct cc_span from = span_read("2023-03~", CC_CLOCK_DATE);
	struct cc_span to = span_read("2024-10?", CC_CLOCK_DATE);
	struct cc_duration found =
	    cc_duration_between(&from, &to, CC_CLOCK_DATE);

	g_assert_true(found.approximate && found.uncertain);
	found = cc_duration_length(&to, CC_CLOCK_DATE);
	g_assert_true(!found.approximate && found.uncertain);
}

/* A random expression of year, month, day or bracket precision. */
static char *
random_moment(GRand *rand, int least_year)
{
	int year = least_year + g_rand_int_range(rand, 0, 2);
	int month = g_rand_int_range(rand, 1, 13);
	int day = g_rand_int_range(rand, 1, cc_month_days(year, month) + 1);

	switch (g_rand_int_range(rand, 0, 4)) {
	case 0:
		return g_strdup_printf("%d", year);
	case 1:
		return g_strdup_printf("%d-%02d", year, month);
	case 2:
		return g_strdup_printf(
		    "[%d-%02d..%d-%02d]", year, month, year + 1, month);
	default:
		return g_strdup_printf("%d-%02d-%02d", year, month, day);
	}
}

static int64_t
oracle_step(struct cc_date date, int months)
{
	int index = date.year * 12 + date.month - 1 + months;
	int year = index / 12, month = index % 12 + 1;

	return cc_date_days(
	    year, month, MIN(date.day, cc_month_days(year, month)));
}

/* Whole units between two days by stepping; `up` counts a part as whole. */
static int
oracle_units(int64_t from, int64_t to, int months, bool up)
{
	struct cc_date date = cc_date_from_days(from);
	int count = 0;

	while (oracle_step(date, (count + 1) * months) <= to)
		count++;
	return count + (up && oracle_step(date, count * months) < to);
}

/* Every pair of days of both ends lies within the bounds, and the bounds are
 * reached: they are no wider than they must be. */
static void
test_duration_bounds(void)
{
	GRand *rand = g_rand_new_with_seed(SEED + 4);
	int i;

	for (i = 0; i < 60; i++) {
		g_autofree char *first = random_moment(rand, 2019);
		g_autofree char *second = random_moment(rand, 2022);
		struct cc_span from = span_read(first, CC_CLOCK_DATE);
		struct cc_span to = span_read(second, CC_CLOCK_DATE);
		struct cc_duration found =
		    cc_duration_between(&from, &to, CC_CLOCK_DATE);
		int months = found.unit == CC_PRECISION_YEAR    ? 12
		             : found.unit == CC_PRECISION_MONTH ? 1
		                                                : 0;
		int low = INT_MAX, high = 0;
		int64_t a, b;

		for (a = from.earliest_start.minute;
		     a < from.latest_start.minute; a += CC_MINUTES_A_DAY)
			for (b = to.earliest_end.minute;
			     b < to.latest_end.minute; b += CC_MINUTES_A_DAY) {
				int64_t x = a / CC_MINUTES_A_DAY;
				int64_t y = b / CC_MINUTES_A_DAY;
				int down = months == 0 ? (int)(y - x)
				                       : oracle_units(x, y,
							     months, false);
				int up = months == 0
				             ? (int)(y - x)
				             : oracle_units(x, y, months, true);

				low = MIN(low, down);
				high = MAX(high, up);
			}
		if (found.low != low || found.high != high)
			g_error("%s to %s: %d-%d, not %d-%d", first, second,
			    found.low, found.high, low, high);
		g_assert_cmpint(found.value, >=, low);
		g_assert_cmpint(found.value, <=, high);
	}
	g_rand_free(rand);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/calendar/days", test_days);
	g_test_add_func("/calendar/every-day", test_every_day);
	g_test_add_func("/calendar/add-days", test_add_days);
	g_test_add_func("/calendar/add-months", test_add_months);
	g_test_add_func("/calendar/minutes", test_minutes);
	g_test_add_func("/calendar/unknown", test_unknown);
	g_test_add_func("/duration/rows", test_durations);
	g_test_add_func("/duration/decimals", test_duration_decimals);
	g_test_add_func("/duration/flags", test_duration_flags);
	g_test_add_func("/duration/bounds", test_duration_bounds);
	return g_test_run();
}
