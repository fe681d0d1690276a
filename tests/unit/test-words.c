#include "words/words.h"

#include "base/time.h"

#include <math.h>
#include <string.h>

#include "builtin.h"

static bool
language_add(void *to, const struct cc_source *source, struct cc_diags *diags)
{
	return cc_languages_add(to, source, diags);
}

struct fixture {
	struct cc_languages *languages;
	GPtrArray *sources;
	struct cc_arena arena;
	struct cc_case course;
	struct cc_words_in de, en, zh;
};

static void
set_up(struct fixture *fixture, gconstpointer unused)
{
	(void)unused;
	*fixture = (struct fixture){.languages = cc_languages_create()};
	fixture->sources =
	    builtin_load("lang", NULL, language_add, fixture->languages);
	cc_arena_init(&fixture->arena);
	fixture->en = (struct cc_words_in){
	    .course = &fixture->course, .arena = &fixture->arena};
	fixture->de = fixture->zh = fixture->en;
	cc_words_speak(&fixture->de, fixture->languages, "de");
	cc_words_speak(&fixture->en, fixture->languages, "en");
	cc_words_speak(&fixture->zh, fixture->languages, "zh");
}

static void
tear_down(struct fixture *fixture, gconstpointer unused)
{
	(void)unused;
	cc_languages_destroy(fixture->languages);
	g_ptr_array_unref(fixture->sources);
	cc_arena_finish(&fixture->arena);
}

static const char *const ids[] = {
#define CC_MESSAGE(name, id) id,
#include "words/messages.h"
#undef CC_MESSAGE
};

static void
test_sorted(struct fixture *fixture, gconstpointer unused)
{
	(void)fixture;
	(void)unused;
	for (size_t i = 1; i < G_N_ELEMENTS(ids); i++)
		g_assert_cmpstr(ids[i - 1], <, ids[i]);
}

/* Alone, a language that lacks a message says its id; each says all. */
static void
test_complete(struct fixture *fixture, gconstpointer unused)
{
	static const char *const langs[] = {"de", "en", "zh"};

	(void)unused;
	for (size_t l = 0; l < G_N_ELEMENTS(langs); l++) {
		struct cc_languages *alone = cc_languages_create();
		struct cc_words_in in = fixture->en;
		g_autofree char *file = g_strconcat(langs[l], ".xml", NULL);
		GPtrArray *sources =
		    builtin_load("lang", file, language_add, alone);
		struct cc_languages *none = cc_languages_create();

		for (int i = 0; i < CC_MESSAGE_COUNT; i++) {
			struct cc_words_in silent = in;
			const char *text;

			cc_words_speak(&in, alone, langs[l]);
			cc_words_speak(&silent, none, langs[l]);
			text = cc_say(&in, (enum cc_message)i);
			g_test_message("%s: %s", langs[l], ids[i]);
			g_assert_cmpstr(text, !=, "");
			g_assert_null(strchr(text, '\n'));
			/* The id itself is one and the same string. */
			g_assert_true(
			    text != cc_say(&silent, (enum cc_message)i));
		}
		cc_languages_destroy(none);
		cc_languages_destroy(alone);
		g_ptr_array_unref(sources);
	}
}

/* A place of a message that the other language does not have is a slip of
 * the pen, but for these, which only one of them needs. */
static void
assert_places(const char *text, const char *other)
{
	static const char *const free[] = {"{month}", "{number}", "{from}",
	    "{to}", "{from-number}", "{to-number}", "{to-month}", "{from-n}",
	    "{verb}"};

	for (const char *p = strchr(text, '{'); p != NULL;
	     p = strchr(p + 1, '{')) {
		g_autofree char *place = g_strndup(p, strcspn(p, "}") + 1);
		bool known = strstr(other, place) != NULL;

		for (size_t i = 0; i < G_N_ELEMENTS(free); i++)
			known = known || strcmp(free[i], place) == 0;
		g_test_message("%s of %s in %s", place, text, other);
		g_assert_true(known);
	}
}

static void
test_places(struct fixture *fixture, gconstpointer unused)
{
	(void)unused;
	for (int i = 0; i < CC_MESSAGE_COUNT; i++) {
		const char *en = cc_say(&fixture->en, (enum cc_message)i);
		const char *zh = cc_say(&fixture->zh, (enum cc_message)i);
		const char *de = cc_say(&fixture->de, (enum cc_message)i);

		assert_places(en, zh);
		assert_places(zh, en);
		assert_places(en, de);
		assert_places(de, en);
	}
}

