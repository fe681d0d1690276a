/* Rules of curves: numbers, those that share a row, doses under one. Those that ask
 * for units are in follow/check-curve.c. */
#include "model/kind.h"
#include "model/rules.h"

#include <string.h>

static void
check_patient(const struct cc_check *check, const struct cc_fact *fact,
    const struct cc_fact *other, const char *attribute)
{
	if (other != NULL && other->patient != fact->patient)
		cc_diag(check->diags, CC_E385,
		    cc_check_place(check, fact, attribute),
		    cc_line_of(check, CC_E385, other->pos));
}

/* A row has one curve that began it. */
static void
check_with(const struct cc_check *check, const struct cc_fact *fact)
{
	struct cc_pos pos = cc_check_place(check, fact, "with");

	if (fact->with == fact)
		cc_diag(check->diags, CC_E390, pos);
	else if (fact->with->with_name != NULL)
		cc_diag(check->diags, CC_E391, pos, fact->with_name,
		    fact->with->with_name);
}

/* Only of what is given there is a dose over time. */
static void
check_area(const struct cc_check *check, const struct cc_fact *fact)
{
	if (fact->area->kind != CC_KIND_TREATMENT)
		cc_diag(check->diags, CC_E318,
		    cc_check_place(check, fact, "area"), fact->area_name,
		    cc_kind_row(fact->area->kind)->element, "area",
		    "a treatment");
}

void
cc_rule_company(const struct cc_check *check)
{
	const struct cc_case *course = check->course;

	for (size_t i = 0; i < course->fact_count; i++) {
		const struct cc_fact *fact = &course->facts[i];

		check_patient(check, fact, fact->with, "with");
		check_patient(check, fact, fact->area, "area");
		if (fact->with != NULL)
			check_with(check, fact);
		if (fact->area != NULL)
			check_area(check, fact);
	}
}

/* ---- points that part thousands ---- */

/* "48.000", which is 48 thousand to who writes 7,5 for seven and a half. */
static bool
is_grouped(const char *digits)
{
	size_t whole = strspn(digits, "0123456789");

	return *digits != '0' && whole >= 1 && whole <= 3 &&
	       digits[whole] == '.' && strlen(digits + whole) == 4 &&
	       strspn(digits + whole + 1, "0123456789") == 3;
}

/* Its first such value; NULL where it has none, no whole number beside it, or
 * others with decimals: then it is measured so. */
static const struct cc_value *
grouped_value(const struct cc_fact *series)
{
	const struct cc_value *grouped = NULL;
	bool whole = false;

	for (size_t i = 0; i < series->value_count; i++) {
		const struct cc_value *value = &series->values[i];

		if (value->written == NULL)
			continue;
		if (strchr(value->written, '.') == NULL)
			whole = true;
		else if (!is_grouped(value->written))
			return NULL;
		else if (grouped == NULL)
			grouped = value;
	}
	return whole ? grouped : NULL;
}

void
cc_rule_thousands(const struct cc_check *check)
{
	const struct cc_case *course = check->course;

	for (size_t i = 0; i < course->fact_count; i++) {
		const struct cc_fact *fact = &course->facts[i];
		const struct cc_value *value =
		    fact->kind == CC_KIND_SERIES ? grouped_value(fact) : NULL;
		g_autofree char *meant = NULL;
		char *point;

		if (value == NULL)
			continue;
		meant = g_strdup(value->written);
		point = strchr(meant, '.');
		memmove(point, point + 1, strlen(point));
		cc_diag(
		    check->diags, CC_W355, value->pos, value->written, meant);
	}
}
