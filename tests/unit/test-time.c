#include "base/time.h"

#include <string.h>

#define NONE_BEFORE INT64_MIN
#define NONE_AFTER INT64_MAX
#define DAY ((int64_t)CC_MINUTES_A_DAY)

/* One expression in a source of its own, on line 2 from column 10 on. */
struct bench {
	struct cc_arena arena;
	struct cc_diags diags;
	struct cc_source source;
	struct cc_pos pos;
	struct cc_time time;
	struct cc_span span;
};

#define BEFORE "<case>\n<x time=\""

static void
bench_init(struct bench *bench, const char *text)
{
	char *bytes = g_strconcat(BEFORE, text, "\"/>\n", NULL);

	memset(bench, 0, sizeof *bench);
	cc_arena_init(&bench->arena);
	cc_diags_init(&bench->diags);
	bench->source = (struct cc_source){.name = "t.xml",
	    .bytes = bytes,
	    .length = strlen(bytes),
	    .first_line = 1,
	    .owned = bytes};
	bench->pos = (struct cc_pos){
	    &bench->source, strlen(BEFORE), (uint32_t)strlen(text)};
}

static void
bench_finish(struct bench *bench)
{
	cc_source_finish(&bench->source);
	cc_diags_finish(&bench->diags);
	cc_arena_finish(&bench->arena);
}

static bool
bench_run(struct bench *bench, const char *text, enum cc_clock clock,
    const struct cc_span *anchor, struct cc_instant last_dated)
{
	return cc_time_read(&bench->arena, text, bench->pos, &bench->time,
		   &bench->diags) &&
	       cc_time_resolve(&bench->time, clock, anchor, last_dated,
		   &bench->span, &bench->diags);
}

/* The span of an expression that must be good. */
static struct cc_span
span_of(const char *text, enum cc_clock clock, const struct cc_span *anchor)
{
	struct bench bench;
	struct cc_span span;

	bench_init(&bench, text);
	if (!bench_run(&bench, text, clock, anchor,
		cc_instant_from_date(2024, 12, 31))) {
		g_autoptr(GString) why = g_string_new(NULL);

		cc_diags_text(&bench.diags, CC_NOTE, why);
		g_error("%s: %s", text, why->str);
	}
	g_assert_cmpuint(bench.diags.list->len, ==, 0);
	span = bench.span;
	bench_finish(&bench);
	return span;
}

/* An instant for a person: "2022-07-01", "-" and "+" for the unknown, and
 * under another clock days. */
static char *
instant_word(struct cc_instant instant, enum cc_clock clock)
{
	struct cc_date date = cc_instant_date(instant);
	int64_t minute = ((instant.minute % DAY) + DAY) % DAY;

	if (instant.minute == NONE_BEFORE)
		return g_strdup("-");
	if (instant.minute == NONE_AFTER)
		return g_strdup("+");
	if (clock != CC_CLOCK_DATE && minute == 0)
		return g_strdup_printf("%d", (int)(instant.minute / DAY));
	if (clock != CC_CLOCK_DATE)
		return g_strdup_printf("%dmin", (int)instant.minute);
	if (minute == 0)
		return g_strdup_printf(
		    "%04d-%02d-%02d", date.year, date.month, date.day);
	return g_strdup_printf("%04d-%02d-%02dT%02d:%02d", date.year,
	    date.month, date.day, (int)(minute / 60), (int)(minute % 60));
}

static void
assert_span(const struct cc_span *span, enum cc_clock clock, const char *text,
    const char *expected)
{
	g_autofree char *es = instant_word(span->earliest_start, clock);
	g_autofree char *ls = instant_word(span->latest_start, clock);
	g_autofree char *ee = instant_word(span->earliest_end, clock);
	g_autofree char *le = instant_word(span->latest_end, clock);
	g_autofree char *found = g_strdup_printf("%s %s %s %s", es, ls, ee, le);

	if (strcmp(found, expected) != 0)
		g_error("%s: %s, not %s", text, found, expected);
}

