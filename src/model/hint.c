#include "model/hint.h"

#include <string.h>

char *
cc_hint_text(const char *nearest)
{
	if (nearest == NULL)
		return g_strdup("");
	return g_strdup_printf("; did you mean \"%s\"?", nearest);
}

/* ---- responses ---- */

struct responses {
	const struct cc_term *const *all;
	size_t count;
};

#define FEW 2 /* schemes are told by a code; PD is one of nearly all */

/* Another scheme that has the code, or NULL: what many have tells none. */
static const char *
scheme_of(const struct responses *responses, const char *code)
{
	const char *scheme = NULL;
	int count = 0;

	for (size_t i = 0; i < responses->count; i++) {
		if (strcmp(responses->all[i]->code, code) != 0)
			continue;
		count++;
		if (scheme == NULL)
			scheme = responses->all[i]->scheme;
	}
	return count <= FEW ? scheme : NULL;
}

/* The same letters in another order: VGRP. */
static bool
same_letters(const char *a, const char *b)
{
	int count[256] = {0};

	for (; *a != '\0'; a++)
		count[(unsigned char)g_ascii_toupper(*a)]++;
	for (; *b != '\0'; b++)
		count[(unsigned char)g_ascii_toupper(*b)]--;
	for (size_t i = 0; i < G_N_ELEMENTS(count); i++)
		if (count[i] != 0)
			return false;
	return true;
}

static const char *
meant(const struct responses *responses, const char *scheme, const char *code)
{
	for (size_t i = 0; i < responses->count; i++)
		if (strcmp(responses->all[i]->scheme, scheme) == 0 &&
		    same_letters(responses->all[i]->code, code))
			return responses->all[i]->code;
	return NULL;
}

static char *
list_codes(const struct responses *responses, const char *scheme)
{
	GString *text = g_string_new(NULL);

	for (size_t i = 0; i < responses->count; i++)
		if (strcmp(responses->all[i]->scheme, scheme) == 0)
			g_string_append_printf(text, "%s%s",
			    text->len == 0 ? "; known are " : ", ",
			    responses->all[i]->code);
	return g_string_free(text, FALSE);
}

/* The response that the words begin with, "CR" of "CR with MRD"; NULL: they are
 * none and more. */
static const char *
first_words(const struct cc_vocab *vocab, const char *scheme, const char *words)
{
	g_autofree char *first = g_strdup(words);
	const struct cc_term *term = NULL;
	char *blank;

	while (term == NULL && (blank = strrchr(first, ' ')) != NULL) {
		*blank = '\0';
		g_strchomp(first);
		if (*first != '\0' && strchr(",;:", first[strlen(first) - 1]))
			first[strlen(first) - 1] = '\0';
		term = cc_vocab_find(vocab, CC_IN_RESPONSE, scheme, first);
	}
	return term != NULL ? term->code : NULL;
}

char *
cc_hint_response(
    const struct cc_vocab *vocab, const char *scheme, const char *code)
{
	struct responses responses = {0};
	const char *other;

	if (vocab == NULL || scheme == NULL)
		return g_strdup("");
	responses.all = cc_vocab_list(vocab, CC_IN_RESPONSE, &responses.count);
	other = scheme_of(&responses, code);
	if (other != NULL)
		return g_strdup_printf(
		    "; %s has it: where that is meant, write criteria=\"%s\"",
		    other, other);
	other = first_words(vocab, scheme, code);
	if (other != NULL)
		return g_strdup_printf(
		    "; write code=\"%s\", with these words in it", other);
	other = meant(&responses, scheme, code);
	return other != NULL ? cc_hint_text(other)
	                     : list_codes(&responses, scheme);
}
