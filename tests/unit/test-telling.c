/* What is told of a time is what is known of it: the English text of times of
 * all clocks and precisions is read back into the notation by the small reader
 * below, and means the same four instants. */
#include "words/words.h"

#include "base/time.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "builtin.h"

#define ANCHOR "the fall" /* what offsets are counted from */
#define ROUNDS 4000       /* of each clock */
#define SEED 20260

struct fixture {
	struct cc_languages *languages;
	GPtrArray *sources;
	struct cc_arena arena;
	struct cc_fact anchor;
	struct cc_text label;
	struct cc_case course;
	struct cc_words_in in;
	GRand *rand;
	/* All of a time to the minute or hour, or nothing: what is told to the
	 * day is not cut to the hour of its other end. */
	bool minutes;
	/* Under a clock that counts both ends have one sort and unit: else one
	 * cuts the other within a day. */
	int sort, unit;
	bool counted, plain; /* what was read was, in part, an offset or not */
};

static bool
language_add(void *to, const struct cc_source *source, struct cc_diags *diags)
{
	return cc_languages_add(to, source, diags);
}

static void
set_up(struct fixture *fixture, gconstpointer unused)
{
	(void)unused;
	*fixture = (struct fixture){
	    .languages = cc_languages_create(),
	    .label = {.lang = "en", .text = ANCHOR},
	    .rand = g_rand_new_with_seed(SEED),
	};
	fixture->sources =
	    builtin_load("lang", "en", language_add, fixture->languages);
	cc_arena_init(&fixture->arena);
	fixture->anchor = (struct cc_fact){
	    .kind = CC_KIND_EVENT, .labels = {&fixture->label, 1}};
	fixture->course = (struct cc_case){
	    .lang = "en", .facts = &fixture->anchor, .fact_count = 1};
	fixture->in = (struct cc_words_in){
	    .course = &fixture->course, .arena = &fixture->arena};
	cc_words_speak(&fixture->in, fixture->languages, "en");
}

static void
tear_down(struct fixture *fixture, gconstpointer unused)
{
	(void)unused;
	cc_languages_destroy(fixture->languages);
	g_ptr_array_unref(fixture->sources);
	cc_arena_finish(&fixture->arena);
	g_rand_free(fixture->rand);
}

static bool
resolve(struct fixture *fixture, const char *written, bool counted,
    struct cc_span *span)
{
	/* Spans borrow both. */
	struct cc_time *time = cc_arena_new(&fixture->arena, struct cc_time);
	struct cc_source *source =
	    cc_arena_new(&fixture->arena, struct cc_source);
	struct cc_diags diags;
	bool good;

	*source = source_of("time", written);
	cc_diags_init(&diags);
	good = cc_time_read(&fixture->arena, written,
		   (struct cc_pos){source, 0, (uint32_t)strlen(written)}, time,
		   &diags) &&
	       cc_time_resolve(time, fixture->course.clock,
		   counted && fixture->anchor.when.span.dated
		       ? &fixture->anchor.when.span
		       : NULL,
		   cc_instant_from_date(2030, 1, 1), span, &diags) &&
	       diags.count[CC_WARNING] == 0; /* an end before its start, but for ? */
	cc_diags_finish(&diags);
	return good;
}

/* ---- the reader: text -> notation; NULL: it is none of that ---- */

static const char *
say(struct fixture *fixture, const char *format, ...)
{
	va_list args;
	g_autofree char *text = NULL;

	va_start(args, format);
	text = g_strdup_vprintf(format, args);
	va_end(args);
	return cc_arena_strndup(&fixture->arena, text, strlen(text));
}

static int
month_read(const char *name)
{
	static const char months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
	const char *found = strlen(name) == 3 ? strstr(months, name) : NULL;

	return found == NULL ? 0 : (int)(found - months) / 3 + 1;
}

static bool
is_number(const char *text)
{
	return *text != '\0' && strspn(text, "0123456789.") == strlen(text);
}

/* Where `word` parts a text; false: nowhere. */
static bool
parted(struct fixture *fixture, const char *text, const char *word,
    const char **left, const char **right)
{
	const char *at = strstr(text, word);

	if (at == NULL)
		return false;
	*left = say(fixture, "%.*s", (int)(at - text), text);
	*right = at + strlen(word);
	return true;
}