/* Chinese is set with its own punctuation; ASCII is left where the words on
 * both sides may be Latin. */
static void
test_punctuation(struct fixture *fixture, gconstpointer unused)
{
	(void)unused;
	for (int i = 0; i < CC_MESSAGE_COUNT; i++) {
		const char *zh = cc_say(&fixture->zh, (enum cc_message)i);

		if (i == CC_MSG_GROUP_SEPARATOR ||
		    i == CC_MSG_DECIMAL_SEPARATOR)
			continue;
		g_test_message("%s", zh);
		g_assert_null(strpbrk(zh, "();:,."));
	}
}

static void
test_fallback(struct fixture *fixture, gconstpointer unused)
{
	struct cc_words_in in = fixture->en;

	(void)unused;
	g_assert_true(cc_language_known(fixture->languages, "zh"));
	g_assert_true(cc_language_known(fixture->languages, "zh-Hans-CN"));
	g_assert_true(cc_language_known(fixture->languages, "EN-gb"));
	g_assert_false(cc_language_known(fixture->languages, "fr"));
	g_assert_false(cc_language_known(fixture->languages, "z"));
	g_assert_false(cc_language_known(fixture->languages, ""));
	g_assert_false(cc_language_known(fixture->languages, NULL));
	cc_words_speak(&in, fixture->languages, "zh-CN");
	g_assert_cmpstr(cc_say(&in, CC_MSG_TREATMENT), ==, "治疗");
	cc_words_speak(&in, fixture->languages, "fr");
	g_assert_cmpstr(cc_say(&in, CC_MSG_TREATMENT), ==, "Treatment");
}

static void
test_own(struct fixture *fixture, gconstpointer unused)
{
	static const char text[] =
	    "<messages xmlns='urn:clincourse:messages:1' xml:lang='fr'"
	    " xml:space='preserve' name='français'><message "
	    "id='treatment'>Traitement</message>"
	    "<message id='list-separator'>; </message></messages>";
	static const char wrong[] =
	    "<messages xmlns='urn:clincourse:messages:1' xml:lang='fr'"
	    " xml:space='preserve' name='français'>"
	    "<message id='treatmant'>x</message>"
	    "</messages>";
	const struct cc_source source = source_of("fr.xml", text);
	const struct cc_source slip = source_of("fr.xml", wrong);
	struct cc_words_in in = fixture->en;
	struct cc_diags diags;
	size_t count;

	(void)unused;
	cc_diags_init(&diags);
	g_assert_true(cc_languages_add(fixture->languages, &source, &diags));
	cc_words_speak(&in, fixture->languages, "fr");
	g_assert_cmpstr(cc_say(&in, CC_MSG_TREATMENT), ==, "Traitement");
	g_assert_cmpstr(cc_say(&in, CC_MSG_LIST_SEPARATOR), ==, "; ");
	g_assert_cmpstr(cc_say(&in, CC_MSG_RESPONSE), ==, "Response");
	cc_language_list(fixture->languages, &count);
	g_assert_cmpuint(count, ==, 4);
	g_assert_false(cc_languages_add(fixture->languages, &slip, &diags));
	g_assert_nonnull(strstr(
	    ((struct cc_diag *)g_ptr_array_index(diags.list, 0))->sentence,
	    "treatment"));
	g_assert_cmpstr(cc_say(&in, CC_MSG_TREATMENT), ==, "Traitement");
	cc_diags_finish(&diags);
}

static void
test_say(struct fixture *fixture, gconstpointer unused)
{
	const struct cc_words_in *en = &fixture->en, *zh = &fixture->zh;

	(void)unused;
	g_assert_cmpstr(cc_say_count(en, CC_MSG_CYCLES, 1), ==, "1 cycle");
	g_assert_cmpstr(cc_say_count(en, CC_MSG_CYCLES, 4), ==, "4 cycles");
	g_assert_cmpstr(cc_say_count(en, CC_MSG_CYCLES, 0), ==, "0 cycles");
	g_assert_cmpstr(cc_say_count(zh, CC_MSG_CYCLES, 1), ==, "1 个疗程");
	g_assert_cmpstr(cc_say_with(en, CC_MSG_MONTHS_FROM, "zero",
			    cc_say(en, CC_MSG_ZERO_DIAGNOSIS), NULL),
	    ==, "Months from diagnosis");
	g_assert_cmpstr(cc_say_with(zh, CC_MSG_MONTHS_FROM, "zero",
			    cc_say(zh, CC_MSG_ZERO_DIAGNOSIS), NULL),
	    ==, "距诊断（月）");
	/* A place that is not filled, or filled with its own like. */
	g_assert_cmpstr(
	    cc_say_with(en, CC_MSG_NAME_DETAIL, "detail", "{name}", NULL), ==,
	    "{name} ({name})");
}

