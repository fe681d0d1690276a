/* What a time in other people's notation is in ours. */
#include "base/time-guess.h"

#include <string.h>

/* One end, or the whole. */
struct end {
	/* Ways to read it as a date; 0: `text` is what it is. */
	struct cc_time_reading reading[CC_TIME_READINGS];
	size_t count;
	char text[CC_TIME_HINT];
	enum cc_precision unit; /* of an offset; NONE: it is none */
	char qualifier;         /* ~ or ?; 0: none */
};

struct tokens {
	const struct cc_time_token *at;
	size_t count;
	bool counted; /* by a clock on which a number alone is a time */
};

/* How the guesses are gathered. */
struct guess {
	enum cc_clock clock;
	char found[CC_TIME_READINGS][2 * CC_TIME_HINT];
	size_t count;
	bool counted;       /* one of them is an offset */
	const char *system; /* whose day number it may be */
};

static bool
has_sign(const struct cc_time_token *token, enum cc_time_sign sign)
{
	return token->sign == sign;
}

static bool
has_mark(const struct cc_time_token *token, const char *marks)
{
	return token->sign == CC_SIGN_MARK &&
	       strchr(marks, token->value) != NULL;
}

static struct tokens
without_first(struct tokens tokens, size_t count)
{
	return (struct tokens){
	    tokens.at + count, tokens.count - count, tokens.counted};
}

/* A guess that could not be read, or that no clock has, is none. */
static bool
is_legal(const char *text, enum cc_clock clock)
{
	struct cc_diags deaf = CC_DIAGS_DEAF;
	struct cc_span anchor = {
	    .earliest_start = cc_instant_from_date(2000, 1, 1),
	    .latest_start = cc_instant_from_date(2000, 1, 2),
	    .earliest_end = cc_instant_from_date(2000, 1, 1),
	    .latest_end = cc_instant_from_date(2000, 1, 2),
	    .start_precision = CC_PRECISION_DAY,
	    .end_precision = CC_PRECISION_DAY,
	    .dated = true,
	};
	struct cc_time_scan scan = {.text = text, .diags = &deaf};
	struct cc_time time;
	struct cc_span span;

	return cc_time_notation_read(&scan, &time) &&
	       cc_time_resolve(&time, clock,
		   clock == CC_CLOCK_DATE ? &anchor : NULL,
		   CC_INSTANT_NONE_AFTER, &span, &deaf) &&
	       deaf.count[CC_WARNING] == 0;
}

static void
add(struct guess *guess, const char *text)
{
	for (size_t i = 0; i < guess->count; i++)
		if (strcmp(guess->found[i], text) == 0)
			return;
	if (guess->count < CC_TIME_READINGS && is_legal(text, guess->clock))
		g_strlcpy(
		    guess->found[guess->count++], text, sizeof guess->found[0]);
}

/* -7, 8.5 under a clock that counts. */
static bool
read_count(struct tokens t, struct end *end)
{
	const bool minus = t.count > 1 && has_mark(t.at, "-") && !t.at[1].gap;

	if (!t.counted)
		return false;
	if (minus)
		t = without_first(t, 1);
	if ((t.count != 1 && t.count != 3) || !has_sign(t.at, CC_SIGN_NUMBER))
		return false;
	if (t.count == 1) {
		g_snprintf(end->text, sizeof end->text, "%s%d",
		    minus ? "-" : "", t.at->value);
		return true;
	}
	if (!has_mark(&t.at[1], ".,") || !has_sign(&t.at[2], CC_SIGN_NUMBER) ||
	    t.at[1].gap || t.at[2].gap)
		return false;
	g_snprintf(end->text, sizeof end->text, "%s%d.%0*d", minus ? "-" : "",
	    t.at->value, t.at[2].digits, t.at[2].value);
	return true;
}