static void
test_table(void)
{
	/* The table of the format, row by row: earliest and latest start,
	 * earliest and latest end. */
	static const struct {
		const char *text, *span;
	} rows[] = {
	    {"2022", "2022-01-01 2023-01-01 2022-01-01 2023-01-01"},
	    {"2022-07", "2022-07-01 2022-08-01 2022-07-01 2022-08-01"},
	    {"2022-12", "2022-12-01 2023-01-01 2022-12-01 2023-01-01"},
	    {"2024-02-29", "2024-02-29 2024-03-01 2024-02-29 2024-03-01"},
	    {"2022-07-01T09:30", "2022-07-01T09:30 2022-07-01T09:31 "
				 "2022-07-01T09:30 2022-07-01T09:31"},
	    {"1000", "1000-01-01 1001-01-01 1000-01-01 1001-01-01"},
	    {"9999-12-31", "9999-12-31 10000-01-01 9999-12-31 10000-01-01"},
	    {"[2022-10..2023-01]",
		"2022-10-01 2023-02-01 2022-10-01 2023-02-01"},
	    {"[2022..2022]", "2022-01-01 2023-01-01 2022-01-01 2023-01-01"},
	    {"[2022-10..]", "2022-10-01 + 2022-10-01 +"},
	    {"[..2023-01]", "- 2023-02-01 - 2023-02-01"},
	    {"2022-07/2022-10", "2022-07-01 2022-08-01 2022-10-01 2022-11-01"},
	    {"2022/2022-03", "2022-01-01 2022-04-01 2022-03-01 2022-04-01"},
	    {"2022-07/2022", "2022-07-01 2022-08-01 2022-07-01 2023-01-01"},
	    {"2022-07/2022-07", "2022-07-01 2022-08-01 2022-07-01 2022-08-01"},
	    {"2022-07/[2023-03..2023-09]",
		"2022-07-01 2022-08-01 2023-03-01 2023-10-01"},
	    {"[2022-07..2022-09]/2023",
		"2022-07-01 2022-10-01 2023-01-01 2024-01-01"},
	    {"2022-07/[2023-03..]", "2022-07-01 2022-08-01 2023-03-01 +"},
	    {"2022-07/[..2023-03]",
		"2022-07-01 2022-08-01 2022-07-01 2023-04-01"},
	    {"2024-06/..", "2024-06-01 2024-07-01 2024-12-31 +"},
	    {"2025-06/..", "2025-06-01 2025-07-01 2025-06-01 +"},
	    {"2024-06/", "2024-06-01 2024-07-01 2024-06-01 +"},
	    {"/2022-07", "- 2022-08-01 2022-07-01 2022-08-01"},
	    {"../2022-07", "- 2022-08-01 2022-07-01 2022-08-01"},
	    {"../[2022-07..]", "- + 2022-07-01 +"},
	};
	size_t i;

	for (i = 0; i < G_N_ELEMENTS(rows); i++) {
		struct cc_span span =
		    span_of(rows[i].text, CC_CLOCK_DATE, NULL);

		assert_span(&span, CC_CLOCK_DATE, rows[i].text, rows[i].span);
		g_assert_true(span.dated);
		g_assert_cmpint(
		    span.interval, ==, strchr(rows[i].text, '/') != NULL);
	}
}

static void
test_forms(void)
{
	struct cc_span span = span_of("2024-06/", CC_CLOCK_DATE, NULL);

	g_assert_cmpint(span.start_form, ==, CC_MOMENT_POINT);
	g_assert_cmpint(span.end_form, ==, CC_MOMENT_EMPTY);
	g_assert_cmpint(span.start_precision, ==, CC_PRECISION_MONTH);
	g_assert_cmpint(span.end_precision, ==, CC_PRECISION_NONE);
	span = span_of("../2024-06-03", CC_CLOCK_DATE, NULL);
	g_assert_cmpint(span.start_form, ==, CC_MOMENT_OPEN);
	g_assert_cmpint(span.end_form, ==, CC_MOMENT_POINT);
	g_assert_cmpint(span.end_precision, ==, CC_PRECISION_DAY);
	span = span_of("[2022..2023]", CC_CLOCK_DATE, NULL);
	g_assert_cmpint(span.start_form, ==, CC_MOMENT_BETWEEN);
	g_assert_cmpint(span.end_form, ==, CC_MOMENT_BETWEEN);
	g_assert_cmpint(span.start_precision, ==, CC_PRECISION_YEAR);
}

static void
test_qualifiers(void)
{
	struct cc_span plain = span_of("2022-07", CC_CLOCK_DATE, NULL);
	struct cc_span about = span_of("2022-07~", CC_CLOCK_DATE, NULL);
	struct cc_span doubt = span_of("2022-07?/2023", CC_CLOCK_DATE, NULL);
	struct cc_span counted;

	/* The flag travels, the bounds stay. */
	g_assert_false(plain.approximate || plain.uncertain);
	g_assert_true(about.approximate);
	g_assert_false(about.uncertain);
	g_assert_cmpint(
	    about.earliest_start.minute, ==, plain.earliest_start.minute);
	g_assert_cmpint(about.latest_end.minute, ==, plain.latest_end.minute);
	g_assert_true(doubt.uncertain);
	g_assert_false(doubt.approximate);
	counted = span_of("12d", CC_CLOCK_DATE, &about);
	g_assert_true(counted.approximate);
	counted = span_of("2023-01", CC_CLOCK_DATE, &about);
	g_assert_false(counted.approximate);
}

