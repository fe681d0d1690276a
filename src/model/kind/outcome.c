#include "model/closed.h"
#include "model/kind.h"

static void
check_outcome(const struct cc_check *check, const struct cc_fact *fact)
{
	if (fact->code == NULL && fact->code_pos.source == NULL)
		cc_check_needs_code(check, fact);
	else if (fact->code != NULL)
		cc_check_closed(
		    check, &cc_closed_outcome, fact->code, fact->code_pos);
	cc_check_word(check, CC_IN_CAUSE, fact->cause,
	    cc_check_place(check, fact, "cause"));
}

const struct cc_kind cc_kind_outcome = {
    .id = CC_KIND_OUTCOME,
    .element = "outcome",
    .scope = CC_IN_COUNT,
    .closed = &cc_closed_outcome,
    .extras = CC_EXTRA_DATED | CC_EXTRA_CAUSE | CC_EXTRA_DISEASE,
    .children = CC_CHILD_LABEL | CC_CHILD_NOTE | CC_CHILD_IMAGE,
    .last = true,
    .check = check_outcome,
};
