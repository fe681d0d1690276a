/* Blank cases to fill in. */
#include "api/context.h"

#include "model/find.h"

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
	g_autoptr(GArray) found = NULL;
	char *text;

	if (blank != NULL)
		return g_strndup(blank->bytes, blank->length);
	text = term != NULL ? blank_generic(context, term) : NULL;
	if (text != NULL)
		return text;
	found = cc_vocab_search(
	    context->vocab, CC_FIND_IN(CC_IN_DISEASE), disease, 1);
	hint = found->len == 0 ? g_strdup("")
	                       : g_strdup_printf("; the nearest is \"%s\"",
				     g_array_index(found, struct cc_found, 0)
					 .term->code);
	cc_diag(&diags->list, CC_E481, (struct cc_pos){0}, disease, hint);
	return NULL;
}
