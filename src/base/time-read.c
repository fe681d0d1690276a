/* Reads the time notation: moments, brackets, intervals. */
#include "base/keyboard.h"
#include "base/time-guess.h"

#include <string.h>

#define SPACES " \t\r\n"

static bool
diag_whole(const struct cc_time_scan *scan, enum cc_code code,
    struct cc_slice slice, const char *hint)
{
	cc_diag(scan->diags, code, cc_slice_pos(scan->text, scan->pos, slice),
	    hint);
	return false;
}

static bool
slice_is(struct cc_slice slice, const char *word)
{
	return cc_slice_length(slice) == strlen(word) &&
	       memcmp(slice.at, word, strlen(word)) == 0;
}

static bool
is_qualifier(char c)
{
	return c == '~' || c == '?' || c == '%';
}

static char *
without_qualifiers(struct cc_slice slice)
{
	GString *to = g_string_new(NULL);
	const char *p;

	for (p = slice.at; p < slice.end; p++)
		if (!is_qualifier(*p))
			g_string_append_c(to, *p);
	return g_string_free(to, FALSE);
}

static bool
has_qualifier(struct cc_slice slice)
{
	const char *p;

	for (p = slice.at; p < slice.end; p++)
		if (is_qualifier(*p))
			return true;
	return false;
}

/* Suggests the point with the one qualifier that comes nearest. */
static bool
qualifier_refuse(const struct cc_time_scan *scan, struct cc_slice slice)
{
	bool about = memchr(slice.at, '?', cc_slice_length(slice)) == NULL;
	g_autofree char *bare = without_qualifiers(slice);
	g_autofree char *hint = g_strconcat(bare, about ? "~" : "?", NULL);
	g_autofree char *quote =
	    cc_slice_quote((struct cc_slice){hint, hint + strlen(hint)});

	return diag_whole(scan, CC_E209, slice, quote);
}

static bool
point_moment(const struct cc_time_scan *scan, struct cc_slice slice,
    struct cc_moment *moment)
{
	char last = slice.end[-1];

	moment->form = CC_MOMENT_POINT;
	if (is_qualifier(last)) {
		struct cc_slice bare = {slice.at, slice.end - 1};

		if (cc_slice_length(bare) == 0)
			return cc_time_not_one(scan, slice);
		if (last == '%' || has_qualifier(bare))
			return qualifier_refuse(scan, slice);
		moment->approximate = last == '~';
		moment->uncertain = last == '?';
		slice = bare;
	} else if (has_qualifier(slice)) {
		return qualifier_refuse(scan, slice);
	}
	if (!cc_time_point_read(scan, slice, &moment->a))
		return false;
	moment->a.rounded =
	    moment->approximate && moment->a.form == CC_POINT_OFFSET;
	return true;
}

/* [2022-09..2022-10-15] means [2022-09-01..2022-10-15]. */
static bool
precision_refuse(const struct cc_time_scan *scan, struct cc_slice slice,
    const struct cc_moment *moment)
{
	const struct cc_time_point *a = &moment->a, *b = &moment->b;
	struct cc_slice left = {
	    scan->text + a->at, scan->text + a->at + a->length};
	struct cc_slice right = {
	    scan->text + b->at, scan->text + b->at + b->length};
	g_autofree char *left_quote = cc_slice_quote(left);
	g_autofree char *right_quote = cc_slice_quote(right);
	char hint[2 * CC_TIME_HINT + 8] =
	    "both as dates of one precision, or both as offsets of one unit";

	if (a->form == CC_POINT_DATE && b->form == CC_POINT_DATE) {
		char first[CC_TIME_HINT], last[CC_TIME_HINT];
		enum cc_precision finer = MAX(a->precision, b->precision);

		cc_time_hint_fill(a, finer, false, first);
		cc_time_hint_fill(b, finer, true, last);
		g_snprintf(hint, sizeof hint, "[%s..%s]", first, last);
	}
	cc_diag(scan->diags, CC_E207,
	    cc_slice_pos(scan->text, scan->pos, slice), left_quote, right_quote,
	    hint);
	return false;
}

