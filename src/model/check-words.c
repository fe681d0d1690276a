#include "model/rules.h"
#include "model/terms.h"

#include <string.h>

/* The case's own words: defined once, of a known class. */
void
cc_rule_defines(const struct cc_check *check)
{
	const struct cc_terms *terms = check->terms;

	for (size_t i = 0; i < terms->own_count; i++) {
		const struct cc_term *term = &terms->own[i];
		const struct cc_term *next = term + 1;

		if (!term->defined)
			continue;
		if (term->in == CC_IN_TREATMENT)
			cc_check_word(
			    check, CC_IN_CLASS, term->class, term->pos);
		if (i + 1 == terms->own_count || next->in != term->in ||
		    strcmp(next->code, term->code) != 0)
			continue;
		cc_diag(check->diags, CC_E329, next->pos, term->code,
		    term->pos.source != NULL ? term->pos.source->name : "",
		    cc_pos_place(term->pos).line);
	}
}

/* The scheme of the whole case; that of a response is its own check. */
void
cc_rule_criteria(const struct cc_check *check)
{
	const struct cc_attribute *from = NULL;

	if (check->root != NULL)
		from = cc_element_attribute(check->root, "criteria");
	cc_check_code(check, CC_IN_SCHEME, check->course->criteria,
	    from != NULL ? from->pos : check->course->pos, false);
}

#define AGE_MAX 130 /* [years] nobody was older */

void
cc_rule_patients(const struct cc_check *check)
{
	const struct cc_case *course = check->course;

	for (size_t i = 0; i < course->patient_count; i++) {
		const struct cc_patient *patient = &course->patients[i];

		if (patient->age < 0 || patient->age > AGE_MAX)
			cc_diag(check->diags, CC_E337, patient->pos,
			    patient->age_written, AGE_MAX);
	}
}

/* What is told of a patient without a time has a name, and the clock has one
 * only where it counts. */
void
cc_rule_background(const struct cc_check *check)
{
	const struct cc_case *course = check->course;

	for (size_t i = 0; i < course->trait_count; i++)
		if (course->traits[i].code == NULL &&
		    course->traits[i].labels.count == 0)
			cc_diag(check->diags, CC_E303, course->traits[i].pos,
			    "characteristic", "code or a <label>");
	for (size_t i = 0; i < course->history_count; i++)
		if (course->histories[i].labels.count == 0)
			cc_diag(check->diags, CC_E303,
			    course->histories[i].pos, "history",
			    "words, or a <label>");
	if (course->clock == CC_CLOCK_DATE && course->clock_names.count > 0)
		cc_diag(check->diags, CC_E381,
		    course->clock_names.item[0].pos);
}
