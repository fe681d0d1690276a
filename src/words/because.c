/* Why something was done, or happened, in words. */
#include "words/language.h"
#include "words/prose.h"

#include <string.h>

/* What something was done for, as the middle of a sentence has it. */
static const char *
cause_name(const struct cc_words_in *in, const struct cc_fact *fact)
{
	const char *name = cc_small(in, cc_fact_bare_name(in, fact));

	switch (fact->kind) {
	case CC_KIND_RELAPSE:
		/* Its label says what came back. */
		return cc_say(in, CC_MSG_RELAPSE_SHORT);
	case CC_KIND_RESPONSE:
		return cc_name(
		    in, CC_IN_RESPONSE, fact->scheme, fact->code, CC_NAME_FULL);
	case CC_KIND_GENETICS:
		return fact->labels.count > 0 ? name
		                              : cc_findings_text(in, fact);
	case CC_KIND_PANEL:
		if (fact->labels.count > 0)
			return name;
		return cc_say(in, CC_MSG_TOLD_LABORATORY);
	case CC_KIND_LESION:
		return fact->labels.count > 0
		           ? name
		           : cc_bracketed(in, cc_say(in, CC_MSG_LESION), name);
	case CC_KIND_DIAGNOSIS:
	case CC_KIND_TREATMENT:
	case CC_KIND_PROCEDURE:
	case CC_KIND_EVENT:
	case CC_KIND_SERIES:
	case CC_KIND_COMMENT:
	case CC_KIND_OUTCOME:
	case CC_KIND_COUNT:
		break;
	}
	return name;
}

/* "because of rash, fever"; NULL: no cause is given. */
const char *
cc_because_text(const struct cc_words_in *in, const struct cc_reasons *because)
{
	GString *text = NULL;

	for (size_t i = 0; i < because->words.count; i++)
		cc_words_add(in, &text, CC_MSG_LIST_SEPARATOR,
		    because->fact[i] != NULL ? cause_name(in, because->fact[i])
					     : because->words.word[i]);
	if (text == NULL)
		return NULL;
	return cc_say_with(
	    in, CC_MSG_BECAUSE, "cause", cc_words_listed(in, text), NULL);
}

/* "stopped for toxicity: rash", "stopped because of rash": words of the
 * vocabulary say it themselves, the author's own are causes. NULL: nobody says
 * why it ended. */
const char *
cc_stop_text(const struct cc_words_in *in, const struct cc_reasons *stop)
{
	GString *names = NULL, *said = NULL;
	const char *causes;

	for (size_t i = 0; i < stop->words.count; i++) {
		const char *word = stop->words.word[i];

		if (stop->fact[i] != NULL)
			cc_words_add(in, &names, CC_MSG_LIST_SEPARATOR,
			    cause_name(in, stop->fact[i]));
		else if (cc_terms_find(in->terms, CC_IN_STOP, NULL, word))
			cc_words_add(in, &said, CC_MSG_CLAUSE_SEPARATOR,
			    cc_name(in, CC_IN_STOP, NULL, word, CC_NAME_FULL));
		else
			cc_words_add(in, &names, CC_MSG_LIST_SEPARATOR, word);
	}
	causes = cc_words_listed(in, names);
	if (said == NULL && causes != NULL)
		return cc_say_with(
		    in, CC_MSG_STOPPED_BECAUSE, "cause", causes, NULL);
	return cc_words_join(
	    in, CC_MSG_LABEL_SEPARATOR, cc_words_listed(in, said), causes);
}

/* How sure it is that the cause is one: "probable". */
const char *
cc_causality_text(const struct cc_words_in *in, const struct cc_fact *fact)
{
	static const struct {
		const char *word;
		enum cc_message message;
	} words[] = {
	    {"certain", CC_MSG_CAUSALITY_CERTAIN},
	    {"possible", CC_MSG_CAUSALITY_POSSIBLE},
	    {"probable", CC_MSG_CAUSALITY_PROBABLE},
	    {"unlikely", CC_MSG_CAUSALITY_UNLIKELY},
	    {"unrelated", CC_MSG_CAUSALITY_UNRELATED},
	};

	for (size_t i = 0; fact->causality != NULL && i < G_N_ELEMENTS(words);
	     i++)
		if (strcmp(words[i].word, fact->causality) == 0)
			return cc_say_with(in, CC_MSG_CAUSALITY, "causality",
			    cc_say(in, words[i].message), NULL);
	return NULL;
}
