#include "base/number-guess.h"
#include "base/number.h"

#include <limits.h>
#include <math.h>
#include <string.h>

static void
test_read(void)
{
	static const struct {
		const char *text;
		double number;
	} rows[] = {
	    {"0", 0},
	    {"-0", 0},
	    {"7", 7},
	    {"-7.25", -7.25},
	    {"0007", 7},
	    {"0.001", 0.001},
	    {"32.50", 32.5},
	    {"999999999999999", 999999999999999.0},
	    {"000000000000000000001", 1},
	    {"0.10000000000000000000000000000001", 0.1},
	};
	size_t i;

	for (i = 0; i < G_N_ELEMENTS(rows); i++) {
		double number = NAN;

		g_assert_true(cc_number_read(rows[i].text, &number));
		g_assert_cmpfloat(number, ==, rows[i].number);
		g_assert_false(signbit(number) && number == 0);
	}
}

static void
test_refuse(void)
{
	static const char *const texts[] = {"", "-", "+1", ".5", "5.", "-.5",
	    "1e3", "0x10", "nan", "inf", " 1", "1 ", "1,5", "1.2.3", "--1",
	    "1000000000000000", "\xD9\xA1", "1\n"};
	size_t i;

	for (i = 0; i < G_N_ELEMENTS(texts); i++) {
		double number = 42;

		g_assert_false(cc_number_read(texts[i], &number));
		g_assert_cmpfloat(number, ==, 42);
	}
}

static void
assert_appends(double value, int decimals, const char *expected)
{
	g_autoptr(GString) to = g_string_new("x");

	cc_number_append(to, value, decimals);
	g_assert_cmpstr(to->str + 1, ==, expected);
}

static void
test_append(void)
{
	assert_appends(0, 0, "0");
	assert_appends(0, 6, "0");
	assert_appends(-0.0, 2, "0");
	assert_appends(-0.004, 2, "0");
	assert_appends(-0.006, 2, "-0.01");
	assert_appends(0.1, 1, "0.1");
	assert_appends(10, 3, "10");
	assert_appends(100, 0, "100");
	assert_appends(1.5, 0, "2");
	assert_appends(-1.5, 0, "-2");
	assert_appends(0.999, 2, "1");
	assert_appends(12.340, 3, "12.34");
	assert_appends(0.000001, 6, "0.000001");
	assert_appends(1.02, 4, "1.02");
	assert_appends(-987654321.125, 3, "-987654321.125");
	assert_appends(999999999999999.0, 6, "999999999999999");
	assert_appends(-1234567890123.456, 6, "-1234567890123.46");
	assert_appends(999999999999.0, 6, "999999999999");
	assert_appends(999999999999.99, 0, "1000000000000");
}

/* Against the C library's own formatter, trimmed. */
static void
test_append_oracle(void)
{
	GRand *rand = g_rand_new_with_seed(20);
	int i;

	for (i = 0; i < 20000; i++) {
		int decimals = g_rand_int_range(rand, 0, 7);
		double reach = pow(10, g_rand_int_range(rand, -3, 8));
		double value = g_rand_double_range(rand, -reach, reach);
		char expected[64], format[8];

		g_snprintf(format, sizeof format, "%%.%df", decimals);
		g_ascii_formatd(expected, sizeof expected, format, value);
		if (strchr(expected, '.') != NULL) {
			size_t end = strlen(expected);

			while (expected[end - 1] == '0')
				expected[--end] = '\0';
			if (expected[end - 1] == '.')
				expected[--end] = '\0';
		}
		if (strcmp(expected, "-0") == 0)
			strcpy(expected, "0");
		/* Beyond what anybody types: all digits, no place. */
	assert_appends(1e16, 2, "10000000000000000");
	assert_appends(-2.5e20, 6, "-250000000000000000000");
	assert_appends(value, decimals, expected);
	}
	g_rand_free(rand);
}

