#include "model/kind.h"

/* What a scan, a biopsy, a culture found: known by code, or drawn as written.
 * There is no end of these. */
static void
check_found(const struct cc_check *check, const struct cc_fact *fact)
{
	for (size_t i = 0; i < fact->finding_count; i++)
		cc_check_word(check, CC_IN_FINDING, fact->findings[i].text,
		    fact->findings[i].pos);
}

static void
check_procedure(const struct cc_check *check, const struct cc_fact *fact)
{
	check_found(check, fact);
	cc_check_response(
	    check, fact, fact->best, cc_check_place(check, fact, "best"));
	cc_check_dosing(check, &fact->dosing, fact->unit,
	    cc_check_place(check, fact, "dose"));
}

const struct cc_kind cc_kind_procedure = {
    .id = CC_KIND_PROCEDURE,
    .element = "procedure",
    .scope = CC_IN_PROCEDURE,
    .also = CC_KIND_ALSO(CC_IN_TREATMENT),
    .extras = CC_EXTRA_DATED | CC_EXTRA_STATUS | CC_EXTRA_SITE |
              CC_EXTRA_DONOR | CC_EXTRA_RESULT | CC_EXTRA_BEST |
              CC_EXTRA_DOSING | CC_EXTRA_COUNT | CC_EXTRA_EVERY |
              CC_EXTRA_LASTING,
    .children = CC_CHILD_LABEL | CC_CHILD_NOTE | CC_CHILD_IMAGE |
                CC_CHILD_FOUND,
    .check = check_procedure,
};
