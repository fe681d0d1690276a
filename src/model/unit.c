/* Units of tests. */
#include "model/vocab.h"

#include <math.h>
#include <string.h>

/* No two units of a test are further apart; a slip of a vocabulary may be. */
#define FACTOR_MIN 1e-11
#define FACTOR_MAX 1e11

static bool
parts_end(char c)
{
	return c == '\0' || strchr("/ .*", c) != NULL;
}

/* The l of a litre, dl or ul, as most of Europe writes it; not that of mol. */
static bool
ends_litre(const GString *before, char next)
{
	size_t i = before->len;

	if (!parts_end(next))
		return false;
	if (i > 0 && strchr("dcmunpf", before->str[i - 1]) != NULL)
		i--;
	return i == 0 || parts_end(before->str[i - 1]);
}

/* "/day", "/24 h" and "/天" are "/d": what a rate is per, as it is written, and
 * its sign. Of two that begin alike the longer stands first. */
static const struct {
	const char *word, *sign;
} per[] = {
    {"24 hours", "d"},
    {"24 hrs", "d"},
    {"24 hr", "d"},
    {"24 h", "d"},
    {"24hours", "d"},
    {"24hrs", "d"},
    {"24hr", "d"},
    {"24h", "d"},
    {"24 Std", "d"},
    {"24 小时", "d"},
    {"24小时", "d"},
    {"day", "d"},
    {"Tag", "d"},
    {"天", "d"},
    {"日", "d"},
    {"hour", "h"},
    {"hr", "h"},
    {"Stunde", "h"},
    {"Std", "h"},
    {"小时", "h"},
    {"minute", "min"},
    {"Minute", "min"},
    {"分钟", "min"},
    {"week", "wk"},
    {"Woche", "wk"},
    {"周", "wk"},
    {"month", "mo"},
    {"Monat", "mo"},
    {"月", "mo"},
};

/* What `*p` has before it is a slash: the sign of the time behind it, past
 * which it moves; NULL where none is written out. */
static const char *
per_time(const char **p)
{
	for (size_t i = 0; i < G_N_ELEMENTS(per); i++) {
		size_t length = strlen(per[i].word);

		if (strncmp(*p, per[i].word, length) != 0 ||
		    !parts_end((*p)[length]))
			continue;
		*p += length;
		return per[i].sign;
	}
	return NULL;
}

/* What is counted, as a unit begins with it. */
static const struct {
	const char *word, *sign;
} counted[] = {
    {"Kopien", "copies"},
    {"Kopie", "copies"},
    {"copy", "copies"},
    {"拷贝数", "copies"},
    {"拷贝", "copies"},
    {"Zellen", "cells"},
    {"cell", "cells"},
    {"细胞", "cells"},
    {"个", "cells"},
    {"IE", "IU"},
    {"国际单位", "IU"},
};

/* Past what is counted, which `to` gets in our word for it. */
static const char *
past_counted(const char *unit, GString *to)
{
	for (size_t i = 0; i < G_N_ELEMENTS(counted); i++) {
		size_t length = strlen(counted[i].word);

		if (strncmp(unit, counted[i].word, length) != 0 ||
		    unit[length] != '/')
			continue;
		g_string_append(to, counted[i].sign);
		return unit + length;
	}
	return unit;
}

/* One spelling of those that mean one unit: what is counted, µ (U+00B5) and μ
 * (U+03BC) for the u of ug, the × before a power, a litre's l, the time that a
 * rate is per. */
static char *
plain(const char *unit)
{
	GString *to = g_string_new(NULL);
	const char *from = past_counted(unit, to);

	for (const char *p = from; *p != '\0'; p = g_utf8_next_char(p)) {
		gunichar c = g_utf8_get_char(p);
		const char *rest = p + 1, *sign;

		if (c == '/' && (sign = per_time(&rest)) != NULL) {
			g_string_append_printf(to, "/%s", sign);
			p = rest - 1;
		} else if (c == 0xB5 || c == 0x3BC)
			g_string_append_c(to, 'u');
		else if (c == 'l' && ends_litre(to, p[1]))
			g_string_append_c(to, 'L');
		else if (c != 0xD7)
			g_string_append_unichar(to, c);
	}
	return g_string_free(to, FALSE);
}

bool
cc_unit_same(const char *one, const char *other)
{
	g_autofree char *a = NULL, *b = NULL;

	if (one == other || one == NULL || other == NULL)
		return one == other;
	if (strcmp(one, other) == 0)
		return true;
	a = plain(one);
	b = plain(other);
	return strcmp(a, b) == 0;
}

