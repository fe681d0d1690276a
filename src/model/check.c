/* Rules that look at the whole case: one row each. */
#include "model/hint.h"
#include "model/kind.h"
#include "model/model.h"
#include "model/rules.h"

static void (*const rules[])(const struct cc_check *) = {
    cc_rule_defines,
    cc_rule_criteria,
    cc_rule_patients,
    cc_rule_background,
    cc_rule_deaths,
    cc_rule_lives,
    cc_rule_years,
    cc_rule_causes,
    cc_rule_origins,
    cc_rule_evolution,
    cc_rule_company,
    cc_rule_parts,
    cc_rule_cycles,
    cc_rule_periods,
    cc_rule_line_numbers,
    cc_rule_line_diseases,
    cc_rule_line_overlap,
    cc_rule_line_responses,
    cc_rule_untreated,
    cc_rule_best,
    cc_rule_best_surpassed,
    cc_rule_intervals,
    cc_rule_stretches,
    cc_rule_transplants,
    cc_rule_grades,
    cc_rule_grade_courses,
    cc_rule_possible,
    cc_rule_log_scale,
    cc_rule_units_known,
    cc_rule_units_unsaid,
    cc_rule_thousands,
    cc_rule_units,
    cc_rule_values_twice,
    cc_rule_responses_twice,
    cc_rule_images,
};

/* Of what was refused nobody says that it is not there. */
static void
check_empty(const struct cc_check *check)
{
	const struct cc_case *course = check->course;

	if (course->fact_count == 0 && !course->gap)
		cc_diag(check->diags, CC_W357, course->pos);
}

void
cc_rules_run(const struct cc_check *check)
{
	check_empty(check);
	for (size_t i = 0; i < G_N_ELEMENTS(rules); i++)
		rules[i](check);
}
