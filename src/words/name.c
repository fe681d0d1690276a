#include "words/date.h"
#include "words/language.h"
#include "words/prose.h"

#include "follow/act.h"
#include "model/compound.h"
#include "model/kind.h"
#include "model/model.h"

#include <string.h>

#define LANG_LAST "en" /* names are complete in English */

static const char *
term_text(const struct cc_term *term, const char *lang, enum cc_name_form form)
{
	const char *text = NULL;

	if (form == CC_NAME_SHORT)
		text = cc_texts_find(&term->abbreviations, lang);
	return text != NULL ? text : cc_texts_find(&term->labels, lang);
}

/* The term's own words, or NULL. */
static const char *
term_name(const struct cc_words_in *in, const struct cc_term *term,
    enum cc_name_form form)
{
	const char *text;

	if (term == NULL)
		return NULL;
	text = term_text(term, in->lang, form);
	return text != NULL ? text : term_text(term, LANG_LAST, form);
}

const char *
cc_name(const struct cc_words_in *in, enum cc_scope scope, const char *scheme,
    const char *code, enum cc_name_form form)
{
	const struct cc_term *term;
	const char *text;

	if (code == NULL)
		return NULL;
	term = cc_terms_find(in->terms, scope, scheme, code);
	/* Responses are drawn as their codes: PR; MRD- with a minus. */
	if (scope == CC_IN_RESPONSE && form == CC_NAME_SHORT) {
		text =
		    term != NULL ? cc_text_in(in, &term->abbreviations) : NULL;
		return text != NULL ? text : code;
	}
	text = term_name(in, term, form);
	if (text != NULL)
		return text;
	return term != NULL ? term->code : code;
}

static const char *
names_joined(const struct cc_words_in *in, enum cc_scope scope,
    const struct cc_words *codes, enum cc_message separator)
{
	GString *to = g_string_new(NULL);

	for (size_t i = 0; i < codes->count; i++) {
		if (i > 0)
			g_string_append(to, cc_say(in, separator));
		g_string_append(
		    to, cc_name(in, scope, NULL, codes->word[i], CC_NAME_FULL));
	}
	return cc_words_take(in, to);
}

bool
cc_fact_says_code(const struct cc_words_in *in, enum cc_scope scope,
    const struct cc_fact *fact)
{
	const char *label = cc_text_in(in, &fact->labels);

	return fact->code != NULL &&
	       (label == NULL ||
		   strstr(label, cc_name(in, scope, NULL, fact->code,
				     CC_NAME_SHORT)) != NULL);
}

/* What the author's word stands for; NULL: its parts. */
static const char *
house_name(const struct cc_words_in *in, const struct cc_term *term)
{
	const char *text = cc_texts_find(&term->meant, in->lang);

	return text != NULL ? text : cc_texts_find(&term->meant, LANG_LAST);
}

/* "A + B" is not made clearer by "A plus B", nor by "B plus A". */
static bool
says_parts(
    const struct cc_words_in *in, const struct cc_term *term, const char *drawn)
{
	for (size_t i = 0; i < term->parts.count; i++)
		if (strstr(drawn, cc_name(in, CC_IN_TREATMENT, NULL,
				      term->parts.word[i], CC_NAME_FULL)) ==
		    NULL)
			return false;
	return term->parts.count > 0;
}

const char *
cc_abbreviation_text(const struct cc_words_in *in, enum cc_scope scope,
    const char *scheme, const char *code)
{
	const struct cc_term *term =
	    cc_terms_find(in->terms, scope, scheme, code);
	const char *drawn = cc_name(in, scope, scheme, code, CC_NAME_SHORT);
	const char *full = term != NULL && term->renamed
	                       ? house_name(in, term)
	                       : term_name(in, term, CC_NAME_FULL);

	if (full == NULL && term != NULL && term->parts.count > 0)
		full = names_joined(
		    in, CC_IN_TREATMENT, &term->parts, CC_MSG_REGIMEN_PLUS);
	if (full == NULL || strcmp(full, drawn) == 0 ||
	    says_parts(in, term, drawn))
		return NULL;
	return cc_say_with(in, CC_MSG_ABBREVIATION_DEFINITION, "short", drawn,
	    "full", full, NULL);
}

