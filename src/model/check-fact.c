/* What holds for a fact of every kind, and checks that kinds share. */
#include "model/closed.h"
#include "model/foreign.h"
#include "model/hint.h"
#include "model/kind.h"
#include "model/model.h"
#include "model/terms.h"
#include "model/turn-words.h"

#include <string.h>

/* Another element whose code the word is; NULL: none. */
static const struct cc_kind *
kind_of(const struct cc_terms *terms, enum cc_scope in, const char *code)
{
	for (int i = 0; i < CC_KIND_COUNT; i++) {
		const struct cc_kind *kind = cc_kind_row((enum cc_kind_id)i);

		if (kind->scope != CC_IN_COUNT && kind->scope != in &&
		    cc_terms_find(terms, kind->scope, NULL, code) != NULL)
			return kind;
	}
	return NULL;
}

/* Begins as a stage does: "stage IV", "class III", "ISS 2", "IIB". */
static bool
is_stage(const char *words)
{
	static const char *const names[] = {"stage", "class", "grade", "ISS",
	    "R-ISS", "FIGO", "Ann", "Binet", "Rai", "BCLC", "Durie-Salmon",
	    "Stadium", "Grad", "Klasse"};
	size_t length = strcspn(words, " ");
	size_t roman = strspn(words, "IVX");

	for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
		if (strlen(names[i]) == length &&
		    g_ascii_strncasecmp(words, names[i], length) == 0)
			return true;
	return g_ascii_isdigit(*words) ||
	       (roman > 0 && roman + strspn(words + roman, "ABCD") == length);
}

/* Of a disease that is called with its stage: "DLBCL stage IV". NULL: it is
 * not, or without it it is no disease either. */
static char *
stage_hint(const struct cc_terms *terms, const char *code)
{
	for (const char *p = strchr(code, ' '); p != NULL;
	     p = strchr(p + 1, ' ')) {
		g_autofree char *begin = g_strndup(code, (size_t)(p - code));
		const char *disease = is_stage(p + 1) ? begin : p + 1;
		const char *stage = is_stage(p + 1) ? p + 1 : begin;

		if (is_stage(stage) &&
		    cc_terms_find(terms, CC_IN_DISEASE, NULL, disease) != NULL)
			return g_strdup_printf(
			    "; write code=\"%s\" stage=\"%s\"", disease, stage);
	}
	return NULL;
}

static char *
hint(const struct cc_check *check, enum cc_scope in, const char *code)
{
	const struct cc_kind *other = kind_of(check->terms, in, code);
	char *stage;

	if (other == NULL && in == CC_IN_TREATMENT &&
	    cc_terms_conditioned(check->terms, code) != NULL)
		other = cc_kind_row(CC_KIND_PROCEDURE);
	if (other != NULL)
		return g_strdup_printf("; it is %s %s of the vocabulary: where "
				       "that is meant, write <%s>",
		    other->scope == CC_IN_EVENT ? "an" : "a",
		    cc_scope_word(other->scope), other->element);
	if (in == CC_IN_TREATMENT &&
	    cc_terms_find(check->terms, CC_IN_INTENT, NULL, code) != NULL)
		return g_strdup_printf("; it is an intent: write what was "
				       "given, and intent=\"%s\"",
		    code);
	if (!cc_hint_spend(check->hints))
		return g_strdup("");
	stage = in == CC_IN_DISEASE ? stage_hint(check->terms, code) : NULL;
	return stage != NULL ? stage : cc_terms_hint(check->terms, in, code);
}

struct cc_pos
cc_check_place(const struct cc_check *check, const struct cc_fact *fact,
    const char *attribute)
{
	const struct cc_attribute *found = NULL;

	if (check->elements != NULL)
		found = cc_element_attribute(
		    check->elements[fact->index], attribute);
	return found != NULL ? found->pos : fact->pos;
}

void
cc_check_needs(
    const struct cc_check *check, const struct cc_fact *fact, const char *what)
{
	/* What was refused in it may be what it needs. */
	if (!fact->gap)
		cc_diag(check->diags, CC_E303, fact->pos,
		    cc_kind_row(fact->kind)->element, what);
}

/* What words tell of a patient's fate: "died of sepsis", "discharged"; NULL:
 * nothing. */
static const char *
told_fate(const char *text)
{
	const char *fate = cc_foreign_word(&cc_closed_outcome, text);

	if (fate == NULL)
		fate = cc_foreign_first(&cc_closed_outcome, text);
	if (fate == NULL && cc_turn_words(text) == CC_TURN_WORDS_DEATH)
		fate = "death";
	return fate;
}

