/* The author's label of what the vocabulary names in another language. Its name
 * is said in the language that was asked for; where the label says more, it
 * stands beside that, as it was written: "Bakteriämie (E. coli bacteraemia)".
 */
#include "words/prose.h"

#include <string.h>

/* As cc_text_in chooses it; NULL: none. */
static const struct cc_text *
label_of(const struct cc_words_in *in, const struct cc_fact *fact)
{
	const char *text = cc_text_in(in, &fact->labels);

	for (size_t i = 0; i < fact->labels.count; i++)
		if (fact->labels.item[i].text == text)
			return &fact->labels.item[i];
	return NULL;
}

static bool
is_said(
    const struct cc_words_in *in, const struct cc_fact *fact, const char *label)
{
	return cc_words_hold(cc_fact_bare_name(in, fact), label) ||
	       cc_words_hold(cc_fact_name(in, fact, CC_NAME_FULL), label) ||
	       cc_words_hold(cc_fact_name(in, fact, CC_NAME_SHORT), label);
}

/* "Rhizopus" of "BAL: Rhizopus", where the name says the rest. */
static const char *
beyond(const char *label, const char *name)
{
	const char *rest = label + strlen(name);
	size_t mark;

	if (!g_str_has_prefix(label, name))
		return label;
	mark = strspn(rest, ",:;");
	return mark == 1 && rest[mark] == ' ' && rest[mark + 1] != '\0'
	           ? rest + mark + 1
	           : label;
}

const char *
cc_label_beside(const struct cc_words_in *in, const struct cc_fact *fact)
{
	const struct cc_text *label = label_of(in, fact);
	struct cc_fact unlabelled;
	struct cc_words_in there;

	/* Assessments are told with their labels in any language. */
	if (label == NULL || fact->kind == CC_KIND_RESPONSE ||
	    is_said(in, fact, label->text))
		return NULL;
	/* "Multiple myeloma" is the name of the code, no more. */
	unlabelled = *fact;
	unlabelled.labels.count = 0;
	there = *in;
	there.lang = label->lang;
	return is_said(&there, &unlabelled, label->text)
	           ? NULL
	           : beyond(label->text, cc_fact_name(in, fact, CC_NAME_SHORT));
}
