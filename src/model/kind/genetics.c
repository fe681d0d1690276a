#include "model/kind.h"

#include <string.h>

/* As laboratories write: ISCN, HGVS, a gene and what is wrong with it. There
 * are more of these than any vocabulary has. */
static bool
is_notation(const char *finding)
{
	size_t symbol = 0;

	while (g_ascii_isupper(finding[symbol]) ||
	       (symbol > 0 && g_ascii_isdigit(finding[symbol])))
		symbol++;
	return symbol > 1 || strpbrk(finding, "0123456789(>") != NULL;
}

static void
check_finding(const struct cc_check *check, const struct cc_finding *finding)
{
	if (finding->vaf < 0 || finding->vaf > 100)
		cc_diag(check->diags, CC_E336, finding->pos,
		    finding->vaf_written);
	if (finding->text == NULL)
		return;
	if (is_notation(finding->text))
		cc_check_word(
		    check, CC_IN_FINDING, finding->text, finding->pos);
	else
		cc_check_code(
		    check, CC_IN_FINDING, finding->text, finding->pos, false);
}

static void
check_genetics(const struct cc_check *check, const struct cc_fact *fact)
{
	if (fact->finding_count == 0)
		cc_check_needs(check, fact, "a <finding>");
	for (size_t i = 0; i < fact->finding_count; i++)
		check_finding(check, &fact->findings[i]);
}

const struct cc_kind cc_kind_genetics = {
    .id = CC_KIND_GENETICS,
    .element = "genetics",
    .scope = CC_IN_COUNT,
    .extras =
	CC_EXTRA_DATED | CC_EXTRA_STATUS | CC_EXTRA_METHOD | CC_EXTRA_SITE,
    .outlives = true,
    .children =
	CC_CHILD_LABEL | CC_CHILD_NOTE | CC_CHILD_IMAGE | CC_CHILD_FINDING,
    .check = check_genetics,
};
