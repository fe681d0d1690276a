#include "model/kind.h"

static void
check_procedure(const struct cc_check *check, const struct cc_fact *fact)
{
	cc_check_response(
	    check, fact, fact->best, cc_check_place(check, fact, "best"));
	cc_check_dosing(check, &fact->dosing, fact->unit,
	    cc_check_place(check, fact, "dose"));
}

const struct cc_kind cc_kind_procedure = {
    .id = CC_KIND_PROCEDURE,
    .element = "procedure",
    .scope = CC_IN_PROCEDURE,
    .also = CC_KIND_ALSO(CC_IN_TREATMENT),
    .extras = CC_EXTRA_DATED | CC_EXTRA_STATUS | CC_EXTRA_SITE |
              CC_EXTRA_DONOR | CC_EXTRA_RESULT | CC_EXTRA_BEST |
              CC_EXTRA_DOSING |
              CC_EXTRA_LASTING,
    .children = CC_CHILD_LABEL | CC_CHILD_NOTE | CC_CHILD_IMAGE,
    .check = check_procedure,
};