/* 1 to 5 days: a number alone has the unit of the other end. */
static bool
read_bare(struct tokens t, const struct end *other, struct end *end)
{
	if (other == NULL || other->unit == CC_PRECISION_NONE || t.count != 1 ||
	    !has_sign(t.at, CC_SIGN_NUMBER))
		return false;
	end->unit = other->unit;
	g_snprintf(end->text, sizeof end->text, "%d%c", t.at->value,
	    cc_unit_letter(end->unit));
	return true;
}

/* Months of a part of a year, and days of a part of a month. */
static void
bracket_part(const struct cc_time_point *date, int part, char *to)
{
	static const int months[][2] = {{1, 4}, {5, 8}, {9, 12}};
	static const int days[][2] = {{1, 10}, {11, 20}, {21, 31}};
	struct cc_time_point first = *date, last = *date;
	char a[CC_TIME_HINT], b[CC_TIME_HINT];

	if (date->precision == CC_PRECISION_YEAR) {
		first.month = months[part][0];
		last.month = months[part][1];
		first.precision = last.precision = CC_PRECISION_MONTH;
	} else {
		first.day = days[part][0];
		last.day =
		    MIN(days[part][1], cc_month_days(date->year, date->month));
		first.precision = last.precision = CC_PRECISION_DAY;
	}
	cc_time_hint_fill(&first, first.precision, false, a);
	cc_time_hint_fill(&last, last.precision, false, b);
	g_snprintf(to, CC_TIME_HINT, "[%.28s..%.28s]", a, b);
}

/* early 2021, late March 2021, and the same behind it */
static bool
read_part(struct tokens t, const struct cc_time_point *other, bool later,
    struct end *end)
{
	struct cc_time_reading reading[CC_TIME_READINGS];
	const struct cc_time_token *part = t.at;

	if (t.count < 2)
		return false;
	if (has_sign(t.at, CC_SIGN_PART))
		t = without_first(t, has_mark(&t.at[1], "-") ? 2 : 1);
	else
		part = &t.at[--t.count];
	if (!has_sign(part, CC_SIGN_PART) ||
	    cc_time_guess_date(t.at, t.count, other, later, reading) != 1 ||
	    reading[0].date.precision > CC_PRECISION_MONTH)
		return false;
	bracket_part(&reading[0].date, part->value, end->text);
	return true;
}

#define QUARTER_ZERO 32 /* of EDTF; the first is 33 */

/* The number of a quarter or season of EDTF, and the year beside it. */
static bool
read_season(struct tokens t, struct end *end)
{
	bool quarter = false;
	int season = 0, year = 0;

	for (size_t i = 0; i < t.count; i++) {
		const struct cc_time_token *token = &t.at[i];

		if (has_sign(token, CC_SIGN_SEASON))
			season = token->value;
		else if (has_sign(token, CC_SIGN_QUARTER))
			quarter = true;
		else if (has_sign(token, CC_SIGN_NUMBER) && token->digits == 4)
			year = token->value;
		else if (has_sign(token, CC_SIGN_NUMBER) && token->digits == 1)
			season = QUARTER_ZERO + token->value;
		else if (!has_sign(token, CC_SIGN_FILL) &&
			 !has_sign(token, CC_SIGN_DATE) &&
			 !has_mark(token, "-/,"))
			return false;
	}
	return year > 0 && quarter == (season > QUARTER_ZERO) &&
	       cc_time_hint_season(year, season, end->text);
}

/* Signs before and behind that bear on the whole. */
static struct tokens
strip(struct tokens t, struct end *end)
{
	for (; t.count > 0; t = without_first(t, 1))
		if (has_sign(t.at, CC_SIGN_ABOUT) || has_mark(t.at, "~"))
			end->qualifier = '~';
		else if (has_sign(t.at, CC_SIGN_DOUBT))
			end->qualifier = '?';
		else if (!has_sign(t.at, CC_SIGN_FILL) &&
			 !has_sign(t.at, CC_SIGN_NOON) &&
			 !has_sign(t.at, CC_SIGN_CLOCK))
			break;
	for (; t.count > 1; t.count--) {
		const struct cc_time_token *last = &t.at[t.count - 1];

		if (has_sign(last, CC_SIGN_ABOUT) || has_mark(last, "~"))
			end->qualifier = '~';
		else if (has_sign(last, CC_SIGN_DOUBT) || has_mark(last, "?"))
			end->qualifier = '?';
		else if (!has_sign(last, CC_SIGN_FILL) && !has_mark(last, ",."))
			break;
	}
	return t;
}