/* "12 Jul 2022, 14:05" and its like. */
static const char *
date_read(struct fixture *fixture, const char *text)
{
	g_auto(GStrv) parts = g_strsplit_set(text, " ,", 0);
	guint count = g_strv_length(parts);
	int month = count > 1 ? month_read(parts[count > 2 ? 1 : 0]) : 0;

	if (count == 1)
		return is_number(text) && strlen(text) == 4 ? text : NULL;
	if (month == 0 || (count > 2 && !is_number(parts[0])) ||
	    !is_number(parts[count > 2 ? 2 : 1]))
		return NULL;
	if (count == 2)
		return say(fixture, "%s-%02d", parts[1], month);
	if (count == 3)
		return say(fixture, "%s-%02d-%02d", parts[2], month,
		    atoi(parts[0]));
	if (count != 5 || *parts[3] != '\0' || strlen(parts[4]) != 5)
		return NULL;
	return say(fixture, "%s-%02d-%02dT%s", parts[2], month, atoi(parts[0]),
	    parts[4]);
}

/* "1 year 6 months", "5 y 7 mo"; what has decimals has its clock's unit. */
static const char *
amounts_read(struct fixture *fixture, const char *text)
{
	g_auto(GStrv) parts = g_strsplit(text, " ", 0);
	g_autoptr(GString) to = g_string_new(NULL);
	guint count = g_strv_length(parts);

	if (count == 0 || count % 2 != 0)
		return NULL;
	for (guint i = 0; i < count; i += 2) {
		if (!is_number(parts[i]) || !strchr("ymwdh", parts[i + 1][0]))
			return NULL;
		g_string_append(to, parts[i]);
		if (strchr(parts[i], '.') == NULL)
			g_string_append_c(to, parts[i + 1][0]);
	}
	return say(fixture, "%s", to->str);
}

/* "week 23+4", "month −4.5", "age 3 months", "140 weeks from LMP". */
static const char *
count_read(struct fixture *fixture, const char *text)
{
	static const char letters[] = "hdwmy";
	static const char *const units[] = {
	    "hour ", "day ", "week ", "month ", "year "};
	const char *number, *rest;
	int weeks, days, length;

	if (g_str_has_prefix(text, "age ")) {
		text += strlen("age ");
		return is_number(text) ? text : amounts_read(fixture, text);
	}
	if (sscanf(text, "%d+%d weeks from LMP%n", &weeks, &days, &length) ==
		2 &&
	    text[length] == '\0')
		return say(fixture, "%dw%dd", weeks, days);
	if (parted(fixture, text, " weeks from LMP", &number, &rest) &&
	    *rest == '\0' && is_number(number))
		return number;
	for (size_t i = 0; i < G_N_ELEMENTS(units); i++) {
		const char *sign = "";

		rest = text + strlen(units[i]);
		if (!g_str_has_prefix(text, units[i]))
			continue;
		if (g_str_has_prefix(rest, "−")) {
			sign = "-";
			rest += strlen("−");
		}
		if (sscanf(rest, "%d+%d%n", &weeks, &days, &length) == 2 &&
		    rest[length] == '\0')
			return say(fixture, "%s%dw%dd", sign, weeks, days);
		if (!is_number(rest))
			return NULL;
		if (strchr(rest, '.') != NULL)
			return say(fixture, "%s%s", sign, rest);
		/* A study day is none of weeks since the first one. */
		return say(fixture, "%s%s%c", sign, rest, letters[i]);
	}
	return NULL;
}

static const char *
amount_read(struct fixture *fixture, const char *text)
{
	const char *amount;

	if (!g_str_has_prefix(text, "less than 1 "))
		return amounts_read(fixture, text);
	amount = amounts_read(fixture, text + strlen("less than "));
	return amount == NULL ? NULL : say(fixture, "0%c", amount[1]);
}

static const char *
unit_read(struct fixture *fixture, const char *text)
{
	const char *read = fixture->course.clock == CC_CLOCK_DATE
	                       ? date_read(fixture, text)
	                       : count_read(fixture, text);

	fixture->plain = fixture->plain || read != NULL;
	return read;
}

