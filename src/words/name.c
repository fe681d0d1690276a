#include "words/language.h"

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

const char *
cc_capital(const struct cc_words_in *in, const char *text)
{
	size_t word = strcspn(text, " -");
	char *to;

	if (!g_ascii_islower(text[0]) || !g_ascii_islower(text[1]))
		return text;
	/* A name with capitals of its own: ddPCR, mTOR. */
	for (size_t i = 0; i < word; i++)
		if (g_ascii_isupper(text[i]))
			return text;
	to = cc_arena_strdup(in->arena, text);
	to[0] = g_ascii_toupper(text[0]);
	return to;
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

const char *
cc_abbreviation_text(const struct cc_words_in *in, enum cc_scope scope,
    const char *scheme, const char *code)
{
	const struct cc_term *term =
	    cc_terms_find(in->terms, scope, scheme, code);
	const char *drawn = cc_name(in, scope, scheme, code, CC_NAME_SHORT);
	const char *full = term_name(in, term, CC_NAME_FULL);

	if (full == NULL && term != NULL && term->parts.count > 0)
		full = names_joined(
		    in, CC_IN_TREATMENT, &term->parts, CC_MSG_REGIMEN_PLUS);
	if (full == NULL || strcmp(full, drawn) == 0)
		return NULL;
	return cc_say_with(in, CC_MSG_ABBREVIATION_DEFINITION, "short", drawn,
	    "full", full, NULL);
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
scheme_of(const struct cc_words_in *in, const struct cc_fact *fact)
{
	if (fact->kind != CC_KIND_RESPONSE && fact->kind != CC_KIND_RELAPSE)
		return NULL;
	return cc_case_criteria(in->course, in->terms, fact);
}

/* The vocabulary's name of a fact, or NULL. */
static const char *
known_name(const struct cc_words_in *in, const struct cc_fact *fact,
    enum cc_name_form form)
{
	enum cc_scope scope = cc_kind_row(fact->kind)->scope;
	const char *scheme = scheme_of(in, fact);

	if (fact->kind == CC_KIND_OUTCOME)
		return kind_name(in, fact);
	if (fact->sites.count > 0 && fact->kind == CC_KIND_LESION)
		return names_joined(
		    in, CC_IN_SITE, &fact->sites, CC_MSG_LIST_SEPARATOR);
	/* The scheme names responses, and the kinds of relapse. */
	if (fact->kind == CC_KIND_RESPONSE ||
	    (fact->kind == CC_KIND_RELAPSE && form == CC_NAME_FULL))
		scope = CC_IN_RESPONSE;
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

const char *
cc_fact_name(const struct cc_words_in *in, const struct cc_fact *fact,
    enum cc_name_form form)
{
	const char *name = cc_texts_find(&fact->labels, in->lang);

	if (name == NULL)
		name = sign_label(in, fact);
	if (name == NULL)
		name = known_name(in, fact, form);
	if (name == NULL)
		name = cc_text_in(in, &fact->labels);
	if (name == NULL && fact->kind == CC_KIND_RELAPSE)
		name = kind_name(in, fact);
	if (name == NULL)
		name = fact->code;
	if (name == NULL)
		name = method_name(in, fact);
	if (name == NULL)
		name = kind_name(in, fact);
	return name != NULL ? name : cc_kind_row(fact->kind)->element;
}

const char *
cc_finding_text(const struct cc_words_in *in, const struct cc_finding *finding)
{
	const char *name =
	    cc_name(in, CC_IN_FINDING, NULL, finding->text, CC_NAME_SHORT);

	if (finding->absent)
		return cc_say_with(in, CC_MSG_ABSENT, "name", name, NULL);
	if (finding->vaf_written == NULL)
		return name;
	return cc_say_with(in, CC_MSG_VAF, "name", name, "vaf",
	    cc_digits_text(in, finding->vaf_written), NULL);
}
