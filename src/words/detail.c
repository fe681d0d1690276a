/* What adds to a fact's name: in brackets behind it, in the table's last
 * column, and in the tooltip. */
#include "words/language.h"
#include "words/prose.h"

#include "model/closed.h"
#include "model/kind.h"
#include "model/model.h"

#include <string.h>

/* Of all that could be said, hardly anything is. */
static const char *
clause(const struct cc_words_in *in, const char *a, const char *b)
{
	return b == NULL ? a : cc_words_join(in, CC_MSG_CLAUSE_SEPARATOR, a, b);
}

static const char *
part(const struct cc_words_in *in, const char *a, const char *b)
{
	return cc_words_join(in, CC_MSG_PART_SEPARATOR, a, b);
}

/* The length of a bracket of words that a name ends with, without its
 * closing sign; 0: it ends with none, or with one that belongs to a word, as
 * in inv(16). */
static size_t
bracket_open(const char *name)
{
	static const char *const ends[] = {")", "）"};
	static const char *const starts[] = {" (", "（"};

	for (size_t i = 0; i < G_N_ELEMENTS(ends); i++) {
		size_t length = strlen(name), end = strlen(ends[i]);
		const char *start = g_strrstr(name, starts[i]);

		if (!g_str_has_suffix(name, ends[i]) || start == NULL)
			continue;
		/* Another bracket within it closes before. */
		if (strstr(start, ends[i]) == name + length - end)
			return length - end;
	}
	return 0;
}

const char *
cc_bracketed(const struct cc_words_in *in, const char *name, const char *detail)
{
	size_t open;

	if (name == NULL || *name == '\0')
		return detail;
	if (detail == NULL || *detail == '\0')
		return name;
	open = bracket_open(name);
	if (open == 0)
		return cc_say_with(in, CC_MSG_NAME_DETAIL, "name", name,
		    "detail", detail, NULL);
	return cc_arena_join(in->arena,
	    part(in, cc_arena_strndup(in->arena, name, open), detail),
	    name + open, NULL);
}

/* ---- what was found ---- */

/* What was found, then what was not: in a Chinese list "not detected" would
 * hold for all that follows it. */
const char *
cc_findings_text(const struct cc_words_in *in, const struct cc_fact *fact)
{
	GString *text[2] = {NULL, NULL};

	for (size_t i = 0; i < fact->finding_count; i++) {
		const struct cc_finding *finding = &fact->findings[i];
		enum cc_message separator = finding->absent
		                                ? CC_MSG_PART_SEPARATOR
		                                : CC_MSG_LIST_SEPARATOR;

		cc_words_add(in, &text[finding->absent], separator,
		    cc_finding_text(in, finding));
	}
	return cc_words_join(in, CC_MSG_PART_SEPARATOR,
	    cc_words_listed(in, text[0]), cc_words_listed(in, text[1]));
}

const char *
cc_found_text(const struct cc_words_in *in, const struct cc_fact *fact)
{
	return clause(in, fact->result, cc_findings_text(in, fact));
}

/* "5–15", "≥5"; NULL: no range. */
static const char *
limits_text(const struct cc_words_in *in, const char *low, const char *high)
{
	if (low == NULL && high == NULL)
		return NULL;
	low = low != NULL ? cc_digits_text(in, low) : NULL;
	high = high != NULL ? cc_digits_text(in, high) : NULL;
	return cc_arena_join(in->arena,
	    high == NULL  ? "≥"
	    : low == NULL ? "≤"
			  : low,
	    high == NULL  ? low
	    : low == NULL ? high
			  : "–",
	    low != NULL && high != NULL ? high : "", NULL);
}

/* "reference range 5–15"; NULL: none. */
static const char *
reference_text(const struct cc_words_in *in, const char *low, const char *high)
{
	const char *limits = limits_text(in, low, high);

	return limits == NULL
	           ? NULL
	           : cc_arena_join(in->arena,
			 cc_say(in, CC_MSG_REFERENCE_RANGE), " ", limits, NULL);
}

