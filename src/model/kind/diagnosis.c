#include "model/kind.h"

/* What a disease brings with it hangs on its code, which words that say more
 * than its name are not: "CML, chronic phase". */
static void
check_diagnosis(const struct cc_check *check, const struct cc_fact *fact)
{
	g_autofree char *code = NULL;

	if (fact->code != NULL || fact->code_pos.source != NULL ||
	    fact->labels.count == 0 || fact->labels.item[0].text == NULL)
		return;
	code = cc_kind_code_first(check->terms, cc_kind_row(fact->kind),
	    fact->labels.item[0].text);
	if (code != NULL)
		cc_diag(check->diags, CC_W353, fact->labels.item[0].pos, code,
		    code);
}

const struct cc_kind cc_kind_diagnosis = {
    .id = CC_KIND_DIAGNOSIS,
    .element = "diagnosis",
    .scope = CC_IN_DISEASE,
    .extras = CC_EXTRA_DATED | CC_EXTRA_STAGE | CC_EXTRA_EVOLVED_FROM |
              CC_EXTRA_INDEX,
    .outlives = true,
    .children = CC_CHILD_LABEL | CC_CHILD_NOTE | CC_CHILD_IMAGE,
    .check = check_diagnosis,
};