static void
test_undated(void)
{
	struct cc_time time = {0};
	struct cc_diags diags;
	struct cc_span span;

	cc_diags_init(&diags);
	g_assert_true(cc_time_resolve(
	    &time, CC_CLOCK_DATE, NULL, CC_INSTANT_NONE_AFTER, &span, &diags));
	assert_span(&span, CC_CLOCK_DATE, "(none)", "- + - +");
	g_assert_false(span.dated);
	cc_diags_finish(&diags);
}

static void
test_since(void)
{
	/* Completed units: 7m is from 7 months after to the day before 8. */
	static const struct {
		const char *anchor, *text, *span;
	} rows[] = {
	    {"2022-07-01", "12d",
		"2022-07-13 2022-07-14 2022-07-13 2022-07-14"},
	    {"2022-07", "12d", "2022-07-13 2022-08-13 2022-07-13 2022-08-13"},
	    {"2022-07-01", "0d", "2022-07-01 2022-07-02 2022-07-01 2022-07-02"},
	    {"2022-07-01", "-3d",
		"2022-06-28 2022-06-29 2022-06-28 2022-06-29"},
	    {"2022-07-01", "7m", "2023-02-01 2023-03-01 2023-02-01 2023-03-01"},
	    {"2022-07", "7m", "2023-02-01 2023-03-31 2023-02-01 2023-03-31"},
	    {"2022-01-31", "1m", "2022-02-28 2022-03-31 2022-02-28 2022-03-31"},
	    {"2022-07-01", "3w", "2022-07-22 2022-07-29 2022-07-22 2022-07-29"},
	    {"2022-07-01", "23w4d",
		"2022-12-13 2022-12-14 2022-12-13 2022-12-14"},
	    {"2020-02-29", "1y", "2021-02-28 2022-02-28 2021-02-28 2022-02-28"},
	    {"2020-02-29", "5y7m",
		"2025-09-29 2025-10-29 2025-09-29 2025-10-29"},
	    /* A plus says nothing; a rounded number is the nearest one. */
	    {"2022-07-01", "+7m", "2023-02-01 2023-03-01 2023-02-01 2023-03-01"},
	    {"2022-07-01", "2y~", "2024-01-01 2025-01-02 2024-01-01 2025-01-02"},
	    {"2022-07-01", "-2y~", "2020-01-01 2021-01-02 2020-01-01 2021-01-02"},
	    {"2022-07-01", "+3m~", "2022-09-16 2022-10-17 2022-09-16 2022-10-17"},
	    {"2022-07-01", "2w~", "2022-07-12 2022-07-19 2022-07-12 2022-07-19"},
	    {"2022-07", "3m~", "2022-09-16 2022-11-16 2022-09-16 2022-11-16"},
	    {"2022-07-01", "30d~", "2022-07-31 2022-08-01 2022-07-31 2022-08-01"},
	    {"2022-10-15", "-7m",
		"2022-02-16 2022-03-16 2022-02-16 2022-03-16"},
	    {"2022-07-01", "36h",
		"2022-07-02T12:00 2022-07-03T12:00 "
		"2022-07-02T12:00 2022-07-03T12:00"},
	    {"2022-07-01T10:30", "36h",
		"2022-07-02T22:30 2022-07-02T23:30 "
		"2022-07-02T22:30 2022-07-02T23:30"},
	    {"2022-07-01T10:30", "1m",
		"2022-08-01T10:30 2022-09-01T10:30 "
		"2022-08-01T10:30 2022-09-01T10:30"},
	    {"2022-07-01/2022-07-20", "1w/2w",
		"2022-07-08 2022-07-15 2022-07-15 2022-07-22"},
	    {"[2022-07-01..2022-07-10]", "3d",
		"2022-07-04 2022-07-14 2022-07-04 2022-07-14"},
	    {"[2022-07-01..]", "3d", "2022-07-04 + 2022-07-04 +"},
	    {"[..2022-07-01]", "2m", "- 2022-10-01 - 2022-10-01"},
	    {"2022-07-01", "[3d..5d]",
		"2022-07-04 2022-07-07 2022-07-04 2022-07-07"},
	    {"2022-07-01", "3d/", "2022-07-04 2022-07-05 2022-07-04 +"},
	};
	size_t i;

	for (i = 0; i < G_N_ELEMENTS(rows); i++) {
		struct cc_span anchor =
		    span_of(rows[i].anchor, CC_CLOCK_DATE, NULL);
		struct cc_span span =
		    span_of(rows[i].text, CC_CLOCK_DATE, &anchor);

		assert_span(&span, CC_CLOCK_DATE, rows[i].text, rows[i].span);
	}
}

