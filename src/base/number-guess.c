/* What a number lacks that is none of ours. */
#include "base/number-guess.h"

#include "base/number.h"
#include "base/keyboard.h"

#include <math.h>
#include <string.h>

static const struct {
	const char *word, *result; /* NULL: nothing was measured */
} words[] = {
    {"positive", "positive"},
    {"pos", "positive"},
    {"pos.", "positive"},
    {"+", "positive"},
    {"++", "positive"},
    {"+++", "positive"},
    {"reactive", "positive"},
    {"detected", "positive"},
    {"negative", "negative"},
    {"neg", "negative"},
    {"neg.", "negative"},
    {"-", "negative"},
    {"not detected", "negative"},
    {"undetectable", "negative"},
    {"undetected", "negative"},
    {"nonreactive", "negative"},
    {"non-reactive", "negative"},
    {"normal", "normal"},
    {"wnl", "normal"},
    {"within normal limits", "normal"},
    {"high", "high"},
    {"elevated", "high"},
    {"raised", "high"},
    {"low", "low"},
    {"decreased", "low"},
    {"reduced", "low"},
    {"borderline", "borderline"},
    {"阳性", "positive"},
    {"阴性", "negative"},
    {"正常", "normal"},
    {"n/d", NULL},
    {"nd", NULL},
    {"na", NULL},
    {"n/a", NULL},
    {"not done", NULL},
    {"not measured", NULL},
    {"missing", NULL},
    {"unknown", NULL},
    {".", NULL},
    {"?", NULL},
};

/* Before a number, in small letters or none. */
static const struct {
	const char *word;
	char sign; /* ~ is about */
} signs[] = {
    {"<=", '<'},
    {"≤", '<'},
    {"<", '<'},
    {"less than ", '<'},
    {"below ", '<'},
    {"under ", '<'},
    {"up to ", '<'},
    {">=", '>'},
    {"≥", '>'},
    {">", '>'},
    {"more than ", '>'},
    {"above ", '>'},
    {"over ", '>'},
    {"~", '~'},
    {"approximately ", '~'},
    {"approx. ", '~'},
    {"approx ", '~'},
    {"about ", '~'},
    {"around ", '~'},
    {"circa ", '~'},
    {"ca. ", '~'},
    {"ca ", '~'},
    {"约", '~'},
};

static bool
find_word(const char *text, struct cc_number_guess *guess)
{
	for (size_t i = 0; i < G_N_ELEMENTS(words); i++) {
		if (strcmp(words[i].word, text) != 0)
			continue;
		guess->result = words[i].result;
		guess->kind = words[i].result != NULL ? CC_NUMBER_RESULT
		                                      : CC_NUMBER_MISSING;
		return true;
	}
	return false;
}

static const char *
blanks(const char *p)
{
	return p + strspn(p, " ");
}

static const char *
take_sign(const char *p, struct cc_number_guess *guess)
{
	for (size_t i = 0; i < G_N_ELEMENTS(signs); i++) {
		if (!g_str_has_prefix(p, signs[i].word))
			continue;
		if (signs[i].sign == '~')
			guess->about = true;
		else
			guess->sign = signs[i].sign;
		return blanks(p + strlen(signs[i].word));
	}
	return p;
}

/* Digits in threes behind the first of a sort of sign. */
static bool
in_threes(const char *digits, size_t length, char sign)
{
	size_t run = 0, group = 0;

	for (size_t i = 0; i < length; i++) {
		if (digits[i] != sign) {
			run++;
			continue;
		}
		if (group++ == 0 ? run < 1 || run > 3 : run != 3)
			return false;
		run = 0;
	}
	return group > 0 && run == 3;
}

static const char *
last_of(const char *digits, size_t length, char sign)
{
	while (length-- > 0)
		if (digits[length] == sign)
			return digits + length;
	return NULL;
}

/* The sign before the decimals: the last one of a text that has two sorts, and
 * the only one; 0 where all are of thousands. */
static char
decimal_sign(const char *digits, size_t length)
{
	const char *comma = last_of(digits, length, ',');
	const char *point = last_of(digits, length, '.');

	if (comma != NULL && point != NULL)
		return comma > point ? ',' : '.';
	if (comma != NULL)
		return memchr(digits, ',', length) == comma ? ',' : 0;
	return point != NULL && memchr(digits, '.', length) == point ? '.' : 0;
}

