/* An act named with what was given for it: "BEAM auto-SCT", "auto-SCT with BEAM",
 * "Flu/Mel-allo-SCT". It is the act; its author's words say the rest. */
#include "model/terms.h"

#include <string.h>

/* Where one of the two names may end. */
#define BREAKS " -"

/* Without what binds the two. */
static char *
bare(const char *name)
{
	static const char *const binders[] = {"with ", "after ", "mit ", "("};
	char *text = g_strstrip(g_strdup(name));

	for (size_t i = 0; i < G_N_ELEMENTS(binders); i++)
		if (g_str_has_prefix(text, binders[i]))
			memmove(text, text + strlen(binders[i]),
			    strlen(text + strlen(binders[i])) + 1);
	if (g_str_has_suffix(text, ")") && strchr(text, '(') == NULL)
		text[strlen(text) - 1] = '\0';
	return text;
}

/* The act where one name is of a treatment and the other of an act. */
static const struct cc_term *
act_of(const struct cc_terms *terms, const char *given, const char *act)
{
	const struct cc_term *term =
	    cc_terms_find(terms, CC_IN_PROCEDURE, NULL, act);

	return term != NULL &&
	               cc_terms_find(terms, CC_IN_TREATMENT, NULL, given)
	           ? term
	           : NULL;
}

const struct cc_term *
cc_terms_conditioned(const struct cc_terms *terms, const char *code)
{
	const struct cc_term *act = NULL;

	for (const char *at = strpbrk(code, BREAKS); at != NULL && act == NULL;
	     at = strpbrk(at + 1, BREAKS)) {
		g_autofree char *start =
		    g_strndup(code, (size_t)(at - code));
		g_autofree char *first = bare(start);
		g_autofree char *last = bare(at + 1);

		act = act_of(terms, first, last);
		if (act == NULL)
			act = act_of(terms, last, first);
	}
	return act;
}
