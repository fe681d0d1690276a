#include "model/kind.h"

#include "model/terms.h"

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

enum cc_scope
cc_kind_scope(
    const struct cc_kind *kind, const struct cc_terms *terms, const char *code)
{
	if (kind->also == 0 || code == NULL ||
	    cc_terms_find(terms, kind->scope, NULL, code) != NULL)
		return kind->scope;
	for (int in = 0; in < CC_IN_COUNT; in++)
		if ((kind->also & CC_KIND_ALSO(in)) != 0 &&
		    cc_terms_find(terms, (enum cc_scope)in, NULL, code) != NULL)
			return (enum cc_scope)in;
	return kind->scope;
}