#define SORTS " ',." /* of signs between digits */

/* Appends the digits alone; false where the signs between them cut no threes.
 */
static bool
append_whole(GString *to, const char *digits, size_t length)
{
	for (const char *sort = SORTS; *sort != '\0'; sort++)
		if (memchr(digits, *sort, length) != NULL &&
		    !in_threes(digits, length, *sort))
			return false;
	for (size_t i = 0; i < length; i++)
		if (g_ascii_isdigit(digits[i]))
			g_string_append_c(to, digits[i]);
	return true;
}

/* "19,000.5", "1.234,5", "1 234", "98,5", ".5" in plain digits. */
static char *
plain_digits(const char *digits, size_t length, char decimal)
{
	g_autoptr(GString) to = g_string_new(NULL);
	const char *at = decimal != 0 ? last_of(digits, length, decimal) : NULL;
	size_t whole = at != NULL ? (size_t)(at - digits) : length;

	if (whole == 0)
		g_string_append_c(to, '0');
	if (!append_whole(to, digits, whole))
		return NULL;
	if (at != NULL && whole + 1 < length) {
		g_string_append_c(to, '.');
		g_string_append_len(to, at + 1, (gssize)(length - whole - 1));
	}
	return g_strdup(to->str);
}

static bool
keep(struct cc_number_guess *guess, size_t which, bool negative,
    const char *digits)
{
	double number;

	if (digits == NULL)
		return false;
	g_snprintf(guess->number[which], CC_NUMBER_TEXT, "%s%s",
	    negative ? "-" : "", digits);
	return cc_number_read(guess->number[which], &number);
}

static bool
joins_digits(const char *p)
{
	return strchr(SORTS, *p) != NULL &&
	       (g_ascii_isdigit(p[1]) || (*p == '.' && p[1] == '\0'));
}

/* The number at `p`; returns what stands behind it, or NULL. */
static const char *
take_number(const char *p, struct cc_number_guess *guess, size_t which)
{
	bool negative = *p == '-';
	const char *start = p + (*p == '-' || *p == '+'), *end = start;
	g_autofree char *digits = NULL, *thousands = NULL;
	size_t length;
	char decimal;

	while (g_ascii_isdigit(*end) || (*end != '\0' && joins_digits(end)))
		end++;
	length = (size_t)(end - start);
	if (length == 0 || length >= CC_NUMBER_TEXT)
		return NULL;
	decimal = decimal_sign(start, length);
	digits = plain_digits(start, length, decimal);
	if (!keep(guess, which, negative, digits))
		return NULL;
	guess->kind = CC_NUMBER_ONE;
	guess->comma = decimal == ',';
	/* 19,000 is one of two. */
	if (which > 0 || decimal != ',' || *start == '0' ||
	    !in_threes(start, length, ','))
		return end;
	thousands = plain_digits(start, length, 0);
	if (!keep(guess, 0, negative, thousands) ||
	    !keep(guess, 1, negative, digits))
		return NULL;
	guess->kind = CC_NUMBER_TWO_READINGS;
	return end;
}

#define MINUS "−"     /* of ⁻, written plainly */
#define POWER_MOST 15 /* of ten; what a number here may have of digits */

static int
decimals_of(const char *number)
{
	const char *point = strchr(number, '.');

	return point != NULL ? (int)strlen(point + 1) : 0;
}

/* The number times the power, in plain digits. */
static bool
keep_power(struct cc_number_guess *guess, double number, gint64 power)
{
	const gint64 decimals = decimals_of(guess->number[0]) - power;
	const double whole = number * pow(10, (double)power);

	if (ABS(power) > POWER_MOST || decimals > POWER_MOST ||
	    fabs(whole) >= 1e15)
		return false;
	g_snprintf(guess->number[0], CC_NUMBER_TEXT, "%.*f",
	    (int)MAX(decimals, 0), whole);
	guess->power = true;
	return true;
}

/* Behind a blank a unit follows, but for one that is per something: 10^9 /L. */
static size_t
power_length(const char *p)
{
	const char *blank = strchr(p, ' ');

	return blank != NULL && *blanks(blank) != '/' ? (size_t)(blank - p)
	                                              : strlen(p);
}

/* The power behind its ten, ^-5 or ⁻⁵, or behind an e; false where what is
 * there is none, or more. */
