/* Times of facts as phrases of a sentence. */
#include "words/date.h"
#include "words/language.h"
#include "words/prose.h"

const char *
cc_when_start(const struct cc_words_in *in, const struct cc_fact *fact)
{
	const struct cc_span start = cc_span_start(&fact->when.span);

	return cc_date_phrase(in, &start);
}

static bool
is_told(const struct cc_span *span)
{
	return span->dated || span->start_counted != NULL ||
	       span->end_counted != NULL;
}

/* That it comes after another thing is all that is known, or not even that. */
static const char *
order_text(const struct cc_words_in *in, const struct cc_fact *fact,
    enum cc_message unknown)
{
	if (fact->after.count == 0)
		return cc_say(in, unknown);
	return cc_say_with(in, CC_MSG_WHEN_AFTER, "name",
	    cc_anchor_name(in, fact->after.fact[0]), NULL);
}

const char *
cc_when_text(const struct cc_words_in *in, const struct cc_fact *fact)
{
	return is_told(&fact->when.span) ? cc_date_phrase(in, &fact->when.span)
	                                 : order_text(in, fact,
						       CC_MSG_WHEN_UNDATED);
}

const char *
cc_when_brief(const struct cc_words_in *in, const struct cc_fact *fact)
{
	return is_told(&fact->when.span) ? cc_date_text(in, &fact->when.span)
	                                 : order_text(in, fact,
						       CC_MSG_DATE_NOT_STATED);
}
