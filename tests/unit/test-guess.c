/* Times in other people's notations: what is proposed in their place is what
 * they mean, is legal, and asks nothing new. */
#include "base/time-guess.h"

#include <string.h>

/* The proposals of one text; NULL where there are none. */
static char *
guess_of(const char *text, enum cc_clock clock, bool anchored)
{
	g_autoptr(GString) hint = g_string_new(NULL);

	if (!cc_time_guess(text, clock, anchored, hint))
		return NULL;
	return g_strdup(hint->str);
}

static void
test_table(void)
{
	static const struct {
		const char *text, *hint; /* NULL: nobody could tell */
	} rows[] = {
	    {"Mar 2022", "2022-03"},
	    {"March 12, 2022", "2022-03-12"},
	    {"the 19th of May 2021", "2021-05-19"},
	    {"12. M\u00E4rz 2022", "2022-03-12"},
	    {"3 ao\u00FBt 2020", "2020-08-03"},
	    {"Sept 2020", "2020-09"},
	    {"May '21", "2021-05"},
	    {"12MAR2022", "2022-03-12"},
	    {"12MAR2022:09:30:00", "2022-03-12T09:30"},
	    {"Mar-22", "2022-03"},
	    {"Mar-98", "1998-03"},
	    /* The order of an author's day and month is not known ... */
	    {"12/03/2022", "2022-03-12 or 2022-12-03"},
	    {"12/03/22", "2022-03-12 or 2022-12-03"},
	    {"05/05/2022", "2022-05-05"},
	    {"25/03/2022", "2022-03-25"},
	    {"03/25/2022", "2022-03-25"},
	    /* ... but it is the same at both ends. */
	    {"25/03/2021 - 04/05/2021", "2021-03-25/2021-05-04"},
	    {"01/02/2021 - 03/04/2021",
		"2021-02-01/2021-04-03 or 2021-01-02/2021-03-04"},
	    {"12.3.22", "2022-03-12"},
	    {"03.25.2022", "2022-03-25"},
	    {"20220312", "2022-03-12"},
	    {"12032022", "2022-03-12 or 2022-12-03"},
	    {"44632", "2022-03-12, if it is a day number of Excel"},
	    {"44632.396", "2022-03-12, if it is a day number of Excel"},
	    {"22716", "2022-03-12, if it is a day number of SAS"},
	    {"99999", NULL},
	    {"2022-03-12 9:30 am", "2022-03-12T09:30"},
	    {"12 Mar 2022, 12:05 am", "2022-03-12T00:05"},
	    {"12 Mar 2022 23:59", "2022-03-12T23:59"},
	    {"12 Mar 2022 24:10", NULL},
	    /* Ends. */
	    {"2021-04 to 2021-07", "2021-04/2021-07"},
	    {"2021-04 \u2013 2021-07", "2021-04/2021-07"},
	    {"2021-04-2021-07", "2021-04/2021-07"},
	    {"2021\u201322", "2021/2022"},
	    {"Apr\u2013Jul 2021", "2021-04/2021-07"},
	    {"Nov to Jan 2022", "2021-11/2022-01"},
	    {"Nov 2021 to Jan", "2021-11/2022-01"},
	    {"12-15 March 2021", "2021-03-12/2021-03-15"},
	    {"12.-15.3.2021", "2021-03-12/2021-03-15"},
	    {"2021-04/ongoing", "2021-04/.."},
	    {"2021-04/...", "2021-04/.."},
	    {"2021-04/…", "2021-04/.."},
	    {"Mar 2021 - present", "2021-03/.."},
	    {"2021-04 to date", "2021-04/.."},
	    {"since March 2021", "2021-03/.."},
	    {"seit 5/2021", "2021-05/.."},
	    {"from March 2021", "2021-03/"},
	    {"until March 2021", "/2021-03"},
	    {"2022-05-12/UNK", "2022-05-12/"},
	    {"2022-05/UNK", "2022-05/"},
	    {"before March 2021", "[..2021-03]"},
	    {"after 2021", "[2021..]"},
	    {"between March and May 2021", "[2021-03..2021-05]"},
	    {"early 2021", "[2021-01..2021-04]"},
	    {"late February 2024", "[2024-02-21..2024-02-29]"},
	    {"spring 2021", "[2021-03..2021-05]"},
	    {"Q4 2021", "[2021-10..2021-12]"},
	    {"ca. 2022", "2022~"},
	    {"March 2022 (approx.)", "2022-03~"},
	    {"possibly May 2022", "2022-05?"},
	    /* What is not known is left out. */
	    {"2022-05-UN", "2022-05"},
	    {"UN-MAY-2022", "2022-05"},
	    {"?\?/05/2022", "2022-05"},
	    {"2022---05", "2022"},
	    {"00.05.2022", "2022-05"},
	    /* Lengths. */
	    {"day 6", "6d with since=\"id\""},
	    {"D+6", "6d with since=\"id\""},
	    {"day -3", "-3d with since=\"id\""},
	    {"30 days later", "30d with since=\"id\""},
	    {"2 weeks before", "-2w with since=\"id\""},
	    {"2.5 years", "2y6m with since=\"id\""},
	    {"2 years 3 months", "2y3m with since=\"id\""},
	    {"day 1-5", "1d/5d with since=\"id\""},
	    {"3 to 5 weeks", "3w/5w with since=\"id\""},
	    /* Chinese. */
	    {"2021\u5E745\u6708", "2021-05"},
	    {"2021 \u5E74 5 \u6708 3 \u65E5", "2021-05-03"},
	    {"2021\u5E744\u6708\u81F37\u6708", "2021-04/2021-07"},
	    {"2021\u5E745\u6708\u81F3\u4ECA", "2021-05/.."},
	    {"3\u4E2A\u6708", "3m with since=\"id\""},
	    {"\u7B2C6\u5929", "6d with since=\"id\""},
	    {"\uFF12\uFF10\uFF12\uFF11\uFF0F\uFF10\uFF15", "2021-05"},
	    /* Nobody could tell. */
	    {"5 Mar", NULL},
	    {"5\u6708", NULL},
	    {"UNK", NULL},
	    {"C1D1", NULL},
	    {"last spring", NULL},
	    {"1e3", NULL},
	    {"31/02/2022", NULL},
	    {"May 2022 to March 2022", NULL},
	    {"VGPR", NULL},
	    {"", NULL},
	    {"\xFF", NULL},
	};

	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_autofree char *hint =
		    guess_of(rows[i].text, CC_CLOCK_DATE, false);

		if (g_strcmp0(hint, rows[i].hint) == 0)
			continue;
		g_test_fail();
		g_test_message("%s: %s, not %s", rows[i].text,
		    hint != NULL ? hint : "nothing",
		    rows[i].hint != NULL ? rows[i].hint : "nothing");
	}
}

