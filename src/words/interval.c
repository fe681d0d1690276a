#include "words/date.h"
#include "words/language.h"
#include "words/prose.h"

/* Days that are more are also said in months: nobody has a feeling for 578. */
#define DAYS_MOST 92
#define DAYS_A_MONTH 30.4375

static const char *
days_text(const struct cc_words_in *in, const struct cc_duration *duration)
{
	const char *text = cc_duration_text(in, *duration);
	double months = duration->value / DAYS_A_MONTH;

	if (duration->unit != CC_PRECISION_DAY || !duration->exact ||
	    duration->value <= DAYS_MOST)
		return text;
	return cc_say_with(in, CC_MSG_DURATION_DAYS_MONTHS, "days", text,
	    "months",
	    cc_say_with(in, CC_MSG_DURATION_MONTHS, "n",
		cc_number_text(in, months, 1), NULL),
	    NULL);
}

const char *
cc_interval_duration_text(
    const struct cc_words_in *in, const struct cc_interval *interval)
{
	struct cc_duration least = interval->duration;

	if (!interval->censored)
		return days_text(in, &least);
	least.high = least.low;
	least.exact = true;
	return cc_say_with(in, CC_MSG_DURATION_CENSORED, "duration",
	    days_text(in, &least), NULL);
}

static bool
ends_with_death(
    const struct cc_words_in *in, const struct cc_interval *interval)
{
	return interval->event != NULL &&
	       cc_turn_is_death(
		   in->follow->turns.of[interval->event->index]);
}

/* What ended it, where that is no progression by its criteria: a relapse, a
 * transformation, the diagnosis of what the disease became. */
static const char *
loss_name(const struct cc_words_in *in, const struct cc_fact *event)
{
	return event->kind == CC_KIND_RESPONSE ? NULL
	                                       : cc_anchor_name(in, event);
}

const char *
cc_interval_ends_text(
    const struct cc_words_in *in, const struct cc_interval *interval)
{
	bool assessed = interval->kind == CC_INTERVAL_PFS ||
	                interval->kind == CC_INTERVAL_DOR;
	const char *ends;

	if (assessed && interval->censored)
		return cc_say_with(in, CC_MSG_ENDS_NO_PROGRESSION, "from",
		    cc_date_text(in, &interval->from), "to",
		    cc_date_text(in, &interval->to), NULL);
	ends = cc_dates_text(in, &interval->from, &interval->to);
	if (cc_interval_of_line(interval->kind) &&
	    ends_with_death(in, interval))
		return cc_say_with(in, CC_MSG_ENDS_DEATH, "ends", ends, NULL);
	return assessed && interval->event != NULL
	           ? cc_bracketed(in, ends, loss_name(in, interval->event))
	           : ends;
}

static const char *
name_interval(const struct cc_words_in *in,
    const struct cc_interval *interval, bool brief)
{
	const char *duration = cc_interval_duration_text(in, interval);
	const char *name = cc_name(in, CC_IN_INTERVAL, NULL,
	    cc_closed_interval.words[interval->kind], CC_NAME_SHORT);

	if (brief || interval->line == CC_NO_LINE ||
	    in->course->line_count == 1)
		return cc_say_with(in, CC_MSG_INTERVAL_OF, "name",
		    cc_capital(in, name), "duration", duration, NULL);
	return cc_say_with(in, CC_MSG_INTERVAL_IN_LINE, "name", name, "line",
	    cc_line_text(in, in->course->lines[interval->line].number),
	    "duration", duration, NULL);
}

/* Time to a next treatment that there was none of says so. */
const char *
cc_interval_text(const struct cc_words_in *in,
    const struct cc_interval *interval, bool brief)
{
	const char *text = name_interval(in, interval, brief);

	if (interval->kind != CC_INTERVAL_TTNT ||
	    !ends_with_death(in, interval))
		return text;
	return cc_say_with(
	    in, CC_MSG_INTERVAL_TO_DEATH, "interval", text, NULL);
}
