#include "words/date.h"
#include "words/language.h"

#include <math.h>

static enum cc_message
unit_message(enum cc_precision unit)
{
	switch (unit) {
	case CC_PRECISION_YEAR:
		return CC_MSG_DURATION_YEARS;
	case CC_PRECISION_MONTH:
		return CC_MSG_DURATION_MONTHS;
	case CC_PRECISION_WEEK:
		return CC_MSG_DURATION_WEEKS;
	case CC_PRECISION_HOUR:
		return CC_MSG_DURATION_HOURS;
	case CC_PRECISION_MINUTE:
		return CC_MSG_DURATION_MINUTES;
	case CC_PRECISION_NONE:
	case CC_PRECISION_DAY:
		break;
	}
	return CC_MSG_DURATION_DAYS;
}

const char *
cc_amount_text(
    const struct cc_words_in *in, enum cc_precision unit, const char *number)
{
	return cc_say_with(in, unit_message(unit), "n", number, NULL);
}

static const char *
number_text(
    const struct cc_words_in *in, const struct cc_duration *duration, int count)
{
	return cc_number_text(
	    in, count / pow(10, duration->decimals), duration->decimals);
}

static const char *
amount_text(
    const struct cc_words_in *in, const struct cc_duration *duration, int count)
{
	return cc_amount_text(
	    in, duration->unit, number_text(in, duration, count));
}

static const char *
range_text(const struct cc_words_in *in, const struct cc_duration *duration)
{
	if (duration->high == CC_DURATION_OPEN)
		return cc_say_with(in, CC_MSG_DURATION_AT_LEAST, "duration",
		    amount_text(in, duration, duration->low), NULL);
	/* Not "0 months (0–7)": none of them is likelier than another. */
	if (duration->value == 0 && duration->low == 0)
		return cc_say_with(in, CC_MSG_DURATION_AT_MOST, "duration",
		    amount_text(in, duration, duration->high), NULL);
	return cc_say_with(in, CC_MSG_DURATION_RANGE, "duration",
	    amount_text(in, duration, duration->value), "low",
	    number_text(in, duration, duration->low), "high",
	    number_text(in, duration, duration->high), NULL);
}

const char *
cc_duration_text(const struct cc_words_in *in, struct cc_duration duration)
{
	const char *text =
	    duration.exact || duration.low == duration.high
		? amount_text(in, &duration, duration.value)
		: range_text(in, &duration);

	if (duration.approximate || duration.uncertain)
		text = cc_say_with(
		    in, CC_MSG_DURATION_ABOUT, "duration", text, NULL);
	return text;
}