static bool
is_nothing(struct tokens t)
{
	return t.count == 0 ||
	       (t.count == 1 &&
		   (has_sign(t.at, CC_SIGN_UNKNOWN) || has_mark(t.at, "?-")));
}

/* One end; `other` is the other one where that is known, and the start where
 * `later` says so. */
static bool
read_end(struct tokens t, const struct end *other, bool later, struct end *end)
{
	const struct cc_time_point *date =
	    other != NULL && other->count > 0 ? &other->reading[0].date : NULL;

	*end = (struct end){0};
	t = strip(t, end);
	if (is_nothing(t))
		return true;
	if (t.count == 1 && has_sign(t.at, CC_SIGN_ONGOING)) {
		g_strlcpy(end->text, "..", sizeof end->text);
		return true;
	}
	end->count = t.counted ? 0
	                       : cc_time_guess_date(
				     t.at, t.count, date, later, end->reading);
	return end->count > 0 ||
	       cc_time_guess_length(t.at, t.count, &end->unit, end->text) ||
	       read_bare(t, other, end) || read_count(t, end) ||
	       read_part(t, date, later, end) || read_season(t, end);
}

/* One way to write an end. */
static void
write_end(const struct end *end, size_t way, GString *to)
{
	const struct cc_time_point *date = &end->reading[way].date;
	char text[CC_TIME_HINT];

	if (end->count == 0) {
		g_string_append(to, end->text);
	} else {
		cc_time_hint_fill(date, date->precision, false, text);
		g_string_append(to, text);
	}
	if (end->qualifier != 0 && to->len > 0 && to->str[to->len - 1] != ']')
		g_string_append_c(to, end->qualifier);
}

/* Both ends by the habit of one author. */
static bool
same_habit(const struct end *a, size_t i, const struct end *b, size_t k)
{
	const struct cc_time_reading *x = &a->reading[i], *y = &b->reading[k];

	return a->count == 0 || b->count == 0 ||
	       !((x->day_first && y->month_first) ||
		   (x->month_first && y->day_first));
}

static void
add_pair(struct guess *guess, const char *before, const struct end *start,
    const char *between, const struct end *end, const char *behind)
{
	for (size_t i = 0; i < MAX(start->count, 1); i++)
		for (size_t k = 0; k < MAX(end->count, 1); k++) {
			g_autoptr(GString) text = g_string_new(before);

			if (!same_habit(start, i, end, k))
				continue;
			write_end(start, i, text);
			g_string_append(text, between);
			write_end(end, k, text);
			g_string_append(text, behind);
			add(guess, text->str);
		}
	guess->counted =
	    start->unit != CC_PRECISION_NONE || end->unit != CC_PRECISION_NONE;
	if (start->count > 0)
		guess->system = start->reading[0].system;
}

static bool
guess_pair(
    struct guess *guess, struct tokens left, struct tokens right, bool bracket)
{
	struct end start, end;

	if (read_end(right, NULL, true, &end)) {
		if (!read_end(left, &end, false, &start))
			return false;
	} else if (!read_end(left, NULL, false, &start) ||
		   !read_end(right, &start, true, &end)) {
		return false;
	}
	if (bracket)
		add_pair(guess, "[", &start, "..", &end, "]");
	else
		add_pair(guess, "", &start, "/", &end, "");
	return guess->count > 0;
}

static bool
guess_moment(struct guess *guess, struct tokens t, const char *before,
    const char *behind)
{
	struct end end;
	static const struct end none;

	if (!read_end(t, NULL, false, &end) ||
	    (end.count == 0 && end.text[0] == '\0'))
		return false;
	add_pair(guess, before, &end, behind, &none, "");
	return guess->count > 0;
}

