/* The search. A text is first folded: letters, digits, dashes and spaces that
 * only look different become the same, so that a form need be written once.
 * Then few expressions, each the union of several forms, tell whether there is
 * anything at all, which most texts do not have; only where one does do its
 * forms look for themselves. Finds that touch are one.
 *
 * Every form is bounded (leak-read.c refuses others), so the time is that of
 * the text's length. */
#include "model/leak-data.h"

#include <string.h>

/* Forms that are asked together. */
struct gate {
	char *all;          /* their union */
	GRegex *any;        /* the same, compiled when it is first asked */
	guint first, after; /* of the forms' list */
	bool han;           /* only of texts that have a Chinese letter */
};

struct cc_leaks {
	const struct cc_forms *forms;
	unsigned level; /* a bit */
	GRegex **one;   /* of each form; NULL: not of this level, or not yet */
	GArray *gates;  /* of struct gate */
};

/* [bytes] A union of more is slower than its parts. */
#define GATE_MOST 8000

static void
gate_add(struct cc_leaks *leaks, guint first, guint after, const char *all)
{
	const struct gate gate = {
	    .all = g_strdup(all),
	    .first = first,
	    .after = after,
	    .han =
		g_array_index(leaks->forms->list, struct cc_form, first).han,
	};

	g_array_append_val(leaks->gates, gate);
}

/* Whether a form belongs behind the gate of another one. */
static bool
fits(const struct cc_leaks *leaks, guint first, const struct cc_form *form,
    size_t length)
{
	const struct cc_form *other =
	    &g_array_index(leaks->forms->list, struct cc_form, first);

	return form->han == other->han &&
	       length + strlen(form->expression) <= GATE_MOST;
}

static struct cc_leaks *
leaks_create(const struct cc_forms *forms, enum cc_privacy level)
{
	struct cc_leaks *leaks = g_new0(struct cc_leaks, 1);
	g_autoptr(GString) all = g_string_new(NULL);
	guint first = 0;

	leaks->forms = forms;
	leaks->level = 1u << level;
	leaks->one = g_new0(GRegex *, forms->list->len);
	leaks->gates = g_array_new(FALSE, FALSE, sizeof(struct gate));
	for (guint i = 0; i < forms->list->len; i++) {
		const struct cc_form *form =
		    &g_array_index(forms->list, struct cc_form, i);

		if (!(form->levels & leaks->level))
			continue;
		if (all->len > 0 && !fits(leaks, first, form, all->len)) {
			gate_add(leaks, first, i, all->str);
			g_string_truncate(all, 0);
		}
		if (all->len == 0)
			first = i;
		g_string_append_printf(
		    all, "%s%s", all->len > 0 ? "|" : "", form->expression);
	}
	if (all->len > 0)
		gate_add(leaks, first, forms->list->len, all->str);
	return leaks;
}

void
cc_leaks_destroy(struct cc_leaks *leaks)
{
	if (leaks == NULL)
		return;
	for (guint i = 0; i < leaks->forms->list->len; i++)
		if (leaks->one[i] != NULL)
			g_regex_unref(leaks->one[i]);
	for (guint i = 0; i < leaks->gates->len; i++) {
		const struct gate *gate =
		    &g_array_index(leaks->gates, struct gate, i);

		g_free(gate->all);
		if (gate->any != NULL)
			g_regex_unref(gate->any);
	}
	g_array_unref(leaks->gates);
	g_free(leaks->one);
	g_free(leaks);
}

const struct cc_leaks *
cc_forms_leaks(struct cc_forms *forms, enum cc_privacy level)
{
	if (forms->leaks[level] == NULL)
		forms->leaks[level] = leaks_create(forms, level);
	return forms->leaks[level];
}

/* Folding. */

/* U+FF01 to U+FF5E are ASCII's 0x21 to 0x7E. */
#define FULL_WIDTH_FIRST 0xFF01
#define FULL_WIDTH_LAST 0xFF5E

/* The plain form of a letter; 0: none, it is not seen. */
static gunichar
plain(gunichar c)
{
	GUnicodeType type;

	if (c >= FULL_WIDTH_FIRST && c <= FULL_WIDTH_LAST)
		return c - FULL_WIDTH_FIRST + '!';
	if (c == 0x2018 || c == 0x2019 || c == 0x02BC || c == '`')
		return '\'';
	type = g_unichar_type(c);
	if (type == G_UNICODE_DASH_PUNCTUATION || c == 0x2212)
		return '-';
	if (type == G_UNICODE_DECIMAL_NUMBER)
		return '0' + (gunichar)g_unichar_digit_value(c);
	if (type == G_UNICODE_SPACE_SEPARATOR ||
	    type == G_UNICODE_LINE_SEPARATOR ||
	    type == G_UNICODE_PARAGRAPH_SEPARATOR)
		return ' ';
	/* Joiners, soft hyphens, marks of direction. */
	return type == G_UNICODE_FORMAT ? 0 : c;
}

/* at[i] is where the byte i of the folded text stands in the other. */
struct folded {
	GString *text;
	GArray *at; /* of size_t */
};

static void
fold(struct folded *folded, const char *text)
{
	const char *p = text, *next;
	size_t at = 0;

	folded->text = g_string_sized_new(strlen(text) + 1);
	folded->at = g_array_new(FALSE, FALSE, sizeof(size_t));
	for (; *p != '\0'; p = next) {
		const gunichar c = plain(g_utf8_get_char(p));

		at = (size_t)(p - text);
		next = g_utf8_next_char(p);
		if (c != 0)
			g_string_append_unichar(folded->text, c);
		while (folded->at->len < folded->text->len)
			g_array_append_val(folded->at, at);
	}
	at = (size_t)(p - text);
	g_array_append_val(folded->at, at);
}