void
cc_check_needs_code(const struct cc_check *check, const struct cc_fact *fact)
{
	const struct cc_kind *kind = cc_kind_row(fact->kind);
	const char *text =
	    fact->labels.count > 0 ? fact->labels.item[0].text : NULL;
	g_autofree char *code = NULL, *what = NULL;

	if (text != NULL)
		code = cc_kind_code_first(check->terms, kind, text);
	if (text != NULL && code == NULL && kind->id == CC_KIND_OUTCOME)
		code = g_strdup(told_fate(text));
	if (code != NULL)
		what = g_strdup_printf("code=\"%s\"", code);
	else if (kind->closed != NULL && !fact->gap)
		cc_closed_lack(kind->closed, kind->element, "code", fact->pos,
		    check->diags);
	if (code != NULL || kind->closed == NULL)
		cc_check_needs(check, fact, what != NULL ? what : "code");
}

/* The first time that the scope is said to lack the word. */
static bool
is_news(const struct cc_check *check, enum cc_scope in, const char *word)
{
	return g_hash_table_add(
	    check->told, g_strdup_printf("%d %s", (int)in, word));
}

void
cc_check_code(const struct cc_check *check, enum cc_scope in, const char *code,
    struct cc_pos pos, bool labelled)
{
	g_autoptr(GPtrArray) meanings = NULL;
	g_autofree char *nearest = NULL;
	bool shared;

	if (code == NULL || check->terms->vocab == NULL ||
	    cc_terms_find(check->terms, in, NULL, code) != NULL)
		return;
	meanings = cc_vocab_meanings(check->terms->vocab, in, code);
	shared = meanings != NULL;
	if (shared && !labelled) {
		nearest = cc_meanings_text(check->terms->vocab, in, code, NULL);
		cc_diag(check->diags, CC_E348, pos, code, nearest);
		return;
	}
	if (in == CC_IN_SCHEME) {
		nearest = hint(check, in, code);
		cc_diag(check->diags, CC_E321, pos, code, nearest);
		return;
	}
	if (!is_news(check, in, code))
		return;
	nearest = shared ? g_strdup("") : hint(check, in, code);
	cc_diag(check->diags, labelled ? CC_N301 : CC_W343, pos, code,
	    cc_scope_word(in), nearest);
}

void
cc_check_word(const struct cc_check *check, enum cc_scope in, const char *word,
    struct cc_pos pos)
{
	g_autofree char *nearest = NULL;

	if (word == NULL || check->terms->vocab == NULL ||
	    cc_terms_find(check->terms, in, NULL, word) != NULL ||
	    !is_news(check, in, word))
		return;
	nearest = hint(check, in, word);
	cc_diag(check->diags, CC_N302, pos, cc_scope_word(in), word, nearest);
}

void
cc_check_response(const struct cc_check *check, const struct cc_fact *fact,
    const char *code, struct cc_pos pos)
{
	const char *scheme =
	    cc_case_criteria(check->course, check->terms, fact);
	const struct cc_term *term =
	    cc_terms_find(check->terms, CC_IN_SCHEME, NULL, scheme);
	g_autofree char *more = NULL;

	/* An unknown scheme has its own error. */
	if (code == NULL || term == NULL ||
	    cc_terms_find(check->terms, CC_IN_RESPONSE, scheme, code) != NULL)
		return;
	more = cc_hint_spend(check->hints)
	           ? cc_hint_response(check->terms->vocab, scheme, code)
	           : g_strdup("");
	if (!term->open)
		cc_diag(check->diags, CC_E320, pos, code, scheme, more);
	else if (is_news(check, CC_IN_RESPONSE, code))
		cc_diag(check->diags,
		    fact->labels.count > 0 ? CC_N301 : CC_W343, pos, code,
		    cc_scope_word(CC_IN_RESPONSE), more);
}

static void
check_unit(const struct cc_check *check, const struct cc_fact *fact,
    const struct cc_value *value)
{
	const char *code = value->code != NULL ? value->code : fact->code;
	const struct cc_term *test = NULL;

	if (value->unit != NULL || fact->unit != NULL)
		return;
	if (code != NULL)
		test = cc_terms_find(check->terms, CC_IN_TEST, NULL, code);
	if (test != NULL ? test->unit == NULL : code == NULL)
		cc_diag(check->diags, CC_E322, value->pos,
		    code != NULL ? code : cc_kind_row(fact->kind)->element);
}

void
cc_check_dosing(const struct cc_check *check, const struct cc_dosing *dosing,
    const char *unit, struct cc_pos pos)
{
	const struct cc_amount *amount = &dosing->amount;

	if (amount->text != NULL && amount->unit == NULL && unit == NULL)
		cc_diag(check->diags, CC_E374, pos, amount->text, amount->text);
}

void
cc_check_timed(const struct cc_check *check, const char *element,
    const struct cc_when *when, struct cc_pos pos)
{
	/* A time with a place and no text was diagnosed. */
	if (when->time.text == NULL && when->time.pos.source == NULL &&
	    when->after == NULL)
		cc_diag(check->diags, CC_E303, pos, element, "time or after");
}

void
cc_check_range(const struct cc_check *check, const struct cc_range *range)
{
	if (range->low_written == NULL && range->high_written == NULL)
		cc_diag(
		    check->diags, CC_E303, range->pos, "range", "low or high");
	if (range->low > range->high)
		cc_diag(check->diags, CC_E325, range->pos, range->low_written,
		    range->high_written);
}