/* Of offsets only the clock tells, which is not known yet. */
static bool
precision_equal(const struct cc_time_point *a, const struct cc_time_point *b)
{
	return a->form == b->form &&
	       (a->form == CC_POINT_OFFSET || a->precision == b->precision);
}

static bool
bracket_refuse(const struct cc_time_scan *scan, struct cc_slice slice)
{
	g_autofree char *quote = cc_slice_quote(slice);

	cc_diag(scan->diags, CC_E218,
	    cc_slice_pos(scan->text, scan->pos, slice), quote,
	    "[a..b], [a..] or [..b]");
	return false;
}

static bool
bracket_read(const struct cc_time_scan *scan, struct cc_slice slice,
    struct cc_moment *moment)
{
	struct cc_slice inner = {slice.at + 1, slice.end - 1};
	struct cc_slice a, b;
	const char *dots;

	if (has_qualifier(slice)) {
		g_autofree char *bare = without_qualifiers(slice);
		g_autofree char *hint = cc_slice_quote(
		    (struct cc_slice){bare, bare + strlen(bare)});

		return diag_whole(scan, CC_E208, slice, hint);
	}
	if (slice.end[-1] != ']' || cc_slice_length(slice) < 4)
		return bracket_refuse(scan, slice);
	dots = g_strstr_len(inner.at, (gssize)cc_slice_length(inner), "..");
	if (dots == NULL)
		return bracket_refuse(scan, slice);
	a = (struct cc_slice){inner.at, dots};
	b = (struct cc_slice){dots + 2, inner.end};
	if (cc_slice_length(a) == 0 && cc_slice_length(b) == 0)
		return bracket_refuse(scan, slice);
	moment->form = cc_slice_length(a) == 0   ? CC_MOMENT_UNTIL
	               : cc_slice_length(b) == 0 ? CC_MOMENT_FROM
	                                         : CC_MOMENT_BETWEEN;
	if (moment->form != CC_MOMENT_UNTIL &&
	    !cc_time_point_read(scan, a, &moment->a))
		return false;
	if (moment->form != CC_MOMENT_FROM &&
	    !cc_time_point_read(scan, b, &moment->b))
		return false;
	if (moment->form == CC_MOMENT_BETWEEN &&
	    !precision_equal(&moment->a, &moment->b))
		return precision_refuse(scan, slice, moment);
	return true;
}

static bool
moment_read(const struct cc_time_scan *scan, struct cc_slice slice,
    struct cc_moment *moment)
{
	if (cc_slice_length(slice) == 0) {
		moment->form = CC_MOMENT_EMPTY;
		return true;
	}
	if (slice_is(slice, "..")) {
		moment->form = CC_MOMENT_OPEN;
		return true;
	}
	if (*slice.at == '[')
		return bracket_read(scan, slice, moment);
	return point_moment(scan, slice, moment);
}

/* The same without its spaces, where that is a time. */
static char *
without_spaces(const struct cc_time_scan *scan)
{
	struct cc_diags deaf = CC_DIAGS_DEAF;
	GString *bare = g_string_new(NULL);
	struct cc_time_scan again = {.diags = &deaf};
	struct cc_time time;

	for (const char *p = scan->text; *p != '\0'; p++)
		if (!g_ascii_isspace(*p))
			g_string_append_c(bare, *p);
	again.text = bare->str;
	return g_string_free(bare, !cc_time_notation_read(&again, &time));
}

static bool
spaces_refuse(const struct cc_time_scan *scan, struct cc_slice slice)
{
	g_autofree char *hint = cc_time_hint_guess(scan, slice);

	if (scan->text[strspn(scan->text, SPACES)] == '\0')
		return diag_whole(scan, CC_E212, slice, "");
	if (hint == NULL)
		hint = without_spaces(scan);
	if (hint == NULL)
		return cc_time_not_one(scan, slice);
	return diag_whole(scan, CC_E210, slice, hint);
}

