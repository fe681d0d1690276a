#include "model/kind.h"

#include <string.h>

static const struct cc_kind *const kinds[] = {
#define CC_KIND(NAME, name) [CC_KIND_##NAME] = &cc_kind_##name,
#include "model/kind-list.h"
#undef CC_KIND
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