bool
cc_name_is_own(
    const struct cc_words_in *in, enum cc_scope scope, const char *code)
{
	const struct cc_term *term =
	    code != NULL ? cc_terms_find(in->terms, scope, NULL, code) : NULL;

	return term != NULL && term->renamed &&
	       cc_abbreviation_text(in, scope, NULL, code) != NULL;
}

const struct cc_words *
cc_compound_parts(const struct cc_words_in *in, const char *code)
{
	const struct cc_term *term =
	    cc_is_compound(code)
		? cc_terms_find(in->terms, CC_IN_TREATMENT, NULL, code)
		: NULL;

	return term != NULL ? &term->parts : NULL;
}

const char *
cc_text_in(const struct cc_words_in *in, const struct cc_texts *texts)
{
	const char *text;

	if (texts->count == 0)
		return NULL;
	text = cc_texts_find(texts, in->lang);
	if (text == NULL && in->course != NULL)
		text = cc_texts_find(texts, in->course->lang);
	return text != NULL ? text : texts->item[0].text;
}

const char *
cc_donor_text(const struct cc_words_in *in, const char *donor)
{
	static const struct {
		const char *donor;
		enum cc_message message;
	} words[] = {
	    {"cord blood", CC_MSG_DONOR_CORD_BLOOD},
	    {"deceased", CC_MSG_DONOR_DECEASED},
	    {"haploidentical", CC_MSG_DONOR_HAPLOIDENTICAL},
	    {"living", CC_MSG_DONOR_LIVING},
	    {"sibling", CC_MSG_DONOR_SIBLING},
	    {"unrelated", CC_MSG_DONOR_UNRELATED},
	};

	for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
		if (strcmp(words[i].donor, donor) == 0)
			return cc_say_with(in, CC_MSG_DONOR, "donor",
			    cc_say(in, words[i].message), NULL);
	return donor;
}

const char *
cc_title(const struct cc_words_in *in)
{
	return cc_text_in(in, &in->course->titles);
}

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

bool
cc_words_hold(const char *text, const char *part)
{
	g_autofree char *a = NULL, *b = NULL;

	/* What is written alike, and what is longer, is most of what is asked:
	 * folding makes no word shorter than by the half. */
	if (strstr(text, part) != NULL)
		return true;
	if (strlen(part) > 2 * strlen(text))
		return false;
	a = g_utf8_casefold(text, -1);
	b = g_utf8_casefold(part, -1);
	return strstr(a, b) != NULL;
}

const char *
cc_sites_text(const struct cc_words_in *in, const struct cc_fact *fact)
{
	if (fact->sites.count == 0)
		return NULL;
	return names_joined(
	    in, CC_IN_SITE, &fact->sites, CC_MSG_LIST_SEPARATOR);
}

/* Of acts and events where they were: "liver biopsy", "acute GVHD (gut)",
 * "radiotherapy (mediastinum)". What
 * else has a site adds it to its detail. */
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

/* What the author wrote out beyond the name: t(9;22)(q34;q11). */
static const char *
finding_name(const struct cc_words_in *in, const struct cc_finding *finding)
{
	const char *name =
	    cc_name(in, CC_IN_FINDING, NULL, finding->text, CC_NAME_SHORT);

	return g_str_has_prefix(finding->text, name) &&
	               finding->text[strlen(name)] == '('
	           ? finding->text
	           : name;
}

const char *
cc_finding_text(const struct cc_words_in *in, const struct cc_finding *finding)
{
	const char *name = finding_name(in, finding);
	const char *full =
	    cc_name(in, CC_IN_FINDING, NULL, finding->text, CC_NAME_FULL);

	/* A gene that is not found reads as lost: it is its mutation. */
	if (finding->absent)
		return cc_say_with(in, CC_MSG_ABSENT, "name",
		    g_str_has_prefix(full, name) ? full : name, NULL);
	if (finding->vaf_written == NULL)
		return name;
	return cc_say_with(in, CC_MSG_VAF, "name", name, "vaf",
	    cc_digits_text(in, finding->vaf_written), NULL);
}