static bool
slashes_refuse(const struct cc_time_scan *scan, struct cc_slice slice)
{
	g_autofree char *hint = cc_time_hint_guess(scan, slice);

	return diag_whole(scan, CC_E216, slice,
	    hint != NULL
		? hint
		: "a date as 2022-07-01, or start/end as 2022-07/2022-10");
}

static bool
moment_open(const struct cc_moment *moment)
{
	return moment->form == CC_MOMENT_EMPTY ||
	       moment->form == CC_MOMENT_OPEN;
}

bool
cc_time_notation_read(const struct cc_time_scan *scan, struct cc_time *time)
{
	const char *text = scan->text, *slash = strchr(text, '/');
	struct cc_slice whole = {text, text + strlen(text)}, start = whole;
	bool good;

	*time = (struct cc_time){.pos = scan->pos};
	if (cc_slice_length(whole) == 0)
		return diag_whole(scan, CC_E212, whole, "");
	if (strpbrk(text, SPACES) != NULL)
		return spaces_refuse(scan, whole);
	if (slash != NULL && strchr(slash + 1, '/') != NULL)
		return slashes_refuse(scan, whole);
	if (slash != NULL)
		start.end = slash;
	/* Both halves, so that one run tells of both errors. */
	good = moment_read(scan, start, &time->start);
	if (slash != NULL) {
		struct cc_slice end = {slash + 1, whole.end};

		time->interval = true;
		good &= moment_read(scan, end, &time->end);
	}
	if (!good)
		return false;
	if (moment_open(&time->start) && moment_open(&time->end))
		return diag_whole(scan, CC_E211, whole, "");
	time->text = text;
	return true;
}

/* A letter that our notation has no use for: it is another one. */
static bool
is_foreign(const char *text)
{
	return text[strspn(text, "0123456789-/.[]~?%:TXxZhdwmy")] != '\0';
}

/* All would be well with the letters of the keyboard. */
static bool
lookalike_refuse(const struct cc_time_scan *scan, struct cc_slice slice)
{
	struct cc_diags deaf = CC_DIAGS_DEAF;
	g_autofree char *plain = cc_keyboard_text(scan->text);
	struct cc_time_scan again = {.text = plain, .diags = &deaf};
	const char *name;
	gunichar letter = cc_keyboard_lookalike(scan->text, &name);
	struct cc_time time;

	if (letter == 0 || !cc_time_notation_read(&again, &time))
		return false;
	cc_diag(scan->diags, CC_E229,
	    cc_slice_pos(scan->text, scan->pos, slice), name, (unsigned)letter,
	    plain);
	return true;
}

/* A date where the case counts, in whatever notation. */
static bool
date_refuse(const struct cc_time_scan *scan, struct cc_slice slice)
{
	g_autoptr(GString) date = g_string_new(NULL);
	g_autofree char *quote = cc_slice_quote(slice);

	if (scan->clock == CC_CLOCK_DATE ||
	    !cc_time_guess(scan->text, CC_CLOCK_DATE, true, date))
		return false;
	cc_diag(scan->diags, CC_E222,
	    cc_slice_pos(scan->text, scan->pos, slice), quote,
	    cc_clock_word(scan->clock), "an offset as 12d");
	return true;
}

/* A day without its year, or a word for what is not known. */
static bool
part_refuse(const struct cc_time_scan *scan, struct cc_slice slice)
{
	g_autoptr(GString) hint = g_string_new(NULL);
	enum cc_time_lack lack;

	if (!cc_time_guess_part(scan->text, &lack, hint))
		return false;
	if (lack == CC_TIME_LACKS_YEAR)
		g_string_prepend(hint, "its year as well, as ");
	else
		g_string_assign(
		    hint, "after=\"id\" where only the order is known");
	cc_time_refuse(scan, CC_E217, slice, hint->str);
	return true;
}

