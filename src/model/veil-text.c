/* Words in a case for strangers: without what names somebody, or a date. */
#include "model/veil-copy.h"

#include "model/vocab-data.h"

#include <string.h>

static enum cc_code
leak_code(enum cc_leak kind)
{
	static const enum cc_code codes[] = {
	    [CC_LEAK_DATE] = CC_W360,
	    [CC_LEAK_NAME] = CC_W361,
	    [CC_LEAK_RECORD] = CC_W362,
	    [CC_LEAK_IDENTITY] = CC_W363,
	    [CC_LEAK_PHONE] = CC_W364,
	    [CC_LEAK_ADDRESS] = CC_W365,
	    [CC_LEAK_AGE] = CC_W366,
	};
	G_STATIC_ASSERT(G_N_ELEMENTS(codes) == CC_LEAK_COUNT);

	return codes[kind];
}

/* Where the find stands in the source, at or after `pos`; the text was read
 * from there with its white space collapsed and its references replaced, so
 * that it may not be found: then the text as a whole is meant. */
static struct cc_pos
find_place(struct cc_pos pos, struct cc_pos text, const char *word,
    size_t length, size_t reach)
{
	const char *from, *at;

	if (pos.source == NULL)
		return text;
	from = pos.source->bytes + pos.at;
	at =
	    memmem(from, MIN(pos.source->length - pos.at, reach), word, length);
	if (at == NULL)
		return text;
	pos.at = (uint32_t)(at - pos.source->bytes);
	pos.length = (uint32_t)length;
	return pos;
}

const char *
cc_text_private(struct cc_arena *arena, const struct cc_leaks *leaks,
    const char *text, struct cc_pos pos, struct cc_diags *diags)
{
	/* Tags and references between the place and the words. */
	const size_t reach = 2 * strlen(text) + 256;
	g_autoptr(GArray) found = cc_leaks_find(leaks, text);
	g_autoptr(GString) to = NULL;
	struct cc_pos next = pos, place;
	size_t done = 0;

	if (found == NULL)
		return text;
	to = g_string_new(NULL);
	for (guint i = 0; i < found->len; i++) {
		const struct cc_leak_found *one =
		    &g_array_index(found, struct cc_leak_found, i);
		const char *word = text + one->at;

		place = find_place(next, pos, word, one->length, reach);
		cc_diag(diags, leak_code(one->kind), place,
		    (unsigned)g_utf8_strlen(word, (gssize)one->length));
		next = place;
		next.at += next.length;
		g_string_append_len(to, text + done, (gssize)(one->at - done));
		g_string_append(to, WITHHELD);
		done = one->at + one->length;
	}
	g_string_append(to, text + done);
	return cc_arena_strdup(arena, to->str);
}

const char *
cc_veil_text(const struct cc_cloak *cloak, const char *text, struct cc_pos pos)
{
	if (text == NULL)
		return NULL;
	return cc_text_private(
	    cloak->arena, cloak->leaks, text, pos, cloak->diags);
}

/* What the vocabulary calls so names nobody, whatever it looks like. */
static bool
is_term(const struct cc_cloak *cloak, const char *word)
{
	if (cloak->vocab == NULL)
		return false;
	for (int in = 0; in < CC_IN_COUNT; in++)
		if (cc_vocab_entry(
			cloak->vocab, (enum cc_scope)in, NULL, word) != NULL)
			return true;
	return false;
}

/* A code has hyphens where a text has spaces: Dr-Smith. The same place in
 * both. */
static char *
code_spaced(const char *code)
{
	return g_strdelimit(g_strdup(code), "-_", ' ');
}

/* Two codes that were different stay so: what was defined for one is not the
 * other's. */
static const char *
code_show(const struct cc_cloak *cloak, const char *code, const char *plain)
{
	const char *shown = plain;

	for (int n = 2; g_hash_table_contains(cloak->shown, shown); n++)
		shown = cc_arena_printf(cloak->arena, "%s %d", plain, n);
	g_hash_table_add(cloak->shown, (char *)shown);
	g_hash_table_insert(cloak->codes, (char *)code, (char *)shown);
	return shown;
}

const char *
cc_veil_code(const struct cc_cloak *cloak, const char *code, struct cc_pos pos)
{
	g_autofree char *spaced = NULL;
	const char *known, *plain;

	if (code == NULL || is_term(cloak, code))
		return code;
	plain = cc_veil_text(cloak, code, pos);
	if (plain == code) {
		spaced = code_spaced(code);
		plain = cc_veil_text(cloak, spaced, pos);
		if (plain == spaced)
			return code;
	}
	known = g_hash_table_lookup(cloak->codes, code);
	return known != NULL ? known : code_show(cloak, code, plain);
}

/* A name may be two words of a list: they are searched as one text, and what
 * a find touches goes as a whole. */
void
cc_veil_words(const struct cc_cloak *cloak, struct cc_words *to,
    const struct cc_words *from)
{
	g_autoptr(GString) text = g_string_new(NULL);
	g_autoptr(GArray) found = NULL;
	size_t at = 0;

	*to = *from;
	to->word =
	    cc_arena_memdup(cloak->arena, from->word,
		from->count * sizeof *from->word);
	for (size_t i = 0; i < from->count; i++) {
		g_autofree char *spaced = code_spaced(from->word[i]);

		to->word[i] =
		    cc_veil_code(cloak, from->word[i], from->pos[i]);
		g_string_append_printf(text, "%s ", spaced);
	}
	found = cc_leaks_find(cloak->leaks, text->str);
	for (size_t i = 0; found != NULL && i < from->count; i++) {
		const size_t end = at + strlen(from->word[i]);

		for (guint k = 0; k < found->len; k++) {
			const struct cc_leak_found *one =
			    &g_array_index(found, struct cc_leak_found, k);

			if (one->at >= end || one->at + one->length <= at ||
			    to->word[i] != from->word[i] ||
			    is_term(cloak, from->word[i]))
				continue;
			cc_diag(cloak->diags, leak_code(one->kind),
			    from->pos[i],
			    (unsigned)g_utf8_strlen(from->word[i], -1));
			to->word[i] = WITHHELD;
		}
		at = end + 1;
	}
}
