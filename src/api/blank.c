/* Blank cases to fill in, and what a case leaves unsaid in a language. */
#include "api/context.h"

#include "model/kind.h"

#include <string.h>

/* What templates/cases/generic.xml says where the disease's code belongs. */
#define BLANK_CODE "DISEASE"

static char *
blank_generic(const struct clincourse *context, const struct cc_term *disease)
{
	const struct cc_source *blank =
	    g_hash_table_lookup(context->blanks, "generic");
	GString *text;

	if (blank == NULL)
		return NULL;
	text = g_string_new_len(blank->bytes, (gssize)blank->length);
	g_string_replace(text, BLANK_CODE, disease->code, 0);
	return g_string_free(text, FALSE);
}

char *
clincourse_blank(struct clincourse *context, const char *disease,
    struct clincourse_diags *diags)
{
	const struct cc_term *term =
	    cc_vocab_find(context->vocab, CC_IN_DISEASE, NULL, disease);
	const struct cc_source *blank = g_hash_table_lookup(
	    context->blanks, term != NULL ? term->code : disease);
	g_autofree char *hint = NULL;
	const char *nearest;
	char *text;

	if (blank != NULL)
		return g_strndup(blank->bytes, blank->length);
	text = term != NULL ? blank_generic(context, term) : NULL;
	if (text != NULL)
		return text;
	nearest =
	    cc_vocab_nearest(context->vocab, CC_IN_DISEASE, NULL, disease);
	hint = nearest == NULL
	           ? g_strdup("")
	           : g_strdup_printf("; the nearest is \"%s\"", nearest);
	cc_diag(&diags->list, CC_E481, (struct cc_pos){0}, disease, hint);
	return NULL;
}

static bool
texts_lack(const struct cc_texts *texts, const char *lang)
{
	return texts->count > 0 && cc_texts_find(texts, lang) == NULL;
}

static void
texts_check(
    const struct cc_texts *texts, const char *lang, struct cc_diags *diags)
{
	if (texts_lack(texts, lang))
		cc_diag(diags, CC_N470, texts->item[0].pos, lang,
		    texts->item[0].text);
}

/* A label is not missed where the vocabulary has the word for the code. */
static void
fact_check(const struct clincourse_case *course, const struct cc_fact *fact,
    const char *lang, struct cc_diags *diags)
{
	const enum cc_scope scope = cc_kind_row(fact->kind)->scope;
	const struct cc_term *term = NULL;

	texts_check(&fact->notes, lang, diags);
	if (fact->code != NULL && scope != CC_IN_COUNT)
		term = cc_terms_find(&course->terms, scope, NULL, fact->code);
	if (term == NULL || texts_lack(&term->labels, lang))
		texts_check(&fact->labels, lang, diags);
}

bool
clincourse_check_language(const struct clincourse_case *course,
    const char *lang, struct clincourse_diags *diags)
{
	const struct cc_case *data = course->data;
	size_t i;

	if (!cc_language_known(course->context->languages, lang))
		return false;
	texts_check(&data->titles, lang, &diags->list);
	for (i = 0; i < data->line_count; i++) {
		texts_check(&data->lines[i].labels, lang, &diags->list);
		texts_check(&data->lines[i].notes, lang, &diags->list);
	}
	for (i = 0; i < data->fact_count; i++)
		fact_check(course, &data->facts[i], lang, &diags->list);
	return true;
}

void
clincourse_check_care(
    const struct clincourse_case *course, struct clincourse_diags *diags)
{
	cc_case_care(course->data, &course->terms, &diags->list);
}