static void
test_since_precision(void)
{
	struct cc_span anchor = span_of("2022-07", CC_CLOCK_DATE, NULL);
	struct cc_span span = span_of("12d", CC_CLOCK_DATE, &anchor);

	g_assert_cmpint(span.start_precision, ==, CC_PRECISION_MONTH);
	anchor = span_of("2022-07-01", CC_CLOCK_DATE, NULL);
	span = span_of("12d", CC_CLOCK_DATE, &anchor);
	g_assert_cmpint(span.start_precision, ==, CC_PRECISION_DAY);
	span = span_of("7m", CC_CLOCK_DATE, &anchor);
	g_assert_cmpint(span.start_precision, ==, CC_PRECISION_MONTH);
	/* A thing that only `after` places has no place to count from. */
	anchor.dated = false;
	span = span_of("12d", CC_CLOCK_DATE, &anchor);
	g_assert_false(span.dated);
}

static void
test_clocks(void)
{
	static const struct {
		enum cc_clock clock;
		const char *text, *span;
	} rows[] = {
	    {CC_CLOCK_DAY, "0", "0 1 0 1"},
	    {CC_CLOCK_DAY, "-7", "-7 -6 -7 -6"},
	    {CC_CLOCK_DAY, "43d/153d", "43 44 153 154"},
	    {CC_CLOCK_DAY, "3w", "21 28 21 28"},
	    {CC_CLOCK_DAY, "[..-21]", "- -20 - -20"},
	    {CC_CLOCK_DAY, "2.5", "3600min 3744min 3600min 3744min"},
	    {CC_CLOCK_DAY, "36h", "2160min 2220min 2160min 2220min"},
	    {CC_CLOCK_DAY, "[3..5d]", "3 6 3 6"},
	    {CC_CLOCK_STUDY_DAY, "1", "0 1 0 1"},
	    {CC_CLOCK_STUDY_DAY, "-1", "-1 0 -1 0"},
	    {CC_CLOCK_STUDY_DAY, "43", "42 43 42 43"},
	    {CC_CLOCK_STUDY_DAY, "43d", "42 43 42 43"},
	    {CC_CLOCK_STUDY_DAY, "-7/1", "-7 -6 0 1"},
	    {CC_CLOCK_STUDY_DAY, "3w", "21 28 21 28"},
	    {CC_CLOCK_WEEK, "2", "14 21 14 21"},
	    {CC_CLOCK_MONTH, "28",
		"1227240min 1271070min 1227240min "
		"1271070min"},
	    {CC_CLOCK_YEAR, "4", "1461 2629800min 1461 2629800min"},
	    {CC_CLOCK_GESTATION, "23", "161 168 161 168"},
	    {CC_CLOCK_GESTATION, "23w4d", "165 166 165 166"},
	    {CC_CLOCK_GESTATION, "40w2d/48w", "282 283 336 343"},
	    {CC_CLOCK_AGE, "4y", "1461 2629800min 1461 2629800min"},
	    {CC_CLOCK_AGE, "[6d..2m]", "6 131490min 6 131490min"},
	};
	size_t i;

	for (i = 0; i < G_N_ELEMENTS(rows); i++) {
		struct cc_span span =
		    span_of(rows[i].text, rows[i].clock, NULL);

		assert_span(&span, rows[i].clock, rows[i].text, rows[i].span);
	}
}

/* Under another clock an offset since a thing counts from that thing, in the
 * clock's unit where it has none; there is a day 0 then. */
static void
test_clocks_since(void)
{
	struct cc_span anchor = span_of("43", CC_CLOCK_STUDY_DAY, NULL);
	struct cc_span span = span_of("0", CC_CLOCK_STUDY_DAY, &anchor);

	assert_span(&span, CC_CLOCK_STUDY_DAY, "0", "42 43 42 43");
	span = span_of("4d/9", CC_CLOCK_STUDY_DAY, &anchor);
	assert_span(&span, CC_CLOCK_STUDY_DAY, "4d/9", "46 47 51 52");
	anchor = span_of("20w3d", CC_CLOCK_GESTATION, NULL);
	span = span_of("2", CC_CLOCK_GESTATION, &anchor);
	assert_span(&span, CC_CLOCK_GESTATION, "2", "157 164 157 164");
	span = span_of("1m", CC_CLOCK_GESTATION, &anchor);
	assert_span(&span, CC_CLOCK_GESTATION, "1m",
	    "249750min 293580min 249750min 293580min");
}