/* What was written is read back as the same number. */
static void
test_round_trip(void)
{
	GRand *rand = g_rand_new_with_seed(21);
	int i;

	for (i = 0; i < 20000; i++) {
		double value =
		    g_rand_int_range(rand, -100000000, 100000000) / 1e4;
		g_autoptr(GString) to = g_string_new(NULL);
		double back = NAN;

		cc_number_append(to, value, 4);
		g_assert_true(cc_number_read(to->str, &back));
		g_assert_cmpfloat(back, ==, value);
	}
	g_rand_free(rand);
}

static void
test_append_nan(void)
{
	if (g_test_subprocess()) {
		g_autoptr(GString) to = g_string_new(NULL);

		cc_number_append(to, NAN, 2);
		return;
	}
	g_test_trap_subprocess(NULL, 0, 0);
	g_test_trap_assert_failed();
}

static void
test_whole(void)
{
	static const int numbers[] = {0, 7, -1, 1000, 2026, INT_MAX, INT_MIN};
	struct cc_arena arena;

	cc_arena_init(&arena);
	for (size_t i = 0; i < G_N_ELEMENTS(numbers); i++) {
		g_autofree char *digits = g_strdup_printf("%d", numbers[i]);

		g_assert_cmpstr(
		    cc_number_whole(&arena, numbers[i]), ==, digits);
		g_assert_cmpstr(
		    cc_number_decimal(&arena, numbers[i], 2), ==, digits);
	}
	g_assert_cmpstr(cc_number_decimal(&arena, -0.125, 6), ==, "-0.125");
	cc_arena_finish(&arena);
}