/* Chinese and Latin meet with a space, at filled places only. */
static void
test_spaces(struct fixture *fixture, gconstpointer unused)
{
	const struct cc_words_in *zh = &fixture->zh;

	(void)unused;
	g_assert_cmpstr(
	    cc_say_with(zh, CC_MSG_ABSENT, "name", "FLT3-ITD", NULL), ==,
	    "未检出 FLT3-ITD");
	g_assert_cmpstr(
	    cc_say_with(zh, CC_MSG_ABSENT, "name", "复杂核型", NULL), ==,
	    "未检出复杂核型");
	g_assert_cmpstr(
	    cc_say_with(zh, CC_MSG_NOT_DONE_NAMED, "name", "ASCT", NULL), ==,
	    "ASCT 未做");
	g_assert_cmpstr(
	    cc_say_with(zh, CC_MSG_NOT_DONE_NAMED, "name", "移植", NULL), ==,
	    "移植未做");
	g_assert_cmpstr(cc_say_with(&fixture->en, CC_MSG_NOT_DONE_NAMED, "name",
			    "ASCT", NULL),
	    ==, "ASCT not done");
}

static void
test_lines(struct fixture *fixture, gconstpointer unused)
{
	const struct cc_words_in *en = &fixture->en, *zh = &fixture->zh;
	const struct cc_duration pfs = {
	    .unit = CC_PRECISION_MONTH, .value = 19, .low = 18, .high = 20};

	(void)unused;
	g_assert_cmpstr(cc_line_text(en, 2), ==, "line 2");
	g_assert_cmpstr(cc_line_text(zh, 1), ==, "一线");
	g_assert_cmpstr(cc_line_text(zh, 10), ==, "十线");
	g_assert_cmpstr(cc_line_text(zh, 11), ==, "11 线");
	g_assert_cmpstr(cc_line_text(en, 11), ==, "line 11");
	g_assert_cmpstr(cc_say_with(en, CC_MSG_INTERVAL_IN_LINE, "name", "PFS",
			    "line", cc_line_text(en, 2), "duration",
			    cc_duration_text(en, pfs), NULL),
	    ==, "PFS in line 2: 19 months (18–20)");
	g_assert_cmpstr(cc_say_with(zh, CC_MSG_INTERVAL_IN_LINE, "name", "PFS",
			    "line", cc_line_text(zh, 2), "duration",
			    cc_duration_text(zh, pfs), NULL),
	    ==, "二线 PFS 19 个月（18–20）");
}

static void
test_durations(struct fixture *fixture, gconstpointer unused)
{
	static const struct {
		struct cc_duration duration;
		const char *en, *zh;
	} rows[] = {
	    {{.unit = CC_PRECISION_DAY, .value = 24, .exact = true}, "24 days",
		"24 天"},
	    {{.unit = CC_PRECISION_DAY, .value = 1, .exact = true}, "1 day",
		"1 天"},
	    {{.unit = CC_PRECISION_MONTH, .value = 1, .low = 1, .high = 1},
		"1 month", "1 个月"},
	    {{.unit = CC_PRECISION_WEEK, .value = 3, .low = 2, .high = 4},
		"3 weeks (2–4)", "3 周（2–4）"},
	    {{.unit = CC_PRECISION_YEAR,
		 .value = 12,
		 .low = 11,
		 .high = 13,
		 .approximate = true},
		"about 12 years (11–13)", "约 12 年（11–13）"},
	    {{.unit = CC_PRECISION_MONTH,
		 .value = 6,
		 .low = 6,
		 .high = CC_DURATION_OPEN},
		"at least 6 months", "至少 6 个月"},
	    {{.unit = CC_PRECISION_DAY, .value = 1234, .exact = true},
		"1,234 days", "1234 天"},
	};

	(void)unused;
	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_assert_cmpstr(
		    cc_duration_text(&fixture->en, rows[i].duration), ==,
		    rows[i].en);
		g_assert_cmpstr(
		    cc_duration_text(&fixture->zh, rows[i].duration), ==,
		    rows[i].zh);
	}
}

