/* Rules of curves that share a row, and of doses under a curve. Those that ask
 * for units are in follow/check-curve.c. */
#include "model/kind.h"
#include "model/rules.h"

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
