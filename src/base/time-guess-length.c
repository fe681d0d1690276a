/* Lengths and numbered days as people write them: 30 days later, day 6. */
#include "base/time-guess.h"

#include <string.h>

struct tokens {
	const struct cc_time_token *at;
	size_t count;
};

/* What is written so far. */
struct length {
	GString *text;
	enum cc_precision unit;
	bool before;
};

static bool
has_sign(const struct tokens *t, enum cc_time_sign sign)
{
	return t->count > 0 && t->at->sign == sign;
}

static void
step(struct tokens *t, size_t count)
{
	t->at += count;
	t->count -= count;
}

/* + and - before a number. */
static void
take_sign(struct tokens *t, struct length *length)
{
	if (!has_sign(t, CC_SIGN_MARK) ||
	    (t->at->value != '+' && t->at->value != '-'))
		return;
	length->before = t->at->value == '-';
	step(t, 1);
}

char
cc_unit_letter(enum cc_precision unit)
{
	static const char letters[] = {
	    [CC_PRECISION_YEAR] = 'y',
	    [CC_PRECISION_MONTH] = 'm',
	    [CC_PRECISION_WEEK] = 'w',
	    [CC_PRECISION_DAY] = 'd',
	    [CC_PRECISION_HOUR] = 'h',
	};

	return letters[unit];
}

/* 2年 is two years; the third month and day are no length. */
static bool
is_unit(const struct cc_time_token *token)
{
	return token->sign == CC_SIGN_UNIT ||
	       (token->sign == CC_SIGN_DATE &&
		   token->value == CC_PRECISION_YEAR);
}

/* 2.5 years */
static bool
take_decimal(struct tokens *t, struct length *length)
{
	const struct cc_time_token *at = t->at;
	char hint[CC_TIME_HINT];
	g_autofree char *number = NULL;

	if (t->count < 4 || at[1].sign != CC_SIGN_MARK ||
	    (at[1].value != '.' && at[1].value != ',') ||
	    at[2].sign != CC_SIGN_NUMBER || !is_unit(&at[3]))
		return false;
	number =
	    g_strdup_printf("%d.%0*d", at[0].value, at[2].digits, at[2].value);
	length->unit = (enum cc_precision)at[3].value;
	if (!cc_time_hint_decimal(number, cc_unit_letter(length->unit), hint))
		return false;
	g_string_append(length->text, hint);
	step(t, 4);
	return true;
}

#define AMOUNT_DIGITS_MAX 3 /* four are a year */

static bool
take_amount(struct tokens *t, struct length *length)
{
	if (take_decimal(t, length))
		return true;
	if (t->count < 2 || !is_unit(&t->at[1]) ||
	    t->at[0].digits > AMOUNT_DIGITS_MAX)
		return false;
	length->unit = (enum cc_precision)t->at[1].value;
	g_string_append_printf(
	    length->text, "%d%c", t->at[0].value, cc_unit_letter(length->unit));
	step(t, 2);
	return true;
}

/* 2 years 3 months, 30 days later, 2.5 years before */
static bool
read_amounts(struct tokens t, struct length *length)
{
	take_sign(&t, length);
	while (has_sign(&t, CC_SIGN_NUMBER))
		if (!take_amount(&t, length))
			return false;
	for (; t.count > 0; step(&t, 1))
		if (has_sign(&t, CC_SIGN_BEFORE))
			length->before = true;
		else if (!has_sign(&t, CC_SIGN_AFTER) &&
			 !has_sign(&t, CC_SIGN_FILL))
			return false;
	return length->text->len > 0;
}

/* day 6, D+6, week -2 */
static bool
read_named(struct tokens t, struct length *length)
{
	if (!has_sign(&t, CC_SIGN_UNIT))
		return false;
	length->unit = (enum cc_precision)t.at->value;
	step(&t, 1);
	take_sign(&t, length);
	if (t.count != 1 || !has_sign(&t, CC_SIGN_NUMBER))
		return false;
	g_string_append_printf(
	    length->text, "%d%c", t.at->value, cc_unit_letter(length->unit));
	return true;
}

bool
cc_time_guess_length(const struct cc_time_token *token, size_t count,
    enum cc_precision *unit, char text[CC_TIME_HINT])
{
	g_autoptr(GString) written = g_string_new(NULL);
	struct length length = {.text = written};
	struct tokens tokens = {token, count};

	if (!read_amounts(tokens, &length)) {
		length = (struct length){.text = g_string_truncate(written, 0)};
		if (!read_named(tokens, &length))
			return false;
	}
	*unit = length.unit;
	g_snprintf(
	    text, CC_TIME_HINT, "%s%s", length.before ? "-" : "", written->str);
	return true;
}

/* A number and one unit: every 3 weeks, q21d. */
static const struct {
	const char *word, *period;
} periods[] = {
    {"daily", "1d"},
    {"weekly", "1w"},
    {"fortnightly", "2w"},
    {"monthly", "1m"},
    {"yearly", "1y"},
    {"annually", "1y"},
    {"täglich", "1d"},
    {"wöchentlich", "1w"},
    {"monatlich", "1m"},
    {"每天", "1d"},
    {"每周", "1w"},
    {"每月", "1m"},
};

static bool
is_period(const char *text)
{
	size_t digits = strspn(text, "0123456789");

	return digits > 0 && text[0] != '0' && strlen(text) == digits + 1;
}

/* Behind "every" and "q"; their number. */
static size_t
period_tokens(const char *text, struct cc_time_token token[CC_TIME_TOKENS],
    const struct cc_time_token **at)
{
	size_t count = cc_time_tokens(text, token), first = 0;

	while (first < count && (token[first].sign == CC_SIGN_FILL ||
				    token[first].sign == CC_SIGN_QUARTER))
		first++;
	*at = token + first;
	return count - first;
}

bool
cc_time_worded_period(const char *text, char to[CC_TIME_HINT])
{
	struct cc_time_token token[CC_TIME_TOKENS];
	const struct cc_time_token *at;
	const size_t count = period_tokens(text, token, &at);
	enum cc_precision unit;

	for (size_t i = 0; i < G_N_ELEMENTS(periods); i++)
		if (g_ascii_strcasecmp(periods[i].word, text) == 0) {
			g_strlcpy(to, periods[i].period, CC_TIME_HINT);
			return true;
		}
	return count == 2 && at->sign == CC_SIGN_NUMBER &&
	       cc_time_guess_length(at, count, &unit, to) && is_period(to);
}

bool
cc_time_guess_period(const char *text, char to[CC_TIME_HINT])
{
	struct cc_time_token token[CC_TIME_TOKENS];
	const struct cc_time_token *at;
	const size_t count = period_tokens(text, token, &at);
	enum cc_precision unit;

	/* What is counted without a unit is days. */
	if (count == 1 && at->sign == CC_SIGN_NUMBER)
		g_snprintf(to, CC_TIME_HINT, "%dd", at->value);
	else if (!cc_time_guess_length(at, count, &unit, to))
		return false;
	return is_period(to);
}
