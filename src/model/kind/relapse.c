#include "model/kind.h"

/* The code of a relapse is its kind, which the scheme names: clinical. */
static void
check_relapse(const struct cc_check *check, const struct cc_fact *fact)
{
	cc_check_response(check, fact, fact->code, fact->code_pos);
}

const struct cc_kind cc_kind_relapse = {
    .id = CC_KIND_RELAPSE,
    .element = "relapse",
    .scope = CC_IN_COUNT,
    .extras = CC_EXTRA_DATED | CC_EXTRA_SITE,
    .children = CC_CHILD_LABEL | CC_CHILD_NOTE | CC_CHILD_IMAGE,
    .check = check_relapse,
};
