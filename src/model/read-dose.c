/* Doses, how often and how they are given. */
#include "model/read.h"

#include "base/number.h"
#include "base/time-guess.h"
#include "model/foreign.h"

#include <string.h>

#define DASH "–"

/* What is being read: a number, a range, a unit. */
struct scan {
	struct cc_arena *arena;
	const char *p;
};

static const char *
blanks(const char *p)
{
	while (*p == ' ')
		p++;
	return p;
}

#define DIGITS "0123456789"

/* How long the decimals behind a point, or a comma, are with it. Behind a comma
 * three digits may be thousands: 10,000 U, but not 0,125 mg. */
static size_t
decimals_length(const char *p, bool thousands)
{
	size_t length = strspn(p + 1, DIGITS);

	if (*p == '.' ||
	    (*p == ',' && length > 0 && (length != 3 || !thousands)))
		return 1 + length;
	return 0;
}

/* A decimal number at `p`; NULL where there is none. */
static const char *
number_scan(struct scan *scan, double *number)
{
	size_t whole = strspn(scan->p, DIGITS);
	size_t length =
	    whole + decimals_length(scan->p + whole, *scan->p != '0');
	char *digits = cc_arena_strndup(scan->arena, scan->p, length);

	g_strdelimit(digits, ",", '.');
	if (whole == 0 || !cc_number_read(digits, number))
		return NULL;
	scan->p += length;
	return digits;
}

/* The "-" of a range, with or without spaces. */
static bool
dash_scan(struct scan *scan)
{
	const char *p = blanks(scan->p);

	if (*p == '-')
		p++;
	else if (g_str_has_prefix(p, DASH))
		p += strlen(DASH);
	else
		return false;
	scan->p = blanks(p);
	return true;
}

static bool
range_scan(struct scan *scan, struct cc_amount *amount)
{
	amount->digits = number_scan(scan, &amount->number);
	if (amount->digits == NULL)
		return false;
	amount->most = amount->number;
	if (!dash_scan(scan))
		return true;
	amount->most_digits = number_scan(scan, &amount->most);
	return amount->most_digits != NULL;
}

/* An exponent at `p`: 6, ^6, E6, ⁶; NULL: there is none. *after is behind it.
 */
