#include "model/closed.h"
#include "model/foreign.h"
#include "model/kind.h"
#include "model/model.h"
#include "model/rules.h"
#include "model/terms.h"
#include "model/turn-words.h"

#include <string.h>

#define OUTCOME_DEATH "<outcome code=\"death\">"
#define PROGRESSION "<response code=\"PD\"> or <relapse>"

/* As its author wrote it: an alias may be of something else, as PD is. */
static const char *
written_code(const struct cc_check *check, const struct cc_fact *fact)
{
	const struct cc_attribute *code = NULL;

	if (check->elements != NULL)
		code =
		    cc_element_attribute(check->elements[fact->index], "code");
	return code != NULL ? code->value : fact->code;
}

/* What intervals start or end with has an element of its own: drawn as any
 * event it would be in no interval, which then say what is not so. */
static bool
check_code(const struct cc_check *check, const struct cc_fact *fact)
{
	const char *code = written_code(check, fact), *end, *ours = NULL;
	g_autofree char *outcome = NULL;
	const struct cc_term *cause;
	int index;

	if (fact->code == NULL ||
	    (fact->term != NULL && strcmp(fact->term->code, code) == 0))
		return true;
	end = cc_closed_find(&cc_closed_outcome, code, &index)
	          ? code
	          : cc_foreign_word(&cc_closed_outcome, code);
	cause = cc_terms_find(check->terms, CC_IN_CAUSE, NULL, code);
	if (fact->term == NULL && end != NULL)
		ours = outcome = g_strdup_printf("<outcome code=\"%s\">", end);
	else if (cause != NULL && cause->progression == CC_PROGRESSION_YES)
		ours = PROGRESSION;
	if (ours != NULL)
		cc_diag(check->diags, CC_E394, fact->code_pos, code, ours);
	return ours == NULL;
}

/* Told as what it is, at that time, or, of a death, at any. */
static bool
is_told(const struct cc_check *check, const struct cc_fact *event,
    enum cc_turn_words turn)
{
	const struct cc_span *span = &event->when.span;

	for (size_t i = 0; i < check->course->fact_count; i++) {
		const struct cc_fact *fact = &check->course->facts[i];
		const struct cc_span *other = &fact->when.span;

		if (fact->patient != event->patient)
			continue;
		if (turn == CC_TURN_WORDS_DEATH) {
			if (fact->kind == CC_KIND_OUTCOME &&
			    g_strcmp0(fact->code, "death") == 0)
				return true;
			continue;
		}
		if (fact->progression &&
		    other->earliest_start.minute <= span->latest_end.minute &&
		    span->earliest_start.minute <= other->latest_end.minute)
			return true;
	}
	return false;
}

/* Words that tell of it are not looked into for anything but this question. */
static void
check_words(const struct cc_check *check, const struct cc_fact *fact)
{
	enum cc_turn_words turn = CC_TURN_WORDS_NONE;
	size_t i = 0;

	if (fact->code != NULL || !cc_fact_took_place(fact))
		return;
	for (; i < fact->labels.count && turn == CC_TURN_WORDS_NONE; i++)
		if (fact->labels.item[i].text != NULL)
			turn = cc_turn_words(fact->labels.item[i].text);
	if (turn == CC_TURN_WORDS_NONE || is_told(check, fact, turn))
		return;
	cc_diag(check->diags, CC_W351, fact->labels.item[i - 1].pos,
	    turn == CC_TURN_WORDS_DEATH ? "a death"
					: "a relapse or progression",
	    turn == CC_TURN_WORDS_DEATH ? OUTCOME_DEATH : PROGRESSION);
}

const struct cc_kind cc_kind_event = {
    .id = CC_KIND_EVENT,
    .element = "event",
    .scope = CC_IN_EVENT,
    .also = CC_KIND_ALSO(CC_IN_DISEASE),
    .extras = CC_EXTRA_DATED | CC_EXTRA_STATUS | CC_EXTRA_GRADE |
              CC_EXTRA_CAUSALITY | CC_EXTRA_SITE | CC_EXTRA_SERIOUS |
              CC_EXTRA_LASTING,
    .children =
	CC_CHILD_LABEL | CC_CHILD_NOTE | CC_CHILD_IMAGE | CC_CHILD_GRADE,
    .check_code = check_code,
    .check = check_words,
};
