#include "model/kind.h"

#include <string.h>

/* What was refused of it has been said. */
static bool
is_empty(const struct cc_check *check, const struct cc_fact *fact)
{
	const char *text = check->elements[fact->index]->text;

	return fact->value_count == 0 && fact->source_file == NULL &&
	       fact->columns == NULL && !fact->gap &&
	       text[strspn(text, " \t\r\n")] == '\0';
}

static void
check_series(const struct cc_check *check, const struct cc_fact *fact)
{
	if (is_empty(check, fact))
		cc_check_needs(check, fact, "a <value>");
	if (fact->low > fact->high)
		cc_diag(check->diags, CC_E325,
		    cc_check_place(check, fact, "low"), fact->low_written,
		    fact->high_written);
	for (size_t i = 0; i < fact->range_count; i++)
		cc_check_range(check, &fact->ranges[i]);
	cc_check_values(check, fact);
}

const struct cc_kind cc_kind_series = {
    .id = CC_KIND_SERIES,
    .element = "series",
    .scope = CC_IN_TEST,
    .extras = CC_EXTRA_UNIT | CC_EXTRA_SCALE | CC_EXTRA_LISTED,
    .outlives = true,
    .children = CC_CHILD_LABEL | CC_CHILD_NOTE | CC_CHILD_RANGE |
                CC_CHILD_VALUE | CC_CHILD_LIST,
    .check = check_series,
};
