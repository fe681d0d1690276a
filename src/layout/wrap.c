/* Words into a given width: where lines may break, and how what is too long is
 * cut. */
#include "layout/mark.h"

#include <math.h>
#include <string.h>

/* True where a line may break before the character at `at`: after a space or
 * a hyphen, and round CJK characters unless punctuation forbids it. Inside
 * brackets never: t(4;14) is one word. */
static bool
is_cjk(gunichar c)
{
	return c >= 0x2E80 && c < 0xA000;
}

static bool
is_closing(gunichar c)
{
	static const char closing[] = ")]}.,;:!?%，。；：、）】》！？％";
	return c != 0 && g_utf8_strchr(closing, -1, c) != NULL;
}

static bool
may_break(gunichar before, gunichar at, int depth)
{
	if (depth > 0 || before == 0 || at == ' ')
		return false;
	/* A unit after its name's comma is no percentage of it. */
	if (before == 0xFF0C && at == '%')
		return true;
	if (is_closing(at))
		return false;
	if (before == ' ' || before == '-' || before == '/')
		return true;
	if (before < 128 && at < 128)
		return false;
	if (before == 0x2013)
		return true;
	if (g_utf8_strchr("（【《", -1, before))
		return false;
	return is_cjk(before) || is_cjk(at) ||
	       (before >= 128 && is_closing(before));
}

static size_t
without_spaces(const char *text, size_t n)
{
	while (n > 0 && text[n - 1] == ' ')
		n--;
	return n;
}

/* Without a number at the end: "above 1…" could have been 1 or 10. */
static size_t
without_number(const char *text, size_t n)
{
	size_t left = n;
	while (left > 0 && strchr("0123456789., ", text[left - 1]))
		left--;
	/* TP53 is a name: it goes as a whole. */
	while (left > 0 && g_ascii_isalpha(text[left - 1]))
		left--;
	return left > 0 ? left : n;
}

/* Where the word that is cut at n began, if what stands before it is most of
 * it all; else n. */
static size_t
without_part(const char *text, size_t n)
{
	size_t left = n;
	if (text[n] == ' ' || text[n] == '\0' || (unsigned char)text[n] >= 0x80)
		return n;
	while (left > 0 && text[left - 1] != ' ' &&
	       (unsigned char)text[left - 1] < 0x80)
		left--;
	return 2 * left > n ? left : n;
}

/* The first `count` characters without spaces, digits or a part of a word at
 * their end, and dots. */
static char *
cut_to(const char *text, size_t count)
{
	const char *end = g_utf8_offset_to_pointer(text, (glong)count);
	size_t n =
	    without_spaces(text, without_part(text, (size_t)(end - text)));
	if (n > 0 && g_ascii_isdigit(text[n - 1]))
		n = without_spaces(text, without_number(text, n));
	g_autofree char *head = g_strndup(text, n);
	return g_strconcat(head, "…", NULL);
}

const char *
cc_shorten(struct cc_figure *figure, const char *text, enum cc_type_role type,
    bool bold, double width)
{
	if (cc_width(figure, text, type, bold) <= width)
		return text;
	size_t fits = 0, most = (size_t)g_utf8_strlen(text, -1);
	while (most - fits > 1) {
		size_t middle = (fits + most) / 2;
		g_autofree char *dots = cut_to(text, middle);
		if (cc_width(figure, dots, type, bold) <= width)
			fits = middle;
		else
			most = middle;
	}
	g_autofree char *dots = cut_to(text, fits);
	char *cut = cc_arena_strdup(figure->arena, dots);
	g_hash_table_add(figure->cuts, cut);
	return cut;
}

/* How good a place for a line to end is. */
enum break_rank {
	BREAK_UNIT,   /* would part a word, or a number from what it counts */
	BREAK_NUMBER, /* would part a number from its word: Oct / 2024 */
	BREAK_PLAIN,
	BREAK_CLAUSE, /* after a comma or colon */
	BREAK_RANKS
};

/* Words of which three or five characters in a row are made up: a line that
 * ends within one reads as another word. */
static const char *const whole_words[] = {"嵌合", "细胞", "蛋白", "病灶",
    "径线", "脱氢", "浓度", "抗原", "抗体", "刻度", "分级", "移植", "突变",
    "缓解"};

static bool
is_whole_word(gunichar before, gunichar at)
{
	for (size_t i = 0; i < G_N_ELEMENTS(whole_words); i++) {
		const char *word = whole_words[i];
		if (g_utf8_get_char(word) == before &&
		    g_utf8_get_char(g_utf8_next_char(word)) == at)
			return true;
	}
	return false;
}

/* One Chinese character alone before or after the break, up to what is none:
 * most words have two. */
