#include "model/kind.h"

static void
check_panel(const struct cc_check *check, const struct cc_fact *fact)
{
	if (fact->value_count == 0)
		cc_check_needs(check, fact, "a <value>");
	cc_check_values(check, fact);
}

const struct cc_kind cc_kind_panel = {
    .id = CC_KIND_PANEL,
    .element = "panel",
    .scope = CC_IN_COUNT,
    .extras = CC_EXTRA_DATED,
    .outlives = true,
    .children = CC_CHILD_LABEL | CC_CHILD_NOTE | CC_CHILD_VALUE,
    .check = check_panel,
};
