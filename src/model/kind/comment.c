#include "model/kind.h"

static void
check_comment(const struct cc_check *check, const struct cc_fact *fact)
{
	if (fact->labels.count == 0)
		cc_check_needs(check, fact, "a <label>");
}

const struct cc_kind cc_kind_comment = {
    .id = CC_KIND_COMMENT,
    .element = "comment",
    .scope = CC_IN_COUNT,
    .extras = CC_EXTRA_DATED | CC_EXTRA_STATUS |
              CC_EXTRA_LASTING,
    .outlives = true,
    .children = CC_CHILD_LABEL | CC_CHILD_NOTE | CC_CHILD_IMAGE,
    .check = check_comment,
};