/* A time as a case file writes it, in words. */
static const char *
date_said(struct fixture *fixture, const struct cc_words_in *in,
    const char *written, const struct cc_span *anchor)
{
	const struct cc_source source = source_of("time", written);
	const struct cc_pos pos = {&source, 0, (uint32_t)strlen(written)};
	struct cc_time time = {0};
	struct cc_span span = {0};
	struct cc_diags diags;

	cc_diags_init(&diags);
	g_test_message("%s", written);
	g_assert_true(
	    cc_time_read(&fixture->arena, written, pos, &time, &diags));
	g_assert_true(cc_time_resolve(&time, fixture->course.clock, anchor,
	    cc_instant_from_date(2025, 1, 1), &span, &diags));
	cc_diags_finish(&diags);
	return cc_date_text(in, &span);
}

static void
test_dates(struct fixture *fixture, gconstpointer unused)
{
	static const struct {
		const char *written, *en, *zh;
	} rows[] = {
	    {"2022", "2022", "2022 年"},
	    {"2022-07", "Jul 2022", "2022 年 7 月"},
	    {"2022-07-12", "12 Jul 2022", "2022 年 7 月 12 日"},
	    {"2022-07-12T14:05", "12 Jul 2022, 14:05",
		"2022 年 7 月 12 日 14:05"},
	    {"[2022-10..2023-01]", "between Oct 2022 and Jan 2023",
		"2022 年 10 月–2023 年 1 月之间"},
	    {"[2023-03..2023-09]", "between Mar and Sep 2023",
		"2023 年 3–9 月之间"},
	    {"[2023-03-02..2023-03-09]", "between 2 and 9 Mar 2023",
		"2023 年 3 月 2–9 日之间"},
	    {"[2023-03-02..2023-04-09]", "between 2 Mar and 9 Apr 2023",
		"2023 年 3 月 2 日–4 月 9 日之间"},
	    {"[2021..2022]", "between 2021 and 2022",
		"2021–2022 年之间"},
	    /* A bracket of one unit is that unit. */
	    {"[2021..2021]", "2021", "2021 年"},
	    {"[2021-05..2021-05]", "May 2021", "2021 年 5 月"},
	    {"[2022-10..]", "Oct 2022 or later", "2022 年 10 月或之后"},
	    {"[..2022-10]", "Oct 2022 or earlier", "2022 年 10 月或之前"},
	    {"2022-07~", "about Jul 2022", "约 2022 年 7 月"},
	    {"2022-07?", "Jul 2022 (uncertain)", "2022 年 7 月（不确定）"},
	    {"2022-07/2022-10", "Jul–Oct 2022", "2022 年 7–10 月"},
	    {"2022-07/2022-07", "Jul 2022", "2022 年 7 月"},
	    {"2022-07/2023-10", "Jul 2022 – Oct 2023",
		"2022 年 7 月至 2023 年 10 月"},
	    {"2022-07-30/2022-08-02", "30 Jul – 2 Aug 2022",
		"2022 年 7 月 30 日至 8 月 2 日"},
	    {"2022-07/..", "since Jul 2022", "2022 年 7 月起持续"},
	    {"2022-07/", "from Jul 2022, end not stated",
		"2022 年 7 月起，结束时间不详"},
	    {"../2022-07", "until Jul 2022", "至 2022 年 7 月"},
	    {"/2022-07", "until Jul 2022, start not stated",
		"至 2022 年 7 月，开始时间不详"},
	    {"2022-07/[2023-03..2023-09]",
		"from Jul 2022 to some time between Mar and Sep 2023",
		"2022 年 7 月至 2023 年 3–9 月之间某时"},
	    {"[2022-03..2022-09]/[2022-03..2022-09]",
		"between Mar and Sep 2022", "2022 年 3–9 月之间"},
	    {"[2022-03..2022-09]/",
		"from some time between Mar and Sep 2022, end not stated",
		"2022 年 3–9 月之间某时起，结束时间不详"},
	    {"[2014..2015]", "between 2014 and 2015", "2014–2015 年之间"},
	    {"2022-07~/..", "since about Jul 2022", "约 2022 年 7 月起持续"},
	    {"2022-07~/2023", "from about Jul 2022 to 2023",
		"约 2022 年 7 月至 2023 年"},
	    {"2022-07~/2022-10~", "about Jul–Oct 2022", "约 2022 年 7–10 月"},
	    {"2022-07/2022-10?", "from Jul 2022 to Oct 2022 (uncertain)",
		"2022 年 7 月至 2022 年 10 月（不确定）"},
	};
	const struct cc_span undated = {.dated = false};

	(void)unused;
	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_assert_cmpstr(
		    date_said(fixture, &fixture->en, rows[i].written, NULL), ==,
		    rows[i].en);
		g_assert_cmpstr(
		    date_said(fixture, &fixture->zh, rows[i].written, NULL), ==,
		    rows[i].zh);
	}
	g_assert_cmpstr(
	    cc_date_text(&fixture->en, &undated), ==, "date not stated");
}