static bool
is_power(const char *p, size_t length, bool e, gint64 *power)
{
	g_autofree char *plain =
	    g_utf8_normalize(p, (gssize)length, G_NORMALIZE_NFKC);
	const char *digits = plain;
	char *end;

	if (plain == NULL || (!e && *p != '^' && (*p & 0x80) == 0))
		return false;
	if (g_str_has_prefix(plain, MINUS)) {
		plain[strlen(MINUS) - 1] = '-';
		digits += strlen(MINUS) - 1;
	}
	digits += !e && *p == '^';
	*power = g_ascii_strtoll(digits, &end, 10);
	return end != digits && *end == '\0';
}

/* Behind a number: e6, ×10^9; a ten alone is one of its powers, 10^5. Where a
 * unit follows, the power is its own. */
static const char *
take_power(const char *p, struct cc_number_guess *guess)
{
	static const char *const tens[] = {
	    "x10", "x 10", "×10", "× 10", "*10", "* 10"};
	const bool ten = strcmp(guess->number[0], "10") == 0;
	const char *at = blanks(p);
	const bool e = at == p && (*p == 'e' || *p == 'E');
	bool alone = !e;
	double number = 1;
	gint64 power;
	size_t length;

	for (size_t i = 0; i < G_N_ELEMENTS(tens) && alone; i++)
		if (g_str_has_prefix(at, tens[i])) {
			at += strlen(tens[i]);
			alone = false;
		}
	at += e;
	length = power_length(at);
	if ((alone && (!ten || at != p)) || !is_power(at, length, e, &power) ||
	    (!alone && !cc_number_read(guess->number[0], &number)) ||
	    !keep_power(guess, number, power))
		return p;
	return at + length;
}

static const char *
take_range(const char *p, struct cc_number_guess *guess)
{
	const char *next = blanks(p);
	struct cc_number_guess last = {0};

	if (g_str_has_prefix(next, "to "))
		next += 2;
	else if (*next == '-' && next != p + strlen(p))
		next++;
	else
		return p;
	next = take_number(blanks(next), &last, 0);
	if (next == NULL || last.kind != CC_NUMBER_ONE)
		return p;
	g_strlcpy(guess->number[1], last.number[0], CC_NUMBER_TEXT);
	guess->kind = CC_NUMBER_RANGE;
	return next;
}

/* What is left is a unit: "g/L", "%", "×10^9/L"; the rest of 0x1F and 1e400 is
 * none. */
static bool
take_unit(const char *p, struct cc_number_guess *guess)
{
	if (*p == 'x' && g_str_has_prefix(p + 1, "10"))
		p++;
	else if ((*p == 'x' || *p == 'e') && g_ascii_isdigit(p[1]))
		return false;
	else if (g_str_has_prefix(p, "×") || g_str_has_prefix(p, "x 10"))
		p = blanks(p + (*p == 'x' ? 1 : strlen("×")));
	else if (!g_ascii_isalpha(p[*p == '/']) && *p != '%' &&
		 (p[*p == '/'] & 0x80) == 0)
		return false;
	g_strlcpy(guess->unit, p, CC_NUMBER_TEXT);
	return strlen(p) < CC_NUMBER_TEXT && strpbrk(p, "<>\"&") == NULL;
}

static bool
find_number(const char *text, struct cc_number_guess *guess)
{
	const char *p = take_number(take_sign(text, guess), guess, 0);

	if (p == NULL)
		return false;
	p = blanks(take_power(take_range(p, guess), guess));
	return *p == '\0' || take_unit(p, guess);
}

struct cc_number_guess
cc_number_guess(const char *text)
{
	g_autofree char *plain = cc_keyboard_text(text);
	g_autofree char *lower = g_utf8_strdown(plain, -1);
	struct cc_number_guess guess = {0};

	if (find_word(lower, &guess) || find_number(plain, &guess))
		return guess;
	return (struct cc_number_guess){0};
}

bool
cc_number_plain(const char *text, char plain[CC_NUMBER_TEXT])
{
	struct cc_number_guess guess = cc_number_guess(text);

	if (guess.kind != CC_NUMBER_ONE || (!guess.power && !guess.comma) ||
	    guess.sign != 0 || guess.about || guess.unit[0] != '\0')
		return false;
	memcpy(plain, guess.number[0], CC_NUMBER_TEXT);
	return true;
}
