#include "words/language.h"

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
	case CC_PRECISION_NONE:
	case CC_PRECISION_DAY:
	case CC_PRECISION_MINUTE:
		break;
	}
	return CC_MSG_DURATION_DAYS;
}

static const char *
amount_text(const struct cc_words_in *in, enum cc_precision unit, int amount)
{
	return cc_say_with(
	    in, unit_message(unit), "n", cc_number_text(in, amount, 0), NULL);
}

const char *
cc_duration_text(const struct cc_words_in *in, struct cc_duration duration)
{
	const char *text = amount_text(in, duration.unit, duration.value);

	if (!duration.exact && duration.high == CC_DURATION_OPEN)
		text = cc_say_with(in, CC_MSG_DURATION_AT_LEAST, "duration",
		    amount_text(in, duration.unit, duration.low), NULL);
	else if (!duration.exact && duration.low != duration.high)
		text = cc_say_with(in, CC_MSG_DURATION_RANGE, "duration", text,
		    "low", cc_number_text(in, duration.low, 0), "high",
		    cc_number_text(in, duration.high, 0), NULL);
	if (duration.approximate || duration.uncertain)
		text = cc_say_with(
		    in, CC_MSG_DURATION_ABOUT, "duration", text, NULL);
	return text;
}
