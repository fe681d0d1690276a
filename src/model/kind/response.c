#include "model/kind.h"

static void
check_response(const struct cc_check *check, const struct cc_fact *fact)
{
	if (fact->code == NULL && fact->code_pos.source == NULL)
		cc_check_needs_code(check, fact);
	cc_check_code(check, CC_IN_SCHEME, fact->criteria,
	    cc_check_place(check, fact, "criteria"), false);
	cc_check_response(check, fact, fact->code, fact->code_pos);
}

const struct cc_kind cc_kind_response = {
    .id = CC_KIND_RESPONSE,
    .element = "response",
    .scope = CC_IN_COUNT,
    .extras = CC_EXTRA_DATED | CC_EXTRA_CRITERIA | CC_EXTRA_SITE,
    .children = CC_CHILD_LABEL | CC_CHILD_NOTE | CC_CHILD_IMAGE,
    .check = check_response,
};
