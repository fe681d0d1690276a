/* What a fact is called: in the author's words, else in those of its code; where
 * it was, how long it lasted, and that it was not done. */
#include "words/date.h"
#include "words/prose.h"

#include "follow/act.h"
#include "model/kind.h"
#include "model/model.h"

#include <string.h>

/* What is said of a kind that names itself: outcomes, relapse, panels. NULL:
 * nothing. */
static const char *
kind_name(const struct cc_words_in *in, const struct cc_fact *fact)
{
	static const struct {
		const char *code;
		enum cc_message message;
	} outcomes[] = {
	    {"death", CC_MSG_DEATH},
	    {"alive", CC_MSG_ALIVE},
	    {"lost-to-follow-up", CC_MSG_LOST_TO_FOLLOW_UP},
	};

	if (fact->kind == CC_KIND_RELAPSE)
		return cc_say(in, CC_MSG_RELAPSE);
	if (fact->kind == CC_KIND_GENETICS)
		return cc_say(in, CC_MSG_GENETICS);
	if (fact->kind == CC_KIND_PANEL)
		return cc_say(in, CC_MSG_LABORATORY);
	if (fact->kind != CC_KIND_OUTCOME || fact->code == NULL)
		return NULL;
	for (size_t i = 0; i < G_N_ELEMENTS(outcomes); i++)
		if (strcmp(outcomes[i].code, fact->code) == 0)
			return cc_say(in, outcomes[i].message);
	return NULL;
}

static const char *
scheme_of(const struct cc_fact *fact)
{
	if (fact->kind != CC_KIND_RESPONSE && fact->kind != CC_KIND_RELAPSE)
		return NULL;
	return fact->scheme;
}

/* The vocabulary's name of a fact, or NULL. */
static const char *
known_name(const struct cc_words_in *in, const struct cc_fact *fact,
    enum cc_name_form form)
{
	enum cc_scope scope = cc_kind_row(fact->kind)->scope;
	const char *scheme = scheme_of(fact);

	if (fact->kind == CC_KIND_OUTCOME)
		return kind_name(in, fact);
	if (fact->sites.count > 0 && fact->kind == CC_KIND_LESION)
		return cc_sites_text(in, fact);
	/* The scheme names responses, and the kinds of relapse. */
	if (fact->kind == CC_KIND_RESPONSE ||
	    (fact->kind == CC_KIND_RELAPSE && form == CC_NAME_FULL))
		scope = CC_IN_RESPONSE;
	/* An act may be known as a treatment alone: one plasma exchange. */
	else if (scope != CC_IN_COUNT && fact->term != NULL)
		scope = fact->term->in;
	if (fact->code == NULL || scope == CC_IN_COUNT)
		return NULL;
	if (cc_terms_find(in->terms, scope, scheme, fact->code) == NULL)
		return NULL;
	return cc_name(in, scope, scheme, fact->code, form);
}

/* Methods are written as the laboratory does: FISH, NGS. One has a name of its
 * own in other languages. */
static const char *
method_name(const struct cc_words_in *in, const struct cc_fact *fact)
{
	if (g_strcmp0(fact->method, "karyotype") == 0)
		return cc_say(in, CC_MSG_KARYOTYPE);
	return fact->method;
}

/* "C1D1" is the same in all languages. */
static bool
is_sign(const char *label)
{
	bool digit = false;

	for (const char *p = label; *p != '\0'; p++) {
		if (g_ascii_islower(*p) || (unsigned char)*p >= 0x80)
			return false;
		digit = digit || g_ascii_isdigit(*p);
	}
	return digit;
}

/* A label of another language that is a sign; NULL: none. */
static const char *
sign_label(const struct cc_words_in *in, const struct cc_fact *fact)
{
	const char *label = cc_text_in(in, &fact->labels);

	return label != NULL && is_sign(label) ? label : NULL;
}

/* The author's words: said as they are. NULL: others come before them. */
static const char *
own_label(const struct cc_words_in *in, const struct cc_fact *fact)
{
	const char *label = cc_texts_find(&fact->labels, in->lang);

	return label != NULL ? label : sign_label(in, fact);
}

/* Of acts and events where they were: "liver biopsy", "acute GVHD (gut)",
 * "radiotherapy (mediastinum)". What else has a site adds it to its detail. */