/* What a number in another notation is in ours. */
static void
test_guess(void)
{
	static const struct {
		const char *text;
		enum cc_number_kind kind;
		const char *first, *second;
		char sign;
		const char *unit;
	} rows[] = {
	    {"98,5", CC_NUMBER_ONE, "98.5", "", 0, ""},
	    {"0,250", CC_NUMBER_ONE, "0.250", "", 0, ""},
	    {".5", CC_NUMBER_ONE, "0.5", "", 0, ""},
	    {"5.", CC_NUMBER_ONE, "5", "", 0, ""},
	    {"+5", CC_NUMBER_ONE, "5", "", 0, ""},
	    {"\u22125,5", CC_NUMBER_ONE, "-5.5", "", 0, ""},
	    {"\uFF19\uFF18", CC_NUMBER_ONE, "98", "", 0, ""},
	    {"98\u00A0", CC_NUMBER_ONE, "98", "", 0, ""},
	    {"19,000", CC_NUMBER_TWO_READINGS, "19000", "19.000", 0, ""},
	    {"1,234,567", CC_NUMBER_ONE, "1234567", "", 0, ""},
	    {"1.234.567", CC_NUMBER_ONE, "1234567", "", 0, ""},
	    {"1.234,5", CC_NUMBER_ONE, "1234.5", "", 0, ""},
	    {"1,234.5", CC_NUMBER_ONE, "1234.5", "", 0, ""},
	    {"1'234", CC_NUMBER_ONE, "1234", "", 0, ""},
	    {"12 500", CC_NUMBER_ONE, "12500", "", 0, ""},
	    {"12,5,7", CC_NUMBER_UNKNOWN, "", "", 0, ""},
	    {"<98", CC_NUMBER_ONE, "98", "", '<', ""},
	    {"\u2264 0,01", CC_NUMBER_ONE, "0.01", "", '<', ""},
	    {"more than 500 U/L", CC_NUMBER_ONE, "500", "", '>', "U/L"},
	    {"98 g/L", CC_NUMBER_ONE, "98", "", 0, "g/L"},
	    {"44%", CC_NUMBER_ONE, "44", "", 0, "%"},
	    {"3.2\u00D710^9/L", CC_NUMBER_ONE, "3.2", "", 0, "10^9/L"},
	    {"1.2x10^6", CC_NUMBER_ONE, "1200000", "", 0, ""},
	    {"1e5", CC_NUMBER_ONE, "100000", "", 0, ""},
	    {"5.2E+05", CC_NUMBER_ONE, "520000", "", 0, ""},
	    {"1.5 x 10^3", CC_NUMBER_ONE, "1500", "", 0, ""},
	    {"1.5\u00D710\u00B3", CC_NUMBER_ONE, "1500", "", 0, ""},
	    {"5.23e1", CC_NUMBER_ONE, "52.3", "", 0, ""},
	    {"5.236e1", CC_NUMBER_ONE, "52.36", "", 0, ""},
	    {"1e-5", CC_NUMBER_ONE, "0.00001", "", 0, ""},
	    {"10\u207B\u2074", CC_NUMBER_ONE, "0.0001", "", 0, ""},
	    {"10^5", CC_NUMBER_ONE, "100000", "", 0, ""},
	    {"5.2\u00D710^5 copies/mL", CC_NUMBER_ONE, "520000", "", 0,
		"copies/mL"},
	    {"3.2 \u00D710^9 /L", CC_NUMBER_ONE, "3.2", "", 0, "10^9 /L"},
	    {"1e400", CC_NUMBER_UNKNOWN, "", "", 0, ""},
	    {"95-100", CC_NUMBER_RANGE, "95", "100", 0, ""},
	    {"95 to 100", CC_NUMBER_RANGE, "95", "100", 0, ""},
	    {"61 years", CC_NUMBER_ONE, "61", "", 0, "years"},
	    {"Positive", CC_NUMBER_RESULT, "", "", 0, ""},
	    {"\u9634\u6027", CC_NUMBER_RESULT, "", "", 0, ""},
	    {"n/a", CC_NUMBER_MISSING, "", "", 0, ""},
	    {"fifty", CC_NUMBER_UNKNOWN, "", "", 0, ""},
	    {"12/min", CC_NUMBER_ONE, "12", "", 0, "/min"},
	    {"135/70", CC_NUMBER_UNKNOWN, "", "", 0, ""},
	    {"", CC_NUMBER_UNKNOWN, "", "", 0, ""},
	};

	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
		struct cc_number_guess guess = cc_number_guess(rows[i].text);

		if (guess.kind == rows[i].kind && guess.sign == rows[i].sign &&
		    strcmp(guess.number[0], rows[i].first) == 0 &&
		    strcmp(guess.number[1], rows[i].second) == 0 &&
		    strcmp(guess.unit, rows[i].unit) == 0)
			continue;
		g_test_fail();
		g_test_message("%s: kind %d, \"%s\" \"%s\", sign %d, \"%s\"",
		    rows[i].text, guess.kind, guess.number[0],
		    guess.number[1], guess.sign, guess.unit);
	}
}

/* However signs and digits are mixed: what is proposed is a plain number, and
 * has the digits that were typed. */
static void
test_guess_property(void)
{
	static const char letters[] = "0123456789.,' -+<>~e%x";
	GRand *rand = g_rand_new_with_seed(985);

	for (int i = 0; i < 50000; i++) {
		char text[12] = "";
		int length = g_rand_int_range(rand, 1, sizeof text);
		struct cc_number_guess guess;

		for (int k = 0; k < length; k++)
			text[k] = letters[g_rand_int_range(
			    rand, 0, sizeof letters - 1)];
		text[length] = '\0';
		guess = cc_number_guess(text);
		for (int k = 0; k < 2; k++) {
			double number;

			if (guess.number[k][0] != '\0' &&
			    !cc_number_read(guess.number[k], &number))
				g_error("%s: \"%s\" is no number", text,
				    guess.number[k]);
		}
	}
	g_rand_free(rand);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/number/read", test_read);
	g_test_add_func("/number/refuse", test_refuse);
	g_test_add_func("/number/append", test_append);
	g_test_add_func("/number/append-oracle", test_append_oracle);
	g_test_add_func("/number/append-nan", test_append_nan);
	g_test_add_func("/number/round-trip", test_round_trip);
	g_test_add_func("/number/whole", test_whole);
	g_test_add_func("/number/guess", test_guess);
	g_test_add_func("/number/guess-property", test_guess_property);
	return g_test_run();
}
