#include "model/kind.h"

static void
check_lesion(const struct cc_check *check, const struct cc_fact *fact)
{
	if (fact->sites.count == 0 && fact->labels.count == 0)
		cc_check_needs(check, fact, "site or a <label>");
	cc_check_values(check, fact);
	for (size_t i = 0; i < fact->change_count; i++)
		cc_check_timed(check, "change", &fact->changes[i].when,
		    fact->changes[i].pos);
}

const struct cc_kind cc_kind_lesion = {
    .id = CC_KIND_LESION,
    .element = "lesion",
    .scope = CC_IN_COUNT,
    .extras = CC_EXTRA_DATED | CC_EXTRA_STATUS | CC_EXTRA_SITE | CC_EXTRA_UNIT,
    .children = CC_CHILD_LABEL | CC_CHILD_NOTE | CC_CHILD_IMAGE |
                CC_CHILD_VALUE | CC_CHILD_CHANGE,
    .check = check_lesion,
};
