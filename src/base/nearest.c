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

const char *
cc_nearest(const char *word, const char *const *words, size_t count)
{
	gunichar letters[WORD_MAX], others[WORD_MAX];
	g_autofree char *valid = g_utf8_make_valid(word, -1);
	size_t length = fold(valid, letters);
	size_t best = length / 3 + 1;
	const char *nearest = NULL;
	size_t i;

	if (length == 0)
		return NULL;
	for (i = 0; i < count && best > 0; i++) {
		size_t other = fold(words[i], others);
		size_t away, gap = MAX(length, other) - MIN(length, other);

		if (other == 0 || gap >= best)
			continue;
		away = distance(letters, length, others, other);
		if (away >= best)
			continue;
		best = away;
		nearest = words[i];
	}
	return nearest;
}
