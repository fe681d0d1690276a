#include "model/closed.h"
#include "model/foreign.h"
#include "model/kind.h"
#include "model/terms.h"

#include <string.h>

/* What intervals start or end with has an element of its own: drawn as any
 * event it would be in no interval, which then say what is not so. */
static bool
check_code(const struct cc_check *check, const struct cc_fact *fact)
{
	const char *end, *ours = NULL;
	g_autofree char *outcome = NULL;
	const struct cc_term *cause;
	int index;

	if (fact->code == NULL || fact->term != NULL)
		return true;
	end = cc_closed_find(&cc_closed_outcome, fact->code, &index)
	          ? fact->code
	          : cc_foreign_word(&cc_closed_outcome, fact->code);
	cause = cc_terms_find(check->terms, CC_IN_CAUSE, NULL, fact->code);
	if (end != NULL)
		ours = outcome = g_strdup_printf("<outcome code=\"%s\">", end);
	else if (cause != NULL && cause->progression == CC_PROGRESSION_YES)
		ours = "<response code=\"PD\"> or <relapse>";
	if (ours != NULL)
		cc_diag(
		    check->diags, CC_E394, fact->code_pos, fact->code, ours);
	return ours == NULL;
}

const struct cc_kind cc_kind_event = {
    .id = CC_KIND_EVENT,
    .element = "event",
    .scope = CC_IN_EVENT,
    .also = CC_KIND_ALSO(CC_IN_DISEASE),
    .extras = CC_EXTRA_DATED | CC_EXTRA_STATUS | CC_EXTRA_GRADE |
              CC_EXTRA_CAUSALITY | CC_EXTRA_SITE | CC_EXTRA_SERIOUS |
              CC_EXTRA_LASTING,
    .children =
	CC_CHILD_LABEL | CC_CHILD_NOTE | CC_CHILD_IMAGE | CC_CHILD_GRADE,
    .check_code = check_code,
};