/* One of several times, as it would be alone; owned by the caller. NULL: it is
 * none. */
static char *
item_read(const struct cc_time_scan *scan, const char *text)
{
	struct cc_diags deaf = CC_DIAGS_DEAF;
	struct cc_time_scan again = {.text = text, .diags = &deaf};
	g_autoptr(GString) guess = g_string_new(NULL);
	struct cc_time time;

	if (cc_time_notation_read(&again, &time))
		return g_strdup(text);
	if (!cc_time_guess(text, scan->clock, scan->anchored, guess) ||
	    strchr(guess->str, ' ') != NULL)
		return NULL;
	return g_strdup(guess->str);
}

/* "2020-01-03, 2020-01-10 and 2020-01-17": an element has one time. */
static bool
list_refuse(const struct cc_time_scan *scan, struct cc_slice slice)
{
	g_autoptr(GRegex) between =
	    g_regex_new("\\s*(?:[,;+&\\x{3001}\\x{FF0C}\\x{FF1B}]|\\band\\b|"
			"\\bund\\b)\\s*",
		G_REGEX_CASELESS, 0, NULL);
	g_auto(GStrv) items = g_regex_split(between, scan->text, 0);
	g_autofree char *first = NULL, *second = NULL, *hint = NULL;
	const guint count = g_strv_length(items);

	/* 7,5 is a number. */
	if (count < 2 || (count == 2 && strchr(scan->text, ',') != NULL &&
			     strpbrk(scan->text, " -") == NULL))
		return false;
	for (guint i = 0; i < count; i++) {
		g_autofree char *item = item_read(scan, items[i]);

		if (item == NULL)
			return false;
		if (i == 0)
			first = g_steal_pointer(&item);
		else if (i == 1)
			second = g_steal_pointer(&item);
	}
	hint = g_strdup_printf("an element for each: %s, then %s%s", first,
	    second, count > 2 ? ", and so on" : "");
	cc_time_refuse(scan, CC_E217, slice, hint);
	return true;
}

/* The whole in another notation; true where that was told. */
static bool
foreign_refuse(const struct cc_time_scan *scan)
{
	struct cc_slice whole = {scan->text, strchr(scan->text, '\0')};
	bool spaces = strpbrk(scan->text, SPACES) != NULL;
	const char *slash = strchr(scan->text, '/');
	g_autofree char *hint = NULL;

	if (!g_utf8_validate(scan->text, -1, NULL) || !is_foreign(scan->text))
		return false;
	if (lookalike_refuse(scan, whole))
		return true;
	hint = cc_time_hint_guess(scan, whole);
	if (hint == NULL)
		return list_refuse(scan, whole) || date_refuse(scan, whole) ||
		       part_refuse(scan, whole);
	if (spaces)
		diag_whole(scan, CC_E210, whole, hint);
	else if (slash != NULL && strchr(slash + 1, '/') != NULL)
		diag_whole(scan, CC_E216, whole, hint);
	else
		cc_time_refuse(scan, CC_E217, whole, hint);
	return true;
}

bool
cc_time_read_at(struct cc_arena *arena, const char *text,
    const struct cc_time_place *place, struct cc_time *time,
    struct cc_diags *diags)
{
	struct cc_diags deaf = CC_DIAGS_DEAF;
	struct cc_time_scan scan = {
	    text, place->pos, &deaf, place->clock, place->anchored};

	if (!cc_time_notation_read(&scan, time)) {
		scan.diags = diags;
		return !foreign_refuse(&scan) &&
		       cc_time_notation_read(&scan, time);
	}
	time->text = cc_arena_strdup(arena, text);
	return true;
}

bool
cc_time_read(struct cc_arena *arena, const char *text, struct cc_pos pos,
    struct cc_time *time, struct cc_diags *diags)
{
	struct cc_time_place place = {.pos = pos, .clock = CC_CLOCK_DATE};

	return cc_time_read_at(arena, text, &place, time, diags);
}
