/* What callouts say: the first line what it is, the second adds and dates it.
 */
#include "mark/flag.h"

#include <string.h>

const char *
cc_flag_join(struct cc_figure *figure, const char *a, const char *b)
{
	if (!a || *a == '\0')
		return b ? b : "";
	if (!b || *b == '\0')
		return a;
	return cc_arena_join(figure->arena, a,
	    cc_say(figure->words, CC_MSG_CLAUSE_SEPARATOR), b, NULL);
}

/* "Relapse: CNS", and "CNS relapse", which says itself what it is. */
static const char *
colon(struct cc_figure *figure, const char *head, const char *rest)
{
	if (!rest || *rest == '\0')
		return head;
	if (cc_words_hold(rest, head))
		return rest;
	return cc_arena_join(figure->arena, head,
	    cc_say(figure->words, CC_MSG_LABEL_SEPARATOR), rest, NULL);
}

/* The index diagnosis, which the patient line names; any other bears its own
 * name. */
static void
word_diagnosis(
    struct cc_figure *figure, struct flag *flag, const struct cc_turn *turn)
{
	if (!turn->index || flag->fact->patient != 0)
		return;
	flag->head = cc_say(figure->words, CC_MSG_DIAGNOSIS);
	flag->note = "";
	flag->both = cc_flag_join(figure, flag->head, flag->when);
}

/* What came back: what it had become by then, and the author's words, or where
 * it was, unless the one says the other. */
static const char *
what_is_back(struct cc_figure *figure, const struct cc_turn *turn)
{
	const struct cc_words_in *words = figure->words;
	const char *label = cc_text_in(words, &turn->fact->labels);
	if (!label)
		label = cc_sites_text(words, turn->fact);
	if (!turn->with)
		return label;
	const char *became = cc_fact_name(words, turn->with, CC_NAME_FULL);
	if (!label || cc_words_hold(became, label))
		return label ? label : became;
	return cc_words_hold(label, became)
	           ? label
	           : cc_flag_join(figure, became, label);
}

static void
word_turn_back(
    struct cc_figure *figure, struct flag *flag, const struct cc_turn *turn)
{
	bool relapse = turn->kind == CC_TURN_RELAPSE;
	if (turn->with)
		flag->note = cc_flag_join(figure, flag->note,
		    cc_text_in(figure->words, &turn->with->notes));
	if (turn->confirmed)
		flag->when = cc_flag_join(figure, flag->when,
		    cc_say_with(figure->words, CC_MSG_CONFIRMED, "when",
			cc_date_text(
			    figure->words, &turn->confirmed->when.span),
			NULL));
	flag->turn_back = true;
	flag->kind = cc_say(
	    figure->words, relapse ? CC_MSG_RELAPSE : CC_MSG_PROGRESSION);
	flag->head = colon(figure, flag->kind, what_is_back(figure, turn));
}

static void
word_outcome(struct cc_figure *figure, struct flag *flag)
{
	const struct cc_words_in *words = figure->words;
	const struct cc_fact *fact = flag->fact;
	const char *label = cc_texts_find(&fact->labels, words->lang);
	const char *code = fact->code ? fact->code : "";
	const char *why = NULL;
	if (fact->no_progression)
		why = cc_say(words, CC_MSG_NO_PROGRESSION);
	if (fact->cause)
		why = cc_name(
		    words, CC_IN_CAUSE, NULL, fact->cause, CC_NAME_FULL);
	/* Why, then what the author adds. */
	flag->note = cc_flag_join(figure, why, flag->note);
	if (!label)
		label = cc_name(words, CC_IN_OUTCOME, NULL, code, CC_NAME_FULL);
	flag->head = label;
}

static void
word_turn(
    struct cc_figure *figure, struct flag *flag, const struct cc_turn *turn)
{
	switch (turn->kind) {
	case CC_TURN_DIAGNOSIS:
		word_diagnosis(figure, flag, turn);
		return;
	case CC_TURN_PROGRESSION:
	case CC_TURN_RELAPSE:
		word_turn_back(figure, flag, turn);
		return;
	case CC_TURN_DEATH:
	case CC_TURN_REPORT:
		word_outcome(figure, flag);
		return;
	}
}

/* Of one stem the date is said once. */
static bool
is_same_time(const struct cc_span *one, const struct cc_span *two)
{
	return one->earliest_start.minute == two->earliest_start.minute &&
	       one->latest_end.minute == two->latest_end.minute &&
	       one->approximate == two->approximate &&
	       one->uncertain == two->uncertain;
}

/* The author's own words, unless the head or the patient line has them. */
static void
add_label(struct cc_figure *figure, struct flag *flag)
{
	const char *label = cc_label_beside(figure->words, flag->fact);
	if (label && !flag->both && !strstr(flag->head, label))
		flag->note = cc_flag_join(figure, label, flag->note);
}

static void
word_flag(
    struct cc_figure *figure, struct flag *flag, const struct flag *before)
{
	const struct cc_words_in *words = figure->words;
	const struct cc_fact *fact = flag->fact;
	const char *note = cc_text_in(words, &fact->notes);
	flag->head = cc_fact_name(words, fact, CC_NAME_FULL);
	flag->note = note ? note : "";
	flag->when = before && is_same_time(&before->span, &flag->span)
	                 ? ""
	                 : cc_date_text(words, &flag->span);
	flag->offset = cc_offset_brief(words, &flag->span);
	flag->both = NULL;
	const struct cc_turn *turn = figure->follow->turns.of[fact->index];
	if (turn)
		word_turn(figure, flag, turn);
	add_label(figure, flag);
	flag->tail = cc_flag_join(figure, flag->note, flag->when);
	flag->head =
	    cc_of_patient(figure, fact, cc_upper_of(figure, fact, flag->head));
}

void
cc_flags_word(struct cc_figure *figure, struct flags *row)
{
	for (size_t i = 0; i < row->count && !row->worded; i++) {
		struct flag *flag = &row->all[i];
		word_flag(figure, flag, i > 0 ? flag - 1 : NULL);
	}
	row->worded = true;
}