/* Its own range, and whether it may be two numbers. */
static void
check_numbers(const struct cc_check *check, const struct cc_fact *fact,
    const struct cc_value *value)
{
	const char *code = value->code != NULL ? value->code : fact->code;

	if (value->low > value->high)
		cc_diag(check->diags, CC_E325, value->pos, value->low_written,
		    value->high_written);
	if (value->form == CC_VALUE_PAIR &&
	    (fact->kind == CC_KIND_LESION ||
		(value->term != NULL && !value->term->pair)))
		cc_diag(check->diags, CC_E376, value->pos, value->text,
		    code != NULL ? code : cc_kind_row(fact->kind)->element);
}

/* What is told in words needs no unit. */
static const struct cc_value *
first_number(const struct cc_fact *fact)
{
	for (size_t i = 0; i < fact->value_count; i++)
		if (fact->values[i].text != NULL)
			return &fact->values[i];
	return NULL;
}

void
cc_check_values(const struct cc_check *check, const struct cc_fact *fact)
{
	bool panel = fact->kind == CC_KIND_PANEL;

	/* One missing unit of a series is one error, not one a value. */
	if (!panel && first_number(fact) != NULL)
		check_unit(check, fact, first_number(fact));
	for (size_t i = 0; i < fact->value_count; i++) {
		const struct cc_value *value = &fact->values[i];

		check_numbers(check, fact, value);
		if (panel && value->code == NULL &&
		    value->code_pos.source == NULL)
			cc_diag(check->diags, CC_E303, value->pos, "value",
			    "code in a panel");
		if (!panel && value->code != NULL)
			cc_diag(check->diags, CC_E324, value->code_pos,
			    cc_kind_row(fact->kind)->element,
			    cc_kind_row(fact->kind)->element);
		if (!panel) {
			cc_check_timed(
			    check, "value", &value->when, value->pos);
			continue;
		}
		cc_check_code(
		    check, CC_IN_TEST, value->code, value->code_pos, false);
		if (value->code != NULL && value->text != NULL)
			check_unit(check, fact, value);
	}
}

static void
check_dated(const struct cc_check *check, const struct cc_fact *fact)
{
	const struct cc_time *time = &fact->when.time;

	/* A time with a place and no text was diagnosed. */
	if (time->text == NULL && time->pos.source == NULL &&
	    fact->after_ids.count == 0 && !cc_kind_row(fact->kind)->last)
		cc_check_needs(check, fact, "time or after");
}

/* Nobody labels in more languages; keeps the comparison short. */
#define LABELS_MAX 64

/* Two labels of one language: one would never be seen. */
static void
check_labels(const struct cc_check *check, const struct cc_fact *fact)
{
	const struct cc_text *labels = fact->labels.item;

	for (size_t i = 1; i < MIN(fact->labels.count, LABELS_MAX); i++) {
		size_t same = 0;

		for (size_t k = 0; k < i; k++)
			same += strcmp(labels[k].lang, labels[i].lang) == 0;
		if (same > 0)
			cc_diag(check->diags, CC_W301, labels[i].pos,
			    labels[i].lang);
	}
}

/* Coded kinds need a code or a label; what others need is their own. */
static void
check_named(const struct cc_check *check, const struct cc_fact *fact)
{
	const struct cc_kind *kind = cc_kind_row(fact->kind);
	bool labelled = fact->labels.count > 0;

	if (kind->scope == CC_IN_COUNT)
		return;
	if (fact->code == NULL && !labelled && fact->code_pos.source == NULL)
		cc_check_needs(check, fact, "code or a <label>");
	cc_check_code(check, cc_kind_scope(kind, check->terms, fact->code),
	    fact->code, fact->code_pos, labelled);
}

/* A response cannot be planned, nor a death put off. */
static void
check_status(const struct cc_check *check, const struct cc_fact *fact)
{
	const struct cc_kind *kind = cc_kind_row(fact->kind);

	if (fact->status == CC_STATUS_DONE || kind->extras & CC_EXTRA_STATUS)
		return;
	cc_diag(check->diags, CC_E344, cc_check_place(check, fact, "status"),
	    kind->element, cc_closed_status.words[fact->status]);
}

void
cc_kind_check(const struct cc_check *check, const struct cc_fact *fact)
{
	const struct cc_kind *kind = cc_kind_row(fact->kind);

	if (kind->extras & CC_EXTRA_DATED)
		check_dated(check, fact);
	check_status(check, fact);
	if (kind->check_code == NULL || kind->check_code(check, fact))
		check_named(check, fact);
	check_labels(check, fact);
	for (size_t i = 0; i < fact->sites.count; i++)
		cc_check_code(check, CC_IN_SITE, fact->sites.word[i],
		    fact->sites.pos[i], false);
	if (kind->check != NULL)
		kind->check(check, fact);
}
