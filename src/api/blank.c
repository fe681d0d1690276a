/* Blank cases to fill in. */
#include "api/context.h"

#include "base/letter.h"
#include "model/find.h"

#include <string.h>

/* What templates/cases/generic.xml says where the disease's code belongs. */
#define BLANK_CODE "DISEASE"

/* The general one; `code` is a code or any words. */
static char *
blank_generic(const struct clincourse *context, const char *code)
{
	const struct cc_source *blank =
	    g_hash_table_lookup(context->blanks, "generic");
	g_autofree char *escaped = g_markup_escape_text(code, -1);
	GString *text;

	if (blank == NULL)
		return NULL;
	text = g_string_new_len(blank->bytes, (gssize)blank->length);
	g_string_replace(text, BLANK_CODE, escaped, 0);
	return g_string_free(text, FALSE);
}

static char *
blank_of(const struct clincourse *context, const char *code)
{
	const struct cc_source *own =
	    g_hash_table_lookup(context->blanks, code);

	return own != NULL ? g_strndup(own->bytes, own->length)
	                   : blank_generic(context, code);
}

/* Words that a file could hold. */
static bool
is_writable(const char *words, struct cc_diags *diags)
{
	const char *end;

	if (!g_utf8_validate(words, -1, &end)) {
		cc_diag(diags, CC_E488, (struct cc_pos){0}, "the disease",
		    (size_t)(end - words) + 1);
		return false;
	}
	for (const char *p = words; *p != '\0'; p = g_utf8_next_char(p))
		if (g_unichar_iscntrl(g_utf8_get_char(p))) {
			cc_diag(diags, CC_E489, (struct cc_pos){0},
			    "the disease", (unsigned)g_utf8_get_char(p));
			return false;
		}
	if (cc_noncharacter_find(words) == 0)
		return true;
	cc_diag(diags, CC_E489, (struct cc_pos){0}, "the disease",
	    (unsigned)cc_noncharacter_find(words));
	return false;
}

/* The one disease that the words fit best; NULL: none, or several do. */
static const struct cc_term *
disease_meant(const struct cc_vocab *vocab, const char *words)
{
	g_autoptr(GArray) found =
	    cc_vocab_search(vocab, CC_FIND_IN(CC_IN_DISEASE), words, 2);
	const struct cc_found *first = (const struct cc_found *)found->data;

	if (found->len == 0 || (found->len > 1 && first[0].fit == first[1].fit))
		return NULL;
	return first->term;
}

char *
clincourse_blank(struct clincourse *context, const char *disease,
    struct clincourse_diags *diags)
{
	const struct cc_pos nowhere = {0};
	const struct cc_term *term;
	g_autofree char *hint = NULL;

	if (!is_writable(disease, &diags->list))
		return NULL;
	term = cc_vocab_find(context->vocab, CC_IN_DISEASE, NULL, disease);
	if (term != NULL)
		return blank_of(context, term->code);
	if (g_hash_table_contains(context->blanks, disease))
		return blank_of(context, disease);
	term = disease_meant(context->vocab, disease);
	if (term != NULL) {
		cc_diag(&diags->list, CC_W481, nowhere, disease, term->code);
		return blank_of(context, term->code);
	}
	hint = cc_search_text(context->vocab, CC_IN_DISEASE, disease);
	cc_diag(&diags->list, CC_W482, nowhere, disease, hint);
	return blank_of(context, disease);
}