static bool
parts_word(const char *text, const char *at)
{
	const char *before = g_utf8_prev_char(at);
	gunichar left = g_utf8_get_char(before), right = g_utf8_get_char(at);
	if (!is_cjk(left) || !is_cjk(right))
		return false;
	const char *after = g_utf8_next_char(at);
	return before == text ||
	       !is_cjk(g_utf8_get_char(g_utf8_prev_char(before))) ||
	       !is_cjk(g_utf8_get_char(after)) || is_whole_word(left, right);
}

static bool
is_of_number(char c)
{
	return g_ascii_isdigit(c) || c == '.' || c == ',';
}

/* Whether the word before `end` or the one at `at` is a number; TP53 and 1q21
 * are names. */
static bool
beside_number(const char *text, const char *end, const char *at)
{
	const char *from = end, *to = at;
	while (from > text && is_of_number(from[-1]))
		from--;
	while (is_of_number(*to))
		to++;
	return (from < end && (from == text || !g_ascii_isalpha(from[-1]))) ||
	       (to > at && !g_ascii_isalpha(*to));
}

/* Of what a hyphen parts each has so many characters, and one so many: what is
 * shorter is one word, PET-CT, R-CHOP, axi-cel. */
#define PART_LEAST 3
#define PART_LONG 5

static glong
part_length(const char *text, const char *at, int step)
{
	glong length = 0;
	while ((step < 0 ? at > text : *at != '\0')) {
		const char *next = step < 0 ? g_utf8_prev_char(at) : at;
		if (strchr(" -/,;:()", *next))
			break;
		length++;
		at = step < 0 ? next : g_utf8_next_char(at);
	}
	return length;
}

static bool
parts_name(const char *text, const char *at)
{
	if (at[-1] != '-')
		return false;
	glong left = part_length(text, at - 1, -1);
	glong right = part_length(text, at, 1);
	return MIN(left, right) < PART_LEAST || MAX(left, right) < PART_LONG;
}

static enum break_rank
rank_break(const char *text, const char *at)
{
	const char *before = at;
	while (before > text && before[-1] == ' ')
		before--;
	if (before == text)
		return BREAK_PLAIN;
	if (g_ascii_isdigit(before[-1]) && is_cjk(g_utf8_get_char(at)))
		return BREAK_UNIT;
	gunichar last = g_utf8_get_char(g_utf8_prev_char(before));
	if (parts_word(text, at) || parts_name(text, at))
		return BREAK_UNIT;
	if (g_utf8_strchr(",;:，；：", -1, last))
		return BREAK_CLAUSE;
	if (beside_number(text, before, at))
		return BREAK_NUMBER;
	return BREAK_PLAIN;
}

/* A better end is taken where it leaves no line too short, as shares of the
 * width, or where the next line holds the rest: a number stays with its word, a
 * clause with itself unless that takes a line more. `total` is the width of all
 * that is left. */
static const char *
best_end(
    const char *const *ends, const double *widths, double width, double total)
{
	bool longer = total - widths[BREAK_CLAUSE] > width &&
	              total - widths[BREAK_PLAIN] <= width;
	if (ends[BREAK_CLAUSE] && widths[BREAK_CLAUSE] >= 0.5 * width &&
	    !longer)
		return ends[BREAK_CLAUSE];
	const char *last = ends[BREAK_CLAUSE];
	double reached = last ? widths[BREAK_CLAUSE] : 0;
	if (ends[BREAK_PLAIN] && ends[BREAK_PLAIN] > last) {
		last = ends[BREAK_PLAIN];
		reached = widths[BREAK_PLAIN];
	}
	if (last && total - reached <= width)
		return last;
	for (int rank = BREAK_NUMBER; rank >= BREAK_UNIT; rank--) {
		if (ends[rank] && ends[rank] > last && reached < 0.4 * width) {
			last = ends[rank];
			reached = widths[rank];
		}
	}
	return last;
}

/* A word that is left alone takes the one before it along: shares of the
 * width. */
#define ALONE_MOST 0.25
#define LINE_LEAST 0.5

/* The longest start of `text`, `total` wide, that fits and ends where a line
 * may well break; `text` where nothing does. */