/* Where an interval may be cut; the surest signs first. */
static bool
cuts(struct tokens t, size_t at, int sureness)
{
	const struct cc_time_token *token = &t.at[at];
	bool dash = has_mark(token, "-");
	bool apart = token->gap && at + 1 < t.count && token[1].gap;

	switch (sureness) {
	case 0:
		return has_sign(token, CC_SIGN_TO);
	case 1:
		return (dash && apart) || (has_mark(token, ">") && at > 0 &&
					      has_mark(&t.at[at - 1], "-"));
	case 2:
		return has_mark(token, "/~");
	default:
		return dash;
	}
}

#define SURENESS 4

static bool
guess_interval(struct guess *guess, struct tokens t, bool bracket)
{
	for (int sureness = 0; sureness < SURENESS; sureness++)
		for (size_t at = 0; at < t.count; at++) {
			struct tokens left = {t.at, at, t.counted};

			if (!cuts(t, at, sureness))
				continue;
			if (has_mark(&t.at[at], ">"))
				left.count--;
			if (guess_pair(
				guess, left, without_first(t, at + 1), bracket))
				return true;
		}
	return false;
}

static bool
guess_tokens(struct guess *guess, struct tokens t)
{
	struct tokens rest = without_first(t, 1);

	if (has_sign(t.at, CC_SIGN_BETWEEN))
		return guess_interval(guess, rest, true);
	if (has_sign(t.at, CC_SIGN_SINCE))
		return guess_moment(guess, rest, "", "/..");
	if (has_sign(t.at, CC_SIGN_BEFORE) || has_mark(t.at, "<"))
		return guess_moment(guess, rest, "[..", "]");
	if (has_sign(t.at, CC_SIGN_AFTER) || has_mark(t.at, ">"))
		return guess_moment(guess, rest, "[", "..]");
	if (has_sign(t.at, CC_SIGN_FROM))
		return guess_interval(guess, rest, false) ||
		       guess_moment(guess, rest, "", "/");
	return guess_moment(guess, t, "", "") ||
	       guess_interval(guess, t, false);
}

/* Some day of that year that the text would need. */
static const struct end some_year = {
    .reading = {{.date = {.form = CC_POINT_DATE,
		     .precision = CC_PRECISION_YEAR,
		     .year = 2022}}},
    .count = 1,
};

bool
cc_time_guess_part(const char *text, enum cc_time_lack *lack, GString *hint)
{
	struct cc_time_token token[CC_TIME_TOKENS];
	struct tokens tokens = {token, 0, false};
	struct end end;

	if (!g_utf8_validate(text, -1, NULL))
		return false;
	tokens.count = cc_time_tokens(text, token);
	if (tokens.count == 0 || !read_end(tokens, &some_year, false, &end))
		return false;
	*lack = end.count > 0 ? CC_TIME_LACKS_YEAR : CC_TIME_LACKS_ALL;
	write_end(&end, 0, hint);
	return end.count > 0 || hint->len == 0;
}

bool
cc_time_guess(
    const char *text, enum cc_clock clock, bool anchored, GString *hint)
{
	struct cc_time_token token[CC_TIME_TOKENS];
	struct guess guess = {.clock = clock};
	struct tokens tokens = {token, 0, clock != CC_CLOCK_DATE};

	if (!g_utf8_validate(text, -1, NULL))
		return false;
	tokens.count = cc_time_tokens(text, token);
	if (tokens.count == 0 || !guess_tokens(&guess, tokens))
		return false;
	for (size_t i = 0; i < guess.count; i++)
		g_string_append_printf(
		    hint, "%s%s", i > 0 ? " or " : "", guess.found[i]);
	if (guess.counted && !anchored && clock == CC_CLOCK_DATE)
		g_string_append(hint, " with since=\"id\"");
	if (guess.system != NULL)
		g_string_append_printf(
		    hint, ", if it is a day number of %s", guess.system);
	return true;
}