/* "Jul" beside "Oct 2022", "3" beside "14 months": its unit is the other's. */
static const char *
completed(struct fixture *fixture, const char *left, const char *right,
    const char *(*read)(struct fixture *, const char *))
{
	g_auto(GStrv) mine = g_strsplit(left, " ", 0);
	g_auto(GStrv) parts = g_strsplit(right, " ", 0);
	guint least = g_strv_length(mine), count = g_strv_length(parts);

	for (guint i = least; i < count && read(fixture, left) == NULL; i++)
		left = say(fixture, "%s %s", left, parts[i]);
	return left;
}

/* "... after the fall": the sign of what stands before; 0: it is no offset. */
static int
side_read(struct fixture *fixture, const char **text)
{
	static const char *const sides[] = {
	    " before " ANCHOR, " after " ANCHOR};

	for (int i = 0; i < 2; i++) {
		size_t length = strlen(*text), less = strlen(sides[i]);

		if (!g_str_has_suffix(*text, sides[i]))
			continue;
		*text = say(fixture, "%.*s", (int)(length - less), *text);
		fixture->counted = true;
		return 2 * i - 1;
	}
	return 0;
}

static const char *
bracket_read(struct fixture *fixture, const char *text, int side)
{
	const char *(*read)(struct fixture *, const char *) =
	    side != 0 ? amount_read : unit_read;
	const char *sign = side < 0 ? "-" : "", *first = sign;
	const char *left, *right, *none;

	if (!parted(fixture, text, " and ", &left, &right))
		return NULL;
	if (side > 0 && parted(fixture, left, " before", &left, &none))
		first = "-";
	else
		g_assert_cmpstr(left, !=, right);
	left = read(fixture, completed(fixture, left, right, read));
	right = read(fixture, right);
	if (left == NULL || right == NULL)
		return NULL;
	return say(fixture, "[%s%s..%s%s]", first, left, sign, right);
}

static const char *
open_read(struct fixture *fixture, const char *format, const char *text)
{
	const char *unit = unit_read(fixture, text);

	return unit == NULL ? NULL : say(fixture, format, unit);
}

static const char *
without(const char *text, const char *prefix)
{
	return g_str_has_prefix(text, prefix) ? text + strlen(prefix) : text;
}

static const char *
moment_read(struct fixture *fixture, const char *text)
{
	static const char uncertain[] = " (uncertain)";
	const char *marks = "", *read, *left, *right;
	int side;

	if (g_str_has_suffix(text, uncertain)) {
		text = say(fixture, "%.*s",
		    (int)(strlen(text) - strlen(uncertain)), text);
		marks = "?";
	}
	if (g_str_has_prefix(text, "about ")) {
		text += strlen("about ");
		marks = *marks != '\0' ? "~?" : "~";
	}
	text = without(text, "some time ");
	text = without(without(without(text, "in "), "on "), "at ");
	side = side_read(fixture, &text);
	if (parted(fixture, text, " or later", &left, &right) &&
	    *right == '\0')
		read = open_read(fixture, "[%s..]", left);
	else if (parted(fixture, text, " or earlier", &left, &right) &&
		 *right == '\0')
		read = open_read(fixture, "[..%s]", left);
	else if (g_str_has_prefix(text, "between "))
		read = bracket_read(fixture, text + strlen("between "), side);
	else if (side == 0)
		read = unit_read(fixture, text);
	else if ((read = amount_read(fixture, text)) != NULL)
		read = say(fixture, "%s%s", side < 0 ? "-" : "", read);
	/* A bracket bears none: it is what the other end leaves of a unit. */
	return read == NULL || *read == '[' ? read
	                                    : say(fixture, "%s%s", read, marks);
}