/* Where the case counts, or a since is there, an offset is enough; a date is
 * none where it counts. */
static void
test_clocks(void)
{
	static const struct {
		const char *text;
		enum cc_clock clock;
		bool anchored;
		const char *hint;
	} rows[] = {
	    {"day 6", CC_CLOCK_DATE, true, "6d"},
	    {"day 6", CC_CLOCK_DAY, false, "6d"},
	    {"day 0", CC_CLOCK_STUDY_DAY, false, NULL},
	    {"3 weeks", CC_CLOCK_GESTATION, false, "3w"},
	    {"March 2022", CC_CLOCK_DAY, false, NULL},
	    /* A number alone is a time there. */
	    {"0 to 5", CC_CLOCK_DAY, false, "0/5"},
	    {"0-5", CC_CLOCK_DAY, false, "0/5"},
	    {"-7 to -2", CC_CLOCK_DAY, false, "-7/-2"},
	    {"5\u20137", CC_CLOCK_DAY, false, "5/7"},
	    {"0/...", CC_CLOCK_DAY, false, "0/.."},
	    {"3/\u2026", CC_CLOCK_DAY, false, "3/.."},
	    {"3/ongoing", CC_CLOCK_DAY, false, "3/.."},
	    {"since 3", CC_CLOCK_DAY, false, "3/.."},
	    {"between 3 and 5", CC_CLOCK_DAY, false, "[3..5]"},
	    {"12-", CC_CLOCK_DAY, false, "12/"},
	    {"7,5", CC_CLOCK_AGE, false, "7.5"},
	    {"7.5 to 8.25", CC_CLOCK_AGE, false, "7.5/8.25"},
	    {"0 to 5", CC_CLOCK_DATE, false, NULL},
	};

	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_autofree char *hint = guess_of(
		    rows[i].text, rows[i].clock, rows[i].anchored);

		g_assert_cmpstr(hint, ==, rows[i].hint);
	}
}

static const char *const months[] = {"January", "February", "March", "April",
    "May", "June", "July", "August", "September", "October", "November",
    "December"};

#define HABITS 14