static void
test_clock_words(void)
{
	enum cc_clock clock, found;

	for (clock = 0; clock < CC_CLOCK_WRITTEN; clock++) {
		g_assert_true(cc_clock_find(cc_clock_word(clock), &found));
		g_assert_cmpint(found, ==, clock);
	}
	g_assert_false(cc_clock_find("Day", &found));
}

struct refusal {
	const char *text;
	const char *code;
	uint32_t column; /* 10 = the expression's first letter */
	uint32_t width;
	const char *hint; /* part of the sentence */
};

static void
assert_refused(const struct refusal *row, enum cc_clock clock,
    const struct cc_span *anchor)
{
	struct bench bench;
	const struct cc_diag *diag;

	bench_init(&bench, row->text);
	if (bench_run(&bench, row->text, clock, anchor, CC_INSTANT_NONE_AFTER))
		g_error("%s was taken", row->text);
	g_assert_cmpuint(bench.diags.list->len, ==, 1);
	diag = bench.diags.list->pdata[0];
	if (strcmp(cc_code_word(diag->code), row->code) != 0 ||
	    diag->place.line != 2 || diag->place.column != row->column ||
	    diag->width != row->width ||
	    strstr(diag->sentence, row->hint) == NULL) {
		g_test_message("%s: %u:%u+%u %s [%s]", row->text,
		    diag->place.line, diag->place.column, diag->width,
		    diag->sentence, cc_code_word(diag->code));
		g_test_fail();
	}
	bench_finish(&bench);
}

