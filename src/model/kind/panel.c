#include "model/kind.h"

static void
check_panel(const struct cc_check *check, const struct cc_fact *fact)
{
	if (fact->value_count == 0)
		cc_check_needs(check, fact, "a <value>");
	cc_check_values(check, fact);
	for (size_t i = 0; i < fact->range_count; i++)
		cc_check_range(check, &fact->ranges[i]);
	if (fact->range_count > 1 ||
	    (fact->range_count > 0 && fact->value_count > 1))
		cc_diag(check->diags, CC_E349, fact->ranges[0].pos);
}

const struct cc_kind cc_kind_panel = {
    .id = CC_KIND_PANEL,
    .element = "panel",
    .scope = CC_IN_COUNT,
    .extras = CC_EXTRA_DATED,
    .outlives = true,
    .children =
	CC_CHILD_LABEL | CC_CHILD_NOTE | CC_CHILD_RANGE | CC_CHILD_VALUE,
    .check = check_panel,
};
