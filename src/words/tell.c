/* Facts as sentences. */
#include "model/model.h"
#include "words/language.h"
#include "words/prose.h"

#include <string.h>

const char *
cc_words_join(const struct cc_words_in *in, enum cc_message separator,
    const char *a, const char *b)
{
	if (a == NULL || *a == '\0')
		return b;
	if (b == NULL || *b == '\0')
		return a;
	return cc_arena_printf(
	    in->arena, "%s%s%s", a, cc_say(in, separator), b);
}

static const char *
list(const struct cc_words_in *in, const char *a, const char *b)
{
	return cc_words_join(in, CC_MSG_CLAUSE_SEPARATOR, a, b);
}

static const char *
bracketed(const struct cc_words_in *in, const char *name, const char *detail)
{
	if (detail == NULL || *detail == '\0')
		return name;
	return cc_say_with(
	    in, CC_MSG_NAME_DETAIL, "name", name, "detail", detail, NULL);
}

const char *
cc_response_text(
    const struct cc_words_in *in, const struct cc_fact *fact, const char *code)
{
	const char *scheme = cc_case_criteria(in->course, in->terms, fact);
	const char *name =
	    cc_name(in, CC_IN_RESPONSE, scheme, code, CC_NAME_FULL);

	return strcmp(name, code) == 0 ? code : bracketed(in, name, code);
}

/* ---- what adds to a name ---- */

static const char *
dose_text(const struct cc_words_in *in, const struct cc_fact *fact,
    const struct cc_dose *dose)
{
	const char *unit = cc_unit_text(in, fact->unit);
	const char *text;

	if (dose->amount == 0)
		text = cc_say(in, CC_MSG_HELD);
	else if (dose->to_written != NULL)
		text = cc_arena_printf(in->arena, "%s→%s %s", dose->written,
		    dose->to_written, unit);
	else
		text = cc_arena_printf(in->arena, "%s %s", dose->written, unit);
	if (dose->when.time.text == NULL)
		return text;
	return bracketed(in, text, cc_date_text(in, &dose->when.span));
}

static const char *
doses_text(const struct cc_words_in *in, const struct cc_fact *fact)
{
	const char *text = NULL;

	for (size_t i = 0; i < fact->dose_count; i++)
		text = list(in, text, dose_text(in, fact, &fact->doses[i]));
	return text;
}

/* What was found, then what was not: in a Chinese list "not detected" would
 * hold for all that follows it. */
static const char *
findings_text(const struct cc_words_in *in, const struct cc_fact *fact)
{
	const char *text[2] = {NULL, NULL};

	for (size_t i = 0; i < fact->finding_count; i++) {
		const struct cc_finding *finding = &fact->findings[i];
		enum cc_message separator = finding->absent
		                                ? CC_MSG_PART_SEPARATOR
		                                : CC_MSG_LIST_SEPARATOR;

		text[finding->absent] = cc_words_join(in, separator,
		    text[finding->absent], cc_finding_text(in, finding));
	}
	return cc_words_join(in, CC_MSG_PART_SEPARATOR, text[0], text[1]);
}