/* "86 g/L", "146/min", and per cent as the language sets it: "41%". */
static const char *
with_unit(const struct cc_words_in *in, const char *number, const char *unit)
{
	if (*unit == '\0')
		return number;
	if (*unit == '%')
		return cc_arena_join(in->arena,
		    cc_say_with(in, CC_MSG_PERCENT, "n", number, NULL),
		    unit + 1, NULL);
	return cc_arena_join(
	    in->arena, number, *unit == '/' ? "" : " ", unit, NULL);
}

const char *
cc_measured_text(const struct cc_words_in *in, const struct cc_fact *fact,
    const struct cc_value *value)
{
	const char *text = cc_value_text(in, value);

	if (value->text != NULL)
		text = cc_bracketed(in,
		    with_unit(in, text,
			cc_unit_text(
			    in, cc_value_unit(in->terms, fact, value))),
		    cc_result_text(in, value));
	return cc_bracketed(in, text,
	    reference_text(in, value->low_written, value->high_written));
}

static const char *
panel_text(const struct cc_words_in *in, const struct cc_fact *panel)
{
	GString *text = NULL;

	for (size_t i = 0; i < panel->value_count; i++) {
		const struct cc_value *value = &panel->values[i];

		cc_words_add(in, &text, CC_MSG_LIST_SEPARATOR,
		    cc_arena_join(in->arena,
			cc_name(
			    in, CC_IN_TEST, NULL, value->code, CC_NAME_FULL),
			" ", cc_measured_text(in, panel, value), NULL));
	}
	return cc_words_listed(in, text);
}

const char *
cc_grade_word(const struct cc_words_in *in, const char *grade)
{
	static const struct {
		const char *grade;
		enum cc_message message;
	} words[] = {
	    {"mild", CC_MSG_GRADE_MILD},
	    {"moderate", CC_MSG_GRADE_MODERATE},
	    {"severe", CC_MSG_GRADE_SEVERE},
	};

	for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
		if (strcmp(words[i].grade, grade) == 0)
			return cc_say(in, words[i].message);
	return NULL;
}

/* "grade 3"; of chronic GVHD "moderate"; the roman ones of acute GVHD are
 * called otherwise in some languages. */
static const char *
grade_text(
    const struct cc_words_in *in, const struct cc_fact *fact, const char *grade)
{
	const struct cc_harm *harm = in->follow->harms.of[fact->index];
	const char *word = cc_grade_word(in, grade);
	const bool roman =
	    harm != NULL && harm->gvhd && strspn(grade, "IV") == strlen(grade);

	return word != NULL
	           ? word
	           : cc_say_with(in,
			 roman ? CC_MSG_GRADE_OF_GVHD_N : CC_MSG_GRADE_N, "n",
			 grade, NULL);
}

/* The worst grade of an event; NULL: it has none. */
static const char *
worst_grade(const struct cc_words_in *in, const struct cc_fact *fact)
{
	const struct cc_harm *harm = in->follow->harms.of[fact->index];

	return harm != NULL ? harm->grade : NULL;
}

/* Whether the course of its grade says this one as well. */
static bool
has_in_course(const struct cc_fact *fact, const char *grade)
{
	for (size_t i = 0; i < fact->grade_count; i++)
		if (g_strcmp0(fact->grades[i].grade, grade) == 0)
			return true;
	return false;
}

/* The course of a grade: "grade 2 (3 May 2020), grade 3 (9 May 2020)". */
static const char *
grades_text(const struct cc_words_in *in, const struct cc_fact *fact)
{
	GString *text = NULL;

	for (size_t i = 0; i < fact->grade_count; i++) {
		const struct cc_grade *grade = &fact->grades[i];

		cc_words_add(in, &text, CC_MSG_CLAUSE_SEPARATOR,
		    cc_bracketed(in, grade_text(in, fact, grade->grade),
			grade->when.time.text != NULL
			    ? cc_date_text(in, &grade->when.span)
			    : NULL));
	}
	return cc_words_listed(in, text);
}

/* ---- all of it ---- */

