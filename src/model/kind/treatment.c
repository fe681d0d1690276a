#include "model/compound.h"
#include "model/kind.h"

static void
check_dose(const struct cc_check *check, const struct cc_dose *dose)
{
	if (dose->to < 0)
		cc_diag(check->diags, CC_E334, dose->pos);
	if (dose->to_written != NULL && dose->when.time.text != NULL &&
	    !dose->when.time.interval)
		cc_diag(check->diags, CC_E331, dose->pos);
}

static void
check_drug(const struct cc_check *check, const struct cc_drug *drug)
{
	if (drug->code != NULL)
		cc_check_code(
		    check, CC_IN_TREATMENT, drug->code, drug->code_pos, false);
	cc_check_dosing(check, &drug->dosing, drug->unit, drug->pos);
	for (size_t i = 0; i < drug->dose_count; i++)
		check_dose(check, &drug->doses[i]);
}

/* Each of its drugs is looked for by itself. */
static void
check_compound(const struct cc_check *check, const struct cc_fact *fact)
{
	const struct cc_term *term = cc_terms_find(
	    check->terms, CC_IN_TREATMENT, NULL, fact->code);

	for (size_t i = 0; term != NULL && i < term->parts.count; i++)
		cc_check_code(check, CC_IN_TREATMENT, term->parts.word[i],
		    fact->code_pos.source != NULL ? fact->code_pos : fact->pos,
		    fact->labels.count > 0);
}

static void
check_treatment(const struct cc_check *check, const struct cc_fact *fact)
{
	cc_check_word(check, CC_IN_INTENT, fact->intent,
	    cc_check_place(check, fact, "intent"));
	cc_check_response(
	    check, fact, fact->best, cc_check_place(check, fact, "best"));
	cc_check_dosing(check, &fact->dosing, fact->unit,
	    cc_check_place(check, fact, "dose"));
	for (size_t i = 0; i < fact->dose_count; i++)
		check_dose(check, &fact->doses[i]);
	for (size_t i = 0; i < fact->drug_count; i++)
		check_drug(check, &fact->drugs[i]);
	if (fact->code != NULL && cc_is_compound(fact->code))
		check_compound(check, fact);
}

const struct cc_kind cc_kind_treatment = {
    .id = CC_KIND_TREATMENT,
    .element = "treatment",
    .scope = CC_IN_TREATMENT,
    .extras = CC_EXTRA_DATED | CC_EXTRA_STATUS | CC_EXTRA_INTENT |
              CC_EXTRA_CYCLES | CC_EXTRA_EVERY | CC_EXTRA_UNIT | CC_EXTRA_BEST |
              CC_EXTRA_DOSING | CC_EXTRA_SITE |
              CC_EXTRA_LASTING | CC_EXTRA_STOP,
    .children = CC_CHILD_LABEL | CC_CHILD_NOTE | CC_CHILD_IMAGE |
                CC_CHILD_DOSE | CC_CHILD_DRUG,
    .check = check_treatment,
};