/* Two ends; `side` holds for both. */
static const char *
ends_read(struct fixture *fixture, const char *left, const char *right)
{
	const char *from = left, *to = right;
	int side = side_read(fixture, &to);
	const char *sign = side < 0 ? "-" : "";

	g_assert_cmpstr(left, !=, right);
	/* "from 3 to 14 months after": not "from 5 Jan to 14 months after". */
	if (side != 0 && moment_read(fixture, left) == NULL) {
		const char *about = "", *also = "";

		if (g_str_has_prefix(from, "about ")) {
			from += strlen("about ");
			about = "~";
		}
		if (g_str_has_prefix(to, "about ")) {
			to += strlen("about ");
			also = "~";
		}
		from = amount_read(
		    fixture, completed(fixture, from, to, amount_read));
		to = amount_read(fixture, to);
		if (from == NULL || to == NULL)
			return NULL;
		return say(fixture, "%s%s%s/%s%s%s", sign, from, about, sign,
		    to, also);
	}
	if (moment_read(fixture, left) == NULL)
		left = completed(fixture, left, right, moment_read);
	from = moment_read(fixture, left);
	to = moment_read(fixture, right);
	return from == NULL || to == NULL ? NULL
	                                  : say(fixture, "%s/%s", from, to);
}

/* "2–9 Mar 2023", "age 10–17 days": the word that has both. */
static const char *
dash_read(struct fixture *fixture, const char *text)
{
	g_auto(GStrv) parts = g_strsplit(text, " ", 0);
	const char *left = "", *right = "";

	for (guint i = 0; parts[i] != NULL; i++) {
		const char *a = parts[i], *b = parts[i];
		const char *space = i > 0 ? " " : "";

		parted(fixture, parts[i], "–", &a, &b);
		left = say(fixture, "%s%s%s", left, space, a);
		right = say(fixture, "%s%s%s", right, space, b);
	}
	return ends_read(fixture, left, right);
}

static const char *
both_marked(struct fixture *fixture, const char *time, const char *mark)
{
	const char *left, *right;

	if (time == NULL || !parted(fixture, time, "/", &left, &right))
		return NULL;
	return say(fixture, "%s%s/%s%s", left, mark, right, mark);
}

static const char *
text_read(struct fixture *fixture, const char *text)
{
	static const char no_end[] = ", end not stated";
	static const char no_start[] = ", start not stated";
	const char *left = text, *right, *found;

	if (g_str_has_prefix(text, "since "))
		return say(fixture, "%s/..",
		    moment_read(fixture, text + strlen("since ")));
	if (g_str_has_suffix(text, no_end)) {
		parted(fixture, without(text, "from "), no_end, &left, &right);
		return say(fixture, "%s/", moment_read(fixture, left));
	}
	if (g_str_has_prefix(text, "until ")) {
		bool open = !g_str_has_suffix(text, no_start);

		left = text + strlen("until ");
		if (!open)
			parted(fixture, left, no_start, &left, &right);
		return say(fixture, "%s/%s", open ? ".." : "",
		    moment_read(fixture, left));
	}
	found = moment_read(fixture, text);
	if (found != NULL)
		return found;
	/* Both ends alike. */
	if (!g_str_has_prefix(text, "from ") &&
	    parted(fixture, text, " (uncertain)", &left, &right))
		return both_marked(fixture, text_read(fixture, left), "?");
	if (g_str_has_prefix(text, "about "))
		return both_marked(fixture,
		    text_read(fixture, text + strlen("about ")), "~");
	if (parted(fixture, without(text, "from "), " to ", &left, &right) ||
	    parted(fixture, text, " – ", &left, &right))
		return ends_read(fixture, left, right);
	return dash_read(fixture, text);
}

/* ---- times of all sorts ---- */

static int
upto(struct fixture *fixture, int most)
{
	return g_rand_int_range(fixture->rand, 0, most);
}

static const char *
random_date(struct fixture *fixture, int precision)
{
	int year = 2021 + upto(fixture, 3), month = 1 + upto(fixture, 12);
	int day = 1 + upto(fixture, 28);

	switch (precision) {
	case 0:
		return say(fixture, "%d", year);
	case 1:
		return say(fixture, "%d-%02d", year, month);
	case 2:
		return say(fixture, "%d-%02d-%02d", year, month, day);
	}
	return say(fixture, "%d-%02d-%02dT%02d:%02d", year, month, day,
	    upto(fixture, 24), upto(fixture, 60));
}