static void
test_refusals(void)
{
	static const struct refusal rows[] = {
	    {"2022-10/2022-07", "E201", 18, 7, "2022-07 < 2022-10"},
	    {"2022-10/[2022-05..2022-09]", "E201", 18, 18,
		"[2022-05..2022-09] < 2022-10"},
	    {"2022-13", "E202", 15, 2, "no month 13; write 01 to 12"},
	    {"2022-00-05", "E202", 15, 2, "no month 00"},
	    {"2022-13-05", "E202", 15, 2, "or 2022 where"},
	    {"2022-02-30", "E203", 10, 10,
		"no 2022-02-30, 2022-02 has 28 days; write 2022-02 "},
	    {"2023/2024-04-31", "E203", 15, 10, "has 30 days"},
	    {"2022-07-00", "E203", 10, 10, "has 31 days"},
	    {"2022-7", "E204", 10, 6, "write 2022-07"},
	    {"2022-7-5", "E204", 10, 8, "write 2022-07-05"},
	    {"2022-07-5", "E204", 10, 9, "write 2022-07-05"},
	    {"2022-07/2022-9", "E204", 18, 6, "write 2022-09"},
	    {"2022-21", "E205", 10, 7, "[2022-03..2022-05]"},
	    {"2022-24", "E205", 10, 7, "[2022-12..2023-02]"},
	    {"2022-29", "E205", 10, 7, "[2022-09..2022-11]"},
	    {"2022-34", "E205", 10, 7, "[2022-04..2022-06]"},
	    {"2022-39", "E205", 10, 7, "[2022-09..2022-12]"},
	    {"2022-41", "E205", 10, 7, "[2022-07..2022-12]"},
	    {"2022-42", "E202", 15, 2, "no month 42"},
	    {"202X", "E206", 10, 4, "[2020..2029]"},
	    {"20XX", "E206", 10, 4, "[2000..2099]"},
	    {"1XXX", "E206", 10, 4, "[1000..1999]"},
	    {"2022-1X", "E206", 10, 7, "[2022-10..2022-12]"},
	    {"2022-0X", "E206", 10, 7, "[2022-01..2022-09]"},
	    {"2022-XX", "E206", 10, 7, "write 2022"},
	    {"2022-07-XX", "E206", 10, 10, "write 2022-07"},
	    {"2022-XX-XX", "E206", 10, 10, "write 2022"},
	    {"2022-02-2X", "E206", 10, 10, "[2022-02-20..2022-02-28]"},
	    {"2022-02-3X", "E206", 10, 10, "a bracket"},
	    {"202X-05", "E206", 10, 7, "[2020-05..2029-05]"},
	    {"[2022-09..2022-10-15]", "E207", 10, 21,
		"write [2022-09-01..2022-10-15]"},
	    {"[2022-09-12..2023]", "E207", 10, 18,
		"write [2022-09-12..2023-12-31]"},
	    {"[2022-09..12d]", "E207", 10, 14, "2022-09 and 12d"},
	    {"[2022-09~..2022-10]", "E208", 10, 19, "[2022-09..2022-10]"},
	    {"[2022-09..2022-10]?", "E208", 10, 19, "[2022-09..2022-10]"},
	    {"2022-07%", "E209", 10, 8, "write 2022-07~"},
	    {"2022-07?~", "E209", 10, 9, "write 2022-07?"},
	    {"~2022-07", "E209", 10, 8, "write 2022-07~"},
	    {"2022~-07", "E209", 10, 8, "write 2022-07~"},
	    {"2022-07 / 2022-10", "E210", 10, 17, "write 2022-07/2022-10"},
	    {"2022-07-01 09:30", "E210", 10, 16, "write 2022-07-01T09:30"},
	    {"/", "E211", 10, 1, "both ends open"},
	    {"../..", "E211", 10, 5, "both ends open"},
	    {"/..", "E211", 10, 3, "both ends open"},
	    {"..", "E211", 10, 2, "both ends open"},
	    {"", "E212", 10, 1, "write one as 2022-07"},
	    {" ", "E212", 10, 1, "write one as 2022-07"},
	    {"2022-07-01T24:00", "E213", 21, 5, "as 2022-07-01T09:30"},
	    {"2022-07-01T9:30", "E213", 21, 4, "as 2022-07-01T09:30"},
	    {"2022-07-01T12:60", "E213", 21, 5, "00:00 to 23:59"},
	    {"2022-07-01T12:30:15", "E214", 26, 3, "write 2022-07-01T12:30"},
	    {"2022-07-01T12:30Z", "E214", 26, 1, "write 2022-07-01T12:30"},
	    {"0999", "E215", 10, 4, "not 0999"},
	    {"12022-07", "E215", 10, 5, "1000 to 9999"},
	    {"22-07", "E215", 10, 2, "four digits"},
	    {"22-07-05", "E217", 10, 8, "write 2022-07-05 or 2005-07-22"},
	    {"2022/07/01", "E216", 10, 10, "write 2022-07-01"},
	    {"2022-01/2022-02/2022-03", "E216", 10, 23, "start/end"},
	    {"tomorrow", "E217", 10, 8, "a date as 2022-07-01"},
	    {"2022.07.01", "E217", 10, 10, "write 2022-07-01"},
	    {"1.7.2022", "E217", 10, 8, "write 2022-07-01"},
	    {"2022\u5E747\u6708", "E217", 10, 7, "write 2022-07"},
	    {"2022-", "E217", 10, 5, "write 2022/"},
	    {"2022-07T10:30", "E217", 10, 13, "a date as"},
	    {"2022-Q1", "E217", 10, 7, "write [2022-01..2022-03]"},
	    {"P7M", "E217", 10, 3, "an offset as 12d"},
	    {"2022-07/-", "E217", 10, 9, "write 2022-07/"},
	    {"[2022]", "E218", 10, 6, "[a..b], [a..] or [..b]"},
	    {"[2022,2023]", "E218", 10, 11, "[a..b]"},
	    {"[..]", "E218", 10, 4, "[a..b]"},
	    {"[2022..2023", "E218", 10, 11, "[a..b]"},
	    {"[", "E218", 10, 1, "[a..b]"},
	    {"[2023-01..2022-10]", "E219", 10, 18, "write [2022-10..2023-01]"},
	    {"43", "E220", 10, 2, "write 43d with since=\"id\""},
	    {"20220701", "E220", 10, 8, "write 2022-07-01"},
	    {"202207", "E220", 10, 6, "write 2022-07"},
	    {"2022/07", "E220", 10, 7, "write 2022-07"},
	    {"07/2022", "E220", 10, 7, "write 2022-07"},
	    {"-2022", "E220", 10, 5, "write /2022"},
	    {"44632", "E220", 10, 5,
		"write 2022-03-12, if it is a day number of Excel"},
	    {"22716/22720", "E220", 10, 11,
		"write 2022-03-12/2022-03-16, if it is a day number of SAS"},
	    {"12d", "E221", 10, 3, "write 12d with since=\"id\""},
	    {"+3m~", "E221", 10, 3, "write 3m with since=\"id\""},
	    {"4w23d3w", "E224", 10, 7, "write 7w23d"},
	    {"23d4w", "E224", 10, 5, "write 4w23d"},
	    {"12k", "E225", 12, 1, "write y, m (months)"},
	    {"12D", "E217", 10, 3, "write 12d with since=\"id\""},
	    {"12mo", "E217", 10, 4, "write 12m with since=\"id\""},
	    {"3\u5929", "E217", 10, 2, "write 3d with since=\"id\""},
	    {"2021-22", "E205", 10, 7, "or 2021/2022"},
	    {"2.5y", "E226", 10, 4, "write 2y6m"},
	    {"2.5d", "E226", 10, 4, "write 2d12h"},
	    {"0.5w", "E226", 10, 4, "write 4d"},
	    {"5y7", "E228", 12, 1, "lacks its unit"},
	};
	size_t i;

	for (i = 0; i < G_N_ELEMENTS(rows); i++)
		assert_refused(&rows[i], CC_CLOCK_DATE, NULL);
}