static const char *
exponent_scan(struct cc_arena *arena, const char *p, const char **after)
{
	static const char *const raised[] = {
	    "⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
	g_autoptr(GString) digits = g_string_new(NULL);
	size_t i = 0;

	p += *p == '^' || *p == 'e' || *p == 'E';
	for (; g_ascii_isdigit(*p); p++)
		g_string_append_c(digits, *p);
	while (i < G_N_ELEMENTS(raised) && digits->len < 3) {
		if (g_str_has_prefix(p, raised[i])) {
			g_string_append_c(digits, (char)('0' + i));
			p += strlen(raised[i]);
			i = 0;
		} else {
			i++;
		}
	}
	*after = p;
	return digits->len > 0 ? cc_arena_strdup(arena, digits->str) : NULL;
}

/* Where the exponent of a power of ten begins behind a number, that may be
 * written 2e6, 2x10^6, 2 × 10⁶; NULL: none does. */
static const char *
power_begin(const char *p)
{
	static const char *const signs[] = {"×", "x", "X", "*"};

	if ((*p == 'e' || *p == 'E') && g_ascii_isdigit(p[1]))
		return p;
	p = blanks(p);
	for (size_t i = 0; i < G_N_ELEMENTS(signs); i++) {
		if (!g_str_has_prefix(p, signs[i]))
			continue;
		p = blanks(p + strlen(signs[i]));
		return g_str_has_prefix(p, "10") ? p + 2 : NULL;
	}
	return NULL;
}

/* The unit behind a number; a power of ten is a part of it, and written in one
 * way. */
static const char *
unit_scan(const struct scan *scan)
{
	const char *begin = power_begin(scan->p), *rest = NULL;
	const char *exponent =
	    begin != NULL ? exponent_scan(scan->arena, begin, &rest) : NULL;

	if (exponent == NULL || g_ascii_isalpha(*rest))
		return blanks(scan->p);
	rest = blanks(rest);
	return cc_arena_printf(scan->arena, "×10^%s%s%s", exponent,
	    *rest == '\0' || *rest == '/' ? "" : " ", rest);
}

/* A unit begins with a letter, a sign of its own or the × of a power; what is a
 * number still is none: 10,000 U, 1/2 tablet. */
static bool
is_unit(const char *unit)
{
	return g_ascii_isalpha(*unit) || (*unit & 0x80) != 0 || *unit == '%' ||
	       g_str_has_prefix(unit, "10^");
}

/* How a dose goes on where people write all in one: "500 mg po twice daily". */
struct given {
	const char *dose, *route, *freq; /* NULL: not said */
};

/* The words behind the dose: a route, a frequency, or both in that order. */
static bool
given_read(struct cc_arena *arena, const char *rest, struct given *given)
{
	size_t length = strcspn(rest, " ");
	const char *word = cc_arena_strndup(arena, rest, length);
	struct cc_frequency frequency;

	given->route = cc_foreign_same(&cc_closed_route, word);
	if (given->route != NULL)
		rest = blanks(rest + length);
	if (*rest == '\0')
		return given->route != NULL;
	given->freq = rest;
	return cc_frequency_read(rest, &frequency);
}

/* The dose is the shortest beginning after which all the rest is known. */
static bool
split_given(struct cc_arena *arena, const char *text, struct given *given)
{
	for (const char *p = strchr(text, ' '); p != NULL;
	     p = strchr(p + 1, ' ')) {
		*given = (struct given){
		    .dose = cc_arena_strndup(arena, text, (size_t)(p - text))};
		if (given_read(arena, blanks(p), given))
			return true;
	}
	return false;
}

/* What belongs into attributes of its own, as these. */
static const char *
split_hint(struct cc_reading *reading, const char *text)
{
	struct given given;
	const char *hint;

	if (!split_given(reading->arena, text, &given))
		return NULL;
	hint =
	    cc_arena_printf(reading->arena, "; write dose=\"%s\"", given.dose);
	if (given.route != NULL)
		hint = cc_arena_printf(
		    reading->arena, "%s route=\"%s\"", hint, given.route);
	if (given.freq != NULL)
		hint = cc_arena_printf(
		    reading->arena, "%s freq=\"%s\"", hint, given.freq);
	return hint;
}

static bool
refuse(struct cc_reading *reading, const char *text, struct cc_pos pos)
{
	const char *comma = strchr(text, ',');
	const char *hint = split_hint(reading, text);

	if (hint == NULL && comma != NULL)
		hint = "; three digits behind a comma may be thousands: write "
		       "these "
		       "without it, decimals with a point";
	cc_diag(reading->diags, CC_E371, pos, text, hint != NULL ? hint : "");
	return false;
}

/* "AUC": the area under the curve stands before its number. */
static bool
unit_before(struct scan *scan, struct cc_amount *amount)
{
	if (g_ascii_strncasecmp(scan->p, "AUC", 3) != 0)
		return false;
	amount->unit = "AUC";
	amount->unit_first = true;
	scan->p = blanks(scan->p + 3);
	return true;
}

/* A number or a range, and what may be its unit. False where there is
 * something else. */
static bool
amount_scan(struct scan *scan, struct cc_amount *amount)
{
	bool before = unit_before(scan, amount);

	if (!range_scan(scan, amount))
		return false;
	scan->p = unit_scan(scan);
	if (*scan->p == '\0')
		return true;
	if (before || !is_unit(scan->p))
		return false;
	amount->unit = scan->p;
	return true;
}

bool
cc_is_amount(struct cc_arena *arena, const char *text)
{
	struct cc_amount amount = {0};
	struct given given;
	struct scan scan = {
	    arena, split_given(arena, text, &given) ? given.dose : text};

	/* "3 polyps removed" is none. */
	return amount_scan(&scan, &amount) && amount.unit != NULL &&
	       (strchr(amount.unit, ' ') == NULL ||
		   g_str_has_prefix(amount.unit, "×"));
}

bool
cc_read_amount(struct cc_reading *reading, const char *text, struct cc_pos pos,
    struct cc_amount *amount)
{
	const char *code = cc_read_code(reading, text, pos);
	struct cc_amount read = {.text = code};
	struct scan scan = {reading->arena, code};

	if (code == NULL)
		return false;
	if (*code == '-' && g_ascii_isdigit(code[1])) {
		cc_diag(reading->diags, CC_E334, pos);
		return false;
	}
	if (!amount_scan(&scan, &read) ||
	    (*scan.p != '\0' && split_hint(reading, code) != NULL))
		return refuse(reading, code, pos);
	if (read.most < read.number) {
		cc_diag(reading->diags, CC_E325, pos, read.digits,
		    read.most_digits);
		return false;
	}
	*amount = read;
	return true;
}

/* Whether the attribute is there to say it by itself. */
static bool
is_free(const struct cc_field_read *in, const char *said, const char *name)
{
	return said == NULL || cc_element_attribute(in->element, name) == NULL;
}

/* "160 mg bid" says three things at once; what has an attribute of its own too
 * is left to be refused. */
void
cc_field_read_amount(const struct cc_field_read *in)
{
	struct cc_amount *amount =
	    CC_AT(struct cc_amount, in->to, in->field->at);
	struct cc_dosing *dosing =
	    (void *)((char *)amount - offsetof(struct cc_dosing, amount));
	const char *text = in->attribute->value;
	struct given given;

	if (split_given(in->reading->arena, text, &given) &&
	    is_free(in, given.route, "route") &&
	    is_free(in, given.freq, "freq")) {
		text = given.dose;
		if (given.route != NULL)
			dosing->route = given.route;
		if (given.freq != NULL)
			dosing->freq = given.freq;
	}
	cc_read_amount(in->reading, text, in->attribute->pos, amount);
}

static void
keep(const struct cc_field_read *in, const char **to)
{
	*to = cc_arena_strdup(in->reading->arena, in->attribute->value);
}

static struct cc_dosing *
dosing_of(const struct cc_field_read *in, size_t member)
{
	return (void *)((char *)in->to + in->field->at - member);
}

/* What has none of the forms is the author's, drawn as it is. */
static void
keep_words(const struct cc_field_read *in, const char **to, const char *what,
    const char *forms)
{
	keep(in, to);
	cc_diag(in->reading->diags, CC_W356, in->attribute->pos,
	    in->attribute->value, what, forms);
}

/* How often, and the weeks on and off, are each read in the place of the
 * other, too. */
void
cc_field_read_frequency(const struct cc_field_read *in)
{
	struct cc_dosing *dosing =
	    dosing_of(in, offsetof(struct cc_dosing, freq));
	const char *text = in->attribute->value;
	struct cc_frequency frequency;

	if (cc_frequency_read(text, &frequency))
		keep(in, &dosing->freq);
	else if (cc_schedule_off(text) != NULL && is_free(in, text, "schedule"))
		keep(in, &dosing->schedule);
	else
		keep_words(in, &dosing->freq, "frequency",
		    "qd, bid, tid, qid, qod, q8h, weekly, q3w, monthly, "
		    "2/week, qn, prn, once or continuous");
}

void
cc_field_read_schedule(const struct cc_field_read *in)
{
	struct cc_dosing *dosing =
	    dosing_of(in, offsetof(struct cc_dosing, schedule));
	const char *text = in->attribute->value;
	struct cc_frequency frequency;

	if (cc_schedule_off(text) != NULL)
		keep(in, &dosing->schedule);
	else if (cc_frequency_read(text, &frequency) &&
		 is_free(in, text, "freq"))
		keep(in, &dosing->freq);
	else
		keep_words(in, &dosing->schedule, "schedule",
		    "the time on and the time off, as 4w/2w");
}