/* A bare number with as many decimals, or a unit, or two of an age. */
static const char *
random_count(struct fixture *fixture, int sort)
{
	static const char units[] = "dwmy";
	const char *sign = upto(fixture, 6) == 0 &&
	                           fixture->course.clock != CC_CLOCK_AGE &&
	                           fixture->course.clock != CC_CLOCK_GESTATION
	                       ? "-"
	                       : "";
	int n = 1 + upto(fixture, 40);

	if (fixture->minutes)
		return say(fixture, "%s%dh", sign, n);
	switch (sort) {
	case 0:
		return say(fixture, "%s%d", sign, n);
	case 1:
		return say(fixture, "%s%d.%d", sign, n, upto(fixture, 10));
	case 2:
		return say(fixture, "%s%d.%02d", sign, n, upto(fixture, 100));
	case 3:
		return say(
		    fixture, "%s%d%c", sign, n, units[fixture->unit]);
	}
	if (fixture->course.clock == CC_CLOCK_AGE)
		return say(fixture, "%dy%dm", n, upto(fixture, 12));
	if (fixture->course.clock == CC_CLOCK_GESTATION)
		return say(fixture, "%dw%dd", n, upto(fixture, 7));
	return say(fixture, "%s%d", sign, n);
}

static const char *
random_offset(struct fixture *fixture, int sort)
{
	static const char units[] = "dwmy";
	const char *sign = upto(fixture, 3) == 0 ? "-" : "";

	if (sort == 4)
		return say(fixture, "%s%dy%dm", sign, 1 + upto(fixture, 3),
		    1 + upto(fixture, 11));
	return say(fixture, "%s%d%c", sign, upto(fixture, 12), units[sort]);
}

static const char *
random_point(struct fixture *fixture, int sort)
{
	if (fixture->anchor.when.span.dated && !fixture->minutes &&
	    (fixture->course.clock != CC_CLOCK_DATE || sort < 5))
		return random_offset(fixture, sort % 5);
	if (fixture->course.clock == CC_CLOCK_DATE)
		return random_date(fixture, fixture->minutes ? 3 : sort % 3);
	return random_count(fixture, sort % 5);
}

static const char *
random_moment(struct fixture *fixture)
{
	static const char *const marks[] = {"", "", "", "", "~", "?", "~?"};
	int sort = fixture->course.clock == CC_CLOCK_DATE ? upto(fixture, 8)
	                                                  : fixture->sort;
	const char *mark = marks[upto(fixture, G_N_ELEMENTS(marks))];
	const char *point = random_point(fixture, sort), *other;

	/* What is about known is told in whole units: not read back. */
	if (fixture->anchor.when.span.dated && strchr(mark, '~'))
		mark = "";
	switch (upto(fixture, 8)) {
	case 0:
		other = random_point(fixture, sort);
		/* The wrong way round, or no bracket at all. */
		if ((*other == '-' && *point != '-') ||
		    strcmp(point, other) == 0)
			break;
		return say(fixture, "[%s..%s]", point, other);
	case 1:
	case 2:
		/* Weeks and months after a day of a clock that counts end
		 * within a day, and are told to that. */
		if (fixture->anchor.when.span.dated &&
		    fixture->course.clock != CC_CLOCK_DATE)
			break;
		return say(fixture, upto(fixture, 2) ? "[%s..]" : "[..%s]",
		    point);
	}
	return say(fixture, "%s%s", point, mark);
}

static const char *
random_time(struct fixture *fixture)
{
	switch (upto(fixture, 8)) {
	case 0:
		return say(fixture, "%s/..", random_moment(fixture));
	case 1:
		return say(fixture, "../%s", random_moment(fixture));
	case 2:
		return say(fixture, "%s/", random_moment(fixture));
	case 3:
		return say(fixture, "/%s", random_moment(fixture));
	case 4:
	case 5:
		return random_moment(fixture);
	}
	return say(fixture, "%s/%s", random_moment(fixture),
	    random_moment(fixture));
}

/* ---- the property ---- */

#define ROUNDED 2 /* [minute]; of decimals, to whole minutes */

/* An end that is not stated or goes on keeps no instants of its own. */
static bool
same_end(enum cc_moment_form form, struct cc_instant a, struct cc_instant b)
{
	return form == CC_MOMENT_OPEN || form == CC_MOMENT_EMPTY ||
	       a.minute == b.minute || imaxabs(a.minute - b.minute) <= ROUNDED;
}

