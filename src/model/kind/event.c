#include "model/kind.h"

const struct cc_kind cc_kind_event = {
    .id = CC_KIND_EVENT,
    .element = "event",
    .scope = CC_IN_EVENT,
    .extras = CC_EXTRA_DATED | CC_EXTRA_STATUS | CC_EXTRA_GRADE |
              CC_EXTRA_CAUSALITY | CC_EXTRA_SITE | CC_EXTRA_SERIOUS |
              CC_EXTRA_LASTING,
    .children =
	CC_CHILD_LABEL | CC_CHILD_NOTE | CC_CHILD_IMAGE | CC_CHILD_GRADE,
};
