/* The languages of the pages of a case. */
#include "api/context.h"

#include <string.h>

/* "zh-CN" is a "zh". */
static bool
same_tongue(const char *a, const char *b)
{
	const size_t length = strcspn(a, "-");

	return length == strcspn(b, "-") &&
	       g_ascii_strncasecmp(a, b, length) == 0;
}

static void
tongue_add(const struct cc_page_maker *maker, struct cc_page_lang *langs,
    size_t *count, const char *code)
{
	const struct cc_languages *languages =
	    maker->render->context->languages;

	for (size_t i = 0; i < *count; i++)
		if (same_tongue(langs[i].code, code))
			return;
	if (*count == 0 || cc_language_known(languages, code))
		langs[(*count)++] = (struct cc_page_lang){
		    code, cc_language_name(languages, code)};
}

void
cc_page_tongues(struct cc_page_maker *maker, const struct cc_case *course,
    const char *first)
{
	struct cc_arena *arena = &maker->arena;
	const struct cc_texts *titles = &course->titles;
	struct cc_page_lang *langs =
	    cc_arena_new_array(arena, struct cc_page_lang, titles->count + 1);
	size_t count = 0;

	tongue_add(maker, langs, &count, cc_arena_strdup(arena, first));
	/* Who names a language wants that one. */
	for (size_t i = 0; maker->render->lang == NULL && i < titles->count;
	     i++)
		tongue_add(maker, langs, &count,
		    cc_arena_strdup(arena, titles->item[i].lang));
	maker->page.langs = langs;
	maker->page.lang_count = count;
	maker->page.lang_at = maker->tongue;
}
