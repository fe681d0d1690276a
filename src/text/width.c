#include "text/fonts.h"

#include "base/hash.h"

#include <math.h>
#include <string.h>

/* Four digits of a width; a longer word would overflow Pango's 32 bits (1,024
 * parts a unit), so it is measured in pieces. */
#define MEASURE_SIZE 1000.0 /* [unit] */
#define PIECE_MAX 480       /* [bytes] */

#define WORDS_MAX 65536 /* some 8 MiB; then the cache starts again */

struct word { /* key and value in one */
	const char *text;
	size_t length;
	guint hash;
	double width; /* [em] */
};

static guint
word_hash(gconstpointer key)
{
	const struct word *word = key;

	return word->hash;
}

static gboolean
word_equal(gconstpointer left, gconstpointer right)
{
	const struct word *a = left, *b = right;

	return a->length == b->length &&
	       memcmp(a->text, b->text, a->length) == 0;
}

void
cc_fonts_forget_widths(struct cc_fonts *fonts)
{
	size_t i, a, b;

	for (i = 0; i < CC_WEIGHTS; i++) {
		struct cc_weight *weight = &fonts->weight[i];

		g_clear_pointer(&weight->words, g_hash_table_unref);
		weight->words = g_hash_table_new(word_hash, word_equal);
		weight->space = NAN;
		for (a = 0; a < CC_FIGURE_COUNT; a++) {
			weight->figure[a] = NAN;
			for (b = 0; b < CC_FIGURE_COUNT; b++)
				weight->pair[a][b] = NAN;
		}
	}
	cc_arena_reset(&fonts->words);
}

static double
piece_width(struct cc_fonts *fonts, const char *text, size_t length, bool bold)
{
	char piece[PIECE_MAX + 1];
	g_autofree char *respelled = NULL;
	g_autoptr(PangoLayout) layout = NULL;
	PangoRectangle logical;

	g_assert(length <= PIECE_MAX);
	memcpy(piece, text, length);
	piece[length] = '\0';
	respelled = cc_fonts_respell(fonts, piece);
	layout = cc_fonts_layout(
	    fonts, respelled != NULL ? respelled : piece, MEASURE_SIZE, bold);
	pango_layout_line_get_extents(
	    pango_layout_get_line_readonly(layout, 0), NULL, &logical);
	cc_fonts_note(fonts, layout);
	return logical.width / (MEASURE_SIZE * PANGO_SCALE);
}

static double
long_width(struct cc_fonts *fonts, const char *text, size_t length, bool bold)
{
	double sum = 0;

	while (length > 0) {
		size_t piece = MIN(length, PIECE_MAX);

		while (piece < length &&
		       ((unsigned char)text[piece] & 0xC0) == 0x80)
			piece--;
		sum += piece_width(fonts, text, piece, bold);
		text += piece;
		length -= piece;
	}
	return sum;
}

/* What begins at `text`, up to a space or to `end`. */
static struct word
word_at(const char *text, const char *end)
{
	guint hash = 2166136261u; /* FNV-1a */
	const char *p;

	for (p = text; p < end && *p != ' '; p++)
		hash = (hash ^ (unsigned char)*p) * 16777619u;
	return (struct word){
	    .text = text, .length = (size_t)(p - text), .hash = hash};
}

static double
word_width(struct cc_fonts *fonts, struct word key, bool bold)
{
	struct cc_weight *weight = &fonts->weight[bold ? CC_BOLD : CC_REGULAR];
	const struct word *word = g_hash_table_lookup(weight->words, &key);

	if (word != NULL)
		return word->width;
	if (key.length > PIECE_MAX)
		return long_width(fonts, key.text, key.length, bold);
	key.width = piece_width(fonts, key.text, key.length, bold);
	if (g_hash_table_size(weight->words) >= WORDS_MAX)
		cc_fonts_forget_widths(fonts);
	key.text = cc_arena_strndup(&fonts->words, key.text, key.length);
	g_hash_table_add(
	    weight->words, cc_arena_memdup(&fonts->words, &key, sizeof key));
	return key.width;
}

/* The place of a character in CC_FIGURES, or -1. */
static int
figure_index(char c)
{
	const int index = c - CC_FIGURES[0];

	return index < (int)CC_FIGURE_COUNT && index >= 0 ? index : -1;
}

static double
figure_width(struct cc_fonts *fonts, struct cc_weight *weight, int index)
{
	double *width = &weight->figure[index];

	if (isnan(*width))
		*width = piece_width(fonts, &CC_FIGURES[index], 1,
		    weight == &fonts->weight[CC_BOLD]);
	return *width;
}

static double
pair_width(
    struct cc_fonts *fonts, struct cc_weight *weight, int first, int second)
{
	double *width = &weight->pair[first][second];

	if (isnan(*width)) {
		const char both[] = {CC_FIGURES[first], CC_FIGURES[second]};

		*width = piece_width(fonts, both, sizeof both,
			     weight == &fonts->weight[CC_BOLD]) -
		         figure_width(fonts, weight, first);
	}
	return *width;
}

/* The width of a word of figures alone, and where it ends; NULL for any other.
 */
static const char *
figures_width(struct cc_fonts *fonts, const char *text, const char *end,
    bool bold, double *width)
{
	struct cc_weight *weight = &fonts->weight[bold ? CC_BOLD : CC_REGULAR];
	int last = -1;
	double sum = 0;

	for (; text < end && *text != ' '; text++) {
		const int index = figure_index(*text);

		if (index < 0)
			return NULL;
		sum += last < 0 ? figure_width(fonts, weight, index)
		                : pair_width(fonts, weight, last, index);
		last = index;
	}
	*width = sum;
	return text;
}

/* A space measured alone. Some fonts kern across it (Liberation Sans beside A,
 * T, Y and 1, at most 0.055 em), and beside Chinese it comes out of the Chinese
 * font: sums err on the wide side, which is the safe one. */
static double
space_width(struct cc_fonts *fonts, bool bold)
{
	double *width = &fonts->weight[bold ? CC_BOLD : CC_REGULAR].space;

	if (isnan(*width))
		*width = piece_width(fonts, " ", 1, bold);
	return *width;
}

static double
line_width(struct cc_fonts *fonts, const char *text, size_t length, bool bold)
{
	const char *end = text + length;
	double sum = 0, width;

	while (text < end) {
		const char *stop =
		    figures_width(fonts, text, end, bold, &width);

		if (stop == NULL) {
			const struct word word = word_at(text, end);

			stop = text + word.length;
			width = word_width(fonts, word, bold);
		}
		sum += width;
		if (stop == end)
			break;
		sum += space_width(fonts, bold);
		text = stop + 1;
	}
	return sum;
}

/* Words are measured to be placed and once more to be written. */
double
cc_fonts_width(
    struct cc_measure *measure, const char *text, size_t length, bool bold)
{
	struct cc_fonts *fonts = (struct cc_fonts *)measure;
	struct cc_weight *weight = &fonts->weight[bold ? CC_BOLD : CC_REGULAR];
	uint64_t hash = cc_hash_text(CC_HASH_START, text, length);
	struct cc_line *line = &weight->lines[hash >> 32 & (CC_LINES - 1)];

	if (length == 0 || length > CC_LINE_MAX)
		return line_width(fonts, text, length, bold);
	if (line->length != length || memcmp(line->text, text, length) != 0) {
		line->width = line_width(fonts, text, length, bold);
		line->length = (unsigned char)length;
		memcpy(line->text, text, length);
	}
	return line->width;
}