static bool
same_span(const struct cc_span *a, const struct cc_span *b)
{
	return same_end(
		   a->start_form, a->earliest_start, b->earliest_start) &&
	       same_end(a->start_form, a->latest_start, b->latest_start) &&
	       same_end(a->end_form, a->earliest_end, b->earliest_end) &&
	       same_end(a->end_form, a->latest_end, b->latest_end) &&
	       (b->start_form == CC_MOMENT_BETWEEN ||
		   (a->start_approximate == b->start_approximate &&
		       a->start_uncertain == b->start_uncertain)) &&
	       (b->end_form == CC_MOMENT_BETWEEN ||
		   (a->end_approximate == b->end_approximate &&
		       a->end_uncertain == b->end_uncertain));
}

/* "1,234". */
static const char *
ungrouped(struct fixture *fixture, const char *text)
{
	char *copy = cc_arena_strndup(&fixture->arena, text, strlen(text));
	char *to = copy;

	for (const char *from = copy; *from != '\0'; from++)
		if (*from != ',' || !g_ascii_isdigit(from[1]))
			*to++ = *from;
	*to = '\0';
	return copy;
}

static void
check(struct fixture *fixture, const char *written, const struct cc_span *span)
{
	const char *text =
	    ungrouped(fixture, cc_date_text(&fixture->in, span));
	const char *back;
	struct cc_span found;

	/* An end that the other one narrows, and that is only about known. */
	if (g_str_has_prefix(text, "from ") && strstr(text, "–") != NULL)
		return;
	fixture->counted = fixture->plain = false;
	back = text_read(fixture, text);
	g_test_message("%s: %s: %s", written, text, back);
	g_assert_nonnull(back);
	/* Numbers of both sorts look alike in the notation. */
	if (fixture->course.clock != CC_CLOCK_DATE && fixture->counted &&
	    fixture->plain)
		return;
	g_assert_true(resolve(fixture, back, fixture->counted, &found));
	g_assert_true(same_span(span, &found));
}

/* The anchor itself is written without one. */
static void
anchor_set(struct fixture *fixture, const char *written)
{
	struct cc_span span;

	fixture->anchor.when.span = (struct cc_span){.dated = false};
	if (written == NULL)
		return;
	g_assert_true(resolve(fixture, written, true, &span));
	fixture->anchor.when.span = span;
}

static void
check_clock(
    struct fixture *fixture, enum cc_clock clock, const char *const *anchors)
{
	int checked = 0;

	fixture->course.clock = clock;
	for (int i = 0; i < ROUNDS; i++) {
		struct cc_span span;
		const char *written;

		anchor_set(fixture, anchors[i % 3]);
		fixture->minutes = upto(fixture, 8) == 0;
		fixture->sort = upto(fixture, 8);
		fixture->unit = upto(fixture, 4);
		written = random_time(fixture);
		if (!resolve(fixture, written, true, &span))
			continue;
		check(fixture, written, &span);
		checked++;
		cc_arena_reset(&fixture->arena);
	}
	g_assert_cmpint(checked, >, ROUNDS / 3);
}

static void
test_dates(struct fixture *fixture, gconstpointer unused)
{
	static const char *const anchors[] = {
	    NULL, "2022-07-12", "[2022-03..2022-05]"};

	(void)unused;
	check_clock(fixture, CC_CLOCK_DATE, anchors);
}

static void
test_counts(struct fixture *fixture, gconstpointer unused)
{
	static const char *const anchors[] = {NULL, "30d", "20w"};

	(void)unused;
	for (int i = CC_CLOCK_DAY; i < CC_CLOCK_WRITTEN; i++)
		check_clock(fixture, (enum cc_clock)i, anchors);
}

int
main(int argc, char **argv)
{
	static const struct {
		const char *path;
		void (*test)(struct fixture *, gconstpointer);
	} tests[] = {
	    {"/telling/dates", test_dates},
	    {"/telling/counts", test_counts},
	};

	g_test_init(&argc, &argv, NULL);
	for (size_t i = 0; i < G_N_ELEMENTS(tests); i++)
		g_test_add(tests[i].path, struct fixture, NULL, set_up,
		    tests[i].test, tear_down);
	return g_test_run();
}
