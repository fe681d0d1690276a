#include "model/closed.h"
#include "model/foreign.h"
#include "model/hint.h"
#include "model/kind.h"

#include <string.h>

/* What more than the fate is told by a word stands in the element, or is what
 * the patient died of. */
static void
refuse_fate(const struct cc_check *check, const struct cc_fact *fact)
{
	const struct cc_closed *fates = &cc_closed_outcome;
	const char *fate = cc_foreign_word(fates, fact->code);
	g_autofree char *hint = NULL;

	if (fate == NULL)
		fate = cc_foreign_first(fates, fact->code);
	if (fate == NULL)
		hint = cc_hint_text(
		    cc_nearest(fact->code, fates->words, fates->count));
	else if (strcmp(fate, "death") == 0)
		hint = g_strdup("; write code=\"death\", and in cause what of");
	else
		hint = g_strdup_printf(
		    "; write code=\"%s\", with these words in it", fate);
	cc_closed_refuse_with(
	    fates, fact->code, hint, fact->code_pos, check->diags);
}

static void
check_outcome(const struct cc_check *check, const struct cc_fact *fact)
{
	int fate;

	if (fact->code == NULL && fact->code_pos.source == NULL)
		cc_check_needs_code(check, fact);
	else if (fact->code != NULL &&
		 !cc_closed_find(&cc_closed_outcome, fact->code, &fate))
		refuse_fate(check, fact);
	cc_check_word(check, CC_IN_CAUSE, fact->cause,
	    cc_check_place(check, fact, "cause"));
}

const struct cc_kind cc_kind_outcome = {
    .id = CC_KIND_OUTCOME,
    .element = "outcome",
    .scope = CC_IN_COUNT,
    .closed = &cc_closed_outcome,
    .extras = CC_EXTRA_DATED | CC_EXTRA_CAUSE | CC_EXTRA_DISEASE,
    .children = CC_CHILD_LABEL | CC_CHILD_NOTE | CC_CHILD_IMAGE,
    .last = true,
    .check = check_outcome,
};
