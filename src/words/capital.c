/* Capitals at the beginning of a sentence, and none within one. */
#include "words/language.h"
#include "words/words.h"

#include <string.h>

static bool
has_capitals(const struct cc_words_in *in)
{
	return strcmp(cc_say(in, CC_MSG_CAPITALS), "no") != 0;
}

const char *
cc_capital(const struct cc_words_in *in, const char *text)
{
	size_t word = strcspn(text, " -");
	char *to;

	/* A language without capitals has none at the beginning. */
	if (!has_capitals(in))
		return text;
	if (!g_ascii_islower(text[0]) || !g_ascii_islower(text[1]))
		return text;
	/* A name with capitals of its own, ddPCR, mTOR, or a notation whose
	 * letters mean what they are: inv(16). */
	for (size_t i = 0; i < word; i++)
		if (g_ascii_isupper(text[i]) || text[i] == '(')
			return text;
	to = cc_arena_strdup(in->arena, text);
	to[0] = g_ascii_toupper(text[0]);
	return to;
}

/* Among words between blanks. */
static bool
list_holds(const char *list, const char *word, size_t length)
{
	for (const char *at = list; (at = strstr(at, word)) != NULL; at++)
		if ((at == list || g_ascii_isspace(at[-1])) &&
		    (at[length] == '\0' || g_ascii_isspace(at[length])))
			return true;
	return false;
}

const char *
cc_small(const struct cc_words_in *in, const char *text)
{
	size_t length = 0;
	char *to;

	if (text == NULL || !has_capitals(in) || !g_ascii_isupper(text[0]))
		return text;
	while (g_ascii_isalpha(text[length]))
		length++;
	to = cc_arena_strdup(in->arena, text);
	to[0] = g_ascii_tolower(to[0]);
	to[length] = '\0';
	if (!list_holds(cc_language_small(in->language), to, length))
		return text;
	to[length] = text[length];
	return to;
}