static const char *
line_end(const struct cc_figure *figure, const char *text,
    enum cc_type_role type, bool bold, double width, double total)
{
	const char *ends[BREAK_RANKS] = {NULL}, *earlier = NULL;
	double widths[BREAK_RANKS] = {0}, earlier_width = 0;
	gunichar before = 0;
	int depth = 0;
	double size = cc_type_size(figure, type);
	for (const char *p = text;; p = g_utf8_next_char(p)) {
		gunichar c = g_utf8_get_char(p);
		if (c == 0 || may_break(before, c, depth)) {
			size_t n = (size_t)(p - text);
			while (n > 0 && text[n - 1] == ' ')
				n--;
			double w =
			    size * figure->in->measure->width(
				       figure->in->measure, text, n, bold);
			if (w > width) {
				const char *end =
				    best_end(ends, widths, width, total);
				if (end && end == ends[BREAK_PLAIN] &&
				    total - widths[BREAK_PLAIN] <
					ALONE_MOST * width &&
				    earlier_width > LINE_LEAST * width)
					return earlier;
				return end ? end : text;
			}
			if (c == 0)
				return p;
			enum break_rank rank = rank_break(text, p);
			if (rank == BREAK_PLAIN && before == ' ') {
				earlier = ends[rank];
				earlier_width = widths[rank];
			}
			ends[rank] = p;
			widths[rank] = w;
		}
		if (c == 0)
			return p;
		depth += c == '(' || c == '[';
		depth -= depth > 0 && (c == ')' || c == ']');
		before = c;
	}
}

int
cc_wrap(struct cc_figure *figure, const char *text, enum cc_type_role type,
    bool bold, double width, int most, const char **lines)
{
	int count = 0;
	while (*text != '\0' && count < most) {
		/* Most words fit: no need to look where they could break. */
		double total = cc_width(figure, text, type, bold);
		if (total <= width) {
			lines[count++] = text;
			return count;
		}
		const char *end =
		    line_end(figure, text, type, bold, width, total);
		if (count == most - 1 || end == text) {
			lines[count++] =
			    cc_shorten(figure, text, type, bold, width);
			return count;
		}
		size_t n = (size_t)(end - text);
		while (n > 0 && text[n - 1] == ' ')
			n--;
		lines[count++] = cc_arena_strndup(figure->arena, text, n);
		text = end;
	}
	return count;
}

double
cc_wrap_width(const struct cc_figure *figure, const char *text,
    enum cc_type_role type, bool bold)
{
	struct cc_measure *measure = figure->in->measure;
	double least = measure->width(measure, text, strlen(text), bold);
	gunichar before = 0;
	int depth = 0;
	for (const char *p = text; *p != '\0'; p = g_utf8_next_char(p)) {
		gunichar c = g_utf8_get_char(p);
		if (may_break(before, c, depth) &&
		    rank_break(text, p) != BREAK_UNIT) {
			size_t n = without_spaces(text, (size_t)(p - text));
			double first = measure->width(measure, text, n, bold);
			if (first < least)
				least = fmin(least,
				    fmax(first, measure->width(measure, p,
						    strlen(p), bold)));
		}
		depth += c == '(' || c == '[';
		depth -= depth > 0 && (c == ')' || c == ']');
		before = c;
	}
	return least * cc_type_size(figure, type);
}

/* No number is a line by itself: the shorter one as a share of the other. */
#define FOLD_LEAST 0.35

bool
cc_fold(struct cc_figure *figure, const char *text, enum cc_type_role type,
    bool bold, double most, struct cc_fold *fold)
{
	double width = cc_wrap_width(figure, text, type, bold) + 0.01;
	if (width > most || cc_width(figure, text, type, bold) <= width ||
	    cc_wrap(figure, text, type, bold, width, 2, fold->line) < 2)
		return false;
	double first = cc_width(figure, fold->line[0], type, bold);
	double second = cc_width(figure, fold->line[1], type, bold);
	fold->width = fmax(first, second);
	fold->bold[0] = fold->bold[1] = bold;
	/* Whole, it is the end of the text. */
	return fmin(first, second) >= FOLD_LEAST * fold->width &&
	       g_str_has_suffix(text, fold->line[1]);
}

void
cc_fold_write(struct cc_figure *figure, const struct cc_fold *fold,
    enum cc_type_role type, enum cc_anchor anchor, struct cc_point at,
    double pitch)
{
	for (size_t i = 0; i < G_N_ELEMENTS(fold->line); i++)
		cc_write(figure, type, fold->bold[i], CC_COLOUR_INK, anchor,
		    at.x, cc_centre(figure, type, at.y + (double)i * pitch),
		    fold->line[i]);
}

double
cc_wrap_clauses(const struct cc_figure *figure, const char *text,
    enum cc_type_role type, const char *lines[2])
{
	gunichar before = 0;
	for (const char *p = text; *p != '\0'; p = g_utf8_next_char(p)) {
		gunichar c = g_utf8_get_char(p);
		if (may_break(before, c, 0) &&
		    rank_break(text, p) == BREAK_CLAUSE) {
			size_t n = without_spaces(text, (size_t)(p - text));
			lines[0] = cc_arena_strndup(figure->arena, text, n);
			lines[1] = p;
			return fmax(cc_width(figure, lines[0], type, false),
			    cc_width(figure, lines[1], type, false));
		}
		before = c;
	}
	return INFINITY;
}
