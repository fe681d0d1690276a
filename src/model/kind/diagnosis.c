#include "model/kind.h"

const struct cc_kind cc_kind_diagnosis = {
    .id = CC_KIND_DIAGNOSIS,
    .element = "diagnosis",
    .scope = CC_IN_DISEASE,
    .extras = CC_EXTRA_DATED | CC_EXTRA_STAGE | CC_EXTRA_EVOLVED_FROM |
              CC_EXTRA_INDEX,
    .outlives = true,
    .children = CC_CHILD_LABEL | CC_CHILD_NOTE | CC_CHILD_IMAGE,
};
