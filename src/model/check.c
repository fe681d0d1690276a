/* Rules that look at the whole case: one row each. */
#include "model/kind.h"
#include "model/model.h"
#include "model/rules.h"

static void (*const rules[])(const struct cc_check *) = {
    cc_rule_defines,
    cc_rule_criteria,
    cc_rule_patients,
};

void
cc_case_check(const struct cc_case *course, const struct cc_terms *terms,
    struct cc_diags *diags)
{
	struct cc_check check = {
	    .course = course, .terms = terms, .diags = diags};

	for (size_t i = 0; i < G_N_ELEMENTS(rules); i++)
		rules[i](&check);
}