/* A language is one file: dates, numbers and plurals are in it. */
static void
test_german(struct fixture *fixture, gconstpointer unused)
{
	static const struct {
		const char *written, *text;
	} dates[] = {
	    {"2022-07", "Juli 2022"},
	    {"2022-07-12", "12. Juli 2022"},
	    {"2022-07-12T14:05", "12. Juli 2022, 14:05 Uhr"},
	    {"[2023-03..2023-09]", "zwischen März und Sept. 2023"},
	    {"[2023-03-02..2023-04-09]",
		"zwischen dem 2. März und dem 9. Apr. 2023"},
	    {"2023-03-02/2023-03-09", "2.–9. März 2023"},
	    {"2022-07/..", "seit Juli 2022"},
	    {"2022-07~", "etwa Juli 2022"},
	};
	static const struct cc_value values[] = {
	    {.written = "8.72"},
	    {.written = "0.001", .limit = CC_LIMIT_BELOW},
	    {.written = "60000"},
	};
	const struct cc_words_in *de = &fixture->de;
	/* No full stop: it would stand beside that of a sentence. */
	static const struct {
		const char *written, *text;
	} ages[] = {
	    {"5y7m", "Alter 5 J 7 Mon"},
	    {"5y7m12d", "Alter 5 J 7 Mon 12 T"},
	    {"1m", "Alter 1 Monat"},
	    {"10d/17d", "Alter 10–17 Tage"},
	};
	const struct cc_duration pfs = {
	    .unit = CC_PRECISION_MONTH, .value = 19, .low = 18, .high = 20};

	(void)unused;
	for (size_t i = 0; i < G_N_ELEMENTS(dates); i++)
		g_assert_cmpstr(date_said(fixture, de, dates[i].written, NULL),
		    ==, dates[i].text);
	g_assert_cmpstr(cc_value_text(de, &values[0]), ==, "8,72");
	g_assert_cmpstr(cc_value_text(de, &values[1]), ==, "<0,001");
	g_assert_cmpstr(cc_value_text(de, &values[2]), ==, "60.000");
	g_assert_cmpstr(cc_number_text(de, 7.5, 1), ==, "7,5");
	g_assert_cmpstr(cc_say_count(de, CC_MSG_CYCLES, 1), ==, "1 Zyklus");
	g_assert_cmpstr(cc_say_count(de, CC_MSG_CYCLES, 4), ==, "4 Zyklen");
	g_assert_cmpstr(cc_duration_text(de, pfs), ==, "19 Monate (18–20)");
	fixture->course.clock = CC_CLOCK_AGE;
	for (size_t i = 0; i < G_N_ELEMENTS(ages); i++)
		g_assert_cmpstr(date_said(fixture, de, ages[i].written, NULL),
		    ==, ages[i].text);
}

/* Offsets keep what they leave open. */
static void
test_offsets(struct fixture *fixture, gconstpointer unused)
{
	struct cc_span day = {
	    .earliest_start = cc_instant_from_date(2022, 7, 12),
	    .latest_start = cc_instant_from_date(2022, 7, 13),
	    .earliest_end = cc_instant_from_date(2022, 7, 12),
	    .latest_end = cc_instant_from_date(2022, 7, 13),
	    .start_form = CC_MOMENT_POINT,
	    .end_form = CC_MOMENT_POINT,
	    .start_precision = CC_PRECISION_DAY,
	    .end_precision = CC_PRECISION_DAY,
	    .dated = true};

	(void)unused;
	g_assert_cmpstr(
	    date_said(fixture, &fixture->en, "12d", &day), ==, "24 Jul 2022");
	g_assert_cmpstr(date_said(fixture, &fixture->en, "2m", &day), ==,
	    "between 12 Sep and 11 Oct 2022");
}

