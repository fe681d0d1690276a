#include "words/date.h"
#include "words/language.h"
#include "words/prose.h"

#include "base/plain.h"
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

bool
cc_code_is_word(const char *code)
{
	while (g_ascii_islower(*code) || *code == '-')
		code++;
	return *code == '\0';
}

/* Responses are drawn as their codes: PR; MRD- with a minus. A code that is a
 * word, refractory, is one of English. */
static const char *
response_name(
    const struct cc_words_in *in, const struct cc_term *term, const char *code)
{
	const char *text = NULL;

	if (term == NULL)
		return code;
	text = cc_texts_find(&term->abbreviations, in->lang);
	if (text == NULL && cc_code_is_word(code) &&
	    strcmp(in->lang, LANG_LAST) != 0)
		text = cc_texts_find(&term->labels, in->lang);
	if (text == NULL)
		text = cc_texts_find(&term->abbreviations, LANG_LAST);
	return text != NULL ? text : code;
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
	if (scope == CC_IN_RESPONSE && form == CC_NAME_SHORT)
		return response_name(in, term, code);
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

static bool
has_all(char **words, char **of)
{
	for (; *of != NULL; of++)
		if (!g_strv_contains((const char *const *)words, *of))
			return false;
	return true;
}

/* Who reads the one reads the other: hospital discharge, discharge. */
static bool
is_part(const char *a, const char *b)
{
	g_auto(GStrv) one = cc_plain_words(a);
	g_auto(GStrv) other = cc_plain_words(b);

	return has_all(one, other) || has_all(other, one);
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
	    says_parts(in, term, drawn) ||
	    (term != NULL && term->renamed && is_part(drawn, full)))
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
cc_endpoint_name(const struct cc_words_in *in, const char *endpoint)
{
	static const enum cc_scope scopes[] = {CC_IN_SITE, CC_IN_TEST};

	for (size_t i = 0; i < G_N_ELEMENTS(scopes); i++)
		if (cc_terms_find(in->terms, scopes[i], NULL, endpoint) != NULL)
			return cc_name(
			    in, scopes[i], NULL, endpoint, CC_NAME_SHORT);
	return NULL;
}

const char *
cc_sites_text(const struct cc_words_in *in, const struct cc_fact *fact)
{
	if (fact->sites.count == 0)
		return NULL;
	return names_joined(
	    in, CC_IN_SITE, &fact->sites, CC_MSG_LIST_SEPARATOR);
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