static const char *
with_site(
    const struct cc_words_in *in, const struct cc_fact *fact, const char *name)
{
	const char *sites = cc_sites_text(in, fact);

	if (sites == NULL || cc_words_hold(name, sites) ||
	    (fact->kind != CC_KIND_PROCEDURE &&
		fact->kind != CC_KIND_TREATMENT && fact->kind != CC_KIND_EVENT))
		return name;
	if (cc_act_is_of_site(fact))
		return cc_say_with(
		    in, CC_MSG_NAME_OF_SITE, "name", name, "site", sites, NULL);
	return cc_bracketed(in, name, sites);
}

/* How long it lasted, where no bar and no date tell that. */
static const char *
with_length(
    const struct cc_words_in *in, const struct cc_fact *fact, const char *name)
{
	const struct cc_span *span = &fact->when.span;

	if (span->lasted == NULL)
		return name;
	return cc_bracketed(in, name, cc_period_text(in, span->lasted));
}

/* What is said of an act that is planned or was not done, and of one that has
 * a name of ours. */
struct status_words {
	enum cc_message alone, named;
};

static struct status_words
status_words(const struct cc_fact *fact)
{
	static const struct status_words planned = {
	    CC_MSG_PLANNED, CC_MSG_PLANNED_NAMED};
	static const struct status_words not_done = {
	    CC_MSG_NOT_DONE, CC_MSG_NOT_DONE_NAMED};
	static const struct status_words not_given = {
	    CC_MSG_NOT_GIVEN, CC_MSG_NOT_GIVEN_NAMED};
	static const struct status_words not_found = {
	    CC_MSG_NOT_SEEN, CC_MSG_NOT_SEEN_NAMED};
	static const struct status_words not_seen = {
	    CC_MSG_DID_NOT_OCCUR, CC_MSG_DID_NOT_OCCUR_NAMED};

	if (fact->status == CC_STATUS_PLANNED)
		return planned;
	if (fact->kind == CC_KIND_TREATMENT && !cc_act_is_observation(fact))
		return not_given;
	if (fact->kind == CC_KIND_LESION)
		return not_found;
	if (fact->kind == CC_KIND_EVENT)
		return not_seen;
	return not_done;
}

/* The status in brackets behind words of the author's, for they may be any:
 * "ASCT refused (not done)". */
static const char *
with_status(const struct cc_words_in *in, const struct cc_fact *fact,
    const char *name, bool authors)
{
	struct status_words words;

	if (fact->status == CC_STATUS_DONE)
		return name;
	words = status_words(fact);
	if (!authors)
		return cc_say_with(in, words.named, "name", name, NULL);
	if (cc_words_hold(name, cc_say(in, words.alone)))
		return name;
	return cc_bracketed(in, name, cc_say(in, words.alone));
}

/* A name, and whose words it is in. */
struct called {
	const char *name;
	bool authors;
};

static struct called
call(const struct cc_words_in *in, const struct cc_fact *fact,
    enum cc_name_form form)
{
	const char *name = own_label(in, fact);

	if (name != NULL)
		return (struct called){name, true};
	name = known_name(in, fact, form);
	if (name != NULL)
		return (struct called){name, false};
	name = cc_text_in(in, &fact->labels);
	if (name != NULL)
		return (struct called){name, true};
	if (fact->kind == CC_KIND_RELAPSE)
		name = kind_name(in, fact);
	if (name == NULL)
		name = fact->code;
	if (name == NULL)
		name = method_name(in, fact);
	if (name == NULL)
		name = kind_name(in, fact);
	if (name == NULL)
		name = cc_kind_row(fact->kind)->element;
	return (struct called){name, false};
}

const char *
cc_fact_name(const struct cc_words_in *in, const struct cc_fact *fact,
    enum cc_name_form form)
{
	struct called called = call(in, fact, form);

	if (!called.authors)
		called.name = with_site(in, fact, called.name);
	return with_status(
	    in, fact, with_length(in, fact, called.name), called.authors);
}

const char *
cc_fact_bare_name(const struct cc_words_in *in, const struct cc_fact *fact)
{
	struct called called = call(in, fact, CC_NAME_SHORT);

	if (!called.authors && cc_act_is_of_site(fact))
		called.name = with_site(in, fact, called.name);
	return with_status(in, fact, called.name, called.authors);
}

const char *
cc_fact_capital(
    const struct cc_words_in *in, const struct cc_fact *fact, const char *text)
{
	struct called called = call(in, fact, CC_NAME_FULL);

	if (called.authors && g_str_has_prefix(text, called.name))
		return text;
	return cc_capital(in, text);
}

const char *
cc_name_for(
    const struct cc_words_in *in, const struct cc_fact *fact, const char *name)
{
	return cc_words_join(in, CC_MSG_LABEL_SEPARATOR,
	    cc_patient_name(in, fact->patient), name);
}
