/* Facts as sentences. */
#include "follow/act.h"
#include "follow/contact.h"
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
	return cc_arena_join(in->arena, a, cc_say(in, separator), b, NULL);
}

void
cc_words_add(const struct cc_words_in *in, GString **list,
    enum cc_message separator, const char *word)
{
	if (word == NULL || *word == '\0')
		return;
	if (*list == NULL)
		*list = g_string_new(NULL);
	else
		g_string_append(*list, cc_say(in, separator));
	g_string_append(*list, word);
}

const char *
cc_words_listed(const struct cc_words_in *in, GString *list)
{
	return list != NULL ? cc_words_take(in, list) : NULL;
}

static const char *
list(const struct cc_words_in *in, const char *a, const char *b)
{
	return cc_words_join(in, CC_MSG_CLAUSE_SEPARATOR, a, b);
}

const char *
cc_response_text(
    const struct cc_words_in *in, const struct cc_fact *fact, const char *code)
{
	const char *name =
	    cc_name(in, CC_IN_RESPONSE, fact->scheme, code, CC_NAME_FULL);
	const char *brief =
	    cc_name(in, CC_IN_RESPONSE, fact->scheme, code, CC_NAME_SHORT);

	if (strcmp(name, code) == 0 || strcmp(name, brief) == 0)
		return brief;
	/* A word in place of an abbreviation, "refractory", adds nothing. */
	return cc_code_is_word(brief) ? name : cc_bracketed(in, name, brief);
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
	return cc_bracketed(in, cc_fact_name(in, fact, CC_NAME_SHORT),
	    cc_fact_detail(in, fact, false));
}

/* A label may be a sentence of its own: only names of codes are woven in. */
static bool
has_words(const struct cc_fact *fact)
{
	return fact->labels.count > 0;
}

/* Drugs are given; the verb of radiotherapy is another one in some languages.
 */
static const char *
given(const struct cc_words_in *in, const struct cc_fact *fact,
    enum cc_message message, const char *name, const char *when)
{
	enum cc_message verb = cc_act_is_radiotherapy(fact)
	                           ? CC_MSG_VERB_IRRADIATED
	                           : CC_MSG_VERB_GIVEN;

	return cc_say_with(in, message, "name", name, "when", when, "verb",
	    cc_say(in, verb), NULL);
}

static bool
died(const struct cc_words_in *in, const struct cc_fact *fact)
{
	return in->follow->patients[fact->patient].death != NULL;
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
	/* From the first of them on, "weekly x 4". */
	bool repeated = !span->interval &&
	                cc_extent_of(in->follow, fact, NULL).span.interval;

	if (repeated || (started && span->end_form == CC_MOMENT_EMPTY))
		return given(
		    in, fact, CC_MSG_TOLD_BEGUN, name, cc_when_start(in, fact));
	if (started && span->end_form == CC_MOMENT_OPEN)
		return given(in, fact,
		    died(in, fact) ? CC_MSG_TOLD_TO_DEATH : CC_MSG_TOLD_ONGOING,
		    name, cc_when_start(in, fact));
	if (!span->dated || (span->interval && !started))
		return plain(in, fact, name);
	return given(
	    in, fact, CC_MSG_TOLD_TREATED, name, cc_when_text(in, fact));
}

static const char *
tell_treatment(const struct cc_words_in *in, const struct cc_fact *fact)
{
	const char *name = named(in, fact);

	if (!fact->happened)
		return plain(in, fact, name);
	if (fact->kind != CC_KIND_TREATMENT || has_words(fact) ||
	    cc_act_is_observation(fact))
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
	    cc_bracketed(in, cc_response_named(in, fact),
		cc_fact_detail(in, fact, false)),
	    cc_when_text(in, fact));
}

static const char *
tell_relapse(const struct cc_words_in *in, const struct cc_fact *fact)
{
	const char *told =
	    say(in, CC_MSG_TOLD_RELAPSE, "", cc_when_text(in, fact));
	const char *label = fact->code != NULL
	                        ? cc_fact_name(in, fact, CC_NAME_FULL)
	                        : cc_text_in(in, &fact->labels);

	told = cc_words_join(in, CC_MSG_LABEL_SEPARATOR, told, label);
	return cc_bracketed(in, told, cc_fact_detail(in, fact, false));
}

