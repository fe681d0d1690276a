#include "model/kind.h"

#include <string.h>

static const struct cc_kind *const kinds[] = {
    [CC_KIND_DIAGNOSIS] = &cc_kind_diagnosis,
    [CC_KIND_TREATMENT] = &cc_kind_treatment,
    [CC_KIND_PROCEDURE] = &cc_kind_procedure,
    [CC_KIND_RESPONSE] = &cc_kind_response,
    [CC_KIND_RELAPSE] = &cc_kind_relapse,
    [CC_KIND_EVENT] = &cc_kind_event,
    [CC_KIND_GENETICS] = &cc_kind_genetics,
    [CC_KIND_LESION] = &cc_kind_lesion,
    [CC_KIND_SERIES] = &cc_kind_series,
    [CC_KIND_PANEL] = &cc_kind_panel,
    [CC_KIND_COMMENT] = &cc_kind_comment,
    [CC_KIND_OUTCOME] = &cc_kind_outcome,
};
_Static_assert(G_N_ELEMENTS(kinds) == CC_KIND_COUNT, "a row for each kind");

const struct cc_kind *
cc_kind_row(enum cc_kind_id id)
{
	return kinds[id];
}

const struct cc_kind *
cc_kind_find(const char *element)
{
	for (size_t i = 0; i < CC_KIND_COUNT; i++)
		if (strcmp(kinds[i]->element, element) == 0)
			return kinds[i];
	return NULL;
}