/* What is counted from an open bracket is open on the same side. */
static void
test_open_offsets(struct fixture *fixture, gconstpointer unused)
{
	struct cc_span until = {.earliest_start = CC_INSTANT_NONE_BEFORE,
	    .latest_start = cc_instant_from_date(2022, 7, 13),
	    .earliest_end = CC_INSTANT_NONE_BEFORE,
	    .latest_end = cc_instant_from_date(2022, 7, 13),
	    .start_form = CC_MOMENT_UNTIL,
	    .end_form = CC_MOMENT_UNTIL,
	    .start_precision = CC_PRECISION_DAY,
	    .end_precision = CC_PRECISION_DAY,
	    .dated = true};

	(void)unused;
	g_assert_cmpstr(date_said(fixture, &fixture->en, "12d", &until), ==,
	    "24 Jul 2022 or earlier");
	g_assert_cmpstr(date_said(fixture, &fixture->en, "0d/12d", &until), ==,
	    "from 12 Jul 2022 or earlier to 24 Jul 2022 or earlier");
	fixture->course.clock = CC_CLOCK_WEEK;
	until.latest_start = until.latest_end =
	    (struct cc_instant){14 * CC_MINUTES_A_DAY};
	g_assert_cmpstr(date_said(fixture, &fixture->en, "7d", &until), ==,
	    "week 2+6 or earlier");
}

static void
test_clocks(struct fixture *fixture, gconstpointer unused)
{
	static const struct {
		enum cc_clock clock;
		const char *written, *en, *zh;
	} rows[] = {
	    {CC_CLOCK_DAY, "15", "day 15", "第 15 天"},
	    {CC_CLOCK_DAY, "-7", "day −7", "第 −7 天"},
	    {CC_CLOCK_DAY, "2.5", "day 2.5", "第 2.5 天"},
	    {CC_CLOCK_DAY, "36h", "hour 36", "第 36 小时"},
	    {CC_CLOCK_DAY, "[15..20]", "between day 15 and day 20",
		"第 15 天–第 20 天之间"},
	    {CC_CLOCK_DAY, "15/20", "day 15 – day 20", "第 15 天至第 20 天"},
	    {CC_CLOCK_DAY, "2.5/6.5", "day 2.5 – day 6.5",
		"第 2.5 天至第 6.5 天"},
	    {CC_CLOCK_DAY, "5m", "month 5", "第 5 个月"},
	    {CC_CLOCK_DAY, "1w/20.5", "week 1 – day 20.5",
		"第 1 周至第 20.5 天"},
	    {CC_CLOCK_STUDY_DAY, "1", "day 1", "第 1 天"},
	    {CC_CLOCK_STUDY_DAY, "15", "day 15", "第 15 天"},
	    {CC_CLOCK_STUDY_DAY, "-1", "day −1", "第 −1 天"},
	    {CC_CLOCK_STUDY_DAY, "2.5/6.5", "day 2.5 – day 6.5",
		"第 2.5 天至第 6.5 天"},
	    {CC_CLOCK_STUDY_DAY, "-1.5", "day −1.5", "第 −1.5 天"},
	    {CC_CLOCK_WEEK, "19", "week 19", "第 19 周"},
	    {CC_CLOCK_WEEK, "19w3d", "week 19+3", "第 19+3 周"},
	    {CC_CLOCK_MONTH, "7", "month 7", "第 7 月"},
	    {CC_CLOCK_MONTH, "1.84", "month 1.84", "第 1.84 月"},
	    {CC_CLOCK_MONTH, "0.0", "month 0.0", "第 0.0 月"},
	    {CC_CLOCK_MONTH, "[2.5..3.5]", "between month 2.5 and month 3.5",
		"第 2.5 月–第 3.5 月之间"},
	    {CC_CLOCK_MONTH, "4.5/6.25", "month 4.5 – month 6.25",
		"第 4.5 月至第 6.25 月"},
	    {CC_CLOCK_MONTH, "12d", "day 12", "第 12 天"},
	    {CC_CLOCK_YEAR, "2", "year 2", "第 2 年"},
	    {CC_CLOCK_AGE, "12", "age 12", "12 岁"},
	    {CC_CLOCK_AGE, "0/2.5", "age 0 – age 2.5", "0 岁至 2.5 岁"},
	    {CC_CLOCK_AGE, "5y7m", "age 5 y 7 mo", "5 岁 7 个月"},
	    {CC_CLOCK_AGE, "5y7m12d", "age 5 y 7 mo 12 d",
		"5 岁 7 个月 12 天"},
	    {CC_CLOCK_AGE, "36h", "age 36 hours", "生后 36 小时"},
	    {CC_CLOCK_AGE, "1d", "age 1 day", "1 日龄"},
	    {CC_CLOCK_AGE, "10d/17d", "age 10–17 days", "10–17 日龄"},
	    {CC_CLOCK_AGE, "[10d..17d]", "between age 10 days and age 17 days",
		"10–17 日龄之间"},
	    {CC_CLOCK_AGE, "6w", "age 6 weeks", "6 周龄"},
	    {CC_CLOCK_AGE, "3m", "age 3 months", "3 月龄"},
	    {CC_CLOCK_AGE, "3m/3m", "age 3 months", "3 月龄"},
	    {CC_CLOCK_GESTATION, "23w4d", "week 23+4", "孕 23+4 周"},
	    {CC_CLOCK_GESTATION, "23", "week 23", "孕 23 周"},
	    {CC_CLOCK_GESTATION, "140", "140 weeks from LMP",
		"末次月经后 140 周"},
	};

	(void)unused;
	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
		fixture->course.clock = rows[i].clock;
		g_assert_cmpstr(
		    date_said(fixture, &fixture->en, rows[i].written, NULL), ==,
		    rows[i].en);
		g_assert_cmpstr(
		    date_said(fixture, &fixture->zh, rows[i].written, NULL), ==,
		    rows[i].zh);
	}
}

