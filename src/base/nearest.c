/* The word that a misspelt one most likely stands for. */
#include "base/diag.h"

#include <string.h>

/* No code is longer; keeps a hostile attribute from costing time. */
#define WORD_MAX 80 /* [code points] */

/* Letters without case; returns their number, or 0 where too many. */
static size_t
fold(const char *word, gunichar letters[WORD_MAX])
{
	size_t count = 0;

	for (; *word != '\0'; word = g_utf8_next_char(word)) {
		if (count == WORD_MAX)
			return 0;
		letters[count++] = g_unichar_tolower(g_utf8_get_char(word));
	}
	return count;
}

/* Damerau-Levenshtein distance (optimal string alignment): insertions,
 * deletions, substitutions and swaps of neighbours, three rows at a time. */
static size_t
distance(const gunichar *a, size_t a_count, const gunichar *b, size_t b_count)
{
	size_t rows[3][WORD_MAX + 1];
	size_t i, j;

	for (j = 0; j <= b_count; j++)
		rows[0][j] = j;
	for (i = 1; i <= a_count; i++) {
		size_t *row = rows[i % 3];
		const size_t *above = rows[(i + 2) % 3];
		const size_t *higher = rows[(i + 1) % 3];

		row[0] = i;
		for (j = 1; j <= b_count; j++) {
			size_t best = above[j - 1] + (a[i - 1] != b[j - 1]);

			best = MIN(best, above[j] + 1);
			best = MIN(best, row[j - 1] + 1);
			if (i > 1 && j > 1 && a[i - 1] == b[j - 2] &&
			    a[i - 2] == b[j - 1])
				best = MIN(best, higher[j - 2] + 1);
			row[j] = best;
		}
	}
	return rows[a_count % 3][b_count];
}

/* How far a word is from another, at most `most`; else most + 1. */
static size_t
away(const gunichar *letters, size_t length, const char *word, size_t most)
{
	gunichar others[WORD_MAX];
	size_t other = fold(word, others);
	size_t gap = MAX(length, other) - MIN(length, other);

	if (other == 0 || gap > most)
		return most + 1;
	return MIN(distance(letters, length, others, other), most + 1);
}

/* The least distance of the words, at most a third of the length of the word
 * away. False where none is so near. */
static bool
find_least(const char *word, const char *const *words, size_t count,
    size_t *least, const char **nearest)
{
	gunichar letters[WORD_MAX];
	g_autofree char *valid = g_utf8_make_valid(word, -1);
	size_t length = fold(valid, letters);

	*nearest = NULL;
	*least = length / 3 + 1;
	if (length == 0)
		return false;
	for (size_t i = 0; i<count && * least> 0; i++) {
		size_t found = away(letters, length, words[i], *least - 1);

		if (found >= *least)
			continue;
		*least = found;
		*nearest = words[i];
	}
	return *nearest != NULL;
}

const char *
cc_nearest(const char *word, const char *const *words, size_t count)
{
	const char *nearest;
	size_t least;

	find_least(word, words, count, &least, &nearest);
	return nearest;
}

#define TOLD_MAX 8 /* more words are not told */

char *
cc_nearest_text(const char *word, const char *const *words, size_t count)
{
	gunichar letters[WORD_MAX];
	g_autofree char *valid = g_utf8_make_valid(word, -1);
	size_t length = fold(valid, letters), least, told = 0;
	GString *to = g_string_new(NULL);
	const char *nearest;
	bool near = find_least(word, words, count, &least, &nearest);

	if (!near && count > TOLD_MAX)
		return g_string_free(to, FALSE);
	for (size_t i = 0; i < count && told < TOLD_MAX; i++) {
		if (near && away(letters, length, words[i], least) > least)
			continue;
		g_string_append_printf(
		    to, "%s\"%s\"", told > 0 ? ", " : "", words[i]);
		told++;
	}
	if (told > 0)
		g_string_prepend(to, !near      ? "; there are "
				     : told > 1 ? "; the nearest are "
						: "; the nearest is ");
	return g_string_free(to, FALSE);
}