/* The ways in which authors write a day. */
static char *
write_date(int habit, int year, int month, int day)
{
	const char *name = months[month - 1];
	g_autofree char *three = g_strndup(name, 3);

	switch (habit) {
	case 0:
		return g_strdup_printf("%d %s %d", day, name, year);
	case 1:
		return g_strdup_printf("%s %d, %d", three, day, year);
	case 2:
		return g_strdup_printf("%02d-%s-%d", day, three, year);
	case 3:
		return g_strdup_printf("%02d%s%d", day, three, year);
	case 4:
		return g_strdup_printf("%d/%d/%d", day, month, year);
	case 5:
		return g_strdup_printf("%02d/%02d/%d", month, day, year);
	case 6:
		return g_strdup_printf("%d.%d.%d", day, month, year);
	case 7:
		return g_strdup_printf("%d/%02d/%02d", year, month, day);
	case 8:
		return g_strdup_printf("%d. %s %d", day, name, year);
	case 9:
		return g_strdup_printf(
		    "%d\u5E74%d\u6708%d\u65E5", year, month, day);
	case 10:
		return g_strdup_printf(
		    "%d\u2013%02d\u2013%02d", year, month, day);
	case 11:
		return g_strdup_printf("%02d-%02d-%d", day, month, year);
	case 12:
		return g_strdup_printf("%d %s %d", year, name, day);
	default:
		return g_strdup_printf("%dst of %s, %d", day, name, year);
	}
}

static const char *const betweens[] = {
    " to ", " - ", " \u2013 ", " until ", "/", " bis ", "\u81F3", " -> "};

/* Each proposal, without what is said of it. */
static void
assert_legal(const char *text, const char *hint)
{
	g_auto(GStrv) found = g_strsplit(hint, " or ", -1);
	struct cc_arena arena;

	cc_arena_init(&arena);
	for (char **each = found; *each != NULL; each++) {
		struct cc_diags diags;
		struct cc_time time;
		struct cc_span span;
		bool good;

		(*each)[strcspn(*each, " ,")] = '\0';
		cc_diags_init(&diags);
		good = cc_time_read(&arena, *each, (struct cc_pos){0}, &time,
			   &diags) &&
		       cc_time_resolve(&time, CC_CLOCK_DATE, NULL,
			   CC_INSTANT_NONE_AFTER, &span, &diags);
		if (!good || diags.list->len > 0)
			g_error("%s: \"%s\" is refused", text, *each);
		cc_diags_finish(&diags);
	}
	cc_arena_finish(&arena);
}

/* Whatever day, however written: it is among what is proposed, and whatever is
 * proposed is legal. */
static void
test_property(void)
{
	GRand *rand = g_rand_new_with_seed(44632);

	for (int i = 0; i < 20000; i++) {
		int year = g_rand_int_range(rand, 1951, 2049);
		int month = g_rand_int_range(rand, 1, 13);
		int day = g_rand_int_range(
		    rand, 1, cc_month_days(year, month) + 1);
		int habit = g_rand_int_range(rand, 0, HABITS);
		g_autofree char *first = write_date(habit, year, month, day);
		g_autofree char *second =
		    write_date(habit, year + 1, month, day);
		bool both = i % 2 == 0;
		g_autofree char *text = g_strconcat(first,
		    both ? betweens[g_rand_int_range(rand, 0,
			       G_N_ELEMENTS(betweens))]
			 : "",
		    both ? second : "", NULL);
		g_autofree char *meant =
		    both ? g_strdup_printf("%d-%02d-%02d/%d-%02d-%02d", year,
			       month, day, year + 1, month, day)
			 : g_strdup_printf("%d-%02d-%02d", year, month, day);
		g_autofree char *hint = NULL;

		/* The next year has no such day. */
		if (month == 2 && day == 29)
			continue;
		hint = guess_of(text, CC_CLOCK_DATE, false);
		if (hint == NULL)
			g_error("%s: nothing", text);
		assert_legal(text, hint);
		if (strstr(hint, meant) == NULL)
			g_error("%s: %s, not %s", text, hint, meant);
	}
	g_rand_free(rand);
}

/* Words and signs in any order: no guess is illegal, and none runs away. */
static void
test_garbage(void)
{
	static const char *const pieces[] = {"12", "3", "2022", "Mar", "-", "/",
	    ".", " ", "to", "about", "~", "?", "day", "weeks", "ongoing",
	    "\u5E74", "\u6708", "early", "Q", "09:30", "pm", "since", "UNK",
	    "before", "between", "and", "44632", "+", ":", "'", "spring"};
	GRand *rand = g_rand_new_with_seed(7);
	int found = 0;

	for (int i = 0; i < 40000; i++) {
		g_autoptr(GString) text = g_string_new(NULL);
		int count = g_rand_int_range(rand, 1, 9);
		g_autofree char *hint = NULL;

		while (count-- > 0)
			g_string_append(text,
			    pieces[g_rand_int_range(
				rand, 0, G_N_ELEMENTS(pieces))]);
		hint = guess_of(text->str, CC_CLOCK_DATE, false);
		if (hint == NULL || strstr(hint, "since") != NULL)
			continue;
		found++;
		assert_legal(text->str, hint);
	}
	g_assert_cmpint(found, >, 500);
	g_rand_free(rand);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/guess/table", test_table);
	g_test_add_func("/guess/clocks", test_clocks);
	g_test_add_func("/guess/property", test_property);
	g_test_add_func("/guess/garbage", test_garbage);
	return g_test_run();
}
