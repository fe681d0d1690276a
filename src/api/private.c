/* What of a case may be shown: levels of privacy. */
#include "api/context.h"

#include <string.h>

static const char *const level_words[] = {
    [CC_PRIVACY_RELATIVE] = "relative",
    [CC_PRIVACY_MONTH] = "month",
    [CC_PRIVACY_YEAR] = "year",
};
G_STATIC_ASSERT(G_N_ELEMENTS(level_words) == CC_PRIVACY_COUNT);

enum cc_privacy
cc_privacy_find(const char *word)
{
	int level;

	if (word == NULL)
		return CC_PRIVACY_NONE;
	for (level = CC_PRIVACY_RELATIVE; level < CC_PRIVACY_COUNT; level++)
		if (strcmp(level_words[level], word) == 0)
			break;
	return (enum cc_privacy)level;
}

bool
clincourse_check_privacy(const struct clincourse_case *course,
    const char *level, struct clincourse_diags *diags)
{
	struct cc_privacy_way way = {
	    .level = cc_privacy_find(level),
	    .vocab = course->terms.vocab,
	};
	struct cc_arena arena;

	if (way.level == CC_PRIVACY_NONE || way.level == CC_PRIVACY_COUNT)
		return false;
	way.forms = cc_context_forms(course->context, &diags->list);
	if (way.forms == NULL)
		return false;
	cc_arena_init(&arena);
	cc_case_private(&arena, course->data, &way, &diags->list);
	cc_arena_finish(&arena);
	return true;
}
