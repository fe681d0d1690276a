#include "model/hint.h"

char *
cc_hint_text(const char *nearest)
{
	if (nearest == NULL)
		return g_strdup("");
	return g_strdup_printf("; did you mean \"%s\"?", nearest);
}

char *
cc_hint_words(
    guint *left, const char *word, const char *const *words, size_t count)
{
	if (!cc_hint_spend(left))
		return g_strdup("");
	return cc_hint_text(cc_nearest(word, words, count));
}