static void
test_values(struct fixture *fixture, gconstpointer unused)
{
	static const struct {
		const char *written;
		enum cc_limit limit;
		const char *en, *zh;
	} rows[] = {
	    {"8.72", CC_LIMIT_NONE, "8.72", "8.72"},
	    {"8.70", CC_LIMIT_NONE, "8.70", "8.70"},
	    {"999", CC_LIMIT_NONE, "999", "999"},
	    {"1140", CC_LIMIT_NONE, "1,140", "1140"},
	    {"60000", CC_LIMIT_NONE, "60,000", "60,000"},
	    {"1234567.8901", CC_LIMIT_NONE, "1,234,567.8901", "1,234,567.8901"},
	    {"-3.5", CC_LIMIT_NONE, "−3.5", "−3.5"},
	    {"-1000", CC_LIMIT_NONE, "−1,000", "−1000"},
	    {"0.001", CC_LIMIT_BELOW, "<0.001", "<0.001"},
	    {"2000", CC_LIMIT_ABOVE, ">2,000", ">2000"},
	};

	(void)unused;
	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
		const struct cc_value value = {
		    .written = rows[i].written, .limit = rows[i].limit};

		g_assert_cmpstr(
		    cc_value_text(&fixture->en, &value), ==, rows[i].en);
		g_assert_cmpstr(
		    cc_value_text(&fixture->zh, &value), ==, rows[i].zh);
	}
	g_assert_cmpstr(cc_number_text(&fixture->en, 10000, 0), ==, "10,000");
	/* Ticks and values of one row are grouped alike. */
	const struct cc_value value = {.written = "2100"};
	g_assert_cmpstr(cc_value_text(&fixture->zh, &value), ==, "2100");
	g_assert_cmpstr(
	    cc_value_beside(&fixture->zh, &value, 14200), ==, "2,100");
	g_assert_cmpstr(cc_number_text(&fixture->zh, 1000, 0), ==, "1000");
	g_assert_cmpstr(
	    cc_number_beside(&fixture->zh, 1000, 10000, 0, 0), ==, "1,000");
	g_assert_cmpstr(
	    cc_number_beside(&fixture->zh, 100, 10000, 0, 0), ==, "100");
	g_assert_cmpstr(
	    cc_number_beside(&fixture->zh, 1000, 9999, 0, 0), ==, "1000");
	g_assert_cmpstr(cc_number_beside(&fixture->en, 1, 2, 1, 6), ==, "1.0");
	g_assert_cmpstr(
	    cc_number_beside(&fixture->en, 1.5, 2, 2, 6), ==, "1.50");
	g_assert_cmpstr(cc_number_beside(&fixture->en, 0, 2, 1, 6), ==, "0");
	g_assert_cmpstr(cc_number_text(&fixture->en, -0.25, 1), ==, "−0.3");
	g_assert_cmpstr(cc_number_text(&fixture->en, 0.1, 3), ==, "0.1");
}