/* "target 5–15": the ranges that the author named, and the laboratory's. */
static const char *
ranges_text(const struct cc_words_in *in, const struct cc_fact *fact)
{
	GString *text = NULL;

	cc_words_add(in, &text, CC_MSG_PART_SEPARATOR,
	    reference_text(in, fact->low_written, fact->high_written));
	for (size_t i = 0; i < fact->range_count; i++) {
		const struct cc_range *range = &fact->ranges[i];
		const char *name = cc_text_in(in, &range->labels);
		const char *limits =
		    limits_text(in, range->low_written, range->high_written);

		if (name != NULL && limits != NULL)
			cc_words_add(in, &text, CC_MSG_PART_SEPARATOR,
			    cc_arena_join(in->arena, name, " ", limits, NULL));
	}
	return cc_words_listed(in, text);
}

/* Where it was, of what does not say so in its name. */
static const char *
site_text(const struct cc_words_in *in, const struct cc_fact *fact)
{
	const char *sites = cc_sites_text(in, fact), *name;
	size_t said = 0;

	if (sites == NULL)
		return NULL;
	name = cc_fact_name(in, fact, CC_NAME_FULL);
	/* By its name, or as anatomists write it: T10. */
	for (size_t i = 0; i < fact->sites.count; i++)
		said += strstr(name, fact->sites.word[i]) != NULL;
	if (said == fact->sites.count || cc_words_hold(name, sites))
		return NULL;
	return sites;
}

/* How something was tested, where a label has taken the method's place. */
static const char *
method_text(const struct cc_words_in *in, const struct cc_fact *fact)
{
	if (fact->method == NULL ||
	    (fact->labels.count == 0 && fact->code == NULL) ||
	    cc_words_hold(cc_fact_name(in, fact, CC_NAME_SHORT), fact->method))
		return NULL;
	return fact->method;
}

/* Nobody looked again: what is told of it since is assumed. */
static const char *
last_text(const struct cc_words_in *in, const struct cc_fact *fact)
{
	const struct cc_state *state = in->follow->states.by_fact[fact->index];

	return state != NULL && cc_state_is_last(state)
	           ? cc_say(in, CC_MSG_LAST_ASSESSED)
	           : NULL;
}

/* Whose line nobody can tell counts for neither; see W329. */
static const char *
either_text(const struct cc_words_in *in, const struct cc_fact *fact)
{
	const struct cc_case *course = in->course;
	const struct cc_therapy *before, *after;

	if (!fact->between || fact->kind != CC_KIND_RESPONSE)
		return NULL;
	before = &in->follow->lines[fact->within];
	after = before->next;
	return after != NULL
	           ? cc_say_with(in, CC_MSG_OF_EITHER_LINE, "before",
			 cc_line_text(in, course->lines[before->line].number),
			 "after",
			 cc_line_text(in, course->lines[after->line].number),
			 NULL)
	           : NULL;
}

/* Where responses go by several criteria, by which this one does. */
static const char *
criteria_text(const struct cc_words_in *in, const struct cc_fact *fact)
{
	const bool rated = fact->kind == CC_KIND_RESPONSE || fact->best != NULL;

	return rated && in->follow->states.several[fact->patient]
	           ? cc_name(
			 in, CC_IN_SCHEME, NULL, fact->scheme, CC_NAME_SHORT)
	           : NULL;
}

static const char *
best_text(const struct cc_words_in *in, const struct cc_fact *fact)
{
	if (fact->best == NULL)
		return NULL;
	return cc_arena_join(in->arena, cc_say(in, CC_MSG_BEST_RESPONSE), " ",
	    cc_name(
		in, CC_IN_RESPONSE, fact->scheme, fact->best, CC_NAME_SHORT),
	    NULL);
}

