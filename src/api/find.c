/* What a word may mean, as lines: "code TAB kind: name TAB found". */
#include "model/find.h"

#include "api/context.h"

#include <string.h>

#define FIND_MOST 60

/* The name that was found, where it is neither the code nor the one shown. */
static const char *
found_by(const struct cc_found *found, const char *shown)
{
	return found->by == CC_BY_CODE || strcmp(found->word, shown) == 0
	           ? ""
	           : found->word;
}

static void
found_append(struct clincourse *context, const struct cc_found *found,
    GString *to)
{
	const struct cc_term *term = found->term;
	g_autofree char *about = cc_term_about(context, term);
	const char *name = about != NULL ? about : "";

	g_string_append_printf(to, "%s\t%s%s%s%s%s\t%s\n", term->code,
	    cc_scope_word(term->in), term->scheme != NULL ? " of " : "",
	    term->scheme != NULL ? term->scheme : "",
	    *name != '\0' ? ": " : "", name, found_by(found, name));
}

char *
clincourse_find(struct clincourse *context, const char *words,
    struct clincourse_diags *diags)
{
	g_autofree char *valid = g_utf8_make_valid(words, -1);
	g_autoptr(GArray) found = cc_vocab_search(
	    context->vocab, CC_FIND_ANYWHERE, valid, FIND_MOST);
	GString *to;

	if (found->len == 0) {
		cc_diag(&diags->list, CC_E480, (struct cc_pos){0}, valid, "");
		return NULL;
	}
	to = g_string_new(NULL);
	for (guint i = 0; i < found->len; i++)
		found_append(
		    context, &g_array_index(found, struct cc_found, i), to);
	return g_string_free(to, FALSE);
}