static void
test_units(struct fixture *fixture, gconstpointer unused)
{
	static const struct {
		const char *unit, *text;
	} rows[] = {
	    {"10^9/L", "×10⁹/L"},
	    {"10^12/L", "×10¹²/L"},
	    {"10^6/kg", "×10⁶/kg"},
	    {"10^-3", "×10⁻³"},
	    {"umol/L", "µmol/L"},
	    {"ug/L", "µg/L"},
	    {"uL", "µL"},
	    {"/uL", "/µL"},
	    {"uIU/mL", "µIU/mL"},
	    {"U/L", "U/L"},
	    {"units", "units"},
	    {"mg/m2", "mg/m²"},
	    {"mg/m^2", "mg/m²"},
	    {"mL/min/1.73m2", "mL/min/1.73m²"},
	    {"mL/min/1.73 m2", "mL/min/1.73 m²"},
	    {"mm3", "mm³"},
	    {"g/L", "g/L"},
	    {"%", "%"},
	    {"copies/ug", "copies/µg"},
	    {"CO2", "CO2"},
	    {"1", ""},
	    {"", ""},
	    {NULL, ""},
	    {"10^", "10^"},
	    {"^", "^"},
	    {"10^9^9", "×10⁹^9"},
	};

	(void)unused;
	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
		g_assert_cmpstr(
		    cc_unit_text(&fixture->en, rows[i].unit), ==, rows[i].text);
}

static void
test_months(struct fixture *fixture, gconstpointer unused)
{
	(void)unused;
	g_assert_cmpstr(cc_month_name(&fixture->en, 1), ==, "Jan");
	g_assert_cmpstr(cc_month_name(&fixture->en, 12), ==, "Dec");
	g_assert_cmpstr(cc_month_name(&fixture->zh, 10), ==, "10月");
	g_assert_cmpstr(cc_year_text(&fixture->en, 2022), ==, "2022");
	g_assert_cmpstr(cc_year_text(&fixture->zh, 2022), ==, "2022 年");
}

/* A list of many words is made once, whatever it holds. */
static void
test_lists(struct fixture *fixture, gconstpointer unused)
{
	GString *list = NULL;
	const char *text;

	(void)unused;
	cc_words_add(&fixture->en, &list, CC_MSG_LIST_SEPARATOR, NULL);
	g_assert_null(cc_words_listed(&fixture->en, list));
	for (int i = 0; i < 3; i++) {
		cc_words_add(&fixture->en, &list, CC_MSG_LIST_SEPARATOR, "PR");
		cc_words_add(&fixture->en, &list, CC_MSG_LIST_SEPARATOR, "");
	}
	text = cc_words_listed(&fixture->en, list);
	g_assert_cmpstr(text, ==, "PR, PR, PR");
}

int
main(int argc, char **argv)
{
	static const struct {
		const char *path;
		void (*test)(struct fixture *fixture, gconstpointer unused);
	} rows[] = {
	    {"/words/sorted", test_sorted},
	    {"/words/complete", test_complete},
	    {"/words/places", test_places},
	    {"/words/punctuation", test_punctuation},
	    {"/words/fallback", test_fallback},
	    {"/words/own", test_own},
	    {"/words/say", test_say},
	    {"/words/spaces", test_spaces},
	    {"/words/german", test_german},
	    {"/words/lines", test_lines},
	    {"/words/durations", test_durations},
	    {"/words/dates", test_dates},
	    {"/words/offsets", test_offsets},
	    {"/words/open-offsets", test_open_offsets},
	    {"/words/clocks", test_clocks},
	    {"/words/values", test_values},
	    {"/words/units", test_units},
	    {"/words/months", test_months},
	    {"/words/lists", test_lists},
	};

	g_test_init(&argc, &argv, NULL);
	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
		g_test_add(rows[i].path, struct fixture, NULL, set_up,
		    rows[i].test, tear_down);
	return g_test_run();
}