#define LIMIT "ULN"

bool
cc_unit_of_limit(const char *unit)
{
	g_autofree char *bare = NULL;
	const char *p;

	/* Nearly every unit ends otherwise. */
	if (!g_str_has_suffix(unit, LIMIT))
		return false;
	bare = plain(unit);
	p = bare + (*bare == 'x');
	return strcmp(p + (*p == ' '), LIMIT) == 0;
}

bool
cc_unit_known(const struct cc_term *test, const char *unit)
{
	if (test->unit != NULL && cc_unit_same(test->unit, unit))
		return true;
	for (size_t i = 0; i < test->units.count; i++)
		if (cc_unit_same(test->units.item[i].unit, unit))
			return true;
	return cc_unit_of_limit(unit);
}

/* To the test's own unit. */
static bool
own_factor(const struct cc_term *test, const char *unit, double *factor)
{
	*factor = 1;
	if (test->unit != NULL && cc_unit_same(test->unit, unit))
		return true;
	for (size_t i = 0; i < test->units.count; i++) {
		if (!cc_unit_same(test->units.item[i].unit, unit))
			continue;
		*factor = test->units.item[i].factor;
		return *factor > 0;
	}
	return false;
}

bool
cc_unit_factor(const struct cc_term *test, const char *from, const char *to,
    double *factor)
{
	double down, up;

	*factor = 1;
	if (from == NULL || to == NULL)
		return from == to;
	if (cc_unit_same(from, to))
		return true;
	if (test == NULL || !own_factor(test, from, &down) ||
	    !own_factor(test, to, &up))
		return false;
	*factor = down / up;
	return *factor > FACTOR_MIN && *factor < FACTOR_MAX;
}

#define NUMBER_MAX 1e11 /* of what base/number.h writes */
#define DIGITS_MIN 3    /* significant ones of a converted value */

static int
significant(const char *written)
{
	int digits = 0;

	for (const char *p = written; *p != '\0'; p++)
		if (g_ascii_isdigit(*p) && (digits > 0 || *p != '0'))
			digits++;
	return MAX(digits, DIGITS_MIN);
}

/* 1.2 mg/dL is 106 umol/L and not 106.08: no digits that nobody measured. */
static double
rounded(double number, int digits)
{
	double scale;

	if (number == 0)
		return 0;
	scale = pow(10, digits - 1 - floor(log10(fabs(number))));
	return round(number * scale) / scale;
}

bool
cc_value_convert(const struct cc_term *test, const struct cc_value *value,
    const char *from, const char *to, struct cc_value *converted)
{
	double factor, number;

	*converted = *value;
	if (!cc_unit_factor(test, from, to, &factor))
		return false;
	if (factor == 1)
		return true;
	number = value->number * factor;
	if (!(fabs(number) < NUMBER_MAX))
		return false;
	converted->number = rounded(number,
	    value->written != NULL ? significant(value->written) : DIGITS_MIN);
	converted->written = NULL;
	for (size_t i = 0; i < G_N_ELEMENTS(value->ends); i++) {
		if (value->end_written[i] == NULL)
			continue;
		converted->ends[i] = rounded(value->ends[i] * factor,
		    significant(value->end_written[i]));
		converted->end_written[i] = NULL;
	}
	converted->unit = to;
	return true;
}

const char *
cc_test_unit(const struct cc_term *test, const struct cc_fact *fact,
    const struct cc_value *value)
{
	if (value->unit != NULL)
		return value->unit;
	if (fact->unit != NULL)
		return fact->unit;
	if (test != NULL)
		return test->unit;
	/* Of a test that nobody knows: the number as it is written. */
	return value->code != NULL || fact->code != NULL ? CC_UNIT_NONE : NULL;
}

const char *
cc_value_unit(const struct cc_terms *terms, const struct cc_fact *fact,
    const struct cc_value *value)
{
	const char *code = value->code != NULL ? value->code : fact->code;
	const struct cc_term *test = NULL;

	if (value->unit == NULL && fact->unit == NULL && code != NULL)
		test = cc_terms_find(terms, CC_IN_TEST, NULL, code);
	return cc_test_unit(test, fact, value);
}

const char *
cc_series_unit(const struct cc_terms *terms, const struct cc_fact *series)
{
	static const struct cc_value silent;

	return cc_value_unit(terms, series,
	    series->unit == NULL && series->value_count > 0 ? &series->values[0]
							    : &silent);
}
