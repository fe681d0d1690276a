#include "model/kind.h"

static void
check_genetics(const struct cc_check *check, const struct cc_fact *fact)
{
	if (fact->finding_count == 0)
		cc_check_needs(check, fact, "a <finding>");
	for (size_t i = 0; i < fact->finding_count; i++) {
		const struct cc_finding *finding = &fact->findings[i];

		if (finding->vaf < 0 || finding->vaf > 100)
			cc_diag(check->diags, CC_E336, finding->pos,
			    finding->vaf_written);
	}
}

const struct cc_kind cc_kind_genetics = {
    .id = CC_KIND_GENETICS,
    .element = "genetics",
    .scope = CC_IN_COUNT,
    .extras =
	CC_EXTRA_DATED | CC_EXTRA_STATUS | CC_EXTRA_METHOD | CC_EXTRA_SITE,
    .outlives = true,
    .children =
	CC_CHILD_LABEL | CC_CHILD_NOTE | CC_CHILD_IMAGE | CC_CHILD_FINDING,
    .check = check_genetics,
};