static const char *
panel_text(const struct cc_words_in *in, const struct cc_fact *panel)
{
	const char *text = NULL;

	for (size_t i = 0; i < panel->value_count; i++) {
		const struct cc_value *value = &panel->values[i];
		const char *unit =
		    cc_unit_text(in, cc_value_unit(in->terms, panel, value));

		text = cc_words_join(in, CC_MSG_LIST_SEPARATOR, text,
		    cc_arena_printf(in->arena, "%s %s%s%s",
			cc_name(
			    in, CC_IN_TEST, NULL, value->code, CC_NAME_FULL),
			cc_value_text(in, value), *unit != '\0' ? " " : "",
			unit));
	}
	return text;
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

/* "grade 3"; of chronic GVHD "moderate". */
static const char *
grade_text(const struct cc_words_in *in, const char *grade)
{
	const char *word = cc_grade_word(in, grade);

	return word != NULL ? word
	                    : cc_say_with(in, CC_MSG_GRADE_N, "n", grade, NULL);
}

const char *
cc_fact_detail(
    const struct cc_words_in *in, const struct cc_fact *fact, bool doses)
{
	const char *text = NULL;

	if (fact->intent != NULL)
		text =
		    cc_name(in, CC_IN_INTENT, NULL, fact->intent, CC_NAME_FULL);
	if (fact->cycles > 0)
		text = list(
		    in, text, cc_say_count(in, CC_MSG_CYCLES, fact->cycles));
	if (fact->grade != NULL)
		text = list(in, text, grade_text(in, fact->grade));
	if (fact->donor != NULL)
		text = list(in, text, cc_donor_text(in, fact->donor));
	text = list(in, text, fact->result);
	if (fact->stage != NULL)
		text = list(in, text, cc_stage_text(in, fact->stage));
	if (doses)
		text = list(in, text, doses_text(in, fact));
	if (fact->finding_count > 0)
		text = list(in, text, findings_text(in, fact));
	if (fact->kind == CC_KIND_PANEL)
		text = list(in, text, panel_text(in, fact));
	if (fact->best != NULL)
		text = list(in, text,
		    cc_arena_printf(in->arena, "%s %s",
			cc_say(in, CC_MSG_BEST_RESPONSE), fact->best));
	return list(in, text, cc_text_in(in, &fact->notes));
}

/* ---- sentences ---- */

static const char *
say(const struct cc_words_in *in, enum cc_message message, const char *name,
    const char *when)
{
	return cc_say_with(in, message, "name", name, "when", when, NULL);
}

/* "Jul 2022: PET-CT (many lytic lesions)". */
static const char *
plain(
    const struct cc_words_in *in, const struct cc_fact *fact, const char *name)
{
	return say(in, CC_MSG_TOLD_PLAIN, name, cc_when_brief(in, fact));
}

static const char *
named(const struct cc_words_in *in, const struct cc_fact *fact)
{
	return bracketed(in, cc_fact_name(in, fact, CC_NAME_SHORT),
	    cc_fact_detail(in, fact, false));
}

/* A label may be a sentence of its own: only names of codes are woven in. */
static bool
has_words(const struct cc_fact *fact)
{
	return fact->labels.count > 0;
}

/* Observation and treatment-free remission are courses, but given they are
 * not. */
static bool
is_drug(const struct cc_words_in *in, const struct cc_fact *fact)
{
	const struct cc_term *term =
	    fact->code == NULL
		? NULL
		: cc_terms_find(in->terms, CC_IN_TREATMENT, NULL, fact->code);

	return term == NULL || g_strcmp0(term->class, "observation") != 0;
}

/* Both ends, or what is known of them. */
static const char *
tell_given(
    const struct cc_words_in *in, const struct cc_fact *fact, const char *name)
{
	const struct cc_span *span = &fact->when.span;
	bool started = span->dated && span->interval &&
	               span->start_form != CC_MOMENT_EMPTY &&
	               span->start_form != CC_MOMENT_OPEN;

	if (started && span->end_form == CC_MOMENT_EMPTY)
		return say(
		    in, CC_MSG_TOLD_BEGUN, name, cc_when_start(in, fact));
	if (started && span->end_form == CC_MOMENT_OPEN)
		return say(
		    in, CC_MSG_TOLD_ONGOING, name, cc_when_start(in, fact));
	if (!span->dated || (span->interval && !started))
		return plain(in, fact, name);
	return say(in, CC_MSG_TOLD_TREATED, name, cc_when_text(in, fact));
}

static const char *
tell_treatment(const struct cc_words_in *in, const struct cc_fact *fact)
{
	const char *name = named(in, fact);

	switch (fact->status) {
	case CC_STATUS_PLANNED:
		return plain(in, fact,
		    cc_say_with(in, CC_MSG_PLANNED_NAMED, "name", name, NULL));
	case CC_STATUS_NOT_DONE:
		if (has_words(fact))
			return plain(in, fact, name);
		return plain(in, fact,
		    cc_say_with(in, CC_MSG_NOT_DONE_NAMED, "name", name, NULL));
	case CC_STATUS_DONE:
		break;
	}
	if (fact->kind != CC_KIND_TREATMENT || has_words(fact) ||
	    !is_drug(in, fact))
		return plain(in, fact, name);
	return tell_given(in, fact, name);
}

/* A label that begins with the code says it all. */
const char *
cc_response_named(const struct cc_words_in *in, const struct cc_fact *fact)
{
	const char *label = cc_text_in(in, &fact->labels);

	if (label != NULL && g_str_has_prefix(label, fact->code))
		return label;
	return list(in, cc_response_text(in, fact, fact->code), label);
}

static const char *
tell_response(const struct cc_words_in *in, const struct cc_fact *fact)
{
	return say(in, CC_MSG_TOLD_RESPONSE,
	    bracketed(
		in, cc_response_named(in, fact), cc_text_in(in, &fact->notes)),
	    cc_when_text(in, fact));
}

static const char *
tell_relapse(const struct cc_words_in *in, const struct cc_fact *fact)
{
	const char *told =
	    say(in, CC_MSG_TOLD_RELAPSE, "", cc_when_text(in, fact));
	const char *label = cc_text_in(in, &fact->labels);

	if (label == NULL && fact->code != NULL)
		label = cc_fact_name(in, fact, CC_NAME_FULL);
	told = cc_words_join(in, CC_MSG_LABEL_SEPARATOR, told, label);
	return bracketed(in, told, cc_text_in(in, &fact->notes));
}

static const char *
tell_diagnosis(const struct cc_words_in *in, const struct cc_fact *fact)
{
	const char *told = say(in, CC_MSG_TOLD_DIAGNOSED,
	    bracketed(in, cc_fact_name(in, fact, CC_NAME_FULL),
		cc_fact_detail(in, fact, false)),
	    cc_when_text(in, fact));

	if (fact->evolved_from == NULL)
		return told;
	return list(in, told,
	    cc_say_with(in, CC_MSG_TOLD_EVOLVED, "name",
		cc_fact_name(in, fact->evolved_from, CC_NAME_SHORT), NULL));
}

static const char *
tell_outcome(const struct cc_words_in *in, const struct cc_fact *fact)
{
	const char *when = cc_when_text(in, fact);
	const char *told;

	if (strcmp(fact->code, "death") != 0)
		return say(in, CC_MSG_TOLD_ALIVE,
		    cc_fact_name(in, fact, CC_NAME_FULL), when);
	told =
	    fact->cause == NULL
		? say(in, CC_MSG_TOLD_DIED, "", when)
		: cc_say_with(in, CC_MSG_TOLD_DIED_OF, "when", when, "cause",
		      cc_name(in, CC_IN_CAUSE, NULL, fact->cause, CC_NAME_FULL),
		      NULL);
	return bracketed(in, told, cc_text_in(in, &fact->labels));
}

/* "Jul 2022, FISH: t(4;14)". */
static const char *
tell_tests(const struct cc_words_in *in, const struct cc_fact *fact)
{
	const char *name = cc_text_in(in, &fact->labels);

	if (name == NULL)
		name = fact->kind == CC_KIND_PANEL
		           ? cc_say(in, CC_MSG_TOLD_LABORATORY)
		           : cc_fact_name(in, fact, CC_NAME_SHORT);
	name = list(in, cc_when_brief(in, fact), name);
	return cc_words_join(
	    in, CC_MSG_LABEL_SEPARATOR, name, cc_fact_detail(in, fact, false));
}

const char *
cc_fact_sentence(const struct cc_words_in *in, const struct cc_fact *fact)
{
	switch (fact->kind) {
	case CC_KIND_DIAGNOSIS:
		return tell_diagnosis(in, fact);
	case CC_KIND_TREATMENT:
	case CC_KIND_PROCEDURE:
		return tell_treatment(in, fact);
	case CC_KIND_RESPONSE:
		return tell_response(in, fact);
	case CC_KIND_RELAPSE:
		return tell_relapse(in, fact);
	case CC_KIND_EVENT:
		return plain(in, fact, named(in, fact));
	case CC_KIND_GENETICS:
	case CC_KIND_PANEL:
		return tell_tests(in, fact);
	case CC_KIND_OUTCOME:
		return tell_outcome(in, fact);
	case CC_KIND_LESION:
	case CC_KIND_SERIES:
	case CC_KIND_COMMENT:
	case CC_KIND_COUNT:
		break;
	}
	return NULL;
}