/* But for the author's own words. */
static const char *
detail_of(const struct cc_words_in *in, const struct cc_fact *fact, bool all)
{
	const char *grade = worst_grade(in, fact), *text = NULL;

	if (fact->intent != NULL)
		text =
		    cc_name(in, CC_IN_INTENT, NULL, fact->intent, CC_NAME_FULL);
	text = clause(in, text, cc_cycles_text(in, fact));
	if (grade != NULL && !(all && has_in_course(fact, grade)))
		text = clause(in, text, grade_text(in, fact, grade));
	if (all)
		text = clause(in, text, grades_text(in, fact));
	if (fact->serious)
		text = clause(in, text, cc_say(in, CC_MSG_SERIOUS));
	if (fact->donor != NULL)
		text = clause(in, text, cc_donor_text(in, fact->donor));
	text = clause(in, text, site_text(in, fact));
	text = clause(in, text, method_text(in, fact));
	text = clause(in, text, fact->result);
	if (fact->stage != NULL)
		text = clause(in, text, cc_stage_text(in, fact->stage));
	text = clause(in, text, cc_doses_text(in, fact, all));
	if (fact->finding_count > 0)
		text = clause(in, text, cc_findings_text(in, fact));
	if (fact->kind == CC_KIND_PANEL)
		text = clause(in, text, panel_text(in, fact));
	text = clause(in, text, best_text(in, fact));
	text = clause(in, text, criteria_text(in, fact));
	text = clause(in, text, either_text(in, fact));
	text = clause(in, text, last_text(in, fact));
	text = clause(in, text, cc_because_text(in, &fact->because));
	text = clause(in, text, cc_causality_text(in, fact));
	text = clause(in, text, cc_stop_text(in, &fact->stop));
	if (all)
		text = part(in, text, cc_drugs_text(in, fact));
	if (all)
		text = part(in, text, ranges_text(in, fact));
	return part(in, text, cc_text_in(in, &fact->notes));
}

const char *
cc_fact_detail(
    const struct cc_words_in *in, const struct cc_fact *fact, bool all)
{
	return part(in, cc_label_beside(in, fact), detail_of(in, fact, all));
}

/* What a mark calls a fact, with the author's words that it has no room for. */
static const char *
with_label(const struct cc_words_in *in, const struct cc_fact *fact,
    const char *called)
{
	const char *label = cc_text_in(in, &fact->labels);

	if (label == NULL || cc_words_hold(called, label))
		return called;
	return cc_words_hold(label, called) ? label : clause(in, called, label);
}

const char *
cc_fact_tip(const struct cc_words_in *in, const struct cc_fact *fact,
    const char *called)
{
	const char *text, *when, *how;

	if (called == NULL)
		called = cc_name_for(
		    in, fact, cc_fact_name(in, fact, CC_NAME_SHORT));
	text = with_label(in, fact, called);
	/* Each value of a series has its own. */
	when = fact->kind == CC_KIND_SERIES ? NULL : cc_when_brief(in, fact);
	if (when != NULL && strstr(text, when) == NULL)
		text = clause(in, text, when);
	how = detail_of(in, fact, true);
	if (fact->kind == CC_KIND_LESION)
		how = part(in, cc_lesion_course(in, fact), how);
	text = cc_words_join(in, CC_MSG_LABEL_SEPARATOR, text, how);
	return part(in, text, cc_cited_text(in, fact));
}

/* What the series of readings add to a text that may have it already, and has
 * all of `last`, which may be NULL. */
static const char *
with_series(const struct cc_words_in *in, const char *text,
    const struct cc_fact *last, const struct cc_reading *reading, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		const struct cc_fact *series = reading[i].owner;
		const char *more;

		if (series == last || series->kind != CC_KIND_SERIES)
			continue;
		last = series;
		more = part(in, cc_fact_detail(in, series, true),
		    cc_cited_text(in, series));
		if (more != NULL && !cc_words_hold(text, more))
			text = part(in, text, more);
	}
	return text;
}

const char *
cc_curve_tip(const struct cc_words_in *in, const struct cc_curve *curve,
    const char *called)
{
	const char *text = cc_fact_tip(in, curve->fact, called);
	/* But for a name that stands beside another. */
	const struct cc_fact *told =
	    cc_label_beside(in, curve->fact) == NULL ? curve->fact : NULL;

	text = with_series(
	    in, text, told, curve->reading, curve->count + curve->ordered);
	return with_series(in, text, told, curve->word, curve->word_count);
}

const char *
cc_line_name(const struct cc_words_in *in, const struct cc_line *line)
{
	return cc_words_join(in, CC_MSG_LABEL_SEPARATOR,
	    cc_line_text(in, line->number), cc_text_in(in, &line->labels));
}

const char *
cc_line_tip(const struct cc_words_in *in, const struct cc_line *line)
{
	return cc_bracketed(
	    in, cc_line_name(in, line), cc_text_in(in, &line->notes));
}