static void
test_refusals_since(void)
{
	static const struct refusal rows[] = {
	    {"12", "E220", 10, 2, "write 12d"},
	    {"9d/3d", "E201", 13, 2, "3d < 9d"},
	    {"[9d..3d]", "E219", 10, 8, "write [3d..9d]"},
	    {"[3d..1w]", "E207", 10, 8, "3d and 1w"},
	    {"9000y", "E227", 10, 5, "the years 1000 to 9999"},
	    {"-999999999y", "E227", 10, 11, "the years 1000 to 9999"},
	    {"999999999y999999999m999999999w", "E227", 10, 30, "too far"},
	    {"1234567890d", "E217", 10, 11, "a date as"},
	};
	struct cc_span anchor = span_of("2022-07-01", CC_CLOCK_DATE, NULL);
	size_t i;

	for (i = 0; i < G_N_ELEMENTS(rows); i++)
		assert_refused(&rows[i], CC_CLOCK_DATE, &anchor);
}

/* Both ends counted from one thing: their order does not hang on it. */
static void
test_refusals_common_anchor(void)
{
	static const struct refusal rows[] = {
	    {"9d/3d", "E201", 13, 2, "3d < 9d"},
	    {"1m/20d", "E201", 13, 3, "20d < 1m"},
	};
	struct cc_span anchor = span_of("2022~", CC_CLOCK_DATE, NULL);
	size_t i;

	for (i = 0; i < G_N_ELEMENTS(rows); i++)
		assert_refused(&rows[i], CC_CLOCK_DATE, &anchor);
	span_of("1m/40d", CC_CLOCK_DATE, &anchor);
	anchor.earliest_start = CC_INSTANT_NONE_BEFORE;
	span_of("9d/3d", CC_CLOCK_DATE, &anchor);
}

static void
test_refusals_clock(void)
{
	static const struct refusal rows[] = {
	    {"2022-07", "E222", 10, 7, "clock=\"study-day\"; write an offset"},
	    {"2022", "E222", 10, 4, "2022d"},
	    {"0", "E223", 10, 1, "no study day 0"},
	    {"0d", "E223", 10, 2, "write 1, or -1"},
	    {"-0", "E223", 10, 2, "no study day -0"},
	    {"0.5", "E223", 10, 3, "no study day 0.5"},
	    {"[-3..0]", "E223", 15, 1, "no study day 0"},
	    {"[9w..5]", "E219", 10, 7, "write [5..9w]"},
	    {"9999999y", "E227", 10, 8, "9000 years from zero"},
	};
	size_t i;

	for (i = 0; i < G_N_ELEMENTS(rows); i++)
		assert_refused(&rows[i], CC_CLOCK_STUDY_DAY, NULL);
}

/* Both halves are told of in one run. */
static void
test_two_errors(void)
{
	struct bench bench;

	bench_init(&bench, "2022-7/2022-13");
	g_assert_false(bench_run(&bench, "2022-7/2022-13", CC_CLOCK_DATE, NULL,
	    CC_INSTANT_NONE_AFTER));
	g_assert_cmpuint(bench.diags.list->len, ==, 2);
	bench_finish(&bench);
}

/* `~` or `?` at either end, or on what it is counted from, turn the rule on
 * order into a warning; the span then has no negative length. */
static void
test_doubtful_order(void)
{
	static const char *const texts[] = {
	    "2022-10~/2022-07", "2022-10/2022-07?"};
	size_t i;

	for (i = 0; i < G_N_ELEMENTS(texts); i++) {
		struct bench bench;

		bench_init(&bench, texts[i]);
		g_assert_true(bench_run(&bench, texts[i], CC_CLOCK_DATE, NULL,
		    CC_INSTANT_NONE_AFTER));
		g_assert_cmpuint(bench.diags.count[CC_WARNING], ==, 1);
		g_assert_cmpuint(bench.diags.count[CC_ERROR], ==, 0);
		assert_span(&bench.span, CC_CLOCK_DATE, texts[i],
		    "2022-10-01 2022-10-01 2022-10-01 2022-10-01");
		bench_finish(&bench);
	}
}