static const char *
tell_diagnosis(const struct cc_words_in *in, const struct cc_fact *fact)
{
	const char *told = say(in,
	    has_words(fact) ? CC_MSG_TOLD_DIAGNOSIS : CC_MSG_TOLD_DIAGNOSED,
	    cc_bracketed(in, cc_small(in, cc_fact_name(in, fact, CC_NAME_FULL)),
		cc_fact_detail(in, fact, false)),
	    cc_when_text(in, fact));

	if (fact->evolved_from == NULL)
		return told;
	return list(in, told,
	    cc_say_with(in, CC_MSG_TOLD_EVOLVED, "name",
		cc_small(
		    in, cc_fact_name(in, fact->evolved_from, CC_NAME_SHORT)),
		NULL));
}

/* "the patient" is the first one; another's name stands before the sentence. */
static const char *
tell_death(
    const struct cc_words_in *in, const struct cc_fact *fact, const char *when)
{
	const bool first = fact->patient == 0;

	if (fact->cause == NULL)
		return say(in, first ? CC_MSG_TOLD_DIED : CC_MSG_SUMMARY_DIED,
		    "", when);
	return cc_say_with(in,
	    first ? CC_MSG_TOLD_DIED_OF : CC_MSG_SUMMARY_DIED_OF, "when", when,
	    "cause", cc_name(in, CC_IN_CAUSE, NULL, fact->cause, CC_NAME_FULL),
	    NULL);
}

const char *
cc_outcome_told(const struct cc_words_in *in, const struct cc_fact *fact)
{
	const char *code = fact->code;

	if (code != NULL && fact->status == CC_STATUS_DONE &&
	    cc_texts_find(&fact->labels, in->lang) == NULL) {
		if (strcmp(code, "alive") == 0)
			return cc_say(in, CC_MSG_TOLD_AS_ALIVE);
		if (strcmp(code, "lost-to-follow-up") == 0)
			return cc_say(in, CC_MSG_TOLD_AS_LOST);
	}
	return cc_small(in, cc_fact_name(in, fact, CC_NAME_FULL));
}

static const char *
tell_outcome(const struct cc_words_in *in, const struct cc_fact *fact)
{
	const char *when = cc_when_text(in, fact);
	const char *told;

	if (!cc_fact_is_death(fact))
		return cc_bracketed(in,
		    say(in, CC_MSG_TOLD_ALIVE,
			cc_words_join(in, CC_MSG_CLAUSE_SEPARATOR,
			    cc_outcome_told(in, fact),
			    fact->no_progression
				? cc_say(in, CC_MSG_NO_PROGRESSION)
				: NULL),
			when),
		    cc_fact_detail(in, fact, false));
	told = tell_death(in, fact, when);
	return cc_bracketed(in,
	    cc_bracketed(in, told, cc_texts_find(&fact->labels, in->lang)),
	    cc_fact_detail(in, fact, false));
}

/* "Jul 2022, FISH: t(4;14)". */
static const char *
tell_tests(const struct cc_words_in *in, const struct cc_fact *fact)
{
	const char *name = cc_fact_name(in, fact, CC_NAME_SHORT);

	if (fact->kind == CC_KIND_PANEL && fact->labels.count == 0)
		name = cc_say(in, CC_MSG_TOLD_LABORATORY);
	name = list(in, cc_when_brief(in, fact), name);
	return cc_words_join(
	    in, CC_MSG_LABEL_SEPARATOR, name, cc_fact_detail(in, fact, false));
}

static const char *
tell(const struct cc_words_in *in, const struct cc_fact *fact)
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

const char *
cc_fact_sentence(const struct cc_words_in *in, const struct cc_fact *fact)
{
	const char *told = tell(in, fact);

	if (told == NULL)
		return NULL;
	return cc_arena_join(in->arena, told, cc_cites_text(in, fact), NULL);
}