static void
folded_finish(struct folded *folded)
{
	g_string_free(folded->text, TRUE);
	g_array_unref(folded->at);
}

/* From the folded text's places to those of the other. */
static void
unfold(const struct folded *folded, GArray *found)
{
	for (guint i = 0; i < found->len; i++) {
		struct cc_leak_found *one =
		    &g_array_index(found, struct cc_leak_found, i);
		const size_t end = g_array_index(
		    folded->at, size_t, one->at + one->length);

		one->at = g_array_index(folded->at, size_t, one->at);
		one->length = end - one->at;
	}
}

static bool
is_ascii(const char *text)
{
	for (; *text != '\0'; text++)
		if ((unsigned char)*text >= 0x80 || *text == '`')
			return false;
	return true;
}

/* Finding. */

/* Of two at one place the longer one, of two as long the one that says more:
 * a number that is a person's, before one that is only long. */
static gint
found_compare(gconstpointer left, gconstpointer right)
{
	const struct cc_leak_found *a = left, *b = right;

	if (a->at != b->at)
		return a->at < b->at ? -1 : 1;
	if (a->length != b->length)
		return a->length > b->length ? -1 : 1;
	return (a->kind == CC_LEAK_RECORD) - (b->kind == CC_LEAK_RECORD);
}

/* What overlaps or touches another find is one with it. */
static void
found_merge(GArray *found)
{
	struct cc_leak_found *all = (void *)found->data;
	guint last = 0;

	if (found->len == 0)
		return;
	g_array_sort(found, found_compare);
	for (guint i = 1; i < found->len; i++) {
		const size_t end = all[last].at + all[last].length;

		if (all[i].at > end)
			all[++last] = all[i];
		else
			all[last].length =
			    MAX(end, all[i].at + all[i].length) - all[last].at;
	}
	g_array_set_size(found, last + 1);
}

/* All matches of one form; false where it could not be tried to the end. */
static bool
form_find(
    const GRegex *regex, enum cc_leak kind, const char *text, GArray *found)
{
	g_autoptr(GMatchInfo) match = NULL;
	g_autoptr(GError) error = NULL;
	int start, end;

	g_regex_match_full(regex, text, -1, 0, 0, &match, &error);
	while (error == NULL && g_match_info_matches(match)) {
		struct cc_leak_found one = {.kind = kind};

		g_match_info_fetch_pos(match, 0, &start, &end);
		one.at = (size_t)start;
		one.length = (size_t)(end - start);
		g_array_append_val(found, one);
		g_match_info_next(match, &error);
	}
	return error == NULL;
}

static bool
has_han(const char *text)
{
	for (; *text != '\0'; text = g_utf8_next_char(text))
		if ((unsigned char)*text >= 0xE2 &&
		    g_unichar_get_script(g_utf8_get_char(text)) ==
			G_UNICODE_SCRIPT_HAN)
			return true;
	return false;
}

/* A gate that cannot be asked to the end, or is too large to ask, is open. */
static bool
is_open(struct gate *gate, const char *text)
{
	g_autoptr(GError) error = NULL;

	if (gate->any == NULL)
		gate->any = g_regex_new(
		    gate->all, CC_FORM_FLAGS | G_REGEX_OPTIMIZE, 0, NULL);
	return gate->any == NULL ||
	       g_regex_match_full(gate->any, text, -1, 0, 0, NULL, &error) ||
	       error != NULL;
}

/* The forms behind a gate that is open. */
static void
gate_find(const struct cc_leaks *leaks, const struct gate *gate,
    const char *text, GArray *found)
{
	const struct cc_leak_found whole = {CC_LEAK_NAME, 0, strlen(text)};

	for (guint i = gate->first; i < gate->after; i++) {
		const struct cc_form *form =
		    &g_array_index(leaks->forms->list, struct cc_form, i);

		if (!(form->levels & leaks->level))
			continue;
		if (leaks->one[i] == NULL)
			leaks->one[i] = g_regex_new(
			    form->expression, CC_FORM_FLAGS, 0, NULL);
		if (leaks->one[i] == NULL ||
		    !form_find(leaks->one[i], form->kind, text, found))
			g_array_append_val(found, whole);
	}
}

/* NULL where there is nothing. */
static GArray *
find(const struct cc_leaks *leaks, const char *text)
{
	const bool han = has_han(text);
	GArray *found = NULL;

	for (guint i = 0; i < leaks->gates->len; i++) {
		struct gate *gate =
		    &g_array_index(leaks->gates, struct gate, i);

		if ((gate->han && !han) || !is_open(gate, text))
			continue;
		if (found == NULL)
			found = g_array_new(
			    FALSE, FALSE, sizeof(struct cc_leak_found));
		gate_find(leaks, gate, text, found);
	}
	if (found != NULL)
		found_merge(found);
	return found;
}

GArray *
cc_leaks_find(const struct cc_leaks *leaks, const char *text)
{
	struct folded folded;
	GArray *found;

	if (is_ascii(text))
		return find(leaks, text);
	fold(&folded, text);
	found = find(leaks, folded.text->str);
	if (found != NULL)
		unfold(&folded, found);
	folded_finish(&folded);
	return found;
}