/* No rule on order fires where one reading is in order. */
static void
test_possible_order(void)
{
	static const char *const texts[] = {"2022-10/2022", "2022/2022-01",
	    "2022-10-31/2022-10", "[2022-10..2022-12]/2022-10",
	    "2022-10-31T23:59/2022-10-31", "[2022-10..]/2022-10"};
	size_t i;

	for (i = 0; i < G_N_ELEMENTS(texts); i++) {
		struct cc_span span = span_of(texts[i], CC_CLOCK_DATE, NULL);

		g_assert_cmpint(
		    span.earliest_start.minute, <=, span.latest_start.minute);
		g_assert_cmpint(
		    span.earliest_end.minute, <=, span.latest_end.minute);
		g_assert_cmpint(
		    span.earliest_start.minute, <=, span.earliest_end.minute);
		g_assert_cmpint(
		    span.latest_start.minute, <=, span.latest_end.minute);
	}
}

/* An attribute written with character references has other offsets than its
 * text: the whole of it is underlined. */
static void
test_references(void)
{
	struct bench bench;
	const struct cc_diag *diag;

	bench_init(&bench, "2022-&#x31;3");
	g_assert_false(bench_run(
	    &bench, "2022-13", CC_CLOCK_DATE, NULL, CC_INSTANT_NONE_AFTER));
	diag = bench.diags.list->pdata[0];
	g_assert_cmpuint(diag->place.column, ==, 10);
	g_assert_cmpuint(diag->width, ==, 12);
	bench_finish(&bench);
}

/* Mutations of good expressions: whatever is taken is in order, whatever is
 * refused says so exactly once or twice. */
static void
test_mutations(void)
{
	static const char *const seeds[] = {"2022-07-01T09:30",
	    "[2022-10..2023-01]", "2022-07/[2023-03..2023-09]", "5y7m/..", "-7",
	    "23w4d~", "[2.5..3.5]"};
	static const char letters[] = "0123456789-/.[]~?TXhdwmy: ";
	struct cc_span anchor = span_of("2022-07", CC_CLOCK_DATE, NULL);
	GRand *rand = g_rand_new_with_seed(11);
	int i, taken = 0;

	for (i = 0; i < 60000; i++) {
		g_autofree char *text = g_strdup(
		    seeds[g_rand_int_range(rand, 0, G_N_ELEMENTS(seeds))]);
		enum cc_clock clock =
		    (enum cc_clock)g_rand_int_range(rand, 0, CC_CLOCK_WRITTEN);
		int count = g_rand_int_range(rand, 1, 4);
		struct bench bench;
		bool good;

		while (count-- > 0)
			text[g_rand_int_range(rand, 0, (gint)strlen(text))] =
			    letters[g_rand_int_range(
				rand, 0, sizeof letters - 1)];
		bench_init(&bench, text);
		good = bench_run(&bench, text, clock,
		    i % 2 == 0 ? &anchor : NULL, CC_INSTANT_NONE_BEFORE);
		taken += good;
		if (good) {
			const struct cc_span *span = &bench.span;

			g_assert_cmpint(span->earliest_start.minute, <=,
			    span->latest_start.minute);
			g_assert_cmpint(span->earliest_end.minute, <=,
			    span->latest_end.minute);
			g_assert_cmpint(span->earliest_start.minute, <=,
			    span->earliest_end.minute);
			g_assert_cmpint(span->latest_start.minute, <=,
			    span->latest_end.minute);
		} else {
			g_assert_cmpuint(bench.diags.count[CC_ERROR], >=, 1);
			g_assert_cmpuint(bench.diags.count[CC_ERROR], <=, 2);
		}
		bench_finish(&bench);
	}
	g_assert_cmpint(taken, >, 5000);
	g_rand_free(rand);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/time/table", test_table);
	g_test_add_func("/time/forms", test_forms);
	g_test_add_func("/time/qualifiers", test_qualifiers);
	g_test_add_func("/time/undated", test_undated);
	g_test_add_func("/time/since", test_since);
	g_test_add_func("/time/since-precision", test_since_precision);
	g_test_add_func("/time/clocks", test_clocks);
	g_test_add_func("/time/clocks-since", test_clocks_since);
	g_test_add_func("/time/clock-words", test_clock_words);
	g_test_add_func("/time/refusals", test_refusals);
	g_test_add_func("/time/refusals-since", test_refusals_since);
	g_test_add_func(
	    "/time/refusals-common-anchor", test_refusals_common_anchor);
	g_test_add_func("/time/refusals-clock", test_refusals_clock);
	g_test_add_func("/time/two-errors", test_two_errors);
	g_test_add_func("/time/doubtful-order", test_doubtful_order);
	g_test_add_func("/time/possible-order", test_possible_order);
	g_test_add_func("/time/references", test_references);
	g_test_add_func("/time/mutations", test_mutations);
	return g_test_run();
}
